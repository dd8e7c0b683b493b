"""What time has overtaken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tno.settings import Settings
from trees import changed, check_tree, codes, folders_of, write_region


def test_content_is_marked_after_twelve_months_to_the_day() -> None:
    """In the minimal region the service and the organisation were checked on 1 October 2026."""
    folders = folders_of("minimal")
    assert "verified-long-ago" not in codes(check_tree(folders, day=date(2027, 9, 30)))
    assert codes(check_tree(folders, day=date(2027, 10, 1))).count("verified-long-ago") == 2


def test_the_threshold_is_a_setting() -> None:
    found = check_tree(folders_of("minimal"), settings=Settings(marked_months=1))
    assert codes(found).count("verified-long-ago") == 2
    assert found.problems[0].data["months"] == "1"


@pytest.mark.parametrize("line", ["status: paattynyt", "valid_until: 2025-12-31"])
def test_history_needs_no_check(tmp_path: Path, line: str) -> None:
    files = changed("services/ohjaamo.md", ("verified: 2026-10-01", f"verified: 2024-10-01\n{line}"))
    assert "verified-long-ago" not in codes(check_tree(write_region(tmp_path, files)))


def test_an_agreement_is_warned_of_180_days_before_its_last() -> None:
    folders = folders_of("minimal")
    assert "agreement-expiring" not in codes(check_tree(folders, day=date(2028, 7, 3)))
    assert "agreement-expiring" in codes(check_tree(folders, day=date(2028, 7, 4)))
    assert "agreement-expiring" not in codes(check_tree(folders, day=date(2029, 1, 1)))


def test_an_agreement_that_another_follows_is_not_warned_of(tmp_path: Path) -> None:
    new = "---\nname: Uusi\nvalid_from: 2029-01-01\nvalid_until: 2031-12-31\nrenews: [sopimus-2026]\n---\n"
    found = check_tree(write_region(tmp_path, {"agreements/uusi.md": new}), day=date(2028, 9, 1))
    assert "agreement-expiring" not in codes(found)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("2027-11-22", []),
        ("2027-11-21", ["funding-ending"]),
        ("2026-11-21", ["funding-ending"]),
        ("2026-11-20", ["funding-ended"]),
    ],
)
def test_funding_is_warned_of_a_year_ahead(tmp_path: Path, ends: str, expected: list[str]) -> None:
    files = changed("services/ohjaamo.md", ("verified:", f"funding: {{kind: hanke, ends: {ends}}}\nverified:"))
    assert codes(check_tree(write_region(tmp_path, files))) == expected


def test_a_notice_is_over_the_day_after_its_last(tmp_path: Path) -> None:
    files = changed("services/ohjaamo.md", ("verified:", "alert: {text: Kiinni, until: 2026-11-21}\nverified:"))
    folders = write_region(tmp_path, files)
    assert codes(check_tree(folders)) == []
    assert codes(check_tree(folders, day=date(2026, 11, 22))) == ["alert-over"]
