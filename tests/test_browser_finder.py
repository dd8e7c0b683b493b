"""The finder in a browser."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from browsing import MONDAY, Visit, expect_address
from example_pages import SERVICE

pytestmark = pytest.mark.browser

FINDER = "lappi/palvelut/"


def _ready(page: Page) -> Page:
    page.locator("[data-finder=ready]").wait_for()
    return page


def _value(page: Page, name: str) -> Locator:
    """The box of a value, by its words: "Nuoret", "Kemi"."""
    return page.locator(".t-facets .t-check").filter(has=page.locator("span", has_text=re.compile(f"^{name}$"))).first


def _count(page: Page, name: str) -> int:
    return int(_value(page, name).locator(".t-n").inner_text().split()[0])


def _cards(page: Page) -> list[str]:
    return page.locator("[data-found] .t-card__name").all_text_contents()


def test_a_press_on_a_value_gives_as_many_services_as_it_said(visit: Visit) -> None:
    page = _ready(visit().go(FINDER))
    expect(page.locator("[data-found]")).to_be_hidden()
    for name, address in (("Kemi", "?kunta=kemi"), ("Nuoret", "?kohderyhma=nuoret&kunta=kemi")):
        promised = _count(page, name)
        _value(page, name).click()
        assert promised > 0
        expect(page.locator(".t-status")).to_have_text(f"{promised} palvelua palvelee kuntaa: Kemi")
        expect_address(page, address)  # it comes after the counts
    more = page.get_by_role("button", name="Näytä lisää")
    while more.count():
        more.click()
    headings = page.locator("[data-found] h2").all_inner_texts()
    assert headings[0].startswith("Paikan päällä ")
    assert sum(int(heading.rpartition(" ")[2]) for heading in headings) == promised


def test_the_finder_says_how_choices_work_together(visit: Visit) -> None:
    page = _ready(visit().go(FINDER))
    expect(page.get_by_text("Voit valita useita. Saman otsikon alla riittää, että yksi valinta sopii.")).to_be_visible()


def test_back_from_a_card_of_the_finder_leads_to_where_it_was_pressed(visit: Visit) -> None:
    visitor = visit(390)
    page = visitor.go("palvelut/?kunta=rovaniemi")
    page.locator("[data-found]").get_by_role("button", name="Näytä lisää").click()
    card = page.locator("[data-found] .t-card__name a").nth(24)
    card.scroll_into_view_if_needed()
    box, left = card.bounding_box(), page.url
    name, held = card.inner_text(), list[Route]()
    visitor.context.route("**/data/palveluhaku/**", lambda route: held.append(route))
    card.click()
    expect(page).not_to_have_url(left)
    page.go_back()  # the page has been laid out and scrolled before its data comes
    for route in held:
        route.continue_()
    visitor.context.unroute("**/data/palveluhaku/**")
    card = page.get_by_role("link", name=name, exact=True)
    expect(card).to_be_in_viewport()
    page.wait_for_function("history.scrollRestoration === 'auto'")
    here = card.bounding_box()
    assert box and here and abs(here["y"] - box["y"]) < 100


def test_back_gives_up_the_last_choice_and_forward_takes_it_again(visit: Visit) -> None:
    page = _ready(visit().go(FINDER))
    grown = "length => history.length === length"  # the address comes in the frame after the answer
    every, length = page.locator(".t-status").inner_text(), page.evaluate("history.length")
    _value(page, "Kemi").click()
    expect(page.locator(".t-status")).not_to_have_text(every)
    page.wait_for_function(grown, arg=length + 1)
    one = page.locator(".t-status").inner_text()
    _value(page, "Nuoret").click()
    expect(page.locator(".t-status")).not_to_have_text(one)
    page.wait_for_function(grown, arg=length + 2)
    page.go_back()
    expect(page.locator(".t-status")).to_have_text(one)
    expect(_value(page, "Nuoret").locator("input")).not_to_be_checked()
    page.go_back()
    expect(page.locator("[data-all]")).to_be_visible()
    page.go_forward()
    expect(page.locator(".t-status")).to_have_text(one)


def test_two_presses_at_once_are_two_steps_back(visit: Visit) -> None:
    page = _ready(visit().go(FINDER))
    boxes, before = page.locator(".t-find__side input[type=checkbox]"), page.evaluate("history.length")
    boxes.evaluate_all("boxes => boxes.slice(0, 2).forEach(box => box.click())")
    page.wait_for_function("before => history.length === before + 2", arg=before)
    page.go_back()
    expect(page.locator(".t-find__side input[type=checkbox]:checked")).to_have_count(1)


def test_back_from_a_card_that_was_pressed_at_once_keeps_the_choice(visit: Visit) -> None:
    page = _ready(visit().go(FINDER))
    box = page.locator(".t-facets [name=kohderyhma]:not(:disabled)").first
    box.evaluate("box => { box.click(); document.querySelector('[data-found] .t-card__name a').click(); }")
    page.wait_for_url("**/palvelut/*/")
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?kohderyhma=[\w-]+$"))
    expect(_ready(page).locator(".t-facets :checked")).to_have_count(1)


def test_the_address_of_what_was_found_can_be_sent(visit: Visit) -> None:
    page = _ready(visit().go(FINDER))
    for name in ("Nuoret", "Kemi", "Tornio"):
        _value(page, name).click()
    expect_address(page, "?kohderyhma=nuoret&kunta=kemi,tornio")
    page.get_by_role("button", name="Näytä lisää").wait_for()
    found, other = _cards(page), _ready(visit(390).go(page.url.removeprefix(visit().home)))
    expect(other.locator("[data-found] .t-card__name")).to_have_text(found)
    expect(other.locator(".t-status")).to_contain_text("palvelee kuntaa: Kemi ja Tornio")


def test_a_chip_takes_its_choice_away_and_clear_all_of_them(visit: Visit) -> None:
    page = _ready(visit().go(f"{FINDER}?kohderyhma=nuoret&kunta=kemi"))
    page.get_by_role("button", name="Nuoret, poista rajaus").click()
    expect_address(page, "?kunta=kemi")
    page.get_by_role("button", name="Tyhjennä").click()
    expect_address(page, FINDER)
    expect(page.locator(".t-status")).to_contain_text("Alla on koko luettelo")
    expect(page.locator("[data-all]")).to_be_visible()


def test_a_value_that_would_find_nothing_cannot_be_chosen(visit: Visit) -> None:
    page = _ready(visit().go(f"{FINDER}?kieli=so&kunta=kemi"))
    counts = page.locator(".t-facets .t-check.is-none .t-n").all_text_contents()
    others = page.locator(".t-facets .t-check:not(.is-none) .t-n").all_text_contents()
    assert counts and {count.split()[0] for count in counts} == {"0"}
    assert others and "0" not in {count.split()[0] for count in others}


def test_when_nothing_is_found_there_are_ways_on(visit: Visit) -> None:
    page = _ready(visit(390).go(f"{FINDER}?aihe=yrittajyys&kanava=chat&kieli=so&kunta=kemi"))
    expect(page.locator(".t-status")).to_have_text("Näillä valinnoilla ei löytynyt palvelua")
    person = page.locator("[data-found]").get_by_role("link", name="Kysy ihmiseltä")
    assert urljoin(page.url, str(person.get_attribute("href"))).endswith("lappi/yhteys/")
    expect(page.get_by_role("heading", name="Puhelimitse ja verkossa voit kysyä mistä vain")).to_be_visible()
    assert page.locator("[data-found] .t-card").count() > 0
    page.get_by_role("button", name="Näytä kaikki etäpalvelut").click()
    expect(page.locator(".t-status")).to_contain_text("palvelee kuntaa: Kemi")
    expect(page).to_have_url(re.compile(r"kanava=.*kunta=kemi"))


def test_on_a_phone_facets_come_up_as_a_sheet_by_touch(visit: Visit) -> None:
    visitor = visit(390, has_touch=True)
    page = _ready(visitor.go(FINDER))
    page.get_by_role("button", name="Rajaa").tap()
    sheet = page.get_by_role("dialog", name="Rajaa palveluja")
    expect(sheet).to_be_visible()
    promised = _count(page, "Kemi")
    _value(page, "Kemi").tap()
    sheet.get_by_role("button", name=f"Näytä {promised} palvelua").tap()
    expect(sheet).to_have_count(0)
    expect(page.get_by_role("button", name="Rajaa 1")).to_be_focused()
    expect(page.locator("[data-found] .t-card").first).to_be_visible()
    small = "nodes => nodes.filter(node => node.getBoundingClientRect().height < 44).map(node => node.outerHTML)"
    assert page.locator(".t-find__bar button").evaluate_all(small) == []
    page.locator("[data-found] .t-card a").first.tap()
    page.wait_for_url("**/palvelut/*/")
    page.go_back()
    _ready(page)
    expect(page.locator(".t-status")).to_contain_text(f"{promised} palvelua")


def test_the_first_card_of_a_phone_tells_whom_to_call_for_whom_it_is_and_how_far(visit: Visit) -> None:
    page = _ready(
        visit(390, moment=MONDAY.replace(hour=10, minute=30)).go(
            "palvelut/?kunta=laihia&tilanne=tyottomaksi-jaaminen&auki=nyt"
        )
    )
    page.set_viewport_size({"width": 390, "height": 844})
    card = page.locator("[data-found] .t-card").first
    expect(card.get_by_role("heading")).to_have_text("Tyrnirannan työnhaun piste")
    for told in ("Auki", "Kenelle: Työttömät työnhakijat", re.compile(r"Vaasa, 2\d\u00a0km")):
        expect(card).to_contain_text(told)
    number = card.get_by_role("link", name="017 003 210")
    expect(number).to_have_attribute("href", "tel:+35817003210")
    expect(number).to_be_in_viewport()
    assert number.evaluate("a => a.getBoundingClientRect().height") >= 44


def test_a_card_of_the_finder_tells_what_a_result_of_the_search_tells(visit: Visit) -> None:
    moment = MONDAY.replace(hour=10, minute=30)
    told = []
    for address in ("palvelut/?kunta=kemi&aihe=talous", "haku/?q=velat+järjestykseen&kunta=kemi"):
        page = visit(390, moment=moment).go(address)
        card = page.locator(".t-card", has=page.get_by_role("link", name="Velat järjestykseen")).first
        expect(card).to_be_visible()
        told.append([card.locator(part).all_inner_texts() for part in (".t-card__facts", ".t-card__call", ".t-meta")])
    assert told[0] == told[1]
    assert told[0][2] == ["Talousneuvonta Hiirenporras"]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_service_is_found_by_keyboard_alone(visit: Visit, width: int) -> None:
    visitor = visit(width)
    page = _ready(visitor.go(FINDER))
    if width == 390:
        visitor.tab_to(".t-find__bar > button")
        visitor.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
    visitor.tab_to(".t-facets [name=kunta]")
    visitor.press("Space")
    visitor.tab_to(".t-facets [name=kohderyhma]")
    visitor.press("Space")
    assert visitor.is_on(".t-facets [name=kohderyhma]:checked")
    if width == 390:
        visitor.press("Escape")
        assert visitor.is_on(".t-find__bar > button")
    expect(page.locator(".t-status")).to_contain_text("palvelee kuntaa")
    visitor.tab_to("[data-found] .t-card a")
    visitor.follow()
    expect(page).to_have_url(re.compile("/palvelut/[^?]+/$"))  # the place in the list is noted first


def test_in_the_whole_country_a_municipality_is_typed(visit: Visit) -> None:
    visitor = visit()
    page = _ready(visitor.go("palvelut/"))
    visitor.tab_to("#rajaus-kunta")
    page.keyboard.type("kemij")
    expect(page.locator(".t-facets [name=kunta]:visible")).to_have_count(1)
    visitor.press("Enter")
    expect_address(page, "palvelut/?kunta=kemijarvi")
    expect(page.locator(".t-status")).to_contain_text("palvelee kuntaa: Kemijärvi")


@pytest.mark.parametrize(
    ("address", "text", "said"),
    [
        ("palvelut/", "Ivalossa", "Inari (Ivalo)"),
        ("palvelut/", "99800", "Inari (99800)"),
        (FINDER, "ivalo", "Inari (Ivalo)"),
    ],
)
def test_a_municipality_is_typed_as_people_name_it(visit: Visit, address: str, text: str, said: str) -> None:
    visitor = visit()
    page = _ready(visitor.go(address))
    visitor.tab_to("#rajaus-kunta")
    page.keyboard.type(text)
    picked = page.locator(".t-facets .t-check:visible").filter(has=page.locator("[name=kunta]"))
    expect(picked).to_have_count(1)
    expect(picked.locator("span").first).to_have_text(said)
    visitor.press("Enter")
    expect_address(page, f"{address}?kunta=inari")


def test_a_municipality_that_is_not_among_the_services_is_said(visit: Visit) -> None:
    visitor = visit()
    page = _ready(visitor.go(FINDER))
    visitor.tab_to("#rajaus-kunta")
    page.keyboard.type("Loviisa")
    expect(page.locator(".t-facet [role=status]")).to_contain_text("ei ole sen nimistä kuntaa")


def test_more_cards_come_with_a_press_and_the_focus_goes_on(visit: Visit) -> None:
    page = _ready(visit().go("palvelut/?kieli=fi"))
    more = page.get_by_role("button", name="Näytä lisää")
    more.wait_for()
    before = page.locator("[data-found] .t-card").count()
    more.click()
    expect(page.locator("[data-found] .t-card__name a").nth(before)).to_be_focused()
    expect(page.locator("[data-found] .t-card")).to_have_count(2 * before)


def test_without_scripts_the_whole_list_is_there_and_no_filter_that_does_nothing(visit: Visit) -> None:
    page = visit(390, java_script_enabled=False).go(f"{FINDER}?kunta=kemi")
    expect(page.locator(".t-find__side")).to_be_hidden()
    expect(page.locator(".t-find button")).to_have_count(0)
    expect(page.locator(f"[data-all] a[href$='{SERVICE.partition('/')[2].partition('/')[2]}']").first).to_be_visible()


def test_a_finder_without_its_data_says_so_and_keeps_the_list(visit: Visit) -> None:
    visitor = visit(390)
    visitor.context.route("**/palveluhaku/*.json", lambda route: route.abort())
    page = visitor.go(f"{FINDER}?kunta=kemi")
    expect(page.locator(".t-status")).to_contain_text("Rajaus ei toimi juuri nyt")
    expect(page.locator("[data-all] .t-rows a").first).to_be_visible()


def test_nothing_moves_when_the_finder_is_ready(visit: Visit) -> None:
    for width, address in ((390, FINDER), (390, f"{FINDER}?kunta=kemi"), (1280, "palvelut/")):
        visitor = visit(width)
        visitor.page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {"
            "  if (!entry.hadRecentInput) window.moved += entry.value;"
            "})).observe({type: 'layout-shift', buffered: true})"
        )
        page = _ready(visitor.go(address))
        page.wait_for_timeout(200)
        assert page.evaluate("window.moved") < 0.05, (width, address)
