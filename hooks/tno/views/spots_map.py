"""White spots as a picture: a circle for each municipality, on the rough outline of its region, drawn at build.

Colour and kind of line say the same as the tables' badges. Units are those of the drawing, x grows right and y down
(SVG). The projection is Mercator's, as on the other maps, so that a region looks alike on both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import asinh, radians, tan
from typing import NamedTuple

from tno.country.country import Country
from tno.country.outlines import Outline, bounds_of

WIDTH, MOST_HEIGHT, EDGE = 420, 520, 24
RADIUS, FONT, GLYPH = 8, 14, 8.2
"""Of a circle; size of a name and the mean width of its letters, a little more than they take."""


class Town(NamedTuple):
    """A municipality on the picture."""

    code: str
    name: str
    x: int
    y: int
    label_x: int
    label_y: int
    anchor: str
    """`start`, `middle` or `end`; empty when there is no room for the name."""


class Ground(NamedTuple):
    """What all pictures of a region have in common."""

    height: int
    land: str
    """Path data of the region."""
    towns: tuple[Town, ...]


class Layout(NamedTuple):
    """The same in every language."""

    height: int
    land: str
    at: list[tuple[int, int]]
    """Where each municipality is, in alphabetical order."""


def ground_of(country: Country, region: str, language: str, layout: Layout) -> Ground:
    """A region with its municipalities in their places."""
    towns = country.municipalities_of(country.ely_areas[region])
    names = [town.name_in(language) for town in towns]
    found = zip(towns, names, layout.at, _labels(layout.at, names), strict=True)
    marks = tuple(Town(town.code, name, x, y, *label) for town, name, (x, y), label in found)
    return Ground(layout.height, layout.land, marks)


def layout_of(country: Country, region: str) -> Layout:
    """Where a region and its municipalities are on the picture."""
    area, known = country.ely_areas[region], country.outlines.maakunnat
    towns = country.municipalities_of(area)
    outlines = [known[code] for code in area.maakunta_codes if code in known]
    corners = [*_corners(outlines), *((town.latitude_deg, town.longitude_deg) for town in towns)]
    flat = [_flat(*corner) for corner in corners]
    west, east = min(x for x, _ in flat), max(x for x, _ in flat)
    north, south = max(y for _, y in flat), min(y for _, y in flat)
    scale = min((WIDTH - 2 * EDGE) / (east - west or 1), (MOST_HEIGHT - 2 * EDGE) / (north - south or 1))
    left = (WIDTH - (east - west) * scale) / 2

    def place(latitude: float, longitude: float) -> tuple[int, int]:
        x, y = _flat(latitude, longitude)
        return round(left + (x - west) * scale), round(EDGE + (north - y) * scale)

    land = "".join(_path([place(y, x) for x, y in polygon[0]]) for outline in outlines for polygon in outline)
    at = _apart([place(town.latitude_deg, town.longitude_deg) for town in towns])
    return Layout(round((north - south) * scale) + 2 * EDGE, land, at)


def _corners(outlines: Iterable[Outline]) -> list[tuple[float, float]]:
    found = bounds_of(outlines)
    return [(found[0], found[1]), (found[2], found[3])] if found else []


def _flat(latitude: float, longitude: float) -> tuple[float, float]:
    """Mercator, on a ball of radius 1."""
    return radians(longitude), asinh(tan(radians(latitude)))


def _path(points: Sequence[tuple[int, int]]) -> str:
    kept = [point for number, point in enumerate(points) if not number or point != points[number - 1]]
    if len(kept) < 3:
        return ""
    return f"M{kept[0][0]} {kept[0][1]}L" + " ".join(f"{x} {y}" for x, y in kept[1:]) + "z"


def _apart(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same pushed from each other until no circle covers another."""
    found = [[float(x), float(y)] for x, y in points]
    least = 2 * RADIUS + 4
    for _ in range(60):
        is_still = True
        for number, one in enumerate(found):
            for other in found[number + 1 :]:
                dx, dy = other[0] - one[0], other[1] - one[1]
                apart = (dx * dx + dy * dy) ** 0.5
                if apart >= least:
                    continue
                is_still = False
                if apart < 0.01:
                    dx, dy, apart = 1.0, 0.0, 1.0
                by = (least - apart) / 2 / apart
                one[0], one[1] = one[0] - dx * by, one[1] - dy * by
                other[0], other[1] = other[0] + dx * by, other[1] + dy * by
        if is_still:
            break
    return [(round(x), round(y)) for x, y in found]


Box = tuple[float, float, float, float]


def _labels(points: Sequence[tuple[int, int]], names: Sequence[str]) -> list[tuple[int, int, str]]:
    """(x, y, anchor) of each name: right, left, below or above its circle; an empty anchor where none has room."""
    taken: list[Box] = [(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in points]
    tries = [_tries(point, len(name) * GLYPH) for point, name in zip(points, names, strict=True)]
    free = [[each for each in own if _fits(each[1], taken)] for own in tries]
    found: list[tuple[int, int, str]] = [(x, y, "") for x, y in points]
    for number in sorted(range(len(points)), key=lambda each: (len(free[each]), names[each])):
        circles = len(points)
        for label, box in free[number]:
            if _fits(box, taken[circles:]):
                found[number] = label
                taken.append(box)
                break
    return found


def _tries(point: tuple[int, int], width: float) -> list[tuple[tuple[int, int, str], Box]]:
    x, y = point
    side, rise = RADIUS + 4, FONT * 0.35
    down, up = y + RADIUS + FONT, y - RADIUS - 5
    low, high = FONT * 0.8, FONT * 0.25
    return [
        ((x + side, round(y + rise), "start"), (x + side, y - low + rise, x + side + width, y + high + rise)),
        ((x - side, round(y + rise), "end"), (x - side - width, y - low + rise, x - side, y + high + rise)),
        ((x, down, "middle"), (x - width / 2, down - low, x + width / 2, down + high)),
        ((x, up, "middle"), (x - width / 2, up - low, x + width / 2, up + high)),
    ]


def _fits(box: Box, taken: Iterable[Box]) -> bool:
    left, top, right, bottom = box
    if left < 2 or right > WIDTH - 2 or top < 2:
        return False
    for from_left, from_top, to_right, to_bottom in taken:
        if right > from_left and left < to_right and bottom > from_top and top < to_bottom:
            return False
    return True
