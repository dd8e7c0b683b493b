"""`tno.frozen`: as the standard library's frozen dataclasses, only made later."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from copy import copy
from dataclasses import asdict, field, fields, is_dataclass, make_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tno.frozen import frozen

PACKAGE = Path(__file__).parent.parent / "hooks" / "tno"


@frozen
class Ours:
    """A value."""

    name: str
    parts: tuple[int, ...] = ()
    notes: dict[str, str] = field(default_factory=dict, hash=False)
    cache: dict[str, str] = field(default_factory=dict, compare=False, repr=False)


@frozen
class More(Ours):
    """A value that is another."""

    more: int = 0


Standard: Any = make_dataclass("Standard", [(each.name, each.type, each) for each in fields(Ours)], frozen=True)
"""The same, as the standard library makes it."""


@frozen
class Unread:
    """Only ever unpickled in these tests."""

    name: str


@frozen
class Unasked:
    """Never made."""

    name: str


def test_a_class_is_not_made_before_it_is_needed() -> None:
    assert "__eq__" not in Unasked.__dict__
    assert [each.name for each in fields(Unasked)] == ["name"]
    assert "__eq__" in Unasked.__dict__


def test_an_object_is_what_the_standard_library_would_make() -> None:
    ours, standard = Ours("a", notes={"b": "c"}), Standard("a", notes={"b": "c"})
    assert is_dataclass(Ours)
    assert asdict(ours) == asdict(standard)
    assert repr(ours) == repr(standard).replace("Standard", "Ours")
    assert hash(ours) == hash(standard)


def test_equal_where_what_is_compared_is_equal() -> None:
    ours = Ours("a", (1,))
    assert ours == Ours("a", (1,), cache={"x": "y"})
    assert ours != Ours("a")
    assert ours != Standard("a", (1,))
    assert len({ours, Ours("a", (1,)), Ours("b")}) == 2
    assert replace(ours, name="b") == Ours("b", (1,))


def test_defaults_are_made_anew() -> None:
    assert Ours("a").cache is not Ours("a").cache


def test_a_missing_value_is_refused() -> None:
    with pytest.raises(TypeError, match="name"):
        Ours()  # type: ignore[call-arg]


def test_a_class_has_what_its_base_has() -> None:
    assert More("a", (1,), more=3) == More("a", (1,), {}, {}, 3)
    assert [each.name for each in fields(More)] == ["name", "parts", "notes", "cache", "more"]


def test_what_was_kept_is_equal_though_nothing_was_made_before() -> None:
    unmade = object.__new__(Unread)
    unmade.__dict__["name"] = "a"
    kept = pickle.dumps(unmade)
    assert "__eq__" not in Unread.__dict__
    first, second = pickle.loads(kept), pickle.loads(kept)
    assert first == second
    assert first.name == "a"
    assert hash(first) == hash(Unread("a"))
    assert copy(first) == first


def _decorated() -> Iterator[tuple[str, ast.ClassDef]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any(ast.unparse(each) == "frozen" for each in node.decorator_list):
                yield f"{file.stem}.{node.name}", node


def test_no_frozen_class_writes_what_is_made_for_it() -> None:
    made = {"__init__", "__setstate__", "__post_init__"}
    own = {
        name
        for name, node in _decorated()
        for each in node.body
        if isinstance(each, ast.FunctionDef) and each.name in made
    }
    assert own == set()
