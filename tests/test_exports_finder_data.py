"""The finder's files: what a service has in them, whom it serves, how they come out of the build again."""

from __future__ import annotations

import json
import math
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from finder_script import Finder
from scenes import scene_of
from tno.content import Folders
from tno.country.municipality import Municipality
from tno.exports.finder_data import FinderData
from tno.model.freshness import limits_on
from tno.model.localised import localised_network
from tno.records import Service
from tno.settings import Settings
from tno.views.channel import AT_A_PLACE
from tno.views.finder import national_finder, parts_of, region_finder, services_found
from tno.views.municipality_topics import FAR_KM
from tno.views.reaches import REACHES, reaches
from tno.views.room_lists import services_page
from tno.views.scene import Scene
from trees import DAY, ROOT, base_text, changed, folders_of, load_tree, write_region

SERVICE = base_text("services/ohjaamo.md")


def whole_scene(language: str = "fi", tree: str = "kaikki") -> Scene:
    """A scene of several regions."""
    network = load_tree(folders_of(tree)).network.on(DAY)
    finnish = Scene(network, DAY, Settings())
    if language == "fi":
        return finnish
    return Scene(localised_network(network, language), DAY, Settings(), language, finnish)


def loaded_scene(folder: Path, files: dict[str, str]) -> Scene:
    """A scene with warnings: services that nobody has checked, or that are like another."""
    network = load_tree(write_region(folder, files)).network
    return Scene(network.on(DAY, limits_on(DAY, Settings()).hidden), DAY, Settings())


def files_of(scene: Scene) -> dict[str, Any]:
    """Name of each file → what it holds."""
    data = FinderData(scene.facts)
    return {path.removeprefix("data/palveluhaku/"): json.loads(text()) for path, _, text in data.files(scene)}


def finder_of(scene: Scene, region: str = "") -> Finder:
    """The finder's script with the files that the page of a region (or of the whole country) loads."""
    files = files_of(scene)
    wanted = parts_of(scene, scene.network.regions[region]) if region else scene.network.regions
    parts = {name: files[f"{name}.json"] for name in wanted if f"{name}.json" in files}
    return Finder(files["valinnat.json"], parts, region)


