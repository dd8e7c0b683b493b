"""Which pages exist: each with its address, title, template, what it is made of and the file to edit.

Section pages (front pages, rooms of regions) stand in the generator's navigation; all pages are filled into shells.
Contexts are made only when a page is rendered: an unchanged page is known by the fingerprints of what it is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tno.addresses import ROOMS, address_of, briefs_address, prefix_of
from tno.coverage import Coverage
from tno.edition import Edition
from tno.findability import Findability
from tno.invented import Invented
from tno.model.localised import Foreign, is_told_in, localised
from tno.model.network import KIND_OF, NATIONAL, Region
from tno.places import Places
from tno.point_counts import PointCounts
from tno.records import (
    Agreement,
    Assessment,
    Document,
    Event,
    Group,
    Organisation,
    Place,
    Plan,
    Practice,
    Record,
    Report,
    Service,
)
from tno.records import (
    Page as NewsPage,
)
from tno.views import calendar, country_lists, field_guide, first_steps, home, room_lists, terms
from tno.views import event as events
from tno.views.agreement import agreement_made_of, agreement_page
from tno.views.briefs import briefs_made_of, briefs_page, briefs_title, serving
from tno.views.contact import contact_page, general_lines, numbers_made_of
from tno.views.data_fields import PAGE
from tno.views.data_page import data_page, data_page_made_of
from tno.views.deadlines import PATH as DEADLINES
from tno.views.deadlines import deadlines_page, has_deadlines
from tno.views.easy import easy_page
from tno.views.event_series import series_address, series_made_of, series_of, series_page, series_title
from tno.views.event_year import event_year_made_of, event_year_page, year_address, year_names
from tno.views.findability import findability_made_of, findability_page
from tno.views.finder import finder_made_of, national_finder, region_finder
from tno.views.freshness import ROOM as FRESHNESS
from tno.views.freshness import freshness_made_of, freshness_page
from tno.views.group import group_made_of, group_page
from tno.views.groups import groups_made_of, groups_page
from tno.views.link import Link
from tno.views.listing import Rows
from tno.views.look import look_page
from tno.views.map import ROOM as MAP
from tno.views.map import map_made_of, map_page, national_map, national_map_made_of
from tno.views.month import month_address, month_made_of, month_names, month_page, month_title
from tno.views.municipality import municipality_made_of, municipality_page
from tno.views.network import network_made_of, network_page
from tno.views.network_country import Networks, country_networks
from tno.views.now import first_made_of, now_made_of, now_page
from tno.views.organisation import organisation_made_of, organisation_page
from tno.views.promises import promises_made_of, promises_page
from tno.views.scene import TERM_ROOMS, Scene
from tno.views.service import service_made_of, service_page
from tno.views.sheet import sheet_made_of, sheet_page, sheet_title
from tno.views.translations import translations_page
from tno.views.white_spots import ROOM as WHITE_SPOTS
from tno.views.white_spots import national_made_of, national_white_spots, white_spots_made_of, white_spots_page
from tno.words import LANGUAGES


class Page(NamedTuple):
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
    reads_more: bool = False
    """Whether it reads anything that is neither a record nor the same for every page: then it is always asked."""
    record: Record | None = None
    """The record it is the page of."""
    language: str = "fi"

    @property
    def prefix(self) -> str:
        """What the address begins with in the page's language: "" in Finnish, else `sv/`."""
        return prefix_of(self.language)

    @property
    def finnish_address(self) -> str:
        """Address of the same page in Finnish."""
        return self.address if self.language == "fi" else self.address.removeprefix(self.prefix)


class Sources(NamedTuple):
    """What pages of every language ask besides the network."""

    places: Places
    findability: Findability
    coverage: Coverage
    edit_base: str
    """Beginning of edit links."""
    points: PointCounts
    networks: Networks
    invented: Invented

    @classmethod
    def of(
        cls, facts: Scene, places: Places, findability: Findability, coverage: Coverage, edit_base: str = ""
    ) -> Sources:
        """What is asked, and what is worked out once for pages of all languages.

        Args:
            facts: the Finnish scene.
        """
        kept = coverage.kept
        worked_out = PointCounts(facts, kept), Networks(facts, kept)
        invented = Invented(facts, tuple(RECORD_PAGES))
        return cls(places, findability, coverage, edit_base, *worked_out, invented)


