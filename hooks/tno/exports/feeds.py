"""Calendars to subscribe to: of the country, a region and what it can be narrowed by, a municipality, an event.

A feed once published stays, or its subscribers would meet an error: every sub-area, kind, audience, group and
municipality has its file even when nothing happens there. An event is encoded once and its bytes go into every feed
that has it; they are kept between builds, so that one changed event costs one component and the files of its region.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from tno import feed_addresses as feed
from tno.addresses import address_of
from tno.country.municipality import Municipality
from tno.exports.ics import Calendars, Component
from tno.kept import Kept
from tno.ledger import Ledger, Line, Seen, next_line
from tno.model.event_areas import is_for_part, parts_of_region, sub_areas_of
from tno.model.network import Region
from tno.noticed import content_hash
from tno.records import Event, Group, Place
from tno.records.moment import day_of
from tno.records.rule import all_dates
from tno.views.scene import Scene, places_of_event

PAST_DAYS = 366
"""What was over so many days ago has left the feeds; its page and its own file stay."""


class Told(NamedTuple):
    """An event with all that its component is made of."""

    event: Event
    line: Line
    made_of: str
    homes: frozenset[str]
    """Codes of the municipalities it happens in; empty when nobody has to come anywhere."""
    is_current: bool
    """Whether it is in feeds, and not only in its own file."""


@dataclass(frozen=True)
class Part:
    """Files that are made together: of a region, or of the country (`region` is None)."""

    feeds: Feeds
    region: Region | None
    paths: Sequence[str]
    made_of: str

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each path with its bytes."""
        return self.feeds.of_region(self.region) if self.region else self.feeds.of_country()


