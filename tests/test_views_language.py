"""Pages in another language: what the program says is in it, what editors have written stays as they wrote it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from markupsafe import Markup

from tno.coverage import Coverage
from tno.findability import Findability
from tno.page import Page
from tno.pages import pages
from tno.record_pages import RECORD_TEMPLATES
from tno.render import Renderer
from tno.settings import Settings
from tno.sources import Sources
from tno.views.home import region_page
from tno.views.municipality import MunicipalityPage, municipality_page
from tno.views.scene import Scene
from tno.words import words
from trees import DAY, folders_of, load_tree

OVERRIDES = Path(__file__).parent.parent / "overrides"
OTHERS = ("sv", "en")
NOT_ASKED = Findability(frozenset(), lambda: None, {}, dict, DAY)
SHOWN = re.compile(r'>([^<]+)<|(?:aria-label|placeholder|data-\w+)="([^"]+)"')
CONTENT = {"Koko Suomi"}
"""Texts of the tree that are the same as an interface word: the national section's own name."""


@cache
def scene_in(language: str) -> Scene:
    return Scene(load_tree(folders_of("kaikki")).network.on(DAY), DAY, Settings(), language)


def bodies(language: str) -> dict[str, str]:
    """Address → body of every page, of municipalities only the first and those of Åland."""
    scene = scene_in(language)
    renderer = Renderer(OVERRIDES, scene)
    sources = Sources.of(scene, load_tree(folders_of("kaikki")).places, NOT_ASKED, Coverage(scene, dict))
    sections, records = pages(scene, renderer.book.rows, sources)
    return {page.address: renderer.whole_body(page) for page in (*sections, *records) if _is_read(page)}


def test_pages_of_records_are_known_by_their_templates() -> None:
    """The search asks the templates: ten thousand records need not be looked at for it."""
    scene = scene_in("fi")
    sources = Sources.of(scene, load_tree(folders_of("kaikki")).places, NOT_ASKED, Coverage(scene, dict))
    every = [page for part in pages(scene, Renderer(OVERRIDES, scene).book.rows, sources) for page in part]
    assert {bool(page.record) for page in every} == {True, False}
    assert [page.address for page in every if bool(page.record) != (page.template in RECORD_TEMPLATES)] == []


def _is_read(page: Page) -> bool:
    return page.room != "kunnat" or page.address in {"kunnat/", "kunnat/rovaniemi/", "kunnat/maarianhamina/"}


@pytest.mark.parametrize("language", OTHERS)
def test_no_interface_word_is_left_in_finnish(language: str) -> None:
    finnish, own = words("fi"), words(language)
    gone = {text for name, text in finnish.items() if text != own[name] and text not in own.values()} - CONTENT
    left = {
        (address, text.strip())
        for address, body in bodies(language).items()
        for found in SHOWN.findall(body)
        for text in found
        if text.strip() in gone
    }
    assert left == set()


def page_of(slug: str, language: str) -> MunicipalityPage:
    """The page of a municipality, services left out."""
    scene = scene_in(language)
    municipality = scene.network.country.by_slug[slug]
    return municipality_page(scene, municipality, lambda services, *_: Markup())


@pytest.mark.parametrize(
    ("slug", "language", "name", "names"),
    [
        ("turku", "fi", "Turku", (("sv", "Åbo"),)),
        ("turku", "sv", "Åbo", (("fi", "Turku"),)),
        ("turku", "en", "Turku", (("sv", "Åbo"),)),
        ("utsjoki", "sv", "Utsjoki", (("se", "Ohcejohka"),)),
    ],
)
def test_a_municipality_has_the_name_of_the_language_and_its_other_names_beside(
    slug: str, language: str, name: str, names: tuple[tuple[str, str], ...]
) -> None:
    page = page_of(slug, language)
    assert (page.name, page.names) == (name, names)


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("fi", {"Maakunta": ["Lappi"], "Hyvinvointialue": ["Lapin hyvinvointialue"]}),
        ("sv", {"Landskap": ["Lappland"], "Välfärdsområde": ["Lapplands välfärdsområde"]}),
        ("sv", {"Statens regionförvaltning": ["Lapplands livskraftscentral"]}),
        (
            "en",
            {
                "Region (maakunta)": ["Lapland"],
                "State regional administration": ["Lapland Economic Development Centre"],
            },
        ),
    ],
)
def test_areas_and_authorities_have_the_names_of_the_language(language: str, facts: dict[str, list[str]]) -> None:
    told = {term: [link.label for link in links] for term, links in page_of("rovaniemi", language).facts}
    assert {term: told[term] for term in facts} == facts


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fi", "Lapin ELY-keskus toimi 31.12.2025 asti."),
        ("sv", "NTM-centralen i Lappland fanns till 31.12.2025."),
        ("en", "Lapland ELY Centre operated until 31 December 2025."),
    ],
)
def test_a_front_page_tells_in_its_language_which_authority_was_before(language: str, sentence: str) -> None:
    scene = scene_in(language)
    assert region_page(scene, scene.network.regions["lappi"]).authorities[-1] == sentence
