"""The lines around a problem, with marks under the value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tno.position import Position
from tno.read import SourceReader
from tno.report.visible import visible, width_of

LinesOf = Callable[[str], Sequence[str]]
"""The lines of a file by its path; empty when it cannot be read."""

WIDTH = 100
"""Characters of a line shown; a longer one is cut around the value."""


class Excerpt(NamedTuple):
    """Lines to print under a message."""

    before: list[tuple[int, str]]
    """Number and text of the lines before."""
    line: tuple[int, str]
    marks: str
    """Spaces and `^`, to stand under the line's text."""
    after: list[tuple[int, str]]


class SourceLines:
    """Lines of files under `root`, each file read once; never fails."""

    def __init__(self, root: Path, within: str = "regions") -> None:
        self._reader = SourceReader(root, within)
        self._known: dict[str, Sequence[str]] = {}

    def __call__(self, file: str) -> Sequence[str]:
        if file not in self._known:
            source, _ = self._reader.read(file)
            self._known[file] = source.text.split("\n") if source else ()
        return self._known[file]


def excerpt(position: Position, lines: Sequence[str], around: int = 1) -> Excerpt | None:
    """The line of `position` and up to `around` lines on both sides; None when the file has no such line.

    Blank lines at the edges are left out. All lines are cut alike, so that they stay under each other.
    """
    row = position.line - 1
    if not 0 <= row < len(lines) or not lines[row].strip():
        return None
    text = lines[row]
    column = min(max(position.column - 1, 0), len(text))
    start = 0 if len(text) <= WIDTH else max(0, min(column - WIDTH // 3, len(text) - WIDTH))
    return Excerpt(
        _numbered(lines, range(max(row - around, 0), row), start),
        (position.line, _cut(text, start)),
        _marks(text, start, column, position.length),
        _numbered(lines, range(row + 1, min(row + 1 + around, len(lines))), start),
    )


def _numbered(lines: Sequence[str], rows: range, start: int) -> list[tuple[int, str]]:
    shown = [(row + 1, _cut(lines[row], start)) for row in rows]
    while shown and not shown[0][1].strip():
        del shown[0]
    while shown and not shown[-1][1].strip():
        del shown[-1]
    return shown


def _cut(text: str, start: int) -> str:
    part = visible(text[start : start + WIDTH])
    before = "…" if start and text[:start].strip() else " " if start else ""
    return before + part + ("…" if len(text) > start + WIDTH else "")


def _marks(text: str, start: int, column: int, length: int) -> str:
    lead = width_of(visible(text[start:column])) + (1 if start else 0)
    marked = width_of(visible(text[column : min(column + length, start + WIDTH)]))
    return " " * lead + "^" * max(marked, 1)
