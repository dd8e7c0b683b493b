"""Agreements, promises, groups, the network and its white spots in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import Visit
from example_pages import KINDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_that_changed_are_told_apart_without_colour(visit: Visit, scheme: str) -> None:
    page = visit(color_scheme=scheme).go(KINDS["agreement in other words"])
    for tag, line, said in (("del", "line-through", "poistettu:"), ("ins", "underline", "uutta:")):
        marked = page.locator(f".t-beside {tag}").first
        assert line in str(marked.evaluate("each => getComputedStyle(each).textDecorationLine"))
        expect(marked.locator(".t-vh")).to_have_text(said)
    before, after = page.locator(".t-beside > div").nth(0), page.locator(".t-beside > div").nth(1)
    assert before.bounding_box()["x"] < after.bounding_box()["x"], "side by side"  # type: ignore[index]


def test_on_a_phone_the_words_of_now_stand_below_those_of_before(visit: Visit) -> None:
    page = visit(390).go(KINDS["agreement in other words"])
    before, after = page.locator(".t-beside > div").nth(0), page.locator(".t-beside > div").nth(1)
    assert before.bounding_box()["y"] < after.bounding_box()["y"]  # type: ignore[index]


@pytest.mark.parametrize("width", [390, 1280])
def test_by_keyboard_a_promise_that_nothing_keeps_leads_to_its_row_and_on_to_who_promised(
    visit: Visit, width: int
) -> None:
    visitor = visit(width)
    page = visitor.go(KINDS["promises"])
    visitor.tab_to('.t-rows a[href^="#"]')
    visitor.press("Enter")
    row = page.locator("tr:target")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("Ei toteuttajaa")
    visitor.tab_to("tr:target a")
    visitor.follow()
    assert visitor.address.startswith("lappi/")


def test_without_scripts_every_promise_tells_who_what_and_when(visit: Visit) -> None:
    page = visit(java_script_enabled=False).go(KINDS["promises"])
    rows = page.locator(".t-promises tbody tr")
    assert rows.count() > 20
    expect(rows.filter(has_text="tarkistettu").first).to_be_visible()
    expect(page.locator("[data-print]")).to_be_hidden()


def test_the_graph_of_groups_is_walked_by_keyboard_and_told_in_a_list(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go(KINDS["groups"])
    drawn = page.locator(".t-arcs path.t-tie").count()
    assert page.locator(".t-arcs ~ *").count() == 0
    assert page.locator(".t-band .t-rows li").count() == drawn > 5
    visitor.tab_to(".t-arcs a")
    name = str(page.evaluate("document.activeElement.textContent"))
    visitor.follow()
    assert "/ryhmat/" in visitor.address
    assert name.split()[0].casefold() in page.locator("h1").inner_text().casefold()


def test_the_table_of_a_target_group_opens_by_keyboard_and_without_scripts(visit: Visit) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.go(KINDS["white spots"])
    young = page.locator("details", has_text="Nuoret").first
    summaries = page.locator("summary", has_text="Nuoret")
    expect(young.locator("table")).to_be_hidden()
    summaries.focus()
    visitor.press("Enter")
    expect(young.locator("table")).to_be_visible()
    assert page.locator("details[open]").count() == 1


@pytest.mark.parametrize("kind", ["white spots", "network", "network of the country"])
def test_every_folded_table_is_printed(visit: Visit, kind: str) -> None:
    page = visit().go(KINDS[kind])
    page.emulate_media(media="print")
    for table in page.locator(".t-fold table").all():
        expect(table).to_be_visible()


def test_every_line_and_node_of_the_picture_stands_in_the_matrix(visit: Visit) -> None:
    page = visit(390).go(KINDS["network"])
    assert page.locator(".t-ring a .t-ring__line").count() == page.locator(".t-dot").count() > 0
    assert page.locator(".t-ring a .t-ring__line.is-lead").count() == page.locator(".t-dot.is-lead").count() > 0
    drawn, rows = (page.locator(each).evaluate_all("links => links.map(link => link.getAttribute('href'))")
                   for each in ("a.t-ring__party", ".t-matrix tbody a"))  # fmt: skip
    assert sorted(drawn) == sorted(rows)


def test_a_node_of_the_picture_is_reached_by_keyboard_and_leads_to_its_page(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go(KINDS["network"])
    node = page.locator("a.t-ring__party").first
    address = node.get_attribute("href")
    node.focus()
    visitor.follow()
    assert address is not None and visitor.address == address.removeprefix("../../")
