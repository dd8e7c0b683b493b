"""Days that bound a season: of one year (`2026-06-01`) or of every year (`1.6.`)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import PlainValidator, WithJsonSchema

from tno.records.fault import fault
from tno.records.scalars import parse_day, text_of

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class MonthDay(NamedTuple):
    """A day of every year; 29 February is allowed and simply does not come in most."""

    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.day}.{self.month}."


_MONTH_DAY = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.|(?P<m>\d{2})-(?P<d>\d{2})")


def _season_day(value: Any) -> date | MonthDay:
    if isinstance(value, date | MonthDay):
        return value
    text = text_of(value).strip()
    if not (match := _MONTH_DAY.fullmatch(text)):
        return parse_day(text)
    month, day = int(match["month"] or match["m"]), int(match["day"] or match["d"])
    if not (1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]):
        raise fault("date-impossible", value=text)
    return MonthDay(month, day)


SeasonDay = Annotated[
    date | MonthDay,
    PlainValidator(_season_day),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(\d{4})?|\d{2}-\d{2})$"}),
]
"""A day that begins or ends a season."""

Bounds = tuple[date | MonthDay, date | MonthDay]
"""First and last day of a season, both of the same sort."""


def covers(bounds: Bounds, day: date) -> bool:
    """Whether a season has begun and not ended on `day`; a yearly one may pass New Year."""
    if dated := _of_one_year(bounds):
        return dated[0] <= day <= dated[1]
    return _comes_within(MonthDay(day.month, day.day), bounds)


def seasons_meet(one: Bounds, other: Bounds) -> bool:
    """Whether two seasons share a day: the first day of one lies in the other."""
    return _begins_within(one, other) or _begins_within(other, one)


def _begins_within(one: Bounds, other: Bounds) -> bool:
    first = one[0]
    if isinstance(first, date):
        return covers(other, first)
    if dated := _of_one_year(other):
        years = range(dated[0].year, dated[1].year + 1)
        return any(dated[0] <= day <= dated[1] for year in years for day in _in_year(first, year))
    return _comes_within(first, other)


def _of_one_year(bounds: Bounds) -> tuple[date, date] | None:
    first, last = bounds
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None


def _comes_within(day: MonthDay, bounds: Bounds) -> bool:
    first, last = bounds
    assert isinstance(first, MonthDay) and isinstance(last, MonthDay)
    return first <= day <= last if first <= last else day >= first or day <= last


def _in_year(day: MonthDay, year: int) -> list[date]:
    try:
        return [date(year, day.month, day.day)]
    except ValueError:  # 29 February of a common year
        return []
