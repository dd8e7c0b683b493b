"""A file's values beside their places and their models: what a formatter goes through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from tno.formatting.spelling import fields_by_key
from tno.read.yaml_events import Builder, Member, Value
from tno.records.base import Part


class Document:
    """One YAML text with the events its values were made of. Only for texts that read without an error."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._builder = Builder(text, places=True)
        self.data: Value = self._builder.document()

    def members(self, container: Value) -> dict[Any, Member]:
        """Key or index → events of a mapping's or a list's values, in the order of the text."""
        return (self._builder.members or {}).get(id(container), {})

    def is_flow(self, member: Member) -> bool:
        """Whether a value is a mapping or a list in brackets."""
        return bool(getattr(member.value, "flow_style", False))

    @property
    def root(self) -> Member:
        """The event of the whole."""
        return Member(None, self._builder.root)

    def start(self, member: Member) -> int:
        """Where a key begins, or an item of a list."""
        event = member.value if member.key is None else member.key
        return int(event.start_mark.index)

    def end(self, member: Member, value: Value) -> int:
        """Where what is written of a value ends; blank lines and comments after it do not count."""
        if not hasattr(member.value, "flow_style"):
            return int(member.value.end_mark.index)
        if self.is_flow(member):
            return self._builder.ends[member.value.start_mark.index]
        step, last = list(self.members(value).items())[-1]
        return self.end(last, value[step])  # type: ignore[index]


@dataclass(frozen=True)
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
