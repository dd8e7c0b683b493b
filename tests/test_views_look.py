"""The look guide: nothing that pages are made of is missing, and no contrast is told too well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scenes import scene_of
from tno.views.colour import PAIRS, SCHEMES
from tno.views.look import LookPage, look_page
from trees import ROOT

PARTS = (ROOT / "overrides" / "partials" / "parts.html").read_text(encoding="utf-8")
LOOK = (ROOT / "overrides" / "sections" / "look.html").read_text(encoding="utf-8")


@pytest.fixture
def page(tmp_path: Path) -> LookPage:
    return look_page(scene_of(tmp_path, {}))


def number(text: str) -> float:
    return float(text.replace(",", "."))


def test_every_part_is_shown_live_with_its_name_and_when_to_use_it() -> None:
    shown = dict(re.findall(r'call part\("(\w+)", "([^"]+)"\)', LOOK))
    assert set(shown) == set(re.findall(r"macro (\w+)\(", PARTS))
    assert all(when.endswith(".") for when in shown.values())
    for name in shown:
        sample = LOOK.partition(f'call part("{name}"')[2].partition("call part(")[0]
        assert f"parts.{name}(" in sample, name


def test_every_pair_stands_in_the_table_with_the_worst_that_any_region_has(page: LookPage) -> None:
    assert [row[0] for row in page.pair_rows] == [
        f"{front} / {back}" for pairs in PAIRS.values() for front, back in pairs
    ]
    assert all(min(number(light), number(dark)) >= number(least) for _, least, light, dark in page.pair_rows)


def test_every_region_has_as_many_numbers_as_there_are_columns(page: LookPage) -> None:
    assert {len(row) - 1 for row in page.region_rows} == {len(page.region_columns)}
    assert len(page.region_columns) % len(SCHEMES) == 0