class Feeds:
    """The calendar files of one build."""

    def __init__(
        self,
        scene: Scene,
        site_url: str,
        guard: str,
        former: Ledger,
        kept: Kept | None = None,
        chosen: frozenset[str] = frozenset(),
    ) -> None:
        """
        Args:
            scene: the Finnish one.
            guard: what every file depends on besides content: program, vocabularies, tables, edition.
            former: the ledger of the site published last.
            chosen: regions whose sections are built, empty: all. Events of others have no file of their own.
        """
        self._scene, self._former, self._kept, self._chosen = scene, former, kept, chosen
        self._calendars = Calendars(scene, site_url)
        self._shared = f"{guard}{site_url}"
        self._since = scene.day - timedelta(days=PAST_DAYS)
        self._components: dict[str, dict[str, Component]] = {}

    def parts(self) -> Iterator[Part]:
        """Parts of all regions, and the country's."""
        for region in self._scene.network.regions.values():
            every = [*self._told[region.id], *self._visitors[region.id]]
            facts = f"{region.profile.fingerprint}{self._groups[region.id]}"
            yield Part(self, region, self._paths(region), self._hash(facts, every))
        yield Part(self, None, [feed.of_country()], self._hash("", self._every))

    def of_region(self, region: Region) -> Iterator[tuple[str, bytes]]:
        """Files of a region, its municipalities and its events."""
        own = self._told[region.id]
        for told in own if self._has_pages(region) else ():
            data = self._calendars.calendar(str(told.event.name), [self._component(told)])
            for path in _paths_of(told.event):
                yield path, data
        note = self._scene.w.feed_of_examples if region.profile.example else ""
        for path, name, events in self._narrowed(region, own, [*own, *self._visitors[region.id]]):
            yield path, self._feed(name, events, note)

    def of_country(self) -> Iterator[tuple[str, bytes]]:
        """The calendar of the whole country."""
        yield feed.of_country(), self._feed(self._scene.w.whole_country, self._every)

    def _feed(self, name: str, events: Iterable[Told], note: str = "") -> bytes:
        found = [self._component(told) for told in events if told.is_current]
        return self._calendars.calendar(self._scene.w.feed_name.format(name=name), found, note)

    # --- which events are in which feed -------------------------------------------------------------------------------

    def _narrowed(
        self, region: Region, own: Sequence[Told], every: Sequence[Told]
    ) -> Iterator[tuple[str, str, Sequence[Told]]]:
        """Path, name and events of each feed of a region.

        Args:
            own: events of the region.
            every: those and what other regions hold here.
        """
        scene, home, name = self._scene, region.id, region.name
        vocabularies = scene.network.vocabularies
        yield feed.of_region(home), name, own
        for kind in vocabularies["event_type"].terms:
            label = f"{name}: {scene.label('event_type', kind)}"
            yield feed.of_kind(home, kind), label, [told for told in own if told.event.kind == kind]
        for audience in vocabularies["event_audience"].terms:
            label = f"{name}: {scene.label('event_audience', audience)}"
            yield feed.of_audience(home, audience), label, [told for told in own if audience in told.event.audience]
        for group in region.all_of(Group):
            yield feed.of_group(group.key), str(group.name), [told for told in every if told.event.group == group.key]
        parts = parts_of_region(scene.network, region)
        found = [(told, sub_areas_of(scene.network, told.event, parts)) for told in every]
        for sub_area in region.profile.sub_areas:
            chosen = [told for told, mine in found if is_for_part(sub_area.id, told.event, mine, parts)]
            yield feed.of_sub_area(home, sub_area.id), f"{name}: {sub_area.name}", chosen
        for municipality in self._municipalities[home]:
            codes = frozenset((municipality.code,))
            yield feed.of_municipality(municipality.slug), municipality.name, _within(codes, home, every)

    def _paths(self, region: Region) -> list[str]:
        home, vocabularies = region.id, self._scene.network.vocabularies
        return [
            *(path for told in self._told[home] if self._has_pages(region) for path in _paths_of(told.event)),
            feed.of_region(home),
            *(feed.of_kind(home, kind) for kind in vocabularies["event_type"].terms),
            *(feed.of_audience(home, audience) for audience in vocabularies["event_audience"].terms),
            *(feed.of_group(group.key) for group in region.all_of(Group)),
            *(feed.of_sub_area(home, sub_area.id) for sub_area in region.profile.sub_areas),
            *(feed.of_municipality(municipality.slug) for municipality in self._municipalities[home]),
        ]

    def _has_pages(self, region: Region) -> bool:
        return not self._chosen or region.id in self._chosen

    @cached_property
    def _municipalities(self) -> dict[str, list[Municipality]]:
        found: dict[str, list[Municipality]] = {region: [] for region in self._scene.network.regions}
        for municipality in self._scene.network.country.municipalities.values():
            if municipality.region_id in found:
                found[municipality.region_id].append(municipality)
        return found

    @cached_property
    def _groups(self) -> dict[str, str]:
        """Region → its groups and those that hold its events: their names and areas."""
        network, found = self._scene.network, {}
        for region in network.regions.values():
            keys = {group.key for group in region.all_of(Group)} | {event.group for event in region.all_of(Event)}
            groups = [group for key in sorted(filter(None, keys)) if (group := network.find(Group, key))]
            found[region.id] = str([(group.key, str(group.name), group.sub_areas) for group in groups])
        return found

    # --- events and what they are made of -----------------------------------------------------------------------------

    @cached_property
    def _every(self) -> list[Told]:
        return [told for events in self._told.values() for told in events]

    @cached_property
    def _told(self) -> dict[str, list[Told]]:
        """Region → its events."""
        return {region.id: self._of(region) for region in self._scene.network.regions.values()}

    def _of(self, region: Region) -> list[Told]:
        places, found = self._scene.fingerprints(Place), []
        for event in region.all_of(Event):
            line = self._line(event)
            keys = [event.place] if not event.overrides else places_of_event(event)
            own = "".join([places.get(key, "") for key in keys])
            made_of = f"{event.fingerprint}{own}{line.first_seen}{line.last_changed}{line.sequence}"
            homes = frozenset(code for key in keys if (code := self._home_of.get(key)))
            found.append(Told(event, line, made_of, homes, _is_current(event, self._since)))
        return found

    @cached_property
    def _home_of(self) -> dict[str | None, str]:
        """Key of a place → code of its municipality."""
        network = self._scene.network
        found = {key: network.municipality_of(place.municipality) for key, place in network.all_of(Place).items()}
        return {key: municipality.code for key, municipality in found.items() if municipality}

    @cached_property
    def _visitors(self) -> dict[str, list[Told]]:
        """Region → events of others that are held there, or by a group of its own."""
        country = self._scene.network.country.municipalities
        found: dict[str, list[Told]] = {region: [] for region in self._told}
        for told in self._every:
            homes = {country[code].region_id for code in told.homes}
            if told.event.group:
                homes.add(told.event.group.partition("/")[0])
            for home in sorted(home for home in homes if home and home != told.event.region):
                if home in found:
                    found[home].append(told)
        return found

    def _line(self, event: Event) -> Line:
        """What the ledger will say of the event's page; a renamed event goes on from where it was."""
        address, former = address_of(event), self._former
        if event.former_ids and address not in former:
            addresses = (address_of(event, each) for each in reversed(event.former_ids))
            former = next(({address: former[each]} for each in addresses if each in former), former)
        return next_line(former, Seen(address, content_hash(self._scene, event), event.verified), self._scene.day)

    def _hash(self, facts: str, events: Iterable[Told]) -> str:
        told = [f"{told.event.key}{told.made_of}{told.is_current:d}" for told in events]
        return blake2b("\n".join([self._shared, facts, *told]).encode(), digest_size=12).hexdigest()

    # --- components ---------------------------------------------------------------------------------------------------

    def _component(self, told: Told) -> Component:
        home = told.event.region
        if (known := self._components.get(home)) is None:
            known = self._components[home] = self._encoded(home)
        return known[told.event.key]

    def _encoded(self, home: str) -> dict[str, Component]:
        """Components of a region's events, those of the build before where nothing has changed."""
        name = f"calendar-{home}"
        shared = f"{self._shared}{self._scene.network.regions[home].profile.example}"
        before = (self._kept.read(name, shared) if self._kept else None) or {}
        rows: dict[str, tuple[str, str | None, bytes]] = {}
        for told in self._told[home]:
            row = before.get(told.event.key)
            if row is None or row[0] != told.made_of:
                row = (told.made_of, *self._calendars.component(told.event, told.line))
            rows[told.event.key] = row
        if self._kept and rows != before:
            self._kept.write(name, shared, rows)
        return {key: Component(zone, data) for key, (_, zone, data) in rows.items()}


def _within(codes: frozenset[str], home: str, events: Iterable[Told]) -> list[Told]:
    """What one can come to in some municipalities: what is held there, and what the region holds for all, online."""
    return [told for told in events if (told.homes & codes if told.homes else told.event.region == home)]


def _paths_of(event: Event) -> list[str]:
    """Where the event alone is: beside its page, and where that was before."""
    return [feed.of_event(address_of(event, each)) for each in (event.id, *event.former_ids)]


def _is_current(event: Event, since: date) -> bool:
    """Whether anything of it begins on `since` or later, or may."""
    if event.first_day >= since:
        return True
    days = [day_of(moment) for moment in event.extra]
    days += [day_of(change.start) for change in event.overrides if isinstance(change.start, date)]
    if rule := event.rule:
        if not rule.ends:
            return True
        days.append(rule.until or max(all_dates(rule), default=rule.first))
    return max(days, default=event.first_day) + event.length >= since
