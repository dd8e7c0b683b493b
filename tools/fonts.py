"""Make the portal's two font files from the npm package `@fontsource-variable/schibsted-grotesk` (SIL OFL 1.1).

    npm install @fontsource-variable/schibsted-grotesk@5.3.0        in a folder of its own
    pip install fonttools==4.68.0 brotli==1.2.1                     in an environment of its own
    python tools/fonts.py FOLDER/node_modules/@fontsource-variable/schibsted-grotesk

Latin is loaded by every page; the letters of the Sámi languages only by pages that hold one (`unicode-range` in
tokens.css names the same letters). Weights 400–800. The licence has no reserved name, so a subset may keep its own;
it travels with the files.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

OUT = Path(__file__).resolve().parent.parent / "docs" / "assets" / "fonts"

LATIN = {*range(0x20, 0x7F), *range(0xC0, 0x100), *map(ord, "\u00a0\u00ad§°·»«½×±–—‘’‚“”„•…€−")}
SAMI = {*map(ord, "ČčĐđŊŋŠšŦŧŽžǦǧ")}

FILES = {
    "schibsted-grotesk.woff2": ("schibsted-grotesk-latin-wght-normal.woff2", LATIN),
    "schibsted-grotesk-sami.woff2": ("schibsted-grotesk-latin-ext-wght-normal.woff2", SAMI),
}


def subset(source: Path, letters: set[int], target: Path) -> None:
    """Keep the letters, the weights 400–800 and the features that running text needs."""
    font = instantiateVariableFont(TTFont(source), {"wght": (400, 800)})
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes every time
    font.flavor = "woff2"
    font.recalcTimestamp = False
    font.save(target)


def main(package: Path) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for name, (source, letters) in FILES.items():
        subset(package / "files" / source, letters, OUT / name)
    shutil.copyfile(package / "LICENSE", OUT / "OFL.txt")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
