"""What comes when: occurrences from a day on, as rows under their days; what has begun and lasts for days is apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from tno.addresses import address_of
from tno.digest import digest
from tno.frozen import frozen
from tno.model.localised import told
from tno.model.network import Network, Region
from tno.model.occurrence import Occurrence, occurrences_between
from tno.records import Event, Place
from tno.records.event import CANCELLED, OFF, ONLINE, OPEN_TO_ALL, POSTPONED
from tno.today import HELSINKI
from tno.views.event_times import (
    RuledTimes,
    clock_in_words,
    date_in_words,
    lasts_days,
    leaves_at,
    ruled_times,
    tell_ruled,
)
from tno.views.opening import base36
from tno.views.place import address_in_words
from tno.views.scene import Scene

AHEAD_DAYS = 400
"""How far ahead pages of events and series tell dates."""
NEAR_DAYS = 14
"""How far the lists of front pages and of the whole country reach."""
MONTHS_LISTED = 2
"""How many months a region's list tells time by time, this one included: whole ones, as the tables of months."""
LATER_DAYS = 800
"""How far ahead it tells of what comes only after that, each once."""
MONTHS_AHEAD = 6
"""How many months have a table, this one included; an event's page has every date that lists and tables lead to."""
KNOWN_DAYS = 200
"""How far ahead every event's occurrences are worked out, once for all lists and tables."""
BADGES: Mapping[str, str] = MappingProxyType(
    {CANCELLED: "stop", "siirretty": "warn", POSTPONED: "warn", "siirretty-verkkoon": "warn", "alustava": "draft"}
)
"""Status that is said → its kind of badge."""
_EVER = datetime(1970, 1, 1, tzinfo=HELSINKI)
"""No event is older: one edge for all of them is worked out once."""
Coming = tuple[Event, Occurrence]


class EventRow(NamedTuple):
    """An occurrence in a list."""

    time: str
    """"9.30", "9.30–15", the word for a whole day, or the days of what lasts several: "1.3.–28.3."."""
    name: str
    address: str
    """Of the event's page, with the date as fragment."""
    place: str
    """Where, in words."""
    tags: tuple[str, ...]
    """For whom, when it is not for everybody."""
    state: str
    """Kind of badge, "" for an event as planned."""
    state_label: str
    off: bool
    """Whether it is cancelled or postponed."""
    leaves: str
    """The minute in UTC at which it leaves the list by itself, in base 36."""
    number: str
    """Which of the events told to the page's script it is; empty when none are told."""
    when: str
    """Its days and times when it does not stand under its day."""


@frozen
class DayOfEvents:
    """A day and what happens on it."""

    date: str
    """ISO date, also the fragment."""
    number: str
    weekday: str
    month: str
    note: str
    """"tänään", "huomenna" or empty."""
    rows: tuple[EventRow, ...]


def last_table(day: date) -> date:
    """The first day that no table of a month has."""
    return _months_after(day, MONTHS_AHEAD)


def listed_days(day: date) -> int:
    """How many days ahead a region's list tells every time; at most 62."""
    return (_months_after(day, MONTHS_LISTED) - day).days


def _months_after(day: date, months: int) -> date:
    """The first day of a month, so many months after that of `day`."""
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)


def events_made_of(scene: Scene, region: Region) -> Sequence[str]:
    """Fingerprint of the events of a region: of months, years and series, which are many, nothing else is read."""
    return scene.facts.once(_events_made_of, scene.facts.network.regions[region.id])


def _events_made_of(scene: Scene, region: Region) -> Sequence[str]:
    return [digest("".join([event.fingerprint for event in region.all_of(Event)]))]


Numbers = Mapping[str, int]
"""Key of an event → its number among those told to the page's script."""


def coming(scene: Scene, events: Iterable[Event], days: int) -> list[Coming]:
    """Occurrences from the scene's day on, earliest first, `days` days ahead."""
    by_key = sorted(events, key=lambda event: event.key)
    found = [(event, occurrence) for event in by_key for occurrence in ahead(scene, event, days)]
    found.sort(key=lambda pair: pair[1].start)  # what begins at the same time stays in the order of keys
    return found


def next_times(scene: Scene, events: Iterable[Event], days: int) -> list[Coming]:
    """The first occurrence of each event from the scene's day on, earliest first; more than `KNOWN_DAYS` ahead."""
    begin, end, found = _midnight(scene.day, KNOWN_DAYS), _midnight(scene.day, days), list[Coming]()
    for event in sorted(events, key=lambda event: event.key):
        times = ahead(scene, event, KNOWN_DAYS) or occurrences_between(event, begin, end)
        found += [(event, occurrence) for occurrence in times[:1]]
    found.sort(key=lambda pair: pair[1].start)
    return found


def ahead(scene: Scene, event: Event, days: int) -> Sequence[Occurrence]:
    """Occurrences of one event from the scene's day on, `days` days ahead."""
    asked = scene if event.overrides else scene.facts  # in all languages the same but for what a change tells
    known, end = asked.once(_Known, asked.network).of(event, days), _midnight(scene.day, days)
    if days <= KNOWN_DAYS:
        return [occurrence for occurrence in known if occurrence.start < end]
    begin = _midnight(scene.day, KNOWN_DAYS)
    beyond = occurrences_between(event, begin, end)
    return [*known, *(occurrence for occurrence in beyond if occurrence.start >= begin)]


def held(scene: Scene, event: Event) -> Sequence[Occurrence]:
    """Occurrences of one event that began before the scene's day."""
    return occurrences_between(event, _EVER, _midnight(scene.day, 0))


