"""A service as its page shows it: channels first, then what happens, for whom, and who keeps it true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from tno import finnish
from tno.finnish import NO_BREAK_SPACE
from tno.frozen import frozen
from tno.model.localised import Foreign, joined
from tno.model.opening import ExceptionalDays, exceptions_ahead
from tno.model.opening_words import spans_in_words, week_in_words
from tno.records import Agreement, Organisation, Place, Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.records.place import PlaceFields
from tno.records.service import Eligibility, Price
from tno.views.link import Link, SharedFact, full_link_to, short_link_to
from tno.views.opening import (
    NEVER_SAID,
    Opening,
    day_headings,
    hours_by_day,
    is_involved,
    opening_of,
    opening_words,
)
from tno.views.scene import Scene, of_keys
from tno.writing import inside

AT_A_PLACE = frozenset({"palvelupaikka", "ryhma", "liikkuva-palvelu"})
"""Channels that one goes to."""
MAP = "https://www.openstreetmap.org/"
"""Where a map is; nothing is asked of it before one presses the link."""


SOON_DAYS = 28
"""Exceptional days within these are told at once, later ones are folded."""


class OtherDays(NamedTuple):
    """Days on which the hours are others, each a short line."""

    soon: tuple[str, ...]
    """Within the next four weeks."""
    later: tuple[str, ...]
    """After them."""


class ChannelView(NamedTuple):
    """One way to reach the service."""

    channel: str
    """Slug of the channel's type; also the name of its icon."""
    title: str
    """What one does: "Soita", "Käy paikalla"."""
    text: str
    """The number, address or name a person reads."""
    href: str | None
    """Where a press leads: tel:, mailto:, https:; None for an address on a map or plain text."""
    lines: tuple[str, ...]
    """Hours in words, price of the call, answer time, notes: each a short line."""
    days: OtherDays | None
    """Coming days on which the hours are others; None when there are none, or when the service tells them."""
    opening: Opening = NEVER_SAID
    """Whether someone answers now."""
    map: str | None = None
    """Address of a map that shows the place, on another site."""
    town: str = ""
    """Slug of the municipality it is given in, where the service has places in several."""


class DayTable(NamedTuple):
    """Hours of seven days."""

    columns: tuple[str, ...]
    """The word for a day, then the channels."""
    rows: tuple[tuple[str, ...], ...]
    """A day and its hours in each channel."""


@frozen
class ServicePage:
    """Context of `records/service.html`."""

    service: Service
    """The record itself: name, summary, bring, how_to_start."""
    organisation: Link | None
    """Who gives the service."""
    kinds: str
    """tieto, neuvonta, ohjaus … as words: "Neuvonta · Ohjaus"."""
    serves: tuple[Link, ...]
    """Whom: municipalities, areas."""
    channels: tuple[ChannelView, ...]
    """In the order the editor gave."""
    days: OtherDays | None
    """Coming days on which the hours are others, when they are the same in every channel."""
    is_spread: bool
    """Whether it is given in several municipalities."""
    by_day: DayTable | None
    """The hours day by day, when the table says more than the words."""
    script: str
    """What `opening.js` says, JSON; empty when nothing waits for it."""
    prose: Markup
    """The description, HTML."""
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    """Label and one or more values, for the side column."""
    referrals: tuple[Link, ...]
    """Other services to ask, each with when in its note."""
    asked_from: tuple[Link, ...]
    """Services that refer people here and are not among `referrals`."""
    agreements: tuple[Link, ...]
    """Agreements the service rests on."""
    alert: str | None
    """A notice that holds today."""
    is_paused: bool
    """Whether the service rests for now."""
    has_ended: bool
    """Whether the service has ended."""
    checked: str
    """When the facts were last checked, and who keeps them true: "Tiedot tarkistettu 12.11.2026 · Kunta."."""
    is_stale: bool
    """Whether that is longer ago than allowed."""
    is_unlisted: bool
    """Whether it is so long ago that lists leave the service out."""
    is_partly_finnish: bool
    """Whether something besides the description is only in Finnish, on a page in another language."""


