"""When an event happens: its occurrences as instants, and the whole series as RFC 5545 writes it.

A series is worked out on wall-clock times in the event's own zone and the zone attached after, so that a Tuesday at
12 stays at 12 when summer time begins or ends. Two hours a year need a rule: a time that the clock shows twice is the
first of the two, and an occurrence in the hour the clock skips comes an hour later by the clock, as dateutil,
zoneinfo and the calendar programs have it (3.3.10 would drop it; nobody's meeting should vanish).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tno.model.repeat_words import repeat_in_words
from tno.records.event import CANCELLED, Event
from tno.records.moment import HELSINKI, day_of
from tno.records.override import MOVED_ONLINE, Override
from tno.records.rule import dates_between

_HELSINKI = ZoneInfo(HELSINKI)
_DAY = timedelta(days=1)
_MARGIN = 2 * _DAY
"""No zone is farther from Finland, and no moved hour longer."""
_MOVED_HOUR = 3
"""The hour that Helsinki skips in spring and shows twice in autumn."""
_MIDNIGHT = time()
Window = tuple[datetime, datetime]

__all__ = [
    "NaiveTimeError",
    "Occurrence",
    "changed_times",
    "is_over",
    "occurrences_between",
    "original_of",
    "repeat_in_words",
]


class NaiveTimeError(ValueError):
    """An instant without a zone was given where only an aware one has a meaning."""

    def __init__(self, value: datetime) -> None:
        super().__init__(f"{value.isoformat()} has no zone")
        self.value = value


def is_over(event: Event, day: date) -> bool:
    """Whether an event, the last of a series, was over before `day`; a series without an end goes on."""
    if event.repeat:
        until = getattr(event.repeat, "until", None)
        return bool(until and until < day)
    return event.first_day + max(event.length, timedelta()) < day


class Occurrence(NamedTuple):
    """One time an event happens. (A named tuple: a national build makes a hundred thousand.)"""

    start: datetime
    """Aware, Europe/Helsinki; all-day events begin at midnight."""
    end: datetime
    """Aware, Europe/Helsinki, left out: an all-day event ends at the midnight after its last day. Equal to `start`
    when no end is told."""
    all_day: bool
    status: str
    """Id in the vocabulary `event_status`: of this occurrence, else of the event."""
    original: date
    """When it would be by the rule: a date, or a naive wall-clock time of the event's zone. RECURRENCE-ID names it."""
    place: str | None = None
    """Id of the place, this time or always; None when it is moved online."""
    change: Override | None = None
    """What is different this time, if anything."""

    @property
    def cancelled(self) -> bool:
        """Whether it does not happen after all."""
        return self.status == CANCELLED

    @property
    def anchor(self) -> str:
        """Name of the occurrence on its event's page: the original date, so that links survive a change."""
        return day_of(self.original).isoformat()

    @property
    def first_day(self) -> date:
        """The date it begins, in Finland."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The date it ends, in Finland; for what ends at midnight, the day before."""
        end = self.end
        if end.hour or end.minute:
            return end.date()
        return max(self.start, end - timedelta(microseconds=1)).date()

    @property
    def note(self) -> str | None:
        """What is told of this occurrence alone."""
        return self.change.note if self.change else None


_occurrence = partial(tuple.__new__, Occurrence)
"""An occurrence of all its values, without a Python function in between: there are that many."""


def occurrences_between(event: Event, start: datetime, end: datetime) -> list[Occurrence]:
    """Occurrences of `event` that overlap [start, end), earliest first.

    Args:
        start, end: aware, Europe/Helsinki; `end` itself is left out. All-day events count whole local days.
    Returns:
        One per date, cancelled ones included with `cancelled=True`. A rule without an end is cut at `end`.
    Raises:
        NaiveTimeError: if `start` or `end` has no zone.
    Source: RFC 5545, 3.3.10 and 3.8.5.
    """
    for limit in (start, end):
        if limit.tzinfo is None:
            raise NaiveTimeError(limit)
    window = (start.astimezone(_HELSINKI), end.astimezone(_HELSINKI))
    length = event.length
    if event.overrides:
        found = _with_changes(event, window, length, ZoneInfo(event.zone))
    elif originals := _originals(event, day_of(window[0]) - length - _MARGIN, day_of(window[1]) + _MARGIN):
        found = _as_ruled(event, originals, length, ZoneInfo(event.zone))
    else:
        return []
    low, high = window[0] + _DAY, window[1] - _DAY  # this far from the edges the wall clock decides
    return [one for one in found if (low <= one.start and one.end <= high) or _overlaps(one, *window)]