class _Known:
    """What lists, tables of months and events' own pages choose from: worked out as far as anybody has asked.

    Of most events a build that has little to do asks only what comes soon. In another language an event is asked as it
    is told in it, or as its Finnish record; what a change of one date says differs.
    """

    def __init__(self, scene: Scene, _: Network) -> None:
        self._day = scene.day
        self._known: dict[int, tuple[int, list[Occurrence], Event]] = {}

    def of(self, event: Event, days: int) -> list[Occurrence]:
        """Occurrences of an event, `days` ahead or more; never more than `KNOWN_DAYS`."""
        reach = NEAR_DAYS if days <= NEAR_DAYS else KNOWN_DAYS
        known = self._known.get(id(event))
        if known is None or known[0] < reach:
            found = occurrences_between(event, _midnight(self._day, 0), _midnight(self._day, reach))
            known = self._known[id(event)] = reach, found, event  # the event too: its id stays its own
        return known[1]


@lru_cache(maxsize=64)
def _midnight(day: date, days: int) -> datetime:
    """When a day begins, so many days after `day`."""
    return datetime.combine(day + timedelta(days=days), time(), HELSINKI)


def events_shown(scene: Scene, region: Region) -> Sequence[Event]:
    """The events of a region's list, in Finnish: a row puts into words what it shows (`event_row`)."""
    return scene.facts.network.regions[region.id].all_of(Event)


def soon_for_all(scene: Scene) -> Sequence[Coming]:
    """What is for everybody anywhere in the country in `NEAR_DAYS`."""
    return scene.facts.once(_soon_for_all, scene.facts.network)


def _soon_for_all(facts: Scene, network: Network) -> Sequence[Coming]:
    events = [event for event in network.all_of(Event).values() if OPEN_TO_ALL in event.audience]
    return coming(facts, events, NEAR_DAYS)


def regions_with_events(scene: Scene) -> Sequence[Region]:
    """Regions that have a calendar."""
    facts = scene.facts.network.regions
    return [region for region in scene.network.regions.values() if facts[region.id].all_of(Event)]


def goes_on(scene: Scene, occurrence: Occurrence) -> bool:
    """Whether it began before the scene's day and lasts for days: an application period, an exhibition."""
    return occurrence.first_day < scene.day and lasts_days(occurrence)


def by_days(scene: Scene, found: Iterable[Coming], numbers: Numbers | None = None) -> tuple[DayOfEvents, ...]:
    """Occurrences as rows under their days; what has begun already stands under today."""
    by_day: dict[date, list[EventRow]] = {}
    for event, occurrence in found:
        row = event_row(scene, event, occurrence, numbers)
        by_day.setdefault(max(occurrence.first_day, scene.day), []).append(row)
    return tuple(_day(scene, day, rows) for day, rows in sorted(by_day.items()))


def _day(scene: Scene, day: date, rows: list[EventRow]) -> DayOfEvents:
    away, writing = (day - scene.day).days, scene.writing
    return DayOfEvents(
        date=day.isoformat(),
        number=writing.day_number(day),
        weekday=writing.weekdays[day.weekday()],
        month=writing.month_after_day(day),
        note=scene.w.today if away == 0 else scene.w.tomorrow if away == 1 else "",
        rows=tuple(rows),
    )


def event_row(
    scene: Scene, event: Event, occurrence: Occurrence, numbers: Numbers | None = None, dated: bool = False
) -> EventRow:
    """An occurrence as a row of a list.

    Args:
        event: in Finnish; of its texts only the name is shown, so that lists copy no event for a language.
        dated: the list has no heading for the day.
    """
    name, address, where, tags, ruled = scene.once(_in_every_row, event)
    status, place = occurrence.status, occurrence.place
    if occurrence.change is None:
        told = ruled.get(occurrence.original) or tell_ruled(scene, ruled, occurrence)
        anchor, leaves, clock = told.date.anchor, told.date.leaves, told.clock
    else:
        anchor, leaves, clock = occurrence.anchor, base36(leaves_at(occurrence)), clock_in_words(scene, occurrence)
    is_told = status in BADGES
    return EventRow(
        clock,
        name,
        f"{address}{anchor}",
        where if place == event.place else where_in_words(scene, event, place),
        tags,
        BADGES[status] if is_told else "",
        scene.label("event_status", status) if is_told else "",
        status in OFF,
        leaves,
        str(numbers[event.key]) if numbers else "",
        date_in_words(scene, occurrence) if dated else "",
    )


def _in_every_row(scene: Scene, event: Event) -> tuple[str, str, str, tuple[str, ...], RuledTimes]:
    """What rows of all its times show: name, address before the date, place, tags; times that are told already."""
    name, address = name_and_address(scene, event)
    tags = () if OPEN_TO_ALL in event.audience else scene.labels("event_audience", event.audience)
    return name, address, where_in_words(scene, event, event.place), tags, ruled_times(scene, event)


def name_and_address(scene: Scene, event: Event) -> tuple[str, str]:
    """The name of an event in the language of the scene, and the address of its page up to the date."""
    return told(event, "name", scene.language), f"{address_of(event)}#"


def where_in_words(scene: Scene, event: Event, place: str | None) -> str:
    """The address of a place, or that it is online; empty when nobody has to come anywhere."""
    if event.attendance is None:
        return ""
    found = scene.network.find(Place, place)
    return scene.once(address_in_words, found) if found else scene.label("attendance_mode", ONLINE)
