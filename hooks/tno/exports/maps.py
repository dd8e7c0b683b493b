"""Files of maps: folium's map objects as scripts, boundaries for all of them, points of the whole country, Leaflet.

folium builds the map, its options and layers. Its pieces are written to a script file; its page is never used: that
names ten addresses of five hosts, forbids zooming and covers the page. So `default_js` is empty, and no marker,
popup or tile layer of folium's is used: they need jQuery, Bootstrap or the network. What a layer does is in
`docs/assets/javascripts/network-map.js`. Ids are names, so that two builds are alike. The import costs 0.7 s: it is in
the function that needs it, and what it made is kept.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from tno.compact_json import compact
from tno.country.country import Country
from tno.country.outlines import bounds_of, geojson
from tno.digest import digest
from tno.kept import Kept
from tno.model.network import Region
from tno.point_counts import PointCounts
from tno.records import Service
from tno.views.area_switch import ELY, SUCCESSORS
from tno.views.map import COUNTRY, ROOM
from tno.views.map_data import codes_of, compact_points, street_tiles
from tno.views.map_parts import bubble_looks
from tno.views.scene import Scene

SCRIPTS = "assets/maps/"
BOUNDARIES = f"data/{ROOM}/rajat.json"
LEAFLET: Mapping[str, str] = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    "images/layers.png": "1dbbe9d028e292f36fcba8f8b3a28d5e8932754fc2215b9ac69e4cdecf5107c6",
    "images/layers-2x.png": "066daca850d8ffbef007af00b06eac0015728dee279c51f3cb6c716df7c42edf",
    "images/marker-icon.png": "574c3a5cca85f4114085b6841596d62f00d7c892c7b03f28cbfa301deb1dc437",
}
"""File of Leaflet 1.9.4 → SHA-256 of its bytes, equal to those of the npm package. (The pictures are named by its style
sheet; no map of ours shows them.)"""
MIN_ZOOM, MAX_ZOOM = 4, 10
"""Without streets there is nothing more to see closer."""
MARGIN_DEG = 0.15
"""Air around the municipalities of a map whose boundaries are not known."""


def leaflet() -> Iterator[tuple[str, bytes]]:
    """(path in the site, bytes) of Leaflet's files, as the installed package holds them.

    Raises:
        RuntimeError: when they are not what they should be.
    """
    folder = files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    for name, wanted in LEAFLET.items():
        data = (folder / name).read_bytes()
        if hashlib.sha256(data).hexdigest() != wanted:
            raise RuntimeError(f"{name} of django-js-lib-leaflet is not Leaflet 1.9.4: check the update of the package")
        yield f"assets/leaflet/{name}", data


class MapFiles:
    """The files of maps of one build."""

    def __init__(self, scene: Scene, guard: str, kept: Kept | None) -> None:
        """
        Args:
            scene: the Finnish one.
            guard: what every file depends on besides content: program, tables, settings.
        """
        self._scene, self._guard, self._kept, self._counts = scene, guard, kept, PointCounts(scene, kept)
        self._country, self._outlines = scene.network.country, scene.network.country.outlines

    def files(self) -> Iterator[tuple[str, str, Callable[[], str]]]:
        """Of each file: path, what its text is made of besides program, tables and settings, the text."""
        yield BOUNDARIES, "", self.boundaries
        yield f"{SCRIPTS}{COUNTRY}.js", self._made_of_scripts, partial(self._script, COUNTRY)
        for region in self._regions:
            yield f"{SCRIPTS}{region.id}.js", self._made_of_scripts, partial(self._script, region.id)
            if self._country.has_boundaries:
                yield f"data/{ROOM}/kunnat-{region.id}.json", "", partial(self.municipalities, region)
            if self._counts.of(region.id).services:
                made_of = self._scene.rows_fingerprint(("own", region.id), region.all_of(Service))
                yield f"data/{ROOM}/{region.id}.json", "".join(made_of), partial(self.points, region)

    @property
    def _regions(self) -> Sequence[Region]:
        known = self._scene.network.regions
        return [region for region in known.values() if region.id in self._country.ely_areas]

    # --- what maps fetch ----------------------------------------------------------------------------------------------

    def boundaries(self) -> str:
        """GeoJSON of the maakunnat: one file for all maps."""
        return compact(geojson(self._outlines.maakunnat, "maakunnat")) + "\n"

    def municipalities(self, region: Region) -> str:
        """GeoJSON of a region's municipalities, from the official file."""
        known = self._outlines.municipalities or {}
        return compact(
            geojson({code: known[code] for code in codes_of(self._scene, region) if code in known}, "kunnat")
        )

    def points(self, region: Region) -> str:
        """A region's points for the national map."""
        return compact(compact_points(self._scene, region)) + "\n"

    # --- scripts ------------------------------------------------------------------------------------------------------

    @cached_property
    def _made_of_scripts(self) -> str:
        """Municipalities with points in other regions are on a map too."""
        towns = {region.id: list(self._counts.of(region.id).towns) for region in self._regions}
        return digest(f"{self._scene.profiles_fingerprint}{towns}{version('folium')}")

    def _script(self, name: str) -> str:
        return self._scripts[name]

    @cached_property
    def _scripts(self) -> Mapping[str, str]:
        """Name → script of each map: all together, as the import costs more than they."""
        made_of = f"{self._guard}{self._made_of_scripts}"
        if self._kept and (known := self._kept.read("maps", made_of)):
            return dict(known)
        found = {COUNTRY: self._of_country(), **{region.id: self._of_region(region) for region in self._regions}}
        if self._kept:
            self._kept.write("maps", made_of, found)
        return found

    def _of_country(self) -> str:
        ways = {ELY: self._country.ely_areas.values(), SUCCESSORS: self._country.successor_areas.values()}
        bubbles = {
            way: {area.id: self._middle(area.municipality_codes) for area in areas if area.municipality_codes}
            for way, areas in ways.items()
        }
        lands = {ELY: {area.id: list(area.maakunta_codes) for area in ways[ELY]}, SUCCESSORS: lands_of(self._country)}
        boundaries = {"file": f"{ROOM}/rajat", "own": list(self._outlines.maakunnat), "areas": lands}
        bounds = self._bounds([], self._country.municipalities)
        return map_script(COUNTRY, bounds, boundaries, bubbles[ELY], self._tiles, {SUCCESSORS: bubbles[SUCCESSORS]})

    def _of_region(self, region: Region) -> str:
        codes = list(dict.fromkeys([*codes_of(self._scene, region), *self._counts.of(region.id).towns]))
        looks = {
            code: [look, kind] for code, look, kind in bubble_looks(region, codes, self._country.find_municipality)
        }
        known = self._country.municipalities
        bubbles = {code: [known[code].latitude_deg, known[code].longitude_deg, *looks.get(code, ())] for code in codes}
        own = list(self._country.ely_areas[region.id].maakunta_codes)
        boundaries: dict[str, Any] = {"file": f"{ROOM}/rajat", "own": own}
        if self._country.has_boundaries:
            boundaries["municipalities"] = f"{ROOM}/kunnat-{region.id}"
        return map_script(region.id, self._bounds(own, codes), boundaries, bubbles, self._tiles)

    @property
    def _tiles(self) -> Mapping[str, Any] | None:
        tiles = self._scene.settings.tiles
        return street_tiles(tiles) if tiles.url else None

    def _middle(self, codes: Sequence[str]) -> list[float]:
        """Where the bubble of a region stands: amid its municipalities."""
        towns = [self._country.municipalities[code] for code in codes]
        latitudes, longitudes = [town.latitude_deg for town in towns], [town.longitude_deg for town in towns]
        return [round(sum(values) / len(values), 3) for values in (latitudes, longitudes)]

    def _bounds(self, maakunnat: Sequence[str], codes: Any) -> list[list[float]]:
        """What a map shows at first: its own maakunnat, else its municipalities."""
        known = self._outlines.maakunnat
        found = bounds_of(known[code] for code in maakunnat or known if code in known)
        if not found:
            towns = [self._country.municipalities[code] for code in codes]
            latitudes, longitudes = [town.latitude_deg for town in towns], [town.longitude_deg for town in towns]
            found = min(latitudes), min(longitudes), max(latitudes), max(longitudes)
            found = found[0] - MARGIN_DEG, found[1] - MARGIN_DEG, found[2] + MARGIN_DEG, found[3] + MARGIN_DEG
        south, west, north, east = (round(value, 3) for value in found)
        return [[south, west], [north, east]]