def service_page(scene: Scene, service: Service) -> ServicePage:
    """What `records/service.html` shows of a service."""
    network, day = scene.network, scene.day
    organisation = network.find(Organisation, service.organisation)
    alert = service.alert
    channels, days = channels_in_words(scene, service)
    return ServicePage(
        service=service,
        organisation=scene.link_from(service, organisation) if organisation else None,
        kinds=kinds_in_words(scene, service),
        serves=scene.municipality_links(service.region, service.areas),
        channels=channels,
        days=days,
        is_spread=any(channel.town for channel in channels),
        by_day=_by_day(scene, service),
        script=opening_words(scene) if any(channel.opening.code for channel in channels) else "",
        prose=scene.prose(service),
        facts=tuple(_facts(scene, service)),
        referrals=tuple(_referrals(scene, service)),
        asked_from=tuple(_asked_from(scene, service)),
        agreements=tuple(
            scene.link_from(service, found) for key in service.agreements if (found := network.find(Agreement, key))
        ),
        alert=alert.text if alert and (alert.from_ or day) <= day <= (alert.until or day) else None,
        is_paused=service.status == "tauolla",
        has_ended=service.status == "paattynyt" or bool(service.valid_until and service.valid_until < day),
        checked=_checked(scene, service, network.find(Organisation, service.maintainer) or organisation),
        is_stale=service.verified <= scene.limits.marked,
        is_unlisted=service.verified <= scene.limits.hidden,
        is_partly_finnish=any(isinstance(text, Foreign) for text in _sentences(service, channels)),
    )


def _sentences(service: Service, channels: Sequence[ChannelView]) -> Iterator[str | None]:
    """What is told of a service besides name, summary and description."""
    limits = service.eligibility
    yield from (service.how_to_start, *service.bring)
    if limits:
        yield from (limits.text, limits.not_for)
    yield from (line for channel in channels for line in channel.lines)


def kinds_in_words(scene: Scene, service: Service) -> str:
    """ "Neuvonta · Ohjaus"."""
    return scene.once_of(_kinds, service.kind)


def _kinds(scene: Scene, terms: tuple[str, ...]) -> str:
    return f"{NO_BREAK_SPACE}· ".join(scene.labels("service_kind", terms))


def _checked(scene: Scene, service: Service, keeper: Organisation | None) -> str:
    told = scene.w.checked.format(day=scene.writing.day(service.verified))
    return joined("", [told, " · ", full_link_to(keeper).label, "."]) if keeper else f"{told}."


def channels_in_words(scene: Scene, service: Service) -> tuple[tuple[ChannelView, ...], OtherDays | None]:
    """The channels, and their exceptional days when they are the same for all with hours: those are told once."""
    views = tuple([channel_view(scene, service, channel) for channel in service.channels])
    if len(views) < 2:
        return views, None
    towns = [_town(scene, channel) for channel in service.channels]
    if len({*towns} - {""}) > 1:
        views = tuple(view._replace(town=town) for view, town in zip(views, towns, strict=True))
    hours = [channel.hours for channel in service.channels]
    timed = [view.days for view, known in zip(views, hours, strict=True) if known and not known.unknown]
    if len(timed) < 2 or not timed[0] or len(set(timed)) > 1:
        return views, None
    return tuple(view._replace(days=None) for view in views), timed[0]


def channel_view(scene: Scene, service: Service, channel: Channel) -> ChannelView:
    """One channel in words."""
    once, hours, place = scene.once, channel.hours, place_of(scene, channel)
    text, href = reach(scene, channel)
    return ChannelView(
        channel.type,
        title_of(scene, channel),
        text,
        href,
        tuple(_channel_lines(scene, channel, place)),
        once(_exceptional_days, hours) if hours else None,
        opening_of(scene, service, channel),
        once(map_of, place) if place else None,
    )


def _town(scene: Scene, channel: Channel) -> str:
    """Slug of the municipality a channel is given in, "" from afar."""
    place = place_of(scene, channel) if channel.type in AT_A_PLACE else None
    town = scene.network.municipality_of(place.municipality) if place else None
    return town.slug if town else ""


