"""Values put into their usual form where they stand; not a byte beside them changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tno.formatting.spelling import Spelling, Spellings, fields_by_key, spelling_of_days, spelling_of_hours
from tno.formatting.walk import Mapping, mappings, part_of
from tno.read.document import Document
from tno.read.yaml_events import Event, Member, Value
from tno.records.base import Part
from tno.records.order import DAYS, key_order
from tno.yaml_text import NOTHING, quoted

_PLAIN = re.compile(r"[^\W_](?:[\w.()/+–:-]| (?=\S))*")
"""Text that needs no quotation marks, in brackets either."""


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def with_usual_values(text: str, model: type[Part], spellings: Spellings) -> str:
    """`text` with every value the model knows in its usual form."""
    document = Document(text)
    edits = sorted({edit for mapping in mappings(document, model) for edit in _edits_in(document, mapping, spellings)})
    for edit in reversed(edits):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def usual(value: Value, model: type[Part] | None, spellings: Spellings) -> Value:
    """What a record or a list of them says, with every value in its usual form."""
    if isinstance(value, list):
        return [usual(item, model, spellings) for item in value]
    if not isinstance(value, dict) or model is None:
        return value
    found: dict[str, Value] = {}
    for key, item in value.items():
        name, spelling = _known(key, value, model, spellings)
        if spelling and isinstance(item, list):
            item = [spelling(each) if isinstance(each, str) else each for each in item]
        elif spelling and isinstance(item, str):
            item = spelling(item)
        found[name] = usual(item, part_of(model, key), spellings)
    return found


def _known(key: str, data: dict[str, Value], model: type[Part], spellings: Spellings) -> tuple[str, Spelling | None]:
    """A key in its usual form, and how its values are written."""
    if named := fields_by_key(model).get(key):
        return key, spellings.of(named)
    if DAYS not in key_order(model):
        return key, None
    days = spelling_of_days(key)
    return key if days in data else days, spelling_of_hours


def _edits_in(document: Document, mapping: Mapping, spellings: Spellings) -> Iterator[Edit]:
    members = document.members(mapping.data)
    for key, value in mapping.data.items():
        name, spelling = _known(key, mapping.data, mapping.model, spellings)
        yield from _edit(document.text, members[key].key, key, name)
        if spelling is not None:
            for event, text in _texts(document, members[key], value):
                yield from _edit(document.text, event, text, spelling(text))


def _texts(document: Document, member: Member, value: Value) -> Iterator[tuple[Event, str]]:
    """A value that is a text, or the texts of a list."""
    if isinstance(value, str):
        yield member.value, value
    elif isinstance(value, list):
        members = document.members(value)
        yield from ((members[index].value, item) for index, item in enumerate(value) if isinstance(item, str))


def _edit(text: str, event: Event, old: str, new: str) -> Iterator[Edit]:
    """The change from `old` to `new`, unless `old` goes on over several lines."""
    start, end = event.start_mark.index, event.end_mark.index
    written = text[start:end]
    if new != old and "\n" not in written and event.style not in ("|", ">"):
        yield Edit(start, end, _as_written(new, event.style))


def _as_written(text: str, style: str | None) -> str:
    """`text` in the quotation marks it stood in, or in some where it needs them."""
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    is_plain = _PLAIN.fullmatch(text) and text[-1] != ":" and ": " not in text and text not in NOTHING
    return text if is_plain and style != '"' else quoted(text)
