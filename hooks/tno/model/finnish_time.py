"""Instants of Finland's clock as programs read them: the minute in UTC, and ISO 8601 with the offset.

A national build tells sixty thousand of them, in few hours of few days, and zoneinfo asks its table for each.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from typing import NamedTuple

from tno.today import HELSINKI

_MINUTES = tuple(f"{minute:02}" for minute in range(60))


class _Hour(NamedTuple):
    """An hour of the clock, all of it as far from UTC."""

    begins: int
    """Its first second in UTC, since 1970."""
    before: str
    """"2026-12-24T17:"."""
    after: str
    """"+02:00"."""


def minute_in_utc(moment: datetime) -> int:
    """Minutes since 1970 in UTC of a moment in Europe/Helsinki."""
    return _hour(moment.date(), moment.hour, moment.fold).begins // 60 + moment.minute


def in_iso(moment: datetime) -> str:
    """ "2026-12-24T17:00+02:00", of a moment in Europe/Helsinki."""
    _, before, after = _hour(moment.date(), moment.hour, moment.fold)
    return f"{before}{_MINUTES[moment.minute]}{after}"


@lru_cache(maxsize=16384)
def _hour(day: date, hour: int, fold: int) -> _Hour:
    begins = datetime.combine(day, time(hour, tzinfo=HELSINKI, fold=fold))
    text = begins.isoformat(timespec="minutes")
    return _Hour(int(begins.timestamp()), text[:14], text[16:])
