"""The list of a region's events: what stands by day, what apart, and what it can be narrowed by."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from scenes import scene_of
from tno.views.calendar import EventsPage, events_page
from tno.views.month import month_names, month_page, months_of, times_of_months

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


WEEKLY = "end: 18:00, {here}, repeat: {{every: viikko, until: 2027-02-28}}"


def test_a_month_has_as_many_times_in_the_list_as_its_table_is_said_to_have(tmp_path: Path) -> None:
    events = (
        EVENTS
        + line("joka-viikko", "2026-11-24 17:00", WEEKLY.format(here=HERE))
        + line("yli-kuun", "2026-11-30 20:00", f"end: 2026-12-01 02:00, {HERE}")
        + line("vuodenvaihde", "2026-12-30", f"end: 2027-01-02, {HERE}")
    )
    scene = scene_of(tmp_path, {"events/uudet.yml": events}, DAY)
    region = scene.network.regions["lappi"]
    page, tables = events_page(scene, region), times_of_months(scene, region)
    listed_times = {days[0].date[:7]: sum(len(day.rows) for day in days) for _, days in page.months}
    assert listed_times == {month: tables[month] for month in ("2026-11", "2026-12")}
    assert [link.note for link in page.jumps][:2] == [link.note for link in page.tables][:2]
    assert page.jumps[-1].note == "1 tapahtuma" and page.tables[0].note.endswith(" kertaa")
    assert all(link.note.endswith((" tapahtuma", " tapahtumaa")) for link in page.past)


def cells(folder: Path, events: str, month: str) -> dict[str, list[tuple[str, str]]]:
    """Number of a day → time and name of what stands in its cell."""
    scene = scene_of(folder, {"events/uudet.yml": events}, DAY)
    page = month_page(scene, scene.network.regions["lappi"], month)
    own = {"yo", "messut", "leiri", "hetki", "koko"}
    found = {
        day.number: [(each.time, each.name) for each in day.events if each.name in own]
        for week in page.weeks
        for day in week.days
    }
    return {number: told for number, told in found.items() if told}


def test_a_night_stands_on_the_day_it_begins_and_what_lasts_for_days_says_when_it_begins_and_ends(
    tmp_path: Path,
) -> None:
    events = (
        line("yo", "2026-12-04 20:00", f"end: 2026-12-05 02:00, {HERE}")
        + line("messut", "2026-12-08 9:00", f"end: 2026-12-10 15:30, {HERE}")
        + line("leiri", "2026-12-14", f"end: 2026-12-16, {HERE}")
        + line("hetki", "2026-12-18 23:59", HERE)
        + line("koko", "2026-12-19", HERE)
    )
    assert cells(tmp_path, events, "2026-12") == {
        "4": [("20–2", "yo")],
        "8": [("alkaa 9", "messut")],
        "10": [("päättyy 15.30", "messut")],
        "14": [("alkaa", "leiri")],
        "16": [("päättyy", "leiri")],
        "18": [("23.59", "hetki")],
        "19": [("koko päivän", "koko")],
    }


def test_what_is_open_to_all_is_for_each_group_of_citizens_and_free_is_a_choice(tmp_path: Path) -> None:
    free = "price: {kind: maksuton}"
    events = (
        line("nuorille", "2026-11-24 17:00", f"end: 18:00, {HERE}, target_groups: nuoret, {free}")
        + line("kaikille", "2026-11-25 17:00", f"end: 18:00, {HERE}")
        + line("huoltajille", "2026-11-26 17:00", f"end: 18:00, {HERE}, target_groups: huoltajat")
    )
    page = page_of(tmp_path, events)
    told, facets = json.loads(page.told)["facets"], {facet.name: facet for facet in page.facets}
    numbers = {row.name: int(row.number) for _, days in page.months for day in days for row in day.rows}

    def fits(name: str, value: str) -> set[str]:
        place = [choice.value for choice in facets[name].choices].index(value)
        return {event for event, number in numbers.items() if place in told[name][number]} & {
            *("nuorille", "kaikille", "huoltajille")
        }

    assert fits("kohderyhma", "nuoret") == {"nuorille", "kaikille"}
    assert fits("hinta", "maksuton") == {"nuorille"}
    assert "kaikki" not in [choice.value for choice in facets["kohderyhma"].choices]
