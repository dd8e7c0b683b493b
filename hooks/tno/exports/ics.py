"""Events as iCalendar: a component for each, its bytes the same in every feed that has it.

Times stay on the wall clock of the event's zone (TZID with its VTIMEZONE), so that a Tuesday at 12 is at 12 in every
program on both sides of the nights when the clock is moved. When and how often an event has changed is told by the
ledger, so that two builds give the same bytes. Source: RFC 5545; RFC 7986 (NAME, REFRESH-INTERVAL).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from markupsafe import Markup

from tno.addresses import address_of, prefix_of
from tno.exports.timezone import vtimezone
from tno.ledger import Line
from tno.model.localised import is_told_in
from tno.model.recurrence import ChangedOccurrence, Recurrence, recurrence, value_of
from tno.records import Event, Place
from tno.records.event import OFF, WITHOUT_PLACE
from tno.records.moment import HELSINKI
from tno.records.override import MOVED_ONLINE
from tno.views.place import address_in_words
from tno.views.scene import Scene

MOST_OCTETS = 75
"""Longest content line without its CRLF (RFC 5545, 3.1)."""
REFRESH = "PT12H"
"""How often programs may look for changes: the site is built every night."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Component(NamedTuple):
    """An event ready for any calendar."""

    zone: str | None
    """TZID of its times; None for whole days."""
    data: bytes
    """Its VEVENT and those of changed occurrences."""


class Calendars:
    """Events of a scene as calendar files of one site."""

    def __init__(self, scene: Scene, site_url: str) -> None:
        """
        Args:
            site_url: with a slash at the end; its host makes UIDs unique in the world. Empty when nobody knows it.
        """
        self._scene, self._site_url = scene, site_url
        host = re.sub(r"^[a-z]+://|[:/].*$", "", site_url)
        self._host = host or "tno.invalid"
        self._places: dict[str | None, tuple[str, ...]] = {}
        self._abouts: dict[tuple[str, tuple[str, ...], str, bool], bytes] = {}

    def component(self, event: Event, line: Line) -> Component:
        """The event as VEVENT, one more for each changed occurrence (RECURRENCE-ID).

        Args:
            line: what the ledger knows of its page.
        """
        times = recurrence(event)
        parts = [self._vevent(event, times, line), *(self._changed(event, times, each, line) for each in times.changes)]
        return Component(None if times.all_day else times.zone, b"".join(parts))

    def calendar(self, name: str, components: Iterable[Component], note: str = "") -> bytes:
        """A calendar file; events in the order given.

        Args:
            note: what subscribers should know of the whole, e.g. that it is an example.
        """
        found = list(components)
        lines = [f"NAME:{text(name)}", f"X-WR-CALNAME:{text(name)}", "X-WR-TIMEZONE:Europe/Helsinki"]
        lines += [f"DESCRIPTION:{text(note)}", f"X-WR-CALDESC:{text(note)}"] if note else []
        zones = [_zone(zone) for zone in sorted({each.zone for each in found if each.zone})]
        return b"".join([_HEAD, _folded(lines), _REFRESHED, *zones, *[each.data for each in found], _FOOT])

    # --- one event ---------------------------------------------------------------------------------------------------

    def _vevent(self, event: Event, times: Recurrence, line: Line) -> bytes:
        lines = self._head(event, line)
        lines += _span(times, times.start, times.end)
        lines += [f"RRULE:{times.rrule}"] if times.rrule else []
        lines += [_moments("EXDATE", times, times.exdates)] if times.exdates else []
        lines += [_moments("RDATE", times, times.rdates)] if times.rdates else []
        lines += self._what(event, event.status, event.place)
        return _BEGIN + _folded(lines) + self._about(event.kind, event.audience, event.status, event.all_day) + _END

    def _changed(self, event: Event, times: Recurrence, changed: ChangedOccurrence, line: Line) -> bytes:
        place = changed.change.place or event.place
        lines = [*self._head(event, line), _moments("RECURRENCE-ID", times, (changed.recurrence_id,))]
        lines += _span(times, changed.start, changed.end)
        lines += self._what(event, changed.status, place, str(changed.change.note or ""), changed.change.online_url)
        return _BEGIN + _folded(lines) + self._about(event.kind, event.audience, changed.status, event.all_day) + _END

    def _head(self, event: Event, line: Line) -> list[str]:
        changed, begun = line.last_changed.replace("-", "") + "T000000Z", line.first_seen.replace("-", "") + "T000000Z"
        return [
            f"UID:{event.region}-{(*event.former_ids, event.id)[0]}@{self._host}",
            f"DTSTAMP:{changed}",
            f"CREATED:{begun}",
            f"LAST-MODIFIED:{changed}",
            f"SEQUENCE:{line.sequence}",
        ]

    def _what(
        self, event: Event, status: str, place: str | None, note: str = "", online_url: str | None = None
    ) -> list[str]:
        url, page = online_url or event.online_url, self._page_of(event) if self._site_url else ""
        lines = [
            f"SUMMARY:{text(self._title(event, status))}",
            f"DESCRIPTION:{text(self._description(event, note, url, page))}",
        ]
        where = () if status == MOVED_ONLINE else self._where(place)
        lines += where or ([f"LOCATION:{text(url)}"] if url else ())
        return [*lines, f"URL:{page}"] if page else lines

    def _where(self, key: str | None) -> tuple[str, ...]:
        """LOCATION and GEO of a place, which many events share; nothing of none."""
        if (known := self._places.get(key)) is None:
            place = self._scene.network.find(Place, key)
            known = self._places[key] = tuple(self._tell_place(place)) if place else ()
        return known

    def _tell_place(self, place: Place) -> Iterator[str]:
        yield f"LOCATION:{text(without_marks(address_in_words(self._scene, place)))}"
        if place.address_public and place.lat is not None and place.lon is not None:
            yield f"GEO:{place.lat};{place.lon}"

    def _about(self, kind: str, audience: tuple[str, ...], status: str, all_day: bool) -> bytes:
        """STATUS, CATEGORIES and TRANSP, of which there are few."""
        key = kind, audience, status, all_day
        if (known := self._abouts.get(key)) is None:
            scene = self._scene
            labels = scene.label("event_type", kind), *scene.labels("event_audience", audience)
            is_free = all_day or kind in WITHOUT_PLACE or status in OFF
            known = self._abouts[key] = _folded(
                [
                    f"STATUS:{scene.network.vocabularies['event_status'][status].codes['ical']}",
                    f"CATEGORIES:{','.join(map(text, labels))}",
                    "TRANSP:TRANSPARENT" if is_free else "TRANSP:OPAQUE",
                ]
            )
        return known

    def _page_of(self, event: Event) -> str:
        """The event's page in the language, if it has one."""
        scene, language = self._scene, self._scene.language
        prefix = ""
        if language != "fi" and language in scene.network.regions[event.region].profile.languages:
            fact = scene.facts.network.find(Event, event.key)
            prefix = prefix_of(language) if fact and is_told_in(fact, language) else ""
        return f"{self._site_url}{prefix}{address_of(event)}"

    def _title(self, event: Event, status: str) -> str:
        """Its name; not every program shows STATUS, so a cancelled or postponed one says so in words."""
        name = str(event.name)
        if status in OFF:
            return f"{self._scene.label('event_status', status)}: {name}"
        return name

    def _description(self, event: Event, note: str, url: str | None, page: str) -> str:
        w = self._scene.w
        parts = [w.example_event] if self._scene.is_example(event) else []
        parts += [note, str(event.summary or ""), str(event.description or "").strip()]
        parts += [f"{w.join_online}: {url}"] if url else []
        if signup := event.signup:
            parts += [f"{w.sign_up}: {each}" for each in (signup.url, signup.email) if each]
        parts.append(page)
        return "\n\n".join(part for part in parts if part)


