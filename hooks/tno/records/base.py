"""What every record and every part of a record has in common."""

from __future__ import annotations

import os
import re
from datetime import date
from functools import cache, cached_property
from marshal import dumps
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from tno.finnish import sort_key
from tno.records.fault import fault
from tno.records.scalars import Day, Flag, Line, OrganisationRef, Slug, TermOf, Text

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some is to read what every package says


def _as_list(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if re.match(r"-[^\W\d]", value):  # lines such as `-tyo`, which YAML reads as one text
        raise fault("yaml-dash-space", value=value)
    return [value]


class _OneOrMany:
    """Takes one text for a list of it; the schema says so too."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


AsList = _OneOrMany()
"""Lets an editor write one value where a list is meant: `languages: fi`. Use: `Annotated[tuple[X, ...], AsList]`."""


class _Shared:
    """Makes one object of what is written alike: thousands of services are free of charge and open "9-16".

    Needs `shared` of the validation's context (`tno.records.validate`); without a context nothing is shared.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def known(value: Any, validate: Any, info: Any) -> Any:
            if type(value) is not dict or info.context is None:
                return validate(value)
            try:
                key = source, dumps(value, 2)
            except ValueError:  # not as a file has it
                return validate(value)
            shared = info.context.shared
            if (found := shared.get(key)) is None:
                found = shared[key] = validate(value)
            return found

        return core_schema.with_info_wrap_validator_function(known, handler(source))


Shared = _Shared()
"""Use: `Annotated[Hours, Shared]`, for parts that many records have in common."""

PUBLIC, MEMBERS = "julkinen", "jasenet"
"""The two values of `visibility`."""


class Part(BaseModel):
    """A mapping inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)

    visibility: Annotated[str, TermOf("visibility")] = Field(
        default=PUBLIC, description="Kenelle tämä kohta näkyy: julkinen tai jasenet."
    )

    # Between runs (`tno.cache`) only what differs from the defaults is kept: half the bytes, a third of the time.

    def __getstate__(self) -> dict[Any, Any]:
        defaults = _defaults_of(type(self))
        values = self.__dict__.items()
        return {name: value for name, value in values if value is not defaults.get(name, self)}

    def __setstate__(self, state: dict[Any, Any]) -> None:  # sixty thousand times nationally: as little as can be
        _set_values(self, _defaults_of(type(self)) | state)
        _set_names(self, _NOTHING_SET)
        _set_extra(self, None)
        _set_private(self, None)


_set_values = BaseModel.__dict__["__dict__"].__set__
_set_names = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_set_extra = BaseModel.__dict__["__pydantic_extra__"].__set__
_set_private = BaseModel.__dict__["__pydantic_private__"].__set__
_NOTHING_SET: set[str] = set()


@cache
def _defaults_of(part: type[Part]) -> dict[str, Any]:
    fields = part.model_fields.items()
    return {name: field.default for name, field in fields if not field.is_required() and not field.default_factory}


class Translation(Part):
    """The prose of a record in another language: the front matter of `x.sv.md`, with its body."""

    name: Line | None = Field(default=None, description="Nimi tällä kielellä.")
    summary: Line | None = Field(default=None, description="Tiivistelmä tällä kielellä.")
    texts: tuple[Text, ...] = Field(
        default=(), description="Tietueen muut tekstit: suomeksi (fi) kuten tiedostossa, ja tällä kielellä."
    )
    translation: Line | None = Field(
        default=None, description="Käännöksen tila: tarkistamatta, kunnes ihminen on lukenut sen."
    )
    body: Line = Field(default="", exclude=True, json_schema_extra={"x-hidden": True})


class Record(Part):
    """A thing with an id and, for most types, a page of its own."""

    id: Slug = Field(description="Tunnus: pienet kirjaimet a–z, numerot ja yhdysviivat. Sivun osoite tulee siitä.")
    verified: Day | None = Field(default=None, description="Päivä, jona tiedot on viimeksi tarkistettu.")
    maintainer: OrganisationRef | None = Field(
        default=None, description="Organisaatio, joka pitää tiedot ajan tasalla."
    )
    valid_from: Day | None = Field(default=None, description="Ensimmäinen päivä, jona tieto on voimassa.")
    valid_until: Day | None = Field(default=None, description="Viimeinen päivä, jona tieto on voimassa.")
    source: Text | None = Field(default=None, description="Mistä tiedot ovat peräisin.")
    former_ids: Annotated[tuple[Slug, ...], AsList] = Field(
        default=(), description="Entiset tunnukset. Vanhat osoitteet ohjaavat tähän tietueeseen."
    )
    example: Flag | None = Field(default=None, description="kyllä, jos sisältö on keksitty esimerkki.")
    region: Line = Field(default="", exclude=True, json_schema_extra={"x-hidden": True})
    fingerprint: Line = Field(default="", exclude=True, json_schema_extra={"x-hidden": True})
    gist: Line = Field(default="", exclude=True, json_schema_extra={"x-hidden": True})
    body: Line = Field(default="", exclude=True, json_schema_extra={"x-hidden": True})
    translations: dict[str, Translation] = Field(
        default_factory=dict, exclude=True, json_schema_extra={"x-hidden": True}
    )

    @cached_property
    def key(self) -> str:
        """`region/id`: the record's name among all of its kind; references hold the same form."""
        return f"{self.region}/{self.id}"

    @cached_property
    def order(self) -> str:
        """Place in the Finnish alphabet: by name, then by key. (Kept between runs with the record.)"""
        return alphabetical(str.__str__(getattr(self, "name", None) or self.id), self.key)

    def is_valid_on(self, day: date) -> bool:
        """Whether `day` lies between `valid_from` and `valid_until`, both included."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


def alphabetical(name: str, key: str) -> str:
    """Place in the Finnish alphabet of a record: by its name, then by key."""
    letters, shown = sort_key(name)
    return f"{letters}\0{shown}\0{key}"


HIDDEN = frozenset({"region", "fingerprint", "gist", "body", "translations"})
"""Fields that loading fills in; an editor never writes them."""


__all__ = ["HIDDEN", "MEMBERS", "PUBLIC", "AsList", "Part", "Record", "Shared", "Translation", "alphabetical"]
