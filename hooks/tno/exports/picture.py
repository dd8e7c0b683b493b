"""Pictures in points, for programs that draw no SVG: PNG and ICO, written with nothing but the standard library.

Sources: PNG specification, third edition; the ICO container with PNG inside, as every browser of today reads it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from math import hypot

from tno.views.colour import region_colours
from tno.views.mark import CELL, RADIUS, Lay, Mark, Point, corners, tile, tile_lay

TILE = 2 * CELL
HALF_STROKE = 4
"""Half of a path's width, in the units of the mark."""
CORNER = 11
"""Radius of the tile's own corners."""
Colour = tuple[int, ...]


def tile_png(mark: Mark, size: int, rounded: bool = False) -> bytes:
    """The tile in light colours, `size` points square; `rounded` cuts its corners away (phones do it themselves)."""
    colours = {token: _rgb(text) for token, text in region_colours(mark, "light").items()}
    lit, lay = _lit_arcs(mark), tile_lay(mark.number)
    rows = bytearray()
    for y in range(size):
        rows.append(0)  # no filter
        for x in range(size):
            at = ((x + 0.5) * TILE / size, (y + 0.5) * TILE / size)
            rows += bytes(_paint(at, lay, lit, colours, size / TILE))
            if rounded:
                rows.append(round(255 * _inside(at, size / TILE)))
    return png(size, size, bytes(rows), 6 if rounded else 2)


def png(width: int, height: int, rows: bytes, colour_type: int, palette: bytes = b"") -> bytes:
    """A picture of rows that each begin with their filter; `palette` holds the colours of an indexed one (type 3)."""
    head = struct.pack(">IIBBBBB", width, height, 8, colour_type, 0, 0, 0)
    colours = [(b"PLTE", palette)] if palette else []
    chunks = ((b"IHDR", head), *colours, (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Size → PNG as one icon file."""
    offset, entries = 6 + 16 * len(pictures), b""
    for size, data in pictures.items():
        entries += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def points_of(png: bytes) -> bytes:
    """The uncompressed points of one of our pictures: two that look alike may be packed differently."""
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += 12 + length
    return zlib.decompress(data)


def _lit_arcs(mark: Mark) -> set[tuple[Point, Point]]:
    """(cell, corner) of every arc that glows."""
    lit = tile(mark.number).lit
    steps = zip(lit.points, lit.points[1:], lit.corners, strict=False)
    return {(((ax + bx) // 2 // CELL, (ay + by) // 2 // CELL), corner) for (ax, ay), (bx, by), corner in steps}


def _paint(
    at: tuple[float, float], lay: Lay, lit: set[tuple[Point, Point]], colours: dict[str, Colour], scale: float
) -> Colour:
    """The colour of a point: the ground, or the nearest path mixed in by how much of the point it covers."""
    cell = int(at[0] // CELL), int(at[1] // CELL)
    for corner in corners(lay(*cell), cell[0] * CELL, cell[1] * CELL):
        covered = HALF_STROKE - abs(hypot(at[0] - corner[0], at[1] - corner[1]) - RADIUS)
        if (share := min(1.0, covered * scale + 0.5)) > 0:
            path = colours["glow" if (cell, corner) in lit else "line"]
            return tuple(round(g + (p - g) * share) for g, p in zip(colours["ink"], path, strict=True))
    return colours["ink"]


def _inside(at: tuple[float, float], scale: float) -> float:
    """How much of a point lies within the rounded square, 0–1."""
    x, y = (max(CORNER - value, value - (TILE - CORNER), 0.0) for value in at)
    return min(1.0, max(0.0, (CORNER - hypot(x, y)) * scale + 0.5))


def _rgb(colour: str) -> Colour:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
