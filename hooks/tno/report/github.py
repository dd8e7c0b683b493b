"""Problems as workflow commands of GitHub Actions, which become annotations on the pull request's lines.

A command is one line: `::error file=…,line=…::message`. Source: docs.github.com, "Workflow commands for GitHub
Actions"; the escapes are those of actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterable

from tno.problem import Problem, Severity
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
)


def github_report(problems: Iterable[Problem], languages: Languages = "both") -> str:
    """One command a line. Columns are 1-based; `endColumn` is the one after the value."""
    return "".join(_command(problem, languages) + "\n" for problem in sorted_problems(problems))


def _command(problem: Problem, languages: Languages) -> str:
    place = problem.position
    used = languages_of(languages)
    properties = {
        "file": visible(place.file),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": f"{severity_word(problem, used[0])} {problem.code}",
    }
    name = "error" if severity_of(problem) is Severity.ERROR else "warning"
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {written}::{_data(chr(10).join(_words(problem, language) for language in used))}"


def _words(problem: Problem, language: Language) -> str:
    return " ".join(filter(None, (message_of(problem, language), hint_of(problem, language))))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
