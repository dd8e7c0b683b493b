"""The portal's marks, drawn by rule: which tile belongs to which region, and where its paths run.

A cell is a square in which two quarter arcs join the middles of its sides; it can lie in two ways. A tile is two by
two cells, so there are sixteen tiles: the closed ring is the portal's own, the other fifteen belong to the regions.
Paths cross every edge at the same places, so any tile continues in any other. A number is given once, never again.

Everything here is geometry in whole units: a cell is 24 wide, an arc has radius 12, x grows right and y down (SVG).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tno.frozen import frozen

CELL = 24
RADIUS = CELL // 2
NATIONAL = "kansallinen"

Point = tuple[int, int]
Lay = Callable[[int, int], bool]
"""Column and row of a cell → whether its arcs bend round the top right and bottom left corners (else the other two)."""


@frozen
class Mark:
    """What makes one region look like itself."""

    region: str
    number: int
    """0–15: which of the four cells are turned from the ring; bits 1, 2, 4, 8 clockwise from the top left."""
    ink_hue: int
    """OKLCH hue in degrees of links, buttons and bands; the regions go round the whole circle."""
    glow_hue: int
    """OKLCH hue in degrees of the lit path: always warm, 30–108."""
    row: int = 0
    """Place on the tile grid of the country, from 1; 0 for the portal itself, which has none."""
    column: int = 0


MARKS: dict[str, Mark] = {
    mark.region: mark
    for mark in (
        Mark(NATIONAL, 0, 188, 62),
        Mark("lappi", 1, 280, 76, row=1, column=4),
        Mark("pohjois-pohjanmaa", 2, 244, 45, row=2, column=3),
        Mark("kainuu", 3, 150, 98, row=2, column=4),
        Mark("pohjanmaa", 4, 226, 70, row=3, column=1),
        Mark("etela-pohjanmaa", 5, 36, 95, row=3, column=2),
        Mark("keski-suomi", 6, 168, 30, row=3, column=3),
        Mark("pohjois-savo", 7, 322, 88, row=3, column=4),
        Mark("pohjois-karjala", 8, 130, 50, row=3, column=5),
        Mark("satakunta", 9, 262, 100, row=4, column=1),
        Mark("pirkanmaa", 10, 350, 64, row=4, column=2),
        Mark("hame", 11, 106, 46, row=4, column=3),
        Mark("etela-savo", 12, 60, 108, row=4, column=4),
        Mark("varsinais-suomi", 13, 300, 52, row=5, column=1),
        Mark("uusimaa", 14, 206, 104, row=5, column=2),
        Mark("kaakkois-suomi", 15, 14, 78, row=5, column=3),
    )
}
"""Region id → its mark, in the order of the numbers."""

GRID: tuple[Mark, ...] = tuple(mark for mark in MARKS.values() if mark.row)
"""The fifteen regions in reading order of the tile grid."""


@frozen
class Strand:
    """One path through the cells, from an edge to an edge or round into itself."""

    points: tuple[Point, ...]
    """The middles of cell sides it passes; a ring ends where it began."""
    corners: tuple[Point, ...]
    """For each arc between two points, the corner it bends round."""

    @property
    def is_ring(self) -> bool:
        return self.points[0] == self.points[-1]

    def reversed(self) -> Strand:
        return Strand(self.points[::-1], self.corners[::-1])

    def path(self) -> str:
        """SVG path data: one `M`, then a relative quarter arc a step."""
        start, *rest = self.points
        here, data = start, f"M{start[0]} {start[1]}"
        for there, corner in zip(rest, self.corners, strict=True):
            data += f"a{RADIUS} {RADIUS} 0 0{_sweep(here, there, corner)} {there[0] - here[0]} {there[1] - here[1]}"
            here = there
        return data.replace(" -", "-")


@frozen
class Drawing:
    """Strands told apart by light: one glows, the others stay quiet."""

    lit: Strand
    quiet: tuple[Strand, ...]

    def quiet_path(self) -> str:
        return "".join(strand.path() for strand in self.quiet)


def strands(lay: Lay, columns: int, rows: int) -> list[Strand]:
    """Every path of a field of cells, each once, from left to right: those from edge to edge first, then rings."""
    arcs = _arcs(lay, columns, rows)
    ends = [point for point in sorted(arcs) if len(arcs[point]) == 1]
    return [strand for point in [*ends, *sorted(arcs)] for strand in _walk(arcs, point)]


def tile(number: int) -> Drawing:
    """The tile of a number (48 × 48): the longest strand is lit, of equals the one nearest the middle."""
    found = strands(tile_lay(number), 2, 2)
    lit = max(found, key=_presence)
    return Drawing(lit, tuple(strand for strand in found if strand is not lit))


def tile_lay(number: int) -> Lay:
    """How the cells of a tile lie, repeated over the plane."""
    turned = {(0, 0): 1, (1, 0): 2, (1, 1): 4, (0, 1): 8}

    def lay(column: int, row: int) -> bool:
        place = (column % 2, row % 2)
        ring = place in {(1, 0), (0, 1)}
        return ring != bool(number & turned[place])

    return lay


def corners(turned: bool, left: int, top: int) -> tuple[Point, Point]:
    """The two corners of a cell that its arcs bend round."""
    right, bottom = left + CELL, top + CELL
    return ((right, top), (left, bottom)) if turned else ((left, top), (right, bottom))


def field(number: int, columns: int = 13, rows: int = 9, seeds: int = 160) -> Drawing:
    """The wide field of a region's front page: of the first seeds, the path from the left edge that wanders farthest.

    The lit strand starts at the left edge, beside the search box. The same number always gives the same field.
    """
    best: tuple[float, int, Strand] | None = None
    for seed in range(seeds):
        for strand in _from_left(strands(_noise(number, seed), columns, rows)):
            score = _wander(strand, columns)
            if best is None or score > best[0]:
                best = (score, seed, strand)
    if best is None:
        raise ValueError(f"no path starts at the left edge in {seeds} fields of {columns} × {rows}")
    _, seed, lit = best
    same = {lit, lit.reversed()}
    return Drawing(lit, tuple(s for s in strands(_noise(number, seed), columns, rows) if s not in same))


def _sweep(here: Point, there: Point, corner: Point) -> int:
    """SVG's sweep flag of the short arc from here to there round the corner: 1 is clockwise."""
    ax, ay, bx, by = here[0] - corner[0], here[1] - corner[1], there[0] - corner[0], there[1] - corner[1]
    return int(ax * by - ay * bx > 0)


