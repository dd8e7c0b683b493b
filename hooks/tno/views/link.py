"""The smallest view: a word that leads to a page."""

from __future__ import annotations

from typing import NamedTuple

from tno.addresses import address_of, has_page
from tno.records import Record


class Link(NamedTuple):
    """A label and the address it leads to; without an address it is plain text. (A page has thirty.)"""

    label: str
    address: str | None = None
    """Relative to the site's root."""
    note: str = ""
    """A few words beside the label."""
    mark: str = ""
    """A word in a frame after the label: what leads from real facts to something invented says so."""


class SharedFact(tuple[str, tuple[Link, ...]]):
    """A label and values at the side of a page, the same on thousands of pages: HTML is made of it once."""

    html: dict[str, str]
    """What links begin with → the fact (the filter `facts`)."""

    def __init__(self, _: tuple[str, tuple[Link, ...]]) -> None:
        self.html = {}


def link_to(record: Record | None, note: str = "") -> Link | None:
    """A link to a record's page; None for no record."""
    return None if record is None else short_link_to(record, note)


def short_link_to(record: Record, note: str = "") -> Link:
    """A link to a record's page by its short name, if it has one."""
    label = str(getattr(record, "short_name", None) or getattr(record, "name", None) or record.id)
    return Link(label, address_of(record) if has_page(record) else None, note)


def full_link_to(record: Record, note: str = "") -> Link:
    """A link with the record's whole name, not the short one."""
    return Link(str(getattr(record, "name", None) or record.id), address_of(record) if has_page(record) else None, note)
