"""A page: its address, title, template, what it is made of and the file to edit.

Its context is made only when it is rendered: an unchanged page is known by the fingerprints of what it is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tno.addresses import prefix_of
from tno.records import Record
from tno.views.link import Link


class Page(NamedTuple):
    """One page of the site."""

    address: str
    """Relative to the site's root, "" for the front page, else ending with a slash."""
    title: str
    """For the browser's tab and search engines; also the last breadcrumb."""
    description: str
    """One sentence for search engines."""
    template: str
    """File below `overrides/`."""
    context: Callable[[], object]
    """Makes the template's context, a dataclass."""
    region: str
    """Section it belongs to."""
    room: str = ""
    """Room of the section, for the menu: `palvelut`."""
    crumbs: tuple[Link, ...] = ()
    """The way from the section's home to this page, without the page itself."""
    edit_file: str | None = None
    """The file an editor changes to change the page."""
    is_example: bool = False
    """Whether what it shows is invented."""
    made_of: Callable[[], Sequence[str]] = tuple
    """Fingerprints of everything the context reads."""
    reads_more: bool = False
    """Whether it reads anything that is neither a record nor the same for every page: then it is always asked."""
    record: Record | None = None
    """The record it is the page of."""
    language: str = "fi"

    @property
    def prefix(self) -> str:
        """What the address begins with in the page's language: "" in Finnish, else `sv/`."""
        return prefix_of(self.language)

    @property
    def finnish_address(self) -> str:
        """Address of the same page in Finnish."""
        return self.address if self.language == "fi" else self.address.removeprefix(self.prefix)
