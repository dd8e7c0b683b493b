"""Pages that list: rooms of a region, topics, life situations, municipalities. One form for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tno import finnish
from tno.model.network import NATIONAL, Region
from tno.records import Agreement, Document, Group, Organisation, Page, Practice, Record, Service
from tno.views.agreement import step_of
from tno.views.link import Link, full_link_to
from tno.views.scene import Scene

Rows = Callable[[Iterable[Service]], Markup]
"""Services as HTML list items whose links fit the page."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Some rows under a heading."""

    heading: str
    """May be empty when the page has one group only."""
    anchor: str
    """Fragment of the heading, "" without one."""
    links: tuple[Link, ...] = ()
    """Rows as links, each with a note."""
    rows: Markup = Markup("")
    """Rows already rendered; used instead of `links` where there are many."""
    count: int = 0
    """How many rows; shown beside the heading when over 0."""


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
    """Where to go from here."""
    prose: Markup = Markup("")
    """A text of its own, HTML."""


def _group(services: Sequence[Service], rows: Rows, heading: str, anchor: str) -> RowGroup:
    return RowGroup(heading, anchor, rows=rows(services), count=len(services))


def services_page(scene: Scene, region: Region, rows: Rows) -> ListPage:
    """A region's own services by how one gets to them, in one list."""
    w = scene.w
    own = [service for service in scene.network.services_in_order if service.region == region.id]
    on_the_spot = [service for service in own if scene.network.places_of(service)]
    afar = [service for service in own if not scene.network.places_of(service)]
    groups = [
        _group(found, rows, heading, anchor)
        for found, heading, anchor in (
            (on_the_spot, w.services_on_the_spot, "paikan-paalla"),
            (afar, w.services_from_afar, "etana"),
        )
        if found
    ]
    return ListPage(
        title=w.services_of.format(region=region.name),
        lead=w.services_lead_national if region.is_national else w.services_lead,
        groups=tuple(groups),
        empty=w.services_none.format(region=region.name),
        ways_on=_ways_on(scene, region),
    )


def _ways_on(scene: Scene, region: Region) -> tuple[Link, ...]:
    w = scene.w
    national = Link(w.national_services, f"{NATIONAL}/palvelut/")
    return (
        *(() if region.is_national else (national,)),
        Link(w.by_municipality, "kunnat/"),
        Link(w.by_life_situation, "elamantilanteet/"),
        Link(w.by_topic, "aiheet/"),
    )


def organisations_page(scene: Scene, region: Region) -> ListPage:
    """A region's organisations by sector; those that have ended last."""
    w = scene.w
    groups: dict[str, list[Link]] = {}
    ended: list[Link] = []
    for organisation in region.all_of(Organisation):
        if organisation.valid_until and organisation.valid_until < scene.day:
            ended.append(full_link_to(organisation, w.until_day.format(day=finnish.day(organisation.valid_until))))
        else:
            sector = scene.label("organisation_type", organisation.sector)
            groups.setdefault(sector, []).append(full_link_to(organisation, str(organisation.summary or "")))
    ordered = sorted(groups.items(), key=lambda item: finnish.sort_key(item[0]))
    if ended:
        ordered.append((w.organisations_ended, ended))
    return ListPage(
        title=w.organisations_of.format(region=region.name),
        lead=w.organisations_lead,
        groups=tuple(RowGroup(heading, finnish.slug(heading), tuple(links)) for heading, links in ordered),
        empty=w.organisations_none.format(region=region.name),
    )


def agreements_page(scene: Scene, region: Region) -> ListPage:
    """A region's agreements by state, those in force first."""
    w = scene.w
    groups: dict[str, list[Link]] = {}
    for agreement in region.all_of(Agreement):
        step = step_of(scene, agreement)
        groups.setdefault(step.state, []).append(Link(step.link.label, step.link.address, step.years))
    order = ("voimassa", "paattymassa", "tuleva", "valmisteilla", "paivitetty", "paattynyt")
    return ListPage(
        title=w.agreements_of.format(region=region.name),
        lead=w.agreements_lead,
        groups=tuple(
            RowGroup(scene.label("agreement_status", state), state, tuple(groups[state])) for state in order if state in groups
        ),
        empty=w.agreements_none.format(region=region.name),
    )


