"""When an event of a calendar happens → start, end, repetition, exceptions and changes as our files tell them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from tno.from_calendar.calendar_file import Series
from tno.from_calendar.notes import Notes
from tno.from_calendar.repetition import Repetition, repetition
from tno.from_calendar.zones import When, Zones, moment_of
from tno.records.moment import HELSINKI, day_of, missing_hour
from tno.records.repeat import MOST_OCCURRENCES, Repeat
from tno.records.rule import Rule, all_dates, dates_between, rule_of

_DAY = timedelta(days=1)


class Times:
    """When an event happens, on the wall clock of its own zone."""

    def __init__(self, zones: Zones, start: When, notes: Notes) -> None:
        self._zones, self._notes, self.zone = zones, notes, start.zone
        self.start = start.moment
        self.is_day = not isinstance(start.moment, datetime)
        self.last_day: date | None = None
        self._endless: Rule | None = None
        self._all_gone = False
        if isinstance(self.start, datetime) and (faults := missing_hour(self.start, self.zone)):
            self.start = datetime.fromisoformat(faults[0].data["suggestion"])
            notes.add("start-moved", value=written(start.moment), other=written(self.start))

    def of(self, series: Series) -> dict[str, Any]:
        """Fields that say when."""
        master, notes = series.master, self._notes
        length = self._length(master, self.start)
        found = repetition(self.start, self.zone, one(master, "RRULE"), notes) if "RRULE" in master else None
        found = found or Repetition(self.start)
        self._known = self._days(found)
        extra = list(found.extra)
        for moment in self._moments(master, "RDATE"):
            if moment == found.first or moment in extra:
                continue
            if self._has(moment) or day_of(moment) in {day_of(each) for each in extra}:
                notes.add("date-twice", value=day_of(moment))
            else:
                extra.append(moment)
        changed = {day for change in series.changes if (day := self._original(change))}
        left_out = {day_of(moment) for moment in self._moments(master, "EXDATE")} - changed
        first, extra, left_out = self._without(found, extra, left_out)
        self.first, self._extra, self._length_of = first, extra, length
        self._repeat, self._left_out = found.repeat, left_out
        begins = [*(day_of(each) for each in extra), day_of(first)]
        if found.repeat is None:
            self.last_day = max(begins) + max(length, timedelta(0))
        elif {"until", "times"} & found.repeat.keys():
            self.last_day = max([*begins, *self._known]) + length
        return {
            "zone": self.zone if self.zone != HELSINKI and not self.is_day else "",
            "start": written(first),
            **self._end(first, length),
            "repeat": found.repeat or {},
            "except": [day.isoformat() for day in sorted(left_out)] if found.repeat else [],
            "extra": [written(each) for each in sorted(extra)],
            "all-cancelled": "yes" if self._all_gone else "",
        }

    def _without(self, found: Repetition, extra: list[date], left_out: set[date]) -> tuple[date, list[date], set[date]]:
        """First start, extra occurrences, dates left out; without a rule such dates are simply taken away."""
        gone = {day_of(each) for each in extra} & left_out
        extra, left_out = [each for each in extra if day_of(each) not in gone], left_out - gone
        first = found.first
        if found.repeat is None:
            if day_of(first) in left_out:
                left_out = left_out - {day_of(first)}
                if extra:
                    first, *extra = sorted(extra)
                else:
                    self._all_gone = True
                    self._notes.add("all-cancelled")
            for day in sorted(left_out):
                self._notes.add("date-unused", name="EXDATE", value=day)
            return first, extra, set()
        for day in sorted(left_out):
            if not self._gives(day):
                self._notes.add("date-unused", name="EXDATE", value=day)
        left_out = {day for day in left_out if self._gives(day)}
        if {"until", "times"} & found.repeat.keys() and left_out >= self._known and not extra:
            self._all_gone = True
            self._notes.add("all-cancelled")
            left_out = set()
        return first, extra, left_out

    def _days(self, found: Repetition) -> set[date]:
        """Days that the rule gives: all of one that ends, else those looked at later."""
        if found.repeat is None:
            return {day_of(found.first)}
        said = {key: value if isinstance(value, list) else str(value) for key, value in found.repeat.items()}
        rule = rule_of(Repeat.model_validate(said), day_of(found.first))
        self._endless = None if rule.ends else rule
        return set(islice(all_dates(rule), MOST_OCCURRENCES)) if rule.ends else set()

    def _gives(self, day: date) -> bool:
        return bool(dates_between(self._endless, day, day)) if self._endless else day in self._known

    def _has(self, moment: date) -> bool:
        return self._gives(day_of(moment))

    # --- an occurrence that differs -----------------------------------------------------------------------------------

    def _original(self, change: Any) -> date | None:
        found = self._zones.when(one(change, "RECURRENCE-ID")) if "RECURRENCE-ID" in change else None
        return day_of(found.in_zone(self.zone).moment) if found else None

    def change(self, change: Any) -> dict[str, str] | None:
        """Date, start and end of an occurrence as far as they differ; None when there is no such date."""
        day, when = self._original(change), self._zones.when(one(change, "DTSTART")) if "DTSTART" in change else None
        if day is None:
            self._notes.add("property-broken", name="RECURRENCE-ID")
            return None
        extra = {day_of(each): each for each in self._extra}
        if not (self._gives(day) or day in extra or day == day_of(self.first)) or day in self._left_out:
            self._notes.add("date-unused", name="RECURRENCE-ID", value=day)
            return None
        if str(getattr(change["RECURRENCE-ID"], "params", {}).get("RANGE", "")):
            self._notes.add("change-from-then-on", value=day)
        values = {"date": day.isoformat(), "start": "", "end": ""}
        usual = extra.get(day) or self._on(day)
        start = when.in_zone(self.zone).moment if when else usual
        if isinstance(start, datetime) != isinstance(usual, datetime):
            self._notes.add("property-broken", name="DTSTART")
            return values
        length = self._length(change, start) if when else self._length_of
        if start != usual:
            same_day = isinstance(start, datetime) and start.date() == day
            values["start"] = f"{start:%H:%M}" if same_day else written(start)
        if length != self._length_of and length > timedelta(0):
            values["end"] = self._end(start, length)["end"]
            values["start"] = values["start"] or (f"{start:%H:%M}" if isinstance(start, datetime) else "")
        return values

    def _on(self, day: date) -> date:
        return datetime.combine(day, self.first.time()) if isinstance(self.first, datetime) else day

    # --- lengths ------------------------------------------------------------------------------------------------------

    def _length(self, event: Any, start: date) -> timedelta:
        """From start to end on the wall clock; zero when no end is told, at least a day for whole days."""
        least = _DAY if self.is_day else timedelta(0)
        length = moment_of(one(event, "DURATION")) if "DURATION" in event else None
        if isinstance(length, timedelta):
            return max(length, least)
        end = self._zones.when(one(event, "DTEND")) if "DTEND" in event else None
        if end is None:
            return least
        moment = end.in_zone(self.zone).moment
        if isinstance(moment, datetime) != isinstance(start, datetime):
            moment = _alike(moment, start)
        if moment < start:
            self._notes.add("end-dropped", value=written(moment))
            return least
        return max(moment - start, least)

    def _end(self, first: date, length: timedelta) -> dict[str, str]:
        if not isinstance(first, datetime):
            return {"end": written(first + length - _DAY)} if length > _DAY else {}
        end = first + length
        if length == timedelta(0):
            return {}
        return {"end": f"{end:%H:%M}" if end.date() == first.date() else written(end)}

    def _moments(self, event: Any, name: str) -> Iterable[date]:
        """Dates of RDATE or EXDATE, each once."""
        values = event.get(name, [])
        found: dict[date, None] = {}
        for part in values if isinstance(values, list) else [values]:
            for each in getattr(part, "dts", ()):
                if when := self._zones.when(_with_zone(each, part)):
                    moment = when.in_zone(self.zone).moment
                    found[_alike(moment, self.start) if name == "RDATE" else moment] = None
        return list(found)


def written(moment: date) -> str:
    """A moment as our files have it."""
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else moment.isoformat()


def _alike(moment: date, model: date) -> date:
    """A moment as a date or with a clock time, as `model` is."""
    if isinstance(model, datetime):
        return moment if isinstance(moment, datetime) else datetime.combine(moment, model.time())
    return day_of(moment)


def one(event: Any, name: str) -> Any:
    """The first value of a property that should be there once."""
    value = event[name]
    return value[0] if isinstance(value, list) else value


def _with_zone(value: Any, part: Any) -> Any:
    """A value of a list, with the zone that stands before the list."""
    if not value.params.get("TZID") and part.params.get("TZID"):
        value.params["TZID"] = part.params["TZID"]
    return value
