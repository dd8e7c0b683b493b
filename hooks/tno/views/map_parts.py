"""Sub-areas on a map: each has a colour and a kind of line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tno.model.network import Region
from tno.views.link import Link

LOOKS = 5
"""So many colours of sub-areas there are; lines differ too, so that twenty can be told apart."""
PATTERNS = ("solid", "dashed", "dotted", "double")


class Part(NamedTuple):
    """A sub-area, as it is marked on the map."""

    look: int
    """Number of its colour, from 1."""
    pattern: str
    link: Link


def parts_of(region: Region) -> tuple[Part, ...]:
    """The region's sub-areas with their marks: a colour and a kind of line each."""
    return tuple(
        Part(
            number % LOOKS + 1,
            PATTERNS[number % len(PATTERNS)],
            Link(str(part.name), f"{region.id}/alueet/{part.id}/"),
        )
        for number, part in enumerate(region.profile.sub_areas)
    )


def bubble_looks(region: Region, codes: Sequence[str], find: Any) -> Iterator[tuple[str, int, str]]:
    """(code, colour, kind of line) of municipalities that belong to a sub-area; of several, the first."""
    seen: set[str] = set()
    for part, sub_area in zip(parts_of(region), region.profile.sub_areas, strict=True):
        for text in sub_area.municipalities:
            municipality = find(text)
            if municipality and municipality.code not in seen and municipality.code in codes:
                seen.add(municipality.code)
                yield municipality.code, part.look, part.pattern
