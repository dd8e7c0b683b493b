"""What the scripts of a map are told: words, and services as numbers in columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from tno.compact_json import in_script
from tno.model.network import Region
from tno.model.service_points import ServicePoints
from tno.point_counts import points_of
from tno.records import Organisation, Service
from tno.settings import Tiles
from tno.views.map_choices import CHOSEN, facets_of
from tno.views.scene import Scene

# fmt: off
_WORDS = (
    "points_one", "points_many", "services_one", "services_many", "found_one", "found_many", "found_services_one",
    "found_services_many", "nothing", "cleared", "serves", "serves_not", "serves_here", "serves_not_here", "others_one",
    "others_many", "zoom_in", "zoom_out", "close", "only", "all", "more_one", "more_many", "more_points_one",
    "more_points_many", "municipality", "failed", "and", "no_points", "open_region", "label", "street_on", "street_off",
    "bubble", "services_here", "organisations", "towns_one", "towns_many", "centre_sections",
)
# fmt: on
"""Interface words that scripts say: `map_…` in the tables of words."""


def told_to_scripts(scene: Scene, data: dict[str, Any]) -> Markup:
    """A map's data with the words that scripts say, as JSON that may stand in a page."""
    words = {name: scene.w[f"map_{name}"] for name in _WORDS}
    return Markup(in_script({**data, "words": words, "language": scene.language}))


class ServicesTold(NamedTuple):
    """Services in columns by their numbers, values by their places in lists: the same in every language."""

    columns: Mapping[str, list[Any]]
    values: Mapping[str, list[str]]
    organisations: list[str]
    """Keys."""
    areas: list[list[str]]
    """Codes of municipalities that are served together."""


def services_told(facts: Scene, region: Region) -> ServicesTold:
    """The services of a region's map; `facts` is the Finnish scene."""
    values, numbers = {facet: _Numbered() for facet in CHOSEN}, dict[tuple[str, Sequence[str]], list[int]]()
    organisations, areas = _Numbered(), dict[frozenset[str], int]()
    columns: dict[str, list[Any]] = {"by": [], "area": [], **{facet: [] for facet in CHOSEN}}
    for service in facts.once(points_of, region).services:
        columns["by"].append(organisations[service.organisation])
        columns["area"].append(areas.setdefault(facts.network.covered_by(service), len(areas)))
        for facet, own in facets_of(facts, service).items():
            if (known := numbers.get((facet, own))) is None:
                known = numbers[facet, own] = sorted([values[facet][value] for value in own])
            columns[facet].append(known)
    told = {facet: list(found) for facet, found in values.items()}
    return ServicesTold(columns, told, list(organisations), [sorted(codes) for codes in areas])


def columns_of(scene: Scene, region: Region, points: ServicePoints, told: ServicesTold) -> dict[str, Any]:
    """What `map-list.js` reads; names and ids are in the list itself. A municipality that lies in another region is
    marked: its page may not be in this language."""
    network = scene.network
    givers = [(key, network.find(Organisation, key)) for key in told.organisations]
    municipalities, own = network.country.municipalities, codes_of(scene, region)
    return {
        "services": told.columns,
        "values": told.values,
        "organisations": [[key, str(giver.name) if giver else key] for key, giver in givers],
        "areas": told.areas,
        "towns": {
            code: [
                municipalities[code].slug,
                municipalities[code].name_in(scene.language),
                *([] if code in own else [1]),
            ]
            for code in dict.fromkeys([*own, *points.by_municipality])
        },
    }


def codes_of(scene: Scene, region: Region) -> Sequence[str]:
    """Municipalities of a region; of the national section none."""
    area = scene.network.country.ely_areas.get(region.id)
    return area.municipality_codes if area else ()


class _Numbered(dict[str, int]):
    """Values → their places, in the order in which they were first met."""

    def __missing__(self, value: str) -> int:
        self[value] = len(self)
        return self[value]


def compact_points(scene: Scene, region: Region) -> dict[str, Any]:
    """A region's points without names, for the national map: each with the sets of values its services have."""
    points, values, sets = scene.facts.once(points_of, region), {facet: _Numbered() for facet in CHOSEN}, _Numbered()

    written: dict[tuple[str, Sequence[str]], str] = {}

    def set_of(service: Service) -> int:
        parts = []
        for facet, own in facets_of(scene, service).items():
            if (known := written.get((facet, own))) is None:
                known = written[facet, own] = " ".join(sorted([str(values[facet][value]) for value in own]))
            parts.append(known)
        return sets["|".join(parts)]

    found: dict[str, Any] = {"at": [], "in": [], "sets": []}
    for point in points.all:
        found["at"].append([round(each * 10_000) for each in point.at] if point.at else 0)
        found["in"].append(point.municipality)
        found["sets"].append(sorted({set_of(service) for service in point.services}))
    without = [set_of(service) for service in points.without_place]
    told = [[list(map(int, part.split())) for part in each.split("|")] for each in sets]
    return {"values": [list(values[facet]) for facet in CHOSEN], "sets": told, "points": found, "without": without}


def street_tiles(tiles: Tiles) -> Mapping[str, Any]:
    """What a street map is made of."""
    return {
        "url": tiles.url,
        "attribution": tiles.attribution,
        "attributionUrl": tiles.attribution_url,
        "maxNativeZoom": tiles.max_native_zoom,
    }
