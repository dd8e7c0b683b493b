"""Services that serve people in a language, region by region: a list, and the main facts of those without a page in it.

A service told only in Finnish has no page of its own in other languages: five thousand services would have three
thousand such pages more. What everybody asks (where, when, by which number, at what price, for whom) is told of it on
one page of its region: facts in the page's language, what an editor has written in Finnish and marked so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from tno.addresses import address_of, briefs_address
from tno.frozen import frozen
from tno.model.localised import Foreign, is_told_in, localised, told
from tno.model.network import NATIONAL, Region
from tno.records import Organisation, Service
from tno.views.channel import ChannelView, channels_in_words
from tno.views.link import Link, short_link_to
from tno.views.listing import Rows, group_of
from tno.views.opening import opening_words
from tno.views.other_days import OtherDays
from tno.views.room_lists import found_in
from tno.views.scene import Scene
from tno.views.service import kinds_in_words
from tno.views.service_facts import facts_in_words

_FRAGMENT = re.compile(r'(<h\d) id="[^"]*"')
ByRegion = Mapping[str, Sequence[Service]]


@frozen
class Brief:
    """The main facts of one service."""

    id: str
    """Fragment of the service on the page."""
    name: str
    lead: str
    """The summary, when that is told in the language; else empty."""
    summary: str
    """The summary in Finnish, when that is all there is."""
    is_finnish: bool
    """Whether some of it is told only in Finnish."""
    kinds: str
    """tieto, neuvonta, ohjaus … as words."""
    organisation: Link | None
    channels: tuple[ChannelView, ...]
    days: OtherDays | None
    """Coming days on which the hours are others, when they are the same in every channel."""
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    first: str
    """What happens first, when that is told in the language; else empty."""
    prose: Markup
    """The description, HTML, when that is told in the language; else empty."""
    address: str
    """Its page in Finnish."""


@frozen
class BriefsPage:
    """Context of `sections/briefs.html`."""

    title: str
    """Heading of the page."""
    all_title: str
    """Heading of the list."""
    briefs: tuple[Brief, ...]
    """Services without a page in the language: each is shown when its fragment is asked for."""
    rows: Markup
    """Every service of the region that serves in the language."""
    count: int
    """How many rows."""
    script: str
    """What `opening.js` says, JSON."""


def serving(facts: Scene, language: str) -> ByRegion:
    """Region → its services that serve in a language of the site, in the Finnish order; no regions that have none."""
    return facts.once_of(_serving, language)


def _serving(facts: Scene, language: str) -> ByRegion:
    national = facts.network.regions.get(NATIONAL)
    if national is None or language not in national.profile.languages:
        return {}  # the lists are pages of the whole country
    found = (
        (region.id, [each for each in facts.once(found_in, region) if language in each.languages])
        for region in facts.network.regions.values()
    )
    return {region: services for region, services in found if services}


def told_in_brief(facts: Scene, language: str) -> ByRegion:
    """Region → those of them that have no page in the language."""
    return facts.once_of(_told_in_brief, language)


def _told_in_brief(facts: Scene, language: str) -> ByRegion:
    regions = facts.network.regions
    return {
        region: [each for each in services if not is_told_in(each, language)]
        if language in regions[region].profile.languages
        else services
        for region, services in serving(facts, language).items()
    }


def keys_in_brief(facts: Scene, language: str) -> frozenset[str]:
    """Keys of the services that are told in a language only in brief."""
    return facts.once_of(_keys_in_brief, language)


def _keys_in_brief(facts: Scene, language: str) -> frozenset[str]:
    return frozenset(service.key for services in told_in_brief(facts, language).values() for service in services)


def briefs_page(scene: Scene, region: Region, rows: Rows) -> BriefsPage:
    """`/en/palvelut/lappi/`."""
    services = serving(scene.facts, scene.language)[region.id]
    briefs = tuple(_brief(scene, each) for each in told_in_brief(scene.facts, scene.language)[region.id])
    return BriefsPage(
        title=briefs_title(scene, region),
        all_title=scene.w.brief_all.format(region=region.name),
        briefs=briefs,
        rows=group_of(services, rows, "", "").rows,
        count=len(services),
        script=opening_words(scene) if any(each.opening.code for brief in briefs for each in brief.channels) else "",
    )


def briefs_title(scene: Scene, region: Region) -> str:
    """ "Services in English: Lapland"."""
    return scene.w.brief_title.format(region=region.name)


def _brief(scene: Scene, fact: Service) -> Brief:
    service = localised(fact, scene.language)
    organisation = scene.facts.network.find(Organisation, fact.organisation)
    channels, days = channels_in_words(scene, service)
    name, summary = told(fact, "name", scene.language), told(fact, "summary", scene.language)
    shown = (name, summary, *(line for channel in channels for line in channel.lines))
    return Brief(
        id=fact.id,
        name=name,
        lead="" if isinstance(summary, Foreign) else summary,
        summary=summary if isinstance(summary, Foreign) else "",
        is_finnish=any(isinstance(text, Foreign) for text in shown),
        kinds=kinds_in_words(scene, fact),
        organisation=scene.once(_giver, organisation) if organisation else None,
        channels=channels,
        days=days,
        facts=tuple(facts_in_words(scene, service)),
        first="" if isinstance(service.how_to_start, Foreign) else service.how_to_start or "",
        prose=Markup("") if isinstance(service.body, Foreign) else _prose(scene, service),
        address=address_of(fact),
    )


def _prose(scene: Scene, service: Service) -> Markup:
    """The description; headings without fragments, since others on the page may have the same."""
    html = scene.prose(service, page=briefs_address(service.region))
    return Markup(_FRAGMENT.sub(r"\1", html))


def _giver(scene: Scene, organisation: Organisation) -> Link:
    return short_link_to(localised(organisation, scene.language, False))


def briefs_made_of(facts: Scene, language: str, region: str) -> list[str]:
    """Fingerprints of everything `briefs_page` reads besides the regions' own files."""
    rows = facts.rows_fingerprint(("serving", language, region), serving(facts, language)[region])
    return [*rows, *(service.fingerprint for service in told_in_brief(facts, language)[region])]
