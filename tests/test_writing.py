"""Days, times and lists as each language writes them."""

from __future__ import annotations

from datetime import date, time

import pytest

from tno import finnish
from tno.records.season_day import MonthDay
from tno.writing import ENGLISH, FINNISH, SWEDISH, WRITINGS, Writing, inside, writing_of

CHRISTMAS = date(2026, 12, 24)
EPIPHANY = date(2027, 1, 6)


@pytest.mark.parametrize(
    ("language", "day", "short", "named"),
    [
        ("fi", "24.12.2026", "24.12.", "to 24.12.2026"),
        ("sv", "24.12.2026", "24.12", "tors 24.12.2026"),
        ("en", "24 December 2026", "24 December", "Thu 24 December 2026"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language: str, day: str, short: str, named: str) -> None:
    writing = writing_of(language)
    assert (writing.day(CHRISTMAS), writing.short_day(CHRISTMAS)) == (day, short)
    assert writing.day_with_weekday(CHRISTMAS) == named


def test_a_day_has_no_leading_zeros() -> None:
    assert [writing.day(EPIPHANY) for writing in WRITINGS.values()] == ["6.1.2027", "6.1.2027", "6 January 2027"]


@pytest.mark.parametrize(
    ("language", "days", "short"),
    [
        ("fi", "24.12.2026–6.1.2027", "1.6.–31.8."),
        ("sv", "24.12.2026–6.1.2027", "1.6–31.8"),
        ("en", "24 December 2026 – 6 January 2027", "1 June – 31 August"),
    ],
)
def test_several_days_are_told_by_the_first_and_the_last(language: str, days: str, short: str) -> None:
    writing = writing_of(language)
    assert writing.days(CHRISTMAS, EPIPHANY) == days
    assert writing.short_days(MonthDay(6, 1), MonthDay(8, 31)) == short
    assert writing.short_days(date(2026, 6, 1), date(2026, 8, 31)) == short


@pytest.mark.parametrize(
    ("language", "same_year", "other_year", "one"),
    [
        ("fi", "to 24.12.–la 26.12.2026", "to 24.12.2026–ke 6.1.2027", "to 24.12.2026"),
        ("sv", "tors 24.12–lör 26.12.2026", "tors 24.12.2026–ons 6.1.2027", "tors 24.12.2026"),
        (
            "en",
            "Thu 24 December – Sat 26 December 2026",
            "Thu 24 December 2026 – Wed 6 January 2027",
            "Thu 24 December 2026",
        ),
    ],
)
def test_a_year_that_two_days_share_is_said_once(language: str, same_year: str, other_year: str, one: str) -> None:
    writing = writing_of(language)
    assert writing.days_with_weekdays(CHRISTMAS, date(2026, 12, 26)) == same_year
    assert writing.days_with_weekdays(CHRISTMAS, EPIPHANY) == other_year
    assert writing.days_with_weekdays(CHRISTMAS, CHRISTMAS) == one


@pytest.mark.parametrize(
    ("language", "number", "after_day", "month", "weekday"),
    [
        ("fi", "24.", "joulukuuta", "joulukuu 2026", "torstai"),
        ("sv", "24", "december", "december 2026", "torsdag"),
        ("en", "24", "December", "December 2026", "Thursday"),
    ],
)
def test_the_heading_of_a_day_and_of_a_month(
    language: str, number: str, after_day: str, month: str, weekday: str
) -> None:
    writing = writing_of(language)
    assert (writing.day_number(CHRISTMAS), writing.month_after_day(CHRISTMAS)) == (number, after_day)
    assert (writing.month(CHRISTMAS), writing.weekdays[CHRISTMAS.weekday()]) == (month, weekday)


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (time(9), ["9", "9", "9:00"]),
        (time(9, 30), ["9.30", "9.30", "9:30"]),
        (time(12, 5), ["12.05", "12.05", "12:05"]),
        (time(0), ["0", "0", "0:00"]),
    ],
)
def test_a_time_of_day_has_minutes_only_where_they_say_something(value: time, texts: list[str]) -> None:
    assert [writing.clock(value) for writing in WRITINGS.values()] == texts


@pytest.mark.parametrize(
    ("start", "end", "texts"),
    [
        (time(9), time(16), ["9–16", "9–16", "9–16"]),
        (time(12, 15), time(16), ["12.15–16", "12.15–16", "12:15–16:00"]),
        (time(8), time(8, 30), ["8–8.30", "8–8.30", "8:00–8:30"]),
        (time(0), time(0), ["0–24", "0–24", "0–24"]),
        (time(22, 30), time(0), ["22.30–24", "22.30–24", "22:30–24:00"]),
    ],
)
def test_a_range_of_hours_has_an_en_dash_and_ends_at_24(start: time, end: time, texts: list[str]) -> None:
    assert [writing.clock_range(start, end) for writing in WRITINGS.values()] == texts


@pytest.mark.parametrize(
    ("writing", "at", "within"),
    [
        (FINNISH, "to 24.12.2026 klo 9", "to 24.12.2026 klo 9–12"),
        (SWEDISH, "tors 24.12.2026 kl. 9", "tors 24.12.2026 kl. 9–12"),
        (ENGLISH, "Thu 24 December 2026 at 9:00", "Thu 24 December 2026, 9–12"),
    ],
)
def test_a_day_with_its_times(writing: Writing, at: str, within: str) -> None:
    day = writing.day_with_weekday(CHRISTMAS)
    assert writing.at(day, writing.clock(time(9))) == at
    assert writing.within(day, writing.clock_range(time(9), time(12))) == within


def test_weekdays_begin_with_monday_and_months_with_january() -> None:
    for writing in WRITINGS.values():
        assert len(writing.weekdays) == len(writing.weekdays_short) == 7
        assert len(writing.months) == len(writing.months_after_day) == 12
    assert (SWEDISH.weekdays[0], ENGLISH.weekdays[6]) == ("måndag", "Sunday")
    assert (SWEDISH.months[0], ENGLISH.months[11]) == ("januari", "December")


def test_the_last_two_of_a_list_are_joined_by_the_word_of_the_language() -> None:
    assert [writing.listing(["a", "b", "c"]) for writing in WRITINGS.values()] == [
        "a, b ja c",
        "a, b och c",
        "a, b and c",
    ]


def test_a_stage_between_two_has_the_decimal_sign_of_the_language() -> None:
    assert [writing.number(2.5) for writing in WRITINGS.values()] == ["2,5", "2,5", "2.5"]
    assert {writing.number(2.0) for writing in WRITINGS.values()} == {"2"}


def test_holidays_have_a_capital_in_the_middle_of_a_sentence_only_where_they_are_proper_names() -> None:
    assert FINNISH.name_of_day("Jouluaatto") == "jouluaatto"
    assert SWEDISH.name_of_day("Julafton") == "julafton"
    assert SWEDISH.name_of_day("Kristi himmelsfärdsdag") == "Kristi himmelsfärdsdag"
    assert ENGLISH.name_of_day("Christmas Eve") == "Christmas Eve"
    assert inside("Esteetön WC") == "esteetön WC"


def test_a_language_without_ways_of_its_own_is_written_as_finnish() -> None:
    assert writing_of("se") is FINNISH


def test_what_editors_write_and_what_pages_write_are_the_same_finnish() -> None:
    assert FINNISH.day(CHRISTMAS) == finnish.day(CHRISTMAS)
    assert FINNISH.weekdays_short is finnish.WEEKDAYS_SHORT
