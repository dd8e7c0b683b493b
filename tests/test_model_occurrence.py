"""Occurrences and their RFC 5545 form: around both nights of the clock, New Year and leap day, against dateutil."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule as dateutil
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_records import HELSINKI, event, helsinki
from tno.model.occurrence import NaiveTimeError, occurrences_between, repeat_in_words
from tno.model.recurrence import recurrence
from tno.records import Event
from tno.records.repeat import DAILY, MONTHLY, WEEKLY, YEARLY, Repeat
from tno.records.rule import Rule, all_dates, dates_between, nearest_date, rrule_text

DAY = timedelta(days=1)
TUESDAYS = {"every": "viikko", "on": "ti"}


def between(event: Event, first: str, last: str) -> list[str]:
    """Local start and end of each occurrence from `first` to `last`, both included: "13.10. 12:00+03:00–14:00"."""
    start = datetime.fromisoformat(first).replace(tzinfo=HELSINKI)
    end = datetime.fromisoformat(last).replace(tzinfo=HELSINKI) + DAY
    return [_shown(found.start, found.end, found.cancelled) for found in occurrences_between(event, start, end)]


def _shown(start: datetime, end: datetime, cancelled: bool) -> str:
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{end.day}.{end.month}. {end:%H:%M}"
    offset = f"+{int(start.utcoffset().total_seconds()) // 3600}"  # type: ignore[union-attr]
    return f"{start.day}.{start.month}. {start:%H:%M}{offset}–{last}{' peruttu' if cancelled else ''}"


# --- the wall clock -------------------------------------------------------------------------------------------------


def test_a_weekly_meeting_stays_at_noon_over_both_nights() -> None:
    meeting = event(repeat=TUESDAYS)
    assert between(meeting, "2026-10-20", "2026-10-27") == ["20.10. 12:00+3–14:00", "27.10. 12:00+2–14:00"]
    assert between(meeting, "2027-03-23", "2027-03-30") == ["23.3. 12:00+2–14:00", "30.3. 12:00+3–14:00"]


def test_a_night_event_ends_by_the_new_clock() -> None:
    nights = event(start="2026-10-17 22:00", end="06:00", repeat={"every": "viikko"})
    (autumn,) = occurrences_between(nights, helsinki(2026, 10, 24, 12), helsinki(2026, 10, 25, 12))
    assert (autumn.start, autumn.end) == (helsinki(2026, 10, 24, 22), helsinki(2026, 10, 25, 6))
    assert autumn.end.astimezone(UTC) - autumn.start.astimezone(UTC) == timedelta(hours=9)
    (spring,) = occurrences_between(nights, helsinki(2027, 3, 27, 12), helsinki(2027, 3, 28, 12))
    assert spring.end.astimezone(UTC) - spring.start.astimezone(UTC) == timedelta(hours=7)


def test_a_time_shown_twice_is_the_first_of_the_two() -> None:
    (found,) = occurrences_between(
        event(start="2026-10-25 03:30", end="03:45"), helsinki(2026, 10, 25), helsinki(2026, 10, 26)
    )
    assert found.start.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_occurrence_in_the_skipped_hour_comes_an_hour_later_and_is_not_lost() -> None:
    sundays = event(start="2027-03-21 03:30", end="03:45", repeat={"every": "viikko", "times": "3"})
    assert between(sundays, "2027-03-21", "2027-04-05") == [
        "21.3. 03:30+2–03:45",
        "28.3. 04:30+3–04:45",
        "4.4. 03:30+3–03:45",
    ]


def test_a_meeting_in_stockholm_is_told_in_finnish_time() -> None:
    meeting = event(start="2026-10-20 10:00", end="11:00", zone="Europe/Stockholm", repeat={"every": "viikko"})
    assert between(meeting, "2026-10-20", "2026-10-27") == ["20.10. 11:00+3–12:00", "27.10. 11:00+2–12:00"]
    (first, *_) = occurrences_between(meeting, helsinki(2026, 10, 20), helsinki(2026, 10, 21))
    assert first.original == datetime(2026, 10, 20, 10)


def test_a_far_zone_may_change_the_date() -> None:
    meeting = event(start="2026-12-31 18:00", end="19:00", zone="America/New_York")
    assert between(meeting, "2027-01-01", "2027-01-01") == ["1.1. 01:00+2–02:00"]
    assert between(meeting, "2026-12-31", "2026-12-31") == []


# --- the window -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (helsinki(2026, 10, 13, 14), helsinki(2026, 10, 13, 15), 0),
        (helsinki(2026, 10, 13, 13, 59), helsinki(2026, 10, 13, 15), 1),
        (helsinki(2026, 10, 13, 11), helsinki(2026, 10, 13, 12), 0),
        (helsinki(2026, 10, 13, 11), helsinki(2026, 10, 13, 12, 1), 1),
        (helsinki(2026, 10, 13, 12, 30), helsinki(2026, 10, 13, 12, 40), 1),
        (datetime(2026, 10, 13, 9, tzinfo=UTC), datetime(2026, 10, 13, 10, tzinfo=UTC), 1),
        (datetime(2026, 10, 13, 11, tzinfo=UTC), datetime(2026, 10, 13, 12, tzinfo=UTC), 0),
    ],
)
def test_what_overlaps_the_window_is_found_and_its_end_is_left_out(start: datetime, end: datetime, found: int) -> None:
    assert len(occurrences_between(event(), start, end)) == found


def test_a_deadline_without_length_lies_on_its_own_day() -> None:
    deadline = event(start="2026-12-31 23:59", end=None)
    assert between(deadline, "2026-12-31", "2026-12-31") == ["31.12. 23:59+2–23:59"]
    assert between(deadline, "2027-01-01", "2027-01-01") == []
    midnight = event(start="2027-01-01 00:00", end=None)
    assert between(midnight, "2026-12-31", "2026-12-31") == []
    assert between(midnight, "2027-01-01", "2027-01-01") == ["1.1. 00:00+2–00:00"]


def test_the_window_is_cut_exactly_in_the_doubled_hour() -> None:
    ends_at_first_half_past_three = event(start="2026-10-25 03:00", end="03:30")
    first, second = helsinki(2026, 10, 25, 3, 15), helsinki(2026, 10, 25, 3, 15).replace(fold=1)
    assert len(occurrences_between(ends_at_first_half_past_three, first, helsinki(2026, 10, 25, 5))) == 1
    assert len(occurrences_between(ends_at_first_half_past_three, second, helsinki(2026, 10, 25, 5))) == 0


@pytest.mark.parametrize("naive", [0, 1])
def test_a_window_without_a_zone_means_nothing(naive: int) -> None:
    window = [helsinki(2026, 10, 1), helsinki(2026, 11, 1)]
    window[naive] = window[naive].replace(tzinfo=None)
    with pytest.raises(NaiveTimeError) as raised:
        occurrences_between(event(), *window)
    assert raised.value.value == window[naive]


def test_all_day_events_count_whole_local_days_with_the_last_one() -> None:
    days = event(start="2026-10-24", end="2026-10-25")
    (found,) = occurrences_between(days, helsinki(2026, 10, 25, 23), helsinki(2026, 10, 26))
    assert (found.start, found.end) == (helsinki(2026, 10, 24), helsinki(2026, 10, 26))
    assert (found.first_day, found.last_day, found.all_day) == (date(2026, 10, 24), date(2026, 10, 25), True)
    assert occurrences_between(days, helsinki(2026, 10, 26), helsinki(2026, 10, 27)) == []
    assert occurrences_between(days, helsinki(2026, 10, 23), helsinki(2026, 10, 24)) == []


def test_the_last_day_of_what_ends_at_midnight_is_the_day_before() -> None:
    (found,) = occurrences_between(event(end="2026-10-14 00:00"), helsinki(2026, 10, 13), helsinki(2026, 10, 14))
    assert found.last_day == date(2026, 10, 13)


def test_a_series_without_an_end_is_cut_at_the_window() -> None:
    endless = event(start="2012-10-16 12:00", repeat=TUESDAYS)
    assert len(occurrences_between(endless, helsinki(2026, 1, 1), helsinki(2027, 1, 1))) == 52


# --- months, years, leap days ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "repeat", "dates"),
    [
        ("2026-12-08", {"every": "kuukausi", "on": "toinen tiistai"}, ["2026-12-08", "2027-01-12", "2027-02-09"]),
        ("2026-12-25", {"every": "kuukausi", "on": "viimeinen perjantai"}, ["2026-12-25", "2027-01-29", "2027-02-26"]),
        ("2026-12-31", {"every": "kuukausi"}, ["2026-12-31", "2027-01-31", "2027-03-31", "2027-05-31"]),
        ("2026-12-31", {"every": "kuukausi", "on": "viimeinen päivä"}, ["2026-12-31", "2027-01-31", "2027-02-28"]),
        ("2028-02-29", {"every": "vuosi"}, ["2028-02-29", "2032-02-29", "2036-02-29"]),
        ("2026-11-24", {"every": "vuosi", "on": "viimeinen tiistai"}, ["2026-11-24", "2027-11-30", "2028-11-28"]),
        ("2026-12-29", {"every": "2 viikkoa", "on": "ti"}, ["2026-12-29", "2027-01-12", "2027-01-26"]),
        ("2026-12-31", {"every": "2 viikkoa", "on": ["ti", "to"]}, ["2026-12-31", "2027-01-12", "2027-01-14"]),
        ("2028-02-28", {"every": "päivä"}, ["2028-02-28", "2028-02-29", "2028-03-01"]),
    ],
)
def test_a_repetition_gives_the_dates_of_the_calendar(start: str, repeat: dict[str, Any], dates: list[str]) -> None:
    rule = event(start=start, end=None, repeat=repeat).rule
    assert rule is not None
    assert [str(day) for day in islice(all_dates(rule), len(dates))] == dates


def test_until_is_included_and_times_counts_from_the_start() -> None:
    until = event(repeat={**TUESDAYS, "until": "2026-10-27"})
    times = event(repeat={**TUESDAYS, "times": "3"}, **{"except": ["2026-10-20"]})
    assert [text[:6] for text in between(until, "2026-10-01", "2027-10-01")] == ["13.10.", "20.10.", "27.10."]
    assert [text[:6] for text in between(times, "2026-10-01", "2027-10-01")] == ["13.10.", "27.10."]


# --- changes --------------------------------------------------------------------------------------------------------

CHANGED = {
    "repeat": {**TUESDAYS, "until": "2026-12-15"},
    "except": ["2026-11-03"],
    "extra": ["2026-11-05 18:00"],
    "overrides": [
        {"date": "2026-10-27", "start": "13:00"},
        {"date": "2026-10-20", "status": "peruttu", "note": "sairastapaus"},
        {"date": "2026-11-05", "end": "21:00", "place": "toinen-talo"},
        {"date": "2026-11-10", "start": "2027-01-12 09:00", "end": "10:00", "status": "siirretty"},
    ],
}


def test_cancelled_ones_stay_left_out_ones_go_and_moved_ones_are_where_they_are() -> None:
    assert between(event(**CHANGED), "2026-10-13", "2026-11-17") == [
        "13.10. 12:00+3–14:00",
        "20.10. 12:00+3–14:00 peruttu",
        "27.10. 13:00+2–15:00",
        "5.11. 18:00+2–21:00",
        "17.11. 12:00+2–14:00",
    ]
    assert between(event(**CHANGED), "2027-01-01", "2027-01-31") == ["12.1. 09:00+2–10:00"]


def test_an_occurrence_knows_its_original_its_place_and_its_note() -> None:
    found = occurrences_between(event(**CHANGED), helsinki(2026, 10, 1), helsinki(2027, 2, 1))
    by_anchor = {occurrence.anchor: occurrence for occurrence in found}
    assert by_anchor["2026-11-10"].original == datetime(2026, 11, 10, 12)
    assert by_anchor["2026-11-10"].status == "siirretty"
    assert by_anchor["2026-11-05"].place == "lappi/toinen-talo"
    assert by_anchor["2026-10-13"].place == "lappi/talo"
    assert by_anchor["2026-10-20"].note == "sairastapaus"
    assert by_anchor["2026-10-13"].note is None


def test_a_cancelled_event_has_only_cancelled_occurrences() -> None:
    cancelled = event(status="peruttu", repeat={**TUESDAYS, "times": "2"})
    assert [
        found.cancelled for found in occurrences_between(cancelled, helsinki(2026, 1, 1), helsinki(2027, 1, 1))
    ] == [
        True,
        True,
    ]


def test_an_occurrence_moved_online_has_no_place() -> None:
    moved = event(
        repeat=TUESDAYS,
        online_url="https://example.org/linja",
        overrides=[{"date": "2026-10-20", "status": "siirretty-verkkoon"}],
    )
    places = [found.place for found in occurrences_between(moved, helsinki(2026, 10, 13), helsinki(2026, 10, 28))]
    assert places == ["lappi/talo", None, "lappi/talo"]


# --- as RFC 5545 has it ---------------------------------------------------------------------------------------------


def test_a_series_is_compiled_to_values_of_the_standard() -> None:
    told = recurrence(event(**CHANGED))
    assert (told.all_day, told.zone) == (False, "Europe/Helsinki")
    assert (told.start, told.end) == ("20261013T120000", "20261013T140000")
    assert told.rrule == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T215959Z"
    assert told.exdates == ("20261103T120000",)
    assert told.rdates == ("20261105T180000",)
    assert [(change.recurrence_id, change.start, change.end, change.status) for change in told.changes] == [
        ("20261020T120000", "20261020T120000", "20261020T140000", "peruttu"),
        ("20261027T120000", "20261027T130000", "20261027T150000", "vahvistettu"),
        ("20261105T180000", "20261105T180000", "20261105T210000", "vahvistettu"),
        ("20261110T120000", "20270112T090000", "20270112T100000", "siirretty"),
    ]
    assert [change.cancelled for change in told.changes] == [True, False, False, False]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, None),
        ({"repeat": {"every": "2 viikkoa", "on": ["ti", "to"]}}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        ({"repeat": {"every": "kuukausi", "on": "toinen tiistai", "times": "5"}}, "FREQ=MONTHLY;BYDAY=2TU;COUNT=5"),
        ({"repeat": {"every": "kuukausi"}}, "FREQ=MONTHLY;BYMONTHDAY=13"),
        ({"repeat": {"every": "vuosi"}}, "FREQ=YEARLY"),
        ({"repeat": {"every": "vuosi", "on": "toinen tiistai"}}, "FREQ=YEARLY;BYMONTH=10;BYDAY=2TU"),
        ({"repeat": {"every": "päivä", "until": "2027-07-01"}}, "FREQ=DAILY;UNTIL=20270701T205959Z"),
        (
            {"zone": "Europe/London", "repeat": {"every": "päivä", "until": "2027-01-01"}},
            "FREQ=DAILY;UNTIL=20270101T235959Z",
        ),
        (
            {"start": "2026-10-13", "end": None, "repeat": {"every": "päivä", "until": "2027-07-01"}},
            "FREQ=DAILY;UNTIL=20270701",
        ),
    ],
)
def test_a_repetition_is_compiled_to_a_rule(values: dict[str, Any], text: str | None) -> None:
    assert recurrence(event(**values)).rrule == text


def test_whole_days_are_compiled_to_dates_with_the_end_left_out() -> None:
    told = recurrence(
        event(
            start="2026-10-13",
            end="2026-10-14",
            repeat={"every": "viikko"},
            overrides=[{"date": "2026-10-20", "start": "2026-10-21", "end": "2026-10-21"}],
            **{"except": ["2026-10-27"]},
        )
    )
    assert (told.all_day, told.start, told.end, told.exdates) == (True, "20261013", "20261015", ("20261027",))
    assert [(change.recurrence_id, change.start, change.end) for change in told.changes] == [
        ("20261020", "20261021", "20261022")
    ]


# --- in words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "finnish", "swedish", "english"),
    [
        ({}, "", "", ""),
        ({"repeat": TUESDAYS}, "joka tiistai klo 12–14", "varje tisdag kl. 12–14", "every Tuesday, 12–14"),
        (
            {"repeat": {"every": "2 viikkoa"}, "except": ["2026-11-24"]},
            "joka toinen tiistai klo 12–14, ei 24.11.",
            "varannan tisdag kl. 12–14, inte 24.11",
            "every other Tuesday, 12–14, not on 24 November",
        ),
        (
            {"repeat": {"every": "viikko"}, "except": ["2026-12-22", "2026-12-29", "2027-01-05"]},
            "joka tiistai klo 12–14, ei 22.12., 29.12. ja 5.1.2027",
            "varje tisdag kl. 12–14, inte 22.12, 29.12 eller 5.1.2027",
            "every Tuesday, 12–14, not on 22 December, 29 December or 5 January 2027",
        ),
        (
            {"repeat": {"every": "viikko", "on": ["ti", "to"]}},
            "joka tiistai ja torstai klo 12–14",
            "varje tisdag och torsdag kl. 12–14",
            "every Tuesday and Thursday, 12–14",
        ),
        (
            {"repeat": {"every": "2 viikkoa", "on": ["ti", "to"]}},
            "joka toinen viikko tiistaina ja torstaina klo 12–14",
            "varannan vecka på tisdagar och torsdagar kl. 12–14",
            "every other week on Tuesday and Thursday, 12–14",
        ),
        (
            {"repeat": {"every": "viikko", "on": "ma-pe"}},
            "joka arkipäivä klo 12–14",
            "varje vardag kl. 12–14",
            "every weekday, 12–14",
        ),
        (
            {"repeat": {"every": "7 viikkoa"}},
            "joka 7. tiistai klo 12–14",
            "var 7:e tisdag kl. 12–14",
            "every 7 weeks on Tuesday, 12–14",
        ),
        (
            {"repeat": {"every": "kuukausi", "on": "toinen tiistai", "times": "5"}},
            "joka kuukauden toisena tiistaina klo 12–14, 5 kertaa",
            "den andra tisdagen varje månad kl. 12–14, 5 gånger",
            "every month on the second Tuesday, 12–14, 5 times",
        ),
        (
            {"repeat": {"every": "3 kk", "until": "2027-12-31"}},
            "joka kolmannen kuukauden 13. päivänä klo 12–14, 31.12.2027 asti",
            "den 13 var tredje månad kl. 12–14, till och med 31.12.2027",
            "every 3 months on the 13th, 12–14, until 31 December 2027",
        ),
        (
            {"repeat": {"every": "vuosi"}},
            "joka vuosi 13.10. klo 12–14",
            "den 13 oktober varje år kl. 12–14",
            "every year on 13 October, 12–14",
        ),
        (
            {"repeat": {"every": "vuosi", "on": "toinen tiistai"}},
            "joka vuosi lokakuun toisena tiistaina klo 12–14",
            "den andra tisdagen i oktober varje år kl. 12–14",
            "every year on the second Tuesday in October, 12–14",
        ),
        ({"end": None, "repeat": {"every": "päivä"}}, "joka päivä klo 12", "varje dag kl. 12", "every day at 12:00"),
        (
            {"start": "2026-10-13", "end": None, "repeat": {"every": "2 viikkoa"}},
            "joka toinen tiistai",
            "varannan tisdag",
            "every other Tuesday",
        ),
        (
            {"repeat": TUESDAYS, "extra": ["2026-10-15", "2026-10-16 18:30"]},
            "joka tiistai klo 12–14, lisäksi 15.10. ja 16.10. klo 18.30",
            "varje tisdag kl. 12–14, dessutom 15.10 och 16.10 kl. 18.30",
            "every Tuesday, 12–14, also on 15 October and 16 October at 18:30",
        ),
        ({"extra": ["2026-10-15"]}, "myös 15.10.", "också 15.10", "also on 15 October"),
        (
            {"repeat": {"every": "2 vuotta"}},
            "joka toinen vuosi 13.10. klo 12–14",
            "den 13 oktober vartannat år kl. 12–14",
            "every other year on 13 October, 12–14",
        ),
        (
            {"start": "2026-10-13", "end": None, "repeat": {"every": "3 päivää", "times": "1"}},
            "joka kolmas päivä, kerran",
            "var tredje dag, en gång",
            "every 3 days, once",
        ),
        (
            {"start": "2026-10-31", "end": None, "repeat": {"every": "22 kk", "on": "viimeinen päivä"}},
            "joka 22. kuukauden viimeisenä päivänä",
            "den sista dagen var 22:a månad",
            "every 22 months on the last day",
        ),
    ],
)
def test_a_series_is_read_out_in_the_language_of_the_page(
    values: dict[str, Any], finnish: str, swedish: str, english: str
) -> None:
    assert repeat_in_words(event(**values), "fi") == finnish
    assert repeat_in_words(event(**values), "sv") == swedish
    assert repeat_in_words(event(**values), "en") == english


# --- any rule, against dateutil -------------------------------------------------------------------------------------

FIRSTS = st.dates(date(2019, 12, 1), date(2028, 3, 10))
ENDS = st.one_of(
    st.just({}),
    st.integers(1, 80).map(lambda times: {"times": str(times)}),
    st.integers(0, 900).map(lambda days: {"days": days}),
)


def _rule(first: date, unit: str, step: int, on: dict[str, Any], end: dict[str, Any]) -> Rule:
    return Rule(
        first,
        unit,
        step,
        on.get("weekdays", ()),
        on.get("nth", ()),
        on.get("month_days", ()),
        first + end["days"] * DAY if "days" in end else None,
        int(end["times"]) if "times" in end else None,
    )


WEEKLY_RULES = st.builds(
    lambda first, step, others, end: _rule(
        first, WEEKLY, step, {"weekdays": tuple(sorted({first.weekday(), *others}))}, end
    ),
    FIRSTS,
    st.integers(1, 5),
    st.sets(st.integers(0, 6)),
    ENDS,
)
DAILY_RULES = st.builds(lambda first, step, end: _rule(first, DAILY, step, {}, end), FIRSTS, st.integers(1, 40), ENDS)
NTH = st.sets(st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1]), st.integers(0, 6)), min_size=1, max_size=2)
MONTHLY_RULES = st.builds(
    lambda first, unit, nth, days, end: _rule(
        first,
        unit,
        1,
        {"nth": tuple(sorted(nth))} if nth else {"month_days": tuple(days) if unit == MONTHLY else ()},
        end,
    ),
    FIRSTS,
    st.sampled_from([MONTHLY, YEARLY]),
    st.one_of(st.just(set()), NTH),
    st.lists(st.sampled_from([1, 15, 28, 29, 31, -1]), min_size=1, max_size=2, unique=True),
    ENDS,
)
RULES = st.one_of(WEEKLY_RULES, DAILY_RULES, MONTHLY_RULES)


def _by_dateutil(rule: Rule) -> dateutil.rrule:
    """The rule's own RFC text read by dateutil: the compiler and the counting are both put to the test."""
    text = rrule_text(rule, f"{rule.until:%Y%m%d}" if rule.until else None)
    read = dateutil.rrulestr(text, dtstart=datetime.combine(rule.first, time()))
    assert isinstance(read, dateutil.rrule)
    return read


