"""Pages on narrow screens, in light and in dark."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import Page

from browsing import Visit
from example_pages import KINDS, SERVICE

pytestmark = pytest.mark.browser

LONGEST = ("kansallinen/toimijat/ohjauslinja-kaukovalo/", "lappi/toimijat/kaamostuulen-ammattikorkeakoulu/")
"""Pages with the longest words and addresses, where a narrow screen would grow sideways first."""
NAMES_ON_MAP = """() => {
  const lines = [...document.querySelectorAll(".t-map tspan")];
  const size = line => parseFloat(getComputedStyle(line).fontSize) * line.ownerSVGElement.getScreenCTM().a;
  const box = line => {
    const {left, right, top, bottom} = line.getBoundingClientRect();
    return {left, right, top, bottom, text: line.textContent};
  };
  return [lines.map(size), lines.map(box)];
}"""
GROUND = {"light": "rgb(253, 252, 250)", "dark": "rgb(20, 23, 27)"}
"""Scheme → the colour of the page's ground."""


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
