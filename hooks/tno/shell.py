"""Shells: a page frame rendered once by the site generator, with marked slots that each page fills.

Marks are private-use characters; they survive filters and escaping and can stand in no content (`tno.read` refuses
them). This is also the exit door: any generator that can render a shell can carry the portal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from tno.addresses import up
from tno.digest import digest
from tno.frozen import frozen
from tno.kept import read_value, write_value

OPEN, CLOSE = "\ue000", "\ue001"
ROOT = "root"
"""Slot for the way from the page to the site's root, without a slash at the end; it fills in by itself (`Shell.at`)."""
_SLOT = re.compile(f"{OPEN}([a-z-]+){CLOSE}")


def slot(name: str) -> str:
    """The mark of a slot."""
    return f"{OPEN}{name}{CLOSE}"


@frozen
class Room:
    """A link of the main menu."""

    label: str
    address: str
    current: str
    """Ready attribute text, ` aria-current="true"` or empty."""


@frozen
class AreaTile:
    """A region in the country of tiles."""

    id: str
    name: str
    address: str


@frozen
class Frame:
    """What the frame of a page (`overrides/main.html`) is filled with. Strings are ready HTML unless said otherwise."""

    title: str
    """Document title without the site's name."""
    description: str
    canonical: str
    """<link rel=canonical>, or empty when nobody knows the site's address."""
    alternates: str
    """<link rel=alternate> of other languages, or empty."""
    robots: str
    """<meta name=robots>, or empty."""
    json_ld: str
    edit_url: str
    """The link to the file behind the page, or empty."""
    language: str
    region: str
    """Id, plain."""
    region_name: str
    """Plain."""
    region_home: str
    """Address."""
    rooms: Sequence[Room]
    """What everybody looks for, the front page first."""
    colleagues: Sequence[Room]
    """What those who work in guidance look for."""
    areas: Sequence[AreaTile]
    footer: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    """(heading, [(label, address)])."""
    answering: str
    """Address of the page that tells who answers now."""
    crisis: str
    """Address of the page for danger and crisis."""
    search: str
    """Address of the results of the search."""
    mistakes: str
    """Address of the place where mistakes are told."""
    example: bool
    """Whether the page says that its content is invented; plain."""
    edition_note: str
    hero: bool
    """Whether the page has a search of its own; plain."""
    built: str
    languages: str = ""
    """Language menu, or empty."""
    styles: Sequence[str] = ()
    """Style sheets besides the common ones: addresses."""
    scripts: Sequence[str] = ()
    """Scripts besides the common one: addresses."""


SLOTS = ("title", "description", "canonical", "alternates", "languages", "robots", "json_ld", "edit_url")
"""Fields of `Frame` that differ from page to page; `body` and a `room-…` for each room are slots too."""


def with_slots(frame: Frame) -> Frame:
    """`frame` with a mark in every place that a page fills."""
    marks: dict[str, Any] = {name: slot(name.replace("_", "-")) for name in SLOTS}
    rooms = [replace(room, current=slot(slot_of(room))) for room in frame.rooms]
    colleagues = [replace(room, current=slot(slot_of(room))) for room in frame.colleagues]
    return replace(frame, **marks, rooms=rooms, colleagues=colleagues)


def slot_of(room: Room) -> str:
    """Name of the slot for a room's mark in the menu."""
    return f"room-{room.address.rstrip('/').rpartition('/')[2]}"


@frozen
class Shell:
    """A frame cut at its slots."""

    texts: tuple[bytes, ...]
    """What stands between the slots, UTF-8."""
    slots: tuple[str, ...]
    """Names of the slots, one fewer than texts."""

    @classmethod
    def cut(cls, html: str) -> Shell:
        """A shell of a page rendered with `with_slots`."""
        pieces = _SLOT.split(html)
        return cls(tuple(text.encode() for text in pieces[::2]), tuple(pieces[1::2]))

    def at(self, address: str) -> Shell:
        """The shell for pages as deep as `address`: with the way to the root in all the slots `ROOT`."""
        root, texts, slots = (up(address).rstrip("/") or ".").encode(), [self.texts[0]], []
        for name, text in zip(self.slots, self.texts[1:], strict=True):
            if name == ROOT:
                texts[-1] += root + text
            else:
                slots.append(name)
                texts.append(text)
        return Shell(tuple(texts), tuple(slots))

    def fill(self, values: Mapping[str, str]) -> list[bytes]:
        """The page with `values` (ready HTML) in its slots, in pieces, UTF-8."""
        pieces: list[bytes] = [b""] * (len(self.texts) + len(self.slots))
        pieces[::2] = self.texts
        pieces[1::2] = [values[name].encode() for name in self.slots]
        return pieces


class KeptShells:
    """Shells of the build before, by what was in their frames: the generator renders only those that are new."""

    def __init__(self, file: Path | None, guard: str) -> None:
        """
        Args:
            file: None keeps nothing.
            guard: whatever shells depend on besides frames: program, templates, configuration.
        """
        self._file, self._guard = file, guard
        self._known, self._used = self._read(), dict[str, Shell]()

    def of(self, frame: Frame, render: Callable[[], str]) -> Shell:
        """The shell of a frame `with_slots`; `render` gives its page."""
        name = digest(repr(frame), 16)
        self._used[name] = shell = self._known.get(name) or Shell.cut(render())
        return shell

    def save(self) -> None:
        """Keep the shells that were asked for."""
        if self._file and self._used.keys() != self._known.keys():
            write_value(self._file, self._guard, {name: (each.texts, each.slots) for name, each in self._used.items()})

    def _read(self) -> dict[str, Shell]:
        known = read_value(self._file, self._guard) if self._file else None
        return {name: Shell(*each) for name, each in (known or {}).items()}


def attribute(text: str) -> Markup:
    """Plain text made safe for an attribute or a title."""
    return escape(" ".join(text.split()))
