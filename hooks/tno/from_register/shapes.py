"""What an object of the register may hold: a table of fields, and objects that remember what was read of them.

Everything outside the table is noted with its place, so that nothing of an unknown version is lost in silence; inside
it every value has the type that the table says, whatever the file held.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tno.from_register import notes as said
from tno.from_register.notes import RecordNotes
from tno.from_register.people import masked

TABLE = Path(__file__).with_name("fields.csv")
_TEXTS = frozenset({"string", "uuid", "datetime", "str"})

_WITHOUT_CONTENT: Mapping[str, frozenset[str]] = {
    "": frozenset(
        (
            *("id", "organizationId", "sourceId", "oid", "modified", "language", "country", "orderNumber"),
            *("existsOnePerLanguage", "ontologyType", "parentId", "parentUri", "uri"),
        )
    ),
    "LocalizedListItem": frozenset({"type"}),
    "NameTypeByLanguage": frozenset({"type"}),
    "FintoItem": frozenset({"name"}),
    "FintoItemWithDescription": frozenset({"name", "description"}),
    "OntologyTerm": frozenset({"code"}),
    "Item": frozenset({"name"}),
    "Area": frozenset({"name", "code", "type", "municipalities"}),
    "Municipality": frozenset({"name"}),
    "Organization": frozenset({"services", "subOrganizations", "organizationRootId", "areaType", "areas"}),
    "ServiceOrganization": frozenset({"provisionType"}),
    "Service": frozenset({"fundingType", "subType", "responsibleSoteOrganization"}),
    "ServiceLocation": frozenset({"responsibleSoteOrganization"}),
    "EChannel": frozenset({"responsibleSoteOrganization"}),
    "PhoneChannel": frozenset({"responsibleSoteOrganization"}),
    "WebPageChannel": frozenset({"responsibleSoteOrganization"}),
    "PrintableForm": frozenset({"responsibleSoteOrganization"}),
    "WebPage": frozenset({"value"}),
    "AttachmentWithType": frozenset({"type"}),
}
"""Fields that tell people nothing, or the same as another that is read: leaving them out is no loss."""


_SAME_FOR_MANY = _WITHOUT_CONTENT[""] | {"type", "subType"}


class Shape(NamedTuple):
    """What a field holds."""

    type: str
    many: bool


@cache
def shapes() -> Mapping[str, Mapping[str, Shape]]:
    """Object → field → what it holds."""
    found: dict[str, dict[str, Shape]] = {}
    lines = (line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines):
        found.setdefault(row["object"], {})[row["field"]] = Shape(row["type"], row["list"] == "yes")
    return found


class Unread(NamedTuple):
    """A value that nobody read."""

    field: str
    value: str


class Node:
    """One object of the register. Reading a value marks it as read."""

    def __init__(self, kind: str, values: Mapping[str, Any], path: str) -> None:
        self.kind, self.path = kind, path
        self._values, self._read = values, set[str]()

    def text(self, field: str) -> str:
        """A text; empty when there is none."""
        self._read.add(field)
        return str(self._values.get(field) or "")

    def flag(self, field: str) -> bool | None:
        """Yes, no or not told."""
        self._read.add(field)
        value = self._values.get(field)
        return value if isinstance(value, bool) else None

    def peek(self, field: str) -> str:
        """A text, looked at to decide whether to read its object; it does not count as read."""
        return str(self._values.get(field) or "")

    def number(self, field: str) -> float | None:
        """A number written as text or as a number."""
        try:
            return float(self.text(field).replace(",", ".").replace(" ", ""))
        except ValueError:
            return None

    def node(self, field: str) -> Node | None:
        """An object in this one."""
        self._read.add(field)
        value = self._values.get(field)
        return value if isinstance(value, Node) else None

    def nodes(self, field: str) -> list[Node]:
        """A list of objects; empty when there is none."""
        self._read.add(field)
        return [each for each in self._values.get(field) or () if isinstance(each, Node)]

    def texts(self, field: str) -> list[str]:
        """A list of texts."""
        self._read.add(field)
        return [each for each in self._values.get(field) or () if isinstance(each, str)]

    def put_away(self, *fields: str) -> None:
        """Mark fields as read: what they hold is told otherwise, or is nobody's loss."""
        self._read |= set(fields)

    def put_away_whole(self) -> None:
        """The same for everything in this object."""
        self._read |= set(self._values)
        for value in self._values.values():
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, Node):
                    each.put_away_whole()

    def unread(self, within: str = "") -> Iterator[Unread]:
        """Every value that nobody read, the outermost object of it."""
        technical = _WITHOUT_CONTENT[""] | _WITHOUT_CONTENT.get(self.kind, frozenset())
        for field, value in self._values.items():
            name = f"{within}.{field}" if within else field
            if field not in self._read:
                if field not in technical and not is_empty(value):
                    yield Unread(f"{name.removesuffix('.value')}{self._of_which}", shown(value))
                continue
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, Node):
                    yield from each.unread(name)

    @property
    def _of_which(self) -> str:
        """Type and language of a text, to tell it from its neighbours."""
        told = [str(self._values[name]) for name in ("type", "language") if self._values.get(name)]
        return f" ({', '.join(told)})" if self._values.get("language") else ""

    def plain(self) -> dict[str, Any]:
        """The object as plain values, without what is empty."""
        return {name: _plain(value) for name, value in self._values.items() if not is_empty(value)}


