"""A service as its page tells it: exceptional days of its channels, said once where they are the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scenes import scene_of
from tno.records import Service
from tno.records.place import PlaceFields
from tno.settings import Settings
from tno.views.contact import contact_page
from tno.views.other_days import OtherDays
from tno.views.place import MAP, map_of
from tno.views.scene import Scene
from tno.views.service import ServicePage, service_page
from trees import DAY, base_text, changed, folders_of, load_tree

LATER = "{named_day: loppiainen, closed: kyllä}"
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


def test_days_that_only_some_are_the_same_are_told_once_and_the_others_where_they_are(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"{NEW_YEAR}, {LATER}", NEW_YEAR)
    shared = ("pe 1.1.2027 (uudenvuodenpäivä): suljettu",)
    assert page.days == OtherDays((), shared)
    own, other = (channel.days for channel in page.channels[:2])
    assert other is None and own and len(own.later) == 1 and own.later != shared


def test_a_channel_says_whose_it_is(tmp_path: Path) -> None:
    told = "type: puhelin\n    phone: 016 00 1234"
    files = changed("services/ohjaamo.md", (told, f"{told}\n    name: Kemin työpari"))
    scene = scene_of(tmp_path, files)
    (service,) = scene.network.regions["lappi"].all_of(Service)
    assert "Soita: Kemin työpari" in {channel.title for channel in service_page(scene, service).channels}


def test_days_with_a_note_of_their_own_stand_alone(tmp_path: Path) -> None:
    notes = [
        f"{{date: 2026-12-{day}, closed: kyllä, note: {note}}}" for day, note in ((14, "Muutto."), (15, "Koulutus."))
    ]
    page = page_of(tmp_path, ", ".join(notes), NEW_YEAR)
    told = ("ma 14.12.2026: suljettu. Muutto.", "ti 15.12.2026: suljettu. Koulutus.")
    assert page.channels[0].days == OtherDays((), told)


def test_days_of_the_next_two_weeks_stand_beside_the_hours_and_later_ones_apart(tmp_path: Path) -> None:
    near, far = "{date: 2026-12-04, closed: kyllä}", "{date: 2026-12-07, closed: kyllä}"
    page = page_of(tmp_path, f"{near}, {far}", NEW_YEAR)
    assert page.channels[0].days == OtherDays(("pe 4.12.2026: suljettu",), ("ma 7.12.2026: suljettu",))
    assert page.later_days == (
        ("Käy paikalla", ("ma 7.12.2026: suljettu",)),
        ("Soita", ("pe 1.1.2027 (uudenvuodenpäivä): suljettu",)),
    )
    assert page.has_soon
    alike = page_of(tmp_path, CHRISTMAS, CHRISTMAS)
    assert alike.later_days[0][0] == "" and not alike.has_soon


@pytest.mark.parametrize(
    ("charge", "price", "told"),
    [
        ("pvm-mpm", "{kind: maksuton}", "Maksuton · Puhelu: oman liittymäsi hinta"),
        ("maksuton", "{kind: maksuton}", "Maksuton"),
        ("pvm-mpm", "{kind: maksuton, text: Ensimmäinen kerta ei maksa.}", "Ensimmäinen kerta ei maksa."),
    ],
)
def test_free_advice_tells_what_the_call_costs_in_the_same_place(
    tmp_path: Path, charge: str, price: str, told: str
) -> None:
    files = changed("services/ohjaamo.md", (PHONE, f"{PHONE}    call_charge: {charge}\nprice: {price}\n"))
    scene = scene_of(tmp_path, files)
    (service,) = scene.network.regions["lappi"].all_of(Service)
    page = service_page(scene, service)
    assert {fact: value for fact, (value, *_) in page.facts}["Hinta"].label == told
    calls = next(channel for channel in page.channels if channel.channel == "puhelin")
    assert any(line.startswith("Puhelu: ") for line in calls.lines)


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


LINES = """channels:
  - {type: puhelin, phone: 016 00 1111, languages: [fi], hours: {ma-su: "0-24"}}
  - {type: chat, url: https://example.org/fi, languages: [fi]}
  - {type: verkkosivu, url: https://example.org/}
  - {type: puhelin, phone: 016 00 2222, languages: [sv], hours: {ma: "9-10"}}
  - {type: chat, url: https://example.org/en, languages: [en, selkosuomi]}
"""
PHONE_FI, PHONE_SV = "tel:+35816001111", "tel:+35816002222"
CHAT_FI, CHAT_EN, SITE = "https://example.org/fi", "https://example.org/en", "https://example.org/"


def lines_scene(folder: Path, language: str) -> Scene:
    """A service that is answered in three languages, each in its own channel."""
    before, _, rest = base_text("services/ohjaamo.md").partition("channels:\n")
    after = re.sub(r"\A(?: .*\n)+", "", rest)
    text = re.sub(r"^languages: .*$", "languages: [fi, sv, en]", f"{before}{LINES}{after}", flags=re.M)
    return scene_of(folder, {"services/ohjaamo.md": text}, language=language)


@pytest.mark.parametrize(
    ("language", "addresses"),
    [
        ("fi", [PHONE_FI, CHAT_FI, SITE, CHAT_EN, PHONE_SV]),
        ("sv", [SITE, PHONE_SV, PHONE_FI, CHAT_FI, CHAT_EN]),
        ("en", [SITE, CHAT_EN, PHONE_FI, CHAT_FI, PHONE_SV]),
    ],
)
def test_what_is_given_in_the_language_of_the_page_stands_first(
    tmp_path: Path, language: str, addresses: list[str]
) -> None:
    scene = lines_scene(tmp_path, language)
    [service] = scene.network.regions["lappi"].all_of(Service)
    assert [channel.href for channel in service_page(scene, service).channels] == addresses


@pytest.mark.parametrize(
    ("language", "numbers"), [("fi", [PHONE_FI, CHAT_FI]), ("sv", [PHONE_SV, CHAT_FI]), ("en", [PHONE_FI, CHAT_EN])]
)
def test_of_several_numbers_the_one_of_the_language_is_told(tmp_path: Path, language: str, numbers: list[str]) -> None:
    scene = lines_scene(tmp_path, language)
    [answering] = contact_page(scene, scene.network.regions["lappi"]).answering
    assert [number.address for number in answering.numbers] == numbers


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ("target_groups: [nuoret, opiskelijat]", "Nuoret ja opiskelijat"),
        (
            "target_groups: kaikki\neligibility: {age_min: 16, not_for: Ei työnantajille.}",
            "Kaikki · 16 vuotta täyttäneille",
        ),
    ],
)
def test_a_page_tells_for_whom_it_is_before_whom_it_does_not_suit(tmp_path: Path, limits: str, told: str) -> None:
    text = re.sub(r"^(target_groups|eligibility):.*\n(?:  .*\n)*", "", base_text("services/ohjaamo.md"), flags=re.M)
    scene = scene_of(tmp_path, {"services/ohjaamo.md": text.replace("---\n", f"---\n{limits}\n", 1)})
    [service] = scene.network.regions["lappi"].all_of(Service)
    assert service_page(scene, service).for_whom == told
