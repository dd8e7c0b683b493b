"""A service as its page shows it: channels first, then what happens, for whom, and who keeps it true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from tno.finnish import NO_BREAK_SPACE
from tno.frozen import frozen
from tno.model.localised import Foreign, joined
from tno.records import Agreement, Organisation, Service
from tno.views.channel import ChannelView, channels_in_words
from tno.views.day_table import DayTable, day_table
from tno.views.link import Link, full_link_to, short_link_to
from tno.views.opening import opening_words
from tno.views.other_days import OtherDays
from tno.views.scene import Scene, of_keys
from tno.views.service_facts import facts_in_words, for_whom


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
    """Those in the reader's language first, else in the order the editor gave."""
    days: OtherDays | None
    """Coming days on which the hours are others, when they are the same in every channel."""
    is_spread: bool
    """Whether it is given in several municipalities."""
    later_days: tuple[tuple[str, tuple[str, ...]], ...]
    """Such days after the next two weeks: those of every channel, then those of one with its title."""
    has_soon: bool
    """Whether any within them are told beside the hours."""
    by_day: DayTable | None
    """The hours day by day, when the table says more than the words."""
    script: str
    """What `opening.js` says, JSON; empty when nothing waits for it."""
    for_whom: str
    """Groups and ages it is for, in words."""
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
        later_days=tuple(_later_days(channels, days)),
        has_soon=any(each.soon for each in (days, *(channel.days for channel in channels)) if each),
        by_day=day_table(scene, service),
        script=opening_words(scene) if any(channel.opening.code for channel in channels) else "",
        for_whom=for_whom(scene, service),
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


def _later_days(channels: Sequence[ChannelView], days: OtherDays | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    if days and days.later:
        yield "", days.later
    for channel in channels:
        if channel.days and channel.days.later:
            yield channel.title if len(channels) > 1 else "", channel.days.later


def kinds_in_words(scene: Scene, service: Service) -> str:
    """ "Neuvonta · Ohjaus"."""
    return scene.once_of(_kinds, service.kind)


def _kinds(scene: Scene, terms: tuple[str, ...]) -> str:
    return f"{NO_BREAK_SPACE}· ".join(scene.labels("service_kind", terms))


def _checked(scene: Scene, service: Service, keeper: Organisation | None) -> str:
    told = scene.w.checked.format(day=scene.writing.day(service.verified))
    return joined("", [told, " · ", full_link_to(keeper).label, "."]) if keeper else f"{told}."


def _facts(scene: Scene, service: Service) -> list[tuple[str, tuple[Link, ...]]]:
    w, facts = scene.w, facts_in_words(scene, service)
    if items := tuple(Link(text) for item in service.bring if (text := str(item))):
        facts.append((w.fact_bring, items))
    if service.partners:
        partners = [found for key in service.partners if (found := scene.network.find(Organisation, key))]
        if links := tuple([scene.marked(scene.once(_partner, found), service, found) for found in partners]):
            facts.append((w.fact_partners, links))
    return facts


def _partner(_: Scene, organisation: Organisation) -> Link:
    return short_link_to(organisation)


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
