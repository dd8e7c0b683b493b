"""The guided start: who you are, what you need, where you live, and then an answer with a telephone first.

Every step is a page of plain links. The third, the municipality, is chosen in the page: a script puts the answer there;
without it the page shows what helps everywhere and the way to each region.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from typing import NamedTuple

from tno.country.first_steps import Need, Who
from tno.frozen import frozen
from tno.model.first_steps import Fitness, answers
from tno.model.localised import Foreign
from tno.model.network import NATIONAL, Network
from tno.records import Organisation, Service
from tno.views.contact import advises, chat_of, general_lines, number_of, telephone_of
from tno.views.facets import FACET_OF
from tno.views.link import Link, full_link_to
from tno.views.opening import NEVER_SAID, Opening, opening_of, opening_words, opens
from tno.views.reaches import is_nationwide
from tno.views.scene import TERM_ROOMS, Scene
from tno.views.service_row import served_in_words
from tno.views.terms import services_by_term
from tno.views.ways import way_without_talk

ROOM = "mista-aloitan"
MOST_ANSWERS = 5
_GUIDANCE = frozenset({"ura", "opinto-ohjaus"})


@frozen
class FirstStepsPage:
    """Context of `sections/first-steps.html`: the choices of one step."""

    title: str
    """What is asked."""
    lead: str
    """One sentence under it."""
    choices: tuple[Link, ...]
    """What one may answer, with a few words more in the note."""
    ways_on: tuple[Link, ...]
    """For whom none of them fits."""


class Answer(NamedTuple):
    """A service that answers."""

    link: Link
    phone: Link | None
    chat: Link | None
    """Where one writes when there is no telephone."""
    way: Link | None
    """Where there is neither: another way, the slug of its channel in the note; None: its page tells."""
    summary: str
    first: str
    """What happens first, when that is told in the page's language; else empty."""
    given_by: str
    opening: Opening
    """Whether somebody answers now."""
    served: str
    """Said of a service in the page's language when that is not Finnish, else empty."""


@frozen
class AnswerPage:
    """Context of `sections/first-step.html`: what helps somebody with a need."""

    who: Link | None
    """Who asks, and the way back to their other needs; None: they have no others."""
    need: str
    """What is needed, in one's own words."""
    pair: int
    """Number of who and need, for the script."""
    danger: bool
    """Whether the emergency number comes first."""
    hint: str
    """What is good to know of the answers, or empty."""
    script: str
    """What `opening.js` says, JSON."""
    answers: tuple[Answer, ...]
    """Services of the whole country, best first."""
    regions: tuple[Link, ...]
    """To each region's own services, with their number."""
    every: tuple[Link, ...]
    """All services of the situations and topics meant."""
    finder: str
    """Where all services for this are found in a municipality, whose slug comes last; what fits best first."""
    calling: tuple[tuple[Link, tuple[Link, ...]], ...]
    """Whom to call whatever the question is, with the numbers."""


def address_of_pair(who: Who, need: Need) -> str:
    """Address of the page of a pair."""
    return f"{ROOM}/{who.id}/{need.id}/"


def danger_pages(scene: Scene) -> tuple[str, ...]:
    """Addresses of the pages for somebody who may be in danger."""
    return tuple(
        address_of_pair(who, need) for who, needs in living_pairs(scene).items() for _, need in needs if need.danger
    )


def is_one_step(who: Who) -> bool:
    """Whether who one is tells the need as well: the choice leads straight to the answer."""
    return len(who.needs) == 1


def living_pairs(scene: Scene) -> Mapping[Who, tuple[tuple[int, Need], ...]]:
    """Who → the needs that some service answers, each with the number of the pair."""
    facts = scene.facts
    return facts.once(_living, facts.network)


def _living(facts: Scene, network: Network) -> Mapping[Who, tuple[tuple[int, Need], ...]]:
    national = _national(network)
    found: dict[Who, list[tuple[int, Need]]] = {}
    for number, who, need in network.country.first_steps:
        if any(answers(service, who, need) for service in chain(national, _candidates(facts, need))):
            found.setdefault(who, []).append((number, need))
    return {who: tuple(needs) for who, needs in found.items()}


def _candidates(facts: Scene, need: Need) -> Iterator[Service]:
    for vocabulary, term in _terms(need):
        for services in services_by_term(facts, vocabulary).get(term, {}).values():
            yield from services


def _best(scene: Scene, _: Network) -> Mapping[int, list[Service]]:
    """Number of a pair → the best services of the whole country to a reader of the language."""
    network, fitness = scene.facts.network, fitness_of(scene.facts)
    return fitness.best(_national(network), MOST_ANSWERS, scene.language)


def fitness_of(facts: Scene) -> Fitness:
    """How well services answer, on the day of the build."""
    return Fitness(facts.network.country.first_steps, partial(opens, facts))


def _national(network: Network) -> list[Service]:
    services = network.regions[NATIONAL].all_of(Service)
    return [service for service in services if network.offers(service) and is_nationwide(network, service)]


def _terms(need: Need) -> list[tuple[str, str]]:
    """(vocabulary, term) of a need, the one to show first first."""
    situations = [("life_situation", term) for term in need.situations]
    return situations + [("service_topic", term) for term in need.topics]


