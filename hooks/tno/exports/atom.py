"""What is new and what has changed, for readers of feeds. Days come from the ledger. Source: RFC 4287."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

MOST = 50
"""Entries in a feed: the newest."""
UNKNOWN = "https://tno.invalid/"
"""What addresses begin with when nobody knows the site's: an id must be whole (4.2.6)."""


class Entry(NamedTuple):
    """A page that is new or has changed."""

    address: str
    """From the site's root."""
    title: str
    summary: str
    kind: str
    """What it is in words: "Palvelut"."""
    first_seen: str
    """ISO date."""
    last_changed: str
    """ISO date."""


def atom_feed(site_url: str, address: str, title: str, home: str, language: str, entries: Iterable[Entry]) -> str:
    """An Atom feed of the newest changes, the last change first; entries of one day by address.

    Args:
        site_url: with a slash at the end; empty when nobody knows it.
        address: of the feed itself; home: of the page it belongs to; both from the site's root.
    """
    newest = sorted(entries, key=lambda entry: entry.address)
    newest = sorted(newest, key=lambda entry: entry.last_changed, reverse=True)[:MOST]
    updated = newest[0].last_changed if newest else "1970-01-01"
    site_url = site_url or UNKNOWN
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        f"<id>{_text(site_url + home)}</id><title>{_text(title)}</title><updated>{_moment(updated)}</updated>",
        f'<author><name>{_text(title)}</name></author><link rel="self" href="{_text(site_url + address)}"/>',
        f'<link rel="alternate" type="text/html" href="{_text(site_url + home)}"/>',
    ]
    return "\n".join([*head, *(_entry(site_url, entry) for entry in newest), "</feed>\n"])


def _entry(site_url: str, entry: Entry) -> str:
    address = _text(site_url + entry.address)
    summary = f"<summary>{_text(entry.summary)}</summary>" if entry.summary else ""
    return (
        f"<entry><id>{address}</id><title>{_text(entry.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{address}"/>'
        f"<published>{_moment(entry.first_seen)}</published><updated>{_moment(entry.last_changed)}</updated>"
        f'<category term="{_text(entry.kind)}"/>{summary}</entry>'
    )


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(value: str) -> str:
    if not value.isprintable():
        value = "".join(letter for letter in value if letter >= " " or letter in "\n\t")
    return escape(value)
