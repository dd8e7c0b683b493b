"""Who answers now, in a browser whose clock is set."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import AFTER_ALL_IS_KNOWN, MONDAY, Visit, expect_address, visitor_at
from example_pages import NOW, SERVICE

pytestmark = pytest.mark.browser


def _telephone(page: Page) -> Locator:
    return page.locator(".t-contact > li", has=page.locator("a[href^='tel:']")).locator(".t-open")


@pytest.mark.parametrize("zone", ["Europe/Helsinki", "Asia/Tokyo", "America/Los_Angeles"])
@pytest.mark.parametrize(
    ("moment", "state", "text"),
    [
        (MONDAY, "open", "Auki, sulkeutuu klo 16"),
        (MONDAY.replace(hour=15, minute=45), "soon", "Sulkeutuu pian, klo 16"),
        (MONDAY.replace(hour=20), "closed", "Suljettu, avautuu huomenna klo 9"),
        (AFTER_ALL_IS_KNOWN, "unknown", "Aukiolo ei ole tiedossa"),
    ],
)
def test_a_badge_tells_what_holds_this_minute_wherever_one_is(
    visit: Visit, moment: datetime, state: str, text: str, zone: str
) -> None:
    page = visitor_at(visit, moment, zone).go(SERVICE)
    expect(_telephone(page)).to_have_text(text)
    expect(_telephone(page)).to_have_class(f"t-open is-{state}")
    expect(page.locator("[data-finnish-time]")).to_be_visible(visible=zone != "Europe/Helsinki" and state != "unknown")


def test_a_badge_changes_while_one_looks_at_it(visit: Visit) -> None:
    visitor = visit(390, moment=None)
    visitor.page.clock.install(time=MONDAY.replace(hour=15, minute=29, second=50))
    page = visitor.go(SERVICE)
    expect(_telephone(page)).to_have_text("Auki, sulkeutuu klo 16")
    page.clock.run_for(60_000)
    expect(_telephone(page)).to_have_text("Sulkeutuu pian, klo 16")
    page.clock.run_for(31 * 60_000)
    expect(_telephone(page)).to_have_text("Suljettu, avautuu huomenna klo 9")


@pytest.mark.parametrize(("moment", "is_open"), [(MONDAY, False), (MONDAY.replace(month=12, day=14), True)])
def test_days_far_ahead_are_folded_while_the_page_is_new(visit: Visit, moment: datetime, is_open: bool) -> None:
    """On a page that nobody has made again for weeks they may be near."""
    page = visitor_at(visit, moment).go(SERVICE)
    expect(page.locator(".t-later li").first).to_be_visible(visible=is_open)


def test_a_badge_speaks_the_language_of_its_page(visit: Visit) -> None:
    page = visitor_at(visit, MONDAY).go("sv/pohjanmaa/yhteys/")
    texts = page.locator(".t-now .t-open").all_inner_texts()
    assert texts and all(re.match("Öppet|Stäng", text) for text in texts)


def test_of_the_nearest_places_those_come_first_that_open_first(visit: Visit) -> None:
    """Of those that are about as near."""
    page = visitor_at(visit, MONDAY.replace(hour=6)).go("kunnat/rovaniemi/")
    days = ["avautuu klo", "avautuu huomenna", "avautuu ke", "avautuu to", "avautuu pe"]
    badges = page.locator("[data-open-first] .t-open").all_inner_texts()
    opens = [(day, int(found[1])) for text in badges if (found := re.search(r"klo (\d+)", text))
             for day, said in enumerate(days) if said in text]  # fmt: skip
    assert len(opens) > 2 and opens == sorted(opens)


def test_without_scripts_the_hours_stay_in_words_and_nothing_is_said_of_now(visit: Visit) -> None:
    page = visit(390, java_script_enabled=False).go(SERVICE)
    expect(page.locator(".t-contact").get_by_text("ma–pe 9–16")).to_be_visible()
    assert page.locator("[data-open]").locator("visible=true").count() == 0


def test_without_scripts_a_topic_of_a_municipality_is_two_presses_from_a_number_and_its_hours(visit: Visit) -> None:
    page = visit(390, java_script_enabled=False).go("kunnat/rovaniemi/")
    page.get_by_text("Raha ja asuminen").click()
    page.locator("summary", has_text="Talous- ja velkaneuvonta").first.click()
    expect(page.locator("#talous")).to_be_in_viewport()
    way = page.locator(".t-here", has=page.locator("#talous")).locator(".t-way", has=page.locator("[href^=tel]")).first
    expect(way).to_be_in_viewport()
    expect(way.locator(".t-open")).to_have_text(re.compile(r"^(ma|ti|ke|to|pe|joka)"))


def test_where_nobody_seen_answers_now_a_folded_row_that_does_is_seen_first(visit: Visit) -> None:
    lists = visitor_at(visit, MONDAY.replace(hour=20)).go("kunnat/rovaniemi/").locator("[data-lifts]")
    told = lists.evaluate_all("""lists => lists.map(list => {
        const open = row => !!row.querySelector(".t-way a[href^='tel:'] ~ :is(.is-open,.is-soon)");
        const seen = Array.from(list.parentElement.previousElementSibling.children);
        const said = parseInt(list.previousElementSibling.textContent.match(/[0-9]+/)[0], 10);
        return [seen.length, seen.some(open), open(seen[0]), list.children.length === said,
            list.dataset.lifts.split(" ").some(place => open(list.children[place]))];
    })""")
    assert len(told) > 2 and any(found for _, found, *_ in told)
    assert all(rows == 3 and is_counted for rows, _, _, is_counted, _ in told)
    assert not any(waits and not found for _, found, _, _, waits in told)


def test_rows_of_a_topic_say_who_answers_this_minute(visit: Visit) -> None:
    page = visitor_at(visit, MONDAY).go("aiheet/talous/")
    texts = page.locator(".t-way .t-open").all_inner_texts()
    assert sum(bool(re.match("Auki|Sul", text)) for text in texts) > len(texts) / 2
    assert all(re.match(r"Auki|Sul|.*\d", text) for text in texts), "hours stay where no next opening is known"


def test_on_a_phone_the_languages_of_a_page_are_in_sight(visit: Visit) -> None:
    page = visit(390).go("pohjanmaa/")
    page.get_by_role("navigation", name="Kielet").get_by_role("link", name="svenska").click()
    expect(page).to_have_url(re.compile(r"/sv/pohjanmaa/$"))
    finnish = visit(390).go("lappi/")
    finnish.get_by_role("navigation", name="Kielet").get_by_role("link", name="English").click()
    expect(finnish).to_have_url(re.compile(r"/en/palvelut/lappi/$"))  # the nearest there is


def test_the_answers_of_the_guided_start_say_who_answers_now(visit: Visit) -> None:
    page = visitor_at(visit, MONDAY).go("mista-aloitan/nuori/tyo/")
    expect(page.locator("[data-anywhere] .t-open:visible").first).to_have_text(re.compile("Auki|Sul"))
    page.goto(page.url + "?kunta=kemi")
    answers = page.locator("[data-answers] .t-card")
    expect(answers).to_have_count(5)
    expect(answers.locator(".t-open").first).to_have_text(re.compile("Auki|Sul"))


def test_who_answers_now_comes_first_and_who_opens_next_after_that(visit: Visit) -> None:
    page = visitor_at(visit, MONDAY).go(NOW)
    now, today, later = (page.locator(f"[data-when={name}]") for name in ("now", "today", "later"))
    for section in (now, today, later):
        expect(section).to_be_visible()
        assert int(section.locator("[data-count]").inner_text()) == section.locator("[data-row]").count()
        assert 0 < section.locator("[data-row]:visible").count() <= 6
    assert {text.split(",")[0] for text in now.locator(".t-open").all_inner_texts()} <= {"Auki", "Sulkeutuu pian"}
    opens = [float(text.rpartition(" ")[2]) for text in today.locator(".t-open").all_inner_texts()]
    assert opens and opens == sorted(opens)
    assert later.locator(".is-open, .is-soon").count() == 0
    expect(page.locator("[data-plain]")).to_be_hidden()
    expect(page.locator("[data-nobody]")).to_be_hidden()
    expect(page.locator("[data-today]:visible")).to_have_count(0)  # hours of the day that the site was built
    expect(now.locator("a[href^='tel:']").first).to_be_in_viewport(ratio=0.1)


def test_the_rest_of_those_who_open_later_come_with_a_press(visit: Visit) -> None:
    later = visitor_at(visit, MONDAY).go(NOW).locator("[data-when=later]")
    many = later.locator("[data-row]").count()
    later.get_by_role("button", name="Näytä loput").click()
    expect(later.locator("[data-row]:visible")).to_have_count(many)
    expect(later.locator("[data-row]").nth(6).locator("a").first).to_be_focused()


def test_those_who_answer_are_sifted_by_language_and_topic_and_the_choice_is_in_the_address(visit: Visit) -> None:
    page = visitor_at(visit, MONDAY).go(NOW)
    every = page.locator("[data-when] [data-row]").count()
    page.get_by_label("Kieli").select_option("en")
    expect(page.locator("[data-when] [data-row]:not([data-kieli~=en])")).to_have_count(0)
    page.get_by_label("Aihe").select_option("tyo")
    expect(page.locator("[data-when] [data-row]:not([data-aihe~=tyo])")).to_have_count(0)
    left = page.locator("[data-when] [data-row]").count()
    assert 0 < left < every
    expect(page.locator("[data-sift] [role=status]")).to_contain_text(f"Valinta sopii {left} palveluun")
    expect_address(page, "?kieli=en&aihe=tyo")
    page.reload()
    expect(page.get_by_label("Aihe")).to_have_value("tyo")
    expect(page.locator("[data-when] [data-row]")).to_have_count(left)


def test_from_the_whole_country_one_comes_to_ones_own_region(visit: Visit) -> None:
    page = visit(390).go("")
    page.get_by_role("banner").get_by_role("link", name="Kuka vastaa nyt").click()
    expect(page).to_have_url(re.compile(r"/kansallinen/kuka-vastaa-nyt/$"))
    page.get_by_text("Valitse alueesi").click()
    page.get_by_role("main").get_by_role("link", name="Kainuu", exact=True).click()
    expect(page).to_have_url(re.compile(r"/kainuu/kuka-vastaa-nyt/$"))


def test_when_nobody_is_known_to_answer_the_page_says_so_and_leads_to_help(visit: Visit) -> None:
    page = visitor_at(visit, AFTER_ALL_IS_KNOWN).go(NOW)
    expect(page.locator("[data-nobody]")).to_be_visible()
    assert page.locator("[data-when=unknown] [data-row]").count() == page.locator("[data-row]").count()
    expect(page.get_by_role("main").get_by_role("link", name="Hätä tai kriisi")).to_be_visible()


def test_a_row_with_the_focus_stays_where_it_is_when_others_move(visit: Visit) -> None:
    visitor = visit(390, moment=None)
    visitor.page.clock.install(time=MONDAY)
    page = visitor.go(NOW)
    page.locator("[data-when=now] a[href^='tel:']").first.focus()
    before = page.evaluate("document.activeElement.href")
    page.clock.run_for(12 * 3600_000)
    assert page.evaluate("document.activeElement.href") == before


def test_without_scripts_the_list_of_those_who_answer_tells_the_hours_of_the_day(visit: Visit) -> None:
    page = visit(390, java_script_enabled=False).go(NOW)
    expect(page.get_by_role("heading", name="Puhelimet ja chatit")).to_be_visible()
    expect(page.get_by_label("Kieli")).to_be_hidden()
    rows = page.locator("[data-plain] [data-row]")
    assert rows.count() > 50 and rows.locator("a.t-big").count() == rows.count()
    assert page.locator("[data-plain]").get_by_text(re.compile(r"la 21\.11\.: ")).count() > 40
    for heading in ("Vastaa nyt", "Avautuu tänään"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_have_count(0)


@pytest.mark.parametrize("address", ["", "lappi/", "kunnat/rovaniemi/"])
def test_a_few_are_shown_who_answer_now_and_when_nobody_does_who_opens_next(visit: Visit, address: str) -> None:
    open_now = visitor_at(visit, MONDAY).go(address).locator("[data-open-few] > li:visible .t-open")
    expect(open_now.first).to_have_text(re.compile("Auki|Sulkeutuu pian"))
    page = visitor_at(visit, MONDAY.replace(hour=4)).go(address)
    few = page.locator("[data-open-few] > li:visible .t-open")
    expect(few.first).to_have_text(re.compile("Auki|Suljettu, avautuu klo"))
    told = few.all_inner_texts()
    expect(page.locator("[data-nobody]")).to_be_visible(visible=all(each.startswith("Suljettu") for each in told))
    expect(page.locator("[data-open-few] > li:visible").first).to_have_attribute("data-always", "")
