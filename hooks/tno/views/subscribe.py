"""What one can subscribe to from a page, and the addresses that calendar programs take."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property, partial
from typing import NamedTuple

from tno import feed_addresses as feed
from tno.addresses import prefix_of
from tno.model.network import Region
from tno.records import Event, Group
from tno.views.event_days import regions_with_events
from tno.views.event_facets import AUDIENCE, KIND, REGION, SUB_AREA
from tno.views.scene import Scene


class Feed(NamedTuple):
    """A calendar to subscribe to."""

    name: str
    file: str
    """From the site's root."""
    address: str
    """The whole address, for programs that ask for it; empty when nobody knows the site's."""
    webcal: str
    """The same for those that are opened by a press."""
    is_foreign: bool = False
    """Whether it is in Finnish and the page is not."""
    narrowed: str = ""
    """What the address of the list has when the list shows the same: "osa=ita-lappi"; empty when nothing narrows so."""


Part = tuple[str, tuple[Feed, ...]]
"""(heading, calendars of a part of the events)."""


class Subscription(NamedTuple):
    """The calendar of a page."""

    feed: Feed
    whole: str
    """What it is called among its parts."""
    parts: tuple[Part, ...]


class Subscriptions:
    """Calendars of one scene's pages. `partials/subscribe.html` asks for them by the page's Finnish address."""

    def __init__(self, scene: Scene, site_url: str) -> None:
        """
        Args:
            site_url: with a slash at the end; empty when nobody knows it.
        """
        self._scene, self._site_url = scene, site_url

    @cached_property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """Calendar program, how one subscribes with it."""
        w = self._scene.w
        return ("Outlook", w.subscribe_outlook), ("Google", w.subscribe_google), ("Apple", w.subscribe_apple)

    def of_room(self, address: str) -> Subscription:
        """Of a region's events page `lappi/tapahtumat/`, or of the whole country's `tapahtumat/`."""
        if region := self._scene.network.regions.get(address.partition("/")[0]):
            whole = self._feed(region, region.name, feed.of_region(region.id))
            return self._subscription(whole, self._parts(region))
        return self._subscription(self._feed(None, self._scene.w.whole_country, feed.of_country()), (self._regions(),))

    def of_municipality(self, address: str) -> Feed:
        """Of a municipality's page, `kunnat/kemi/`."""
        slug = address.split("/")[1]
        return self._feed(self._region_of.get(slug), "", feed.of_municipality(slug))

    def file_of_event(self, address: str) -> str:
        """The calendar of an event alone, by its page's address."""
        languages = self._scene.network.regions[address.partition("/")[0]].profile.languages
        return feed.in_language(feed.of_event(address), self._scene.language, languages)

    @cached_property
    def _region_of(self) -> dict[str, Region]:
        """Slug of a municipality → its region."""
        network = self._scene.network
        towns = (
            (town.slug, network.regions.get(town.region_id or "")) for town in network.country.municipalities.values()
        )
        return {slug: region for slug, region in towns if region}

    def _subscription(self, whole: Feed, parts: Iterable[Part]) -> Subscription:
        return Subscription(whole, self._scene.w.subscribe_all.format(name=whole.name), tuple(parts))

    def _regions(self) -> Part:
        feeds = [
            self._feed(region, region.name, feed.of_region(region.id), REGION, region.id)
            for region in regions_with_events(self._scene)
        ]
        return self._scene.w.subscribe_region, tuple(feeds)

    def _parts(self, region: Region) -> Iterable[Part]:
        """Parts of a region's events that have any; every sub-area, since what is online is for all of them."""
        w, home, of = self._scene.w, region.id, partial(self._feed, region)
        events = self._scene.facts.network.regions[home].all_of(Event)
        kinds, groups = {event.kind for event in events}, {event.group for event in events}
        audiences = {audience for event in events for audience in event.audience}
        if not events:
            return
        areas = region.profile.sub_areas
        yield (
            w.subscribe_area,
            tuple(of(str(each.name), feed.of_sub_area(home, each.id), SUB_AREA, each.id) for each in areas),
        )
        yield (
            w.subscribe_audience,
            tuple(
                of(label, feed.of_audience(home, term), AUDIENCE, term)
                for term, label in self._terms("event_audience", audiences)
            ),
        )
        yield (
            w.subscribe_kind,
            tuple(of(label, feed.of_kind(home, term), KIND, term) for term, label in self._terms("event_type", kinds)),
        )
        with_events = [group for group in region.all_of(Group) if group.key in groups]
        yield w.subscribe_group, tuple(of(str(group.name), feed.of_group(group.key)) for group in with_events)

    def _terms(self, vocabulary: str, used: Collection[str]) -> list[tuple[str, str]]:
        """Terms in use with their labels."""
        terms = self._scene.network.vocabularies[vocabulary].terms
        return [(term, self._scene.label(vocabulary, term)) for term in terms if term in used]

    def _feed(self, region: Region | None, name: str, path: str, facet: str = "", value: str = "") -> Feed:
        language = self._scene.language
        path = feed.in_language(path, language, region.profile.languages if region else ())
        address = f"{self._site_url}{path}" if self._site_url else ""
        webcal = f"webcal:{address.partition(':')[2]}" if address else ""
        is_foreign = not path.startswith(prefix_of(language))
        return Feed(name, path, address, webcal, is_foreign, f"{facet}={value}" if facet else "")
