"""How fast the finder answers a press, and what it weighs: a built site in Chromium, the processor four times slower.

    python benchmarks/finder.py SITE [--address palvelut/] [--presses 12]

Each press is one on a facet's value; the time is from the event's own timestamp to the next painted frame after the
list has been changed (a double requestAnimationFrame), so it holds script, style, layout and paint.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import chromium
from browsing import served

SLOWER = 4
BUDGET_MS, BUDGET_KB = 100, 250
PRESS = """box => new Promise(done => {
  box.addEventListener("change", event => {
    const pressed = event.timeStamp;
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - pressed)));
  }, {once: true, capture: true});
  box.click();
})"""
FACETS = ("kohderyhma", "aihe", "kieli", "tilanne", "kanava")


def weights(site: Path) -> dict[str, float]:
    """Language → kB of all the finder's files of the whole country, packed as a host packs them (gzip -9)."""
    found: dict[str, float] = {}
    for file in sorted((site / "data" / "palveluhaku").glob("*.json")):
        language = file.name.split(".")[1] if file.name.count(".") > 1 else "fi"
        found[language] = found.get(language, 0) + len(gzip.compress(file.read_bytes(), 9)) / 1000
    return found


def press_times(page: Page, presses: int) -> list[float]:
    """Milliseconds from a press to the changed list on the screen, each facet in turn, values put on and off."""
    times: list[float] = []
    for press in range(presses):
        boxes = page.locator(f".t-facets [name={FACETS[press // 2 % len(FACETS)]}]:not(:disabled)")
        times.append(float(boxes.nth(0).evaluate(PRESS)))
        page.wait_for_timeout(150)
    return times


def main() -> None:
    """Measure and print; ends with an error over the budget."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("site", type=Path)
    parser.add_argument("--address", default="palvelut/")
    parser.add_argument("--presses", type=int, default=20)
    given = parser.parse_args()
    for language, kilobytes in weights(given.site).items():
        print(f"data, {language}: {kilobytes:.0f} kB gz (budget {BUDGET_KB})")
    with served(given.site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.chromium(), args=list(chromium.ARGUMENTS))
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(home + given.address)
        page.locator("[data-finder=ready]").wait_for()
        ready = page.evaluate("performance.now()")
        page.locator(".t-find__bar > button").click()
        page.evaluate("document.querySelectorAll('.t-facet').forEach(facet => { facet.open = true; })")
        times = press_times(page, given.presses)
        browser.close()
    print(f"ready after {ready:.0f} ms at {SLOWER}x (no network delay)")
    print(f"press to list at {SLOWER}x, ms: {', '.join(f'{time:.0f}' for time in times)}")
    print(f"median {statistics.median(times):.0f}, longest {max(times):.0f} (budget {BUDGET_MS})")
    if statistics.median(times) > BUDGET_MS or max(weights(given.site).values()) > BUDGET_KB:
        sys.exit("over the budget")


if __name__ == "__main__":
    main()
