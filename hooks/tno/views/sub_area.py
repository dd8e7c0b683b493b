"""A part of a region: its municipalities, groups, agreements and services."""

from __future__ import annotations

from tno import finnish
from tno.frozen import frozen
from tno.model.network import Region
from tno.records import Agreement, Group, Service
from tno.records.region import SubArea
from tno.views.agreement import Step, step_of
from tno.views.by_topic import by_topic
from tno.views.link import Link, full_link_to
from tno.views.listing import RowGroup, Rows, jumps_to, topic_groups
from tno.views.scene import Scene


@frozen
class SubAreaPage:
    """Context of `records/sub-area.html`."""

    sub_area: SubArea
    """The part of the region as its file tells it."""
    municipalities: tuple[Link, ...]
    """In alphabetical order."""
    works_with: tuple[Link, ...]
    """Sub-areas with which work is shared."""
    is_uncertain: bool
    """Whether the division is not certain."""
    groups: tuple[Link, ...]
    """Groups of this part."""
    agreements: tuple[Step, ...]
    """Agreements of this part, each with its state today."""
    services: tuple[RowGroup, ...]
    """Services that serve the whole or a part of it and are its region's own, by topic where they are many."""
    count: int
    """How many services in all."""
    jumps: tuple[Link, ...]
    """To the topics of a long list."""


def sub_area_page(scene: Scene, region: Region, sub_area: SubArea, rows: Rows) -> SubAreaPage:
    """What `records/sub-area.html` shows."""
    network = scene.network
    key = f"{region.id}/{sub_area.id}"
    codes = {found.code for word in sub_area.municipalities if (found := network.municipality_of(word))}
    others = {other.id: other for other in region.profile.sub_areas}
    facts = scene.facts.network
    every = facts.regions[region.id].all_of(Service)
    services = [service for service in every if facts.offers(service) and codes & facts.covered_by(service)]
    groups = topic_groups(scene, by_topic(scene, services), rows)
    return SubAreaPage(
        sub_area=sub_area,
        municipalities=municipalities_of(scene, sub_area),
        works_with=tuple(
            Link(str(others[other].name), f"{region.id}/alueet/{other}/")
            for other in sub_area.works_with
            if other in others
        ),
        is_uncertain=sub_area.certainty is not None,
        groups=tuple(full_link_to(group) for group in region.all_of(Group) if key in group.sub_areas),
        agreements=tuple(step_of(scene, item) for item in region.all_of(Agreement) if key in item.sub_areas),
        services=tuple(groups),
        count=len(services),
        jumps=jumps_to((group.heading, group.anchor, group.count) for group in groups),
    )


def municipalities_of(scene: Scene, sub_area: SubArea) -> tuple[Link, ...]:
    """Its municipalities, in alphabetical order."""
    found = [item for word in sub_area.municipalities if (item := scene.network.municipality_of(word))]
    ordered = sorted(found, key=lambda item: finnish.sort_key(item.name))
    return tuple(Link(item.name_in(scene.language), f"kunnat/{item.slug}/") for item in ordered)
