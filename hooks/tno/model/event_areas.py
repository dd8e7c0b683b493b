"""Which parts of a region an event is for: those its places lie in, and those of the group whose event it is.

The one answer for the list's filter, the feeds and the check for clashes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tno.model.network import Network, Region
from tno.records import Event, Group, Place


class Parts(NamedTuple):
    """The sub-areas of a region."""

    region: str
    of: Mapping[str, frozenset[str]]
    """Municipality code → ids of the sub-areas it is in."""


def parts_of_region(network: Network, region: Region) -> Parts:
    """The sub-areas of a region by municipality."""
    found: dict[str, set[str]] = {}
    for sub_area in region.profile.sub_areas:
        for text in sub_area.municipalities:
            if municipality := network.municipality_of(text):
                found.setdefault(municipality.code, set()).add(sub_area.id)
    return Parts(region.id, {code: frozenset(ids) for code, ids in found.items()})


def sub_areas_of(network: Network, event: Event, parts: Parts) -> frozenset[str]:
    """Ids of the sub-areas an event is for, of any of its occurrences; none: for no part more than for another."""
    found: set[str] = set()
    for key in {event.place, *(change.place for change in event.overrides)}:
        place = network.find(Place, key)
        municipality = network.municipality_of(place.municipality) if place else None
        found |= parts.of.get(municipality.code, frozenset()) if municipality else frozenset()
    group = network.find(Group, event.group)
    for key in group.sub_areas if group else ():
        home, _, sub_area = key.partition("/")
        if home == parts.region:
            found.add(sub_area)
    return frozenset(found)


def is_for_part(sub_area: str, event: Event, found: frozenset[str], parts: Parts) -> bool:
    """Whether people of a sub-area look for an event: one of theirs, or one that their region holds for all its parts.

    Args:
        found: `sub_areas_of` the event.
    """
    return sub_area in found if found else event.region == parts.region
