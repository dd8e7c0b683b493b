"""What browser tests do besides asserting: serve a built site under a sub-path, open pages, walk by keyboard."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

import chromium
from trees import DAY

SUB_PATH = "/tno-palvelut/"
"""The site lies under it, as project pages of a forge do: the name of the repository."""
BEGINNING = datetime.combine(DAY, time(0, 1), ZoneInfo("Europe/Helsinki"))
"""When nothing of the day that sites are built for has passed."""
MOST_TABS = 150
"""So many presses of Tab must be enough to reach anything that is looked for."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What axe-core looks for."""
MONDAY = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Helsinki"))
"""A morning on which most people answer."""
AFTER_ALL_IS_KNOWN = datetime(2027, 6, 1, 10, tzinfo=ZoneInfo("Europe/Helsinki"))
"""When nobody knows any more who answers."""
_PAGE_OF_PDF = re.compile(rb"/Type\s*/Page(?![s\w])")
expect.set_options(timeout=30_000)  # a busy machine is slow, and only what is wrong waits so long


class _Handler(SimpleHTTPRequestHandler):
    """Files below `SUB_PATH`; for anything else the site's own page for lost visitors, as on GitHub Pages."""

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.startswith(SUB_PATH)
        return super().translate_path(path[len(SUB_PATH) - 1 :]) if inside else str(Path(self.directory, "nowhere"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a built site; gives the address of its front page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()


class Visitor:
    """Somebody with a browser of their own: what it asked of others, and what went wrong, is remembered."""

    def __init__(
        self, browser: Browser, home: str, width: int, moment: datetime | None = BEGINNING, **wishes: Any
    ) -> None:
        """
        Args:
            moment: what the browser's clock says; None: the test sets it.
            wishes: of the browser, e.g. `java_script_enabled=False`, `color_scheme="dark"`.
        """
        self.home = home
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 800}, **{"reduced_motion": "reduce", **wishes}
        )
        self.asked_of_others: list[str] = []
        self.errors: list[str] = []
        self.context.on("request", lambda request: self._note_request(request.url))
        self.context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self.page: Page = self.context.new_page()
        if moment and wishes.get("java_script_enabled", True):
            self.page.clock.set_fixed_time(moment)

    def _note_request(self, url: str) -> None:
        if not url.startswith((self.home, "data:")):
            self.asked_of_others.append(url)

    def go(self, address: str) -> Page:
        """Open a page of the site by its address."""
        self.page.goto(self.home + address)
        return self.page

    @property
    def address(self) -> str:
        """Where the visitor is, from the site's root."""
        return self.page.url.removeprefix(self.home)

    def tab_to(self, selector: str) -> None:
        """Press Tab until something that matches has the focus; everything on the way must be there to be seen."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            assert self.page.evaluate(_FOCUS_IS_SEEN), f"on the way to {selector}: the focus is on something unseen"
            if self.is_on(selector):
                return
        raise AssertionError(f"{selector} was not reached by {MOST_TABS} presses of Tab")

    def is_on(self, selector: str) -> bool:
        """Whether what has the focus matches."""
        return bool(self.page.evaluate("selector => document.activeElement.matches(selector)", selector))

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)

    def follow(self) -> None:
        """Press Enter on a link and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


Visit = Callable[..., Visitor]
"""`visit(390, color_scheme="dark")`: a visitor."""


@contextmanager
def visits(browser: Browser, home: str) -> Iterator[Visit]:
    """Visitors of a site. Whatever they do, no other host is asked, and no script fails."""
    visitors: list[Visitor] = []

    def visit(width: int = 1280, at: str = home, **wishes: Any) -> Visitor:
        visitors.append(Visitor(browser, at, width, **wishes))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        visitor.context.close()
    assert [url for visitor in visitors for url in visitor.asked_of_others] == []
    assert [error for visitor in visitors for error in visitor.errors] == []


_FOCUS_IS_SEEN = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return true;
  const box = focused.getBoundingClientRect();
  const seen = focused.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0;
  return seen && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""


def pages_in_pdf(pdf: bytes) -> int:
    """How many sheets a PDF has that Chromium wrote: its page objects stand in plain text."""
    return len(_PAGE_OF_PDF.findall(pdf))


def visitor_at(visit: Visit, moment: datetime, zone: str = "Europe/Helsinki") -> Visitor:
    """Somebody on a phone whose clock says this moment, in a zone."""
    visitor = visit(390, timezone_id=zone)
    visitor.page.clock.set_fixed_time(moment)
    return visitor


def status_line(page: Page) -> Locator:
    """What the page of results says of what was found."""
    return page.locator("[data-search-status]")


def asked_page(visitor: Visitor, question: str, region: str = "", language: str = "") -> Page:
    """The page of results with its answer."""
    page = visitor.go(f"{language}haku/?q={quote(question)}{region and f'&alue={region}'}")
    expect(status_line(page)).not_to_be_empty()
    return page


def typed_in(page: Page, field: str, text: str) -> Locator:
    """The suggestions under a field after some letters."""
    page.locator(field).click()
    page.locator(field).press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()
    return page.get_by_role("option")


def expect_address(page: Page, end: str) -> None:
    """The address follows what is shown."""
    expect(page).to_have_url(re.compile(re.escape(end) + "$"))


def seen_by_axe(page: Page, *schemes: str) -> list[str]:
    """What axe-core finds in these schemes; without any, light and dark."""
    page.add_script_tag(path=chromium.script("axe-core/axe.min.js"))
    found = []
    for scheme in schemes or ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        answer = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
        for violation in answer["violations"]:
            found += [f"{scheme}: {violation['id']} {node['html'][:160]}" for node in violation["nodes"]]
    return found
