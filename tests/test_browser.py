"""The site in a real browser: by keyboard, without scripts, on a narrow screen, in the dark, on paper, by axe-core."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from urllib.parse import quote, unquote, urljoin, urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser as HTMLParser

import chromium
from browsing import SUB_PATH, Visit, Visitor, pages_in_pdf, served
from site_building import Site, build_site, whole_project
from tno.words import words
from trees import ROOT

pytestmark = pytest.mark.browser

SERVICE = "lappi/palvelut/ohjaamo-napatuuli/"
KINDS = {
    "front": "",
    "region": "lappi/",
    "thin region": "kainuu/",
    "services": "lappi/palvelut/",
    "service": SERVICE,
    "agreement": "lappi/sopimukset/kumppanuussopimus-2025/",
    "merged agreement": "lappi/sopimukset/keski-ja-tunturi-lapin-sopimus-2020/",
    "agreement in other words": "lappi/sopimukset/keski-ja-tunturi-lapin-sopimus-2025/",
    "promises": "lappi/lupaukset/",
    "groups": "lappi/ryhmat/",
    "group": "lappi/ryhmat/lapin-elo/",
    "event": "lappi/tapahtumat/ohjauksen-aamukahvit/",
    "events": "lappi/tapahtumat/",
    "events found": "lappi/tapahtumat/?laji=koulutus,webinaari",
    "all events": "tapahtumat/",
    "month": "lappi/tapahtumat/kuukausi/2026-12/",
    "past events": "lappi/tapahtumat/arkisto/2025/",
    "event series": "lappi/tapahtumat/sarjat/vertaisfoorumit/",
    "network": "lappi/verkosto/",
    "network of the country": "verkosto/",
    "map": "lappi/kartta/",
    "map of the country": "kartta/",
    "map of nothing yet": "kainuu/kartta/",
    "white spots": "lappi/katvealueet/",
    "freshness": "lappi/ajantasaisuus/",
    "freshness of the country": "kansallinen/ajantasaisuus/",
    "white spots of the country": "katvealueet/",
    "organisation that ended": "lappi/toimijat/lapin-te-toimisto/",
    "municipality": "kunnat/rovaniemi/",
    "municipalities": "kunnat/",
    "contact": "lappi/yhteys/",
    "now": "lappi/kuka-vastaa-nyt/",
    "nothing yet": "kainuu/sopimukset/",
    "sub-area": "lappi/alueet/ita-lappi/",
    "organisation": "lappi/toimijat/kaamostuulen-ammattikorkeakoulu/",
    "organisations": "lappi/toimijat/",
    "real agreement": "lappi/sopimukset/kumppanuussopimus-2012/",
    "ELO": "lappi/elo/",
    "report": "lappi/elo/raportit/2025/",
    "topic": "aiheet/tyo/",
    "guide": "ohjeet/",
    "guide, errand": "ohjeet/korjaa-tieto/",
    "guide, form": "ohjeet/lisaa/",
    "guide, table": "ohjeet/ajat/",
    "guide, keys": "ohjeet/tietueet/",
    "guide, keys of a service": "ohjeet/tietueet/palvelu/",
    "guide, words": "ohjeet/tietueet/sanastot/",
    "all services": "palvelut/",
    "services found": "lappi/palvelut/?kohderyhma=nuoret&kunta=kemi",
    "no service found": "lappi/palvelut/?aihe=yrittajyys&kanava=chat&kieli=so&kunta=kemi",
    "search": "haku/?q=neuvonta",
    "findability": "lappi/loydettavyys/",
    "crisis": "hata/",
    "start": "mista-aloitan/",
    "start, needs": "mista-aloitan/nuori/",
    "start, answer": "mista-aloitan/nuori/tyo/",
    "life situation": "elamantilanteet/alan-vaihto/",
    "look": "ohjeet/ulkoasu/",
    "data": "data/",
    "front by successors": "?alueet=elinvoimakeskukset",
    "municipalities by successors": "kunnat/?alueet=elinvoimakeskukset",
    "services by successors": "palvelut/?alueet=elinvoimakeskukset",
    "network by successors": "verkosto/?alueet=elinvoimakeskukset",
    "white spots by successors": "katvealueet/?alueet=elinvoimakeskukset",
    "lost": "ei/ole/",
}
"""Kind of page → an example of it."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_RUNS = [(390, "light"), (1280, "dark")]
"""Width and scheme in which every kind of page is looked at."""
AXE_EVERYWHERE = ("front", "service")
"""Kinds that are looked at in all others too: every part of the frame is on them."""
LONGEST = ("kansallinen/toimijat/ohjauslinja-kaukovalo/", "lappi/toimijat/kaamostuulen-ammattikorkeakoulu/")
"""Pages with the longest words and addresses, where a narrow screen would grow sideways first."""
NARROWED = (
    *("services", "all services", "services found", "no service found"),
    *("events", "all events", "events found"),
    *("map", "map of the country"),
)
"""Kinds of page on which scripts offer to narrow the list."""
BY_SUCCESSORS = tuple(kind for kind in KINDS if kind.endswith("by successors"))
"""Kinds of page whose address tells how areas are grouped, which a script reads."""
LONG_SERVICES = 80
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
NAMES_ON_MAP = """() => {
  const lines = [...document.querySelectorAll(".t-map tspan")];
  const size = line => parseFloat(getComputedStyle(line).fontSize) * line.ownerSVGElement.getScreenCTM().a;
  const box = line => {
    const {left, right, top, bottom} = line.getBoundingClientRect();
    return {left, right, top, bottom, text: line.textContent};
  };
  return [lines.map(size), lines.map(box)];
}"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example content, built for a sub-path."""
    url = f"https://portaali.example.org{SUB_PATH}"
    out = tmp_path_factory.mktemp("browser") / "site"
    return build_site(whole_project(), out, url=url, settings={"TNO_SITE_URL": url, "TNO_AUDIT": "1"})


