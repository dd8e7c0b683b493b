"""The dates a repetition gives, and the same as an RFC 5545 rule. Dates only: clock times are put on them later.

Days and weeks are counted here, an order of magnitude faster than dateutil, months and years by dateutil's
`rrule`; a test holds both to dateutil on random rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import chain, islice, takewhile

from tno.records.repeat import DAILY, MONTHLY, WEEKLY, YEARLY, Repeat

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = {DAILY: "DAILY", WEEKLY: "WEEKLY", MONTHLY: "MONTHLY", YEARLY: "YEARLY"}


@dataclass(frozen=True, slots=True)
class Rule:
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
    return [day for day in takewhile(last.__ge__, _by_months(rule)) if day >= first]


def has_dates_between(rule: Rule, first: date, last: date) -> bool:
    """Whether `dates_between` would find any."""
    if rule.unit in (DAILY, WEEKLY):
        return last >= first and any(_by_weeks(rule, first, last))
    return bool(dates_between(rule, first, last))


def count_dates(rule: Rule, most: int) -> int:
    """How many dates `rule` gives, counted only up to `most`."""
    return sum(1 for _ in islice(all_dates(rule), most))


def nearest_date(rule: Rule, day: date) -> date | None:
    """The date of `rule` nearest to `day`, the earlier of two; None if there is none within two of its steps."""
    if day <= rule.first:
        return rule.first
    reach = timedelta(days=_LONGEST[rule.unit] * rule.step * 2)
    near = dates_between(rule, _shifted(day, -reach), _shifted(day, reach))
    if not near and rule.ends:
        return max(all_dates(rule), default=None)
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


def _by_months(rule: Rule) -> Iterator[date]:
    from dateutil import rrule as dateutil  # costs milliseconds: only where something repeats by months

    days = [dateutil.weekdays[weekday](which) for which, weekday in rule.nth]
    found = dateutil.rrule(
        dateutil.MONTHLY if rule.unit == MONTHLY else dateutil.YEARLY,
        dtstart=datetime.combine(rule.first, time()),
        interval=rule.step,
        bymonth=rule.first.month if rule.unit == YEARLY and days else None,
        byweekday=days or None,
        bymonthday=rule.month_days or None,
        until=datetime.combine(rule.until, time()) if rule.until else None,
        count=rule.times,
    )
    return (moment.date() for moment in found)


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
