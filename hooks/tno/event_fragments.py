"""Filters of templates: times of events in lists, tables and on their pages. A national build writes 65,000."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from tno.compiler import escaped
from tno.fragments import link
from tno.views.event_days import DayOfEvents, EventRow
from tno.views.event_times import EventDate
from tno.views.month import DayEvent


def event_rows(rows: Sequence[EventRow], root: str, level: str, day: DayOfEvents | None = None) -> Markup:
    """Events of a list as its items.

    Args:
        level: of their headings, "h4".
        day: that of the heading above them, which their names say to the ear; none: each row tells its own days.
    """
    heard = ""
    if day:
        heard = f'<span class="t-vh">, {escaped(day.weekday)} {escaped(day.number)} {escaped(day.month)}</span>'
    return _joined([_event_row(row, root, level, row.time if day else row.when, heard) for row in rows])


def _event_row(row: EventRow, root: str, level: str, time: str, heard: str) -> str:
    _, name, address, place, tags, state, state_label, off, leaves, number, _ = row
    beside = _state(state, state_label) if state else ""
    where = f'<p class="t-meta">{escaped(place)}</p>' if place else ""
    told = f' data-e="{number}"' if number else ""
    whom = f'<p class="t-ev__tags">{"".join(map(_tag, tags))}</p>' if tags else ""
    return (
        f'<li{_OFF if off else ""}{told} data-leaves="{leaves}"><p class="t-ev__time">{escaped(time)}</p><div>'
        f'<{level} class="t-ev__name"><a href="{root}{escaped(address)}">{escaped(name)}{heard}</a>{beside}</{level}>'
        f"{where}</div>{whom}</li>"
    )


def _tag(word: str) -> str:
    return f'<span class="t-tag">{escaped(word)}</span>'


def event_cells(events: Sequence[DayEvent], root: str) -> Markup:
    """Events of a day in a month's table."""
    return _joined([_event_cell(event, root) for event in events])


def _event_cell(event: DayEvent, root: str) -> str:
    time, name, address, state, off = event
    before = f"<strong>{escaped(state)}:</strong> " if state else ""
    when = f"{escaped(time)} " if time else ""
    return f'<a href="{root}{escaped(address)}"{_OFF if off else ""}>{before}<span>{when}{escaped(name)}</span></a>'


def event_dates(dates: Sequence[EventDate], root: str, off: bool, is_over: bool) -> Markup:
    """The times of an event on its own page.

    Args:
        off: all of it is cancelled.
    """
    return _joined([_event_date(date, root, off, is_over) for date in dates])


def _event_date(date: EventDate, root: str, off: bool, is_over: bool) -> str:
    anchor, text, state, state_label, is_off, lines, join, leaves = date
    more = "".join([f'<p class="t-meta">{escaped(line)}</p>' for line in lines]) if lines else ""
    if join:
        more += f'<p class="t-meta">{link(join, root)}</p>'
    told = "" if is_over else f' data-leaves="{leaves}"'
    beside = _state(state, state_label) if state else ""
    return f'<li id="{anchor}"{_OFF if is_off or off else ""}{told}><b>{escaped(text)}</b>{beside}{more}</li>'


def _state(kind: str, label: str) -> str:
    return f' <span class="t-state is-{kind}">{escaped(label)}</span>'


def _joined(pieces: Sequence[str]) -> Markup:
    return str.__new__(Markup, "".join(pieces))


_OFF = ' class="is-off"'
EVENT_FILTERS = {"event_rows": event_rows, "event_cells": event_cells, "event_dates": event_dates}
"""Name in templates → filter."""
