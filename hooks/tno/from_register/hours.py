"""Opening hours of the register → hours as our editors write them.

Kinds there: days of the week (for now, or between two dates: a season), over midnight, exceptional (dates in UTC),
always open, closed, by appointment. One mapping of their names serves older versions of the interface too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tno.finnish import WEEKDAYS_SHORT
from tno.from_register.notes import RecordNotes
from tno.from_register.shapes import Node, shown
from tno.from_register.texts import Texts, joined, said, value_of
from tno.records.hours import Hours
from tno.records.moment import HELSINKI
from tno.records.spans import DAY_MIN, LONGEST_NIGHT_MIN, Span

WEEK, NIGHT, EXCEPTION = "week", "night", "exception"
_KINDS = {
    "daysoftheweek": WEEK,
    "standard": WEEK,
    "overmidnight": NIGHT,
    "special": NIGHT,
    "exceptional": EXCEPTION,
    "exception": EXCEPTION,
}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOSED, _ALWAYS = "suljettu", "00-24"
Week = dict[int, list[Span]]
"""Weekday, 0 is Monday → spans in order; an empty list is closed."""


@dataclass
class _Part:
    """Weeks and nights of one time of validity, added up."""

    days: Week = field(default_factory=dict)
    note: Texts = field(default_factory=dict)
    only_nights: bool = True


class HoursReader:
    """Reads the hours of one channel."""

    def __init__(self, today: date, by_appointment: Texts, notes: RecordNotes) -> None:
        """
        Args:
            by_appointment: what people are told of hours that are by appointment.
        """
        self._today, self._by_appointment, self._notes = today, by_appointment, notes
        self._week: _Part | None = None
        self._seasons: dict[tuple[date, date], _Part] = {}
        self._exceptions: list[dict[str, Any]] = []
        self._unknown: Texts = {}

    def read(self, nodes: Sequence[Node], name: str = "serviceHours") -> dict[str, Any] | None:
        """Values of our hours, or None when nothing is told."""
        for index, node in enumerate(nodes):
            self._take(node, f"{name}[{index}]")
        found: dict[str, Any] = {}
        if self._week:
            found |= _days_of(self._week.days)
            if note := value_of(joined(self._unknown, self._week.note), self._notes, name):
                found["note"] = note
        elif self._unknown:
            found["note"] = value_of(self._unknown, self._notes, name)
        seasons = [self._season(*bounds, part, name) for bounds, part in sorted(self._seasons.items())]
        if seasons:
            found["season"] = seasons
        if self._exceptions:
            found["exceptions"] = sorted(self._exceptions, key=lambda each: str(each.get("date") or each.get("from")))
        if not (self._week and self._week.days) and not seasons and (self._exceptions or self._unknown):
            found = {"unknown": "kyllä", **found}
        return {key: value for key, value in found.items() if value} or None

    def _season(self, first: date, last: date, part: _Part, name: str) -> dict[str, Any]:
        values = {"from": first.isoformat(), "until": last.isoformat(), **_days_of(part.days)}
        note = value_of(part.note, self._notes, name)
        return values | ({"note": note} if note else {})

    def _take(self, node: Node, name: str) -> None:
        kind = _KINDS.get(node.text("serviceHourType").replace(" ", "").lower())
        node.put_away("isClosed", "validForNow", "validFrom", "validTo", "isReservation", "isAlwaysOpen")
        if kind is None:
            self._notes.add("unknown-code", f"{name}.serviceHourType", shown(node.text("serviceHourType")))
            node.put_away_whole()
            return
        note = said(node.nodes("additionalInformation"), self._notes, field=f"{name}.additionalInformation")
        if node.flag("isReservation"):
            note = joined(self._by_appointment, note)
        first, last = finnish_day(node.text("validFrom")), finnish_day(node.text("validTo"))
        if kind == EXCEPTION:
            self._take_exception(node, name, first, last, note)
            return
        days = self._days(node, kind, name)
        if not days and node.flag("isReservation"):
            self._unknown = note
        elif days:
            bounds = (None, None) if node.flag("validForNow") else (first, last)
            self._take_week(days, note, bounds, kind == NIGHT, name)
        elif note:
            self._unknown = joined(self._unknown, note)

    def _take_week(
        self, days: Week, note: Texts, bounds: tuple[date | None, date | None], is_night: bool, name: str
    ) -> None:
        first, last = bounds
        value = _shown(days)
        if last and last < self._today:
            self._notes.add("hours-past", name, f"{_between(first, last)} {value}")
            return
        if first and first > self._today and not last:
            self._notes.add("hours-future", name, f"{first.isoformat()} {value}")
            return
        if last:
            part = self._seasons.setdefault((first or self._today, last), _Part())
        else:
            part = self._week = self._week or _Part()
        other_matter = bool(part.days and note and part.note and note != part.note)
        if other_matter or (set(part.days) & set(days) and not (is_night or part.only_nights)):
            self._notes.add("hours-more", name, " ".join([value, *note.values()]))
            return
        part.days |= {day: sorted({*part.days.get(day, ()), *spans}) for day, spans in days.items()}
        part.note = part.note or note
        part.only_nights = part.only_nights and is_night

    def _days(self, node: Node, kind: str, name: str) -> Week:
        rows, closed = node.nodes("openingHour"), node.flag("isClosed")
        if node.flag("isAlwaysOpen"):
            self._note_rows(rows, name)
            return {day: [Span(0, DAY_MIN)] for day in range(7)}
        if closed and not rows:
            return {day: [] for day in range(7)}
        found: Week = {}
        for index, row in enumerate(rows):
            spans = list(_spans_of(row, kind))
            if not spans:
                self._notes.add("hours-row", f"{name}.openingHour[{index}]", shown(row))
            for day, span in spans:
                found.setdefault(day, []).append(span)
        return {day: sorted(set(spans)) for day, spans in sorted(found.items())}

    def _note_rows(self, rows: Iterable[Node], name: str) -> None:
        for row in rows:
            self._notes.add("hours-row", name, shown(row))
            row.put_away_whole()

    def _take_exception(self, node: Node, name: str, first: date | None, last: date | None, note: Texts) -> None:
        rows = node.nodes("openingHour")
        last = last or first
        if first is None or last is None or last < first:
            self._notes.add("hours-row", name, shown(node))
            self._note_rows(rows, name)
            return
        clocks = [(_clock(row.text("from")), _clock(row.text("to"))) for row in rows]
        weekdays = {day for row in rows for key in ("dayFrom", "dayTo") if (day := row.text(key).strip())}
        found = [_span(start, end) for start, end in clocks if start is not None and end is not None]
        spans = sorted({span for span in found if span})
        open_hours = _ALWAYS if node.flag("isAlwaysOpen") else ", ".join(str(span) for span in spans)
        if last < self._today:
            self._notes.add("hours-past", name, f"{_between(first, last)} {open_hours or _CLOSED}")
            return
        unclear = len(spans) < len(rows) or (last > first and len(weekdays) > 1)
        if unclear or not (open_hours or node.flag("isClosed")) or self._is_told(first, last):
            self._notes.add("hours-row", name, shown(node))
            return
        values: dict[str, Any] = {"date": first.isoformat()}
        if last > first:
            values = {"from": first.isoformat(), "until": last.isoformat()}
        values |= {"closed": "kyllä"} if node.flag("isClosed") or not open_hours else {"hours": open_hours}
        if text := value_of(note, self._notes, f"{name}.additionalInformation"):
            values["note"] = text
        self._exceptions.append(values)

    def _is_told(self, first: date, last: date) -> bool:
        """Whether another exception speaks of the same days with the same weight."""
        bounds = (first.isoformat(), last.isoformat())
        for other in self._exceptions:
            days = [str(other.get(key, "")) for key in (("from", "until") if last > first else ("date", "date"))]
            if all(days) and days[0] <= bounds[1] and bounds[0] <= days[1]:
                return True
        return False


def _spans_of(row: Node, kind: str) -> Iterable[tuple[int, Span]]:
    """Weekday and span of each day that a row speaks of; nothing when it cannot be read."""
    first = _weekday(row.text("dayFrom"))
    last = _weekday(row.text("dayTo")) if row.text("dayTo").strip() else first
    start, end = _clock(row.text("from")), _clock(row.text("to"))
    if first is None or last is None or start is None or end is None or start == DAY_MIN:
        return
    end = end or DAY_MIN
    if kind == WEEK:
        for step in range((last - first) % 7 + 1):
            if span := _span(start, end):
                yield (first + step) % 7, span
        return
    nights = (last - first) % 7 or (0 if end > start else 1)
    if nights == 0:
        yield first, Span(start, end)
    elif nights == 1 and end < DAY_MIN and end + DAY_MIN - start <= LONGEST_NIGHT_MIN and end < start:
        yield first, Span(start, end + DAY_MIN)
    else:
        yield first, Span(start, DAY_MIN)
        for step in range(1, nights):
            yield (first + step) % 7, Span(0, DAY_MIN)
        yield (first + nights) % 7, Span(0, end)


def _span(start: int, end: int) -> Span | None:
    """From a clock time to another, over midnight when the end is earlier."""
    end = end or DAY_MIN
    if start in (end, DAY_MIN):
        return None
    if end > start:
        return Span(start, end)
    return Span(start, end + DAY_MIN) if end + DAY_MIN - start <= LONGEST_NIGHT_MIN else None


def _days_of(days: Week) -> dict[str, str]:
    """`ma-to: 9-16`: days that follow each other with the same hours under one key."""
    groups: list[tuple[int, int, str]] = []
    for day in sorted(days):
        text = ", ".join(_written(span) for span in days[day]) or _CLOSED
        if groups and groups[-1][1] == day - 1 and groups[-1][2] == text:
            groups[-1] = groups[-1][0], day, text
        else:
            groups.append((day, day, text))
    return {
        WEEKDAYS_SHORT[first] if first == last else f"{WEEKDAYS_SHORT[first]}-{WEEKDAYS_SHORT[last]}": text
        for first, last, text in groups
    }


def _written(span: Span) -> str:
    return _ALWAYS if (span.start_min, span.end_min) == (0, DAY_MIN) else str(span)


def _shown(days: Week) -> str:
    return "; ".join(f"{key} {text}" for key, text in _days_of(days).items())


def hours_in_words(hours: Hours) -> str:
    """Hours on one line, for the report."""
    days = _shown({day: list(spans) for day, spans in enumerate(hours.days) if spans is not None})
    exceptions = [f"{each.dates[0] if each.dates else ', '.join(each.named_day)}" for each in hours.exceptions]
    seasons = [f"{each.bounds[0]}–{each.bounds[1]}" for each in hours.season]
    told = [days or "ei tiedossa", *(f"kausi {each}" for each in seasons)]
    return "; ".join(told + ([f"poikkeuksia {', '.join(exceptions)}"] if exceptions else []))


def _between(first: date | None, last: date) -> str:
    return f"{first.isoformat() if first else ''}–{last.isoformat()}"


def _weekday(text: str) -> int | None:
    word = text.strip().lower()
    return _DAYS.index(word) if word in _DAYS else None


def _clock(text: str) -> int | None:
    """Minutes from midnight; 23:59 is the day's end."""
    parts = text.strip().split(":")
    if not 2 <= len(parts) <= 3 or not all(part.isascii() and part.isdecimal() and len(part) < 3 for part in parts):
        return None
    minutes = int(parts[0]) * 60 + int(parts[1])
    if int(parts[1]) > 59 or minutes > DAY_MIN:
        return None
    return DAY_MIN if minutes == DAY_MIN - 1 else minutes


def finnish_day(text: str) -> date | None:
    """The Finnish day of a moment in UTC."""
    moment = moment_of(text)
    return moment.astimezone(ZoneInfo(HELSINKI)).date() if moment else None


def moment_of(text: str) -> datetime | None:
    """A time stamp, with or without fraction and zone letter; without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if not 1900 < moment.year < 2200:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
