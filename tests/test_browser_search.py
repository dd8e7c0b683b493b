"""The search and its suggestions in a browser."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browsing import MONDAY, Visit, asked_page, status_line, typed_in, visitor_at
from example_pages import SERVICE
from tno.words import words

pytestmark = pytest.mark.browser

COUNTED = re.compile(r"^(Yli )?\d+ tulos(ta)? haulla ”")


def _results(page: Page) -> list[str]:
    return page.locator("[data-search-results] .t-card__name a").all_inner_texts()


@pytest.mark.parametrize(("dotted", "plain"), [("työnhaun", "tyonhaun"), ("TYÖPA", "tyopa"), ("etsivä", "etsiva")])
def test_search_finds_by_the_beginning_of_a_word_with_and_without_dots(visit: Visit, dotted: str, plain: str) -> None:
    page = asked_page(visit(), dotted)
    expect(status_line(page)).to_have_text(COUNTED)
    found = _results(page)
    page.locator("#haku").fill(plain)
    page.locator("#haku").press("Enter")
    expect(status_line(page)).to_contain_text(plain)
    assert found and _results(page)[0] == found[0]


def test_the_address_of_a_search_can_be_kept_and_sent(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("haku/")
    page.locator("#haku").fill("chat ilta")
    page.locator("#haku").press("Enter")
    expect(status_line(page)).not_to_be_empty()
    assert page.url.endswith("haku/?q=chat+ilta")
    status = status_line(page).inner_text()
    page.reload()
    expect(page.locator("#haku")).to_have_value("chat ilta")
    expect(status_line(page)).to_have_text(status)


def test_back_from_a_result_leads_to_where_it_was_pressed(visit: Visit) -> None:
    page = visit(390).go("haku/?q=lukio jäi kesken")
    card = page.get_by_role("main").locator(".t-card h3 a").nth(8)
    card.scroll_into_view_if_needed()
    before, left = page.evaluate("scrollY"), page.url
    assert before > 844
    card.click()
    expect(page).not_to_have_url(left)
    page.go_back()
    page.wait_for_function("before => Math.abs(scrollY - before) < 100", arg=before)


def test_the_back_button_leads_to_the_question_before(visit: Visit) -> None:
    visitor = visit()
    page = asked_page(visitor, "työnhaku")
    first = _results(page)
    page.locator("#haku").fill("asunto")
    page.locator("#haku").press("Enter")
    expect(status_line(page)).to_contain_text("asunto")
    page.go_back()
    expect(page.locator("#haku")).to_have_value("työnhaku")
    expect(status_line(page)).to_contain_text("työnhaku")
    assert first and _results(page)[:3] == first[:3]  # the best come first, the rest by kind later


def test_a_result_tells_for_whom_it_is_whose_and_where(visit: Visit) -> None:
    page = asked_page(visit(), "ohjaamo kemijärvellä")
    card = page.locator(".t-card", has=page.get_by_role("link", name="Ohjaamopäivä Itä-Lapissa")).first
    expect(card.locator(".t-card__facts")).to_have_text("Kenelle: enintään 29-vuotiaille")
    expect(card.locator(".t-card__call").first).to_contain_text("Kemijärvi, Savukoski ja Pelkosenniemi")
    expect(card.locator(".t-meta")).to_have_text("Ohjaamo Napatuuli")


def test_who_is_met_in_a_place_is_told_with_its_street_and_nobodys_name_twice(visit: Visit) -> None:
    page = asked_page(visitor_at(visit, MONDAY), "nuorten työpaja rovaniemellä")
    page.get_by_role("button", name="lisää Palvelut").click()
    card = page.locator(".t-card", has=page.get_by_role("link", name="Omaan kotiin")).first
    calls = card.locator(".t-card__call")
    expect(calls).to_have_count(2)
    place, other = calls.all()
    expect(place).to_have_text("Käy paikalla: Esimerkkikatu 12, RovaniemiSuljettu, avautuu ke klo 15")
    expect(other.get_by_role("link", name="Pyydä soittoa")).to_be_visible()
    own = page.locator(".t-card", has=page.get_by_role("link", name="Ohjaamo Napatuuli", exact=True)).first
    expect(own.locator(".t-meta")).to_have_count(0)


def test_of_several_places_the_nearest_to_the_town_asked_is_told(visit: Visit) -> None:
    page = asked_page(visit(390), "digiopastus kirjastossa kemi")
    card = page.locator(".t-card", has=page.get_by_role("link", name="Digiopastus kirjastossa")).first
    expect(card.locator(".t-card__call")).to_contain_text(
        re.compile(r"Pello ja Ylitornio, lähin Ylitornio, \d+\u00a0km")
    )


def test_an_event_says_when_it_is_next(visit: Visit) -> None:
    page = asked_page(visit(390), "kielikahvila")
    card = page.locator(".t-card", has=page.get_by_role("link", name="Kielikahvila Ivalossa")).first
    expect(card.locator(".t-card__facts > span")).to_have_text(["to 14.1. klo 17", "Inari"])
    expect(card.locator(".t-meta")).to_have_text("tapahtuma · Riekonpolun koulutuskeskus")


def test_where_local_services_are_first_the_town_is_asked_once(visit: Visit) -> None:
    page = asked_page(visit(390), "kielikahvila")
    first = page.locator("[data-search-results] > section").first
    expect(first.get_by_role("heading", level=2)).to_have_text("Vain oman alueensa asukkaille")
    expect(page.get_by_role("link", name="Kerro kuntasi")).to_have_count(0)
    expect(page.locator("#kunta")).to_be_visible()


def test_who_does_not_serve_in_the_language_of_the_page_says_so(visit: Visit) -> None:
    card = asked_page(visit(390), "lonely", language="en/").locator(".t-card", has_text="Sekasin chat").first
    expect(card.locator(".t-meta")).to_contain_text("Not in English (Finnish, Swedish)")


def test_how_many_were_found_is_heard_and_not_seen(visit: Visit) -> None:
    page = asked_page(visit(390), "velkaneuvonta rovaniemi")
    expect(status_line(page)).to_have_text(COUNTED)
    box = status_line(page).bounding_box()
    assert box and box["height"] <= 1
    expect(page.locator(".t-found__notes")).to_contain_text("Rovaniemi: nämä palvelut auttavat sinua")


def test_a_result_tells_why_it_is_there_when_nothing_of_the_question_is_on_it(visit: Visit) -> None:
    page = asked_page(visit(390), "mies lyö pelkään mennä kotiin")
    card = page.locator(".t-card", has=page.get_by_role("link", name="Nollalinja")).first
    expect(card.locator(".t-why")).to_have_text("Liittyy: ”lyö”")
    for card in page.locator("[data-search-results] .t-card:has(.t-why)").all():
        why = card.locator(".t-why").inner_text()
        others = card.inner_text().replace(why, "").lower()
        assert why.removeprefix("Liittyy: ").strip("”").lower() not in others


@pytest.mark.parametrize("question", ["työttömyys", "digitaidot", "vuokra myöhässä häätövaroitus"])
def test_what_stands_on_a_card_or_was_the_only_word_asked_is_no_reason(visit: Visit, question: str) -> None:
    page = asked_page(visit(), question)
    expect(page.locator("[data-search-results] .t-card").first).to_be_visible()
    best = page.locator("[data-search-results] > section:not(.t-found__kind)")
    assert not {*best.locator(".t-why").all_inner_texts()} - {"Liittyy: ”vuokra”"}
    on_cards = [card.inner_text() for card in best.locator(".t-card:not(:has(.t-why))").all()]
    assert len(on_cards) > 2


def test_topics_and_situations_stand_in_one_row_after_the_first_services(visit: Visit) -> None:
    page = asked_page(visit(390), "mistä apua velkoihin turussa")
    items = page.locator("[data-search-results] > section").first.locator(".t-found > li")
    row = page.locator(".t-found__ways")
    expect(row).to_have_count(1)
    expect(row.get_by_role("link", name="Talous- ja velkaneuvonta", exact=True)).to_have_attribute(
        "href", re.compile("aihe=talous&kunta=turku$")
    )
    at = items.evaluate_all("items => items.findIndex(item => item.classList.contains('t-found__ways'))")
    assert at == 3 and items.locator(".is-way").count() == 0


def test_a_topic_asked_by_its_very_name_leads(visit: Visit) -> None:
    page = asked_page(visit(390), "oppisopimus")
    first = page.locator("[data-search-results] .t-found > li").first
    expect(first).to_have_class(re.compile("is-way"))
    expect(first.get_by_role("link")).to_have_text("Oppisopimus")


def test_other_languages_are_told_only_when_one_is_asked_for(visit: Visit) -> None:
    page = asked_page(visit(390), "apua venäjäksi")
    expect(page.locator(".t-card .t-meta", has_text="Muut kielet").first).to_contain_text("venäjä")
    page = asked_page(visit(390), "työnhaku")
    expect(page.locator(".t-card", has_text="Muut kielet")).to_have_count(0)


def test_a_result_tells_how_far_it_is_from_the_town_asked_or_told_before(visit: Visit) -> None:
    card = asked_page(visit(390), "kansanopisto inari").locator(".t-card", has_text="Kolari, 215\u00a0km")
    expect(card.first).to_contain_text("Palvelee myös: Inari")
    visitor = visit(390)
    page = asked_page(visitor, "kansanopisto")
    expect(page.locator(".t-card", has_text="Kolari").first).not_to_contain_text("km")
    page.evaluate("localStorage.setItem('municipality', 'inari')")
    page.reload()
    expect(page.locator(".t-card", has_text="Kolari, 215\u00a0km").first).to_be_visible()


@pytest.mark.parametrize("question", ["opo kemijärvellä", "en jaksa opiskella", "mistä apua velkoihin turussa"])
def test_on_a_phone_the_first_result_and_the_beginning_of_the_next_are_seen_at_once(
    visit: Visit, question: str
) -> None:
    page = asked_page(visit(390), question)
    expect(page.locator("[data-search-results] .t-card").nth(1)).to_be_visible()
    box = page.locator("[data-search-results] .t-card").nth(1).bounding_box()
    assert box and box["y"] + 60 <= 800


def test_a_result_says_whether_somebody_answers_now_and_the_open_ones_come_first_when_asked(visit: Visit) -> None:
    page = asked_page(visitor_at(visit, MONDAY), "velkaneuvonta heti auki", "lappi")
    badges = page.locator("[data-search-results] > section").first.locator(".t-open:visible")
    expect(badges.first).to_have_text(re.compile("^(Auki|Sulkeutuu pian)"))
    assert any(text.startswith("Suljettu") for text in page.locator(".t-open:visible").all_inner_texts())


def test_what_rests_says_so_and_offers_no_number(visit: Visit) -> None:
    page = asked_page(visit(390), "työhönvalmennus", "lappi")
    page.locator(".t-found__kind", has_text="Palvelut").get_by_role("button").click()
    card = page.locator(".t-card", has_text="Tauolla: ei palvele nyt").first
    expect(card).to_be_visible()
    expect(card.locator("[href^='tel:']")).to_have_count(0)


def test_the_networks_papers_are_folded_under_what_helps_a_citizen(visit: Visit) -> None:
    page = asked_page(visit(390), "lähihoitaja", "lappi")
    last = page.locator("[data-search-results] > .t-found__kind").last
    expect(last.get_by_role("heading")).to_contain_text("Verkoston asiakirjat")
    expect(last.locator(".t-card")).to_have_count(0)


def test_a_place_in_the_question_is_understood_and_can_be_taken_off(visit: Visit) -> None:
    visitor = visit()
    page = asked_page(visitor, "opo rovaniemellä")
    note = page.locator(".t-found__notes")
    expect(note).to_contain_text("Rovaniemi: nämä palvelut auttavat sinua")
    note.get_by_role("link", name="Näytä koko maasta").click()
    expect(page.locator("#haku")).to_have_value("opo")
    expect(page.locator(".t-found__notes")).to_have_count(0)


def test_without_a_town_local_services_stand_apart_and_a_town_brings_its_own_at_once(visit: Visit) -> None:
    page = asked_page(visit(390), "tehdas lopettaa sain potkut")
    lists = page.locator("[data-search-results] > section:not(.t-found__kind)")
    expect(lists.nth(0)).to_contain_text("Koko maassa")
    expect(lists.nth(1).get_by_role("heading", level=2)).to_have_text("Vain oman alueensa asukkaille")
    lists.nth(1).get_by_role("link", name="Kerro kuntasi").click()
    expect(page.locator("#kunta")).to_be_focused()
    page.locator("#kunta").fill("Kemi")
    page.locator("#kunta").press("Enter")
    expect(page.locator(".t-found__notes")).to_contain_text("Kemi")
    expect(lists).to_have_count(1)


def test_a_typing_error_is_understood_and_told(visit: Visit) -> None:
    page = asked_page(visit(), "nappatuuli")
    expect(page.locator(".t-found__notes")).to_contain_text("Sanaa ”nappatuuli” ei löytynyt")


def test_of_services_that_fit_as_well_who_answers_now_is_first(visit: Visit) -> None:
    """At ten the children's phone is closed and Sekasin-chat open; at four both are."""
    in_the_morning = _results(asked_page(visitor_at(visit, MONDAY), "kiusaaminen"))[:2]
    in_the_evening = _results(asked_page(visitor_at(visit, MONDAY.replace(hour=16)), "kiusaaminen"))[:2]
    assert in_the_morning == in_the_evening[::-1] == ["Sekasin-chat", "Lasten ja nuorten puhelin 116 111"]


