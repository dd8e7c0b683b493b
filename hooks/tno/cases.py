"""Mistakes as examples: a file that holds small content files and the problems they must give.

The cases stand in `tests/problems/`, one a file, and are more than tests: each is a real slip with the message it
gets. A case is written out beside a valid region and checked like any content; the problems are then shown where the
text stands in the case itself, so that the place can be opened.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tno.check import check
from tno.content import Folders
from tno.edition import Edition
from tno.position import Position
from tno.problem import Problem
from tno.settings import Settings

KEYS = frozenset({"base", "files", "problems", "edition", "repository", "members", "today"})


class CaseError(ValueError):
    """A file that should be a case and is not; says what is missing."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True)
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
    if not isinstance(data, dict) or not KEYS >= data.keys() >= {"files", "problems"}:
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


def problems_of(case: Case, tables: Path, day: date) -> list[Problem]:
    """The problems of a case's content, with their places in the tree it is written out to.

    Args:
        tables: folder with the country's tables and the vocabularies.
        day: today, when the case does not say which day it is.
    """
    with tempfile.TemporaryDirectory(prefix="tno-") as folder:
        root = Path(folder).resolve()
        _write(case, root)
        folders = Folders(root, root / "regions", root / case.members if case.members else None, tables)
        found = check(folders, case.edition, case.settings, case.today or day).problems
        return [replace(problem, position=_in_case(case, problem.position)) for problem in found]


def _in_case(case: Case, position: Position) -> Position:
    """The place as the case names its files: those of the members' checkout begin with its folder."""
    if case.members and not position.file.startswith("regions/"):
        return replace(position, file=f"{case.members}/{position.file}")
    return position


def _write(case: Case, root: Path) -> None:
    base = _files_of(case.base) if case.base else {}
    written = {f"regions/{name}": data for name, data in base.items()}
    written |= {name: content.text.encode(content.encoding) for name, content in case.files.items()}
    for folder in sorted({(root / name).parent for name in written}):
        folder.mkdir(parents=True, exist_ok=True)
    for name, data in written.items():
        link = case.files[name].link if name in case.files else None
        if link is None:
            (root / name).write_bytes(data)
        else:
            (root / name).symlink_to(link)


@lru_cache(maxsize=8)
def _files_of(folder: Path) -> dict[str, bytes]:
    """Path below `folder` → bytes of each file there."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


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
