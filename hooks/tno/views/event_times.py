"""Times of events in words. Those that go by the rule are told once for all lists, tables and events that have them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from tno.model.finnish_time import CLOCKS, day_in_utc, in_iso, minute_in_utc
from tno.model.occurrence import Occurrence
from tno.records import Event
from tno.today import HELSINKI
from tno.views.link import Link
from tno.views.opening import base36
from tno.views.scene import Scene
from tno.writing import Writing

_DAY = timedelta(days=1)


class EventDate(NamedTuple):
    """One time an event happens, on its own page."""

    anchor: str
    """ISO date by the rule: the fragment."""
    text: str
    """"ke 3.2.2027 klo 9–16"."""
    state: str
    """Kind of badge, "" for a time as planned."""
    state_label: str
    off: bool
    """Whether it is cancelled or postponed, and the event is not."""
    lines: tuple[str, ...]
    """What else is different this time: the first date, another place, a note."""
    join: Link | None
    """Where to join online this time, when it is not as always."""
    leaves: str
    """The minute in UTC at which it is past, in base 36."""


class RuledTime(NamedTuple):
    """A time that goes by the rule. (A national build tells thirty thousand, and few thousand that differ.)"""

    date: EventDate
    """On the event's own page."""
    clock: str
    """In a list under its day: "9.30–15"; of what lasts for days "1.3.–28.3."."""
    span: str
    """As properties of schema.org, with a comma before each."""


RuledTimes = dict[date, RuledTime]
"""Moment by the rule → the time of an event that begins then; all in one zone and of one length."""


def ruled_times(scene: Scene, event: Event) -> RuledTimes:
    """What is told already of times as long as those of the event."""
    return scene.once_of(_ruled_times, (event.length, event.zone))


def _ruled_times(_: Scene, __: tuple[timedelta, str]) -> RuledTimes:
    return {}


def tell_ruled(scene: Scene, ruled: RuledTimes, occurrence: Occurrence) -> RuledTime:
    """A time that nothing has changed, told and added to `ruled`."""
    anchor, start, end = occurrence.anchor, occurrence.start, occurrence.end
    day = start.date()
    begins, iso, offset = day_in_utc(day)
    if start < end and offset and not occurrence.all_day and end.date() == day:  # most are within one plain day
        first, last = start.hour * 60 + start.minute, end.hour * 60 + end.minute
        text, leaves = scene.writing.day_between(day, first, last), base36(begins + last)
        clock = scene.writing.minutes_range(first, last)
        span = f',"startDate":"{iso}{CLOCKS[first]}{offset}","endDate":"{iso}{CLOCKS[last]}{offset}"'
    else:
        text, leaves = date_in_words(scene, occurrence), base36(leaves_at(occurrence))
        clock, span = clock_in_words(scene, occurrence), span_in_schema(occurrence)
    ruled[occurrence.original] = found = RuledTime(
        EventDate(anchor, text, "", "", False, (), None, leaves), clock, span
    )
    return found


def span_in_schema(occurrence: Occurrence) -> str:
    """Its days or times as properties of schema.org; without a told end only the start."""
    start, end = occurrence.start, occurrence.end
    if occurrence.all_day:
        return f',"startDate":"{occurrence.first_day}","endDate":"{occurrence.last_day}"'
    if end > start:
        return f',"startDate":"{in_iso(start)}","endDate":"{in_iso(end)}"'
    return f',"startDate":"{in_iso(start)}"'


# --- one time -------------------------------------------------------------------------------------------------------


def lasts_days(occurrence: Occurrence) -> bool:
    """Whether it is told by its days and not by the clock."""
    is_long = occurrence.all_day or occurrence.end - occurrence.start >= _DAY
    return is_long and occurrence.last_day > occurrence.first_day


def leaves_at(occurrence: Occurrence) -> int:
    """The minute in UTC after which an occurrence is past: its end; without one told, the end of its day."""
    end = occurrence.end
    if end <= occurrence.start:
        end = datetime.combine(occurrence.first_day + timedelta(days=1), time(), HELSINKI)
    return minute_in_utc(end)


def clock_in_words(scene: Scene, occurrence: Occurrence) -> str:
    """When on its day, or which days: "1.3.–28.3."."""
    if lasts_days(occurrence):
        return scene.writing.short_days(occurrence.first_day, occurrence.last_day)
    return clock_of_day(scene, occurrence)


def clock_of_day(scene: Scene, occurrence: Occurrence) -> str:
    """ "9.30–15", "9.30", "20–2" over midnight, that it lasts the whole day: of what does not last for days."""
    start, end = occurrence.start, occurrence.end
    if occurrence.all_day:
        return scene.w.all_day
    if end <= start:
        return scene.writing.clock(start.time())
    return scene.writing.clock_range(start.time(), end.time())


def beginning_in_words(scene: Scene, occurrence: Occurrence) -> str:
    """ "ke 3.2. klo 9", "ma 1.3." of what lasts for days."""
    writing, first = scene.writing, occurrence.first_day
    day = f"{writing.weekdays_short[first.weekday()]} {writing.short_day(first)}"
    if occurrence.all_day or lasts_days(occurrence):
        return day
    return writing.at(day, writing.clock(occurrence.start.time()))


def date_in_words(scene: Scene, occurrence: Occurrence) -> str:
    """ "ke 3.2.2027 klo 9–16", "ma 1.3.–su 28.3.2027", "pe 4.12.2026 klo 18 – la 5.12.2026 klo 2"."""
    writing, start, end = scene.writing, occurrence.start, occurrence.end
    first = start.date()
    if occurrence.all_day:
        return writing.days_with_weekdays(first, occurrence.last_day)
    if end.date() != first and (last := occurrence.last_day) > first:
        return f"{_moment_in_words(writing, first, start)} – {_moment_in_words(writing, last, end)}"
    if end <= start:
        return _moment_in_words(writing, first, start)
    return writing.day_within(first, start.time(), end.time())


def _moment_in_words(writing: Writing, day: date, moment: datetime) -> str:
    return writing.at(writing.day_with_weekday(day), writing.clock(moment.time()))
