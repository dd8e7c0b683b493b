"""The times of one event that its own page tells."""

from __future__ import annotations

from collections.abc import Sequence

from tno.model.occurrence import Occurrence
from tno.records import Event
from tno.records.event import OFF
from tno.records.moment import day_of
from tno.views.event_days import (
    AHEAD_DAYS,
    BADGES,
    KNOWN_DAYS,
    ahead,
    held,
    last_table,
    where_in_words,
)
from tno.views.event_times import EventDate, date_in_words, leaves_at, ruled_times, tell_ruled
from tno.views.link import Link
from tno.views.opening import base36
from tno.views.scene import Scene

LISTED_DATES = 28
"""How many coming dates an event's page lists at least, if there are so many."""


def dates_of(scene: Scene, event: Event) -> tuple[Sequence[Occurrence], bool]:
    """What its page tells: coming occurrences, or the last one before today; whether all are over."""
    found = ahead(scene, event, KNOWN_DAYS)
    if len(found) < LISTED_DATES and _may_have_more(scene, event, found):  # what happens every week has enough
        far = AHEAD_DAYS if event.repeat else max(AHEAD_DAYS, (event.first_day - scene.day).days + 2)
        found = ahead(scene, event, far)
    if found:
        most, tables_end = LISTED_DATES, last_table(scene.day)
        while most < len(found) and found[most].first_day < tables_end:
            most += 1
        return found[:most], False
    return held(scene, event)[-1:], True


def _may_have_more(scene: Scene, event: Event, found: Sequence[Occurrence]) -> bool:
    """Whether anything may come after `KNOWN_DAYS`: not of what happens once, when its time is found or past."""
    if event.repeat or event.extra or event.overrides:
        return True
    return not found and event.first_day >= scene.day


def event_dates(scene: Scene, event: Event, occurrences: Sequence[Occurrence]) -> list[EventDate]:
    """Occurrences of an event as its page tells them."""
    ruled, place = ruled_times(scene, event), event.place
    return [
        (ruled.get(each.original) or tell_ruled(scene, ruled, each)).date
        if each.change is None and each.place == place
        else _changed_date(scene, event, each)
        for each in occurrences
    ]


def _changed_date(scene: Scene, event: Event, occurrence: Occurrence) -> EventDate:
    status, original, place, change = occurrence[3:]
    lines = []
    if change and day_of(original) != occurrence.first_day and not occurrence.cancelled:
        lines.append(scene.w.moved_from.format(day=scene.writing.day_with_weekday(day_of(original))))
    if place != event.place:
        lines.append(where_in_words(scene, event, place))
    if occurrence.note:
        lines.append(str(occurrence.note))
    is_told = status in BADGES and status != event.status  # of the whole event it is said once, at the top
    return EventDate(
        anchor=occurrence.anchor,
        text=date_in_words(scene, occurrence),
        state=BADGES[status] if is_told else "",
        state_label=scene.label("event_status", status) if is_told else "",
        off=status in OFF,
        lines=tuple(line for line in lines if line),
        join=Link(scene.w.join_online, change.online_url) if change and change.online_url else None,
        leaves=base36(leaves_at(occurrence)),
    )