# --- content lines (RFC 5545, 3.1) ------------------------------------------------------------------------------------


def text(value: str) -> str:
    """A value of type TEXT (3.3.11): what would end or divide it escaped, control characters left out."""
    plain = value
    if not value.isprintable():
        plain = _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def without_marks(words: str) -> str:
    """Words of a page whose parts say which language they are in, as plain text."""
    return words.striptags() if isinstance(words, Markup) else words


def _span(times: Recurrence, start: str, end: str) -> list[str]:
    """DTSTART and DTEND; without a told end only the start, which a program shows as a moment."""
    return [_moments("DTSTART", times, (start,)), *([_moments("DTEND", times, (end,))] if end != start else [])]


def _moments(name: str, times: Recurrence, values: Sequence[str]) -> str:
    if times.all_day:
        return f"{name};VALUE=DATE:{','.join(values)}"
    ends = (times.start, times.end)
    if times.rrule is None and not times.rdates and any(_is_shown_twice(value, times.zone) for value in ends):
        return f"{name}:{','.join(_in_utc(value, times.zone) for value in values)}"
    return f"{name};TZID={times.zone}:{','.join(values)}"


def _is_shown_twice(value: str, zone: str) -> bool:
    """Whether the clock shows the time twice: it is the first of the two (3.3.5), but not every reader knows."""
    if zone == HELSINKI and value[9:11] != _MOVED_HOUR:
        return False
    moment = datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(zone))
    return (moment.utcoffset() or _NOTHING) > (moment.replace(fold=1).utcoffset() or _NOTHING)


def _in_utc(value: str, zone: str) -> str:
    moment = datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(zone))
    return f"{value_of(moment.astimezone(UTC).replace(tzinfo=None))}Z"


_NOTHING = timedelta(0)
_MOVED_HOUR = "03"
"""The hour that Finland's clock shows twice in autumn."""


@cache
def _zone(name: str) -> bytes:
    return _folded(vtimezone(name))


def _folded(lines: Iterable[str]) -> bytes:
    """Content lines in pieces of at most 75 octets. (Most are short: all of an event become bytes at once.)"""
    short = [line if len(line) <= MOST_OCTETS and line.isascii() else _fold(line) for line in lines]
    return "\r\n".join([*short, ""]).encode()


def _fold(line: str) -> str:
    """A content line cut where it is too long, never inside a character."""
    data = line.encode()
    if len(data) <= MOST_OCTETS:
        return line
    pieces, first = [], MOST_OCTETS
    while len(data) > first:
        cut = first
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(data[:cut])
        data, first = data[cut:], MOST_OCTETS - 1
    return b"\r\n ".join([*pieces, data]).decode()


_HEAD = _folded(
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//TNO//tno-portal//FI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
)
_REFRESHED = _folded([f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}", f"X-PUBLISHED-TTL:{REFRESH}"])
_FOOT = b"END:VCALENDAR\r\n"
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
