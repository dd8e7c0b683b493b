"""What the network knows and writes down: documents, good practices, free pages."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from tno.problem import Fault
from tno.records.attachment import FileName
from tno.records.base import AsList, Part, Record
from tno.records.contacts import Url
from tno.records.fault import fault, faults
from tno.records.scalars import Day, OrganisationRef, TermOf, Text, text_of


def _year(value: Any) -> int:
    text = text_of(value).strip()
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise fault("year-invalid", value=text)
    return int(text)


Year = Annotated[int, PlainValidator(_year), WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2099})]


class Years(Part):
    """The years something is meant for."""

    from_: Year = Field(alias="from", description="Ensimmäinen vuosi.")
    until: Year | None = Field(default=None, description="Viimeinen vuosi.")


class Document(Record):
    """A strategy, brochure, handbook or report, with a summary as text."""

    name: Text = Field(description="Asiakirjan nimi.")
    kind: Annotated[str, TermOf("document_kind")] = Field(description="strategia, esite, kasikirja …")
    summary: Text = Field(description="Sisältö lyhyesti.")
    languages: Annotated[tuple[Annotated[str, TermOf("service_language")], ...], AsList] = Field(
        default=("fi",), description="Kielet."
    )
    years: Years | None = Field(default=None, description="Vuodet, joita asiakirja koskee.")
    published: Day | None = Field(default=None, description="Julkaisupäivä.")
    file: FileName | None = Field(default=None, description="Tiedosto samassa kansiossa, esim. strategia.pdf.")
    url: Url | None = Field(default=None, description="Verkko-osoite.")
    publisher: OrganisationRef | None = Field(default=None, description="Julkaisija.")


class Practice(Record):
    """A good practice, told so that another region can do the same."""

    name: Text = Field(description="Käytännön nimi.")
    summary: Text | None = Field(default=None, description="Yksi lause käytännöstä.")
    problem: Text = Field(description="Mikä oli pulma.")
    what: Text = Field(description="Mitä tehtiin.")
    target_groups: Annotated[tuple[Annotated[str, TermOf("target_group")], ...], AsList] = Field(
        min_length=1, description="Kenelle."
    )
    topics: Annotated[tuple[Annotated[str, TermOf("service_topic")], ...], AsList] = Field(
        min_length=1, description="Aiheet."
    )
    goals: Annotated[tuple[Annotated[str, TermOf("elo_goal")], ...], AsList] = Field(
        default=(), description="Kansalliset tavoitteet."
    )
    evidence: Text | None = Field(default=None, description="Mistä tiedetään, että käytäntö toimii.")
    transfer: Text | None = Field(default=None, description="Mitä toinen alue tarvitsee samaan.")
    status: Annotated[str, TermOf("action_status")] = Field(default="kaynnissa", description="Tila.")
    organisations: Annotated[tuple[OrganisationRef, ...], AsList] = Field(default=(), description="Tekijät.")
    since: Year | None = Field(default=None, description="Mistä vuodesta.")


class Page(Record):
    """A free page: news or a guide of a region. The body is the page."""

    name: Text = Field(description="Sivun otsikko.")
    summary: Text | None = Field(default=None, description="Yksi lause sivusta.")
    published: Day = Field(description="Julkaisupäivä.")
    topics: Annotated[tuple[Annotated[str, TermOf("service_topic")], ...], AsList] = Field(
        default=(), description="Aiheet."
    )

    @model_validator(mode="after")
    def _has_text(self) -> Page:
        if not self.body.strip() and "body" in self.model_fields_set:
            raise faults([Fault("body-missing", ())])
        return self
