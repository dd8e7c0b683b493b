"""Calendar files: what three readers see in them is what the model says, and nothing breaks a line."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
import quickjs
import recurring_ical_events
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from calendar_records import HELSINKI, event
from chromium import script
from scenes import scene_of
from tno.exports.ics import MOST_OCTETS, Calendars
from tno.exports.timezone import FIRST_YEAR, HELSINKI_LINES, LAST_YEAR, computed_lines, vtimezone
from tno.ledger import Line
from tno.model.occurrence import occurrences_between
from tno.records import Event
from tno.views.scene import Scene

LINE = Line("0" * 24, "2026-09-01", "2026-11-20", 3)
WEEKLY = {"every": "viikko"}
AWKWARD = "Ääni; öljy, \\ ja 🌲🌲🌲\nuusi rivi: " + "Äö" * 60


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return scene_of(tmp_path_factory.mktemp("region"), {})


def meeting(**values: Any) -> Event:
    made = event(**values)
    return made.model_copy(update={"region": "lappi"})


def calendar_of(scene: Scene, *events: Event) -> bytes:
    calendars = Calendars(scene, "https://portaali.example.org/tno/")
    return calendars.calendar("Lappi", [calendars.component(each, LINE) for each in events])


Moments = tuple[str, str]


def ours(found: Event, first: date, last: date) -> list[Moments]:
    """Start and end of every occurrence from `first` to `last`, as UTC or as a date."""
    begin, end = (datetime.combine(day, datetime.min.time(), HELSINKI) for day in (first, last))
    every = occurrences_between(found, begin, end)
    return sorted(_moments(each.start, each.end, each.all_day) for each in every)


def _moments(start: datetime, end: datetime, all_day: bool) -> Moments:
    if all_day:
        return start.date().isoformat(), end.date().isoformat()
    return _utc(start), _utc(end)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def by_icalendar(data: bytes, first: date, last: date) -> list[Moments]:
    begin, end = (datetime.combine(day, datetime.min.time(), HELSINKI) for day in (first, last))
    found = []
    for each in recurring_ical_events.of(Calendar.from_ical(data)).between(begin, end):
        start = each["DTSTART"].dt
        after = each["DTEND"].dt if "DTEND" in each else start
        found.append((_utc(start), _utc(after)) if isinstance(start, datetime) else (str(start), str(after)))
    return sorted(found)


@cache
def ical_js() -> quickjs.Context:
    """ical.js and the script that asks it, in one engine."""
    context = quickjs.Context()
    context.eval("var exports = {}, module = {exports: exports};")
    context.eval(script("ical.js/dist/ical.es5.cjs").read_text(encoding="utf-8"))
    context.eval("var ICAL = module.exports.default || module.exports;")
    context.eval((Path(__file__).parent / "referee.js").read_text(encoding="utf-8"))
    return context


def by_ical_js(data: bytes, first: date, last: date) -> list[Moments]:
    begin, end = (datetime.combine(day, datetime.min.time(), HELSINKI).timestamp() * 1000 for day in (first, last))
    found = json.loads(ical_js().get("occurrences")(data.decode(), begin, end))
    return sorted((start.replace(".000Z", "Z"), after.replace(".000Z", "Z")) for _, start, after in found)


LAST_FRIDAY = {"every": "kuukausi", "on": "viimeinen perjantai"}
EVENTS: dict[str, dict[str, Any]] = {
    "weekly over both nights": {"repeat": WEEKLY},
    "every second week, three days": {"repeat": {"every": "2 viikkoa", "on": ["ti", "to", "pe"]}},
    "second Tuesday": {"repeat": {"every": "kuukausi", "on": "toinen tiistai"}},
    "last Friday": {
        "start": "2026-10-30 09:00",
        "end": "11:00",
        "repeat": {"every": "kuukausi", "on": "viimeinen perjantai"},
    },
    "the 31st": {"start": "2026-10-31 09:00", "end": "11:00", "repeat": {"every": "kuukausi"}},
    "leap day": {"start": "2024-02-29 09:00", "end": "11:00", "repeat": {"every": "vuosi"}},
    "until": {"repeat": WEEKLY | {"until": "2026-12-01"}},
    "times": {"repeat": WEEKLY | {"times": 7}},
    "exceptions, extras": {"repeat": WEEKLY, "except": ["2026-10-27", "2026-12-29"], "extra": ["2026-10-25 10:00"]},
    "changes": {
        "repeat": WEEKLY,
        "overrides": [
            {"date": "2026-10-20", "start": "2026-10-21 15:00", "end": "2026-10-21 16:00"},
            {"date": "2026-10-27", "status": "peruttu"},
            {"date": "2027-03-30", "start": "18:00", "end": "20:00"},
        ],
    },
    "over midnight": {"start": "2026-10-17 22:00", "end": "06:00", "repeat": WEEKLY},
    "Stockholm": {"zone": "Europe/Stockholm", "repeat": WEEKLY},
    "New York": {"zone": "America/New_York", "repeat": WEEKLY},
    "Tokyo": {"zone": "Asia/Tokyo", "repeat": {"every": "kuukausi", "on": "toinen tiistai"}},
    "whole day": {"start": "2026-12-31", "end": None, "repeat": {"every": "vuosi"}},
    "several days": {"start": "2026-12-30", "end": "2027-01-02"},
    "deadline": {"start": "2026-12-31 23:59", "end": None, "kind": "maaraaika"},
    "once in the hour shown twice": {"start": "2026-10-25 03:30", "end": "03:45"},
    "every day over New Year": {"start": "2026-12-20 08:15", "end": "08:30", "repeat": {"every": "päivä", "times": 40}},
}
WINDOWS = [
    (date(2026, 10, 1), date(2026, 11, 5)),
    (date(2026, 12, 15), date(2027, 1, 20)),
    (date(2027, 3, 15), date(2027, 4, 15)),
    (date(2028, 2, 15), date(2028, 3, 15)),
]


@pytest.mark.parametrize("name", EVENTS)
def test_icalendar_finds_the_same_occurrences(scene: Scene, name: str) -> None:
    made = meeting(**EVENTS[name])
    data = calendar_of(scene, made)
    for window in WINDOWS:
        assert by_icalendar(data, *window) == ours(made, *window), (window, data.decode())
    assert any(ours(made, *window) for window in WINDOWS)


@pytest.mark.npm
@pytest.mark.parametrize("name", EVENTS)
def test_ical_js_finds_the_same_occurrences(scene: Scene, name: str) -> None:
    made = meeting(**EVENTS[name])
    data = calendar_of(scene, made)
    for window in WINDOWS:
        assert by_ical_js(data, *window) == ours(made, *window), (window, data.decode())


# --- zones ------------------------------------------------------------------------------------------------------------


def test_the_constant_of_helsinki_is_what_the_tz_database_gives() -> None:
    assert computed_lines("Europe/Helsinki") == HELSINKI_LINES
    assert vtimezone("Europe/Helsinki") is HELSINKI_LINES


ZONES = ["Europe/Helsinki", "Europe/Stockholm", "Europe/London", "America/New_York", "Asia/Tokyo", "Europe/Istanbul"]


def offsets(zone: str) -> tuple[Any, ZoneInfo]:
    """The zone as icalendar reads its VTIMEZONE, and as the tz database has it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *vtimezone(zone), "END:VCALENDAR"]
    (component,) = Calendar.from_ical("\r\n".join(lines)).walk("VTIMEZONE")
    return component.to_tz(lookup_tzid=False), ZoneInfo(zone)


