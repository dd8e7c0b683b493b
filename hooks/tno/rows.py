"""Services as rows of lists, those that pause last: each rendered once a language, and kept between builds.

Nationally a service stands in a list of some four hundred pages. So a page's body holds only a mark where a list's rows
go; they were rendered with their region's others, lead to pages of the language, and are put in as finished bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from tno.kept import Kept
from tno.links import links_in
from tno.model.network import NATIONAL, Network
from tno.records import Service
from tno.views.listing import NO_NOTES, Notes
from tno.views.scene import Scene
from tno.views.service_row import PAUSED, service_row

Told = TypeVar("Told")
ROOT_MARK = "\ue100"
"""Stands in a rendered row for what addresses on the page begin with."""
OPEN, _CLOSE = "\ue101", "\ue102"
"""Round the number of a list, where its rows go."""
_AT, _TO = OPEN.encode(), _CLOSE.encode()
MOST_READY = 200
"""So many lists are held ready for other pages: those of some five municipalities."""


class Row(NamedTuple):
    """A service as a list item."""

    made_of: str
    """Fingerprint of all it shows."""
    order: str
    """Its place in a list: those that serve in the language first, by their names in it."""
    html: str


class _OfRegions(dict[str, Told]):
    """Key of a service → what is told of it: of a whole region at once, when the first of its services is asked for."""

    def __init__(self, tell: Callable[[str], Mapping[str, Told]]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, key: str) -> Told:
        self.update(found := self._tell(key.partition("/")[0]))
        return found[key]


def _paused(_: Scene, network: Network) -> frozenset[str]:
    """Keys of the services that help nobody now: they come last in every list."""
    return frozenset(key for key, service in network.all_of(Service).items() if service.status == PAUSED)


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
        self._rows = _OfRegions(self._kept_or_rendered)
        self._as_written: dict[str, Mapping[str, bytes]] = {}
        self._lists: list[tuple[Sequence[Service], Notes]] = []
        self._marks: dict[int, Markup] = {}
        self._ready = lru_cache(MOST_READY)(self._together)
        self._new_links: list[str] = []

    # --- while a page's body is made ---------------------------------------------------------------------------------

    def rows(self, services: Sequence[Service], notes: Notes = NO_NOTES) -> Markup:
        """The place on a page for the rows of `services`, in the order of the language (given in the Finnish one).

        Of the very same sequence without notes it is the same place: what many pages show is put together once.
        """
        if not notes and (known := self._marks.get(id(services))):
            return known
        mark = Markup(f"{OPEN}{len(self._lists)}{_CLOSE}")
        self._lists.append((services, notes))
        if not notes:
            self._marks[id(services)] = mark
        return mark

    # --- afterwards --------------------------------------------------------------------------------------------------

    def put_in(self, html: Iterable[bytes], root: str) -> list[bytes]:
        """The pieces of `html` with rows in their places, in more pieces. (Copied once at the end: half a megabyte.)

        Args:
            root: what addresses on the page begin with.
        """
        pieces: list[bytes] = []
        for piece in html:
            first, *rest = piece.split(_AT)
            pieces.append(first)
            for each in rest:
                number, _, after = each.partition(_TO)
                pieces += self._ready(int(number), root), after
        return pieces

    def new_links(self) -> list[str]:
        """Where rows lead that were rendered since this was last asked: addresses from the root."""
        found, self._new_links = self._new_links, []
        return found

    def _together(self, number: int, root: str) -> bytes:
        services, notes = self._lists[number]
        keys = [service.key for service in services]
        if self._scene.language != "fi":
            keys.sort(key=lambda key: self._rows[key].order)
        if not (paused := self._scene.facts.once(_paused, self._scene.facts.network)).isdisjoint(keys):
            keys.sort(key=paused.__contains__)
        if (rows := self._as_written.get(root)) is None:
            rows = self._as_written[root] = _OfRegions(partial(self._written, root))
        if not notes:
            return b"".join([rows[key] for key in keys])
        return b"".join([_with_note(rows[key], said) if (said := notes.get(key)) else rows[key] for key in keys])

    def _written(self, root: str, region: str) -> dict[str, bytes]:
        """Key → row of every service of a region, for pages as deep as `root`."""
        keys = self._keys_of(region)
        whole = "\0".join([self._rows[key].html for key in keys]).replace(ROOT_MARK, root).encode()
        return dict(zip(keys, whole.split(b"\0"), strict=bool(keys)))

    def _kept_or_rendered(self, region: str) -> dict[str, Row]:
        """Rows of a region: those of the build before where nothing has changed, the rest rendered at once."""
        facts, name = self._scene.facts, f"rows-{self._scene.language}-{region}"
        homes = (facts.network.regions[each] for each in (region, NATIONAL) if each in facts.network.regions)
        profile = "".join([home.profile.fingerprint for home in homes])
        kept = self._kept_rows(name, profile)
        known = facts.row_fingerprints
        made_of = {key: known[key] for key in self._keys_of(region)}
        rows = {key: row for key, row in kept.items() if row.made_of == made_of.get(key)}
        if len(rows) < len(made_of) or len(rows) < len(kept):
            rows |= self._rendered({key: of for key, of in made_of.items() if key not in rows})
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

    def _rendered(self, made_of: dict[str, str]) -> dict[str, Row]:
        """Rows of some services of a region. (All at once: beginning a template costs more than a row does.)"""
        services = self._scene.facts.network.all_of(Service)
        rows = [service_row(self._scene, services[key]) for key in made_of]
        html = self._render(rows=rows, root=ROOT_MARK)
        if self._localise:
            html = self._localise(html, ROOT_MARK)
        self._new_links += links_in(html.replace(ROOT_MARK, ""), "")
        return {
            key: Row(made_of[key], row.order, f"<li>{item}")
            for key, row, item in zip(made_of, rows, html.split("<li>")[1:], strict=True)
        }
