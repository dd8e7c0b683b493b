"""What is given to whom, through which channels: a service."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from tno.problem import Fault
from tno.records.base import AsList, Part, Record, Shared
from tno.records.channel import Channel
from tno.records.external import ExternalIds
from tno.records.fault import faults
from tno.records.scalars import (
    AgreementRef,
    Day,
    Flag,
    Line,
    OrganisationRef,
    ServiceRef,
    TermOf,
    Text,
    WholeNumber,
)


class Eligibility(Part):
    """Whom the service is for, and not for."""

    age_min: WholeNumber | None = Field(default=None, description="Alin ikä vuosina.")
    age_max: WholeNumber | None = Field(default=None, description="Ylin ikä vuosina.")
    referral: Annotated[str, TermOf("referral")] | None = Field(default=None, description="Tarvitaanko lähete.")
    text: Text | None = Field(default=None, description="Kenelle palvelu on, sanoin.")
    not_for: Text | None = Field(default=None, description="Kenelle palvelu ei ole.")

    @model_validator(mode="after")
    def _ages_in_order(self) -> Eligibility:
        if self.age_min is not None and self.age_max is not None and self.age_max < self.age_min:
            data = {"value": str(self.age_max), "other": str(self.age_min)}
            raise faults([Fault("age-range", ("age_max",), data)])
        return self


class Price(Part):
    """What it costs."""

    kind: Annotated[str, TermOf("service_charge")] = Field(description="maksuton, maksullinen tai muu.")
    text: Text | None = Field(default=None, description="Hinta sanoin.")


class Alert(Part):
    """A notice shown first on the service's page for a time."""

    text: Text = Field(description="Mitä pitää tietää.")
    from_: Day | None = Field(default=None, alias="from", description="Ensimmäinen päivä.")
    until: Day | None = Field(default=None, description="Viimeinen päivä.")


class Funding(Part):
    """Who pays, and until when."""

    kind: Annotated[str, TermOf("funding_kind")] = Field(description="perusrahoitus tai hanke.")
    source: Text | None = Field(default=None, description="Rahoittaja tai hanke.")
    ends: Day | None = Field(default=None, description="Rahoituksen viimeinen päivä.")


class Referral(Part):
    """Another service that helps, and when."""

    service: ServiceRef = Field(description="Toisen palvelun tunnus.")
    when: Text | None = Field(default=None, description="Milloin kannattaa kysyä sieltä.")


class Service(Record):
    """A service of information, advice or guidance. The prose of the file's body is its description."""

    name: Text = Field(description="Palvelun nimi.")
    summary: Text = Field(description="Yksi lause, enintään 150 merkkiä.")
    organisation: OrganisationRef = Field(description="Organisaatio, joka antaa palvelun.")
    kind: Annotated[tuple[Annotated[str, TermOf("service_kind")], ...], AsList] = Field(
        min_length=1, description="tieto, neuvonta, ohjaus …"
    )
    target_groups: Annotated[tuple[Annotated[str, TermOf("target_group")], ...], AsList] = Field(
        min_length=1, description="Kenelle palvelu on."
    )
    life_situations: Annotated[tuple[Annotated[str, TermOf("life_situation")], ...], AsList] = Field(
        default=(), description="Elämäntilanteet, joissa palvelu auttaa."
    )
    topics: Annotated[tuple[Annotated[str, TermOf("service_topic")], ...], AsList] = Field(
        min_length=1, max_length=4, description="Aiheet, 1–4."
    )
    areas: Annotated[tuple[Line, ...], AsList] = Field(
        min_length=1, description="Kunnat, alueen osa, koko-alue, manner-suomi tai koko-maa."
    )
    languages: Annotated[tuple[Annotated[str, TermOf("service_language")], ...], AsList] = Field(
        min_length=1, description="Kielet, joilla palvellaan."
    )
    channels: tuple[Channel, ...] = Field(min_length=1, description="Kanavat, joista palvelun saa.")
    verified: Day = Field(description="Päivä, jona tiedot on viimeksi tarkistettu.")
    eligibility: Annotated[Eligibility, Shared] | None = Field(
        default=None, description="Kenelle palvelu on ja kenelle ei."
    )
    how_to_start: Text | None = Field(default=None, description="Mitä ensin tapahtuu.")
    bring: Annotated[tuple[Text, ...], AsList] = Field(default=(), description="Mitä pitää ottaa mukaan.")
    price: Annotated[Price, Shared] | None = Field(default=None, description="Hinta.")
    anonymous: Flag | None = Field(default=None, description="kyllä, jos palvelua saa nimettömänä.")
    appointment: Annotated[str, TermOf("appointment")] | None = Field(default=None, description="Ajanvaraus.")
    ohjaamo_roles: Annotated[tuple[Annotated[str, TermOf("ohjaamo_role")], ...], AsList] = Field(
        default=(), description="Ohjaamon roolit: palvelupiste, verkosto, periaate."
    )
    alert: Alert | None = Field(default=None, description="Tilapäinen tiedote.")
    status: Annotated[str, TermOf("service_status")] = Field(default="voimassa", description="Palvelun tila.")
    funding: Annotated[Funding, Shared] | None = Field(default=None, description="Rahoitus.")
    partners: Annotated[tuple[OrganisationRef, ...], AsList] = Field(default=(), description="Kumppanit.")
    refers_to: tuple[Referral, ...] = Field(default=(), description="Muut palvelut, joista voi kysyä.")
    agreements: Annotated[tuple[AgreementRef, ...], AsList] = Field(
        default=(), description="Sopimukset, joihin palvelu perustuu."
    )
    synonyms: Annotated[tuple[Line, ...], AsList] = Field(
        default=(), description="Arkisia sanoja, joilla palvelua etsitään."
    )
    external_ids: ExternalIds | None = Field(default=None, description="Tunnisteet muissa rekistereissä.")
