"""A chain of agreements as a timeline: each agreement a bar on the same years, joined to those it took the place of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from tno.frozen import frozen
from tno.model.agreement_changes import predecessors
from tno.model.agreements import chain_of, state_on, terms
from tno.records import Agreement
from tno.views.link import Link
from tno.views.scene import Scene

WIDTH = 1000
"""Bars are measured in thousandths of the time that is shown."""
Stroke = tuple[int, int, int]
"""A line down: how far from the left, from which to which hundredth of the row's height."""


@frozen
class Span:
    """One agreement of a chain."""

    link: Link
    state: str
    """Id of the state on the day: a term of `agreement_status`."""
    state_label: str
    years: str
    """"1.1.2012–31.12.2013"."""
    where: tuple[str, ...]
    """Names of the parts of the region it holds in; empty for the whole region."""
    replaces: tuple[Link, ...]
    """The agreements it took the place of."""
    is_this: bool
    start: int
    length: int
    """Where its bar begins, and how long it is."""
    strokes: tuple[Stroke, ...]
    """What joins it, or rows above and below, to the next."""
    gap: tuple[int, int] | None
    """From where to where nothing held before it began."""


@frozen
class Timeline:
    """The whole chain."""

    spans: tuple[Span, ...]
    """Oldest first."""
    first_year: int
    last_year: int
    ticks: tuple[int, ...]
    """Where each year but the first begins."""
    today: int | None
    """Where the day is, if it is among the years."""


def timeline(scene: Scene, this: Agreement) -> Timeline | None:
    """The chain of an agreement; None for one that stands alone."""
    chain = chain_of(scene.network, this)
    if len(chain) < 2:
        return None
    first, after = _frame(scene, chain)

    def place(day: date) -> int:
        return round(WIDTH * (min(max(day, first), after) - first).days / (after - first).days)

    bars = {each.key: (place(each.valid_from), place(_end(scene, each, after))) for each in chain}
    years, joints = range(first.year + 1, after.year), _joints(chain, bars)
    return Timeline(
        spans=tuple(_span(scene, this, each, _strokes(joints, row), bars) for row, each in enumerate(chain)),
        first_year=first.year,
        last_year=after.year - 1,
        ticks=tuple(place(date(year, 1, 1)) for year in years),
        today=place(scene.day) if first <= scene.day < after else None,
    )


def _frame(scene: Scene, chain: Sequence[Agreement]) -> tuple[date, date]:
    """The first day of the first year and the day after the last year. What has no end is shown for a year to come."""
    last = max(max(each.valid_until or scene.day.replace(day=1), each.valid_from) for each in chain)
    if any(each.valid_until is None for each in chain):
        last = max(last, scene.day)
    return date(chain[0].valid_from.year, 1, 1), date(last.year + 1, 1, 1)


def _end(scene: Scene, agreement: Agreement, after: date) -> date:
    if agreement.valid_until is not None:
        return agreement.valid_until + timedelta(days=1)
    ends = [last for _, last in terms(scene.facts.network, agreement).values() if last != date.max]
    return max(ends) + timedelta(days=1) if ends else after


def _span(
    scene: Scene, this: Agreement, agreement: Agreement, strokes: Sequence[Stroke], bars: Mapping[str, tuple[int, int]]
) -> Span:
    network = scene.network
    state = state_of(scene, agreement)
    before = predecessors(network, agreement)
    start, end = bars[agreement.key]
    ended = max((bars[each.key][1] for each in before if each.key in bars), default=start)
    return Span(
        link=scene.link_from(this, agreement),
        state=state,
        state_label=scene.label("agreement_status", state),
        years=years_in_words(scene, agreement),
        where=tuple(str(network.sub_areas[key].name) for key in agreement.sub_areas if key in network.sub_areas),
        replaces=tuple(scene.link_from(this, each) for each in before),
        is_this=agreement.key == this.key,
        start=start,
        length=max(end - start, 6),
        strokes=tuple(strokes),
        gap=(ended, start) if ended < start else None,
    )


def _strokes(joints: Sequence[tuple[int, int, int]], row: int) -> list[Stroke]:
    """Lines through a row: from the bars above that later agreements go on from, to where those begin."""
    found: dict[Stroke, None] = {}
    for earlier, later, x in joints:
        if earlier < row < later:
            found[x, 0, 100] = None
        elif row == earlier:
            found[x, 50, 100] = None
        elif row == later:
            found[x, 0, 50] = None
    return list(found)


def _joints(chain: Sequence[Agreement], bars: Mapping[str, tuple[int, int]]) -> list[tuple[int, int, int]]:
    """(row of an agreement, row of one below that takes its place, where that begins)."""
    rows = {each.key: row for row, each in enumerate(chain)}
    joined = (
        (rows[key], row, bars[each.key][0])
        for row, each in enumerate(chain)
        for key in dict.fromkeys(each.renews)
        if key in rows
    )
    return [joint for joint in joined if joint[0] < joint[1]]


def state_of(scene: Scene, agreement: Agreement) -> str:
    """Id of an agreement's state on the day: a term of `agreement_status`."""
    return scene.once(_state, agreement)


def _state(scene: Scene, agreement: Agreement) -> str:
    return state_on(scene.network, agreement, scene.day, scene.settings.agreement_warned_days)


def years_in_words(scene: Scene, agreement: Agreement) -> str:
    """ "1.1.2025–31.12.2027", or from a day until further notice."""
    if agreement.valid_until is None:
        return scene.w.until_further_notice.format(day=scene.writing.day(agreement.valid_from))
    return scene.writing.days(agreement.valid_from, agreement.valid_until)
