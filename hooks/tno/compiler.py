"""How templates become Python: Jinja2's own compiler, with those things changed that a page does a thousand times.

What comes out is the same as from the stock environment, as long as contexts are objects (dicts only where a template
writes them itself) and no function asks for the context; a test renders both.
"""

from __future__ import annotations

import operator
import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from importlib.util import cache_from_source
from keyword import iskeyword
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from tno.digest import digest


def escaped(value: Any) -> str:
    """What autoescape writes of a value: as `markupsafe.escape`, without making a `Markup` of every piece of text.

    A page has a hundred pieces that only go into one string; the two are held equal by a test.
    """
    if type(value) is str:
        return _escape_inner(value)
    if type(value) is int:
        return str(value)
    return value if type(value) is Markup else escape(value)


class _Macro(Macro):
    """A macro without the stock one's care for escape modes, which are the same everywhere here."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        if named or self.caller or self.catch_varargs or len(given) > self._argument_count:
            return super().__call__(*given, **named)
        if others := self._argument_count - len(given):
            given += (missing,) * others
        return str.__new__(Markup, self._func(*given))


class _Template(jinja2.Template):
    """A template whose compiled code escapes by `escaped` and calls macros by `_Macro`."""

    @classmethod
    def from_code(cls, environment: jinja2.Environment, code: Any, globals: Any, uptodate: Any = None) -> Any:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=escaped, call=operator.call, Row=Row, Macro=_Macro)
        return template


class Row(dict[str, Any]):
    """A dict written in a template, read as an object."""

    def __getattr__(self, name: str) -> Any:
        if name in self:
            return self[name]
        raise AttributeError(name)


class _Compiler(CodeGenerator):
    """Templates as Python that reads attributes and calls macros by itself.

    The stock way (Jinja2 3.1.6) asks the environment for each attribute and the context for each call, in case it is an
    item of a dict or a function that wants the context. Ours are objects and macros, and a page has a thousand.
    """

    _may_be_missing = False

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if self._may_be_missing or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:
        self.write("Row(")
        super().visit_Dict(node, frame)
        self.write(")")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        with self._asked(node.name in {"d", "default"}):
            super().visit_Filter(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        with self._asked(node.name in {"defined", "undefined"}):
            super().visit_Test(node, frame)

    @contextmanager
    def _asked(self, whether_it_is_there: bool) -> Iterator[None]:
        before, self._may_be_missing = self._may_be_missing, whether_it_is_there
        yield
        self._may_be_missing = before


class Environment(jinja2.Environment):
    """The stock environment but for how its templates are compiled."""

    template_class = _Template
    code_generator_class = _Compiler

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """As a dict, which every context copies: the stock chain of two is gone through name by name."""
        return {**self.globals, **d} if d else self.globals


class Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates on disk, believed while the template and this compiler are the same."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), "body-%s.template")
        self._made_by = digest(Path(__file__).read_text(encoding="utf-8"))

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(self._made_by + source)

    @staticmethod
    def folder(instead: Path | None) -> Path | None:
        """Where Python keeps this module compiled; `instead`, where it may keep nothing there."""
        own = Path(cache_from_source(__file__)).parent
        if not sys.dont_write_bytecode and os.access(own, os.W_OK):
            return own
        if instead:
            instead.mkdir(parents=True, exist_ok=True)
        return instead
