"""Names of time zones as calendars write them → IANA names: Windows names, paths, zones told by their rules alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from icalendar import vBroken

from tno.from_calendar.notes import Notes
from tno.records.moment import HELSINKI

UTC = "UTC"
_NEAR = (HELSINKI, "Europe/Stockholm", "Europe/London", UTC)
"""Tried first of the zones that have the same rules."""
_ALSO_HELSINKI = frozenset({"FLE Standard Time", "EET", "E. Europe Standard Time", "Helsinki"})
"""Outlook's name of the zone that Finland is in, and names that are the same here."""


class When(NamedTuple):
    """A moment of a calendar."""

    moment: date
    """A date, or a naive wall-clock time without seconds."""
    zone: str
    """IANA name; means nothing for a date."""

    def in_zone(self, zone: str) -> When:
        """The same moment on the clock of another zone."""
        if not isinstance(self.moment, datetime) or zone == self.zone:
            return self
        moved = self.moment.replace(tzinfo=ZoneInfo(self.zone)).astimezone(ZoneInfo(zone))
        return When(moved.replace(tzinfo=None, fold=0), zone)


class Zones:
    """Zones of one file."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._parts: dict[str, Any] = {}
        self._known: dict[str, str] = {}
        self.default = HELSINKI
        """Zone of times that name none."""

    def learn(self, calendar: Any) -> None:
        """Take the zones that a calendar tells."""
        for part in calendar.walk("VTIMEZONE"):
            self._parts[str(part.get("TZID", ""))] = part
        if name := str(calendar.get("X-WR-TIMEZONE", "")).strip():
            self.default = self.named(name)

    def when(self, value: Any) -> When | None:
        """What a date or time of icalendar means; None when it is neither."""
        moment = moment_of(value)
        if isinstance(moment, tuple):  # a PERIOD: its beginning
            moment = moment[0]
        if not isinstance(moment, datetime):
            return When(moment, HELSINKI) if isinstance(moment, date) else None
        wall = moment.replace(tzinfo=None, second=0, microsecond=0, fold=0)
        if tzid := str(getattr(value, "params", {}).get("TZID", "")):
            return When(wall, self.named(tzid))
        if moment.tzinfo is not None:
            return When(wall, UTC)
        self._notes.add("floating", zone=self.default)
        return When(wall, self.default)

    def named(self, tzid: str) -> str:
        """The IANA name of a zone that the file calls `tzid`."""
        if tzid not in self._known:
            self._known[tzid] = self._named(tzid)
        return self._known[tzid]

    def _named(self, tzid: str) -> str:
        name = tzid.strip().strip('"')
        if found := next((each for each in _spellings(name) if _is_zone(each)), None):
            return found
        part = self._parts.get(tzid)
        location = str(part.get("X-LIC-LOCATION", "")) if part is not None else ""
        found = location if _is_zone(location) else _of_windows(name) or (_by_rules(part) if part is not None else None)
        self._notes.add("zone-guessed" if found else "zone-unknown", value=name, **({"zone": found} if found else {}))
        return found or HELSINKI


def _spellings(name: str) -> Iterator[str]:
    """`/example.org/20050126_1/Europe/Helsinki` → its ends that may be names of zones."""
    if name.upper() in {"UTC", "GMT", "Z", "ETC/UTC"}:
        yield UTC
    if name in _ALSO_HELSINKI:
        yield HELSINKI
    pieces = name.split("/")
    if len(pieces) > 1:
        yield from ("/".join(pieces[start:]) for start in range(len(pieces) - 1))


@cache
def _is_zone(name: str) -> bool:
    try:
        return bool(name) and ZoneInfo(name).key == name
    except (ValueError, OSError, KeyError):
        return False


def _of_windows(name: str) -> str | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    if found := WINDOWS_TO_OLSON.get(name):
        return str(found)
    if re.search(r"\bHelsinki\b", name):  # Outlook's "(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius"
        return HELSINKI
    return None


def _by_rules(part: Any) -> str | None:
    """A zone that has the same clock as a VTIMEZONE all through two years."""
    try:
        told = part.to_tz(lookup_tzid=False)
        days = [datetime(2026, 1, 1, 12) + timedelta(days=number) for number in range(0, 730, 5)]
        offsets = [day.replace(tzinfo=told).utcoffset() for day in days]
    except (ValueError, KeyError, TypeError, OverflowError, AttributeError):
        return None
    for name in (*_NEAR, *sorted(available_timezones())):
        zone = ZoneInfo(name)
        if all(day.replace(tzinfo=zone).utcoffset() == offset for day, offset in zip(days, offsets, strict=True)):
            return name
    return None


def moment_of(value: Any) -> Any:
    """The date, time or length that icalendar has read; None when it could not."""
    return None if isinstance(value, vBroken) else getattr(value, "dt", value)