def minute(text: str) -> int:
    """A minute of Finland's clock, from 1970 in UTC."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Helsinki")).timestamp() // 60)


def _kilometres(one: Municipality, other: Municipality) -> float:
    """Between centres as told in the file of choices, on a plane."""
    (north, east), (up, right) = ((round(at.latitude_deg, 2), round(at.longitude_deg, 2)) for at in (one, other))
    wide = math.cos(math.radians((north + up) / 2))
    return 6371 * math.hypot(math.radians(up - north), math.radians(right - east) * wide)


def test_everyone_in_a_municipality_is_served_by_what_its_page_lists() -> None:
    scene = whole_scene()
    finder, network = finder_of(scene), scene.network
    for municipality in network.country.municipalities.values():
        expected: dict[str, list[str]] = {}
        for service in network.services_for(municipality):
            codes, otherwise = reaches(scene).kind(service)
            near = [_kilometres(municipality, network.country.municipalities[code]) for code in codes]
            reach = "local" if municipality.code in codes else otherwise
            if reach == "regional" and near and min(near) > FAR_KM:
                reach = "far" if service.channels[0].type in AT_A_PLACE else "remote"
            expected.setdefault(reach, []).append(f"{service.region}/palvelut/{service.id}/")
        found = finder.find(f"?kunta={municipality.slug}")
        groups = {reach: sorted(group) for reach, group in found["groups"]}
        assert groups == {reach: sorted(addresses) for reach, addresses in expected.items()}, municipality.name
        assert [reach for reach, _ in found["groups"]] == [reach for reach in (*REACHES, "far") if reach in expected]


def test_a_regions_finder_knows_what_serves_its_people_from_elsewhere_and_nothing_else() -> None:
    scene = whole_scene()
    network = scene.network
    for region in ("lappi", "kainuu"):
        mine = set(network.country.ely_areas[region].municipality_codes)
        expected = [
            f"{service.region}/palvelut/{service.id}/"
            for service in network.services_in_order
            if service.region == region or network.covered_by(service) & mine
        ]
        assert sorted(finder_of(scene, region).addresses()) == sorted(expected)


def test_a_file_is_written_for_each_region_that_has_services_and_language() -> None:
    assert sorted(files_of(whole_scene())) == ["kainuu.json", "kansallinen.json", "lappi.json", "valinnat.json"]
    assert {name.removesuffix(".sv.json") for name in files_of(whole_scene("sv"))} == {
        *("kainuu", "kansallinen", "lappi", "valinnat"),
    }


def test_facets_hold_the_places_of_terms_in_their_vocabularies(tmp_path: Path) -> None:
    files = files_of(scene_of(tmp_path, {}))
    choices, lappi = files["valinnat.json"]["facets"], files["lappi.json"]["facets"]
    named = {facet: [choices[facet][place][0] for place in rows[0]] for facet, rows in lappi.items()}
    assert named == {
        "kohderyhma": ["kaikki"],
        "tilanne": [],
        "aihe": ["tyo", "koulutus"],
        "kanava": ["palvelupaikka", "puhelin"],
        "kieli": ["fi"],
        "hinta": [],
    }


def test_what_a_card_dials_is_the_number_that_the_service_tells() -> None:
    facts = Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())
    files = files_of(facts)
    for region in facts.network.regions:
        services = services_found(facts, region)
        for service, told in zip(services, files[f"{region}.json"]["phones"] if services else (), strict=True):
            numbers = [each.phone for each in service.channels if each.type == "puhelin"]
            dialled = re.sub("^0", "+358", told.replace(" ", ""))
            assert dialled in numbers if numbers else not told, service.key


def test_the_number_of_a_card_is_answered_in_the_language_of_the_page(tmp_path: Path) -> None:
    phone = "  - type: puhelin\n    phone: 016 00 1234\n"
    told = changed(
        "services/ohjaamo.md",
        (phone, f"{phone}    languages: [fi]\n{phone.replace('1234', '4321')}    languages: [sv]\n"),
    )
    finnish = scene_of(tmp_path, told)
    swedish = Scene(localised_network(finnish.network, "sv"), finnish.day, Settings(), "sv", finnish)
    assert json.loads(FinderData(finnish).part(finnish, finnish.network.regions["lappi"]))["phones"] == ["016 001 234"]
    assert json.loads(FinderData(finnish).part(swedish, swedish.network.regions["lappi"]))["phones"] == ["016 004 321"]


def test_a_card_leads_to_the_chat_and_to_a_text_message(tmp_path: Path) -> None:
    phone = "  - type: puhelin\n    phone: 016 00 1234\n"
    chat, text = "  - type: chat\n    url: https://chat.example.org/\n", phone.replace("puhelin", "tekstiviesti")
    scene = scene_of(tmp_path, changed("services/ohjaamo.md", (phone, phone + chat + text)))
    told = json.loads(FinderData(scene).part(scene, scene.network.regions["lappi"]))
    assert told["chats"] == {"0": "https://chat.example.org/"} and told["texts"] == {"0": "+35816001234"}


def test_the_languages_of_channels_count_too(tmp_path: Path) -> None:
    phone = "    phone: 016 00 1234\n"
    finder = finder_of(scene_of(tmp_path, changed("services/ohjaamo.md", (phone, f"{phone}    languages: [en]\n"))))
    assert finder.addresses("?kieli=en") == finder.addresses("?kieli=fi") == ["lappi/palvelut/ohjaamo/"]


def test_what_was_checked_too_long_ago_is_not_found(tmp_path: Path) -> None:
    stale = SERVICE.replace("verified: 2026-10-01", "verified: 2025-05-21")
    fresh = SERVICE.replace("verified: 2026-10-01", "verified: 2025-05-22")
    scene = loaded_scene(tmp_path, {"services/vanha.md": stale, "services/uusi.md": fresh})
    assert [service.id for service in services_found(scene, "lappi")] == ["ohjaamo", "uusi"]
    assert files_of(scene)["lappi.json"]["ids"] == ["ohjaamo", "uusi"]
    listed = services_page(scene, scene.network.regions["lappi"], lambda services, *_: Markup(len(list(services))))
    assert [(group.rows, [link.address for link in group.links]) for group in listed.groups] == [
        ("2", []),
        ("", ["lappi/palvelut/vanha/"]),
    ]


def test_what_rests_is_found_and_says_so_and_what_has_ended_is_not(tmp_path: Path) -> None:
    resting = SERVICE.replace("languages: [fi]", "languages: [fi]\nstatus: tauolla")
    ended = SERVICE.replace("languages: [fi]", "languages: [fi]\nstatus: paattynyt")
    lappi = files_of(loaded_scene(tmp_path, {"services/a.md": resting, "services/b.md": ended}))["lappi.json"]
    assert [lappi["ids"][place] for place in lappi["paused"]] == ["a"]
    assert "b" not in lappi["ids"]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23T09:00", {"is": "open", "change": minute("2026-11-23T16:00")}),
        ("2026-11-23T15:45", {"is": "soon", "change": minute("2026-11-23T16:00")}),
        ("2026-11-23T16:00", {"is": "closed", "change": minute("2026-11-24T09:00")}),
        ("2026-11-22T12:00", {"is": "closed", "change": minute("2026-11-23T09:00")}),
        ("2026-11-30T12:00", {"is": "unknown", "change": None}),
    ],
)
def test_whether_a_service_answers_is_what_its_hours_say(tmp_path: Path, moment: str, expected: Any) -> None:
    finder = finder_of(scene_of(tmp_path, {}))
    assert finder.standing("lappi/palvelut/ohjaamo/", minute(moment)) == expected
    is_open = expected["is"] in {"open", "soon"}
    assert finder.addresses("?auki=nyt", minute(moment)) == (["lappi/palvelut/ohjaamo/"] if is_open else [])
    assert finder.find("", minute(moment))["counts"]["auki"] == int(is_open)


def test_a_card_tells_of_the_number_on_it_and_of_other_ways_when_only_they_are_open(tmp_path: Path) -> None:
    line = '  - type: puhelin\n    name: Maanantain linja\n    phone: 016 00 1234\n    hours: {ma: "12-14"}\n'
    finder = finder_of(scene_of(tmp_path, changed("services/ohjaamo.md", ("channels:\n", f"channels:\n{line}"))))
    morning, noon = (
        finder.answers("lappi/palvelut/ohjaamo/", minute(f"2026-11-23T{time}")) for time in ("10:00", "12:30")
    )
    assert [each and each["is"] for each in morning] == ["closed", "open"]
    assert [each and each["is"] for each in noon] == ["open", None]


def test_who_answers_without_telling_when_is_not_open_but_not_known(tmp_path: Path) -> None:
    hours = '    hours:\n      ma-to: "9-16"\n      pe: "9-14"\n'
    finder = finder_of(scene_of(tmp_path, changed("services/ohjaamo.md", (hours, ""))))
    assert finder.standing("lappi/palvelut/ohjaamo/", minute("2026-11-23T12:00")) == {"is": "unknown", "change": None}


def test_what_ends_this_week_opens_no_more(tmp_path: Path) -> None:
    files = changed("services/ohjaamo.md", ("verified:", "valid_until: 2026-11-23\nverified:"))
    finder = finder_of(scene_of(tmp_path, files))
    assert finder.addresses("?auki=nyt", minute("2026-11-23T12:00")) != []
    assert finder.addresses("?auki=nyt", minute("2026-11-24T12:00")) == []


def test_texts_that_are_not_in_the_pages_language_stand_in_a_list() -> None:
    scene = whole_scene("sv", "kaksikielinen")
    data = files_of(scene)
    names = [name for part, found in data.items() if not part.startswith("valinnat") for name in found["names"]]
    assert any(isinstance(name, str) for name in names) and any(isinstance(name, list) for name in names)
    own = {
        service.key: str(service.name)
        for region in scene.network.regions.values()
        for service in region.all_of(Service)
        if service.region == "pohjanmaa"
    }
    found = data["pohjanmaa.sv.json"]
    plain = [name if isinstance(name, str) else name[0] for name in found["names"]]
    assert dict(zip([f"pohjanmaa/{each}" for each in found["ids"]], plain, strict=True)) == {
        key: name for key, name in own.items() if key.partition("/")[2] in found["ids"]
    }


def test_a_file_says_what_it_is_made_of(tmp_path: Path) -> None:
    def made_of(folder: str, day: date = DAY, **files: str) -> dict[str, str]:
        scene = scene_of(tmp_path / folder, {name.replace("_", "/") + ".md": text for name, text in files.items()}, day)
        return {path: made for path, made, _ in FinderData(scene).files(scene)}

    before = made_of("a")
    assert made_of("b") == before
    after = made_of("c", services_ohjaamo=SERVICE.replace("name: Ohjaamo", "name: Ovi"))
    assert {path for path in before if before[path] != after[path]} == {"data/palveluhaku/lappi.json"}


@pytest.mark.parametrize(("language", "times"), [("fi", 8), ("sv", 1)])
def test_a_card_says_when_somebody_answers_in_the_language_of_the_page(
    tmp_path: Path, language: str, times: int
) -> None:
    line = '  - {{type: puhelin, phone: 016 00 1111, languages: [{}], hours: {{{}: "9-10"}}}}\n'
    before, _, rest = SERVICE.partition("channels:\n")
    text = f"{before}channels:\n{line.format('fi', 'ma-su')}{line.format('sv', 'ma')}" + re.sub(
        r"\A(?: .*\n)+", "", rest
    )
    finnish = loaded_scene(tmp_path, {"services/ohjaamo.md": text})
    scene = Scene(finnish.network, DAY, Settings(), language, finnish)
    part = files_of(scene)[f"lappi{'' if language == 'fi' else '.sv'}.json"]
    [[number]] = part["hours"]
    assert part["codes"][number].count(" ") == 2 * times + 1


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_page_asks_ahead_for_all_that_its_script_reads_and_for_nothing_else(language: str) -> None:
    scene = whole_scene(language)
    files = {f"palveluhaku/{name.removesuffix('.json')}" for name in files_of(scene)}
    pages = [
        region_finder(scene, region, lambda *_: Markup())
        for region in scene.network.regions.values()
        if not region.is_national
    ]
    pages.append(national_finder(scene, lambda *_: Markup()))
    for page in pages:
        told = json.loads(page.told)
        assert page.ahead.split() == [told["choices"], *told["parts"].values()]
        assert set(page.ahead.split()) <= files
