"""Events as pages show them: what comes when, day by day, and one event with all its coming dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from markupsafe import Markup

from tno import finnish
from tno.addresses import address_of
from tno.model.network import Region
from tno.model.occurrence import Occurrence, occurrences_between
from tno.model.repeat_words import repeat_in_words
from tno.records import Event, Group, Organisation, Place, Service
from tno.today import HELSINKI
from tno.views.link import Link, full_link_to
from tno.views.scene import Scene
from tno.views.service import address_in_words

AHEAD_DAYS = 400
"""How far ahead lists and pages tell dates."""
SHOWN_DATES = 30
"""How many coming dates an event's page lists."""
_BADGES = {"peruttu": "stop", "siirretty": "warn", "lykatty": "warn", "siirretty-verkkoon": "warn", "alustava": "draft"}


@dataclass(frozen=True, slots=True)
class EventRow:
    """An occurrence in a list."""

    time: str
    """"9.30", "9.30–15", or the word for a whole day."""
    name: str
    address: str
    """Of the event's page, with the date as fragment."""
    place: str
    """Where, in words."""
    tags: tuple[str, ...]
    """For whom."""
    state: str
    """Kind of badge, "" for an event as planned."""
    state_label: str
    off: bool
    """Whether it is cancelled."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class EventsPage:
    """Context of `sections/events.html`."""

    title: str
    lead: str
    days: tuple[DayOfEvents, ...]
    """Coming days that have events."""
    empty: str
    regions: tuple[Link, ...]
    """Calendars of regions, on the national page."""


@dataclass(frozen=True, slots=True)
class EventPage:
    """Context of `records/event.html`."""

    event: Event
    """The record itself."""
    kind: str
    """Kind of event in words."""
    state: str
    state_label: str
    off: bool
    """Whether the whole event is cancelled."""
    rule: str
    """The repetition read out, or empty."""
    dates: tuple[tuple[str, str, str, str], ...]
    """(ISO date, text, badge kind, badge word) of the coming dates."""
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    """Label and values for the side column."""
    join: Link | None
    """Where to join online."""
    signup: tuple[Link, ...]
    """How to sign up."""
    signup_note: str
    """When signing up opens and closes, and how many fit, in words."""
    prose: Markup
    """The description, HTML."""
    outcome: Markup
    """What came of it, HTML."""


def coming(scene: Scene, events: Iterable[Event], days: int) -> list[tuple[Event, Occurrence]]:
    """Occurrences from the scene's day on, earliest first, `days` days ahead."""
    start = datetime.combine(scene.day, time(), HELSINKI)
    end = datetime.combine(scene.day + timedelta(days=days), time(), HELSINKI)
    found = [(event, occurrence) for event in events for occurrence in occurrences_between(event, start, end)]
    return sorted(found, key=lambda pair: (pair[1].start, pair[0].key))


def days_ahead(scene: Scene, region: Region | None, days: int) -> tuple[DayOfEvents, ...]:
    """What happens in a region (or anywhere) in the coming days, by day."""
    events = region.all_of(Event) if region else tuple(scene.network.all_of(Event).values())
    shown = [event for event in events if "kansalaiset" in event.audience] if region is None else events
    by_day: dict[date, list[EventRow]] = {}
    for event, occurrence in coming(scene, shown, days):
        by_day.setdefault(max(occurrence.first_day, scene.day), []).append(event_row(scene, event, occurrence))
    return tuple(_day(scene, day, rows) for day, rows in sorted(by_day.items()))


def events_page(scene: Scene, region: Region | None) -> EventsPage:
    """`/tapahtumat/` of a region, or of the whole country for one month ahead."""
    w = scene.w
    regions = [other for other in scene.network.regions.values() if other.all_of(Event)] if region is None else []
    return EventsPage(
        title=w.events_of.format(region=region.name) if region else w.all_events,
        lead=w.events_lead,
        days=days_ahead(scene, region, 90 if region else 14),
        empty=w.events_none,
        regions=tuple(Link(other.name, f"{other.id}/tapahtumat/", str(len(other.all_of(Event)))) for other in regions),
    )


def _day(scene: Scene, day: date, rows: list[EventRow]) -> DayOfEvents:
    away = (day - scene.day).days
    return DayOfEvents(
        date=day.isoformat(),
        number=f"{day.day}.",
        weekday=finnish.WEEKDAYS[day.weekday()],
        month=f"{finnish.MONTHS[day.month - 1]}ta",
        note=scene.w.today if away == 0 else scene.w.tomorrow if away == 1 else "",
        rows=tuple(rows),
    )


def event_row(scene: Scene, event: Event, occurrence: Occurrence) -> EventRow:
    """An occurrence as a row of a list."""
    status = occurrence.status
    place = scene.network.find(Place, occurrence.place or event.place)
    where = address_in_words(scene, place) if place else scene.label("attendance_mode", "verkossa")
    return EventRow(
        time=clock_in_words(scene, occurrence),
        name=str(event.name),
        address=f"{address_of(event)}#{occurrence.anchor}",
        place=where if event.attendance else "",
        tags=scene.labels("event_audience", event.audience),
        state=_BADGES.get(status, ""),
        state_label=scene.label("event_status", status) if status in _BADGES else "",
        off=status == "peruttu",
    )


