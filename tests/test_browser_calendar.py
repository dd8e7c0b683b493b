"""The calendar in a browser."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import AFTER_ALL_IS_KNOWN, Visit, pages_in_pdf, visitor_at
from example_pages import KINDS
from site_building import Site

pytestmark = pytest.mark.browser

EVENTS = KINDS["events"]


def _rows(page: Page) -> Locator:
    return page.locator("li[data-leaves]:visible")


def _narrowed(page: Page) -> Page:
    """The page once its filter works."""
    expect(page.locator("[data-events=ready]")).to_have_count(1)
    return page


def test_events_are_narrowed_and_their_number_is_said(visit: Visit) -> None:
    page = _narrowed(visit().go(EVENTS))
    every = _rows(page).count()
    training = page.locator(".t-check", has=page.locator("[value=koulutus]"))
    promised = int(training.locator(".t-n").inner_text().split()[0])
    training.click()
    said = page.locator("[role=status].t-status")
    expect(said).to_have_text(re.compile(rf"^{promised} tapahtumaa(, \d+ kertaa)?$"))
    times = re.search(r"(\d+) kertaa", said.inner_text())
    expect(_rows(page)).to_have_count(int(times[1]) if times else promised)
    assert promised < every and page.url.endswith("?laji=koulutus")
    assert page.locator(".t-day:visible:not(:has(li:visible))").count() == 0
    page.go_back()
    expect(_rows(page)).to_have_count(every)


def test_events_are_narrowed_to_where_one_lives_and_to_what_one_may_join_from_there(visit: Visit) -> None:
    visitor = visit(390)
    page = _narrowed(visitor.go(EVENTS))
    every = _rows(page).count()
    expect(_rows(page).first).to_be_in_viewport()
    page.get_by_label("Missä asut?").fill("Kemissä")
    page.get_by_label("Missä asut?").press("Enter")
    expect(page.locator(".t-status")).to_contain_text("Kemi ja lähellä: ")
    assert page.url.endswith("?kunta=kemi") and 0 < _rows(page).count() < every
    page = _narrowed(visitor.go(f"{EVENTS}?kunta=kemi&laji=koulutus"))
    expect(page.locator("li:visible > div > [data-away]").get_by_text("etänä kaikille").first).to_be_visible()
    page.get_by_role("button", name="Kemi, poista rajaus").click()
    assert page.url.endswith("?laji=koulutus")
    expect(page.get_by_label("Missä asut?")).to_have_value("")


def test_the_address_of_narrowed_events_can_be_sent(visit: Visit) -> None:
    page = _narrowed(visit().go(f"{EVENTS}?osa=ita-lappi&kohderyhma=nuoret&hinta=maksuton"))
    count = _rows(page).count()
    expect(page.locator(".t-status")).to_contain_text(" tapahtumaa")
    page.get_by_role("button", name="Itä-Lappi, poista rajaus").click()
    assert page.url.endswith("?kohderyhma=nuoret&hinta=maksuton") and _rows(page).count() >= count
    page.get_by_role("button", name="Tyhjennä").click()
    expect(page.locator(".t-status")).to_contain_text("Alla on koko luettelo")


def test_what_one_subscribes_to_follows_the_filter_and_can_be_chosen(visit: Visit) -> None:
    page = _narrowed(visit().go(f"{EVENTS}?osa=ita-lappi"))
    section, choice = page.locator("section:has(#tilaa)"), page.get_by_label("Mitä tilaat")
    address = section.locator("[data-ways] code")
    expect(address).to_have_text(re.compile(r"/data/kalenterit/lappi-alue-ita-lappi\.ics$"))
    choice.select_option(label="Koulutus")
    expect(address).to_have_text(re.compile(r"/data/kalenterit/lappi-laji-koulutus\.ics$"))
    link = section.get_by_role("link", name="Tilaa omaan kalenteriin").get_attribute("href")
    file = section.get_by_role("link", name="Lataa tiedosto").get_attribute("href")
    assert link is not None and file is not None
    assert (
        link.startswith("webcal://") and link.endswith("lappi-laji-koulutus.ics") and link.endswith(file.lstrip("./"))
    )
    page.get_by_role("button", name="Tyhjennä").click()
    expect(address).to_have_text(re.compile(r"/data/kalenterit/lappi\.ics$"))


def test_a_calendar_says_that_it_is_in_finnish_only_when_it_is(visit: Visit) -> None:
    page = _narrowed(visit().go("sv/tapahtumat/"))
    section, choice = page.locator("section:has(#tilaa)"), page.locator("#tilattava")
    said = section.get_by_text("Kalendern är på finska.")
    expect(said).to_be_visible()
    choice.select_option(label="Österbotten")
    expect(section.locator("[data-ways] code")).to_have_text(re.compile(r"/sv/data/kalenterit/pohjanmaa\.ics$"))
    expect(said).to_be_hidden()
    choice.select_option(label="Lappland")
    expect(said).to_be_visible()


def test_without_scripts_the_address_of_every_part_can_be_copied(visit: Visit) -> None:
    page = visit(390, java_script_enabled=False).go(EVENTS)
    page.get_by_text("Tilaa vain osa tapahtumista").click()
    part = page.locator("dd", has_text="Itä-Lappi").first
    expect(part.locator("code")).to_have_text(re.compile(r"/lappi-alue-ita-lappi\.ics$"))
    expect(part.get_by_role("link", name="Tilaa Itä-Lappi")).to_be_visible()


def test_a_month_is_a_list_by_day_on_a_phone_and_its_day_is_the_readers(visit: Visit) -> None:
    later = datetime(2026, 12, 9, 12, tzinfo=ZoneInfo("Europe/Helsinki"))
    page = visitor_at(visit, later).go(KINDS["month"])
    cells = page.locator(".t-month td:visible")
    expect(cells.first.locator("b")).to_have_text(re.compile(r"^\d+ \w+(i|o)\b"))
    assert cells.count() == page.locator(".t-month td:has(a)").count() > 5
    expect(page.locator("td.is-today b")).to_have_text("9 keskiviikko tänään")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    wide = visit().go(KINDS["month"])
    expect(wide.get_by_role("columnheader")).to_have_count(8)
    expect(wide.locator(".t-month td b i").first).to_be_hidden()


def test_the_country_is_narrowed_to_a_region(visit: Visit) -> None:
    page = _narrowed(visit().go(f"{KINDS['all events']}?alue=lappi"))
    addresses = _rows(page).locator("h3 a, h4 a").evaluate_all("links => links.map(link => link.pathname)")
    assert addresses and all("/lappi/tapahtumat/" in address for address in addresses)


def test_events_are_narrowed_by_keyboard_in_a_sheet_on_a_phone(visit: Visit) -> None:
    visitor = visit(390)
    page = _narrowed(visitor.go(EVENTS))
    visitor.tab_to("[data-filter]")
    visitor.press("Enter")
    expect(page.get_by_role("dialog", name="Rajaa tapahtumia")).to_be_visible()
    visitor.tab_to(".t-facets [name=laji]:enabled")
    visitor.press("Space")
    visitor.press("Escape")
    assert visitor.is_on("[data-filter]")
    expect(page.locator(".t-status")).to_contain_text("tapahtum")
    visitor.tab_to(".t-ev__name a")
    visitor.follow()
    assert "/tapahtumat/" in visitor.address and "?" not in visitor.address


def test_an_event_says_its_day_to_the_ear(visit: Visit) -> None:
    page = visit().go(EVENTS)
    day = page.locator(".t-day").first
    weekday, name = day.locator("h3 > span").first.inner_text().split()[0], day.locator("h4 a").first
    assert re.search(rf", {weekday} \d+\. \w+kuuta$", name.text_content() or "")


def test_past_times_leave_the_list_by_the_readers_clock(visit: Visit, site: Site) -> None:
    days = re.findall(r'class="t-day" id="([0-9-]+)"', site.text("lappi/tapahtumat/index.html"))
    later = datetime.fromisoformat(f"{days[2]} 00:01").replace(tzinfo=ZoneInfo("Europe/Helsinki"))
    page = _narrowed(visitor_at(visit, later, "America/Los_Angeles").go(EVENTS))
    expect(page.locator(f"[id='{days[0]}']")).to_be_hidden()
    expect(page.locator(f"[id='{days[2]}']")).to_be_visible()
    expect(page.locator(f"[id='{days[2]}'] h3 em")).to_have_text("tänään")
    assert "".join(page.locator("h3 em").all_inner_texts()).split().count("tänään") == 1


def test_dates_of_an_event_pass_too_and_the_page_says_so(visit: Visit) -> None:
    page = visitor_at(visit, AFTER_ALL_IS_KNOWN.replace(year=2030)).go(KINDS["event"])
    expect(page.get_by_text("Merkityt päivät ovat menneet.")).to_be_visible()
    assert _rows(page).count() == 0


def test_without_scripts_the_whole_calendar_is_there_and_no_filter_that_does_nothing(visit: Visit) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.go(f"{EVENTS}?laji=koulutus")
    expect(page.locator(".t-find__side")).to_be_hidden()
    assert page.locator("#sisalto button:visible").count() == 0
    assert page.locator(".t-day li").count() == page.locator(".t-day li:visible").count() > 20
    page.get_by_role("navigation", name="Etsi myös näin").get_by_role("link", name="Joulukuu 2026").click()
    expect(page.get_by_role("table", name="Lappi: tapahtumat, joulukuu 2026")).to_be_visible()
    page.locator(".t-month a").first.click()
    assert "/tapahtumat/" in page.url and "#2026-1" in page.url


@pytest.mark.parametrize("kind", ["events", "month", "past events", "event"])
def test_the_calendar_is_printed_without_what_is_for_the_screen(visit: Visit, kind: str) -> None:
    page = visit(color_scheme="dark").go(KINDS[kind])
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (".t-btn", ".t-find__side", ".t-jumps", ".t-footer", ".t-chips"):
        assert page.locator(gone).locator("visible=true").count() == 0, gone
    assert page.locator("li[data-leaves], .t-month td a, .t-rows a").locator("visible=true").count() > 0
    assert pages_in_pdf(page.pdf(format="A4", prefer_css_page_size=True)) <= 12
