"""The types of records editors write: each model is schema and object in one."""

from __future__ import annotations

from tno.frozen import frozen
from tno.records.agreement import Agreement
from tno.records.base import Record, Translation
from tno.records.elo import Assessment, Plan, Report
from tno.records.event import Event
from tno.records.group import Group
from tno.records.knowledge import Document, Page, Practice
from tno.records.organisation import Organisation
from tno.records.place import Place
from tno.records.question import Question
from tno.records.region import RegionProfile
from tno.records.service import Service


@frozen
class Kind:
    """A type of record and where its files are."""

    name: str
    model: type[Record]
    folder: str
    """Folder in a region; empty for the region's own file."""
    suffix: str
    """`.md`: front matter and prose, one record a file. `.yml`: a list of records, or one."""
    label: str
    """What a Finn calls one of these, in messages."""


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("region", RegionProfile, "", ".yml", "alue"),
        Kind("organisation", Organisation, "organisations", ".yml", "organisaatio"),
        Kind("place", Place, "places", ".yml", "paikka"),
        Kind("service", Service, "services", ".md", "palvelu"),
        Kind("group", Group, "groups", ".md", "ryhmä"),
        Kind("agreement", Agreement, "agreements", ".md", "sopimus"),
        Kind("event", Event, "events", ".yml", "tapahtuma"),
        Kind("practice", Practice, "practices", ".md", "käytäntö"),
        Kind("document", Document, "documents", ".md", "asiakirja"),
        Kind("plan", Plan, "plans", ".md", "suunnitelma"),
        Kind("report", Report, "reports", ".md", "raportti"),
        Kind("assessment", Assessment, "assessments", ".yml", "arviointi"),
        Kind("page", Page, "pages", ".md", "sivu"),
    )
}
"""Every kind by its name, in the order they are read."""

QUESTIONS = Kind("question", Question, "", ".yml", "kysymys")  # type: ignore[arg-type]
"""Questions of the findability audit: a list in each region's `questions.yml`, no records and without pages."""

FOLDERS: dict[str, Kind] = {kind.folder: kind for kind in KINDS.values() if kind.folder}

__all__ = [
    "FOLDERS",
    "KINDS",
    "QUESTIONS",
    "Agreement",
    "Assessment",
    "Document",
    "Event",
    "Group",
    "Kind",
    "Organisation",
    "Page",
    "Place",
    "Plan",
    "Practice",
    "Question",
    "Record",
    "RegionProfile",
    "Report",
    "Service",
    "Translation",
]
