"""A group as its page shows it: who sits in it, what it is to do and which agreement says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from tno import finnish
from tno.frozen import frozen
from tno.model.agreement_dates import RUNNING
from tno.model.composition import ELO, beside_expected
from tno.model.network import TOGETHER
from tno.records import Group, Organisation
from tno.views.agreement import chain_made_of, step_of
from tno.views.link import Link
from tno.views.scene import Scene


@frozen
class AgreedTasks:
    """What one agreement gives the group to do."""

    link: Link
    state: str
    """Id of the agreement's state on the day."""
    state_label: str
    years: str
    tasks: tuple[str, ...]


@frozen
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
    expected: tuple[tuple[str, tuple[Link, ...]], ...]
    """Of an ELO group: who is expected to sit in it, with the members who do."""
    others: tuple[Link, ...]
    """Members of an ELO group beyond those expected."""
    agreed_tasks: tuple[AgreedTasks, ...]
    """Tasks by the agreement that gives them, those in force first."""
    relations: tuple[tuple[str, Link], ...]
    """How it stands to other groups, and they to it."""
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
    expected = beside_expected(found for _, found in current) if group.type == ELO and current else ()
    placed = {found.key for _, sitting in expected for found in sitting}
    return GroupPage(
        group=group,
        type=scene.label("network_group", group.type),
        has_ended=bool(group.ended and group.ended < scene.day),
        members=tuple(
            (
                scene.link_from(group, found),
                scene.label("group_member_role", member.role),
                scene.label("organisation_type", found.sector),
            )
            for member, found in current
        ),
        composition=tuple(sorted(sectors.items(), key=lambda item: (-item[1], finnish.sort_key(item[0])))),
        expected=tuple(
            (scene.w[f"group_expects_{each.id}"], tuple(scene.link_from(group, found) for found in sitting))
            for each, sitting in expected
        ),
        others=tuple(scene.link_from(group, found) for _, found in current if expected and found.key not in placed),
        agreed_tasks=agreed_tasks(scene, group),
        relations=tuple(_relations(scene, group)),
        facts=tuple(_facts(scene, group)),
        prose=scene.prose(group),
    )


_STATES = ("voimassa", "paattymassa", "tuleva", "valmisteilla")
"""States of agreements whose tasks come first; after them those that are over."""


def place_of_state(state: str) -> int:
    """Where agreements in a state stand among others: those in force first, those that are over last."""
    return _STATES.index(state) if state in _STATES else len(_STATES)


def agreed_tasks(scene: Scene, group: Group) -> tuple[AgreedTasks, ...]:
    """What agreements give a group to do, those in force first."""
    found = []
    for agreement in scene.network.agreements_by_group.get(group.key, ()):
        step = step_of(scene, agreement)
        tasks = tuple(str(task) for item in agreement.group_tasks if item.group == group.key for task in item.tasks)
        link = scene.link_from(group, agreement)
        found.append(AgreedTasks(link, step.state, step.state_label, step.years, tasks))
    return tuple(sorted(found, key=lambda each: place_of_state(each.state)))


def running_tasks(scene: Scene, group: Group) -> tuple[str, ...]:
    """What agreements in force give a group to do, each task once."""
    return scene.once(_running_tasks, group)


def _running_tasks(scene: Scene, group: Group) -> tuple[str, ...]:
    running = (each for each in agreed_tasks(scene, group) if each.state in RUNNING)
    return tuple(dict.fromkeys(task for each in running for task in each.tasks))


def _relations(scene: Scene, group: Group) -> Iterator[tuple[str, Link]]:
    """The group's own relations, then those that others tell of it and it does not tell itself."""
    w, network = scene.w, scene.network
    told = set()
    for item in group.relations:
        if other := network.find(Group, item.group):
            told.add((item.kind, other.key))
            yield scene.label("group_relation", item.kind), scene.link_from(group, other)
    for kind, other in network.groups_related_to.get(group.key, ()):
        if kind != TOGETHER or (kind, other.key) not in told:
            label = scene.label("group_relation", kind) if kind == TOGETHER else w[f"group_is_{kind}"]
            yield label, scene.link_from(group, other)


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
        *(network.find(Group, item.group) for item in group.relations),
        *(other for _, other in network.groups_related_to.get(group.key, ())),
        *(network.regions[region].profile for region in sorted(profiles) if region in network.regions),
    ]
    found = [group.fingerprint, *scene.marks_fingerprint(group), *(other.fingerprint for other in others if other)]
    for agreement in network.agreements_by_group.get(group.key, ()):
        found += chain_made_of(scene, agreement)
    return found
