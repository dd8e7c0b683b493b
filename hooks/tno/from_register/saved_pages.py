"""Saved pages of the register's interface → its records, one at a time, however large the file.

A file may hold a page (`itemList`), one record, a list of either, or several of these after each other. A file that is
cut short gives what comes before the cut.
"""

from __future__ import annotations

import json
import marshal
import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tno.from_register.notes import Notes
from tno.from_register.shapes import shown
from tno.from_register.texts import one_line

SERVICE, ORGANISATION = "Service", "Organization"
CHANNELS = {
    "ServiceLocation": "ServiceLocation",
    "EChannel": "EChannel",
    "Phone": "PhoneChannel",
    "WebPage": "WebPageChannel",
    "PrintableForm": "PrintableForm",
}
"""`serviceChannelType` → object of the table."""
PUBLISHED, ARCHIVED = "published", frozenset({"deleted", "archived", "removed"})
_NAMES = {SERVICE: "serviceNames", ORGANISATION: "organizationNames"}
_LABELS = {
    SERVICE: "Palvelu",
    ORGANISATION: "Organisaatio",
    "ServiceLocation": "Kanava, palvelupaikka",
    "EChannel": "Kanava, verkkoasiointi",
    "PhoneChannel": "Kanava, puhelin",
    "WebPageChannel": "Kanava, verkkosivu",
    "PrintableForm": "Kanava, lomake",
}
_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


class Saved(NamedTuple):
    """One record as it was saved."""

    kind: str
    """Its object in the table."""
    id: str
    title: str
    """Kind and Finnish name, for the report."""
    packed: bytes
    """Its values, a fifth of what they are unpacked: pages of a county hold tens of thousands of channels."""
    path: str
    """File and JSON path."""
    modified: str

    @property
    def values(self) -> dict[str, Any]:
        """What was saved, unpacked anew each time."""
        found: dict[str, Any] = marshal.loads(self.packed)
        return found


@dataclass
class Register:
    """What all files hold together."""

    services: dict[str, Saved] = field(default_factory=dict)
    channels: dict[str, Saved] = field(default_factory=dict)
    organisations: dict[str, Saved] = field(default_factory=dict)
    archived: set[str] = field(default_factory=set)
    """Ids of records that say so of themselves."""
    seen: set[str] = field(default_factory=set)
    """Ids of all records, of every state."""
    links: dict[str, list[str]] = field(default_factory=dict)
    """Service → ids of its channels, as the channels tell."""
    used: set[str] = field(default_factory=set)
    """Ids of channels that some service names."""
    read: int = 0
    """Records read, of every state."""

    def of(self, kind: str) -> dict[str, Saved]:
        """Records of one kind by id."""
        return {SERVICE: self.services, ORGANISATION: self.organisations}.get(kind, self.channels)


class Reader:
    """Reads files into one register."""

    def __init__(self, notes: Notes) -> None:
        self.register, self._notes, self._every = Register(), notes, notes.of()
        self._pages: dict[tuple[str, str], set[int]] = {}

    def read(self, file: Path) -> Iterator[int]:
        """Take a file's records; gives, while it goes on, how many bytes have been read."""
        try:
            data = file.read_bytes()
        except OSError as wrong:
            self._every.add("file-unread", file.name, why=wrong.strerror or type(wrong).__name__)
            return
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            self._every.add("file-encoding", file.name)
            text = data.decode("utf-8", errors="replace")
        size, before, done = len(data), self.register.read, 0
        del data
        try:
            for path, value, end in _values(text, self._take_page):
                self._take(value, f"{file.name}: {path}")
                share = size * end // max(len(text), 1)
                yield share - done
                done = share
        except (ValueError, RecursionError) as wrong:
            self._every.add("file-broken", file.name, line=getattr(wrong, "lineno", "?"))
        yield size - done
        if self.register.read == before:
            self._every.add("file-empty", file.name)

    def finish(self) -> Register:
        """Everything read, after noting which pages are not there."""
        for (kind, count), numbers in sorted(self._pages.items()):
            if count.isdecimal() and len(numbers) < int(count) < 100_000:
                missing = [str(number) for number in range(1, int(count) + 1) if number not in numbers]
                self._every.add("pages-missing", kind, f"{kind} {', '.join(missing[:20])} / {count}")
        return self.register

    def _take_page(self, page: dict[str, Any], kind: str) -> None:
        number, count = page.get("pageNumber"), page.get("pageCount")
        if type(number) is int and type(count) is int and count > 1:
            self._pages.setdefault((kind, str(count)), set()).add(number)

    def _take(self, value: Any, path: str) -> None:
        kind, own = kind_of(value), _text(value, "id")
        if kind is None or not own:
            named = isinstance(value, dict) and own and set(value) <= {"id", "name", "modified"}
            self._every.add("only-names" if named else "unknown-item", path, shown(value))
            return
        self.register.read += 1
        self.register.seen.add(own)
        saved = Saved(kind, own, title_of(kind, value, own), marshal.dumps(value), path, _text(value, "modified"))
        state = _text(value, "publishingStatus")
        if state and state.lower() != PUBLISHED:
            if state.lower() in ARCHIVED:
                self.register.archived.add(own)
            else:
                self._notes.of(saved.title).add("not-published", "publishingStatus", state)
            return
        known = self.register.of(kind)
        if own in known:
            self._notes.of(saved.title).add("read-twice", f"{known[own].path}, {path}")
            if known[own].modified >= saved.modified:
                return
        known[own] = saved
        self.register.used |= set(_linked_ids(value, "serviceChannels", "serviceChannel"))
        if kind in CHANNELS.values():
            for service in _linked_ids(value, "services", "service"):
                self.register.links.setdefault(service, []).append(own)


