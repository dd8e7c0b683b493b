"""A change as plain values, for the part that may write a comment but believes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tno.changes.compare import Compared
from tno.problem import Problem, Severity
from tno.report import hint_of, message_of, severity_of

MOST = 500
"""How many changes, problems or facts of one change are handed on."""
LONGEST = 1000
"""Letters of one text."""


def described(compared: Compared, problems: Iterable[Problem]) -> dict[str, Any]:
    """Changes with their facts, and every error; warnings of files that the change touches."""
    files = set(compared.files)
    told = [p for p in problems if severity_of(p) is Severity.ERROR or p.position.file in files]
    return {
        "changes": [
            {
                "what": change.what,
                "kind": change.kind,
                "name": _short(change.name),
                "region": change.region,
                "address": change.address,
                "for_members": change.for_members,
                "facts": [{key: _short(text) for key, text in fact._asdict().items()} for fact in change.facts[:MOST]],
            }
            for change in compared.changes[:MOST]
        ],
        "problems": [_problem(problem) for problem in told[:MOST]],
        "other_files": compared.other_files,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": _short(problem.position.file),
        "line": problem.position.line,
        "severity": "error" if severity_of(problem) is Severity.ERROR else "warning",
        "message": _short(" ".join(filter(None, (message_of(problem), hint_of(problem))))),
    }


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
