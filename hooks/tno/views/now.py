"""Who answers now: a region's telephones and chats with their hours, and the week of all its channels in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from tno.frozen import frozen
from tno.model.first_steps import SETBACK, in_language, is_for_few, takes_any_matter
from tno.model.localised import Foreign, joined
from tno.model.network import NATIONAL, Region
from tno.records import Service
from tno.records.channel import Channel
from tno.views.channel import AT_A_PLACE, call_price, place_of, reach, title_of
from tno.views.contact import FOR_COLLEAGUES, WELLBEING, advises, breadth
from tno.views.link import Link, full_link_to
from tno.views.opening import (
    CLOSED,
    WEEK_DAYS,
    Opening,
    day_headings,
    days_shown,
    edges_of,
    hours_by_day,
    hours_today,
    opening_of,
    opening_words,
)
from tno.views.reaches import is_nationwide
from tno.views.scene import Scene
from tno.views.terms import MOST_SITUATIONS
from tno.writing import capital, inside

ANSWERED = ("puhelin", "chat", "videovastaanotto", "tekstiviesti", "takaisinsoitto")
"""Channels in which a person answers from afar, those that need least first."""
MOST_ANSWERING = 3
"""How many who answer are told at a time where not all are."""
MOST_ASKED = 40
"""So many channels, first to try first, are asked when they are open."""
SLOT = 30
"""Minutes: who is open at which of these of a week."""
_EPOCH = date(1970, 1, 1)
OTHER_CHARGE = "muu"
"""A kind of price whose name alone says nothing."""
ALWAYS_LISTED = frozenset({"puhelin", "chat"})
"""Listed even when nobody knows their hours."""


class NowRow(NamedTuple):
    """One channel in which somebody answers."""

    channel: str
    """Slug of the channel's type; also the name of its icon."""
    link: Link
    """The service's page."""
    about: str
    """What it is for: shown where a few are."""
    reach: Link
    """The number or the chat itself, a press away."""
    today: str
    """The day of the build and its hours in words, "" when nobody knows them."""
    served: str
    """Said of one that is answered in a language that is not Finnish, else ""."""
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


@frozen
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
    """To the page of each region, behind one press: on the page of the whole country."""
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
    days, rows = days_shown(scene), tuple(now_rows(scene, region))
    return NowPage(
        region=region,
        day=(scene.day - _EPOCH).days,
        rows=rows,
        sifts=tuple(_sifts(scene, rows)),
        regions=tuple(_pages_of_regions(scene)) if region.is_national else (),
        columns=(scene.w.now_service, *day_headings(scene)),
        week=tuple(row for service in _services_near(scene, region) for row in scene.once(_week_rows, service)),
        ways_on=(
            Link(scene.w.services, f"{region.id}/palvelut/"),
            Link(scene.w.national_services, f"{NATIONAL}/palvelut/"),
        ),
        caption=scene.w.now_week_caption.format(days=scene.writing.days(days[0], days[-1])),
        script=opening_words(scene),
    )


def now_made_of(facts: Scene, region: Region) -> Sequence[str]:
    """Fingerprints of everything `now_page` reads: services of the region and of the country, and no other records."""
    homes = dict.fromkeys((region.id, NATIONAL))
    networks = [facts.network.regions[home] for home in homes if home in facts.network.regions]
    rows = [each for home in networks for each in facts.rows_fingerprint(("own", home.id), home.all_of(Service))]
    answered = dict.fromkeys(
        each.service.fingerprint for each in facts.once(_answered_near, facts.network.regions[region.id])
    )
    return [facts.profiles_fingerprint, *rows, *answered]


def _sifts(scene: Scene, rows: Sequence[NowRow]) -> Iterator[Sift]:
    w, languages, topics = scene.w, {row.languages for row in rows}, {row.topics for row in rows}
    yield Sift("kieli", w.now_language, w.now_every_language, _options(scene, "service_language", languages))
    yield Sift("aihe", w.now_topic, w.now_every_topic, _options(scene, "service_topic", topics))


def _options(scene: Scene, vocabulary: str, found: Iterable[str]) -> tuple[tuple[str, str], ...]:
    has = {slug for slugs in found for slug in slugs.split()}
    terms = scene.network.vocabularies[vocabulary]
    return tuple((term.id, capital(term.label(scene.language))) for term in terms if term.id in has)


def _pages_of_regions(scene: Scene) -> Iterator[Link]:
    for region in scene.network.regions.values():
        if not region.is_national:
            yield Link(region.name, f"{region.id}/kuka-vastaa-nyt/")


