"""A calendar file as programs really write them → its events, however untidy the file.

The library reads well-formed calendars; before it does, lines that were broken on the way (an unfolded description, a
file cut short) are mended or left out, each with a note.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from icalendar import Calendar

from tno.from_calendar.notes import Notes
from tno.from_calendar.zones import Zones

_NAMES = frozenset(
    """
    ACTION ATTACH ATTENDEE BEGIN CALSCALE CATEGORIES CLASS COLOR COMMENT COMPLETED CONFERENCE CONTACT CREATED
    DESCRIPTION DTEND DTSTAMP DTSTART DUE DURATION END EXDATE EXRULE FREEBUSY GEO IMAGE LAST-MODIFIED LOCATION METHOD
    NAME ORGANIZER PERCENT-COMPLETE PRIORITY PRODID RDATE RECURRENCE-ID REFRESH-INTERVAL RELATED-TO REPEAT
    REQUEST-STATUS RESOURCES RRULE SEQUENCE SOURCE STATUS STRUCTURED-DATA SUMMARY TRANSP TRIGGER TZID TZNAME
    TZOFFSETFROM TZOFFSETTO TZURL UID URL VERSION
    """.split()  # noqa: SIM905 - a word list reads better so
)
_TEXTS = frozenset({"DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT", "CONTACT", "X-ALT-DESC"})
_NAME = re.compile(r"([A-Za-z0-9-]+)[;:]")
_ONE = (
    *("UID", "RECURRENCE-ID", "SEQUENCE", "CLASS", "STATUS", "TRANSP"),
    *("SUMMARY", "DESCRIPTION", "LOCATION", "URL", "GEO"),
)
"""Properties that an event has once (RFC 5545, 3.6.1); its times are asked for by `times.one`."""
_PRIVATE = frozenset({"PRIVATE", "CONFIDENTIAL"})


class NotACalendarError(ValueError):
    """The file holds no calendar at all."""


@dataclass
class Series:
    """An event with its changed occurrences."""

    master: Any
    """A VEVENT of icalendar."""
    changes: list[Any] = field(default_factory=list)
    cancelled: bool = False
    """Whether the whole file says so (METHOD:CANCEL)."""


@dataclass
class Found:
    """What a file holds."""

    series: list[Series]
    zones: Zones


def read_calendar(data: bytes, notes: Notes) -> Found:
    """The events of a file.

    Raises:
        NotACalendarError: when there is none.
    """
    text = "\r\n".join(_tidy(_decoded(data, notes), notes)) + "\r\n"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it guesses of zones is asked of `Zones`, which notes its own guesses
            calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, KeyError, IndexError) as wrong:
        raise NotACalendarError(str(wrong)) from None
    if not any(calendar.name == "VCALENDAR" for calendar in calendars):
        raise NotACalendarError("BEGIN:VCALENDAR")
    zones, people = Zones(notes), 0
    series: list[Series] = []
    for calendar in calendars:
        zones.learn(calendar)
        _note_others(calendar, notes)
        events = list(_public([_with_one(event, notes) for event in calendar.walk("VEVENT")], notes))
        people += sum(_count(event.get(name)) for event in events for name in ("ORGANIZER", "ATTENDEE"))
        series += _series(events, str(calendar.get("METHOD", "")).upper() == "CANCEL")
    if people:
        notes.add("people", count=people)
    return Found(series, zones)


def _count(value: Any) -> int:
    return len(value) if isinstance(value, list) else value is not None


# --- lines ------------------------------------------------------------------------------------------------------------


def _decoded(data: bytes, notes: Notes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        notes.add("encoding")
        return data.decode("cp1252", errors="replace")


def _tidy(text: str, notes: Notes) -> Iterator[str]:
    """Whole content lines, BEGIN and END in pairs."""
    open_parts: list[str] = []
    for number, line in _whole_lines(text, notes):
        name, _, value = line.partition(":")
        part = value.strip().upper()
        if name.upper() == "BEGIN":
            open_parts.append(part)
        elif name.upper() == "END":
            if part not in open_parts:
                notes.add("line-dropped", line=number, value=_short(line))
                continue
            while open_parts[-1] != part:
                yield f"END:{open_parts.pop()}"
            open_parts.pop()
        elif not open_parts:
            notes.add("line-dropped", line=number, value=_short(line))
            continue
        yield line
    if open_parts:
        notes.add("file-cut")
        yield from (f"END:{part}" for part in reversed(open_parts))


def _whole_lines(text: str, notes: Notes) -> list[tuple[int, str]]:
    """Number and text of each content line, unfolded. A line that is none continues the text before it."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text.replace("\0", "")), 1):
        if line[:1] in (" ", "\t") and found:
            found[-1] = found[-1][0], found[-1][1] + line[1:]
        elif _is_content_line(line):
            found.append((number, line))
        elif line.strip() and found and _name_of(found[-1][1]) in _TEXTS:
            found[-1] = found[-1][0], f"{found[-1][1]}\\n{line.strip()}"
        elif line.strip():
            notes.add("line-dropped", line=number, value=_short(line))
    return found


def _is_content_line(line: str) -> bool:
    name = _name_of(line)
    return name in _NAMES or (name.startswith("X-") and len(name) > 2)


def _name_of(line: str) -> str:
    match = _NAME.match(line)
    return match[1].upper() if match else ""


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


# --- events -----------------------------------------------------------------------------------------------------------


def _note_others(calendar: Any, notes: Notes) -> None:
    others = Counter(part.name for part in calendar.walk() if part.name in {"VTODO", "VJOURNAL", "VFREEBUSY"})
    if others:
        notes.add("not-events", value=", ".join(f"{name} {count}" for name, count in sorted(others.items())))


def _with_one(event: Any, notes: Notes) -> Any:
    """The event with the first of each property that it should have only once."""
    for name in _ONE:
        if isinstance(values := event.get(name), list):
            notes.add("doubled", value=name, count=len(values))
            event[name] = values[0]
    return event


def _public(events: list[Any], notes: Notes) -> Iterator[Any]:
    hidden = [event for event in events if str(event.get("CLASS", "")).upper() in _PRIVATE]
    if hidden:
        notes.add("private", count=len(hidden))
    yield from (event for event in events if event not in hidden)


def _series(events: list[Any], cancelled: bool) -> list[Series]:
    """Events with their changed occurrences; of several versions of one thing the last (SEQUENCE)."""
    found: dict[object, Series] = {}
    changes: dict[tuple[str, bytes], Any] = {}
    for number, event in enumerate(events):
        uid = str(event.get("UID", "")).strip()
        if uid and "RECURRENCE-ID" in event:
            key = uid, event["RECURRENCE-ID"].to_ical()
            if key not in changes or _version(event) >= _version(changes[key]):
                changes[key] = event
            continue
        known = found.get(uid or number)
        if known is None or _version(event) >= _version(known.master):
            found[uid or number] = Series(event, [], cancelled)
    for (uid, _), change in changes.items():
        if uid in found:
            found[uid].changes.append(change)
        else:  # one occurrence of a series that is not in the file
            found[uid] = Series(change, [], cancelled)
    return list(found.values())


def _version(event: Any) -> int:
    try:
        return int(event.get("SEQUENCE", 0))
    except (TypeError, ValueError):
        return 0
