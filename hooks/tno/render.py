"""Page bodies: templates of `overrides/` filled with contexts, escaped by themselves. No page frame here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup, escape

from tno.addresses import up
from tno.compiler import Compiled, Environment, escaped
from tno.kept import Kept
from tno.model.localised import filled
from tno.pages import Page
from tno.rows import OPEN, RowBook
from tno.views.checked import CheckedOn
from tno.views.link import Link, SharedFact
from tno.views.scene import Scene
from tno.views.subscribe import Subscriptions

Localise = Callable[[str, str], str]
"""(HTML, what its addresses begin with) → HTML."""


class Body(NamedTuple):
    """A page's body."""

    html: str
    """With marks where rows of services go."""
    has_rows: bool
    """Whether there are such marks."""
    root: str
    """What addresses on the page begin with."""


class Renderer:
    """Templates of one folder for one scene, in the scene's language."""

    def __init__(
        self,
        templates: Path,
        scene: Scene,
        bytecode: Path | None = None,
        localise: Localise | None = None,
        kept: Kept | None = None,
        site_url: str = "",
    ) -> None:
        """
        Args:
            templates: `overrides/`.
            bytecode: folder in which compiled templates are kept where Python keeps no compiled modules.
            localise: turns links to Finnish pages into links to those of the scene's language.
            kept: rows of lists from the build before.
            site_url: the site's own address with a slash at the end; empty when nobody knows it.
        """
        self._localise = localise
        folder = Compiled.folder(bytecode)
        self.environment = Environment(
            loader=jinja2.FileSystemLoader(templates),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            optimized=False,  # would write dicts as they are, not as `Row`
            bytecode_cache=Compiled(folder) if folder else None,
        )
        self.environment.globals["w"] = scene.w
        self.environment.globals["subscriptions"] = Subscriptions(scene, site_url)
        self.environment.filters |= {
            "link": link,
            "links": links,
            "href": href,
            "facts": facts,
            "have_sentences": have_sentences,
            "filled": filled,
            "cells": cells,
        }
        for name in (
            "parts",
            "body",
            "subscribe",
        ):  # once for all templates: an import costs each page more than a macro does
            self.environment.globals[name] = self.environment.get_template(f"partials/{name}.html").module

        self.environment.globals["checked_on"] = CheckedOn(scene, self.environment.globals["parts"])
        self.book = RowBook(scene, self._render_rows, localise, kept)

    def _render_rows(self, **values: Any) -> str:
        return self.environment.get_template("partials/service-rows.html").render(values)

    def body(self, page: Page) -> Body:
        """The page's body, rows of lists not yet in it."""
        root = up(page.address) or "./"
        crumbs = [(link.label, f"{root}{link.address}") for link in page.crumbs]
        template = self.environment.get_template(page.template)
        html = template.render(values_of(page.context()), page=page, root=root, crumbs=crumbs)
        return Body(self._localise(html, root) if self._localise else html, OPEN in html, root)

    def filled(self, html: bytes, body: Body) -> bytes:
        """The page with rows of lists in their places."""
        return self.book.put_in(html, body.root) if body.has_rows else html

    def whole_body(self, page: Page) -> str:
        """The page's body as HTML."""
        body = self.body(page)
        return self.filled(body.html.encode(), body).decode()


def href(address: str, root: str) -> str:
    """Where a link leads: other sites, mail, telephone and fragments as they are, the rest from the root."""
    return address if address.startswith(_OUTSIDE) else root + address


MOST_BESIDE = 40
"""Letters of a note that stand beside a link; longer ones stand below it."""
_OUTSIDE = ("http:", "https:", "mailto:", "tel:", "sms:", "#")


def link(item: Link, root: str) -> Markup:
    """A view's link as HTML, its label when it leads nowhere. (A filter: pages have thirty; a macro costs more.)"""
    label, address, _, mark = item
    if address is None:
        return escape(label)
    to = address if address.startswith(_OUTSIDE) else root + address
    html = f'<a href="{escaped(to)}">{escaped(label)}</a>'
    return str.__new__(Markup, f'{html} <span class="t-tag">{escaped(mark)}</span>' if mark else html)


def links(items: Sequence[Link], root: str) -> Markup:
    """Links one after another."""
    return str.__new__(Markup, ", ".join([link(item, root) for item in items]))


def have_sentences(items: Sequence[Link]) -> bool:
    """Whether a note of links is longer than a few words."""
    return max([len(item.note) for item in items], default=0) > MOST_BESIDE


def facts(items: Sequence[tuple[str, tuple[Link, ...]]], root: str) -> Markup:
    """Facts at the side as HTML: a few values stand under each other, many after each other. (A page has ten.)"""
    pieces = [
        (item.html.get(root) or _shared_fact(item, root)) if type(item) is SharedFact else _fact(*item, root)
        for item in items
    ]
    return Markup(f'<dl class="t-facts">{"".join(pieces)}</dl>' if pieces else "")


def _shared_fact(item: SharedFact, root: str) -> str:
    item.html[root] = told = _fact(*item, root)
    return told


def _fact(label: str, values: Sequence[Link], root: str) -> str:
    links = [link(value, root) for value in values]
    told = f"<dd>{', '.join(links)}</dd>" if len(links) > 6 else "".join([f"<dd>{each}</dd>" for each in links])
    return f"<dt>{escaped(label)}</dt>{told}"


@lru_cache(maxsize=4096)
def cells(texts: tuple[str, ...]) -> Markup:
    """Texts as cells of a table. (Thousands of rows of hours, few of them different.)"""
    return Markup("").join(Markup("<td>{}</td>").format(text) for text in texts)


def values_of(context: Any) -> dict[str, Any]:
    """The fields of a context dataclass by name."""
    return {name: getattr(context, name) for name in _fields_of(type(context))}  # type: ignore[arg-type]


@cache
def _fields_of(context: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(context))