def _services_near(scene: Scene, region: Region) -> Sequence[Service]:
    """Services given now to people of a region: its own by name, then the national ones that serve any part of it."""
    return scene.facts.once(_near, scene.facts.network.regions[region.id])


def _near(facts: Scene, region: Region) -> Sequence[Service]:
    network = facts.network
    area = network.country.ely_areas.get(region.id)
    codes = frozenset(area.municipality_codes) if area else frozenset()
    national = None if region.is_national else network.regions.get(NATIONAL)
    found = facts.once(_given, national) if national else ()
    serving = [service for service in found if not codes.isdisjoint(network.covered_by(service))]
    return [*facts.once(_given, region), *serving]


def _given(facts: Scene, region: Region) -> Sequence[Service]:
    """Services of a region that are given now, and not to colleagues alone."""
    offers = facts.network.offers
    return [
        service
        for service in region.all_of(Service)
        if service.status == "voimassa" and offers(service) and not FOR_COLLEAGUES.issuperset(service.target_groups)
    ]


def now_rows(scene: Scene, region: Region) -> Iterator[NowRow]:
    """Channels near a region in which somebody answers, in the order in which one would try them.

    Of advice, and of the rest, what is answered in the page's language comes first.
    """
    for each in scene.once(_in_order, scene.facts.network.regions[region.id]):
        yield scene.once(_rows_of, each.service)[each.number]


def _in_order(scene: Scene, region: Region) -> Sequence[_Answered]:
    found = scene.facts.once(_answered_near, region)
    return sorted(found, key=lambda each: (each.rank[0], scene.language not in each.languages))


def first_to_answer(scene: Scene, region: str, municipality: str = "") -> tuple[NowRow, ...]:
    """Services near a region, one channel of each: the first that answer, and those open when no other here is.

    Guidance for everybody in the page's language comes first. What is for a few, for illness or for danger is told
    elsewhere.

    Args:
        region: id; one that this site does not have has nobody.
        municipality: code; only what serves it.
    """
    first = scene.once_of(_first, (region, municipality))
    return tuple(scene.once(_rows_of, each.service)[each.number] for each in first)


def first_made_of(scene: Scene, region: str, municipality: str = "") -> list[str]:
    """Fingerprints of the services that `first_to_answer` tells how to reach."""
    return [each.service.fingerprint for each in scene.once_of(_first, (region, municipality))]


def _first(scene: Scene, where: tuple[str, str]) -> Sequence[_Answered]:
    """Those of `first_to_answer`, of a region and a municipality."""
    (region, municipality), facts = where, scene.facts
    if region not in facts.network.regions:
        return ()
    found, told, heard = list[_Answered](), set[str](), 0
    for each in scene.once(_for_anybody, facts.network.regions[region]):
        service = each.service
        if service.key in told:
            continue
        if not _serves(facts, service, region, municipality):
            continue
        if not (code := facts.once(_codes_of, service)[each.number]):
            continue
        told.add(service.key)
        open_at = facts.once_of(_open_slots, code)
        if len(found) < MOST_ANSWERING or open_at & ~heard:
            found.append(each)
            heard |= open_at
        if len(told) == MOST_ASKED:
            break
    return found


def _serves(facts: Scene, service: Service, region: str, municipality: str) -> bool:
    """Whether it serves the municipality; on a page of the whole country, the whole country."""
    if municipality:
        return municipality in facts.network.covered_by(service)
    return region != NATIONAL or is_nationwide(facts.network, service)


def _for_anybody(scene: Scene, region: Region) -> Sequence[_Answered]:
    """Who answers anybody who reads the page: first whom one may ask about anything, in whatever order of languages,
    then advice that is first for the speakers of the language, in what they ask about most before the rest."""
    steps, found = scene.network.country.first_steps, []
    asked_most = {*list(scene.network.vocabularies["life_situation"].terms)[:MOST_SITUATIONS]}
    for each in scene.once(_in_order, region):
        service, spoken = each.service, in_language(each.languages, scene.language)
        if spoken > -SETBACK and service.topics[0] not in WELLBEING and not is_for_few(service, steps):
            order = not takes_any_matter(service), not advises(service), -spoken, *breadth(service)[:2]
            found.append((*order, asked_most.isdisjoint(service.life_situations), each))
    return [each for *_, each in sorted(found, key=lambda one: one[:-1])]


def _codes_of(facts: Scene, service: Service) -> Sequence[str]:
    """When each of a service's channels in which somebody answers is open."""
    return [opening_of(facts, service, channel).code for channel in _channels_answered(service)]


