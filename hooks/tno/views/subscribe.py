"""What one can subscribe to from a page, and the addresses that calendar programs take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from tno import feed_addresses as feed
from tno.model.network import Region
from tno.records import Event, Group
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


class Subscription(NamedTuple):
    """The calendar of a page."""

    feed: Feed
    parts: tuple[tuple[str, tuple[Feed, ...]], ...]
    """(heading, calendars of a part of the events)."""


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
            return Subscription(self._feed(region.name, feed.of_region(region.id)), tuple(self._parts(region)))
        return Subscription(self._feed(self._scene.w.whole_country, feed.of_country()), ())

    def of_municipality(self, address: str) -> Feed:
        """Of a municipality's page, `kunnat/kemi/`."""
        return self._feed("", feed.of_municipality(address.split("/")[1]))

    def of_event(self, address: str) -> Feed:
        """Of an event's page."""
        return self._feed("", feed.of_event(address))

    def _parts(self, region: Region) -> Iterable[tuple[str, tuple[Feed, ...]]]:
        """Parts of a region's events that have any; every sub-area, since what is online is for all of them."""
        w, home = self._scene.w, region.id
        events = region.all_of(Event)
        kinds, groups = {event.kind for event in events}, {event.group for event in events}
        audiences = {audience for event in events for audience in event.audience}
        if not events:
            return
        areas = [(str(area.name), feed.of_sub_area(home, area.id)) for area in region.profile.sub_areas]
        yield w.subscribe_area, self._feeds(areas)
        yield w.subscribe_audience, self._terms("event_audience", audiences, lambda term: feed.of_audience(home, term))
        yield w.subscribe_kind, self._terms("event_type", kinds, lambda term: feed.of_kind(home, term))
        with_events = [group for group in region.all_of(Group) if group.key in groups]
        yield w.subscribe_group, self._feeds((str(group.name), feed.of_group(group.key)) for group in with_events)

    def _terms(self, vocabulary: str, used: set[str], path: Callable[[str], str]) -> tuple[Feed, ...]:
        terms = (term for term in self._scene.network.vocabularies[vocabulary].terms if term in used)
        return self._feeds((self._scene.label(vocabulary, term), path(term)) for term in terms)

    def _feeds(self, feeds: Iterable[tuple[str, str]]) -> tuple[Feed, ...]:
        return tuple(self._feed(name, path) for name, path in feeds)

    def _feed(self, name: str, path: str) -> Feed:
        address = f"{self._site_url}{path}" if self._site_url else ""
        return Feed(name, path, address, f"webcal:{address.partition(':')[2]}" if address else "")
