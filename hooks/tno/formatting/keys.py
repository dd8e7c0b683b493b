"""Keys put in the order of a record's fields, each with the comments above it.

A key's block is its own lines, the comments right above it and those written deeper below it. What stands at the top
of a mapping and has a blank line after it is about the whole mapping and stays there.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from tno.formatting.walk import Mapping, mappings
from tno.read.document import Document
from tno.read.yaml_events import Builder
from tno.records.base import Part
from tno.records.order import in_order

MODELINE = re.compile(r" *# *yaml-language-server:")
"""A line that editors' programs read: it stays at the top."""
_DASH = re.compile(r"( *)-( +)")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


class _Block(NamedTuple):
    above: str
    """Whole lines before the key: comments and blank lines."""
    own: str
    """From the key on, to the end of its last line."""


def with_keys_in_order(text: str, model: type[Part]) -> str:
    """`text` with the keys of every mapping in order; a mapping where that cannot be done safely stays as it is."""
    left: set[tuple[str | int, ...]] = set()
    while True:
        document = Document(text)
        unsorted = (each for each in mappings(document, model) if not _is_sorted(each))
        found = next((each for each in unsorted if each.path not in left), None)
        if found is None:
            return text
        changed = _reordered(document, found)
        if changed is None or not _says_the_same(text, changed):
            left.add(found.path)
        else:
            text = changed


def _is_sorted(mapping: Mapping) -> bool:
    keys = list(mapping.data)
    return keys == in_order(mapping.model, keys)


def _says_the_same(old: str, new: str) -> bool:
    """Whether two texts hold equal values and the same comments, and `new` can be read."""
    return Document(old).data == _read(new) and Counter(_comments(old)) == Counter(_comments(new))


def _read(text: str) -> object:
    try:
        builder = Builder(text)
        data = builder.document()
    except Exception:  # libyaml has several; whatever cannot be read is not written
        return None
    return None if builder.found else data


def _comments(text: str) -> list[str]:
    return [comment.rstrip() for comment in _COMMENT.findall(text)]


def _reordered(document: Document, mapping: Mapping) -> str | None:
    """The text with one mapping in order; None where it stands in a way that is left alone."""
    if document.is_flow(mapping.member):
        return _reordered_in_brackets(document, mapping)
    return _reordered_on_lines(document, mapping)


# --- {in: brackets} -------------------------------------------------------------------------------------------------


def _reordered_in_brackets(document: Document, mapping: Mapping) -> str | None:
    """Only the pieces between the commas change places."""
    text, members = document.text, document.members(mapping.data)
    spans = [(document.start(members[key]), document.end(members[key], mapping.data[key])) for key in mapping.data]
    if "#" in text[spans[0][0] : spans[-1][1]] or any(value is None for value in mapping.data.values()):
        return None
    pieces = {key: text[start:end] for key, (start, end) in zip(mapping.data, spans, strict=True)}
    for key, (start, end) in reversed(list(zip(in_order(mapping.model, list(mapping.data)), spans, strict=True))):
        text = text[:start] + pieces[key] + text[end:]
    return text


# --- on lines of their own ------------------------------------------------------------------------------------------


def _reordered_on_lines(document: Document, mapping: Mapping) -> str | None:
    text, keys = document.text, list(mapping.data)
    members = document.members(mapping.data)
    starts = [document.start(members[key]) for key in keys]
    before = text[_line_start(text, starts[0]) : starts[0]]
    dash = _DASH.fullmatch(before)
    if (before.strip() and not dash) or any(len(text[_line_start(text, at) : at]) != len(before) for at in starts):
        return None
    blocks: dict[str, _Block] = {}
    top = starts[0] if dash else _top(text, _line_start(text, starts[0]))
    at = top
    for key, start in zip(keys, starts, strict=True):
        end = _block_end(text, document.end(members[key], mapping.data[key]), len(before))
        above = "" if dash and key == keys[0] else text[at : _line_start(text, start)]
        blocks[key] = _Block(above, _whole_lines(text[start:end]))
        at = end
    ordered = [blocks[key] for key in in_order(mapping.model, keys)]
    indent = " " * len(before)
    if dash:
        return _after_dash(text, top, at, dash, ordered, indent)
    return text[:top] + "".join(f"{block.above}{indent}{block.own}" for block in ordered) + text[at:]


def _after_dash(text: str, top: int, end: int, dash: re.Match[str], ordered: list[_Block], indent: str) -> str:
    """The first key stands on the line of the dash; its comments go above the dash, its blank lines to the next key."""
    first, second, *rest = ordered
    lines = first.above.splitlines(keepends=True)
    comments = "".join(f"{dash[1]}{line.lstrip()}" for line in lines if line.strip())
    blank = "".join(line for line in lines if not line.strip())
    start = top - len(dash[0])
    others = [_Block(blank + second.above, second.own), *rest]
    tail = "".join(f"{block.above}{indent}{block.own}" for block in others)
    return f"{text[:start]}{comments}{dash[0]}{first.own}{tail}{text[end:]}"


def _top(text: str, line: int) -> int:
    """Where the comments of a mapping's first key begin, which stands on the line that begins at `line`."""
    first = line
    while first:
        start = _line_start(text, first - 1)
        above = text[start:first]
        if not above.lstrip().startswith("#") or MODELINE.match(above):
            break
        first = start
    return first


def _block_end(text: str, end: int, column: int) -> int:
    """Where a key's block ends whose value ends at `end`: comments deeper than `column` belong to it."""
    end = end if end == _line_start(text, end) else _line_end(text, end)
    at, last = end, end
    while at < len(text):
        line = text[at : _line_end(text, at)]
        is_comment = line.lstrip().startswith("#")
        if line.strip() and not (is_comment and len(line) - len(line.lstrip(" ")) > column):
            break
        at += len(line)
        last = at if is_comment else last
    return last


def _whole_lines(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    newline = text.find("\n", index)
    return len(text) if newline < 0 else newline + 1
