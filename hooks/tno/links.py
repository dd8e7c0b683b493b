"""Links of rendered pages: every one that stays on the site must lead to a page, every fragment to a place on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin

from tno.addresses import up

_LINK = re.compile(r' (?:href|src|action|data-index)="([^"]*)"')
_ANCHOR = re.compile(r' id="([^"]*)"')
_BASE = "https://site.invalid/"
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class DeadLink(NamedTuple):
    """A link that leads nowhere."""

    page: str
    target: str


def links_in(html: str, address: str) -> tuple[str, ...]:
    """Where the links of the page at `address` lead on this site: from the root, fragments kept, each once."""
    root = up(address)
    known = _from_root.setdefault(root, {})
    found: dict[str, None] = {}
    for link in dict.fromkeys(_LINK.findall(html)):
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
    return tuple(_ANCHOR.findall(html))


def dead_links(links: Mapping[str, Iterable[str]], leads: Callable[[str, str], bool]) -> Iterator[DeadLink]:
    """Links that lead nowhere, in order of pages.

    Args:
        links: address of a page → where it leads: addresses from the root.
        leads: whether there is something at an address, with such a fragment; an empty one is there always.
    """
    every = set[str]().union(*links.values())
    if dead := {link for link in every if not leads(*link.partition("#")[::2])}:
        for address in sorted(links):
            yield from (DeadLink(address, link) for link in links[address] if link in dead)
