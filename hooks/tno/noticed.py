"""What the ledger takes notice of in a record: a change of it is news, and raises the SEQUENCE of an event.

Of an event that is more than its own record: the addresses of its places stand in people's calendars.
"""

from __future__ import annotations

from hashlib import blake2b

from tno.records import Event, Place, Record
from tno.views.scene import Scene, places_of_event
from tno.views.service import address_in_words


def content_hash(scene: Scene, record: Record) -> str:
    """Changes when what a record's page, or an event's component in calendars, tells of the matter does.

    Args:
        scene: the Finnish one: a page has the same hash in every language.
    """
    if not isinstance(record, Event) or not (record.place or record.overrides):
        return record.fingerprint
    places = (scene.network.find(Place, key) for key in places_of_event(record))
    told = "".join([scene.once(_whereabouts, place) for place in places if place])
    return blake2b(f"{record.fingerprint}{told}".encode(), digest_size=12).hexdigest() if told else record.fingerprint


def _whereabouts(scene: Scene, place: Place) -> str:
    """Where a place is, as calendars tell it (LOCATION, GEO)."""
    where = address_in_words(scene, place)
    return f"{where}\0{place.lat};{place.lon}\0" if place.address_public else f"{where}\0"