@settings(max_examples=150, deadline=None)
@given(RULES, st.integers(-40, 900), st.integers(0, 200))
def test_dates_are_those_that_dateutil_reads_from_the_compiled_rule(rule: Rule, after: int, length: int) -> None:
    start = rule.first + after * DAY
    end = start + length * DAY
    read = _by_dateutil(rule).between(datetime.combine(start, time()), datetime.combine(end, time()), inc=True)
    assert dates_between(rule, start, end) == [moment.date() for moment in read]


@settings(max_examples=80, deadline=None)
@given(RULES)
def test_dates_counted_from_the_start_are_those_of_dateutil(rule: Rule) -> None:
    assert list(islice(all_dates(rule), 60)) == [moment.date() for moment in islice(_by_dateutil(rule), 60)]


@settings(max_examples=80, deadline=None)
@given(WEEKLY_RULES | DAILY_RULES, st.integers(-400, 1500))
def test_the_nearest_date_is_a_date_of_the_rule_and_none_is_nearer(rule: Rule, away: int) -> None:
    day = rule.first + away * DAY
    nearest = nearest_date(rule, day)
    assert nearest in dates_between(rule, rule.first, day + 500 * DAY)
    assert all(abs(other - day) >= abs(nearest - day) for other in dates_between(rule, rule.first, day + 500 * DAY))


