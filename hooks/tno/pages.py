"""Which pages exist: each with its address, title, template, what it is made of and the file to edit.

Section pages are framed by MkDocs; record pages are filled into shells (design.md, "Two kinds of pages").
Contexts are made only when a page is rendered: an unchanged page is known by the fingerprints of what it is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from tno.addresses import address_of, has_page
from tno.model.network import NATIONAL, Region
from tno.places import Places
from tno.records import (
    Agreement,
    Assessment,
    Document,
    Event,
    Group,
    Organisation,
    Page as NewsPage,
    Plan,
    Practice,
    Record,
    Report,
    Service,
)
from tno.views import event as events
from tno.views import home, listing
from tno.views.agreement import agreement_made_of, agreement_page
from tno.views.group import group_made_of, group_page
from tno.views.link import Link
from tno.views.listing import Rows
from tno.views.municipality import Reaches, municipality_made_of, municipality_page
from tno.views.network import network_page
from tno.views.organisation import organisation_made_of, organisation_page
from tno.views.scene import Scene
from tno.views.service import service_made_of, service_page
from tno.views.sheet import sheet_made_of, sheet_page, sheet_title

RowsFor = Callable[[str], Rows]
"""Address of a page → how services are shown as rows on it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    address: str
    """Relative to the site's root, "" for the front page, else ending with a slash."""
    title: str
    """For the browser's tab and search engines; also the last breadcrumb."""
    description: str
    """One sentence for search engines."""
    template: str
    """File below `overrides/`."""
    context: Callable[[], object]
    """Makes the template's context, a dataclass."""
    region: str
    """Section it belongs to."""
    room: str = ""
    """Room of the section, for the menu: `palvelut`."""
    crumbs: tuple[Link, ...] = ()
    """The way from the section's home to this page, without the page itself."""
    edit_file: str | None = None
    """The file an editor changes to change the page."""
    is_example: bool = False
    """Whether what it shows is invented."""
    made_of: Callable[[], Sequence[str]] = tuple
    """Fingerprints of everything the context reads."""
    record: Record | None = field(default=None, repr=False)
    """The record it is the page of."""


def pages(scene: Scene, places: Places, rows_for: RowsFor) -> tuple[list[Page], list[Page]]:
    """(section pages, record pages) of the whole site, each in a fixed order.

    Args:
        rows_for: renders services as rows for the page at an address.
    """
    build = _Pages(scene, places, rows_for)
    return list(build.section_pages()), list(build.record_pages())


