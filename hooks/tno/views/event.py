"""Events as pages show them: what comes when, day by day, and one event with all its coming dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from markupsafe import Markup

from tno.addresses import address_of
from tno.model.network import Region
from tno.model.occurrence import Occurrence, occurrences_between
from tno.model.repeat_words import repeat_in_words
from tno.records import Event, Group, Organisation, Place, Service
from tno.records.contacts import Contact
from tno.records.moment import day_of
from tno.today import HELSINKI
from tno.views.link import Link, full_link_to
from tno.views.organisation import contact_view
from tno.views.scene import Scene, of_keys, places_of_event
from tno.views.service import address_in_words

AHEAD_DAYS = 400
"""How far ahead lists and pages tell dates."""
NEAR_DAYS = 14
"""How far the lists of front pages and of the whole country reach."""
LISTED_DAYS = 90
"""How far ahead a region's list of events goes; an event's page has every date that the list leads to."""
SHOWN_DATES = 28
"""How many coming dates an event's page lists at least, if there are so many."""
_BADGES = {"peruttu": "stop", "siirretty": "warn", "lykatty": "warn", "siirretty-verkkoon": "warn", "alustava": "draft"}


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


class EventDate(NamedTuple):
    """One time an event happens, on its own page."""

    anchor: str
    """ISO date by the rule: the fragment."""
    text: str
    """"ke 3.2.2027 klo 9–16"."""
    state: str
    """Kind of badge, "" for a time as planned."""
    state_label: str
    off: bool
    """Whether it is cancelled."""
    lines: tuple[str, ...]
    """What else is different this time: the first date, another place, a note."""


@dataclass(frozen=True, slots=True)
class EventPage:
    """Context of `records/event.html`."""

    event: Event
    """The record itself."""
    kind: str
    """Kind of event in words."""
    state: str
    """Kind of badge, "" for an event as planned."""
    state_label: str
    """The badge's word, or empty."""
    off: bool
    """Whether the whole event is cancelled."""
    rule: str
    """The repetition read out, or empty."""
    dates: tuple[EventDate, ...]
    """Coming times, or the last one of an event that is over."""
    is_over: bool
    """Whether nothing of it is to come."""
    where: str
    """Address of the place, or that it is online; empty when nobody has to come anywhere."""
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
    if days > NEAR_DAYS:
        found = [(event, occurrence) for event in events for occurrence in _ahead(scene, event, days)]
    else:
        end = datetime.combine(scene.day + timedelta(days=days), time(), HELSINKI)
        near = ((event, scene.once(_near, event)) for event in events)
        found = [(event, occurrence) for event, each in near for occurrence in each if occurrence.start < end]
    return sorted(found, key=lambda pair: (pair[1].start, pair[0].key))


def _near(scene: Scene, event: Event) -> list[Occurrence]:
    """What front pages and the country's calendar show of an event."""
    return _ahead(scene, event, NEAR_DAYS)


def _ahead(scene: Scene, event: Event, days: int) -> list[Occurrence]:
    start = datetime.combine(scene.day, time(), HELSINKI)
    return occurrences_between(event, start, datetime.combine(scene.day + timedelta(days=days), time(), HELSINKI))


def days_ahead(scene: Scene, region: Region | None, days: int, for_all: bool = False) -> tuple[DayOfEvents, ...]:
    """What happens in a region (or anywhere) in the coming days, by day.

    Args:
        for_all: leave out what is for professionals only; the whole country's list always does.
    """
    events = region.all_of(Event) if region else tuple(scene.network.all_of(Event).values())
    shown = [event for event in events if "kansalaiset" in event.audience] if for_all or region is None else events
    return by_days(scene, coming(scene, shown, days))


def by_days(scene: Scene, found: Iterable[tuple[Event, Occurrence]]) -> tuple[DayOfEvents, ...]:
    """Occurrences as rows under their days; what has begun already stands under today."""
    by_day: dict[date, list[EventRow]] = {}
    for event, occurrence in found:
        by_day.setdefault(max(occurrence.first_day, scene.day), []).append(event_row(scene, event, occurrence))
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


