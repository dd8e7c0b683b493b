"""Maps in a real browser: list and map tell the same; by keyboard, on a phone, without scripts, with streets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import chromium
from browsing import RULES, Visit, Visitor, served
from site_building import Site, build_site, make_project, whole_project
from test_country_outlines import invented

pytestmark = pytest.mark.browser

MAP = "lappi/kartta/"
TOWNS = 21
FOLLOWED = "?palvelee=palvelu:abin-jatkosuunnat"
TILES = {
    "url": "https://kartta.example.org/{z}/{x}/{y}.png",
    "attribution": "© Esimerkki",
    "service_name": "Esimerkkikartta",
    "privacy_url": "https://kartta.example.org/tietosuoja",
}
STOPS = """map => [...map.querySelectorAll("a[href], button, [tabindex='0']")].length"""
NAMES = "all => all.map(each => each.firstChild.data.trim())"


@pytest.fixture(scope="session")
def home(whole_site: Site) -> Iterator[str]:
    with served(whole_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def official_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same content with invented boundaries of municipalities and a street map of nobody's."""
    folder = tmp_path_factory.mktemp("official")
    project = make_project(folder / "project", whole_project().regions, repository="public")
    (project.regions / "finland" / "kunnat.geojson").write_text(json.dumps(invented()), encoding="utf-8")
    text = project.config.read_text(encoding="utf-8")
    tiles = f"repository: public, tiles: {json.dumps(TILES)}"
    project.config.write_text(text.replace("repository: public", tiles), encoding="utf-8")
    site = build_site(project, folder / "site")
    with served(site.folder) as address:
        yield address


def drawn(visitor: Visitor, address: str = MAP) -> Page:
    """A page whose map is there."""
    page = visitor.go(address)
    page.locator("[data-map][data-ready]").wait_for()
    switch = page.locator("[data-view=map]")
    if switch.is_visible():
        switch.click()
    page.locator("[data-map][data-drawn] [aria-busy=false]").wait_for(timeout=60_000)
    return page


def bubble(page: Page, name: str) -> Any:
    return page.locator(".t-bubble.leaflet-marker-icon").filter(
        has=page.locator("span", has_text=re.compile(rf"^{name}$"))
    )


def axe(page: Page) -> list[str]:
    page.add_script_tag(path=chromium.script("axe-core/axe.min.js"))
    answer = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
    return [f"{each['id']}: {node['target']}" for each in answer["violations"] for node in each["nodes"]]


def shown_points(page: Page) -> int:
    return page.locator(".t-town:not([hidden]) .t-points > li:not([hidden]) h3").count()


# --- list and map -----------------------------------------------------------------------------------------------------


def test_every_municipality_is_a_bubble_with_the_number_that_the_list_has(visit: Visit) -> None:
    page = drawn(visit())
    expect(page.locator(".t-bubble.leaflet-marker-icon")).to_have_count(TOWNS)
    numbers = page.locator(".t-bubble.leaflet-marker-icon b").all_inner_texts()
    assert sum(map(int, numbers)) == shown_points(page)
    names = page.locator("[data-town]:not([data-town='']) h2").evaluate_all(NAMES)
    for name in names:
        expect(bubble(page, name)).to_have_count(1)


def test_a_choice_narrows_list_and_map_alike_and_the_address_keeps_it(visit: Visit) -> None:
    visitor = visit()
    page = drawn(visitor)
    every = shown_points(page)
    page.get_by_label("Miten asioit").select_option("ryhma")
    expect(page.locator("[data-map] [role=status]")).to_contain_text("palvelupiste")
    assert "kanava=ryhma" in visitor.page.url and 0 < shown_points(page) < every
    numbers = page.locator(".t-bubble.leaflet-marker-icon b").all_inner_texts()
    assert sum(map(int, numbers)) == shown_points(page)
    found = shown_points(page)
    page.reload()
    page.locator("[data-map][data-ready]").wait_for()
    assert shown_points(page) == found
    page.go_back()
    expect(page.get_by_label("Miten asioit")).to_have_value("")


