"""The pages of our built site, taken apart so that another generator can be given the same work.

A page is its address, title, description, main content and the shell round it. The content becomes Markdown; the shell
stays HTML, with `SLOTS` where a page differs from its neighbours.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from as_markdown import markdown_of
from selectolax.lexbor import LexborHTMLParser

TITLE, DESCRIPTION, ADDRESS, CONTENT = (
    f"\ue000{name}\ue000" for name in ("title", "description", "address", "content")
)
"""Marks in a shell where the page's own values stand."""
LANGUAGES = {"sv", "en", "se"}
"""First segments of addresses that are languages, not sections."""

_REFRESH = re.compile(r"""http-equiv=["']?refresh""", re.IGNORECASE)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r"""(<meta name=["']?description["']? content=)("[^"]*"|'[^']*'|[^\s>]*)""")
_CANONICAL = re.compile(r"""(<link rel=["']?canonical["']? href=)("[^"]*"|'[^']*'|[^\s>]*)""")
_ARTICLE = re.compile(r"<article\b[^>]*>")
_MAIN = re.compile(r"<main\b[^>]*>")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page of ours, ready to be written for another generator."""

    address: str
    """From the root, with a slash at the end unless it is the front page: `lappi/palvelut/x/`."""
    title: str
    description: str
    markdown: str
    shell: str
    """Name of the shell the page is in: section and depth."""
    size: int
    """Bytes of HTML."""


@dataclass(frozen=True, slots=True)
class _Parts:
    before: str
    content: str
    after: str


def _take_apart(text: str) -> _Parts:
    """Split at the main content: inside the first <article>, or inside <main> when there is none."""
    for opening, closing in ((_ARTICLE, "</article>"), (_MAIN, "</main>")):
        if match := opening.search(text):
            end = text.rindex(closing)
            return _Parts(text[: match.end()], text[match.end() : end], text[end:])
    raise ValueError("a page without <article> and <main>")


def _value(pattern: re.Pattern[str], text: str, group: int) -> str:
    match = pattern.search(text)
    return html.unescape(match[group].strip("\"'")).strip() if match else ""


def shell_name(address: str) -> str:
    """Pages of one section at one depth share a shell, so that its relative addresses hold."""
    parts = [part for part in address.split("/") if part]
    section = "-".join(parts[: 2 if parts and parts[0] in LANGUAGES else 1]) or "etusivu"
    return f"{section}-{len(parts)}"


def built_pages(site: Path) -> Iterator[tuple[BuiltPage, str]]:
    """Every page of `site` and the text of its shell, by address; redirects and 404.html are no pages."""
    for file in sorted(site.rglob("index.html")):
        text = file.read_text(encoding="utf-8")
        if _REFRESH.search(text[:1000]):
            continue
        address = file.parent.relative_to(site).as_posix() + "/"
        yield _built_page("" if address == "./" else address, text)


def _built_page(address: str, text: str) -> tuple[BuiltPage, str]:
    parts = _take_apart(text)
    body = LexborHTMLParser(parts.content).body
    page = BuiltPage(
        address,
        _value(_TITLE, parts.before, 1),
        _value(_DESCRIPTION, parts.before, 2),
        markdown_of(body) if body else "",
        shell_name(address),
        len(text.encode()),
    )
    return page, _shell(parts)


def _shell(parts: _Parts) -> str:
    before = _TITLE.sub(f"<title>{TITLE}</title>", parts.before)
    before = _DESCRIPTION.sub(rf'\1"{DESCRIPTION}"', before)
    before = _CANONICAL.sub(rf'\1"{ADDRESS}"', before)
    return before + CONTENT + parts.after


def shells(found: list[tuple[BuiltPage, str]]) -> dict[str, str]:
    """The shell of middle length for each name, so that the bytes of a whole site come out alike."""
    by_name: dict[str, list[str]] = {}
    for page, shell in found:
        by_name.setdefault(page.shell, []).append(shell)
    return {name: sorted(texts, key=lambda text: (len(text), text))[len(texts) // 2] for name, texts in by_name.items()}
