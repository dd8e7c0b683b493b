"""Who answers now: a region's telephones and chats with their hours, and the week of all its channels in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tno.model.localised import Foreign, joined
from tno.model.network import NATIONAL, Network, Region
from tno.records import Service
from tno.records.channel import Channel
from tno.views.contact import FOR_COLLEAGUES, advises
from tno.views.link import Link, full_link_to
from tno.views.opening import (
    CLOSED,
    Opening,
    day_headings,
    days_shown,
    hours_by_day,
    hours_today,
    opening_of,
    opening_words,
)
from tno.views.scene import Scene
from tno.views.service import AT_A_PLACE, place_of, reach, title_of
from tno.writing import inside

ANSWERED = ("puhelin", "chat", "videovastaanotto", "tekstiviesti", "takaisinsoitto")
"""Channels in which a person answers from afar, those that need least first."""
_EPOCH = date(1970, 1, 1)
ALWAYS_LISTED = frozenset({"puhelin", "chat"})
"""Listed even when nobody knows their hours."""


class NowRow(NamedTuple):
    """One channel in which somebody answers."""

    channel: str
    """Slug of the channel's type; also the name of its icon."""
    link: Link
    """The service's page."""
    reach: Link
    """The number or the chat itself, a press away."""
    today: str
    """The day of the build and its hours in words, "" when nobody knows them."""
    facts: str
    """In which languages and at what price: "suomi ja englanti · Puhelu: maksuton"."""
    languages: str
    """Slugs of the languages it is answered in, for the script."""
    topics: str
    """Slugs of the service's topics, for the script."""
    opening: Opening
    """Whether it answers now."""


class Sift(NamedTuple):
    """By what the list can be narrowed."""

    name: str
    """In addresses, as in the finder."""
    label: str
    every: str
    """Said when nothing is chosen."""
    options: tuple[tuple[str, str], ...]
    """(slug, word): the values some row has, in the order of the vocabulary."""


class WeekRow(NamedTuple):
    """A channel in the table of the week."""

    link: Link
    """The service's page; the note is the channel."""
    hours: tuple[str, ...]
    """A text for each of the days; a dash is closed."""


@dataclass(frozen=True, slots=True)
class NowPage:
    """Context of `sections/now.html`."""

    region: Region
    """Whose page it is."""
    day: int
    """The day that rows tell hours of, in days since 1970."""
    rows: tuple[NowRow, ...]
    """Telephones and chats first, the region's own first among them."""
    sifts: tuple[Sift, ...]
    """By language and by topic."""
    regions: tuple[Link, ...]
    """To the page of each region, where one first chooses one's own: on the page of the whole country."""
    columns: tuple[str, ...]
    """Headings of the table of the week: the service, then the days, today first."""
    week: tuple[WeekRow, ...]
    """Every channel that is open at all, by name of the service."""
    ways_on: tuple[Link, ...]
    """Where to go when there is nobody."""
    caption: str
    """What the table holds, with its days."""
    script: str
    """What `opening.js` says, JSON."""


def now_page(scene: Scene, region: Region) -> NowPage:
    """`/lappi/kuka-vastaa-nyt/`."""
    services = services_near(scene, region)
    days, rows = days_shown(scene), tuple(now_rows(scene, services))
    return NowPage(
        region=region,
        day=(scene.day - _EPOCH).days,
        rows=rows,
        sifts=tuple(_sifts(scene, rows)),
        regions=tuple(_pages_of_regions(scene)) if region.is_national else (),
        columns=(scene.w.now_service, *day_headings(scene)),
        week=tuple(row for service in services for row in _week_rows(scene, service)),
        ways_on=(
            Link(scene.w.services, f"{region.id}/palvelut/"),
            Link(scene.w.national_services, f"{NATIONAL}/palvelut/"),
        ),
        caption=scene.w.now_week_caption.format(days=scene.writing.days(days[0], days[-1])),
        script=opening_words(scene),
    )


def _sifts(scene: Scene, rows: Sequence[NowRow]) -> Iterator[Sift]:
    w, languages, topics = scene.w, {row.languages for row in rows}, {row.topics for row in rows}
    yield Sift("kieli", w.now_language, w.now_every_language, _options(scene, "service_language", languages))
    yield Sift("aihe", w.now_topic, w.now_every_topic, _options(scene, "service_topic", topics))


