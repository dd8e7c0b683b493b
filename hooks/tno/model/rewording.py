"""Two wordings of one thing: how alike they are, and which words differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_STEM = 5
"""So many letters of a word stay the same in most forms of a Finnish word."""
_WORD = re.compile(r"\w+")


class Run(NamedTuple):
    """Some words after each other."""

    text: str
    is_changed: bool
    """Whether the other wording does not have them."""


def stems(text: str) -> Counter[str]:
    """The beginnings of the words of `text` with their numbers: what `likeness` compares."""
    return Counter(word[:_STEM] for word in _WORD.findall(text.casefold()))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """0 for no word in common, 1 for all (Dice's coefficient of two `stems`)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def plain(text: str) -> str:
    """`text` without what does not change its words: capitals, spaces, marks."""
    return " ".join(_WORD.findall(text.casefold()))


def runs(before: str, after: str) -> tuple[Sequence[Run], Sequence[Run]]:
    """Both wordings in runs of words that are in the other one too and of words that are not."""
    old, new = before.split(), after.split()
    left: list[Run] = []
    right: list[Run] = []
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        is_changed = tag != "equal"
        if end > start:
            left.append(Run(" ".join(old[start:end]), is_changed))
        if last > first:
            right.append(Run(" ".join(new[first:last]), is_changed))
    return left, right
