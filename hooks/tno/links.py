"""Links of rendered pages: every one that stays on the site must lead to a page, every fragment to a place on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin

from tno.addresses import up

_MARKS = (' href="', ' src="', ' action="', ' data-index="')
_BASE = "https://site.invalid/"
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class DeadLink(NamedTuple):
    """A link that leads nowhere."""

    page: str
    target: str


def links_in(html: str, address: str) -> tuple[str, ...]:
    """Where the links of the page at `address` lead on this site: addresses from the root, fragments kept, each once.

    (Cut at the marks instead of searched with a pattern: a national build has 150 MB of pages to look through.)
    """
    root = up(address)
    known = _from_root.setdefault(root, {})
    found: dict[str, None] = {}
    written: dict[str, None] = {}
    for mark in _MARKS:
        if mark in html:
            written |= dict.fromkeys([piece[: piece.index('"')] for piece in html.split(mark)[1:]])
    for link in written:
        if (target := known.get(link)) is not None:
            found[target] = None
        elif link.startswith("#"):
            found[f"{address}{unescape(link)}"] = None
        elif link.startswith(root) and (root or (link and not _OUTSIDE.match(link))):
            rest = link[len(root) :]
            plain = rest if "#" in rest else rest.partition("?")[0]
            target = known[link] = plain if _is_plain(plain) else _target(link, address)
            found[target] = None
        elif not link or not _OUTSIDE.match(link):
            found[_target(link, address)] = None
    return tuple(found)


def _target(link: str, address: str) -> str:
    path, hash_mark, fragment = unescape(link).partition("#")
    return f"{_absolute(path.partition('?')[0], address)}{hash_mark}{fragment}"


def _is_plain(rest: str) -> bool:
    """Whether what follows the way to the root is an address as it stands: no steps, no doubled slashes, no query."""
    return not (rest.startswith((".", "/")) or "/." in rest or "//" in rest or "?" in rest or "&" in rest)


_from_root: dict[str, dict[str, str]] = {}
"""The way to the root → links met before that begin with it → where they lead; lists name the same pages."""


def _absolute(path: str, address: str) -> str:
    """Where `path` leads from the page at `address`, from the root (RFC 3986, 5.2); doubled slashes count as one."""
    joined = urljoin(f"{_BASE}{address}", path).removeprefix(_BASE)
    return re.sub("/{2,}", "/", joined).lstrip("/")


def anchors_in(html: str) -> tuple[str, ...]:
    """Fragments of a page."""
    return tuple(piece[: piece.index('"')] for piece in html.split(' id="')[1:])


def dead_links(
    links: Mapping[str, Iterable[str]], anchors: Mapping[str, Iterable[str]], kept: Iterable[str] = ()
) -> Iterator[DeadLink]:
    """Links that lead nowhere, in order of pages.

    Args:
        links: address of a page → where it leads: addresses from the root.
        anchors: every address and file of the site → fragments there are.
        kept: addresses that exist though they are not among `anchors` (a part of the site is built).
    """
    known = anchors.keys() | set(kept)
    for address in sorted(links):
        for link in [link for link in links[address] if link not in known]:
            target, _, fragment = link.partition("#")
            if target not in known or (fragment and target in anchors and fragment not in anchors[target]):
                yield DeadLink(address, link)
