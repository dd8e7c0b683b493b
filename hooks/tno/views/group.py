"""A group as its page shows it: who sits in it, what it is to do and which agreement says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from tno import finnish
from tno.records import Group, Organisation
from tno.views.link import Link, full_link_to
from tno.views.scene import Scene


@dataclass(frozen=True, slots=True)
class GroupPage:
    """Context of `records/group.html`."""

    group: Group
    """The record itself."""
    type: str
    """Kind of group in words."""
    has_ended: bool
    """Whether it no longer meets."""
    members: tuple[tuple[Link, str, str], ...]
    """Organisation, role, sector; chair first, then in alphabetical order."""
    composition: tuple[tuple[str, int], ...]
    """Sector and number of members, most first."""
    agreed_tasks: tuple[tuple[Link, tuple[str, ...]], ...]
    """Tasks by the agreement that gives them."""
    relations: tuple[tuple[str, Link], ...]
    """How it stands to other groups."""
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    """Label and values for the side column."""
    prose: Markup
    """The text of the group's file, HTML."""


_ROLE_ORDER = ("puheenjohtaja", "varapuheenjohtaja", "sihteeri")


def group_page(scene: Scene, group: Group) -> GroupPage:
    """What `records/group.html` shows of a group."""
    network = scene.network
    seated = [(member, network.find(Organisation, member.organisation)) for member in group.members]
    current = [(member, found) for member, found in seated if found and not (member.until and member.until < scene.day)]
    current.sort(key=lambda pair: (_rank(pair[0].role), finnish.sort_key(str(pair[1].name))))
    sectors = Counter(scene.label("organisation_type", found.sector) for _, found in current)
    agreements = network.agreements_by_group.get(group.key, ())
    related = ((item.kind, network.find(Group, item.group)) for item in group.relations)
    return GroupPage(
        group=group,
        type=scene.label("network_group", group.type),
        has_ended=bool(group.ended and group.ended < scene.day),
        members=tuple(
            (
                full_link_to(found),
                scene.label("group_member_role", member.role),
                scene.label("organisation_type", found.sector),
            )
            for member, found in current
        ),
        composition=tuple(sorted(sectors.items(), key=lambda item: (-item[1], finnish.sort_key(item[0])))),
        agreed_tasks=tuple(
            (
                full_link_to(agreement),
                tuple(str(task) for item in agreement.group_tasks if item.group == group.key for task in item.tasks),
            )
            for agreement in agreements
        ),
        relations=tuple((scene.label("group_relation", kind), full_link_to(other)) for kind, other in related if other),
        facts=tuple(_facts(scene, group)),
        prose=scene.prose(group),
    )


def _rank(role: str) -> int:
    return _ROLE_ORDER.index(role) if role in _ROLE_ORDER else len(_ROLE_ORDER)


def _facts(scene: Scene, group: Group) -> list[tuple[str, tuple[Link, ...]]]:
    w, network = scene.w, scene.network
    facts: list[tuple[str, tuple[Link, ...]]] = []
    if group.theme:
        facts.append((w.fact_theme, (Link(scene.label("development_theme", group.theme)),)))
    known = [key for key in group.sub_areas if key in network.sub_areas]
    if known:
        links = tuple(Link(str(network.sub_areas[key].name), f"{key.replace('/', '/alueet/')}/") for key in known)
        facts.append((w.fact_sub_areas, links))
    regions = [network.regions[region] for region in group.regions if region in network.regions]
    if regions:
        facts.append((w.fact_regions, tuple(Link(region.name, f"{region.id}/") for region in regions)))
    if group.founded:
        facts.append((w.fact_founded, (Link(scene.writing.day(group.founded)),)))
    if group.ended:
        facts.append((w.fact_ended, (Link(scene.writing.day(group.ended)),)))
    if group.source:
        facts.append((w.fact_source, (Link(str(group.source)),)))
    return facts


def group_made_of(scene: Scene, group: Group) -> list[str]:
    """Fingerprints of everything `group_page` reads."""
    network = scene.network
    profiles = {key.partition("/")[0] for key in group.sub_areas} | set(group.regions)
    others = [
        *(network.find(Organisation, member.organisation) for member in group.members),
        *network.agreements_by_group.get(group.key, ()),
        *(network.find(Group, item.group) for item in group.relations),
        *(network.regions[region].profile for region in sorted(profiles) if region in network.regions),
    ]
    return [group.fingerprint, *(other.fingerprint for other in others if other)]
