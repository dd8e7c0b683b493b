"""The network on a map: where services are given, as a list that a map stands beside.

The list is the content. It is whole in the HTML; `map-list.js` narrows it and `network-map.js` draws what it shows, so
that the two never tell different things. Neither coordinates nor boundaries stand here but those of single points:
`tno.exports.maps` gives them a file of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from tno.compact_json import in_script
from tno.country.municipality import Municipality
from tno.frozen import frozen
from tno.model.localised import localised
from tno.model.network import Region
from tno.model.service_points import ServicePoint, ServicePoints
from tno.point_counts import PointCounts, points_of
from tno.records import Organisation, Service
from tno.settings import Tiles
from tno.views.area_switch import AreaSwitch, area_switch, looked_after
from tno.views.country_map import MapTile, belts_of, tiles_of
from tno.views.facets import EVERYONE, FACETS, is_of_citizens
from tno.views.link import Link, full_link_to
from tno.views.listing import ask, how_to_add
from tno.views.map_centres import CentreRow, centre_rows
from tno.views.scene import Scene

ROOM = "kartta"
COUNTRY = "suomi"
"""Name of the whole country's map."""
CHOSEN = ("kohderyhma", "aihe", "kanava")
"""Facets by which a map is narrowed; their names and values in addresses are the finder's."""
LOOKS = 5
"""So many colours of sub-areas there are; lines differ too, so that twenty can be told apart."""
PATTERNS = ("solid", "dashed", "dotted", "double")
# fmt: off
_WORDS = (
    "points_one", "points_many", "services_one", "services_many", "found_one", "found_many", "found_services_one",
    "found_services_many", "nothing", "cleared", "serves", "serves_not", "serves_here", "serves_not_here", "others_one",
    "others_many", "zoom_in", "zoom_out", "close", "only", "all", "more_one", "more_many", "more_points_one",
    "more_points_many", "municipality", "failed", "and", "no_points", "open_region", "label", "street_on", "street_off",
    "bubble", "services_here", "organisations", "towns_one", "towns_many", "centre_sections",
)
# fmt: on
"""Interface words that scripts say: `map_…` in the tables of words."""


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


class Choice(NamedTuple):
    """Something the map can be narrowed by."""

    name: str
    """In the address."""
    label: str
    every: str
    """The choice of nothing."""
    options: tuple[tuple[str, str], ...]
    """(value, text)."""


class Part(NamedTuple):
    """A sub-area, as it is marked on the map."""

    look: int
    """Number of its colour, from 1."""
    pattern: str
    link: Link


@frozen
class MapPage:
    """Context of `sections/map.html`."""

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
    parts_told: tuple[Part, ...]
    """The region's sub-areas, for the legend."""
    towns: tuple[Town, ...]
    """Municipalities with points."""
    without_place: tuple[Given, ...]
    """Services given in no place."""
    regions: tuple[tuple[str, Link, tuple[str, ...]], ...]
    """On the national page: id, region's map, counts of points and of services without a place."""
    columns: tuple[str, ...]
    """Headings of the table of regions."""
    switch: AreaSwitch | None
    """On the national page, how areas are grouped; None elsewhere."""
    centres: tuple[CentreRow, ...]
    """The same points by elinvoimakeskus, on the national page."""
    centre_columns: tuple[str, ...]
    """Headings of the table of centres."""
    tiles: tuple[MapTile, ...]
    """The country as tiles, on the national page."""
    belts: tuple[tuple[str, str], ...]
    """(elinvoimakeskus, path data of what joins its tiles)."""
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
    ways_on: tuple[Link, ...]
    """Where to go when there is nothing yet."""


