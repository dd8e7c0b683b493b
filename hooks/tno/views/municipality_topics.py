"""What serves the people of a municipality: a service under its first topic, and by name under its others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import itemgetter

from markupsafe import Markup

from tno.country.vocabulary import VocabularyTerm
from tno.frozen import frozen
from tno.model.first_steps import (
    FOR_ALL,
    GIVEN_NOW,
    is_for_danger,
    is_for_few,
    is_of_few_ages,
    is_told,
    takes_any_matter,
)
from tno.model.network import Network
from tno.records import Service
from tno.views.around import in_kilometres
from tno.views.by_topic import ByTopic
from tno.views.contact import WELLBEING
from tno.views.first_steps import danger_pages
from tno.views.link import Link
from tno.views.listing import NOTHING, Rows
from tno.views.opening import first_live
from tno.views.reaches import REACHES
from tno.views.scene import Scene
from tno.views.themes import NO_THEME, THEMES, theme_of
from tno.views.ways import people_in_words

MOST_SEEN = 3
"""So many services of a topic are seen at once, the others are a press away."""
MOST_ALSO, MOST_LIFTS = 5, 5
FAR_KM = 100
"""Nobody goes this far before trying what reaches one at home."""
FOR_ANYBODY, FOR_PART, FOR_FEW = range(3)
"""Of those whom a topic concerns: all of them, those of a group or an age, or those who say that they are such."""
Standing = tuple[bool, int, bool, tuple[bool, int, int], bool]
"""For danger or children, for how few, not answered, how wide; whether anybody may be sent there unasked."""
Ordered = list[tuple[Standing, Service]]
_HEALTH = "terveys"
"""The theme under which violence is looked for; services against it are under several topics."""
_NOTES = {"opinto-ohjaus": "municipality_topic_opinto_ohjaus"}
_AFAR, _EVERYWHERE = REACHES.index("remote"), REACHES.index("national")
CHILDREN = frozenset({"nuoret", "perusopetuksen-paattavat"})
"""A line for these alone is for children and teenagers who want to talk."""
ANYBODY = frozenset({FOR_ALL, "aikuiset"})


@frozen
class TopicHere:
    """A topic and its services: the area's own before the country's, for danger and for children last."""

    heading: str
    note: str
    """What its heading does not say that one finds there, or empty."""
    anchor: str
    count: int
    """Of all that help with it."""
    rows: Markup
    """Services that name it first."""
    rest: Markup
    """Rows that are folded."""
    rest_count: int
    lifts: str
    """Places of those folded rows one of which stands first when nobody above answers now: "0 2"."""
    also: Markup
    """Names of a few that another topic tells of and that help with this too, each with what it is."""
    every: Link | None
    """The finder with all of the topic, where `also` does not name them all."""


@frozen
class ThemeHere:
    """Topics that belong together."""

    heading: str
    """Empty for topics of no theme."""
    note: str
    """What there is under it, in everyday words."""
    anchor: str
    topics: tuple[TopicHere, ...]
    danger: tuple[Link, ...]
    """To the answer of the guided start in the municipality for whoever is in danger."""


def themes_here(
    scene: Scene, slug: str, served: Mapping[str, ByTopic], km_to: Mapping[str, float], rows: Rows
) -> Iterator[ThemeHere]:
    """The themes of which something is told, each with its topics in the vocabulary's order."""
    ordered = _in_order(scene.facts, served, km_to)
    if scene.language != "fi":
        ordered.sort(key=lambda each: scene.language not in each[1].languages)
    first, also, for_few = (
        defaultdict[str, Ordered](list),
        defaultdict[str, Ordered](list),
        defaultdict[str, Ordered](list),
    )
    for each in ordered:
        (*_, is_for_anybody), service = each
        chief, *others = service.topics
        first[chief].append(each)
        listed = also if is_for_anybody else for_few
        for topic in others:
            listed[topic].append(each)
    by_theme: dict[str, list[TopicHere]] = {theme: [] for theme in (*THEMES["service_topic"], NO_THEME)}
    for term in scene.network.vocabularies["service_topic"]:
        here, named = first.get(term.id, []), [*also.get(term.id, ()), *for_few.get(term.id, ())]
        if here or named:
            by_theme[theme_of("service_topic", term)].append(_topic(scene, slug, term, here, named, km_to, rows))
    w = scene.w
    for theme, topics in by_theme.items():
        if topics:
            heading, note = (w[f"theme_{theme}"], w[f"theme_{theme}_note"]) if theme else ("", "")
            yield ThemeHere(heading, note, theme, tuple(topics), _danger(scene, slug) if theme == _HEALTH else ())


def _danger(scene: Scene, slug: str) -> tuple[Link, ...]:
    return tuple(Link(scene.w.municipality_danger, f"{page}?kunta={slug}") for page in danger_pages(scene))


