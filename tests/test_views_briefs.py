"""Services told in brief in another language: what is written in it, and what is in Finnish says so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from markupsafe import Markup, escape

from tno.content import Folders
from tno.model.localised import Foreign, is_told_in, localised, localised_network, said_in
from tno.records import Service
from tno.settings import Settings
from tno.views.briefs import Brief, briefs_page, serving
from tno.views.listing import NO_NOTES, Notes
from tno.views.scene import Scene
from trees import DAY, ROOT, load_tree

NEWCOMERS = "maahan-muuttaneet"


@cache
def scene() -> Scene:
    """The project's own example content, as one reads it in English."""
    finnish = Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())
    return Scene(localised_network(finnish.network, "en"), DAY, Settings(), "en", finnish)


def brief(service: str) -> Brief:
    def no_rows(services: Sequence[Service], notes: Notes = NO_NOTES, with_ways: bool = False) -> Markup:
        return Markup("")

    page = briefs_page(scene(), scene().network.regions["lappi"], no_rows)
    return next(each for each in page.briefs if each.id == service)


def test_what_is_written_in_the_language_is_told_with_how_one_begins() -> None:
    told = brief("suomea-iltaisin-verkossa")
    assert told.name == "Finnish in the evenings online" and not told.is_finnish
    assert told.lead.startswith("Practise the Finnish") and told.summary == ""
    assert told.first.startswith("Send a text message.") and "There are fewer than ten people" in told.prose


def test_what_is_in_finnish_is_marked_and_how_one_begins_is_left_out() -> None:
    told = brief("omaan-kotiin")
    assert told.is_finnish and isinstance(told.summary, Foreign)
    assert (told.lead, told.first, told.prose) == ("", "", "")


def test_what_one_must_know_of_a_channel_says_that_it_is_in_finnish() -> None:
    lines = [escape(line) for channel in brief("omaan-kotiin").channels for line in channel.lines]
    assert any(line.startswith('In Finnish: <span lang="fi">Kirjoita vuokra ja tulot') for line in lines)


def test_a_text_of_the_language_says_nothing_of_it() -> None:
    assert escape(said_in("Call & ask", "In Finnish: ")) == "Call &amp; ask"
    assert escape(said_in(Foreign("Soita & kysy", "fi"), "In Finnish: ")) == (
        'In Finnish: <span lang="fi">Soita &amp; kysy</span>'
    )


def test_what_is_first_for_newcomers_and_serves_in_english_is_told_in_english() -> None:
    for services in serving(scene().facts, "en").values():
        for service in services:
            if service.target_groups[0] == NEWCOMERS:
                told = localised(service, "en")
                assert is_told_in(service, "en") and told.how_to_start and told.summary, service.key
                texts = (told.name, told.summary, told.how_to_start)
                assert not any(isinstance(text, Foreign) for text in texts), service.key
