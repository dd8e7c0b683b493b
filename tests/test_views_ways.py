"""What a list tells of a service: for whom, a number or another way, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes import scene_of
from tno.model.localised import localised_network
from tno.records import Service
from tno.search.reach import reach_of
from tno.views.scene import Scene
from tno.views.ways import Way, way_of, way_without_talk
from trees import DAY


def way(folder: Path, channels: str, more: str = "target_groups: kaikki", language: str = "fi") -> Way:
    """How a service with these channels is told in a list."""
    return way_of(*service_with(folder, channels, more, language))


def service_with(
    folder: Path, channels: str, more: str = "target_groups: kaikki", language: str = "fi"
) -> tuple[Scene, Service]:
    """A service with these channels, and a scene of it."""
    text = (
        "---\nname: Neuvonta\nsummary: Neuvoja.\norganisation: tuulipolun-ohjaamo\nkind: neuvonta\ntopics: ura\n"
        f"areas: [Kemi]\nlanguages: [fi]\nverified: 2026-11-01\n{more}\nchannels:\n{channels}---\n"
    )
    scene = scene_of(folder, {"services/neuvonta.md": text})
    if language != "fi":
        network = localised_network(scene.network, language)
        scene = Scene(network, DAY, scene.settings, language=language, finnish=scene)
    return scene, scene.facts.network.all_of(Service)["lappi/neuvonta"]


PHONE = '  - {type: puhelin, phone: 016 00 1234, hours: {ma-pe: "9-16"}}\n'
CHAT = "  - {type: chat, url: https://example.org/chat}\n"
WEB = '  - {type: verkkosivu, url: https://example.org/, hours: {ma-su: "0-24"}}\n'


def test_a_number_comes_before_all_else_with_its_hours(tmp_path: Path) -> None:
    told = way(tmp_path, WEB + CHAT + PHONE)
    assert (told.channel, told.address, told.hours) == ("puhelin", "tel:+35816001234", "ma–pe 9–16")
    assert told.text.replace("\u00a0", " ") == "016 001 234" and told.days


def test_without_a_number_one_writes_else_reads_and_what_is_always_there_tells_no_hours(tmp_path: Path) -> None:
    assert way(tmp_path / "chat", WEB + CHAT)[1:4] == ("chat", "Juttele chatissa", "https://example.org/chat")
    alone = way(tmp_path / "web", WEB)
    assert (alone.channel, alone.text, alone.hours, alone.days) == ("verkkosivu", "Lue verkossa", "", "")


def test_who_takes_letters_tells_where_they_go(tmp_path: Path) -> None:
    callback = "  - {type: takaisinsoitto, phone: 016 00 1235}\n"
    told = way(tmp_path, WEB + callback + "  - {type: kirje, name: 'Neuvonta, PL 0, 00000 Esimerkkilä'}\n")
    assert told[1:4] == ("kirje", "Neuvonta, PL 0, 00000 Esimerkkilä", None)


def test_a_telephone_that_answers_in_the_language_of_the_page_is_told(tmp_path: Path) -> None:
    swedish = PHONE.replace("1234", "5678").replace("puhelin,", "puhelin, languages: [sv],")
    assert way(tmp_path / "fi", swedish + PHONE).address == "tel:+35816001234"
    assert way(tmp_path / "sv", PHONE + swedish, language="sv").address == "tel:+35816005678"


def test_what_is_given_in_the_language_of_the_page_goes_before_a_number_in_another(tmp_path: Path) -> None:
    finnish = PHONE.replace("puhelin,", "puhelin, languages: [fi],")
    swedish = CHAT.replace("chat,", "chat, languages: [sv],")
    assert way(tmp_path / "fi", finnish + swedish).channel == "puhelin"
    assert way(tmp_path / "sv", finnish + swedish, language="sv").channel == "chat"


def test_a_number_of_some_municipalities_alone_is_not_told_to_all(tmp_path: Path) -> None:
    assert way(tmp_path, PHONE.replace("puhelin,", "puhelin, areas: [Kemi],") + CHAT).channel == "chat"


def test_an_address_is_told_unless_nobody_may_know_it(tmp_path: Path) -> None:
    place = "  - {type: palvelupaikka, place: {municipality: Kemi, street: Polku 1}}\n"
    hidden = place.replace("street: Polku 1", "street: Polku 1, address_public: ei")
    assert way(tmp_path / "open", place)[1:4] == ("palvelupaikka", "Polku 1, Kemi", None)
    assert way(tmp_path / "hidden", hidden).text == "Käy paikalla: Kemi"


@pytest.mark.parametrize(
    ("facts", "people"),
    [
        ("target_groups: kaikki", ""),
        ("target_groups: [opiskelijat, kaikki]", ""),
        ("target_groups: [opiskelijat, nuoret, aikuiset]", "Opiskelijat ja nuoret"),
        ("target_groups: [nuoret]\neligibility: {age_min: 16, age_max: 29}", "16–29-vuotiaille"),
        ("target_groups: [opiskelijat, aikuiset]\neligibility: {age_min: 18}", "Opiskelijat · 18 vuotta täyttäneille"),
        ("target_groups: [nuoret, opiskelijat]\neligibility: {age_min: 16, age_max: 29}", "16–29-vuotiaille"),
        ("target_groups: [saamelaiset]\neligibility: {age_min: 16, age_max: 29}", "Saamelaiset · 16–29-vuotiaille"),
    ],
)
def test_it_is_told_in_a_few_words_for_whom_it_is(tmp_path: Path, facts: str, people: str) -> None:
    assert way(tmp_path, PHONE, facts).people == people


PLACE = "  - {type: palvelupaikka, place: {municipality: Kemi, street: Polku 1}}\n"
HIDDEN = PLACE.replace("street: Polku 1", "street: Polku 1, address_public: ei")
MAIL = "  - {type: sahkoposti, email: neuvonta@example.org}\n"
BY_MAIL = ("Kirjoita sähköpostia", "mailto:neuvonta@example.org", "sahkoposti")


@pytest.mark.parametrize(
    ("channels", "told"),
    [
        (MAIL + PLACE, ("Polku 1, Kemi", None, "palvelupaikka")),
        (MAIL, BY_MAIL),
        (HIDDEN, None),
        (MAIL + HIDDEN, BY_MAIL),
    ],
)
def test_without_anybody_to_call_a_way_is_told_where_it_can_be(tmp_path: Path, channels: str, told: object) -> None:
    found = way_without_talk(*service_with(tmp_path, channels))
    assert (found[:3] if found else None) == told


TORNIO = PLACE.replace("Kemi", "Tornio")


def test_of_several_places_their_towns_are_told_and_hours_when_all_have_the_same(tmp_path: Path) -> None:
    monday, tuesday = (place.replace("}}", '}, hours: {"%s": "9-16"}}') for place in (PLACE, TORNIO))
    alike = way(tmp_path / "alike", monday % "ma" + tuesday % "ma")
    assert (alike.text, alike.hours, bool(alike.days)) == ("Käy paikalla: Kemi ja Tornio", "ma 9–16", True)
    other = way(tmp_path / "other", monday % "ma" + tuesday % "ti")
    assert (other.text, other.hours, other.days) == ("Käy paikalla: Kemi ja Tornio", "", "")


CALL = PHONE.replace("puhelin", "takaisinsoitto")
WALK_IN = "target_groups: kaikki\nappointment: ei-tarvita"


@pytest.mark.parametrize(
    ("channels", "more", "told"),
    [
        (MAIL + PLACE + PHONE, WALK_IN, "016 001 234"),
        (CHAT, WALK_IN, "https://example.org/chat"),
        (MAIL + PLACE, "target_groups: kaikki", "palvelupaikka Polku 1|sahkoposti neuvonta@example.org"),
        (PLACE, WALK_IN, "palvelupaikka+ Polku 1"),
        (PLACE + TORNIO, WALK_IN, "palvelupaikka+"),
        (HIDDEN, "target_groups: kaikki", "palvelupaikka"),
        ("  - {type: liikkuva-palvelu, phone: 016 00 1234}\n" + CALL, WALK_IN, "016 001 234"),
        (WEB, WALK_IN, "verkkosivu https://example.org/"),
    ],
)
def test_a_result_tells_the_number_else_where_one_goes_and_the_first_way_from_afar(
    tmp_path: Path, channels: str, more: str, told: str
) -> None:
    assert reach_of(*service_with(tmp_path, channels, more))[0].replace("\u00a0", " ") == told


def test_a_result_tells_when_the_first_way_is_open(tmp_path: Path) -> None:
    open_place = PLACE.replace("}}", '}, hours: {ma: "9-16"}}')
    assert reach_of(*service_with(tmp_path / "place", WEB + open_place))[1]
    assert not reach_of(*service_with(tmp_path / "web", WEB))[1]
