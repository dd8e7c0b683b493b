"""Authored prose → HTML: what editors write is shown, and nothing they write can run, fetch or mislead."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tno.model.network import Network
from tno.prose import SourceLink, render_prose, source_links
from tno.records import Page, Service
from tno.views.scene import prose_links
from trees import folders_of, load_tree


def shown(text: str) -> str:
    return str(render_prose(text, lambda target: target))


def links_of(html: str) -> list[tuple[str | None, str]]:
    return [(link.attributes["href"], link.text()) for link in HTMLParser(html).css("a")]


def test_a_text_knows_nothing_of_the_one_before() -> None:
    assert "href" in shown("[tämä]\n\n[tämä]: https://example.org/") and "href" not in shown("[tämä]")


# --- text -------------------------------------------------------------------------------------------------------------


def test_nothing_becomes_nothing() -> None:
    assert shown("") == shown("  \n ") == ""


def test_paragraphs_lists_and_tables_are_shown() -> None:
    page = HTMLParser(shown("Yksi **kaksi**.\n\n- a\n- b\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"))
    assert [page.css_first(tag).text() for tag in ("p", "strong", "li", "th", "td")] == [  # type: ignore[union-attr]
        "Yksi kaksi.",
        "kaksi",
        "a",
        "A",
        "1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="https://example.org" onclick="x()">y</a>',
        "<iframe src=//example.org></iframe>",
        "<style>*{display:none}</style>",
        "<!-- salaisuus -->",
        "teksti <b onmouseover=x>lihava</b>",
    ],
)
def test_raw_html_is_left_out(text: str) -> None:
    html = shown(text)
    page = HTMLParser(html)
    assert page.css("script, img, a, iframe, style, b") == []
    assert "alert" not in html.replace("alert(1)", "", 1) or "<script" not in html
    assert "salaisuus" not in html and "onclick" not in html


def test_what_looks_like_html_in_code_is_text() -> None:
    assert HTMLParser(shown("`<b>`")).css_first("code").text() == "<b>"  # type: ignore[union-attr]


# --- headings ---------------------------------------------------------------------------------------------------------


def headings(text: str) -> list[tuple[str, str]]:
    html = render_prose(text, lambda target: target)
    return [(node.tag or "", node.attributes["id"] or "") for node in HTMLParser(str(html)).css("h1,h2,h3,h4,h5,h6")]


def test_the_highest_heading_becomes_the_level_the_page_has_room_for() -> None:
    assert headings("# Yksi\n\n## Kaksi\n") == [("h2", "yksi"), ("h3", "kaksi")]
    assert headings("### Kolme\n\n#### Neljä\n") == [("h3", "kolme"), ("h4", "nelja")]


def test_no_heading_is_deeper_than_six() -> None:
    assert headings("# a\n\n###### b\n") == [("h2", "a"), ("h6", "b")]


def test_headings_of_the_same_name_have_fragments_of_their_own() -> None:
    assert [anchor for _, anchor in headings("# Ovi\n\n# Ovi\n\n# Ovi\n")] == ["ovi", "ovi-2", "ovi-3"]


def test_a_heading_without_letters_has_a_fragment_too() -> None:
    assert headings("## …\n") == [("h2", "kohta")]


def test_a_heading_does_not_take_the_fragment_of_the_pages_own_content() -> None:
    assert headings("## Sisältö\n") == [("h2", "sisalto-2")]


def test_emphasis_in_a_heading_is_not_in_its_fragment() -> None:
    assert headings("## Öinen *väylä*\n") == [("h2", "oinen-vayla")]


# --- links ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc"]
)
def test_a_link_that_would_run_something_is_text(target: str) -> None:
    html = shown(f"[paina]({target})")
    assert links_of(html) == [] and "paina" in html
    assert target.partition(":")[0].lower() not in html.lower()


def test_a_link_that_leads_nowhere_is_text() -> None:
    html = str(render_prose("[poissa](../services/poissa.md), [on](on.md)", {"on.md": "../on/"}.get))
    assert links_of(html) == [("../on/", "on")] and "poissa," in html


def test_links_are_asked_as_written_and_come_out_escaped() -> None:
    asked: list[str] = []
    html = render_prose('[a](https://example.org/?a=1&b="2")', lambda target: asked.append(target) or target)  # type: ignore[func-returns-value]
    assert asked == ["https://example.org/?a=1&b=%222%22"]
    assert links_of(str(html)) == [("https://example.org/?a=1&b=%222%22", "a")]


def test_an_answer_with_a_quotation_mark_stays_in_its_attribute() -> None:
    html = str(render_prose("[a](x)", lambda _: '"><script>'))
    assert links_of(html) == [('"><script>', "a")] and HTMLParser(html).css("script") == []


def test_a_title_of_a_link_stays() -> None:
    assert 'title="Ohje"' in shown('[a](https://example.org "Ohje")')


def test_addresses_written_out_become_links() -> None:
    assert [href for href, _ in links_of(shown("Katso https://example.org/a ja posti@example.org."))] == [
        "https://example.org/a",
        "mailto:posti@example.org",
    ]


@pytest.mark.parametrize("source", ["https://example.org/a.png", "//example.org/a.png", "HTTP://example.org/a.png"])
def test_a_picture_of_another_host_is_not_fetched(source: str) -> None:
    html = shown(f"Alku ![Kuva talosta]({source}) loppu")
    assert HTMLParser(html).css("img") == [] and "Alku Kuva talosta loppu" in html


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b.md) ja [c](<d e>)", ["b.md", "d"]),
        ("[a](\n  b.md)", ["b.md"]),
        ("[a][1]\n\n[1]: c.md\n", ["c.md"]),
        ("![kuva](k.png)", ["k.png"]),
        ("ei linkkiä (näin)", []),
    ],
)
def test_links_of_a_source_are_found_where_they_stand(text: str, targets: list[str]) -> None:
    found = list(source_links(text))
    assert [link.target for link in found] == targets
    assert all(text[link.offset :].startswith(link.target) for link in found)
    assert all(isinstance(link, SourceLink) for link in found)


# --- where links of records lead --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def network() -> Network:
    return load_tree(folders_of("kaikki")).network


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("turvaneuvonta.md", "../../../lappi/palvelut/turvaneuvonta/"),
        ("turvaneuvonta.md#alku", "../../../lappi/palvelut/turvaneuvonta/#alku"),
        ("../groups/lapin-elo.md", "../../../lappi/ryhmat/lapin-elo/"),
        ("../../kansallinen/services/linja.md", "../../../kansallinen/palvelut/linja/"),
        ("../plans/2027.md", "../../../lappi/elo/suunnitelmat/2027/"),
        ("/kunnat/kemi/", "../../../kunnat/kemi/"),
        ("/", "../../../"),
        ("#alku", "#alku"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+358160011", "tel:+358160011"),
        ("poissa.md", None),
        ("../places/paikat.yml", None),
        ("../../../../etc/passwd", None),
        ("../services/", None),
        ("../kuvat/turvaneuvonta.md", None),
    ],
)
def test_links_between_files_become_links_between_pages(network: Network, written: str, address: str | None) -> None:
    service = network.find(Service, "lappi/ohjaamo")
    assert service is not None
    assert prose_links(network, service)(written) == address


def test_a_page_of_another_depth_leads_by_its_own_way(network: Network) -> None:
    page = network.find(Page, "lappi/joulu")
    assert page is not None
    assert prose_links(network, page)("../services/ohjaamo.md") == "../../../lappi/palvelut/ohjaamo/"


# --- any text ---------------------------------------------------------------------------------------------------------


@given(st.text(max_size=300))
def test_no_text_makes_tags_that_markdown_has_not(text: str) -> None:
    html = shown(text)
    page = HTMLParser(f"<body>{html}")
    assert page.css("script, style, iframe, object, embed, form, base, link, meta, svg") == []
    assert not any(name.startswith("on") for node in page.css("*") for name in node.attributes)
    assert all(not re.match(r"\s*(javascript|vbscript):", href or "", re.IGNORECASE) for href, _ in links_of(html))
