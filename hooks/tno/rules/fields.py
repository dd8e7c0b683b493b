"""Finds the parts of records that a rule is about by reading the models once, so that no rule keeps a list of fields.

A new reference, date or contact in a model is checked from the day it is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar, get_args

from pydantic.fields import FieldInfo

from tno.records import Record
from tno.records.base import HIDDEN, Part

Tag = TypeVar("Tag")
Path = tuple[str | int, ...]


Placed = tuple[Record, Path, dict[str, Any]]
"""A part: the record it is in, where, and its values by attribute."""
Parts = Mapping[type[Part], Sequence[Placed]]
"""Model → every part of that model that some rule is about, records included, in the order of the records."""


class Named(NamedTuple):
    """A field: its attribute in the model and its key in the file."""

    attribute: str
    key: str
    info: FieldInfo


_FINDERS: list[Finder[Any]] = []
"""Every finder of every rule: what none of them wants is not gone through."""


class Finder(Generic[Tag]):
    """The parts that a rule is about: those of whose model `wanted` has something to say."""

    def __init__(self, wanted: Callable[[type[Part]], Tag | None]) -> None:
        """
        Args:
            wanted: what the rule needs to know about a model, or None when it has nothing to do there.
        """
        self._wanted = cache(wanted)
        _FINDERS.append(self)

    def wants(self, model: type[Part]) -> bool:
        """Whether the rule has anything to do with parts of this model."""
        return self._wanted(model) is not None

    def among(self, parts: Parts) -> Iterator[tuple[Tag, Sequence[Placed]]]:
        """What is wanted of each model, with the parts of that model."""
        for model, placed in parts.items():
            if (tag := self._wanted(model)) is not None:
                yield tag, placed


def parts_of(records: Iterable[Record]) -> Parts:
    """The parts of `records`, gone through once for all rules: a national check has thirty thousand."""
    found: dict[type[Part], list[Placed]] = defaultdict(list)
    for record in records:
        _add_parts(found, type(record), (record, (), record.__dict__))
    return found


def _add_parts(found: dict[type[Part], list[Placed]], model: type[Part], placed: Placed) -> None:
    found[model].append(placed)
    record, path, values = placed
    for attribute, key, models in _fields_with_parts(model):
        value = values[attribute]
        if type(value) is tuple:
            for index, item in enumerate(value):
                if (child := type(item)) in models:
                    inner = record, (*path, key, index), item.__dict__
                    if models[child]:
                        _add_parts(found, child, inner)
                    else:
                        found[child].append(inner)
        elif (child := type(value)) in models:
            _add_parts(found, child, (record, (*path, key), value.__dict__))


@cache
def _fields_with_parts(model: type[Part]) -> tuple[tuple[str, str, Mapping[type[Part], bool]], ...]:
    """Attribute, key, and the models of parts that matter in a field, each with whether it holds such parts itself."""
    found = []
    for field in fields_of(model):
        models = {part: bool(_fields_with_parts(part)) for part in _parts_in(field.info.annotation)}
        kept = {part: holds for part, holds in models.items() if holds or any(each.wants(part) for each in _FINDERS)}
        if kept:
            found.append((field.attribute, field.key, kept))
    return tuple(found)


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
