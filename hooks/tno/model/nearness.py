"""How far places are: kilometres as the crow flies from a municipality's centre to where services are given.

Every distance is asked of every municipality, so points are unit vectors: an angle between two costs a product.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import acos, cos, radians, sin
from typing import NamedTuple

from tno.country.country import EARTH_RADIUS_KM
from tno.country.municipality import Municipality
from tno.model.network import Network
from tno.records import Service
from tno.records.place import PlaceFields


class Point(NamedTuple):
    """A point on the ground as a unit vector from the middle of the Earth."""

    x: float
    y: float
    z: float


def point_at(latitude_deg: float, longitude_deg: float) -> Point:
    """The point at degrees WGS 84."""
    latitude, longitude = radians(latitude_deg), radians(longitude_deg)
    return Point(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))


def nearest_km(centre: Point, points: Iterable[Point]) -> float | None:
    """Kilometres along the ground from `centre` to the nearest of `points`; None when there is none."""
    x, y, z = centre
    nearest = -2.0
    for to_x, to_y, to_z in points:
        if (near := x * to_x + y * to_y + z * to_z) > nearest:
            nearest = near
    return None if nearest == -2.0 else EARTH_RADIUS_KM * acos(max(-1.0, min(1.0, nearest)))


class Nearness:
    """Where services are given, worked out once for all municipalities."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._points: dict[str, tuple[Point, ...]] = {}
        self._of_place: dict[int, tuple[PlaceFields, Point | None]] = {}
        self._centres = {
            code: point_at(each.latitude_deg, each.longitude_deg)
            for code, each in network.country.municipalities.items()
        }

    def centre_of(self, municipality: Municipality) -> Point:
        """Its centre."""
        return self._centres[municipality.code]

    def points_of(self, service: Service) -> tuple[Point, ...]:
        """Where a service is given. A place whose address is hidden is nowhere at all."""
        if (known := self._points.get(service.key)) is None:
            found = (self.point_of(place) for place in self._network.places_of(service))
            known = self._points[service.key] = tuple(point for point in found if point)
        return known

    def point_of(self, place: PlaceFields) -> Point | None:
        """A place by its coordinates, else by the centre of its municipality; None when its address is hidden."""
        if (known := self._of_place.get(id(place))) is None:
            known = self._of_place[id(place)] = place, self._found(place)  # the place too: its id stays its own
        return known[1]

    def _found(self, place: PlaceFields) -> Point | None:
        if not place.address_public:
            return None
        if place.lat is not None and place.lon is not None:
            return point_at(float(place.lat), float(place.lon))
        municipality = self._network.municipality_of(place.municipality)
        return self._centres[municipality.code] if municipality else None
