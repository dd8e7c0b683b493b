"""From libyaml's events to plain data: the one builder behind reading with and without places.

Events cost an eighth of what `yaml.compose` does (of a record: 0.1 ms against 0.9 ms), and leave every scalar as text.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias
from unicodedata import normalize

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tno.read.characters import FORBIDDEN, code_of, name_of

Value: TypeAlias = "dict[str, Value] | list[Value] | str | None"
"""What a file says: maps, lists, text as written; None for nothing, `~` or `null` without quotes."""

Event: TypeAlias = Any
"""An event of libyaml. Its class is compared by identity, which is faster and which type checkers do not follow."""

Step: TypeAlias = "str | int"
"""A key of a map or a 0-based index of a list."""

DEEPEST = 50
"""Levels of maps and lists in each other; real records have five."""

CURLY = frozenset("”“„’‘«»")
"""Quotation marks that word processors write; YAML takes them for letters."""
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


class Finding(NamedTuple):
    """Something that cannot be used, with its place as indexes of the text."""

    code: str
    start: int
    end: int | None
    """None: to the end of the line."""
    data: dict[str, str]
    earlier: int | None = None
    """Where the same key was the first time."""


class Member(NamedTuple):
    """The events a map's value or a list's item was made of."""

    key: Event
    """None for an item of a list."""
    value: Event


class TooDeepError(Exception):
    """The builder has stopped: what follows is not read."""


class Builder:
    """Builds the value of one text; `found` tells what could not be used on the way.

    With `places=True` it also keeps the events: `members[id(container)]` by step, and where a map or list that
    starts at an index ends: `ends[index]`.

    Raises (from `document`): `yaml.YAMLError` where libyaml cannot go on, `TooDeepError`, and `UnicodeEncodeError` for
    half characters. Nothing else.
    """

    __slots__ = ("_next", "ends", "found", "members", "root")

    def __init__(self, text: str, places: bool = False) -> None:
        self._next = CParser(text).get_event
        self.found: list[Finding] = []
        self.members: dict[int, dict[Step, Member]] | None = {} if places else None
        self.ends: dict[int, int] = {}
        self.root: Event | None = None

    def document(self) -> Value:
        """The value of the only document; None for an empty text."""
        self._next()
        if type(self._next()) is not DocumentStartEvent:
            return None
        self.root = self._next()
        value = self._value(self.root, 0)
        self._no_more_documents()
        return value

    def _no_more_documents(self) -> None:
        event = self._next()
        while type(event) is not StreamEndEvent:
            if type(event) is DocumentStartEvent:
                self._refuse("yaml-documents", event)
                return
            event = self._next()

    def _value(self, event: Event, depth: int) -> Value:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is MappingStartEvent:
            return self._mapping(event, depth + 1)
        if kind is SequenceStartEvent:
            return self._sequence(event, depth + 1)
        self._refuse("yaml-alias", event)
        return None

    def _scalar(self, event: Event) -> str | None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        text: str = event.value
        if text in NOTHING and event.implicit[0]:
            return None
        if event.style == '"':
            self._refuse_escaped(event)
        return text if text.isascii() else self._tidied(text, event)

    def _tidied(self, text: str, event: Event) -> str:
        """`text` with each letter in one piece: some programs write `ä` as `a` and dots, which looks the same."""
        if not event.style and text[0] in CURLY and text[-1] in CURLY and len(text) > 1:
            self._refuse("yaml-curly-quotes", event, value=text, fixed=text[1:-1].strip())
        return normalize("NFC", text)

    def _mapping(self, start: Event, depth: int) -> dict[str, Value]:
        data: dict[str, Value] = {}
        self._open(start, depth)
        next_event, scalar, members = self._next, self._scalar, self._members_of(data)
        while type(key_event := next_event()) is not MappingEndEvent:
            key = self._key(key_event, data, depth)
            event = next_event()
            value = scalar(event) if type(event) is ScalarEvent else self._value(event, depth)
            if key is None:
                continue
            data[key] = value
            if members is not None:
                members[key] = Member(key_event, event)
        self._close(start, key_event)
        return data

    def _sequence(self, start: Event, depth: int) -> list[Value]:
        data: list[Value] = []
        self._open(start, depth)
        next_event, value, members = self._next, self._value, self._members_of(data)
        while type(event := next_event()) is not SequenceEndEvent:
            if members is not None:
                members[len(data)] = Member(None, event)
            data.append(value(event, depth))
        self._close(start, event)
        return data

    def _members_of(self, data: Value) -> dict[Step, Member] | None:
        if self.members is None:
            return None
        members: dict[Step, Member] = {}
        self.members[id(data)] = members  # in place of those of a dropped container that had the same id
        return members

    def _key(self, event: Event, data: dict[str, Value], depth: int) -> str | None:
        """The key's text; None when the pair must be left out, which is then among `found`."""
        if type(event) is not ScalarEvent:
            self._refuse_odd_key(event, depth)
            return None
        key: str = event.value
        if key in data:
            self._refuse_again(event, data)
            return None
        if key == "<<" or key == "" or not key.isidentifier():
            return self._unusual_key(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        return key if key.isascii() else normalize("NFC", key)

    def _refuse_odd_key(self, event: Event, depth: int) -> None:
        """A map, a list or an alias in the place of a key."""
        if type(event) is not AliasEvent:
            self.found.append(Finding("yaml-key-not-text", event.start_mark.index, None, {}))
        self._value(event, depth)

    def _unusual_key(self, event: Event) -> str | None:
        key: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if event.style == '"':
            self._refuse_escaped(event)
        if key == "<<" and event.implicit[0]:
            self._refuse("yaml-merge", event)
            return None
        if key == "":
            self._refuse("yaml-key-empty", event)
            return None
        if event.implicit[0] and key != key.strip():  # libyaml has stripped spaces; what is left only looks like one
            self._refuse("yaml-hard-space", event)
        return key if key.isascii() else normalize("NFC", key)

    def _open(self, event: Event, depth: int) -> None:
        if depth > DEEPEST:
            self._refuse("yaml-nesting", event, limit=str(DEEPEST))
            raise TooDeepError
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)

    def _close(self, start: Event, end: Event) -> None:
        if self.members is not None:
            self.ends[start.start_mark.index] = end.end_mark.index

    def _refuse(self, code: str, event: Event, **data: str) -> None:
        self.found.append(Finding(code, event.start_mark.index, event.end_mark.index, data))

    def _refuse_properties(self, event: Event) -> None:
        """An anchor or a tag before a value: the value is kept, the file is not published."""
        code = "yaml-anchor" if event.anchor is not None else "yaml-tag"
        self.found.append(Finding(code, event.start_mark.index, None, {}))

    def _refuse_again(self, event: Event, data: dict[str, Value]) -> None:
        """A key written twice. Where it was first is known only when places are kept."""
        start, end = event.start_mark.index, event.end_mark.index
        first = self.members[id(data)][event.value].key.start_mark.index if self.members is not None else None
        self.found.append(Finding("yaml-duplicate-key", start, end, {"value": event.value}, first))

    def _refuse_escaped(self, event: Event) -> None:
        """A forbidden character written as an escape (`"\\0"`), which no look at the text would find."""
        if (match := FORBIDDEN.search(event.value)) is not None:
            self._refuse(code_of(match[0]), event, character=name_of(match[0]), count="1")
