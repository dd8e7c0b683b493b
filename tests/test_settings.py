"""Settings: one place for every threshold, and no word in it that means nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tno.settings import Settings, read_settings
from trees import ROOT


def test_the_project_says_every_threshold_that_content_is_checked_by() -> None:
    assert read_settings(ROOT) == Settings.from_extra({"tno": {"repository": "public"}})


def test_what_is_not_said_has_its_default() -> None:
    assert Settings.from_extra({}) == Settings.from_extra({"tno": None}) == Settings()
    assert Settings.from_extra({"tno": {"marked_months": 9}}).marked_months == 9


@pytest.mark.parametrize(
    "given",
    [
        {"marked_month": 9},
        {"marked_months": "9"},
        {"marked_months": -1},
        {"marked_months": True},
        {"repository": "julkinen"},
        {"repository": None},
    ],
)
def test_what_means_nothing_is_an_error_that_names_it(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=f"extra.tno.*{next(iter(given))}"):
        Settings.from_extra({"tno": given})


def test_a_configuration_with_tags_of_mkdocs_can_be_read(tmp_path: Path) -> None:
    text = "site_url: !ENV [X, 'y']\nextra: {tno: {summary_length: 99}}\nemoji: !!python/name:os.system\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path).summary_length == 99


@pytest.mark.parametrize("text", ["", "site_name: x\n", "extra: {}\n"])
def test_a_configuration_without_settings_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path) == Settings()


def test_without_a_configuration_there_are_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
