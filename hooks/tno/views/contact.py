"""A region's contact page: who answers, whom to write when something is wrong, and what then happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote

from tno import finnish
from tno.frozen import frozen
from tno.model.first_steps import is_beginning, takes_any_matter
from tno.model.network import NATIONAL, Region, by_name
from tno.records import Service
from tno.records.channel import Channel
from tno.views.channel import channels_for
from tno.views.link import Link, full_link_to
from tno.views.opening import Opening, opening_of, opening_words
from tno.views.organisation import ContactView, contact_view
from tno.views.scene import Scene, of_keys

MOST_ANSWERING = 8
"""How many services a contact page lists."""
MOST_NATIONAL = 2
"""How many of these, on a region's page, answer the whole country."""
WELLBEING = frozenset({"hyvinvointi", "mielenterveys", "perhe", "ikaantyminen"})
"""Lines for illness, for danger and for the family have no other topics than these."""
GUIDANCE = frozenset({"ura", "koulutus", "tyo", "opinto-ohjaus", "osaaminen", "hakeutuminen"})
"""What most people ask about."""
FOR_COLLEAGUES = frozenset({"ohjausalan-ammattilaiset", "verkoston-jasenet", "tyonantajat"})
"""Whoever does not know whom to call is none of these."""
MAINTAINER = "yllapitaja"
"""The role that mends facts."""


class Answering(NamedTuple):
    """A service where a person answers the telephone."""

    link: Link
    """The service's page."""
    about: str
    """What it is for, a sentence."""
    numbers: tuple[Link, ...]
    """Its telephone number and its chat."""
    opening: Opening
    """Whether the first of them answers now."""


@frozen
class ContactPage:
    """Context of `sections/contact.html`."""

    region: Region
    """Whose page it is."""
    contacts: tuple[ContactView, ...]
    """The region's own, by role."""
    sub_area_contacts: tuple[ContactView, ...]
    """Those of its parts; the part's name stands in place of the role."""
    answering: tuple[Answering, ...]
    """Where a person answers: the region's own first, who advises most people on most things first."""
    national: tuple[Answering, ...]
    """The first of those that answer the whole country, where the region has its own."""
    script: str
    """What `opening.js` says, JSON."""
    mistake_role: str
    """Who reads what is told of mistakes; empty when nobody does yet."""
    mistake_mail: Link | None
    """A message to them, begun: it ends where the address of the page goes."""
    mistake_phone: Link | None
    """For those who would rather say it."""


def contact_page(scene: Scene, region: Region) -> ContactPage:
    """`/lappi/yhteys/`: whom to ask and how to say that something is wrong, without any account."""
    contacts = tuple(contact_view(scene, contact) for contact in region.profile.contacts)
    answering, nation = numbers_to_call(scene, region), scene.network.regions.get(NATIONAL)
    national = numbers_to_call(scene, nation) if nation and not region.is_national else ()
    role, email, phone = reader_of_mistakes(scene, region)
    return ContactPage(
        region=region,
        contacts=contacts,
        sub_area_contacts=tuple(
            replace(contact_view(scene, part.contact), role=str(part.name))
            for part in region.profile.sub_areas
            if part.contact
        ),
        answering=tuple(answering or national),
        national=tuple(national[:MOST_NATIONAL]) if answering else (),
        script=opening_words(scene),
        mistake_role=role,
        mistake_mail=Link(email, f"mailto:{email}?{_message(scene)}") if email else None,
        mistake_phone=phone,
    )


def reader_of_mistakes(scene: Scene, region: Region) -> tuple[str, str, Link | None]:
    """Role, e-mail and telephone of the maintainer, else of the region's first contact, else of the publisher."""
    publisher = scene.settings.publisher
    contacts = sorted(region.profile.contacts, key=lambda contact: contact.role != MAINTAINER)
    for contact in contacts:
        if contact.email:
            view = contact_view(scene, contact)
            phones = (each.phone for each in (view, *(contact_view(scene, other) for other in contacts)) if each.phone)
            return view.role, contact.email, next(phones, None)
    return (publisher.name or scene.w.contact_publisher, publisher.accessibility_email, None)


