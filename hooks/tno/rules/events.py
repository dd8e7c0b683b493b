"""Events that are over: when that is, and what is still to be told of them."""

from __future__ import annotations

from datetime import date, timedelta

from tno.finnish import day as written_day
from tno.records import Event
from tno.records.event import CANCELLED, WITHOUT_PLACE
from tno.records.moment import day_of
from tno.records.rule import last_date
from tno.rules.review import Findings, Review, finding

OUTCOME_AWAITED = timedelta(days=30)
"""After so long somebody should know what came of an event."""
OF_THE_NETWORK = frozenset({"ammattilaiset", "verkosto"})
"""Audiences whose events should leave something behind for those who were not there."""


def is_over(event: Event, day: date) -> bool:
    """Whether nothing of `event` is left on `day` or after."""
    if event.repeat and not (event.repeat.until or event.repeat.times):
        return False
    if event.first_day >= day:
        return False
    last = last_day(event)
    return last is not None and last < day


def last_day(event: Event) -> date | None:
    """The last day of an event's last occurrence; None for a series without an end."""
    rule = event.rule
    if rule and not rule.ends:
        return None
    begins = (last_date(rule) or rule.first) if rule else event.first_day
    changed = [day_of(change.start) for change in event.overrides if isinstance(change.start, date)]
    begins = max([begins, *map(day_of, event.extra), *changed])
    return begins + timedelta(days=max(0, event.length.days - event.all_day))


def without_outcome(review: Review) -> Findings:
    """Events of the network that were long ago and of which nothing has been told."""
    for event in review.network.all_of(Event).values():
        if event.outcome or event.status == CANCELLED or event.kind in WITHOUT_PLACE:
            continue
        if not OF_THE_NETWORK.isdisjoint(event.audience) and is_over(event, review.day - OUTCOME_AWAITED):
            last = last_day(event)
            assert last is not None
            yield finding(event, "event-outcome-missing", "name", value=str(event.name), day=written_day(last))
