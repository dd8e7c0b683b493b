"""A municipality as its page shows it: what serves the people who live there, nearest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from markupsafe import Markup

from tno.country.municipality import Municipality
from tno.model.network import NATIONAL, Network
from tno.records import Service
from tno.views.around import NearestOhjaamo, around, in_kilometres
from tno.views.contact import FOR_COLLEAGUES, advises
from tno.views.link import Link, full_link_to
from tno.views.listing import RowGroup, Rows, jumps_to, topic_groups
from tno.views.near_events import coming_events, near_events
from tno.views.opening import NEVER_SAID, Opening, first_live, opening_of, opening_words
from tno.views.scene import Scene

REACHES = ("local", "regional", "remote", "national")
"""How a service reaches a municipality, in the order people need them: here, elsewhere in the area, from afar, all."""


class NearPlace(NamedTuple):
    """A service to go to, one of the nearest."""

    link: Link
    """The service's page; how far in the note."""
    opening: Opening
    """Whether somebody answers now."""


@dataclass(frozen=True, slots=True)
class MunicipalityPage:
    """Context of `records/municipality.html`."""

    name: str
    """Its name in the page's language, else in Finnish."""
    names: tuple[tuple[str, str], ...]
    """(language, name): its other names in Finnish, Swedish and Northern Sámi."""
    groups: tuple[tuple[str, str, tuple[RowGroup, ...], int], ...]
    """(reach, heading, services by topic where they are many, count), without empty ones."""
    nearest: tuple[NearPlace, ...]
    """The nearest services, one of each organisation; those that advise first among equally near."""
    colleagues: tuple[RowGroup, ...]
    """Services for professionals only, apart from what people need."""
    script: str
    """What `opening.js` says, JSON; empty when nothing is said."""
    jumps: tuple[Link, ...]
    """To the headings of a long page."""
    count: int
    """How many services in all."""
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    """Areas the municipality belongs to, today's authority, the languages services are given in."""
    ohjaamo: Link | None
    """The nearest Ohjaamo, its distance in the note."""
    ohjaamo_note: str
    """What to ask of it before going there, or empty."""
    events: tuple[Link, ...]
    """The next ones near by, each with day, time, town and kilometres in the note."""
    calendar: Link | None
    """All events of the region."""
    region: Link | None
    """The section it lies in; None on Åland."""
    contact: Link
    """A page where a person can be asked: the region's, for Åland the whole country's."""
    ways_on: tuple[Link, ...]
    """Where to go besides."""


COLLEAGUES = "colleagues"
"""Anchor of the services for professionals."""
MOST_NEAR = 4
WALKABLE_KM = 3
"""Places within this are equally near."""
WITH_PLACES = frozenset({"local", "regional"})
"""Reaches whose services are given somewhere: how far is said."""
NATIONWIDE = 200
"""A service that covers at least this many municipalities is counted as national."""


def _comes_there(service: Service) -> bool:
    return any(channel.type in {"liikkuva-palvelu", "ryhma"} for channel in service.channels)


