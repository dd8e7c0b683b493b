"""Mistakes as examples: a file that holds small content files and the problems they must give.

The cases stand in `tests/problems/`, one a file, and are more than tests: each is a real slip with the message it
gets. A case is written out beside a valid region and checked like any content; the problems are then shown where the
text stands in the case itself, so that the place can be opened.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from tno.cache import Cache, Made, Signature
from tno.check import check
from tno.content import Folders
from tno.edition import Edition
from tno.frozen import frozen
from tno.position import Position
from tno.problem import Problem
from tno.settings import Settings

KEYS = frozenset({"base", "files", "problems", "edition", "repository", "members", "today"})


class CaseError(ValueError):
    """A file that should be a case and is not; says what is missing."""


@frozen
class CaseFile:
    """One content file of a case."""

    text: str
    line: int
    """Line of the case on which the text begins, 1-based."""
    indent: int
    """Columns before the text in the case; -1 when the text does not stand there line by line."""
    encoding: str = "utf-8"
    link: str | None = None
    """What the file is a link to, if it is one."""

    def place(self, position: Position, case: str) -> Position:
        """Where in the case a place of the file is."""
        if self.indent < 0:
            return Position(case, self.line)
        return replace(position, file=case, line=self.line + position.line - 1, column=position.column + self.indent)


@frozen
class Case:
    """A case as it is written."""

    name: str
    """Path of its file from the project's root."""
    base: Path | None
    """A valid region tree that the files are put over, or None."""
    files: Mapping[str, CaseFile]
    """Path, beginning with `regions/` → file."""
    expected: tuple[str, ...]
    """`code file:line:column`, sorted."""
    settings: Settings = field(default_factory=Settings)
    edition: Edition = Edition.PUBLIC
    members: str | None = None
    """Folder of the case's files that stands for the members' own checkout."""
    today: date | None = None
    """The day of the case, when it is about time."""


def is_case(file: Path) -> bool:
    """Whether a file is a case: YAML with the keys `files` and `problems` at its top."""
    if file.suffix != ".yml" or not file.is_file():
        return False
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return {"files:", "problems:"} <= {line.split(" ")[0] for line in lines}


def case_files(path: Path) -> list[Path]:
    """The cases at `path`: itself, or those right in the folder."""
    found = sorted(path.glob("*.yml")) if path.is_dir() else [path]
    return [file for file in found if is_case(file)]


def read_case(file: Path, root: Path) -> Case:
    """The case in `file`. Raises `CaseError` when it is not one."""
    text = file.read_text(encoding="utf-8")
    loader = yaml.CBaseLoader(text)  # builds nothing but text
    node = loader.get_single_node()
    data = loader.construct_document(node)
    if node is None or not isinstance(data, dict) or not KEYS >= data.keys() >= {"files", "problems"}:
        raise CaseError(f"{file}: expected the keys files and problems, and no others than {', '.join(sorted(KEYS))}")
    lines = text.split("\n")
    entries = next(value for key, value in node.value if key.value == "files").value
    return Case(
        name=file.resolve().relative_to(root).as_posix() if file.resolve().is_relative_to(root) else str(file),
        base=(file.parent / data["base"]).resolve() if "base" in data else None,
        files={key.value: _file(key, value, data["files"][key.value], lines) for key, value in entries},
        expected=tuple(sorted(data["problems"] or ())),
        settings=Settings(repository=data.get("repository", "private")),
        edition=Edition(data.get("edition", "public")),
        members=data.get("members"),
        today=date.fromisoformat(data["today"]) if "today" in data else None,
    )


def _file(key: yaml.Node, node: yaml.Node, value: Any, lines: list[str]) -> CaseFile:
    """A file from its text, or from a mapping with `text`, `encoding` or `link`."""
    if isinstance(value, dict):
        inner = next((item for name, item in node.value if name.value == "text"), key)
        plain = _file(key, inner, value.get("text", ""), lines)
        return replace(plain, encoding=value.get("encoding", "utf-8"), link=value.get("link"))
    line = node.start_mark.line + 1
    if getattr(node, "style", None) != "|":
        return CaseFile(value, line, -1)
    return CaseFile(value, line + 1, _indent(value, lines[line:]))


