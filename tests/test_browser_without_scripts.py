"""Pages in a browser that runs no scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browsing import Visit
from example_pages import BY_SUCCESSORS, KINDS, NARROWED, SERVICE

pytestmark = pytest.mark.browser

OF_THIS_MINUTE = "[data-open-few], [data-nobody], [data-open], [data-days]"
NARROWED_HERE = ("search", "now", "start, answer")
"""Kinds of page besides whose scripts offer a choice."""


def test_without_scripts_links_lead_from_the_front_page_to_a_service(visit: Visit) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.go("")
    page.locator("#alueet").get_by_role("link", name="Lappi").click()
    assert visitor.address == "lappi/"
    page.get_by_role("main").get_by_role("link", name="Rovaniemi", exact=True).click()
    assert visitor.address == "kunnat/rovaniemi/"
    page.get_by_role("main").get_by_role("link", name="Ohjaamo Napatuuli", exact=True).first.click()
    assert visitor.address == SERVICE
    expect(page.locator("#sisalto a[href^='tel:']").first).to_be_visible()


def test_without_scripts_the_menu_opens(visit: Visit) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.go("lappi/palvelut/")
    page.get_by_text("Valikko", exact=True).first.click()
    page.get_by_role("navigation", name="Valikko", exact=True).get_by_role("link", name="Tapahtumat").click()
    assert visitor.address == "lappi/tapahtumat/"


def test_without_scripts_the_search_page_tells_the_way_on(visit: Visit) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.go("lappi/palvelut/")
    page.get_by_role("link", name="Hae palveluista").click()
    assert visitor.address == "haku/"
    expect(page.get_by_text("skriptit on estetty")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Palvelut kunnittain").click()
    assert visitor.address == "kunnat/"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {*NARROWED_HERE, *NARROWED, *BY_SUCCESSORS}])
def test_scripts_add_nothing_that_has_to_be_read(visit: Visit, kind: str) -> None:
    """Besides what holds this minute, which no page can tell without them: badges, who answers, what is nearest."""
    in_order = sorted if kind == "municipality" else list
    with_scripts, without = (
        visit(390, java_script_enabled=on, timezone_id="Europe/Helsinki").go(KINDS[kind]) for on in (True, False)
    )
    assert "" not in without.locator("[data-days]").all_text_contents(), "hours are told in words"
    if without.locator("[data-open-few]").count():
        expect(without.locator("[data-open-few] .t-big:visible").first).to_be_visible()
    assert in_order(_read(with_scripts).replace("Tulosta", "").split()) == in_order(_read(without).split())


def _read(page: Page) -> str:
    page.locator(OF_THIS_MINUTE).evaluate_all("found => found.forEach(each => each.remove())")
    return page.locator("#sisalto").inner_text()
