"""A file's values beside their models: what a formatter goes through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from tno.formatting.spelling import fields_by_key
from tno.frozen import frozen
from tno.read.document import Document
from tno.read.yaml_events import Member, Value
from tno.records.base import Part


@frozen
class Mapping:
    """A mapping whose keys a model knows."""

    member: Member
    data: dict[str, Value]
    model: type[Part]
    path: tuple[str | int, ...]


def mappings(document: Document, model: type[Part]) -> Iterator[Mapping]:
    """Every mapping of the records in `document` that has a model, inner ones first."""
    if isinstance(document.data, list):
        members = document.members(document.data)
        for index, value in enumerate(document.data):
            yield from _inner(document, members[index], value, model, (index,))
    else:
        yield from _inner(document, document.root, document.data, model, ())


def _inner(
    document: Document, member: Member, value: Value, model: type[Part], path: tuple[str | int, ...]
) -> Iterator[Mapping]:
    if isinstance(value, list):
        members = document.members(value)
        for index, item in enumerate(value):
            yield from _inner(document, members[index], item, model, (*path, index))
    elif isinstance(value, dict):
        fields, members = fields_by_key(model), document.members(value)
        for key, item in value.items():
            if isinstance(item, dict | list) and key in fields and (child := part_of(model, key)):
                yield from _inner(document, members[key], item, child, (*path, key))
        yield Mapping(member, value, model, path)


@cache
def part_of(model: type[Part], key: str) -> type[Part] | None:
    """The model of the mappings in a field, if they have one."""
    named = fields_by_key(model).get(key)
    return next(_parts_in(named.info.annotation), None) if named else None


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts_in(argument)
