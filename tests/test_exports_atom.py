"""Feeds of what is new: well formed, the newest first, the same for the same ledger."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from tno.exports.atom import MOST, Entry, atom_feed

SITE = "https://portaali.example.org/tno/"
ATOM = "{http://www.w3.org/2005/Atom}"


def entry(address: str = "lappi/palvelut/a/", changed: str = "2026-11-01", **values: str) -> Entry:
    facts = {"title": "Palvelu", "summary": "Apua.", "kind": "Palvelut", "first_seen": "2026-10-01"} | values
    return Entry(address=address, last_changed=changed, **facts)


def feed(*entries: Entry) -> ElementTree.Element:
    return ElementTree.fromstring(atom_feed(SITE, "lappi/syote.xml", "Lappi", "lappi/", "fi", entries))


def test_the_newest_change_comes_first_and_dates_the_feed() -> None:
    found = feed(entry("a/", "2026-11-01"), entry("b/", "2026-11-20"), entry("c/", "2026-11-20"))
    assert [each.findtext(f"{ATOM}id") for each in found.findall(f"{ATOM}entry")] == [f"{SITE}{a}/" for a in "bca"]
    assert found.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00Z"


def test_a_feed_says_where_it_is_and_whose() -> None:
    links = {link.get("rel"): link.get("href") for link in feed().findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE}lappi/syote.xml", "alternate": f"{SITE}lappi/"}


def test_a_feed_ends_with_its_fiftieth_entry() -> None:
    assert len(feed(*(entry(f"{number:03}/") for number in range(80))).findall(f"{ATOM}entry")) == MOST


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=80))
def test_any_text_is_read_back(text: str) -> None:
    (found,) = feed(entry(title=text, summary=text)).findall(f"{ATOM}entry")
    assert found.findtext(f"{ATOM}title") == text
    assert (found.findtext(f"{ATOM}summary") or "") == text