@pytest.mark.parametrize(
    "zone", ["Europe/Helsinki", "Europe/Stockholm", "Europe/London", "America/New_York", "Asia/Tokyo"]
)
def test_a_zone_is_the_same_as_in_the_tz_database_for_forty_years(zone: str) -> None:
    told, known = offsets(zone)
    noon = datetime(FIRST_YEAR, 4, 15, 12)
    while noon.year <= LAST_YEAR:
        assert noon.replace(tzinfo=told).utcoffset() == noon.replace(tzinfo=known).utcoffset(), noon
        noon += timedelta(days=3)


def test_every_zone_has_a_component() -> None:
    for zone in sorted(available_timezones())[::9]:
        lines = vtimezone(zone)
        assert lines[0] == "BEGIN:VTIMEZONE" and lines[-1] == "END:VTIMEZONE" and len(lines) > 5


# --- what the lines say -----------------------------------------------------------------------------------------------


def only(data: bytes) -> Any:
    (component,) = Calendar.from_ical(data).walk("VEVENT")
    return component


def test_texts_are_read_back_as_they_were_written(scene: Scene) -> None:
    found = only(calendar_of(scene, meeting(name="Ääni; öljy, \\ ja 🌲", description=AWKWARD)))
    assert str(found["SUMMARY"]) == "Ääni; öljy, \\ ja 🌲"
    assert AWKWARD in str(found["DESCRIPTION"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300))
