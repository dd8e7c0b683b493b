"""Front pages: of the whole country and of a region."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup

from tno.frozen import frozen
from tno.model.network import NATIONAL, Region
from tno.records import Agreement, Assessment, Document, Group, Organisation, Page, Plan, Practice, Report, Service
from tno.records.event import OPEN_TO_ALL
from tno.views.agreement import Step, step_of
from tno.views.area_switch import AreaSwitch, Successor, area_switch, by_successor, looked_after, section_links
from tno.views.contact import advises
from tno.views.country_map import MapTile, belts_of, tiles_of
from tno.views.event_days import Coming, DayOfEvents, by_days, coming, events_shown, soon_for_all
from tno.views.event_facets import told_of_days
from tno.views.first_steps import living_pairs
from tno.views.groups import development_groups
from tno.views.link import Link, full_link_to
from tno.views.now import MOST_ANSWERING, NowRow, first_to_answer
from tno.views.opening import opening_words
from tno.views.organisation import ContactView, contact_view
from tno.views.scene import Scene
from tno.views.sub_area import municipalities_of
from tno.views.terms import MOST_SITUATIONS, services_by_term

WEEK_DAYS = 7
MOST_OF_WEEK = 8
"""How many events a front page tells of."""
MOST_NATIONAL = 6
"""How many national services a thin region's page names."""


@frozen
class HomePage:
    """Context of `sections/home.html`: the front page and each region's."""

    question: str
    """The heading: what the visitor may be thinking."""
    lead: str
    """One sentence under it."""
    region: Region | None
    """None on the front page of the whole country."""
    doors: tuple[tuple[str, Link], ...]
    """(art, link): three ways to begin; the note says what happens."""
    situations: tuple[Link, ...]
    """Life situations with the number of services in the note."""
    days: tuple[DayOfEvents, ...]
    """What happens this week, by day: the first of what is for everybody."""
    told: Markup
    """What `events.js` must know: JSON."""
    events_link: Link
    """All events."""
    tiles: tuple[MapTile, ...]
    """The country as tiles to choose from; none on a region's page."""
    belts: tuple[tuple[str, str], ...]
    """Elinvoimakeskus, path data of the belt round the tiles it looks after."""
    switch: AreaSwitch | None
    """The choice between ELY areas and their successors, where there are tiles."""
    successors: tuple[Successor, ...]
    """The successors with the regions they look after."""
    sub_areas: tuple[tuple[Link, tuple[Link, ...]], ...]
    """A region's municipalities by sub-area, or all under one heading."""
    answering: tuple[NowRow, ...]
    """The first of those who answer, then whoever is open when none before is: a script shows the right ones."""
    shown: int
    """How many of them are shown at a time."""
    now: Link
    """Where all of them are."""
    script: str
    """What `opening.js` says, JSON."""
    agreements: tuple[Step, ...]
    """Agreements in force."""
    network: tuple[Link, ...]
    """Rooms of the network: organisations, groups, agreements, promises, practices, documents, ELO."""
    development: tuple[Link, ...]
    """Development groups that a region shares with others, each with the regions it joins."""
    authorities: tuple[str, ...]
    """Who carries the area's tasks today, each a sentence."""
    neighbours: tuple[Link, ...]
    """Regions that share a border."""
    is_thin: bool
    """Whether the region has no services of its own yet: national ones and an invitation are shown instead."""
    national: tuple[Link, ...]
    """Some national services, for a thin region."""
    prose: Markup
    """The region's own introduction, HTML."""
    contacts: tuple[ContactView, ...]
    """Whom to ask, by role."""


