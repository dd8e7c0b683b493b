"""A series of events (peer forums, training days, yearly seminars): what is coming, and what came of those before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from tno.addresses import address_of
from tno.frozen import frozen
from tno.model.network import Region
from tno.records import Event, Place
from tno.views.event_days import AHEAD_DAYS, DayOfEvents, by_days, coming
from tno.views.event_facets import told_of_days
from tno.views.link import Link
from tno.views.scene import Scene, of_keys, places_of_event


@frozen
class SeriesPage:
    """Context of `sections/event-series.html`."""

    title: str
    """"Sarja: Vertaisfoorumit"."""
    lead: str
    """One sentence under it."""
    days: tuple[DayOfEvents, ...]
    """Coming times by day."""
    told: Markup
    """What `events.js` must know: JSON."""
    held: tuple[tuple[Link, Markup], ...]
    """(event with the day it began, what came of it): those of which nothing is to come, the latest first."""
    every: Link
    """The region's calendar."""


def series_of(scene: Scene, region: Region) -> Mapping[str, Sequence[Event]]:
    """Slug of a series → its events."""
    return scene.facts.once(_series, region)


def _series(scene: Scene, region: Region) -> Mapping[str, Sequence[Event]]:
    found: dict[str, list[Event]] = {}
    for event in scene.facts.network.regions[region.id].all_of(Event):
        if slug := event.series_slug:
            found.setdefault(slug, []).append(event)
    return found


def series_address(region: str, slug: str) -> str:
    """Where a series is."""
    return f"{region}/tapahtumat/sarjat/{slug}/"


def series_title(scene: Scene, region: Region, slug: str) -> str:
    """The name of a series in the page's language."""
    first = series_of(scene, region)[slug][0]
    event = scene.network.find(Event, first.key) or first
    return str(event.series)


def series_page(scene: Scene, region: Region, slug: str) -> SeriesPage:
    """What `sections/event-series.html` shows."""
    every = series_of(scene, region)[slug]
    found = coming(scene.facts, every, AHEAD_DAYS)
    ahead = {event.key for event, _ in found}
    over = sorted((event for event in every if event.key not in ahead), key=lambda event: event.first_day, reverse=True)
    page, held = series_address(region.id, slug), [scene.network.find(Event, event.key) or event for event in over]
    return SeriesPage(
        title=scene.w.series_title.format(name=series_title(scene, region, slug)),
        lead=scene.w.series_lead,
        days=by_days(scene, found),
        told=told_of_days(scene),
        held=tuple((_dated(scene, event), _outcome(scene, event, page)) for event in held),
        every=Link(scene.w.coming_events, f"{region.id}/tapahtumat/"),
    )


def _dated(scene: Scene, event: Event) -> Link:
    return Link(str(event.name), address_of(event), scene.writing.day(event.first_day))


def _outcome(scene: Scene, event: Event, page: str) -> Markup:
    return scene.prose(event, event.outcome, page) if event.outcome else Markup("")


def series_made_of(scene: Scene, region: Region, slug: str) -> list[str]:
    """Fingerprints of everything `series_page` reads; of the places that its list names, too."""
    events, places = series_of(scene, region)[slug], scene.fingerprints(Place)
    keys = (key for event in events for key in places_of_event(event))
    return [*(event.fingerprint for event in events), *of_keys(places, keys)]
