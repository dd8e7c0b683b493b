"""Calendars to subscribe to: of the country, a region and what it can be narrowed by, a municipality, an event.

A feed once published stays, or its subscribers would meet an error: every sub-area, kind, audience, group and
municipality has its file even when nothing happens there; where a region has pages in other languages, one in each. An
event is encoded once in a language and its bytes go into every feed that has it; they are kept between builds, so that
one changed event costs one component and the files of its region.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from tno import feed_addresses as feed
from tno.addresses import address_of, prefix_of
from tno.country.municipality import Municipality
from tno.digest import digest
from tno.exports.ics import Calendars, Component
from tno.exports.told_events import Told, ToldEvents
from tno.frozen import frozen
from tno.kept import Kept
from tno.ledger import Ledger
from tno.model.event_areas import is_for_part, parts_of_region, sub_areas_of
from tno.model.localised import is_told_in
from tno.model.network import Region
from tno.records import Event, Group
from tno.views.scene import Scene
from tno.words import LANGUAGES

Components = Mapping[str, Component]
"""Key of an event → its component."""


@frozen
class Part:
    """Files that are made together: of a region in a language, or of the country (`region` is None)."""

    feeds: Feeds
    region: Region | None
    language: str
    paths: Sequence[str]
    made_of: str

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each path with its bytes."""
        return self.feeds.of_region(self.region, self.language) if self.region else self.feeds.of_country()


