"""The calendar of a region or of the whole country: a list first, by day; ways to months, years and series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from tno.frozen import frozen
from tno.model.network import Region
from tno.records import Event, Group, Place
from tno.views.deadlines import deadlines_link
from tno.views.event_days import (
    LATER_DAYS,
    Coming,
    DayOfEvents,
    EventRow,
    by_days,
    coming,
    event_row,
    events_made_of,
    events_shown,
    goes_on,
    listed_days,
    next_times,
    regions_with_events,
    soon_for_all,
)
from tno.views.event_facets import Facet, event_facets, numbers_of, told_to_script
from tno.views.event_series import series_address, series_of, series_title
from tno.views.event_year import year_address, year_names, years_of
from tno.views.link import Link
from tno.views.month import month_address, month_names, times_of_months
from tno.views.scene import Scene, of_keys, places_of_event

LATER, ONGOING = "myohemmin", "jatkuu"
"""Fragments of what comes after the listed days, and of what goes on for days."""


@frozen
class EventsPage:
    """Context of `sections/events.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    facets: tuple[Facet, ...]
    """What the list can be narrowed by."""
    told: Markup
    """What `events.js` must know: JSON."""
    months: tuple[tuple[str, tuple[DayOfEvents, ...]], ...]
    """("marraskuu 2026", its coming days that have events)."""
    ongoing: tuple[EventRow, ...]
    """What has begun and lasts for days, in the order it ends: after the days."""
    later: tuple[EventRow, ...]
    """What comes only after the listed days, each event once."""
    jumps: tuple[Link, ...]
    """To months, each with how many times something happens; to what comes later or goes on, with how many events.
    None when there is only one."""
    ways: tuple[Link, ...]
    """Beside them: the list as a table, and what has been."""
    empty: str
    """What is said when nothing is coming, and what to do then."""
    regions: tuple[Link, ...]
    """Calendars of regions, on the national page."""
    elsewhere: Link | None
    """The national calendar, on a region's page."""
    tables: tuple[Link, ...]
    """The coming months as tables."""
    past: tuple[Link, ...]
    """Years that have been."""
    series: tuple[Link, ...]
    """Series of events."""
    deadlines: Link | None
    """When plans, reports and agreements are due, for members."""


def events_page(scene: Scene, region: Region | None) -> EventsPage:
    """`/tapahtumat/` of a region, or of the whole country for two weeks ahead."""
    w = scene.w
    regions = regions_with_events(scene) if region is None else ()
    shown = events_shown(scene, region) if region else ()
    found = coming(scene.facts, shown, listed_days(scene.day)) if region else soon_for_all(scene)
    after = _later(scene.facts, shown, found)
    events = list({event.key: event for event, _ in (*found, *after)}.values())
    facets, numbers = event_facets(scene, region, events), numbers_of(events)
    months = _by_month(scene, by_days(scene, (pair for pair in found if not goes_on(scene, pair[1])), numbers))
    lasting = sorted((pair for pair in found if goes_on(scene, pair[1])), key=lambda pair: pair[1].end)
    jumps = [_jump_to_month(scene, name, days) for name, days in months]
    jumps += [
        Link(word, f"#{fragment}", w.counted("events_found", len(rows)))
        for word, fragment, rows in ((w.events_later, LATER, after), (w.events_ongoing, ONGOING, lasting))
        if rows
    ]
    return EventsPage(
        title=w.events_of.format(region=region.name) if region else w.all_events,
        lead=w.events_lead,
        facets=facets,
        told=told_to_script(scene, region, events, facets),
        months=months,
        later=tuple(event_row(scene, *pair, numbers, dated=True) for pair in after),
        ongoing=tuple(event_row(scene, *pair, numbers, dated=True) for pair in lasting),
        jumps=tuple(jumps) if len(jumps) > 1 else (),
        ways=_ways(scene, region) if region else (),
        empty=w.events_none,
        regions=tuple(Link(other.name, f"{other.id}/tapahtumat/") for other in regions),
        elsewhere=Link(w.events_elsewhere, "tapahtumat/") if region else None,
        tables=_tables(scene, region) if region else (),
        past=_years(scene, region) if region else (),
        series=_series(scene, region) if region else (),
        deadlines=deadlines_link(scene, region) if region else None,
    )


def _later(facts: Scene, shown: Iterable[Event], listed: Iterable[Coming]) -> list[Coming]:
    """The first coming time of each event that is not listed by day."""
    known = {event.key for event, _ in listed}
    return next_times(facts, (event for event in shown if event.key not in known), LATER_DAYS)


def _by_month(scene: Scene, days: Iterable[DayOfEvents]) -> tuple[tuple[str, tuple[DayOfEvents, ...]], ...]:
    months: dict[str, list[DayOfEvents]] = {}
    for day in days:
        months.setdefault(scene.writing.month(date.fromisoformat(day.date)), []).append(day)
    return tuple((name, tuple(found)) for name, found in months.items())


def _jump_to_month(scene: Scene, name: str, days: Sequence[DayOfEvents]) -> Link:
    times = sum(len(day.rows) for day in days)
    return Link(name.capitalize(), f"#{days[0].date[:7]}", scene.w.counted("count_times", times))


def _ways(scene: Scene, region: Region) -> tuple[Link, ...]:
    months, years = month_names(scene, region)[:1], year_names(scene, region)[:1]
    tables = [Link(scene.w.as_table, month_address(region.id, month)) for month in months]
    return (*tables, *(Link(scene.w.archive, year_address(region.id, year)) for year in years))


def _tables(scene: Scene, region: Region) -> tuple[Link, ...]:
    name, counted = scene.writing.month, scene.w.counted
    return tuple(
        Link(
            name(date.fromisoformat(f"{month}-01")).capitalize(),
            month_address(region.id, month),
            counted("count_times", times),
        )
        for month, times in times_of_months(scene, region).items()
    )


def _years(scene: Scene, region: Region) -> tuple[Link, ...]:
    years, counted = years_of(scene, region), scene.w.counted
    return tuple(
        Link(str(year), year_address(region.id, year), counted("events_found", len(held)))
        for year, held in years.items()
    )


def _series(scene: Scene, region: Region) -> tuple[Link, ...]:
    series = series_of(scene, region)
    return tuple(Link(series_title(scene, region, slug), series_address(region.id, slug)) for slug in series)


def events_page_made_of(scene: Scene, region: Region) -> list[str]:
    """Fingerprints of everything a region's `events_page` reads."""
    events, of = scene.facts.network.regions[region.id].all_of(Event), scene.fingerprints
    places = dict.fromkeys(key for event in events for key in places_of_event(event))
    return [
        region.profile.fingerprint,
        *events_made_of(scene, region),
        *of_keys(of(Place), places),
        *of_keys(of(Group), dict.fromkeys(event.group for event in events)),
        str(deadlines_link(scene, region)),
    ]
