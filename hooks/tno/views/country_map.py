"""The country as a map of tiles: where each region's tile stands in the drawing, and its name in short lines.

A schematic map on the grid of `tno.views.mark`: neighbours lie beside each other, sizes say nothing. Units are those of
the drawing, x grows right and y down (SVG).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from statistics import fmean
from typing import NamedTuple

from tno.frozen import frozen
from tno.views.link import Link
from tno.views.mark import CELL, GRID, Mark, tile

TILE = 2 * CELL
EDGE = 4
"""Room for the ring round a tile that has the focus."""
PITCH_X, PITCH_Y = 58, 78
"""From a tile to the next; below a tile stand two lines of its name. The template's frame is 5 × 5 of them."""
BORDER, BORDER_TOP = 3, 2
"""A belt goes so far round a tile."""
BELT_HEIGHT = PITCH_Y - 2
"""Of a belt round one tile and its name."""
BELT_RADIUS = 12


@frozen
class MapTile:
    """A region on the map."""

    region: str
    """Its id."""
    link: Link
    """Its name and front page."""
    lines: tuple[str, ...]
    """The name cut so that it fits below the tile; joined they are the name."""
    x: int
    y: int
    lit: str
    """Path data of the strand that glows."""
    quiet: str
    """Path data of the others."""


def tiles_of(links: Mapping[str, Link]) -> tuple[MapTile, ...]:
    """Region id → link, as tiles in reading order of the map; a region without a place on it is left out."""
    found = []
    for mark in GRID:
        if link := links.get(mark.region):
            drawing = tile(mark.number)
            x, y = (mark.column - 1) * PITCH_X + (PITCH_X - TILE) // 2, (mark.row - 1) * PITCH_Y + EDGE
            lines = tuple(re.findall(r"[^- ]+[- ]?", link.label))
            found.append(MapTile(mark.region, link, lines, x, y, drawing.lit.path(), drawing.quiet_path()))
    return tuple(found)


class _Box(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int


class _Cell(NamedTuple):
    """A group's part of what lies round a tile."""

    tile: _Box
    name: _Box
    """Reaches round the name below the tile; the same as `tile` where that does, or where the name is another's."""


def belts_of(groups: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Group → its regions, as (group, path data of a belt round their tiles).

    Tiles next to each other lie in one belt. A tile of several groups is shared from left to right as they lie.
    """
    marks = {mark.region: mark for mark in GRID}
    middle = {group: fmean(marks[each].column for each in regions) for group, regions in groups.items() if regions}
    sharers: dict[str, list[str]] = {}
    for group in sorted(middle, key=lambda group: middle[group]):
        for region in groups[group]:
            sharers.setdefault(region, []).append(group)
    found = []
    for group in middle:
        cells = {marks[region]: _cell(marks[region], sharers[region], group) for region in groups[group]}
        boxes = dict.fromkeys(box for cell in cells.values() for box in cell)
        found.append((group, "".join((*map(_rounded, boxes), *_bridges(cells)))))
    return tuple(found)


def _cell(mark: Mark, sharers: Sequence[str], group: str) -> _Cell:
    left = (mark.column - 1) * PITCH_X + (PITCH_X - TILE) // 2 - BORDER
    top = (mark.row - 1) * PITCH_Y + EDGE - BORDER_TOP
    right, bottom, below = left + TILE + 2 * BORDER, top + BELT_HEIGHT, top + TILE + BORDER_TOP
    if len(sharers) == 1:
        return _Cell(*[_Box(left, top, right, bottom)] * 2)
    place = sharers.index(group)
    edges = [left + (right - left) * number // len(sharers) for number in range(len(sharers) + 1)]
    if place < len(sharers) - 1:
        return _Cell(*[_Box(edges[place], top, edges[place + 1] - 2, below)] * 2)
    return _Cell(_Box(edges[place], top, right, bottom), _Box(left, below + 2, right, bottom))


def _bridges(cells: Mapping[Mark, _Cell]) -> Iterable[str]:
    """What joins neighbours."""
    for one, other in combinations(sorted(cells, key=lambda mark: (mark.row, mark.column)), 2):
        beside, r = (cells[one].tile, cells[other].tile), BELT_RADIUS
        if one.row == other.row and other.column - one.column == 1 and beside[1].left - beside[0].right < CELL:
            a, b = beside
            yield _plain(_Box(a.right - r, a.top, b.left + r, min(a.bottom, b.bottom)))
        elif one.column == other.column and other.row - one.row == 1:
            a, b = cells[one].name, cells[other].tile
            yield _plain(_Box(max(a.left, b.left), a.bottom - r, min(a.right, b.right), b.top + r))


def _plain(box: _Box) -> str:
    return f"M{box.left} {box.top}H{box.right}V{box.bottom}H{box.left}z"


def _rounded(box: _Box) -> str:
    r, across, down = BELT_RADIUS, box.right - box.left - 2 * BELT_RADIUS, box.bottom - box.top - 2 * BELT_RADIUS
    arc = f"a{r} {r} 0 0 1"
    first, second = f"h{across}{arc} {r} {r}v{down}", f"{arc} -{r} {r}h-{across}{arc} -{r} -{r}v-{down}{arc} {r} -{r}z"
    return f"M{box.left + r} {box.top}{first}{second}"
