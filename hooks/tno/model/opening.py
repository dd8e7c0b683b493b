"""The one engine of opening hours: what a channel's hours mean as instants.

Hours are wall-clock times; here they become UTC instants that a page need only compare with now. What wins on a
date: a single day, then a period that is closed, then a named day, then another period, then season, then week.
Minutes are plain integers until the very end, and what all channels share (dates, offsets of the zone, named days) is
computed once per horizon.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from tno.model.exceptional_days import ExceptionalDays, exceptions_ahead
from tno.model.horizon import HELSINKI, Horizon, horizon
from tno.model.opening_words import spans_in_words, week_in_words
from tno.records.hours import Hours, Season
from tno.records.hours_exception import HoursException
from tno.records.season_day import covers
from tno.records.spans import Spans
from tno.records.week import EVEN, Week

Minutes = tuple[tuple[int, int], ...]
"""(start, end) in minutes from 1970 in UTC, sorted, apart from each other, ends left out."""
Intervals = tuple[tuple[datetime, datetime], ...]
"""The same as aware instants in UTC."""

__all__ = [
    "ExceptionalDays",
    "Horizon",
    "exceptions_ahead",
    "horizon",
    "open_intervals",
    "open_minutes",
    "spans_by_day",
    "spans_in_words",
    "week_in_words",
]


def open_intervals(hours: Hours | None, start: date, days: int, zone: str = HELSINKI) -> Intervals | None:
    """When a channel is open during `days` local days from `start`: aware UTC instants, earliest first.

    Intervals never touch or overlap and are cut at both ends of the horizon, so an interval that ends with the
    horizon may well go on. None when the hours are not known, which is not the same as closed (an empty tuple).
    """
    ahead = horizon(start, days, zone)
    minutes = open_minutes(hours, ahead)
    if minutes is None:
        return None
    instant = ahead.instant
    return tuple([(instant(first), instant(last)) for first, last in minutes])


def open_minutes(hours: Hours | None, ahead: Horizon) -> Minutes | None:
    """As `open_intervals`, in minutes from 1970 (UTC)."""
    if hours is None or hours.unknown:
        return None
    shifts, midnights = ahead.shifts, ahead.midnights
    found: list[tuple[int, int]] = []
    latest = ahead.first_min  # open until here so far
    for place, spans in enumerate(spans_by_day(hours, ahead)):
        for start_min, end_min in spans:
            if place in shifts:
                first, last = ahead.minute(place, start_min), ahead.minute(place, end_min)
            else:
                first, last = midnights[place] + start_min, midnights[place] + end_min
            if last <= max(first, latest):  # in the skipped hour nothing is left; or open already
                continue
            if first <= latest and found:
                found[-1] = (found[-1][0], last)
            else:
                found.append((max(first, ahead.first_min), last))
            latest = last
    return _cut(found, ahead.end_min)


def _cut(minutes: list[tuple[int, int]], end_min: int) -> Minutes:
    if minutes and minutes[-1][1] > end_min:
        first = minutes.pop()[0]
        if first < end_min:
            minutes.append((first, end_min))
    return tuple(minutes)


def spans_by_day(hours: Hours, ahead: Horizon) -> list[Spans]:
    """The opening times of each of `ahead.dates`, weakest source first, stronger ones written over."""
    spans = _by_week(hours.days, hours.weeks, ahead)
    limits = [season for season in hours.season if not season.has_days]
    if limits:
        _keep_within(spans, limits, ahead)
    for season in hours.season:
        if season.has_days:
            own = _by_week(season.days, season.weeks, ahead)
            for place, day in enumerate(ahead.dates):
                if covers(season.bounds, day):
                    spans[place] = own[place]
    for exception in _weakest_first(hours.exceptions):
        for place in _places_of(exception, ahead):
            spans[place] = exception.spans
    return spans


def _by_week(week: Week, weeks: str | None, ahead: Horizon) -> list[Spans]:
    by_weekday: list[Spans] = [spans or () for spans in week]
    if weeks is None:
        return [by_weekday[weekday] for weekday in ahead.weekdays]
    even = weeks == EVEN
    return [
        by_weekday[weekday] if is_even is even else ()
        for weekday, is_even in zip(ahead.weekdays, ahead.is_even_week, strict=True)
    ]


def _keep_within(spans: list[Spans], limits: list[Season], ahead: Horizon) -> None:
    for place, day in enumerate(ahead.dates):
        if not any(covers(season.bounds, day) for season in limits):
            spans[place] = ()


def _weakest_first(exceptions: tuple[HoursException, ...]) -> Sequence[HoursException]:
    """Periods with times, then named days, then periods that are closed or hold on holidays too, then single days.

    (Who writes that the summer's hours are 10–14 has not said that Midsummer Eve is open.)
    """
    return exceptions if len(exceptions) < 2 else sorted(exceptions, key=_exactness)


def _exactness(exception: HoursException) -> int:
    if exception.date:
        return 3
    if exception.named_day:
        return 1
    return 2 if exception.closed or exception.holidays else 0


def _places_of(exception: HoursException, ahead: Horizon) -> range | list[int]:
    if dates := exception.dates:
        return ahead.places(*dates)
    return [place for name in exception.named_day for place in ahead.named.get(name, ())]
