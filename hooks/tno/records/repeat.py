"""How an event repeats, in words people use: every week on Tuesdays, every month on the second Tuesday.

Documented forms are `every: viikko`, `interval: 2`, `on: [ti, to]`; the words "joka toinen viikko" and
"2 viikkoa" are taken too. Never a rule of a calendar standard: `tno.model.occurrence` compiles to RFC 5545.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema, field_validator

from tno.problem import Fault
from tno.records.base import Part
from tno.records.fault import fault, faults
from tno.records.scalars import Day, WholeNumber, text_of
from tno.records.weekdays import WeekdayUnknownError, parse_weekdays, tidy

DAILY, WEEKLY, MONTHLY, YEARLY = "päivä", "viikko", "kuukausi", "vuosi"
DAYS_OF = {DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366}
"""Unit → the most days one takes."""
MOST_OCCURRENCES = 1000
"""A repetition that ends gives at most this many; more is a slip of the pen."""

# --- every ----------------------------------------------------------------------------------------------------------

_FORMS = {
    DAILY: ("päivä", "paiva", "päivää", "päivän", "päivittäin"),
    WEEKLY: ("viikko", "viikkoa", "viikon", "viikoittain"),
    MONTHLY: ("kuukausi", "kuukautta", "kuukauden", "kuukausittain", "kk"),
    YEARLY: ("vuosi", "vuotta", "vuoden", "vuosittain"),
}
_UNIT = {form: unit for unit, forms in _FORMS.items() for form in forms}
_NUMBERS = {"toinen": 2, "kolmas": 3, "neljäs": 4, "viides": 5, "kuudes": 6}
_NUMBERS |= {"kahden": 2, "kolmen": 3, "neljän": 4, "viiden": 5, "kuuden": 6}
_EVERY = re.compile(rf"(?:joka )?(?:(\d{{1,2}})\.? |({'|'.join(_NUMBERS)}) )?(\S+?)(?: välein)?")


class Every(NamedTuple):
    """A unit and how many of them lie between occurrences."""

    unit: str
    interval: int


def _every(value: Any) -> Every:
    text = text_of(value)
    match = _EVERY.fullmatch(tidy(text))
    if not match or match[3] not in _UNIT:
        near = get_close_matches(match[3] if match else tidy(text), _UNIT, n=1, cutoff=0.5)
        raise fault("repeat-every-unknown", value=text, **({"suggestion": _UNIT[near[0]]} if near else {}))
    interval = int(match[1]) if match[1] else _NUMBERS.get(match[2], 1)
    if interval < 1:
        raise fault("repeat-interval-zero", value=text)
    return Every(_UNIT[match[3]], interval)


# --- on -------------------------------------------------------------------------------------------------------------

LAST_DAY = -1
_ORDINALS = {"ensimmäinen": 1, "toinen": 2, "kolmas": 3, "neljäs": 4, "viides": 5, "viimeinen": -1}
_NTH = re.compile(rf"(?:kuukauden )?(?:([1-5])\.|({'|'.join(_ORDINALS)})) (\S+)")
_MONTH_DAY = re.compile(r"(?:kuukauden )?(\d{1,2})\.?(?: päivä)?")


class On(NamedTuple):
    """Which days; one of the three is filled."""

    weekdays: tuple[int, ...] = ()
    """0 = Monday, sorted."""
    nth: tuple[tuple[int, int], ...] = ()
    """(which, weekday): (2, 1) is the second Tuesday of the month, (-1, 4) the last Friday."""
    month_days: tuple[int, ...] = ()
    """Days of the month; -1 is the last. A month without the day is passed over (RFC 5545, 3.3.10)."""


def _on(value: Any) -> On:
    pieces = value if isinstance(value, list | tuple) else [value]
    parts, found = [], []
    for index, piece in enumerate(pieces):
        path = (index,) if isinstance(value, list | tuple) else ()
        part = _on_piece(text_of(piece))
        if part is None:
            found.append(Fault("repeat-on-unknown", path, {"value": piece, **_suggestion(piece)}))
        else:
            parts.append(part)
    if found or not parts:
        raise faults(found or [Fault("repeat-on-unknown", (), {"value": ""})])
    whole = On(
        weekdays=tuple(sorted({day for part in parts for day in part.weekdays})),
        nth=tuple(dict.fromkeys(day for part in parts for day in part.nth)),
        month_days=tuple(dict.fromkeys(day for part in parts for day in part.month_days)),
    )
    if sum(bool(kind) for kind in whole) > 1:
        raise fault("repeat-on-mixed", value=", ".join(pieces))
    return whole


@lru_cache(maxsize=4096)
def _on_piece(text: str) -> On | None:
    text = tidy(text)
    if text.removeprefix("kuukauden ") == "viimeinen päivä":
        return On(month_days=(LAST_DAY,))
    if match := _MONTH_DAY.fullmatch(text):
        return On(month_days=(int(match[1]),)) if 1 <= int(match[1]) <= 31 else None
    match = _NTH.fullmatch(text)
    try:
        weekdays = parse_weekdays(match[3] if match else text)
    except WeekdayUnknownError:
        return None
    if match is None:
        return On(weekdays=weekdays)
    which = int(match[1]) if match[1] else _ORDINALS[match[2]]
    return On(nth=((which, weekdays[0]),)) if len(weekdays) == 1 else None


def _suggestion(text: str) -> dict[str, str]:
    """The piece with its unknown word replaced by the nearest known one."""
    *ordinal, word = tidy(text).split(" ") or [""]
    ordinals = [next(iter(get_close_matches(part, _ORDINALS, n=1, cutoff=0.6)), part) for part in ordinal]
    try:
        parse_weekdays(word)
    except WeekdayUnknownError as unknown:
        word = unknown.suggestion
    suggestion = " ".join([*ordinals, word])
    return {"suggestion": suggestion} if word and _on_piece(suggestion) else {}


_DAY = {"type": ["string", "integer"]}
EveryField = Annotated[Every, PlainValidator(_every), WithJsonSchema({"type": "string", "examples": list(_FORMS)})]
OnField = Annotated[
    On, PlainValidator(_on), WithJsonSchema({"anyOf": [_DAY, {"type": "array", "items": _DAY, "minItems": 1}]})
]
_FITS = {DAILY: (), WEEKLY: ("weekdays",), MONTHLY: ("nth", "month_days"), YEARLY: ("nth",)}
"""Unit → which days of `On` it takes."""
_UNFIT = {
    DAILY: "repeat-on-unfit-day",
    WEEKLY: "repeat-on-unfit-week",
    MONTHLY: "repeat-on-unfit-month",
    YEARLY: "repeat-on-unfit-year",
}


class Repeat(Part):
    """A repetition. Without `until` and `times` it goes on; lists and feeds cut it at their horizon."""

    every: EveryField = Field(description="päivä, viikko, kuukausi tai vuosi.")
    interval: WholeNumber | None = Field(
        default=None, description="Joka monesko: 2 on joka toinen. Sen voi kirjoittaa myös kohtaan every: 2 viikkoa."
    )
    on: OnField | None = Field(
        default=None,
        description="Viikossa [ti, to]; kuukaudessa ”toinen tiistai”, ”viimeinen perjantai”, 15 tai ”viimeinen päivä”. "
        "Kuukausi, jossa päivää ei ole (31.), jää väliin.",
    )
    until: Day | None = Field(default=None, description="Viimeinen päivä, jona tapahtuma voi vielä olla.")
    times: WholeNumber | None = Field(
        default=None, description="Montako kertaa. Myös perutut ja pois jätetyt kerrat lasketaan."
    )

    @field_validator("interval")
    @classmethod
    def _said_once(cls, interval: int | None, info: ValidationInfo) -> int | None:
        every: Every | None = info.data.get("every")
        if interval == 0:
            raise fault("repeat-interval-zero", value="0")
        if interval and every and every.interval not in (1, interval):
            raise fault("repeat-interval-twice", value=str(interval), other=str(every.interval))
        return interval

    @field_validator("on")
    @classmethod
    def _fits_the_unit(cls, on: On | None, info: ValidationInfo) -> On | None:
        every: Every | None = info.data.get("every")
        if on and every and not any(getattr(on, kind) for kind in _FITS[every.unit]):
            raise fault(_UNFIT[every.unit], value=every.unit)
        return on

    @field_validator("times")
    @classmethod
    def _one_end(cls, times: int | None, info: ValidationInfo) -> int | None:
        if times is None:
            return None
        if info.data.get("until"):
            raise fault("repeat-two-ends", value=str(times), other=str(info.data["until"]))
        if times == 0:
            raise fault("repeat-no-occurrence", value="0")
        if times > MOST_OCCURRENCES:
            raise fault("repeat-too-many", value=str(times), expected=str(MOST_OCCURRENCES))
        return times

    @property
    def unit(self) -> str:
        """One of DAILY, WEEKLY, MONTHLY, YEARLY."""
        return self.every.unit

    @property
    def step(self) -> int:
        """How many units from one occurrence to the next."""
        return self.interval or self.every.interval
