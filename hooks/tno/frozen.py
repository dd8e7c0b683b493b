"""Frozen dataclasses that cost nothing until one is made.

Two hundred classes of values, most of them contexts of templates, are known to every run, and a build in which one file
has changed makes objects of forty. The standard library writes and compiles six methods for each of them on import:
a third of the time that a build took to start. Here it is done when the first object of a class is made or read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Made = TypeVar("Made")

_LATER = ("__init__", "__setstate__", "__dataclass_fields__")
"""What is asked of a class first: when an object is made, when one is unpickled, by `fields` and `replace`."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Made]) -> type[Made]:
    """`dataclass(frozen=True)`: equal where its fields are, with a hash; `fields`, `replace` and `asdict` know it.

    That nothing is set anew is for the type checker to see: to refuse it would make each object four times as dear.
    """
    for name in _LATER:
        setattr(cls, name, _Later(cls, name))
    return cls


class _Later:
    """Stands for an attribute of a class whose methods are not made yet."""

    def __init__(self, cls: type, name: str) -> None:
        self._cls, self._name = cls, name

    def __get__(self, instance: object | None, owner: type) -> Any:
        if self._cls.__dict__.get(self._name) is self:
            _make(self._cls)
        return getattr(owner if instance is None else instance, self._name)


def _make(cls: Any) -> None:
    for name in _LATER:
        delattr(cls, name)
    dataclass(eq=False, repr=False)(cls)
    compared = _values([each.name for each in fields(cls) if each.compare])
    hashed = _values([each.name for each in fields(cls) if (each.compare if each.hash is None else each.hash)])
    shown = [each.name for each in fields(cls) if each.repr]

    def same(self: object, other: object) -> bool:
        return compared(self) == compared(other) if type(self) is type(other) else NotImplemented

    def told(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    own = {"__eq__": same, "__hash__": lambda self: hash(hashed(self)), "__repr__": told}
    for name, method in own.items():
        if name not in cls.__dict__:
            setattr(cls, name, method)


def _values(names: list[str]) -> Callable[[object], Any]:
    return attrgetter(*names) if names else bool
