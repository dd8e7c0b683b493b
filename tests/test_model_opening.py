"""The engine of opening hours against a slow referee, both nights of the clock, and every order of precedence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_records import HELSINKI, faults_of_hours, helsinki, hours
from tno.model.named_day import named_days
from tno.model.opening import Intervals, exceptions_ahead, open_intervals, week_in_words
from tno.records.weekdays import DAYS

DAY = timedelta(days=1)


def opened(values: Mapping[str, Any], first: str, last: str) -> list[str]:
    """Open times from `first` to `last`, both included, on Finland's wall clock: "to 24.12. 09:00–12:00"."""
    start, days = date.fromisoformat(first), (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    found = open_intervals(hours(values), start, days)
    assert found is not None
    return [_shown(begins.astimezone(HELSINKI), ends.astimezone(HELSINKI)) for begins, ends in found]


def _shown(begins: datetime, ends: datetime) -> str:
    end_day = "" if ends.date() == begins.date() else f"{ends.day}.{ends.month}. "
    return f"{DAYS[begins.weekday()]} {begins.day}.{begins.month}. {begins:%H:%M}–{end_day}{ends:%H:%M}"


def minutes_open(found: Intervals | None) -> int:
    assert found is not None
    return sum(int((ends - begins).total_seconds()) // 60 for begins, ends in found)


# --- the week -------------------------------------------------------------------------------------------------------


def test_a_week_is_told_as_instants_in_utc() -> None:
    assert open_intervals(hours({"ma-ti": "9-16"}), date(2026, 11, 22), 3) == (
        (datetime(2026, 11, 23, 7, tzinfo=UTC), datetime(2026, 11, 23, 14, tzinfo=UTC)),
        (datetime(2026, 11, 24, 7, tzinfo=UTC), datetime(2026, 11, 24, 14, tzinfo=UTC)),
    )


def test_hours_not_known_are_not_closed() -> None:
    assert open_intervals(None, date(2026, 11, 21), 35) is None
    assert open_intervals(hours({"unknown": "kyllä"}), date(2026, 11, 21), 35) is None
    assert open_intervals(hours({"su": "suljettu"}), date(2026, 11, 21), 35) == ()


def test_a_lunch_break_closes_and_touching_times_do_not() -> None:
    values = {"ma": "8.30-11.30, 12.15-16", "ti": "9-12, 12-16"}
    assert opened(values, "2026-11-23", "2026-11-24") == [
        "ma 23.11. 08:30–11:30",
        "ma 23.11. 12:15–16:00",
        "ti 24.11. 09:00–16:00",
    ]


def test_a_night_goes_on_past_midnight_and_into_the_horizon() -> None:
    assert opened({"pe": "22-02"}, "2026-11-27", "2026-11-28") == ["pe 27.11. 22:00–28.11. 02:00"]
    assert opened({"pe": "22-02"}, "2026-11-28", "2026-11-28") == ["la 28.11. 00:00–02:00"]
    assert opened({"pe": "22-02"}, "2026-11-27", "2026-11-27") == ["pe 27.11. 22:00–28.11. 00:00"]


def test_around_the_clock_is_one_interval_as_long_as_the_horizon() -> None:
    found = open_intervals(hours({"ma-su": "00-24"}), date(2026, 10, 1), 35)
    assert found == ((helsinki(2026, 10, 1), helsinki(2026, 11, 5)),)
    assert minutes_open(found) == 35 * 1440 + 60, "the October night is an hour longer"


@pytest.mark.parametrize(
    ("weeks", "mondays"),
    [("parilliset", ["ma 21.12.", "ma 11.1."]), ("parittomat", ["ma 28.12.", "ma 4.1."])],
)
def test_every_other_week_goes_by_the_iso_number(weeks: str, mondays: list[str]) -> None:
    """Weeks 52 and 53 of 2020, 1 and 2 of 2021: two odd ones in a row."""
    found = opened({"ma": "9-10", "weeks": weeks}, "2020-12-21", "2021-01-17")
    assert found == [f"{monday} 09:00–10:00" for monday in mondays]


# --- the two nights -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "begins", "ends"),
    [
        ("00-24", helsinki(2027, 3, 28), helsinki(2027, 3, 29)),
        ("01-05", datetime(2027, 3, 27, 23, tzinfo=UTC), datetime(2027, 3, 28, 2, tzinfo=UTC)),
        ("01-03", datetime(2027, 3, 27, 23, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC)),
        ("01-03.30", datetime(2027, 3, 27, 23, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC)),
        ("01-04", datetime(2027, 3, 27, 23, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC)),
        ("03.30-05", datetime(2027, 3, 28, 1, tzinfo=UTC), datetime(2027, 3, 28, 2, tzinfo=UTC)),
        ("09-16", datetime(2027, 3, 28, 6, tzinfo=UTC), datetime(2027, 3, 28, 13, tzinfo=UTC)),
    ],
)
def test_on_the_spring_night_the_wall_clock_holds(written: str, begins: datetime, ends: datetime) -> None:
    assert open_intervals(hours({"su": written}), date(2027, 3, 28), 1) == ((begins, ends),)


def test_hours_wholly_in_the_skipped_hour_do_not_come() -> None:
    assert open_intervals(hours({"su": "3-4"}), date(2027, 3, 28), 1) == ()


@pytest.mark.parametrize(
    ("written", "begins", "ends"),
    [
        ("00-24", helsinki(2026, 10, 25), helsinki(2026, 10, 26)),
        ("01-05", datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 3, tzinfo=UTC)),
        ("01-03.30", datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("03.30-05", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 3, tzinfo=UTC)),
        ("01-04", datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 2, tzinfo=UTC)),
        ("09-16", datetime(2026, 10, 25, 7, tzinfo=UTC), datetime(2026, 10, 25, 14, tzinfo=UTC)),
    ],
)
def test_on_the_autumn_night_a_time_shown_twice_is_the_first(written: str, begins: datetime, ends: datetime) -> None:
    assert open_intervals(hours({"su": written}), date(2026, 10, 25), 1) == ((begins, ends),)


