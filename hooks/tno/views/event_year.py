"""What has been: a year of a region's calendar, each event once, with what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from tno.addresses import address_of
from tno.frozen import frozen
from tno.model.localised import told
from tno.model.network import Region
from tno.model.occurrence import Occurrence
from tno.records import Event
from tno.records.moment import day_of
from tno.records.rule import has_dates_between
from tno.views.event_days import events_made_of, held
from tno.views.link import Link
from tno.views.scene import Scene

Held = tuple[Event, tuple[Occurrence, ...]]


class PastEvent(NamedTuple):
    """An event that was held in the year."""

    link: Link
    """The event; its note says when."""
    kind: str
    outcome: Markup
    """What came of it, HTML; empty when nobody has told."""
    off: bool
    """Whether it was cancelled."""


@frozen
class EventYearPage:
    """Context of `sections/event-year.html`."""

    title: str
    """"Lappi: tapahtumat vuonna 2026"."""
    lead: str
    """One sentence under it."""
    months: tuple[tuple[str, tuple[PastEvent, ...]], ...]
    """(month of the last time, its events), the latest first."""
    count: int
    """How many events."""
    years: tuple[Link, ...]
    """Other years that have an archive."""
    coming: Link
    """The list of what is to come."""


def year_names(scene: Scene, region: Region) -> Sequence[int]:
    """Years in which something was held before the scene's day, the latest first. Cheap: each build asks it."""
    return scene.facts.once(_year_names, scene.facts.network.regions[region.id])


def _year_names(scene: Scene, region: Region) -> Sequence[int]:
    found: set[int] = set()
    for event in region.all_of(Event):
        first = event.first_day
        is_plain = not (event.extra or event.overrides)
        if first < scene.day and not (is_plain and found.issuperset(range(first.year, scene.day.year + 1))):
            found |= _years_held(event, scene.day)
    return sorted(found, reverse=True)


def _years_held(event: Event, day: date) -> set[int]:
    rule, length = event.rule, timedelta(days=max(0, event.length.days - event.all_day))
    changed = [day_of(change.start) for change in event.overrides if isinstance(change.start, date)]
    begins = [event.first_day, *map(day_of, event.extra), *changed]
    found = {(each + length).year for each in begins if each + length < day}
    if rule:
        found |= {
            year
            for year in range(event.first_day.year + 1, day.year + 1)
            if has_dates_between(rule, date(year, 1, 1), min(date(year, 12, 31), day - timedelta(days=1)) - length)
        }
    return found


def years_of(scene: Scene, region: Region) -> Mapping[int, Sequence[Held]]:
    """Year → what was held in it before the scene's day."""
    return scene.facts.once(_years, scene.facts.network.regions[region.id])


def _years(scene: Scene, region: Region) -> Mapping[int, Sequence[Held]]:
    found: dict[int, list[Held]] = {year: [] for year in year_names(scene, region)}
    for event in region.all_of(Event):
        if event.first_day >= scene.day:
            continue
        by_year: dict[int, list[Occurrence]] = {}
        for occurrence in held(scene, event):
            if (last := occurrence.last_day) < scene.day:
                by_year.setdefault(last.year, []).append(occurrence)
        for year, times in by_year.items():
            if year in found:
                found[year].append((event, tuple(times)))
    return found


def year_address(region: str, year: int) -> str:
    """Where a year's archive is."""
    return f"{region}/tapahtumat/arkisto/{year}/"


def event_year_page(scene: Scene, region: Region, year: int) -> EventYearPage:
    """What `sections/event-year.html` shows."""
    years, months = years_of(scene, region), dict[date, list[PastEvent]]()
    for event, times in sorted(years[year], key=lambda each: (each[1][-1].last_day, each[0].key), reverse=True):
        months.setdefault(times[-1].last_day.replace(day=1), []).append(
            _past(scene, event, times, year_address(region.id, year))
        )
    return EventYearPage(
        title=scene.w.archive_title.format(region=region.name, year=year),
        lead=scene.w.archive_lead,
        months=tuple((scene.writing.month(month), tuple(found)) for month, found in months.items()),
        count=len(years[year]),
        years=tuple(Link(str(other), year_address(region.id, other)) for other in years if other != year),
        coming=Link(scene.w.coming_events, f"{region.id}/tapahtumat/"),
    )


def _past(scene: Scene, fact: Event, times: Sequence[Occurrence], page: str) -> PastEvent:
    off = all(occurrence.cancelled for occurrence in times)
    return PastEvent(
        link=Link(told(fact, "name", scene.language), address_of(fact), _when(scene, times)),
        kind=scene.label("event_type", fact.kind),
        outcome=_outcome(scene, fact, page) if fact.outcome else Markup(""),
        off=off,
    )


def _outcome(scene: Scene, fact: Event, page: str) -> Markup:
    event = scene.network.find(Event, fact.key) or fact
    return scene.prose(event, event.outcome, page)


def _when(scene: Scene, times: Sequence[Occurrence]) -> str:
    """ "12 kertaa, 13.1.–15.12.2026", or the day when it was held once."""
    first, last = times[0].first_day, times[-1].last_day
    days = scene.writing.day(first) if first == last else scene.writing.days(first, last)
    return days if len(times) == 1 else f"{scene.w.counted('count_times', len(times))}, {days}"


def event_year_made_of(scene: Scene, region: Region) -> list[str]:
    """Fingerprints of everything `event_year_page` reads."""
    return [region.name, *events_made_of(scene, region)]
