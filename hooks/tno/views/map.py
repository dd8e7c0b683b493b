"""The network on a map: where services are given, as a list that a map stands beside.

The list is the content. It is whole in the HTML; `map-list.js` narrows it and `network-map.js` draws what it shows, so
that the two never tell different things. Neither coordinates nor boundaries stand here but those of single points:
`tno.exports.maps` gives them a file of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from markupsafe import Markup

from tno.country.municipality import Municipality
from tno.frozen import frozen
from tno.model.localised import localised
from tno.model.network import Region
from tno.model.service_points import ServicePoint
from tno.point_counts import PointCounts, points_of
from tno.records import Organisation, Service
from tno.views.area_switch import AreaSwitch, area_switch, looked_after
from tno.views.country_map import MapTile, belts_of, tiles_of
from tno.views.link import Link, full_link_to
from tno.views.listing import ask, how_to_add
from tno.views.map_centres import CentreRow, centre_rows
from tno.views.map_choices import Choice, choices_of
from tno.views.map_data import columns_of, services_told, told_to_scripts
from tno.views.map_parts import Part, parts_of
from tno.views.scene import Scene

ROOM = "kartta"
COUNTRY = "suomi"
"""Name of the whole country's map."""
Given = tuple[int, Link, str]
"""(number of the service in the data, its page, who gives it)."""


class PointRow(NamedTuple):
    """A place in the list."""

    name: str
    """Name of the place, else its address; that the address is hidden."""
    address: str
    """Street and town, or empty."""
    at: str
    """Latitude and longitude, "66.5006,25.7302", or empty."""
    services: tuple[Given, ...]


class Town(NamedTuple):
    """A municipality with its points."""

    code: str
    slug: str
    name: str
    counted: str
    """ "3 palvelupistettä"."""
    points: tuple[PointRow, ...]


@frozen
class MapPage:
    """Context of `sections/map.html`; what has a default is on the map of a region alone or of the country alone."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    name: str
    """Name of the map: of its script file."""
    summary: str
    """The whole in one sentence, counted."""
    choices: tuple[Choice, ...]
    """What the map is narrowed by."""
    told: Markup
    """What the scripts must know: JSON."""
    tiles_note: str
    """Who gets to know what, when a street map is asked for; empty when there is none."""
    tiles_privacy: str
    """Address of what that service says of privacy."""
    is_official: bool
    """Whether municipalities are drawn by their official boundaries."""
    besides: tuple[Link, ...]
    """The same network told otherwise."""
    parts_told: tuple[Part, ...] = ()
    """The region's sub-areas, for the legend."""
    towns: tuple[Town, ...] = ()
    """Municipalities with points."""
    without_place: tuple[Given, ...] = ()
    """Services given in no place."""
    ways_on: tuple[Link, ...] = ()
    """Where to go when there is nothing yet."""
    regions: tuple[tuple[str, Link, tuple[str, ...]], ...] = ()
    """Of the country: id, region's map, counts of points and of services without a place."""
    columns: tuple[str, ...] = ()
    """Headings of the table of regions."""
    switch: AreaSwitch | None = None
    """How the country's areas are grouped."""
    centres: tuple[CentreRow, ...] = ()
    """The country's points by elinvoimakeskus."""
    centre_columns: tuple[str, ...] = ()
    """Headings of the table of centres."""
    tiles: tuple[MapTile, ...] = ()
    """The country as tiles."""
    belts: tuple[tuple[str, str], ...] = ()
    """(elinvoimakeskus, path data of what joins its tiles)."""


def map_page(scene: Scene, region: Region) -> MapPage:
    """`/lappi/kartta/`: where the region's services are given."""
    w, facts, country = scene.w, scene.facts, scene.network.country
    own = facts.network.regions[region.id]
    points, told = facts.once(points_of, own), facts.once(services_told, own)
    given = {service.key: _service(scene, number, service) for number, service in enumerate(points.services)}
    towns = tuple(
        Town(
            code,
            (town := country.municipalities[code]).slug,
            town.name_in(scene.language),
            w.counted("map_points", len(found)),
            tuple([_row(scene, point, town, given) for point in found]),
        )
        for code, found in points.by_municipality.items()
    )
    return MapPage(
        **_of_every_map(scene),
        title=w.map_of.format(region=region.name),
        name=region.id,
        summary=_summary(scene, len(points.all), len(towns), len(points.without_place)) if points.services else "",
        choices=choices_of(scene, told.values, tuple(points.by_municipality)),
        parts_told=parts_of(region),
        towns=towns,
        without_place=tuple(given[each.key] for each in points.without_place),
        told=told_to_scripts(scene, {"name": region.id, **columns_of(scene, region, points, told)}),
        besides=(
            Link(w.network_of.format(region=region.name), f"{region.id}/verkosto/", w.map_network_note),
            Link(w.services_of.format(region=region.name), f"{region.id}/palvelut/", w.map_finder_note),
            *(
                (Link(w.coverage_title_of.format(region=region.name), f"{region.id}/katvealueet/", w.coverage_lead),)
                if region.id in country.ely_areas
                else ()
            ),
            Link(w.map_title, f"{ROOM}/", w.map_national_note),
        ),
        ways_on=(how_to_add(scene), ask(scene, region)),
    )