def title_of(scene: Scene, channel: Channel) -> str:
    """What one does in the channel; a channel that is new in the vocabulary goes by its label."""
    return scene.once_of(_title, channel.type)


def _title(scene: Scene, kind: str) -> str:
    w, name = scene.w, kind.replace("-", "_")
    return w[f"channel_{name}"] if f"channel_{name}" in w else scene.label("service_channel", kind)


def place_of(scene: Scene, channel: Channel) -> PlaceFields | None:
    """The place a channel is given in, by id or written in it."""
    return scene.network.find(Place, channel.place) if isinstance(channel.place, str) else channel.place


def reach(scene: Scene, channel: Channel) -> tuple[str, str | None]:
    """What a person reads of a channel, and where a press leads."""
    if channel.type in AT_A_PLACE and (place := place_of(scene, channel)):
        return scene.once(address_in_words, place), None
    if channel.phone:
        scheme = "sms" if channel.type == "tekstiviesti" else "tel"
        return finnish.phone(channel.phone), f"{scheme}:{channel.phone}"
    if channel.email:
        return channel.email, f"mailto:{channel.email}"
    if channel.url:
        return str(channel.name or scene.w.open_address), channel.url
    return str(channel.name or scene.label("service_channel", channel.type)), None


def address_in_words(scene: Scene, place: PlaceFields) -> str:
    """Street and municipality; a hidden address is told by its municipality alone."""
    municipality = scene.network.municipality_of(place.municipality)
    town = municipality.name_in(scene.language) if municipality else place.municipality
    if not place.address_public:
        return scene.w.address_hidden.format(municipality=town)
    name = str(place.name) if isinstance(place, Place) else ""
    return joined(", ", [part for part in (name, place.street, town) if part])


def map_of(scene: Scene, place: PlaceFields) -> str | None:
    """A map on another site that shows a place and the way to it; None when nobody may know, or knows, where it is."""
    if not place.address_public:
        return None
    if place.lat is not None and place.lon is not None:
        spot = f"{place.lat:.5f}", f"{place.lon:.5f}"
        return f"{MAP}?mlat={spot[0]}&mlon={spot[1]}#map=17/{spot[0]}/{spot[1]}"
    if place.street is None:
        return None
    municipality = scene.network.municipality_of(place.municipality)
    town = place.post_office or (municipality.name if municipality else place.municipality)
    return f"{MAP}search?query={quote(f'{place.street}, {town}')}"


def _channel_lines(scene: Scene, channel: Channel, place: PlaceFields | None) -> list[str]:
    lines: list[str] = []
    if hours := channel.hours:
        known = scene.once(_week, hours)
        lines += [known] if known else []
        lines += [str(hours.note)] if hours.note else []
    if channel.call_charge:
        lines.append(scene.label("call_charge", channel.call_charge))
    if channel.languages:
        lines.append(scene.once_of(_spoken, channel.languages))
    if place is not None:
        lines += scene.once(place_lines, place)
    lines += [str(text) for text in (channel.answer_time, channel.note) if text]
    return lines


def _spoken(scene: Scene, languages: tuple[str, ...]) -> str:
    return f"{scene.w.fact_languages}: {scene.writing.listing(scene.labels('service_language', languages))}"


def place_lines(scene: Scene, place: PlaceFields) -> list[str]:
    """How one gets in and there, and for whom it is accessible; nothing of a hidden address."""
    if not place.address_public:
        return []
    lines = [str(text) for text in (place.entrance, place.transit_note) if text]
    if place.accessibility:
        lines.append(_in_a_sentence(scene, scene.labels("place_accessibility", place.accessibility)))
    return lines


def _in_a_sentence(scene: Scene, labels: Sequence[str]) -> str:
    """Labels as one list: a capital only at the beginning, abbreviations as they are."""
    first, *rest = labels
    return scene.writing.listing([first, *map(inside, rest)])


