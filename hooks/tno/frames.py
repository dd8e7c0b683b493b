"""What stands around every page: menu, footer, regions, and what a page says of itself to machines."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, cached_property, partial
from typing import Any

from markupsafe import Markup, escape

from tno import feed_addresses as feed
from tno.addresses import prefix_of, up
from tno.compiler import escaped
from tno.edition import Edition
from tno.footer import footer_of
from tno.frozen import frozen
from tno.language_menu import LanguageMenu
from tno.model.network import NATIONAL
from tno.page import Page
from tno.places import Places
from tno.shell import SLOTS, AreaTile, Frame, Room, attribute, slot_of
from tno.structured_data import StructuredData
from tno.tongues import Tongues
from tno.views.scene import Scene

MENU = ("palvelut", "tapahtumat")
"""Rooms of a region in its menu, among the ways that hold for everybody."""
FOR_COLLEAGUES = ("verkosto", "sopimukset", "ryhmat", "toimijat")
"""Rooms that mostly those who work in guidance look for: in the panel, apart."""
RESULTS = ("assets/javascripts/ranking.js", "assets/javascripts/card.js", "assets/javascripts/results.js")
TABLES = "assets/stylesheets/rooms.css"
_WITH_TABLES = frozenset(
    {
        *("data", "fields", "home", "events", "month", "event", "event-series", "findability", "agreement", "group"),
        *("network", "network-national", "sheet", "look", "now", "promises", "groups", "freshness"),
        *("white-spots", "white-spots-national", "map"),
    }
)
"""Templates that hold tables, calendars or chains and need their style sheet."""
_WITH_SEARCH = frozenset({"home", "search"})
_WITH_NEWS = frozenset({"home", "events"})
_WITH_FEEDS = _WITH_NEWS | {"event"}
ShellKey = tuple[object, ...]
_ROBOTS = Markup('<meta name="robots" content="noindex">')


@frozen
class Site:
    """Facts of the site that the generator's configuration tells."""

    name: str
    url: str
    """Absolute address of the site's root with a slash at the end, or empty."""
    edit_base: str
    """What an edit link begins with, before the file's path from the project's root; empty: no edit links."""
    edition: Edition


