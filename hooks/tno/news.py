"""Feeds of what is new and what has changed: of each region, and of the whole country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import chain
from operator import itemgetter

from tno.exports.atom import MOST, Entry, atom_feed
from tno.feed_addresses import atom_address
from tno.frames import Site
from tno.ledger import Ledger, Line
from tno.page import Page
from tno.views.scene import Scene

New = tuple[str, Line, Page]
"""When a page was changed last (ISO date), its line of the ledger, the page."""


def news_files(
    scene: Scene, site: Site, chosen: frozenset[str], ledger: Ledger, pages: Iterable[Page]
) -> Iterator[tuple[str, str]]:
    """(path, text) of each feed.

    Args:
        scene: the Finnish one.
        chosen: sections of this build; empty: all.
        ledger: of this build.
        pages: those of records; only Finnish ones are told.
    """
    found: dict[str, list[New]] = {region: [] for region in scene.network.regions}
    for page in pages:
        if page.record and page.language == "fi":
            line = ledger[page.address]
            found[page.region].append((line.last_changed, line, page))
    newest = {region: _newest(entries) for region, entries in found.items()}
    yield _feed(scene, site, None, site.name, chain(*newest.values()))
    for region, entries in newest.items():
        if not chosen or region in chosen:
            yield _feed(scene, site, region, f"{site.name}: {scene.network.regions[region].name}", entries)


def _newest(entries: list[New]) -> list[New]:
    """The last ones, those of a day in the order of addresses."""
    since = min(nlargest(MOST, [day for day, _, _ in entries]), default="")
    late = sorted([new for new in entries if new[0] >= since], key=lambda new: new[2].address)
    return nlargest(MOST, late, key=itemgetter(0))


def _feed(scene: Scene, site: Site, region: str | None, title: str, entries: Iterable[New]) -> tuple[str, str]:
    path, home = atom_address(region), f"{region}/" if region else ""
    told = [_entry(scene, line, page) for _, line, page in entries]
    return path, atom_feed(site.url, path, title, home, "fi", told)


def _entry(scene: Scene, line: Line, page: Page) -> Entry:
    title = f"{page.title} ({scene.w.invented})" if page.is_example else page.title
    kind = page.crumbs[-1].label if page.crumbs else ""
    return Entry(page.address, title, page.description, kind, line.first_seen, line.last_changed)
