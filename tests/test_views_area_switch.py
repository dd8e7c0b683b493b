"""ELY areas or their successors: the same municipalities grouped either way; municipalities decide, addresses stay."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from finland import country
from tno.country.country import Country
from tno.exports.areas import areas
from tno.model.network import Network
from tno.settings import Settings
from tno.views.area_switch import area_switch, by_successor, section_links
from tno.views.country_lists import municipalities_page
from tno.views.scene import Scene
from trees import DAY, ROOT, Folders, load_tree


@pytest.fixture(scope="module")
def content() -> Network:
    return load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY)


def scene(network: Network, language: str = "fi") -> Scene:
    return Scene(network, DAY, Settings(), language)


def moved(known: Country, name: str, successor: str) -> Country:
    """The country with a municipality that belongs to another elinvoimakeskus."""
    one = known.find_municipality(name)
    assert one is not None and one.successor_area
    former, now = known.successor_areas[one.successor_area], known.successor_areas[successor]
    codes = tuple(code for code in former.municipality_codes if code != one.code)
    changed = {
        former.id: replace(former, municipality_codes=codes),
        now.id: replace(now, municipality_codes=(*now.municipality_codes, one.code)),
    }
    return replace(
        known,
        municipalities={**known.municipalities, one.code: replace(one, successor_area=successor)},
        successor_areas={**known.successor_areas, **changed},
    )


def test_ten_centres_lead_to_fifteen_sections_and_a_shared_one_stands_under_both(content: Network) -> None:
    found = by_successor(scene(content), section_links(scene(content)))
    assert len(found) == 10
    parts = {each.id: [link.label for link in each.parts] for each in found}
    assert parts["lounais-suomen-elinvoimakeskus"] == ["Varsinais-Suomi", "Satakunta"]
    assert parts["sisa-suomen-elinvoimakeskus"] == ["Häme (Kanta-Häme)", "Pirkanmaa"]
    assert parts["kaakkois-suomen-elinvoimakeskus"] == ["Häme (Päijät-Häme)", "Kaakkois-Suomi"]
    assert {link.address for each in found for link in each.parts} == {f"{area}/" for area in content.country.ely_areas}


def test_one_municipality_that_moves_takes_its_area_along_in_part(content: Network) -> None:
    changed = replace(content, country=moved(content.country, "Oripää", "sisa-suomen-elinvoimakeskus"))
    parts = {
        each.id: [link.label for link in each.parts]
        for each in by_successor(scene(changed), section_links(scene(changed)))
    }
    assert parts["lounais-suomen-elinvoimakeskus"] == ["Varsinais-Suomi (26 kuntaa)", "Satakunta"]
    assert "Varsinais-Suomi (1 kunta)" in parts["sisa-suomen-elinvoimakeskus"]


@pytest.mark.parametrize("way", ["ely-alueet", "elinvoimakeskukset"])
def test_either_way_every_municipality_is_listed_once(content: Network, way: str) -> None:
    groups = [group for group in municipalities_page(scene(content)).groups if group.areas in ("", way)]
    found = [link.address for group in groups for link in group.links]
    found += [link.address for group in groups for *_, links in group.parts for link in links]
    assert sorted(map(str, found)) == sorted(f"kunnat/{each.slug}/" for each in country().municipalities.values())


def test_former_fragments_of_maakunnat_still_lead_to_their_municipalities(content: Network) -> None:
    anchors = [group.anchor for group in municipalities_page(scene(content)).groups]
    anchors += [anchor for group in municipalities_page(scene(content)).groups for _, anchor, _ in group.parts]
    shown = [anchor for anchor in anchors if anchor]
    assert len(shown) == len(set(shown))
    assert {"lappi", "kanta-hame", "paijat-hame", "pohjanmaa", "keski-pohjanmaa", "etela-karjala", "ahvenanmaa"} <= set(
        shown
    )


@pytest.mark.parametrize(
    ("language", "day"), [("fi", "1.1.2026 alkaen"), ("sv", "från och med"), ("en", "from 1 January 2026")]
)
def test_the_page_says_what_a_successor_is_and_since_when(content: Network, language: str, day: str) -> None:
    switch = area_switch(scene(content, language))
    assert day in switch.successors_text and "10" in switch.successors_text
    assert "2025" in switch.ely_text


def test_scripts_can_ask_where_a_municipality_belongs_either_way() -> None:
    data = json.loads(areas(country()))
    slug, ely, successor = data["municipalities"]["398"]
    assert slug == "lahti"
    assert data["ely-alueet"][ely][0] == "hame"
    assert data["elinvoimakeskukset"][successor][:2] == [
        "kaakkois-suomen-elinvoimakeskus",
        "Kaakkois-Suomen elinvoimakeskus",
    ]
    assert len(data["municipalities"]) == 308 - 16
