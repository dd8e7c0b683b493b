"""What an ELO group writes: yearly plan, yearly report, self-assessment.

Plan themes: ministries' letter of 2 July 2012; report questions: letter of 14 May 2014; assessment: five dimensions
by three stages, adapted from Spangar, Arnkil & Vuorinen 2008.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from tno.problem import Fault
from tno.records.base import Part, Record
from tno.records.fault import fault, faults
from tno.records.knowledge import Year
from tno.records.scalars import Day, GroupRef, ResponsibleRef, TermOf, Text, text_of

THEMES = ("roolit", "verkosto", "ohjausosaaminen", "monikanavaisuus")
"""The themes a plan must take a stand on: ids of the vocabulary `elo_plan_theme`."""

DIMENSIONS = ("yleistilanne", "konsepti", "toimintamallit", "foorumit", "vaikuttavuus")
"""Dimensions of an assessment: ids of the vocabulary `assessment_dimension`."""


class Action(Part):
    """Something a plan says will be done."""

    text: Text = Field(description="Mitä tehdään.")
    theme: Annotated[str, TermOf("elo_plan_theme")] | None = Field(default=None, description="Teema.")
    goal: Annotated[str, TermOf("elo_goal")] | None = Field(default=None, description="Kansallinen tavoite.")
    responsible: ResponsibleRef | None = Field(default=None, description="Vastuutaho: organisaatio tai ryhmä.")
    due: Day | None = Field(default=None, description="Mihin mennessä.")
    state: Annotated[str, TermOf("action_status")] = Field(default="suunniteltu", description="Tila.")
    evidence: Text | None = Field(default=None, description="Mistä näkee, että tehtiin.")


class Stand(Part):
    """What a plan says of one theme."""

    theme: Annotated[str, TermOf("elo_plan_theme")] = Field(description="roolit, verkosto, ohjausosaaminen …")
    text: Text = Field(description="Kannanotto.")


class Plan(Record):
    """The action plan of a year; takes a stand on all four themes."""

    name: Text | None = Field(default=None, description="Suunnitelman nimi.")
    year: Year = Field(description="Vuosi.")
    group: GroupRef | None = Field(default=None, description="Ryhmä, jonka suunnitelma on.")
    themes: tuple[Stand, ...] = Field(description="Kannanotto jokaiseen neljään teemaan.")
    actions: tuple[Action, ...] = Field(default=(), description="Toimenpiteet.")

    @model_validator(mode="after")
    def _every_theme_has_a_stand(self) -> Plan:
        stated = {stand.theme for stand in self.themes}
        if missing := [theme for theme in THEMES if theme not in stated]:
            raise faults([Fault("plan-theme-missing", ("themes",), {"expected": ", ".join(missing)}, at_key=True)])
        return self


class Answers(Part):
    """The five questions of a report."""

    definition: Text = Field(description="Miten ohjaus määritellään ja kuinka yhteinen näkemys on.")
    actors: Text = Field(description="Ydintoimijat, muut toimijat ja heidän roolinsa.")
    group: Text = Field(description="Ryhmän perustaminen ja nykyvaihe.")
    goals: Text = Field(description="Kansalliset tavoitteet: haasteet, tulokset, hyvät käytännöt.")
    ohjaamo: Text = Field(description="Osallistuminen Ohjaamo-työhön; nykyiset ja tulevat Ohjaamot.")


class Report(Record):
    """The report of a year: five answers, two or three pages at most."""

    name: Text | None = Field(default=None, description="Raportin nimi.")
    year: Year = Field(description="Vuosi.")
    group: GroupRef | None = Field(default=None, description="Ryhmä, jonka raportti on.")
    answers: Answers = Field(description="Vastaukset viiteen kysymykseen.")


_STAGES = {"1": 1.0, "1.5": 1.5, "1,5": 1.5, "2": 2.0, "2.5": 2.5, "2,5": 2.5, "3": 3.0}


def _stage(value: Any) -> float:
    text = text_of(value).strip()
    if text not in _STAGES:
        raise fault("stage-invalid", value=text)
    return _STAGES[text]


Stage = Annotated[float, PlainValidator(_stage), WithJsonSchema({"enum": [1, 1.5, 2, 2.5, 3, *_STAGES]})]
"""1 = resources scattered, 2 = coordination starting, 3 = guidance as the region's joint resource."""


class Dimension(Part):
    """The group's judgement on one dimension."""

    dimension: Annotated[str, TermOf("assessment_dimension")] = Field(description="Ulottuvuus.")
    stage: Stage = Field(description="Vaihe 1–3, puolikkaat sallittu.")
    evidence: Text = Field(description="Millä perusteella.")


class Assessment(Record):
    """A self-assessment on a day, every dimension judged once."""

    name: Text | None = Field(default=None, description="Arvioinnin nimi.")
    date: Day = Field(description="Arviointipäivä.")
    assessor: GroupRef = Field(description="Ryhmä, joka arvioi.")
    dimensions: tuple[Dimension, ...] = Field(description="Arvio viidestä ulottuvuudesta.")

    @model_validator(mode="after")
    def _each_dimension_once(self) -> Assessment:
        judged = [item.dimension for item in self.dimensions]
        missing = [name for name in DIMENSIONS if name not in judged]
        if missing or len(judged) != len(set(judged)):
            data = {"expected": ", ".join(DIMENSIONS), "value": ", ".join(judged) or "–"}
            raise faults([Fault("assessment-dimensions", ("dimensions",), data, at_key=True)])
        return self
