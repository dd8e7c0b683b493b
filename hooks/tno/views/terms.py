"""Topics and life situations: all of them, and the services of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from tno.model.network import NATIONAL, Network
from tno.records import Service
from tno.views.contact import general_lines, number_of, telephone_of
from tno.views.facets import FACET_OF
from tno.views.link import Link
from tno.views.listing import NO_NOTES, NOTHING, ListPage, RowGroup, Rows, jumps_of, ways_to_find
from tno.views.opening import opening_words
from tno.views.scene import Scene

Term = tuple[str, str]
"""(vocabulary, term)."""
MOST_TO_CALL = 2
MOST_RELATED = 8


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
    found = services_by_term(scene, vocabulary)
    links = tuple(
        Link(scene.label(vocabulary, term.id), f"{room}/{term.id}/", str(sum(map(len, found[term.id].values()))))
        for term in scene.network.vocabularies[vocabulary]
        if term.id in found
    )
    w = scene.w
    groups = (RowGroup("", "", links, form="counts"),) if links else ()
    ways_on = () if links else ways_to_find(scene, vocabulary)
    return ListPage(w[f"{vocabulary}_title"], w[f"{vocabulary}_choose"], groups, w.term_none, ways_on)


def term_page(scene: Scene, vocabulary: str, term: str, rows: Rows) -> ListPage:
    """All services of a topic or in a life situation: the region's own under its name, national ones first."""
    w = scene.w
    label, calling = scene.label(vocabulary, term), _to_call(scene, vocabulary, term)
    by_region = _without(services_by_term(scene, vocabulary).get(term, {}), calling)
    regions, related = scene.network.regions, scene.facts.once(_related, scene.facts.network)
    ordered = sorted(by_region, key=lambda region: (region != NATIONAL, list(regions).index(region)))
    groups = tuple(
        RowGroup(
            w.whole_country if region == NATIONAL else regions[region].name,
            region,
            rows=_rows(scene, (vocabulary, term), by_region[region], rows),
            count=len(by_region[region]),
        )
        for region in ordered
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
        calling_anchor="" if NATIONAL in by_region else NATIONAL,
        script=opening_words(scene),
        related=tuple(scene.term_link(*other) for other in related.get((vocabulary, term), ())),
    )


def _rows(scene: Scene, term: Term, services: Sequence[Service], rows: Rows) -> Markup:
    return Markup("").join(rows(part, NO_NOTES, True) for part in _ordered(scene, *term, services))


def _ordered(scene: Scene, vocabulary: str, term: str, services: Sequence[Service]) -> Iterator[Sequence[Service]]:
    """What serves in the page's language first, and of it what is about the term before all else and not for few."""
    narrow, foreign = scene.network.country.first_steps.narrow_groups, scene.language != "fi"
    parts: dict[tuple[bool, bool], list[Service]] = {
        (serves, chief): [] for serves in (True, False) for chief in (True, False)
    }
    for each in services:
        chief = _chief(each, vocabulary) == term and each.target_groups[0] not in narrow
        parts[not foreign or scene.language in each.languages, chief].append(each)
    yield from filter(None, parts.values())


def _chief(service: Service, vocabulary: str) -> str:
    """The topic or situation that a service names first."""
    return (service.topics if vocabulary == "service_topic" else service.life_situations)[0]


def _to_call(scene: Scene, vocabulary: str, term: str) -> list[Service]:
    """Whom to call: the country's services that are about this before all else, then a line for whatever it is."""
    lines = (line for line in general_lines(scene.facts) if number_of(line, scene.language))
    return list({each.key: each for each in (*_about(scene, vocabulary, term), *lines)}.values())


def _without(by_region: Mapping[str, Sequence[Service]], told: Sequence[Service]) -> dict[str, list[Service]]:
    """The same but for what is told already."""
    keys = {each.key for each in told}
    rest = {region: [each for each in services if each.key not in keys] for region, services in by_region.items()}
    return {region: services for region, services in rest.items() if services}


def _about(scene: Scene, vocabulary: str, term: str) -> Sequence[Service]:
    """Given now, answered by telephone in the page's language, told of this first; those for many first."""
    national = services_by_term(scene, vocabulary).get(term, {}).get(NATIONAL, ())
    found = [
        service
        for service in national
        if _chief(service, vocabulary) == term
        if service.status == "voimassa" and telephone_of(service, scene.language)
        if scene.language in service.languages
    ]
    return sorted(found, key=lambda service: (-len(service.target_groups), service.order))[:MOST_TO_CALL]


def term_made_of(facts: Scene, vocabulary: str, term: str) -> list[str]:
    """Fingerprints of everything `term_page` reads, with the numbers in its rows."""
    told = {each.key: each for found in services_by_term(facts, vocabulary)[term].values() for each in found}
    told |= {line.key: line for line in general_lines(facts)}
    return [*facts.rows_fingerprint((vocabulary, term), told.values()), facts.way_marks(told.values())]


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