def event_row(scene: Scene, event: Event, occurrence: Occurrence) -> EventRow:
    """An occurrence as a row of a list."""
    status = occurrence.status
    return EventRow(
        time=clock_in_words(scene, occurrence),
        name=str(event.name),
        address=f"{address_of(event)}#{occurrence.anchor}",
        place=_where(scene, event, occurrence.place),
        tags=() if "kansalaiset" in event.audience else scene.labels("event_audience", event.audience),
        state=_BADGES.get(status, ""),
        state_label=scene.label("event_status", status) if status in _BADGES else "",
        off=status == "peruttu",
    )


def _where(scene: Scene, event: Event, place: str | None) -> str:
    if event.attendance is None:
        return ""
    found = scene.network.find(Place, place)
    return address_in_words(scene, found) if found else scene.label("attendance_mode", "verkossa")


def clock_in_words(scene: Scene, occurrence: Occurrence) -> str:
    """ "9.30–15", "9.30", "20–2" over midnight, that it lasts the whole day, or which days: "1.3.–28.3."."""
    start, end = occurrence.start, occurrence.end
    first, last = occurrence.first_day, occurrence.last_day
    if last > first and (occurrence.all_day or end - start >= timedelta(days=1)):
        return scene.writing.short_days(first, last)
    if occurrence.all_day:
        return scene.w.all_day
    if end <= start:
        return scene.writing.clock(start.time())
    return scene.writing.clock_range(start.time(), end.time())


def _date_in_words(scene: Scene, occurrence: Occurrence) -> str:
    """ "ke 3.2.2027 klo 9–16", "ma 1.3.–su 28.3.2027", "pe 4.12.2026 klo 18 – la 5.12.2026 klo 2"."""
    writing, start, end = scene.writing, occurrence.start, occurrence.end
    first, last = occurrence.first_day, occurrence.last_day
    if occurrence.all_day:
        return writing.days_with_weekdays(first, last)
    begins, ends = (
        writing.at(writing.day_with_weekday(day), writing.clock(moment.time()))
        for day, moment in ((first, start), (last, end))
    )
    if last > first:
        return f"{begins} – {ends}"
    if end <= start:
        return begins
    return writing.within(writing.day_with_weekday(first), writing.clock_range(start.time(), end.time()))


def _event_date(scene: Scene, event: Event, occurrence: Occurrence) -> EventDate:
    status, original = occurrence.status, day_of(occurrence.original)
    lines = []
    if original != occurrence.first_day and not occurrence.cancelled:
        lines.append(scene.w.moved_from.format(day=scene.writing.day_with_weekday(original)))
    if occurrence.place != event.place:
        lines.append(_where(scene, event, occurrence.place))
    if occurrence.note:
        lines.append(str(occurrence.note))
    return EventDate(
        anchor=occurrence.anchor,
        text=_date_in_words(scene, occurrence),
        state=_BADGES.get(status, ""),
        state_label=scene.label("event_status", status) if status in _BADGES else "",
        off=occurrence.cancelled,
        lines=tuple(line for line in lines if line),
    )


