"""Topics and life situations: all of them, and the services of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from tno.compact_json import compact
from tno.finnish import slug
from tno.model.network import NATIONAL, Network
from tno.records import Service
from tno.views.contact import WELLBEING, general_lines, number_of, telephone_of
from tno.views.facets import FACET_OF
from tno.views.link import Link
from tno.views.listing import NO_NOTES, NOTHING, ListPage, RowGroup, Rows, jumps_of, ways_to_find
from tno.views.opening import opening_words
from tno.views.reaches import is_nationwide
from tno.views.scene import Scene
from tno.views.themes import NO_THEME, THEMES, theme_of

Term = tuple[str, str]
"""(vocabulary, term)."""
MOST_TO_CALL = 2
MOST_RELATED = 8
MOST_SITUATIONS = 9
"""So many life situations stand on a front page: those that people ask about most."""


def services_by_term(scene: Scene, vocabulary: str) -> dict[str, dict[str, list[Service]]]:
    """Term → region → services in the Finnish order, for `service_topic` or `life_situation`. Made once."""
    facts = scene.facts
    if (known := facts.by_term.get(vocabulary)) is None:
        known = facts.by_term[vocabulary] = {}
        for service in facts.network.services_offered:
            terms = service.topics if vocabulary == "service_topic" else service.life_situations
            for term in terms:
                known.setdefault(term, {}).setdefault(service.region, []).append(service)
    return known


def terms_page(scene: Scene, vocabulary: str, room: str) -> ListPage:
    """Every topic or life situation that has a service, with the number of them."""
    found, w = services_by_term(scene, vocabulary), scene.w
    themes: dict[str, list[Link]] = {theme: [] for theme in (*THEMES[vocabulary], NO_THEME)}
    for term in scene.network.vocabularies[vocabulary]:
        if term.id in found:
            count = str(sum(map(len, found[term.id].values())))
            link = Link(scene.label(vocabulary, term.id), f"{room}/{term.id}/", count)
            themes[theme_of(vocabulary, term)].append(link)
    groups = tuple(
        RowGroup(w[f"theme_{theme}"] if theme else "", theme, tuple(links), form="counts")
        for theme, links in themes.items()
        if links
    )
    ways_on = () if groups else ways_to_find(scene, vocabulary)
    title, lead = w[f"{vocabulary}_title"], w[f"{vocabulary}_choose"]
    return ListPage(title, lead, groups, w.term_none, ways_on, regions=_names_of_regions(scene))


def _names_of_regions(scene: Scene) -> str:
    """Region → its name, JSON for `terms.js`."""
    return compact({region.id: region.name for region in scene.network.regions.values() if not region.is_national})


def term_page(scene: Scene, vocabulary: str, term: str, rows: Rows) -> ListPage:
    """All services of a topic or in a life situation: of the whole country, then of each part under its name."""
    w = scene.w
    label, calling = scene.label(vocabulary, term), _to_call(scene, vocabulary, term)
    by_region = _without(services_by_term(scene, vocabulary).get(term, {}), calling)
    related = scene.facts.once(_related, scene.facts.network)
    groups = tuple(
        RowGroup(
            heading,
            anchor,
            rows=_rows(scene, (vocabulary, term), services, rows),
            count=len(services),
        )
        for anchor, heading, services in _where_served(scene, by_region)
    )
    return ListPage(
        title=label,
        lead=w[f"{vocabulary}_lead"],
        groups=groups,
        empty=w.term_none,
        ways_on=ways_to_find(scene, vocabulary),
        jumps=jumps_of(groups),
        leads_to=f"palvelut/?{FACET_OF[vocabulary]}={term}&kunta={{slug}}",
        calling=rows(calling, {each.key: "" for each in calling}, True) if calling else NOTHING,
        calling_anchor="" if any(group.anchor == NATIONAL for group in groups) else NATIONAL,
        script=opening_words(scene),
        related=tuple(scene.term_link(*other) for other in related.get((vocabulary, term), ())),
        regions=_names_of_regions(scene),
    )


def _where_served(
    scene: Scene, by_region: Mapping[str, Sequence[Service]]
) -> Iterator[tuple[str, str, Sequence[Service]]]:
    """(fragment, name, services) of the whole country, then of each region, then of what is in none.

    A region's services are under its own name; what the national section has for a part of the country only is under
    the names of the regions it serves.
    """
    network = scene.network
    regions = {region.id: region.name for region in network.regions.values()} | {NATIONAL: scene.w.whole_country}
    order = {region: number for number, region in enumerate(regions)} | {NATIONAL: -1}
    found: dict[str, list[Service]] = {}
    for own, services in by_region.items():
        for service in services:
            for name in _parts_served(scene, service) if own == NATIONAL else (own,):
                found.setdefault(name, []).append(service)
    for name in sorted(found, key=lambda name: order.get(name, len(order))):
        yield slug(name), regions.get(name, name), found[name]


def _parts_served(scene: Scene, service: Service) -> Sequence[str]:
    """The national section for a service of the whole country; else regions, or names of areas in no region."""
    country, network = scene.network.country, scene.facts.network
    codes = network.covered_by(service)
    if not codes or is_nationwide(network, service):
        return (NATIONAL,)
    served = (country.municipalities[code] for code in sorted(codes))
    return list(
        dict.fromkeys(
            each.region_id or country.maakunnat[each.maakunta_code].name_in(scene.language) for each in served
        )
    )


def _rows(scene: Scene, term: Term, services: Sequence[Service], rows: Rows) -> Markup:
    return Markup("").join(rows(part, NO_NOTES, True) for part in _ordered(scene, *term, services))


def _ordered(scene: Scene, vocabulary: str, term: str, services: Sequence[Service]) -> Iterator[Sequence[Service]]:
    """What serves in the page's language first; of it what is about the term before all else and not for few, then the
    rest, then what is for a few others, and last what is first for another matter. Where most is for few, as in a new
    country, they are no others."""
    narrow, foreign = scene.network.country.first_steps.narrow_groups, scene.language != "fi"
    few = [each for each in services if each.target_groups[0] in narrow]
    others = {each.key for each in few} if 2 * len(few) < len(services) else set()
    parts: dict[tuple[bool, int], list[Service]] = {(serves, rank): [] for serves in (True, False) for rank in range(4)}
    for each in services:
        is_chief = _chief(each, vocabulary) == term and each.target_groups[0] not in narrow
        rank = 3 if _is_aside(scene, term, each) else 0 if is_chief else 2 if each.key in others else 1
        parts[not foreign or scene.language in each.languages, rank].append(each)
    yield from filter(None, parts.values())


def _chief(service: Service, vocabulary: str) -> str:
    """The topic or situation that a service names first."""
    return (service.topics if vocabulary == "service_topic" else service.life_situations)[0]


def _to_call(scene: Scene, vocabulary: str, term: str) -> list[Service]:
    """Whom to call: the country's services that are about this before all else, then a line for whatever it is, then
    those of them that are first for another matter."""
    lines = [line for line in general_lines(scene.facts) if number_of(line, scene.language)]
    about = _about(scene, vocabulary, term)
    aside = [each for each in about if _is_aside(scene, term, each)]
    first = [each for each in about if each not in aside]
    return list({each.key: each for each in (*first, *lines, *aside)}.values())


def _is_aside(scene: Scene, term: str, service: Service) -> bool:
    """Whether a service is before all for somebody in another situation than most who need this."""
    aside = scene.network.country.first_steps.aside.get(term, frozenset())
    return not aside.isdisjoint(service.life_situations[:1])


def _without(by_region: Mapping[str, Sequence[Service]], told: Sequence[Service]) -> dict[str, list[Service]]:
    """The same but for what is told already."""
    keys = {each.key for each in told}
    rest = {region: [each for each in services if each.key not in keys] for region, services in by_region.items()}
    return {region: services for region, services in rest.items() if services}


def _about(scene: Scene, vocabulary: str, term: str) -> Sequence[Service]:
    """Given now, answered by telephone in the page's language, told of this first; those for many first, for a few
    others last. Of other matters than danger and wellbeing the lines for these come after who helps with the matter."""
    narrow = scene.network.country.first_steps.narrow_groups
    national = services_by_term(scene, vocabulary).get(term, {}).get(NATIONAL, ())
    found = [
        service
        for service in national
        if _chief(service, vocabulary) == term
        if service.status == "voimassa" and telephone_of(service, scene.language)
        if scene.language in service.languages and is_nationwide(scene.facts.network, service)
    ]
    found.sort(
        key=lambda each: (
            _is_aside(scene, term, each),
            term not in WELLBEING and WELLBEING.issuperset(each.topics),
            each.target_groups[0] in narrow,
            -len(each.target_groups),
            each.order,
        )
    )
    return found[:MOST_TO_CALL]


def term_made_of(facts: Scene, vocabulary: str, term: str) -> list[str]:
    """Fingerprints of everything `term_page` reads, with the numbers in its rows."""
    told = {each.key: each for found in services_by_term(facts, vocabulary)[term].values() for each in found}
    told |= {line.key: line for line in general_lines(facts)}
    return [
        facts.profiles_fingerprint,
        *facts.rows_fingerprint((vocabulary, term), told.values()),
        facts.way_marks(told.values()),
    ]


def _related(facts: Scene, _: Network) -> Mapping[Term, Sequence[Term]]:
    """Topic or situation → others of the same services, the most common first."""
    together: dict[Term, Counter[Term]] = {}
    alike = Counter((service.topics, service.life_situations) for service in facts.network.services_offered)
    for (topics, situations), count in alike.items():
        terms = [("service_topic", each) for each in topics] + [("life_situation", each) for each in situations]
        for term in terms:
            counts = together.setdefault(term, Counter())
            for other in terms:
                counts[other] += count
    found = {}
    for term, counts in together.items():
        del counts[term]
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        found[term] = [other for other, _ in ordered[:MOST_RELATED]]
    return found
