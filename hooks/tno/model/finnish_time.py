"""Instants of Finland's clock as programs read them: the minute in UTC, and ISO 8601 with the offset.

A national build tells sixty thousand of them, on few days, and zoneinfo asks its table for each.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from typing import NamedTuple

from tno.today import HELSINKI

CLOCKS = tuple(f"{minute // 60:02}:{minute % 60:02}" for minute in range(24 * 60))
"""Minute of a day → "17:05"."""


class Day(NamedTuple):
    """A day of Finland's clock."""

    begins: int
    """Its first minute in UTC, since 1970."""
    date: str
    """"2026-12-24T"."""
    offset: str
    """"+02:00"; empty when the clock is moved on the day."""


def minute_in_utc(moment: datetime) -> int:
    """Minutes since 1970 in UTC of a moment in Europe/Helsinki."""
    begins, _, offset = day_in_utc(moment.date())
    return begins + moment.hour * 60 + moment.minute if offset else int(moment.timestamp()) // 60


def in_iso(moment: datetime) -> str:
    """ "2026-12-24T17:00+02:00", of a moment in Europe/Helsinki."""
    _, day, offset = day_in_utc(moment.date())
    if not offset:
        return moment.isoformat(timespec="minutes")
    return f"{day}{CLOCKS[moment.hour * 60 + moment.minute]}{offset}"


@lru_cache(maxsize=4096)
def day_in_utc(day: date) -> Day:
    """What all moments of a day have in common."""
    begins = datetime.combine(day, time(), HELSINKI)
    is_moved = begins.utcoffset() != datetime.combine(day, time(23, 59), HELSINKI).utcoffset()
    return Day(int(begins.timestamp()) // 60, f"{day}T", "" if is_moved else begins.isoformat()[19:])
