"""Services as rows of lists: each rendered once for all pages of a language, and kept between builds.

Nationally a service stands in a list of some four hundred pages. So a page's body holds only a mark where a list's rows
go; they were rendered with their region's others, lead to pages of the language, and are put in as finished bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, cast

from markupsafe import Markup

from tno.addresses import address_of
from tno.kept import Kept
from tno.links import links_in
from tno.model.network import KIND_OF
from tno.records import Service
from tno.views.listing import given_by
from tno.views.scene import Scene

ROOT_MARK = "\ue100"
"""Stands in a rendered row for what addresses on the page begin with."""
_OPEN, _CLOSE = "\ue101", "\ue102"
_PLACE = re.compile(f"{_OPEN}([0-9]+){_CLOSE}".encode())


class Row(NamedTuple):
    """A service as a list item."""

    made_of: str
    """Fingerprint of all it shows."""
    order: str
    """Its place in the alphabet, by its name in the language."""
    html: str


Note = Callable[[Service], str]


class Asked(NamedTuple):
    """Services whose rows a page has a place for."""

    services: Sequence[Service]
    note: Note | None


def _with_note(row: bytes, note: str) -> bytes:
    """A finished row with a few words at its end."""
    return row.removesuffix(b"</li>") + f' <span class="t-n">· {note}</span></li>'.encode()


class RowBook:
    """The rows of every service in the language of a scene."""

    def __init__(
        self,
        scene: Scene,
        render: Callable[..., str],
        localise: Callable[[str, str], str] | None,
        kept: Kept | None,
    ) -> None:
        """
        Args:
            render: `partials/service-rows.html`.
            localise: as for `tno.render.Renderer`.
            kept: rows of the build before, a name for each region and language.
        """
        self._scene, self._render, self._localise, self._kept = scene, render, localise, kept
        self._by_region: dict[str, dict[str, Row]] = {}
        self._written: dict[tuple[str, str], dict[str, bytes]] = {}
        self._asked: list[Asked] = []
        self._new_links: list[str] = []

    # --- while a page's body is made ---------------------------------------------------------------------------------

    def begin(self) -> None:
        """A new page: nothing is asked for yet."""
        self._asked = []

    def rows(self, services: Iterable[Service], note: Note | None = None) -> Markup:
        """The place on the page for the rows of `services`, in alphabetical order (given in the Finnish one).

        Args:
            note: what the page alone says of a service, at the end of its row; "" nothing.
        """
        self._asked.append(Asked(tuple(services), note))
        return Markup(f"{_OPEN}{len(self._asked) - 1}{_CLOSE}")

    @property
    def asked(self) -> list[Asked]:
        """For which services the page that was begun last has a place."""
        return self._asked

    # --- afterwards --------------------------------------------------------------------------------------------------

    def put_in(self, html: bytes, asked: Sequence[Asked], root: str) -> bytes:
        """`html` with rows in their places.

        Args:
            asked: as `asked` was when the page's body was made.
            root: what addresses on the page begin with.
        """
        return _PLACE.sub(lambda place: self._together(asked[int(place[1])], root), html) if asked else html

    def new_links(self) -> list[str]:
        """Where rows lead that were rendered since this was last asked: addresses from the root."""
        found, self._new_links = self._new_links, []
        return found

    def _together(self, asked: Asked, root: str) -> bytes:
        found: list[bytes] = []
        services, note = asked
        if self._scene.language != "fi":
            services = sorted(services, key=lambda service: self._rows_of(service.region)[service.key].order)
        written, region = {}, ""
        for service in services:
            if service.region != region:
                region = service.region
                written = self._at(region, root)
            row = written[service.key]
            found.append(_with_note(row, said) if note and (said := note(service)) else row)
        return b"".join(found)

    def _at(self, region: str, root: str) -> dict[str, bytes]:
        """Key → row of every service of a region, for pages as deep as `root`."""
        if (known := self._written.get((region, root))) is None:
            rows = self._rows_of(region)
            whole = "\0".join([row.html for row in rows.values()]).replace(ROOT_MARK, root).encode()
            known = self._written[region, root] = dict(zip(rows, whole.split(b"\0"), strict=bool(rows)))
        return known

    def _rows_of(self, region: str) -> dict[str, Row]:
        if (known := self._by_region.get(region)) is None:
            known = self._by_region[region] = self._kept_or_rendered(region)
        return known

    def _kept_or_rendered(self, region: str) -> dict[str, Row]:
        """Rows of a region: those of the build before where nothing has changed, the rest rendered at once."""
        facts, name = self._scene.facts, f"rows-{self._scene.language}-{region}"
        profile = facts.network.regions[region].profile.fingerprint
        kept = self._kept_rows(name, profile)
        made_of = {key: facts.row_fingerprints[key] for key in self._keys_of(region)}
        rows = {key: row for key, row in kept.items() if row.made_of == made_of.get(key)}
        if len(rows) < len(made_of) or len(rows) < len(kept):
            rows |= self._rendered(region, {key: of for key, of in made_of.items() if key not in rows})
            if self._kept:
                self._kept.write(name, profile, {key: tuple(row) for key, row in rows.items()})
        return rows

    def _kept_rows(self, name: str, profile: str) -> dict[str, Row]:
        """Rows of the build before; none when anything about the region's own file is new."""
        known = self._kept.read(name, profile) if self._kept else None
        try:
            return {key: Row(*row) for key, row in (known or {}).items()}
        except (AttributeError, TypeError):
            return {}  # a torn file that still reads

    def _keys_of(self, region: str) -> list[str]:
        return [service.key for service in self._scene.facts.network.regions[region].all_of(Service)]

    def _rendered(self, region: str, made_of: dict[str, str]) -> dict[str, Row]:
        """Rows of some services of a region. (All at once: beginning a template costs more than a row does.)"""
        records = self._scene.network.regions[region].records[KIND_OF[Service]]
        services = [cast(Service, records[key.rpartition("/")[2]]) for key in made_of]
        rows = [(service, given_by(self._scene, service), address_of(service)) for service in services]
        html = self._render(rows=rows, root=ROOT_MARK)
        if self._localise:
            html = self._localise(html, ROOT_MARK)
        self._new_links += links_in(html.replace(ROOT_MARK, ""), "")
        return {
            service.key: Row(made_of[service.key], service.order, f"<li>{item}")
            for service, item in zip(services, html.split("<li>")[1:], strict=True)
        }
