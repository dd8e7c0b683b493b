"""A month of a region's calendar as a table: weeks as rows, what happens in the cells. The list is the main view."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from tno.frozen import frozen
from tno.model.network import Region
from tno.model.occurrence import Occurrence
from tno.records import Event
from tno.records.event import OFF
from tno.records.moment import day_of
from tno.records.repeat import DAYS_OF
from tno.views.event_days import (
    BADGES,
    MONTHS_AHEAD,
    Coming,
    coming,
    events_made_of,
    goes_on,
    listed_days,
    name_and_address,
)
from tno.views.event_facets import told_of_days
from tno.views.event_times import RuledTimes, clock_in_words, lasts_days, ruled_times, tell_ruled
from tno.views.link import Link
from tno.views.scene import Scene

_WEEKS = Calendar()
_FAR = date(9000, 1, 1)


class DayEvent(NamedTuple):
    """Something in a day's cell."""

    time: str
    """"9.30–15", that it lasts the whole day, or what of several days is on this one: "alkaa 9", "päättyy"."""
    name: str
    address: str
    state: str
    """That it is cancelled, postponed, moved or not sure yet; empty when it is as planned."""
    off: bool
    """Whether it is cancelled or postponed."""


class DayCell(NamedTuple):
    """A day of the table."""

    number: str
    is_out: bool
    """Whether it belongs to another month; such cells are empty."""
    is_today: bool
    events: tuple[DayEvent, ...]


class MonthWeek(NamedTuple):
    """A week of the table."""

    number: int
    """Of the year, as ISO 8601 counts."""
    days: tuple[DayCell, ...]


@frozen
class MonthPage:
    """Context of `sections/month.html`."""

    title: str
    """"Lappi: joulukuu 2026"."""
    caption: str
    """Of the table."""
    weekdays: tuple[tuple[str, str], ...]
    """(short name, name), Monday first."""
    weeks: tuple[MonthWeek, ...]
    """The month's weeks, whole ones."""
    before: Link | None
    """The month before, where it has a table."""
    after: Link | None
    """The month after, where it has a table."""
    listed: Link
    """The same as a list."""
    is_empty: bool
    """Whether nothing stands in any cell."""
    month: str
    """"2026-12", for the script that finds the reader's day."""
    told: Markup
    """What `events.js` must know: JSON."""


Months = Mapping[str, Sequence[Coming]]
"""Month ("2026-12") → what happens in it, earliest first; months without anything between others are empty."""


def month_names(scene: Scene, region: Region) -> Sequence[str]:
    """The months of a region that have a table: from this one to the last in which something may happen."""
    return scene.facts.once(_month_names, scene.facts.network.regions[region.id])


def _month_names(scene: Scene, region: Region) -> Sequence[str]:
    names, last = _names(scene.day), date.min
    end = date.fromisoformat(f"{names[-1]}-01")
    for event in region.all_of(Event):
        last = max(last, _may_be_last(event))
        if last >= end:  # soon, where something goes on
            return names
    return [month for month in names if month <= _month_of(last)] if last >= scene.day else []


def _may_be_last(event: Event) -> date:
    """No time of the event is later: cheap to tell, since each build asks it of every event."""
    rule, moments = event.rule, [event.first_day, *map(day_of, event.extra)]
    moments += [day_of(change.start) for change in event.overrides if isinstance(change.start, date)]
    if rule and rule.times:
        days = DAYS_OF[rule.unit] * rule.step * rule.times
        moments.append(date.fromordinal(min(rule.first.toordinal() + days, _FAR.toordinal())))
    elif rule:
        moments.append(rule.until or _FAR)
    return min(max(moments), _FAR) + event.length


def months_of(scene: Scene, region: Region) -> Months:
    """What happens in each of the months that have a table."""
    return scene.facts.once(_months, scene.facts.network.regions[region.id])


def _months(scene: Scene, region: Region) -> Months:
    found: dict[str, list[Coming]] = {month: [] for month in month_names(scene, region)}
    filed = {_number_of(date.fromisoformat(f"{month}-01")): pairs for month, pairs in found.items()}
    for pair in coming(scene, region.all_of(Event), 31 * MONTHS_AHEAD):
        first, last = pair[1].first_day, pair[1].last_day
        begins = _number_of(max(first, scene.day))
        ends = begins if last == first else _number_of(last)
        for month in (begins, ends) if ends != begins else (begins,):
            if month in filed:
                filed[month].append(pair)
    return found


def _number_of(day: date) -> int:
    """Of its month, counted on from year to year."""
    return day.year * 12 + day.month


def _month_of(day: date) -> str:
    return day.isoformat()[:7]


def _names(day: date) -> list[str]:
    begin = day.year * 12 + day.month - 1
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(begin, begin + MONTHS_AHEAD)]


def month_address(region: str, month: str) -> str:
    """Where a month's table is."""
    return f"{region}/tapahtumat/kuukausi/{month}/"


def month_title(scene: Scene, region: Region, month: str) -> str:
    """ "Lappi: joulukuu 2026"."""
    return f"{region.name}: {scene.writing.month(date.fromisoformat(f'{month}-01'))}"