def lands_of(country: Country) -> dict[str, list[str]]:
    """Elinvoimakeskus → the maakunnat it is drawn as: a maakunta goes where the most of its municipalities belong."""
    found: dict[str, list[str]] = {successor: [] for successor in country.successor_areas}
    for maakunta in country.maakunnat.values():
        homes = Counter(country.municipalities[code].successor_area for code in maakunta.municipality_codes)
        successor = max(found, key=lambda each: homes[each])
        if homes[successor]:
            found[successor].append(maakunta.code)
    return found


def map_script(
    name: str,
    bounds: Sequence[Sequence[float]],
    boundaries: Mapping[str, Any],
    bubbles: Mapping[str, Any],
    tiles: Mapping[str, Any] | None,
    ways: Mapping[str, Mapping[str, Any]] | None = None,
) -> str:
    """A map as folium builds it: a script that `network-map.js` starts, with the box the map is put into.

    Args:
        name: of the map; ids are made of it.
        bounds: [[south, west], [north, east]], degrees.
        boundaries: options of the layer of boundaries.
        bubbles: code or region → [latitude, longitude, colour?, kind of line?].
        ways: other bubbles, by the name of the way to group areas that shows them.
    """
    import folium

    layer, own_id = _layer(), name.replace("-", "_")
    own = folium.Map(
        location=None, tiles=None, zoom_control=False, minZoom=MIN_ZOOM, maxZoom=MAX_ZOOM, zoomSnap=0.25,
        scrollWheelZoom=False, attributionControl=False,
    )  # fmt: skip
    own.default_js, own.default_css = [], []  # of this map alone: the class's lists are every map's
    own._name, own._id = "map", own_id
    layer(own_id, "boundaries", boundaries).add_to(own)
    layer(own_id, "bubbles", {"at": bubbles, "bounds": bounds, **({"ways": ways} if ways else {})}).add_to(own)
    if tiles:
        layer(own_id, "streets", tiles).add_to(own)
    figure: Any = own.get_root()
    figure.render()
    box, script = figure.html.render().strip(), figure.script.render().strip()
    return f"networkMap.define({compact(name)}, {compact(box)}, () => {{\n{script}\n}});\n"


@cache
def _layer() -> Any:
    """What folium makes a layer of with a function of `networkMap`; a class for each map would cost each a template."""
    from branca.element import MacroElement
    from folium.template import Template

    class Layer(MacroElement):
        _template = Template(
            "{% macro script(this, kwargs) %}"
            "networkMap.{{ this.function }}({{ this._parent.get_name() }}, {{ this.options|tojson }});"
            "{% endmacro %}"
        )

        def __init__(self, own_id: str, function: str, options: Mapping[str, Any]) -> None:
            super().__init__()  # type: ignore[no-untyped-call]
            self._name, self._id = function, own_id
            self.function, self.options = function, dict(options)

    return Layer
