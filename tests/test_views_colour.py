"""Contrast measured from the style sheets as they are served, and the sums behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tno.views.colour import (
    NEUTRAL,
    PAIRS,
    SCHEMES,
    Scheme,
    colours_in_force,
    contrast,
    hex_from_oklch,
    region_colours,
)
from tno.views.mark import MARKS

STYLES = Path(__file__).parent.parent / "docs" / "assets" / "stylesheets"
DARK = ":root[data-scheme=dark]"

Tokens = dict[str, str]


def declarations(css: str) -> Tokens:
    return {name: value.strip() for name, value in re.findall(r"--([\w-]+):([^;{}]+)", css)}


def blocks(selector: str) -> list[Tokens]:
    """What every rule with exactly this selector sets in tokens.css."""
    css = (STYLES / "tokens.css").read_text(encoding="utf-8")
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", css)
    return [declarations(body) for found, body in rules if without_comments(found) == selector]


def without_comments(selector: str) -> str:
    return re.sub(r"/\*.*?\*/", "", selector, flags=re.S).strip()


def neutral(scheme: Scheme) -> Tokens:
    """The tokens that are the same in every region."""
    (values,) = (block for block in blocks(":root" if scheme == "light" else DARK) if "ground" in block)
    return values


def served_regions() -> dict[str, Tokens]:
    css = (STYLES / "regions.css").read_text(encoding="utf-8")
    rules = re.findall(r"^(?::root,)?\[data-region=([\w-]+)\]\{(.*)\}$", css, flags=re.M)
    return {region: declarations(body) for region, body in rules}


def served(region: str, scheme: Scheme) -> Tokens:
    """The colours in force on a page of the region."""
    pairs = {name[:-2]: value for name, value in served_regions()[region].items() if name.endswith(f"-{scheme[0]}")}
    on_ink = {"light": "#fff", "dark": neutral("dark")["ground"]}[scheme]
    return {**neutral(scheme), **pairs, "on-ink": on_ink, "on-deep": "#fff"}


EVERYWHERE = [(region, scheme) for region in MARKS for scheme in SCHEMES]


@pytest.mark.parametrize(("region", "scheme"), EVERYWHERE)
def test_ink_and_text_have_a_contrast_of_seven(region: str, scheme: Scheme) -> None:
    assert too_pale(served(region, scheme), PAIRS[7.0], 7.0) == []


@pytest.mark.parametrize(("region", "scheme"), EVERYWHERE)
def test_badges_and_small_print_have_a_contrast_of_four_and_a_half(region: str, scheme: Scheme) -> None:
    assert too_pale(served(region, scheme), PAIRS[4.5], 4.5) == []


@pytest.mark.parametrize(("region", "scheme"), EVERYWHERE)
def test_edges_of_controls_and_sectors_have_a_contrast_of_three(region: str, scheme: Scheme) -> None:
    assert too_pale(served(region, scheme), PAIRS[3.0], 3.0) == []


def too_pale(tokens: Tokens, pairs: Iterable[tuple[str, str]], least: float) -> list[str]:
    return [
        f"{front} on {back}: {contrast(tokens[front], tokens[back]):.2f}"
        for front, back in pairs
        if contrast(tokens[front], tokens[back]) < least
    ]


def test_the_ladder_gives_what_is_served() -> None:
    for region, scheme in EVERYWHERE:
        served_now = served(region, scheme)
        assert {token: served_now[token] for token in ("deep", "ink", "line", "haze", "glow")} == region_colours(
            MARKS[region], scheme
        )


def test_the_colours_the_look_page_shows_are_the_ones_that_are_served() -> None:
    for region, scheme in EVERYWHERE:
        shown, there = colours_in_force(MARKS[region], scheme), served(region, scheme)
        assert shown == {token: there[token] for token in shown}
    assert set(NEUTRAL) == {name for name, value in neutral("light").items() if value.startswith("#")} | {
        "on-ink",
        "on-deep",
    }


def test_dark_by_the_device_is_dark_by_choice() -> None:
    css = (STYLES / "tokens.css").read_text(encoding="utf-8")
    by_device = re.findall(r"@media \(prefers-color-scheme:dark\)\{([^{}]+)\{([^{}]*)\}\}", css)
    by_choice = re.findall(r"^(:root\[data-scheme=dark\][^{}]*)\{([^{}]*)\}", css, flags=re.M)
    assert len(by_device) == len(by_choice) == 2
    assert [body for _, body in by_device] == [body for _, body in by_choice]


def test_white_is_white_and_black_is_black() -> None:
    assert hex_from_oklch(1.0, 0.0, 0.0) == "#ffffff"
    assert hex_from_oklch(0.0, 0.0, 0.0) == "#000000"


def test_a_colour_outside_srgb_keeps_its_lightness_and_loses_chroma() -> None:
    assert hex_from_oklch(0.7, 0.4, 150.0) != hex_from_oklch(0.7, 0.05, 150.0)
    assert re.fullmatch("#[0-9a-f]{6}", hex_from_oklch(0.7, 0.4, 150.0))


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#fff", "#ffffff") == pytest.approx(1.0)
