"""How services reach the people of a municipality, and which of them do: worked out once for all languages.

Many services have the same areas and few areas there are, so what serves a municipality is put together of few lists.
A list that many municipalities have is one and the same object, and its rows are put together once (`tno.rows`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from tno.country.municipality import Municipality
from tno.model.network import Network, by_name
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


def is_nationwide(network: Network, service: Service) -> bool:
    """Whether a service covers nearly the whole country."""
    return len(network.covered_by(service)) >= NATIONWIDE


class Reaches:
    """How each service reaches people. Asked of the Finnish scene.

    A service given in the municipality is local wherever else it serves; one that covers nearly the whole country
    is national; of the others, one with a place or a visit is regional and one without is remote.
    """

    def __init__(self, facts: Scene) -> None:
        self._facts, self._network = facts, facts.network
        self._kinds: dict[str, tuple[frozenset[str], str]] = {}
        self._joined: dict[tuple[int, ...], ByTopic] = {}
        self._lists: dict[str, dict[str, list[ByTopic]]] = {}
        self._reached: dict[frozenset[str], Mapping[str, ByTopic]] = {}
        self._placed: dict[frozenset[str], Sequence[Service]] = {}

    def kind(self, service: Service) -> tuple[frozenset[str], str]:
        """(codes of the municipalities in which a service is given, how it reaches people of all others)."""
        if (known := self._kinds.get(service.key)) is None:
            known = self._kinds[service.key] = self._kind(service)
        return known

    def _kind(self, service: Service) -> tuple[frozenset[str], str]:
        network = self._network
        places = (network.municipality_of(place.municipality) for place in network.places_of(service))
        codes = frozenset(place.code for place in places if place)
        if is_nationwide(network, service):
            return codes, "national"
        return codes, "regional" if codes or _comes_there(service) else "remote"

    def of(self, municipality: Municipality) -> Mapping[str, ByTopic]:
        """One of `REACHES` or `COLLEAGUES` → services that reach people of the municipality so."""
        lists, local = self._lists_of(municipality.code), self._given_in(municipality.code)
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
    def _areas_of(self) -> Mapping[str, Sequence[frozenset[str]]]:
        """Code of a municipality → the areas of services that it is in, as codes. (Builds may ask few.)"""
        found: dict[str, list[frozenset[str]]] = {code: [] for code in self._network.country.municipalities}
        for codes in self._network.services_by_coverage:
            for code in codes:
                found[code].append(codes)
        return found

    def _lists_of(self, code: str) -> Mapping[str, Sequence[ByTopic]]:
        """How services reach a municipality → lists of them, each of the same areas."""
        if (known := self._lists.get(code)) is None:
            known = self._lists[code] = {}
            for areas in self._areas_of[code]:
                for reach, listed in self._by_reach(areas).items():
                    known.setdefault(reach, []).append(listed)
        return known

    def _by_reach(self, areas: frozenset[str]) -> Mapping[str, ByTopic]:
        if (known := self._reached.get(areas)) is None:
            found: dict[str, list[Service]] = {}
            for service in self._network.services_by_coverage[areas]:
                reach = COLLEAGUES if is_for_colleagues(service) else self.kind(service)[1]
                found.setdefault(reach, []).append(service)
            known = self._reached[areas] = {reach: by_topic(self._facts, listed) for reach, listed in found.items()}
        return known

    def _given_in(self, code: str) -> Sequence[Service]:
        """Services for the people of a municipality that are given there, by name."""
        return by_name(
            each for areas in self._areas_of[code] for each in self._with_place(areas) if code in self.kind(each)[0]
        )

    def _with_place(self, areas: frozenset[str]) -> Sequence[Service]:
        """Services with a place anywhere, of those that serve just these areas, but for colleagues' own."""
        if (known := self._placed.get(areas)) is None:
            services = self._network.services_by_coverage[areas]
            known = self._placed[areas] = [
                each for each in services if self.kind(each)[0] and not is_for_colleagues(each)
            ]
        return known


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
