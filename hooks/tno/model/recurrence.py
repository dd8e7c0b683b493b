"""An event's repetition as RFC 5545 writes it: RRULE, EXDATE, RDATE, and what differs under its RECURRENCE-ID.

Values only; the calendar file puts names and TZID before them. Times are local to the event's zone, dates stand for
whole days.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tno.frozen import frozen
from tno.model.occurrence import changed_times, original_of
from tno.records.event import CANCELLED, Event
from tno.records.moment import day_of
from tno.records.override import Override
from tno.records.rule import Rule, rrule_text


@frozen
class ChangedOccurrence:
    """One occurrence that has a component of its own."""

    recurrence_id: str
    """The original start."""
    start: str
    end: str
    """Left out, as DTEND is; equal to `start` when no end is told."""
    status: str
    """Id in the vocabulary `event_status`."""
    change: Override

    @property
    def cancelled(self) -> bool:
        """Whether it does not happen after all."""
        return self.status == CANCELLED


@frozen
class Recurrence:
    """An event's times as values of iCalendar properties: `20261224T170000`, or `20261224` for whole days."""

    all_day: bool
    zone: str
    """TZID of every time here; means nothing for whole days."""
    start: str
    end: str
    """Left out, as DTEND is; equal to `start` when no end is told."""
    rrule: str | None
    exdates: tuple[str, ...]
    rdates: tuple[str, ...]
    changes: tuple[ChangedOccurrence, ...]


def recurrence(event: Event) -> Recurrence:
    """The times of `event` compiled to RFC 5545, 3.3.10 (RRULE), 3.8.4.4 (RECURRENCE-ID), 3.8.5 (EXDATE, RDATE)."""
    rule, length = event.rule, event.length
    return Recurrence(
        all_day=event.all_day,
        zone=event.zone,
        start=value_of(event.start),
        end=value_of(event.start + length),
        rrule=rrule_text(rule, _until(rule, event)) if rule else None,
        exdates=tuple(value_of(original_of(event, day_of(day))) for day in sorted(event.except_)),
        rdates=tuple(value_of(moment) for moment in sorted(event.extra)),
        changes=tuple(_changed(event, change, length) for change in sorted(event.overrides, key=_date_of)),
    )


def _changed(event: Event, change: Override, length: timedelta) -> ChangedOccurrence:
    original = original_of(event, change.date)
    start, end = changed_times(original, change, length)
    return ChangedOccurrence(value_of(original), value_of(start), value_of(end), change.status or event.status, change)


def _until(rule: Rule, event: Event) -> str | None:
    """The last moment of the last day: a date for whole days, else in UTC as 3.3.10 demands beside TZID."""
    if rule.until is None:
        return None
    if event.all_day:
        return value_of(rule.until)
    last = datetime.combine(rule.until, time(23, 59, 59), ZoneInfo(event.zone))
    return f"{value_of(last.astimezone(UTC).replace(tzinfo=None))}Z"


def _date_of(change: Override) -> date:
    return change.date


def value_of(moment: date) -> str:
    """A moment on the wall clock, or a day, as iCalendar writes it. (`strftime` takes ten times as long.)"""
    text = moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()
    return text.replace("-", "").replace(":", "")
