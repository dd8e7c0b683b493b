"""What is invented: example content shows a banner and is kept from search engines, page by page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from tno.addresses import WITH_PAGES
from tno.model.network import NATIONAL, Region
from tno.records import Group, Record, Service
from tno.views.scene import Scene

Kinds = tuple[type[Record], ...]


class Invented:
    """Whether pages show anything invented. The same in every language; asked of the Finnish scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene.facts
        self._known: dict[tuple[str, Kinds], bool] = {}

    @cached_property
    def anywhere(self) -> bool:
        """Whether any record of the whole network is."""
        return any(self.in_region(region, WITH_PAGES) for region in self._scene.network.regions.values())

    @cached_property
    def municipalities(self) -> frozenset[str]:
        """Codes of municipalities on whose pages an invented service stands."""
        coverage = self._scene.network.services_by_coverage.items()
        return frozenset().union(*(codes for codes, services in coverage if self.among(services)))

    def in_region(self, region: Region, kinds: Kinds | None = None) -> bool:
        """Whether the region itself or any record of `kinds` in it is; None: of any that has pages."""
        key = region.id, kinds or WITH_PAGES
        if (known := self._known.get(key)) is None:
            facts = self._scene.network.regions[region.id]
            own = (record for kind in key[1] for record in facts.all_of(kind))
            known = self._known[key] = bool(facts.profile.example) or self.among(own)
        return known

    def among(self, records: Iterable[Record]) -> bool:
        """Whether any of the records is."""
        return any(map(self._scene.is_example, records))

    def in_room(self, region: Region, room: str, kinds: Kinds) -> bool:
        """Whether a room shows anything invented: of the region's own, or of what it shows besides."""
        network = self._scene.network
        besides: Iterable[Record] = ()
        if room in {"yhteys", "selkosuomi", "kuka-vastaa-nyt"}:
            besides = network.regions[NATIONAL].all_of(Service)
        elif room in {"ryhmat", "verkosto"}:
            besides = (group for group in network.all_of(Group).values() if region.id in group.regions)
        return self.in_region(region, kinds) or self.among(besides)
