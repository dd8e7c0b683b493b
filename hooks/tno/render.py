"""Page bodies: templates of `overrides/` filled with contexts, escaped by themselves. No page frame here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

from tno.addresses import up
from tno.compiler import Compiled, Environment
from tno.event_fragments import EVENT_FILTERS
from tno.fragments import FILTERS
from tno.kept import Kept
from tno.page import Page
from tno.rows import OPEN, RowBook
from tno.views.checked import CheckedOn
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
        self.environment.filters |= FILTERS | EVENT_FILTERS
        for name in ("parts", "body", "subscribe"):  # once for all templates: an import costs a page more than a macro
            self.environment.globals[name] = self.environment.get_template(f"partials/{name}.html").module

        self.environment.globals["checked_on"] = CheckedOn(scene, self.environment.globals["parts"])
        self._template = cache(self.environment.get_template)
        self.book = RowBook(scene, self._render_rows, localise, kept, self._render_ways)

    def _render_rows(self, **values: Any) -> str:
        return self.environment.get_template("partials/service-rows.html").render(values)

    def _render_ways(self, **values: Any) -> str:
        return self.environment.get_template("partials/service-ways.html").render(values)

    def body(self, page: Page) -> Body:
        """The page's body, rows of lists not yet in it."""
        root = up(page.address) or "./"
        crumbs = [(link.label, f"{root}{link.address}") for link in page.crumbs]
        html = self._template(page.template).render(values_of(page.context()), page=page, root=root, crumbs=crumbs)
        return Body(self._localise(html, root) if self._localise else html, OPEN in html, root)

    def filled(self, html: Iterable[bytes], body: Body) -> bytes:
        """The page of `html` in pieces, with rows of lists in their places."""
        return b"".join(self.book.put_in(html, body.root) if body.has_rows else html)

    def whole_body(self, page: Page) -> str:
        """The page's body as HTML."""
        body = self.body(page)
        return self.filled([body.html.encode()], body).decode()


def values_of(context: Any) -> dict[str, Any]:
    """The fields of a context dataclass by name."""
    return {name: getattr(context, name) for name in _fields_of(type(context))}  # type: ignore[arg-type]


@cache
def _fields_of(context: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(context))
