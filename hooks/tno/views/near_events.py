"""What is coming near a municipality: there, in the neighbourhood whatever the region, and online for its region.

A page must know cheaply what it is made of, so the neighbourhood is one of towns; what is told are kilometres to the
place itself. Worked out once for the pages of all languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import cos
from typing import NamedTuple

from tno.country.country import EARTH_RADIUS_KM
from tno.country.municipality import Municipality
from tno.digest import digest
from tno.model.event_areas import parts_of_region
from tno.model.nearness import nearest_km
from tno.model.occurrence import Occurrence
from tno.records import Event, Place
from tno.records.event import OFF, ONLINE, OPEN_TO_ALL
from tno.views.around import around, in_kilometres
from tno.views.event_days import NEAR_DAYS, coming
from tno.views.event_times import clock_in_words, lasts_days
from tno.views.link import Link, full_link_to
from tno.views.scene import Scene, of_keys, places_of_event

MOST_EVENTS = 4
BESIDE_KM, NEAR_KM, PART_KM = 30, 80, 160
"""How far the middle of another town is when it is next door, near, and near within the same part of the region."""
_BESIDE, _NEAR, _PART = (cos(km / EARTH_RADIUS_KM) for km in (BESIDE_KM, NEAR_KM, PART_KM))
HERE, BESIDE, NEAR, AFAR = range(4)
"""In the municipality, next door, near or in the same part of the region, online: in the order of choice."""


class Chosen(NamedTuple):
    """An event near a municipality."""

    band: int
    event: Event
    occurrence: Occurrence
    """Its next time."""


Coming = dict[str, list[tuple[Event, Occurrence]]]
"""A municipality or a region → its next `MOST_EVENTS` events, each at its next time."""


class NearEvents:
    """Which events are near which municipality. Asked of the Finnish scene."""

    def __init__(self, facts: Scene) -> None:
        self._facts, self._network = facts, facts.network
        self._homes: dict[str, list[Event]] = {}
        self._online: dict[str, list[Event]] = {}
        every = facts.network.all_of(Event).values()
        self._events = [event for event in every if OPEN_TO_ALL in event.audience and event.attendance]
        for event in self._events:
            self._file(event)
        points = {code: around(facts).near.centre_of(town) for code, town in self._towns()}
        self._points = list(points.items())
        self._parts = {
            region.id: parts_of_region(facts.network, region).of for region in facts.network.regions.values()
        }
        self._told: dict[str, str] = {}
        self._bands: dict[str, dict[str, int]] = {}

    def _file(self, event: Event) -> None:
        homes = self._homes_of(event)
        for code in homes:
            self._homes.setdefault(code, []).append(event)
        if not homes:
            self._online.setdefault(event.region, []).append(event)

    def _homes_of(self, event: Event) -> Sequence[str]:
        """Codes of the municipalities an event is ever in, in one order."""
        return list(dict.fromkeys(code for key in places_of_event(event) if (code := self.home_of(key))))

    def home_of(self, key: str | None) -> str:
        """Code of the municipality a place is in, or empty."""
        place = self._network.find(Place, key)
        found = self._network.municipality_of(place.municipality) if place else None
        return found.code if found else ""

    def _towns(self) -> Iterator[tuple[str, Municipality]]:
        """Municipalities where something happens."""
        for code in self._homes:
            yield code, self._network.country.municipalities[code]

    def bands(self, municipality: Municipality) -> dict[str, int]:
        """Code of a municipality near by in which something happens → how near it is."""
        if (known := self._bands.get(municipality.code)) is None:
            known = self._bands[municipality.code] = self._found(municipality)
        return known

    def _found(self, municipality: Municipality) -> dict[str, int]:
        code, (x, y, z) = municipality.code, around(self._facts).near.centre_of(municipality)
        parts = self._parts.get(municipality.region_id or "", {})
        mine, found = parts.get(code, frozenset()), {}
        for other, (to_x, to_y, to_z) in self._points:
            product = x * to_x + y * to_y + z * to_z
            if other == code:
                found[other] = HERE
            elif product > _BESIDE:
                found[other] = BESIDE
            elif product > _NEAR or (product > _PART and not mine.isdisjoint(parts.get(other, ()))):
                found[other] = NEAR
        return found

    def nearest(self, municipality: Municipality) -> list[Chosen]:
        """What is coming in the next days, the nearest to a municipality, in the order it begins."""
        (here, afar), bands = self._coming, self.bands(municipality)
        found = [Chosen(band, *each) for code, band in bands.items() for each in here.get(code, ())]
        if len(found) < MOST_EVENTS:
            from_afar = {
                event.key: Chosen(AFAR, event, occurrence)
                for code in (*bands, municipality.region_id or "")
                for event, occurrence in afar.get(code, ())
            }
            found += from_afar.values()
        found.sort(key=lambda each: (each.band, each.occurrence.start, each.event.key))
        return sorted(found[:MOST_EVENTS], key=lambda each: (each.occurrence.start, each.event.key))

    @cached_property
    def _coming(self) -> tuple[Coming, Coming]:
        """What happens next in a municipality; what does so online, of those who are otherwise there or of a region."""
        told: set[str] = set()
        here, afar = Coming(), Coming()
        for event, occurrence in coming(self._facts, self._events, NEAR_DAYS):
            if occurrence.status not in OFF and event.key not in told:
                told.add(event.key)
                home = self.home_of(occurrence.place)
                filed, names = (here, [home]) if home else (afar, self._homes_of(event) or [event.region])
                for name in names:
                    if len(first := filed.setdefault(name, [])) < MOST_EVENTS:
                        first.append((event, occurrence))
        return here, afar

    def fingerprint(self, municipality: Municipality) -> str:
        """Changes when any event that may be told on a municipality's page, or a place of one, does."""
        homes = [self._told_of(code, self._homes[code]) for code in self.bands(municipality)]
        home = municipality.region_id or ""
        return "".join([*homes, self._told_of(home, self._online.get(home, ()))])

    def _told_of(self, name: str, events: Iterable[Event]) -> str:
        if (known := self._told.get(name)) is None:
            places, told = self._facts.fingerprints(Place), []
            for event in events:
                told += [event.fingerprint, *of_keys(places, places_of_event(event))]
            known = self._told[name] = digest("".join(told))
        return known