class _Pages:
    def __init__(self, scene: Scene, places: Places, rows_for: RowsFor) -> None:
        self.scene, self.places, self.rows_for = scene, places, rows_for
        self.w, self.network = scene.w, scene.network
        self.reaches = Reaches(scene.network)

    # --- section pages ----------------------------------------------------------------------------------------------

    def section_pages(self) -> Iterator[Page]:
        scene, w = self.scene, self.w
        yield self._section("", w.site_name, w.front_lead, "home", lambda: home.front_page(scene))
        yield self._section("haku/", w.search_title, w.search_lead, "search", lambda: listing.ListPage(w.search_title, w.search_lead, (), w.search_without_script))
        yield self._list("palvelut/", w.all_services, w.all_services_lead, lambda rows: listing.national_services_page(scene, rows))
        yield self._section("tapahtumat/", w.all_events, w.events_lead, "events", lambda: events.events_page(scene, None))
        yield self._section("verkosto/", w.network_title, w.network_lead, "network", lambda: network_page(scene, None))
        yield self._list("kunnat/", w.municipalities_title, w.municipalities_lead, lambda rows: listing.municipalities_page(scene))
        for room, vocabulary in TERM_ROOMS.items():
            title, lead = w[f"{vocabulary}_title"], w[f"{vocabulary}_lead"]
            yield self._list(f"{room}/", title, lead, lambda rows, v=vocabulary, r=room: listing.terms_page(scene, v, r))
        for region in self.network.regions.values():
            yield from self._rooms(region)

    def _rooms(self, region: Region) -> Iterator[Page]:
        scene, w, base, name = self.scene, self.w, region.id, region.name
        file, example = self.places.file_of(region.profile), bool(region.profile.example)
        made_of = cache(lambda: [scene.region_fingerprint(region)])

        def room(path: str, title: str, lead: str, template: str, context: Callable[[], object]) -> Page:
            crumbs = (Link(name, f"{base}/"),) if path else ()
            page_room = path.partition("/")[0]
            return Page(
                f"{base}/{path}",
                title,
                lead,
                f"sections/{template}.html",
                context,
                base,
                page_room,
                crumbs,
                file,
                example,
                made_of,
            )

        count = len(self.network.country.ely_areas[base].municipality_codes) if not region.is_national else 0
        lead = w.national_lead if region.is_national else w.region_lead.format(region=name, count=count)
        yield room("", w.region_title.format(region=name), lead, "home", lambda: home.region_page(scene, region))
        rows = self.rows_for(f"{base}/palvelut/")
        yield room("palvelut/", w.services_of.format(region=name), w.services_lead, "list", lambda: listing.services_page(scene, region, rows))
        yield room("toimijat/", w.organisations_of.format(region=name), w.organisations_lead, "list", lambda: listing.organisations_page(scene, region))
        yield room("tapahtumat/", w.events_of.format(region=name), w.events_lead, "events", lambda: events.events_page(scene, region))
        yield room("sopimukset/", w.agreements_of.format(region=name), w.agreements_lead, "list", lambda: listing.agreements_page(scene, region))
        yield room("ryhmat/", w.groups_of.format(region=name), w.groups_lead, "list", lambda: listing.groups_page(scene, region))
        yield room("verkosto/", w.network_of.format(region=name), w.network_lead, "network", lambda: network_page(scene, region))
        yield room("yhteys/", w.contact_of.format(region=name), w.contact_lead, "contact", lambda: home.contact_page(scene, region))
        for kind, path, words in PLAIN_ROOMS:
            if region.all_of(kind):
                title, lead = w[f"{words}_of"].format(region=name), w[f"{words}_lead"]
                yield room(f"{path}/", title, lead, "list", lambda k=kind, x=words: listing.plain_page(scene, region, k, x))
        if any(region.all_of(kind) for kind in (Plan, Report, Assessment)):
            yield room("elo/", w.elo_of.format(region=name), w.elo_lead, "elo", lambda: home.elo_page(scene, region))

    def _section(self, address: str, title: str, lead: str, template: str, context: Callable[[], object]) -> Page:
        national = self.network.regions[NATIONAL].profile
        example = any(region.profile.example for region in self.network.regions.values())
        return Page(
            address,
            title,
            lead,
            f"sections/{template}.html",
            context,
            NATIONAL,
            address.strip("/"),
            (),
            self.places.file_of(national),
            example,
            lambda: [self.scene.network_fingerprint],
        )

    def _list(self, address: str, title: str, lead: str, context: Callable[[Rows], object]) -> Page:
        rows = self.rows_for(address)
        return self._section(address, title, lead, "list", lambda: context(rows))

    # --- record pages -----------------------------------------------------------------------------------------------

    def record_pages(self) -> Iterator[Page]:
        for region in self.network.regions.values():
            for kind, (template, context, made_of) in RECORD_PAGES.items():
                for record in region.all_of(kind):
                    if has_page(record):
                        yield self._record_page(region, record, template, context, made_of)
            yield from self._sub_area_pages(region)
        yield from self._municipality_pages()
        yield from self._term_pages()

    def _record_page(
        self,
        region: Region,
        record: Record,
        template: str,
        context: Callable[[Scene, Record], object],
        made_of: Callable[[Scene, Record], Sequence[str]],
    ) -> Page:
        scene = self.scene
        address = address_of(record)
        room = address.split("/")[1]
        title = sheet_title(scene, record)
        return Page(
            address=address,
            title=title,
            description=str(getattr(record, "summary", None) or title),
            template=f"records/{template}.html",
            context=lambda: context(scene, record),
            region=region.id,
            room=room,
            crumbs=(Link(region.name, f"{region.id}/"), Link(self.w[f"room_{room}"], f"{region.id}/{room}/")),
            edit_file=self.places.file_of(record),
            is_example=scene.is_example(record),
            made_of=lambda: made_of(scene, record),
            record=record,
        )

    def _sub_area_pages(self, region: Region) -> Iterator[Page]:
        scene = self.scene
        for sub_area in region.profile.sub_areas:
            address = f"{region.id}/alueet/{sub_area.id}/"
            rows = self.rows_for(address)
            services = [service for service in self.network.services_in_order if service.region == region.id]
            yield Page(
                address,
                str(sub_area.name),
                self.w.sub_area_lead.format(area=sub_area.name),
                "records/sub-area.html",
                lambda area=sub_area, rows=rows: home.sub_area_page(scene, region, area, rows),
                region.id,
                "alueet",
                (Link(region.name, f"{region.id}/"),),
                self.places.file_of(region.profile),
                bool(region.profile.example),
                lambda services=services: [
                    region.profile.fingerprint,
                    *(scene.row_fingerprint(service) for service in services),
                    *(record.fingerprint for kind in (Group, Agreement) for record in region.all_of(kind)),
                ],
            )

    def _municipality_pages(self) -> Iterator[Page]:
        scene, w = self.scene, self.w
        for municipality in self.network.country.municipalities.values():
            address = f"kunnat/{municipality.slug}/"
            rows = self.rows_for(address)
            region = self.network.regions.get(municipality.region_id or "")
            yield Page(
                address,
                w.municipality_title.format(municipality=municipality.name),
                w.municipality_lead.format(municipality=municipality.name),
                "records/municipality.html",
                lambda m=municipality, rows=rows: municipality_page(scene, m, self.reaches, rows),
                region.id if region else NATIONAL,
                "kunnat",
                (*((Link(region.name, f"{region.id}/"),) if region else ()), Link(w.room_kunnat, "kunnat/")),
                None,
                bool(region and region.profile.example),
                lambda m=municipality: municipality_made_of(scene, m),
            )

    def _term_pages(self) -> Iterator[Page]:
        scene, w = self.scene, self.w
        for room, vocabulary in TERM_ROOMS.items():
            for term, by_region in listing.services_by_term(scene, vocabulary).items():
                address = f"{room}/{term}/"
                rows = self.rows_for(address)
                shown = [service for found in by_region.values() for service in found]
                yield Page(
                    address,
                    scene.label(vocabulary, term),
                    w[f"{vocabulary}_lead"],
                    "sections/list.html",
                    lambda v=vocabulary, t=term, rows=rows: listing.term_page(scene, v, t, rows),
                    NATIONAL,
                    room,
                    (Link(w[f"{vocabulary}_title"], f"{room}/"),),
                    None,
                    any(scene.is_example(service) for service in shown),
                    lambda shown=shown: [scene.row_fingerprint(service) for service in shown],
                )


TERM_ROOMS = {"elamantilanteet": "life_situation", "aiheet": "service_topic"}
PLAIN_ROOMS: tuple[tuple[type[Record], str, str], ...] = (
    (Practice, "kaytannot", "practices"),
    (Document, "asiakirjat", "documents"),
    (NewsPage, "ajankohtaista", "news"),
)
RECORD_PAGES: dict[type[Record], tuple[str, Callable[..., object], Callable[..., Sequence[str]]]] = {
    Service: ("service", service_page, service_made_of),
    Organisation: ("organisation", organisation_page, organisation_made_of),
    Event: ("event", events.event_page, events.event_made_of),
    Agreement: ("agreement", agreement_page, agreement_made_of),
    Group: ("group", group_page, group_made_of),
    **{kind: ("sheet", sheet_page, sheet_made_of) for kind in (Practice, Document, NewsPage, Plan, Report, Assessment)},
}
"""Record type → template, view, fingerprints of what the view reads."""
