"""Boundaries for maps: of the maakunnat, and of the municipalities when somebody has brought the official file.

`maakunnat.geojson` is the project's own (`tools/boundaries.py`): it shows roughly where one is and decides nothing.
`kunnat.geojson` is not there at first: nobody ships it, and a build does not ask Statistics Finland. Whoever downloads
it puts it beside the other tables, as `docs/ohjeet/kartta.md` tells; municipalities are then drawn as areas.
Coordinates are [longitude, latitude] in degrees, WGS 84 (RFC 7946).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from tno.country.municipality import Municipality
from tno.country.source import TableError, read_text
from tno.frozen import frozen

MAAKUNNAT, KUNNAT = "maakunnat.geojson", "kunnat.geojson"
CODE_NAMES = ("kunta", "kuntakoodi", "natcode", "code")
"""Properties in which the code of a municipality is looked for: Statistics Finland's, the Land Survey's, our own."""
LATITUDES_DEG, LONGITUDES_DEG = (58.5, 70.5), (18.0, 32.5)
"""Finland with its waters."""
DECIMALS = 3
"""About a hundred metres: more than a map without streets can show."""
Ring = list[list[float]]
Outline = list[list[Ring]]
"""Polygons of one area, each with its outer ring and its holes."""


@frozen
class Outlines:
    """Boundaries of the country."""

    folder: Path | None = None
    """Where the tables are; None: there are no boundaries."""
    municipalities: Mapping[str, Outline] | None = None
    """Code → outline, when the official file is there."""

    @cached_property
    def maakunnat(self) -> Mapping[str, Outline]:
        """Code → rough outline; empty when the file is not there. Read when first asked for."""
        file = self.folder and self.folder / MAAKUNNAT
        if not file or not file.is_file():
            return {}
        data = from_json(file.read_bytes())
        return {feature["id"]: feature["geometry"]["coordinates"] for feature in data["features"]}


def load_outlines(folder: Path, municipalities: Mapping[str, Municipality]) -> Outlines:
    """The boundaries in `folder`.

    Raises:
        TableError: when `kunnat.geojson` is there and cannot be used.
    """
    file = folder / KUNNAT
    return Outlines(folder, _official(file, municipalities) if file.is_file() else None)


def geojson(outlines: Mapping[str, Outline], name: str) -> dict[str, Any]:
    """Outlines as a GeoJSON FeatureCollection, the code of each as its id."""
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {},
            "geometry": {"type": "MultiPolygon", "coordinates": outline},
        }
        for code, outline in outlines.items()
    ]
    return {"type": "FeatureCollection", "name": name, "features": features}


def bounds_of(outlines: Iterable[Outline]) -> tuple[float, float, float, float] | None:
    """(south, west, north, east) of outlines; None when there is none."""
    corners = [corner for outline in outlines for polygon in outline for corner in polygon[0]]
    if not corners:
        return None
    longitudes, latitudes = zip(*corners, strict=True)
    return min(latitudes), min(longitudes), max(latitudes), max(longitudes)


# --- the official file ------------------------------------------------------------------------------------------------


def _official(file: Path, municipalities: Mapping[str, Municipality]) -> dict[str, Outline]:
    def wrong(what: str) -> TableError:
        return TableError(str(file), 1, what)

    try:
        data = from_json(read_text(file))
    except ValueError as error:
        if isinstance(error, TableError):
            raise
        raise wrong("Tiedosto ei ole JSONia. Lataa se uudelleen GeoJSON-muodossa.") from None
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not features:
        raise wrong("Tiedosto ei ole GeoJSON FeatureCollection, jossa on kuntien rajat.")
    found: dict[str, Outline] = {}
    for number, feature in enumerate(features, 1):
        code = _code(feature, number, wrong)
        if code not in municipalities:
            raise wrong(f"Kuntakoodi ”{code}” ei ole kunnissa (municipalities.csv). Tarkista tiedoston vuosi.")
        if code in found:
            raise wrong(f"Kunta ”{code}” on tiedostossa kahdesti.")
        found[code] = [_polygon(polygon, code, wrong) for polygon in _polygons(feature, code, wrong)]
    if missing := [each.name for code, each in municipalities.items() if code not in found and each.region_id]:
        some = ", ".join(missing[:5])
        raise wrong(f"Tiedostosta puuttuu {len(missing)} kuntaa, esim. {some}. Kartalla pitää olla kaikki kunnat.")
    return {code: found[code] for code in municipalities if code in found}


Wrong = Callable[[str], TableError]


def _code(feature: Any, number: int, wrong: Wrong) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    for name in CODE_NAMES:
        value = (properties or {}).get(name)
        if value is not None and str(value).isdecimal():
            return str(value).zfill(3)
    raise wrong(f'Alueella {number} ei ole kuntakoodia. Odotettiin ominaisuutta ”kunta”, esim. "240".')


def _polygons(feature: Any, code: str, wrong: Wrong) -> Iterator[list[Any]]:
    geometry = feature.get("geometry") or {}
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon") or not coordinates:
        raise wrong(f"Kunnan ”{code}” muoto on ”{kind}”. Odotettiin Polygon tai MultiPolygon.")
    yield from [coordinates] if kind == "Polygon" else coordinates


def _polygon(rings: list[Any], code: str, wrong: Wrong) -> list[Ring]:
    return [ring for ring in (_ring(ring, code, wrong) for ring in rings) if len(ring) > 3]


def _ring(corners: Any, code: str, wrong: Wrong) -> Ring:
    found: Ring = []
    try:
        for longitude, latitude, *_ in corners:
            if not (_within(longitude, LONGITUDES_DEG) and _within(latitude, LATITUDES_DEG)):
                what = f"{longitude:.10g}, {latitude:.10g}"
                raise wrong(
                    f"Kunnan ”{code}” piste {what} ei ole Suomessa. Odotettiin asteita järjestyksessä pituus, leveys. "
                    "Pyydä aineisto koordinaatistossa WGS 84 (EPSG:4326)."
                )
            corner = [round(longitude, DECIMALS), round(latitude, DECIMALS)]
            if not found or corner != found[-1]:
                found.append(corner)
    except (TypeError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        raise wrong(f"Kunnan ”{code}” rajassa on jotain muuta kuin pisteitä.") from None
    return found


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]