def test_whom_a_service_serves_is_told_in_words_and_on_the_map(visit: Visit) -> None:
    page = drawn(visit(), MAP + FOLLOWED)
    expect(page.locator("[data-map] [role=status]")).to_contain_text("palvelee: Kemijärvi, Pelkosenniemi, Posio, Salla")
    assert page.locator(".t-bubble.is-served.leaflet-marker-icon").count() == 6
    assert page.locator(".t-bubble.is-unserved.leaflet-marker-icon").count() == TOWNS - 6
    expect(bubble(page, "Salla")).to_contain_text("palvelee tätä kuntaa")


def test_a_bubble_narrows_the_list_to_its_municipality_and_back(visit: Visit) -> None:
    page = drawn(visit())
    bubble(page, "Rovaniemi").click()
    page.get_by_role("button", name="Rajaa kuntaan: Rovaniemi").click()
    expect(page.locator(".t-town:not([hidden]) h2").first).to_contain_text("Rovaniemi")
    expect(page.get_by_label("Kunta")).to_have_value("rovaniemi")
    expect(page.locator("[data-map] [role=status]")).to_be_focused()
    page.get_by_role("button", name="Poista rajaukset").click()
    expect(page.get_by_label("Kunta")).to_have_value("")


def test_on_a_phone_the_map_comes_whole_onto_the_screen_also_when_it_is_turned(visit: Visit) -> None:
    page = visit(390, has_touch=True).go(MAP)
    page.get_by_role("button", name="Kartta", exact=True).tap()
    expect(page.locator("[data-map-box]")).to_be_in_viewport(ratio=1)
    expect(page.locator(".leaflet-marker-icon").first).to_be_visible()
    page.set_viewport_size({"width": 844, "height": 390})
    page.locator(".t-views").evaluate("each => each.scrollIntoView()")
    for where in (page.locator("[data-map-box]"), bubble(page, "Utsjoki"), bubble(page, "Ranua")):
        expect(where).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1280, 390])
def test_by_keyboard_a_popup_takes_the_focus_and_escape_gives_it_back(visit: Visit, width: int) -> None:
    page = drawn(visit(width))
    bubble(page, "Inari").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".t-popup__in")).to_be_focused()
    expect(page.get_by_role("dialog", name="Inari")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".t-popup__in")).to_have_count(0)
    expect(bubble(page, "Inari")).to_be_focused()


def test_the_list_shows_a_municipality_on_the_map_and_gets_the_focus_back(visit: Visit) -> None:
    page = drawn(visit())
    show = page.locator("#kemi [data-show]")
    show.click()
    expect(page.get_by_role("dialog", name="Kemi")).to_be_visible()
    page.keyboard.press("Escape")
    expect(show).to_be_focused()


def test_a_walk_through_the_map_has_few_stops(visit: Visit) -> None:
    page = drawn(visit())
    stops = page.locator(".t-netmap").evaluate(STOPS)
    assert TOWNS < stops <= TOWNS + 5
    order = page.locator(".t-bubble.leaflet-marker-icon span").all_inner_texts()
    assert order[0] == "Utsjoki" and order.index("Inari") < order.index("Rovaniemi") < order.index("Kemi")


