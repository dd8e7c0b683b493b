"""What search engines are told: which pages there are, and which are not for them."""

from __future__ import annotations

import urllib.robotparser
import xml.etree.ElementTree as ElementTree

import pytest

from tno.exports.for_robots import robots, sitemap

SITE = "https://portaali.example.org/osa/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def may_read(text: str, address: str) -> bool:
    parser = urllib.robotparser.RobotFileParser()
    parser.parse(text.splitlines())
    return parser.can_fetch("*", address)


def test_a_sitemap_has_each_address_with_its_day() -> None:
    root = ElementTree.fromstring(sitemap(SITE, [("", "2026-11-21"), ("kunnat/kemi/", "2026-10-01")]))
    rows = [(url.findtext("s:loc", "", NAMES), url.findtext("s:lastmod", "", NAMES)) for url in root]
    assert rows == [(SITE, "2026-11-21"), (f"{SITE}kunnat/kemi/", "2026-10-01")]


def test_an_empty_sitemap_is_a_sitemap() -> None:
    assert len(ElementTree.fromstring(sitemap(SITE, []))) == 0


def test_addresses_in_a_sitemap_are_escaped() -> None:
    root = ElementTree.fromstring(sitemap("https://example.org/?a&b=", [("<x>/", "2026-11-21")]))
    assert root.findtext("s:url/s:loc", "", NAMES) == "https://example.org/?a&b=<x>/"


@pytest.mark.parametrize(
    ("site", "shut", "open_"),
    [
        ("https://example.org/", "https://example.org/lappi/palvelut/", "https://example.org/kainuu/"),
        (SITE, f"{SITE}lappi/", f"{SITE}kansallinen/"),
    ],
)
def test_invented_regions_are_shut_and_the_rest_is_open(site: str, shut: str, open_: str) -> None:
    text = robots(site, ["lappi"], everything_hidden=False)
    assert not may_read(text, shut) and may_read(text, open_) and may_read(text, site)
    assert f"Sitemap: {site}sitemap.xml\n" in text


def test_a_site_without_invented_content_is_open() -> None:
    assert may_read(robots(SITE, [], everything_hidden=False), f"{SITE}lappi/")


def test_the_members_edition_is_shut_as_a_whole() -> None:
    text = robots(SITE, [], everything_hidden=True)
    assert not may_read(text, SITE) and "Sitemap" not in text


def test_without_a_known_address_no_sitemap_is_named() -> None:
    assert robots("", ["lappi"], everything_hidden=False) == "User-agent: *\nDisallow: /lappi/\n"