def _message(scene: Scene) -> str:
    """Subject and body of a message on a mistake (RFC 6068)."""
    body = "\r\n\r\n".join((scene.w.mistake_wrong, scene.w.mistake_right, scene.w.mistake_page)) + " "
    return f"subject={quote(scene.w.mistake_subject)}&body={quote(body)}"


def numbers_to_call(scene: Scene, region: Region) -> Sequence[Answering]:
    """A region's services that advise people by telephone or chat, those that most people need first."""
    return scene.once(_numbers_to_call, region)


def _numbers_to_call(scene: Scene, region: Region) -> list[Answering]:
    facts = scene.facts
    keys = facts.once(_answering_people, facts.network.regions[region.id])
    near = by_name([service for key in keys if (service := scene.network.find(Service, key))])
    near.sort(key=lambda service: (*breadth(service), -len(facts.network.covered_by(service))))
    return [_answering(scene, service) for service in near[:MOST_ANSWERING]]


def breadth(service: Service) -> tuple[bool, bool, int, int]:
    """The smaller the more people a service advises, and the more of what most people ask about."""
    groups, topics = service.target_groups, service.topics
    return "kaikki" not in groups, GUIDANCE.isdisjoint(topics[:1]), -len(GUIDANCE & {*topics}), -len(groups)


def _answering_people(facts: Scene, region: Region) -> list[str]:
    """Keys of a region's services where a person who is no colleague gets advice by telephone or chat."""
    offers = facts.network.offers
    return [
        service.key
        for service in region.all_of(Service)
        if advises(service)
        and any(map(_is_answered, service.channels))
        and not FOR_COLLEAGUES.issuperset(service.target_groups)
        and offers(service)
    ]


def _is_answered(channel: Channel) -> bool:
    return bool((channel.type == "puhelin" and channel.phone) or (channel.type == "chat" and channel.url))


def numbers_made_of(facts: Scene, region: Region) -> str:
    """Fingerprints of what `numbers_to_call` tells besides what rooms of the region are made of."""
    homes = dict.fromkeys((region.id, NATIONAL))
    keys = [key for home in homes for key in facts.once(_answering_people, facts.network.regions[home])]
    return "".join(of_keys(facts.fingerprints(Service), keys))


def _answering(scene: Scene, service: Service) -> Answering:
    """The first of its telephones and chats: others may have other hours, and are on the service's page."""
    channels = channels_for(service, scene.language)
    first = {channel.type: channel for channel in reversed(channels) if _is_answered(channel)}
    ways = [first[kind] for kind in ("puhelin", "chat") if kind in first]
    opening = opening_of(scene, service, ways[0])
    return Answering(full_link_to(service), str(service.summary), tuple(_way(scene, way) for way in ways), opening)


def _way(scene: Scene, channel: Channel) -> Link:
    if channel.type == "puhelin":
        return Link(finnish.phone(channel.phone or ""), f"tel:{channel.phone}", channel.type)
    return Link(scene.w.channel_chat, channel.url, channel.type)


def telephone_of(service: Service, language: str) -> Channel | None:
    """The first telephone that is answered in a language, else the first of all."""
    channels = channels_for(service, language)
    return next((each for each in channels if each.type == "puhelin" and each.phone), None)


def chat_of(service: Service, language: str) -> Channel | None:
    """The first chat that is answered in a language, else the first of all."""
    return next((each for each in channels_for(service, language) if each.type == "chat" and each.url), None)


def number_of(service: Service, language: str) -> Link | None:
    """The number to call, as people read it."""
    channel = telephone_of(service, language)
    return Link(finnish.phone(channel.phone), f"tel:{channel.phone}") if channel and channel.phone else None


def general_lines(facts: Scene) -> Sequence[Service]:
    """Services of the whole country that whoever knows not whom to ask may call."""
    return facts.once(_general_lines, facts.network.regions[NATIONAL])


def _general_lines(facts: Scene, national: Region) -> Sequence[Service]:
    offers = facts.network.offers
    return [each for each in national.all_of(Service) if is_beginning(each) and takes_any_matter(each) and offers(each)]


def advises(service: Service) -> bool:
    """Whether it answers questions of learning, work and life; lines for illness and danger have `/hata/`."""
    kinds, topics = {"neuvonta", "ohjaus"} & set(service.kind), set(service.topics)
    return bool(kinds) and not topics <= WELLBEING and service.status == "voimassa"
