"""How fast the finder answers a press, and what it weighs: a built site in Chromium, the processor four times slower.

    python benchmarks/finder.py SITE [--address palvelut/] [--presses 12]

Each press is one on a facet's value with the list beside it. Two figures: the time on the wall from the press until the
frame that shows the changed list has been drawn, the wait for the frame included; and the page's own processor time for
it (script, style, layout, paint), less that of a press that changes nothing, which a busy machine does not spoil.
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
  const pressed = performance.now(), drawn = new MessageChannel();
  drawn.port1.onmessage = () => done(performance.now() - pressed);
  box.click();
  requestAnimationFrame(() => drawn.port2.postMessage(0));
})"""
NOTHING = ".t-facets .t-hint"
"""What may be pressed without a change."""
FACETS = ("kohderyhma", "aihe", "kieli", "tilanne", "kanava")


def weights(site: Path) -> dict[str, float]:
    """Language → kB of all the finder's files of the whole country, packed as a host packs them (gzip -9)."""
    found: dict[str, float] = {}
    for file in sorted((site / "data" / "palveluhaku").glob("*.json")):
        language = file.name.split(".")[1] if file.name.count(".") > 1 else "fi"
        found[language] = found.get(language, 0) + len(gzip.compress(file.read_bytes(), 9)) / 1000
    return found


class Clock:
    """Presses on one page, each on the wall and on the processor, in milliseconds."""

    def __init__(self, page: Page) -> None:
        self._page, self._session = page, page.context.new_cdp_session(page)
        self._session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def press(self, selector: str) -> tuple[float, float]:
        box, before = self._page.locator(selector).first, self._busy_ms()
        wall = float(box.evaluate(PRESS))
        busy = self._busy_ms() - before
        self._page.wait_for_timeout(150)
        return wall, busy

    def _busy_ms(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return next(1000 * float(each["value"]) for each in metrics if each["name"] == "TaskDuration")

    def presses(self, many: int) -> tuple[list[float], list[float]]:
        """(wall, processor) of each press, facet by facet, values put on and off."""
        idle = statistics.median(self.press(NOTHING)[1] for _ in range(8))
        boxes = (f".t-facets [name={FACETS[press // 2 % len(FACETS)]}]:not(:disabled)" for press in range(many))
        found = [self.press(box) for box in boxes]
        return [wall for wall, _ in found], [busy - idle for _, busy in found]


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
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        clock = Clock(page)
        page.goto(home + given.address)
        page.locator("[data-finder=ready]").wait_for()
        ready = page.evaluate("performance.now()")
        page.evaluate("document.querySelectorAll('.t-facet').forEach(facet => { facet.open = true; })")
        walls, busy = clock.presses(given.presses)
        browser.close()
    print(f"ready after {ready:.0f} ms at {SLOWER}x (no network delay)")
    for name, times in (("on the wall", walls), ("of the processor", busy)):
        print(f"press to list at {SLOWER}x, ms {name}: median {statistics.median(times):.0f}, longest {max(times):.0f}")
        print(f"  {' '.join(f'{time:.0f}' for time in times)} (budget {BUDGET_MS})")
    if statistics.median(busy) > BUDGET_MS or max(weights(given.site).values()) > BUDGET_KB:
        sys.exit("over the budget")


if __name__ == "__main__":
    main()
