"""Whether a channel answers now: what the build writes for `opening.js`, which only compares it with the clock.

What one minute shows another does not, so a page holds when a channel is open and never whether it is. Hours that
nobody knows are said at once, without any script: not known is not closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from markupsafe import Markup

from tno.compact_json import in_script
from tno.model.horizon import Horizon
from tno.model.opening import horizon, open_minutes, spans_by_day
from tno.model.opening_words import spans_in_words
from tno.records import Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.views.scene import Scene

LIVE = frozenset({"puhelin", "chat", "palvelupaikka"})
"""Channels of which one asks whether somebody is there; the others have a badge only when their hours are told."""
WEEK_DAYS = 7
CLOSED = "–"
"""In a table of hours: what is open stands out."""
DAYS_TOLD = 3
"""So many days `days_of` tells in full."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PAIRS = [first + second for first in _DIGITS for second in _DIGITS]
_WORDS = ("open", "open_long", "soon", "closed", "closed_long", "unknown", "at", "tomorrow")


class Opening(NamedTuple):
    """Whether a channel answers now. Both empty: nothing is said of it."""

    code: str = ""
    """When it is open (`code_of`)."""
    unknown: str = ""
    """What is said when its hours are not known."""


NEVER_SAID = Opening()


def opening_of(scene: Scene, service: Service, channel: Channel) -> Opening:
    """Whether a channel of a service answers now; nothing of a service that rests or has ended."""
    hours = channel.hours
    if hours is None and channel.type not in LIVE:
        return NEVER_SAID
    if service.status != "voimassa" or not scene.network.offers(service):
        return NEVER_SAID
    if hours is not None and not hours.unknown:
        code = scene.facts.once(code_of_hours, hours)
        last = service.valid_until
        return Opening(code if last is None else _until(scene, code, last))
    calls = channel.phone or (channel.type == "palvelupaikka" and any(each.phone for each in service.channels))
    return Opening(unknown=scene.w.opening_unknown_call if calls else scene.w.opening_unknown)


def first_live(service: Service) -> Channel | None:
    """The channel by which one asks whether anybody of a service answers: its telephone, else its chat."""
    live = [channel for kind in ("puhelin", "chat") for channel in service.channels if channel.type == kind]
    return next(iter(live), None)


def code_of_hours(scene: Scene, hours: Hours) -> str:
    """The code of hours for the days ahead, "" when they are not known."""
    ahead = _ahead(scene)
    minutes = open_minutes(hours, ahead)
    return "" if minutes is None else code_of(minutes, ahead)


def opens(scene: Scene, hours: Hours) -> bool:
    """Whether hours that are known open at all in the days ahead."""
    return len(scene.facts.once(code_of_hours, hours).split()) > 2


def code_of(minutes: Iterable[tuple[int, int]], ahead: Horizon) -> str:
    """Minutes in base 36: when the days ahead begin (UTC, from 1970), then how long closed, open, closed … to the end.

    After the end nothing is known, so a length that reaches it says nothing of what follows.
    """
    edges = [ahead.first_min, *chain.from_iterable(minutes), ahead.end_min]
    return " ".join(map(base36, [edges[0], *(after - before for before, after in pairwise(edges))]))


def days_of(scene: Scene, service: Service, channel: Channel) -> str:
    """The code of a channel for the next days and until it opens after them, without its beginning (`first_of_days`).

    Short, for there are thousands and the site is built each night; "" when its hours are not known.
    """
    hours = channel.hours
    if hours is None or hours.unknown or service.status != "voimassa" or not scene.network.offers(service):
        return ""
    days = WEEK_DAYS + 1 if service.valid_until is None else (service.valid_until - scene.day).days + 1
    return scene.facts.once(_a_week_on, hours) if days > WEEK_DAYS else _days_on(scene, hours, days)


def _a_week_on(scene: Scene, hours: Hours) -> str:
    return _days_on(scene, hours, WEEK_DAYS + 1)


def _days_on(scene: Scene, hours: Hours, days: int) -> str:
    ahead = horizon(scene.day, days)
    near = ahead.first_min + DAYS_TOLD * 24 * 60
    minutes = open_minutes(hours, ahead) or ()
    told = minutes[: sum(first < near for first, _ in minutes) + 1]
    end = ahead.end_min if len(told) == len(minutes) else told[-1][1] + 1
    edges = [ahead.first_min, *chain.from_iterable(told), end]
    return " ".join(base36(after - before) for before, after in pairwise(edges))


def first_of_days(scene: Scene) -> str:
    """What `days_of` leaves out: the minute at which the days begin."""
    return base36(horizon(scene.day, 1).first_min)


