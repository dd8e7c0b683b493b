"""Points by elinvoimakeskus: a municipality that moves takes its points along; every point is counted once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from test_views_area_switch import moved, scene
from tno.model.network import Network
from tno.point_counts import PointCounts
from tno.views.map import national_map, national_map_made_of
from tno.views.map_centres import points_by_centre
from trees import DAY, ROOT, Folders, load_tree

LAPLAND, NORTH = "lapin-elinvoimakeskus", "pohjois-suomen-elinvoimakeskus"


@pytest.fixture(scope="module")
def content() -> Network:
    return load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY)


def counted(network: Network) -> dict[str, int]:
    own = scene(network)
    return {centre: sum(towns.values()) for centre, towns in points_by_centre(PointCounts(own), own).items()}


def test_points_are_as_many_by_centre_as_by_section(content: Network) -> None:
    counts = PointCounts(scene(content))
    sections = [region.id for region in content.regions.values() if not region.is_national]
    assert sum(counted(content).values()) == sum(counts.of(region).points for region in sections) > 0


def test_a_municipality_that_moves_takes_its_points_along(content: Network) -> None:
    kemi = content.country.find_municipality("Kemi")
    assert kemi
    before, points = counted(content), PointCounts(scene(content)).of("lappi").towns[kemi.code]
    after = counted(replace(content, country=moved(content.country, "Kemi", NORTH)))
    assert points > 0 and after[LAPLAND] == before[LAPLAND] - points
    assert after[NORTH] == before.get(NORTH, 0) + points


def test_a_municipality_without_a_centre_is_told_in_a_row_of_its_own(content: Network) -> None:
    kemi = content.country.find_municipality("Kemi")
    assert kemi
    known = {**content.country.municipalities, kemi.code: replace(kemi, successor_area=None)}
    own = scene(replace(content, country=replace(content.country, municipalities=known)))
    rows = {row.id: row for row in national_map(PointCounts(own), own).centres}
    assert rows[""].name.label == "Muualla" and rows[""].counts == (
        str(PointCounts(own).of("lappi").towns[kemi.code]),
        "1",
    )


def test_the_page_is_made_again_when_a_point_is_in_another_municipality(content: Network) -> None:
    own = scene(content)
    counts = PointCounts(own)
    before = national_map_made_of(counts, own)
    towns = dict(counts.of("lappi").towns)
    (one, points), other = next(iter(towns.items())), "049"
    counts._counted["lappi"] = counts.of("lappi")._replace(towns={**towns, one: points - 1, other: 1})
    assert national_map_made_of(counts, own) != before


@pytest.mark.parametrize(("language", "name"), [("fi", "Lapin elinvoimakeskus"), ("sv", "Lapplands livskraftscentral")])
def test_a_centre_has_its_name_in_the_language_of_the_page(content: Network, language: str, name: str) -> None:
    own = scene(content, language)
    rows = {row.id: row for row in national_map(PointCounts(scene(content)), own).centres}
    assert rows[LAPLAND].name.label == name and rows[LAPLAND].parts[0].address == "lappi/kartta/"