def map_page(scene: Scene, region: Region) -> MapPage:
    """`/lappi/kartta/`: where the region's services are given."""
    w, facts, country = scene.w, scene.facts, scene.network.country
    own = facts.network.regions[region.id]
    points, told = facts.once(points_of, own), facts.once(_services_told, own)
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
    return _page(
        scene,
        w.map_of.format(region=region.name),
        region.id,
        summary=_summary(scene, len(points.all), len(towns), len(points.without_place)) if points.services else "",
        choices=_choices(scene, told, tuple(points.by_municipality)),
        parts=parts_of(region),
        towns=towns,
        without_place=tuple(given[each.key] for each in points.without_place),
        told=_told(scene, {"name": region.id, **_columns(scene, region, points, told)}),
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
    return _page(
        scene,
        w.map_title,
        COUNTRY,
        summary=w.counted("map_points", all_points),
        choices=_choices(scene),
        regions=tuple(rows),
        columns=(w.network_region, w.map_column_points, w.map_column_without, w.services),
        switch=area_switch(scene),
        centres=centre_rows(counts, scene),
        centre_columns=(w.map_column_centre, w.map_column_points, w.map_column_towns),
        belts=belts_of(looked_after(scene, frozenset(links))),
        tiles=tiles_of({region: Link(link.label, link.address) for region, link in links.items()}),
        told=_told(scene, {"name": COUNTRY, "parts": parts}),
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


def _page(
    scene: Scene,
    title: str,
    name: str,
    *,
    summary: str,
    choices: tuple[Choice, ...],
    told: Markup,
    besides: tuple[Link, ...],
    parts: tuple[Part, ...] = (),
    towns: tuple[Town, ...] = (),
    without_place: tuple[Given, ...] = (),
    regions: tuple[tuple[str, Link, tuple[str, ...]], ...] = (),
    columns: tuple[str, ...] = (),
    switch: AreaSwitch | None = None,
    centres: tuple[CentreRow, ...] = (),
    centre_columns: tuple[str, ...] = (),
    tiles: tuple[MapTile, ...] = (),
    belts: tuple[tuple[str, str], ...] = (),
    ways_on: tuple[Link, ...] = (),
) -> MapPage:
    street = scene.settings.tiles
    return MapPage(
        title=title,
        lead=scene.w.map_lead,
        name=name,
        summary=summary,
        choices=choices,
        parts_told=parts,
        towns=towns,
        without_place=without_place,
        regions=regions,
        columns=columns,
        switch=switch,
        centres=centres,
        centre_columns=centre_columns,
        tiles=tiles,
        belts=belts,
        told=told,
        tiles_note=scene.w.map_street_note.format(service=street.service_name) if street.url else "",
        tiles_privacy=street.privacy_url,
        is_official=scene.network.country.has_boundaries,
        besides=besides,
        ways_on=ways_on,
    )


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


# --- what is chosen ---------------------------------------------------------------------------------------------------


def _choices(scene: Scene, told: ServicesTold | None = None, codes: Sequence[str] = ()) -> tuple[Choice, ...]:
    """What can be chosen without scripts' help: their values are known here. Whom to follow, the script adds.

    Args:
        told: the services of the map; None: every value can be chosen.
        codes: municipalities of the map.
    """
    w, found = scene.w, []
    for facet in CHOSEN:
        vocabulary = scene.network.vocabularies[FACETS[facet]]
        used = told.values[facet] if told else None
        options = [(term.id, term.label(scene.language)) for term in vocabulary if used is None or term.id in used]
        if facet == "kohderyhma":
            options = [option for option in options if option[0] != EVERYONE]
        found.append(Choice(facet, w[f"finder_{facet}"], w.map_every, tuple(options)))
    if told:
        municipalities = scene.network.country.municipalities
        towns = [(municipalities[code].slug, municipalities[code].name_in(scene.language)) for code in codes]
        found.insert(0, Choice("kunta", w.finder_kunta, w.map_every_town, tuple(towns)))
    return tuple(found)


Facets = Mapping[str, Sequence[str]]


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


# --- what scripts are told --------------------------------------------------------------------------------------------


def _told(scene: Scene, data: dict[str, Any]) -> Markup:
    words = {name: scene.w[f"map_{name}"] for name in _WORDS}
    return Markup(in_script({**data, "words": words, "language": scene.language}))


def _has_services(counts: PointCounts, region: str) -> bool:
    return region in counts.facts.network.regions and counts.of(region).services > 0


class ServicesTold(NamedTuple):
    """Services in columns by their numbers, values by their places in lists: the same in every language."""

    columns: Mapping[str, list[Any]]
    values: Mapping[str, list[str]]
    organisations: list[str]
    """Keys."""
    areas: list[list[str]]
    """Codes of municipalities that are served together."""


def _services_told(facts: Scene, region: Region) -> ServicesTold:
    values, numbers = {facet: _Numbered() for facet in CHOSEN}, dict[tuple[str, Sequence[str]], list[int]]()
    organisations, areas = _Numbered(), dict[frozenset[str], int]()
    columns: dict[str, list[Any]] = {"by": [], "area": [], **{facet: [] for facet in CHOSEN}}
    for service in facts.once(points_of, region).services:
        columns["by"].append(organisations[service.organisation])
        columns["area"].append(areas.setdefault(facts.network.covered_by(service), len(areas)))
        for facet, own in facets_of(facts, service).items():
            if (known := numbers.get((facet, own))) is None:
                known = numbers[facet, own] = sorted([values[facet][value] for value in own])
            columns[facet].append(known)
    told = {facet: list(found) for facet, found in values.items()}
    return ServicesTold(columns, told, list(organisations), [sorted(codes) for codes in areas])


def _columns(scene: Scene, region: Region, points: ServicePoints, told: ServicesTold) -> dict[str, Any]:
    """What `map-list.js` reads; names and ids are in the list itself. A municipality that lies in another region is
    marked: its page may not be in this language."""
    network = scene.network
    givers = [(key, network.find(Organisation, key)) for key in told.organisations]
    municipalities, own = network.country.municipalities, codes_of(scene, region)
    return {
        "services": told.columns,
        "values": told.values,
        "organisations": [[key, str(giver.name) if giver else key] for key, giver in givers],
        "areas": told.areas,
        "towns": {
            code: [
                municipalities[code].slug,
                municipalities[code].name_in(scene.language),
                *([] if code in own else [1]),
            ]
            for code in dict.fromkeys([*own, *points.by_municipality])
        },
    }


def codes_of(scene: Scene, region: Region) -> Sequence[str]:
    """Municipalities of a region; of the national section none."""
    area = scene.network.country.ely_areas.get(region.id)
    return area.municipality_codes if area else ()


class _Numbered(dict[str, int]):
    """Values → their places, in the order in which they were first met."""

    def __missing__(self, value: str) -> int:
        self[value] = len(self)
        return self[value]


def compact_points(scene: Scene, region: Region) -> dict[str, Any]:
    """A region's points without names, for the national map: each with the sets of values its services have."""
    points, values, sets = scene.facts.once(points_of, region), {facet: _Numbered() for facet in CHOSEN}, _Numbered()

    written: dict[tuple[str, Sequence[str]], str] = {}

    def set_of(service: Service) -> int:
        parts = []
        for facet, own in facets_of(scene, service).items():
            if (known := written.get((facet, own))) is None:
                known = written[facet, own] = " ".join(sorted([str(values[facet][value]) for value in own]))
            parts.append(known)
        return sets["|".join(parts)]

    found: dict[str, Any] = {"at": [], "in": [], "sets": []}
    for point in points.all:
        found["at"].append([round(each * 10_000) for each in point.at] if point.at else 0)
        found["in"].append(point.municipality)
        found["sets"].append(sorted({set_of(service) for service in point.services}))
    without = [set_of(service) for service in points.without_place]
    told = [[list(map(int, part.split())) for part in each.split("|")] for each in sets]
    return {"values": [list(values[facet]) for facet in CHOSEN], "sets": told, "points": found, "without": without}


def street_tiles(tiles: Tiles) -> Mapping[str, Any]:
    """What a street map is made of."""
    return {
        "url": tiles.url,
        "attribution": tiles.attribution,
        "attributionUrl": tiles.attribution_url,
        "maxNativeZoom": tiles.max_native_zoom,
    }


def bubble_looks(region: Region, codes: Sequence[str], find: Any) -> Iterator[tuple[str, int, str]]:
    """(code, colour, kind of line) of municipalities that belong to a sub-area; of several, the first."""
    seen: set[str] = set()
    for part, sub_area in zip(parts_of(region), region.profile.sub_areas, strict=True):
        for text in sub_area.municipalities:
            municipality = find(text)
            if municipality and municipality.code not in seen and municipality.code in codes:
                seen.add(municipality.code)
                yield municipality.code, part.look, part.pattern
