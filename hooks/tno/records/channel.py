"""How a service is reached: one channel of a service."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from tno.problem import Fault
from tno.records.base import AsList, Part, Shared
from tno.records.contacts import Email, Phone, Url
from tno.records.external import ExternalIds
from tno.records.fault import faults
from tno.records.hours import Hours
from tno.records.place import PlaceFields
from tno.records.scalars import Line, PlaceRef, TermOf, Text

NEEDS: dict[str, tuple[str, ...]] = {
    "palvelupaikka": ("place",),
    "puhelin": ("phone",),
    "tekstiviesti": ("phone",),
    "kirje": ("name",),
    "takaisinsoitto": ("phone", "url"),
    "sahkoposti": ("email",),
    "chat": ("url",),
    "videovastaanotto": ("url", "phone", "email"),
    "verkkoasiointi": ("url",),
    "verkkosivu": ("url",),
    "lomake": ("url",),
    "liikkuva-palvelu": ("place", "note", "phone"),
    "ryhma": ("place", "url"),
}
"""Channel type → the fields of which at least one must be there; without it nobody can use the channel."""


def _form_of_place(value: Any) -> str:
    return "@written-here" if isinstance(value, dict | PlaceFields) else "@id"


ChannelPlace = Annotated[
    Annotated[PlaceRef, Tag("@id")] | Annotated[PlaceFields, Tag("@written-here")], Discriminator(_form_of_place)
]
"""The id of a place, or the place's facts written in the channel itself."""


class Channel(Part):
    """One way to reach a service, with its own hours and languages."""

    type: Annotated[str, TermOf("service_channel")] = Field(description="Kanava: palvelupaikka, puhelin, chat …")
    name: Text | None = Field(
        default=None, description="Kanavan oma nimi, jos sillä on sellainen. Kirjeen kanavassa postiosoite."
    )
    place: ChannelPlace | None = Field(default=None, description="Paikan tunnus tai paikan tiedot tässä.")
    phone: Phone | None = Field(default=None, description="Puhelinnumero.")
    call_charge: Annotated[str, TermOf("call_charge")] | None = Field(default=None, description="Puhelun hinta.")
    email: Email | None = Field(default=None, description="Sähköposti.")
    url: Url | None = Field(default=None, description="Verkko-osoite.")
    areas: Annotated[tuple[Line, ...], AsList] = Field(
        default=(), description="Kunnat, joita juuri tämä kanava palvelee, jos ne eroavat palvelun alueista."
    )
    languages: Annotated[tuple[Annotated[str, TermOf("service_language")], ...], AsList] = Field(
        default=(), description="Kielet, jos ne eroavat palvelun kielistä."
    )
    answer_time: Text | None = Field(default=None, description="Miten nopeasti vastataan.")
    hours: Annotated[Hours, Shared] | None = Field(default=None, description="Milloin kanava palvelee.")
    note: Text | None = Field(default=None, description="Mitä muuta kanavasta pitää tietää.")
    external_ids: ExternalIds | None = Field(default=None, description="Kanavan tunnisteet muissa rekistereissä.")

    @model_validator(mode="after")
    def _can_be_used(self) -> Channel:
        needed = NEEDS.get(self.type, ())
        if needed and not any(getattr(self, name) for name in needed):
            raise faults([Fault("channel-incomplete", ("type",), {"value": self.type, "expected": " / ".join(needed)})])
        return self
