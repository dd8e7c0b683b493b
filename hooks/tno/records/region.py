"""A region's own file: who it is, which areas it has, whom to ask."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tno.records.base import AsList, Part, Record
from tno.records.contacts import Contact
from tno.records.scalars import Day, GroupRef, Line, Slug, Team, TermOf, Text


class Authority(Part):
    """The authority whose area the region is, and what came after it."""

    name: Text = Field(description="Viranomaisen nimi, esim. Lapin ELY-keskus.")
    valid_until: Day | None = Field(default=None, description="Viranomaisen viimeinen päivä.")
    succeeded_by: Annotated[tuple[Slug, ...], AsList] = Field(
        default=(), description="Seuraajat: elinvoimakeskusten tunnukset tiedostosta regions/finland/areas.yml."
    )


class SubArea(Part):
    """A part of a region in which services and network work together."""

    id: Slug = Field(description="Tunnus, esim. lansi-lappi.")
    name: Text = Field(description="Nimi, esim. Länsi-Lappi.")
    certainty: Line | None = Field(default=None, description="alustava, jos kuntajako ei ole varma.")
    municipalities: Annotated[tuple[Line, ...], AsList] = Field(
        min_length=1, description="Kunnat nimellä tai kuntakoodilla."
    )
    works_with: Annotated[tuple[Slug, ...], AsList] = Field(
        default=(), description="Seutukunnat, joiden kanssa tehdään yhteistyötä. Merkitään molempiin."
    )
    contact: Contact | None = Field(default=None, description="Alueen yhteystieto roolin mukaan.")
    valid_from: Day | None = Field(default=None, description="Mistä päivästä alue on ollut olemassa.")
    valid_until: Day | None = Field(default=None, description="Viimeinen päivä, jona alue oli olemassa.")


class RegionProfile(Record):
    """`region.yml`: name, authority and its successor, sub-areas, languages, contacts."""

    name: Text = Field(description="Alueen nimi, esim. Lappi.")
    maakunnat: Annotated[tuple[Line, ...], AsList] = Field(default=(), description='Maakuntien koodit, esim. "19".')
    authority: Authority | None = Field(default=None, description="Alueen viranomainen ja sen seuraaja.")
    languages: Annotated[tuple[Annotated[str, TermOf("service_language")], ...], AsList] = Field(
        default=("fi",), description="Kielet, joilla alueen sivut tehdään."
    )
    contacts: tuple[Contact, ...] = Field(default=(), description="Yhteystiedot roolin mukaan.")
    sub_areas: tuple[SubArea, ...] = Field(default=(), description="Alueen osat, esim. Länsi-Lappi.")
    elo_group: GroupRef | None = Field(default=None, description="Alueellisen ELO-ryhmän tunnus.")
    featured: Annotated[tuple[Annotated[str, TermOf("life_situation")], ...], AsList] = Field(
        default=(), description="Elämäntilanteet, jotka näytetään ensin."
    )
    reviewers: Annotated[tuple[Team, ...], AsList] = Field(
        default=(), description="Tarkastajat ryhminä, esim. @organisaatio/ryhma. Ei henkilöitä."
    )
