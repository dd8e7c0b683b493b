"""Service points by elinvoimakeskus: a point is counted where its municipality belongs, whichever section tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from tno.point_counts import PointCounts
from tno.views.area_switch import by_successor, section_links
from tno.views.link import Link
from tno.views.scene import Scene

MAP = "kartta"


class CentreRow(NamedTuple):
    """An elinvoimakeskus in the table of the national map; so is what belongs to none."""

    id: str
    """Of the centre; of the national section, which has no area; "" of municipalities without a centre."""
    name: Link
    parts: tuple[Link, ...]
    """Maps of the sections it looks after; one that belongs to it in part is told so."""
    counts: tuple[str, ...]
    """Points, municipalities that have one."""


def centre_rows(counts: PointCounts, scene: Scene) -> tuple[CentreRow, ...]:
    """Every centre in the order of codes, then the national section, which keeps its own points."""
    w, network = scene.w, scene.network
    links = {
        region: link._replace(address=f"{region}/{MAP}/") if link.address else link
        for region, link in section_links(scene).items()
    }
    found = points_by_centre(counts, scene)
    rows = [
        CentreRow(centre.id, Link(centre.name), centre.parts, _counted(found.get(centre.id, Counter())))
        for centre in by_successor(scene, links)
    ]
    if elsewhere := found.get(""):
        rows.append(CentreRow("", Link(w.map_elsewhere), (), _counted(elsewhere)))
    for region in network.regions.values():
        if region.is_national and (own := counts.of(region.id)).services:
            name = Link(region.name, f"{region.id}/palvelut/")
            rows.append(CentreRow(region.id, name, (), _counted(own.towns)))
    return tuple(rows)


def points_by_centre(counts: PointCounts, scene: Scene) -> dict[str, Counter[str]]:
    """Elinvoimakeskus, "" for none → municipality → how many points the sections have in it."""
    country, found = scene.network.country, dict[str, Counter[str]]()
    for region in scene.network.regions.values():
        if not region.is_national:
            for code, points in counts.of(region.id).towns.items():
                centre = country.municipalities[code].successor_area or ""
                found.setdefault(centre, Counter())[code] += points
    return found


def _counted(towns: Mapping[str, int]) -> tuple[str, str]:
    return str(sum(towns.values())), str(len(towns))
