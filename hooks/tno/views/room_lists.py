"""Rooms of a region that are lists: its services, organisations, agreements, practices, documents and news."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tno import finnish
from tno.model.agreements import EXPIRING
from tno.model.network import NATIONAL, SHOWN, Region
from tno.records import Agreement, Document, Organisation, Page, Practice, Record, Service
from tno.views.agreement import step_of
from tno.views.by_topic import by_topic
from tno.views.link import Link, full_link_to
from tno.views.listing import ListPage, RowGroup, Rows, jumps_of, topic_groups, ways_to_find, when_empty
from tno.views.promises import expiring, reviews
from tno.views.scene import Scene


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
        jumps=jumps_of(groups),
    )


def _ways_on(scene: Scene, region: Region) -> tuple[Link, ...]:
    w = scene.w
    national = Link(w.national_services, f"{NATIONAL}/palvelut/")
    return (*(() if region.is_national else (national,)), *ways_to_find(scene))


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
        ways_on=when_empty(scene, region, ordered),
        jumps=jumps_of(rows),
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
        ways_on=when_empty(scene, region, list(groups)) or board,
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
