"""ELY areas or their successors: two ways to group the same municipalities, chosen on the page.

Both ways stand on a page; a choice shows one of them (`areas.js` keeps it in the address, style sheets do the rest).
The portal's sections are those of the ELY areas whichever is chosen, and keep their addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tno.country.area import AreaPart
from tno.frozen import frozen
from tno.views.link import Link
from tno.views.scene import Scene

ELY, SUCCESSORS = "ely-alueet", "elinvoimakeskukset"
"""Names of the two ways: what is chosen, and what each shows only (`data-areas`)."""


@frozen
class AreaSwitch:
    """The choice between the two ways."""

    ely_text: str
    """What an ELY area is, in a sentence or two."""
    successors_text: str
    """What an elinvoimakeskus is and since when it carries the tasks."""
    ely_said: str
    """What is said when the ELY areas have been chosen."""
    successors_said: str
    """The same of their successors."""


@frozen
class Successor:
    """An elinvoimakeskus and what it looks after."""

    id: str
    name: str
    parts: tuple[Link, ...]
    """Sections of its ELY areas; one that belongs to it in part is told so."""


def area_switch(scene: Scene) -> AreaSwitch:
    """The choice in words of the page's language."""
    w, country = scene.w, scene.network.country
    ely, successors = country.ely_areas.values(), country.successor_areas.values()
    until = max((area.valid_until for area in ely if area.valid_until), default=None)
    since = min((area.valid_from for area in successors if area.valid_from), default=None)
    return AreaSwitch(
        ely_text=w.areas_ely_text.format(count=len(ely), day=scene.writing.day(until) if until else ""),
        successors_text=w.areas_successors_text.format(
            count=len(successors), since=scene.writing.day(since) if since else ""
        ),
        ely_said=w.areas_ely_said.format(count=len(ely)),
        successors_said=w.areas_successors_said.format(count=len(successors)),
    )


def by_successor(
    scene: Scene, links: Mapping[str, Link], part_note: Callable[[AreaPart], str] | None = None
) -> tuple[Successor, ...]:
    """Links of regions under the elinvoimakeskus that looks after their municipalities, in the order of codes.

    Args:
        links: region → its link; a region that is not there is left out.
        part_note: the note of a link where a part of the region is meant; None: that of the whole region.
    """
    country, found = scene.network.country, []
    for area in country.successor_areas.values():
        parts = [part for part in country.parts_of(area) if part.area.id in links]
        if parts:
            own = tuple(_link(scene, part, links[part.area.id], part_note) for part in parts)
            found.append(Successor(area.id, area.name_in(scene.language), own))
    return tuple(found)


def looked_after(scene: Scene, regions: frozenset[str]) -> dict[str, list[str]]:
    """Elinvoimakeskus → those of `regions` that it looks after, whole or in part."""
    country = scene.network.country
    every = {
        area.id: [part.area.id for part in country.parts_of(area) if part.area.id in regions]
        for area in country.successor_areas.values()
    }
    return {successor: own for successor, own in every.items() if own}


def section_links(scene: Scene) -> dict[str, Link]:
    """ELY area → its section by name; a name alone where this site has none."""
    regions = scene.network.regions
    return {
        area.id: Link(area.name_in(scene.language), f"{area.id}/" if area.id in regions else None)
        for area in scene.network.country.ely_areas.values()
    }


def _link(scene: Scene, part: AreaPart, link: Link, note: Callable[[AreaPart], str] | None) -> Link:
    if part.is_whole:
        return link
    return link._replace(label=part_name(scene, part, link.label), note=note(part) if note else link.note)


def part_name(scene: Scene, part: AreaPart, name: str) -> str:
    """ "Häme (Kanta-Häme)": the maakunnat of a part by name, else how many municipalities it has."""
    country = scene.network.country
    codes = frozenset(part.municipality_codes)
    maakunnat = [country.maakunnat[code] for code in part.area.maakunta_codes]
    names = [each.name_in(scene.language) for each in maakunnat if codes.issuperset(each.municipality_codes)]
    inside = sum(len(each.municipality_codes) for each in maakunnat if codes.issuperset(each.municipality_codes))
    if inside != len(codes):
        return f"{name} ({scene.w.counted('coverage_municipalities', len(codes))})"
    return f"{name} ({scene.writing.listing(names)})"
