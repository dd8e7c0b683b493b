"""What the ledger takes notice of in a record: a change of it is news, and raises the SEQUENCE of an event.

Of an event that is more than its own record: the addresses of its places stand in people's calendars.
"""

from __future__ import annotations

from tno.digest import digest
from tno.records import Event, Place, Record
from tno.views.scene import Scene, places_of_event


def content_hash(scene: Scene, record: Record) -> str:
    """Changes when what a record's page, or an event's component in calendars, tells of the matter does.

    Asked of every event in each build, so it is cheap.

    Args:
        scene: the Finnish one: a page has the same hash in every language.
    """
    if type(record) is not Event:
        return record.fingerprint
    known = scene.once(_whereabouts, scene.network)
    if not record.overrides:
        return record.fingerprint + known.get(record.place, "")
    return record.fingerprint + "".join([known.get(key, "") for key in places_of_event(record)])


def _whereabouts(scene: Scene, _: object) -> dict[str | None, str]:
    """Key of a place → changes when what calendars tell of it does (LOCATION, GEO)."""
    found: dict[str | None, str] = {}
    for key, place in scene.network.all_of(Place).items():
        where = [place.municipality]
        if place.address_public:
            where += [str(place.name), place.street or "", f"{place.lat};{place.lon}"]
        found[key] = digest("\0".join(where), 6)
    return found
