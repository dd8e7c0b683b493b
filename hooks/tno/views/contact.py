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
from tno.views.link import Link, full_link_to
from tno.views.opening import Opening, opening_of, opening_words
from tno.views.organisation import ContactView, contact_view
from tno.views.scene import Scene

MOST_ANSWERING = 8
"""How many services a contact page lists."""
FOR_COLLEAGUES = frozenset({"ohjausalan-ammattilaiset", "verkoston-jasenet", "tyonantajat"})
"""Whoever does not know whom to call is none of these."""
MAINTAINER = "yllapitaja"
"""The role that mends facts."""


class Answering(NamedTuple):
    """A service where a person answers the telephone."""

    link: Link
    """The service's page."""
    numbers: tuple[Link, ...]
    """Its telephone numbers."""
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
    """Services where a person answers the telephone: the region's own first, the widest first."""
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
    role, email, phone = reader_of_mistakes(scene, region)
    return ContactPage(
        region=region,
        contacts=contacts,
        sub_area_contacts=tuple(
            replace(contact_view(scene, part.contact), role=str(part.name))
            for part in region.profile.sub_areas
            if part.contact
        ),
        answering=tuple(numbers_to_call(scene, region)),
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
    """Services that advise people of a region by telephone, its own first."""
    return scene.once(_numbers_to_call, region)


def _numbers_to_call(scene: Scene, region: Region) -> list[Answering]:
    facts, found = scene.facts, list[Service]()
    for home in dict.fromkeys((region.id, NATIONAL)):
        keys = facts.once(_answering_people, facts.network.regions[home])
        found += (service for key in keys if (service := scene.network.find(Service, key)))
    near = by_name(found)
    near.sort(
        key=lambda service: (
            service.region != region.id,
            "kaikki" not in service.target_groups,
            -len(service.target_groups),
            -len(facts.network.covered_by(service)),
        )
    )
    return [_answering(scene, service) for service in near[:MOST_ANSWERING]]


def _answering_people(facts: Scene, region: Region) -> list[str]:
    """Keys of a region's services where a person who is no colleague gets advice by telephone."""
    offers = facts.network.offers
    return [
        service.key
        for service in region.all_of(Service)
        if advises(service)
        and any(channel.type == "puhelin" and channel.phone for channel in service.channels)
        and not FOR_COLLEAGUES.issuperset(service.target_groups)
        and offers(service)
    ]


def _answering(scene: Scene, service: Service) -> Answering:
    """The first of its telephones: others may have other hours, and are on the service's page."""
    telephone = next(channel for channel in service.channels if channel.type == "puhelin" and channel.phone)
    number = Link(finnish.phone(telephone.phone or ""), f"tel:{telephone.phone}")
    return Answering(full_link_to(service), (number,), opening_of(scene, service, telephone))


def numbers_of(service: Service) -> tuple[Link, ...]:
    """Telephone numbers of a service, as people read them."""
    numbers = dict.fromkeys(item.phone for item in service.channels if item.type == "puhelin" and item.phone)
    return tuple(Link(finnish.phone(number), f"tel:{number}") for number in numbers)


def telephone_of(service: Service, language: str) -> Channel | None:
    """The first telephone that is answered in a language, else the first of all."""
    telephones = [channel for channel in service.channels if channel.type == "puhelin" and channel.phone]
    told = (each for each in telephones if language in (each.languages or service.languages))
    return next(told, None) or next(iter(telephones), None)


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
    return bool(kinds) and topics != {"hyvinvointi"} and service.status == "voimassa"
