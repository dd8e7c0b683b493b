"""The Markdown that the forge makes of a form: a heading for each question, the answer below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tno.read.characters import FORBIDDEN

NO_ANSWER = "_No response_"
MOST_LETTERS = 65_536
"""The forge takes no longer body."""
_UNSEEN = re.compile("[\u200b\u2060\ufeff]")
"""What our own answers put into addresses so that the forge makes no links of them; people copy it from there."""
_HEADING = re.compile(r"### (.+?) *")
_TICKED = re.compile(r"- \[[xX]\] (.+?) *")


def sections(body: str, labels: Sequence[str]) -> dict[str, str]:
    """Label → what was answered, empty when nothing was.

    Questions come in the order of `labels`; a heading that somebody wrote into an answer is part of the answer
    unless it is one of the questions still to come.
    """
    found: dict[str, list[str]] = {}
    current: list[str] = []
    to_come = list(labels)
    for line in plain(body[:MOST_LETTERS]).split("\n"):
        heading = _HEADING.fullmatch(line)
        if heading and heading[1] in to_come:
            del to_come[: to_come.index(heading[1]) + 1]
            current = found.setdefault(heading[1], [])
        else:
            current.append(line)
    answers = {label: "\n".join(lines).strip() for label, lines in found.items()}
    return {label: "" if answers.get(label) == NO_ANSWER else answers.get(label, "") for label in labels}


def first_heading(body: str) -> str:
    """The first question of a body that a form has made, else an empty text."""
    heading = _HEADING.fullmatch(plain(body[:1000]).lstrip("\n").split("\n", 1)[0])
    return heading[1] if heading else ""


def plain(text: str) -> str:
    """`text` with our line breaks, and a space for each character that content may not have."""
    return FORBIDDEN.sub(" ", _UNSEEN.sub("", text.replace("\r\n", "\n"))).replace("\t", " ")


def line_of(text: str) -> str:
    """An answer on one line."""
    return " ".join(text.split())


def prose_of(text: str) -> str:
    """An answer in paragraphs: no blanks at the ends of lines, at most one blank line."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def items_of(text: str) -> list[str]:
    """An answer that lists things: by commas, semicolons or lines."""
    items = (line_of(item).lstrip("-*• ") for item in re.split(r"[,;\n]", text))
    return list(dict.fromkeys(item for item in items if item))


def chosen_of(text: str, labels: Sequence[str]) -> list[str]:
    """Those of `labels` that were chosen; the forge puts a comma between, and labels may have commas of their own."""
    chosen, rest = [], line_of(text)
    by_length = sorted(labels, key=len, reverse=True)
    while rest:
        label = next((each for each in by_length if rest == each or rest.startswith(f"{each}, ")), None)
        if label is None:
            break
        chosen.append(label)
        rest = rest[len(label) + 2 :]
    return chosen


def ticked(text: str) -> list[str]:
    """The boxes that have been ticked."""
    return [match[1] for line in text.split("\n") if (match := _TICKED.fullmatch(line.strip()))]
