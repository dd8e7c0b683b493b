"""What a list is: rows in groups under headings, with ways on. One form for all pages that list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Protocol

from markupsafe import Markup

from tno.frozen import frozen
from tno.model.network import Region
from tno.records import Service
from tno.views.area_switch import AreaSwitch, Successor
from tno.views.by_topic import ByTopic, count_of, named
from tno.views.link import Link
from tno.views.scene import Scene

NOTHING = Markup("")
Notes = Mapping[str, str]
"""Key of a service → what a page alone says of it, at the end of its row; "" nothing."""
NO_NOTES: Notes = {}
Form = Literal["rows", "names", "counts"]
"""How links of a group are laid out: a row each, names after each other, or columns with a number at the right."""
Part = tuple[Link, str, tuple[Link, ...]]
"""Heading, its fragment or "", links below it."""


class Rows(Protocol):
    """Services, given in the Finnish order, as list items of a page; facts alone of them are asked (`tno.rows`)."""

    def __call__(
        self, services: Sequence[Service], notes: Notes = ..., with_ways: bool = ..., only_names: bool = ...
    ) -> Markup: ...


@frozen
class RowGroup:
    """Some rows under a heading."""

    heading: str
    """May be empty when the page has one group only."""
    anchor: str
    """Fragment of the heading, "" without one."""
    links: tuple[Link, ...] = ()
    """Rows as links, each with a note."""
    rows: Markup = NOTHING
    """Rows already rendered; used instead of `links` where there are many."""
    count: int = 0
    """How many rows; shown beside the heading when over 0."""
    form: Form = "rows"
    parts: tuple[Part, ...] = ()
    """Names under headings of their own, instead of `links`."""
    successors: tuple[Successor, ...] = ()
    """Regions under their elinvoimakeskus, instead of `links`."""
    areas: str = ""
    """Shown only when areas are grouped so (`area_switch`); "" always."""


@frozen
class ListPage:
    """Context of `sections/list.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it, or empty."""
    groups: tuple[RowGroup, ...]
    """Rows in groups; none: `empty` is said instead."""
    empty: str
    """What is said when there is nothing, and what to do then."""
    ways_on: tuple[Link, ...] = ()
    """Where to go from here: beside the groups, or instead of them when there is none."""
    prose: Markup = NOTHING
    """A text of its own, HTML."""
    jumps: tuple[Link, ...] = ()
    """To the headings of a long page, with the number of rows below each."""
    leads_to: str = ""
    """The page asks for a municipality; where its choice leads: an address in which {slug} is filled in."""
    calling: Markup = NOTHING
    """Whom to call about it, as rows."""
    calling_anchor: str = ""
    """Fragment of the group whose services are all among these, "" when there is none."""
    script: str = ""
    """What `opening.js` says, JSON, where rows tell hours."""
    related: tuple[Link, ...] = ()
    """Situations and topics that come up together with it."""
    regions: str = ""
    """Names of regions, JSON for `terms.js`, which shows first what serves the one that the address tells; or empty."""
    switch: AreaSwitch | None = None
    """The choice between ELY areas and their successors, when there is something to group by them."""


LONG = 20
"""A page with more rows than this has jumps to its headings."""


def jumps_to(headings: Iterable[tuple[str, str, int]]) -> tuple[Link, ...]:
    """Links to the headings of a long page; none when the page is short or has hardly any headings.

    Args:
        headings: (words, fragment, number of rows below).
    """
    found = tuple((words, anchor, count) for words, anchor, count in headings if words and count)
    if len(found) < 3 or sum(count for *_, count in found) <= LONG:
        return ()
    return tuple(Link(words, f"#{anchor}", str(count)) for words, anchor, count in found)


def jumps_of(groups: Iterable[RowGroup]) -> tuple[Link, ...]:
    """The same of groups of rows."""
    return jumps_to((group.heading, group.anchor, group.count or len(group.links)) for group in groups)


def topic_groups(scene: Scene, listed: ByTopic, rows: Rows) -> list[RowGroup]:
    """Services under their topics; few of them in one group without a heading."""
    if count_of(listed) <= LONG:
        return [group_of(named(listed), rows, "", "")] if listed else []
    return [group_of(services, rows, scene.label("service_topic", topic), topic) for topic, services in listed.items()]


def group_of(services: Sequence[Service], rows: Rows, heading: str, anchor: str) -> RowGroup:
    """Services under a heading, whatever their topics; both heading and anchor may be empty."""
    return RowGroup(heading, anchor, rows=rows(services), count=len(services))


def ways_to_find(scene: Scene, without: str = "") -> tuple[Link, ...]:
    """Pages by which one finds services, but for those of a vocabulary."""
    w = scene.w
    ways = (
        ("municipality", w.by_municipality, "kunnat/"),
        ("life_situation", w.by_life_situation, "elamantilanteet/"),
        ("service_topic", w.by_topic, "aiheet/"),
    )
    return tuple(Link(label, address) for vocabulary, label, address in ways if vocabulary != without)


def how_to_add(scene: Scene) -> Link:
    """Where an editor is told how to add what is missing."""
    return Link(scene.w.how_to_add, "ohjeet/")


def ask(scene: Scene, region: Region) -> Link:
    """Where a person can be asked."""
    return Link(scene.w.door_person, f"{region.id}/yhteys/")


def when_empty(scene: Scene, region: Region, groups: Sequence[object]) -> tuple[Link, ...]:
    """What to do when a region has nothing to list; no links when it has."""
    return () if groups else (how_to_add(scene), ask(scene, region))
