"""Boundaries for maps: our own, and the official file of municipalities with all that can be wrong with it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from finland import REGIONS, country
from tno.country import TableError, load_country
from tno.country.outlines import KUNNAT, bounds_of

SQUARE = 0.02
"""Half a side of an invented municipality, degrees."""


def invented() -> dict[str, Any]:
    """Each municipality a square round its centre, as Statistics Finland names things."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"kunta": code, "nimi": each.name},
                "geometry": {"type": "Polygon", "coordinates": [square(each.longitude_deg, each.latitude_deg)]},
            }
            for code, each in country().municipalities.items()
        ],
    }


def square(longitude: float, latitude: float) -> list[list[float]]:
    steps = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    return [[longitude + x * SQUARE, latitude + y * SQUARE] for x, y in steps]


def folder_with(tmp_path: Path, data: Any) -> Path:
    folder = tmp_path / "finland"
    shutil.copytree(REGIONS / "finland", folder)
    (folder / KUNNAT).write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return folder


def test_every_maakunta_has_an_outline_and_lapland_lies_where_lapland_is() -> None:
    outlines = country().outlines.maakunnat
    assert outlines.keys() == country().maakunnat.keys()
    south, west, north, east = bounds_of([outlines["19"]]) or (0, 0, 0, 0)
    assert 65.5 < south < 66 and 20 < west < 21 and 70 < north < 70.2 and 29 < east < 31


def test_the_outlines_say_where_they_are_from() -> None:
    text = (REGIONS / "finland" / "maakunnat.geojson").read_text(encoding="utf-8")
    assert "Natural Earth" in text and "public domain" in text and "tools/boundaries.py" in text


def test_without_the_official_file_municipalities_have_no_outlines() -> None:
    assert country().outlines.municipalities is None and not country().has_boundaries


def test_the_official_file_gives_every_municipality_an_outline(tmp_path: Path) -> None:
    found = load_country(folder_with(tmp_path, invented()))
    assert found.has_boundaries and found.outlines.municipalities
    assert found.outlines.municipalities.keys() == found.municipalities.keys()


def test_a_code_may_be_a_number_without_its_zeros(tmp_path: Path) -> None:
    data = invented()
    for feature in data["features"]:
        feature["properties"]["kunta"] = int(feature["properties"]["kunta"])
    assert load_country(folder_with(tmp_path, data)).has_boundaries


def wrong(change: str) -> Any:
    data = invented()
    first = data["features"][0]
    match change:
        case "no json":
            return "<html>"
        case "no collection":
            return {"type": "Feature"}
        case "no code":
            first["properties"] = {"nimi": "X"}
        case "unknown code":
            first["properties"]["kunta"] = "999"
        case "twice":
            data["features"].append(first)
        case "missing":
            data["features"] = data["features"][:300]
        case "metres":
            first["geometry"]["coordinates"] = [[[385000.0, 6672000.0]] * 4]
        case "swapped":
            first["geometry"]["coordinates"] = [[corner[::-1] for corner in first["geometry"]["coordinates"][0]]]
        case "a line":
            first["geometry"]["type"] = "LineString"
        case "no points":
            first["geometry"]["coordinates"] = [["a", "b"]]
    return data


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("no json", "ei ole JSONia"),
        ("no collection", "FeatureCollection"),
        ("no code", "ei ole kuntakoodia"),
        ("unknown code", "”999”"),
        ("twice", "kahdesti"),
        ("missing", "puuttuu 7 kuntaa"),
        ("metres", "EPSG:4326"),
        ("swapped", "pituus, leveys"),
        ("a line", "”LineString”"),
        ("no points", "muuta kuin pisteitä"),
    ],
)
def test_a_broken_file_is_refused_and_the_message_says_what_to_do(tmp_path: Path, change: str, told: str) -> None:
    with pytest.raises(TableError, match=told) as error:
        load_country(folder_with(tmp_path, wrong(change)))
    assert error.value.file.endswith(KUNNAT)