def kind_of(value: Any) -> str | None:
    """The object that a record is, None when it is none that is known."""
    if not isinstance(value, dict):
        return None
    if isinstance(told := value.get("serviceChannelType"), str):
        return CHANNELS.get(told)
    return next((kind for kind, names in _NAMES.items() if names in value), None)


def title_of(kind: str, value: dict[str, Any], own: str) -> str:
    """Kind, name and id as the report tells them."""
    label = _LABELS[kind]
    names = value.get(_NAMES.get(kind, "serviceChannelNames"))
    told = [each for each in names if isinstance(each, dict) and each.get("value")] if isinstance(names, list) else []
    told.sort(key=lambda each: (each.get("language") != "fi", each.get("type") != "Name"))
    name = shown(one_line(str(told[0]["value"]))) if told else "nimetön"
    return f"{label} ”{name}” ({shown(own)})"


def _text(value: Any, key: str) -> str:
    found = value.get(key) if isinstance(value, dict) else None
    return found.strip() if isinstance(found, str) else ""


def _linked_ids(values: dict[str, Any], field_name: str, item_name: str) -> Iterator[str]:
    """Ids that a saved record lists."""
    told = values.get(field_name)
    for each in told if isinstance(told, list) else ():
        item = each.get(item_name) if isinstance(each, dict) else None
        own = item.get("id") if isinstance(item, dict) else None
        if isinstance(own, str):
            yield own


# --- values of a text, one at a time ----------------------------------------------------------------------------------


Found = tuple[str, Any, int]
"""JSON path, record and where in the text it ends."""
PageDone = Callable[[dict[str, Any], str], None]


def _values(text: str, page_done: PageDone) -> Iterator[Found]:
    """Every record of a file. Raises ValueError at the first thing that is no JSON."""
    at, number = _skip(text, 0), 0
    while at < len(text):
        root = "$" if number == 0 else f"$#{number + 1}"
        if text[at] == "{":
            at = yield from _object(text, at, root, page_done)
        elif text[at] == "[":
            at = yield from _array(text, at, root, page_done)
        else:
            value, at = _DECODER.raw_decode(text, at)
            yield root, value, at
        at, number = _skip(text, at), number + 1


def _object(text: str, at: int, path: str, page_done: PageDone) -> Generator[Found, None, int]:
    """A page, whose records come one at a time, or one record."""
    found: dict[str, Any] = {}
    kind, is_page = "", False
    at = _skip(text, at + 1)
    while at < len(text) and text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _expected(text, _skip(text, at), ":"))
        if key == "itemList" and text[at : at + 1] == "[":
            is_page = True
            for where, value, end in _elements(text, at, f"{path}.itemList"):
                if where:
                    kind = kind or kind_of(value) or ""
                    yield where, value, end
                at = end
        else:
            value, at = _DECODER.raw_decode(text, at)
            if isinstance(key, str):
                found[key] = value
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
    at = _expected(text, at, "}")
    if is_page or "itemList" in found:
        page_done(found, kind)
    else:
        yield path, found, at
    return at


def _array(text: str, at: int, path: str, page_done: PageDone) -> Generator[Found, None, int]:
    for where, value, end in _elements(text, at, path):
        at = end
        if not where:
            continue
        items = value.get("itemList") if isinstance(value, dict) else None
        if isinstance(items, list):
            for index, item in enumerate(items):
                yield f"{where}.itemList[{index}]", item, end
            page_done(value, next((kind for item in items if (kind := kind_of(item))), ""))
        else:
            yield where, value, end
    return at


def _elements(text: str, at: int, path: str) -> Iterator[Found]:
    """Each element of the list that begins at `at`; at last its end, with an empty path."""
    at, index = _skip(text, at + 1), 0
    while at < len(text) and text[at] != "]":
        value, at = _DECODER.raw_decode(text, at)
        yield f"{path}[{index}]", value, at
        at, index = _skip(text, at), index + 1
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
    yield "", None, _expected(text, at, "]")


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _expected(text: str, at: int, mark: str) -> int:
    if text[at : at + 1] != mark:
        raise json.JSONDecodeError(f"{mark} expected", text, at)
    return at + 1
