"""Which day it is: told from outside, and by the clock of Helsinki only when nobody says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tno.today import today

EPOCH = str(int(datetime(2026, 12, 31, 22, 30, tzinfo=UTC).timestamp()))
"""Half past midnight of the new year in Helsinki."""


@pytest.mark.parametrize(
    ("environment", "given", "expected"),
    [
        ({"TNO_TODAY": "2026-11-21", "SOURCE_DATE_EPOCH": EPOCH}, "2026-01-02", date(2026, 1, 2)),
        ({"TNO_TODAY": "2026-11-21", "SOURCE_DATE_EPOCH": EPOCH}, None, date(2026, 11, 21)),
        ({"SOURCE_DATE_EPOCH": EPOCH}, None, date(2027, 1, 1)),
        ({"TNO_TODAY": "", "SOURCE_DATE_EPOCH": EPOCH}, "", date(2027, 1, 1)),
    ],
)
def test_the_nearest_word_wins(environment: dict[str, str], given: str | None, expected: date) -> None:
    assert today(environment, given) == expected


@pytest.mark.parametrize(
    "environment", [{"TNO_TODAY": "21.11.2026"}, {"TNO_TODAY": "2026-02-30"}, {"SOURCE_DATE_EPOCH": "eilen"}]
)
def test_a_day_that_is_none_is_an_error(environment: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        today(environment)


def test_without_a_word_there_is_still_a_day() -> None:
    assert isinstance(today({}), date)
