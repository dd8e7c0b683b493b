"""What is around a municipality besides the list of its services: kilometres, an Ohjaamo, languages.

What is the same for many municipalities is worked out once; what they share is named by one fingerprint.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from tno.country.municipality import Municipality
from tno.digest import digest
from tno.finnish import NO_BREAK_SPACE
from tno.model.nearness import Nearness, Point, nearest_km
from tno.model.network import Network
from tno.records import Organisation, Service
from tno.records.channel import Channel
from tno.views.channel import AT_A_PLACE, place_of
from tno.views.reaches import is_for_colleagues
from tno.views.scene import Scene

OHJAAMO = "ohjaamo"
SERVICE_POINT = "palvelupiste"
"""The role of an Ohjaamo that people can walk into."""
MOST_LANGUAGES = 6
LEAST_KM = 1


class Candidate(NamedTuple):
    """An Ohjaamo: a service with a place, or an organisation in a town."""

    record: Service | Organisation
    points: tuple[Point, ...]
    serves: frozenset[str]
    """Codes of municipalities it is known to serve; none are known of an organisation."""
    matters: int
    """How many topics it advises in; of an organisation none are known."""


class NearestOhjaamo(NamedTuple):
    """The Ohjaamo to go to from a municipality."""

    kind: type[Service] | type[Organisation]
    key: str
    km: int
    """From the municipality's centre, as the crow flies."""
    serves: bool
    """Whether it is known to serve the municipality."""
    is_checked: bool
    """Whether somebody has checked that it is still there."""


class Around:
    """What municipality pages of all languages have in common. Asked of the Finnish scene."""

    def __init__(self, facts: Scene) -> None:
        self._facts, self._network = facts, facts.network
        self.near = Nearness(facts.network)
        self._ohjaamo: dict[str, NearestOhjaamo | None] = {}

    # --- kilometres -------------------------------------------------------------------------------------------------

    def kilometres(self, municipality: Municipality, services: Iterable[Service]) -> Mapping[str, float]:
        """Key of a service → kilometres to its nearest place; without those that have none."""
        centre, points_of = self.near.centre_of(municipality), self.near.points_of
        found = ((service.key, nearest_km(centre, points_of(service))) for service in services)
        return {key: km for key, km in found if km is not None}

    def channel_at_nearest_place(self, municipality: Municipality, service: Service) -> Channel | None:
        """The channel of a service that is given nearest; of several in one place the one with hours."""
        centre = self.near.centre_of(municipality)
        placed = [
            (km, channel.hours is None, number)
            for number, channel in enumerate(service.channels)
            if channel.type in AT_A_PLACE and (place := place_of(self._facts, channel))
            if (point := self.near.point_of(place)) and (km := nearest_km(centre, (point,))) is not None
        ]
        return service.channels[min(placed)[2]] if placed else None

    # --- Ohjaamo ------------------------------------------------------------------------------------------------------

    def ohjaamo(self, municipality: Municipality) -> NearestOhjaamo | None:
        """The nearest Ohjaamo that serves the municipality, else the nearest of all; of those as near the widest."""
        code = municipality.code
        if code not in self._ohjaamo:
            mine = [each for each in self._ohjaamot if code in each.serves]
            self._ohjaamo[code] = self._nearest(municipality, mine or self._ohjaamot)
        return self._ohjaamo[code]

    def _nearest(self, municipality: Municipality, candidates: list[Candidate]) -> NearestOhjaamo | None:
        centre = self.near.centre_of(municipality)
        found = [(round(nearest_km(centre, each.points) or 0.0), each) for each in candidates]
        if not found:
            return None
        km, nearest = min(found, key=lambda item: (item[0], -item[1].matters, item[1].record.key))
        record = nearest.record
        serves = municipality.code in nearest.serves
        return NearestOhjaamo(type(record), record.key, km, serves, record.verified is not None)

    @cached_property
    def _ohjaamot(self) -> list[Candidate]:
        network, near = self._network, self.near
        found = [
            Candidate(service, points, network.covered_by(service), len(service.topics))
            for service in network.services_offered
            if SERVICE_POINT in service.ohjaamo_roles and (points := near.points_of(service))
        ]
        for organisation in network.all_of(Organisation).values():
            town = network.municipality_of(organisation.municipality)
            if town and organisation.sector == OHJAAMO and organisation.is_valid_on(self._facts.day):
                found.append(Candidate(organisation, (near.centre_of(town),), frozenset(), 0))
        return found

    @cached_property
    def ohjaamot_fingerprint(self) -> str:
        """Changes when any Ohjaamo's name, place, area or check does; not with its telephone or hours."""
        told = [
            (each.record.key, each.record.name, getattr(each.record.name, "translations", None), each.points,
             each.matters, [(language, text.name) for language, text in each.record.translations.items()],
             getattr(each.record, "areas", ()), each.record.verified is None, self._facts.is_example(each.record))
            for each in self._ohjaamot
        ]  # fmt: skip
        return digest(f"{told}{self._facts.profiles_fingerprint}")

    # --- languages ----------------------------------------------------------------------------------------------------

    def languages_of(self, municipality: Municipality) -> list[tuple[str, int]]:
        """(language, number of services for citizens that serve the municipality in it), the most spoken first."""
        order = list(self._network.vocabularies["service_language"].terms)
        found = self._languages.get(municipality.code, Counter[str]())
        ordered = sorted(found.items(), key=lambda item: (-item[1], order.index(item[0])))
        return ordered[:MOST_LANGUAGES]

    @cached_property
    def _languages(self) -> Mapping[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for codes, services in self._network.services_by_coverage.items():
            spoken = Counter(
                [each for service in services if not is_for_colleagues(service) for each in service.languages]
            )
            for code in codes:
                if (known := found.get(code)) is None:
                    known = found[code] = Counter()
                for language, count in spoken.items():
                    known[language] += count
        return found


def in_kilometres(km: float | None) -> str:
    """ "43 km"; "" when nobody knows or it is close by."""
    return "" if km is None or km < LEAST_KM else f"{km:.0f}{NO_BREAK_SPACE}km"


def around(scene: Scene) -> Around:
    """The one of all languages."""
    return scene.facts.once(_around, scene.facts.network)


def _around(facts: Scene, network: Network) -> Around:
    return Around(facts)
