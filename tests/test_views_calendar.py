"""The list of a region's events: what stands by day, what apart, and what it can be narrowed by."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from scenes import scene_of
from tno.views.calendar import EventsPage, events_page
from tno.views.month import month_names, months_of

COMMON = "kind: {kind}, organiser: tuulipolun-ohjaamo, audience: kansalaiset, languages: [{language}]"
EVENT = "- {{id: {id}, name: {id}, start: {start}, {times}, " + COMMON + "}}\n"


def line(own_id: str, start: str, times: str, kind: str = "ohjausinfo", language: str = "fi") -> str:
    return EVENT.format(id=own_id, start=start, times=times, kind=kind, language=language)


HERE = "place: tuulipolun-talo"
EVENTS = (
    line("opintojen-haku", "2026-11-01", "end: 2026-12-15", "hakuaika")
    + line("ilta", "2026-11-24 17:00", f"end: 18:00, {HERE}")
    + line("linja", "2026-11-25 17:00", "end: 18:00, online_url: https://example.org/linja", "webinaari", "sv")
    + line("messut", "2027-08-20", HERE, "messut")
    + line("mennyt", "2026-10-01 12:00", f"end: 13:00, {HERE}")
)
DAY = date(2026, 11, 21)


def page_of(folder: Path, events: str = EVENTS) -> EventsPage:
    scene = scene_of(folder, {"events/uudet.yml": events}, DAY)
    return events_page(scene, scene.network.regions["lappi"])


def listed(page: EventsPage) -> list[str]:
    return [row.name for _, days in page.months for day in days for row in day.rows]


def test_what_goes_on_and_what_comes_later_stand_apart_from_the_days(tmp_path: Path) -> None:
    page = page_of(tmp_path)
    names = [*listed(page), *(row.name for row in page.later), *(row.name for row in page.ongoing)]
    assert [name for name in names if name in {"opintojen-haku", "ilta", "linja", "messut", "mennyt"}] == [
        *("ilta", "linja", "messut", "opintojen-haku"),
    ]
    assert [row.when for row in page.ongoing if row.name == "opintojen-haku"] == ["su 1.11.–ti 15.12.2026"]


def test_a_list_is_narrowed_by_what_tells_its_events_apart(tmp_path: Path) -> None:
    page = page_of(tmp_path)
    choices = {facet.name: [choice.value for choice in facet.choices] for facet in page.facets}
    assert {"webinaari", "messut", "hakuaika"} <= set(choices["laji"])
    assert choices["kieli"] == ["fi", "sv"] and choices["tapa"] == ["paikan-paalla", "verkossa"]
    told = json.loads(page.told)
    rows = [row for _, days in page.months for day in days for row in day.rows]
    online = next(row for row in rows if row.name == "linja")
    places = told["facets"]["laji"][int(online.number)]
    assert [choices["laji"][place] for place in places] == ["webinaari"]


def test_tables_reach_as_far_as_something_may_happen_and_no_farther_than_half_a_year(tmp_path: Path) -> None:
    scene = scene_of(tmp_path, {"events/uudet.yml": EVENTS}, DAY)
    region = scene.network.regions["lappi"]
    assert list(month_names(scene, region)) == ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04"]
    assert [event.id for event, _ in months_of(scene, region)["2026-12"]].count("opintojen-haku") == 1