def _open_slots(_: Scene, code: str) -> int:
    """In which half hours of the week ahead a channel is open: a bit for each."""
    start, *edges = edges_of(code)
    end, slots = start + WEEK_DAYS * 24 * 60, 0
    for opens, closes in zip(edges[::2], edges[1::2], strict=False):
        if opens >= end:
            break
        first, last = (opens - start) // SLOT, -(-(min(closes, end) - start) // SLOT)
        slots |= (1 << last) - (1 << first)
    return slots


class _Answered(NamedTuple):
    """A channel in which somebody answers. In the order of trying."""

    rank: tuple[Any, ...]
    service: Service
    """In Finnish, as `number` the same in all languages."""
    number: int
    """Of the service's channels in which somebody answers."""
    languages: Sequence[str]
    """In which it is answered."""


def _answered_near(facts: Scene, region: Region) -> Sequence[_Answered]:
    found = [each for service in _services_near(facts, region) for each in facts.once(_answered, service)]
    return sorted(found, key=lambda each: each.rank)


def _answered(_: Scene, service: Service) -> Sequence[_Answered]:
    """Telephones of those who advise on learning and work first, the region's own before national, the widest first."""
    by_service, width = (not advises(service), service.region == NATIONAL), breadth(service)
    return [
        _Answered(
            (*by_service, channel.type not in ALWAYS_LISTED, *width),
            service,
            number,
            channel.languages or service.languages,
        )
        for number, channel in enumerate(_channels_answered(service))
    ]


def _channels_answered(service: Service) -> list[Channel]:
    return [
        channel
        for channel in service.channels
        if channel.type in ALWAYS_LISTED or (channel.type in ANSWERED and channel.hours and not channel.hours.unknown)
    ]


def _rows_of(scene: Scene, fact: Service) -> Sequence[NowRow]:
    """A row for each channel of a service in which somebody answers. (National ones stand on every region's page.)"""
    service, facts = scene.network.find(Service, fact.key) or fact, _channels_answered(fact)
    channels = _channels_answered(service)
    return [_now_row(scene, service, channel, known) for channel, known in zip(channels, facts, strict=True)]


def _now_row(scene: Scene, service: Service, channel: Channel, fact: Channel) -> NowRow:
    """
    Args:
        fact: the channel in Finnish: its hours are the same in all languages, and shared by many.
    """
    opening, (text, address) = opening_of(scene, service, fact), reach(scene, channel)
    languages = channel.languages or service.languages
    return NowRow(
        channel=channel.type,
        link=full_link_to(service),
        about="" if isinstance(service.summary, Foreign) else str(service.summary),
        reach=Link(text if channel.phone or channel.name else title_of(scene, channel), address),
        today=scene.once(hours_today, fact.hours) if fact.hours and opening.code else "",
        served=scene.w.served if scene.language in languages and scene.language != "fi" else "",
        facts=joined(" · ", _facts(scene, service, channel)),
        languages=" ".join(languages),
        topics=" ".join(service.topics),
        opening=opening,
    )


def _facts(scene: Scene, service: Service, channel: Channel) -> Iterator[str]:
    yield scene.writing.listing(scene.labels("service_language", channel.languages or service.languages))
    if channel.call_charge:
        yield scene.once_of(call_price, channel.call_charge)
    if service.price and service.price.kind != "maksuton":
        text = service.price.text
        is_told = text and not isinstance(text, Foreign)
        if is_told or service.price.kind != OTHER_CHARGE:
            yield str(text) if is_told else scene.label("service_charge", service.price.kind)


def _week_rows(scene: Scene, fact: Service) -> Sequence[WeekRow]:
    """A row for each channel of a service that is open at all during the days shown."""
    known = [channel.hours for channel in fact.channels]
    told = [scene.once(hours_by_day, hours) if hours and not hours.unknown else () for hours in known]
    if all(text == CLOSED for days in told for text in days):
        return ()
    service = scene.network.find(Service, fact.key) or fact
    return [
        WeekRow(full_link_to(service, _channel_in_words(scene, channel)), days)
        for channel, days in zip(service.channels, told, strict=True)
        if any(text != CLOSED for text in days)
    ]


def _channel_in_words(scene: Scene, channel: Channel) -> str:
    """ "puhelin", "palvelupaikka, Rovaniemi"."""
    place = place_of(scene, channel) if channel.type in AT_A_PLACE else None
    town = scene.network.municipality_of(place.municipality) if place else None
    kind = inside(scene.label("service_channel", channel.type))
    return f"{kind}, {town.name_in(scene.language)}" if town else kind