def _options(scene: Scene, vocabulary: str, found: Iterable[str]) -> tuple[tuple[str, str], ...]:
    has = {slug for slugs in found for slug in slugs.split()}
    terms = scene.network.vocabularies[vocabulary]
    return tuple((term.id, term.label(scene.language).capitalize()) for term in terms if term.id in has)


def _pages_of_regions(scene: Scene) -> Iterator[Link]:
    for region in scene.network.regions.values():
        if not region.is_national:
            yield Link(region.name, f"{region.id}/kuka-vastaa-nyt/")


def services_near(scene: Scene, region: Region) -> list[Service]:
    """Services given now to people of a region: its own by name, then the national ones that serve any part of it."""
    facts = scene.facts.network
    area = facts.country.ely_areas.get(region.id)
    codes = frozenset(area.municipality_codes) if area else frozenset()
    own = facts.regions[region.id].all_of(Service)
    national = () if region.is_national or NATIONAL not in facts.regions else facts.regions[NATIONAL].all_of(Service)
    near = [*own, *(service for service in national if not codes.isdisjoint(facts.covered_by(service)))]
    given = (scene.network.find(Service, service.key) for service in near if _is_given(facts, service))
    return [service for service in given if service]


def _is_given(network: Network, service: Service) -> bool:
    given = service.status == "voimassa" and network.offers(service)
    return given and not FOR_COLLEAGUES.issuperset(service.target_groups)


def now_rows(scene: Scene, services: Sequence[Service]) -> Iterator[NowRow]:
    """Channels of services near a region in which somebody answers, in the order in which one would try them."""
    found = [
        (service, channel)
        for service in services
        for channel in service.channels
        if channel.type in ALWAYS_LISTED or (channel.type in ANSWERED and channel.hours and not channel.hours.unknown)
    ]
    found.sort(key=_rank)
    return (_now_row(scene, service, channel) for service, channel in found)


def _rank(item: tuple[Service, Channel]) -> tuple[object, ...]:
    """Telephones of those who advise on learning and work first, the region's own before national, the widest first."""
    service, channel = item
    groups = service.target_groups
    by_kind = not advises(service), service.region == NATIONAL, channel.type not in ALWAYS_LISTED
    return *by_kind, "kaikki" not in groups, -len(groups)


def _now_row(scene: Scene, service: Service, channel: Channel) -> NowRow:
    opening, (text, address) = opening_of(scene, service, channel), reach(scene, channel)
    return NowRow(
        channel=channel.type,
        link=full_link_to(service),
        reach=Link(text if channel.phone or channel.name else title_of(scene, channel), address),
        today=scene.once(hours_today, channel.hours) if channel.hours and opening.code else "",
        facts=joined(" · ", _facts(scene, service, channel)),
        languages=" ".join(channel.languages or service.languages),
        topics=" ".join(service.topics),
        opening=opening,
    )


def _facts(scene: Scene, service: Service, channel: Channel) -> Iterator[str]:
    yield scene.writing.listing(scene.labels("service_language", channel.languages or service.languages))
    if channel.call_charge:
        yield scene.w.now_call_price.format(price=inside(scene.label("call_charge", channel.call_charge)))
    if service.price and service.price.kind != "maksuton":
        text = service.price.text
        is_told = text and not isinstance(text, Foreign)
        yield str(text) if is_told else scene.label("service_charge", service.price.kind)


def _week_rows(scene: Scene, service: Service) -> Iterator[WeekRow]:
    """A row for each channel that is open at all during the days shown."""
    for channel in service.channels:
        hours = channel.hours
        if hours is None or hours.unknown or not any(text != CLOSED for text in scene.once(hours_by_day, hours)):
            continue
        place = place_of(scene, channel) if channel.type in AT_A_PLACE else None
        town = scene.network.municipality_of(place.municipality) if place else None
        words = [
            inside(scene.label("service_channel", channel.type)),
            *([town.name_in(scene.language)] if town else []),
        ]
        yield WeekRow(full_link_to(service, ", ".join(words)), scene.once(hours_by_day, hours))