def _topic(
    scene: Scene,
    slug: str,
    term: VocabularyTerm,
    told: Sequence[tuple[Standing, Service]],
    named: Sequence[tuple[Standing, Service]],
    km_to: Mapping[str, float],
    rows: Rows,
) -> TopicHere:
    services = [service for _, service in told]
    notes = {each.key: in_kilometres(km_to[each.key]) for each in services if each.key in km_to}
    first = MOST_SEEN if len(told) > MOST_SEEN + 1 else len(told)
    rest = services[first:]
    may_lift = (str(place) for place, ((*_, is_for_anybody), _) in enumerate(told[first:]) if is_for_anybody)
    every = Link(scene.w.municipality_every, f"palvelut/?aihe={term.id}&kunta={slug}")
    return TopicHere(
        heading=term.label(scene.language),
        note=scene.w[_NOTES[term.id]] if term.id in _NOTES else "",
        anchor=term.id,
        count=len(told) + len(named),
        rows=rows(services[:first], notes, True) if told else NOTHING,
        rest=rows(rest, notes, True) if rest else NOTHING,
        rest_count=len(rest),
        lifts=" ".join(islice(may_lift, MOST_LIFTS)),
        also=_also(scene, [service for _, service in named[:MOST_ALSO]], rows) if named else NOTHING,
        every=every if len(named) > MOST_ALSO else None,
    )


def _also(scene: Scene, named: Sequence[Service], rows: Rows) -> Markup:
    """Services that help with other things first, each with what that is."""
    return rows(named, {each.key: scene.once(_for_what, each) for each in named}, False, True)


def _for_what(scene: Scene, service: Service) -> str:
    """What a service of few words is: for whom; of what is for anybody its first topic, where it does not take any."""
    if ANYBODY.isdisjoint(service.target_groups) and (people := people_in_words(scene, service)):
        return people
    if takes_any_matter(service):
        return scene.w.municipality_any_matter
    return scene.label("service_topic", service.topics[0])


def _in_order(facts: Scene, served: Mapping[str, ByTopic], km_to: Mapping[str, float]) -> Ordered:
    """For anybody before for a part and for a few; of each the area's own before the country's, the nearest first.

    A place over `FAR_KM` away is no nearer than what answers from afar when the service answers too; one that does not
    comes after the country's. Of equally near ones it is who answers, and then who helps most people with most. What is
    for danger or for children comes last wherever it is from: it has a button of its own, and is seldom what is looked
    for under a topic.
    """
    standings, found = facts.once(_standings, facts.network), []
    for number, name in enumerate(REACHES):
        for service in chain.from_iterable(served.get(name, {}).values()):
            if (standing := standings.get(key := service.key)) is None:
                standing = standings[key] = _standing(facts, service)
            is_last, few, is_silent, width, _ = standing
            km = km_to.get(key, 0.0)
            if km > FAR_KM:
                area, reach, km = (2, number, km) if is_silent else (0, _AFAR, 0.0)
            else:
                area, reach = number == _EVERYWHERE, number
            found.append(((is_last, few, area, reach, km, is_silent, width), (standing, service)))
    return [each for _, each in sorted(found, key=itemgetter(0))]


def _standings(_: Scene, __: Network) -> dict[str, Standing]:
    """Key of a service → how it stands, of those asked for before."""
    return {}


def _standing(facts: Scene, service: Service) -> Standing:
    """The smaller the sooner one tries a service: a matter of grown-ups, for anybody, now, answered, a wide one."""
    few = _how_few(facts, service)
    is_for_children = CHILDREN.issuperset(service.target_groups) and WELLBEING.issuperset(service.topics)
    is_for_anybody = few == FOR_ANYBODY and not is_for_few_here(facts, service) and not is_for_children
    groups = service.target_groups
    width = (FOR_ALL not in groups, -len(groups), -len(service.topics))
    return is_for_children or is_for_danger(service), few, first_live(service) is None, width, is_for_anybody


def _how_few(facts: Scene, service: Service) -> int:
    """For how few of those whom its first topic concerns a service is; what is not given now is for nobody."""
    steps, usual = facts.network.country.first_steps, usual_of_topics(facts).get(service.topics[0], ANYBODY)
    if service.status != GIVEN_NOW or (is_told(service, steps) and usual.isdisjoint(service.life_situations[:1])):
        return FOR_FEW
    if usual.isdisjoint(service.target_groups):
        return FOR_FEW if service.target_groups[0] in steps.narrow_groups else FOR_PART
    return FOR_PART if is_of_few_ages(service, steps) and not takes_any_matter(service) else FOR_ANYBODY


def usual_of_topics(facts: Scene) -> Mapping[str, frozenset[str]]:
    """Topic → groups and first situations that at least half of its services name, and everybody.

    Where they are usual they make a service no narrower: all that is about families is for families.
    """
    return facts.once(_usual_of_topics, facts.network)


def _usual_of_topics(_: Scene, network: Network) -> Mapping[str, frozenset[str]]:
    named, counts = defaultdict[str, Counter[str]](Counter), Counter[str]()
    for service in network.services_in_order:
        counts[service.topics[0]] += 1
        named[service.topics[0]].update({*service.target_groups, *service.life_situations[:1]})
    return {
        topic: ANYBODY.union(term for term, count in terms.items() if 2 * count >= counts[topic])
        for topic, terms in named.items()
    }


def is_for_few_here(facts: Scene, service: Service) -> bool:
    """Whether a service is for people who would have said that they are such."""
    return is_for_few(service, facts.network.country.first_steps)
