"""When an event is over, and whether anything was told of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tno.records import Event
from tno.rules.events import is_over, last_day
from trees import changed, check_tree, codes, load_tree, write_region

FILE = "events/tapahtumat.yml"


def event_of(folder: Path, *pairs: tuple[str, str]) -> Event:
    loaded = load_tree(write_region(folder, changed(FILE, *pairs)))
    assert [problem.code for problem in loaded.problems] == []
    (event,) = loaded.network.all_of(Event).values()
    return event


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("", date(2026, 12, 3)),
        ("\n  repeat: {every: viikko, on: [to], until: 2027-01-30}", date(2027, 1, 28)),
        ("\n  repeat: {every: viikko, on: [to], times: 3}", date(2026, 12, 17)),
        ("\n  repeat: {every: viikko, on: [to], times: 3}\n  extra: [2027-05-05]", date(2027, 5, 5)),
        ("\n  repeat: {every: viikko, on: [to]}", None),
    ],
)
def test_the_last_day_of_a_series_is_known(tmp_path: Path, extra: str, expected: date | None) -> None:
    event = event_of(tmp_path, ("place: tuulipolun-talo", f"place: tuulipolun-talo{extra}"))
    assert last_day(event) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [("2026-12-03", "2026-12-05", date(2026, 12, 5)), ("2026-12-03 22.00", "2.00", date(2026, 12, 3))],
)
def test_whole_days_count_to_the_last(tmp_path: Path, start: str, end: str, expected: date) -> None:
    event = event_of(tmp_path, ("start: 2026-12-03 12.00", f"start: {start}"), ('end: "15.00"', f'end: "{end}"'))
    assert last_day(event) == expected
    assert not is_over(event, expected)


def test_an_endless_series_is_never_over(tmp_path: Path) -> None:
    event = event_of(tmp_path, ("place: tuulipolun-talo", "place: tuulipolun-talo\n  repeat: {every: viikko}"))
    assert not is_over(event, date(2126, 1, 1))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("audience: verkosto", ["event-outcome-missing"]),
        ("audience: [kansalaiset, ammattilaiset]", ["event-outcome-missing"]),
        ("audience: kansalaiset", []),
        ("audience: verkosto\n  outcome: Sovittiin uusi neuvontapiste.", []),
        ("audience: verkosto\n  status: peruttu", []),
    ],
)
def test_what_the_network_held_should_leave_something_behind(tmp_path: Path, line: str, expected: list[str]) -> None:
    pairs = ("start: 2026-12-03 12.00", "start: 2026-10-03 12.00"), ("audience: kansalaiset", line)
    assert codes(check_tree(write_region(tmp_path, changed(FILE, *pairs)))) == expected


def test_there_are_thirty_days_to_tell(region: Callable[..., object], tmp_path: Path) -> None:
    folders = write_region(tmp_path, changed(FILE, ("audience: kansalaiset", "audience: verkosto")))
    assert "event-outcome-missing" not in codes(check_tree(folders, day=date(2027, 1, 2)))
    assert "event-outcome-missing" in codes(check_tree(folders, day=date(2027, 1, 3)))