def _week(scene: Scene, hours: Hours) -> str:
    return week_in_words(hours, scene.language)


def _exceptional_days(scene: Scene, hours: Hours) -> OtherDays | None:
    """Days that differ, those with the same hours one after another told together."""
    runs: list[list[ExceptionalDays]] = []
    for days in exceptions_ahead(hours, scene.day):
        if runs and _continues(runs[-1][-1], days):
            runs[-1].append(days)
        else:
            runs.append([days])
    if not runs:
        return None
    end = scene.day + timedelta(days=SOON_DAYS)
    told = [(run[0].first <= end, _run_in_words(scene, run)) for run in runs]
    return OtherDays(tuple(text for soon, text in told if soon), tuple(text for soon, text in told if not soon))


def _continues(before: ExceptionalDays, after: ExceptionalDays) -> bool:
    told_alike = (before.spans, before.note) == (after.spans, after.note)
    return told_alike and (after.first - before.last).days == 1


def _run_in_words(scene: Scene, run: Sequence[ExceptionalDays]) -> str:
    """ "to 24.12.–la 26.12.2026 (jouluaatto, joulupäivä ja tapaninpäivä): suljettu"."""
    writing = scene.writing
    when = writing.days_with_weekdays(run[0].first, run[-1].last)
    names = [writing.name_of_day(scene.label("named_day", days.named_day)) for days in run if days.named_day]
    name = f" ({writing.listing(names)})" if names else ""
    hours = spans_in_words(run[0].spans, scene.language)
    return joined(". ", [f"{when}{name}: {hours}", *([run[0].note] if run[0].note else [])])


def _by_day(scene: Scene, service: Service) -> DayTable | None:
    """The next days one by one, where the words leave something to reckon."""
    timed = [(channel, channel.hours) for channel in service.channels if channel.hours and not channel.hours.unknown]
    if not any(scene.once(is_involved, hours) for _, hours in timed):
        return None
    columns: dict[tuple[str, ...], list[str]] = {}
    for channel, hours in timed:
        columns.setdefault(scene.once(hours_by_day, hours), []).append(_heading(scene, channel, timed))
    names = (scene.writing.listing([first, *map(inside, rest)]) for first, *rest in columns.values())
    return DayTable((scene.w.opening_day, *names), tuple(zip(day_headings(scene), *columns, strict=True)))


def _heading(scene: Scene, channel: Channel, timed: Sequence[tuple[Channel, Hours]]) -> str:
    """What a column of days is called; of several alike, with the town, or the place where towns are alike too."""
    title = title_of(scene, channel)
    alike = [place for other, _ in timed if title_of(scene, other) == title and (place := place_of(scene, other))]
    place = place_of(scene, channel)
    if place is None or len(alike) == 1:
        return title
    towns = [each.municipality for each in alike]
    town = scene.network.municipality_of(place.municipality)
    if towns.count(place.municipality) == 1 and town:
        return f"{title}: {town.name_in(scene.language)}"
    name = channel.name if channel.name and not isinstance(channel.name, Foreign) else ""
    return f"{title}: {name or scene.once(address_in_words, place)}"


def _facts(scene: Scene, service: Service) -> list[tuple[str, tuple[Link, ...]]]:
    w, facts = scene.w, facts_in_words(scene, service)
    if items := tuple(Link(text) for item in service.bring if (text := str(item))):
        facts.append((w.fact_bring, items))
    if service.partners:
        partners = [found for key in service.partners if (found := scene.network.find(Organisation, key))]
        if links := tuple([scene.marked(scene.once(_partner, found), service, found) for found in partners]):
            facts.append((w.fact_partners, links))
    return facts


