"""The networks of the country: how large each region's is, what holds it together, what regions have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tno.digest import digest_of
from tno.frozen import frozen
from tno.kept import Kept
from tno.model.network import NATIONAL, Region
from tno.model.ties import RegionTies
from tno.records import Agreement, Group
from tno.views.area_switch import AreaSwitch, Successor, area_switch, by_successor
from tno.views.groups import regions_of
from tno.views.link import Link, full_link_to
from tno.views.network import besides, network_made_of, size_in_words, sizes
from tno.views.scene import Scene


@frozen
class RegionNetwork:
    """A region's network in short."""

    region: str
    """Id, for its tile."""
    link: Link
    """To its network; the note tells its size in words."""
    counts: tuple[str, ...]
    """The same as numbers, in the order of the columns."""
    agreements: tuple[Link, ...]
    """Those that hold today."""


@frozen
class CountryNetworks:
    """Context of `sections/network-national.html`."""

    lead: str
    """One sentence under the title."""
    summary: str
    """The whole country in a sentence, each counted once."""
    switch: AreaSwitch
    """The choice between ELY areas and their successors."""
    regions: tuple[RegionNetwork, ...]
    """Regions that have a network."""
    successors: tuple[Successor, ...]
    """The same under their elinvoimakeskus."""
    national: Link | None
    """The national section's own network, its size in the note."""
    without: tuple[Link, ...]
    """Regions whose network nobody has told yet."""
    shared: tuple[Link, ...]
    """Groups of several regions, each with the regions it joins."""
    columns: tuple[str, ...]
    """Headings of the table of numbers."""
    besides: tuple[Link, ...]
    """What else is told of the network."""


class _Told(NamedTuple):
    """Who and what a region's network holds today, by key."""

    organisations: Sequence[str]
    agreements: Sequence[str]
    groups: Sequence[str]
    services: int

    @property
    def sizes(self) -> dict[str, int]:
        return sizes(len(self.organisations), len(self.agreements), len(self.groups), self.services)


class Networks:
    """What is counted of each region's network, kept between builds: one change is one region to count."""

    def __init__(self, facts: Scene, kept: Kept | None = None) -> None:
        """
        Args:
            facts: the Finnish scene.
        """
        self._facts, self._kept = facts, kept

    @cached_property
    def told(self) -> Mapping[str, _Told]:
        """Region → what its network holds."""
        return {region.id: self._told(region) for region in self._facts.network.regions.values()}

    @cached_property
    def made_of(self) -> list[str]:
        """Fingerprints of what `country_networks` reads: the numbers themselves, and what is told by name."""
        facts, counted = self._facts, [(region, each.sizes, each.agreements) for region, each in self.told.items()]
        return [
            facts.profiles_fingerprint,
            str(counted),
            facts.kind_fingerprint(Agreement),
            facts.kind_fingerprint(Group),
        ]

    def _told(self, region: Region) -> _Told:
        facts = self._facts
        made_of = digest_of(
            (facts.day.isoformat(), facts.once(Scene.region_fingerprint, region), facts.once(network_made_of, region))
        )
        if self._kept and (row := self._kept.read(f"sizes-{region.id}", made_of)):
            return _Told(*row)
        ties = RegionTies(facts.network, region, facts.day)
        agreements, groups = [each.key for each in ties.agreements], [each.key for each in ties.groups]
        told = _Told(sorted(ties.organisations), agreements, groups, len(ties.services))
        if self._kept:
            self._kept.write(f"sizes-{region.id}", made_of, tuple(told))
        return told


def country_networks(networks: Networks, scene: Scene) -> CountryNetworks:
    """`/verkosto/`."""
    w, regions = scene.w, scene.network.regions.values()
    known = {region.id: networks.told[region.id] for region in regions}
    every = [_network(scene, region, known[region.id]) for region in regions if known[region.id].organisations]
    told = tuple(each for each in every if each.region != NATIONAL)
    national = (each.link._replace(label=w.network_national) for each in every if each.region == NATIONAL)
    links = {each.region: each.link for each in told}
    without = (each for each in regions if each.id not in links and not each.is_national)
    return CountryNetworks(
        lead=w.network_lead,
        summary=_summary(scene, len(told), known.values()) if told else "",
        switch=area_switch(scene),
        regions=told,
        successors=by_successor(scene, links, lambda part: w.network_of_whole.format(size=links[part.area.id].note)),
        national=next(national, None),
        without=tuple(Link(each.name, f"{each.id}/") for each in without),
        shared=tuple(_shared(scene)),
        columns=(w.network_region, w.organisations, w.agreements, w.groups, w.services),
        besides=besides(scene, None),
    )


def _network(scene: Scene, region: Region, told: _Told) -> RegionNetwork:
    agreements = (scene.network.find(Agreement, key) for key in told.agreements)
    return RegionNetwork(
        region=region.id,
        link=Link(region.name, f"{region.id}/verkosto/", size_in_words(scene, told.sizes)),
        counts=tuple(str(count) if count else "–" for count in told.sizes.values()),
        agreements=tuple(full_link_to(each) for each in agreements if each),
    )


def _summary(scene: Scene, regions: int, every: Iterable[_Told]) -> str:
    """The whole country: an organisation or a group of several regions is counted once."""
    every = list(every)
    organisations = {key for told in every for key in told.organisations}
    groups = {key for told in every for key in told.groups}
    agreements, services = sum(len(told.agreements) for told in every), sum(told.services for told in every)
    counts = sizes(len(organisations), agreements, len(groups), services)
    return scene.w.counted("network_country", regions, summary=size_in_words(scene, counts))


def _shared(scene: Scene) -> Iterator[Link]:
    for group in scene.network.all_of(Group).values():
        if len(group.regions) > 1 and not (group.ended and group.ended < scene.day):
            yield full_link_to(group, regions_of(scene, group))