def _dates(scene: Scene, event: Event) -> tuple[list[Occurrence], bool]:
    """Coming occurrences, or the last one before today; whether all are over."""
    far = AHEAD_DAYS if event.rule else max(AHEAD_DAYS, (event.first_day - scene.day).days + 2)
    found: list[Occurrence] = []
    for days in (AHEAD_DAYS // 2, far):  # half is enough for what happens every week
        found = [occurrence for _, occurrence in coming(scene, [event], days)]
        if len(found) >= SHOWN_DATES:
            break
    if found:
        listed = datetime.combine(scene.day + timedelta(days=LISTED_DAYS), time(), HELSINKI)
        near = sum(occurrence.start < listed for occurrence in found)
        return found[: max(near, SHOWN_DATES)], False
    before = datetime.combine(scene.day, time(), HELSINKI)
    held = occurrences_between(event, datetime.combine(event.first_day, time(), HELSINKI), before)
    return held[-1:], True


def event_page(scene: Scene, event: Event) -> EventPage:
    """What `records/event.html` shows of an event."""
    dates, is_over = _dates(scene, event)
    signup = event.signup
    return EventPage(
        event=event,
        kind=scene.label("event_type", event.kind),
        state=_BADGES.get(event.status, ""),
        state_label=scene.label("event_status", event.status) if event.status in _BADGES else "",
        off=event.status == "peruttu",
        rule=repeat_in_words(event, scene.language) if event.repeat else "",
        dates=tuple(_event_date(scene, event, occurrence) for occurrence in dates),
        is_over=is_over,
        where=_where(scene, event, event.place),
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
        parts.append(w.signup_opens.format(day=_day_of_moment(scene, signup.opens)))
    if signup.closes:
        parts.append(w.signup_closes.format(day=_day_of_moment(scene, signup.closes)))
    if signup.capacity:
        parts.append(w.signup_capacity.format(count=signup.capacity))
    return " ".join(parts)


def _day_of_moment(scene: Scene, moment: date) -> str:
    writing = scene.writing
    if isinstance(moment, datetime):
        return writing.at(writing.day(moment.date()), writing.clock(moment.time()))
    return writing.day(moment)


def _facts(scene: Scene, event: Event) -> list[tuple[str, tuple[Link, ...]]]:
    w, network = scene.w, scene.network
    facts: list[tuple[str, tuple[Link, ...]]] = []
    facts.append((w.fact_audience, tuple(map(Link, scene.labels("event_audience", event.audience)))))
    if event.target_groups:
        groups = scene.labels("target_group", event.target_groups)
        facts.append((w.fact_event_target_groups, tuple(map(Link, groups))))
    if event.topics:
        facts.append((w.fact_topics, scene.term_links("service_topic", event.topics)))
    if organiser := network.find(Organisation, event.organiser):
        facts.append((w.fact_organiser, (full_link_to(organiser),)))
    if event.contact:
        facts.append((w.fact_contact, tuple(_contact(scene, event.contact))))
    if event.languages:
        facts.append((w.fact_languages, tuple(map(Link, scene.labels("service_language", event.languages)))))
    if event.price:
        facts.append((w.fact_price, (Link(str(event.price.text or scene.label("service_charge", event.price.kind))),)))
    for label, kind, key in ((w.fact_group, Group, event.group), (w.fact_service, Service, event.service)):
        if found := network.find(kind, key):
            facts.append((label, (full_link_to(found),)))
    if event.series and str(event.series) != str(event.name):
        facts.append((w.fact_series, (Link(str(event.series)),)))
    return facts


def _contact(scene: Scene, contact: Contact) -> Iterator[Link]:
    """Whom to ask: role or name, and how."""
    view = contact_view(scene, contact)
    yield Link(f"{view.role}: {view.name}" if view.name else view.role)
    if organisation := scene.network.find(Organisation, contact.organisation):
        yield full_link_to(organisation)
    yield from (each for each in (view.phone, view.email) if each)


def event_made_of(scene: Scene, event: Event) -> list[str]:
    """Fingerprints of everything `event_page` reads."""
    of, with_pages = scene.fingerprints, scene.terms_with_pages["service_topic"]
    return [
        event.fingerprint,
        *of_keys(of(Place), places_of_event(event)),
        of(Organisation).get(event.organiser, ""),
        of(Group).get(event.group, ""),
        of(Service).get(event.service, ""),
        of(Organisation).get(event.contact.organisation, "") if event.contact else "",
        *(topic for topic in event.topics if topic not in with_pages),
    ]
