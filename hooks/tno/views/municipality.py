"""A municipality as its page shows it: what serves the people who live there, nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from markupsafe import Markup

from tno.country.municipality import Municipality
from tno.frozen import frozen
from tno.model.network import NATIONAL
from tno.records import Service
from tno.records.channel import Channel
from tno.views.around import NearestOhjaamo, around, in_kilometres
from tno.views.by_topic import count_of, named
from tno.views.channel import place_of
from tno.views.contact import advises
from tno.views.first_steps import danger_pages
from tno.views.link import Link, full_link_to
from tno.views.listing import NO_NOTES, Rows
from tno.views.municipality_topics import ThemeHere, is_for_few_here, themes_here, usual_of_topics
from tno.views.near_events import coming_events, near_events
from tno.views.now import NowRow, first_made_of, first_to_answer
from tno.views.opening import NEVER_SAID, Opening, first_live, opening_of, opening_words
from tno.views.reaches import COLLEAGUES, reaches
from tno.views.scene import Scene
from tno.writing import capital


class NearPlace(NamedTuple):
    """A service to go to, one of the nearest."""

    link: Link
    """The service's page; the town of its nearest place in the note, and how far that is."""
    opening: Opening
    """Whether the door is open now: hours of a telephone may be others."""


@frozen
class MunicipalityPage:
    """Context of `records/municipality.html`."""

    slug: str
    """As addresses have it: who searches here asks as one who lives here."""
    name: str
    """Its name in the page's language, else in Finnish."""
    names: tuple[tuple[str, str], ...]
    """(language, name): its other names in Finnish, Swedish and Northern Sámi."""
    themes: tuple[ThemeHere, ...]
    """What serves people here: each service under its first topic, by name under its others."""
    answering: tuple[NowRow, ...]
    """Who answers people of the municipality by telephone or chat: a script shows those who do now."""
    shown: int
    """How many of them are shown at a time."""
    nearest: tuple[NearPlace, ...]
    """The nearest services for anybody, one of each organisation; those that advise first among equally near."""
    colleagues: Markup
    """Services for professionals only, apart from what people need."""
    script: str
    """What `opening.js` says, JSON; empty when nothing is said."""
    jumps: tuple[Link, ...]
    """To what stands after the topics."""
    count: int
    """How many services for citizens in all."""
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


MOST_CALLED = 2
MOST_NEAR = 4
WALKABLE_KM = 3
"""Places within this are equally near."""
WITH_PLACES = ("local", "regional")
"""Reaches whose services are given somewhere: how far is said."""


def municipality_page(scene: Scene, municipality: Municipality, rows: Rows) -> MunicipalityPage:
    """What `records/municipality.html` shows.

    Args:
        rows: gives services as HTML list items whose links fit the page.
    """
    name, served = municipality.name_in(scene.language), reaches(scene).of(municipality)
    placed = [service for reach in WITH_PLACES if reach in served for service in named(served[reach])]
    km_to = around(scene).kilometres(municipality, placed)
    themes = tuple(themes_here(scene, municipality.slug, served, km_to, rows))
    nearest = tuple(_nearest(scene, municipality, placed, km_to))
    answering = first_to_answer(scene, municipality.region_id or NATIONAL, municipality.code)
    colleagues = served.get(COLLEAGUES, {})
    region = scene.network.regions.get(municipality.region_id or "")
    events = coming_events(scene, municipality) if region else ()
    after = (
        *([Link(scene.w.municipality_nearest, "#lahella", str(len(nearest)))] if nearest else ()),
        *([Link(scene.w.near_events, "#tapahtumat", str(len(events)))] if events else ()),
    )
    ohjaamo = around(scene).ohjaamo(municipality) if municipality.region_id else None
    return MunicipalityPage(
        slug=municipality.slug,
        name=name,
        names=tuple(_other_names(municipality, name)),
        themes=themes,
        answering=answering,
        shown=MOST_CALLED,
        nearest=nearest,
        colleagues=rows(named(colleagues), NO_NOTES, True) if colleagues else Markup(""),
        script=opening_words(scene),
        jumps=after,
        count=sum(count_of(listed) for reach, listed in served.items() if reach != COLLEAGUES),
        facts=(*_facts(scene, municipality), *_languages(scene, municipality)),
        ohjaamo=_ohjaamo_link(scene, ohjaamo) if ohjaamo else None,
        ohjaamo_note=_ohjaamo_note(scene, ohjaamo) if ohjaamo else "",
        events=events,
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
    scene: Scene, municipality: Municipality, services: Iterable[Service], km_to: Mapping[str, float]
) -> Iterator[NearPlace]:
    """The nearest services, one of each organisation; among equally near, who advises, answers and helps with most."""
    worth, told = scene.facts.once, set[str]()
    near = [
        (max(km, WALKABLE_KM), worth(_worth, service), km, service)
        for service in services
        if (km := km_to.get(service.key)) is not None and not worth(is_for_few_here, service)
    ]
    for _, _, km, service in sorted(near, key=itemgetter(0, 1)):
        if len(told) == MOST_NEAR:
            return
        if service.organisation not in told and (shown := scene.network.find(Service, service.key)):
            told.add(service.organisation)
            channel = around(scene).channel_at_nearest_place(municipality, service)
            opening = opening_of(scene, service, channel) if channel else NEVER_SAID
            yield NearPlace(
                full_link_to(shown, ", ".join(filter(None, (_town(scene, channel), in_kilometres(km))))), opening
            )


def _town(scene: Scene, channel: Channel | None) -> str:
    place = place_of(scene.facts, channel) if channel else None
    town = scene.network.municipality_of(place.municipality) if place else None
    return town.name_in(scene.language) if town else ""


def _worth(_: Scene, service: Service) -> tuple[bool, bool, int]:
    """The smaller the more a service is worth going to."""
    return not advises(service), first_live(service) is None, -len(service.topics)


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
            f"{capital(scene.label('service_language', language))} {count}",
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
    facts = scene.facts
    region = facts.network.regions.get(municipality.region_id or "")
    return [
        municipality.code,
        *facts.coverage_ways.get(municipality.code, ()),
        region.profile.fingerprint if region else "",
        near_events(facts).fingerprint(municipality) if region else "",
        around(facts).ohjaamot_fingerprint,
        *danger_pages(facts),
        *(f"{topic}: {sorted(terms)}" for topic, terms in sorted(usual_of_topics(facts).items())),
        *first_made_of(scene, municipality.region_id or NATIONAL, municipality.code),
        *facts.coverage_fingerprints.get(municipality.code, ()),
    ]