def test_zoom_buttons_are_large_enough_for_a_finger_and_speak_the_language_of_the_page(visit: Visit) -> None:
    page = drawn(visit(390))
    for name in ("Lähennä", "Loitonna"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box and box["width"] >= 44 and box["height"] >= 44


# --- the whole country ------------------------------------------------------------------------------------------------


def test_the_map_of_the_country_leads_to_a_region_with_what_was_chosen(visit: Visit) -> None:
    visitor = visit()
    page = drawn(visitor, "kartta/?kanava=ryhma")
    expect(page.locator(".t-bubble.leaflet-marker-icon")).to_have_count(15)
    cell = page.locator("[data-region-row=lappi] td").first
    bubble(page, "Lappi").click()
    page.get_by_role("link", name="Avaa alueen kartta").click()
    page.locator("[data-map=lappi][data-ready]").wait_for()
    assert visitor.page.url.endswith("lappi/kartta/?kanava=ryhma")
    count = shown_points(page)
    page.go_back()
    expect(cell).to_have_text(str(count))


CENTRES = "kartta/?alueet=elinvoimakeskukset"


def by_centre(page: Page) -> Any:
    return page.get_by_role("radio", name="Elinvoimakeskukset")


def centre_counts(page: Page) -> dict[str, str]:
    """Elinvoimakeskus → number of its points, as the table has them."""
    rows = page.locator("[data-centre-row$=elinvoimakeskus]")
    return dict(rows.evaluate_all("all => all.map(row => [row.dataset.centreRow, row.cells[1].textContent])"))


def of_regions(page: Page) -> int:
    cells = page.locator("[data-region-row] td:nth-child(2)").all_text_contents()
    return sum(int(cell) for cell in cells if cell != "–")


def test_the_country_is_grouped_by_centre_on_the_map_and_in_the_table_and_back_undoes_it(visit: Visit) -> None:
    visitor = visit()
    page = drawn(visitor, "kartta/")
    bubbles, lands = page.locator(".t-bubble.leaflet-marker-icon"), page.locator("path.is-region")
    expect(lands).to_have_count(15)
    by_centre(page).check()
    expect(bubbles).to_have_count(10)
    expect(lands).to_have_count(10)
    expect(page.get_by_role("heading", name="Palvelupisteet elinvoimakeskuksittain")).to_be_visible()
    assert visitor.address == CENTRES
    counts = centre_counts(page)
    assert sum(map(int, counts.values())) == of_regions(page) > 0
    shown = bubbles.locator("b").all_inner_texts()
    assert sorted(map(int, shown)) == sorted(int(count) for count in counts.values() if count != "0")
    page.go_back()
    expect(bubbles).to_have_count(15)
    expect(lands).to_have_count(15)
    expect(page.get_by_role("heading", name="Palvelupisteet alueittain")).to_be_visible()


def test_what_is_chosen_narrows_centres_too_and_the_address_keeps_both(visit: Visit) -> None:
    visitor = visit()
    page = drawn(visitor, CENTRES)
    every = sum(map(int, centre_counts(page).values()))
    page.get_by_label("Miten asioit").select_option("ryhma")
    page.wait_for_url("**/kartta/?kanava=ryhma&alueet=elinvoimakeskukset")
    expect(page.locator("[data-map] > .t-status")).to_contain_text("palvelupiste")
    narrowed = centre_counts(page)
    assert 0 < sum(map(int, narrowed.values())) == of_regions(page) < every
    page.reload()
    expect(page.locator("[data-centre-row=lapin-elinvoimakeskus] td").first).to_have_text(
        narrowed["lapin-elinvoimakeskus"]
    )
    expect(by_centre(page)).to_be_checked()
    page.get_by_role("button", name="Poista rajaukset").click()
    page.wait_for_url(f"**/{CENTRES}")
    expect(by_centre(page)).to_be_checked()
    assert sum(map(int, centre_counts(page).values())) == every


@pytest.mark.parametrize("width", [1280, 390])
def test_by_keyboard_a_centre_tells_its_sections_and_leads_to_their_maps(visit: Visit, width: int) -> None:
    visitor = visit(width)
    page = drawn(visitor, CENTRES + "&kanava=ryhma")
    expect(page.locator(".t-bubble.leaflet-marker-icon")).to_have_count(10)
    assert 10 < page.locator(".t-netmap").evaluate(STOPS) <= 10 + 5
    centre = bubble(page, "Sisä-Suomen elinvoimakeskus")
    centre.focus()
    page.keyboard.press("Enter")
    popup = page.get_by_role("dialog", name="Sisä-Suomen elinvoimakeskus")
    expect(popup.get_by_role("link")).to_have_text(["Häme (Kanta-Häme)", "Pirkanmaa"])
    page.keyboard.press("Escape")
    expect(centre).to_be_focused()
    page.keyboard.press("Enter")
    popup.get_by_role("link", name="Häme (Kanta-Häme)").press("Enter")
    page.wait_for_url("**/hame/kartta/?kanava=ryhma")


def test_the_land_of_a_centre_is_one_shape_that_opens_its_bubble(visit: Visit) -> None:
    page = drawn(visit(), CENTRES)
    page.locator("path.is-kaakkois-suomen-elinvoimakeskus").dispatch_event("click")
    expect(page.get_by_role("dialog", name="Kaakkois-Suomen elinvoimakeskus")).to_be_visible()


# --- without scripts, on paper, for everybody -------------------------------------------------------------------------


def test_without_scripts_the_list_tells_everything(visit: Visit, whole_site: Site) -> None:
    page = visit(390, java_script_enabled=False).go(MAP)
    assert shown_points(page) == len(whole_site.trees[MAP].css(".t-points > li h3"))
    assert not page.locator(".t-netmap, form.t-mapform, .t-views").first.is_visible()
    assert page.locator("[data-service]").first.is_visible()
    country = visit(390, java_script_enabled=False).go("kartta/")
    assert country.locator(".t-map a").count() == 15


def test_paper_holds_the_list(visit: Visit) -> None:
    page = drawn(visit())
    page.emulate_media(media="print")
    assert page.locator(".t-town").first.is_visible()
    assert not page.locator(".t-netmap").is_visible() and not page.locator(".t-mapform").is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
@pytest.mark.parametrize("address", [MAP, MAP + FOLLOWED, "kartta/", CENTRES])
def test_axe_finds_nothing_on_a_map_with_its_popup_open(visit: Visit, address: str, width: int, scheme: str) -> None:
    page = drawn(visit(width, color_scheme=scheme), address)
    assert axe(page) == []
    page.locator(".t-bubble.leaflet-marker-icon").first.press("Enter")
    expect(page.locator(".t-popup__in")).to_be_focused()
    assert axe(page) == []


def test_on_a_phone_nothing_is_wider_than_the_screen(visit: Visit) -> None:
    page = drawn(visit(390))
    assert page.evaluate("document.documentElement.scrollWidth") == 390


# --- what an installation may add -------------------------------------------------------------------------------------


def test_official_boundaries_turn_municipalities_into_areas(visit: Visit, official_home: str) -> None:
    page = drawn(visit(at=official_home))
    expect(page.locator("path.t-area")).to_have_count(TOWNS)
    assert page.locator("path.t-area.is-c1").count() == 7  # municipalities of Länsi-Lappi
    drawn(visit(at=official_home), MAP + FOLLOWED)
    page.goto(official_home + MAP + FOLLOWED)
    expect(page.locator("path.t-area.is-served")).to_have_count(6)


def test_streets_come_only_after_a_press_and_go_with_another(browser: Browser, official_home: str) -> None:
    visitor = Visitor(browser, official_home, 1280)
    visitor.context.route(
        "https://kartta.example.org/**", lambda route: route.fulfill(body=b"", content_type="image/png")
    )
    page = drawn(visitor)
    expect(page.get_by_text("Karttakuvat haetaan palvelusta Esimerkkikartta.")).to_be_visible()
    assert visitor.asked_of_others == []
    page.get_by_role("button", name="Näytä katukartta").click()
    expect(page.get_by_role("button", name="Piilota katukartta")).to_be_visible()
    expect(page.locator(".leaflet-tile").first).to_be_attached()
    assert visitor.asked_of_others and all(
        url.startswith("https://kartta.example.org/") for url in visitor.asked_of_others
    )
    page.get_by_role("button", name="Piilota katukartta").click()
    expect(page.locator(".leaflet-tile")).to_have_count(0)
    page.get_by_label("Kunta").select_option("kemi")
    page.get_by_role("button", name="Näytä katukartta").click()
    places = page.locator(".t-point.leaflet-marker-icon")
    expect(places).to_have_count(page.locator("#kemi li[data-at]").count())
    places.first.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(places.first).to_be_focused()
    visitor.context.close()
