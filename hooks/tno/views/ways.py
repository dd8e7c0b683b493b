"""What a list tells of a service so that one may stop there: for whom it is, a number or another way, and when."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from tno import finnish
from tno.model.first_steps import FOR_ALL
from tno.model.opening_words import week_in_words
from tno.records import Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.views.channel import AT_A_PLACE, is_given_in, place_of, reach, title_of
from tno.views.link import Link
from tno.views.opening import days_of
from tno.views.scene import Scene
from tno.views.service_facts import age_in_words
from tno.views.service_row import told_towns, towns_of

_LETTER = "kirje"
"""Whoever takes letters helps those who do not call: it is tried before a call back."""
ANSWERED = ("puhelin", "chat", _LETTER, "takaisinsoitto", "videovastaanotto", "tekstiviesti")
TALK = ANSWERED[:2]
"""Somebody answers at once."""
VISITED = ("palvelupaikka", "liikkuva-palvelu", "ryhma")
ALWAYS_THERE = ("verkkoasiointi", "lomake", "sahkoposti", "verkkosivu")
"""One writes or reads when one likes: no hours are told."""
_PLACES = {kind: place for place, kind in enumerate((*ANSWERED, *VISITED, *ALWAYS_THERE))}
"""Channel → its place among those to try."""
_MOST_GROUPS = 2
OF_AN_AGE = frozenset({"nuoret", "alle-30", "aikuiset"})
"""Groups of whom an age tells all: of students it does not."""
_CALL = "puhelin"
_NUMBERS = frozenset({_CALL, "tekstiviesti"})


class Way(NamedTuple):
    """How one gets in touch."""

    people: str
    """For whom the service is; empty when for everybody."""
    channel: str
    """Slug of the channel's type; also the name of its icon."""
    text: str
    """A number, an address, else what one does."""
    address: str | None
    """Where a press leads."""
    hours: str
    """In words, "" when nobody knows them."""
    days: str
    """When it is open in the next days, for `opening.js`."""


def way_of(scene: Scene, service: Service) -> Way:
    """The first way to try, of a service of the Finnish network. (Only what is shown is put in the language.)"""
    channel = _first(service, scene.language)
    text, address = _told(scene, service, channel)
    days = "" if channel.type in ALWAYS_THERE else days_of_all(scene, service, channel)
    hours = scene.once(_week, channel.hours) if channel.hours and days else ""
    return Way(people_in_words(scene, service), channel.type, text, address, hours, days)


def ways_to_try(service: Service, language: str) -> list[Channel]:
    """The telephone or the chat to try first; without one where one goes, then the first way from afar."""
    channels = sorted(service.channels, key=partial(_late, service, language))
    if channels[0].type in TALK:
        return channels[:1]
    visited = [each for each in channels if each.type in VISITED]
    return visited[:1] + [each for each in channels if each not in visited][:1]


def days_of_all(scene: Scene, service: Service, channel: Channel) -> str:
    """When a channel is open in the next days; of one of several places only when all of them are open alike."""
    places = [each for each in service.channels if each.type == channel.type and each.type in AT_A_PLACE]
    told = {days_of(scene, service, each) for each in places or [channel]}
    return told.pop() if len(told) == 1 else ""


def _first(service: Service, language: str) -> Channel:
    return min(service.channels, key=partial(_late, service, language))


def _late(service: Service, language: str, channel: Channel) -> tuple[bool, bool, int]:
    """The smaller the sooner one tries a channel: what all may use whom the service is for goes before what has areas
    of its own, and what is given in the language before the rest."""
    place = _PLACES.get(channel.type, len(_PLACES))
    return bool(channel.areas), not is_given_in(service, channel, language), place


def way_without_talk(scene: Scene, service: Service) -> Link | None:
    """How one gets in touch where nobody can be called: booking, e-mail, the street of the only place, with the slug of
    the channel in the note; None when only the service's page can tell."""
    for channel in sorted(service.channels, key=partial(_late, service, scene.language)):
        text, address = _told(scene, service, channel)
        is_street = bool(street_of(scene, service, channel)) or (channel.type == _LETTER and bool(channel.name))
        if not is_street and channel.phone:  # of a bus or a group: where one asks about it
            label = scene.w.start_call.format(number=finnish.phone(channel.phone))
            return Link(label, f"tel:{channel.phone}", _CALL)
        if is_street or (address := address or channel.url):
            return Link(text, address, channel.type)
    return None


def _told(scene: Scene, service: Service, channel: Channel) -> tuple[str, str | None]:
    """A number as people read it, where a letter goes; of the only place its street and town, of several their towns
    with what one does; else what one does."""
    if channel.type in AT_A_PLACE:
        title, street = title_of(scene, channel), street_of(scene, service, channel)
        towns = told_towns(scene, towns_of(scene, service)) if place_of(scene.facts, channel) else ""
        return f"{street}, {towns}" if street else f"{title}: {towns}" if towns else title, None
    text, address = reach(scene, channel)
    is_told = channel.type == _LETTER or (channel.phone and channel.type in _NUMBERS)
    return text if is_told else title_of(scene, channel), address


def street_of(scene: Scene, service: Service, channel: Channel) -> str:
    """The street of a service's only place; "" where it has several, or nobody may know."""
    place, several = place_of(scene.facts, channel), len(scene.facts.network.places_of(service)) > 1
    return str(place.street or "") if place and place.address_public and not several else ""


def people_in_words(scene: Scene, service: Service) -> str:
    """Whom a service is for in a word or two, and limits of age: none of those who are told by their age."""
    limits, groups = service.eligibility, service.target_groups[:_MOST_GROUPS]
    ages = age_in_words(scene, limits) if limits else ""
    if FOR_ALL in service.target_groups or (ages and groups[0] in OF_AN_AGE):
        return ages
    told = tuple([each for each in groups if not ages or each not in OF_AN_AGE])
    return " · ".join(filter(None, (scene.once_of(_groups, told), ages)))


def _groups(scene: Scene, terms: tuple[str, ...]) -> str:
    return scene.writing.in_a_sentence(scene.labels("target_group", terms)) if terms else ""


def _week(scene: Scene, hours: Hours) -> str:
    return week_in_words(hours, scene.language)