@pytest.fixture(scope="session")
def home(site: Site) -> Iterator[str]:
    with served(site.folder) as address:
        yield address


# --- by keyboard ------------------------------------------------------------------------------------------------------


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


# --- the municipality, and where to start ---------------------------------------------------------------------------


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
    page.get_by_label("Missä asut?").fill("Kemi")
    page.get_by_role("button", name="Näytä").click()
    assert visitor.address == "kunnat/?kunta=Kemi"
    page.get_by_role("main").get_by_role("link", name="Kemi", exact=True).click()
    assert visitor.address == "kunnat/kemi/"


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
    expect(other.get_by_text("Alueella Satakunta ei ole tähän omaa palvelua.")).to_be_visible()


def test_axe_finds_nothing_on_suggestions_and_on_an_answer(visit: Visit) -> None:
    page = visit(390).go("mista-aloitan/nuori/tyo/")
    page.locator("#kunta").fill("kemi")
    expect(page.locator(".t-choose .t-links a").first).to_be_visible()
    assert _violations(page) == []
    page.locator("#kunta").press("Enter")
    expect(page.locator("[data-answers] .t-card").first).to_be_visible()
    assert _violations(page) == []


# --- without scripts --------------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"search", "now", *NARROWED, *BY_SUCCESSORS}])
def test_scripts_add_nothing_that_has_to_be_read(visit: Visit, kind: str) -> None:
    """Besides what holds this minute, which no page can tell without them: badges, who answers, what is nearest."""
    in_order = sorted if kind == "municipality" else list
    with_scripts, without = (
        visit(390, java_script_enabled=on, timezone_id="Europe/Helsinki").go(KINDS[kind]) for on in (True, False)
    )
    if without.locator("[data-open-few]").count():
        expect(without.locator("[data-open-few] .t-big:visible").first).to_be_visible()
    assert in_order(_read(with_scripts).replace("Tulosta", "").split()) == in_order(_read(without).split())


def _read(page: Page) -> str:
    page.locator("[data-open-few], [data-nobody]").evaluate_all("found => found.forEach(each => each.remove())")
    text = page.locator("#sisalto").inner_text()
    for badge in page.locator(".t-open[data-open]").all_inner_texts():
        text = text.replace(badge, "", 1)
    return text


# --- who answers now --------------------------------------------------------------------------------------------------

MONDAY = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Helsinki"))
AFTER_ALL_IS_KNOWN = datetime(2027, 6, 1, 10, tzinfo=ZoneInfo("Europe/Helsinki"))
NOW = KINDS["now"]


def _at(visit: Visit, moment: datetime, zone: str = "Europe/Helsinki") -> Visitor:
    visitor = visit(390, timezone_id=zone)
    visitor.page.clock.set_fixed_time(moment)
    return visitor


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
    page = _at(visit, moment, zone).go(SERVICE)
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


def test_a_badge_speaks_the_language_of_its_page(visit: Visit) -> None:
    page = _at(visit, MONDAY).go("sv/pohjanmaa/yhteys/")
    texts = page.locator(".t-now .t-open").all_inner_texts()
    assert texts and all(re.match("Öppet|Stäng", text) for text in texts)


def test_of_the_nearest_places_those_come_first_that_open_first(visit: Visit) -> None:
    """Of those that are about as near."""
    page = _at(visit, MONDAY.replace(hour=6)).go("kunnat/rovaniemi/")
    days = ["avautuu klo", "avautuu huomenna", "avautuu ke", "avautuu to", "avautuu pe"]
    badges = page.locator("[data-open-first] .t-open").all_inner_texts()
    opens = [(day, int(found[1])) for text in badges if (found := re.search(r"klo (\d+)", text))
             for day, said in enumerate(days) if said in text]  # fmt: skip
    assert len(opens) > 2 and opens == sorted(opens)


def test_without_scripts_the_hours_stay_in_words_and_nothing_is_said_of_now(visit: Visit) -> None:
    page = visit(390, java_script_enabled=False).go(SERVICE)
    expect(page.locator(".t-contact").get_by_text("ma–pe 9–16")).to_be_visible()
    assert page.locator("[data-open]").locator("visible=true").count() == 0


def test_on_a_phone_the_languages_of_a_page_are_in_sight(visit: Visit) -> None:
    page = visit(390).go("pohjanmaa/")
    page.get_by_role("navigation", name="Kielet").get_by_role("link", name="svenska").click()
    expect(page).to_have_url(re.compile(r"/sv/pohjanmaa/$"))
    finnish = visit(390).go("lappi/")
    finnish.get_by_role("navigation", name="Kielet").get_by_role("link", name="English").click()
    expect(finnish).to_have_url(re.compile(r"/en/palvelut/lappi/$"))  # the nearest there is


def test_the_answers_of_the_guided_start_say_who_answers_now(visit: Visit) -> None:
    page = _at(visit, MONDAY).go("mista-aloitan/nuori/tyo/")
    expect(page.locator("[data-anywhere] .t-open:visible").first).to_have_text(re.compile("Auki|Sul"))
    page.goto(page.url + "?kunta=kemi")
    answers = page.locator("[data-answers] .t-card")
    expect(answers).to_have_count(5)
    expect(answers.locator(".t-open").first).to_have_text(re.compile("Auki|Sul"))


def test_who_answers_now_comes_first_and_who_opens_next_after_that(visit: Visit) -> None:
    page = _at(visit, MONDAY).go(NOW)
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
    later = _at(visit, MONDAY).go(NOW).locator("[data-when=later]")
    many = later.locator("[data-row]").count()
    later.get_by_role("button", name="Näytä loput").click()
    expect(later.locator("[data-row]:visible")).to_have_count(many)
    expect(later.locator("[data-row]").nth(6).locator("a").first).to_be_focused()


