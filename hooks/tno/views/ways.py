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

_LETTER = "kirje"
"""Whoever takes letters helps those who do not call: it is tried before a call back."""
ANSWERED = ("puhelin", "chat", _LETTER, "takaisinsoitto", "videovastaanotto", "tekstiviesti")
VISITED = ("palvelupaikka", "liikkuva-palvelu", "ryhma")
ALWAYS_THERE = ("verkkoasiointi", "lomake", "sahkoposti", "verkkosivu")
"""One writes or reads when one likes: no hours are told."""
_PLACES = {kind: place for place, kind in enumerate((*ANSWERED, *VISITED, *ALWAYS_THERE))}
"""Channel → its place among those to try."""
MOST_GROUPS = 2
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
    days = "" if channel.type in ALWAYS_THERE else days_of(scene, service, channel)
    hours = scene.once(_week, channel.hours) if channel.hours and days else ""
    return Way(_people(scene, service), channel.type, text, address, hours, days)


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
        is_street = channel.type in (*AT_A_PLACE, _LETTER) and text != title_of(scene, channel)
        if not is_street and channel.phone:  # of a bus or a group: where one asks about it
            label = scene.w.start_call.format(number=finnish.phone(channel.phone))
            return Link(label, f"tel:{channel.phone}", _CALL)
        if is_street or (address := address or channel.url):
            return Link(text, address, channel.type)
    return None


def _told(scene: Scene, service: Service, channel: Channel) -> tuple[str, str | None]:
    """A number as people read it, where a letter goes; of the only place its street and town; else what one does."""
    if channel.type in AT_A_PLACE:
        return _where(scene, service, channel) or title_of(scene, channel), None
    text, address = reach(scene, channel)
    is_told = channel.type == _LETTER or (channel.phone and channel.type in _NUMBERS)
    return text if is_told else title_of(scene, channel), address


def _where(scene: Scene, service: Service, channel: Channel) -> str:
    place, several = place_of(scene.facts, channel), len(scene.facts.network.places_of(service)) > 1
    if place is None or several or not place.address_public or not place.street:
        return ""
    town = scene.network.municipality_of(place.municipality)
    return f"{place.street}, {town.name_in(scene.language) if town else place.municipality}"


def _people(scene: Scene, service: Service) -> str:
    """Limits of age, and whom it is for in a word or two: none of those who are told by their age."""
    limits, (chief, *_) = service.eligibility, service.target_groups
    ages = age_in_words(scene, limits) if limits else ""
    if ages and chief not in scene.network.country.first_steps.narrow_groups:
        return ages
    groups = () if FOR_ALL in service.target_groups else service.target_groups[:MOST_GROUPS]
    return " · ".join(filter(None, (scene.once_of(_groups, groups), ages)))


def _groups(scene: Scene, terms: tuple[str, ...]) -> str:
    return scene.writing.in_a_sentence(scene.labels("target_group", terms)) if terms else ""


def _week(scene: Scene, hours: Hours) -> str:
    return week_in_words(hours, scene.language)
