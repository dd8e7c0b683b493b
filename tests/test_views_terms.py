"""Topics and life situations: headings, whom to call first, whom each service serves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from markupsafe import Markup

from tno.content import Folders
from tno.model.localised import localised_network
from tno.model.network import NATIONAL
from tno.records import Service
from tno.settings import Settings
from tno.views.contact import WELLBEING, general_lines
from tno.views.listing import NO_NOTES, ListPage, Notes
from tno.views.scene import Scene
from tno.views.terms import term_page, terms_page
from tno.views.themes import THEMES
from trees import DAY, ROOT, load_tree


@cache
def scene(language: str = "fi") -> Scene:
    """The project's own example content."""
    if language != "fi":
        finnish = scene()
        return Scene(localised_network(finnish.network, language), DAY, Settings(), language, finnish)
    return Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())


def page(term: str, vocabulary: str = "life_situation", language: str = "fi") -> ListPage:
    def rows(services: Sequence[Service], notes: Notes = NO_NOTES, with_ways: bool = False) -> Markup:
        return Markup("".join(f"{each.key} " for each in services))

    return term_page(scene(language), vocabulary, term, rows)


@pytest.mark.parametrize(("vocabulary", "room"), [("life_situation", "elamantilanteet"), ("service_topic", "aiheet")])
def test_every_situation_and_topic_stands_under_a_heading(vocabulary: str, room: str) -> None:
    terms = scene().network.vocabularies[vocabulary]
    assert {term.codes.get("theme") for term in terms} == set(THEMES[vocabulary])
    groups = terms_page(scene(), vocabulary, room).groups
    assert [group.anchor for group in groups] == list(THEMES[vocabulary])
    assert all(group.heading and group.links for group in groups)


def test_whoever_is_called_serves_the_whole_country() -> None:
    network = scene().network
    for term in scene().terms_with_pages["life_situation"]:
        for key in str(page(term).calling).split():
            assert len(network.covered_by(network.all_of(Service)[key])) > 200, (term, key)


def test_the_whole_country_comes_first_and_holds_only_what_serves_all_of_it() -> None:
    network = scene().network
    for term in scene().terms_with_pages["life_situation"]:
        groups = page(term).groups
        national = [group for group in groups if group.anchor == NATIONAL]
        assert national == list(groups[: len(national)]), term
        for key in "".join(str(group.rows) for group in national).split():
            assert len(network.covered_by(network.all_of(Service)[key])) > 200, (term, key)


def services(keys: object) -> list[Service]:
    every = scene().network.all_of(Service)
    return [every[key] for key in str(keys).split()]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_who_helps_with_a_matter_stands_before_who_helps_those_in_trouble(language: str) -> None:
    told = page("yrittajyys", "service_topic", language)
    in_trouble = [each.life_situations[:1] == ("talousvaikeudet",) for each in services(told.calling)]
    assert any(in_trouble) and in_trouble == sorted(in_trouble)
    for group in told.groups:
        rows = [each for each in services(group.rows) if language == "fi" or language in each.languages]
        in_trouble = [each.life_situations[:1] == ("talousvaikeudet",) for each in rows]
        assert in_trouble == sorted(in_trouble), group.heading


def test_lines_for_danger_and_wellbeing_stand_after_who_helps_with_another_matter() -> None:
    lines = general_lines(scene())
    for term in scene().terms_with_pages["life_situation"]:
        about = [each for each in services(page(term).calling) if each not in lines]
        are_aside = [WELLBEING.issuperset(each.topics) for each in about]
        assert are_aside == sorted(are_aside), term
