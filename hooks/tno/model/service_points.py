"""Service points: in which places a region's services are given, by municipality, and which are given in none.

A point is a place where at least one service is given that people are shown. Places that have a file are told apart by
it; places written in channels by their municipality, address and coordinates: the same door is one point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tno.model.network import Network, Region
from tno.records import Place, Service
from tno.records.place import PlaceFields


class ServicePoint(NamedTuple):
    """A place with the services given there."""

    place: PlaceFields
    key: str
    """Of a place with a file; else empty."""
    municipality: str
    """Code."""
    services: Sequence[Service]
    """By name."""

    @property
    def at(self) -> tuple[float, float] | None:
        """(latitude, longitude), degrees WGS 84; None when the address is hidden or nobody has told the coordinates."""
        place = self.place
        if not place.address_public or place.lat is None or place.lon is None:
            return None
        return float(place.lat), float(place.lon)


class ServicePoints(NamedTuple):
    """All of a region."""

    services: Sequence[Service]
    """Every service of the region that is shown, by name."""
    by_municipality: Mapping[str, Sequence[ServicePoint]]
    """Code → points, in the alphabetical order of municipalities; only those that have some."""
    without_place: Sequence[Service]
    """Services given by telephone, on the web or somewhere nobody has told, by name."""

    @property
    def all(self) -> Sequence[ServicePoint]:
        """Every point."""
        return [point for points in self.by_municipality.values() for point in points]


def service_points(network: Network, region: Region) -> ServicePoints:
    """The points of a region's own services, wherever they lie."""
    shown = [service for service in region.all_of(Service) if network.shows(service)]
    found: dict[object, tuple[PlaceFields, str, list[Service]]] = {}
    without = []
    for service in shown:
        places = list(_places(network, service))
        for identity, place, key in places:
            of = found.setdefault(identity, (place, key, []))[2]
            if not of or of[-1] is not service:
                of.append(service)
        if not places:
            without.append(service)
    by_code: dict[str, list[ServicePoint]] = {}
    for place, key, services in found.values():
        if municipality := network.municipality_of(place.municipality):
            by_code.setdefault(municipality.code, []).append(ServicePoint(place, key, municipality.code, services))
    ordered = {code: by_code[code] for code in network.country.municipalities if code in by_code}
    return ServicePoints(shown, ordered, without)


def _places(network: Network, service: Service) -> Iterable[tuple[object, PlaceFields, str]]:
    """(what tells it apart, the place, its key or "") of each channel that is in a place."""
    for channel in service.channels:
        if isinstance(channel.place, str):
            if place := network.find(Place, channel.place):
                yield channel.place, place, channel.place
        elif channel.place:
            own = channel.place
            municipality = network.municipality_of(own.municipality)
            where = own.street, own.postal_code, own.lat, own.lon, own.address_public
            yield (municipality and municipality.code, *map(str, where)), own, ""
