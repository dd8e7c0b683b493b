"""Partnership agreements: who promised what to whom, for how long, and what each agreement replaced."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from tno.problem import Fault
from tno.records.attachment import FileName
from tno.records.base import AsList, Part, Record
from tno.records.contacts import Url
from tno.records.fault import faults
from tno.records.scalars import (
    AgreementRef,
    Day,
    EventRef,
    Flag,
    GroupRef,
    OrganisationRef,
    ResponsibleRef,
    ServiceRef,
    SubAreaRef,
    TermOf,
    Text,
    WholeNumber,
)


class Party(Part):
    """An organisation that has signed."""

    organisation: OrganisationRef = Field(description="Organisaation tunnus.")
    role: Annotated[str, TermOf("agreement_party_role")] = Field(
        default="sopijaosapuoli", description="Rooli sopimuksessa."
    )
    signed: Day | None = Field(default=None, description="Allekirjoituspäivä.")


class GroupTasks(Part):
    """What the agreement gives a group to do."""

    group: GroupRef = Field(description="Ryhmän tunnus.")
    tasks: Annotated[tuple[Text, ...], AsList] = Field(min_length=1, description="Tehtävät.")


class Commitment(Part):
    """A promise, and what keeps it."""

    text: Text = Field(description="Mitä luvataan.")
    responsible: ResponsibleRef | None = Field(default=None, description="Kuka lupaa: organisaatio tai ryhmä.")
    service: ServiceRef | None = Field(default=None, description="Palvelu, joka toteuttaa lupauksen.")
    event: EventRef | None = Field(default=None, description="Tapahtuma, joka toteuttaa lupauksen.")
    due: Day | None = Field(default=None, description="Mihin mennessä.")
    state: Annotated[str, TermOf("commitment_status")] = Field(default="lupaus", description="Lupauksen tila.")


class Annex(Part):
    """A paper that belongs to the agreement."""

    name: Text = Field(description="Liitteen nimi.")
    url: Url | None = Field(default=None, description="Verkko-osoite.")
    file: FileName | None = Field(default=None, description="Tiedosto samassa kansiossa, esim. strategia.pdf.")


class Agreement(Record):
    """An agreement. Its state on a day is computed (`tno.model.agreements`), never written."""

    name: Text = Field(description="Sopimuksen nimi.")
    kind: Annotated[str, TermOf("agreement_kind")] = Field(default="kumppanuussopimus", description="Sopimuksen laji.")
    summary: Text | None = Field(default=None, description="Yksi lause sopimuksesta.")
    purpose: Text | None = Field(default=None, description="Mitä varten sopimus on.")
    sub_areas: Annotated[tuple[SubAreaRef, ...], AsList] = Field(
        default=(), description="Alueen osat, joita sopimus koskee. Tyhjä: koko alue."
    )
    parties: tuple[Party, ...] = Field(default=(), description="Osapuolet.")
    party_count: WholeNumber | None = Field(
        default=None, description="Osapuolten määrä, jos luettelo puuttuu tai on vajaa."
    )
    party_note: Text | None = Field(default=None, description="Mitä osapuolista tiedetään.")
    valid_from: Day = Field(description="Ensimmäinen voimassaolopäivä.")
    until_further_notice: Flag = Field(default=False, description="kyllä, jos sopimus on voimassa toistaiseksi.")
    draft: Flag = Field(default=False, description="kyllä, jos sopimus on vasta valmisteilla.")
    review_months: WholeNumber | None = Field(
        default=None, description="Kuinka monen kuukauden välein sopimusta tarkistetaan."
    )
    renews: Annotated[tuple[AgreementRef, ...], AsList] = Field(
        default=(), description="Sopimukset, jotka tämä korvaa."
    )
    group_tasks: tuple[GroupTasks, ...] = Field(default=(), description="Ryhmien tehtävät.")
    commitments: tuple[Commitment, ...] = Field(default=(), description="Lupaukset.")
    annexes: tuple[Annex, ...] = Field(default=(), description="Liitteet.")

    @model_validator(mode="after")
    def _term_is_stated(self) -> Agreement:
        if self.valid_until is None and not self.until_further_notice:
            raise faults([Fault("agreement-term-missing", ("valid_from",), {}, at_key=True)])
        if self.valid_until is not None and self.until_further_notice:
            raise faults([Fault("agreement-term-twice", ("until_further_notice",), {"value": str(self.valid_until)})])
        return self
