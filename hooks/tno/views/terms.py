"""Topics and life situations: all of them, and the services of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tno.model.network import NATIONAL, Network
from tno.records import Service
from tno.views.contact import numbers_of
from tno.views.facets import FACET_OF
from tno.views.link import Link, full_link_to
from tno.views.listing import ListPage, RowGroup, Rows, group_of, jumps_of, ways_to_find
from tno.views.scene import Scene

Term = tuple[str, str]
"""(vocabulary, term)."""
MOST_TO_CALL = 3
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
    label = scene.label(vocabulary, term)
    by_region = services_by_term(scene, vocabulary).get(term, {})
    regions, related = scene.network.regions, scene.facts.once(_related, scene.facts.network)
    ordered = sorted(by_region, key=lambda region: (region != NATIONAL, list(regions).index(region)))
    groups = tuple(
        group_of(by_region[region], rows, w.whole_country if region == NATIONAL else regions[region].name, region)
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
        calling=tuple(_to_call(scene, by_region.get(NATIONAL, ()))),
        related=tuple(scene.term_link(*other) for other in related.get((vocabulary, term), ())),
    )


def _to_call(scene: Scene, services: Iterable[Service]) -> Iterator[tuple[Link, tuple[Link, ...]]]:
    """The country's services that answer the telephone, those for many first."""
    answering = [service for service in services if service.status == "voimassa" and numbers_of(service)]
    answering.sort(key=lambda service: (-len(service.target_groups), service.order))
    for service in answering[:MOST_TO_CALL]:
        if shown := scene.network.find(Service, service.key):
            yield full_link_to(shown), numbers_of(service)


def term_made_of(facts: Scene, vocabulary: str, term: str) -> list[str]:
    """Fingerprints of everything `term_page` reads; of those whom to call, with their numbers."""
    by_region = services_by_term(facts, vocabulary)[term]
    shown = (service for found in by_region.values() for service in found)
    rows = facts.rows_fingerprint((vocabulary, term), shown)
    return [*rows, *(service.fingerprint for service in by_region.get(NATIONAL, ()))]


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