def who_page(scene: Scene) -> FirstStepsPage:
    """`/mista-aloitan/`: who are you?"""
    w, language = scene.w, scene.language
    choices = (Link(who.labels[language], _address_of(who), who.notes[language]) for who in living_pairs(scene))
    return FirstStepsPage(w.start_who, w.start_lead, tuple(choices), _ways_on(scene))


def _address_of(who: Who) -> str:
    return address_of_pair(who, who.needs[0]) if is_one_step(who) else f"{ROOM}/{who.id}/"


def needs_page(scene: Scene, who: Who) -> FirstStepsPage:
    """`/mista-aloitan/nuori/`: what do you need?"""
    w, language = scene.w, scene.language
    choices = (Link(need.labels[language], address_of_pair(who, need)) for _, need in living_pairs(scene)[who])
    return FirstStepsPage(w.start_need, w.start_need_lead, tuple(choices), _ways_on(scene))


def _ways_on(scene: Scene) -> tuple[Link, ...]:
    w = scene.w
    return (
        Link(w.door_person, f"{NATIONAL}/yhteys/"),
        Link(w.search_title, "haku/"),
        Link(w.all_services, "palvelut/"),
        Link(w.footer_crisis, "hata/"),
    )


def answer_page(scene: Scene, who: Who, need: Need, number: int) -> AnswerPage:
    """`/mista-aloitan/nuori/tyo/`: what helps, and where do you live?"""
    network = scene.network
    best = scene.once(_best, scene.network).get(number, [])
    services = (network.find(Service, service.key) for service in best)
    shown = [(vocabulary, term) for vocabulary, term in _terms(need) if term in scene.terms_with_pages[vocabulary]]
    vocabulary, term = shown[0] if shown else _terms(need)[0]
    asked = ",".join(other for each, other in _terms(need) if each == vocabulary)
    return AnswerPage(
        who=None if is_one_step(who) else Link(who.labels[scene.language], _address_of(who)),
        need=(who if is_one_step(who) else need).labels[scene.language],
        pair=number,
        danger=need.danger,
        hint=who.hints.get(scene.language, ""),
        script=opening_words(scene),
        answers=_number_near([_answer(scene, service) for service in services if service]),
        regions=tuple(_regions(scene, vocabulary, term)),
        every=tuple(scene.term_link(vocabulary, term) for vocabulary, term in shown),
        finder=f"palvelut/?{FACET_OF[vocabulary]}={asked}&sopii={','.join(who.situations)}&kunta=",
        calling=scene.once(_to_call, scene.network),
    )


def _to_call(scene: Scene, network: Network) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """Who answers whatever the question: a line for everybody, else who guides rather than helps with one matter."""
    guiding = [
        service for service in _national(scene.facts.network) if _GUIDANCE & {*service.topics} and advises(service)
    ]
    guiding.sort(key=lambda service: (service.topics[0] not in _GUIDANCE, -len(service.target_groups), service.order))
    for service in (*general_lines(scene.facts), *guiding):
        shown, number = network.find(Service, service.key), number_of(service, scene.language)
        if shown and number and scene.language in service.languages:
            return ((full_link_to(shown), (number,)),)
    return ()


def _number_near(found: list[Answer]) -> tuple[Answer, ...]:
    """A number to call is among the first two. (The script does the same.)"""
    call = next((place for place, answer in enumerate(found) if answer.phone), 0)
    if call > 1:
        found.insert(1, found.pop(call))
    return tuple(found)


def _answer(scene: Scene, service: Service) -> Answer:
    organisation = scene.network.find(Organisation, service.organisation)
    chat, first = chat_of(service, scene.language), service.how_to_start or ""
    number, channel = number_of(service, scene.language), telephone_of(service, scene.language) or chat
    return Answer(
        full_link_to(service),
        number,
        Link("", chat.url) if chat and not number else None,
        None if number or chat else way_without_talk(scene, service),
        service.summary,
        "" if isinstance(first, Foreign) else first,
        str(organisation.name) if organisation else "",
        opening_of(scene, service, channel) if channel else NEVER_SAID,
        served_in_words(scene, service),
    )


def _regions(scene: Scene, vocabulary: str, term: str) -> Iterator[Link]:
    found = services_by_term(scene, vocabulary).get(term, {})
    for region in scene.network.regions.values():
        if not region.is_national and (services := found.get(region.id)):
            yield Link(region.name, f"{TERM_ROOMS[vocabulary]}/{term}/#{region.id}", str(len(services)))


def answer_made_of(facts: Scene, need: Need) -> list[str]:
    """Fingerprints of everything `answer_page` reads."""
    counts = [
        [(region, len(services)) for region, services in services_by_term(facts, vocabulary).get(term, {}).items()]
        for vocabulary, term in _terms(need)
    ]
    national = facts.network.regions[NATIONAL].all_of(Service)
    rows = facts.rows_fingerprint("national", national)
    return [facts.profiles_fingerprint, str(counts), *rows, *(service.fingerprint for service in national)]


def steps_made_of(facts: Scene) -> list[str]:
    """What decides which choices there are."""
    return [str([(who.id, [need.id for _, need in needs]) for who, needs in living_pairs(facts).items()])]
