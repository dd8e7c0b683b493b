"""A problem in words: its message, its hint, how much it matters, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from tno.messages import MESSAGES
from tno.problem import Problem, Severity
from tno.report.visible import visible

Language = Literal["fi", "en"]
Languages = Literal["fi", "en", "both"]

LONGEST_VALUE = 80
"""Characters of a value shown in a message; a longer one is cut in the middle."""

_SEVERITY = {"fi": {s: s.value for s in Severity}, "en": {Severity.ERROR: "error", Severity.WARNING: "warning"}}
_DID_YOU_MEAN = {"fi": "Tarkoititko ”{}”?", "en": 'Did you mean "{}"?'}
_COUNTS = {
    "fi": {
        Severity.ERROR: ("virhe", "virhettä", "virheitä"),
        Severity.WARNING: ("varoitus", "varoitusta", "varoituksia"),
    },
    "en": {Severity.ERROR: ("error", "errors", "errors"), Severity.WARNING: ("warning", "warnings", "warnings")},
}
"""For one, for more, for none."""
_NONE = {"fi": "ei", "en": "no"}


def languages_of(languages: Languages) -> tuple[Language, ...]:
    """The languages to write in, Finnish first."""
    return ("fi", "en") if languages == "both" else (languages,)


def severity_of(problem: Problem) -> Severity:
    """How much the problem matters; an unknown code is an error, since nobody has said that it may pass."""
    message = MESSAGES.get(problem.code)
    return message.severity if message else Severity.ERROR


def severity_word(problem: Problem, language: Language) -> str:
    """`virhe`, `varoitus`, `error` or `warning`."""
    return _SEVERITY[language][severity_of(problem)]


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """By file, line, column, code and values; what is the same in these is there once, the longest of them."""
    by_length = sorted(problems, key=lambda problem: problem.position.length)
    return [problem for _, problem in sorted({problem.order: problem for problem in by_length}.items())]


def message_of(problem: Problem, language: Language = "fi") -> str:
    """What is wrong, in one line. A code without a message shows itself and its data."""
    message = MESSAGES.get(problem.code)
    return _filled(problem, (message.fi if language == "fi" else message.en) if message else "")


def hint_of(problem: Problem, language: Language = "fi") -> str:
    """What to do, in one line, "Tarkoititko …?" first; empty when the message already says it."""
    message = MESSAGES.get(problem.code)
    template = (message.hint_fi if language == "fi" else message.hint_en) if message else ""
    meant = problem.data.get("suggestion")
    parts = [
        _DID_YOU_MEAN[language].format(_value(meant)) if meant else "",
        _filled(problem, template) if template else "",
    ]
    return " ".join(part for part in parts if part)


def summary(problems: Iterable[Problem], languages: Languages = "fi") -> str:
    """How many there are: "3 virhettä, 1 varoitus"; equal problems are counted once."""
    found = [severity_of(problem) for problem in sorted_problems(problems)]
    return " / ".join(
        ", ".join(_count(found.count(severity), severity, language) for severity in Severity)
        for language in languages_of(languages)
    )


def _count(number: int, severity: Severity, language: Language) -> str:
    one, more, none = _COUNTS[language][severity]
    return f"{_NONE[language]} {none}" if number == 0 else f"{number} {one if number == 1 else more}"


def _filled(problem: Problem, template: str) -> str:
    data = {name: _value(value) for name, value in problem.data.items()}
    try:
        return template.format(**data) if template else _bare(problem.code, data)
    except (LookupError, ValueError, AttributeError):  # the text and the code that fills it disagree
        return _bare(problem.code, data)


def _bare(code: str, data: dict[str, str]) -> str:
    facts = ", ".join(f"{name}: {value}" for name, value in sorted(data.items()))
    return f"{code} ({facts})" if facts else code


def _value(value: object) -> str:
    text = str(value)
    return visible(text if len(text) <= LONGEST_VALUE else f"{text[:55].rstrip()} … {text[-20:].lstrip()}")