class Reaches:
    """How each service reaches people, worked out once for all municipalities.

    A service given in the municipality is local wherever else it serves; one that covers nearly the whole country
    is national; of the others, one with a place or a visit is regional and one without is remote.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._kinds: dict[str, tuple[frozenset[str], str]] = {}

    def among(self, services: Iterable[Service], code: str) -> dict[str, list[Service]]:
        """One of `REACHES` → those of `services` that reach people of the municipality with that code so."""
        found: dict[str, list[Service]] = {reach: [] for reach in REACHES}
        for service in services:
            codes, otherwise = self._kinds.get(service.key) or self.kind(service)
            found["local" if code in codes else otherwise].append(service)
        return found

    def kind(self, service: Service) -> tuple[frozenset[str], str]:
        """(codes of the municipalities in which a service is given, how it reaches people of all others)."""
        if (known := self._kinds.get(service.key)) is None:
            known = self._kinds[service.key] = self._kind(service)
        return known

    def _kind(self, service: Service) -> tuple[frozenset[str], str]:
        network = self._network
        places = (network.municipality_of(place.municipality) for place in network.places_of(service))
        codes = frozenset(place.code for place in places if place)
        if len(network.covered_by(service)) >= NATIONWIDE:
            return codes, "national"
        return codes, "regional" if codes or _comes_there(service) else "remote"


def municipality_page(scene: Scene, municipality: Municipality, reaches: Reaches, rows: Rows) -> MunicipalityPage:
    """What `records/municipality.html` shows.

    Args:
        rows: gives services as HTML list items whose links fit the page.
    """
    services, name = scene.facts.network.services_for(municipality), municipality.name_in(scene.language)
    groups, km_to = [], around(scene).distances(municipality)
    people = [service for service in services if not FOR_COLLEAGUES.issuperset(service.target_groups)]
    colleagues = [service for service in services if FOR_COLLEAGUES.issuperset(service.target_groups)]

    def near(found: Sequence[Service]) -> Markup:
        return rows(found, lambda service: in_kilometres(km_to(service)))

    among = reaches.among(people, municipality.code)
    for reach, found in among.items():
        if found:
            heading = scene.w[f"reach_{reach}"].format(municipality=name)
            mine = near if reach in WITH_PLACES else rows
            groups.append((reach, heading, tuple(topic_groups(scene, found, mine)), len(found)))
    nearest = tuple(_nearest(scene, [*among["local"], *among["regional"]], km_to))
    ohjaamo = around(scene).ohjaamo(municipality) if municipality.region_id else None
    region = scene.network.regions.get(municipality.region_id or "")
    return MunicipalityPage(
        name=name,
        names=tuple(_other_names(municipality, name)),
        groups=tuple(groups),
        nearest=nearest,
        colleagues=tuple(topic_groups(scene, colleagues, rows)),
        script=opening_words(scene) if any(each.opening.code for each in nearest) else "",
        jumps=jumps_to(
            (
                *((heading, reach, count) for reach, heading, _, count in groups),
                *([(scene.w.municipality_colleagues, COLLEAGUES, len(colleagues))] if colleagues else []),
            )
        ),
        count=len(services),
        facts=(*_facts(scene, municipality), *_languages(scene, municipality)),
        ohjaamo=_ohjaamo_link(scene, ohjaamo) if ohjaamo else None,
        ohjaamo_note=_ohjaamo_note(scene, ohjaamo) if ohjaamo else "",
        events=coming_events(scene, municipality) if region else (),
        calendar=Link(scene.w.near_calendar, f"{region.id}/tapahtumat/") if region else None,
        region=Link(region.name, f"{region.id}/") if region else None,
        contact=Link(scene.w.door_person_more, f"{region.id if region else NATIONAL}/yhteys/"),
        ways_on=(
            Link(scene.w.national_services, f"{NATIONAL}/palvelut/"),
            Link(scene.w.by_life_situation, "elamantilanteet/"),
            Link(scene.w.footer_crisis, "hata/"),
        ),
    )


def _nearest(
    scene: Scene, services: Iterable[Service], km_to: Callable[[Service], float | None]
) -> Iterable[NearPlace]:
    """The nearest services, one of each organisation; among equally near, who advises, answers and helps with most."""
    told: set[str] = set()
    measured = ((km_to(service), service) for service in services)
    near = [
        (max(km, WALKABLE_KM), not advises(service), first_live(service) is None, -len(service.topics), km, service)
        for km, service in measured
        if km is not None
    ]
    for *_, km, service in sorted(near, key=itemgetter(0, 1, 2, 3)):
        shown = scene.network.find(Service, service.key)
        if shown and service.organisation not in told and len(told) < MOST_NEAR:
            told.add(service.organisation)
            channel = first_live(service)
            opening = opening_of(scene, service, channel) if channel else NEVER_SAID
            yield NearPlace(full_link_to(shown, in_kilometres(km)), opening)


def _other_names(municipality: Municipality, shown: str) -> list[tuple[str, str]]:
    names = ((language, municipality.names.get(language)) for language in ("fi", "sv", "se"))
    return [(language, name) for language, name in names if name and name != shown]


def _facts(scene: Scene, municipality: Municipality) -> list[tuple[str, tuple[Link, ...]]]:
    w, country = scene.w, scene.network.country
    facts: list[tuple[str, tuple[Link, ...]]] = []
    maakunta = country.maakunnat[municipality.maakunta_code]
    facts.append((w.fact_maakunta, (Link(maakunta.name_in(scene.language)),)))
    if municipality.employment_area:
        area = country.employment_areas[municipality.employment_area]
        facts.append((w.fact_employment_area, (Link(area.name_in(scene.language)),)))
    if arranger := country.health_arranger_of(municipality):
        facts.append((w.fact_wellbeing_county, (Link(arranger.name_in(scene.language)),)))
    if municipality.region_id:
        carriers = country.authority_today(municipality.region_id, scene.day)
        mine = [carrier for carrier in carriers if municipality.maakunta_code in carrier.maakunta_codes]
        facts.append((w.fact_authority, tuple(Link(carrier.name_in(scene.language)) for carrier in mine)))
        region = scene.network.regions.get(municipality.region_id)
        sub_areas = region.profile.sub_areas if region else ()
        if mine_in := [area for area in sub_areas if _lies_in(scene, municipality, area.municipalities)]:
            links = tuple(Link(str(area.name), f"{municipality.region_id}/alueet/{area.id}/") for area in mine_in)
            facts.append((w.fact_sub_area, links))
    return facts


def _lies_in(scene: Scene, municipality: Municipality, words: Sequence[str]) -> bool:
    return any(found is municipality for word in words if (found := scene.network.municipality_of(word)))


def _languages(scene: Scene, municipality: Municipality) -> list[tuple[str, tuple[Link, ...]]]:
    """How many services are given in which language, each with the way to just these."""
    found = tuple(
        Link(
            f"{scene.label('service_language', language).capitalize()} {count}",
            f"palvelut/?kieli={language}&kunta={municipality.slug}",
        )
        for language, count in around(scene).languages_of(municipality)
    )
    return [(scene.w.fact_served_in, found)] if found else []


def _ohjaamo_link(scene: Scene, ohjaamo: NearestOhjaamo) -> Link | None:
    record = scene.network.find(ohjaamo.kind, ohjaamo.key)
    return full_link_to(record, scene.w.near_km.format(km=ohjaamo.km) if ohjaamo.km else "") if record else None


def _ohjaamo_note(scene: Scene, ohjaamo: NearestOhjaamo) -> str:
    if not ohjaamo.is_checked:
        return scene.w.near_ohjaamo_unchecked
    return "" if ohjaamo.serves else scene.w.near_ohjaamo_ask


def municipality_made_of(scene: Scene, municipality: Municipality) -> list[str]:
    """Fingerprints of everything `municipality_page` reads."""
    network = scene.network
    region = network.regions.get(municipality.region_id or "")
    return [
        municipality.code,
        region.profile.fingerprint if region else "",
        near_events(scene).fingerprint(municipality) if region else "",
        around(scene).ohjaamot_fingerprint,
        *scene.coverage_fingerprints.get(municipality.code, ()),
    ]
