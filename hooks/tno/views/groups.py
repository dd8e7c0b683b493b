"""A region's groups: by type, with those it shares with other regions, and how they stand to each other."""

from __future__ import annotations

from tno import finnish
from tno.frozen import frozen
from tno.model.composition import DEVELOPMENT
from tno.model.network import Region
from tno.records import Group
from tno.views.group_graph import Graph, group_graph
from tno.views.link import Link, full_link_to
from tno.views.listing import RowGroup, ask, how_to_add
from tno.views.scene import Scene


@frozen
class GroupsPage:
    """Context of `sections/groups.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    groups: tuple[RowGroup, ...]
    """Groups by type, those that meet no more last; none: `empty` is said instead."""
    graph: Graph | None
    """How they stand to each other, if any of them says so."""
    empty: str
    """What is said when there is none, and what to do then."""
    ways_on: tuple[Link, ...]
    """Where to go when there is none."""


def groups_page(scene: Scene, region: Region) -> GroupsPage:
    """`/lappi/ryhmat/`."""
    w = scene.w
    groups: dict[str, list[Link]] = {}
    ended: list[Link] = []
    for group in [*region.all_of(Group), *shared_groups(scene, region)]:
        label = scene.label("network_group", group.type)
        note = str(group.summary or "")
        if group.type == DEVELOPMENT and (names := regions_of(scene, group)):
            note = names
        if group.ended and group.ended < scene.day:
            ended.append(full_link_to(group, w.until_day.format(day=scene.writing.day(group.ended))))
        else:
            groups.setdefault(label, []).append(full_link_to(group, note))
    if ended:
        groups[w.groups_ended] = ended
    return GroupsPage(
        title=w.groups_of.format(region=region.name),
        lead=w.groups_lead,
        groups=tuple(RowGroup(heading, finnish.slug(heading), tuple(links)) for heading, links in groups.items()),
        graph=group_graph(scene, region),
        empty=w.groups_none,
        ways_on=() if groups else (how_to_add(scene), ask(scene, region)),
    )


def shared_groups(scene: Scene, region: Region) -> list[Group]:
    """Groups of other sections to which the region belongs."""
    everywhere = scene.network.all_of(Group).values()
    return [group for group in everywhere if region.id in group.regions and group.region != region.id]


def development_groups(scene: Scene, region: Region) -> tuple[Link, ...]:
    """Development groups of today that the region shares with others, each with the regions it joins."""
    everywhere = scene.network.all_of(Group).values()
    return tuple(
        full_link_to(group, regions_of(scene, group))
        for group in everywhere
        if group.type == DEVELOPMENT and region.id in group.regions and not (group.ended and group.ended < scene.day)
    )


def regions_of(scene: Scene, group: Group) -> str:
    """Names of the regions of a group: "Lappi, Pohjanmaa ja Pohjois-Karjala"."""
    areas = scene.network.country.ely_areas
    return scene.writing.listing([areas[id].name_in(scene.language) for id in group.regions if id in areas])


def groups_made_of(scene: Scene, region: Region) -> str:
    """Fingerprint of what the page reads besides the region's own records: groups anywhere may name its groups."""
    return scene.kind_fingerprint(Group)
