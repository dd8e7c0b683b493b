"""When a channel serves: a week in plain keys, seasons, exceptions. Never a rule of a calendar standard.

Written as `ma: "9-16"`, `ti-pe: "8.30-11.30, 12.15-16"`. What the hours mean on a date is computed in
`tno.model.opening`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator, model_validator

from tno.problem import Fault
from tno.records.base import Part
from tno.records.fault import fault, faults
from tno.records.hours_exception import HoursException, clashes, says_yes
from tno.records.scalars import Flag, Text
from tno.records.season_day import Bounds, SeasonDay, seasons_meet
from tno.records.week import DayFields


class Season(DayFields):
    """A time of the year. With days of its own it replaces the week; without, the week holds only within it."""

    from_: SeasonDay = Field(alias="from", description="Ensimmäinen päivä: 1.6. (joka vuosi) tai 2026-06-01.")
    until: SeasonDay = Field(description="Viimeinen päivä samalla tavalla, esim. 31.8.")
    note: Text | None = Field(default=None, description="Mitä kaudesta pitää tietää.")

    @model_validator(mode="after")
    def _in_order(self) -> Season:
        if isinstance(self.from_, date) is not isinstance(self.until, date):
            raise fault("hours-season-mixed", "until", value=str(self.until), other=str(self.from_))
        if isinstance(self.from_, date) and isinstance(self.until, date) and self.until < self.from_:
            raise fault("hours-season-backwards", "until", value=str(self.until), other=str(self.from_))
        return self

    @property
    def bounds(self) -> Bounds:
        """First and last day, both of one year or both of every year."""
        return self.from_, self.until


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, Mapping | Part) else value


OneOrMany = BeforeValidator(_one_or_many, json_schema_input_type=Season | tuple[Season, ...])
"""Lets an editor write one season where a list of them is meant."""


class Hours(DayFields):
    """The hours of a channel. What wins on a date: exception, then named day, then season, then week."""

    unknown: Flag = Field(default=False, description="kyllä, jos aikoja ei tiedetä. Se on eri asia kuin suljettu.")
    season: Annotated[tuple[Season, ...], OneOrMany] = Field(
        default=(), description="Kausi tai kausia: from, until ja tarvittaessa omat päivät."
    )
    exceptions: tuple[HoursException, ...] = Field(default=(), description="Päivät, jolloin on toisin.")
    note: Text | None = Field(default=None, description="Mitä ajoista pitää tietää, esim. lounastauko vaihtelee.")

    @classmethod
    def _faults_between(cls, value: Mapping[str, Any], days: Mapping[str, Any]) -> list[Fault]:
        unknown = says_yes(value.get("unknown"))
        if unknown and days:
            return [Fault("hours-unknown-with-days", ("unknown",), {"value": next(iter(days))})]
        told = days or unknown or value.get("exceptions") or any(_seasons_with_days(value.get("season")))
        return [] if told else [Fault("hours-empty")]

    @field_validator("season")
    @classmethod
    def _apart(cls, seasons: tuple[Season, ...]) -> tuple[Season, ...]:
        own = [(index, season) for index, season in enumerate(seasons) if season.has_days]
        for (_, other), (index, season) in combinations(own, 2):
            if seasons_meet(other.bounds, season.bounds):
                data = {"value": _between(season.bounds), "other": _between(other.bounds)}
                raise faults([Fault("hours-season-overlap", (index, "from"), data)])
        return seasons

    @field_validator("exceptions")
    @classmethod
    def _once_each(cls, exceptions: tuple[HoursException, ...]) -> tuple[HoursException, ...]:
        if found := [clash for pair in combinations(enumerate(exceptions), 2) for clash in clashes(*pair)]:
            raise faults(found)
        return exceptions


def _between(days: tuple[object, object]) -> str:
    return f"{days[0]}–{days[1]}"


def _seasons_with_days(season: Any) -> Iterator[bool]:
    named = {field.alias or name for name, field in Season.model_fields.items()}
    for one in _one_or_many(season) or ():
        yield isinstance(one, Mapping) and bool(set(one) - named)