def node_of(kind: str, value: Mapping[str, Any], path: str, notes: RecordNotes) -> Node:
    """An object of `kind`, with a note for each field or value that does not fit the table."""
    known, kept = shapes()[kind], {}
    for field, each in value.items():
        where = f"{path}.{field}"
        if (shape := known.get(field)) is None:
            if not is_empty(each):
                notes.add("unknown-field", where, shown(each))
        elif each is not None:
            kept[field] = _fitting(shape, each, where, notes)
    return Node(kind, kept, path)


def _fitting(shape: Shape, value: Any, path: str, notes: RecordNotes) -> Any:
    if not shape.many:
        return _one(shape.type, value, path, notes)
    if not isinstance(value, list):
        notes.add("unknown-value", path, shown(value))
        return []
    found = [_one(shape.type, each, f"{path}[{index}]", notes) for index, each in enumerate(value)]
    return [each for each in found if each is not None]


def _one(kind: str, value: Any, path: str, notes: RecordNotes) -> Any:
    if value is None:
        return None
    if kind in _TEXTS or kind == "int":
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value) if value or kind != "int" else ""
    elif kind == "bool":
        if isinstance(value, bool):
            return value
    elif isinstance(value, dict):
        return node_of(kind, value, path, notes)
    notes.add("unknown-value", path, shown(value))
    return None


def is_empty(value: Any) -> bool:
    """Whether a value tells nothing: null, no, an empty text or a list or object of such."""
    if isinstance(value, Node):
        return all(is_empty(each) for name, each in value._values.items() if name not in _WITHOUT_CONTENT[""])
    if isinstance(value, dict):
        return all(is_empty(each) for each in value.values())
    if isinstance(value, list):
        return all(is_empty(each) for each in value)
    return value is None or value is False or (isinstance(value, str) and not value.strip())


def shown(value: Any) -> str:
    """A value as the report shows it: on one line and short."""
    plain = _words(value)
    text = plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False, default=str)
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    text = masked(" ".join(text.split()))
    return text if len(text) <= said.MOST_LETTERS else f"{text[: said.MOST_LETTERS]}…"


def _words(value: Any) -> Any:
    """The texts and names of objects without their wrapping; other values as they are."""
    if isinstance(value, list) and value and all(isinstance(each, Node) for each in value):
        return ", ".join(str(shown(each)) for each in value if not is_empty(each))
    if isinstance(value, Node):
        return ", ".join(dict.fromkeys(_parts(value)))
    return _plain(value)


def _parts(node: Node) -> Iterator[str]:
    """What an object tells people, one after the other."""
    for field, value in node._values.items():
        if value is True:
            yield field
        elif field not in _SAME_FOR_MANY and not is_empty(value):
            yield str(_words(value))


def _plain(value: Any) -> Any:
    if isinstance(value, Node):
        return value.plain()
    if isinstance(value, list):
        return [_plain(each) for each in value if not is_empty(each)]
    return value
