"""Problems as text for a terminal: errors first, both in the order of the files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tno.problem import Problem, Severity
from tno.report.excerpt import LinesOf, excerpt
from tno.report.visible import visible
from tno.report.words import (
    Language,
    Languages,
    hint_of,
    languages_of,
    message_of,
    severity_of,
    severity_word,
    sorted_problems,
    summary,
)

_GUTTER = 5
"""Columns for a line's number."""


class Piece(NamedTuple):
    """A run of text in one style."""

    text: str
    style: str = ""
    """`place`, `error`, `warning`, `code`, `hint`, `gutter`, `mark`, `summary`, or empty; colours are the caller's."""


Row = list[Piece]
"""One line to print."""


def report_rows(
    problems: Iterable[Problem], lines_of: LinesOf, languages: Languages = "both", around: int = 1
) -> list[Row]:
    """Everything to print: each problem, errors first, a blank line after it, and how many there were.

    With two languages the lines of the file stand under the Finnish text only.
    """
    found = sorted(sorted_problems(problems), key=lambda problem: severity_of(problem) is not Severity.ERROR)
    rows: list[Row] = []
    for problem in found:
        for number, language in enumerate(languages_of(languages)):
            rows += _words(problem, language)
            rows += _lines(problem, lines_of, around) if number == 0 else []
        rows.append([])
    return [*rows, [Piece(summary(found, languages), "summary")]]


def plain(rows: Iterable[Row]) -> str:
    """The rows as text without styles, each line ended."""
    return "".join("".join(piece.text for piece in row).rstrip() + "\n" for row in rows)


def text_report(problems: Iterable[Problem], lines_of: LinesOf, languages: Languages = "both", around: int = 1) -> str:
    """`report_rows` as plain text."""
    return plain(report_rows(problems, lines_of, languages, around))


def _words(problem: Problem, language: Language) -> list[Row]:
    style = "error" if severity_of(problem) is Severity.ERROR else "warning"
    rows = [
        [
            Piece(visible(str(problem.position)), "place"),
            Piece(": "),
            Piece(severity_word(problem, language), style),
            Piece(" "),
            Piece(problem.code, "code"),
        ],
        [Piece("  "), Piece(message_of(problem, language))],
    ]
    hint = hint_of(problem, language)
    return [*rows, [Piece("  "), Piece(hint, "hint")]] if hint else rows


def _lines(problem: Problem, lines_of: LinesOf, around: int) -> list[Row]:
    found = excerpt(problem.position, lines_of(problem.position.file), around)
    if found is None:
        return []
    style = "error" if severity_of(problem) is Severity.ERROR else "warning"
    return [
        *(_numbered(*line) for line in found.before),
        _numbered(*found.line),
        [Piece(" " * _GUTTER + " | ", "gutter"), Piece(found.marks, style)],
        *(_numbered(*line) for line in found.after),
    ]


def _numbered(number: int, text: str) -> Row:
    return [Piece(f"{number:>{_GUTTER}} | ", "gutter"), Piece(text)]
