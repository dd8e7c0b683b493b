"""Who: an organisation that gives services, signs agreements or carries tasks."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from tno.records.base import AsList, Record
from tno.records.contacts import Contact, Email, Phone, Url
from tno.records.external import ExternalIds
from tno.records.fault import fault
from tno.records.scalars import Line, OrganisationRef, TermOf, Text, text_of


def _business_id(value: Any) -> str:
    """A Finnish business id with its check digit (Y-tunnus). Source: vero.fi, "Y-tunnuksen tarkistusnumero"."""
    from stdnum.fi import ytunnus

    text = text_of(value).strip()
    if not ytunnus.is_valid(text):
        raise fault("business-id-invalid", value=text)
    return str(ytunnus.format(text))


BusinessId = Annotated[str, PlainValidator(_business_id), WithJsonSchema({"type": "string", "pattern": r"^\d{7}-?\d$"})]


class Organisation(Record):
    """An organisation; one that has ended points to those who carry its tasks now."""

    name: Text = Field(description="Virallinen nimi.")
    short_name: Text | None = Field(default=None, description="Lyhyt nimi, jota ihmiset käyttävät.")
    summary: Text | None = Field(default=None, description="Yksi lause siitä, mitä organisaatio tekee.")
    sector: Annotated[str, TermOf("organisation_type")] = Field(description="Organisaation tyyppi.")
    level: Annotated[str, TermOf("level")] | None = Field(
        default=None, description="Valtakunnallinen, alueellinen vai paikallinen."
    )
    network_role: Annotated[str, TermOf("network_role")] | None = Field(
        default=None, description="Rooli ohjauksen verkostossa."
    )
    municipality: Line | None = Field(default=None, description="Kotikunta nimellä tai kuntakoodilla.")
    parent: OrganisationRef | None = Field(default=None, description="Organisaatio, jonka osa tämä on.")
    succeeded_by: Annotated[tuple[OrganisationRef, ...], AsList] = Field(
        default=(), description="Organisaatiot, joille tehtävät siirtyivät."
    )
    business_id: BusinessId | None = Field(default=None, description="Y-tunnus.")
    website: Url | None = Field(default=None, description="Verkkosivut.")
    email: Email | None = Field(default=None, description="Sähköposti.")
    phone: Phone | None = Field(default=None, description="Puhelinnumero.")
    contacts: tuple[Contact, ...] = Field(default=(), description="Yhteystiedot roolin mukaan.")
    external_ids: ExternalIds | None = Field(default=None, description="Tunnisteet muissa rekistereissä.")
