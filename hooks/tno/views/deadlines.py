"""The deadlines of a region's ELO work, for members: plans, reports, reviews and renewals of agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from typing import NamedTuple

from tno.edition import Edition
from tno.frozen import frozen
from tno.model.agreement_dates import months_after
from tno.model.agreements import EXPIRING, IN_FORCE, state_on
from tno.model.network import Region
from tno.records import Agreement, Plan, Report
from tno.settings import day_of_year
from tno.views.link import Link, full_link_to
from tno.views.scene import Scene

PATH = "elo/maaraajat/"
"""Below a region."""
BEHIND, AHEAD = timedelta(days=365), timedelta(days=400)
"""How old a deadline that was missed is still told, and how far ahead they are."""


class Deadline(NamedTuple):
    """Something that has to be done by a day."""

    day: date
    when: str
    """The day in words."""
    what: Link
    """What has to be done; leads to it when it is there."""
    state: str
    """Kind of badge, "" for what is only coming."""
    state_label: str
    """"tehty", "myöhässä" or empty."""


@frozen
class DeadlinesPage:
    """Context of `sections/deadlines.html`."""

    title: str
    """Heading of the page."""
    late: tuple[Deadline, ...]
    """What should have been done already, the oldest first."""
    coming: tuple[Deadline, ...]
    """What is coming, and what of it is done, the next first."""


def deadlines_page(scene: Scene, region: Region) -> DeadlinesPage:
    """`/lappi/elo/maaraajat/`, in the members' edition alone."""
    every = sorted(_deadlines(scene, region), key=lambda each: (each.day, each.what.label))
    return DeadlinesPage(
        title=scene.w.deadlines_of.format(region=region.name),
        late=tuple(each for each in every if each.state == "stop"),
        coming=tuple(each for each in every if each.state != "stop" and each.day >= scene.day),
    )


def has_deadlines(region: Region) -> bool:
    """Whether a region has ELO work that can be late."""
    return bool(region.profile.elo_group or any(region.all_of(kind) for kind in (Plan, Report, Agreement)))


def deadlines_link(scene: Scene, region: Region) -> Link | None:
    """To the region's deadlines, in the members' edition."""
    shown = scene.edition is Edition.MEMBERS and has_deadlines(region)
    return Link(scene.w.deadlines, f"{region.id}/{PATH}") if shown else None


def _deadlines(scene: Scene, region: Region) -> Iterator[Deadline]:
    w, settings = scene.w, scene.settings
    plans, reports = region.all_of(Plan), region.all_of(Report)
    if region.profile.elo_group or plans or reports:
        for year in range(scene.day.year - 1, scene.day.year + 2):
            for due, word, every, of in (
                (settings.plan_due, w.deadline_plan, plans, year + 1),
                (settings.report_due, w.deadline_report, reports, year),
            ):
                done = [each for each in every if each.year == of]
                yield from _yearly(scene, due, year, word.format(year=of), done, bool(every))
    for agreement in region.all_of(Agreement):
        yield from _of_agreement(scene, agreement)


def _yearly(
    scene: Scene, due: str, year: int, label: str, done: Sequence[Plan | Report], is_usual: bool
) -> Iterator[Deadline]:
    """A yearly deadline that is near. A region that has never written one is not late.

    Args:
        due: day of the year as the settings have it.
    """
    month, day = day_of_year(due)
    when = date(year, month, day)
    if not scene.day - BEHIND <= when <= scene.day + AHEAD:
        return
    link = Link(label, full_link_to(done[0]).address if done else None)
    is_late = when < scene.day and not done and is_usual
    state, word = ("ok", scene.w.deadline_done) if done else ("stop", scene.w.deadline_late) if is_late else ("", "")
    yield Deadline(when, scene.writing.day_with_weekday(when), link, state, word)


def _of_agreement(scene: Scene, agreement: Agreement) -> Iterator[Deadline]:
    """The next review, when the draft of the renewal should begin, the last day."""
    settings, w = scene.settings, scene.w
    if state_on(scene.network, agreement, scene.day, settings.agreement_warned_days) not in (IN_FORCE, EXPIRING):
        return
    if agreement.review_months:
        step = agreement.review_months
        every = (months_after(agreement.valid_from, step * number) for number in count(1))
        review = next(day for day in every if day >= scene.day)
        if agreement.valid_until is None or review <= agreement.valid_until:
            yield from _near(scene, review, w.deadline_review, agreement)
    if agreement.valid_until:
        draft = agreement.valid_until - timedelta(days=settings.agreement_draft_days)
        yield from _near(scene, draft, w.deadline_draft, agreement)
        yield from _near(scene, agreement.valid_until, w.deadline_end, agreement)


def _near(scene: Scene, day: date, word: str, agreement: Agreement) -> Iterator[Deadline]:
    if scene.day <= day <= scene.day + AHEAD:
        link = Link(word.format(name=agreement.name), full_link_to(agreement).address)
        yield Deadline(day, scene.writing.day_with_weekday(day), link, "", "")
