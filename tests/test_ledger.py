"""The ledger: each address keeps its days and counts its changes, and none goes without a word."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tno.ledger import Line, Seen, ledger_text, next_ledger, read_ledger, vanished

DAY, LATER, CHECKED = date(2026, 11, 21), date(2026, 12, 1), date(2026, 10, 1)
FORMER = {"a/": Line("x", "2026-01-01", "2026-02-02", 3)}


def test_without_a_former_ledger_the_day_of_checking_is_the_first() -> None:
    found = next_ledger({}, [Seen("a/", "x", CHECKED), Seen("b/", "y", None)], DAY)
    assert found == {
        "a/": Line("x", "2026-10-01", "2026-10-01", 0),
        "b/": Line("y", "2026-11-21", "2026-11-21", 0),
    }


def test_with_a_former_ledger_a_new_address_is_seen_today() -> None:
    assert next_ledger(FORMER, [Seen("b/", "y", CHECKED)], DAY)["b/"] == Line("y", "2026-11-21", "2026-11-21", 0)


def test_what_has_not_changed_keeps_its_line() -> None:
    assert next_ledger(FORMER, [Seen("a/", "x", CHECKED)], DAY) == FORMER


def test_what_has_changed_is_counted_and_dated() -> None:
    assert next_ledger(FORMER, [Seen("a/", "y", CHECKED)], DAY) == {"a/": Line("y", "2026-01-01", "2026-11-21", 4)}


def test_two_builds_of_the_same_change_count_it_once() -> None:
    once = next_ledger(FORMER, [Seen("a/", "y", None)], DAY)
    assert next_ledger(once, [Seen("a/", "y", None)], LATER) == once


def test_lines_stand_in_the_order_of_addresses() -> None:
    seen = [Seen(address, "x", None) for address in ("b/", "", "a/")]
    assert list(next_ledger({}, seen, DAY)) == ["", "a/", "b/"]


def test_an_address_has_vanished_when_it_is_neither_a_page_nor_a_redirect() -> None:
    former = dict.fromkeys(["c/", "a/", "b/", "d/"], FORMER["a/"])
    assert vanished(former, ["a/"], ["b/"]) == ["c/", "d/"]


def test_nothing_has_vanished_from_a_site_that_was_never_published() -> None:
    assert vanished({}, ["a/"], []) == []


def test_a_ledger_is_json_with_its_fields_named(tmp_path: Path) -> None:
    data = json.loads(ledger_text(FORMER))
    assert data == {
        "fields": ["hash", "first_seen", "last_changed", "sequence"],
        "addresses": {"a/": ["x", "2026-01-01", "2026-02-02", 3]},
    }


LINES = st.builds(
    Line, st.text("0123456789abcdef", min_size=1), st.dates().map(str), st.dates().map(str), st.integers(0, 9999)
)
ADDRESSES = st.text("abcdefghijklmnopqrstuvwxyz0123456789-/")


@given(st.dictionaries(ADDRESSES, LINES))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, ledger: dict[str, Line]) -> None:
    file = tmp_path_factory.mktemp("ledger") / "ledger.json"
    file.write_text(ledger_text(ledger), encoding="utf-8")
    assert read_ledger(file) == ledger


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', '{"addresses": 1}', '{"addresses": {"a/": ["x"]}}', "\x00"])
def test_what_is_no_ledger_counts_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "ledger.json"
    file.write_text(text, encoding="utf-8")
    assert read_ledger(file) == {}


def test_no_file_counts_as_none(tmp_path: Path) -> None:
    assert read_ledger(None) == read_ledger(tmp_path / "poissa.json") == read_ledger(tmp_path) == {}