class Feeds:
    """The calendar files of one build."""

    def __init__(
        self,
        scene_of: Callable[[str], Scene],
        site_url: str,
        guard: str,
        former: Ledger,
        kept: Kept | None = None,
        chosen: frozenset[str] = frozenset(),
    ) -> None:
        """
        Args:
            scene_of: gives the scene of a language.
            guard: what every file depends on besides content: program, vocabularies, tables, edition.
            former: the ledger of the site published last.
            chosen: regions whose sections are built, empty: all. Events of others have no file of their own.
        """
        self._scene_of, self._kept, self._chosen = scene_of, kept, chosen
        self._scene, self._site_url = scene_of("fi"), site_url
        self._shared = f"{guard}{site_url}"
        self._events = ToldEvents(self._scene, former)
        self._calendars: dict[str, Calendars] = {}
        self._components: dict[tuple[str, str], Components] = {}

    def parts(self) -> Iterator[Part]:
        """Parts of all regions in each of their languages, and the country's."""
        for region in self._scene.network.regions.values():
            every = [*self._events.of[region.id], *self._events.visitors[region.id]]
            facts = f"{region.profile.fingerprint}{self._groups[region.id]}"
            for language in LANGUAGES:
                if language == "fi" or language in region.profile.languages:
                    made_of = self._hash(f"{language}{facts}", every)
                    yield Part(self, region, language, self._paths(region, language), made_of)
        yield Part(self, None, "fi", [feed.of_country()], self._hash("", self._events.every))

    def of_region(self, region: Region, language: str) -> Iterator[tuple[str, bytes]]:
        """Files of a region, its municipalities and its events in a language."""
        scene, prefix, own = self._scene_of(language), prefix_of(language), self._events.of[region.id]
        visitors = self._events.visitors[region.id]
        calendars, component = self._calendars_in(language), self._components_for(region.id, language)
        for told in self._with_file(region, language):
            event = scene.network.find(Event, told.event.key) or told.event
            data = calendars.calendar(str(event.name), [component[told.event.key]])
            for path in _paths_of(told.event):
                yield f"{prefix}{path}", data
        note = scene.w.feed_of_examples if region.profile.example else ""
        localised = scene.network.regions[region.id]
        for path, name, events in self._narrowed(scene, localised, own, [*own, *visitors]):
            found = [component[told.event.key] for told in events if told.is_current]
            yield f"{prefix}{path}", calendars.calendar(scene.w.feed_name.format(name=name), found, note)

    def of_country(self) -> Iterator[tuple[str, bytes]]:
        """The calendar of the whole country."""
        w, events = self._scene.w, self._events.every
        components = {region: self._components_of(region, "fi") for region in self._events.of}
        found = [components[told.event.region][told.event.key] for told in events if told.is_current]
        yield feed.of_country(), self._calendars_in("fi").calendar(w.feed_name.format(name=w.whole_country), found)

    def _calendars_in(self, language: str) -> Calendars:
        if (known := self._calendars.get(language)) is None:
            known = self._calendars[language] = Calendars(self._scene_of(language), self._site_url)
        return known

    # --- which events are in which feed -------------------------------------------------------------------------------

    def _narrowed(
        self, scene: Scene, region: Region, own: Sequence[Told], every: Sequence[Told]
    ) -> Iterator[tuple[str, str, Sequence[Told]]]:
        """Path, name and events of each feed of a region.

        Args:
            own: events of the region.
            every: those and what other regions hold here.
        """
        home, name = region.id, region.name
        vocabularies, facts = scene.network.vocabularies, self._scene.network
        yield feed.of_region(home), name, own
        for kind in vocabularies["event_type"].terms:
            label = f"{name}: {scene.label('event_type', kind)}"
            yield feed.of_kind(home, kind), label, [told for told in own if told.event.kind == kind]
        for audience in vocabularies["event_audience"].terms:
            label = f"{name}: {scene.label('event_audience', audience)}"
            yield feed.of_audience(home, audience), label, [told for told in own if audience in told.event.audience]
        for group in region.all_of(Group):
            yield feed.of_group(group.key), str(group.name), [told for told in every if told.event.group == group.key]
        parts = parts_of_region(facts, facts.regions[home])
        found = [(told, sub_areas_of(facts, told.event, parts)) for told in every]
        for sub_area in region.profile.sub_areas:
            chosen = [told for told, mine in found if is_for_part(sub_area.id, told.event, mine, parts)]
            yield feed.of_sub_area(home, sub_area.id), f"{name}: {sub_area.name}", chosen
        for municipality, events in zip(self._municipalities[home], self._held_in(home, every), strict=True):
            yield feed.of_municipality(municipality.slug), municipality.name_in(scene.language), events

    def _held_in(self, home: str, events: Sequence[Told]) -> Iterator[Sequence[Told]]:
        """For each municipality of a region what one can come to there: what is held in it, and what the region holds
        for all, online."""
        for_all = [place for place, told in enumerate(events) if not told.homes and told.event.region == home]
        held: dict[str, list[int]] = {}
        for place, told in enumerate(events):
            for code in told.homes:
                held.setdefault(code, []).append(place)
        for municipality in self._municipalities[home]:
            yield [events[place] for place in sorted([*for_all, *held.get(municipality.code, ())])]

    def _paths(self, region: Region, language: str) -> list[str]:
        home, vocabularies = region.id, self._scene.network.vocabularies
        found = [
            *(path for told in self._with_file(region, language) for path in _paths_of(told.event)),
            feed.of_region(home),
            *(feed.of_kind(home, kind) for kind in vocabularies["event_type"].terms),
            *(feed.of_audience(home, audience) for audience in vocabularies["event_audience"].terms),
            *(feed.of_group(group.key) for group in self._scene.network.regions[home].all_of(Group)),
            *(feed.of_sub_area(home, sub_area.id) for sub_area in region.profile.sub_areas),
            *(feed.of_municipality(municipality.slug) for municipality in self._municipalities[home]),
        ]
        return found if language == "fi" else [f"{prefix_of(language)}{path}" for path in found]

    def _with_file(self, region: Region, language: str) -> Iterator[Told]:
        """Events that have a page in the language, and a file beside it."""
        if self._chosen and region.id not in self._chosen:
            return iter(())
        return (told for told in self._events.of[region.id] if is_told_in(told.event, language))

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
            found[region.id] = "".join([f"{group.key}{group.fingerprint}" for group in groups])
        return found

    def _hash(self, facts: str, events: Iterable[Told]) -> str:
        told = [f"{told.event.key}{told.made_of}{told.is_current:d}" for told in events]
        return digest("\n".join([self._shared, facts, *told]))

    # --- components ---------------------------------------------------------------------------------------------------

    def _components_for(self, region: str, language: str) -> Components:
        """Of all events in the feeds of a region."""
        if language != "fi":
            return self._components_of(region, language)
        homes = dict.fromkeys(told.event.region for told in self._events.visitors[region])
        return {key: each for home in (region, *homes) for key, each in self._components_of(home, "fi").items()}

    def _components_of(self, home: str, language: str) -> Components:
        """Of a region's own events; in other languages than Finnish of its visitors too."""
        if (known := self._components.get((home, language))) is None:
            known = self._components[home, language] = self._encoded(home, language)
        return known

    def _encoded(self, home: str, language: str) -> Components:
        """Components for a region's feeds, those of the build before where nothing has changed."""
        name = f"calendar-{home}" if language == "fi" else f"calendar-{language}-{home}"
        shared = f"{self._shared}{self._scene.profiles_fingerprint}"
        before = (self._kept.read(name, shared) if self._kept else None) or {}
        network, calendars = self._scene_of(language).network, self._calendars_in(language)
        every = self._events.of[home]
        if language != "fi":
            every = [each for each in (*every, *self._events.visitors[home]) if _is_told(each, language)]
        rows: dict[str, tuple[str, str | None, bytes]] = {}
        for told in every:
            row = before.get(told.event.key)
            if row is None or row[0] != told.made_of:
                event = network.find(Event, told.event.key) or told.event
                row = (told.made_of, *calendars.component(event, told.line))
            rows[told.event.key] = row
        if self._kept and rows != before:
            self._kept.write(name, shared, rows)
        return {key: Component(zone, data) for key, (_, zone, data) in rows.items()}


def _is_told(told: Told, language: str) -> bool:
    """Whether an event is in any file of a language."""
    return told.is_current or is_told_in(told.event, language)


def _paths_of(event: Event) -> list[str]:
    """Where the event alone is: beside its page, and where that was before."""
    return [feed.of_event(address_of(event, each)) for each in (event.id, *event.former_ids)]
