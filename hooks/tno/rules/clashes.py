"""Events that overlap although they are for the same people: somebody would have to choose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import NamedTuple

from tno.finnish import day as written_day
from tno.model.event_areas import parts_of_region, sub_areas_of
from tno.model.network import Region
from tno.model.occurrence import occurrences_between
from tno.records import Event
from tno.records.event import CANCELLED
from tno.rules.review import Finding, Findings, Review, finding
from tno.today import HELSINKI

AHEAD = timedelta(days=90)
"""Clashes are told while something can still be moved."""
LONGEST = timedelta(days=3)
"""What lasts longer (a theme week, an application period) leaves room for others."""
EVERYBODY = "kaikki"
"""The target group of what is for everybody."""


class Meeting(NamedTuple):
    """One time of an event, and whom it would draw."""

    start: datetime
    end: datetime
    event: Event
    sub_areas: frozenset[str]
    """Empty for the whole region."""


def overlapping_events(review: Review) -> Findings:
    """Pairs of a region's events that are at the same time for the same audience and sub-area; once a pair."""
    for region in review.network.regions.values():
        order = {event.key: place for place, event in enumerate(region.all_of(Event))}
        told: set[tuple[str, str]] = set()
        meetings = sorted(_meetings(review, region), key=lambda each: (each.start, order[each.event.key]))
        for one, other in _overlaps(meetings):
            first, second = sorted((one.event, other.event), key=lambda event: order[event.key])
            if (first.key, second.key) not in told and _same_people(one, other):
                told.add((first.key, second.key))
                yield _clash(second, first, max(one.start, other.start))


def _meetings(review: Review, region: Region) -> Iterator[Meeting]:
    begin = datetime.combine(review.day, time(), HELSINKI)
    parts = parts_of_region(review.network, region)
    for event in region.all_of(Event):
        if event.status == CANCELLED or event.attendance is None:
            continue
        sub_areas = sub_areas_of(review.network, event, parts)
        for each in occurrences_between(event, begin, begin + AHEAD):
            if not each.cancelled and timedelta(0) < each.end - each.start <= LONGEST:
                yield Meeting(each.start, each.end, event, sub_areas)


def _overlaps(meetings: list[Meeting]) -> Iterator[tuple[Meeting, Meeting]]:
    """Pairs at the same time, of meetings in the order they begin."""
    going_on: list[Meeting] = []
    for meeting in meetings:
        going_on = [each for each in going_on if each.end > meeting.start]
        yield from ((each, meeting) for each in going_on if each.event is not meeting.event)
        going_on.append(meeting)


def _same_people(one: Meeting, other: Meeting) -> bool:
    if one.sub_areas and other.sub_areas and one.sub_areas.isdisjoint(other.sub_areas):
        return False
    if set(one.event.audience).isdisjoint(other.event.audience):
        return False
    groups = set(one.event.target_groups), set(other.event.target_groups)
    return not all(groups) or EVERYBODY in groups[0] | groups[1] or not groups[0].isdisjoint(groups[1])


def _clash(event: Event, other: Event, start: datetime) -> Finding:
    data = {"value": str(event.name), "other": str(other.name), "day": written_day(start.date())}
    return finding(event, "event-clash", "start", **data)