def national_map(counts: PointCounts, scene: Scene) -> MapPage:
    """`/kartta/`: how many points and services each region has."""
    w, network = scene.w, scene.network
    rows, all_points = [], 0
    for region in network.regions.values():
        own = counts.of(region.id)
        if not region.is_national or own.services:
            all_points += own.points
            room = "palvelut" if region.is_national else ROOM
            told = tuple(map(str, (own.points, own.without_place, own.services)))
            rows.append((region.id, Link(region.name, f"{region.id}/{room}/"), told))
    links = {region: link for region, link, _ in rows}
    parts = [region for region in network.country.ely_areas if _has_services(counts, region)]
    return MapPage(
        **_of_every_map(scene),
        title=w.map_title,
        name=COUNTRY,
        summary=w.counted("map_points", all_points),
        choices=choices_of(scene),
        regions=tuple(rows),
        columns=(w.network_region, w.map_column_points, w.map_column_without, w.services),
        switch=area_switch(scene),
        centres=centre_rows(counts, scene),
        centre_columns=(w.map_column_centre, w.map_column_points, w.map_column_towns),
        belts=belts_of(looked_after(scene, frozenset(links))),
        tiles=tiles_of({region: Link(link.label, link.address) for region, link in links.items()}),
        told=told_to_scripts(scene, {"name": COUNTRY, "parts": parts}),
        besides=(
            Link(w.network_title, "verkosto/", w.map_network_note),
            Link(w.all_services, "palvelut/", w.map_finder_note),
            Link(w.coverage_title, "katvealueet/", w.coverage_lead),
        ),
    )


def map_made_of(scene: Scene, region: Region) -> list[str]:
    """Fingerprints of everything `map_page` reads."""
    services = scene.network.regions[region.id].all_of(Service)
    return [scene.profiles_fingerprint, *scene.rows_fingerprint(("own", region.id), services)]


def national_map_made_of(counts: PointCounts, scene: Scene) -> list[str]:
    """Fingerprints of everything `national_map` reads."""
    return [scene.profiles_fingerprint, *(str(counts.of(region)) for region in scene.network.regions)]


def _of_every_map(scene: Scene) -> dict[str, Any]:
    street = scene.settings.tiles
    return {
        "lead": scene.w.map_lead,
        "tiles_note": scene.w.map_street_note.format(service=street.service_name) if street.url else "",
        "tiles_privacy": street.privacy_url,
        "is_official": scene.network.country.has_boundaries,
    }


def _summary(scene: Scene, points: int, towns: int, without: int) -> str:
    w = scene.w
    found = [f"{w.counted('map_points', points)} {w.counted('map_towns', towns)}"]
    return scene.writing.listing([*found, w.counted("map_without", without)] if without else found)


def _row(scene: Scene, point: ServicePoint, town: Municipality, given: Mapping[str, Given]) -> PointRow:
    w, services = scene.w, tuple([given[service.key] for service in point.services])
    place = point.place if scene.language == "fi" else localised(point.place, scene.language)
    if not place.address_public:
        return PointRow(w.map_hidden, "", "", services)
    address = ", ".join(filter(None, (place.street, place.post_office or town.name_in(scene.language))))
    name = str(getattr(place, "name", "") or place.street or town.name_in(scene.language))
    at = f"{point.at[0]:.5f},{point.at[1]:.5f}" if point.at else ""
    return PointRow(name, address if address != name else "", at, services)


def _service(scene: Scene, number: int, service: Service) -> Given:
    shown, giver = scene.network.find(Service, service.key), scene.network.find(Organisation, service.organisation)
    return number, full_link_to(shown or service), str(giver.short_name or giver.name) if giver else ""


def _has_services(counts: PointCounts, region: str) -> bool:
    return region in counts.facts.network.regions and counts.of(region).services > 0
