"""Periods in order, and nothing checked tomorrow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tno.model.freshness import months_before
from trees import DAY, changed, check_tree, codes, told, write_region


def test_a_season_over_the_new_year_is_in_order(tmp_path: Path) -> None:
    hours = '      pe: "9-14"\n      season: {from: 1.9., until: 31.5., la: "10-12"}\n'
    files = changed("services/ohjaamo.md", ('      pe: "9-14"\n', hours))
    assert codes(check_tree(write_region(tmp_path, files))) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("services/ohjaamo.md", "verified:", "alert: {text: Kiinni, from: 2027-02-02, until: 2027-02-01}\nverified:"),
        ("groups/ohjausryhma.md", "type:", "founded: 2027-02-02\nended: 2027-02-01\ntype:"),
        ("region.yml", "languages:", "valid_from: 2027-02-02\nvalid_until: 2027-02-01\nlanguages:"),
    ],
)
def test_every_period_is_looked_at(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert "period-backwards" in codes(check_tree(write_region(tmp_path, changed(file, (old, new)))))


def test_a_period_of_one_day_is_in_order(tmp_path: Path) -> None:
    files = changed("services/ohjaamo.md", ("verified:", "valid_from: 2027-02-01\nvalid_until: 2027-02-01\nverified:"))
    assert codes(check_tree(write_region(tmp_path, files))) == []


def test_checked_today_is_not_in_the_future(tmp_path: Path) -> None:
    files = changed("services/ohjaamo.md", ("verified: 2026-10-01", f"verified: {DAY}"))
    assert codes(check_tree(write_region(tmp_path, files))) == []
    assert told(check_tree(write_region(tmp_path, files), day=date(2026, 11, 20))) == [
        "date-in-future services/ohjaamo.md:18:11"
    ]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 21), 12, date(2025, 11, 21)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 15), 18, date(2024, 7, 15)),
        (date(2026, 12, 31), 6, date(2026, 6, 30)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected
