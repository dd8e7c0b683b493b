"""Pages that list: rooms of a region, topics, life situations, municipalities. One form for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from tno import finnish
from tno.country.area import Area
from tno.country.municipality import Municipality
from tno.model.agreements import EXPIRING
from tno.model.localised import joined
from tno.model.network import NATIONAL, SHOWN, Region
from tno.records import Agreement, Document, Organisation, Page, Practice, Record, Service
from tno.views.agreement import step_of
from tno.views.area_switch import (
    ELY,
    SUCCESSORS,
    AreaSwitch,
    Successor,
    area_switch,
    by_successor,
    part_name,
    section_links,
)
from tno.views.by_topic import ByTopic, by_topic, count_of, named
from tno.views.facets import FACET_OF
from tno.views.link import Link, full_link_to
from tno.views.promises import expiring, reviews
from tno.views.scene import Scene

NOTHING = Markup("")
Notes = Mapping[str, str]
"""Key of a service → what a page alone says of it, at the end of its row."""
NO_NOTES: Notes = {}
Rows = Callable[[Sequence[Service], Notes], Markup]
"""Services, given in the Finnish order, as list items of a page; facts alone of them are asked (`tno.rows`)."""


Form = Literal["rows", "names", "counts"]
"""How links of a group are laid out: a row each, names after each other, or columns with a number at the right."""
Part = tuple[Link, str, tuple[Link, ...]]
"""Heading, its fragment or "", links below it."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Some rows under a heading."""

    heading: str
    """May be empty when the page has one group only."""
    anchor: str
    """Fragment of the heading, "" without one."""
    links: tuple[Link, ...] = ()
    """Rows as links, each with a note."""
    rows: Markup = NOTHING
    """Rows already rendered; used instead of `links` where there are many."""
    count: int = 0
    """How many rows; shown beside the heading when over 0."""
    form: Form = "rows"
    parts: tuple[Part, ...] = ()
    """Names under headings of their own, instead of `links`."""
    successors: tuple[Successor, ...] = ()
    """Regions under their elinvoimakeskus, instead of `links`."""
    areas: str = ""
    """Shown only when areas are grouped so (`area_switch`); "" always."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """Context of `sections/list.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it, or empty."""
    groups: tuple[RowGroup, ...]
    """Rows in groups; none: `empty` is said instead."""
    empty: str
    """What is said when there is nothing, and what to do then."""
    ways_on: tuple[Link, ...] = ()
    """Where to go from here: beside the groups, or instead of them when there is none."""
    prose: Markup = NOTHING
    """A text of its own, HTML."""
    jumps: tuple[Link, ...] = ()
    """To the headings of a long page, with the number of rows below each."""
    leads_to: str = ""
    """The page asks for a municipality; where its choice leads: an address in which {slug} is filled in."""
    calling: tuple[tuple[Link, tuple[Link, ...]], ...] = ()
    """Whom to call about it, with the numbers."""
    related: tuple[Link, ...] = ()
    """Situations and topics that come up together with it."""
    switch: AreaSwitch | None = None
    """The choice between ELY areas and their successors, when there is something to group by them."""


MUNICIPALITY_PAGE = "kunnat/{slug}/"
MOST_TOWNS = 3
"""A row names so many municipalities; a service given in more says their number."""


def given_by(scene: Scene, service: Service) -> str:
    """Whose a service is and where it is given: "Tunturipolun ammattiopisto, Kemi ja Tornio"."""
    network = scene.network
    organisation = network.find(Organisation, service.organisation)
    towns = dict.fromkeys(
        found.name_in(scene.language)
        for place in network.places_of(service)
        if (found := network.municipality_of(place.municipality))
    )
    where = (
        scene.writing.listing(list(towns)) if len(towns) <= MOST_TOWNS else scene.w.in_towns.format(count=len(towns))
    )
    return joined(", ", filter(None, (str(organisation.name) if organisation else "", where)))


LONG = 20
"""A page with more rows than this has jumps to its headings."""


def jumps_to(headings: Iterable[tuple[str, str, int]]) -> tuple[Link, ...]:
    """Links to the headings of a long page; none when the page is short or has hardly any headings.

    Args:
        headings: (words, fragment, number of rows below).
    """
    found = tuple((words, anchor, count) for words, anchor, count in headings if words and count)
    if len(found) < 3 or sum(count for *_, count in found) <= LONG:
        return ()
    return tuple(Link(words, f"#{anchor}", str(count)) for words, anchor, count in found)


def _jumps(groups: Iterable[RowGroup]) -> tuple[Link, ...]:
    return jumps_to((group.heading, group.anchor, group.count or len(group.links)) for group in groups)


def topic_groups(scene: Scene, listed: ByTopic, rows: Rows, notes: Notes = NO_NOTES) -> list[RowGroup]:
    """Services under their topics; few of them in one group without a heading."""
    if count_of(listed) <= LONG:
        return [_group(named(listed), rows, "", "", notes)] if listed else []
    return [
        _group(services, rows, scene.label("service_topic", topic), topic, notes) for topic, services in listed.items()
    ]


def _group(services: Sequence[Service], rows: Rows, heading: str, anchor: str, notes: Notes = NO_NOTES) -> RowGroup:
    return RowGroup(heading, anchor, rows=rows(services, notes), count=len(services))


def is_found(scene: Scene, service: Service) -> bool:
    """Whether a service is in the finder: shown to people, and not so long unchecked that nobody can trust it."""
    return scene.network.offers(service)


def found_in(facts: Scene, region: Region) -> Sequence[Service]:
    """A region's own services that the finder knows, in the Finnish order."""
    return [service for service in region.all_of(Service) if is_found(facts, service)]


def found_counts(facts: Scene) -> Mapping[str, int]:
    """Region → how many of its services the finder knows; without those that have none."""
    counts = ((region.id, len(facts.once(found_in, region))) for region in facts.network.regions.values())
    return {region: count for region, count in counts if count}


def services_page(scene: Scene, region: Region, rows: Rows) -> ListPage:
    """A region's own services by topic; then by name those long unchecked, and those not given now with their state."""
    w, facts = scene.w, scene.facts
    every = facts.network.regions[region.id].all_of(Service)
    found = {service.key for service in every if is_found(facts, service)}
    groups = topic_groups(scene, by_topic(scene, [service for service in every if service.key in found]), rows)
    long_unchecked = {service.key for service in every if facts.network.shows(service)} - found
    if long_unchecked:
        links = (full_link_to(each) for each in region.all_of(Service) if each.key in long_unchecked)
        groups.append(RowGroup(w.services_unchecked, "tarkistamatta", tuple(links)))
    not_now = {service.key for service in every if service.status not in SHOWN}
    if not_now:
        states = (
            full_link_to(each, scene.label("service_status", each.status))
            for each in region.all_of(Service)
            if each.key in not_now
        )
        groups.append(RowGroup(w.services_not_now, "ei-nyt", tuple(states)))
    return ListPage(
        title=w.services_of.format(region=region.name),
        lead=w.services_lead_national if region.is_national else w.services_lead,
        groups=tuple(groups),
        empty=w.services_none,
        ways_on=_ways_on(scene, region),
        jumps=_jumps(groups),
    )


def how_to_add(scene: Scene) -> Link:
    """Where an editor is told how to add what is missing."""
    return Link(scene.w.how_to_add, "ohjeet/")


def ask(scene: Scene, region: Region) -> Link:
    """Where a person can be asked."""
    return Link(scene.w.door_person, f"{region.id}/yhteys/")


def search_page(scene: Scene) -> ListPage:
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
    return ListPage(w.search_title, w.search_lead, (), w.search_without_script, ways_on)


def _when_empty(scene: Scene, region: Region, groups: Sequence[object]) -> tuple[Link, ...]:
    return () if groups else (how_to_add(scene), ask(scene, region))


def _ways_on(scene: Scene, region: Region) -> tuple[Link, ...]:
    w = scene.w
    national = Link(w.national_services, f"{NATIONAL}/palvelut/")
    return (*(() if region.is_national else (national,)), *_other_ways(scene))


def organisations_page(scene: Scene, region: Region) -> ListPage:
    """A region's organisations by sector; those that have ended last."""
    w = scene.w
    groups: dict[str, list[Link]] = {}
    ended: list[Link] = []
    for organisation in region.all_of(Organisation):
        if organisation.valid_until and organisation.valid_until < scene.day:
            last_day = scene.writing.day(organisation.valid_until)
            ended.append(full_link_to(organisation, w.until_day.format(day=last_day)))
        else:
            sector = scene.label("organisation_type", organisation.sector)
            groups.setdefault(sector, []).append(full_link_to(organisation, str(organisation.summary or "")))
    ordered = sorted(groups.items(), key=lambda item: finnish.sort_key(item[0]))
    if ended:
        ordered.append((w.organisations_ended, ended))
    rows = tuple(RowGroup(heading, finnish.slug(heading), tuple(links)) for heading, links in ordered)
    return ListPage(
        title=w.organisations_of.format(region=region.name),
        lead=w.organisations_lead,
        groups=rows,
        empty=w.organisations_none,
        ways_on=_when_empty(scene, region, ordered),
        jumps=_jumps(rows),
    )


def agreements_page(scene: Scene, region: Region) -> ListPage:
    """A region's agreements by state, those in force first; before them those that are to be looked at again."""
    w = scene.w
    groups: dict[str, list[Link]] = {}
    ending = {link.address: link.note for link in expiring(scene, region)}
    for agreement in region.all_of(Agreement):
        step = step_of(scene, agreement)
        note = ending.get(step.link.address, "") if step.state == EXPIRING else ""
        groups.setdefault(step.state, []).append(Link(step.link.label, step.link.address, note or step.years))
    due = reviews(scene, region)
    promises = any(agreement.commitments for agreement in region.all_of(Agreement))
    board = (Link(w.agreement_board, f"{region.id}/lupaukset/"),) if promises else ()
    order = ("voimassa", "paattymassa", "tuleva", "valmisteilla", "paivitetty", "paattynyt")
    return ListPage(
        title=w.agreements_of.format(region=region.name),
        lead=w.agreements_lead,
        groups=(
            *((RowGroup(w.agreement_to_review, "tarkistettavat", due),) if due else ()),
            *(
                RowGroup(scene.label("agreement_status", state), state, tuple(groups[state]))
                for state in order
                if state in groups
            ),
        ),
        empty=w.agreements_none,
        ways_on=_when_empty(scene, region, list(groups)) or board,
    )


def practices_page(scene: Scene, region: Region) -> ListPage:
    """A region's good practices."""
    return _plain_page(scene, region, region.all_of(Practice), "practices")


def documents_page(scene: Scene, region: Region) -> ListPage:
    """A region's documents."""
    return _plain_page(scene, region, region.all_of(Document), "documents")


def news_page(scene: Scene, region: Region) -> ListPage:
    """A region's free pages, newest first."""
    newest_first = sorted(region.all_of(Page), key=lambda page: page.published, reverse=True)
    return _plain_page(scene, region, newest_first, "news")


def _plain_page(scene: Scene, region: Region, records: Sequence[Record], words: str) -> ListPage:
    w = scene.w
    links = tuple(full_link_to(record, _note(scene, record)) for record in records)
    return ListPage(
        title=w[f"{words}_of"].format(region=region.name),
        lead=w[f"{words}_lead"],
        groups=(RowGroup("", "", links),) if links else (),
        empty="",
    )


def _note(scene: Scene, record: Record) -> str:
    if isinstance(record, Page):
        return scene.writing.day(record.published)
    if isinstance(record, Document):
        return scene.label("document_kind", record.kind)
    return str(record.summary or "") if isinstance(record, Practice) else ""


def term_page(scene: Scene, vocabulary: str, term: str, rows: Rows) -> ListPage:
    """All services of a topic or in a life situation: the region's own under its name, national ones first."""
    w = scene.w
    label = scene.label(vocabulary, term)
    by_region = services_by_term(scene, vocabulary).get(term, {})
    regions = scene.network.regions
    ordered = sorted(by_region, key=lambda region: (region != NATIONAL, list(regions).index(region)))
    groups = tuple(
        _group(by_region[region], rows, w.whole_country if region == NATIONAL else regions[region].name, region)
        for region in ordered
    )
    return ListPage(
        title=label,
        lead=w[f"{vocabulary}_lead"],
        groups=groups,
        empty=w.term_none,
        ways_on=_other_ways(scene, vocabulary),
        jumps=_jumps(groups),
        leads_to=f"palvelut/?{FACET_OF[vocabulary]}={term}&kunta={{slug}}",
        calling=tuple(_to_call(scene, by_region.get(NATIONAL, ()))),
        related=tuple(_related(scene, vocabulary, term, (each for found in by_region.values() for each in found))),
    )


"""Vocabulary → the finder's name for it in an address."""
MOST_TO_CALL = 3
MOST_RELATED = 8


def _to_call(scene: Scene, services: Iterable[Service]) -> Iterator[tuple[Link, tuple[Link, ...]]]:
    """The country's services that answer the telephone, those for many first."""
    answering = [service for service in services if service.status == "voimassa" and numbers_of(service)]
    answering.sort(key=lambda service: (-len(service.target_groups), service.order))
    for service in answering[:MOST_TO_CALL]:
        if shown := scene.network.find(Service, service.key):
            yield full_link_to(shown), numbers_of(service)


def numbers_of(service: Service) -> tuple[Link, ...]:
    """Telephone numbers of a service, as people read them."""
    numbers = dict.fromkeys(item.phone for item in service.channels if item.type == "puhelin" and item.phone)
    return tuple(Link(finnish.phone(number), f"tel:{number}") for number in numbers)


def _related(scene: Scene, vocabulary: str, term: str, services: Iterable[Service]) -> Iterator[Link]:
    """Other situations and topics of the same services, the most common first."""
    found: Counter[tuple[str, str]] = Counter()
    for service in services:
        found.update([("life_situation", each) for each in service.life_situations])
        found.update([("service_topic", each) for each in service.topics])
    del found[vocabulary, term]
    for (other, each), _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_RELATED]:
        yield scene.term_link(other, each)


def _other_ways(scene: Scene, without: str = "") -> tuple[Link, ...]:
    w = scene.w
    ways = (
        ("municipality", w.by_municipality, "kunnat/"),
        ("life_situation", w.by_life_situation, "elamantilanteet/"),
        ("service_topic", w.by_topic, "aiheet/"),
    )
    return tuple(Link(label, address) for vocabulary, label, address in ways if vocabulary != without)


def services_by_term(scene: Scene, vocabulary: str) -> dict[str, dict[str, list[Service]]]:
    """Term → region → services in the Finnish order, for `service_topic` or `life_situation`. Made once."""
    facts = scene.facts
    if (known := facts.by_term.get(vocabulary)) is None:
        known = facts.by_term[vocabulary] = {}
        for service in facts.network.services_offered:
            terms = service.topics if vocabulary == "service_topic" else service.life_situations
            for term in terms:
                known.setdefault(term, {}).setdefault(service.region, []).append(service)
    return known


def terms_page(scene: Scene, vocabulary: str, room: str) -> ListPage:
    """Every topic or life situation that has a service, with the number of them."""
    found = services_by_term(scene, vocabulary)
    links = tuple(
        Link(scene.label(vocabulary, term.id), f"{room}/{term.id}/", str(sum(map(len, found[term.id].values()))))
        for term in scene.network.vocabularies[vocabulary]
        if term.id in found
    )
    w = scene.w
    groups = (RowGroup("", "", links, form="counts"),) if links else ()
    ways_on = () if links else _other_ways(scene, vocabulary)
    return ListPage(w[f"{vocabulary}_title"], w[f"{vocabulary}_choose"], groups, w.term_none, ways_on)


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
        RowGroup(w.services_by_region, "alueittain", tuple(links.values()), form="counts", areas=ELY),
        RowGroup(w.services_by_successor, "elinvoimakeskuksittain", successors=by_area, areas=SUCCESSORS),
    ]
    if national:
        groups.append(_group(national, rows, w.national_services, "valtakunnalliset"))
    ways_on, switch = _other_ways(scene), area_switch(scene)
    return ListPage(w.all_services, w.all_services_lead, tuple(groups), "", ways_on, switch=switch)


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
