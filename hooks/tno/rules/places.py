"""Coordinates that lie far from the municipality they are said to be in."""

from __future__ import annotations

from collections.abc import Iterator

from tno.country import great_circle_km
from tno.records import Place, Record, Service
from tno.records.place import PlaceFields
from tno.rules.fields import Path
from tno.rules.review import Findings, Review, finding

FAR_KM = 60
"""From a municipality's centre. In the largest, Inari, a village may lie 100 km away: hence a warning only."""


def far_places(review: Review) -> Findings:
    """Places more than 60 km from the centre of their municipality."""
    for record, path, place in _places(review):
        if place.lat is None or place.lon is None:
            continue
        if (municipality := review.municipality(place.municipality)) is None:
            continue
        km = great_circle_km(place.lat, place.lon, municipality.latitude_deg, municipality.longitude_deg)
        if km > FAR_KM:
            data = {"value": f"{place.lat}, {place.lon}", "municipality": municipality.name, "km": str(round(km))}
            yield finding(record, "place-far", *path, "lat", **data)


def _places(review: Review) -> Iterator[tuple[Record, Path, PlaceFields]]:
    for place in review.network.all_of(Place).values():
        yield place, (), place
    for service in review.network.all_of(Service).values():
        for index, channel in enumerate(service.channels):
            if isinstance(channel.place, PlaceFields):
                yield service, ("channels", index, "place"), channel.place
