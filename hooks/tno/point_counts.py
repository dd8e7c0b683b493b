"""How many service points each region has, for the national map; kept, so that one changed service counts one region.

Where points are is asked of every service and place (0.15 s for 5,000); a number of each region is all that is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, NamedTuple

from tno.frozen import frozen
from tno.kept import Kept
from tno.model.network import Region
from tno.model.service_points import ServicePoints, service_points
from tno.records import Service
from tno.views.scene import Scene

NAME = "map-points"


class Counts(NamedTuple):
    """What is counted of a region."""

    points: int
    without_place: int
    """Services given in no place."""
    services: int
    towns: Mapping[str, int]
    """Code → how many of the points are in that municipality, other regions' too; those with none are not there."""


@frozen
class PointCounts:
    """The counts of a build. Nothing is counted before it is asked for."""

    facts: Scene
    """The Finnish scene."""
    kept: Kept | None = None
    """Counts of the build before."""
    _counted: dict[str, Counts] = field(default_factory=dict, repr=False)

    def of(self, region: str) -> Counts:
        """Of a region, by its id."""
        if (known := self._counted.get(region)) is None:
            known = self._counted[region] = self._former(region) or self._count(region)
        return known

    def made_of(self, region: str) -> str:
        """Changes when the points of a region may."""
        own = self.facts.network.regions[region]
        return "".join([str(self.facts.day), *self.facts.rows_fingerprint(("own", region), own.all_of(Service))])

    def save(self) -> None:
        """Keep what has been counted for the next build."""
        found = {region: [self.made_of(region), *counts] for region, counts in self._counted.items()}
        if self.kept and (every := self._kept | found) != self._kept:
            self.kept.write(NAME, "", every)

    def _former(self, region: str) -> Counts | None:
        known = self._kept.get(region)
        return Counts(*known[1:]) if known and known[0] == self.made_of(region) else None

    @cached_property
    def _kept(self) -> dict[str, list[Any]]:
        return (self.kept.read(NAME, "") if self.kept else None) or {}

    def _count(self, region: str) -> Counts:
        points = self.facts.once(points_of, self.facts.network.regions[region])
        towns = {code: len(found) for code, found in points.by_municipality.items()}
        return Counts(len(points.all), len(points.without_place), len(points.services), towns)


def points_of(facts: Scene, region: Region) -> ServicePoints:
    """A region's points in the Finnish network, for `Scene.once`."""
    return service_points(facts.network, region)