@pytest.mark.parametrize(
    ("saturday", "length_min"), [(date(2026, 10, 24), 9 * 60), (date(2027, 3, 27), 7 * 60), (date(2026, 3, 28), 7 * 60)]
)
def test_a_night_that_began_on_saturday_ends_by_the_new_clock(saturday: date, length_min: int) -> None:
    found = open_intervals(hours({"la": "22-06"}), saturday, 2)
    assert found is not None
    assert found[0][1].astimezone(HELSINKI).hour == 6
    assert minutes_open(found) == length_min


# --- what wins ------------------------------------------------------------------------------------------------------

ALL = {
    "ma-su": "8-16",
    "season": {"from": "15.12.", "until": "6.1.", "ma-pe": "10-14"},
    "exceptions": [
        {"date": "2026-12-28", "hours": "22-01"},
        {"from": "2026-12-25", "until": "2026-12-31", "hours": "9-10", "note": "päivystys"},
        {"named_day": "tapaninpaiva", "hours": "12-13"},
        {"named_day": ["jouluaatto", "joulupaiva", "uudenvuodenpaiva"], "closed": "kyllä"},
    ],
}


def test_a_single_day_wins_over_a_named_day_over_a_period_over_season_over_week() -> None:
    assert opened(ALL, "2026-12-13", "2027-01-08") == [
        "su 13.12. 08:00–16:00",
        "ma 14.12. 08:00–16:00",
        *(f"{day} {number}.12. 10:00–14:00" for day, number in zip(DAYS[1:5], range(15, 19), strict=True)),
        *(f"{day} {number}.12. 10:00–14:00" for day, number in zip(DAYS[:3], range(21, 24), strict=True)),
        "la 26.12. 12:00–13:00",
        "su 27.12. 09:00–10:00",
        "ma 28.12. 22:00–29.12. 01:00",
        *(f"{day} {number}.12. 09:00–10:00" for day, number in (("ti", 29), ("ke", 30), ("to", 31))),
        *(f"{day} {number}.1. 10:00–14:00" for day, number in (("ma", 4), ("ti", 5), ("ke", 6))),
        "to 7.1. 08:00–16:00",
        "pe 8.1. 08:00–16:00",
    ]


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ({"hours": "9-10"}, ["to 24.12. 12:00–13:00", "pe 25.12. 09:00–10:00"]),
        ({"hours": "9-10", "holidays": "kyllä"}, ["to 24.12. 09:00–10:00", "pe 25.12. 09:00–10:00"]),
        ({"closed": "kyllä"}, []),
    ],
)
def test_a_period_gives_way_to_a_named_day_unless_it_is_closed_or_says_otherwise(
    period: dict[str, str], told: list[str]
) -> None:
    named = {"named_day": "jouluaatto", "hours": "12-13"}
    values = {"exceptions": [{"from": "2026-12-24", "until": "2026-12-25", **period}, named]}
    assert opened(values, "2026-12-24", "2026-12-25") == told


