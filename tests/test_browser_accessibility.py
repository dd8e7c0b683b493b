"""Pages as axe-core sees them, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import Visit, asked_page, seen_by_axe, typed_in
from example_pages import KINDS, SERVICE

pytestmark = pytest.mark.browser

AXE_RUNS = [(390, "light"), (1280, "dark")]
"""Width and scheme in which every kind of page is looked at."""
AXE_EVERYWHERE = ("front", "service")
"""Kinds that are looked at in all others too: every part of the frame is on them."""


@pytest.mark.parametrize(("width", "scheme"), AXE_RUNS)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_page(visit: Visit, kind: str, width: int, scheme: str) -> None:
    page = visit(width).go(KINDS[kind])
    if kind == "search":
        expect(page.locator("[data-search-results] a").first).to_be_visible()
    if kind in ("map", "map of the country"):
        page.locator("[data-map][data-ready]").wait_for()
        if not page.locator("[data-view=map]").is_visible():
            page.locator("[data-drawn] [aria-busy=false]").wait_for()
    assert seen_by_axe(page, scheme) == []


@pytest.mark.parametrize(("width", "schemes"), [(320, ("light", "dark")), (390, ("dark",)), (1280, ("light",))])
@pytest.mark.parametrize("kind", AXE_EVERYWHERE)
def test_axe_finds_nothing_in_any_width_and_scheme(
    visit: Visit, kind: str, width: int, schemes: tuple[str, ...]
) -> None:
    assert seen_by_axe(visit(width).go(KINDS[kind]), *schemes) == []


@pytest.mark.parametrize(("opener", "opened"), [(".t-panel summary", ".t-panel__box"), (".t-header__find", "dialog")])
def test_axe_finds_nothing_on_what_opens(visit: Visit, opener: str, opened: str) -> None:
    page = visit(390).go(SERVICE)
    page.locator(opener).click()
    expect(page.locator(opened)).to_be_visible()
    assert seen_by_axe(page) == []


@pytest.mark.parametrize("question", ["opo rovaniemellä", "haluan kuolla", "kvanttimekaniikka", "nappatuuli"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_answer_of_the_search(visit: Visit, question: str, width: int) -> None:
    assert seen_by_axe(asked_page(visit(width), question, "lappi")) == []


@pytest.mark.parametrize(("address", "width", "field"), [("", 390, "#haku"), ("lappi/palvelut/", 1280, "#haku-yla")])
def test_axe_finds_nothing_on_open_suggestions(visit: Visit, address: str, width: int, field: str) -> None:
    page = visit(width).go(address)
    typed_in(page, field, "opisk")
    page.keyboard.press("ArrowDown")
    assert seen_by_axe(page) == []


def test_axe_finds_nothing_on_suggestions_in_the_window(visit: Visit) -> None:
    page = visit(390).go(SERVICE)
    page.locator(".t-header__find").click()
    typed_in(page, "dialog input[name=q]", "opisk")
    assert seen_by_axe(page) == []


def test_axe_would_find_what_is_wrong(visit: Visit) -> None:
    page = visit().go(SERVICE)
    page.evaluate("document.querySelector('main h2').outerHTML = '<h4>Otsikko</h4>'")
    page.add_style_tag(content="@media (prefers-color-scheme:dark){.t-facts dt{color:#555!important}}")
    found = seen_by_axe(page)
    assert {line.split()[1] for line in found} == {"heading-order", "color-contrast"}
    assert {line.split(":")[0] for line in found if "color-contrast" in line} == {"dark"}