def test_those_who_answer_are_sifted_by_language_and_topic_and_the_choice_is_in_the_address(visit: Visit) -> None:
    page = _at(visit, MONDAY).go(NOW)
    every = page.locator("[data-when] [data-row]").count()
    page.get_by_label("Kieli").select_option("en")
    expect(page.locator("[data-when] [data-row]:not([data-kieli~=en])")).to_have_count(0)
    page.get_by_label("Aihe").select_option("tyo")
    expect(page.locator("[data-when] [data-row]:not([data-aihe~=tyo])")).to_have_count(0)
    left = page.locator("[data-when] [data-row]").count()
    assert 0 < left < every
    expect(page.locator("[data-sift] [role=status]")).to_contain_text(f"Valinta sopii {left} palveluun")
    _expect_address(page, "?kieli=en&aihe=tyo")
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
    page = _at(visit, AFTER_ALL_IS_KNOWN).go(NOW)
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


# --- narrow screens ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [*KINDS.values(), *LONGEST])
def test_nothing_is_wider_than_a_narrow_screen(visit: Visit, address: str) -> None:
    page = visit(320).go(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_names_on_the_map_can_be_read_and_do_not_touch(visit: Visit, width: int) -> None:
    sizes, boxes = visit(width).go("").evaluate(NAMES_ON_MAP)
    assert len(boxes) > 15 and min(sizes) >= (11 if width == 320 else 12)
    touching = [
        (one["text"], other["text"])
        for one, other in combinations(boxes, 2)
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] + 2 < other["bottom"]
        and other["top"] + 2 < one["bottom"]
    ]
    assert touching == []


# --- search -----------------------------------------------------------------------------------------------------------


COUNTED = re.compile(r"^\d+ tulos(ta)? haulla ”")


def _results(page: Page) -> list[str]:
    return page.locator("[data-search-results] .t-card__name a").all_inner_texts()


def _status(page: Page) -> Locator:
    return page.locator("[data-search-status]")


def _asked(visitor: Visitor, question: str, region: str = "", language: str = "") -> Page:
    """The page of results with its answer."""
    page = visitor.go(f"{language}haku/?q={quote(question)}{region and f'&alue={region}'}")
    expect(_status(page)).not_to_be_empty()
    return page


def _typed(page: Page, field: str, text: str) -> Locator:
    """The suggestions under a field after some letters."""
    page.locator(field).click()
    page.locator(field).press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()
    return page.get_by_role("option")


@pytest.mark.parametrize(("dotted", "plain"), [("työnhaun", "tyonhaun"), ("TYÖPA", "tyopa"), ("etsivä", "etsiva")])
def test_search_finds_by_the_beginning_of_a_word_with_and_without_dots(visit: Visit, dotted: str, plain: str) -> None:
    page = _asked(visit(), dotted)
    expect(_status(page)).to_have_text(COUNTED)
    found = _results(page)
    page.locator("#haku").fill(plain)
    page.locator("#haku").press("Enter")
    expect(_status(page)).to_contain_text(plain)
    assert found and _results(page)[0] == found[0]


