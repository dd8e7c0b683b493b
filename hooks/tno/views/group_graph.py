"""How groups stand to each other, drawn: a row each, arcs at their left. The same is told in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from tno.frozen import frozen
from tno.model.localised import Foreign
from tno.model.network import TOGETHER, Network, Region
from tno.records import Group
from tno.views.link import Link, link_to
from tno.views.scene import Scene

REPORTS = "raportoi"
ROW = 56
"""Height of a row: a name of two lines."""
LINE_LETTERS = 27
LINES = 2


class Tie(NamedTuple):
    """How one group stands to another: `kind` is a term of `group_relation`."""

    group: Group
    kind: str
    other: Group


@frozen
class Node:
    """A group in the graph."""

    address: str
    lines: tuple[str, ...]
    """Its name, broken where it does not fit."""
    y: int
    is_elsewhere: bool
    """Whether it is another region's."""
    language: str
    """Of the name, when it is not that of the page."""


@frozen
class Arc:
    """A tie in the graph."""

    kind: str
    path: str
    """SVG path from the row of one group to that of the other."""


@frozen
class Graph:
    """Groups and their ties."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    left: int
    """How much room the arcs take at the left of the names."""
    height: int
    kinds: tuple[tuple[str, str], ...]
    """Kinds of ties there are, with their words: the legend."""
    text: str
    """The whole in a few sentences."""
    ties: tuple[tuple[Link, str, Link], ...]
    """Group, how it stands, to which group."""


def group_graph(scene: Scene, region: Region) -> Graph | None:
    """The ties of a region's groups, with the groups of others they lead to; None when there are none."""
    found = ties(scene.network, region)
    if not found:
        return None
    rows = in_rows(found)
    w, place = scene.w, {group.key: number for number, group in enumerate(rows)}
    kinds = [kind.id for kind in scene.network.vocabularies["group_relation"]]
    widest = max(abs(place[tie.group.key] - place[tie.other.key]) for tie in found)
    left = 28 + 14 * min(widest, 9)
    nodes = tuple(_node(region, group, number) for number, group in enumerate(rows))
    text = w.group_graph_text.format(groups=len(rows), ties=len(found))
    return Graph(
        nodes=nodes,
        arcs=tuple(_arc(tie, place, left) for tie in found),
        left=left,
        height=ROW * len(rows),
        kinds=tuple(
            (kind, scene.label("group_relation", kind)) for kind in kinds if any(tie.kind == kind for tie in found)
        ),
        text=f"{text} {w.group_graph_far}" if any(node.is_elsewhere for node in nodes) else text,
        ties=tuple((_link(tie.group), scene.label("group_relation", tie.kind), _link(tie.other)) for tie in found),
    )


def _link(group: Group) -> Link:
    found = link_to(group)
    assert found is not None
    return found


def ties(network: Network, region: Region) -> list[Tie]:
    """Every tie from or to a group of the region, what both ends tell once; by the names of the groups."""
    own = {group.key for group in region.all_of(Group)}
    found: dict[tuple[frozenset[str] | tuple[str, str], str], Tie] = {}
    everywhere = [*region.all_of(Group), *(group for group in network.all_of(Group).values() if group.key not in own)]
    for group in everywhere:
        for item in group.relations:
            other = network.find(Group, item.group)
            if other is not None and other.key != group.key and own & {group.key, other.key}:
                ends = frozenset((group.key, other.key)) if item.kind == TOGETHER else (group.key, other.key)
                found.setdefault((ends, item.kind), Tie(group, item.kind, other))
    return list(found.values())


def in_rows(found: Sequence[Tie]) -> list[Group]:
    """Groups of the ties, each below those it reports to; what is tied stands near."""
    groups = {group.key: group for tie in found for group in (tie.group, tie.other)}
    below: dict[str, list[str]] = {key: [] for key in groups}
    is_below = set()
    for tie in found:
        if tie.kind == REPORTS:
            below[tie.other.key].append(tie.group.key)
            is_below.add(tie.group.key)
    order: dict[str, None] = {}
    for key in [*(key for key in groups if key not in is_below and below[key]), *groups]:
        order.update(dict.fromkeys(_down(key, below, set(order))))
    return [groups[key] for key in order]


def _down(key: str, below: dict[str, list[str]], seen: set[str]) -> Iterator[str]:
    if key not in seen:
        seen.add(key)
        yield key
        for each in below[key]:
            yield from _down(each, below, seen)


def _node(region: Region, group: Group, number: int) -> Node:
    link = _link(group)
    language = link.label.language if isinstance(link.label, Foreign) else ""
    lines = wrap(str.__str__(link.label), LINE_LETTERS, break_long_words=False)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1].rstrip('.,')} …"]
    return Node(link.address or "", tuple(lines), ROW * number + ROW // 2, group.region != region.id, language)


def _arc(tie: Tie, place: dict[str, int], left: int) -> Arc:
    """A half ellipse to the left; the farther the rows, the wider. It ends a little above or below the middle of the
    row, so that those that come do not hide those that go."""
    start, end = place[tie.group.key], place[tie.other.key]
    shift = 6 if tie.kind != TOGETHER else 0
    top, bottom = min(start, end), max(start, end)
    y1, y2 = ROW * top + ROW // 2 + shift, ROW * bottom + ROW // 2 - shift
    x, width = left - 12, 12 + 14 * min(bottom - top, 9)
    if start > end:
        return Arc(tie.kind, f"M{x} {y2}A{width} {(y2 - y1) / 2:g} 0 0 1 {x} {y1}")
    return Arc(tie.kind, f"M{x} {y1}A{width} {(y2 - y1) / 2:g} 0 0 0 {x} {y2}")