def facts_in_words(scene: Scene, service: Service) -> list[tuple[str, tuple[Link, ...]]]:
    """What vocabularies say of a service: the same on thousands of pages, each term or area told once."""
    once_of = scene.once_of
    facts: list[tuple[str, tuple[Link, ...]]] = []
    if service.price:
        facts.append(scene.once(_price, service.price))
    if service.appointment:
        facts.append(once_of(_appointment, service.appointment))
    if service.anonymous is not None:
        facts.append(once_of(_anonymous, service.anonymous))
    if service.eligibility:
        facts += scene.once(_limits, service.eligibility)
    facts.append(once_of(_languages, service.languages))
    facts.append(once_of(_areas, (service.region, service.areas)))
    facts.append(once_of(_target_groups, service.target_groups))
    facts.append(once_of(_topics, service.topics))
    if service.life_situations:
        facts.append(once_of(_life_situations, service.life_situations))
    return facts


def _partner(_: Scene, organisation: Organisation) -> Link:
    return short_link_to(organisation)


def _price(scene: Scene, price: Price) -> SharedFact:
    label = scene.label("service_charge", price.kind)
    if isinstance(price.text, Foreign):
        return _said(scene.w.fact_price, joined(" · ", [label, price.text]))
    return _said(scene.w.fact_price, str(price.text or label))


def _appointment(scene: Scene, term: str) -> SharedFact:
    return _said(scene.w.fact_appointment, scene.label("appointment", term))


def _anonymous(scene: Scene, may_be: bool) -> SharedFact:
    return _said(scene.w.fact_anonymous, scene.w.yes_if_you_want if may_be else scene.w.no)


def _limits(scene: Scene, limits: Eligibility) -> tuple[SharedFact, ...]:
    referral = scene.label("referral", limits.referral) if limits.referral else ""
    said = (scene.w.fact_referral, referral), (scene.w.fact_age, _age_in_words(scene, limits))
    return tuple(_said(label, value) for label, value in said if value)


def _languages(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return _said(scene.w.fact_languages, scene.writing.listing(scene.labels("service_language", terms)))


def _areas(scene: Scene, areas: tuple[str, tuple[str, ...]]) -> SharedFact:
    return SharedFact((scene.w.fact_areas, scene.municipality_links(*areas)))


def _target_groups(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return SharedFact((scene.w.fact_target_groups, tuple(map(Link, scene.labels("target_group", terms)))))


def _topics(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return SharedFact((scene.w.fact_topics, scene.term_links("service_topic", terms)))


def _life_situations(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return SharedFact((scene.w.fact_life_situations, scene.term_links("life_situation", terms)))


def _said(label: str, value: str) -> SharedFact:
    return SharedFact((label, (Link(value),)))


def _age_in_words(scene: Scene, limits: Eligibility) -> str:
    if limits.age_min is None and limits.age_max is None:
        return ""
    if limits.age_max is None:
        return scene.w.age_from.format(age=limits.age_min)
    if limits.age_min is None:
        return scene.w.age_to.format(age=limits.age_max)
    return scene.w.age_between.format(first=limits.age_min, last=limits.age_max)


def _referrals(scene: Scene, service: Service) -> list[Link]:
    found = ((scene.network.find(Service, item.service), item.when) for item in service.refers_to)
    return [scene.link_from(service, other, str(when or other.summary)) for other, when in found if other]


def _asked_from(scene: Scene, service: Service) -> list[Link]:
    told = {item.service for item in service.refers_to}
    others = scene.network.referring.get(service.key, ())
    return [scene.link_from(service, other) for other in others if other.key not in told]


def service_made_of(scene: Scene, service: Service) -> list[str]:
    """Fingerprints of everything `service_page` reads."""
    of = scene.fingerprints
    found = [service.fingerprint, *scene.marks_fingerprint(service), scene.row_fingerprints[service.key]]
    found += [scene.areas_fingerprint(service.region, service.areas)]
    found += of_keys(of(Organisation), [service.maintainer, *service.partners])
    if service.agreements:
        found += of_keys(of(Agreement), service.agreements)
    if service.refers_to:
        services = (scene.network.find(Service, item.service) for item in service.refers_to)
        found += [other.gist for other in services if other]
    if others := scene.network.referring.get(service.key):
        found += [other.gist for other in others]
    return found if scene.network.shows(service) else [*found, *map(str, _facts(scene, service))]
