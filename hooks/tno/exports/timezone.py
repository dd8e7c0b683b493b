"""VTIMEZONE: what a calendar program must know of a zone to show the event's own clock time.

Outlook is reported to ignore a zone told as a list of dates (RDATE), so a zone is told by the two rules of its year
from the year on from which they hold; moves of the clock before that are told one by one. Source: RFC 5545, 3.6.5;
tz database (zoneinfo).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tno.records.moment import HELSINKI

FIRST_YEAR, LAST_YEAR = 1997, 2037
"""Summer time of the European Union is as it is since 1996; 2037 is as far as the tz database lists years."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Change(NamedTuple):
    """The clock is moved."""

    instant: datetime
    """Aware, UTC."""
    before: timedelta
    """Offset from UTC until then."""
    after: timedelta
    name: str
    """Abbreviation from then on: EEST."""
    is_summer: bool

    @property
    def wall(self) -> datetime:
        """What the clock shows when it is moved, naive: DTSTART of the observance (3.6.5)."""
        return (self.instant + self.before).replace(tzinfo=None)


HELSINKI_LINES = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Helsinki",
    "BEGIN:DAYLIGHT",
    "DTSTART:19970330T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0300",
    "TZNAME:EEST",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19971026T040000",
    "TZOFFSETFROM:+0300",
    "TZOFFSETTO:+0200",
    "TZNAME:EET",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""What `computed_lines` gives of Europe/Helsinki (a test says so): nearly every calendar needs just this."""


def vtimezone(zone: str) -> tuple[str, ...]:
    """The content lines of the VTIMEZONE of a zone by its IANA name, not yet folded."""
    return HELSINKI_LINES if zone == HELSINKI else computed_lines(zone)


@cache
def computed_lines(zone: str) -> tuple[str, ...]:
    """The same worked out from the tz database."""
    parts = [f"TZID:{zone}"]
    changes = list(_changes(ZoneInfo(zone)))
    if not changes:
        parts += _observance("STANDARD", *_fixed(ZoneInfo(zone)))
    for is_summer, kind in ((True, "DAYLIGHT"), (False, "STANDARD")):
        own = [change for change in changes if change.is_summer is is_summer]
        listed, rule = _told(own)
        for each in listed:
            parts += _observance(kind, each.wall, each.before, each.after, each.name)
        if rule:
            first = own[len(listed)]
            parts += _observance(kind, first.wall, first.before, first.after, first.name, f"RRULE:{rule}")
    return ("BEGIN:VTIMEZONE", *parts, "END:VTIMEZONE")


def _observance(
    kind: str, wall: datetime, before: timedelta, after: timedelta, name: str, times: str = ""
) -> list[str]:
    lines = [f"BEGIN:{kind}", f"DTSTART:{wall:%Y%m%dT%H%M%S}", f"TZOFFSETFROM:{_offset(before)}"]
    lines += [f"TZOFFSETTO:{_offset(after)}", f"TZNAME:{name}", *([times] if times else []), f"END:{kind}"]
    return lines


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _fixed(zone: ZoneInfo) -> tuple[datetime, timedelta, timedelta, str]:
    start = datetime(FIRST_YEAR, 1, 1, tzinfo=zone)
    offset = start.utcoffset() or timedelta(0)
    return start.replace(tzinfo=None), offset, offset, start.tzname() or zone.key


def _changes(zone: ZoneInfo) -> Iterator[Change]:
    """Every move of the clock in the years told, earliest first."""
    day, end = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC), datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)
    while day < end:
        after = day + timedelta(days=1)
        if day.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            yield _change_between(zone, day, after)
        day = after


def _change_between(zone: ZoneInfo, low: datetime, high: datetime) -> Change:
    before = low.astimezone(zone).utcoffset() or timedelta(0)
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) / 2
        middle = middle.replace(second=0, microsecond=0)
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    local = high.astimezone(zone)
    after = local.utcoffset() or timedelta(0)
    return Change(high, before, after, local.tzname() or _offset(after), bool(local.dst()))


def _told(changes: list[Change]) -> tuple[list[Change], str | None]:
    """(changes to be told one by one, the yearly rule that gives the rest to the end)."""
    for begin in range(len(changes)):
        if rule := _rule_of(changes[begin:]):
            return changes[:begin], rule
    return changes, None


def _rule_of(changes: list[Change]) -> str | None:
    """The yearly rule that gives just these changes to the last year, or None: "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"."""
    first = changes[0].wall
    alike = {(each[1:], each.wall.month, each.wall.weekday(), each.wall.time()) for each in changes}
    years = [each.wall.year for each in changes]
    if len(alike) > 1 or years != list(range(first.year, LAST_YEAR + 1)):
        return None
    places = [{(each.wall.day - 1) // 7 + 1, -1 if _is_last(each.wall) else 0} for each in changes]
    which = max((place for place in set.intersection(*places) if place), default=None, key=lambda place: place != -1)
    if which is None:
        return None
    return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={which}{_WEEKDAYS[first.weekday()]}"


def _is_last(day: datetime) -> bool:
    return (day + timedelta(days=7)).month != day.month
