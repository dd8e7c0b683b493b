"""The calendar of a region or of the whole country: a list first, by day; ways to months, years and series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tno.model.network import Region
from tno.records import Event
from tno.views.event import LISTED_DAYS, NEAR_DAYS, DayOfEvents, days_ahead
from tno.views.event_series import series_address, series_of, series_title
from tno.views.event_year import year_address, years_of
from tno.views.link import Link
from tno.views.month import month_address, months_of
from tno.views.scene import Scene


@dataclass(frozen=True, slots=True)
class EventsPage:
    """Context of `sections/events.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    months: tuple[tuple[str, tuple[DayOfEvents, ...]], ...]
    """("marraskuu 2026", its coming days that have events)."""
    jumps: tuple[Link, ...]
    """To the months, when there are several, with the number of events in each."""
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


def events_page(scene: Scene, region: Region | None) -> EventsPage:
    """`/tapahtumat/` of a region, or of the whole country for one month ahead."""
    w = scene.w
    regions = [other for other in scene.network.regions.values() if other.all_of(Event)] if region is None else []
    months = _by_month(scene, days_ahead(scene, region, LISTED_DAYS if region else NEAR_DAYS))
    return EventsPage(
        title=w.events_of.format(region=region.name) if region else w.all_events,
        lead=w.events_lead,
        months=months,
        jumps=tuple(_jump_to_month(name, days) for name, days in months) if len(months) > 1 else (),
        empty=w.events_none,
        regions=tuple(Link(other.name, f"{other.id}/tapahtumat/", str(len(other.all_of(Event)))) for other in regions),
        elsewhere=Link(w.events_elsewhere, "tapahtumat/") if region else None,
        tables=tuple(_month(scene, region, month) for month in months_of(scene, region)) if region else (),
        past=tuple(Link(str(year), year_address(region.id, year)) for year in years_of(scene, region))
        if region
        else (),
        series=tuple(_series(scene, region, slug) for slug in series_of(scene, region)) if region else (),
    )


def _by_month(scene: Scene, days: Iterable[DayOfEvents]) -> tuple[tuple[str, tuple[DayOfEvents, ...]], ...]:
    months: dict[str, list[DayOfEvents]] = {}
    for day in days:
        months.setdefault(scene.writing.month(date.fromisoformat(day.date)), []).append(day)
    return tuple((name, tuple(found)) for name, found in months.items())


def _jump_to_month(name: str, days: Sequence[DayOfEvents]) -> Link:
    return Link(name.capitalize(), f"#{days[0].date[:7]}", str(sum(len(day.rows) for day in days)))


def _year(region: Region, year: int) -> Link:
    return Link(str(year), year_address(region.id, year))


def _month(scene: Scene, region: Region, month: str) -> Link:
    name = scene.writing.month(date.fromisoformat(f"{month}-01"))
    return Link(name.capitalize(), month_address(region.id, month))


def _series(scene: Scene, region: Region, slug: str) -> Link:
    return Link(series_title(scene, region, slug), series_address(region.id, slug))
