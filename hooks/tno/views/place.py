"""A place in words: its address, how one gets there and in, a map."""

from __future__ import annotations

from urllib.parse import quote

from tno.model.localised import joined
from tno.records import Place
from tno.records.place import PlaceFields
from tno.views.scene import Scene

MAP = "https://www.openstreetmap.org/"
"""Where a map is; nothing is asked of it before one presses the link."""


def address_in_words(scene: Scene, place: PlaceFields) -> str:
    """Street and municipality; a hidden address is told by its municipality alone."""
    municipality = scene.network.municipality_of(place.municipality)
    town = municipality.name_in(scene.language) if municipality else place.municipality
    if not place.address_public:
        return scene.w.address_hidden.format(municipality=town)
    name = str(place.name) if isinstance(place, Place) else ""
    return joined(", ", [part for part in (name, place.street, town) if part])


def map_of(scene: Scene, place: PlaceFields) -> str | None:
    """A map on another site that shows a place and the way to it; None when nobody may know, or knows, where it is."""
    if not place.address_public:
        return None
    if place.lat is not None and place.lon is not None:
        spot = f"{place.lat:.5f}", f"{place.lon:.5f}"
        return f"{MAP}?mlat={spot[0]}&mlon={spot[1]}#map=17/{spot[0]}/{spot[1]}"
    if place.street is None:
        return None
    municipality = scene.network.municipality_of(place.municipality)
    town = place.post_office or (municipality.name if municipality else place.municipality)
    return f"{MAP}search?query={quote(f'{place.street}, {town}')}"


def place_lines(scene: Scene, place: PlaceFields) -> list[str]:
    """How one gets in and there, and for whom it is accessible; nothing of a hidden address."""
    if not place.address_public:
        return []
    lines = [str(text) for text in (place.entrance, place.transit_note) if text]
    if place.accessibility:
        lines.append(scene.writing.in_a_sentence(scene.labels("place_accessibility", place.accessibility)))
    return lines
