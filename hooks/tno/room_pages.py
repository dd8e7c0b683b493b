"""Rooms of a region: its front page, lists of its records, what is told of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tno.edition import Edition
from tno.model.network import NATIONAL, Region
from tno.page import Page
from tno.records import (
    Agreement,
    Assessment,
    Document,
    Event,
    Group,
    Organisation,
    Plan,
    Practice,
    Record,
    Report,
    Service,
)
from tno.records import Page as NewsPage
from tno.sources import Making
from tno.views import calendar, home, room_lists
from tno.views.contact import contact_page, numbers_made_of
from tno.views.deadlines import PATH as DEADLINES
from tno.views.deadlines import deadlines_page, has_deadlines
from tno.views.easy import easy_page
from tno.views.elo import elo_page
from tno.views.findability import findability_made_of, findability_page
from tno.views.finder import finder_made_of, region_finder
from tno.views.freshness import ROOM as FRESHNESS
from tno.views.freshness import freshness_made_of, freshness_page
from tno.views.groups import groups_made_of, groups_page
from tno.views.link import Link
from tno.views.map import ROOM as MAP
from tno.views.map import map_made_of, map_page
from tno.views.network import network_made_of, network_page
from tno.views.now import now_made_of, now_page
from tno.views.promises import promises_made_of, promises_page
from tno.views.scene import Scene
from tno.views.translations import translations_page
from tno.views.white_spots import ROOM as WHITE_SPOTS
from tno.views.white_spots import white_spots_made_of, white_spots_page


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
    RoomPage("elo", "elo", "elo", elo_page, only_with=(Plan, Report, Assessment)),
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


class RoomPages(Making):
    """Those of one language."""

    def pages(self, region: Region) -> Iterator[Page]:
        """Those of a region, in a fixed order."""
        yield self._front(region)
        yield from (self._of_table(region, room) for room in ROOM_PAGES if self._is_there(region, room))
        if self.scene.edition is Edition.MEMBERS and has_deadlines(region):
            yield self._deadlines_room(region)
        yield self._freshness_room(region)
        if region.id in self.network.country.ely_areas:
            yield self._map_room(region)
            yield self._white_spots_room(region)
        if region.id in self.findability.regions:
            yield self._findability_room(region)

    def _front(self, region: Region) -> Page:
        """The region's front page; where a region has no services of its own it shows national ones."""
        w, area = self.w, self.network.country.ely_areas.get(region.id)
        lead = w.region_lead.format(region=region.name, count=len(area.municipality_codes)) if area else w.national_lead
        is_thin = not self.facts.network.regions[region.id].all_of(Service)
        shows_national = is_thin and self.invented.in_region(self.network.regions[NATIONAL], (Service,))
        return self._room(
            region,
            "",
            w.region_title.format(region=region.name),
            lead,
            "home",
            partial(home.region_page, self.scene, region),
            partial(self.home_made_of, region),
            shows_national or self.invented.in_region(region),
        )

    def _is_there(self, region: Region, room: RoomPage) -> bool:
        if room.path == "kaannokset":
            return self.scene.language == "fi" and len(region.profile.languages) > 1
        return not room.only_with or any(region.all_of(kind) for kind in room.only_with)

    def _of_table(self, region: Region, room: RoomPage) -> Page:
        title = self.w[f"{room.words}_of"].format(region=region.name)
        context = partial(room.view, self.scene, region)
        if room.lists_services:
            context = partial(context, self.rows)
        made_of: Callable[[], Sequence[str]] = partial(self.region_made_of, region)
        if room.made_of:
            made_of = partial(room.made_of, self.facts, region)
        elif room.reads_besides:
            made_of = partial(self._made_of_more, region, room.reads_besides)
        description = f"{title}. {self.w[f'{room.words}_lead']}"
        invented = self.invented.in_room(region, room.path, room.shows)
        return self._room(region, f"{room.path}/", title, description, room.template, context, made_of, invented)

    def _deadlines_room(self, region: Region) -> Page:
        """When plans, reports and agreements are due, for members."""
        title, context = self.w.deadlines_of.format(region=region.name), partial(deadlines_page, self.scene, region)
        invented, made_of = self.invented.in_room(region, "elo", SHOWS["elo"]), partial(self.region_made_of, region)
        return self._room(region, DEADLINES, title, self.w.deadlines_lead, "deadlines", context, made_of, invented)

    def _freshness_room(self, region: Region) -> Page:
        """What was checked too long ago, and who should check it."""
        title, fact = self.w.freshness_of.format(region=region.name), self.facts.network.regions[region.id]
        context = partial(freshness_page, self.places, self.edit_base, self.scene, region)
        lead, invented = f"{title}. {self.w.freshness_lead}", self.invented.in_region(region)

        def made_of() -> list[str]:
            return [*self.region_made_of(region), *freshness_made_of(self.facts, fact)]

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

    def _made_of_more(self, region: Region, besides: Callable[[Scene, Region], str]) -> Sequence[str]:
        return [*self.region_made_of(region), self.facts.once(besides, self.facts.network.regions[region.id])]
