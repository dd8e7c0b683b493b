"""Events as pages tell them: days, hours, what is different this time, what is over."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes import scene_of
from tno.records import Event
from tno.views.event import EventDate, EventPage, coming, event_page, event_row, events_page

PLAIN = """
- id: ilta
  name: Avoin ilta
  summary: Tule juttelemaan.
  kind: neuvontapiste
  organiser: tuulipolun-ohjaamo
  audience: kansalaiset
  target_groups: [nuoret]
  topics: [koulutus]
  languages: [fi]
  verified: 2026-11-12
"""


def page_of(folder: Path, facts: str) -> EventPage:
    """The page of one event with these lines added to it."""
    lines = "".join(f"  {line}\n" for line in facts.strip().splitlines())
    scene = scene_of(folder, {"events/uudet.yml": PLAIN + lines})
    return event_page(
        scene, next(event for event in scene.network.regions["lappi"].all_of(Event) if event.id == "ilta")
    )


def dates(page: EventPage) -> list[str]:
    return [date.text for date in page.dates]


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("start: 2027-02-03 09:00\nend: 16:00", "ke 3.2.2027 klo 9–16"),
        ("start: 2027-02-03 09:30", "ke 3.2.2027 klo 9.30"),
        ("start: 2027-02-03", "ke 3.2.2027"),
        ("start: 2027-03-01\nend: 2027-03-28", "ma 1.3.–su 28.3.2027"),
        ("start: 2026-12-30\nend: 2027-01-02", "ke 30.12.2026–la 2.1.2027"),
        ("start: 2026-12-04 18:00\nend: 2026-12-05 02:00", "pe 4.12.2026 klo 18 – la 5.12.2026 klo 2"),
    ],
)
def test_a_date_is_told_as_finns_write_it(tmp_path: Path, facts: str, text: str) -> None:
    assert dates(page_of(tmp_path, f"place: tuulipolun-talo\n{facts}")) == [text]


def test_what_lasts_several_days_says_so_in_a_list(tmp_path: Path) -> None:
    facts = "  place: tuulipolun-talo\n  start: 2026-12-14\n  end: 2026-12-15\n"
    scene = scene_of(tmp_path, {"events/uudet.yml": PLAIN + facts})
    months = events_page(scene, scene.network.regions["lappi"]).months
    rows = [row for _, days in months for day in days for row in day.rows if row.name == "Avoin ilta"]
    assert [row.time for row in rows] == ["14.12.–15.12."]


@pytest.mark.parametrize(
    ("times", "told"),
    [
        ("start: 2026-12-14 20:00\n  end: 2026-12-15 02:00", "20–2"),
        ("start: 2026-12-14 18:00\n  end: 2026-12-16 12:00", "14.12.–16.12."),
    ],
)
def test_a_night_is_told_by_the_clock_and_days_by_dates(tmp_path: Path, times: str, told: str) -> None:
    scene = scene_of(tmp_path, {"events/uudet.yml": f"{PLAIN}  place: tuulipolun-talo\n  {times}\n"})
    page = events_page(scene, scene.network.regions["lappi"])
    rows = [row for _, days in page.months for day in days for row in day.rows if row.name == "Avoin ilta"]
    assert [row.time for row in rows] == [told]


def test_a_row_says_for_whom_only_when_it_is_not_for_everybody(tmp_path: Path) -> None:
    times = "  place: tuulipolun-talo\n  start: 2026-12-14 10:00\n"
    mine = (
        PLAIN.replace("id: ilta", "id: omat").replace("Avoin ilta", "Oma ilta").replace("kansalaiset", "ammattilaiset")
    )
    scene = scene_of(tmp_path, {"events/uudet.yml": f"{PLAIN}{times}{mine}{times}"})
    found = {event.id: event for event in scene.network.regions["lappi"].all_of(Event)}
    rows = {each: event_row(scene, found[each], coming(scene, [found[each]], 90)[0][1]) for each in ("ilta", "omat")}
    assert rows["ilta"].tags == () and len(rows["omat"].tags) == 1


WEEKLY = "place: tuulipolun-talo\nstart: 2026-12-01 12:00\nend: 13:00\nrepeat: {every: viikko, on: ti, times: 3}\n"


def test_a_cancelled_time_says_why(tmp_path: Path) -> None:
    changes = "overrides:\n- {date: 2026-12-08, status: peruttu, note: Talo on kiinni.}"
    page = page_of(tmp_path, WEEKLY + changes)
    assert page.dates[1] == EventDate(
        "2026-12-08", "ti 8.12.2026 klo 12–13", "stop", "Peruttu", True, ("Talo on kiinni.",)
    )
    assert [date.off for date in page.dates] == [False, True, False]


def test_a_moved_time_says_from_when(tmp_path: Path) -> None:
    changes = "overrides:\n- {date: 2026-12-08, start: 2026-12-10 14:00, end: 2026-12-10 15:00, status: siirretty}"
    moved = page_of(tmp_path, WEEKLY + changes).dates[1]
    assert (moved.anchor, moved.text) == ("2026-12-08", "to 10.12.2026 klo 14–15")
    assert moved.lines == ("Alun perin ti 8.12.2026.",) and moved.state_label == "Siirretty"


def test_a_time_in_another_place_says_where(tmp_path: Path) -> None:
    changes = (
        "online_url: https://ohjaamo.example.org/ilta\noverrides:\n- {date: 2026-12-08, status: siirretty-verkkoon}"
    )
    page = page_of(tmp_path, WEEKLY + changes)
    assert [date.lines for date in page.dates] == [(), ("Verkossa",), ()]


def test_what_is_over_tells_when_it_was(tmp_path: Path) -> None:
    page = page_of(tmp_path, "place: tuulipolun-talo\nstart: 2026-10-07 10:00\nend: 15:00\noutcome: Tavattiin.")
    assert page.is_over and dates(page) == ["ke 7.10.2026 klo 10–15"]


def test_the_list_is_cut_by_month_with_the_year(tmp_path: Path) -> None:
    scene = scene_of(tmp_path, {"events/uudet.yml": PLAIN + "  place: tuulipolun-talo\n  start: 2027-01-11 10:00\n"})
    months = dict(events_page(scene, scene.network.regions["lappi"]).months)
    assert [day.date for day in months["tammikuu 2027"]] == ["2027-01-11"]
