"""Where one lives, and where to start, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import Visit, seen_by_axe
from tno.words import words

pytestmark = pytest.mark.browser


def test_on_a_phone_three_presses_lead_to_an_answer(visit: Visit) -> None:
    visitor = visit(390, has_touch=True)
    page = visitor.go("")
    page.locator(".t-door", has_text="En tiedä, mitä tarvitsen").locator("a").tap()
    page.get_by_role("link", name="Olen nuori").tap()
    page.get_by_role("main").get_by_role("link", name="Etsin töitä").tap()
    page.get_by_label("Missä asut?").fill("utsjoella")
    page.locator(".t-choose .t-links a").first.tap()
    expect(page.get_by_role("heading", name="Aloita näistä: Utsjoki")).to_be_focused()
    cards = page.locator("[data-answers] .t-card")
    assert 0 < cards.count() <= 5
    expect(cards.locator("a[href^='tel:']").first).to_be_visible()
    expect(cards.first).to_contain_text("Mitä ensin tapahtuu")
    assert page.locator("[data-answers] a[href^='tel:']").first.evaluate("a => a.getBoundingClientRect().height") >= 44
    assert visitor.address == "mista-aloitan/nuori/tyo/?kunta=utsjoki"
    page.locator("[data-answers]").get_by_role("link", name="Näytä yhteystiedot").tap()
    page.wait_for_url("**/lappi/yhteys/")


@pytest.mark.parametrize(
    ("start", "town"),
    [
        ("mista-aloitan/nuori/opiskelu/", "Laihia"),
        ("sv/mista-aloitan/nuori/suunta/", "Malax"),
        ("en/mista-aloitan/tyoton/raha/", "Rovaniemi"),
        ("mista-aloitan/huoltaja/kesken/", "Kitee"),
        ("mista-aloitan/elakkeella/asiointi/", "99800"),
    ],
)
def test_on_a_phone_a_number_to_call_is_within_a_screen_and_a_half_and_at_once_when_the_town_is_told(
    visit: Visit, start: str, town: str
) -> None:
    page = visit(390, has_touch=True).go(start)
    page.set_viewport_size({"width": 390, "height": 844})
    bottom = "a => a.getBoundingClientRect().bottom + scrollY"
    assert page.get_by_role("main").locator("a[href^='tel:']").first.evaluate(bottom) <= 1.5 * 844
    page.locator("#kunta").fill(town)
    page.locator("#kunta").press("Enter")
    answers = page.locator("[data-answers]")
    expect(answers.get_by_role("heading", level=2)).to_be_focused()
    expect(answers.locator("a[href^='tel:']").first).to_be_in_viewport()


def test_the_town_one_has_told_goes_along_to_another_language(visit: Visit) -> None:
    visitor = visit(390, has_touch=True)
    page = visitor.go("mista-aloitan/opiskelija/raha/?kunta=tampere")
    first = page.locator("[data-answers] .t-card").first
    expect(first.locator("a.t-btn")).to_be_visible()
    page.locator(".t-langs a[lang=sv]").first.tap()
    expect(page.get_by_role("heading", name="Börja med de här: Tammerfors")).to_be_focused()
    assert visitor.address == "sv/mista-aloitan/opiskelija/raha/?kunta=tampere"
    assert page.locator("[data-answers] .t-card b + [lang=fi]").count() == 0, "what happens first is in Finnish"
    expect(page.locator("[data-answers] .t-card .is-served").first).to_have_text(words("sv").served)


def test_what_else_fits_is_a_press_away_and_every_way_on_is_in_the_language(visit: Visit) -> None:
    page = visit(390).go("en/mista-aloitan/tyoton/raha/?kunta=rovaniemi")
    cards, press = page.locator("[data-answers] .t-card"), page.get_by_role("button", name="more that fit")
    first = cards.count() if press.is_visible() else 0
    press.press("Enter")
    expect(press).to_be_hidden()
    assert cards.count() > max(first, 5)
    expect(cards.nth(5).locator("h3 a")).to_be_focused()
    ways = page.locator("[data-answers] .t-btns a").evaluate_all("links => links.map(link => link.pathname)")
    assert len(ways) == 3 and all("/en/" in way for way in ways)


def test_by_keyboard_three_choices_lead_to_an_answer_and_its_address_can_be_sent(visit: Visit) -> None:
    visitor = visit(390)
    page = visitor.go("mista-aloitan/")
    visitor.tab_to("#sisalto a[href*='tyoton/']")
    visitor.follow()
    visitor.tab_to("#sisalto a[href*='raha/']")
    visitor.follow()
    visitor.tab_to("#kunta")
    page.keyboard.type("99800")
    visitor.press("Enter")
    expect(page.get_by_role("heading", name="Aloita näistä: Inari")).to_be_focused()
    visitor.tab_to("[data-answers] a[href^='tel:']")
    other = visit(390).go(visitor.address)
    expect(other.get_by_role("heading", name="Aloita näistä: Inari")).to_be_visible()
    first = "[data-answers]"
    assert other.locator(first).inner_text() == page.locator(first).inner_text()


@pytest.mark.parametrize(
    ("language", "region", "name", "town"),
    [("", "lappi", "Lappi", "Kemi"), ("sv/", "pohjanmaa", "Österbotten", "Vasa")],
)
def test_the_region_one_comes_from_is_kept_to_the_answer(
    visit: Visit, language: str, region: str, name: str, town: str
) -> None:
    visitor = visit(390)
    page = visitor.go(f"{language}{region}/")
    page.locator(".t-door a").first.click()
    page.locator("#sisalto a[href*='laheinen/']").click()
    page.locator("#sisalto a[href*='jaksaminen/']").click()
    expect(page.locator("[data-answers] h2")).to_contain_text(name)
    assert visitor.address == f"{language}mista-aloitan/laheinen/jaksaminen/?alue={region}"
    expect(page.locator("header .t-logo i")).to_have_text(name)
    expect(page.locator("[data-anywhere]").first).to_be_hidden()
    page.locator("#kunta").fill(town)
    page.locator("#kunta").press("Enter")
    expect(page.locator("[data-answers] h2")).to_contain_text(town)
    assert f"?alue={region}&kunta=" in visitor.address


def test_without_scripts_three_choices_lead_to_numbers_and_to_ones_region(visit: Visit) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.go("lappi/")
    page.locator(".t-door", has_text="En tiedä, mitä tarvitsen").locator("a").click()
    page.get_by_role("main").get_by_role("link", name="Olen töissä").click()
    page.get_by_role("main").get_by_role("link", name="Haluan vaihtaa alaa").click()
    expect(page.get_by_role("main").locator("a[href^='tel:']").first).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Lappi").click()
    assert visitor.address == "elamantilanteet/alan-vaihto/#lappi"
    page.go_back()
    expect(page.get_by_label("Missä asut?")).to_be_hidden()  # only a script can answer that here
    page.get_by_role("link", name="Katso oman alueesi palvelut").click()
    expect(page.get_by_role("heading", name="Alueittain")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("asked", "slug"), [("Rovaniemellä", "rovaniemi"), ("Ivalo", "inari"), ("Torneå", "tornio"), ("Haukipudas", "oulu")]
)
def test_a_municipality_is_found_by_what_people_call_it(visit: Visit, asked: str, slug: str) -> None:
    visitor = visit(390)
    page = visitor.go("")
    page.locator("#kunta").fill(asked)
    page.locator("#kunta").press("Enter")
    page.wait_for_url(f"**/kunnat/{slug}/")


def test_a_place_that_is_not_known_is_not_guessed_and_the_list_is_at_hand(visit: Visit) -> None:
    page = visit(390).go("kunnat/")
    page.locator("#kunta").fill("Muumilaakso")
    page.locator("#kunta").press("Enter")
    expect(page.locator(".t-choose [role=status]")).to_contain_text("Emme tunne paikkaa ”Muumilaakso”")
    page.locator("#kunta").fill("00001")
    page.locator("#kunta").press("Enter")
    expect(page.locator(".t-choose [role=status]")).to_contain_text("Emme tunne postinumeroa 00001")


def test_where_pages_are_in_finnish_a_municipality_leads_to_what_serves_it_in_the_language_of_the_page(
    visit: Visit,
) -> None:
    page = visit(390).go("en/")
    page.locator("#kunta").fill("Kemi")
    page.locator("#kunta").press("Enter")
    page.wait_for_url("**/en/palvelut/?kunta=kemi")
    topics = page.locator("[data-topics]")
    expect(topics.get_by_role("heading", name="What do you need help with")).to_be_in_viewport()
    topics.get_by_text("Money and housing").click()
    money = topics.get_by_role("link", name="Financial and debt counselling")
    many = int(money.locator(".t-n").inner_text())
    money.press("Enter")
    page.wait_for_url("**/en/palvelut/?aihe=talous&kunta=kemi")
    expect(page.locator(".t-status")).to_be_focused()
    expect(page.locator(".t-status")).to_contain_text(f"{many} services")
    expect(topics).to_be_hidden()
    serving = page.locator("[data-found] .t-card", has_text="Service in English")
    expect(serving.filter(has=page.locator("a[href^='tel:']")).first).to_be_visible()
    page.go_back()
    expect(topics).to_be_visible()
    page.locator(".t-chips button").click()
    expect(topics).to_be_hidden()


def test_without_scripts_a_town_in_english_leads_to_topics_and_these_to_their_pages(visit: Visit) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.go("en/kunnat/")
    page.get_by_role("link", name="Kuhmo", exact=True).first.click()
    assert visitor.address == "en/palvelut/?kunta=kuhmo"
    page.get_by_text("Money and housing").click()
    page.get_by_role("link", name="Housing", exact=True).click()
    assert visitor.address == "en/aiheet/asuminen/"
    expect(page.get_by_role("main").locator("a[href^='tel:']").first).to_be_visible()


def test_the_themes_of_a_municipality_are_on_the_first_screen_and_by_keyboard_two_presses_from_a_service(
    visit: Visit,
) -> None:
    visitor = visit(390)
    page = visitor.go("kunnat/kuhmo/")
    page.set_viewport_size({"width": 390, "height": 900})
    expect(page.get_by_text("Työnantajille ja verkostolle")).to_be_in_viewport()
    visitor.tab_to(".t-theme summary")
    visitor.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    visitor.press("Enter")
    expect(page.locator("#talous .t-rows a[href^='tel:']").first).to_be_visible()
    named = page.locator("#talous .is-names a").first
    expect(named).to_be_visible()
    told = page.locator(f"#sisalto .t-rows:not(.is-names) a[href='{named.get_attribute('href')}']")
    assert told.count() == 1, "a service that a topic only names is told under another one"


def test_a_municipality_is_kept_on_the_device_only_and_can_be_forgotten(visit: Visit) -> None:
    visitor = visit(390)
    page = visitor.go("")
    assert page.evaluate("localStorage.length") == 0
    page.locator("#kunta").fill("Salla")
    page.locator("#kunta").press("Enter")
    page.wait_for_url("**/kunnat/salla/")
    page = visitor.go("")
    expect(page.locator(".t-choose__last a")).to_have_text("Salla")
    page.get_by_role("button", name="Unohda").click()
    expect(page.locator(".t-choose__last")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_after_a_municipality_is_chosen_a_life_situation_leads_to_what_serves_it(visit: Visit) -> None:
    visitor = visit(390)
    page = visitor.go("elamantilanteet/alan-vaihto/")
    page.locator("#kunta").fill("Kemi")
    page.locator("#kunta").press("Enter")
    page.wait_for_url("**/palvelut/?tilanne=alan-vaihto&kunta=kemi")


def test_from_a_regions_pages_a_life_situation_shows_first_what_serves_the_region(visit: Visit) -> None:
    page = visit(390).go("elamantilanteet/alan-vaihto/?alue=lappi")
    headings = page.locator("[data-part] h2:visible")
    expect(headings.first).to_contain_text("Lappi")
    expect(headings.nth(1)).to_contain_text("Koko Suomi")
    assert headings.count() == 2
    other = visit(390).go("elamantilanteet/kuntoutuksesta-tyohon/?alue=satakunta")
    expect(other.get_by_text("Satakunta: tähän ei ole omaa palvelua.")).to_be_visible()


def test_axe_finds_nothing_on_suggestions_and_on_an_answer(visit: Visit) -> None:
    page = visit(390).go("mista-aloitan/nuori/tyo/")
    page.locator("#kunta").fill("kemi")
    expect(page.locator(".t-choose .t-links a").first).to_be_visible()
    assert seen_by_axe(page) == []
    page.locator("#kunta").press("Enter")
    expect(page.locator("[data-answers] .t-card").first).to_be_visible()
    assert seen_by_axe(page) == []


def test_the_nearest_place_of_a_service_stands_first_where_it_is_known_where_one_lives(visit: Visit) -> None:
    visitor = visit(390)
    places = visitor.go("lappi/palvelut/hakijan-neuvonta/").locator(".t-contact > [data-town]")
    expect(places.first).to_have_attribute("data-town", "rovaniemi")
    visitor.go("lappi/palvelut/hakijan-neuvonta/?kunta=kemi")
    expect(places.first).to_have_attribute("data-town", "kemi")
    expect(places.last.locator("h3")).to_contain_text("km")


def test_search_ones_town_a_beginning_and_help_in_danger_are_on_the_first_screen(visit: Visit) -> None:
    for address in ("", "lappi/", "sv/", "en/"):
        for scripts in (True, False):
            page = visit(390, java_script_enabled=scripts).go(address)
            page.set_viewport_size({"width": 390, "height": 844})
            for part in (".t-hero .t-search", "#kunta", ".t-crisis [href='tel:112']", ".t-door a >> nth=0"):
                expect(page.locator(part)).to_be_in_viewport(ratio=1)
