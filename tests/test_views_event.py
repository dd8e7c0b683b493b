"""Events as pages tell them: days, hours, what is different this time, what is over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scenes import scene_of
from tno.records import Event
from tno.views.calendar import events_page
from tno.views.event import EventPage, event_page
from tno.views.event_days import coming, event_row
from tno.views.event_times import EventDate

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


def page_of(folder: Path, facts: str, language: str = "fi") -> EventPage:
    """The page of one event with these lines added to it."""
    lines = "".join(f"  {line}\n" for line in facts.strip().splitlines())
    scene = scene_of(folder, {"events/uudet.yml": PLAIN + lines}, language=language)
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


@pytest.mark.parametrize(
    ("facts", "swedish", "english"),
    [
        ("start: 2027-02-03 09:00\nend: 16:00", "ons 3.2.2027 kl. 9–16", "Wed 3 February 2027, 9–16"),
        ("start: 2027-02-03 09:30", "ons 3.2.2027 kl. 9.30", "Wed 3 February 2027 at 9:30"),
        ("start: 2027-02-03", "ons 3.2.2027", "Wed 3 February 2027"),
        ("start: 2027-03-01\nend: 2027-03-28", "mån 1.3–sön 28.3.2027", "Mon 1 March – Sun 28 March 2027"),
        (
            "start: 2026-12-30\nend: 2027-01-02",
            "ons 30.12.2026–lör 2.1.2027",
            "Wed 30 December 2026 – Sat 2 January 2027",
        ),
        (
            "start: 2026-12-04 18:00\nend: 2026-12-05 02:00",
            "fre 4.12.2026 kl. 18 – lör 5.12.2026 kl. 2",
            "Fri 4 December 2026 at 18:00 – Sat 5 December 2026 at 2:00",
        ),
    ],
)
def test_a_date_is_told_in_the_language_of_the_page(tmp_path: Path, facts: str, swedish: str, english: str) -> None:
    placed = f"place: tuulipolun-talo\n{facts}"
    assert dates(page_of(tmp_path / "sv", placed, "sv")) == [swedish]
    assert dates(page_of(tmp_path / "en", placed, "en")) == [english]


@pytest.mark.parametrize(
    ("language", "time"), [("fi", "14.12.–15.12."), ("sv", "14.12–15.12"), ("en", "14–15 December")]
)
def test_what_lasts_several_days_says_so_in_a_list(tmp_path: Path, language: str, time: str) -> None:
    facts = "  place: tuulipolun-talo\n  start: 2026-12-14\n  end: 2026-12-15\n"
    scene = scene_of(tmp_path, {"events/uudet.yml": PLAIN + facts}, language=language)
    months = events_page(scene, scene.network.regions["lappi"]).months
    rows = [row for _, days in months for day in days for row in day.rows if row.name == "Avoin ilta"]
    assert [row.time for row in rows] == [time]


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
    told = "2026-12-08", "ti 8.12.2026 klo 12–13", "stop", "Peruttu", True, ("Talo on kiinni.",)
    assert page.dates[1] == EventDate(*told, join=None, leaves="htu2c")
    assert [date.off for date in page.dates] == [False, True, False]


def test_a_moved_time_says_from_when(tmp_path: Path) -> None:
    changes = "overrides:\n- {date: 2026-12-08, start: 2026-12-10 14:00, end: 2026-12-10 15:00, status: siirretty}"
    moved = page_of(tmp_path, WEEKLY + changes).dates[1]
    assert (moved.anchor, moved.text) == ("2026-12-08", "to 10.12.2026 klo 14–15")
    assert moved.lines == ("Alun perin ti 8.12.2026.",) and moved.state_label == "Siirretty"


@pytest.mark.parametrize(
    ("language", "rule", "moved", "state"),
    [
        ("sv", "varje tisdag kl. 12–13, 3 gånger", "Ursprungligen tis 8.12.2026.", "Framflyttad"),
        ("en", "every Tuesday, 12–13, 3 times", "Originally Tue 8 December 2026.", "Rescheduled"),
    ],
)
def test_a_series_and_its_moved_time_are_told_in_the_language_of_the_page(
    tmp_path: Path, language: str, rule: str, moved: str, state: str
) -> None:
    changes = "overrides:\n- {date: 2026-12-08, start: 2026-12-10 14:00, end: 2026-12-10 15:00, status: siirretty}"
    page = page_of(tmp_path, WEEKLY + changes, language)
    assert page.rule == rule
    assert (page.dates[1].lines, page.dates[1].state_label) == ((moved,), state)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("fi", "Ilmoittautuminen alkaa 1.12.2026. Ilmoittaudu viimeistään 31.1.2027 klo 15. Paikkoja on 12."),
        ("sv", "Anmälan öppnar 1.12.2026. Anmäl dig senast 31.1.2027 kl. 15. Det finns plats för 12."),
        (
            "en",
            "Sign-up opens on 1 December 2026. Sign up no later than 31 January 2027 at 15:00. There is room for 12.",
        ),
    ],
)
def test_signing_up_is_told_in_the_language_of_the_page(tmp_path: Path, language: str, note: str) -> None:
    signup = "signup: {email: ilta@example.org, opens: 2026-12-01, closes: 2027-01-31 15:00, capacity: 12}"
    page = page_of(tmp_path, f"place: tuulipolun-talo\nstart: 2027-02-03 09:00\n{signup}", language)
    assert page.signup_note == note


def test_a_time_in_another_place_says_where(tmp_path: Path) -> None:
    changes = (
        "online_url: https://ohjaamo.example.org/ilta\noverrides:\n- {date: 2026-12-08, status: siirretty-verkkoon}"
    )
    page = page_of(tmp_path, WEEKLY + changes)
    assert [date.lines for date in page.dates] == [(), ("Verkossa",), ()]


def test_what_is_over_tells_when_it_was(tmp_path: Path) -> None:
    page = page_of(tmp_path, "place: tuulipolun-talo\nstart: 2026-10-07 10:00\nend: 15:00\noutcome: Tavattiin.")
    assert page.is_over and dates(page) == ["ke 7.10.2026 klo 10–15"]


@pytest.mark.parametrize(
    ("language", "month", "number", "weekday", "name"),
    [
        ("fi", "tammikuu 2027", "11.", "maanantai", "tammikuuta"),
        ("sv", "januari 2027", "11", "måndag", "januari"),
        ("en", "January 2027", "11", "Monday", "January"),
    ],
)
def test_the_list_is_cut_by_month_with_the_year(
    tmp_path: Path, language: str, month: str, number: str, weekday: str, name: str
) -> None:
    facts = "  place: tuulipolun-talo\n  start: 2027-01-11 10:00\n"
    scene = scene_of(tmp_path, {"events/uudet.yml": PLAIN + facts}, date(2026, 12, 1), language)
    months = dict(events_page(scene, scene.network.regions["lappi"]).months)
    (day,) = months[month]
    assert (day.date, day.number, day.weekday, day.month) == ("2027-01-11", number, weekday, name)


def test_the_facts_tell_for_whom_about_what_and_whom_to_ask(tmp_path: Path) -> None:
    facts = (
        "start: 2026-12-02\nplace: tuulipolun-talo\n"
        "contact: {role: yhteyshenkilo, organisation: tuulipolun-ohjaamo, phone: 016 00 1234, email: ilta@example.org}"
    )
    shown = dict(page_of(tmp_path, facts).facts)
    assert [link.label for link in shown["Kenelle"]] == ["Kaikille avoin", "Nuoret"]
    assert [link.address for link in shown["Aiheet"]] == ["aiheet/koulutus/"]
    asked = shown["Keneltä kysyä"]
    assert [link.address for link in asked] == [
        None,
        "lappi/toimijat/tuulipolun-ohjaamo/",
        "tel:+35816001234",
        "mailto:ilta@example.org",
    ]
    assert asked[0].label == "Yhteyshenkilö"
