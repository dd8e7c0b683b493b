"""Where: a place in which services are given."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from tno.problem import Fault
from tno.records.base import AsList, Part, Record
from tno.records.fault import fault, faults
from tno.records.scalars import Decimal, Flag, Line, TermOf, Text, text_of

LATITUDES_DEG, LONGITUDES_DEG = (59.3, 70.2), (19.0, 31.7)
"""Finland with Åland and its nearest waters, degrees WGS 84."""


def _postal_code(value: Any) -> str:
    text = text_of(value).strip()
    if not re.fullmatch(r"\d{5}", text):
        raise fault("postal-code-invalid", value=text)
    return text


PostalCode = Annotated[str, PlainValidator(_postal_code), WithJsonSchema({"type": "string", "pattern": r"^\d{5}$"})]


class PlaceFields(Part):
    """The facts of a place; also what an inline place in a channel holds."""

    municipality: Line = Field(description="Kunta nimellä tai kuntakoodilla.")
    street: Text | None = Field(default=None, description="Katuosoite.")
    postal_code: PostalCode | None = Field(default=None, description='Postinumero, esim. "96100".')
    post_office: Text | None = Field(default=None, description="Postitoimipaikka.")
    lat: Decimal | None = Field(default=None, description="Leveysaste (WGS 84), esim. 66.5039.")
    lon: Decimal | None = Field(default=None, description="Pituusaste (WGS 84), esim. 25.7294.")
    address_public: Flag = Field(default=True, description="ei, jos osoitetta ei saa näyttää missään.")
    entrance: Text | None = Field(default=None, description="Miten sisään pääsee.")
    accessibility: Annotated[tuple[Annotated[str, TermOf("place_accessibility")], ...], AsList] = Field(
        default=(), description="Esteettömyys."
    )
    transit_note: Text | None = Field(default=None, description="Miten perille pääsee julkisilla.")

    @model_validator(mode="after")
    def _coordinates_in_finland(self) -> PlaceFields:
        if self.lat is None and self.lon is None:
            return self
        if self.lat is None or self.lon is None:
            raise fault("coordinates-half", "lon" if self.lat is None else "lat")
        if _within(self.lat, LATITUDES_DEG) and _within(self.lon, LONGITUDES_DEG):
            return self
        swapped = _within(self.lon, LATITUDES_DEG) and _within(self.lat, LONGITUDES_DEG)
        code = "coordinates-swapped" if swapped else "coordinates-outside"
        raise faults([Fault(code, ("lat",), {"value": f"{self.lat:.10g}, {self.lon:.10g}"})])


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


class Place(PlaceFields, Record):
    """A place of its own, used by channels and events by its id."""

    name: Text = Field(description="Paikan nimi, esim. Rovaniemen pääkirjasto.")