def near_events(scene: Scene) -> NearEvents:
    """The one of all languages."""
    return scene.facts.once(_near_events, scene.facts.network)


def _near_events(facts: Scene, _: object) -> NearEvents:
    return NearEvents(facts)


def coming_events(scene: Scene, municipality: Municipality) -> tuple[Link, ...]:
    """What is for everybody in the next days, the nearest to a municipality, in the order it begins."""
    return tuple(_link(scene, municipality, each) for each in near_events(scene).nearest(municipality))


def _link(scene: Scene, municipality: Municipality, chosen: Chosen) -> Link:
    """The event's page; when, where and how far in the note."""
    event, occurrence = scene.network.find(Event, chosen.event.key) or chosen.event, chosen.occurrence
    where = _where(scene, municipality, chosen)
    link = full_link_to(event)
    note = f"{_when(scene, occurrence)}, {', '.join(where)}"
    region = scene.network.regions.get(municipality.region_id or "")
    is_marked = scene.is_example(chosen.event) and not (region and region.profile.example)
    mark = scene.w.invented if is_marked else ""
    return link._replace(address=f"{link.address}#{occurrence.anchor}", note=note, mark=mark)


def _when(scene: Scene, occurrence: Occurrence) -> str:
    writing, day = scene.writing, max(occurrence.first_day, scene.day)
    clock = clock_in_words(scene, occurrence)
    if lasts_days(occurrence):
        return clock
    return f"{writing.weekdays_short[day.weekday()]} {writing.short_day(day)}, {clock}"


def _where(scene: Scene, municipality: Municipality, chosen: Chosen) -> Sequence[str]:
    """The town, and kilometres to a place in another one. What has a hidden address is at no distance."""
    if chosen.band == AFAR:
        return (scene.label("attendance_mode", ONLINE).lower(),)
    network = scene.facts.network
    place = network.find(Place, chosen.occurrence.place)
    town = network.municipality_of(place.municipality) if place else None
    assert place is not None and town is not None
    near = around(scene).near
    point = None if chosen.band == HERE else near.point_of(place)
    km = in_kilometres(nearest_km(near.centre_of(municipality), [point])) if point else ""
    return tuple(part for part in (town.name_in(scene.language), km) if part)