def test_the_address_of_a_search_can_be_kept_and_sent(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("haku/")
    page.locator("#haku").fill("chat ilta")
    page.locator("#haku").press("Enter")
    expect(_status(page)).not_to_be_empty()
    assert page.url.endswith("haku/?q=chat%20ilta")
    status = _status(page).inner_text()
    page.reload()
    expect(page.locator("#haku")).to_have_value("chat ilta")
    expect(_status(page)).to_have_text(status)


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
    page = _asked(visitor, "työnhaku")
    first = _results(page)
    page.locator("#haku").fill("asunto")
    page.locator("#haku").press("Enter")
    expect(_status(page)).to_contain_text("asunto")
    page.go_back()
    expect(page.locator("#haku")).to_have_value("työnhaku")
    expect(_status(page)).to_contain_text("työnhaku")
    assert first and _results(page)[:6] == first[:6]  # the best come first, the rest by kind after them


def test_a_result_tells_for_whom_it_is_whose_and_where(visit: Visit) -> None:
    page = _asked(visit(), "ohjaamo kemijärvellä")
    card = page.locator(".t-card", has=page.get_by_role("link", name="Ohjaamopäivä Itä-Lapissa")).first
    expect(card).to_contain_text("Kenelle: Nuoret, Alle 30-vuotiaat")
    expect(card).to_contain_text("Ohjaamo Napatuuli · Kemijärvi, Savukoski ja Pelkosenniemi · suomi, englanti")


def test_a_result_tells_why_it_is_there_when_the_word_asked_is_not_on_it(visit: Visit) -> None:
    cards = _asked(visit(), "opo kemijärvellä").locator("[data-search-results] .t-card:has(.t-why)")
    for card in cards.all():
        why = card.locator(".t-why").inner_text()
        word = re.fullmatch("Löytyi sanalla ”(.+)”.", why)
        assert not word or word[1] not in card.inner_text().replace(why, "").lower().split()
    assert cards.count()


def test_what_the_name_of_a_result_tells_is_not_told_again(visit: Visit) -> None:
    page = _asked(visit(390), "mistä apua velkoihin turussa")
    card = page.locator(".t-card.is-brief", has_text="Talousvaikeudet")
    expect(card).to_have_text("Talousvaikeudetelämäntilanne · Turku")


def test_a_result_tells_how_far_it_is_from_the_town_asked_or_told_before(visit: Visit) -> None:
    card = _asked(visit(390), "kansanopisto inari").locator(".t-card", has_text="Kolari, 215\u00a0km")
    expect(card.first).to_contain_text("Palvelee myös: Inari")
    visitor = visit(390)
    page = _asked(visitor, "kansanopisto")
    expect(page.locator(".t-card", has_text="Kolari").first).not_to_contain_text("km")
    page.evaluate("localStorage.setItem('municipality', 'inari')")
    page.reload()
    expect(page.locator(".t-card", has_text="Kolari, 215\u00a0km").first).to_be_visible()


@pytest.mark.parametrize("question", ["opo kemijärvellä", "en jaksa opiskella", "mistä apua velkoihin turussa"])
def test_on_a_phone_the_first_result_and_half_of_the_next_are_seen_at_once(visit: Visit, question: str) -> None:
    page = _asked(visit(390), question)
    expect(page.locator("[data-search-results] .t-card").nth(1)).to_be_visible()
    box = page.locator("[data-search-results] .t-card").nth(1).bounding_box()
    assert box and box["y"] + box["height"] / 2 <= 800


def test_a_result_says_whether_somebody_answers_now_and_the_open_ones_come_first_when_asked(visit: Visit) -> None:
    page = _asked(_at(visit, MONDAY), "velkaneuvonta heti auki", "lappi")
    badges = page.locator("[data-search-results] > section").first.locator(".t-open:visible")
    expect(badges.first).to_have_text(re.compile("^(Auki|Sulkeutuu pian)"))
    assert any(text.startswith("Suljettu") for text in page.locator(".t-open:visible").all_inner_texts())


def test_what_rests_says_so_and_offers_no_number(visit: Visit) -> None:
    page = _asked(visit(390), "työhönvalmennus", "lappi")
    page.locator(".t-found__kind", has_text="Palvelut").get_by_role("button").click()
    card = page.locator(".t-card", has_text="Tauolla: ei palvele nyt").first
    expect(card).to_be_visible()
    expect(card.locator("[href^='tel:']")).to_have_count(0)


def test_the_networks_papers_are_folded_under_what_helps_a_citizen(visit: Visit) -> None:
    page = _asked(visit(390), "lähihoitaja", "lappi")
    last = page.locator("[data-search-results] > .t-found__kind").last
    expect(last.get_by_role("heading")).to_contain_text("Verkoston asiakirjat")
    expect(last.locator(".t-card")).to_have_count(0)


def test_a_place_in_the_question_is_understood_and_can_be_taken_off(visit: Visit) -> None:
    visitor = visit()
    page = _asked(visitor, "opo rovaniemellä")
    note = page.locator(".t-found__notes")
    expect(note).to_contain_text("Nämä palvelevat paikkaa Rovaniemi")
    note.get_by_role("link", name="Näytä koko maasta").click()
    expect(page.locator("#haku")).to_have_value("opo")
    expect(page.locator(".t-found__notes")).to_have_count(0)


def test_a_typing_error_is_understood_and_told(visit: Visit) -> None:
    page = _asked(visit(), "nappatuuli")
    expect(page.locator(".t-found__notes")).to_contain_text("Sanaa ”nappatuuli” ei löytynyt")


def test_distress_leads_to_help_before_anything_else(visit: Visit) -> None:
    page = _asked(visit(390), "haluan kuolla")
    help_first = page.locator("[data-search-results] > :first-child")
    expect(help_first.get_by_role("heading", name="Apua saat heti")).to_be_in_viewport()
    assert help_first.get_by_role("link").first.get_attribute("href").endswith("/hata/")  # type: ignore[union-attr]
    expect(help_first.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")
    expect(_status(page)).to_contain_text("Apua saat heti")


def test_a_search_that_finds_nothing_says_so_and_offers_people(visit: Visit) -> None:
    page = _asked(visit(390), "kvanttimekaniikka", "lappi")
    expect(_status(page)).to_have_text("Ei tuloksia haulla ”kvanttimekaniikka”.")
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
    expect(_status(page)).not_to_be_empty()
    assert "alue=lappi" in page.url
    expect(page.locator(".t-found__notes")).to_contain_text("Lappi on ensin")
    here = _status(page).inner_text()
    page.get_by_role("link", name="Hae koko maasta").click()
    expect(_status(page)).to_have_text(here)  # nothing had been left out


def test_a_region_that_is_none_changes_nothing(visit: Visit) -> None:
    page = _asked(visit(390), "työpaja", "constructor")
    expect(page.locator(".t-card").first).to_be_visible()
    expect(page.locator(".t-found__notes")).to_have_count(0)


def test_a_slip_is_told_with_the_word_it_was_taken_for(visit: Visit) -> None:
    page = _asked(visit(390), "oppisopmus")
    expect(page.locator(".t-found__notes")).to_contain_text("Haimme sanalla ”oppisopimus”")


def test_more_of_a_kind_comes_by_a_press_and_takes_the_focus(visit: Visit) -> None:
    page = _asked(visit(390, has_touch=True), "nuori")
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
    expect(_status(page)).to_contain_text("Haku ei toimi juuri nyt")


@pytest.mark.parametrize(
    ("language", "question", "status", "kind"),
    [("sv", "jobb", "träffar på ”jobb”", "Tjänster"), ("en", "work", "results for “work”", "Services")],
)
def test_the_search_speaks_the_language_of_the_page(
    visit: Visit, language: str, question: str, status: str, kind: str
) -> None:
    page = _asked(visit(390), question, language=f"{language}/")
    expect(_status(page)).to_contain_text(status)
    expect(page.locator(".t-found__kind").get_by_role("heading", name=kind)).to_be_visible()
    cards = page.locator(".t-card").evaluate_all(
        "cards => cards.map(card => [card.querySelector('a').href, card.innerText, card.querySelector('h3').lang])"
    )
    assert cards and all(f"/{language}/" in href for href, _, _ in cards)  # of what is told in Finnish only: in brief
    assert all(("#" in href) == (own == "fi") for href, _, own in cards)
    assert all(words(language).served in said for href, said, _ in cards if "#" in href)


def test_a_result_says_whose_it_is_and_can_be_called(visit: Visit) -> None:
    page = _asked(visit(390, has_touch=True), "opo rovaniemellä")
    card = page.locator(".t-card", has=page.get_by_role("link", name="Hakijan neuvonta", exact=True)).first
    expect(card.locator(".t-meta").last).to_have_text(re.compile("^Tunturipolun ammattiopisto · Rovaniemi ja Kemi"))
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
    page = _asked(visit(390, has_touch=True), "sain potkut tehtaalta")
    page.locator("[data-search-where] input").fill("Kemissä")
    page.locator("[data-search-where]").get_by_role("button", name="Näytä").tap()
    expect(page.locator("#haku")).to_have_value("sain potkut tehtaalta")
    expect(page.locator(".t-found__notes")).to_contain_text("palvelevat paikkaa Kemi")
    expect(page.locator("[data-search-where]")).to_be_hidden()


def test_the_town_stays_for_the_next_question_until_it_is_taken_away(visit: Visit) -> None:
    page = _asked(visit(390), "opo kemijärvellä")
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
    expect(page.locator(".t-found__notes")).to_contain_text("palvelevat paikkaa Kemi")


def test_a_town_chosen_before_is_meant_until_it_is_forgotten(visit: Visit) -> None:
    visitor = visit(390)
    visitor.go("lappi/")
    visitor.page.evaluate("localStorage.setItem('municipality', 'kemi')")
    page = _asked(visitor, "velat")
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
    page = _asked(visit(390, has_touch=True), "jätin koulun kesken kemijärvi")
    page.locator(".t-card__name").get_by_role("link", name="Opintojen keskeytyminen").tap()
    page.wait_for_url("**/palvelut/?tilanne=opintojen-keskeytyminen&kunta=kemijarvi")
    expect(page.locator("main")).to_contain_text("palvelee kuntaa: Kemijärvi")


@pytest.mark.parametrize("question", ["i need help to find a job kemi", "Kemi"])
def test_where_a_place_has_no_page_the_list_of_all_that_serves_it_is_offered(visit: Visit, question: str) -> None:
    page = _asked(visit(390, has_touch=True), question, language="en/")
    page.locator("[data-search-results]").get_by_role("link", name="All services: Kemi").tap()
    page.wait_for_url("**/en/palvelut/?kunta=kemi")
    expect(page.locator("main")).to_contain_text("services for people in Kemi")


def test_another_language_is_asked_the_same(visit: Visit) -> None:
    page = _asked(visit(390), "i need help to find a job kemi")
    page.get_by_role("link", name="English").click()
    expect(page.locator("#haku")).to_have_value("i need help to find a job kemi")


# --- suggestions ------------------------------------------------------------------------------------------------------


def test_a_long_list_of_places_leaves_a_suggestion_its_name(visit: Visit) -> None:
    page = visit(390).go("")
    _typed(page, "#haku", "kuntoutujan aamu")
    name = page.get_by_role("option", name="Kuntoutujan aamu").locator("> :first-child")
    assert name.evaluate("each => each.getBoundingClientRect().width") > 100


def test_nothing_of_the_index_is_fetched_before_the_first_letters(visit: Visit) -> None:
    visitor, asked = visit(), []
    visitor.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page = visitor.go("lappi/")
    page.locator("#haku").click()
    page.wait_for_load_state("networkidle")
    assert [path for path in asked if "/data/" in path or "ranking" in path] == []
    _typed(page, "#haku", "opi")
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
    _typed(page, "#haku-yla", "opisk")
    visitor.follow()
    assert visitor.address == "haku/?q=opisk&alue=lappi"


def test_suggestions_close_when_the_focus_goes_on(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("lappi/palvelut/")
    _typed(page, "#haku-yla", "opisk")
    visitor.press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_on_a_phone_a_suggestion_is_opened_by_touch(visit: Visit) -> None:
    visitor = visit(390, has_touch=True)
    page = visitor.go("lappi/palvelut/")
    page.locator(".t-header__find").tap()
    options = _typed(page, "dialog input[name=q]", "napatuu")
    box = options.first.bounding_box()
    assert box is not None and box["height"] >= 44
    with page.expect_navigation():
        options.first.tap()
    assert "napatuuli" in visitor.address


def test_escape_closes_the_suggestions_first_and_then_the_window(visit: Visit) -> None:
    visitor = visit(390)
    page = visitor.go(SERVICE)
    page.locator(".t-header__find").click()
    _typed(page, "dialog input[name=q]", "opisk")
    visitor.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_be_visible()
    visitor.press("Escape")  # a search field empties itself
    visitor.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


# --- the finder -------------------------------------------------------------------------------------------------------

FINDER = "lappi/palvelut/"


def _ready(page: Page) -> Page:
    page.locator("[data-finder=ready]").wait_for()
    return page


def _value(page: Page, name: str) -> Locator:
    """The box of a value, by its words: "Nuoret", "Kemi"."""
    return page.locator(".t-facets .t-check").filter(has=page.locator("span", has_text=re.compile(f"^{name}$"))).first


def _count(page: Page, name: str) -> int:
    return int(_value(page, name).locator(".t-n").inner_text().split()[0])


def _expect_address(page: Page, end: str) -> None:
    """The address follows what is shown."""
    expect(page).to_have_url(re.compile(re.escape(end) + "$"))


def _cards(page: Page) -> list[str]:
    return page.locator("[data-found] .t-card__name").all_text_contents()


def test_a_press_on_a_value_gives_as_many_services_as_it_said(visit: Visit) -> None:
    page = _ready(visit().go(FINDER))
    expect(page.locator("[data-found]")).to_be_hidden()
    for name in ("Kemi", "Nuoret"):
        promised = _count(page, name)
        _value(page, name).click()
        assert promised > 0
        expect(page.locator(".t-status")).to_have_text(f"{promised} palvelua palvelee kuntaa: Kemi")
    _expect_address(page, "?kohderyhma=nuoret&kunta=kemi")
    page.get_by_role("button", name="Näytä lisää").click()
    headings = page.locator("[data-found] h2").all_inner_texts()
    assert headings[0].startswith("Paikan päällä ")
    assert sum(int(heading.rpartition(" ")[2]) for heading in headings) == promised


def test_the_finder_says_how_choices_work_together(visit: Visit) -> None:
    page = _ready(visit().go(FINDER))
    expect(page.get_by_text("Voit valita useita. Saman otsikon alla riittää, että yksi valinta sopii.")).to_be_visible()


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


def test_the_address_of_what_was_found_can_be_sent(visit: Visit) -> None:
    page = _ready(visit().go(FINDER))
    for name in ("Nuoret", "Kemi", "Tornio"):
        _value(page, name).click()
    _expect_address(page, "?kohderyhma=nuoret&kunta=kemi,tornio")
    page.get_by_role("button", name="Näytä lisää").wait_for()
    found, other = _cards(page), _ready(visit(390).go(page.url.removeprefix(visit().home)))
    expect(other.locator("[data-found] .t-card__name")).to_have_text(found)
    expect(other.locator(".t-status")).to_contain_text("palvelee kuntaa: Kemi ja Tornio")


def test_a_chip_takes_its_choice_away_and_clear_all_of_them(visit: Visit) -> None:
    page = _ready(visit().go(f"{FINDER}?kohderyhma=nuoret&kunta=kemi"))
    page.get_by_role("button", name="Nuoret, poista rajaus").click()
    _expect_address(page, "?kunta=kemi")
    page.get_by_role("button", name="Tyhjennä").click()
    _expect_address(page, FINDER)
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
    assert "/palvelut/" in visitor.address and "?" not in visitor.address


def test_in_the_whole_country_a_municipality_is_typed(visit: Visit) -> None:
    visitor = visit()
    page = _ready(visitor.go("palvelut/"))
    visitor.tab_to("#rajaus-kunta")
    page.keyboard.type("kemij")
    expect(page.locator(".t-facets [name=kunta]:visible")).to_have_count(1)
    visitor.press("Enter")
    _expect_address(page, "palvelut/?kunta=kemijarvi")
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
    _expect_address(page, f"{address}?kunta=inari")


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


# --- light and dark ---------------------------------------------------------------------------------------------------

GROUND = {"light": "rgb(253, 252, 250)", "dark": "rgb(20, 23, 27)"}
"""Scheme → the colour of the page's ground."""


def _ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_is_the_devices_and_nothing_is_stored_before_a_choice(visit: Visit, scheme: str) -> None:
    visitor = visit(color_scheme=scheme)
    page = visitor.go("lappi/")
    visitor.go(SERVICE)
    assert _ground(page) == GROUND[scheme]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert visitor.context.cookies() == []


def test_a_chosen_scheme_holds_on_the_next_page_and_can_be_given_up(visit: Visit) -> None:
    visitor = visit(color_scheme="dark")
    page = visitor.go("lappi/")
    page.locator(".t-panel summary").click()
    page.get_by_label("Vaalea").check()
    assert _ground(page) == GROUND["light"]
    visitor.go(SERVICE)
    assert _ground(page) == GROUND["light"]
    page.locator(".t-panel summary").click()
    page.get_by_label("Laitteen mukaan").check()
    assert _ground(page) == GROUND["dark"]
    assert page.evaluate("localStorage.length") == 0


# --- agreements, promises, groups -------------------------------------------------------------------------------------


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


# --- on paper ---------------------------------------------------------------------------------------------------------


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


def test_the_roster_is_printed_alone_and_without_what_ages(visit: Visit) -> None:
    page = visit().go(NOW)
    page.emulate_media(media="print")
    expect(page.locator(".t-board")).to_be_hidden()
    expect(page.locator(".t-roster")).to_be_visible()
    assert page.locator(".t-roster thead th").count() == 8
    assert pages_in_pdf(page.pdf(format="A4", prefer_css_page_size=True)) <= 6


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


# --- the network and its white spots ----------------------------------------------------------------------------------


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


# --- ELY areas or their successors ------------------------------------------------------------------------------------


def _successors(page: Page) -> Locator:
    return page.get_by_role("radio", name="Elinvoimakeskukset")


@pytest.mark.parametrize("address", ["", "palvelut/", "kunnat/", "verkosto/", "kartta/", "katvealueet/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_areas_are_grouped_by_their_successors_by_keyboard_and_without_scripts(
    visit: Visit, address: str, scripts: bool
) -> None:
    visitor = visit(390, java_script_enabled=scripts)
    page = visitor.go(address)
    other, own = (page.locator(f"[data-areas={way}]:not(g)") for way in ("elinvoimakeskukset", "ely-alueet"))
    expect(other.first).to_be_hidden()
    page.get_by_role("radio", name="ELY-alueet").focus()
    visitor.press("ArrowRight")
    expect(_successors(page)).to_be_checked()
    for part in other.all():
        expect(part).to_be_visible()
    for part in own.all():
        expect(part).to_be_hidden()


def test_how_areas_are_grouped_is_in_the_address_and_back_undoes_it(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("kunnat/")
    _successors(page).check()
    expect(page.locator(".t-switch [role=status]")).to_have_text("Näytetään 10 elinvoimakeskusta.")
    assert visitor.address == "kunnat/?alueet=elinvoimakeskukset"
    expect(page.get_by_role("heading", name="Lounais-Suomen elinvoimakeskus")).to_be_visible()
    page.go_back()
    expect(_successors(page)).not_to_be_checked()
    assert visitor.address == "kunnat/"
    page.go_forward()
    expect(_successors(page)).to_be_checked()


def test_the_grouping_is_sent_along_and_leads_to_sections_at_their_own_addresses(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("sv/?alueet=elinvoimakeskukset")
    expect(page.get_by_role("radio", name="Livskraftscentraler")).to_be_checked()
    page = visitor.go("?alueet=elinvoimakeskukset")
    expect(_successors(page)).to_be_checked()
    page.locator(".t-panel summary").click()
    page.locator(".t-panel__box").get_by_role("link", name="Verkosto").click()
    expect(page.get_by_role("heading", name="Verkostot elinvoimakeskuksittain")).to_be_visible()
    assert visitor.address == "verkosto/?alueet=elinvoimakeskukset"
    page.get_by_role("link", name="Häme (Kanta-Häme)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verkosto: Häme")
    assert visitor.address == "hame/verkosto/"


def test_narrowing_services_keeps_how_areas_are_grouped(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("palvelut/?alueet=elinvoimakeskukset")
    expect(page.locator("[data-finder=ready]")).to_be_attached()
    page.get_by_role("checkbox", name="Nuoret").check()
    page.wait_for_url("**/palvelut/?kohderyhma=nuoret&alueet=elinvoimakeskukset")


# --- the calendar -----------------------------------------------------------------------------------------------------

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


def test_the_nearest_place_of_a_service_stands_first_where_it_is_known_where_one_lives(visit: Visit) -> None:
    visitor = visit(390)
    places = visitor.go("lappi/palvelut/hakijan-neuvonta/").locator(".t-contact > [data-town]")
    expect(places.first).to_have_attribute("data-town", "rovaniemi")
    visitor.go("lappi/palvelut/hakijan-neuvonta/?kunta=kemi")
    expect(places.first).to_have_attribute("data-town", "kemi")
    expect(places.last.locator("h3")).to_contain_text("km")


@pytest.mark.parametrize("address", ["", "lappi/", "kunnat/rovaniemi/"])
def test_a_few_are_shown_who_answer_now_and_when_nobody_does_who_opens_next(visit: Visit, address: str) -> None:
    open_now = _at(visit, MONDAY).go(address).locator("[data-open-few] > li:visible .t-open")
    expect(open_now.first).to_have_text(re.compile("Auki|Sulkeutuu pian"))
    page = _at(visit, MONDAY.replace(hour=4)).go(address)
    few = page.locator("[data-open-few] > li:visible .t-open")
    expect(few.first).to_have_text(re.compile("Auki|Suljettu, avautuu klo"))
    told = few.all_inner_texts()
    expect(page.locator("[data-nobody]")).to_be_visible(visible=all(each.startswith("Suljettu") for each in told))
    expect(page.locator("[data-open-few] > li:visible").first).to_have_attribute("data-always", "")


def test_search_ones_town_a_beginning_and_help_in_danger_are_on_the_first_screen(visit: Visit) -> None:
    for address in ("", "lappi/", "sv/", "en/"):
        for scripts in (True, False):
            page = visit(390, java_script_enabled=scripts).go(address)
            page.set_viewport_size({"width": 390, "height": 844})
            for part in (".t-hero .t-search", "#kunta", ".t-crisis [href='tel:112']", ".t-door a >> nth=0"):
                expect(page.locator(part)).to_be_in_viewport(ratio=1)


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
    page = _at(visit, later).go(KINDS["month"])
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
    page = _narrowed(_at(visit, later, "America/Los_Angeles").go(EVENTS))
    expect(page.locator(f"[id='{days[0]}']")).to_be_hidden()
    expect(page.locator(f"[id='{days[2]}']")).to_be_visible()
    expect(page.locator(f"[id='{days[2]}'] h3 em")).to_have_text("tänään")
    assert "".join(page.locator("h3 em").all_inner_texts()).split().count("tänään") == 1


def test_dates_of_an_event_pass_too_and_the_page_says_so(visit: Visit) -> None:
    page = _at(visit, AFTER_ALL_IS_KNOWN.replace(year=2030)).go(KINDS["event"])
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


# --- accessibility ----------------------------------------------------------------------------------------------------


def _violations(page: Page, *schemes: str) -> list[str]:
    """What axe-core finds in these schemes; without any, light and dark."""
    page.add_script_tag(path=chromium.script("axe-core/axe.min.js"))
    found = []
    for scheme in schemes or ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        answer = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
        for violation in answer["violations"]:
            found += [f"{scheme}: {violation['id']} {node['html'][:160]}" for node in violation["nodes"]]
    return found


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
    assert _violations(page, scheme) == []


@pytest.mark.parametrize(("width", "schemes"), [(320, ("light", "dark")), (390, ("dark",)), (1280, ("light",))])
@pytest.mark.parametrize("kind", AXE_EVERYWHERE)
def test_axe_finds_nothing_in_any_width_and_scheme(
    visit: Visit, kind: str, width: int, schemes: tuple[str, ...]
) -> None:
    assert _violations(visit(width).go(KINDS[kind]), *schemes) == []


@pytest.mark.parametrize(("opener", "opened"), [(".t-panel summary", ".t-panel__box"), (".t-header__find", "dialog")])
def test_axe_finds_nothing_on_what_opens(visit: Visit, opener: str, opened: str) -> None:
    page = visit(390).go(SERVICE)
    page.locator(opener).click()
    expect(page.locator(opened)).to_be_visible()
    assert _violations(page) == []


@pytest.mark.parametrize("question", ["opo rovaniemellä", "haluan kuolla", "kvanttimekaniikka", "nappatuuli"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_answer_of_the_search(visit: Visit, question: str, width: int) -> None:
    assert _violations(_asked(visit(width), question, "lappi")) == []


@pytest.mark.parametrize(("address", "width", "field"), [("", 390, "#haku"), ("lappi/palvelut/", 1280, "#haku-yla")])
def test_axe_finds_nothing_on_open_suggestions(visit: Visit, address: str, width: int, field: str) -> None:
    page = visit(width).go(address)
    _typed(page, field, "opisk")
    page.keyboard.press("ArrowDown")
    assert _violations(page) == []


def test_axe_finds_nothing_on_suggestions_in_the_window(visit: Visit) -> None:
    page = visit(390).go(SERVICE)
    page.locator(".t-header__find").click()
    _typed(page, "dialog input[name=q]", "opisk")
    assert _violations(page) == []


def test_axe_would_find_what_is_wrong(visit: Visit) -> None:
    page = visit().go(SERVICE)
    page.evaluate("document.querySelector('main h2').outerHTML = '<h4>Otsikko</h4>'")
    page.add_style_tag(content="@media (prefers-color-scheme:dark){.t-facts dt{color:#555!important}}")
    found = _violations(page)
    assert {line.split()[1] for line in found} == {"heading-order", "color-contrast"}
    assert {line.split(":")[0] for line in found if "color-contrast" in line} == {"dark"}


# --- under a sub-path -------------------------------------------------------------------------------------------------


def test_a_lost_visitor_finds_home_from_any_depth(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("lappi/palvelut/ei-ole/eika/tule/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tämä polku päättyi tähän")
    page.get_by_role("main").get_by_role("link", name="Oman kuntasi palvelut").click()
    assert visitor.address == "kunnat/"


def test_no_request_of_a_walk_through_the_site_fails(visit: Visit) -> None:
    """From the front page by links alone, every room of every depth once; no request may leave the site or fail."""
    visitor, waiting = visit(), [""]
    failed: list[str] = []
    visitor.context.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    seen: set[tuple[str, ...]] = set()
    for address in waiting:  # grows while it is walked
        if address and not address.endswith("/"):  # a file, which a browser would save
            answer = visitor.context.request.get(visitor.home + address)
            failed += [] if answer.ok else [address]
            continue
        page = visitor.go(address)
        for link in page.locator("a[href]").evaluate_all(
            "links => links.map(link => new URL(link.getAttribute('href'), document.baseURI).href)"
        ):
            if link.startswith(visitor.home) and (kind := _kind(there := _plain(link, visitor))) not in seen:
                seen.add(kind)
                waiting.append(there)
    assert failed == []
    assert {"lappi/palvelut/", "kunnat/", "hata/", "haku/", "ohjeet/"} <= {*waiting}
    assert len(waiting) > 40


def _plain(link: str, visitor: Visitor) -> str:
    """The address a link leads to, from the site's root, without what comes after ? or #."""
    return link.removeprefix(visitor.home).partition("#")[0].partition("?")[0]


def _kind(address: str) -> tuple[str, ...]:
    """What makes a page one of its kind: its room, its depth, and whether its region is full, national or thin."""
    first, *rest = address.strip("/").split("/")
    if not (ROOT / "regions" / first).is_dir():
        return (first, str(len(rest)))
    return (first if first in {"lappi", "kansallinen"} else "*", *rest[:1], str(len(rest)))


def test_every_address_in_every_file_stays_under_the_sub_path_and_leads_to_a_file(site: Site) -> None:
    """Links, pictures, styles, scripts, forms and what style sheets load, on all pages and on the one for the lost."""
    root, lost = urlsplit(site.url), HTMLParser(site.text("404.html"))
    assert root.path == SUB_PATH
    wanted = {
        (f"/{page}", urljoin(site.url + page, (element.attributes[name] or "").strip()))
        for page, tree in (*site.trees.items(), ("ei/ole/tallaista/sivua/", lost))
        for name in ("href", "src", "action", "poster", "data")
        for element in tree.css(f"[{name}]")
    } | {
        (f"/{path}", urljoin(site.url + path, address))
        for path, data in site.files.items()
        if path.endswith(".css")
        for address in re.findall(r"url\(\s*[\"']?((?!data:)[^\"')]+)", data.decode())
    }
    own = [(page, parts.path) for page, url in wanted if (parts := urlsplit(url)).netloc == root.netloc]
    assert len(own) > 10_000
    assert sorted({(page, path) for page, path in own if not path.startswith(SUB_PATH)}) == []
    files = {f"{SUB_PATH}{name}" for name in site.files} | {f"{SUB_PATH}ei/ole/tallaista/sivua/"}
    assert sorted({(page, path) for page, path in own if not {path, f"{path}index.html"} & files}) == []


def test_the_portals_own_font_is_there_on_every_depth(visit: Visit) -> None:
    visitor = visit()
    for address in ("", "lappi/", SERVICE, "ei/ole/tallaista/sivua/"):
        visitor.go(address).evaluate("document.fonts.ready")
        loaded = visitor.page.evaluate(
            "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"
        )
        assert any("Schibsted Grotesk" in family for family in loaded), address


def test_what_the_search_finds_can_be_opened(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("haku/?q=neuvonta")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    found = page.locator("[data-search-results] .t-card__name a").evaluate_all("links => links.map(link => link.href)")
    assert found and all(link.startswith(visitor.home) for link in found)
    assert [link for link in found if visitor.context.request.get(link).status != 200] == []