def test_a_season_without_days_of_its_own_limits_the_week() -> None:
    values = {"ma": "9-10", "season": {"from": "1.9.", "until": "31.5."}}
    assert opened(values, "2026-05-25", "2026-06-08") == ["ma 25.5. 09:00–10:00"]
    assert opened(values, "2026-08-24", "2026-09-07") == ["ma 7.9. 09:00–10:00"]


def test_a_season_until_29_february_ends_on_the_28th_in_a_common_year() -> None:
    values = {"ma-su": "9-10", "season": {"from": "27.2.", "until": "29.2."}}
    assert opened(values, "2027-02-26", "2027-03-02") == ["la 27.2. 09:00–10:00", "su 28.2. 09:00–10:00"]
    assert opened(values, "2028-02-28", "2028-03-02") == ["ma 28.2. 09:00–10:00", "ti 29.2. 09:00–10:00"]


def test_the_night_before_a_closed_day_is_finished() -> None:
    values = {"ma-su": "20-02", "exceptions": [{"named_day": "jouluaatto", "closed": "kyllä"}]}
    assert opened(values, "2026-12-23", "2026-12-25") == [
        "ke 23.12. 00:00–02:00",
        "ke 23.12. 20:00–24.12. 02:00",
        "pe 25.12. 20:00–26.12. 00:00",
    ]


# --- in words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "finnish", "swedish", "english"),
    [
        (
            {"ma-pe": "9-16", "la": "suljettu"},
            "ma–pe 9–16, la suljettu",
            "mån–fre 9–16, lör stängt",
            "Mon–Fri 9–16, Sat closed",
        ),
        (
            {"ma": "9-16", "ti": "9-16", "ke": "9-17", "to-pe": "9-16"},
            "ma–ti ja to–pe 9–16, ke 9–17",
            "mån–tis och tors–fre 9–16, ons 9–17",
            "Mon–Tue and Thu–Fri 9–16, Wed 9–17",
        ),
        (
            {"ma, ke, pe": "8.30-11.30, 12.15-16"},
            "ma, ke ja pe 8.30–11.30 ja 12.15–16",
            "mån, ons och fre 8.30–11.30 och 12.15–16",
            "Mon, Wed and Fri 8:30–11:30 and 12:15–16:00",
        ),
        ({"ma-su": "00-24"}, "joka päivä ympäri vuorokauden", "alla dagar dygnet runt", "every day around the clock"),
        ({"pe-la": "22-02"}, "pe–la 22–2", "fre–lör 22–2", "Fri–Sat 22–2"),
        (
            {"ti": "20-24", "weeks": "parittomat"},
            "parittomilla viikoilla ti 20–24",
            "udda veckor tis 20–24",
            "odd weeks Tue 20–24",
        ),
        (
            {"ma": "9-10", "season": {"from": "1.9.", "until": "31.5."}},
            "ma 9–10 (1.9.–31.5.)",
            "mån 9–10 (1.9–31.5)",
            "Mon 9–10 (1 September – 31 May)",
        ),
        (
            {"ma": "9-16", "season": {"from": "2026-06-01", "until": "2026-08-31", "ti": "9-15"}},
            "ma 9–16; 1.6.2026–31.8.2026 ti 9–15",
            "mån 9–16; 1.6.2026–31.8.2026 tis 9–15",
            "Mon 9–16; 1 June 2026 – 31 August 2026: Tue 9–15",
        ),
        ({"unknown": "kyllä"}, "ajat eivät ole tiedossa", "tiderna är inte kända", "the hours are not known"),
        ({"exceptions": [{"date": "2026-12-01", "hours": "9-10"}]}, "", "", ""),
    ],
)
def test_a_week_is_read_out_in_the_language_of_the_page(
    values: dict[str, Any], finnish: str, swedish: str, english: str
) -> None:
    assert week_in_words(hours(values), "fi") == finnish
    assert week_in_words(hours(values), "sv") == swedish
    assert week_in_words(hours(values), "en") == english