def pages(scene: Scene, rows: Rows, sources: Sources) -> tuple[list[Page], list[Page]]:
    """(section pages, record pages) of the whole site in Finnish, each in a fixed order."""
    build = _Pages(scene, rows, sources, frozenset(scene.network.regions))
    return list(build.section_pages()), list(build.record_pages())


def translated_pages(scene: Scene, rows: Rows, sources: Sources) -> tuple[list[Page], list[Page]]:
    """The same in the language of `scene`: of regions that have the language, and of records written in it."""
    language, regions = scene.language, scene.facts.network.regions.values()
    only = frozenset(region.id for region in regions if language in region.profile.languages)
    build = _Pages(scene, rows, sources, only)

    def translated(page: Page) -> Page:
        return page._replace(
            address=prefix_of(language) + page.address,
            made_of=lambda: [*page.made_of(), scene.facts.profiles_fingerprint],
            language=language,
        )

    return [*map(translated, build.section_pages())], [*map(translated, build.record_pages())]


class RoomPage(NamedTuple):
    """A room of a region: where it is, which words it goes by, how it is shown."""

    path: str
    words: str
    """Its title is the word `…_of`, its lead `…_lead`."""
    template: str
    view: Callable[..., object]
    """Of a scene and a region, and of rows for services when `lists_services`."""
    lists_services: bool = False
    reads_besides: Callable[[Scene, Region], str] | None = None
    """What the view reads besides the region's own and the national records."""
    made_of: Callable[[Scene, Region], Sequence[str]] | None = None
    """All that the view reads, where that is less than the region's own and the national records."""
    only_with: tuple[type[Record], ...] = ()
    """Kinds of record of which the region must have some; empty: the room is always there."""

    @property
    def shows(self) -> tuple[type[Record], ...]:
        """Kinds of the region's own records that stand on the page."""
        return SHOWS.get(self.path, self.only_with)


ROOM_PAGES = (
    RoomPage("palvelut", "services", "finder", region_finder, lists_services=True, reads_besides=finder_made_of),
    RoomPage("toimijat", "organisations", "list", room_lists.organisations_page),
    RoomPage("tapahtumat", "events", "events", calendar.events_page, made_of=calendar.events_page_made_of),
    RoomPage("sopimukset", "agreements", "list", room_lists.agreements_page),
    RoomPage(
        "lupaukset", "promises", "promises", promises_page, reads_besides=promises_made_of, only_with=(Agreement,)
    ),
    RoomPage("ryhmat", "groups", "groups", groups_page, reads_besides=groups_made_of),
    RoomPage("verkosto", "network", "network", network_page, reads_besides=network_made_of),
    RoomPage("yhteys", "contact", "contact", contact_page, reads_besides=numbers_made_of),
    RoomPage("kuka-vastaa-nyt", "now", "now", now_page, made_of=now_made_of),
    RoomPage("selkosuomi", "easy", "easy", easy_page, reads_besides=numbers_made_of),
    RoomPage("kaannokset", "translations", "list", translations_page),
    RoomPage("kaytannot", "practices", "list", room_lists.practices_page, only_with=(Practice,)),
    RoomPage("asiakirjat", "documents", "list", room_lists.documents_page, only_with=(Document,)),
    RoomPage("ajankohtaista", "news", "list", room_lists.news_page, only_with=(NewsPage,)),
    RoomPage("elo", "elo", "elo", home.elo_page, only_with=(Plan, Report, Assessment)),
)
SHOWS: dict[str, tuple[type[Record], ...]] = {
    "palvelut": (Service,),
    "kuka-vastaa-nyt": (Service,),
    "toimijat": (Organisation,),
    "tapahtumat": (Event,),
    "sopimukset": (Agreement,),
    "ryhmat": (Group,),
    "verkosto": (Organisation, Agreement, Group, Service),
    "kaannokset": (Service, Organisation, Event, Agreement, Group, Practice, Document, NewsPage),
    "elo": (Group, Practice, Plan, Report, Assessment),
}
"""Room → kinds of the region's own records that stand in it, where `only_with` does not say it."""


