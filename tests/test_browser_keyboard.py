"""The frame of a page in a browser, by keyboard: panel, menu, search of the header, stops of Tab."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from browsing import Visit
from example_pages import KINDS, SERVICE

pytestmark = pytest.mark.browser

MOST_STOPS = 400
"""So many presses of Tab must be enough for the longest page."""
FOCUS_IS_SHOWN = """() => {
  const focused = document.activeElement;
  if (focused === document.body || focused.id === "sisalto") return true;
  const ring = focused.querySelector(".t-map__ring");
  if (ring) return getComputedStyle(ring).stroke !== "none";
  for (let each = focused, level = 0; each && level < 4; each = each.parentElement, level++) {
    const {outlineStyle, outlineWidth} = getComputedStyle(each);
    if (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) return true;
  }
  return false;
}"""


@pytest.mark.parametrize("width", [1280, 390])
def test_the_first_press_of_tab_gives_a_way_past_the_header(visit: Visit, width: int) -> None:
    visitor = visit(width)
    visitor.go("lappi/palvelut/")
    visitor.tab_to(".t-skip")
    visitor.press("Enter")
    assert visitor.is_on("#sisalto")
    visitor.tab_to("a")
    assert visitor.is_on("#sisalto a")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_panel_opens_and_closes_by_keyboard_and_gives_the_focus_back(visit: Visit, width: int) -> None:
    visitor = visit(width)
    page = visitor.go("lappi/palvelut/")
    visitor.tab_to(".t-panel summary")
    visitor.press("Enter")
    expect(page.locator(".t-panel__box")).to_be_visible()
    visitor.tab_to(".t-grid a")
    visitor.press("Escape")
    expect(page.locator(".t-panel__box")).to_be_hidden()
    assert visitor.is_on(".t-panel summary")


def test_the_panel_closes_when_the_focus_goes_on(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("lappi/palvelut/")
    visitor.tab_to(".t-panel summary")
    visitor.press("Enter")
    visitor.tab_to("#sisalto a")
    expect(page.locator(".t-panel__box")).to_be_hidden()


def test_a_question_typed_in_the_header_leads_to_a_telephone_number(visit: Visit) -> None:
    visitor = visit(1280)
    page = visitor.go("lappi/palvelut/")
    visitor.tab_to("#haku-yla")
    page.keyboard.type("napatuuli")
    visitor.follow()
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    visitor.tab_to(f"[data-search-results] a[href$='{SERVICE}']")
    visitor.follow()
    expect(page).to_have_url(re.compile(f"{SERVICE}$"))  # the place in the list is noted first
    visitor.tab_to("#sisalto a[href^='tel:']")


def test_on_a_phone_the_menu_leads_to_a_telephone_number(visit: Visit) -> None:
    visitor = visit(390)
    visitor.go("lappi/")
    visitor.tab_to(".t-panel summary")
    visitor.press("Enter")
    visitor.tab_to(".t-panel__rooms a[href$='lappi/palvelut/'], .t-panel__rooms a[href='palvelut/']")
    visitor.follow()
    assert visitor.address == "lappi/palvelut/"
    visitor.tab_to(f"#sisalto a[href$='{SERVICE}']")
    visitor.follow()
    visitor.tab_to("#sisalto a[href^='tel:']")


def test_on_a_phone_the_search_opens_as_a_window_and_gives_the_focus_back(visit: Visit) -> None:
    visitor = visit(390)
    page = visitor.go(SERVICE)
    visitor.tab_to(".t-header__find")
    visitor.press("Enter")
    expect(page.get_by_role("dialog", name="Hae palveluista")).to_be_visible()
    assert visitor.is_on("dialog input[name=q]")
    visitor.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert visitor.is_on(".t-header__find")


def test_help_in_danger_is_seen_at_the_top_of_every_page_of_a_phone(visit: Visit) -> None:
    visitor = visit(390)
    for address in KINDS.values():
        page = visitor.go(address)
        link = page.locator(".t-help a").last
        expect(link).to_be_in_viewport()
        assert link.evaluate("node => node.getBoundingClientRect().height >= 24")
    link.click()
    expect(page.locator('a.t-btn[href="tel:112"]')).to_be_visible()


def test_a_mistake_is_told_with_the_address_of_its_page_and_what_the_page_says(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go(SERVICE)
    heading = page.locator("h1").inner_text()
    number = page.locator('.t-contact a[href^="tel:"]').first.inner_text()
    page.locator(".t-checked a").click()
    page.wait_for_url("**/yhteys/**")
    there = visitor.home + SERVICE
    expect(page.locator("[data-came-from] a")).to_have_text(there)
    link = page.locator("a[data-message]")
    expect(link).to_have_attribute("href", re.compile(quote("Sivulla lukee nyt:")))
    message = unquote(link.get_attribute("href") or "")
    assert f" {there}\r\n\r\nSivulla lukee nyt:\r\n{heading}\r\n" in message
    assert number in message
    assert len(link.get_attribute("href") or "") <= 1900


def test_an_address_of_another_site_is_not_taken_for_a_page_of_ours(visit: Visit) -> None:
    page = visit().go("lappi/yhteys/?sivu=//example.com/x")
    expect(page.locator("[data-came-from]")).to_be_hidden()


@pytest.mark.parametrize(("kind", "width"), [("front", 390), ("services", 1280)])
def test_tab_leads_to_the_end_of_the_page_and_each_stop_shows_that_it_has_the_focus(
    visit: Visit, kind: str, width: int
) -> None:
    visitor = visit(width)
    page = visitor.go(KINDS[kind])
    last = page.locator("a[href], button, input, summary").locator("visible=true").last
    dim = []
    for _ in range(MOST_STOPS):
        visitor.press("Tab")
        if not page.evaluate(FOCUS_IS_SHOWN):
            dim.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
        if last.evaluate("element => element === document.activeElement"):
            break
    else:
        pytest.fail("the end of the page was not reached")
    assert dim == []


def test_the_map_leads_to_a_region_by_keyboard(visit: Visit) -> None:
    visitor = visit(390)
    page = visitor.go("")
    visitor.tab_to(".t-map a[data-region=keski-suomi]")
    expect(page.get_by_role("group", name="Alueet").get_by_role("link", name="Keski-Suomi")).to_be_focused()
    visitor.follow()
    assert visitor.address == "keski-suomi/"


def test_the_jumps_of_a_long_list_lead_to_its_headings_and_tell_how_many_rows_are_below(visit: Visit) -> None:
    page = visit(390).go("lappi/palvelut/")
    jumps = page.locator(".t-jumps ul").first.locator("li")
    assert jumps.count() > 10
    for jump in jumps.all()[:6]:
        heading = page.locator(str(jump.locator("a").get_attribute("href")))
        rows = heading.locator("xpath=following-sibling::ul/li")
        assert jump.inner_text().split()[-1] == heading.inner_text().split()[-1] == str(rows.count())
    jumps.nth(4).locator("a").click()
    assert 0 <= page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 100