class Frames:
    """Frames of pages of one scene."""

    def __init__(self, scene: Scene, places: Places, site: Site, tongues: Tongues) -> None:
        self._scene, self._places, self._site, self._tongues = scene, places, site, tongues
        self._structured = StructuredData(scene, tongues, site.url)
        self._languages = LanguageMenu(scene, tongues)
        self._by_region: dict[str, Frame] = {}
        self._inside: dict[tuple[object, ...], dict[str, str]] = {}

    @cached_property
    def default(self) -> Frame:
        """The frame of 404, and what pages written by hand have in common."""
        return self._of_region(NATIONAL)

    def by_hand(self, address: str) -> Frame:
        """The frame of a page written by hand, with the ways to its other languages."""
        told = address.removeprefix(prefix_of(self._scene.language))
        return replace(
            self.default,
            alternates=Markup(self._alternates(told)),
            languages=Markup(self._languages.of(address, told)),
        )

    def of(self, page: Page) -> Frame:
        """The whole frame of a page, as the theme's template takes it."""
        base, template = self._of_region(page.region), _template(page)
        values = self.slots(page)
        slots: dict[str, Any] = {name: values[name.replace("_", "-")] for name in SLOTS}
        return replace(
            base,
            **slots,
            rooms=[_current(room, page) for room in base.rooms],
            colleagues=[_current(room, page) for room in base.colleagues],
            example=page.is_example,
            hero=template in _WITH_SEARCH,
            styles=(TABLES,) if template in _WITH_TABLES else (),
            scripts=RESULTS if template == "search" else (),
        )

    def slots(self, page: Page) -> dict[str, str]:
        """What a page puts into the slots of its shell, all but the body."""
        return {
            "title": attribute(self._title(page)),
            "description": attribute(page.description),
            "canonical": self._canonical(page),
            "alternates": self._alternates(page.finnish_address) + self._feeds(page),
            "languages": self._languages.of(page.address, page.finnish_address),
            "robots": _ROBOTS if page.is_example or self._site.edition is Edition.MEMBERS else "",
            "json-ld": self._structured.of(page),
            "edit-url": self._edit_link(page),
            **self._marks(page),
        }

    def _title(self, page: Page) -> str:
        """The page's title with its region, unless the title says it already."""
        name = self._names[page.region]
        return page.title if name in page.title else f"{page.title}, {name}"

    @cached_property
    def _names(self) -> dict[str, str]:
        """Region → what titles say of it, nothing of the national one."""
        regions = self._scene.network.regions.values()
        return {region.id: "" if region.is_national else region.name for region in regions}

    def _canonical(self, page: Page) -> str:
        if not self._site.url:
            return ""
        return f'<link rel="canonical" href="{escaped(self._site.url + page.address)}">'

    def _alternates(self, finnish_address: str) -> str:
        """The same page in its languages, for search engines; nothing for a page of one language."""
        languages = self._tongues.of(finnish_address)
        if len(languages) < 2 or not self._site.url:
            return ""
        return "".join(
            f'<link rel="alternate" hreflang="{code}" href="{escape(self._site.url + prefix_of(language))}'
            f'{escape(finnish_address)}">'
            for language in languages
            for code in ((language, "x-default") if language == "fi" else (language,))
        )

    def _feeds(self, page: Page) -> str:
        """The calendar of an event or of a page of events; what is new, on front pages and pages of events."""
        template = _template(page)
        if template not in _WITH_FEEDS:
            return ""
        found = []
        address, profile = page.finnish_address, self._scene.network.regions[page.region].profile
        own = partial(feed.in_language, language=page.language, languages=profile.languages)
        if template == "event":
            found.append(("text/calendar", page.title, own(feed.of_event(address))))
        elif template == "events":
            of_region = address.partition("/")[0] == page.region
            path = own(feed.of_region(page.region)) if of_region else feed.of_country()
            found.append(("text/calendar", page.title, path))
        if template in _WITH_NEWS:
            region = page.region if address.partition("/")[0] == page.region else None
            title = f"{self._scene.w.news_feed}: {profile.name if region else self._scene.w.whole_country}"
            found.append(("application/atom+xml", title, feed.atom_address(region)))
        return "".join(
            f'<link rel="alternate" type="{kind}" title="{attribute(title)}" href="{up(page.address)}{path}">'
            for kind, title, path in found
        )

    def _to(self, address: str) -> str:
        return self._tongues.address(address, self._scene.language)

    def _marks(self, page: Page) -> dict[str, str]:
        """The menu's marks of a page: the same for all pages inside a room, another for the room's own."""
        key = page.region, page.room, page.record is None and page.address
        if (known := self._inside.get(key)) is None:
            base = self._of_region(page.region)
            rooms = [*base.rooms, *base.colleagues]
            known = self._inside[key] = {slot_of(room): _current(room, page).current for room in rooms}
        return known

    def shell_key(self, page: Page) -> ShellKey:
        """Pages with the same key fit into the same shell: all that is no slot is equal."""
        template = _template(page)
        special = template if template in _WITH_SEARCH else ""
        return page.language, page.region, page.is_example, template in _WITH_TABLES, special

    def _of_region(self, region: str) -> Frame:
        if region not in self._by_region:
            self._by_region[region] = self._make(region)
        return self._by_region[region]

    def _make(self, region: str) -> Frame:
        w, known = self._scene.w, self._scene.network.regions
        name = known[region].name if region in known else w.whole_country
        national = region == NATIONAL
        base = "" if national else f"{region}/"
        rooms = [
            Room(w.home, self._to(base), ""),
            *([Room(w.start_here, self._to(start), "")] if self._tongues.of(start := "mista-aloitan/") else []),
            *(Room(w[f"room_{room}"], self._to(f"{base}{room}/"), "") for room in MENU),
            Room(w.door_person, self._to(f"{region}/yhteys/"), ""),
            Room(w.room_kunnat, self._to("kunnat/"), ""),
        ]
        colleagues = [
            *(Room(w[f"room_{room}"], self._to(f"{base}{room}/"), "") for room in FOR_COLLEAGUES if not national),
            *([Room(w.room_verkosto, self._to("verkosto/"), "")] if national else []),
            Room(w.footer_guide, self._to("ohjeet/"), ""),
        ]
        return Frame(
            title=escape(w.site_name),
            description=escape(w.front_lead),
            canonical="",
            alternates="",
            robots=_ROBOTS if self._site.edition is Edition.MEMBERS else "",
            json_ld="",
            edit_url="",
            language=self._scene.language,
            region=region,
            region_name=name,
            region_home=self._to("" if national else f"{region}/"),
            rooms=rooms,
            colleagues=colleagues,
            areas=self._areas,
            footer=footer_of(self._scene, self._tongues, region),
            answering=self._to(f"{region}/kuka-vastaa-nyt/"),
            crisis=self._to("hata/"),
            search=self._to("haku/"),
            mistakes=self._to(f"{region}/yhteys/#virhe"),
            example=False,
            edition_note=self._edition_note,
            hero=False,
            built=w.built.format(day=self._scene.writing.day(self._scene.day)),
        )

    @cached_property
    def _areas(self) -> tuple[AreaTile, ...]:
        regions = self._scene.network.regions.values()
        shown = (region for region in regions if not region.is_national)
        return tuple(AreaTile(region.id, region.name, self._to(f"{region.id}/")) for region in shown)

    @cached_property
    def _edition_note(self) -> Markup:
        if self._site.edition is Edition.PUBLIC:
            return Markup("")
        return Markup('<p class="t-edition">{}</p>').format(self._scene.w.members_edition)

    def _edit_link(self, page: Page) -> str:
        if not (self._site.edit_base and page.edit_file):
            return ""
        return f'<a href="{escaped(self._site.edit_base + page.edit_file)}">{escaped(self._scene.w.edit_page)}</a>'


def _template(page: Page) -> str:
    return _name_of(page.template)


@cache
def _name_of(template: str) -> str:
    return template.rpartition("/")[2].removesuffix(".html")


def _current(room: Room, page: Page) -> Room:
    """The menu's mark: `page` for the room itself, `true` for a page inside it."""
    if room.address == page.address:
        return replace(room, current=' aria-current="page"')
    inside = page.room and room.address.rstrip("/").rpartition("/")[2] == page.room
    return replace(room, current=' aria-current="true"') if inside else room
