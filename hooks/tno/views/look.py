"""The look guide: the colours with their contrasts, counted anew in every build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tno import finnish
from tno.frozen import frozen
from tno.views.colour import LADDER, NEUTRAL, PAIRS, SCHEMES, colours_in_force, contrast, region_colours
from tno.views.country_map import MapTile, tiles_of
from tno.views.link import Link
from tno.views.mark import MARKS, NATIONAL
from tno.views.scene import Scene

REGION_PAIRS = (("ink", "ground"), ("ink", "haze"), ("on-deep", "deep"), ("glow", "deep"))
"""What the table of the regions shows, in both schemes."""


class Swatch(NamedTuple):
    """A colour token."""

    token: str
    light: str
    dark: str


@frozen
class LookPage:
    """Context of `sections/look.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    ladder: tuple[Swatch, ...]
    """The portal's own colours of the ladder; a region turns only the hue."""
    neutral: tuple[Swatch, ...]
    """Colours that are the same in every region."""
    region_columns: tuple[str, ...]
    """Headings of the table of regions."""
    region_rows: tuple[tuple[str, ...], ...]
    """Name of the region, then a contrast for each pair in each scheme."""
    pair_rows: tuple[tuple[str, str, str, str], ...]
    """Pair, the least it must have, the worst that any region has in the light and in the dark scheme."""
    marks: tuple[tuple[str, str], ...]
    """(id, name) of every tile in the order of their numbers."""
    map: tuple[MapTile, ...]
    """The country as a map of tiles."""


def look_page(scene: Scene) -> LookPage:
    """`/ohjeet/ulkoasu/`: what the look is made of."""
    w, regions = scene.w, scene.network.regions
    names = {
        region: w.whole_country if region == NATIONAL else regions[region].name for region in MARKS if region in regions
    }
    own = [region_colours(MARKS[NATIONAL], scheme) for scheme in SCHEMES]
    shown = {scheme: {region: colours_in_force(mark, scheme) for region, mark in MARKS.items()} for scheme in SCHEMES}
    return LookPage(
        title=w.look_title,
        lead=w.look_lead,
        ladder=tuple(Swatch(token, own[0][token], own[1][token]) for token in LADDER),
        neutral=tuple(Swatch(token, *NEUTRAL[token]) for token in NEUTRAL),
        region_columns=tuple(
            f"{scheme_word}: {front} / {back}"
            for scheme_word in (w.scheme_light, w.scheme_dark)
            for front, back in REGION_PAIRS
        ),
        region_rows=tuple(
            (name, *(_ratio(shown[scheme][region], *pair) for scheme in SCHEMES for pair in REGION_PAIRS))
            for region, name in names.items()
        ),
        pair_rows=tuple(
            (f"{front} / {back}", _number(least), *(_worst(shown[scheme].values(), front, back) for scheme in SCHEMES))  # type: ignore[misc]
            for least, pairs in PAIRS.items()
            for front, back in pairs
        ),
        marks=tuple(names.items()),
        map=tiles_of({region: Link(name, f"{region}/") for region, name in names.items()}),
    )


def _ratio(colours: Mapping[str, str], front: str, back: str) -> str:
    return _number(contrast(colours[front], colours[back]))


def _worst(every: Iterable[Mapping[str, str]], front: str, back: str) -> str:
    return _number(min(contrast(colours[front], colours[back]) for colours in every))


def _number(value: float) -> str:
    """One decimal, never rounded up: 4.49 is not 4.5."""
    return finnish.number(int(value * 10) / 10, 1)
