"""Areas grouped by ELY areas or by their successors, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import Visit

pytestmark = pytest.mark.browser


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