def test_an_hour_in_english_has_its_minutes_beside_one_that_has_them() -> None:
    week = hours({"ma-pe": "9-15.30", "la": "suljettu"})
    assert week_in_words(week, "sv") == "mån–fre 9–15.30, lör stängt"
    assert week_in_words(week, "en") == "Mon–Fri 9:00–15:30, Sat closed"


def test_a_week_in_a_language_without_words_for_it_is_read_out_in_finnish() -> None:
    week = hours({"ma-pe": "9-15.30", "la": "suljettu"})
    assert week_in_words(week, "se") == week_in_words(week, "fi")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", ["25.12.2026–31.12.2026 9–10 (päivystys)", "26.12.2026 12–13", "28.12.2026 22–1", "1.1.2027 stängt"]),
        (
            "en",
            [
                "25 December 2026 – 31 December 2026 9–10 (päivystys)",
                "26 December 2026 12–13",
                "28 December 2026 22–1",
                "1 January 2027 closed",
            ],
        ),
    ],
)
def test_exceptions_are_told_in_the_language_of_the_page(language: str, told: list[str]) -> None:
    assert [days.in_words(language) for days in exceptions_ahead(hours(ALL), date(2026, 12, 26), 30)] == told


def test_exceptions_ahead_are_told_in_order_and_the_past_ones_are_not() -> None:
    told = [str(days) for days in exceptions_ahead(hours(ALL), date(2026, 12, 26), 30)]
    assert told == [
        "25.12.2026–31.12.2026 9–10 (päivystys)",
        "26.12.2026 12–13",
        "28.12.2026 22–1",
        "1.1.2027 suljettu",
    ]
    assert [days.named_day for days in exceptions_ahead(hours(ALL), date(2026, 12, 26), 30)] == [
        None,
        "tapaninpaiva",
        None,
        "uudenvuodenpaiva",
    ]
    assert exceptions_ahead(hours(ALL), date(2027, 1, 2), 30) == ()


# --- any hours, against a referee -----------------------------------------------------------------------------------

WHOLE = st.tuples(st.integers(0, 23), st.integers(1, 14))
STARTS = st.sampled_from(
    [date(2026, 10, 20), date(2027, 3, 24), date(2026, 3, 25), date(2026, 12, 20), date(2028, 2, 25), date(2026, 6, 10)]
)


def _times(start: int, length: int) -> str:
    end = start + length
    return f"{start}-{end if end <= 24 else end - 24}"


DAY_TIMES = st.one_of(st.just("suljettu"), WHOLE.map(lambda pair: _times(*pair)))
WEEKS = st.dictionaries(st.sampled_from(DAYS), DAY_TIMES, min_size=1)
ANY_HOURS = st.builds(
    lambda week, weeks, season, dates, names: {
        **week,
        **({"weeks": weeks} if weeks else {}),
        **({"season": {"from": "1.3.", "until": "26.10.", **season}} if season is not None else {}),
        "exceptions": [{"date": str(day), "hours": text} for day, text in dates.items()]
        + [{"named_day": name, "hours": text} for name, text in names.items()],
    },
    WEEKS,
    st.sampled_from([None, "parilliset", "parittomat"]),
    st.one_of(st.none(), st.dictionaries(st.sampled_from(DAYS), DAY_TIMES)),
    st.dictionaries(st.sampled_from([date(2026, 10, 24), date(2026, 10, 25), date(2027, 3, 28)]), DAY_TIMES),
    st.dictionaries(st.sampled_from(["jouluaatto", "paasiaispaiva", "juhannusaatto"]), DAY_TIMES),
).filter(lambda values: not faults_of_hours(values))


