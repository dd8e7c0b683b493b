"""Problems of a file that was made from a form, told beside the form's own questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tno.check import is_error
from tno.field_names import name_of
from tno.from_issue.form import Form
from tno.from_issue.issue import Trouble
from tno.problem import Problem
from tno.report import hint_of, message_of

MISSING = "key-missing"
NO_PLACE = "Kirjoita paikan nimi tai osoite, josta verkossa pääsee mukaan."
_ON_THE_FORM = {"event-where-missing": ("place", NO_PLACE), "event-place-missing": ("place", NO_PLACE)}
"""Problem → the question that mends it and what to say there, where the file's own words would not help."""
_HINTS = {
    "email-invalid": "Tarkista, että osoitteessa on yksi @-merkki eikä yhtään välilyöntiä. Kirjoita vain yksi osoite.",
    "phone-invalid": "Kirjoita yksi numero ilman sanoja.",
    "phone-many": "Kirjoita yksi numero.",
    "postal-code-invalid": "Kirjoita pelkkä postinumero, alun nollat mukaan.",
    "url-invalid": "Kopioi osoite selaimen osoiteriviltä.",
    "url-scheme": "Kopioi osoite selaimen osoiteriviltä kokonaan.",
}
"""Problem → what to do on a form, where the file's own hint speaks of keys."""
_CHANNEL = re.compile(r"type: (puhelin|palvelupaikka)$", re.MULTILINE)


def told_of(problems: Iterable[Problem], files: Mapping[str, str], form: Form) -> list[Trouble]:
    """The errors among `problems`, each beside its question. Whether a question has to be answered, the form knows."""
    errors = [problem for problem in problems if is_error(problem) and problem.code != MISSING]
    return list(dict.fromkeys(_trouble(problem, files, form) for problem in errors))


def warnings_of(problems: Iterable[Problem]) -> list[Problem]:
    """The rest."""
    return [problem for problem in problems if not is_error(problem)]


def sentence_of(problem: Problem) -> str:
    """What is wrong and what to do."""
    hint = _HINTS.get(problem.code)
    meant = f"Tarkoititko ”{problem.data['suggestion']}”?" if hint and "suggestion" in problem.data else ""
    return " ".join(filter(None, (message_of(problem), meant, hint or hint_of(problem))))


def _trouble(problem: Problem, files: Mapping[str, str], form: Form) -> Trouble:
    if problem.code in _ON_THE_FORM:
        key, sentence = _ON_THE_FORM[problem.code]
        return Trouble(form.question(key).label, sentence)
    text = files.get(problem.position.file)
    keys = keys_at(text.split("\n"), problem.position.line) if text else []
    if keys and "/places/" in problem.position.file:
        return Trouble(_place_label(keys[0], form), sentence_of(problem))
    if text and keys[:1] == ["channels"] and "hours" in keys:
        channels = _CHANNEL.findall("\n".join(text.split("\n")[: problem.position.line]))
        key = "place_hours" if channels and channels[-1] == "palvelupaikka" else "phone_hours"
        return Trouble(form.question(key).label, sentence_of(problem))
    return Trouble(_label(keys, form), sentence_of(problem))


def _place_label(key: str, form: Form) -> str:
    asked = {question.key: question.label for question in form.questions}
    return asked.get(f"place_{key}") or asked.get("place", form.title)


def _label(keys: Sequence[str], form: Form) -> str:
    for question in form.questions:
        if question.path and list(question.path) == list(keys[: len(question.path)]):
            return question.label
    inner = [key for key in keys if any(question.key == key for question in form.questions)]
    if keys and keys[0] == "channels" and inner:
        return form.question(inner[-1]).label
    if keys and (same := [question for question in form.questions if question.path[:1] == (keys[0],)]):
        return same[0].label
    if keys:
        return next((q.label for q in form.questions if q.key == keys[0]), name_of(keys[0]))
    return form.title


def keys_at(lines: Sequence[str], line: int) -> list[str]:
    """Keys that lead to a line of a file that `yaml_text` wrote, from the outermost in."""
    keys: list[str] = []
    indent = 1_000
    for text in reversed(lines[:line]):
        depth = len(text) - len(text.lstrip(" -"))
        match = re.match(r"[ -]*([a-zåäö_-]+):", text)
        if match and depth < indent:
            keys.insert(0, match[1])
            indent = depth
        if depth == 0 and match:
            break
    return keys