def groups_page(scene: Scene, region: Region) -> ListPage:
    """A region's groups by type, with development groups of other regions that it belongs to."""
    w = scene.w
    everywhere = scene.network.all_of(Group).values()
    shared = [group for group in everywhere if region.id in group.regions and group.region != region.id]
    groups: dict[str, list[Link]] = {}
    for group in [*region.all_of(Group), *shared]:
        label = scene.label("network_group", group.type)
        groups.setdefault(label, []).append(full_link_to(group, str(group.summary or "")))
    return ListPage(
        title=w.groups_of.format(region=region.name),
        lead=w.groups_lead,
        groups=tuple(RowGroup(heading, finnish.slug(heading), tuple(links)) for heading, links in groups.items()),
        empty=w.groups_none.format(region=region.name),
    )


def plain_page(scene: Scene, region: Region, kind: type[Record], words: str) -> ListPage:
    """A region's practices, documents or news: newest or first in the alphabet first."""
    w = scene.w
    records: Sequence[Record] = region.all_of(kind)
    if kind is Page:
        records = sorted(region.all_of(Page), key=lambda page: page.published, reverse=True)
    links = tuple(full_link_to(record, _note(scene, record)) for record in records)
    return ListPage(
        title=w[f"{words}_of"].format(region=region.name),
        lead=w[f"{words}_lead"],
        groups=(RowGroup("", "", links),) if links else (),
        empty=w[f"{words}_none"].format(region=region.name),
    )


def _note(scene: Scene, record: Record) -> str:
    if isinstance(record, Page):
        return finnish.day(record.published)
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
    return ListPage(
        title=label,
        lead=w[f"{vocabulary}_lead"],
        groups=tuple(
            _group(by_region[region], rows, w.whole_country if region == NATIONAL else regions[region].name, region)
            for region in ordered
        ),
        empty=w.term_none,
        ways_on=(Link(w.by_municipality, "kunnat/"),),
    )


def services_by_term(scene: Scene, vocabulary: str) -> dict[str, dict[str, list[Service]]]:
    """Term → region → services in order, for `service_topic` or `life_situation`. Made once a scene."""
    if (known := scene.by_term.get(vocabulary)) is None:
        known = scene.by_term[vocabulary] = {}
        for service in scene.network.services_in_order:
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
    return ListPage(w[f"{vocabulary}_title"], w[f"{vocabulary}_lead"], (RowGroup("", "", links),) if links else (), w.term_none)


def municipalities_page(scene: Scene) -> ListPage:
    """All 308 municipalities by maakunta, each with the number of services that serve it."""
    country, services = scene.network.country, scene.network.services_by_municipality
    groups = []
    for area in sorted(country.maakunnat.values(), key=lambda area: finnish.sort_key(area.name)):
        links = tuple(
            Link(found.name, f"kunnat/{found.slug}/", str(len(services[found.code])))
            for found in country.municipalities_of(area)
        )
        groups.append(RowGroup(area.name, finnish.slug(area.name), links))
    w = scene.w
    return ListPage(w.municipalities_title, w.municipalities_lead, tuple(groups), "")


def national_services_page(scene: Scene, rows: Rows) -> ListPage:
    """`/palvelut/`: ways to all services, and the national ones in full."""
    w = scene.w
    national = [service for service in scene.network.services_in_order if service.region == NATIONAL]
    counts: dict[str, int] = {}
    for service in scene.network.services_in_order:
        counts[service.region] = counts.get(service.region, 0) + 1
    areas = tuple(
        Link(region.name, f"{region.id}/palvelut/", str(counts.get(region.id, 0)))
        for region in scene.network.regions.values()
        if not region.is_national
    )
    groups = [RowGroup(w.services_by_region, "alueittain", areas)]
    if national:
        groups.append(_group(national, rows, w.national_services, "valtakunnalliset"))
    return ListPage(
        w.all_services, w.all_services_lead, tuple(groups), "", _ways_on(scene, scene.network.regions[NATIONAL])[0:]
    )
