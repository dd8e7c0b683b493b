"""RRULE → how people say it, tried against the rule itself: what does not give the same dates is not believed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from pydantic import ValidationError

from tno.finnish import WEEKDAYS, WEEKDAYS_SHORT
from tno.from_calendar.notes import Notes
from tno.records.moment import day_of
from tno.records.repeat import DAILY, MONTHLY, MOST_OCCURRENCES, WEEKLY, YEARLY, Repeat
from tno.records.rule import all_dates, rule_of

LISTED = 200
"""So many dates are listed of a rule that cannot be written."""
LISTED_DAYS = 730
"""And of one without an end, only so far."""
_TRIED = timedelta(days=366 * 30)
"""How far two rules are compared; nobody plans farther."""
_UNITS = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NTH = {1: "ensimmäinen", 2: "toinen", 3: "kolmas", 4: "neljäs", 5: "viides", -1: "viimeinen"}


@dataclass
class Repetition:
    """How an event repeats."""

    first: date
    """Start of the first occurrence, on the wall clock."""
    repeat: dict[str, Any] | None = None
    """Fields of `repeat` as an editor writes them."""
    extra: list[date] = field(default_factory=list)
    """Occurrences besides."""


def repetition(start: date, zone: str, recur: Any, notes: Notes) -> Repetition:
    """The repetition of an event that begins at `start`, on the wall clock of `zone`.

    Args:
        recur: the value of RRULE as icalendar reads it.
    """
    said = recur.to_ical().decode()
    try:
        dates = _Dates(start, zone, recur)
    except (ValueError, TypeError, KeyError, AttributeError):
        notes.add("rule-dropped", value=said)
        return Repetition(start)
    theirs = dates.to(day_of(start) + _TRIED)
    extra: list[date] = []
    if not theirs:
        notes.add("rule-dropped", value=said)
        return Repetition(start)
    first = theirs[0]
    if first != start:
        notes.add("start-off-rule", value=_written(start))
        extra = [start]
    if len({day_of(moment) for moment in theirs}) == len(theirs):
        for candidate in _candidates(recur, first):
            if (repeat := _tried(candidate, first, theirs, dates, notes)) is not None:
                return Repetition(first, repeat, extra)
    return _listed(start, theirs, dates, said, notes)


class _Dates:
    """The dates that a rule gives, by dateutil."""

    def __init__(self, start: date, zone: str, recur: Any) -> None:
        self._is_day = not isinstance(start, datetime)
        first = start if isinstance(start, datetime) else datetime.combine(start, time())
        parts = {name: value for name, value in recur.items() if name.upper() not in {"UNTIL", "X-RELATIVE"}}
        text = type(recur)(parts).to_ical().decode()
        self.until = _until(recur, zone)
        """Last moment on the wall clock, or None."""
        self.count = next(iter(recur.get("COUNT") or []), None)
        self._rule = rrulestr(text + (f";UNTIL={self.until:%Y%m%dT%H%M%S}" if self.until else ""), dtstart=first)

    @property
    def ends(self) -> bool:
        return self.until is not None or self.count is not None

    def to(self, last: date) -> list[date]:
        """To a day, at most a little more than an event may have."""
        end = datetime.combine(last, time())
        found = []
        for moment in islice(self._rule, MOST_OCCURRENCES * 2):
            if moment > end:
                break
            found.append(moment.date() if self._is_day else moment)
        return found


def _until(recur: Any, zone: str) -> datetime | None:
    value = next(iter(recur.get("UNTIL") or []), None)
    if value is None:
        return None
    if not isinstance(value, datetime):
        return datetime.combine(value, time(23, 59, 59))
    return value.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if value.tzinfo else value


def _candidates(recur: Any, first: date) -> Iterator[dict[str, Any]]:
    """Ways to say the rule, not yet tried."""
    unit = _UNITS.get(str(next(iter(recur.get("FREQ") or [""]))).upper())
    step = int(next(iter(recur.get("INTERVAL") or [1])))
    days = [str(each) for each in recur.get("BYDAY") or []]
    places = [int(each) for each in recur.get("BYSETPOS") or []]
    if unit is None:
        return
    said: dict[str, Any] = {"every": unit} | ({"interval": str(step)} if step > 1 else {})
    plain = [WEEKDAYS_SHORT[_DAYS.index(day)] for day in sorted(days, key=_by_weekday) if day in _DAYS]
    if unit == DAILY and plain and step == 1:
        yield {"every": WEEKLY, "on": plain}
    elif unit == WEEKLY:
        yield said | {"on": plain or [WEEKDAYS_SHORT[day_of(first).weekday()]]}
    elif days and unit in (MONTHLY, YEARLY):
        if on := _nth(days, places):
            yield said | {"on": on}
    elif unit == MONTHLY:
        numbers = [int(each) for each in recur.get("BYMONTHDAY") or [day_of(first).day]]
        yield said | {"on": ["viimeinen päivä" if number == -1 else str(number) for number in numbers]}
    else:
        yield said


def _by_weekday(day: str) -> int:
    return _DAYS.index(day[-2:]) if day[-2:] in _DAYS else 7


def _nth(days: list[str], places: list[int]) -> list[str]:
    """`2TU`, or `TU` with BYSETPOS=2 → toinen tiistai."""
    found = []
    for day in days:
        if day[-2:] not in _DAYS:
            return []
        name, which = WEEKDAYS[_DAYS.index(day[-2:])], [int(day[:-2])] if day[:-2] else places
        if len(which) != 1 or which[0] not in _NTH or (places and len(days) > 1):
            return []
        found.append(f"{_NTH[which[0]]} {name}")
    return found


def _tried(said: dict[str, Any], first: date, theirs: list[date], dates: _Dates, notes: Notes) -> dict[str, Any] | None:
    """`said` with its end, if it gives the very same dates."""
    one = said | ({"on": said["on"][0]} if len(said.get("on", ())) == 1 else {})
    if dates.ends and len(theirs) > MOST_OCCURRENCES:
        last = day_of(theirs[MOST_OCCURRENCES - 1])
        notes.add("rule-cut", most=MOST_OCCURRENCES, day=last)
        theirs, end = theirs[:MOST_OCCURRENCES], {"until": last.isoformat()}
    elif dates.count is not None:
        end = {"times": str(dates.count)}
    elif dates.until is not None:
        last = day_of(theirs[-1])
        until = dates.until.date()
        end = {"until": max(until - timedelta(days=1), last).isoformat()}
        if _days_of(one | {"until": until.isoformat()}, first, len(theirs) + 1) == [day_of(each) for each in theirs]:
            end = {"until": until.isoformat()}
    else:
        end = {}
    found = one | end
    return found if _days_of(found, first, len(theirs) + bool(end)) == [day_of(each) for each in theirs] else None


def _days_of(said: Mapping[str, Any], first: date, most: int) -> list[date]:
    try:
        repeat = Repeat.model_validate({name: _as_text(value) for name, value in said.items()})
    except ValidationError:
        return []
    return list(islice(all_dates(rule_of(repeat, day_of(first))), most))


def _as_text(value: Any) -> Any:
    return [str(each) for each in value] if isinstance(value, list) else str(value)


def _listed(start: date, theirs: list[date], dates: _Dates, said: str, notes: Notes) -> Repetition:
    """The dates one by one, of a rule that cannot be written."""
    end = day_of(start) + timedelta(days=LISTED_DAYS)
    by_day: dict[date, date] = {}
    for each in [start, *theirs]:
        if by_day.setdefault(day_of(each), each) != each:
            notes.add("date-twice", value=day_of(each))
    shown = [each for each in by_day.values() if dates.ends or day_of(each) <= end][:LISTED]
    notes.add("rule-listed", day=day_of(shown[-1]) if shown else day_of(start), value=said)
    return Repetition(start, None, [each for each in shown if each != start])


def _written(moment: date) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else moment.isoformat()
