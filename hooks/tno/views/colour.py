"""The portal's colours by rule: one ladder of lightness and chroma, so that contrast holds by construction.

Only the hue turns from region to region. The ladder is in OKLCH; pages get sRGB hex, for old phones know no `oklch()`.
Source: the published matrices of OKLab (2020); contrast by WCAG 2.2, "relative luminance" and "contrast ratio".
"""

from __future__ import annotations

import math
from functools import cache
from typing import Literal

from tno.frozen import frozen
from tno.views.mark import Mark

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@frozen
class Step:
    """One token of the ladder."""

    light: tuple[float, float]
    """OKLCH lightness 0–1 and chroma in the light scheme."""
    dark: tuple[float, float]
    warm: bool = False
    """Whether it takes the glow's hue and not the ink's."""


LADDER: dict[str, Step] = {
    "deep": Step((0.315, 0.085), (0.300, 0.060)),
    "ink": Step((0.425, 0.120), (0.845, 0.085)),
    "line": Step((0.865, 0.034), (0.390, 0.034)),
    "haze": Step((0.962, 0.013), (0.235, 0.024)),
    "glow": Step((0.800, 0.145), (0.815, 0.135), warm=True),
}
"""Token → its step: deep fills bands under white text, ink is for links, buttons and marks, line for the quiet
pattern, haze for page heads, glow for the lit path (never text, nor an edge that means something, on light)."""


NEUTRAL: dict[str, tuple[str, str]] = {
    "ground": ("#fdfcfa", "#14171b"),
    "card": ("#fff", "#1c2026"),
    "sunk": ("#f4f3f0", "#20252b"),
    "text": ("#171c22", "#eceef0"),
    "muted": ("#4b545f", "#b4bbc3"),
    "rule": ("#dedcd6", "#343a42"),
    "field": ("#757d87", "#8b939d"),
    "ok": ("#155e36", "#93dcae"),
    "ok-b": ("#e0f2e6", "#16301f"),
    "warn": ("#6f4500", "#f2c672"),
    "warn-b": ("#fcefd2", "#37290d"),
    "stop": ("#98211a", "#ffb3a8"),
    "stop-b": ("#fce6e3", "#431b17"),
    "none": ("#4b545f", "#b4bbc3"),
    "none-b": ("#ecebe7", "#2a3037"),
    "c1": ("#a3470f", "#f3a063"),
    "c2": ("#1f5fa8", "#8cbcf5"),
    "c3": ("#2c6e2f", "#93d28f"),
    "c4": ("#8a3390", "#e2a0e6"),
    "c5": ("#5b6068", "#b4bbc3"),
    "on-ink": ("#fff", "#14171b"),
    "on-deep": ("#fff", "#fff"),
}
"""Token → its colour in the light and in the dark scheme, the same in every region. tokens.css sets them; a test holds
the two equal."""

PAIRS: dict[float, tuple[tuple[str, str], ...]] = {
    7.0: (
        *(("ink", "ground"), ("ink", "haze"), ("on-ink", "ink"), ("on-deep", "deep"), ("text", "ground")),
        *(("text", "card"), ("text", "haze"), ("text", "sunk"), ("text", "warn-b"), ("text", "stop-b")),
        *(("text", "ok-b"), ("muted", "ground")),
    ),
    4.5: (
        *(("ok", "ok-b"), ("warn", "warn-b"), ("stop", "stop-b"), ("none", "none-b"), ("stop", "ground")),
        *(("ok", "ground"), ("ok", "card"), ("none", "ground"), ("none", "card"), ("muted", "haze")),
        *(("muted", "card"), ("muted", "sunk"), ("ink", "card"), ("ink", "sunk"), ("glow", "deep")),
    ),
    3.0: (("field", "card"), ("field", "ground"), *((f"c{n}", "ground") for n in range(1, 6))),
}
"""Least contrast → (front, back) that must have it: text and links; badges and small print; edges and sectors."""


def colours_in_force(mark: Mark, scheme: Scheme) -> dict[str, str]:
    """Every colour token on a page of the region."""
    which = SCHEMES.index(scheme)
    return {token: pair[which] for token, pair in NEUTRAL.items()} | region_colours(mark, scheme)


def region_colours(mark: Mark, scheme: Scheme) -> dict[str, str]:
    """Token → `#rrggbb` of one region in one scheme."""
    return {token: _step_colour(step, mark, scheme) for token, step in LADDER.items()}


def hex_from_oklch(lightness: float, chroma: float, hue_deg: float) -> str:
    """`#rrggbb` of an OKLCH colour; chroma is lowered until the colour fits into sRGB."""
    while True:
        rgb = _linear_rgb(lightness, chroma, hue_deg)
        if chroma < 0.002 or all(-1e-4 <= value <= 1.0001 for value in rgb):
            return "#" + "".join(f"{round(255 * _encoded(min(1.0, max(0.0, value)))):02x}" for value in rgb)
        chroma *= 0.97


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rgb` or `#rrggbb` colours, 1–21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@cache
def luminance(colour: str) -> float:
    """Relative luminance 0–1 of a `#rgb` or `#rrggbb` colour."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    red, green, blue = (_decoded(int(digits[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _step_colour(step: Step, mark: Mark, scheme: Scheme) -> str:
    lightness, chroma = step.light if scheme == "light" else step.dark
    return hex_from_oklch(lightness, chroma, mark.glow_hue if step.warm else mark.ink_hue)


def _linear_rgb(lightness: float, chroma: float, hue_deg: float) -> tuple[float, float, float]:
    hue = math.radians(hue_deg)
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _encoded(value: float) -> float:
    """sRGB transfer function, linear to encoded, both 0–1."""
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
