"""The frame of every page, rendered as the site generator does it: slots stay whole, the theme's files stay out."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace as Simple
from typing import Any

import jinja2
import material
import pytest
from mkdocs.structure.toc import get_toc
from mkdocs.utils import templates as mkdocs_templates
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tno.views.mark import GRID, NATIONAL
from tno.words import words

OVERRIDES = Path(__file__).parent.parent / "overrides"
THEME = Path(material.__file__).parent / "templates"
STATIC = Path(__file__).parent.parent / "docs"

SLOTS = (
    "title",
    "description",
    "canonical",
    "alternates",
    "robots",
    "json_ld",
    "edit_url",
    "languages",
    "edition_note",
    "built",
)


def slot(name: str) -> str:
    return f"\ue000{name}\ue001"


def frame(region: str = "lappi", **fields: Any) -> Simple:
    """A frame whose ready strings are marks, as in a shell."""
    home = "" if region == NATIONAL else f"{region}/"
    rooms = [
        Simple(label="Palvelut", address=f"{home}palvelut/", current=slot("room-1")),
        Simple(label="Tapahtumat", address=f"{home}tapahtumat/", current=slot("room-2")),
        Simple(label="Verkosto", address=f"{home}verkosto/", current=""),
        Simple(label="Sopimukset", address=f"{home}sopimukset/", current=""),
        Simple(label="Kunnat", address="kunnat/", current=""),
    ]
    values: dict[str, Any] = {
        **{name: slot(name) for name in SLOTS},
        "language": "fi",
        "region": region,
        "region_name": "Lappi",
        "region_home": home,
        "rooms": rooms,
        "areas": [Simple(id=mark.region, name=mark.region.title(), address=f"{mark.region}/") for mark in GRID],
        "footer": [
            ("Asioi", [("Hae palveluista", "haku/"), ("Kaikki palvelut", "palvelut/"), ("Tapahtumat", "tapahtumat/")]),
            ("Verkosto", [("Toimijat", f"{home}toimijat/"), ("Muokkaajan ohjeet", "ohjeet/")]),
            ("Tietoa", [("Tietoa sivustosta", "tietoa/"), ("Saavutettavuus", "saavutettavuus/"), ("Hätä", "hata/")]),
        ],
        "answering": "lappi/kuka-vastaa-nyt/",
        "crisis": "hata/",
        "mistakes": f"{region}/yhteys/#virhe",
        "example": False,
        "hero": False,
        "styles": (),
        "scripts": (),
    }
    return Simple(**{**values, **fields})


def page(own: Simple | None, content: str = slot("body"), **fields: Any) -> Simple:
    """A page as MkDocs hands it to the theme, three folders deep."""
    values: dict[str, Any] = {
        "meta": {"frame": own} if own else {},
        "title": "Ohjeet",
        "content": content,
        "url": "lappi/palvelut/ohjaamo/",
        "canonical_url": "https://example.org/ohjeet/",
        "edit_url": None,
        "parent": None,
        "is_homepage": False,
        "is_page": True,
        "toc": get_toc([]),
    }
    return Simple(**{**values, **fields})


def render(own_page: Simple | None, template: str = "main.html", language: str = "fi") -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([OVERRIDES, THEME]), trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["url"] = mkdocs_templates.url_filter
    environment.filters["script_tag"] = mkdocs_templates.script_tag_filter
    environment.globals["w"] = words("fi")
    environment.globals["other_words"] = {"sv": words("sv")}
    environment.globals["default_frame"] = frame(
        NATIONAL, robots="", edit_url="", title="", built="Tiedot koottu 21.11.2026"
    )
    theme = Simple(language=language, font=False, palette=None, features=[], direction=None)
    named = {"site_name": "TNO-palvelut", "site_description": "Kuvaus"}
    config = Simple(theme=theme, extra=Simple(), extra_css=[], extra_javascript=[], plugins={}, **named)
    return environment.get_template(template).render(
        page=own_page,
        config=config,
        base_url="../../.." if own_page else "/alikansio",
        mkdocs_version="1.6.1",
        nav=None,
    )


@pytest.fixture(scope="module")
def record_page() -> str:
    return render(page(frame()))


def test_every_slot_comes_out_as_it_went_in(record_page: str) -> None:
    found = re.findall("\ue000([a-z0-9_-]+)\ue001", record_page)
    assert set(found) == {*SLOTS, "body", "room-1", "room-2"}
    assert found.count("title") == found.count("description") == 2, "for the page, and for those who share it"
    assert all(found.count(name) == 1 for name in {*SLOTS, "body"} - {"title", "description"})
    assert found.count("room-1") == found.count("room-2") == 2


def test_an_empty_record_page_is_light(record_page: str) -> None:
    assert len(record_page.encode()) <= 12_000


def test_header_and_footer_together_are_light(record_page: str) -> None:
    parsed = HTMLParser(record_page)
    parts = [parsed.css_first(name).html or "" for name in ("header.t-header", "footer.t-footer")]  # type: ignore[union-attr]
    assert sum(len(part.encode()) for part in parts) <= 7_000


def test_help_in_danger_is_one_press_away_and_behind_no_menu(record_page: str) -> None:
    [link] = HTMLParser(record_page).css('header.t-header a[href$="/hata/"]')
    menu = HTMLParser(record_page).css_first("header.t-header details")
    assert link.text() == words("fi").footer_crisis
    assert menu is not None and menu.css('a[href$="/hata/"]') == []


def test_every_page_leads_to_where_mistakes_are_told(record_page: str) -> None:
    [link] = HTMLParser(record_page).css("footer .t-footer__end a")
    assert link.attributes["href"] == "../../yhteys/#virhe"


def test_a_page_has_icons_for_browsers_and_phones_that_draw_no_svg(record_page: str) -> None:
    parsed = HTMLParser(record_page)
    found = [node.attributes["href"] or "" for node in parsed.css("link[rel=icon], link[rel=apple-touch-icon]")]
    names = ["assets/icons/favicon.ico", "assets/marks/lappi.svg", "assets/icons/lappi.png"]
    assert [address.removeprefix("../../../") for address in found] == names
    assert all((STATIC / name).is_file() for name in names)


def test_the_themes_own_files_are_not_loaded(record_page: str) -> None:
    assert "assets/stylesheets/main." not in record_page
    assert "bundle." not in record_page
    assert "__config" not in record_page and "__md_scope" not in record_page


def loaded(html: str) -> list[str]:
    """Addresses a browser fetches while it shows the page."""
    parsed = HTMLParser(html)
    linked = parsed.css("link[rel=stylesheet], link[rel=icon], link[rel=preload]")
    sources = [node.attributes["href"] for node in linked] + [node.attributes["src"] for node in parsed.css("[src]")]
    return [source for source in sources if source]


def test_everything_loaded_is_a_file_of_the_site(record_page: str) -> None:
    addresses = loaded(record_page)
    assert len(addresses) >= 8
    for address in addresses:
        assert (STATIC / address.removeprefix("../../../")).is_file(), address


def test_style_sheets_ask_no_other_host() -> None:
    for path in (STATIC / "assets" / "stylesheets").glob("*.css"):
        outside = re.findall(r"url\((?!\"data:|\.\./fonts/)[^)]*\)|@import", path.read_text(encoding="utf-8"))
        assert outside == [], path.name


def test_files_that_only_some_pages_need_come_with_the_frame() -> None:
    html = render(page(frame(styles=["assets/stylesheets/rooms.css"], scripts=["assets/javascripts/results.js"])))
    assert html.count("rooms.css") == html.count("results.js") == 1
    assert "rooms.css" not in (bare := render(page(frame()))) and "results.js" not in bare


def test_the_title_ends_with_the_portals_name(record_page: str) -> None:
    assert HTMLParser(record_page).css_first("title").text() == f"{slot('title')} – TNO-palvelut"  # type: ignore[union-attr]


def test_addresses_are_relative_to_the_page(record_page: str) -> None:
    links = [node.attributes["href"] for node in HTMLParser(record_page).css("header a, footer a")]
    assert {"../../", "../", "../../../kunnat/", "../../../kainuu/", "../../../haku/"} <= set(links)


def test_the_page_begins_with_a_way_past_the_header(record_page: str) -> None:
    parsed = HTMLParser(record_page)
    first = parsed.css_first("header a")
    assert first is not None and first.attributes["href"] == "#sisalto"
    assert parsed.css_first("main #sisalto") is not None


def test_only_the_region_one_is_in_is_current_in_the_country() -> None:
    parsed = HTMLParser(render(page(frame())))
    assert [node.text(strip=True) for node in parsed.css(".t-grid [aria-current]")] == ["Lappi"]


def test_a_front_page_has_no_second_search() -> None:
    assert "haku-yla" not in render(page(frame(hero=True)))
    assert "haku-yla" in render(page(frame(hero=False)))


def test_invented_content_says_so_under_the_header() -> None:
    shown = HTMLParser(render(page(frame(example=True)))).css_first("header .t-example")
    assert shown is not None and "keksitty" in shown.text()
    assert "t-example" not in render(page(frame(example=False)))


def test_a_region_without_a_mark_gets_the_portals_own() -> None:
    assert "assets/marks/kansallinen.svg" in render(page(frame(region="minimal")))
    assert "assets/marks/lappi.svg" in render(page(frame(region="lappi")))


def test_a_page_written_by_hand_gets_the_same_head_and_its_own_title() -> None:
    content = '<h1 id="o">Muokkaajan ohjeet</h1><p>Teksti.</p><h2 id="a">Alku</h2>'
    parsed = HTMLParser(render(page(None, content, title="Ohjeet", url="ohjeet/", edit_url="https://example.org/x")))
    assert parsed.css_first("title").text() == "Ohjeet – TNO-palvelut"  # type: ignore[union-attr]
    assert [node.text() for node in parsed.css("h1")] == ["Muokkaajan ohjeet"]
    assert parsed.css_first(".t-head h1") is not None and parsed.css_first(".t-prose h1") is None
    assert parsed.css_first("link[rel=canonical]").attributes["href"] == "https://example.org/ohjeet/"  # type: ignore[union-attr]
    assert parsed.css("footer .t-footer__end a")[-1].attributes["href"] == "https://example.org/x"


def test_a_page_written_by_hand_without_a_heading_gets_its_title_as_one() -> None:
    parsed = HTMLParser(render(page(None, "<p>Teksti.</p>", title="Tietoa", url="tietoa/")))
    assert [node.text() for node in parsed.css("h1")] == ["Tietoa"]


def test_a_lost_visitor_gets_a_search_and_ways_on_from_any_depth() -> None:
    html = render(None, "404.html")
    parsed = HTMLParser(html)
    assert parsed.css_first("#haku-sivu") is not None
    assert parsed.css_first("meta[name=robots]").attributes["content"] == "noindex"  # type: ignore[union-attr]
    assert all(address.startswith("/alikansio/") for address in loaded(html))
    ways = [node.attributes["href"] or "" for node in parsed.css(".t-lost a")]
    assert ways == ["/alikansio/palvelut/", "/alikansio/kunnat/", "/alikansio/hata/", "/alikansio/sv/"]
    assert parsed.css_first("[lang=sv] h2").text() == words("sv").lost_heading  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["fi", "sv", "en", "se"])
def test_the_page_is_in_the_language_it_says(language: str) -> None:
    parsed = HTMLParser(render(page(frame(language=language)), language=language))
    assert parsed.css_first("html").attributes["lang"] == language  # type: ignore[union-attr]
