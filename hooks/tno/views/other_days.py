"""Days on which hours are others than in the week: those with the same hours told together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from tno.model.localised import joined
from tno.model.opening import ExceptionalDays, exceptions_ahead
from tno.model.opening_words import spans_in_words
from tno.records.hours import Hours
from tno.views.scene import Scene

SOON_DAYS = 14
"""Exceptional days within these are told first, beside the hours they change; later ones are folded."""


class OtherDays(NamedTuple):
    """Days on which the hours are others, each a short line."""

    soon: tuple[str, ...]
    """Within the next two weeks."""
    later: tuple[str, ...]
    """After them."""


def other_days(scene: Scene, hours: Hours) -> OtherDays | None:
    """Days that differ, those with the same hours one after another told together."""
    runs: list[list[ExceptionalDays]] = []
    for days in exceptions_ahead(hours, scene.day):
        if runs and _continues(runs[-1][-1], days):
            runs[-1].append(days)
        else:
            runs.append([days])
    if not runs:
        return None
    end = scene.day + timedelta(days=SOON_DAYS)
    told = [(run[0].first <= end, _run_in_words(scene, run)) for run in runs]
    return OtherDays(tuple(text for soon, text in told if soon), tuple(text for soon, text in told if not soon))


def in_all(each: Sequence[OtherDays]) -> OtherDays | None:
    """The lines that all of them tell; None when there are none."""
    first, *others = each
    kept = [
        tuple([line for line in lines if all(line in other[n] for other in others)]) for n, lines in enumerate(first)
    ]
    return OtherDays(*kept) if any(kept) else None


def left_of(days: OtherDays, told: OtherDays) -> OtherDays | None:
    """The lines that have not been told; None when all have."""
    left = [tuple([line for line in lines if line not in told[n]]) for n, lines in enumerate(days)]
    return OtherDays(*left) if any(left) else None


def _continues(before: ExceptionalDays, after: ExceptionalDays) -> bool:
    told_alike = (before.spans, before.note) == (after.spans, after.note)
    return told_alike and (after.first - before.last).days == 1


def _run_in_words(scene: Scene, run: Sequence[ExceptionalDays]) -> str:
    """ "to 24.12.–la 26.12.2026 (jouluaatto, joulupäivä ja tapaninpäivä): suljettu"."""
    writing = scene.writing
    when = writing.days_with_weekdays(run[0].first, run[-1].last)
    names = [writing.name_of_day(scene.label("named_day", days.named_day)) for days in run if days.named_day]
    name = f" ({writing.listing(names)})" if names else ""
    hours = spans_in_words(run[0].spans, scene.language)
    return joined(". ", [f"{when}{name}: {hours}", *([run[0].note] if run[0].note else [])])
