"""What pages are made from: the scene of their language, rows for services, and what is worked out once for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tno.addresses import ROOMS
from tno.coverage import Coverage
from tno.findability import Findability
from tno.invented import Invented
from tno.model.network import KIND_OF, Region
from tno.places import Places
from tno.point_counts import PointCounts
from tno.records import Record
from tno.views.link import Link
from tno.views.listing import Rows
from tno.views.network_country import Networks
from tno.views.now import first_made_of
from tno.views.scene import Scene


class Sources(NamedTuple):
    """What pages of every language ask besides the network."""

    places: Places
    findability: Findability
    coverage: Coverage
    edit_base: str
    """Beginning of edit links."""
    points: PointCounts
    networks: Networks
    invented: Invented

    @classmethod
    def of(
        cls, facts: Scene, places: Places, findability: Findability, coverage: Coverage, edit_base: str = ""
    ) -> Sources:
        """What is asked, and what is worked out once for pages of all languages.

        Args:
            facts: the Finnish scene.
        """
        kept = coverage.kept
        worked_out = PointCounts(facts, kept), Networks(facts, kept)
        return cls(places, findability, coverage, edit_base, *worked_out, Invented(facts))


class Making:
    """What pages of one language are made from."""

    def __init__(self, scene: Scene, rows: Rows, sources: Sources, only: frozenset[str]) -> None:
        """
        Args:
            only: regions whose pages there are.
        """
        self.scene, self.facts, self.rows, self.only = scene, scene.facts, rows, only
        self.places, self.findability, self.coverage, self.edit_base = sources[:4]
        self.points, self.networks, self.invented = sources[4:]
        self.w, self.network = scene.w, scene.network

    def region_made_of(self, region: Region) -> Sequence[str]:
        """Fingerprints of a region's own and the national records."""
        return [self.facts.once(Scene.region_fingerprint, self.facts.network.regions[region.id])]

    def way_to(self, region: Region, kind: type[Record]) -> tuple[str, tuple[Link, ...]]:
        """Room of a kind of record, and the way to a page in it."""
        room = ROOMS[KIND_OF[kind]].partition("/")[0]
        return room, (Link(region.name, f"{region.id}/"), Link(self.w[f"room_{room}"], f"{region.id}/{room}/"))

    def home_made_of(self, region: Region) -> Sequence[str]:
        """What a front page reads of a section: its records, who answers first."""
        return [*self.region_made_of(region), *first_made_of(self.scene, region.id)]
