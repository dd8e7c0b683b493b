"""Problems as JSON, for other programs and for the editors' forms."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tno.problem import Problem
from tno.report.words import hint_of, message_of, severity_word, sorted_problems


def json_report(problems: Iterable[Problem]) -> str:
    """A list of objects, sorted; the same problems give the same bytes. Ends in a line break."""
    found = [_described(problem) for problem in sorted_problems(problems)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _described(problem: Problem) -> dict[str, object]:
    place = problem.position
    return {
        "code": problem.code,
        "severity": severity_word(problem, "en"),
        "file": _whole(place.file),
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "data": {name: _whole(str(value)) for name, value in sorted(problem.data.items())},
        "message_fi": message_of(problem, "fi"),
        "hint_fi": hint_of(problem, "fi"),
        "message_en": message_of(problem, "en"),
        "hint_en": hint_of(problem, "en"),
    }


def _whole(text: str) -> str:
    """Without half characters (a file's name may have them), which no encoding can write."""
    return text.encode("utf-8", "replace").decode("utf-8")