def test_distress_leads_to_help_before_anything_else(visit: Visit) -> None:
    page = asked_page(visit(390), "haluan kuolla")
    help_first = page.locator("[data-search-results] > :first-child")
    expect(help_first.get_by_role("heading", name="Apua saat heti")).to_be_in_viewport()
    assert help_first.get_by_role("link").first.get_attribute("href").endswith("/hata/")  # type: ignore[union-attr]
    expect(help_first.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")
    expect(status_line(page)).to_contain_text("Apua saat heti")


def test_beside_help_in_a_crisis_the_town_is_asked_when_it_is_wanted(visit: Visit) -> None:
    page = asked_page(visit(390), "mies lyö minua")
    expect(page.locator("#kunta")).to_be_hidden()
    page.get_by_role("link", name="Kerro kuntasi").click()
    expect(page.locator("#kunta")).to_be_focused()


def test_a_search_that_finds_nothing_says_so_and_offers_people(visit: Visit) -> None:
    page = asked_page(visit(390), "kvanttimekaniikka", "lappi")
    expect(status_line(page)).to_have_text("Ei tuloksia haulla ”kvanttimekaniikka”.")
    expect(page.get_by_role("heading", name="Emme löytäneet")).to_be_visible()
    ways = page.locator("[data-search-results]").get_by_role("link")
    assert "/lappi/" in (ways.first.get_attribute("href") or "")
    assert {"Kuka vastaa nyt: Koko Suomi", "Elämäntilanteet"} <= {*ways.all_inner_texts()}
    assert _results(page) == []


def test_a_question_asked_on_a_regions_pages_is_answered_for_the_region_first(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("lappi/palvelut/")
    page.locator("#haku-yla").fill("työpaja")
    page.locator("#haku-yla").press("Enter")
    expect(status_line(page)).not_to_be_empty()
    assert "alue=lappi" in page.url
    expect(page.locator(".t-found__notes")).to_contain_text("Hakualue: Lappi ja koko Suomi")
    expect(page.locator("a.t-logo")).to_have_text("TNO-palvelut Lappi")
    expect(page.locator("a.t-logo")).to_have_attribute("href", re.compile("/lappi/$"))
    here = status_line(page).inner_text()
    page.get_by_role("link", name="Hae koko maasta").click()
    expect(status_line(page)).to_have_text(here)  # nothing had been left out
    expect(page.locator("a.t-logo")).to_have_text("TNO-palvelut Koko Suomi")


def test_a_region_that_is_none_changes_nothing(visit: Visit) -> None:
    page = asked_page(visit(390), "työpaja", "constructor")
    expect(page.locator(".t-card").first).to_be_visible()
    expect(page.locator(".t-found__notes")).to_have_count(0)


def test_a_slip_is_told_with_the_word_it_was_taken_for(visit: Visit) -> None:
    page = asked_page(visit(390), "oppisopmus")
    expect(page.locator(".t-found__notes")).to_contain_text("Haimme sanalla ”oppisopimus”")


def test_more_of_a_kind_comes_by_a_press_and_takes_the_focus(visit: Visit) -> None:
    page = asked_page(visit(390, has_touch=True), "nuori")
    kind = page.locator(".t-found__kind").first
    expect(kind.locator(".t-card").first).to_be_visible()
    before = kind.locator(".t-card").count()
    kind.get_by_role("button").tap()
    expect(kind.locator(".t-card").nth(before).get_by_role("link").first).to_be_focused()
    names = _results(page)
    assert len(names) == len({*page.locator(".t-card__name a").evaluate_all("links => links.map(link => link.href)")})


def test_a_search_that_fails_says_so(visit: Visit) -> None:
    visitor = visit()
    visitor.context.route("**/data/search/**", lambda route: route.abort())
    page = visitor.go("haku/?q=neuvonta")
    expect(status_line(page)).to_contain_text("Haku ei toimi juuri nyt")
    box = status_line(page).bounding_box()
    assert box and box["height"] > 10


@pytest.mark.parametrize(
    ("language", "question", "status", "kind"),
    [("sv", "jobb", "träffar på ”jobb”", "Tjänster"), ("en", "work", "results for “work”", "Services")],
)
def test_the_search_speaks_the_language_of_the_page(
    visit: Visit, language: str, question: str, status: str, kind: str
) -> None:
    page = asked_page(visit(390), question, language=f"{language}/")
    expect(status_line(page)).to_contain_text(status)
    expect(page.locator(".t-found__kind").get_by_role("heading", name=kind)).to_be_visible()
    cards = page.locator(".t-card").evaluate_all(
        "cards => cards.map(card => [card.querySelector('a').href, card.innerText, card.querySelector('h3').lang])"
    )
    assert cards and all(f"/{language}/" in href for href, _, _ in cards)  # of what is told in Finnish only: in brief
    assert all("#" in href for href, _, own in cards if own == "fi")
    assert all(words(language).served in said for href, said, _ in cards if "#" in href)


def test_a_result_says_whose_it_is_and_can_be_called(visit: Visit) -> None:
    page = asked_page(visit(390, has_touch=True), "opo rovaniemellä")
    card = page.locator(".t-card", has=page.get_by_role("link", name="Hakijan neuvonta", exact=True)).first
    expect(card.locator(".t-card__facts")).to_contain_text("Rovaniemi ja Kemi")
    expect(card.locator(".t-meta")).to_have_text(re.compile("^Tunturipolun ammattiopisto"))
    call = card.locator("a[href^='tel:+358']")
    expect(call).to_have_text("016 001 201")
    box = call.bounding_box()
    assert box and box["height"] >= 44


def test_on_a_phone_languages_and_help_share_a_row_of_large_targets(visit: Visit) -> None:
    page = visit(390, has_touch=True).go("lappi/palvelut/")
    boxes = [link.bounding_box() for link in page.locator(".t-help a").all()]
    assert len(boxes) == 5 and all(box and box["height"] >= 44 and box["width"] >= 44 for box in boxes)
    assert len({round(box["y"] + box["height"] / 2) for box in boxes if box}) == 1
    height = page.locator(".t-help").bounding_box()
    assert height and height["height"] < 40


def test_a_question_without_a_place_asks_for_it_and_goes_on(visit: Visit) -> None:
    page = asked_page(visit(390, has_touch=True), "sain potkut tehtaalta")
    page.locator("[data-search-where] input").fill("Kemissä")
    page.locator("[data-search-where]").get_by_role("button", name="Näytä").tap()
    expect(page.locator("#haku")).to_have_value("sain potkut tehtaalta")
    expect(page.locator(".t-found__notes")).to_contain_text("Kemi: nämä palvelut auttavat sinua")
    expect(page.locator("[data-search-where]")).to_be_hidden()


def test_the_town_stays_for_the_next_question_until_it_is_taken_away(visit: Visit) -> None:
    page = asked_page(visit(390), "opo kemijärvellä")
    note, field = page.locator(".t-found__notes"), page.locator("#haku")
    for question, town in [("velat", "Kemijärvi"), ("asunto Rovaniemeltä", "Rovaniemi"), ("kurssi", "Rovaniemi")]:
        field.fill(question)
        field.press("Enter")
        expect(page.locator("[data-search-status]")).to_contain_text(question)
        expect(note).to_contain_text(town)
    note.get_by_role("link", name="Poista kunta").click()
    expect(page.locator("[data-search-where]")).to_be_visible()
    expect(field).to_have_value("kurssi")
    assert "kunta" not in page.url


def test_who_searches_on_a_municipalitys_page_asks_as_one_who_lives_there(visit: Visit) -> None:
    page = visit(1280).go("kunnat/kemi/")
    page.locator("#haku-yla").fill("velat")
    page.locator("#haku-yla").press("Enter")
    expect(page.locator(".t-found__notes")).to_contain_text("Kemi: nämä palvelut auttavat sinua")


def test_a_town_chosen_before_is_meant_until_it_is_forgotten(visit: Visit) -> None:
    visitor = visit(390)
    visitor.go("lappi/")
    visitor.page.evaluate("localStorage.setItem('municipality', 'kemi')")
    page = asked_page(visitor, "velat")
    page.locator(".t-found__notes").get_by_role("link", name="Poista kunta").click()
    expect(page.locator("[data-search-where]")).to_be_visible()
    assert page.evaluate("localStorage.getItem('municipality')") is None


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_search_of_the_header_stays_in_the_language_of_the_page(visit: Visit, language: str) -> None:
    page = visit(1280).go(f"{language}/palvelut/?kunta=lappeenranta")
    page.locator("#haku-yla").fill("finska" if language == "sv" else "learn finnish")
    page.locator("#haku-yla").press("Enter")
    page.wait_for_url(f"**/{language}/haku/?q=*&kunta=lappeenranta")


def test_a_situation_found_for_a_place_leads_to_what_serves_it(visit: Visit) -> None:
    page = asked_page(visit(390, has_touch=True), "jätin koulun kesken kemijärvi")
    page.locator("[data-search-results]").get_by_role("link", name="Opintojen keskeytyminen").tap()
    page.wait_for_url("**/palvelut/?tilanne=opintojen-keskeytyminen&kunta=kemijarvi")
    expect(page.locator("main")).to_contain_text("palvelee kuntaa: Kemijärvi")


def test_suggested_towns_lie_over_the_results_and_push_nothing(visit: Visit) -> None:
    page = asked_page(visit(390), "vuokra")
    card = page.locator("[data-search-results] .t-card").first
    expect(card).to_be_visible()
    before = card.bounding_box()
    page.locator("#kunta").fill("tamp")
    suggested = page.locator("[data-search-where] .t-links")
    expect(suggested.get_by_role("link")).to_have_text(["Tampere"])
    expect(page.locator("[data-search-where] [role=status]")).to_have_text("Yksi ehdotus.")
    assert card.bounding_box() == before
    page.keyboard.press("Escape")
    expect(suggested).to_be_hidden()
    expect(page.locator("#kunta")).to_be_focused()


@pytest.mark.parametrize("question", ["i need help to find a job kemi", "Kemi"])
def test_where_a_place_has_no_page_the_list_of_all_that_serves_it_is_offered(visit: Visit, question: str) -> None:
    page = asked_page(visit(390, has_touch=True), question, language="en/")
    page.locator("[data-search-results]").get_by_role("link", name="All services: Kemi").tap()
    page.wait_for_url("**/en/palvelut/?kunta=kemi")
    expect(page.locator("main")).to_contain_text("services for people in Kemi")


def test_another_language_is_asked_the_same(visit: Visit) -> None:
    page = asked_page(visit(390), "i need help to find a job kemi")
    page.get_by_role("link", name="English").click()
    expect(page.locator("#haku")).to_have_value("i need help to find a job kemi")


def test_a_long_list_of_places_leaves_a_suggestion_its_name(visit: Visit) -> None:
    page = visit(390).go("")
    typed_in(page, "#haku", "kuntoutujan aamu")
    name = page.get_by_role("option", name="Kuntoutujan aamu").locator("> :first-child")
    assert name.evaluate("each => each.getBoundingClientRect().width") > 100


def test_nothing_of_the_index_is_fetched_before_the_first_letters(visit: Visit) -> None:
    visitor, asked = visit(), []
    visitor.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page = visitor.go("lappi/")
    page.locator("#haku").click()
    page.wait_for_load_state("networkidle")
    assert [path for path in asked if "/data/" in path or "ranking" in path] == []
    typed_in(page, "#haku", "opi")
    assert any(path.endswith("/data/search/fi/index.json") for path in asked)


@pytest.mark.parametrize("address", ["", "lappi/", "haku/", "sv/pohjanmaa/", "ei/ole/"])
def test_every_search_field_suggests_while_one_types(visit: Visit, address: str) -> None:
    page = visit().go(address)
    field = page.locator("#sisalto form[role=search] input[name=q]")
    field.press_sequentially("studie" if address.startswith("sv/") else "opisk")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.locator(f"#{field.get_attribute('id')}-ehdotukset + [role=status]")).not_to_be_empty()


def test_suggestions_are_walked_and_opened_by_keyboard(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("lappi/palvelut/")
    visitor.tab_to("#haku-yla")
    page.keyboard.type("napatuu")
    field, options = page.get_by_role("combobox"), page.get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name="Ehdotuksia")).to_be_visible()
    visitor.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    expect(options.first).to_have_attribute("aria-selected", "true")
    visitor.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    visitor.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    visitor.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("napatuu")
    visitor.press("ArrowDown")
    expect(options.first).to_be_visible()
    visitor.press("ArrowDown")
    assert "Napatuul" in options.first.inner_text()
    visitor.follow()
    assert "napatuuli" in visitor.address