def front_page(scene: Scene) -> HomePage:
    """The front page of the whole country."""
    w = scene.w
    regions = [region for region in scene.network.regions.values() if not region.is_national]
    return HomePage(
        question=w.front_question,
        lead=w.front_lead,
        region=None,
        doors=(
            ("path", Link(w.door_path, _beginning(scene), w.door_path_note)),
            ("person", Link(w.door_person, "kansallinen/yhteys/", w.door_person_note)),
            ("glass", Link(w.door_search, "palvelut/", w.door_search_note)),
        ),
        situations=_situations(scene, None),
        days=_this_week(scene, None),
        told=told_of_days(scene),
        events_link=Link(w.events_more, "tapahtumat/"),
        tiles=tiles_of({region.id: Link(region.name, f"{region.id}/") for region in regions}),
        belts=belts_of(looked_after(scene, frozenset(region.id for region in regions))),
        switch=area_switch(scene),
        successors=by_successor(scene, section_links(scene)),
        sub_areas=(),
        answering=first_to_answer(scene, NATIONAL),
        shown=MOST_ANSWERING,
        now=Link(w.now_more, f"{NATIONAL}/kuka-vastaa-nyt/"),
        script=opening_words(scene),
        agreements=(),
        network=(
            Link(w.all_services, "palvelut/"),
            Link(w.network_title, "verkosto/"),
            Link(w.municipalities_title, "kunnat/"),
        ),
        development=(),
        authorities=(),
        neighbours=(),
        is_thin=False,
        national=(),
        prose=Markup(""),
        contacts=(),
    )


def region_page(scene: Scene, region: Region) -> HomePage:
    """A region's front page; for a region with nothing but its own file, what serves it all the same."""
    w, base = scene.w, region.id
    facts = scene.facts.network
    own = [service for service in facts.regions[base].all_of(Service) if facts.offers(service)]
    area = scene.network.country.ely_areas.get(region.id)
    count = len(area.municipality_codes) if area else 0
    lead = w.region_lead.format(region=region.name, count=count) if area else w.national_lead
    has_own = own and base != NATIONAL
    services = Link(
        w.door_search, f"{base}/palvelut/", w.counted("door_search_count", len(own)) if has_own else w.door_search_note
    )
    return HomePage(
        question=w.region_question,
        lead=lead,
        region=region,
        doors=(
            ("path", Link(w.door_path, f"{_beginning(scene)}{_of_region(region)}", w.door_path_note)),
            ("person", Link(w.door_person, f"{base}/yhteys/", w.door_person_note)),
            ("glass", services),
        ),
        situations=_situations(scene, region),
        days=_this_week(scene, region),
        told=told_of_days(scene),
        events_link=Link(w.events_more, f"{base}/tapahtumat/"),
        tiles=(),
        belts=(),
        switch=None,
        successors=(),
        sub_areas=_municipalities(scene, region),
        answering=first_to_answer(scene, region.id),
        shown=MOST_ANSWERING,
        now=Link(w.now_more, f"{base}/kuka-vastaa-nyt/"),
        script=opening_words(scene),
        agreements=_in_force(scene, region),
        network=_rooms(scene, region),
        development=development_groups(scene, region),
        authorities=tuple(_authorities(scene, region)),
        neighbours=tuple(_section_link(scene, other) for other in (area.neighbours if area else ())),
        is_thin=not own,
        national=_national(scene) if not own else (),
        prose=scene.prose(region.profile),
        contacts=tuple(contact_view(scene, contact) for contact in region.profile.contacts),
    )


def _beginning(scene: Scene) -> str:
    """Where somebody goes who does not know what to ask for."""
    return "mista-aloitan/" if living_pairs(scene) else "elamantilanteet/"


def _section_link(scene: Scene, region: str) -> Link:
    """An area by name; it leads to its section where this site has one."""
    area = scene.network.country.ely_areas[region]
    return Link(area.name_in(scene.language), f"{region}/" if region in scene.network.regions else None)


def _of_region(region: Region | None) -> str:
    """What shows a region's own services first on a page of the whole country (`terms.js`), or "" without a region."""
    return f"?alue={region.id}" if region else ""


def _situations(scene: Scene, region: Region | None) -> tuple[Link, ...]:
    near = None if region is None else {region.id, NATIONAL}
    found = {
        term: [service for home, services in by_region.items() if near is None or home in near for service in services]
        for term, by_region in services_by_term(scene, "life_situation").items()
    }
    terms = [term.id for term in scene.network.vocabularies["life_situation"] if found.get(term.id)]
    if region and region.profile.featured:
        terms.sort(key=lambda term: term not in region.profile.featured)
    return tuple(
        Link(
            scene.label("life_situation", term),
            f"elamantilanteet/{term}/{_of_region(region)}",
            str(len(found[term])),
        )
        for term in terms[:MOST_SITUATIONS]
    )


