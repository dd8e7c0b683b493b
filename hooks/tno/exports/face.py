"""The face as files: the marks, colours and icons of `views` written as CSS and SVG, the same bytes every time.

The files lie in the repository, so that a build draws nothing; `tools/marks.py` writes them anew, and a test keeps
them equal to the rule. Tiles and icons are CSS masks: a page names them with one empty element, and any colour fits.
"""

from __future__ import annotations

from tno.exports.picture import ico, tile_png
from tno.views.colour import SCHEMES, region_colours
from tno.views.icon import CHANNEL_ICONS, ICONS
from tno.views.mark import CELL, GRID, MARKS, NATIONAL, Mark, field, tile

STYLES = "docs/assets/stylesheets"
MARK_FILES = "docs/assets/marks"
ICON_FILES = "docs/assets/icons"
FAVICON = f"{ICON_FILES}/favicon.ico"
FIELD_FILES = "overrides/partials/fields"

_TILE = 2 * CELL
_WIDTH = 8
"""Stroke of a path in a tile, in the units of the mark; a third of a cell."""
_FIELD_COLUMNS, _FIELD_ROWS = 13, 9
_PHONE_ICON = 180
"""Points a side of the icon that a phone puts on its home screen."""
_FAVICONS = (16, 32, 48)


def face_files() -> dict[str, str]:
    """Path from the project's root → text of every file the rule makes."""
    files = {f"{STYLES}/regions.css": regions_css(), f"{STYLES}/icons.css": icons_css()}
    for mark in MARKS.values():
        files[f"{MARK_FILES}/{mark.region}.svg"] = tile_svg(mark)
        files[f"{FIELD_FILES}/{mark.region}.svg"] = field_svg(mark)
    return files


def face_pictures() -> dict[str, bytes]:
    """Path from the project's root → every picture for programs that draw no SVG."""
    favicons = {size: tile_png(MARKS[NATIONAL], size, rounded=True) for size in _FAVICONS}
    icons = {f"{ICON_FILES}/{mark.region}.png": tile_png(mark, _PHONE_ICON) for mark in MARKS.values()}
    return {FAVICON: ico(favicons), **icons}


def regions_css() -> str:
    """Per region: its colours (`--ink-l` light, `--ink-d` dark, …), its tile as two masks, its place in `.t-grid`.

    `tokens.css` maps the pairs to `--ink` and the rest by the scheme in force.
    """
    return _lines(
        "/* Made by tools/marks.py: do not edit. The colours, the tile and the grid cell of each region. */",
        *(_region_rule(mark) for mark in MARKS.values()),
        *(f".t-grid>[data-region={mark.region}]{{grid-area:{mark.row}/{mark.column}}}" for mark in GRID),
    )


def icons_css() -> str:
    """A class per icon, and the same icon under the slugs of the channels it stands for."""
    return _lines(
        "/* Made by tools/marks.py: do not edit. Icons as masks; .t-i in portal.css draws them. */",
        *(_icon_rule(name, path) for name, path in ICONS.items()),
    )


def tile_svg(mark: Mark) -> str:
    """The tile as a picture of its own, light colours: the favicon."""
    colours, drawing = region_colours(mark, "light"), tile(mark.number)
    return _lines(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_TILE} {_TILE}">'
        f'<clipPath id="k"><rect width="{_TILE}" height="{_TILE}" rx="11"/></clipPath>'
        f'<g clip-path="url(#k)" fill="none" stroke-width="{_WIDTH}">'
        f'<path fill="{colours["ink"]}" d="M0 0h{_TILE}v{_TILE}H0z"/>'
        f'<path stroke="{colours["line"]}" d="{drawing.quiet_path()}"/>'
        f'<path stroke="{colours["glow"]}" d="{drawing.lit.path()}"/></g></svg>'
    )


def field_svg(mark: Mark) -> str:
    """The field of a front page, to stand inside the page: its colours and movement are the style sheet's."""
    drawing = field(mark.number, _FIELD_COLUMNS, _FIELD_ROWS)
    return _lines(
        f'<svg class="t-field" viewBox="0 0 {_FIELD_COLUMNS * CELL} {_FIELD_ROWS * CELL}" '
        f'preserveAspectRatio="xMinYMid slice" aria-hidden="true" focusable="false">'
        f'<path class="t-field__quiet" d="{drawing.quiet_path()}"/>'
        f'<path class="t-field__lit" pathLength="1" d="{drawing.lit.path()}"/></svg>'
    )


def _region_rule(mark: Mark) -> str:
    drawing = tile(mark.number)
    values = [
        f"--{token}-{scheme[0]}:{colour}"
        for scheme in SCHEMES
        for token, colour in region_colours(mark, scheme).items()
    ]
    values.append(f"--lit:{_mask(drawing.lit.path(), _TILE, _WIDTH)}")
    values.append(f"--quiet:{_mask(drawing.quiet_path(), _TILE, _WIDTH)}")
    place = f"[data-region={mark.region}]"
    return f"{f':root,{place}' if mark.region == NATIONAL else place}{{{';'.join(values)}}}"


def _icon_rule(name: str, path: str) -> str:
    slugs = (slug for slug, icon in CHANNEL_ICONS.items() if icon == name and slug != name)
    mask = _mask(path, CELL, 2, "stroke-linecap='round' stroke-linejoin='round'")
    selectors = ",".join(f".t-i-{each}" for each in (name, *slugs))
    return f"{selectors}{{--i:{mask}}}"


def _mask(path: str, size: int, width: int, extra: str = "") -> str:
    """A stroked path as a CSS `url()`; black is only the opaque part of the mask."""
    stroke = " ".join(filter(None, (f"fill='none' stroke='black' stroke-width='{width}'", extra)))
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {size} {size}' {stroke}><path d='{path}'/></svg>"
    return f'url("data:image/svg+xml,{svg}")'


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"
