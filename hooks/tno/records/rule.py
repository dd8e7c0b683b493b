"""The dates a repetition gives, and the same as an RFC 5545 rule. Dates only: clock times are put on them later.

Counted here, an order of magnitude faster than dateutil's `rrule`; a test holds the two equal on random rules.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from heapq import merge
from itertools import chain, islice, takewhile
from typing import NamedTuple

from tno.records.repeat import DAILY, MONTHLY, WEEKLY, YEARLY, Repeat

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = {DAILY: "DAILY", WEEKLY: "WEEKLY", MONTHLY: "MONTHLY", YEARLY: "YEARLY"}


class Rule(NamedTuple):
    """A repetition that knows its first day, so that nothing in it is left to be guessed."""

    first: date
    unit: str
    step: int
    weekdays: tuple[int, ...]
    nth: tuple[tuple[int, int], ...]
    month_days: tuple[int, ...]
    until: date | None
    """Last day on which there may be an occurrence."""
    times: int | None

    @property
    def ends(self) -> bool:
        """Whether the repetition ends by itself."""
        return self.until is not None or self.times is not None


def rule_of(repeat: Repeat, first: date) -> Rule:
    """`repeat` beginning on `first`, whose weekday, day of month or date fills what `on` does not say."""
    weekdays, nth, month_days = repeat.on or ((), (), ())
    if repeat.unit == WEEKLY:
        weekdays = weekdays or (first.weekday(),)
    elif repeat.unit == MONTHLY and not nth:
        month_days = month_days or (first.day,)
    return Rule(first, repeat.unit, repeat.step, weekdays, nth, month_days, repeat.until, repeat.times)


def all_dates(rule: Rule) -> Iterator[date]:
    """Dates of `rule` in order; may go on to the end of the calendar."""
    if rule.unit in (DAILY, WEEKLY):
        return map(date.fromordinal, merge(*_by_weeks(rule, rule.first, date.max)))
    return _by_months(rule)


def dates_between(rule: Rule, first: date, last: date) -> list[date]:
    """Dates of `rule` from `first` to `last`, both included."""
    if rule.unit in (DAILY, WEEKLY):
        ordinals = _by_weeks(rule, first, last)
        return [date.fromordinal(day) for day in (sorted(chain(*ordinals)) if len(ordinals) > 1 else ordinals[0])]
    return [day for day in takewhile(last.__ge__, _by_months(rule, first)) if day >= first]


def has_dates_between(rule: Rule, first: date, last: date) -> bool:
    """Whether `dates_between` would find any."""
    if rule.unit in (DAILY, WEEKLY):
        return last >= first and any(_by_weeks(rule, first, last))
    return bool(dates_between(rule, first, last))


def count_dates(rule: Rule, most: int) -> int:
    """How many dates `rule` gives, counted only up to `most`."""
    if rule.unit in (DAILY, WEEKLY):
        return min(most, sum(map(len, _by_weeks(rule, rule.first, date.max))))
    return sum(1 for _ in islice(_by_months(rule), most))


def last_date(rule: Rule) -> date | None:
    """The last date of a rule that ends, if it has any."""
    if rule.unit in (DAILY, WEEKLY):
        last = max([days[-1] for days in _by_weeks(rule, rule.first, date.max) if days], default=None)
        return None if last is None else date.fromordinal(last)
    return max(_by_months(rule), default=None)


def nearest_date(rule: Rule, day: date) -> date | None:
    """The date of `rule` nearest to `day`, the earlier of two; None if there is none within two of its steps."""
    if day <= rule.first:
        return rule.first
    reach = timedelta(days=_LONGEST[rule.unit] * rule.step * 2)
    near = dates_between(rule, _shifted(day, -reach), _shifted(day, reach))
    if not near and rule.ends:
        return last_date(rule)
    return min(near, key=lambda found: (abs(found - day), found), default=None)


_LONGEST = {DAILY: 1, WEEKLY: 7, MONTHLY: 62, YEARLY: 366}


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min


def _by_weeks(rule: Rule, first: date, last: date) -> list[range]:
    """Ordinals of the rule's dates from `first` to `last`: a range for each weekday (for days: one)."""
    begins = rule.first.toordinal()
    offsets, length = ((0,), 1) if rule.unit == DAILY else (rule.weekdays, 7)
    block, length = begins - (rule.first.weekday() if rule.unit == WEEKLY else 0), length * rule.step
    end = min(last, rule.until or last).toordinal()
    if rule.times is not None:
        blocks, place = divmod(sum(block + offset < begins for offset in offsets) + rule.times - 1, len(offsets))
        end = min(end, block + blocks * length + offsets[place])
    start = max(begins, first.toordinal())
    return [range(start + (block + offset - start) % length, end + 1, length) for offset in offsets]


def _by_months(rule: Rule, after: date = date.min) -> Iterator[date]:
    """Dates of the rule in order, from the month of `after` at the latest when none has to be counted."""
    step = rule.step * (12 if rule.unit == YEARLY else 1)
    month, until, left = _month_number(rule.first), rule.until or date.max, rule.times
    month_days = rule.month_days or (rule.first.day,)
    if left is None:
        month += max(0, _month_number(after) - month) // step * step
    while month <= _LAST_MONTH:
        for day in _days_in_month(rule.nth, month_days, month):
            if day < rule.first:
                continue
            if day > until or left == 0:
                return
            yield day
            left = left and left - 1
        month += step


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


_LAST_MONTH = _month_number(date.max)


@lru_cache(maxsize=4096)
def _days_in_month(nth: tuple[tuple[int, int], ...], month_days: tuple[int, ...], number: int) -> tuple[date, ...]:
    """Dates in a month, each once; a day that the month has not is passed over (RFC 5545, 3.3.10)."""
    year, month = number // 12, number % 12 + 1
    begins, length = monthrange(year, month)
    if nth:
        days = {_nth(which, weekday, begins, length) for which, weekday in nth}
    else:
        days = {day if day > 0 else length + 1 + day for day in month_days}
    return tuple(date(year, month, day) for day in sorted(days) if day <= length)


def _nth(which: int, weekday: int, begins: int, length: int) -> int:
    """The day of the second Tuesday or the last Friday in a month: past its end when there is none."""
    first = (weekday - begins) % 7 + 1
    return first + 7 * (which - 1) if which > 0 else first + (length - first) // 7 * 7


def rrule_text(rule: Rule, until: str | None) -> str:
    """The value of RRULE. `until` is the end as the calendar needs it: a date, or UTC when there are clock times.

    Source: RFC 5545, 3.3.10.
    """
    by_day = [_WEEKDAYS[weekday] for weekday in rule.weekdays]
    by_day += [f"{which}{_WEEKDAYS[weekday]}" for which, weekday in rule.nth]
    parts = {
        "FREQ": _FREQUENCIES[rule.unit],
        "INTERVAL": str(rule.step) if rule.step > 1 else "",
        "BYMONTH": str(rule.first.month) if rule.unit == YEARLY and rule.nth else "",
        "BYMONTHDAY": ",".join(map(str, rule.month_days)),
        "BYDAY": ",".join(by_day),
        "UNTIL": until or "",
        "COUNT": str(rule.times) if rule.times is not None else "",
    }
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)