def month_page(scene: Scene, region: Region, month: str) -> MonthPage:
    """What `sections/month.html` shows of a month, e.g. "2026-12"."""
    months, first = months_of(scene, region), date.fromisoformat(f"{month}-01")
    names = list(months)
    place = names.index(month)
    by_day = _by_day(scene, months[month], first)
    return MonthPage(
        title=month_title(scene, region, month),
        caption=scene.w.month_caption.format(month=scene.writing.month(first), region=region.name),
        weekdays=tuple(zip(scene.writing.weekdays_short, scene.writing.weekdays, strict=True)),
        weeks=tuple(_week(scene, week, first, by_day) for week in _WEEKS.monthdatescalendar(first.year, first.month)),
        before=_link(scene, region, names[place - 1]) if place else None,
        after=_link(scene, region, names[place + 1]) if place + 1 < len(names) else None,
        listed=Link(scene.w.as_list, f"{region.id}/tapahtumat/{_fragment(scene, month, months[month])}"),
        is_empty=not by_day,
        month=month,
        told=told_of_days(scene),
    )


def times_of_months(scene: Scene, region: Region) -> Mapping[str, int]:
    """How many times something happens in each of `months_of`: what the list has under it, when it has it."""
    return scene.facts.once(_times, scene.facts.network.regions[region.id])


def _times(scene: Scene, region: Region) -> Mapping[str, int]:
    return {month: _times_in(scene, month, found) for month, found in months_of(scene, region).items()}


def _times_in(scene: Scene, month: str, found: Sequence[Coming]) -> int:
    number, count = _number_of(date.fromisoformat(f"{month}-01")), 0
    for _, occurrence in found:
        day = occurrence.first_day
        if day < scene.day:  # stands under today, or apart
            if goes_on(scene, occurrence):
                continue
            day = scene.day
        count += _number_of(day) == number
    return count


def _fragment(scene: Scene, month: str, found: Sequence[Coming]) -> str:
    """Of the month in the list, if the list has it."""
    last = scene.day + timedelta(days=listed_days(scene.day))
    number = _number_of(date.fromisoformat(f"{month}-01"))
    listed = (_number_of(day) for _, each in found if scene.day <= (day := each.first_day) < last)
    return f"#{month}" if number in listed else ""


def _link(scene: Scene, region: Region, month: str) -> Link:
    name = scene.writing.month(date.fromisoformat(f"{month}-01"))
    return Link(name.capitalize(), month_address(region.id, month))


def _by_day(scene: Scene, found: Sequence[Coming], first: date) -> dict[date, list[DayEvent]]:
    """Day → what is told in its cell: what lasts for days on its first and last day, a night on the day it begins."""
    days: dict[date, list[DayEvent]] = {}
    year, month = first.year, first.month
    for event, occurrence in found:
        name, address, ruled = scene.once(_in_every_cell, event)
        begin, status = occurrence.start.date(), occurrence.status
        state = scene.label("event_status", status) if status in BADGES else ""
        if not lasts_days(occurrence):
            if begin.month == month and begin.year == year:
                if occurrence.change is None:
                    told = ruled.get(occurrence.original) or tell_ruled(scene, ruled, occurrence)
                    clock, anchor = told.clock, told.date.anchor
                else:
                    clock, anchor = clock_in_words(scene, occurrence), occurrence.anchor
                days.setdefault(begin, []).append(DayEvent(clock, name, address + anchor, state, status in OFF))
            continue
        for day in (begin, occurrence.last_day):
            if day.month == month and day.year == year:
                part = _part(scene, day, occurrence)
                there = DayEvent(part, name, address + occurrence.anchor, state, status in OFF)
                days.setdefault(day, []).append(there)
    return days


def _in_every_cell(scene: Scene, event: Event) -> tuple[str, str, RuledTimes]:
    """What cells of all its times show: name, address before the date; times that are told already."""
    return *name_and_address(scene, event), ruled_times(scene, event)


def _part(scene: Scene, day: date, occurrence: Occurrence) -> str:
    """What of something that lasts for days is on its first or last day: "alkaa", "päättyy 15"."""
    w, is_first = scene.w, day == occurrence.first_day
    part, moment = (w.begins_today, occurrence.start) if is_first else (w.ends_today, occurrence.end)
    return part if occurrence.all_day else f"{part} {scene.writing.clock(moment.time())}"


def _week(scene: Scene, days: Sequence[date], first: date, by_day: Mapping[date, Sequence[DayEvent]]) -> MonthWeek:
    return MonthWeek(days[0].isocalendar().week, tuple(_cell(scene, day, first, by_day.get(day, ())) for day in days))


def _cell(scene: Scene, day: date, first: date, events: Sequence[DayEvent]) -> DayCell:
    is_out = day.month != first.month
    return DayCell(str(day.day), is_out, day == scene.day, () if is_out else tuple(events))


def month_made_of(scene: Scene, region: Region) -> list[str]:
    """Fingerprints of everything `month_page` reads."""
    return [region.name, *month_names(scene, region), *events_made_of(scene, region)]