def _indent(text: str, lines: list[str]) -> int:
    """How far a block of text is moved to the right in the lines where it stands."""
    for written, line in zip(text.split("\n"), lines, strict=False):
        if written.strip():
            return len(line) - len(written)
    return 0


class Workbench:
    """A folder in which cases are written out and checked one after another; each base is written there once."""

    def __init__(self, folder: Path, tables: Path, day: date) -> None:
        """
        Args:
            folder: empty, and thrown away by whoever made it.
            tables: folder with the country's tables and the vocabularies.
            day: today, for cases that do not say which day it is.
        """
        self._folder = folder.resolve()
        self._tables = tables
        self._day = day
        self._roots: dict[Path | None, Path] = {}
        self._kept: dict[str, Any] = {}

    def problems_of(self, case: Case) -> list[Problem]:
        """The problems of a case's content, with their places in the files as the case names them."""
        root = self._root(case.base)
        with _laid_over(case, root):
            members = root / case.members if case.members else None
            folders = Folders(root, root / "regions", members, self._tables)
            kept = _Kept(self._kept, f"{root}|{case.settings.repository}", case.files)
            found = check(folders, case.edition, case.settings, case.today or self._day, kept).problems
        return [replace(problem, position=_in_case(case, problem.position)) for problem in found]

    def _root(self, base: Path | None) -> Path:
        if base not in self._roots:
            self._roots[base] = self._folder / str(len(self._roots))
            (self._roots[base] / "regions").mkdir(parents=True)
            if base:
                shutil.copytree(base, self._roots[base] / "regions", dirs_exist_ok=True)
        return self._roots[base]


class _Kept(Cache):
    """What files of the base gave, from one case to the next; files of the case itself are always read."""

    def __init__(self, kept: dict[str, Any], prefix: str, case_files: Mapping[str, CaseFile]) -> None:
        self._values, self._prefix, self._case_files = kept, prefix, case_files

    def file(self, section: str, key: str, signature: Signature | None) -> Any | None:
        return self._values.get(f"{self._prefix}|{key}") if self._is_of_base(key) else None

    def former(self, section: str, key: str) -> Any | None:
        return None  # a case is built upon nothing

    def keep_file(self, section: str, key: str, signature: Signature | None, value: Any) -> None:
        if self._is_of_base(key):
            self._values[f"{self._prefix}|{key}"] = value

    def made(self, name: str, make: Callable[[], Made]) -> Made:
        return make()  # the tables, which are read once a run anyway

    def _is_of_base(self, key: str) -> bool:
        name = key.partition("|")[0]
        return name.startswith("regions/") and name not in self._case_files


@contextmanager
def workbench(tables: Path, day: date) -> Iterator[Workbench]:
    """A workbench in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="tno-") as folder:
        yield Workbench(Path(folder), tables, day)


def _in_case(case: Case, position: Position) -> Position:
    """The place as the case names its files: those of the members' checkout begin with its folder."""
    if case.members and not position.file.startswith("regions/"):
        return replace(position, file=f"{case.members}/{position.file}")
    return position


@contextmanager
def _laid_over(case: Case, root: Path) -> Iterator[None]:
    """The case's files in the tree at `root`, which is as it was again afterwards."""
    with ExitStack() as undo:
        for name, content in case.files.items():
            file = root / name
            for folder in reversed([each for each in file.parents if not each.exists()]):
                folder.mkdir()
                undo.callback(folder.rmdir)
            before = file.read_bytes() if file.exists() else None
            undo.callback(file.unlink if before is None else partial(file.write_bytes, before))
            if content.link is None:
                file.write_bytes(content.text.encode(content.encoding))
            else:
                file.symlink_to(content.link)
        yield


def shown(case: Case, problems: list[Problem], root: Path) -> Iterator[Problem]:
    """`problems` with their places in files of the project: in the case, else in the base."""
    for problem in problems:
        inner = problem.position
        if inner.file in case.files:
            place = case.files[inner.file].place(inner, case.name)
        elif case.base and (real := case.base / inner.file.removeprefix("regions/")).is_file():
            place = replace(inner, file=real.relative_to(root).as_posix() if real.is_relative_to(root) else str(real))
        else:
            place = Position(case.name)
        yield Problem(problem.code, place, problem.data)


def line_of(problem: Problem) -> str:
    """A problem as a case expects it: `code file:line:column`."""
    return f"{problem.code} {problem.position}"
