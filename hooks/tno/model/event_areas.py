"""Which parts of its region an event is for: those its place lies in, and those of the group whose event it is."""

from __future__ import annotations

from collections.abc import Mapping

from tno.model.network import Network, Region
from tno.records import Event, Group, Place

Parts = Mapping[str, frozenset[str]]
"""Municipality code → ids of the sub-areas it is in."""


def parts_of_region(network: Network, region: Region) -> Parts:
    """The sub-areas of a region by municipality."""
    found: dict[str, set[str]] = {}
    for sub_area in region.profile.sub_areas:
        for text in sub_area.municipalities:
            if municipality := network.municipality_of(text):
                found.setdefault(municipality.code, set()).add(sub_area.id)
    return {code: frozenset(ids) for code, ids in found.items()}


def sub_areas_of(network: Network, event: Event, parts: Parts) -> frozenset[str]:
    """Ids of the sub-areas an event is for; none means that it is for the whole region, as what is online."""
    place, group = network.find(Place, event.place), network.find(Group, event.group)
    municipality = network.municipality_of(place.municipality) if place else None
    found = set(parts.get(municipality.code, ())) if municipality else set()
    for key in group.sub_areas if group else ():
        home, _, sub_area = key.partition("/")
        if home == event.region:
            found.add(sub_area)
    return frozenset(found)
