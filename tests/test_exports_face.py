"""The committed files of the face are what the rule gives."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tno.exports.face import (
    FAVICON,
    FIELD_FILES,
    ICON_FILES,
    MARK_FILES,
    face_files,
    face_pictures,
    icons_css,
    regions_css,
)
from tno.exports.picture import points_of, tile_png
from tno.views.icon import CHANNEL_ICONS, ICONS
from tno.views.mark import MARKS

ROOT = Path(__file__).parent.parent
FILES = face_files()
SHARING = ROOT / "docs" / "assets" / "sharing"
MOST_TO_SHARE = 60_000
"""Bytes of a picture that others fetch beside a link."""


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


def test_the_committed_icons_are_the_marks_point_by_point() -> None:
    """Compared unpacked: another zlib packs the same points into other bytes."""
    for name, data in face_pictures().items():
        committed = (ROOT / name).read_bytes()
        if name == FAVICON:
            assert committed[:6] == data[:6] == struct.pack("<HHH", 0, 1, 3)
        else:
            assert points_of(committed) == points_of(data), f"{name}: run python tools/marks.py"
    assert {path.stem for path in (ROOT / ICON_FILES).iterdir()} == {"favicon", *MARKS}


def test_an_icon_is_square_and_has_the_colours_of_its_mark() -> None:
    picture = tile_png(MARKS["lappi"], 20)
    assert struct.unpack(">II", picture[16:24]) == (20, 20)
    assert len(points_of(picture)) == 20 * (1 + 3 * 20)
    corner = points_of(tile_png(MARKS["lappi"], 20, rounded=True))[4]
    assert corner == 0, "the corner of a rounded tile is clear"


@pytest.mark.parametrize("region", MARKS)
def test_every_region_has_a_picture_to_share(region: str) -> None:
    data = (SHARING / f"{region}.png").read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1200, 630), "run: python tools/sharing.py"
    assert len(data) <= MOST_TO_SHARE