WINDOWS = st.tuples(
    st.datetimes(datetime(2026, 10, 20), datetime(2027, 4, 10)), st.timedeltas(timedelta(0), timedelta(days=120))
)
EVENTS = st.builds(
    lambda start, length, repeat, zone: {
        "start": f"{start:%Y-%m-%d %H:%M}",
        "end": None,
        "duration": f"{length} min",
        "repeat": {"every": repeat, "on": None},
        "zone": zone,
    },
    st.datetimes(datetime(2026, 9, 1), datetime(2026, 10, 24)),
    st.integers(1, 3000),
    st.sampled_from(["päivä", "viikko", "2 viikkoa", "kuukausi", "vuosi"]),
    st.sampled_from(["Europe/Helsinki", "Europe/Stockholm", "America/New_York"]),
)


@settings(max_examples=80, deadline=None)
@given(EVENTS, WINDOWS)
def test_every_occurrence_overlaps_its_window_and_keeps_its_clock(
    values: dict[str, Any], window: tuple[datetime, timedelta]
) -> None:
    made, zone = event(**values), ZoneInfo(values["zone"])
    start = window[0].replace(tzinfo=HELSINKI)
    end = (start.astimezone(UTC) + window[1]).astimezone(HELSINKI)
    found = occurrences_between(made, start, end)
    for occurrence in found:
        assert occurrence.start.astimezone(UTC) < end
        assert occurrence.end.astimezone(UTC) > start.astimezone(UTC)
        assert occurrence.start.tzinfo is HELSINKI
        original = occurrence.original
        assert isinstance(original, datetime)
        assert original.time() == made.start.time()  # type: ignore[union-attr]
        local = occurrence.start.astimezone(zone).replace(tzinfo=None)
        assert local in (original, original + timedelta(hours=1)), "only the skipped hour may move it"
    assert all(one.start.astimezone(UTC) < other.start.astimezone(UTC) for one, other in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(EVENTS, WINDOWS, st.integers(0, 60))
def test_two_windows_side_by_side_find_what_one_finds(
    values: dict[str, Any], window: tuple[datetime, timedelta], days: int
) -> None:
    made = event(**values)
    start = window[0].replace(tzinfo=HELSINKI)
    middle = start + days * DAY
    end = middle + 30 * DAY
    left, right = occurrences_between(made, start, middle), occurrences_between(made, middle, end)
    whole = occurrences_between(made, start, end)
    if middle == start:
        assert set(left) <= set(whole) and right == whole
    assert set(left) | set(right) == set(whole)


def test_a_repeat_is_plain_data_that_survives_pickling() -> None:
    changed = event(**CHANGED)
    again = pickle.loads(pickle.dumps(changed))
    assert again == changed
    assert isinstance(again.repeat, Repeat)
