"""The map of the front page: each region once, where the grid has it, its name cut so that it fits."""

from __future__ import annotations

from tno.views.country_map import EDGE, PITCH_X, PITCH_Y, TILE, belts_of, tiles_of
from tno.views.link import Link
from tno.views.mark import GRID

COUNTRY = {mark.region: Link(mark.region.title(), f"{mark.region}/") for mark in GRID}


def test_every_region_of_the_grid_has_a_place_of_its_own_inside_the_frame() -> None:
    places = {(tile.x, tile.y) for tile in tiles_of(COUNTRY)}
    assert len(places) == len(GRID) == 15
    assert all(EDGE <= x <= 5 * PITCH_X - TILE - EDGE and EDGE <= y <= 5 * PITCH_Y - TILE for x, y in places)


def test_lapland_lies_north_of_all() -> None:
    lowest = min(tiles_of(COUNTRY), key=lambda tile: tile.y)
    assert lowest.region == "lappi"


def test_a_name_is_cut_at_its_hyphens_and_spaces_and_stays_whole() -> None:
    links = {
        "lappi": Link("Lappi", "lappi/"),
        "keski-suomi": Link("Mellersta Finland", ""),
        "hame": Link("Kanta-Häme", ""),
    }
    assert [tile.lines for tile in tiles_of(links)] == [("Lappi",), ("Mellersta ", "Finland"), ("Kanta-", "Häme")]


def test_what_has_no_place_on_the_grid_is_left_out() -> None:
    assert tiles_of({"kansallinen": Link("Koko Suomi", ""), "ahvenanmaa": Link("Ahvenanmaa", "")}) == ()


def outlines(path: str) -> int:
    """Of how many closed outlines a path is made."""
    return path.count("z")


def test_a_belt_joins_tiles_next_to_each_other_only() -> None:
    groups = {
        "beside": ["pirkanmaa", "satakunta"],
        "below": ["kainuu", "lappi"],
        "apart": ["uusimaa", "pohjois-karjala"],
    }
    assert {name: outlines(path) for name, path in belts_of(groups)} == {"beside": 3, "below": 3, "apart": 2}


def test_a_tile_of_two_groups_is_shared_as_they_lie() -> None:
    (west, left), (east, right) = belts_of({"west": ["pirkanmaa", "hame"], "east": ["hame", "kaakkois-suomi"]})
    assert (west, east) == ("west", "east")
    assert outlines(left) == 3
    assert outlines(right) == 4  # the name of the shared tile lies in one belt, whole
