"""The real frame that the invented load is hung on: the project's own regions and municipalities.

Only the country's reference data, the vocabularies and each `region.yml` are taken from the project.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

NATIONAL = "kansallinen"
"""The folder of the national section."""
PHONE_AREAS = ("013", "014", "015", "016", "017", "018", "019")
"""Area codes under which nobody's number begins with 00: phonenumbers refuses each of them, unlike 040 00 or 09 00."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality and where its centre lies, degrees WGS 84."""

    code: str
    name: str
    region: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Section:
    """A region, or the national section, that records are written into."""

    id: str
    name: str
    municipalities: tuple[Municipality, ...]
    sub_areas: tuple[str, ...]
    elo_group: str | None
    """Id of the ELO group that `region.yml` names, if any."""
    phone_area: str

    def near(self, centre: Municipality, count: int) -> list[Municipality]:
        """The `count` municipalities nearest to `centre`, itself first."""
        return sorted(self.municipalities, key=lambda other: (_distance(centre, other), other.code))[:count]


def _distance(a: Municipality, b: Municipality) -> float:
    return (a.lat - b.lat) ** 2 + ((a.lon - b.lon) * 0.45) ** 2


def _rows(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines))


def municipalities(source: Path) -> list[Municipality]:
    """Every municipality of `source`/finland/municipalities.csv; Åland's have no region."""
    rows = _rows(source / "finland" / "municipalities.csv")
    return [
        Municipality(row["code"], row["name"], row["ely_area"], float(row["latitude_deg"]), float(row["longitude_deg"]))
        for row in rows
    ]


def profile(folder: Path) -> dict[str, Any]:
    """`region.yml` of a region's folder as plain text values."""
    loaded = yaml.load((folder / "region.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return dict(loaded)


def _finnish(name: Any) -> str:
    return str(name["fi"] if isinstance(name, dict) else name)


def sections(source: Path) -> list[Section]:
    """The regions of `source` that have municipalities, in alphabetical order, then the national section."""
    everyone = municipalities(source)
    ids = sorted({each.region for each in everyone if (source / each.region / "region.yml").is_file() and each.region})
    found = [_section(source, region, number, everyone) for number, region in enumerate(ids)]
    return [*found, Section(NATIONAL, "Kansallinen", tuple(everyone), (), None, PHONE_AREAS[0])]


def _section(source: Path, region: str, number: int, everyone: list[Municipality]) -> Section:
    own_file = profile(source / region)
    own = tuple(each for each in everyone if each.region == region)
    sub_areas = tuple(part["id"] for part in own_file.get("sub_areas", ()))
    area = PHONE_AREAS[number % len(PHONE_AREAS)]
    return Section(region, _finnish(own_file["name"]), own, sub_areas, own_file.get("elo_group"), area)
