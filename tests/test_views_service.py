"""A service as its page tells it: exceptional days of its channels, said once where they are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes import scene_of
from tno.records import Service
from tno.records.place import PlaceFields
from tno.settings import Settings
from tno.views.other_days import OtherDays
from tno.views.place import MAP, map_of
from tno.views.scene import Scene
from tno.views.service import ServicePage, service_page
from trees import DAY, changed, folders_of, load_tree

CHRISTMAS = "{named_day: [jouluaatto, joulupaiva, tapaninpaiva], closed: kyllä}"
NEW_YEAR = "{named_day: [uudenvuodenpaiva], closed: kyllä}"
PLACE = '      pe: "9-14"\n'
PHONE = "    phone: 016 00 1234\n"


def page_of(folder: Path, place: str, phone: str, language: str = "fi") -> ServicePage:
    """The page of the region's service with these exceptions on its place and its telephone."""
    files = changed(
        "services/ohjaamo.md",
        (PLACE, f"{PLACE}      exceptions: [{place}]\n"),
        (PHONE, f'{PHONE}    hours:\n      ma-pe: "9-15"\n      exceptions: [{phone}]\n'),
    )
    scene = scene_of(folder, files, language=language)
    return service_page(scene, scene.network.regions["lappi"].all_of(Service)[0])


def test_days_one_after_another_with_the_same_hours_are_one_line(tmp_path: Path) -> None:
    page = page_of(tmp_path, CHRISTMAS, NEW_YEAR)
    line = "to 24.12.–la 26.12.2026 (jouluaatto, joulupäivä ja tapaninpäivä): suljettu"
    assert page.channels[0].days == OtherDays((), (line,))
    assert page.channels[1].days == OtherDays((), ("pe 1.1.2027 (uudenvuodenpäivä): suljettu",))
    assert page.days is None


@pytest.mark.parametrize(
    ("language", "christmas", "new_year", "week"),
    [
        (
            "sv",
            "tors 24.12–lör 26.12.2026 (julafton, juldagen och annandag jul): stängt",
            "fre 1.1.2027 (nyårsdagen): stängt",
            "mån–fre 9–15",
        ),
        (
            "en",
            "Thu 24 December – Sat 26 December 2026 (Christmas Eve, Christmas Day and Second Christmas Day): closed",
            "Fri 1 January 2027 (New Year's Day): closed",
            "Mon–Fri 9–15",
        ),
    ],
)
def test_hours_and_exceptional_days_are_told_in_the_language_of_the_page(
    tmp_path: Path, language: str, christmas: str, new_year: str, week: str
) -> None:
    place, phone = page_of(tmp_path, CHRISTMAS, NEW_YEAR, language).channels[:2]
    assert (place.days, phone.days) == (OtherDays((), (christmas,)), OtherDays((), (new_year,)))
    assert week in phone.lines


def test_days_that_are_the_same_everywhere_are_told_once(tmp_path: Path) -> None:
    page = page_of(tmp_path, CHRISTMAS, CHRISTMAS)
    assert page.days and len(page.days.later) == 1
    assert [channel.days for channel in page.channels] == [None, None]


def test_days_with_a_note_of_their_own_stand_alone(tmp_path: Path) -> None:
    notes = [
        f"{{date: 2026-12-{day}, closed: kyllä, note: {note}}}" for day, note in ((14, "Muutto."), (15, "Koulutus."))
    ]
    page = page_of(tmp_path, ", ".join(notes), NEW_YEAR)
    told = ("ma 14.12.2026: suljettu. Muutto.", "ti 15.12.2026: suljettu. Koulutus.")
    assert page.channels[0].days == OtherDays(told, ())


# --- day by day, on the map, who refers here --------------------------------------------------------------------------


def test_the_days_are_told_one_by_one_when_words_leave_something_to_reckon(tmp_path: Path) -> None:
    page = page_of(tmp_path, "{date: 2026-11-24, hours: 12-14}", NEW_YEAR)
    assert page.by_day is not None
    assert page.by_day.columns == ("Päivä", "Käy paikalla", "Soita")
    assert page.by_day.rows[2:4] == (("ma 23.11.", "9–16", "9–15"), ("ti 24.11.", "12–14", "9–15"))


def test_a_plain_week_needs_no_table(tmp_path: Path) -> None:
    assert page_of(tmp_path, CHRISTMAS, NEW_YEAR).by_day is None


def test_a_map_shows_coordinates_else_the_street_and_never_a_hidden_address(tmp_path: Path) -> None:
    scene = scene_of(tmp_path, {})
    spot, street, hidden, town = (
        map_of(scene, PlaceFields.model_validate({"municipality": "Rovaniemi", **facts}))
        for facts in (
            {"lat": "66.5039", "lon": "25.7294"},
            {"street": "Tuulipolku 1", "post_office": "Kemi"},
            {"lat": "66.5039", "lon": "25.7294", "street": "Tuulipolku 1", "address_public": "ei"},
            {},
        )
    )
    assert spot == f"{MAP}?mlat=66.50390&mlon=25.72940#map=17/66.50390/25.72940"
    assert street == f"{MAP}search?query=Tuulipolku%201%2C%20Kemi"
    assert hidden is None and town is None


def test_a_service_tells_who_refers_to_it_unless_it_refers_back() -> None:
    network = load_tree(folders_of("kaikki")).network.on(DAY)
    services = {
        key: service_page(Scene(network, DAY, Settings()), network.all_of(Service)[key])
        for key in ("kansallinen/linja", "lappi/ohjaamo")
    }
    assert [link.address for link in services["kansallinen/linja"].asked_from] == ["lappi/palvelut/ohjaamo/"]
    assert services["lappi/ohjaamo"].asked_from == ()