def test_enter_without_a_choice_asks_what_was_typed(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("lappi/palvelut/")
    typed_in(page, "#haku-yla", "opisk")
    visitor.follow()
    assert visitor.address == "haku/?q=opisk&alue=lappi"


def test_the_header_stays_the_regions_from_question_to_question(visit: Visit) -> None:
    page = visit(390).go("haku/?q=velat&alue=lappi")
    logo = page.locator(".t-header .t-logo")
    for question in ("vuokra", "opinnot"):
        page.locator("#haku").fill(question)
        page.locator("#haku").press("Enter")
        expect(status_line(page)).to_contain_text(question)
        expect(logo).to_contain_text("Lappi")
        expect(logo).to_have_attribute("href", re.compile(r"/lappi/$"))


def test_suggestions_know_the_town_that_was_chosen_before(visit: Visit) -> None:
    page = visit(390).go("lappi/")
    page.evaluate("localStorage.setItem('municipality', 'tampere')")
    page.goto(page.url.replace("/lappi/", "/en/"))
    told = typed_in(page, "#sisalto form[role=search] input[name=q]", "recognition of my degree")
    expect(told.first).to_contain_text("Advice on foreign degrees")
    expect(told.filter(has_text="Lapland")).to_have_count(0)


def test_suggestions_close_when_the_focus_goes_on(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("lappi/palvelut/")
    typed_in(page, "#haku-yla", "opisk")
    visitor.press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_on_a_phone_a_suggestion_is_opened_by_touch(visit: Visit) -> None:
    visitor = visit(390, has_touch=True)
    page = visitor.go("lappi/palvelut/")
    page.locator(".t-header__find").tap()
    options = typed_in(page, "dialog input[name=q]", "napatuu")
    box = options.first.bounding_box()
    assert box is not None and box["height"] >= 44
    with page.expect_navigation():
        options.first.tap()
    assert "napatuuli" in visitor.address


def test_escape_closes_the_suggestions_first_and_then_the_window(visit: Visit) -> None:
    visitor = visit(390)
    page = visitor.go(SERVICE)
    page.locator(".t-header__find").click()
    typed_in(page, "dialog input[name=q]", "opisk")
    visitor.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_be_visible()
    visitor.press("Escape")  # a search field empties itself
    visitor.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
