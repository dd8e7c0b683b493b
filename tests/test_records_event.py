"""What editors may write as events and repetitions, and what is said when it cannot be right."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_records import codes, event, faults_of_event
from tno.records import Event
from tno.records.moment import parse_duration, parse_moment
from tno.records.repeat import DAILY, MONTHLY, WEEKLY, YEARLY, Every, On

# --- moments and durations ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-24 17:00", datetime(2026, 12, 24, 17)),
        ("2026-12-24T17:00:00", datetime(2026, 12, 24, 17)),
        ("2026-12-24 klo 17.30", datetime(2026, 12, 24, 17, 30)),
        ("24.12.2026 klo 17", datetime(2026, 12, 24, 17)),
        ("24.12.2026, klo 17.05", datetime(2026, 12, 24, 17, 5)),
        ("24.12.2026 9", datetime(2026, 12, 24, 9)),
        ("4.1.2027", date(2027, 1, 4)),
        ("2026-12-24", date(2026, 12, 24)),
        ("2026-12-31 23:59", datetime(2026, 12, 31, 23, 59)),
    ],
)
def test_a_moment_is_read_as_people_write_it(text: str, moment: date) -> None:
    read = parse_moment(text)
    assert read == moment
    assert type(read) is type(moment)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("joulukuu", "moment-invalid"),
        ("to 24.12.2026", "moment-invalid"),
        ("2026-12-24 17:00 EET", "moment-invalid"),
        ("2026-12-24T17:00Z", "moment-invalid"),
        ("2026-12-2417", "moment-invalid"),
        ("24.12.2026klo 17", "moment-invalid"),
        ("2026-02-30", "date-impossible"),
        ("2026-02-30 12:00", "date-impossible"),
        ("2027-02-29 12:00", "date-impossible"),
        ("2026-12-24 24:00", "time-invalid"),
        ("2026-12-24 17:60", "time-invalid"),
    ],
)
def test_a_moment_that_is_not_in_the_calendar_is_refused(text: str, code: str) -> None:
    assert codes(faults_of_event(start=text, end=None)) == [(code, ("start",))]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2 h", 120),
        ("90 min", 90),
        ("1 h 30 min", 90),
        ("1,5 tuntia", 90),
        ("2t", 120),
        ("3 päivää", 4320),
        ("1 vrk", 1440),
    ],
)
def test_a_duration_is_read_as_people_write_it(text: str, minutes: int) -> None:
    assert parse_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["2", "kaksi tuntia", "0 h", "2 viikkoa", "h", "0,001 h", "-2 h", "2 h ja"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    assert codes(faults_of_event(end=None, duration=text)) == [("event-duration-invalid", ("duration",))]


# --- start and end --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "written", "end"),
    [
        ("2026-12-24 17:00", "19:00", datetime(2026, 12, 24, 19)),
        ("2026-12-24 17:00", "klo 19", datetime(2026, 12, 24, 19)),
        ("2026-12-24 22:00", "02:00", datetime(2026, 12, 25, 2)),
        ("2026-12-24 17:00", "2026-12-26 12:00", datetime(2026, 12, 26, 12)),
        ("2026-12-24", "2026-12-26", date(2026, 12, 26)),
        ("2026-12-24", "2026-12-24", date(2026, 12, 24)),
    ],
)
def test_an_end_is_completed_from_the_start(start: str, written: str, end: date) -> None:
    assert event(start=start, end=written).end == end


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("2026-12-24 17:00", "2026-12-24 16:00", "event-end-before-start"),
        ("2026-12-24 17:00", "2026-12-24 17:00", "event-end-before-start"),
        ("2026-12-24 17:00", "2025-12-24 19:00", "event-end-before-start"),
        ("2026-12-24 17:00", "16:00", "event-end-before-start"),
        ("2026-12-24", "2026-12-23", "event-end-before-start"),
        ("2026-12-24 17:00", "2026-12-26", "event-end-needs-clock"),
        ("2026-12-24", "2026-12-26 12:00", "event-end-needs-day"),
        ("2026-12-24", "12:00", "event-end-needs-day"),
        ("2027-03-28 01:00", "03:30", "event-time-missing"),
    ],
)
def test_an_end_that_does_not_fit_the_start_is_refused(start: str, end: str, code: str) -> None:
    assert codes(faults_of_event(start=start, end=end)) == [(code, ("end",))]


@pytest.mark.parametrize(
    ("values", "length"),
    [
        ({"start": "2026-12-24 17:00", "end": "19:00"}, timedelta(hours=2)),
        ({"start": "2026-12-24 17:00", "end": None, "duration": "90 min"}, timedelta(minutes=90)),
        ({"start": "2026-12-24 23:59", "end": None}, timedelta(0)),
        ({"start": "2026-12-24", "end": None}, timedelta(days=1)),
        ({"start": "2026-12-24", "end": "2026-12-26"}, timedelta(days=3)),
        ({"start": "2026-12-24", "end": None, "duration": "2 päivää"}, timedelta(days=2)),
    ],
)
def test_the_length_follows_from_end_or_duration(values: dict[str, Any], length: timedelta) -> None:
    assert event(**values).length == length


def test_an_end_and_a_duration_are_too_much_and_a_day_has_no_hours() -> None:
    assert codes(faults_of_event(end="14:00", duration="2 h")) == [("event-end-twice", ("duration",))]
    found = faults_of_event(start="2026-12-24", end=None, duration="2 h")
    assert codes(found) == [("event-duration-days", ("duration",))]


# --- the two nights, zones ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", ["2027-03-28 03:00", "2027-03-28 03:30", "2026-03-29 03:59"])
def test_a_start_in_the_missing_hour_says_so_and_when(start: str) -> None:
    (fault,) = faults_of_event(start=start, end=None)
    assert (fault.code, fault.path) == ("event-time-missing", ("start",))
    assert (fault.data["from"], fault.data["to"], fault.data["zone"]) == ("3.00", "4.00", "Europe/Helsinki")
    assert fault.data["suggestion"] == start.replace(" 03:", " 04:")


@pytest.mark.parametrize("start", ["2027-03-28 02:59", "2027-03-28 04:00", "2026-10-25 03:30", "2027-03-29 03:30"])
def test_times_that_the_clock_shows_once_or_twice_are_taken(start: str) -> None:
    assert event(start=start, end=None).start == parse_moment(start)


def test_the_missing_hour_is_that_of_the_events_own_zone() -> None:
    assert event(start="2027-03-28 03:30", end=None, zone="Europe/Stockholm").zone == "Europe/Stockholm"
    (fault,) = faults_of_event(start="2027-03-28 02:30", end=None, zone="Europe/Stockholm")
    assert (fault.data["from"], fault.data["to"]) == ("2.00", "3.00")


@pytest.mark.parametrize(
    ("zone", "meant"),
    [
        ("Stockholm", "Europe/Stockholm"),
        ("Europe/Stokholm", "Europe/Stockholm"),
        ("europe/helsinki", "Europe/Helsinki"),
        ("FLE Standard Time", None),
        ("Europe", None),
        ("../../etc/passwd", None),
    ],
)
def test_an_unknown_zone_gets_the_nearest_known(zone: str, meant: str | None) -> None:
    (fault,) = faults_of_event(zone=zone)
    assert (fault.code, fault.path) == ("zone-unknown", ("zone",))
    assert meant is None or fault.data["suggestion"] == meant


# --- repetition -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("päivä", Every(DAILY, 1)),
        ("paiva", Every(DAILY, 1)),
        ("viikko", Every(WEEKLY, 1)),
        ("joka viikko", Every(WEEKLY, 1)),
        ("viikoittain", Every(WEEKLY, 1)),
        ("2 viikkoa", Every(WEEKLY, 2)),
        ("joka toinen viikko", Every(WEEKLY, 2)),
        ("Joka 3. viikko", Every(WEEKLY, 3)),
        ("kahden viikon välein", Every(WEEKLY, 2)),
        ("kuukausi", Every(MONTHLY, 1)),
        ("3 kk", Every(MONTHLY, 3)),
        ("vuosittain", Every(YEARLY, 1)),
    ],
)
def test_how_often_is_read_as_people_write_it(text: str, every: Every) -> None:
    repeat = event(repeat={"every": text}).repeat
    assert repeat is not None
    assert repeat.every == every
    assert (repeat.unit, repeat.step) == every


@pytest.mark.parametrize("repeat", [{"every": "viikko", "interval": "2"}, {"every": "2 viikkoa", "interval": "2"}])
def test_how_often_may_be_told_beside_the_unit(repeat: dict[str, str]) -> None:
    read = event(repeat=repeat).repeat
    assert read is not None
    assert (read.unit, read.step) == (WEEKLY, 2)


@pytest.mark.parametrize(
    ("start", "every", "on", "read"),
    [
        ("2026-10-13", "viikko", "ti", On(weekdays=(1,))),
        ("2026-10-13", "viikko", ["to", "ti"], On(weekdays=(1, 3))),
        ("2026-10-13", "viikko", "ti-to", On(weekdays=(1, 2, 3))),
        ("2026-10-13", "viikko", "tiistaisin", On(weekdays=(1,))),
        ("2026-10-13", "kuukausi", "toinen tiistai", On(nth=((2, 1),))),
        ("2026-10-13", "kuukausi", "2. tiistai", On(nth=((2, 1),))),
        ("2026-10-13", "kuukausi", "kuukauden toinen ti", On(nth=((2, 1),))),
        ("2026-10-13", "kuukausi", ["toinen tiistai", "viimeinen perjantai"], On(nth=((2, 1), (-1, 4)))),
        ("2026-10-15", "kuukausi", "15", On(month_days=(15,))),
        ("2026-10-15", "kuukausi", "15. päivä", On(month_days=(15,))),
        ("2026-10-31", "kuukausi", "viimeinen päivä", On(month_days=(-1,))),
        ("2026-10-13", "vuosi", "toinen tiistai", On(nth=((2, 1),))),
    ],
)
def test_which_day_is_read_as_people_write_it(start: str, every: str, on: Any, read: On) -> None:
    repeat = event(start=start, end=None, repeat={"every": every, "on": on}).repeat
    assert repeat is not None
    assert repeat.on == read


@pytest.mark.parametrize(
    ("repeat", "code", "path", "suggestion"),
    [
        ({"every": "viiko"}, "repeat-every-unknown", ("every",), "viikko"),
        ({"every": "joka toinen tiistai"}, "repeat-every-unknown", ("every",), None),
        ({"every": "0 viikkoa"}, "repeat-interval-zero", ("every",), None),
        ({"every": "viikko", "interval": "0"}, "repeat-interval-zero", ("interval",), None),
        ({"every": "2 viikkoa", "interval": "3"}, "repeat-interval-twice", ("interval",), None),
        ({"every": "viikko", "on": "tistai"}, "repeat-on-unknown", ("on",), "tiistai"),
        ({"every": "viikko", "on": ["ti", "tors"]}, "repeat-on-unknown", ("on",), "torstai"),
        ({"every": "kuukausi", "on": "tonen tiistai"}, "repeat-on-unknown", ("on",), "toinen tiistai"),
        ({"every": "kuukausi", "on": "32"}, "repeat-on-unknown", ("on",), None),
        ({"every": "kuukausi", "on": ["15", "toinen tiistai"]}, "repeat-on-mixed", ("on",), None),
        ({"every": "päivä", "on": "ti"}, "repeat-on-unfit-day", ("on",), None),
        ({"every": "viikko", "on": "toinen tiistai"}, "repeat-on-unfit-week", ("on",), None),
        ({"every": "kuukausi", "on": "ti"}, "repeat-on-unfit-month", ("on",), None),
        ({"every": "vuosi", "on": "15"}, "repeat-on-unfit-year", ("on",), None),
        ({"every": "viikko", "until": "2026-12-31", "times": "5"}, "repeat-two-ends", ("times",), None),
        ({"every": "viikko", "until": "2026-10-12"}, "repeat-until-before-start", ("until",), None),
        ({"every": "viikko", "times": "0"}, "repeat-no-occurrence", ("times",), None),
        ({"every": "viikko", "times": "1001"}, "repeat-too-many", ("times",), None),
        ({"every": "päivä", "until": "2029-07-09"}, "repeat-too-many", ("until",), None),
        ({"every": "viikko", "on": "ke"}, "repeat-start-off-rule", ("on",), "2026-10-14 12:00"),
        ({"every": "kuukausi", "on": "kolmas tiistai"}, "repeat-start-off-rule", ("on",), "2026-10-20 12:00"),
        ({"every": "viikko", "on": "ke", "until": "2026-10-13"}, "repeat-no-occurrence", ("until",), None),
    ],
)
def test_a_repetition_that_cannot_be_is_named_at_its_key(
    repeat: dict[str, Any], code: str, path: tuple[str, ...], suggestion: str | None
) -> None:
    (fault,) = faults_of_event(repeat=repeat)
    assert (fault.code, fault.path[:2]) == (code, ("repeat", *path))
    assert suggestion is None or fault.data["suggestion"] == suggestion


def test_a_thousand_occurrences_are_enough_and_taken() -> None:
    assert event(repeat={"every": "päivä", "until": "2029-07-08"}).rule is not None
    assert event(repeat={"every": "viikko", "times": "1000"}).rule is not None


def test_a_repetition_on_a_day_no_month_has_ends_in_a_fault_and_not_in_a_search_without_end() -> None:
    found = faults_of_event(start="2026-02-10", end=None, repeat={"every": "12 kk", "on": "31"})
    assert codes(found) == [("repeat-no-occurrence", ("repeat",))]


# --- exceptions, extras, changes ------------------------------------------------------------------------------------

WEEKLY_UNTIL_NEW_YEAR = {"every": "viikko", "until": "2026-12-31"}


@pytest.mark.parametrize(
    ("key", "values", "nearest"),
    [
        ("except", ["2026-12-23"], "2026-12-22"),
        ("except", ["2026-01-01"], "2026-10-13"),
        ("except", ["2027-06-01"], "2026-12-29"),
        ("overrides", [{"date": "2026-12-24", "status": "peruttu"}], "2026-12-22"),
        ("overrides", [{"date": "2026-12-26", "start": "13:00"}], "2026-12-29"),
    ],
)
def test_a_date_the_rule_never_gives_gets_the_nearest_it_gives(key: str, values: Any, nearest: str) -> None:
    (fault,) = faults_of_event(repeat=WEEKLY_UNTIL_NEW_YEAR, **{key: values})
    assert fault.code == "event-date-off-rule"
    assert fault.path == ((key, 0) if key == "except" else (key, 0, "date"))
    assert fault.data["suggestion"] == nearest


@pytest.mark.parametrize(
    ("values", "code", "path"),
    [
        ({"except": ["2026-10-20", "20.10.2026"]}, "event-date-twice", ("except", 1)),
        ({"extra": ["2026-10-21", "2026-10-21 18:00"]}, "event-date-twice", ("extra", 1)),
        ({"extra": ["2026-10-20"]}, "event-extra-twice", ("extra", 0)),
        ({"extra": ["2026-10-13 18:00"]}, "event-extra-twice", ("extra", 0)),
        ({"extra": ["2027-03-28 03:30"]}, "event-time-missing", ("extra", 0)),
        (
            {"overrides": [{"date": "2026-10-20", "note": "a"}, {"date": "2026-10-20", "note": "b"}]},
            "event-date-twice",
            ("overrides", 1, "date"),
        ),
        (
            {"except": ["2026-10-20"], "overrides": [{"date": "2026-10-20", "status": "peruttu"}]},
            "event-override-left-out",
            ("overrides", 0, "date"),
        ),
        (
            {"overrides": [{"date": "2026-10-20", "start": "15:00", "end": "14:30"}]},
            "event-end-before-start",
            ("overrides", 0, "end"),
        ),
        (
            {"overrides": [{"date": "2026-10-20", "end": "2026-10-20"}]},
            "event-end-needs-clock",
            ("overrides", 0, "end"),
        ),
        (
            {"overrides": [{"date": "2026-10-20", "start": "2027-03-28 03:30"}]},
            "event-time-missing",
            ("overrides", 0, "start"),
        ),
        (
            {"overrides": [{"date": "2026-10-20", "status": "siirretty-verkkoon"}]},
            "event-online-missing",
            ("overrides", 0, "status"),
        ),
        ({"overrides": [{"start": "15:00"}]}, "key-missing", ("overrides", 0, "date")),
        ({"overrides": [{"date": "2026-10-20", "status": "peruutettu"}]}, "term-unknown", ("overrides", 0, "status")),
    ],
)
def test_a_date_told_wrongly_is_named_at_its_place(
    values: dict[str, Any], code: str, path: tuple[str | int, ...]
) -> None:
    assert codes(faults_of_event(repeat=WEEKLY_UNTIL_NEW_YEAR, **values)) == [(code, path)]


def test_an_extra_date_of_what_happens_once_is_another_date() -> None:
    assert codes(faults_of_event(extra=["2026-10-13"])) == [("event-extra-twice", ("extra", 0))]


def test_leaving_out_needs_a_repetition_and_must_leave_something() -> None:
    found = faults_of_event(**{"except": ["2026-10-13"]})
    assert codes(found) == [("event-except-without-repeat", ("except",))]
    every_date = {"repeat": {"every": "viikko", "times": "2"}, "except": ["2026-10-13", "2026-10-20"]}
    assert codes(faults_of_event(**every_date)) == [("repeat-no-occurrence", ("except",))]
    assert event(**every_date, extra=["2026-10-21"]).extra == (datetime(2026, 10, 21, 12),)


def test_an_all_day_event_takes_no_clock_times_anywhere() -> None:
    found = faults_of_event(
        start="2026-10-13",
        end=None,
        repeat={"every": "viikko"},
        extra=["2026-10-21 18:00"],
    )
    assert codes(found) == [("event-clock-on-all-day", ("extra", 0))]
    found = faults_of_event(
        start="2026-10-13",
        end=None,
        repeat={"every": "viikko"},
        overrides=[{"date": "2026-10-20", "start": "12:00", "end": "2026-10-20 13:00"}],
    )
    assert codes(found) == [
        ("event-clock-on-all-day", ("overrides", 0, "start")),
        ("event-clock-on-all-day", ("overrides", 0, "end")),
    ]


def test_changed_times_become_moments() -> None:
    (clock, moved, longer) = event(
        repeat=WEEKLY_UNTIL_NEW_YEAR,
        overrides=[
            {"date": "2026-10-20", "start": "13", "end": "16"},
            {"date": "2026-10-27", "start": "2026-10-28"},
            {"date": "2026-11-03", "end": "18"},
        ],
    ).overrides
    assert (clock.start, clock.end) == (datetime(2026, 10, 20, 13), datetime(2026, 10, 20, 16))
    assert (moved.start, moved.end) == (datetime(2026, 10, 28, 12), None)
    assert (longer.start, longer.end) == (datetime(2026, 11, 3, 12), datetime(2026, 11, 3, 18))


def test_an_extra_date_takes_the_clock_of_the_start_unless_it_has_its_own() -> None:
    extra = event(extra=["2026-10-20", "2026-10-21 18:00"]).extra
    assert extra == (datetime(2026, 10, 20, 12), datetime(2026, 10, 21, 18))


# --- where, sign-up, series -----------------------------------------------------------------------------------------

ADDRESS = "https://example.org/linja"


@pytest.mark.parametrize(
    ("values", "attendance"),
    [
        ({}, "paikan-paalla"),
        ({"online_url": ADDRESS}, "hybridi"),
        ({"place": None, "online_url": ADDRESS}, "verkossa"),
        ({"place": None, "kind": "hakuaika"}, None),
        ({"attendance": "Paikan päällä"}, "paikan-paalla"),
    ],
)
def test_attendance_follows_from_place_and_address(values: dict[str, Any], attendance: str | None) -> None:
    assert event(**values).attendance == attendance


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"place": None}, "event-where-missing"),
        ({"place": None, "online_url": ADDRESS, "attendance": "paikan-paalla"}, "event-place-missing"),
        ({"place": None, "online_url": ADDRESS, "attendance": "hybridi"}, "event-place-missing"),
        ({"attendance": "hybridi"}, "event-online-missing"),
        ({"attendance": "verkossa"}, "event-online-missing"),
        ({"status": "siirretty-verkkoon"}, "event-online-missing"),
    ],
)
def test_people_must_be_able_to_find_it(values: dict[str, Any], code: str) -> None:
    assert codes(faults_of_event(**values)) == [(code, ("attendance",))]


@pytest.mark.parametrize(
    ("signup", "code", "key"),
    [
        ({"opens": "2026-10-01", "closes": "2026-09-30"}, "event-signup-backwards", "closes"),
        ({"opens": "2026-10-01 12:00", "closes": "2026-10-01 11:59"}, "event-signup-backwards", "closes"),
        ({"closes": "2026-10-14"}, "event-signup-late", "closes"),
        ({"closes": "2026-10-13 14:01"}, "event-signup-late", "closes"),
        ({"opens": "2027-10-01"}, "event-signup-late", "opens"),
        ({"email": "ei osoite"}, "email-invalid", "email"),
    ],
)
def test_a_sign_up_that_cannot_be_used_is_named_at_its_key(signup: dict[str, str], code: str, key: str) -> None:
    assert codes(faults_of_event(signup=signup)) == [(code, ("signup", key))]


@pytest.mark.parametrize(
    ("signup", "repeat"),
    [
        ({"opens": "2026-10-01", "closes": "2026-10-01"}, None),
        ({"closes": "2026-10-13"}, None),
        ({"closes": "2026-10-13 14:00"}, None),
        ({"closes": "2026-12-29"}, WEEKLY_UNTIL_NEW_YEAR),
        ({"closes": "2030-01-01"}, {"every": "viikko"}),
    ],
)
def test_signing_up_may_go_on_until_it_is_over(signup: dict[str, str], repeat: dict[str, str] | None) -> None:
    assert event(signup=signup, repeat=repeat).signup is not None


def test_a_series_is_known_by_its_name_and_has_an_address() -> None:
    assert event(series="Ohjauksen vertaisfoorumit").series_slug == "ohjauksen-vertaisfoorumit"
    assert codes(faults_of_event(series="…")) == [("event-series-unnamed", ("series",))]


def test_a_wrong_date_left_out_does_not_hide_a_wrong_change() -> None:
    found = faults_of_event(
        repeat=WEEKLY_UNTIL_NEW_YEAR,
        overrides=[{"date": "2026-12-24", "status": "peruttu"}],
        **{"except": ["2026-12-31"]},
    )
    assert codes(found) == [("event-date-off-rule", ("except", 0)), ("event-date-off-rule", ("overrides", 0, "date"))]


def test_every_fault_of_an_event_comes_at_once() -> None:
    found = faults_of_event(
        name=None,
        start="2026-02-30",
        zone="Suomi",
        kind="juhla",
        place=None,
        repeat={"every": "viiko", "on": "tistai", "until": "loppu"},
        signup={"opens": "2026-10-01", "closes": "2026-09-30"},
    )
    assert [fault.code for fault in found] == [
        "key-empty",
        "term-unknown",
        "zone-unknown",
        "date-impossible",
        "repeat-every-unknown",
        "repeat-on-unknown",
        "date-invalid",
        "event-signup-backwards",
    ]


# --- any values -----------------------------------------------------------------------------------------------------

TEXTS = st.text(alphabet="0123456789-.: kloTpäivässautonen", max_size=22)


@settings(max_examples=150)
@given(TEXTS, TEXTS, TEXTS)
def test_no_text_breaks_the_check(start: str, end: str, on: str) -> None:
    faults_of_event(start=start, end=end, duration=end, repeat={"every": on, "on": on}, extra=[start])


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)))
def test_a_moment_written_either_way_is_read_the_same(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0, fold=0)
    assert parse_moment(f"{moment:%Y-%m-%d %H:%M}") == moment
    assert parse_moment(f"{moment.day}.{moment.month}.{moment.year} klo {moment.hour}.{moment:%M}") == moment


def test_the_json_schema_names_the_keys_as_files_have_them() -> None:
    properties = Event.model_json_schema()["properties"]
    assert "except" in properties
    assert "except_" not in properties
    assert {"start", "repeat", "overrides", "signup"} <= set(properties)


def test_a_clock_time_alone_is_a_time_only_where_it_can_be_completed() -> None:
    assert event(end="14:30").end == datetime.combine(date(2026, 10, 13), time(14, 30))
    assert codes(faults_of_event(start="12:00", end=None)) == [("moment-invalid", ("start",))]
