"""Finds the parts of records that a rule is about by reading the models once, so that no rule keeps a list of fields.

A new reference, date or contact in a model is checked from the day it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, NamedTuple, TypeVar, get_args

from pydantic.fields import FieldInfo

from tno.records import Record
from tno.records.base import HIDDEN, Part

Tag = TypeVar("Tag")
Path = tuple[str | int, ...]


class Named(NamedTuple):
    """A field: its attribute in the model and its key in the file."""

    attribute: str
    key: str
    info: FieldInfo


class _Child(NamedTuple):
    attribute: str
    key: str
    plans: dict[type[Part], _Plan[Any]]


class _Plan(NamedTuple, Generic[Tag]):
    """What to look at in one model: its own tag, and the fields that lead to further parts."""

    tag: Tag | None
    children: tuple[_Child, ...]

    @property
    def leads_somewhere(self) -> bool:
        return self.tag is not None or bool(self.children)


class Finder(Generic[Tag]):
    """The parts of a record whose model `wanted` gives a tag for; the record itself is the first."""

    def __init__(self, wanted: Callable[[type[Part]], Tag | None]) -> None:
        """
        Args:
            wanted: what the rule needs to know about a model, or None when it has nothing to do there.
        """
        self._wanted = wanted
        self._plans: dict[type[Part], _Plan[Tag]] = {}

    def over(self, records: Iterable[Record]) -> Iterator[tuple[Record, Path, dict[str, Any], Tag]]:
        """(record, path, the part's values by attribute, tag) of each wanted part, in the order of the fields."""
        found: list[tuple[Path, dict[str, Any], Tag]] = []
        for record in records:
            plan = self._plans.get(type(record)) or self._plan(type(record))
            if plan.children:
                _walk(record.__dict__, (), plan, found)
                for path, values, tag in found:
                    yield record, path, values, tag
                found.clear()
            elif plan.tag is not None:
                yield record, (), record.__dict__, plan.tag

    def _plan(self, model: type[Part]) -> _Plan[Tag]:
        if model not in self._plans:
            children = []
            for field in fields_of(model):
                plans = {part: self._plan(part) for part in _parts_in(field.info.annotation)}
                kept = {part: plan for part, plan in plans.items() if plan.leads_somewhere}
                if kept:
                    children.append(_Child(field.attribute, field.key, kept))
            self._plans[model] = _Plan(self._wanted(model), tuple(children))
        return self._plans[model]


def _walk(values: dict[str, Any], path: Path, plan: _Plan[Tag], found: list[tuple[Path, dict[str, Any], Tag]]) -> None:
    """Adds the wanted parts to `found`. (A list and no generators: a national check walks a hundred thousand parts.)"""
    if plan.tag is not None:
        found.append((path, values, plan.tag))
    for attribute, key, plans in plan.children:
        value = values[attribute]
        if not value:
            continue
        if type(value) is not tuple:
            if child := plans.get(type(value)):
                _walk(value.__dict__, (*path, key), child, found)
            continue
        index = 0
        for item in value:
            if child := plans.get(type(item)):
                if child.children:
                    _walk(item.__dict__, (*path, key, index), child, found)
                else:
                    found.append(((*path, key, index), item.__dict__, child.tag))
            index += 1


def fields_of(model: type[Part]) -> Iterator[Named]:
    """The fields an editor may write, in the order of the model."""
    for name, info in model.model_fields.items():
        if name not in HIDDEN:
            yield Named(name, info.alias or name, info)


def metadata_of(info: FieldInfo, kind: type[Tag]) -> Iterator[Tag]:
    """The marks of type `kind` anywhere in a field's type: in `Annotated`, in lists, in alternatives."""
    for mark in [*info.metadata, *_marks_in(info.annotation)]:
        if isinstance(mark, kind):
            yield mark


def items_of(key: str, value: Any) -> Iterator[tuple[Path, str]]:
    """(key, or key and index; text) of a field's value that is one text or several."""
    if isinstance(value, str):
        yield (key,), value
    elif isinstance(value, tuple):
        yield from (((key, index), item) for index, item in enumerate(value) if isinstance(item, str))


def _marks_in(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _marks_in(argument)


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts_in(argument)
