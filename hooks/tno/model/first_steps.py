"""Which services answer a first step: somebody who says who they are and what they need, best first.

A service fits when it is for such people (or for everybody) and helps in such a situation or matter. What a service
names first tells most of it; a group of one's own tells more than "everybody", the first group more than the last, few
groups more than many; and a telephone always counts. Lines for danger are not where somebody who looks for a beginning
is sent: they have a page of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from tno.country.first_steps import FirstSteps, Need, Who
from tno.records import Service

FOR_ALL = "kaikki"
GIVEN_NOW = "voimassa"
SITUATION, FIRST_TOPIC, TOPIC = 3, 5, 2
OWN_GROUP, CHIEF_GROUP, MOSTLY_OWN, ADVISES, ANSWERS = 3, 2, 1, 2, 3
NEAR = 2
"""A service of one's own area is worth so much more than one of the whole country."""
_DANGER = frozenset({"hyvinvointi"})
_ADVICE = frozenset({"neuvonta", "ohjaus", "palveluohjaus"})


class Fitness:
    """How well services answer each pair of who and need."""

    def __init__(self, steps: FirstSteps) -> None:
        self._pairs = steps.pairs
        self._by_group: dict[str, set[int]] = {}
        self._by_situation: dict[str, set[int]] = {}
        self._by_topic: dict[str, set[int]] = {}
        self._of_groups: dict[tuple[str, ...], dict[int, int]] = {}
        self._of_matters: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[int, int]]] = {}
        for number, who, need in self._pairs:
            for terms, index in ((who.groups, self._by_group), (need.situations, self._by_situation),
                                 (need.topics, self._by_topic)):  # fmt: skip
                for term in terms:
                    index.setdefault(term, set()).add(number)

    def of(self, service: Service) -> Iterator[tuple[int, int]]:
        """(number of a pair that the service answers, how well): the higher the better."""
        if service.status != GIVEN_NOW or _DANGER.issuperset(service.topics):
            return
        own, for_all = self._groups(service.target_groups), FOR_ALL in service.target_groups
        if not (own or for_all):
            return
        worths, general = self._worths(service.topics, service.life_situations), general_worth(service)
        for number, worth in worths:
            if for_all or number in own:
                yield number, worth + general + own.get(number, 0)

    def _groups(self, groups: tuple[str, ...]) -> dict[int, int]:
        """Pair of any of the groups → how much they tell that the service is for such people."""
        if (known := self._of_groups.get(groups)) is None:
            many = Counter(chain.from_iterable(self._by_group.get(group, ()) for group in groups))
            chief = self._by_group.get(groups[0], set())
            known = self._of_groups[groups] = {
                number: OWN_GROUP + CHIEF_GROUP * (number in chief) + MOSTLY_OWN * (2 * own >= len(groups))
                for number, own in many.items()
            }
        return known

    def _worths(self, topics: tuple[str, ...], situations: tuple[str, ...]) -> list[tuple[int, int]]:
        """(pair, how much what the service helps with tells of its need)."""
        if (known := self._of_matters.get((topics, situations))) is None:
            worth: dict[int, int] = {}
            for topic in topics:
                for number in self._by_topic.get(topic, ()):
                    worth[number] = max(worth.get(number, 0), FIRST_TOPIC if topic == topics[0] else TOPIC)
            first = self._by_situation.get(situations[0], set()) if situations else set()
            for number in set().union(*(self._by_situation.get(each, ()) for each in situations)):
                worth[number] = worth.get(number, 0) + SITUATION + (number in first)
            known = self._of_matters[topics, situations] = sorted(worth.items())
        return known

    def best(self, services: Iterable[Service], most: int) -> dict[int, list[Service]]:
        """Number of a pair → the services that answer it best; equals in the order given."""
        found: dict[int, list[tuple[int, int, Service]]] = {}
        for place, service in enumerate(services):
            for number, worth in self.of(service):
                found.setdefault(number, []).append((-worth, place, service))
        return {number: [item[2] for item in sorted(items, key=_first_two)[:most]] for number, items in found.items()}


def _first_two(item: tuple[int, int, Service]) -> tuple[int, int]:
    return item[:2]


def general_worth(service: Service) -> int:
    """What speaks for a service whatever is asked: a person advises, a telephone is answered."""
    answers = any(channel.type == "puhelin" and channel.phone for channel in service.channels)
    return ADVISES * (not _ADVICE.isdisjoint(service.kind)) + ANSWERS * answers


def answers(service: Service, who: Who, need: Need) -> bool:
    """Whether a service fits a pair at all."""
    groups = {*who.groups, FOR_ALL}
    helps = not {*need.situations}.isdisjoint(service.life_situations) or not {*need.topics}.isdisjoint(service.topics)
    given = service.status == GIVEN_NOW and not _DANGER.issuperset(service.topics)
    return given and helps and not groups.isdisjoint(service.target_groups)
