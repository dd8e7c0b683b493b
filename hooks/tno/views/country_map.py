"""The country as a map of tiles: where each region's tile stands in the drawing, and its name in short lines.

A schematic map on the grid of `tno.views.mark`: neighbours lie beside each other, sizes say nothing. Units are those of
the drawing, x grows right and y down (SVG).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tno.views.link import Link
from tno.views.mark import CELL, GRID, tile

TILE = 2 * CELL
EDGE = 4
"""Room for the ring round a tile that has the focus."""
PITCH_X, PITCH_Y = 58, 78
"""From a tile to the next; below a tile stand two lines of its name. The template's frame is 5 × 5 of them."""


@dataclass(frozen=True, slots=True)
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
