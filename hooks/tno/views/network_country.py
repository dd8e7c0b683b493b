"""The networks of the country: how large each region's is, what holds it together, what regions have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tno.model.network import NATIONAL, Region
from tno.model.ties import RegionTies
from tno.records import Agreement, Group
from tno.views.area_switch import AreaSwitch, Successor, area_switch, by_successor
from tno.views.groups import regions_of
from tno.views.link import Link, full_link_to
from tno.views.network import besides, size_in_words, sizes_of
from tno.views.scene import Scene


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


def country_networks(scene: Scene) -> CountryNetworks:
    """`/verkosto/`."""
    w, regions = scene.w, scene.network.regions.values()
    every = [_network(scene, region) for region in regions if _ties(scene, region).organisations]
    told = tuple(each for each in every if each.region != NATIONAL)
    links = {each.region: each.link for each in told}
    return CountryNetworks(
        lead=w.network_lead,
        summary=_summary(scene, len(told)) if told else "",
        switch=area_switch(scene),
        regions=told,
        successors=by_successor(scene, links, lambda part: w.network_of_whole.format(size=links[part.area.id].note)),
        without=tuple(
            Link(region.name, f"{region.id}/")
            for region in regions
            if region.id not in links and not region.is_national
        ),
        national=next(
            (Link(w.network_national, each.link.address, each.link.note) for each in every if each.region == NATIONAL),
            None,
        ),
        shared=tuple(_shared(scene)),
        columns=(w.network_region, w.organisations, w.agreements, w.groups, w.services),
        besides=besides(scene, None),
    )


def _ties(scene: Scene, region: Region) -> RegionTies:
    facts = scene.facts
    return facts.once(_ties_of, facts.network.regions[region.id])


def _ties_of(facts: Scene, region: Region) -> RegionTies:
    return RegionTies(facts.network, region, facts.day)


def _network(scene: Scene, region: Region) -> RegionNetwork:
    ties = _ties(scene, region)
    sizes = sizes_of(ties)
    agreements = (scene.network.find(Agreement, each.key) for each in ties.agreements)
    return RegionNetwork(
        region=region.id,
        link=Link(region.name, f"{region.id}/verkosto/", size_in_words(scene, sizes)),
        counts=tuple(str(count) if count else "–" for count in sizes.values()),
        agreements=tuple(full_link_to(each) for each in agreements if each),
    )


def _summary(scene: Scene, regions: int) -> str:
    """The whole country: an organisation or a group of several regions is counted once."""
    every = [_ties(scene, region) for region in scene.network.regions.values()]
    sizes = {
        "organisations": len({key for ties in every for key in ties.organisations}),
        "agreements": sum(len(ties.agreements) for ties in every),
        "groups": len({group.key for ties in every for group in ties.groups}),
        "services": sum(len(ties.services) for ties in every),
    }
    return scene.w.counted("network_country", regions, summary=size_in_words(scene, sizes))


def _shared(scene: Scene) -> Iterator[Link]:
    for group in scene.network.all_of(Group).values():
        if len(group.regions) > 1 and not (group.ended and group.ended < scene.day):
            yield full_link_to(group, regions_of(scene, group))


def country_networks_made_of(facts: Scene) -> list[str]:
    """Fingerprints of what `country_networks` reads: the numbers themselves, and what is told by name."""
    sizes = [(region.id, sizes_of(_ties(facts, region))) for region in facts.network.regions.values()]
    return [facts.profiles_fingerprint, str(sizes), facts.kind_fingerprint(Agreement), facts.kind_fingerprint(Group)]
