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
"""Characters of a value shown in a message; a longer text is cut in the middle, a list at the end."""

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
_AND_MORE = {"fi": "ja {} muuta", "en": "and {} more"}
_ELSEWHERE = {
    "fi": "Valituissa tiedostoissa ei ole virheitä. Muissa tiedostoissa on {}. "
    "Aja tarkistus ilman polkua, niin näet ne.",
    "en": "The chosen files have no errors. Other files have {}. Run the check without a path to see them.",
}
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
    return _filled(problem, (message.fi if language == "fi" else message.en) if message else "", language)


def hint_of(problem: Problem, language: Language = "fi") -> str:
    """What to do, in one line, "Tarkoititko …?" first; empty when the message already says it."""
    message = MESSAGES.get(problem.code)
    template = (message.hint_fi if language == "fi" else message.hint_en) if message else ""
    meant = problem.data.get("suggestion")
    parts = [
        _DID_YOU_MEAN[language].format(_value(meant)) if meant else "",
        _filled(problem, template, language) if template else "",
    ]
    return " ".join(part for part in parts if part)


def summary(problems: Iterable[Problem], languages: Languages = "fi") -> str:
    """How many there are: "3 virhettä, 1 varoitus"; equal problems are counted once."""
    found = [severity_of(problem) for problem in sorted_problems(problems)]
    return " / ".join(
        ", ".join(_count(found.count(severity), severity, language) for severity in Severity)
        for language in languages_of(languages)
    )


def errors_elsewhere(number: int, languages: Languages = "fi") -> str:
    """What to say when what was asked for is right and other files have `number` errors."""
    return " / ".join(
        _ELSEWHERE[language].format(_count(number, Severity.ERROR, language)) for language in languages_of(languages)
    )


def _count(number: int, severity: Severity, language: Language) -> str:
    one, more, none = _COUNTS[language][severity]
    return f"{_NONE[language]} {none}" if number == 0 else f"{number} {one if number == 1 else more}"


def _filled(problem: Problem, template: str, language: Language) -> str:
    total = problem.data.get("total", "")
    data = {name: _value(value, language, total) for name, value in problem.data.items()}
    try:
        return template.format(**data) if template else _bare(problem.code, data)
    except (LookupError, ValueError, AttributeError):  # the text and the code that fills it disagree
        return _bare(problem.code, data)


def _bare(code: str, data: dict[str, str]) -> str:
    facts = ", ".join(f"{name}: {value}" for name, value in sorted(data.items()))
    return f"{code} ({facts})" if facts else code


def _value(value: object, language: Language = "fi", total: str = "") -> str:
    """`value` as a message shows it: a long list cut between its items, a long text between its words."""
    text = str(value)
    items = text.split(", ")
    if len(items) > 2 and not any(" " in item for item in items):
        text = _listed(items, language, total)
    elif len(text) > LONGEST_VALUE:
        text = _cut(text)
    return visible(text)


def _listed(items: list[str], language: Language, total: str) -> str:
    """The first items, and how many there are besides; an ellipsis as the last item stands for the rest of `total`."""
    is_open = items[-1] == "…"
    items = items[:-1] if is_open else items
    number = int(total) if is_open and total.isdecimal() else len(items)
    shown = items[:1]
    for item in items[1:]:
        if len(", ".join([*shown, item])) > LONGEST_VALUE:
            break
        shown.append(item)
    rest = number - len(shown)
    more = f" … {_AND_MORE[language].format(rest)}" if rest > 0 else " …" if is_open else ""
    return ", ".join(shown) + more


def _cut(text: str) -> str:
    """`text` without its middle, cut between words where there are any near."""
    start, end = text[:55], text[-20:]
    if not text[55].isspace() and (kept := start.rpartition(" ")[0]) and len(kept) > 30:
        start = kept
    if not text[-21].isspace() and (kept := end.partition(" ")[2]):
        end = kept
    return f"{start.rstrip()} … {end.lstrip()}"
