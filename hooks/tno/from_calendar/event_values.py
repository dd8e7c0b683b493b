"""An event of a calendar → the values of our event, as text; what cannot be kept becomes a note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tno.from_calendar.calendar_file import Series
from tno.from_calendar.notes import Notes
from tno.from_calendar.plain_text import MEETING, one_line, prose
from tno.from_calendar.times import Times, one
from tno.from_calendar.zones import UTC, When, Zones
from tno.frozen import frozen
from tno.model.network import Network
from tno.records import Place
from tno.records.event import CANCELLED, OFF, WITHOUT_PLACE
from tno.records.moment import HELSINKI

NEAR_DEG = 0.00045
"""Fifty metres of latitude; in Finland a degree of longitude is about half as long."""
_STATES = {"CANCELLED": CANCELLED, "TENTATIVE": "alustava"}


@frozen
class Told:
    """What the person who imports tells of every event."""

    kind: str | None = None
    organiser: str | None = None
    audience: str | None = None
    place: str | None = None


@frozen
class Imported:
    """An event as our file will hold it."""

    uid: str
    name: str
    values: dict[str, Any]
    """Key → text, list or mapping of texts, in the order of the file."""
    last_day: date | None
    """The last day there is anything of it; None: it goes on."""


class EventReader:
    """Reads events of one file for one region."""

    def __init__(self, network: Network, region: str, zones: Zones, told: Told) -> None:
        self._network, self._region, self._zones, self._told = network, region, zones, told
        self._places = _places(network, region)
        vocabularies = network.vocabularies
        self._kinds, self._audiences = (_terms(vocabularies[name]) for name in ("event_type", "event_audience"))
        self._states = {
            f"{term.label(language)}: ": term.id
            for term in vocabularies["event_status"]
            if term.id in OFF  # which our own feeds say before the name
            for language in ("fi", "sv", "en")
        }

    def read(self, series: Series, every: Notes) -> Imported | None:
        """The event, or None when it has no start."""
        master = series.master
        name, said_state = self._name_of(one_line(str(master.get("SUMMARY", ""))))
        notes = every.of(name or str(master.get("UID", "")))
        _note_faults(master, notes)
        start = self._zones.when(one(master, "DTSTART")) if "DTSTART" in master else None
        if start is None:
            notes.add("start-missing")
            return None
        if not name:
            notes.add("name-missing")
        repeats = "RRULE" in master or "RDATE" in master
        times = Times(self._zones, self._in_finland(start, repeats, notes), notes)
        state = CANCELLED if series.cancelled else said_state or _STATES.get(str(master.get("STATUS", "")).upper(), "")
        found = times.of(series)
        if found.pop("all-cancelled", None):
            state = CANCELLED
        what = self._what(master, notes)
        where = self._where(master, notes, has_place=what["kind"] not in WITHOUT_PLACE)
        text = self._prose(master, notes)
        values = {
            "name": name,
            **what,
            "status": state,
            **where,
            **found,
            "overrides": self._changes(series, times, name, text, where, notes),
            "description": text,
        }
        values = {key: value for key, value in values.items() if value}
        return Imported(one_line(str(master.get("UID", ""))), name, values, times.last_day)

    def _name_of(self, name: str) -> tuple[str, str]:
        """The name without what our own feeds put before it, and the state that was there."""
        for prefix, state in self._states.items():
            if name.startswith(prefix):
                return name.removeprefix(prefix), state
        return name, ""

    def _in_finland(self, start: When, repeats: bool, notes: Notes) -> When:
        """A single time in UTC as Finns write it; a series stays in UTC, where it is told."""
        if start.zone != UTC or not isinstance(start.moment, datetime):
            return start
        if repeats:
            notes.add("series-in-utc")
            return start
        finnish = start.in_zone(HELSINKI)
        return finnish if finnish.in_zone(UTC) == start else start  # the second of an hour that is shown twice

    # --- what, for whom, where ----------------------------------------------------------------------------------------

    def _what(self, master: Any, notes: Notes) -> dict[str, Any]:
        told = self._told
        kinds, audiences = [told.kind] if told.kind else [], [told.audience] if told.audience else []
        for category in _categories(master):
            key = category.casefold()
            if key in self._kinds:
                kinds.append(self._kinds[key])
            elif key in self._audiences:
                audiences.append(self._audiences[key])
            else:
                notes.add("category-unknown", value=category)
        found = {
            "kind": next(iter(kinds), ""),
            "organiser": told.organiser or "",
            "audience": list(dict.fromkeys(audiences)),
        }
        if missing := [key for key, value in found.items() if not value]:
            notes.add("fill-in", value=", ".join(missing))
        return found

    def _where(self, event: Any, notes: Notes, *, has_place: bool = True) -> dict[str, str]:
        location = one_line(str(event.get("LOCATION", "")))
        texts = [str(event.get(name, "")) for name in _MEETINGS] + [str(event.get("DESCRIPTION", ""))]
        url = next((found[0] for text in texts if (found := MEETING.search(text))), "")
        if not url:
            own = [str(event.get(name, "")).strip() for name in _MEETINGS[:-1]] + [location]
            url = next((text for text in own if re.fullmatch(r"https://\S+", text)), "")
        place = self._place_of(location) or self._place_at(event.get("GEO")) or self._told.place or ""
        if not place and location and "://" not in location and not _PROGRAM.search(location):
            notes.add("place-unknown", value=location)
        elif has_place and not place and not url:
            notes.add("place-missing")
        return {"place": place, "online_url": url}

    def _place_of(self, location: str) -> str:
        key = location.casefold()
        names = sorted(self._places, key=len, reverse=True)
        return next((self._places[name] for name in names if key == name), "") or next(
            (self._places[name] for name in names if key.startswith(f"{name},") or key.startswith(f"{name} (")), ""
        )

    def _place_at(self, geo: Any) -> str:
        """A place within fifty metres."""
        try:
            lat, lon = float(geo.latitude), float(geo.longitude)
        except (AttributeError, TypeError, ValueError):
            return ""
        for place in self._network.all_of(Place).values():
            if place.lat is None or place.lon is None or not place.address_public:
                continue
            if abs(place.lat - lat) < NEAR_DEG and abs(place.lon - lon) < 2 * NEAR_DEG:
                return self._reference(place)
        return ""

    def _reference(self, place: Place) -> str:
        return place.id if place.region == self._region else place.key

    def _prose(self, event: Any, notes: Notes) -> str:
        plain, rich = str(event.get("DESCRIPTION", "")), str(event.get("X-ALT-DESC", ""))
        text = prose(plain if plain.strip() else rich, notes)
        url = str(event.get("URL", "")).strip()
        if re.fullmatch(r"https?://\S+", url) and url not in text:
            text = f"{text}\n\n{url}" if text else url
        return text

    # --- occurrences that differ --------------------------------------------------------------------------------------

    def _changes(
        self, series: Series, times: Times, name: str, text: str, where: Mapping[str, str], notes: Notes
    ) -> list[dict[str, str]]:
        found = []
        for change in series.changes:
            timed = times.change(change)
            if timed is None:
                continue
            state = _STATES.get(str(change.get("STATUS", "")).upper(), "")
            own_name, said = self._name_of(one_line(str(change.get("SUMMARY", ""))))
            values = {**timed, "status": said or state, **self._moved(change, where, notes)}
            own_text = self._prose(change, Notes())
            lines = [own_name] if own_name and own_name != name else []
            lines += [line for line in own_text.split("\n") if line and line not in text.split("\n")]
            if lines:
                notes.add("change-text", value=timed["date"])
                values["note"] = " ".join(lines)
            values = {key: value for key, value in values.items() if value}
            if len(values) > 1:
                found.append(values)
        return sorted(found, key=lambda change: change["date"])

    def _moved(self, change: Any, where: Mapping[str, str], notes: Notes) -> dict[str, str]:
        own = self._where(change, Notes())
        location = one_line(str(change.get("LOCATION", "")))
        if location and not own["place"] and not own["online_url"]:
            notes.add("place-unknown", value=location)
        return {key: value for key, value in own.items() if value and value != where.get(key)}


_PROGRAM = re.compile(r"Teams|Zoom|Google Meet|Webex", re.I)
"""What stands for a place when one meets online."""
_MEETINGS = (
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-GOOGLE-CONFERENCE",
    "CONFERENCE",
    "LOCATION",
)


def _categories(event: Any) -> list[str]:
    values = event.get("CATEGORIES", [])
    parts = values if isinstance(values, list) else [values]
    return [text for part in parts for each in getattr(part, "cats", [part]) if (text := one_line(str(each)))]


def _note_faults(event: Any, notes: Notes) -> None:
    for name, _ in event.errors:
        notes.add("property-broken", name=name)
    if not str(event.get("UID", "")).strip():
        notes.add("uid-missing")
    if attached := event.get("ATTACH"):
        notes.add("attachment", count=len(attached) if isinstance(attached, list) else 1)


def _terms(vocabulary: Any) -> dict[str, str]:
    """What people call a term → its id."""
    found: dict[str, str] = {}
    for term in vocabulary:
        found |= {str(term.label(language)).casefold(): term.id for language in ("en", "sv", "fi")}
        found[term.id] = term.id
    return found


def _places(network: Network, region: str) -> dict[str, str]:
    """Name of a place, and its street with the municipality → its id; a region's own places first."""
    found: dict[str, str] = {}
    places = sorted(network.all_of(Place).values(), key=lambda place: (place.region == region, place.key))
    for place in places:
        reference = place.id if place.region == region else place.key
        names = [str(place.name), f"{place.name}, {place.municipality}"]
        if place.address_public and place.street:
            names += [f"{place.street}, {place.municipality}", f"{place.name}, {place.street}, {place.municipality}"]
        found |= {name.casefold(): reference for name in names}
    return found
