"""Make the picture of each region that other sites show beside a link to it: 1200 × 630, docs/assets/sharing/.

    python tools/sharing.py

Drawn by Chromium from the project's own marks, colours and font; the files are committed, a build draws nothing. Run it
again when a mark, a colour or a name changes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from markupsafe import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from chromium import ARGUMENTS, chromium  # noqa: E402
from tno.content import Folders  # noqa: E402
from tno.edition import Edition  # noqa: E402
from tno.exports.picture import png, points_of  # noqa: E402
from tno.load import load  # noqa: E402  the package lies under hooks/
from tno.settings import read_settings  # noqa: E402
from tno.views.mark import MARKS, NATIONAL  # noqa: E402
from tno.words import words  # noqa: E402

OUT = ROOT / "docs" / "assets" / "sharing"
WIDTH, HEIGHT = 1200, 630
PAGE = """<!doctype html><html lang="fi"><meta charset="utf-8"><base href="{assets}/">
<link rel="stylesheet" href="stylesheets/regions.css"><link rel="stylesheet" href="stylesheets/tokens.css">
<style>
*{{box-sizing:border-box;margin:0}} :root{{color-scheme:light}}
body{{width:{width}px;height:{height}px;overflow:hidden;background:var(--deep);color:#fff;font-family:var(--font)}}
.t-field{{position:absolute;left:624px;top:-21px;height:672px}}
path{{fill:none;stroke-width:8}} .t-field__quiet{{stroke:rgb(255 255 255/.13)}} .t-field__lit{{stroke:var(--glow)}}
div{{position:absolute;z-index:1;left:80px;top:0;bottom:0;width:540px;display:flex;flex-direction:column;
  justify-content:center;gap:36px}}
img{{width:132px;border-radius:23%;outline:2px solid rgb(255 255 255/.3)}}
h1{{font-size:80px;font-weight:750;line-height:1.04;letter-spacing:-.024em}} p{{font-size:44px;font-weight:600}}
</style>
<body data-region="{region}">{field}<div><img src="marks/{region}.svg" alt=""><h1>{site}</h1><p>{name}</p></div></body>
"""


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    w, settings = words("fi"), read_settings(ROOT)
    network = load(Folders.of(ROOT, {}), Edition.PUBLIC, settings).network
    for region in MARKS:
        name = w.whole_country if region == NATIONAL else network.regions[region].name
        field = (ROOT / "overrides" / "partials" / "fields" / f"{region}.svg").read_text(encoding="utf-8")
        draw(page_of(region, w.site_name, name, field), OUT / f"{region}.png")


def page_of(region: str, site: str, name: str, field: str) -> str:
    assets = (ROOT / "docs" / "assets").as_uri()
    values = {"assets": assets, "width": WIDTH, "height": HEIGHT, "region": region, "field": field}
    return PAGE.format(**values, site=escape(site), name=escape(name))


def draw(html: str, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(html, encoding="utf-8")
        wishes = (f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={out}", "--allow-file-access-from-files")
        command = [str(chromium()), *ARGUMENTS, "--hide-scrollbars", "--virtual-time-budget=3000", *wishes]
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True)
    out.write_bytes(in_palette(rows_of(out.read_bytes())))


def rows_of(picture: bytes) -> list[bytes]:
    """Points of Chromium's PNG (three bytes each), row by row, its filters undone. Source: PNG specification, 9.2."""
    packed, wide, rows, above = points_of(picture), 3 * WIDTH, [], bytes(3 * WIDTH)
    for start in range(0, len(packed), wide + 1):
        kind, row = packed[start], bytearray(packed[start + 1 : start + 1 + wide])
        for i in range(wide):
            left, up, corner = (row[i - 3], above[i], above[i - 3]) if i > 2 else (0, above[i], 0)
            if kind == 4:
                guess = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
            else:
                guess = (0, left, up, (left + up) // 2)[kind]
            row[i] = (row[i] + guess) & 255
        above = bytes(row)
        rows.append(above)
    return rows


def in_palette(rows: list[bytes]) -> bytes:
    """The same picture in its 256 commonest colours, less than half as many bytes: it is flat but for soft edges."""
    points = [[row[i : i + 3] for i in range(0, len(row), 3)] for row in rows]
    counted = Counter(point for row in points for point in row)
    palette = [colour for colour, _ in counted.most_common(256)]
    nearest = {colour: min(range(len(palette)), key=lambda n: _apart(palette[n], colour)) for colour in counted}
    indexed = b"".join(b"\0" + bytes(nearest[point] for point in row) for row in points)
    return png(WIDTH, HEIGHT, indexed, 3, b"".join(palette))


def _apart(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


if __name__ == "__main__":
    main()
