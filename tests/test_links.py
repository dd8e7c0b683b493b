"""Links of rendered pages: found wherever a page leads, read as a browser reads them, and none may lead nowhere."""

from __future__ import annotations

from html import escape
from urllib.parse import urldefrag, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tno.links import DeadLink, anchors_in, dead_links, links_in

PAGE = "lappi/palvelut/ohjaamo/"


def links(*written: str, page: str = PAGE) -> list[str]:
    return list(links_in("".join(f'<a href="{each}">x</a>' for each in written), page))


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("../../../kunnat/kemi/", "kunnat/kemi/"),
        ("../../../", ""),
        ("../../../#alueet", "#alueet"),
        ("../", "lappi/palvelut/"),
        ("..", "lappi/palvelut/"),
        ("./", PAGE),
        (".", PAGE),
        ("", PAGE),
        ("#alku", f"{PAGE}#alku"),
        ("../toinen/#alku", "lappi/palvelut/toinen/#alku"),
        ("../../../haku/?q=työ&amp;kunta=kemi", "haku/"),
        ("../../../haku/?q=a#tulokset", "haku/#tulokset"),
        ("../../../assets/a.css", "assets/a.css"),
        ("/kunnat/", "kunnat/"),
        ("../../../../../kunnat/", "kunnat/"),
        ("../../../kunnat/../haku/", "haku/"),
    ],
)
def test_a_link_is_read_from_the_page_it_stands_on(written: str, target: str) -> None:
    assert links(written) == [target]


def test_the_front_page_leads_from_the_root() -> None:
    assert links("kunnat/", "./", "#alueet", page="") == ["kunnat/", "", "#alueet"]


@pytest.mark.parametrize(
    "written", ["https://example.org/", "http://a", "mailto:a@b", "tel:112", "sms:1", "//a/b", "HTTPS://A"]
)
def test_links_away_from_the_site_are_left_out(written: str) -> None:
    assert links(written) == []


def test_each_link_comes_once_and_in_order() -> None:
    html = '<a href="b/">1</a><img src="c.png"><a href="b/">2</a><form action="d/"><ul data-index="e.json">'
    assert links_in(html, "") == ("b/", "c.png", "d/", "e.json")


def test_fragments_of_a_page_are_its_ids() -> None:
    assert anchors_in('<h2 id="yksi">a</h2><p data-id="ei"><li id="2026-12-24">') == ("yksi", "2026-12-24")


def test_dead_links_are_told_in_order_of_pages() -> None:
    pages = {"b/": ["a/", "a/#on", "a/#ei", "c/"], "a/": ["b/", "tiedosto.css"]}
    there = {("a/", ""), ("a/", "on"), ("b/", ""), ("tiedosto.css", "")}
    found = dead_links(pages, lambda address, fragment: (address, fragment) in there)
    assert list(found) == [DeadLink("b/", "a/#ei"), DeadLink("b/", "c/")]


STEPS = st.sampled_from(["..", ".", "kunnat", "lappi", "ohjaamo", "", "a&b", "äö"])
ADDRESSES = st.lists(st.sampled_from(["lappi", "palvelut", "ä", "x-1"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(ADDRESSES, st.lists(STEPS, min_size=1, max_size=6), st.sampled_from(["", "#a", "?q=1", "?q=1#a"]), st.booleans())
def test_links_are_read_as_browsers_read_them(address: str, steps: list[str], tail: str, slash: bool) -> None:
    """`urljoin` is the referee: RFC 3986, 5.2."""
    written = "/".join(steps) + ("/" if slash else "") + tail
    if written.startswith("//"):
        return
    absolute, fragment = urldefrag(urljoin(f"https://a.example/{address}", written))
    path = absolute.removeprefix("https://a.example/").partition("?")[0]
    while "//" in path or path.startswith("/"):
        path = path.replace("//", "/").removeprefix("/")
    [found] = links(escape(written), page=address)
    assert found == path + (f"#{fragment}" if fragment or written.endswith("#") else "")