def clock_in_words(scene: Scene, occurrence: Occurrence) -> str:
    """ "9.30–15", "9.30", or that it lasts the whole day."""
    start, end = occurrence.start, occurrence.end
    if occurrence.all_day:
        return scene.w.all_day
    if end <= start or occurrence.last_day > occurrence.first_day:
        return finnish.clock(start.time())
    return finnish.clock_range(start.time(), end.time())


def _date_in_words(scene: Scene, occurrence: Occurrence) -> str:
    first, last = occurrence.first_day, occurrence.last_day
    text = finnish.day_with_weekday(first)
    if last > first:
        text += f"–{finnish.day_with_weekday(last)}"
    return text if occurrence.all_day else scene.w.at_clock.format(day=text, clock=clock_in_words(scene, occurrence))


def event_page(scene: Scene, event: Event) -> EventPage:
    """What `records/event.html` shows of an event."""
    found = coming(scene, [event], AHEAD_DAYS)[:SHOWN_DATES]
    dates = []
    for _, occurrence in found:
        status = occurrence.status
        word = scene.label("event_status", status) if status in _BADGES else ""
        text = _date_in_words(scene, occurrence)
        dates.append((occurrence.anchor, text, _BADGES.get(status, ""), word))
    signup = event.signup
    return EventPage(
        event=event,
        kind=scene.label("event_type", event.kind),
        state=_BADGES.get(event.status, ""),
        state_label=scene.label("event_status", event.status) if event.status in _BADGES else "",
        off=event.status == "peruttu",
        rule=repeat_in_words(event) if event.repeat else "",
        dates=tuple(dates),
        facts=tuple(_facts(scene, event)),
        join=Link(scene.w.join_online, event.online_url) if event.online_url else None,
        signup=tuple(_signup(scene, event)),
        signup_note=_signup_note(scene, event) if signup else "",
        prose=scene.prose(event, str(event.description or "")),
        outcome=scene.prose(event, str(event.outcome or "")),
    )


def _signup(scene: Scene, event: Event) -> list[Link]:
    signup = event.signup
    if signup is None:
        return []
    links = [Link(scene.w.sign_up, signup.url)] if signup.url else []
    return links + ([Link(signup.email, f"mailto:{signup.email}")] if signup.email else [])


def _signup_note(scene: Scene, event: Event) -> str:
    w, signup = scene.w, event.signup
    assert signup is not None
    parts = []
    if signup.opens:
        parts.append(w.signup_opens.format(day=_day_of_moment(signup.opens)))
    if signup.closes:
        parts.append(w.signup_closes.format(day=_day_of_moment(signup.closes)))
    if signup.capacity:
        parts.append(w.signup_capacity.format(count=signup.capacity))
    return " ".join(parts)


def _day_of_moment(moment: date) -> str:
    if isinstance(moment, datetime):
        return f"{finnish.day(moment.date())} klo {finnish.clock(moment.time())}"
    return finnish.day(moment)


def _facts(scene: Scene, event: Event) -> list[tuple[str, tuple[Link, ...]]]:
    w, network = scene.w, scene.network
    facts: list[tuple[str, tuple[Link, ...]]] = []
    if place := network.find(Place, event.place):
        facts.append((w.fact_place, (Link(address_in_words(scene, place)),)))
    if event.attendance:
        facts.append((w.fact_attendance, (Link(scene.label("attendance_mode", event.attendance)),)))
    facts.append((w.fact_audience, tuple(map(Link, scene.labels("event_audience", event.audience)))))
    if organiser := network.find(Organisation, event.organiser):
        facts.append((w.fact_organiser, (full_link_to(organiser),)))
    if event.languages:
        facts.append((w.fact_languages, tuple(map(Link, scene.labels("service_language", event.languages)))))
    if event.price:
        facts.append((w.fact_price, (Link(str(event.price.text or scene.label("service_charge", event.price.kind))),)))
    for label, kind, key in ((w.fact_group, Group, event.group), (w.fact_service, Service, event.service)):
        if found := network.find(kind, key):
            facts.append((label, (full_link_to(found),)))
    if event.series:
        facts.append((w.fact_series, (Link(str(event.series)),)))
    return facts


def event_made_of(scene: Scene, event: Event) -> list[str]:
    """Fingerprints of everything `event_page` reads."""
    network = scene.network
    places = [network.find(Place, key) for key in (event.place, *(change.place for change in event.overrides))]
    others = [
        *places,
        network.find(Organisation, event.organiser),
        network.find(Group, event.group),
        network.find(Service, event.service),
    ]
    return [event.fingerprint, *(other.fingerprint for other in others if other)]
