"""Pages on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browsing import Visit, pages_in_pdf
from example_pages import KINDS, NOW, SERVICE
from site_building import Site

pytestmark = pytest.mark.browser

LONG_SERVICES = 80
ROWS_ON_A_SHEET = 30


def test_a_service_fits_on_one_sheet(visit: Visit, site: Site) -> None:
    """The longest ones, of every region."""
    services = [address for address in site.pages if re.fullmatch("[^/]{3,}/palvelut/[^/]+/", address)]
    services.sort(key=lambda address: len(site.pages[address]), reverse=True)
    visitor = visit(color_scheme="dark")
    sheets = {
        address: pages_in_pdf(visitor.go(address).pdf(format="A4", prefer_css_page_size=True))
        for address in services[:LONG_SERVICES]
    }
    assert len(sheets) == LONG_SERVICES
    assert {address: count for address, count in sheets.items() if count != 1} == {}
    expect(visitor.page.locator("[data-paper] svg")).to_have_count(1)


def test_the_code_on_paper_leads_to_the_page_and_is_not_on_the_screen(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go(SERVICE)
    assert page.locator("[data-paper] svg").count() == 0
    page.pdf(format="A4")
    expect(page.locator("[data-paper] b")).to_have_text((visitor.home + SERVICE).removeprefix("http://"))
    expect(page.locator("[data-paper]")).to_be_hidden()


def test_days_far_ahead_are_folded_on_the_screen_and_printed(visit: Visit) -> None:
    page = visit(390).go(SERVICE)
    folded = page.locator(".t-later li").first
    expect(folded).to_be_hidden()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()


def test_the_roster_is_printed_alone_and_without_what_ages(visit: Visit) -> None:
    page = visit().go(NOW)
    page.emulate_media(media="print")
    expect(page.locator(".t-board")).to_be_hidden()
    expect(page.locator(".t-roster")).to_be_visible()
    assert page.locator(".t-roster thead th").count() == 8
    rows = page.locator(".t-roster tbody tr").count()
    assert pages_in_pdf(page.pdf(format="A4", prefer_css_page_size=True)) <= rows / ROWS_ON_A_SHEET + 1


@pytest.mark.parametrize(
    ("kind", "most"), [("agreement", 5), ("report", 2), ("merged agreement", 3), ("promises", 7), ("groups", 4)]
)
def test_an_agreement_and_a_report_are_printed_black_on_white_without_what_is_for_the_screen(
    visit: Visit, kind: str, most: int
) -> None:
    page = visit(color_scheme="dark").go(KINDS[kind])
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (".t-crumbs", ".t-search", ".t-btn", ".t-panel", ".t-footer"):
        assert page.locator(gone).locator("visible=true").count() == 0, gone
    colours = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    assert page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert pages_in_pdf(page.pdf(format="A4", prefer_css_page_size=True)) <= most


def test_print_leaves_the_frame_out_and_keeps_what_says_that_content_is_invented(visit: Visit) -> None:
    page = visit().go(SERVICE)
    page.emulate_media(media="print")
    for gone in (".t-rooms", ".t-panel", ".t-footer", "[data-print]"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator(".t-example")).to_be_visible()
    expect(page.locator("#sisalto a[href^='tel:']").first).to_be_visible()