def _municipalities(scene: Scene, region: Region) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    country = scene.network.country
    if region.profile.sub_areas:
        return tuple(
            (Link(str(area.name), f"{region.id}/alueet/{area.id}/"), municipalities_of(scene, area))
            for area in region.profile.sub_areas
        )
    area = country.ely_areas.get(region.id)
    if area is None:
        return ()
    return tuple(
        (
            Link(country.maakunnat[code].name_in(scene.language)),
            tuple(
                Link(found.name_in(scene.language), f"kunnat/{found.slug}/")
                for found in country.municipalities_of(country.maakunnat[code])
            ),
        )
        for code in area.maakunta_codes
    )


def _in_force(scene: Scene, region: Region) -> tuple[Step, ...]:
    steps = (step_of(scene, agreement) for agreement in region.all_of(Agreement))
    return tuple(step for step in steps if step.state in {"voimassa", "paattymassa", "tuleva"})


def _rooms(scene: Scene, region: Region) -> tuple[Link, ...]:
    w = scene.w
    rooms = (
        (Organisation, w.organisations, "toimijat"),
        (Agreement, w.agreements, "sopimukset"),
        (Group, w.groups, "ryhmat"),
        (Practice, w.practices, "kaytannot"),
        (Document, w.room_asiakirjat, "asiakirjat"),
        (Page, w.room_ajankohtaista, "ajankohtaista"),
    )
    found = [
        Link(label, f"{region.id}/{room}/", str(len(region.all_of(kind))))
        for kind, label, room in rooms
        if region.all_of(kind)
    ]
    if promised := sum(len(agreement.commitments) for agreement in region.all_of(Agreement)):
        found.append(Link(w.promises, f"{region.id}/lupaukset/", str(promised)))
    if any(region.all_of(kind) for kind in (Plan, Report, Assessment)):
        found.append(Link(w.elo, f"{region.id}/elo/"))
    return tuple(found)


def _authorities(scene: Scene, region: Region) -> list[str]:
    """Sentences such as "Lapin ELY-keskuksen tehtäviä hoitaa 1.1.2026 alkaen Lapin elinvoimakeskus"."""
    country, w = scene.network.country, scene.w
    area = country.ely_areas.get(region.id)
    if area is None:
        return []
    carriers = country.authority_today(region.id, scene.day)
    sentences = []
    for carrier in carriers:
        maakunnat = [country.maakunnat[code].name_in(scene.language) for code in carrier.maakunta_codes]
        form = w.authority_part if len(carriers) > 1 else w.authority_whole
        since = scene.writing.day(carrier.area.valid_from) if carrier.area.valid_from else ""
        name = carrier.name_in(scene.language)
        sentences.append(form.format(authority=name, maakunnat=scene.writing.listing(maakunnat), since=since))
    if area.valid_until and area.valid_until < scene.day:
        name = area.authority.get(scene.language, area.authority["fi"])
        sentences.append(w.authority_before.format(authority=name, day=scene.writing.day(area.valid_until)))
    return sentences


def _national(scene: Scene) -> tuple[Link, ...]:
    network = scene.network
    found = [service for service in network.regions[NATIONAL].all_of(Service) if network.offers(service)]
    advising = [service for service in found if advises(service)] or found
    return tuple(full_link_to(service, str(service.summary)) for service in advising[:MOST_NATIONAL])


def _this_week(scene: Scene, region: Region | None) -> tuple[DayOfEvents, ...]:
    """The first events of the week that are for everybody, by day."""
    if region is None:
        end = scene.day + timedelta(days=WEEK_DAYS)
        found: Sequence[Coming] = [pair for pair in soon_for_all(scene) if pair[1].first_day < end]
    else:
        shown = [event for event in events_shown(scene, region) if OPEN_TO_ALL in event.audience]
        found = coming(scene.facts, shown, WEEK_DAYS)
    return by_days(scene, found[:MOST_OF_WEEK])
