"""Named days are computed by rule; the dates here are those of printed Finnish calendars."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from dateutil.easter import easter

from finland import vocabularies
from tno.model.named_day import RULES, named_day, named_days

PRINTED = {
    2024: "01-01 01-06 03-28 03-29 03-31 04-01 04-30 05-01 05-09 05-19 06-21 06-22 11-02 12-06 12-24 12-25 12-26 12-31",
    2025: "01-01 01-06 04-17 04-18 04-20 04-21 04-30 05-01 05-29 06-08 06-20 06-21 11-01 12-06 12-24 12-25 12-26 12-31",
    2026: "01-01 01-06 04-02 04-03 04-05 04-06 04-30 05-01 05-14 05-24 06-19 06-20 10-31 12-06 12-24 12-25 12-26 12-31",
    2027: "01-01 01-06 03-25 03-26 03-28 03-29 04-30 05-01 05-06 05-16 06-25 06-26 11-06 12-06 12-24 12-25 12-26 12-31",
    2028: "01-01 01-06 04-13 04-14 04-16 04-17 04-30 05-01 05-25 06-04 06-23 06-24 11-04 12-06 12-24 12-25 12-26 12-31",
    2029: "01-01 01-06 03-29 03-30 04-01 04-02 04-30 05-01 05-10 05-20 06-22 06-23 11-03 12-06 12-24 12-25 12-26 12-31",
    2030: "01-01 01-06 04-18 04-19 04-21 04-22 04-30 05-01 05-30 06-09 06-21 06-22 11-02 12-06 12-24 12-25 12-26 12-31",
}
"""Year → the eighteen days in the order of `RULES`."""


@pytest.mark.parametrize("year", PRINTED)
def test_every_named_day_falls_where_the_printed_calendar_has_it(year: int) -> None:
    printed = [date.fromisoformat(f"{year}-{day}") for day in PRINTED[year].split()]
    assert list(named_days(year).values()) == printed


def test_the_rules_and_the_vocabulary_know_the_same_days() -> None:
    assert set(RULES) == {term.id for term in vocabularies()["named_day"]}


@pytest.mark.parametrize("year", range(2024, 2041))
def test_the_rules_mean_what_the_vocabulary_says(year: int) -> None:
    told = {term.id: _read(term.codes["rule"], year) for term in vocabularies()["named_day"]}
    assert dict(named_days(year)) == told


def _read(rule: str, year: int) -> date:
    """The date that a rule of vocabularies.yml gives: "12-24", "easter-3", "friday 06-19..06-25"."""
    if match := re.fullmatch(r"easter([+-]\d+)?", rule):
        return easter(year) + timedelta(days=int(match[1] or 0))
    if match := re.fullmatch(r"(friday|saturday) (\S+)\.\.(\S+)", rule):
        first, last = (date.fromisoformat(f"{year}-{day}") for day in match.groups()[1:])
        window = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        assert len(window) == 7
        return next(day for day in window if day.weekday() == {"friday": 4, "saturday": 5}[match[1]])
    return date.fromisoformat(f"{year}-{rule}")


def test_a_name_outside_the_vocabulary_is_no_named_day() -> None:
    with pytest.raises(KeyError):
        named_day("juhannus", 2026)
