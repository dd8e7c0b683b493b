"""The committed files of the face are what the rule gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tno.exports.face import FIELD_FILES, MARK_FILES, face_files, icons_css, regions_css
from tno.views.icon import CHANNEL_ICONS, ICONS
from tno.views.mark import MARKS

ROOT = Path(__file__).parent.parent
FILES = face_files()


@pytest.mark.parametrize("name", FILES)
def test_a_committed_file_equals_the_rule(name: str) -> None:
    assert (ROOT / name).read_bytes() == FILES[name].encode(), "run: python tools/marks.py"


@pytest.mark.parametrize("folder", [MARK_FILES, FIELD_FILES])
def test_no_mark_is_left_from_another_rule(folder: str) -> None:
    assert {path.name for path in (ROOT / folder).iterdir()} == {f"{region}.svg" for region in MARKS}


def test_every_region_has_colours_a_tile_and_a_place_in_the_grid() -> None:
    css = regions_css()
    for mark in MARKS.values():
        rule = next(line for line in css.splitlines() if f"[data-region={mark.region}]{{--" in line)
        assert all(
            f"--{token}-{scheme}:#" in rule for token in ("ink", "deep", "line", "haze", "glow") for scheme in "ld"
        )
        assert rule.count('url("data:image/svg+xml,<svg ') == 2
        assert (f".t-grid>[data-region={mark.region}]" in css) == bool(mark.row)


def test_every_channel_has_an_icon_of_its_slug() -> None:
    assert set(CHANNEL_ICONS.values()) <= set(ICONS)
    assert all(f".t-i-{slug}" in icons_css() for slug in CHANNEL_ICONS)


def test_icons_stand_in_alphabetical_order() -> None:
    assert list(ICONS) == sorted(ICONS)
