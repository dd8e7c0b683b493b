"""YAML as nearly all of it is written, read by its lines: a third of what libyaml's events cost.

Keys with a value behind them or a block under them, dashes, words, quotes without escapes, lists in brackets on one
line, texts after `>-` or `|-`. What is taken is listed here, and what is not has no list: whatever else a text has
(comments, anchors, words over several lines, a key twice, any mistake at all), nothing is said of it, and `yaml_events`
reads it: that is where YAML is known. `tests/test_read_plain_yaml.py` holds the two alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NoReturn, TypeVar
from unicodedata import normalize

from tno.read.yaml_events import NOTHING, Value

_KEY = r"[A-Za-z_][A-Za-z0-9_]{0,60}(?:-[A-Za-z0-9_]{1,60}){0,4}"
_LINES = re.compile(rf'^( *)((?:- +)?)(?:({_KEY}|"{_KEY}"):(?: +|$))?(.*)$', re.MULTILINE)
"""Each line: its indent, a dash with the spaces after it, a key, the rest."""
_ITEM = r"""(?:[^\W_][^,\[\]{}:#"'&*!|>%@`?\\]*|"[^"\\]*")"""
_ITEMS = re.compile(_ITEM)
_LIST = re.compile(rf"\[ *{_ITEM}(?:, *{_ITEM})*\]")
_PAIRS = re.compile(rf"({_KEY}): +({_ITEM})")
_MAP = re.compile(rf"\{{ *{_KEY}: +{_ITEM}(?:, *{_KEY}: +{_ITEM})*\}}")
_QUOTED = re.compile(r'"[^"\\]*"|' + "'[^']*'")
_MORE_THAN_WORDS = frozenset("-?:,[]{}#&*!|>'\"%@`“”„‘’‚«»")
"""First characters of what may be more than the words that stand there."""
_BLOCKS = {">-": " ", "|-": "\n"}
"""Sign of a text that stands in lines of its own under its key → what comes between the lines."""
_DEEPEST = 20

Waiting = tuple[int, dict[str, Any], str]
"""A key with nothing behind it yet: its column, its map, the key."""
New = TypeVar("New", dict[str, Any], list[Any])


class _UnsureError(Exception):
    """The text has something that this module does not know for certain."""


def plain_value(text: str) -> Value:
    """The value of `text`, exactly as `yaml_events` builds it; None when that has to be asked."""
    if " #" in text or not text.replace("\n", "").isprintable():
        return None
    try:
        value: Value = _Reading(text).root
    except _UnsureError:
        return None
    return value


class _Reading:
    """The maps and lists that are open, innermost last, each with the column its keys or dashes stand in."""

    def __init__(self, text: str) -> None:
        self.root: Any = None
        self._open: list[tuple[int, Any]] = []
        waiting: Waiting | None = None
        keys: dict[str, Any] = {}
        at = -1  # the column of `keys`, when they are innermost
        block: tuple[str, str, int] | None = None  # a text under the last key: the key, its sign, its first line
        for number, (indent, dash, key, rest) in enumerate(_LINES.findall(text)):
            column = len(indent)
            if block is not None:
                if column > at or not (dash or key or rest):
                    continue
                keys[block[0]] = _joined(text.split("\n")[block[2] : number], block[1])
                block = None
            if dash:
                items = self._list_at(column, waiting)
                waiting, at = None, -1
                if not key:
                    items.append(_value(rest) if rest else _unsure())
                    continue
                column, keys = column + len(dash), {}
                items.append(keys)
                self._open.append((column, keys))
            elif key:
                if column != at or waiting is not None:
                    keys = self._map_at(column, waiting)
                    waiting = None
            elif not rest or rest[0] == "#":  # a note in the first column: elsewhere there is a space before it
                continue
            else:
                raise _UnsureError
            if key[0] == '"':
                key = key[1:-1]
            if key in keys:
                raise _UnsureError
            at = column
            if not rest:
                keys[key], waiting = None, (column, keys, key)
            elif rest in _BLOCKS:
                keys[key], block = None, (key, rest, number + 1)
            elif rest[0] in _MORE_THAN_WORDS:
                keys[key] = _marked(rest)
            elif rest[-1] in ": " or ": " in rest:
                raise _UnsureError
            else:
                keys[key] = _composed(rest) if rest not in NOTHING else None
        if block is not None:
            keys[block[0]] = _joined(text.split("\n")[block[2] :], block[1])
        if self.root is None:
            raise _UnsureError

    def _map_at(self, column: int, waiting: Waiting | None) -> dict[str, Any]:
        """The map whose keys stand in `column`: an open one, or a new one under the key that waits for its value."""
        new: dict[str, Any] = {}
        if waiting is not None and column > waiting[0]:
            return self._begun(column, new, waiting)
        within = self._open
        while within and (within[-1][0] > column or (within[-1][0] == column and type(within[-1][1]) is list)):
            within.pop()
        return self._of(dict, column) if within else self._begun(column, new)

    def _list_at(self, column: int, waiting: Waiting | None) -> list[Any]:
        """The list whose dashes stand in `column`; under a key they may stand as far left as the key."""
        new: list[Any] = []
        if waiting is not None and column >= waiting[0]:
            return self._begun(column, new, waiting)
        within = self._open
        while within and within[-1][0] > column:
            within.pop()
        return self._of(list, column) if within else self._begun(column, new)

    def _of(self, kind: type[New], column: int) -> New:
        """The innermost that is open, if that is what stands in `column`."""
        there, found = self._open[-1]
        if there != column or type(found) is not kind:
            raise _UnsureError
        return found

    def _begun(self, column: int, new: New, waiting: Waiting | None = None) -> New:
        if waiting is not None:
            waiting[1][waiting[2]] = new
        elif self.root is None and column == 0:
            self.root = new
        else:
            raise _UnsureError
        if len(self._open) == _DEEPEST:
            raise _UnsureError
        self._open.append((column, new))
        return new


def _unsure() -> NoReturn:
    raise _UnsureError


def _value(written: str) -> Value:
    if written[0] in _MORE_THAN_WORDS:
        return _marked(written)
    if written[-1] in ": " or ": " in written:
        raise _UnsureError
    return _composed(written) if written not in NOTHING else None


def _marked(written: str) -> Value:
    """What begins with a mark: in quotes, in brackets; else there is more to it."""
    if written[0] == "[":
        return list(_list(written))
    if _QUOTED.fullmatch(written):
        return _composed(written[1:-1])
    if written[0] == "{":
        return _map(written)
    raise _UnsureError


def _joined(lines: list[str], sign: str) -> str:
    """A text of several lines, all equally far in; none is empty but the last ones."""
    while lines and not lines[-1]:
        lines.pop()
    far = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else 0
    if not lines or any(not line or line[-1] == " " or line[:far].strip(" ") or line[far] == " " for line in lines):
        raise _UnsureError
    return _composed(_BLOCKS[sign].join(line[far:] for line in lines))


@lru_cache(maxsize=1 << 12)
def _list(written: str) -> tuple[Value, ...]:
    if _LIST.fullmatch(written):
        items = written[1:-1].split(",") if '"' not in written else _ITEMS.findall(written[1:-1])
        return tuple(_item(item.strip(" ")) for item in items)
    if written == "[]":
        return ()
    raise _UnsureError


def _map(written: str) -> dict[str, Value]:
    pairs = _PAIRS.findall(written) if _MAP.fullmatch(written) else []
    keys: dict[str, Value] = {key: _item(item.rstrip(" ")) for key, item in pairs}
    if not pairs or len(keys) < len(pairs):
        raise _UnsureError
    return keys


def _item(written: str) -> str | None:
    if written[0] == '"':
        return _composed(written[1:-1])
    return _composed(written) if written not in NOTHING else None


def _composed(text: str) -> str:
    return text if text.isascii() else normalize("NFC", text)
