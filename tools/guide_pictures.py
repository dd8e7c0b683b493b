"""Make the pictures of the editors' guide from the real pages: docs/assets/guide/*.webp, 720 wide.

    python tools/guide_pictures.py [SITE]

Builds the site (or takes a built one), looks at it with Chromium and cuts the parts that the guide speaks of. A form of
a forge is drawn plainly from its own YAML, with answers in it: it shows the questions, not the forge's look. They are
committed, a build draws nothing; run it again when a page that is shown changes.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from markupsafe import Markup, escape
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from browsing import served  # noqa: E402
from chromium import ARGUMENTS, chromium  # noqa: E402

OUT = ROOT / "docs" / "assets" / "guide"
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
WIDTH, MOST_HEIGHT = 720, 620
QUALITY = 70
MOST_BYTES = 40_000
DAY = "2026-11-21"
"""The day that pages are shown on: whoever draws again gets the same pictures."""


class Shot(NamedTuple):
    """A part of a page."""

    address: str
    around: str
    """The element that is shown."""
    marked: str = ""
    """What is framed in it."""


PHONE = '.t-contact > li:has(a[href^="tel:"])'
SHOTS: Mapping[str, Shot] = {
    "palvelun-numero": Shot("lappi/palvelut/oppisopimusneuvonta/", PHONE, 'a[href^="tel:"]'),
    "sivun-alareuna": Shot("lappi/palvelut/ohjaamo-napatuuli/", ".t-footer__end", ".t-footer__end a"),
    "kerro-virheesta": Shot("lappi/yhteys/", "#virhe", "a[data-message]"),
    "tapahtuma": Shot("lappi/tapahtumat/napatuulen-avoin-ilta/", ".t-head"),
    "sopimus": Shot("lappi/sopimukset/kumppanuussopimus-2025/", ".t-head"),
    "ajantasaisuus": Shot("lappi/ajantasaisuus/", ".t-main"),
}
ANSWERS: Mapping[str, tuple[str, Mapping[str, str], int]] = {
    "lomake-muutos": (
        "1-muutos-tai-virhe.yml",
        {
            "record": "https://example.org/lappi/palvelut/oppisopimusneuvonta/",
            "field": "Puhelinnumero",
            "old": "016 001 210",
            "new": "016 001 211",
        },
        4,
    ),
    "lomake-tapahtuma": (
        "3-uusi-tapahtuma.yml",
        {"name": "Ohjaamon avoin ovi", "region": "Lappi", "summary": "Tule juttelemaan. Kahvi on valmiina."},
        4,
    ),
}
"""Picture → form, answers and how many of its questions are shown."""
FORM = """<!doctype html><html lang="fi"><meta charset="utf-8"><base href="{home}">
<link rel="stylesheet" href="assets/stylesheets/regions.css">
<link rel="stylesheet" href="assets/stylesheets/tokens.css"><style>
*{{box-sizing:border-box;margin:0}} :root{{color-scheme:light}}
body{{padding:24px;background:#fff;color:#1b1d20;font:17px/1.45 var(--font)}} h1{{font-size:24px;margin-bottom:14px}}
h2{{font-size:17px;margin-top:18px}} p{{color:#565b61;font-size:15px}}
div{{margin-top:6px;padding:9px 12px;border:1px solid #868c93;border-radius:6px;min-height:44px}}
.is-one::after{{content:"▾";float:right}}</style><main><h1>{title}</h1>{questions}</main></html>"""


def main() -> None:
    """Draw every picture."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(*sys.argv[1:2] or (folder, "site"))
        if not site.is_dir():
            build(site)
        with served(site) as home, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(chromium()), args=[*ARGUMENTS, "--hide-scrollbars"]
            )
            page = browser.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
            page.clock.set_fixed_time(f"{DAY}T12:00:00+02:00")
            for name, shot in SHOTS.items():
                save(name, part_of(page, home, shot))
            for name, (form, answers, count) in ANSWERS.items():
                page.set_content(drawn(form, answers, count, home), wait_until="networkidle")
                save(name, cut(page, "main"))
            browser.close()


def build(site: Path) -> None:
    """The site as it is on `DAY`."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "TNO_TODAY": DAY}, check=True)


def part_of(page: Page, home: str, shot: Shot) -> bytes:
    """What the shot shows, with a frame round what the guide speaks of."""
    page.goto(home + shot.address, wait_until="networkidle")
    if shot.marked:
        page.add_style_tag(content=f"{shot.marked}{{outline:3px solid #b3261e!important;outline-offset:2px}}")
    return cut(page, shot.around)


def cut(page: Page, selector: str) -> bytes:
    """The element as WebP, at most `MOST_HEIGHT` high from its top."""
    target = page.locator(selector).first
    target.scroll_into_view_if_needed()
    box = target.evaluate("e => { const r = e.getBoundingClientRect(); return [r.top + scrollY, r.height]; }")
    top, height = max(0, box[0] - 12), min(box[1] + 24, MOST_HEIGHT)
    session = page.context.new_cdp_session(page)
    clip = {"x": 0, "y": top, "width": WIDTH, "height": height, "scale": 1}
    wishes = {"format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True}
    return base64.b64decode(session.send("Page.captureScreenshot", wishes)["data"])


def drawn(form: str, answers: Mapping[str, str], count: int, home: str) -> str:
    """The head of a form as a plain page, its first questions answered."""
    told: dict[str, Any] = yaml.safe_load((FORMS / form).read_text(encoding="utf-8"))
    asked = [item for item in told["body"] if item["type"] not in {"markdown", "checkboxes"}][:count]
    questions = Markup("").join(_question(item, answers.get(item["id"], "")) for item in asked)
    return FORM.format(home=home, title=escape(told["name"]), questions=questions)


def _question(item: Mapping[str, Any], answer: str) -> Markup:
    told = item["attributes"]
    star = " *" if item.get("validations", {}).get("required") else ""
    about = Markup("<p>{}</p>").format(told["description"]) if "description" in told else Markup("")
    kind = "is-one" if item["type"] == "dropdown" else ""
    return Markup('<h2>{}{}</h2>{}<div class="{}">{}</div>').format(told["label"], star, about, kind, answer)


def save(name: str, picture: bytes) -> None:
    """Write a picture that is not too large."""
    if len(picture) > MOST_BYTES:
        raise SystemExit(f"{name}: {len(picture)} bytes, at most {MOST_BYTES}")
    (OUT / f"{name}.webp").write_bytes(picture)
    print(f"{name}.webp {len(picture)}")


if __name__ == "__main__":
    main()