def test_no_text_breaks_a_line(scene: Scene, text: str) -> None:
    made = meeting().model_copy(update={"description": text})
    data = calendar_of(scene, made)
    assert all(len(line) <= MOST_OCTETS for line in data.split(b"\r\n"))
    assert text.strip() in str(only(data)["DESCRIPTION"])


def test_times_come_from_the_ledger(scene: Scene) -> None:
    found = only(calendar_of(scene, meeting()))
    assert found["UID"] == "lappi-kokous@portaali.example.org"
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == datetime(2026, 11, 20, tzinfo=UTC)
    assert (found["CREATED"].dt, found["SEQUENCE"]) == (datetime(2026, 9, 1, tzinfo=UTC), 3)
    assert found["URL"] == "https://portaali.example.org/tno/lappi/tapahtumat/kokous/"


@pytest.mark.parametrize(
    ("status", "ical", "name"),
    [
        ("vahvistettu", "CONFIRMED", "Kokous"),
        ("peruttu", "CANCELLED", "Peruttu: Kokous"),
        ("lykatty", "TENTATIVE", "Lykätty toistaiseksi: Kokous"),
        ("siirretty", "CONFIRMED", "Kokous"),
    ],
)
def test_a_state_is_said_in_the_status_and_where_it_matters_in_the_name(
    scene: Scene, status: str, ical: str, name: str
) -> None:
    found = only(calendar_of(scene, meeting(status=status)))
    assert (found["STATUS"], str(found["SUMMARY"])) == (ical, name)


def test_a_cancelled_date_stays_with_its_recurrence_id(scene: Scene) -> None:
    made = meeting(repeat=WEEKLY, overrides=[{"date": "2026-10-27", "status": "peruttu", "note": "Syysloma."}])
    whole, one = Calendar.from_ical(calendar_of(scene, made)).walk("VEVENT")
    assert (whole["STATUS"], one["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert one["RECURRENCE-ID"].dt == datetime(2026, 10, 27, 12, tzinfo=HELSINKI)
    assert str(one["DESCRIPTION"]).find("Syysloma.") >= 0


def test_whole_days_and_deadlines_do_not_make_anybody_busy(scene: Scene) -> None:
    assert only(calendar_of(scene, meeting(start="2026-12-31", end=None)))["TRANSP"] == "TRANSPARENT"
    assert (
        only(calendar_of(scene, meeting(start="2026-12-31 23:59", end=None, kind="maaraaika")))["TRANSP"]
        == "TRANSPARENT"
    )
    assert only(calendar_of(scene, meeting()))["TRANSP"] == "OPAQUE"


@pytest.mark.parametrize("status", ["peruttu", "lykatty"])
def test_what_is_cancelled_or_postponed_leaves_the_time_free(scene: Scene, status: str) -> None:
    assert only(calendar_of(scene, meeting(status=status)))["TRANSP"] == "TRANSPARENT"
    data = calendar_of(scene, meeting(repeat=WEEKLY, overrides=[{"date": "2026-10-20", "status": status}]))
    found = [each["TRANSP"] for each in Calendar.from_ical(data).walk("VEVENT")]
    assert found == ["OPAQUE", "TRANSPARENT"]


def test_a_calendar_names_each_zone_it_uses_once(scene: Scene) -> None:
    data = calendar_of(scene, meeting(), meeting(zone="Europe/Stockholm"), meeting(start="2026-12-31", end=None))
    zones = [str(zone["TZID"]) for zone in Calendar.from_ical(data).walk("VTIMEZONE")]
    assert zones == ["Europe/Helsinki", "Europe/Stockholm"]
