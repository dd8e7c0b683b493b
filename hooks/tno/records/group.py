"""Groups that carry the network: ELO group, sub-area groups, steering and development groups."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tno.records.base import AsList, Part, Record
from tno.records.scalars import Day, GroupRef, Line, OrganisationRef, Slug, SubAreaRef, TermOf, Text


class Member(Part):
    """An organisation's seat in a group."""

    organisation: OrganisationRef = Field(description="Organisaation tunnus.")
    role: Annotated[str, TermOf("group_member_role")] = Field(default="jasen", description="Rooli ryhmässä.")
    since: Day | None = Field(default=None, description="Mistä päivästä.")
    until: Day | None = Field(default=None, description="Viimeinen päivä.")


class Relation(Part):
    """How a group stands to another group."""

    group: GroupRef = Field(description="Toisen ryhmän tunnus.")
    kind: Annotated[str, TermOf("group_relation")] = Field(description="raportoi, tekee-yhteistyota tai seuraa.")


class Group(Record):
    """A group with members and tasks. The body tells about it."""

    name: Text = Field(description="Ryhmän nimi.")
    short_name: Text | None = Field(default=None, description="Lyhyt nimi.")
    type: Annotated[str, TermOf("network_group")] = Field(description="Ryhmän tyyppi.")
    summary: Text | None = Field(default=None, description="Yksi lause ryhmästä.")
    sub_areas: Annotated[tuple[SubAreaRef, ...], AsList] = Field(default=(), description="Alueen osat.")
    regions: Annotated[tuple[Slug, ...], AsList] = Field(
        default=(), description="Alueet, joiden yhteinen ryhmä on (kehittämisryhmässä 2–4)."
    )
    theme: Annotated[str, TermOf("development_theme")] | None = Field(default=None, description="Teema.")
    members: tuple[Member, ...] = Field(default=(), description="Jäsenorganisaatiot ja roolit.")
    tasks: Annotated[tuple[Text, ...], AsList] = Field(default=(), description="Ryhmän tehtävät.")
    relations: tuple[Relation, ...] = Field(default=(), description="Suhteet muihin ryhmiin.")
    founded: Day | None = Field(default=None, description="Perustamispäivä.")
    ended: Day | None = Field(default=None, description="Viimeinen toimintapäivä.")
    note: Line | None = Field(default=None, description="Lisätieto.")
