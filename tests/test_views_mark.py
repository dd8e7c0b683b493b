"""The tiles by rule: sixteen forms, each region its own, paths that meet at every edge."""

from __future__ import annotations

import re

import pytest

from tno.views.mark import CELL, GRID, MARKS, NATIONAL, RADIUS, Drawing, Strand, field, strands, tile, tile_lay

TILE = 2 * CELL
NUMBERS = range(16)


def all_strands(drawing: Drawing) -> list[Strand]:
    return [drawing.lit, *drawing.quiet]


def arcs(drawing: Drawing) -> list[frozenset[tuple[int, int]]]:
    return [frozenset(pair) for s in all_strands(drawing) for pair in zip(s.points, s.points[1:], strict=False)]


def ends(drawing: Drawing) -> set[tuple[int, int]]:
    return {point for s in all_strands(drawing) if not s.is_ring for point in (s.points[0], s.points[-1])}


def test_every_region_has_a_number_of_its_own() -> None:
    assert sorted(mark.number for mark in MARKS.values()) == list(NUMBERS)
    assert MARKS[NATIONAL].number == 0


def test_numbers_run_in_reading_order_of_the_country() -> None:
    cells = [(mark.row, mark.column) for mark in GRID]
    assert cells == sorted(set(cells))
    assert [mark.number for mark in GRID] == list(range(1, 16))


def test_every_glow_is_warm() -> None:
    assert all(30 <= mark.glow_hue <= 108 for mark in MARKS.values())


def test_no_two_tiles_have_the_same_form() -> None:
    assert len({frozenset(arcs(tile(number))) for number in NUMBERS}) == 16


def test_the_portals_own_tile_is_a_closed_ring() -> None:
    lit = tile(0).lit
    assert lit.is_ring
    assert set(lit.points) == {(12, 24), (24, 12), (36, 24), (24, 36)}


@pytest.mark.parametrize("number", range(1, 16))
def test_a_regions_tile_is_never_the_ring(number: int) -> None:
    assert not tile(number).lit.is_ring


@pytest.mark.parametrize("number", NUMBERS)
def test_each_cell_of_a_tile_has_two_arcs_drawn_once(number: int) -> None:
    drawn = arcs(tile(number))
    assert len(drawn) == len(set(drawn)) == 8


@pytest.mark.parametrize("number", NUMBERS)
def test_paths_cross_every_edge_of_a_tile_at_the_same_places(number: int) -> None:
    quarters = (RADIUS, RADIUS + CELL)
    across = {(x, y) for x in quarters for y in (0, TILE)} | {(x, y) for x in (0, TILE) for y in quarters}
    assert ends(tile(number)) == across


@pytest.mark.parametrize("number", NUMBERS)
def test_no_quiet_strand_is_longer_than_the_lit_one(number: int) -> None:
    drawing = tile(number)
    assert all(len(strand.points) <= len(drawing.lit.points) for strand in drawing.quiet)


@pytest.mark.parametrize("number", NUMBERS)
def test_path_data_leads_from_the_first_point_to_the_last(number: int) -> None:
    for strand in all_strands(tile(number)):
        x, y = (int(value) for value in re.match(r"M(\d+) (\d+)", strand.path()).groups())  # type: ignore[union-attr]
        for dx, dy in re.findall(r"a12 12 0 0[01] ?(-?\d+) ?(-?\d+)", strand.path()):
            x, y = x + int(dx), y + int(dy)
        assert (x, y) == strand.points[-1]


def test_an_arc_bends_round_the_corner_of_its_cell() -> None:
    plain, turned = strands(lambda column, row: False, 1, 1), strands(lambda column, row: True, 1, 1)
    assert [s.path() for s in plain] == ["M0 12a12 12 0 00 12-12", "M12 24a12 12 0 01 12-12"]
    assert [s.path() for s in turned] == ["M0 12a12 12 0 01 12 12", "M12 0a12 12 0 00 12 12"]


def test_a_tile_repeats_without_a_seam() -> None:
    lay = tile_lay(MARKS["lappi"].number)
    assert all(lay(column, row) == lay(column + 2, row) == lay(column, row + 2) for column in (0, 1) for row in (0, 1))


def test_a_field_starts_at_the_left_edge_and_draws_every_arc_once() -> None:
    drawing = field(MARKS["lappi"].number, columns=5, rows=4, seeds=12)
    assert drawing.lit.points[0][0] == 0
    assert len(arcs(drawing)) == len(set(arcs(drawing))) == 2 * 5 * 4


def test_the_same_number_always_gives_the_same_field() -> None:
    assert field(3, columns=5, rows=4, seeds=12) == field(3, columns=5, rows=4, seeds=12)
    assert field(3, columns=5, rows=4, seeds=12) != field(4, columns=5, rows=4, seeds=12)


def test_a_field_without_seeds_says_so() -> None:
    with pytest.raises(ValueError, match="no path starts at the left edge"):
        field(1, columns=2, rows=2, seeds=0)
