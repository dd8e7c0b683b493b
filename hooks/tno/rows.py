"""Services as rows of lists, those that pause last: each rendered once a language, and kept between builds.

Nationally a service stands in a list of some four hundred pages. So a page's body holds only a mark where a list's rows
go; they were rendered with their region's others, lead to pages of the language, and are put in as finished bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from tno.kept import Kept
from tno.links import links_in
from tno.model.network import NATIONAL, Network
from tno.records import Service
from tno.views.listing import NO_NOTES, Notes
from tno.views.scene import Scene
from tno.views.service_row import PAUSED, service_row
from tno.views.ways import way_of

Each = TypeVar("Each")
ROOT_MARK = "\ue100"
"""Stands in a rendered row for what addresses on the page begin with."""
OPEN, _CLOSE = "\ue101", "\ue102"
"""Round the number of a list, where its rows go."""
_END = "\ue103"
"""After each way that is rendered with others."""
_AT, _TO = OPEN.encode(), _CLOSE.encode()


class Row(NamedTuple):
    """A service as a list item."""

    made_of: str
    """Fingerprint of all it shows."""
    order: str
    """Its place in a list: those that serve in the language first, by their names in it."""
    html: str


class Told(NamedTuple):
    """How a service is reached, told at the end of its row."""

    made_of: str
    """Fingerprint of all it tells."""
    html: bytes


Piece = TypeVar("Piece", Row, Told)


class _OfRegions(dict[str, Each]):
    """Key of a service → what is told of it: of a whole region at once, when the first of its services is asked for."""

    def __init__(self, tell: Callable[[str], Mapping[str, Each]]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, key: str) -> Each:
        self.update(found := self._tell(key.partition("/")[0]))
        return found[key]


def _paused(_: Scene, network: Network) -> frozenset[str]:
    """Keys of the services that help nobody now: they come last in every list."""
    return frozenset(key for key, service in network.all_of(Service).items() if service.status == PAUSED)


def _with_more(row: bytes, note: str, way: bytes) -> bytes:
    """A finished row with a few words and a way at its end."""
    said = f' <span class="t-n">· {note}</span>'.encode() if note else b""
    return b"".join([row.removesuffix(b"</li>"), said, way, b"</li>"])


class RowBook:
    """The rows of every service in the language of a scene."""

    def __init__(
        self,
        scene: Scene,
        render: Callable[..., str],
        localise: Callable[[str, str], str] | None,
        kept: Kept | None,
        render_ways: Callable[..., str] = str,
    ) -> None:
        """
        Args:
            render: `partials/service-rows.html`.
            render_ways: `partials/service-ways.html`.
            localise: as for `tno.render.Renderer`.
            kept: rows of the build before, a name for each region and language.
        """
        self._scene, self._render, self._localise, self._kept = scene, render, localise, kept
        self._render_ways = render_ways
        self._rows = _OfRegions(self._kept_or_rendered)
        self._ways = _OfRegions(self._kept_or_told)
        self._former_ways: dict[str, Told] = {}
        self._as_written: dict[str, Mapping[str, bytes]] = {}
        self._names: dict[str, Mapping[str, bytes]] = {}
        self._lists: list[tuple[Sequence[Service], Notes, bool, bool]] = []
        self._new_links: list[str] = []

    # --- while a page's body is made ---------------------------------------------------------------------------------

    def rows(
        self,
        services: Sequence[Service],
        notes: Notes = NO_NOTES,
        with_ways: bool = False,
        only_names: bool = False,
    ) -> Markup:
        """The place on a page for the rows of `services`, in the order of the language (given in the Finnish one).

        Args:
            notes: what the page alone says of services; the order is then the page's own too.
            with_ways: each row tells how the service is reached (`tno.views.ways`).
            only_names: of services that the page tells elsewhere, in its own order, with what it says of them.
        """
        self._lists.append((services, notes, with_ways, only_names))
        return Markup(f"{OPEN}{len(self._lists) - 1}{_CLOSE}")

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
                pieces += self._together(int(number), root), after
        return pieces

    def know_ways(self, services: Iterable[str]) -> None:
        """Work out how some services are reached, by their keys: before two processes ask what has changed of it."""
        for key in services:
            self._ways[key]

    def renumbered(self, html: bytes, key: str, root: str) -> bytes | None:
        """A page of the build before with the way to a service as it is now; None when it is not found there."""
        if (former := self._former_ways.get(key)) is None:
            return None
        row = self._at(root)[key].removesuffix(b"</li>")
        first, *rest = html.split(row)
        pieces = [first]
        for each in rest:
            note, found, after = each.partition(former.html + b"</li>")
            if not found or b"</li>" in note:
                return None
            pieces += row, note, self._ways[key], b"</li>", after
        return b"".join(pieces) if rest else None

    def new_links(self) -> list[str]:
        """Where rows lead that were rendered since this was last asked: addresses from the root."""
        found, self._new_links = self._new_links, []
        return found

    def _together(self, number: int, root: str) -> bytes:
        services, notes, with_ways, only_names = self._lists[number]
        keys = [service.key for service in services]
        if only_names:
            names = self._names_at(root)
            return b"".join([_with_more(names[key], notes.get(key, ""), b"") for key in keys])
        if self._scene.language != "fi" and not notes:
            keys.sort(key=lambda key: self._rows[key].order)
        if not (paused := self._scene.facts.once(_paused, self._scene.facts.network)).isdisjoint(keys):
            keys.sort(key=paused.__contains__)
        rows = self._at(root)
        if not notes and not with_ways:
            return b"".join([rows[key] for key in keys])
        ways = self._ways if with_ways else defaultdict(bytes)
        return b"".join([_with_more(rows[key], notes.get(key, ""), ways[key]) for key in keys])

    def _at(self, root: str) -> Mapping[str, bytes]:
        if (rows := self._as_written.get(root)) is None:
            rows = self._as_written[root] = _OfRegions(partial(self._written, root))
        return rows

    def _names_at(self, root: str) -> Mapping[str, bytes]:
        if (names := self._names.get(root)) is None:
            names = self._names[root] = _OfRegions(partial(self._named, root))
        return names

    def _named(self, root: str, region: str) -> dict[str, bytes]:
        """Key → row of every service of a region, ended before what it is."""
        rows = self._at(root)
        return {key: rows[key].partition(b"<br>")[0] + b"</li>" for key in self._keys_of(region)}

    def _written(self, root: str, region: str) -> dict[str, bytes]:
        """Key → row of every service of a region, for pages as deep as `root`."""
        keys = self._keys_of(region)
        whole = "\0".join([self._rows[key].html for key in keys]).replace(ROOT_MARK, root).encode()
        return dict(zip(keys, whole.split(b"\0"), strict=bool(keys)))

    def _kept_or_rendered(self, region: str) -> dict[str, Row]:
        """Rows of a region: those of the build before where nothing has changed, the rest rendered at once."""
        facts = self._scene.facts
        homes = (facts.network.regions[each] for each in (region, NATIONAL) if each in facts.network.regions)
        profile, known = "".join([home.profile.fingerprint for home in homes]), facts.row_fingerprints
        made_of = {key: known[key] for key in self._keys_of(region)}
        return self._kept_or_new(Row, f"rows-{self._scene.language}-{region}", profile, made_of, self._rendered, {})

    def _kept_or_told(self, region: str) -> dict[str, bytes]:
        """The same of ways to reach services, which tell days ahead."""
        facts = self._scene.facts
        known, marks = facts.row_fingerprints, facts.mark_of_ways
        made_of = {key: known[key] + marks[key] for key in self._keys_of(region)}
        name, day = f"ways-{self._scene.language}-{region}", str(facts.day)
        told = self._kept_or_new(Told, name, day, made_of, self._rendered_ways, self._former_ways)
        return {key: each.html for key, each in told.items()}

    def _kept_or_new(
        self,
        form: type[Piece],
        name: str,
        guard: str,
        made_of: Mapping[str, str],
        make: Callable[[Mapping[str, str]], dict[str, Piece]],
        former: dict[str, Piece],
    ) -> dict[str, Piece]:
        """Pieces of the build before that are made of the same, the others made at once.

        Args:
            guard: none of the build before is believed when this is new.
            former: is given those that are made of something else now.
        """
        kept = self._kept.read(name, guard) if self._kept else None
        try:
            found = {key: form(*piece) for key, piece in (kept or {}).items() if piece[0] == made_of.get(key)}
        except (AttributeError, IndexError, TypeError):
            kept, found = None, {}  # a torn file that still reads
        if len(found) < len(made_of) or len(found) < len(kept or ()):
            former |= {key: form(*piece) for key, piece in (kept or {}).items() if key not in found}
            found |= make({key: of for key, of in made_of.items() if key not in found})
            if self._kept:
                self._kept.write(name, guard, {key: tuple(piece) for key, piece in found.items()})
        return found

    def _keys_of(self, region: str) -> list[str]:
        return [service.key for service in self._scene.facts.network.regions[region].all_of(Service)]

    def _rendered(self, made_of: Mapping[str, str]) -> dict[str, Row]:
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

    def _rendered_ways(self, made_of: Mapping[str, str]) -> dict[str, Told]:
        services = self._scene.facts.network.all_of(Service)
        ways = [way_of(self._scene, services[key]) for key in made_of]
        html = self._render_ways(ways=ways, end=_END).split(_END)
        return {key: Told(made_of[key], each.strip().encode()) for key, each in zip(made_of, html, strict=False)}
