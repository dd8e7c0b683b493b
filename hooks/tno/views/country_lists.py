"""Lists of the whole country: all services, all municipalities, and the page of the search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from tno import finnish
from tno.addresses import briefs_address
from tno.country.area import Area
from tno.country.municipality import Municipality
from tno.frozen import frozen
from tno.model.network import NATIONAL
from tno.views.area_switch import ELY, SUCCESSORS, area_switch, by_successor, part_name, section_links
from tno.views.briefs import serving
from tno.views.link import Link
from tno.views.listing import ListPage, RowGroup, Rows, group_of, ways_to_find
from tno.views.opening import opening_words
from tno.views.room_lists import found_counts, found_in
from tno.views.scene import Scene

MUNICIPALITY_PAGE = "kunnat/{slug}/"


@frozen
class SearchPage:
    """Context of `sections/search.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    empty: str
    """What is said without scripts."""
    ways_on: tuple[Link, ...]
    """Where else one can look."""
    script: Markup
    """What `opening.js` says of who answers now."""


def search_page(scene: Scene) -> SearchPage:
    """`/haku/`: the list is made in the browser; here is what one can do besides, or without scripts."""
    w = scene.w
    ways_on = (
        Link(w.by_municipality, "kunnat/"),
        Link(w.by_life_situation, "elamantilanteet/"),
        Link(w.by_topic, "aiheet/"),
        Link(w.all_services, "palvelut/"),
        Link(w.all_events, "tapahtumat/"),
        Link(w.door_person, f"{NATIONAL}/yhteys/"),
    )
    return SearchPage(w.search_title, w.search_lead, w.search_without_script, ways_on, opening_words(scene))


def national_services_page(scene: Scene, rows: Rows) -> ListPage:
    """`/palvelut/`: ways to all services, and the national ones in full."""
    w = scene.w
    facts = scene.facts
    national, counts = facts.once(found_in, facts.network.regions[NATIONAL]), found_counts(facts)
    links = {
        region.id: Link(region.name, f"{region.id}/palvelut/", str(counts.get(region.id, "")))
        for region in scene.network.regions.values()
        if not region.is_national
    }
    in_parts = found_in_parts(facts)
    by_area = by_successor(scene, links, lambda part: str(in_parts.get(part.municipality_codes, "")))
    groups = [
        *_by_language(scene),
        RowGroup(w.services_by_region, "alueittain", tuple(links.values()), form="counts", areas=ELY),
        RowGroup(w.services_by_successor, "elinvoimakeskuksittain", successors=by_area, areas=SUCCESSORS),
    ]
    if national:
        groups.append(group_of(national, rows, w.national_services, "valtakunnalliset"))
    ways_on, switch = ways_to_find(scene), area_switch(scene)
    return ListPage(w.all_services, w.all_services_lead, tuple(groups), "", ways_on, switch=switch)


def _by_language(scene: Scene) -> list[RowGroup]:
    """Regions with their services that serve in the page's language, when that is not Finnish."""
    if scene.language == "fi":
        return []
    regions = scene.network.regions
    links = tuple(
        Link(regions[region].name, briefs_address(region), str(len(services)))
        for region, services in serving(scene.facts, scene.language).items()
    )
    return [RowGroup(scene.w.brief_by_region, "omalla-kielella", links, form="counts")] if links else []


def found_in_parts(facts: Scene) -> Mapping[tuple[str, ...], int]:
    """Municipalities of a region that is shared by several elinvoimakeskukset → its services that serve any of them."""
    network, found = facts.network, {}
    for successor in network.country.successor_areas.values():
        for part in network.country.parts_of(successor):
            if not part.is_whole and part.area.id in network.regions:
                codes = frozenset(part.municipality_codes)
                own = facts.once(found_in, network.regions[part.area.id])
                found[part.municipality_codes] = sum(not codes.isdisjoint(network.covered_by(each)) for each in own)
    return {codes: count for codes, count in found.items() if count}


def municipalities_page(scene: Scene) -> ListPage:
    """All 308 municipalities: under ELY areas and their maakunnat, or under their elinvoimakeskus."""
    w, country = scene.w, scene.network.country
    groups = [
        *(_municipalities_of_area(scene, area) for area in _by_name(country.ely_areas.values())),
        *(_municipalities_of_successor(scene, area) for area in country.successor_areas.values()),
    ]
    apart = [item for item in country.municipalities.values() if item.region_id is None]
    for code in dict.fromkeys(item.maakunta_code for item in apart):
        maakunta = country.maakunnat[code]
        names = _names_of(scene, (item for item in apart if item.maakunta_code == code))
        groups.append(RowGroup(maakunta.name_in(scene.language), finnish.slug(maakunta.name), names, form="names"))
    return ListPage(
        w.municipalities_title,
        w.municipalities_lead,
        tuple(groups),
        "",
        leads_to=MUNICIPALITY_PAGE,
        switch=area_switch(scene),
    )


def _by_name(areas: Iterable[Area]) -> list[Area]:
    return sorted(areas, key=lambda area: finnish.sort_key(area.name))


def _municipalities_of_area(scene: Scene, area: Area) -> RowGroup:
    """An ELY area's municipalities, under its maakunnat when it has several."""
    country, name = scene.network.country, area.name_in(scene.language)
    maakunnat = [country.maakunnat[code] for code in area.maakunta_codes]
    if len(maakunnat) == 1:
        names = _names_of(scene, country.municipalities_of(area))
        return RowGroup(name, finnish.slug(maakunnat[0].name), names, form="names", areas=ELY)
    anchors = {finnish.slug(each.name) for each in maakunnat}
    parts = tuple(
        (Link(each.name_in(scene.language)), finnish.slug(each.name), _names_of(scene, country.municipalities_of(each)))
        for each in _by_name(maakunnat)
    )
    return RowGroup(name, "" if area.id in anchors else area.id, parts=parts, areas=ELY)


def _municipalities_of_successor(scene: Scene, area: Area) -> RowGroup:
    """The municipalities of an elinvoimakeskus, by the region whose section tells of them."""
    country, sections, parts = scene.network.country, section_links(scene), []
    for part in country.parts_of(area):
        link = sections[part.area.id]
        label = link.label if part.is_whole else part_name(scene, part, link.label)
        names = _names_of(scene, (country.municipalities[code] for code in part.municipality_codes))
        parts.append((link._replace(label=label), "", names))
    return RowGroup(area.name_in(scene.language), area.id, parts=tuple(parts), areas=SUCCESSORS)


def _names_of(scene: Scene, municipalities: Iterable[Municipality]) -> tuple[Link, ...]:
    return tuple(Link(each.name_in(scene.language), f"kunnat/{each.slug}/") for each in municipalities)
