"""A site under a sub-path: every address leads somewhere."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from browsing import SUB_PATH, Visit, Visitor
from example_pages import SERVICE
from site_building import Site
from trees import ROOT

pytestmark = pytest.mark.browser


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
    root, pages = urlsplit(site.url), {address: site.pages[address] for address in site.trees}
    assert root.path == SUB_PATH
    wanted = {
        (f"/{page}", urljoin(site.url + page, (element.attributes[name] or "").strip()))
        for page, html in {**pages, "ei/ole/tallaista/sivua/": site.text("404.html")}.items()
        for tree in [HTMLParser(html)]  # not kept: one page at a time
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
        assert any("schibsted grotesk" in family.lower() for family in loaded), address


def test_what_the_search_finds_can_be_opened(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go("haku/?q=neuvonta")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    found = page.locator("[data-search-results] .t-card__name a").evaluate_all("links => links.map(link => link.href)")
    assert found and all(link.startswith(visitor.home) for link in found)
    assert [link for link in found if visitor.context.request.get(link).status != 200] == []