RecordPage = tuple[str, Callable[..., object], Callable[..., Sequence[str]]]
RECORD_PAGES: dict[type[Record], RecordPage] = {
    Service: ("service", service_page, service_made_of),
    Organisation: ("organisation", organisation_page, organisation_made_of),
    Event: ("event", events.event_page, events.event_made_of),
    Agreement: ("agreement", agreement_page, agreement_made_of),
    Group: ("group", group_page, group_made_of),
    **dict.fromkeys((Practice, Document, NewsPage, Plan, Report, Assessment), ("sheet", sheet_page, sheet_made_of)),
}
"""Record type → template, view, fingerprints of what the view reads."""
RECORD_TEMPLATES = frozenset(f"records/{template}.html" for template, *_ in RECORD_PAGES.values())
"""Templates of pages of a record. (Whoever asks ten thousand pages for their records touches all of these.)"""


class _Pages:
    def __init__(self, scene: Scene, rows: Rows, sources: Sources, only: frozenset[str]) -> None:
        self.scene, self.facts, self.rows, self.only = scene, scene.facts, rows, only
        self.places, self.findability, self.coverage, self.edit_base = sources[:4]
        self.points, self.networks, self.invented = sources[4:]
        self.w, self.network = scene.w, scene.network
        self.national = self.network.regions[NATIONAL]
        self._of_region: dict[str, Sequence[str]] = {}

    # --- section pages ----------------------------------------------------------------------------------------------

    def section_pages(self) -> Iterator[Page]:
        if NATIONAL in self.only:
            yield from self._national_pages()
        for region in self.network.regions.values():
            if region.id in self.only:
                yield from self._rooms(region)

    def _national_pages(self) -> Iterator[Page]:
        scene, w, national = self.scene, self.w, partial(partial, _of_whole_country, self.facts)
        front = partial(home.front_page, scene)
        yield self._section("", w.front_title, w.front_lead, "home", front, self._front_made_of)
        yield self._section("haku/", w.search_title, w.search_lead, "search", partial(country_lists.search_page, scene))
        if first_steps.living_pairs(scene):
            steps, known = partial(first_steps.who_page, scene), partial(first_steps.steps_made_of, self.facts)
            yield self._section(f"{first_steps.ROOM}/", w.start_here, w.start_lead, "first-steps", steps, known)
        services = partial(national_finder, scene, self.rows)
        known = national((), with_services=True)
        yield self._section("palvelut/", w.all_services, w.all_services_lead, "finder", services, known)
        every = partial(calendar.events_page, scene, None)
        yield self._section("tapahtumat/", w.all_events, w.events_lead, "events", every, national((Event, Place)))
        networks, numbers = partial(country_networks, self.networks, scene), self._networks_made_of
        yield self._section("verkosto/", w.network_title, w.network_lead, "network-national", networks, numbers)
        on_map, counted = partial(national_map, self.points, scene), self._national_map_made_of
        yield self._section(f"{MAP}/", w.map_title, w.map_lead, "map", on_map, counted)
        spots, made_of = partial(national_white_spots, self.coverage, scene), self._national_coverage
        title, lead = w.coverage_title, w.coverage_lead
        yield self._section(f"{WHITE_SPOTS}/", title, lead, "white-spots-national", spots, made_of)
        municipalities = partial(country_lists.municipalities_page, scene)
        title, lead, profiles = w.municipalities_title, w.municipalities_lead, self._profiles_made_of
        yield self._section("kunnat/", title, lead, "list", municipalities, profiles)
        for vocabulary, room in TERM_ROOMS.items():
            listed, known = partial(terms.terms_page, scene, vocabulary, room), national((), vocabulary)
            yield self._section(f"{room}/", w[f"{vocabulary}_title"], w[f"{vocabulary}_choose"], "list", listed, known)
        if scene.language == "fi":
            look = self._section("ohjeet/ulkoasu/", w.look_title, w.look_lead, "look", partial(look_page, scene))
            guide = (Link(w.footer_guide, "ohjeet/"),)
            yield look._replace(room="", crumbs=guide, edit_file=None, is_example=False)
            yield from self._field_pages(guide)
            told, known = partial(data_page, scene), partial(data_page_made_of, scene)
            data = self._section(PAGE, w.data_title, w.data_lead, "data", told, known)
            yield data._replace(room="", crumbs=(Link(w.footer_data, "tietoa/"),), edit_file=None, is_example=False)

    def _national_map_made_of(self) -> Sequence[str]:
        return national_map_made_of(self.points, self.facts)

    def _field_pages(self, guide: tuple[Link, ...]) -> Iterator[Page]:
        """What editors write, kind by kind: made of the program and the vocabularies alone."""
        scene, w = self.scene, self.w
        told: list[tuple[str, str, str, Callable[[], object]]] = [
            (field_guide.ROOM, w.fields_title, w.fields_lead, partial(field_guide.fields_page, scene)),
            (field_guide.WORDS, w.fields_words, w.fields_words_lead, partial(field_guide.words_page, scene)),
        ]
        for kind in field_guide.DESCRIBED:
            title, lead = field_guide.title_of_kind(kind), field_guide.kind_lead(kind)
            told.append((field_guide.address_of_kind(kind), title, lead, partial(field_guide.kind_page, kind, scene)))
        for address, title, lead, context in told:
            crumbs = guide if address == field_guide.ROOM else (*guide, Link(w.fields_title, field_guide.ROOM))
            page = self._section(address, title, lead, "fields", context)
            yield page._replace(room="", crumbs=crumbs, edit_file=None, is_example=False)

    def _national_coverage(self) -> Sequence[str]:
        return national_made_of(self.coverage, self.facts)

    def _networks_made_of(self) -> Sequence[str]:
        return self.networks.made_of

    def _profiles_made_of(self) -> Sequence[str]:
        return [self.facts.profiles_fingerprint]

    def _front_made_of(self) -> Sequence[str]:
        known = _of_whole_country(self.facts, (Event, Place), "life_situation")
        return [*known, *self._home_made_of(self.national)]

    def _home_made_of(self, region: Region) -> Sequence[str]:
        return [*self._region_made_of(region), *first_made_of(self.scene, region.id)]

    def _section(
        self,
        address: str,
        title: str,
        lead: str,
        template: str,
        context: Callable[[], object],
        made_of: Callable[[], Sequence[str]] = tuple,
    ) -> Page:
        regions = self.network.regions
        return Page(
            address=address,
            title=title,
            description=f"{title}. {lead}",
            template=f"sections/{template}.html",
            context=context,
            region=NATIONAL,
            room=address.strip("/"),
            edit_file=self.places.file_of(regions[NATIONAL].profile),
            is_example=self.invented.anywhere,
            made_of=made_of,
        )

    def _rooms(self, region: Region) -> Iterator[Page]:
        w, base = self.w, region.id
        made_of = partial(self._region_made_of, region)
        area = self.network.country.ely_areas.get(base)
        lead = w.region_lead.format(region=region.name, count=len(area.municipality_codes)) if area else w.national_lead
        title, front = w.region_title.format(region=region.name), partial(home.region_page, self.scene, region)
        is_thin = not self.facts.network.regions[base].all_of(Service)
        shows_national = is_thin and self.invented.in_region(self.national, (Service,))
        invented = shows_national or self.invented.in_region(region)
        known = partial(self._home_made_of, region)
        yield self._room(region, "", title, lead, "home", front, known, invented)
        for room in ROOM_PAGES:
            if room.only_with and not any(region.all_of(kind) for kind in room.only_with):
                continue
            if room.path == "kaannokset" and (self.scene.language != "fi" or len(region.profile.languages) < 2):
                continue
            title = w[f"{room.words}_of"].format(region=region.name)
            context = partial(room.view, self.scene, region)
            if room.lists_services:
                context = partial(context, self.rows)
            description = f"{title}. {w[f'{room.words}_lead']}"
            invented = self.invented.in_room(region, room.path, room.shows)
            known = made_of
            if room.made_of:
                known = partial(room.made_of, self.facts, region)
            elif room.reads_besides:
                known = partial(self._made_of_more, region, room.reads_besides)
            yield self._room(region, f"{room.path}/", title, description, room.template, context, known, invented)

        if self.scene.edition is Edition.MEMBERS and has_deadlines(region):
            yield self._deadlines_room(region)
        yield self._freshness_room(region)
        if area:
            yield self._map_room(region)
            yield self._white_spots_room(region)
        if base in self.findability.regions:
            yield self._findability_room(region)

    def _deadlines_room(self, region: Region) -> Page:
        """When plans, reports and agreements are due, for members."""
        title, context = self.w.deadlines_of.format(region=region.name), partial(deadlines_page, self.scene, region)
        invented, made_of = self.invented.in_room(region, "elo", SHOWS["elo"]), partial(self._region_made_of, region)
        return self._room(region, DEADLINES, title, self.w.deadlines_lead, "deadlines", context, made_of, invented)

    def _freshness_room(self, region: Region) -> Page:
        """What was checked too long ago, and who should check it."""
        title, fact = self.w.freshness_of.format(region=region.name), self.facts.network.regions[region.id]
        context = partial(freshness_page, self.places, self.edit_base, self.scene, region)
        lead, invented = f"{title}. {self.w.freshness_lead}", self.invented.in_region(region)

        def made_of() -> list[str]:
            return [*self._region_made_of(region), *freshness_made_of(self.facts, fact)]

        return self._room(region, f"{FRESHNESS}/", title, lead, "freshness", context, made_of, invented)

    def _map_room(self, region: Region) -> Page:
        """Where services are given."""
        title, fact = self.w.map_of.format(region=region.name), self.facts.network.regions[region.id]
        return self._room(
            region,
            f"{MAP}/",
            title,
            f"{title}. {self.w.map_lead}",
            "map",
            partial(map_page, self.scene, region),
            partial(map_made_of, self.facts, fact),
            self.invented.in_room(region, MAP, (Service,)),
        )

    def _white_spots_room(self, region: Region) -> Page:
        """Where nobody serves whom."""
        title, known = self.w.coverage_title_of.format(region=region.name), self.coverage
        fact = self.facts.network.regions[region.id]
        return self._room(
            region,
            f"{WHITE_SPOTS}/",
            title,
            f"{title}. {self.w.coverage_lead}",
            "white-spots",
            partial(white_spots_page, known, self.scene, region),
            partial(white_spots_made_of, known, self.facts, fact),
            not self.invented.municipalities.isdisjoint(each.code for each in known.municipalities(region.id)),
        )

    def _findability_room(self, region: Region) -> Page:
        """How well the region's questions find their answers."""
        title, reads = self.w.findability_of.format(region=region.name), (self.findability, self.scene, region)
        context, made_of = partial(findability_page, *reads), partial(findability_made_of, *reads)
        lead, invented = f"{title}. {self.w.findability_lead}", self.invented.in_region(region)
        page = self._room(region, "loydettavyys/", title, lead, "findability", context, made_of, invented)
        return page._replace(reads_more=True)

    def _room(
        self,
        region: Region,
        path: str,
        title: str,
        description: str,
        template: str,
        context: Callable[[], object],
        made_of: Callable[[], Sequence[str]],
        is_invented: bool,
    ) -> Page:
        return Page(
            address=f"{region.id}/{path}",
            title=title,
            description=description,
            template=f"sections/{template}.html",
            context=context,
            region=region.id,
            room=path.strip("/"),
            crumbs=(Link(region.name, f"{region.id}/"),) if path else (),
            edit_file=self.places.file_of(region.profile),
            is_example=is_invented,
            made_of=made_of,
        )

    def _region_made_of(self, region: Region) -> Sequence[str]:
        if (known := self._of_region.get(region.id)) is None:
            known = self._of_region[region.id] = [
                self.facts.once(Scene.region_fingerprint, self.facts.network.regions[region.id])
            ]
        return known

    def _made_of_more(self, region: Region, besides: Callable[[Scene, Region], str]) -> Sequence[str]:
        return [*self._region_made_of(region), self.facts.once(besides, self.facts.network.regions[region.id])]

    # --- record pages -----------------------------------------------------------------------------------------------

    def record_pages(self) -> Iterator[Page]:
        for region in self.network.regions.values():
            if region.id in self.only:
                yield from self._pages_of_records(region)
                yield from self._sub_area_pages(region)
                yield from self._calendar_pages(region)
        yield from self._municipality_pages()
        if NATIONAL in self.only:
            yield from self._brief_pages()
            yield from self._term_pages()
            yield from self._first_step_pages()

    def _pages_of_records(self, region: Region) -> Iterator[Page]:
        language, facts = self.scene.language, self.facts.network.regions[region.id]
        for kind, (template, view, made_of) in RECORD_PAGES.items():
            room, crumbs, file = *self._way_to(region, kind), f"records/{template}.html"
            for fact in facts.all_of(kind):
                if is_told_in(fact, language):
                    known, context = partial(made_of, self.facts, fact), partial(self._view_of, view, kind, fact.key)
                    record = fact if language == "fi" else localised(fact, language, with_parts=False)
                    yield self._record_page(record, room, crumbs, file, context, known)

    def _view_of(self, view: Callable[[Scene, Record], object], kind: type[Record], key: str) -> object:
        """What a record's template shows. (The whole record is put in the language only here.)"""
        region, _, own = key.partition("/")
        return view(self.scene, self.network.regions[region].records[KIND_OF[kind]][own])

    def _way_to(self, region: Region, kind: type[Record]) -> tuple[str, tuple[Link, ...]]:
        """Room of a kind of record, and the way to a page in it."""
        room = ROOMS[KIND_OF[kind]].partition("/")[0]
        return room, (Link(region.name, f"{region.id}/"), Link(self.w[f"room_{room}"], f"{region.id}/{room}/"))

    def _record_page(
        self,
        record: Record,
        room: str,
        crumbs: tuple[Link, ...],
        template: str,
        context: Callable[[], object],
        made_of: Callable[[], Sequence[str]],
    ) -> Page:
        title = sheet_title(self.scene, record)
        return Page(
            address=address_of(record),
            title=title,
            description=_summary_of(record) or f"{title}. {crumbs[1].label}: {crumbs[0].label}.",
            template=template,
            context=context,
            region=record.region,
            room=room,
            crumbs=crumbs,
            edit_file=self.places.file_of(record),
            is_example=self.scene.is_example(record),
            made_of=made_of,
            record=record,
        )

    def _sub_area_pages(self, region: Region) -> Iterator[Page]:
        for sub_area in region.profile.sub_areas:
            address = f"{region.id}/alueet/{sub_area.id}/"
            yield Page(
                address=address,
                title=str(sub_area.name),
                description=self.w.sub_area_lead.format(area=sub_area.name),
                template="records/sub-area.html",
                context=partial(home.sub_area_page, self.scene, region, sub_area, self.rows),
                region=region.id,
                room="alueet",
                crumbs=(Link(region.name, f"{region.id}/"),),
                edit_file=self.places.file_of(region.profile),
                is_example=self.invented.in_region(region, (Service, Group, Agreement)),
                made_of=partial(self._region_made_of, region),
            )

    def _calendar_pages(self, region: Region) -> Iterator[Page]:
        """Months, years that have been, series."""
        scene, facts = self.scene, self.facts
        for month in month_names(scene, region):
            title, known = month_title(scene, region, month), partial(month_made_of, facts, region)
            yield self._of_calendar(region, month_address(region.id, month), title, "month", month_page, month, known)
        for year in year_names(scene, region):
            title = self.w.archive_title.format(region=region.name, year=year)
            known = partial(event_year_made_of, facts, region)
            yield self._of_calendar(
                region, year_address(region.id, year), title, "event-year", event_year_page, year, known
            )
        for slug in series_of(scene, region):
            title = self.w.series_title.format(name=series_title(scene, region, slug))
            known = partial(series_made_of, facts, region, slug)
            yield self._of_calendar(
                region, series_address(region.id, slug), title, "event-series", series_page, slug, known
            )

    def _of_calendar(
        self,
        region: Region,
        address: str,
        title: str,
        template: str,
        view: Callable[..., object],
        part: object,
        made_of: Callable[[], Sequence[str]],
    ) -> Page:
        room, crumbs = self._way_to(region, Event)
        return Page(
            address=address,
            title=title,
            description=f"{title}. {region.name}: {self.w.events_lead}",
            template=f"sections/{template}.html",
            context=partial(view, self.scene, region, part),
            region=region.id,
            room=room,
            crumbs=crumbs,
            edit_file=self.places.file_of(region.profile),
            is_example=self.invented.in_region(region, (Event,)),
            made_of=made_of,
        )

    def _municipality_pages(self) -> Iterator[Page]:
        scene, w = self.scene, self.w
        for municipality in self.network.country.municipalities.values():
            address = f"kunnat/{municipality.slug}/"
            region = self.network.regions.get(municipality.region_id or "")
            if (region.id if region else NATIONAL) not in self.only:
                continue
            home_link = (Link(region.name, f"{region.id}/"),) if region else ()
            yield Page(
                address=address,
                title=w.municipality_title.format(municipality=municipality.name_in(scene.language)),
                description=w.municipality_lead.format(municipality=municipality.name_in(scene.language)),
                template="records/municipality.html",
                context=partial(municipality_page, scene, municipality, self.rows),
                region=region.id if region else NATIONAL,
                room="kunnat",
                crumbs=(*home_link, Link(w.room_kunnat, "kunnat/")),
                is_example=municipality.code in self.invented.municipalities,
                made_of=partial(municipality_made_of, scene, municipality),
            )

    def _brief_pages(self) -> Iterator[Page]:
        """Which services of a region serve in the language, told in brief where they have no page in it."""
        scene, w, facts = self.scene, self.w, self.facts
        for own, services in serving(facts, scene.language).items() if scene.language != "fi" else ():
            region = self.network.regions[own]
            yield Page(
                address=briefs_address(own),
                title=briefs_title(scene, region),
                description=f"{briefs_title(scene, region)}. {w.brief_lead}",
                template="sections/briefs.html",
                context=partial(briefs_page, scene, region, self.rows),
                region=NATIONAL,
                room="palvelut",
                crumbs=(Link(w.all_services, "palvelut/"),),
                edit_file=self.places.file_of(region.profile),
                is_example=self.invented.among(services),
                made_of=partial(briefs_made_of, facts, scene.language, own),
            )

    def _term_pages(self) -> Iterator[Page]:
        scene, w, lines = self.scene, self.w, general_lines(self.facts)
        for vocabulary, room in TERM_ROOMS.items():
            for term, by_region in terms.services_by_term(self.facts, vocabulary).items():
                address = f"{room}/{term}/"
                shown = [*(service for found in by_region.values() for service in found), *lines]
                yield Page(
                    address=address,
                    title=scene.label(vocabulary, term),
                    description=f"{scene.label(vocabulary, term)}. {w[f'{vocabulary}_lead']}",
                    template="sections/list.html",
                    context=partial(terms.term_page, scene, vocabulary, term, self.rows),
                    region=NATIONAL,
                    room=room,
                    crumbs=(Link(w[f"{vocabulary}_title"], f"{room}/"),),
                    is_example=self.invented.among(shown),
                    made_of=partial(terms.term_made_of, self.facts, vocabulary, term),
                )

    def _first_step_pages(self) -> Iterator[Page]:
        scene, w, language = self.scene, self.w, self.scene.language
        start = Link(w.start_here, f"{first_steps.ROOM}/")
        national = self.facts.network.regions[NATIONAL].all_of(Service)
        page = partial(Page, region=NATIONAL, room=first_steps.ROOM, is_example=self.invented.among(national))
        for who, needs in first_steps.living_pairs(scene).items():
            name, address = who.labels[language], f"{first_steps.ROOM}/{who.id}/"
            yield page(
                address=address,
                title=f"{name}: {w.start_need}",
                description=f"{name}, {who.notes[language]}. {w.start_need_lead}",
                template="sections/first-steps.html",
                context=partial(first_steps.needs_page, scene, who),
                crumbs=(start,),
                made_of=partial(first_steps.steps_made_of, self.facts),
            )
            for number, need in needs:
                yield page(
                    address=first_steps.address_of_pair(who, need),
                    title=f"{name}: {need.labels[language]}",
                    description=f"{name}. {need.labels[language]}. {w.start_answer_lead}",
                    template="sections/first-step.html",
                    context=partial(first_steps.answer_page, scene, who, need, number),
                    crumbs=(start, Link(name, address)),
                    made_of=partial(first_steps.answer_made_of, self.facts, need),
                )


def _summary_of(record: Record) -> str:
    """What an editor has written of a record in the language of its page."""
    summary = getattr(record, "summary", None)
    return "" if summary is None or isinstance(summary, Foreign) else str(summary)


def _of_whole_country(
    facts: Scene, kinds: Sequence[type[Record]], counted: str = "", with_services: bool = False
) -> list[str]:
    """What a page of the whole country reads.

    Args:
        kinds: records that are shown.
        counted: vocabulary whose services are counted, term by term.
        with_services: the country's own services are listed.
    """
    found = [facts.profiles_fingerprint, facts.sizes, *map(facts.kind_fingerprint, kinds)]
    if counted:
        found.append(
            str(
                [
                    (term, sorted((region, len(services)) for region, services in by_region.items()))
                    for term, by_region in terms.services_by_term(facts, counted).items()
                ]
            )
        )
    if with_services:
        found += [str(room_lists.found_counts(facts)), str(country_lists.found_in_parts(facts))]
        found += [
            f"{region} {len(each)}" for language in LANGUAGES[1:] for region, each in serving(facts, language).items()
        ]
        found += facts.rows_fingerprint("national", facts.network.regions[NATIONAL].all_of(Service))
    return found