def _arcs(lay: Lay, columns: int, rows: int) -> dict[Point, dict[Point, Point]]:
    """Middle of a side → the middles its arcs lead to → the corner each bends round."""
    arcs: dict[Point, dict[Point, Point]] = {}
    for row in range(rows):
        for column in range(columns):
            for corner in corners(lay(column, row), column * CELL, row * CELL):
                middle = (column * CELL + RADIUS, row * CELL + RADIUS)
                one, other = (corner[0], middle[1]), (middle[0], corner[1])
                arcs.setdefault(one, {})[other] = corner
                arcs.setdefault(other, {})[one] = corner
    return arcs


def _walk(arcs: dict[Point, dict[Point, Point]], start: Point) -> Iterator[Strand]:
    """The strand that leaves a point, its arcs taken out of the store; nothing when they are already walked."""
    points, corners = [start], []
    while arcs[points[-1]]:
        here = points[-1]
        there = min(arcs[here])
        corners.append(arcs[here].pop(there))
        del arcs[there][here]
        points.append(there)
    if corners:
        yield Strand(tuple(points), tuple(corners))


def _presence(strand: Strand) -> tuple[int, float]:
    """How much a strand is the tile's own: its length, then how near the middle (24, 24) it keeps."""
    far = sum(abs(x - CELL) + abs(y - CELL) for x, y in strand.points)
    return len(strand.points), -far / len(strand.points)


def _from_left(found: list[Strand]) -> Iterator[Strand]:
    for strand in found:
        if strand.is_ring:
            continue
        if strand.points[0][0] == 0:
            yield strand
        elif strand.points[-1][0] == 0:
            yield strand.reversed()


def _wander(strand: Strand, columns: int) -> float:
    """How far right and how long a path runs; reaching the right edge is worth four cells more."""
    reach = max(x for x, _ in strand.points) / CELL
    return reach + len(strand.points) / 8 + 4 * (strand.points[-1][0] == columns * CELL)


def _noise(number: int, seed: int) -> Lay:
    """A lay that looks random and is always the same: integer hash of cell, region number and seed."""

    def lay(column: int, row: int) -> bool:
        value = (column * 374761393 + row * 668265263 + number * 2147483647 + seed * 40503) & 0xFFFFFFFF
        value = ((value ^ (value >> 13)) * 1274126177) & 0xFFFFFFFF
        return bool((value ^ (value >> 16)) & 1)

    return lay
