"""Calendars kept elsewhere become our events: the same times, and whatever is lost is named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calendar_records import MEETING
from calendar_records import event as made_of
from scenes import scene_of
from test_exports_ics import EVENTS, LINE, WINDOWS, calendar_of, meeting, ours
from tno.exports.ics import Calendars
from tno.from_calendar.calendar_file import read_calendar
from tno.from_calendar.event_values import EventReader, Imported, Told
from tno.from_calendar.notes import Notes
from tno.from_calendar.yaml_text import yaml_text
from tno.read import parse_yaml
from tno.records import Event
from tno.views.scene import Scene
from trees import folders_of, load_tree

FILES = Path(__file__).parent / "calendars"


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return scene_of(tmp_path_factory.mktemp("region"), {})


@cache
def network() -> Any:
    return load_tree(folders_of("minimal")).network


def imported(data: bytes, told: Told | None = None) -> tuple[list[Imported], Notes]:
    notes = Notes()
    found = read_calendar(data, notes)
    reader = EventReader(network(), "lappi", found.zones, told or Told("kokous", "tuulipolun-ohjaamo", "verkosto"))
    return [event for each in found.series if (event := reader.read(each, notes))], notes


def codes(notes: Notes) -> set[str]:
    return {note.code for note in notes.found}


def event_of(values: Mapping[str, Any]) -> Event:
    """The event that the values make, read back from their YAML."""
    data = parse_yaml(yaml_text(values), "x.yml").data
    assert isinstance(data, dict)
    where = {} if {"place", "online_url"} & data.keys() else {"place": "talo"}
    basis = {key: value for key, value in MEETING.items() if key in ("id", "kind", "organiser", "audience")}
    made = made_of(**dict.fromkeys(MEETING), **{}) if False else None
    assert made is None
    return made_of(**{**dict.fromkeys(MEETING), **basis, **where, **data})


def of_file(name: str, told: Told | None = None) -> tuple[dict[str, Imported], Notes]:
    found, notes = imported((FILES / name).read_bytes(), told)
    return {event.name: event for event in found}, notes


# --- our own calendars ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVENTS)
def test_our_own_feed_comes_back_with_the_same_occurrences(scene: Scene, name: str) -> None:
    made = meeting(**EVENTS[name])
    (found,), notes = imported(calendar_of(scene, made))
    back = event_of(found.values)
    for window in [*WINDOWS, (date(2026, 1, 1), date(2028, 12, 31))]:
        assert ours(back, *window) == ours(made, *window), found.values
    assert codes(notes) <= {"place-unknown", "place-missing"}
    assert found.name == made.name


def test_every_event_of_the_example_site_comes_back_with_the_same_occurrences(scene: Scene) -> None:
    network = load_tree(folders_of("kaikki")).network
    window = date(2026, 1, 1), date(2028, 1, 1)
    for made in network.all_of(Event).values():
        calendars = Calendars(scene, "https://portaali.example.org/")
        (found,), _ = imported(calendars.calendar("x", [calendars.component(made, LINE)]))
        back = event_of(found.values)
        assert ours(back, *window) == ours(made, *window), found.values
        assert back.status == ("vahvistettu" if made.status.startswith("siirretty") else made.status)
