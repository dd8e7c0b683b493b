"""How services reach the people of a municipality, and which of them do: worked out once for all languages.

Many services have the same areas and few areas there are, so what serves a municipality is put together of few lists.
A list that many municipalities have is one and the same object, and its rows are put together once (`tno.rows`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from tno.country.municipality import Municipality
from tno.records import Service
from tno.views.by_topic import ByTopic, by_topic, together, without
from tno.views.contact import FOR_COLLEAGUES
from tno.views.scene import Scene

REACHES = ("local", "regional", "remote", "national")
"""How a service reaches a municipality, in the order people need them: here, elsewhere in the area, from afar, all."""
COLLEAGUES = "colleagues"
"""Services for professionals only, however they reach them; also the anchor of their list."""
NATIONWIDE = 200
"""A service that covers at least this many municipalities is counted as national."""


class Reaches:
    """How each service reaches people. Asked of the Finnish scene.

    A service given in the municipality is local wherever else it serves; one that covers nearly the whole country
    is national; of the others, one with a place or a visit is regional and one without is remote.
    """

    def __init__(self, facts: Scene) -> None:
        self._facts, self._network = facts, facts.network
        self._kinds: dict[str, tuple[frozenset[str], str]] = {}
        self._joined: dict[tuple[int, ...], ByTopic] = {}

    def kind(self, service: Service) -> tuple[frozenset[str], str]:
        """(codes of the municipalities in which a service is given, how it reaches people of all others)."""
        if (known := self._kinds.get(service.key)) is None:
            known = self._kinds[service.key] = self._kind(service)
        return known

    def _kind(self, service: Service) -> tuple[frozenset[str], str]:
        network = self._network
        places = (network.municipality_of(place.municipality) for place in network.places_of(service))
        codes = frozenset(place.code for place in places if place)
        if len(network.covered_by(service)) >= NATIONWIDE:
            return codes, "national"
        return codes, "regional" if codes or _comes_there(service) else "remote"

    def of(self, municipality: Municipality) -> Mapping[str, ByTopic]:
        """One of `REACHES` or `COLLEAGUES` → services that reach people of the municipality so."""
        lists, local = self._lists[municipality.code], self._given_in.get(municipality.code, ())
        found = {reach: self._together(lists[reach]) for reach in (*REACHES, COLLEAGUES) if reach in lists}
        for service in local:
            reach = self.kind(service)[1]
            found[reach] = without(found[reach], service)
        return {"local": by_topic(self._facts, local), **found}

    def _together(self, lists: Sequence[ByTopic]) -> ByTopic:
        name = tuple(map(id, lists))
        if (known := self._joined.get(name)) is None:
            known = self._joined[name] = together(self._facts, lists)
        return known

    @cached_property
    def _lists(self) -> Mapping[str, Mapping[str, Sequence[ByTopic]]]:
        """Code of a municipality → how services reach it → lists of them, each of the same areas."""
        found: dict[str, dict[str, list[ByTopic]]] = {code: {} for code in self._network.country.municipalities}
        for codes, services in self._network.services_by_coverage.items():
            for reach, listed in self._by_reach(services).items():
                for code in codes:
                    found[code].setdefault(reach, []).append(listed)
        return found

    def _by_reach(self, services: Iterable[Service]) -> Mapping[str, ByTopic]:
        found: dict[str, list[Service]] = {}
        for service in services:
            reach = COLLEAGUES if is_for_colleagues(service) else self.kind(service)[1]
            found.setdefault(reach, []).append(service)
        return {reach: by_topic(self._facts, listed) for reach, listed in found.items()}

    @cached_property
    def _given_in(self) -> Mapping[str, Sequence[Service]]:
        """Code of a municipality → services for its people that are given there, by name."""
        found: dict[str, list[Service]] = {}
        for service in self._network.services_offered:
            codes, _ = self.kind(service)
            if codes and not is_for_colleagues(service):
                for code in codes & self._network.covered_by(service):
                    found.setdefault(code, []).append(service)
        return found


def is_for_colleagues(service: Service) -> bool:
    """Whether a service is for professionals only."""
    return FOR_COLLEAGUES.issuperset(service.target_groups)


def _comes_there(service: Service) -> bool:
    return any(channel.type in {"liikkuva-palvelu", "ryhma"} for channel in service.channels)


def reaches(scene: Scene) -> Reaches:
    """The one of all languages."""
    return scene.facts.once(_reaches, scene.facts.network)


def _reaches(facts: Scene, _: object) -> Reaches:
    return Reaches(facts)
