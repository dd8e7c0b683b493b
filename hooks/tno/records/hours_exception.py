"""Days on which a channel's ordinary week does not hold: one day, a range of days, or days known by name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import (
    Field,
    ModelWrapValidatorHandler,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from tno.problem import Fault
from tno.records.base import AsList, Part
from tno.records.fault import fault, faults
from tno.records.gather import gathered
from tno.records.scalars import Day, Flag, TermOf, Text, text_of
from tno.records.spans import SPANS_PATTERN, Spans, read_spans

_YES = frozenset({"true", "kyllä", "kylla", "yes"})
_NO = frozenset({"false", "ei", "no", "none"})


def says_yes(value: Any) -> bool:
    """Whether a flag as written says yes; for checks between keys, before the flag itself is checked."""
    return str(value).strip().lower() in _YES


def _spans(value: Any) -> Spans:
    spans, found = read_spans(text_of(value))
    if found:
        raise faults(found)
    return spans


OpenTimes = Annotated[Spans, PlainValidator(_spans), WithJsonSchema({"type": "string", "pattern": SPANS_PATTERN})]
"""Opening times of a day: `9-16`, or several with commas between."""


class HoursException(Part):
    """Days on which the week does not hold."""

    date: Day | None = Field(default=None, description="Yksi päivä, esim. 2026-12-23.")
    from_: Day | None = Field(default=None, alias="from", description="Ensimmäinen päivä, jos päiviä on monta.")
    until: Day | None = Field(default=None, description="Viimeinen päivä, jos päiviä on monta.")
    named_day: Annotated[tuple[Annotated[str, TermOf("named_day")], ...], AsList] = Field(
        default=(), description="Nimetty päivä joka vuosi, esim. jouluaatto. Näitä voi olla monta."
    )
    closed: Flag = Field(default=False, description="kyllä, jos silloin on suljettu.")
    hours: OpenTimes | None = Field(default=None, description='Kellonajat silloin, esim. "9-12".')
    holidays: Flag = Field(
        default=False, description="kyllä, jos jakson ajat pätevät myös nimettyinä päivinä, joille on omat aikansa."
    )
    note: Text | None = Field(default=None, description="Syy tai muu tieto.")

    @model_validator(mode="wrap")
    @classmethod
    def _says_when_and_what(cls, value: Any, handler: ModelWrapValidatorHandler[HoursException]) -> HoursException:
        if not isinstance(value, Mapping):
            return handler(value)
        return gathered([*_faults_of_when(value), *_faults_of_what(value)], lambda: handler(value))

    @field_validator("until")
    @classmethod
    def _in_order(cls, until: datetime.date | None, info: ValidationInfo) -> datetime.date | None:
        start = info.data.get("from_")
        if until and start and until < start:
            raise fault("hours-exception-backwards", value=str(until), other=str(start))
        return until

    @property
    def spans(self) -> Spans:
        """What is open on these days; empty is closed."""
        return self.hours or ()

    @property
    def dates(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day, or None for days known by name."""
        if self.date is not None:
            return self.date, self.date
        return (self.from_, self.until) if self.from_ and self.until else None


def _faults_of_when(value: Mapping[str, Any]) -> Iterator[Fault]:
    ways = [key for key in ("date", "named_day", "from") if key in value]
    if not ways and "until" not in value:
        yield Fault("hours-exception-when-missing")
    elif len(ways) > 1:
        yield Fault("hours-exception-when-many", (ways[1],), {"value": ways[1], "other": ways[0]}, at_key=True)
    elif ("from" in value) != ("until" in value):
        there, missing = ("from", "until") if "from" in value else ("until", "from")
        yield Fault("hours-exception-half", (there,), {"value": there, "expected": missing}, at_key=True)


def _faults_of_what(value: Mapping[str, Any]) -> Iterator[Fault]:
    closed = says_yes(value.get("closed"))
    if closed and "hours" in value:
        yield Fault("hours-exception-both", ("hours",), {"value": str(value["hours"])}, at_key=True)
    elif not closed and "hours" not in value and str(value.get("closed", "ei")).strip().lower() in _NO:
        yield Fault("hours-exception-what-missing")


def clashes(one: tuple[int, HoursException], other: tuple[int, HoursException]) -> Iterator[Fault]:
    """Faults of two exceptions, each with its index, that speak of the same days with the same weight."""
    (_, first), (index, second) = one, other
    if shared := [name for name in second.named_day if name in first.named_day]:
        yield Fault("hours-exception-twice", (index, "named_day"), {"value": shared[0]})
    if first.date is not None and first.date == second.date:
        yield Fault("hours-exception-twice", (index, "date"), {"value": str(second.date)})
    days, earlier = second.dates, first.dates
    if days and earlier and second.from_ and first.from_ and earlier[0] <= days[1] and days[0] <= earlier[1]:
        data = {"value": f"{days[0]}–{days[1]}", "other": f"{earlier[0]}–{earlier[1]}"}
        yield Fault("hours-exception-overlap", (index, "from"), data)