def _with_changes(event: Event, window: Window, length: timedelta, zone: ZoneInfo) -> list[Occurrence]:
    """Changed occurrences may come from and go anywhere, so all of them are looked at; the rest near the window."""
    changes = {override.date: override for override in event.overrides}
    originals = _originals(event, day_of(window[0]) - length - _MARGIN, day_of(window[1]) + _MARGIN)
    found = _as_ruled(event, [moment for moment in originals if day_of(moment) not in changes], length, zone)
    found += [_changed(event, original_of(event, day), change, length, zone) for day, change in changes.items()]
    return sorted(found, key=lambda occurrence: (occurrence.start.astimezone(UTC), day_of(occurrence.original)))


def _originals(event: Event, first: date, last: date) -> list[date]:
    """Moments by the rule and the extra ones, without those left out, from `first` to `last`, earliest first."""
    rule = event.rule
    if rule is None:
        found = [event.start] if first <= event.first_day <= last else []
    else:
        days = dates_between(rule, first, last)
        if event.except_:
            days = [day for day in days if day not in event.except_]
        clock = event.start.time() if isinstance(event.start, datetime) else None
        found = [datetime.combine(day, clock) for day in days] if clock is not None else days
    if event.extra:
        found = sorted([*found, *(moment for moment in event.extra if first <= day_of(moment) <= last)])
    return found


def original_of(event: Event, day: date) -> date:
    """The moment of the occurrence of `day` before any change of it."""
    if extra := [moment for moment in event.extra if day_of(moment) == day]:
        return extra[0]
    return datetime.combine(day, event.start.time()) if isinstance(event.start, datetime) else day


def _as_ruled(event: Event, originals: Sequence[date], length: timedelta, zone: ZoneInfo) -> list[Occurrence]:
    """Occurrences that nothing has changed."""
    status, place, found = event.status, _place_of(event), []
    if not isinstance(event.start, datetime):
        for day in originals:
            found.append(_occurrence((_midnight(day), _midnight(day + length), True, status, day, place, None)))
        return found
    clock, by_clock = event.start.time().replace(tzinfo=zone), not event.extra
    for original in originals:
        assert isinstance(original, datetime)
        start = datetime.combine(original, clock) if by_clock else original.replace(tzinfo=zone)  # a sixth of the time
        after = start + length  # with a zone, Python too adds on the wall clock
        if zone is not _HELSINKI or start.hour == _MOVED_HOUR or after.hour == _MOVED_HOUR:
            start, after = _in_finland(start), _in_finland(after)
        found.append(_occurrence((start, after, False, status, original, place, None)))
    return found


def _place_of(event: Event) -> str | None:
    """Where one has to come; nowhere when the whole event has been moved online."""
    return None if event.status == MOVED_ONLINE else event.place


def _changed(event: Event, original: date, change: Override, length: timedelta, zone: ZoneInfo) -> Occurrence:
    first, after = changed_times(original, change, length)
    status = change.status or event.status
    place = change.place or (None if change.status == MOVED_ONLINE else _place_of(event))
    if isinstance(first, datetime) and isinstance(after, datetime):
        start, end = _in_finland(first.replace(tzinfo=zone)), _in_finland(after.replace(tzinfo=zone))
        return Occurrence(start, end, False, status, original, place, change)
    return Occurrence(_midnight(first), _midnight(after), True, status, original, place, change)


def changed_times(original: date, change: Override, length: timedelta) -> tuple[date, date]:
    """Start and end (left out) of a changed occurrence on the wall clock; an untold end keeps the length."""
    first = change.start if isinstance(change.start, date) else original
    if isinstance(change.end, datetime):
        return first, change.end
    return first, change.end + _DAY if isinstance(change.end, date) else first + length


def _in_finland(moment: datetime) -> datetime:
    if moment.tzinfo is _HELSINKI and moment.hour != _MOVED_HOUR:
        return moment
    return moment.astimezone(UTC).astimezone(_HELSINKI)  # by way of UTC, so that a skipped time becomes a real one


def _midnight(day: date) -> datetime:
    return datetime.combine(day, _MIDNIGHT, _HELSINKI)


def _overlaps(occurrence: Occurrence, start: datetime, end: datetime) -> bool:
    first, after = occurrence.start, occurrence.end
    low, high = _in_utc(start, start.fold), _in_utc(end, end.fold)  # with UTC on one side Python compares instants
    return first < high and (after > low or (after == first and first >= low))


@lru_cache(maxsize=64)
def _in_utc(moment: datetime, _fold: int) -> datetime:
    """(Of the edges of windows, the same for thousands of events. Python's equality does not see the fold.)"""
    return moment.astimezone(UTC)
