"""What maps are narrowed by: some of the finder's facets, and on a region's map its municipalities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tno.records import Service
from tno.views.facets import EVERYONE, FACETS, is_of_citizens
from tno.views.scene import Scene

CHOSEN = ("kohderyhma", "aihe", "kanava")
"""Facets by which a map is narrowed; their names and values in addresses are the finder's."""


class Choice(NamedTuple):
    """Something the map can be narrowed by."""

    name: str
    """In the address."""
    label: str
    every: str
    """The choice of nothing."""
    options: tuple[tuple[str, str], ...]
    """(value, text)."""


Facets = Mapping[str, Sequence[str]]


def choices_of(scene: Scene, values: Facets | None = None, codes: Sequence[str] = ()) -> tuple[Choice, ...]:
    """What can be chosen without scripts' help: their values are known here. Whom to follow, the script adds.

    Args:
        values: facet → values that services of the map have; None: every value can be chosen.
        codes: municipalities of the map.
    """
    w, found = scene.w, []
    for facet in CHOSEN:
        vocabulary = scene.network.vocabularies[FACETS[facet]]
        used = values[facet] if values else None
        options = [(term.id, term.label(scene.language)) for term in vocabulary if used is None or term.id in used]
        if facet == "kohderyhma":
            options = [option for option in options if option[0] != EVERYONE]
        found.append(Choice(facet, w[f"finder_{facet}"], w.map_every, tuple(options)))
    if values:
        municipalities = scene.network.country.municipalities
        towns = [(municipalities[code].slug, municipalities[code].name_in(scene.language)) for code in codes]
        found.insert(0, Choice("kunta", w.finder_kunta, w.map_every_town, tuple(towns)))
    return tuple(found)


def facets_of(scene: Scene, service: Service) -> Facets:
    """Facet → values of a service; what is for everybody helps each group of citizens, as in the finder."""
    groups = set(service.target_groups)
    if EVERYONE in groups:
        groups = groups - {EVERYONE} | scene.facts.once(_citizens, scene.facts.network)
    return {
        "kohderyhma": tuple(sorted(groups)),
        "aihe": service.topics,
        "kanava": tuple(dict.fromkeys(channel.type for channel in service.channels)),
    }


def _citizens(scene: Scene, _network: object) -> set[str]:
    vocabulary = scene.network.vocabularies["target_group"]
    return {term.id for term in vocabulary if is_of_citizens(term)} - {EVERYONE}
