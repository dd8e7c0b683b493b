"""The network as a picture: organisations round a circle by sector, agreements and groups inside it, lines between.

Every place follows from the ties alone and is rounded to a whole unit, so that the same content is the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import atan2, ceil, cos, degrees, floor, pi, sin

from tno.frozen import frozen
from tno.model.sectors import SECTORS, Sector

STEP = 20
"""Least distance of two names along the circle."""
GAP = 0.8
"""Steps left free between sectors."""
HUB_STEP = 40
LEAST_RADIUS = 270
BEND = 0.62
"""Where lines bend, as a share of the circle's radius."""
LETTER = 7.3
"""Width of a letter."""
MOST_LETTERS = 38
SHAPES: Mapping[Sector, str] = {
    "education": "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    "municipal": "M-6.5-6.5h13v13h-13z",
    "civic": "M0-9l9 9-9 9-9-9z",
    "wellbeing": "M0-8l9 15h-18z",
    "state": "M-4.5-8h9l4.5 8-4.5 8h-9l-4.5-8z",
}
"""Sector → the outline round 0, 0: circle, square, diamond, triangle, hexagon."""


@frozen
class Party:
    """An organisation to be drawn."""

    key: str
    name: str
    address: str
    sector: Sector


@frozen
class Hub:
    """An agreement or a group to be drawn, with its lines."""

    key: str
    name: str
    address: str
    kind: str
    """`agreement` or `group`."""
    parties: Mapping[str, bool]
    """Key of an organisation → whether it carries the responsibility."""


@frozen
class Line:
    """From a hub to an organisation."""

    path: str
    """SVG path data."""
    kind: str
    """`agreement` or `group`: whole or broken."""
    leads: bool
    """Whether the organisation carries the responsibility: drawn thicker."""


@frozen
class DrawnParty:
    """An organisation on the circle."""

    name: str
    """Whole."""
    label: str
    """As it is written beside its shape."""
    address: str
    sector: Sector
    shape: str
    """Outline of its sector."""
    x: int
    y: int
    turn: int
    """How far its name is turned, degrees."""
    is_left: bool
    """Whether the name ends at the circle instead of beginning there."""
    lines: tuple[Line, ...]


@frozen
class DrawnHub:
    """An agreement or a group inside the circle."""

    number: int
    name: str
    address: str
    kind: str
    x: int
    y: int


@frozen
class Picture:
    """Everything to be drawn."""

    box: str
    """viewBox."""
    parties: tuple[DrawnParty, ...]
    """Sector by sector."""
    hubs: tuple[DrawnHub, ...]
    """In the order of their numbers."""
    sectors: tuple[tuple[Sector, str], ...]
    """Those that are there, each with its outline."""


def drawn(parties: Sequence[Party], hubs: Sequence[Hub]) -> Picture:
    """Where everything stands.

    Args:
        parties: in alphabetical order.
        hubs: numbered in this order.
    """
    order = list(SECTORS)
    placed = sorted(parties, key=lambda party: order.index(party.sector))  # stable: by name within a sector
    angles = _angles(placed)
    steps = len(placed) + GAP * len({party.sector for party in placed})
    inner = max(70.0, len(hubs) * HUB_STEP / (2 * pi))
    radius = max(LEAST_RADIUS, steps * STEP / (2 * pi), inner + 90)
    hub_places = _hub_places(hubs, angles, inner)
    at = {hub.key: place for hub, place in zip(hubs, hub_places, strict=True)}
    drawn_parties = tuple(_party(party, angles[party.key], radius, hubs, at) for party in placed)
    return Picture(
        box=_box(drawn_parties, angles.values(), radius),
        parties=drawn_parties,
        hubs=tuple(
            DrawnHub(number, hub.name, hub.address, hub.kind, *at[hub.key]) for number, hub in enumerate(hubs, 1)
        ),
        sectors=tuple((each, SHAPES[each]) for each in order if any(party.sector == each for party in placed)),
    )


def _box(parties: Sequence[DrawnParty], angles: Iterable[float], radius: float) -> str:
    """What holds the circle and every name beside it."""
    ends = [radius + 24 + len(party.label) * LETTER for party in parties]
    xs = [end * cos(angle) for end, angle in zip(ends, angles, strict=True)]
    ys = [end * sin(angle) for end, angle in zip(ends, angles, strict=True)]
    least = radius + 24
    left, right = floor(min(*xs, -least)), ceil(max(*xs, least))
    top, bottom = floor(min(*ys, -least)), ceil(max(*ys, least))
    return f"{left} {top} {right - left} {bottom - top}"


def _angles(placed: Sequence[Party]) -> dict[str, float]:
    """Key → angle on the circle, from the top clockwise."""
    step = 2 * pi / (len(placed) + GAP * len({party.sector for party in placed}) or 1)
    angles: dict[str, float] = {}
    angle, last = -pi / 2 + GAP * step / 2, placed[0].sector if placed else None
    for party in placed:
        angle += GAP * step if party.sector != last else 0
        angles[party.key], last = angle, party.sector
        angle += step
    return angles


def _hub_places(hubs: Sequence[Hub], angles: Mapping[str, float], radius: float) -> list[tuple[int, int]]:
    """Hubs spread evenly, each as near as may be to where its parties are."""
    if len(hubs) == 1:
        return [(0, 0)]
    pull = []
    for number, hub in enumerate(hubs):
        mine = [angles[key] for key in hub.parties]
        pull.append((round(atan2(sum(map(sin, mine)), sum(map(cos, mine))), 9), number))
    places: dict[int, tuple[int, int]] = {}
    for place, (_, number) in enumerate(sorted(pull)):
        angle = min(pull)[0] + 2 * pi * place / len(hubs)
        places[number] = round(radius * cos(angle)), round(radius * sin(angle))
    return [places[number] for number in range(len(hubs))]


def _party(
    party: Party, angle: float, radius: float, hubs: Sequence[Hub], at: Mapping[str, tuple[int, int]]
) -> DrawnParty:
    x, y = round(radius * cos(angle)), round(radius * sin(angle))
    bend = f"{round(BEND * radius * cos(angle))} {round(BEND * radius * sin(angle))}"
    lines = tuple(
        Line(f"M{at[hub.key][0]} {at[hub.key][1]}Q{bend} {x} {y}", hub.kind, hub.parties[party.key])
        for hub in hubs
        if party.key in hub.parties
    )
    is_left = cos(angle) < 0
    turn = round(degrees(angle)) + (180 if is_left else 0)
    label = party.name if len(party.name) <= MOST_LETTERS else f"{party.name[: MOST_LETTERS - 1].rstrip()}…"
    own = party.name, label, party.address, party.sector, SHAPES[party.sector]
    return DrawnParty(*own, x, y, turn % 360, is_left, lines)
