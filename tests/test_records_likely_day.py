"""What day was meant by one written as in a letter: advice only, and only when it can be no other."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tno.records.likely_day import likely_day, likely_moment

OCTOBER = date(2026, 10, 1)


@pytest.mark.parametrize(
    "text",
    [
        "1. lokakuuta 2026",
        "1 lokakuuta 2026",
        "1.lokakuuta 2026",
        "lokakuun 1. 2026",
        "1.10.26",
        "1. 10. 2026",
        "1.10.2026.",
        "01-10-2026",
        "2026-10-1",
        "2026/10/01",
        "20261001",
        "torstaina 1.10.2026",
        "to 1.10.2026",
        "1.10.2026 klo 12",
        "2026-10-01T12:00",
        "1 oktober 2026",
        "October 1, 2026",
    ],
)
def test_a_day_as_in_a_letter_is_understood(text: str) -> None:
    assert likely_day(text) == OCTOBER


@pytest.mark.parametrize(
    "text", ["", "1.10.", "10/01/2026", "lokakuu 2026", "3.-5.12.2026", "31.9.2026", "1.10.2O26", "syksyllä", "45931"]
)
def test_no_day_is_guessed(text: str) -> None:
    assert likely_day(text) is None


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("1.10.2026 klo 12", 0),
        ("to 1.10.2026 klo. 12", 0),
        ("1. lokakuuta 2026 kello 12.30", 30),
        ("1.10.2026 klo 12,30", 30),
        ("1.10.2026 klo 12-15", 0),
        ("1.10.2026 klo 12.30 - 14.00", 30),
        ("12.30 1.10.2026", 30),
        ("2026-10-01T12:00:00+03:00", 0),
    ],
)
def test_the_time_beside_a_day_is_when_it_begins(text: str, minute: int) -> None:
    assert likely_moment(text) == datetime(2026, 10, 1, 12, minute)


@pytest.mark.parametrize("text", ["1.10.2026 klo 25", "klo 12", "1.10. klo 12", "2026-10-01T12:00:00-05:00"])
def test_no_moment_is_guessed(text: str) -> None:
    assert likely_moment(text) is None
