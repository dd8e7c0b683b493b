"""One event as its page shows it: what, every coming date, where, how to join, for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from markupsafe import Markup

from tno.frozen import frozen
from tno.model.occurrence import Occurrence
from tno.model.repeat_words import repeat_in_words
from tno.records import Event, Group, Organisation, Place, Service
from tno.records.contacts import Contact
from tno.records.event import NETWORK, OFF, OPEN_TO_ALL, PROFESSIONALS
from tno.records.moment import day_of
from tno.records.service import Price
from tno.views.event_dates import dates_of, event_dates
from tno.views.event_days import BADGES, where_in_words
from tno.views.event_series import series_address
from tno.views.event_times import EventDate, date_in_words
from tno.views.facets import EVERYONE
from tno.views.link import Link, SharedFact, full_link_to
from tno.views.organisation import contact_view
from tno.views.place import map_of, place_lines
from tno.views.scene import Scene, of_keys, places_of_event

SHOWN_DATES = 8
"""How many coming dates an event's page shows at once."""

_SAME_PEOPLE: Mapping[str, str] = {
    OPEN_TO_ALL: EVERYONE,
    PROFESSIONALS: "ohjausalan-ammattilaiset",
    NETWORK: "verkoston-jasenet",
}
"""Audience → the target group that says no more than it."""


class Notice(NamedTuple):
    """What has to be known before anything else."""

    kind: str
    """stop, warn or info."""
    text: str


@frozen
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
    notices: tuple[Notice, ...]
    """That it is cancelled, postponed or moved, or that the next time is."""
    off: bool
    """Whether the whole event is cancelled or postponed."""
    rule: str
    """The repetition read out, or empty."""
    dates: tuple[EventDate, ...]
    """Coming times, or the last one of an event that is over."""
    more_dates: tuple[EventDate, ...]
    """Further times to which tables of months lead, folded up."""
    is_over: bool
    """Whether nothing of it is to come."""
    where: str
    """Address of the place, or that it is online; empty when nobody has to come anywhere."""
    place_lines: tuple[str, ...]
    """How one gets in and there, and for whom it is accessible."""
    map: str | None
    """A map that shows the place."""
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


def event_page(scene: Scene, event: Event) -> EventPage:
    """What `records/event.html` shows of an event."""
    dates, is_over = scene.once(dates_of, event)
    shown = tuple(event_dates(scene, event, dates))
    signup, place = event.signup, scene.network.find(Place, event.place)
    return EventPage(
        event=event,
        kind=scene.label("event_type", event.kind),
        state=BADGES.get(event.status, ""),
        state_label=scene.label("event_status", event.status) if event.status in BADGES else "",
        notices=tuple(_notices(scene, event, [] if is_over else dates)),
        off=event.status in OFF,
        rule=repeat_in_words(event, scene.language) if event.repeat else "",
        dates=shown[:SHOWN_DATES],
        more_dates=shown[SHOWN_DATES:],
        is_over=is_over,
        where=where_in_words(scene, event, event.place),
        place_lines=tuple(place_lines(scene, place)) if place else (),
        map=map_of(scene, place) if place else None,
        facts=tuple(_facts(scene, event)),
        join=Link(scene.w.join_online, event.online_url) if event.online_url else None,
        signup=tuple(_signup(scene, event)),
        signup_note=_signup_note(scene, event) if signup else "",
        prose=scene.prose(event, str(event.description or "")),
        outcome=scene.prose(event, str(event.outcome or "")),
    )


def _notices(scene: Scene, event: Event, times: Sequence[Occurrence]) -> Iterator[Notice]:
    """What is said of the whole event; else what is said of its next time when that is not as it should be."""
    if event.status in BADGES:
        yield Notice(_kind_of_notice(event.status), scene.w[f"event_is_{event.status}"])
    elif len(times) > 1 and (status := times[0].status) in BADGES:
        first, label = date_in_words(scene, times[0]), scene.label("event_status", status)
        yield Notice(_kind_of_notice(status), scene.w.event_next_differs.format(date=first, state=label.lower()))


def _kind_of_notice(status: str) -> str:
    return "info" if BADGES[status] == "draft" else BADGES[status]


def _signup(scene: Scene, event: Event) -> list[Link]:
    signup = event.signup
    if signup is None or _has_closed(scene, event):
        return []
    links = [Link(scene.w.sign_up, signup.url)] if signup.url else []
    return links + ([Link(signup.email, f"mailto:{signup.email}")] if signup.email else [])


def _has_closed(scene: Scene, event: Event) -> bool:
    """Whether signing up ended before the scene's day."""
    closes = event.signup.closes if event.signup else None
    return closes is not None and day_of(closes) < scene.day


def _signup_note(scene: Scene, event: Event) -> str:
    w, signup = scene.w, event.signup
    assert signup is not None
    if _has_closed(scene, event):
        return w.signup_closed
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


def _facts(scene: Scene, event: Event) -> Iterator[tuple[str, tuple[Link, ...]]]:
    w, network, once_of = scene.w, scene.network, scene.once_of
    yield once_of(_for_whom, (event.audience, event.target_groups))
    if event.topics:
        yield once_of(_topics, event.topics)
    if organiser := network.find(Organisation, event.organiser):
        yield scene.once(_organiser, organiser)
    if event.contact:
        yield w.fact_contact, tuple(_contact(scene, event.contact))
    if event.languages:
        yield once_of(_languages, event.languages)
    if event.price:
        yield scene.once(_price, event.price)
    for label, kind, key in ((w.fact_group, Group, event.group), (w.fact_service, Service, event.service)):
        if found := network.find(kind, key):
            yield label, (full_link_to(found),)
    if event.series:
        yield w.fact_series, (Link(str(event.series), series_address(event.region, event.series_slug or "")),)


def _for_whom(scene: Scene, people: tuple[tuple[str, ...], tuple[str, ...]]) -> SharedFact:
    """Who may come, and whom it is meant for when that says more."""
    audience, target_groups = people
    said = {_SAME_PEOPLE[each] for each in audience}
    groups = tuple(group for group in target_groups if group not in said)
    labels = (*scene.labels("event_audience", audience), *scene.labels("target_group", groups))
    return SharedFact((scene.w.fact_audience, tuple(map(Link, labels))))


def _topics(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return SharedFact((scene.w.fact_topics, scene.term_links("service_topic", terms)))


def _organiser(scene: Scene, organisation: Organisation) -> SharedFact:
    return SharedFact((scene.w.fact_organiser, (full_link_to(organisation),)))


def _languages(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return SharedFact((scene.w.fact_languages, tuple(map(Link, scene.labels("service_language", terms)))))


def _price(scene: Scene, price: Price) -> SharedFact:
    return SharedFact((scene.w.fact_price, (Link(str(price.text or scene.label("service_charge", price.kind))),)))


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
    service = scene.network.find(Service, event.service)
    return [
        event.fingerprint,
        *of_keys(of(Place), places_of_event(event)),
        of(Organisation).get(event.organiser, ""),
        of(Group).get(event.group, ""),
        service.gist if service else "",
        of(Organisation).get(event.contact.organisation, "") if event.contact else "",
        *(topic for topic in event.topics if topic not in with_pages),
    ]