def edges_of(code: str) -> list[int]:
    """The minutes a code tells: its beginning, then each change between closed and open, its end."""
    return list(accumulate(int(part, 36) for part in code.split()))


def _until(scene: Scene, code: str, last: date) -> str:
    """The same until the end of a day: a service that ends opens no more."""
    start = scene.day
    if last >= start + timedelta(days=scene.settings.horizon_days - 1):
        return code
    end = horizon(start, (last - start).days + 1).end_min
    first, *edges = edges_of(code)
    kept = [edge for edge in edges if edge < end]
    closed_after = [end] if len(kept) % 2 else []  # open until then
    return " ".join(
        map(base36, [first, *(after - before for before, after in pairwise([first, *kept, *closed_after, edges[-1]]))])
    )


def _ahead(scene: Scene) -> Horizon:
    return horizon(scene.day, scene.settings.horizon_days)


def base36(number: int) -> str:
    """A number as JavaScript's `parseInt(text, 36)` reads it. (Two digits at a time: pages have hundreds.)"""
    before, pair = divmod(number, len(_PAIRS))
    if before:
        return _base36(before) + _PAIRS[pair]
    return _PAIRS[pair] if pair >= len(_DIGITS) else _DIGITS[pair]


_base36 = cache(base36)
"""The same of what stands before the last pair: for minutes in UTC, the same for most of a day."""


# --- what the script says --------------------------------------------------------------------------------------------


def opening_words(scene: Scene) -> Markup:
    """What `opening.js` says in the page's language, with the offsets of the days ahead: JSON for a `<script>`."""
    return scene.once(_words, scene.network)


def _words(scene: Scene, _: object) -> Markup:
    w, writing, ahead = scene.w, scene.writing, _ahead(scene)
    told: dict[str, object] = {name: w[f"opening_{name}"] for name in _WORDS}
    told |= {"days": writing.weekdays_short, "date": writing.short_day_pattern}
    if "{name}" in writing.short_day_pattern:
        told["months"] = writing.months
    told |= {"clock": [writing.minutes, int(writing.always_minutes)], "zone": zone_of(ahead)}
    told["from"] = first_of_days(scene)
    return Markup(in_script(told))


def zone_of(ahead: Horizon) -> list[int]:
    """Minutes by which Finland's clock is ahead of UTC; when it is moved, also that UTC minute and the new lead."""
    first = -ahead.first_min % 1440
    moved = sorted(shift for shift in ahead.shifts.values() if shift[0] > ahead.first_min)
    return [first, moved[0][0], first + moved[0][1]] if moved else [first]


def zone_of_day(scene: Scene) -> list[int]:
    """`zone_of` of the days ahead of a scene."""
    return zone_of(_ahead(scene))


# --- day by day ------------------------------------------------------------------------------------------------------


def days_shown(scene: Scene) -> tuple[date, ...]:
    """The seven days from today that are told one by one."""
    return tuple(scene.day + timedelta(days=number) for number in range(WEEK_DAYS))


def hours_by_day(scene: Scene, hours: Hours) -> tuple[str, ...]:
    """The hours of each of `days_shown` for a table, exceptions among them: "9–16"; closed is a dash."""
    spans = spans_by_day(hours, _ahead(scene))[1 : WEEK_DAYS + 1]
    return tuple(spans_in_words(of_day, scene.language) if of_day else CLOSED for of_day in spans)


def hours_today(scene: Scene, hours: Hours) -> str:
    """The hours of the day of the build, which the page may outlive: "ma 23.11.: 9–16", "ma 23.11.: suljettu"."""
    return f"{day_headings(scene)[0]}: {spans_in_words(spans_by_day(hours, _ahead(scene))[1], scene.language)}"


def is_involved(scene: Scene, hours: Hours) -> bool:
    """Whether words leave the reader of hours something to reckon: three kinds of days, or other hours this week."""
    if len({spans for spans in hours.days if spans}) > 2:
        return True
    ordinary = [hours.days[day.weekday()] or () for day in days_shown(scene)]
    return spans_by_day(hours, _ahead(scene))[1 : WEEK_DAYS + 1] != ordinary


def day_headings(scene: Scene) -> Sequence[str]:
    """ "ma 23.11." of each of `days_shown`."""
    return scene.once_of(_headings, days_shown(scene))


def _headings(scene: Scene, days: tuple[date, ...]) -> Sequence[str]:
    writing = scene.writing
    return [f"{writing.weekdays_short[day.weekday()]} {writing.short_day(day)}" for day in days]
