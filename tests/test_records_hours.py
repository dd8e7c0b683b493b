"""What editors may write as hours, and what is said when it cannot be right."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_records import codes, faults_of_hours, hours
from tno.records.hours import Hours
from tno.records.season_day import MonthDay
from tno.records.spans import SPANS_PATTERN, Span, read_spans
from tno.records.week import NO_DAYS
from tno.records.weekdays import DAYS, WEEKDAYS_PATTERN, parse_weekdays

NINE_TO_FOUR = ((540, 960),)

# --- days -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "weekdays"),
    [
        ("ma", (0,)),
        ("ti-pe", (1, 2, 3, 4)),
        ("ti–pe", (1, 2, 3, 4)),
        ("Ma - Pe", (0, 1, 2, 3, 4)),
        ("ma, ke", (0, 2)),
        ("ma, ke ja pe", (0, 2, 4)),
        ("ma-ti, to", (0, 1, 3)),
        ("pe-ma", (4, 5, 6, 0)),
        ("keskiviikko", (2,)),
        ("keskiviikkoisin", (2,)),
        ("tiistaisin", (1,)),
        ("arkisin", (0, 1, 2, 3, 4)),
        ("viikonloppuisin", (5, 6)),
        ("joka päivä", (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_days_are_read_as_people_write_them(key: str, weekdays: tuple[int, ...]) -> None:
    assert parse_weekdays(key) == weekdays
    assert re.search(WEEKDAYS_PATTERN, key.lower().replace("  ", " ")), "the schema takes what the check takes"


@pytest.mark.parametrize("key", ["", "ma-", "-pe", "maa", "ma-ke-pe", "ma pe", "monday", "days", "ma,"])
def test_what_is_no_weekday_is_refused_by_check_and_schema_alike(key: str) -> None:
    assert codes(faults_of_hours({key: "9-16", "su": "10-12"})) == [("hours-day-unknown", (key,))]
    assert not re.search(WEEKDAYS_PATTERN, key)


@pytest.mark.parametrize(
    ("key", "meant"), [("manantai", "maanantai"), ("exeptions", "exceptions"), ("sason", "season")]
)
def test_a_misspelt_key_gets_the_nearest_day_or_field(key: str, meant: str) -> None:
    (fault,) = faults_of_hours({key: "9-16", "su": "10-12"})
    assert fault.data["suggestion"] == meant
    assert fault.at_key


# --- times ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("9-16", NINE_TO_FOUR),
        ("9–16", NINE_TO_FOUR),
        ("klo 9-16", NINE_TO_FOUR),
        ("09:00 - 16.00", NINE_TO_FOUR),
        ("klo 9.00 – klo 16:00", NINE_TO_FOUR),
        ("8.30-11.30, 12.15-16", ((510, 690), (735, 960))),
        ("12.15-16 ja 8.30-11.30", ((510, 690), (735, 960))),
        ("9-12, 12-16", ((540, 720), (720, 960))),
        ("00-24", ((0, 1440),)),
        ("0-24", ((0, 1440),)),
        ("22-02", ((1320, 1560),)),
        ("18-08", ((1080, 1920),)),
        ("20-24", ((1200, 1440),)),
        ("suljettu", ()),
        ("Kiinni", ()),
    ],
)
def test_times_are_read_as_people_write_them(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert read_spans(text) == (spans, [])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9,30-16", "9.30-16"),
        ("9-16.", "9-16"),
        ("24/7", "00-24"),
        ("Ympäri vuorokauden", "00-24"),
        ("klo. 9-16", "klo 9-16"),
    ],
)
def test_times_with_a_wrong_mark_are_told_once_with_what_was_meant(text: str, meant: str) -> None:
    spans, found = read_spans(text)
    assert spans == ()
    assert [(fault.code, fault.data["suggestion"]) for fault in found] == [("hours-range-invalid", meant)]


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("9", "hours-end-missing", None),
        ("9-", "hours-end-missing", None),
        ("klo 9", "hours-end-missing", None),
        ("aamupäivä", "hours-range-invalid", None),
        ("9-16-18", "hours-range-invalid", None),
        ("9.5-16", "hours-range-invalid", None),
        ("9-16,", "hours-range-invalid", None),
        ("9-24.30", "hours-clock-invalid", None),
        ("24.30-25", "hours-clock-invalid", None),
        ("24-02", "hours-clock-invalid", None),
        ("9.60-16", "hours-clock-invalid", None),
        ("9-9", "hours-range-empty", None),
        ("16-9", "hours-range-backwards", "9-16"),
        ("15.30-14", "hours-range-backwards", "14-15.30"),
        ("8-11, 10-12", "hours-overlap", None),
        ("8-16, 9-10", "hours-overlap", None),
        ("22-02, 23-24", "hours-overlap", None),
    ],
)
def test_impossible_times_are_named_at_their_day(text: str, code: str, suggestion: str | None) -> None:
    (fault,) = faults_of_hours({"ma": "9-16", "ti": text})
    assert (fault.code, fault.path) == (code, ("ti",))
    assert fault.data.get("suggestion") == suggestion


def test_an_overlap_names_both_times() -> None:
    (fault,) = faults_of_hours({"ma": "8.30-11, 10-12"})
    assert (fault.data["first"], fault.data["second"]) == ("8.30-11", "10-12")


def test_every_fault_of_every_key_comes_at_once() -> None:
    found = faults_of_hours(
        {
            "ma-pe": "9",
            "ke": "9-12",
            "lau": "10-12",
            "weeks": "joka toinen",
            "note": ["a"],
            "exceptions": [{"date": "2026-02-30", "hours": "9"}, {"closed": "kyllä"}],
            "unknown": "ehkä",
        }
    )
    assert codes(found) == [
        ("hours-end-missing", ("ma-pe",)),
        ("hours-day-twice", ("ke",)),
        ("hours-day-unknown", ("lau",)),
        ("hours-weeks-unknown", ("weeks",)),
        ("flag-invalid", ("unknown",)),
        ("date-impossible", ("exceptions", 0, "date")),
        ("hours-end-missing", ("exceptions", 0, "hours")),
        ("hours-exception-when-missing", ("exceptions", 1)),
        ("text-expected", ("note",)),
    ]


# --- the week as a whole --------------------------------------------------------------------------------------------


def test_a_day_said_to_be_closed_differs_from_one_not_mentioned() -> None:
    week = hours({"ma": "9-16", "la": "suljettu"}).days
    assert week == (((540, 960),), None, None, None, None, (), None)


@pytest.mark.parametrize("other", ["ke", "ti-to", "arkisin", "keskiviikko"])
def test_a_day_in_two_keys_names_both(other: str) -> None:
    (fault,) = faults_of_hours({"ma-pe": "9-16", other: "18-20"})
    assert (fault.code, fault.path, fault.at_key) == ("hours-day-twice", (other,), True)
    assert (fault.data["value"], fault.data["other"]) == (other, "ma-pe")


def test_a_night_that_lasts_into_the_next_opening_is_named_at_the_morning() -> None:
    (fault,) = faults_of_hours({"pe": "22-02", "la": "01-05"})
    assert (fault.code, fault.path) == ("hours-night-overlap", ("la",))
    assert (fault.data["other"], fault.data["value"]) == ("22-2", "1-5")


def test_the_last_night_of_the_week_meets_monday_unless_only_every_other_week_is_served() -> None:
    assert codes(faults_of_hours({"su": "22-02", "ma": "01-05"})) == [("hours-night-overlap", ("ma",))]
    assert hours({"su": "22-02", "ma": "01-05", "weeks": "parilliset"}).weeks == "parilliset"


@pytest.mark.parametrize("values", [{}, {"note": "sovi aika"}, {"weeks": "parilliset"}, {"unknown": "ei"}])
def test_hours_without_days_say_nothing(values: dict[str, Any]) -> None:
    assert codes(faults_of_hours(values)) == [("hours-empty", ())]


@pytest.mark.parametrize(
    "values",
    [
        {"unknown": "kyllä"},
        {"unknown": "true", "note": "kysy puhelimella"},
        {"exceptions": [{"date": "2026-12-01", "hours": "10-14"}]},
        {"season": {"from": "1.6.", "until": "31.8.", "ma": "9-12"}},
    ],
)
def test_hours_may_do_without_a_week(values: dict[str, Any]) -> None:
    assert hours(values).days == NO_DAYS


def test_unknown_hours_with_days_contradict_themselves() -> None:
    assert codes(faults_of_hours({"unknown": "kyllä", "ma": "9-16"})) == [("hours-unknown-with-days", ("unknown",))]


# --- seasons --------------------------------------------------------------------------------------------------------


def test_one_season_or_several_may_be_written() -> None:
    summer = {"from": "1.6.", "until": "31.8.", "ma-to": "9-15"}
    yule = {"from": "2026-12-21", "until": "2027-01-06", "ma": "10-12"}
    one, several = hours({"ma-pe": "9-16", "season": summer}), hours({"ma-pe": "9-16", "season": [summer, yule]})
    assert one.season == several.season[:1]
    assert one.season[0].bounds == (MonthDay(6, 1), MonthDay(8, 31))
    assert several.season[1].bounds == (date(2026, 12, 21), date(2027, 1, 6))


@pytest.mark.parametrize(
    ("season", "code", "path"),
    [
        ({"from": "1.6.", "until": "2026-08-31"}, "hours-season-mixed", ("season", "until")),
        ({"from": "2026-08-31", "until": "2026-06-01"}, "hours-season-backwards", ("season", "until")),
        ({"from": "31.6.", "until": "31.8."}, "date-impossible", ("season", "from")),
        ({"from": "kesäkuu", "until": "31.8."}, "date-invalid", ("season", "from")),
        ({"from": "1.6."}, "key-missing", ("season", "until")),
        ({"from": "1.6.", "until": "31.8.", "ma": "9"}, "hours-end-missing", ("season", "ma")),
        ({"from": "1.6.", "until": "31.8.", "note": "x", "maa": "9-10"}, "hours-day-unknown", ("season", "maa")),
    ],
)
def test_a_season_that_cannot_be_is_named_at_its_key(season: dict[str, str], code: str, path: tuple[str, ...]) -> None:
    assert codes(faults_of_hours({"ma": "9-16", "season": season})) == [(code, path)]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("1.6.", "31.8."), ("31.8.", "30.9."), True),
        (("1.6.", "31.8."), ("1.9.", "31.5."), False),
        (("1.11.", "28.2."), ("2027-01-10", "2027-01-12"), True),
        (("1.6.", "31.8."), ("2026-09-01", "2027-05-31"), False),
        (("1.6.", "31.8."), ("2026-09-01", "2027-06-01"), True),
        (("2026-01-01", "2026-02-01"), ("2026-02-02", "2026-03-01"), False),
        (("29.2.", "29.2."), ("2026-01-01", "2026-12-31"), False),
        (("29.2.", "29.2."), ("2028-01-01", "2028-12-31"), True),
    ],
)
def test_seasons_with_days_of_their_own_may_not_share_a_day(
    one: tuple[str, str], other: tuple[str, str], meet: bool
) -> None:
    seasons = [{"from": first, "until": last, "ma": "9-10"} for first, last in (one, other)]
    for pair in (seasons, seasons[::-1]):
        expected = [("hours-season-overlap", ("season", 1, "from"))] if meet else []
        assert codes(faults_of_hours({"ma": "9-16", "season": pair})) == expected


# --- exceptions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("exception", "found"),
    [
        ({"hours": "9-12"}, [("hours-exception-when-missing", ())]),
        ({"date": "2026-12-23"}, [("hours-exception-what-missing", ())]),
        ({"date": "2026-12-23", "closed": "ei"}, [("hours-exception-what-missing", ())]),
        ({"date": "2026-12-23", "closed": "kyllä", "hours": "9-12"}, [("hours-exception-both", ("hours",))]),
        (
            {"date": "2026-12-23", "named_day": "jouluaatto", "closed": "kyllä"},
            [("hours-exception-when-many", ("named_day",))],
        ),
        ({"from": "2026-12-23", "closed": "kyllä"}, [("hours-exception-half", ("from",))]),
        ({"until": "2026-12-23", "closed": "kyllä"}, [("hours-exception-half", ("until",))]),
        (
            {"from": "2026-12-23", "until": "2026-12-22", "closed": "kyllä"},
            [("hours-exception-backwards", ("until",))],
        ),
        ({"named_day": "juhannus", "closed": "kyllä"}, [("term-unknown", ("named_day",))]),
        ({"date": "2026-12-23", "hours": "9"}, [("hours-end-missing", ("hours",))]),
        ({"day": "2026-12-23", "closed": "kyllä"}, [("hours-exception-when-missing", ()), ("key-unknown", ("day",))]),
    ],
)
def test_an_exception_that_cannot_be_is_named_at_its_key(
    exception: dict[str, str], found: list[tuple[str, tuple[str, ...]]]
) -> None:
    expected = [(code, ("exceptions", 0, *path)) for code, path in found]
    assert codes(faults_of_hours({"ma": "9-16", "exceptions": [exception]})) == expected


def test_a_named_day_may_be_its_label_or_one_of_several() -> None:
    exceptions = [
        {"named_day": "Jouluaatto", "closed": "kyllä"},
        {"named_day": ["vappu", "juhannusaatto"], "hours": "9-12"},
    ]
    assert [one.named_day for one in hours({"ma": "9-16", "exceptions": exceptions}).exceptions] == [
        ("jouluaatto",),
        ("vappu", "juhannusaatto"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "code", "key"),
    [
        ({"date": "2026-12-23"}, {"date": "23.12.2026"}, "hours-exception-twice", "date"),
        ({"named_day": "vappu"}, {"named_day": ["vapunaatto", "vappu"]}, "hours-exception-twice", "named_day"),
        (
            {"from": "2026-12-23", "until": "2026-12-27"},
            {"from": "2026-12-27", "until": "2026-12-30"},
            "hours-exception-overlap",
            "from",
        ),
    ],
)
def test_two_exceptions_of_equal_weight_may_not_meet(
    one: dict[str, Any], other: dict[str, Any], code: str, key: str
) -> None:
    exceptions = [{**one, "closed": "kyllä"}, {**other, "hours": "9-10"}]
    assert codes(faults_of_hours({"ma": "9-16", "exceptions": exceptions})) == [(code, ("exceptions", 1, key))]


def test_a_single_day_may_lie_inside_a_period() -> None:
    exceptions = [
        {"from": "2026-12-20", "until": "2026-12-30", "closed": "kyllä"},
        {"date": "2026-12-28", "hours": "9-10"},
    ]
    assert len(hours({"ma": "9-16", "exceptions": exceptions}).exceptions) == 2


# --- schema ---------------------------------------------------------------------------------------------------------


def test_the_json_schema_describes_days_and_takes_no_other_keys() -> None:
    schema = Hours.model_json_schema()
    assert set(schema["properties"]) == {"visibility", "weeks", "note", "season", "exceptions", "unknown"}
    assert schema["patternProperties"][WEEKDAYS_PATTERN]["pattern"] == SPANS_PATTERN
    assert schema["additionalProperties"] is False
    assert WEEKDAYS_PATTERN in schema["$defs"]["Season"]["patternProperties"]


def test_the_json_schema_takes_what_the_check_takes() -> None:
    schema = Hours.model_json_schema()
    for values in (
        {"ma-pe": "8.30-11.30, 12.15-16", "la": "suljettu", "season": {"from": "1.6.", "until": "31.8.", "ma": "9-12"}},
        {"ma-su": "00-24", "exceptions": [{"date": "2026-12-23", "closed": "kyllä"}]},
    ):
        jsonschema.validate(values, schema)
        hours(values)


# --- any text -------------------------------------------------------------------------------------------------------


@given(st.text(alphabet="0123456789-–.,: klojasu", max_size=25))
def test_no_text_of_times_breaks_the_reading(text: str) -> None:
    spans, found = read_spans(text)
    assert all(0 <= span.start_min < 1440 and span.start_min < span.end_min <= 1440 + 14 * 60 for span in spans)
    if not found:
        assert all(one.end_min <= other.start_min for one, other in pairwise(spans))
        again = ", ".join(map(str, spans)) or "suljettu"
        assert read_spans(again) == (spans, [])


@given(st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 840)), max_size=4))
def test_times_written_and_read_again_are_the_same(pairs: list[tuple[int, int]]) -> None:
    spans = sorted(Span(start, start + length) for start, length in pairs)
    written = ", ".join(map(str, spans))
    read, found = read_spans(written or "suljettu")
    assert read == tuple(spans)
    overlapping = any(other.start_min < one.end_min for one, other in pairwise(spans))
    assert bool(found) is overlapping


@given(
    st.dictionaries(st.one_of(st.sampled_from(DAYS), st.text(max_size=8)), st.one_of(st.none(), st.text(max_size=8)))
)
def test_no_mapping_breaks_the_check(values: dict[str, Any]) -> None:
    faults_of_hours(values)
