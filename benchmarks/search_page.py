"""What the search costs a phone: bytes of the first question; time from a key press to suggestions at 4x throttling.

    .venv/bin/python benchmarks/search_page.py SITE

SITE is a built site, of the national load for the figures of the budget. Bytes are of bodies compressed as a host does.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import chromium
from browsing import SUB_PATH, served

SLOWER = 4
"""So many times slower than this machine."""
QUESTIONS = (
    "opo rovaniemellä",
    "työpaikka",
    "haluan vaihtaa alaa",
    "velkaneuvonta kemissä",
    "nuorten työpaja",
    "masennus",
    "olen jäänyt työttömäksi rovaniemellä ja haluaisin opiskella uuden ammatin mutta en tiedä mistä pitäisi aloittaa",
    "poikani keskeytti lukion eikä jaksa lähteä kotoa mihinkään mistä saisimme apua hänelle ja minulle kemissä",
    "haluan perustaa oman yrityksen mutta tarvitsen apua liiketoimintasuunnitelman tekemiseen ja rahoituksen hakemiseen"
    " sekä starttirahaan oulussa",
    "jäin lomautetuksi tehtaalta ja mietin alan vaihtamista oppisopimuksella aikuisena mitä tukia opiskeluun voi saada",
)
"""What people type: words, and sentences of fifteen words."""
ON_PAGES_OF = ("", "lappi")
"""Where questions are asked: on the country's pages, and on a region's, where areas count."""
TYPED = ("opinto-ohjaus", "työnhaku rovaniemellä", "velkaneuvonta", "yrittäjäksi", "masennus", "kesätyö kemissä")
ROUNDS = 3
BUDGET_KB, BUDGET_MS = 60, 50
WATCH = """selector => {
  const field = document.querySelector(selector), list = document.getElementById(field.getAttribute("aria-controls"));
  window.waits = [];
  let pressed = null;
  field.addEventListener("keydown", event => { pressed = event.timeStamp; });
  new MutationObserver(() => {
    if (pressed === null) return;
    const from = pressed;
    pressed = null;
    requestAnimationFrame(() => setTimeout(() => waits.push([field.value.length, performance.now() - from])));
  }).observe(list, {childList: true, attributes: true, characterData: true, subtree: true});
}"""


def main(site: Path) -> None:
    """Print every figure beside its budget."""
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.chromium(), args=list(chromium.ARGUMENTS))
        print(f"first question, kB gz ({BUDGET_KB} at most with the ranking)")
        for region, question in product(ON_PAGES_OF, QUESTIONS):
            parts = first_question(browser, home, question, region)
            kb = {name: sum(sizes) / 1000 for name, sizes in parts.items()}
            told = ", ".join(f"{name} {size:.1f} in {len(parts[name])}" for name, size in kb.items())
            print(f"  {sum(kb.values()):6.1f}  {question[:24]:24} {region:6} {told}")
        print(f"from a key press to painted suggestions at {SLOWER}x, ms ({BUDGET_MS} at most): wall, processor")
        for text in TYPED:
            waits, busy = typed(browser, home, text)
            middle = f"median {statistics.median(waits):.0f} {statistics.median(busy):.0f}"
            print(f"  {max(waits):6.0f} {max(busy):4.0f}  {text:24} {middle}, {len(waits)} presses")
        browser.close()


def first_question(browser: Browser, home: str, question: str, region: str) -> dict[str, list[int]]:
    """Compressed sizes of what the page of results fetches for a first question: the index and its ranking."""
    page, found = browser.new_page(viewport={"width": 390, "height": 800}), dict[str, list[int]]()
    sizes: list[Any] = []
    page.on("response", lambda response: sizes.append(response))
    page.goto(f"{home}haku/?q={quote(question)}&alue={region}")
    page.wait_for_selector("[data-search-status]:not(:empty)")
    page.wait_for_load_state("networkidle")
    for response in sizes:
        path = urlsplit(response.url).path.removeprefix(SUB_PATH)
        if path.startswith("data/") or path.endswith("ranking.js"):
            name = path.rpartition("/")[2].partition(".")[0].rstrip("0123456789")
            name = "lexicon" if len(name) == 2 and name[0] == "w" else {"t": "words", "d": "documents"}.get(name, name)
            found.setdefault(name, []).append(len(gzip.compress(response.body(), 6)))
    page.close()
    return found


def typed(browser: Browser, home: str, text: str) -> tuple[list[float], list[float]]:
    """Milliseconds from each key press to the painted list, once the index is here, and of the page's own processor.

    The latter, which a busy machine spoils less, are without those of a key that changes nothing. The best of rounds.
    """
    page, best = browser.new_page(viewport={"width": 390, "height": 800}), dict[int, float]()
    page.goto(home)
    _type(page, text)  # fetches what these letters need
    session, busy = page.context.new_cdp_session(page), dict[int, float]()
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.evaluate(WATCH, "#haku")
    for _ in range(ROUNDS):
        page.locator("#haku").fill("")
        idle = min(_busy_ms(page, session, "Shift") for _ in range(4))
        for number, letter in enumerate(text):
            took = _busy_ms(page, session, letter) - idle
            busy[number] = min(took, busy.get(number, took))
    for letters, wait in page.evaluate("waits"):
        best[letters] = min(wait, best.get(letters, wait))
    page.close()
    return list(best.values()), list(busy.values())


def _busy_ms(page: Page, session: CDPSession, key: str) -> float:
    """What a key press costs the page's processor."""
    before = _task_ms(session)
    (page.keyboard.press if len(key) > 1 else page.keyboard.type)(key)
    page.wait_for_timeout(150)
    return _task_ms(session) - before


def _task_ms(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(each["value"]) for each in metrics if each["name"] == "TaskDuration")


def _type(page: Page, text: str) -> None:
    page.locator("#haku").fill("")
    page.locator("#haku").press_sequentially(text, delay=150)
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