def _times_by_referee(values: Mapping[str, Any], day: date) -> str:
    """What holds on `day`, read from the file's values one question at a time."""
    for exception in values["exceptions"]:
        if exception.get("date") == str(day):
            return str(exception["hours"])
    for exception in values["exceptions"]:
        if (name := exception.get("named_day")) and named_days(day.year)[name] == day:
            return str(exception["hours"])
    season = values.get("season", {})
    in_season = "from" in season and (3, 1) <= (day.month, day.day) <= (10, 26)
    own = {key: text for key, text in season.items() if key in DAYS}
    if in_season and own:
        return str(own.get(DAYS[day.weekday()], "suljettu"))
    if "from" in season and not own and not in_season:
        return "suljettu"
    week = day.isocalendar().week
    if {"parilliset": week % 2 == 1, "parittomat": week % 2 == 0}.get(values.get("weeks", ""), False):
        return "suljettu"
    return str(values.get(DAYS[day.weekday()], "suljettu"))


def _is_open_by_referee(values: Mapping[str, Any], instant: datetime) -> bool:
    """Whether the clock on the wall shows a time within the hours of that day, or of the night before."""
    local = instant.astimezone(HELSINKI)
    for day, hour in ((local.date(), local.hour), (local.date() - DAY, local.hour + 24)):
        if (text := _times_by_referee(values, day)) != "suljettu":
            start, end = map(int, text.split("-"))
            if start <= hour < (end if end > start else end + 24):
                return True
    return False


@settings(max_examples=60, deadline=None)
@given(ANY_HOURS, STARTS, st.integers(1, 12))
def test_open_is_what_the_wall_clock_says_at_every_half_hour(values: dict[str, Any], start: date, days: int) -> None:
    found = open_intervals(hours(values), start, days)
    assert found is not None
    instant, end = helsinki(*start.timetuple()[:3]).astimezone(UTC), start + days * DAY
    while instant < helsinki(*end.timetuple()[:3]):
        is_open = any(begins <= instant < ends for begins, ends in found)
        assert is_open is _is_open_by_referee(values, instant), instant.astimezone(HELSINKI)
        instant += timedelta(minutes=30)


@settings(max_examples=100, deadline=None)
@given(ANY_HOURS, STARTS, st.integers(0, 40))
def test_intervals_are_apart_in_order_and_inside_the_horizon(values: dict[str, Any], start: date, days: int) -> None:
    found = open_intervals(hours(values), start, days)
    assert found is not None
    edges = [edge for interval in found for edge in interval]
    assert all(one < other for one, other in pairwise(edges))
    end = start + days * DAY
    if edges:
        assert helsinki(*start.timetuple()[:3]) <= edges[0]
        assert edges[-1] <= helsinki(*end.timetuple()[:3])


@settings(max_examples=60, deadline=None)
@given(WEEKS.filter(lambda week: not faults_of_hours(week)), st.integers(0, 20))
def test_an_ordinary_week_is_open_as_long_as_it_says(week: dict[str, str], later: int) -> None:
    """In the winter of 2026, before the clock is moved; from any weekday on, since nights come in as they go out."""
    record = hours(week)
    told = sum(span.end_min - span.start_min for spans in record.days for span in spans or ())
    start = date(2026, 1, 26) + later * DAY
    assert minutes_open(open_intervals(record, start, 7)) == told


def test_other_zones_keep_their_own_nights() -> None:
    found = open_intervals(hours({"su": "1-3"}), date(2026, 10, 25), 1, "Europe/London")
    assert found == ((datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 3, tzinfo=UTC)),)
