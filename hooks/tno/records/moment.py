"""Dates and clock times of events as people write them, and the two nights when the clock is moved.

A moment is wall-clock time: a naive `datetime`, or a `date` when the whole day is meant. Its zone stands beside it
in the event and is attached only when occurrences are computed.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import lru_cache
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import PlainValidator, WithJsonSchema

from tno.problem import Fault
from tno.records.fault import fault
from tno.records.scalars import parse_clock, parse_day, text_of, with_plain_marks

HELSINKI = "Europe/Helsinki"
LONGEST_NIGHT = timedelta(hours=14)
"""An end given as a clock time before the start's is the next morning, if no later than this; otherwise a slip."""

_DAY = r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}"
_CLOCK = r"\d{1,2}(?:[.:]\d{2})?"
_MOMENT = re.compile(rf"({_DAY})(?:(?:T| ?,? (?:klo |kello )?)({_CLOCK})(?::00)?)?", re.IGNORECASE)
_USUAL = re.compile(r"\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)
_USUAL_LENGTH = len("2026-12-24 17:00")
"""How most moments are written."""
_LONE_CLOCK = re.compile(rf"(?:klo |kello )?({_CLOCK})", re.IGNORECASE)
MOMENT_PATTERN = rf"^({_DAY})(T| ?,? (klo )?)?({_CLOCK})?(:00)?$"


def parse_moment(text: str) -> date | datetime:
    """A date, or a naive datetime when a clock time follows: `2026-12-24 17:00`, `24.12.2026 klo 17`."""
    if len(text) == _USUAL_LENGTH and _USUAL.fullmatch(text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass  # no such day or time: what is wrong is told below
    if not (match := _MOMENT.fullmatch(re.sub(r"\s+", " ", with_plain_marks(text.strip())))):
        from tno.records.likely_day import likely_moment  # only where a moment cannot be read

        meant = likely_moment(with_plain_marks(text))
        raise fault("moment-invalid", value=text, **({"suggestion": str(meant).removesuffix(":00")} if meant else {}))
    day = parse_day(match[1])
    return datetime.combine(day, parse_clock(match[2])) if match[2] else day


def _moment(value: Any) -> date | datetime:
    return value if isinstance(value, date) else parse_moment(text_of(value))


def _moment_or_clock(value: Any) -> date | datetime | time:
    if isinstance(value, date | time):
        return value
    if type(value) is str and len(value) == _USUAL_LENGTH:
        return parse_moment(value)
    if match := _LONE_CLOCK.fullmatch(text_of(value).strip()):
        return parse_clock(match[1])
    return parse_moment(text_of(value))


Moment = Annotated[
    date | datetime, PlainValidator(_moment), WithJsonSchema({"type": "string", "pattern": MOMENT_PATTERN})
]
"""A date (the whole day) or a date with a clock time."""
MomentOrClock = Annotated[
    date | datetime | time,
    PlainValidator(_moment_or_clock),
    WithJsonSchema({"type": "string", "pattern": rf"{MOMENT_PATTERN}|^(klo )?{_CLOCK}$"}),
]
"""As `Moment`, or a clock time alone: the same day."""


def day_of(moment: date | datetime) -> date:
    """The calendar date of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def ends_at(start: datetime, clock: time) -> datetime:
    """The end that a lone clock time means: the same day, or the next morning after an evening start."""
    same_day = datetime.combine(start.date(), clock)
    next_day = same_day + timedelta(days=1)
    return next_day if same_day <= start and next_day - start <= LONGEST_NIGHT else same_day


# --- how long -------------------------------------------------------------------------------------------------------

_UNITS_MIN = {"min": 1, "minuutti": 1, "minuuttia": 1} | dict.fromkeys(("h", "t", "tunti", "tuntia"), 60)
_UNITS_MIN |= dict.fromkeys(("pv", "päivä", "päivää", "vrk"), 24 * 60)
_PIECE = re.compile(r"(\d+(?:[.,]\d+)?) ?([a-zä]+)")


def parse_duration(text: str) -> timedelta:
    """`2 h`, `90 min`, `1 h 30 min`, `1,5 tuntia`, `3 päivää`; never zero."""
    tidy = re.sub(r"\s+", " ", text.strip().lower())
    pieces = _PIECE.findall(tidy)
    if not pieces or _PIECE.sub("", tidy).strip() or any(unit not in _UNITS_MIN for _, unit in pieces):
        raise fault("event-duration-invalid", value=text)
    minutes = sum(float(number.replace(",", ".")) * _UNITS_MIN[unit] for number, unit in pieces)
    if minutes < 1 or minutes != int(minutes):
        raise fault("event-duration-invalid", value=text)
    return timedelta(minutes=minutes)


def _duration(value: Any) -> timedelta:
    return value if isinstance(value, timedelta) else parse_duration(text_of(value))


Duration = Annotated[
    timedelta,
    PlainValidator(_duration),
    WithJsonSchema({"type": "string", "pattern": r"^\d+([.,]\d+)? ?[a-zä]+( \d+([.,]\d+)? ?[a-zä]+)*$"}),
]
"""How long something lasts on the wall clock."""

# --- zones ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _is_zone(name: str) -> bool:
    try:
        return ZoneInfo(name).key == name
    except (ValueError, OSError, KeyError):  # what zoneinfo raises for wrong, folder-like and missing names
        return False


def _zone(value: Any) -> str:
    name = text_of(value).strip()
    if _is_zone(name):
        return name
    raise fault("zone-unknown", value=name, **_nearest_zone(name))


def _nearest_zone(name: str) -> dict[str, str]:
    names = sorted(available_timezones())
    city = [known for known in names if known.rpartition("/")[2].lower() == name.rpartition("/")[2].strip().lower()]
    near = city or get_close_matches(name, names, n=1, cutoff=0.6)
    return {"suggestion": near[0]} if near else {}


Zone = Annotated[str, PlainValidator(_zone), WithJsonSchema({"type": "string", "examples": [HELSINKI]})]
"""A time zone by its IANA name, e.g. Europe/Stockholm."""


def missing_hour(moment: date | datetime, zone: str, *path: str | int) -> list[Fault]:
    """A fault if the clock skips `moment` in spring; nothing otherwise.

    A time the clock shows twice in autumn is the first of the two (summer time), so it is no fault.
    """
    if not isinstance(moment, datetime) or not _is_moved_on(moment.date(), zone):
        return []
    if (ahead := _skipped(moment, zone)) is None:
        return []
    first = moment
    while _skipped(first - timedelta(minutes=1), zone) is not None:
        first -= timedelta(minutes=1)
    data = {
        "value": f"{moment:%Y-%m-%d %H:%M}",
        "from": f"{first:%H.%M}".lstrip("0"),
        "to": f"{first + ahead:%H.%M}".lstrip("0"),
        "zone": zone,
        "suggestion": f"{moment + ahead:%Y-%m-%d %H:%M}",
    }
    return [Fault("event-time-missing", path, data)]


@lru_cache(maxsize=4096)
def _is_moved_on(day: date, zone: str) -> bool:
    """Whether the clock of a zone is moved on a day. (Thousands of events are on a few hundred days.)"""
    midnight, place = datetime.combine(day, time()), ZoneInfo(zone)
    ends = midnight + timedelta(days=1) if day < date.max else midnight
    return midnight.replace(tzinfo=place).utcoffset() != ends.replace(tzinfo=place, fold=1).utcoffset()


def _skipped(moment: datetime, zone: str) -> timedelta | None:
    """How far the clock is moved forward over `moment`, or None when it shows that time."""
    aware = moment.replace(tzinfo=ZoneInfo(zone))
    before, after = aware.utcoffset(), aware.replace(fold=1).utcoffset()
    if before is None or after is None or after <= before:
        return None
    return after - before
