"""Two wordings of one thing: how alike they are, and which words differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

_STEM = 5
"""So many letters of a word stay the same in most forms of a Finnish word."""
_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\w+\W*|^\W+")
"""A word with what stands between it and the next."""


class Run(NamedTuple):
    """Some words after each other."""

    text: str
    """With the space after them."""
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
    """Both wordings in runs of words that are in the other one too and of words that are not; put together they are the
    wordings again. Capitals and the marks between words make no difference."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    kept = _in_common([*map(plain, old)], [*map(plain, new)])
    return _in_runs(old, {one for one, _ in kept}), _in_runs(new, {other for _, other in kept})


def _in_runs(pieces: Sequence[str], kept: set[int]) -> list[Run]:
    marked = [(place not in kept, piece) for place, piece in enumerate(pieces)]
    return [
        Run("".join(piece for _, piece in found), is_changed)
        for is_changed, found in groupby(marked, key=lambda each: each[0])
    ]


def _in_common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the words that both have in the same order: those that hold the most letters together."""
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for one in range(len(old) - 1, -1, -1):
        for other in range(len(new) - 1, -1, -1):
            same = best[one + 1][other + 1] + len(old[one]) if old[one] == new[other] else 0
            best[one][other] = max(same, best[one + 1][other], best[one][other + 1])
    found, one, other = [], 0, 0
    while one < len(old) and other < len(new):
        if old[one] == new[other] and best[one][other] == best[one + 1][other + 1] + len(old[one]):
            found.append((one, other))
            one, other = one + 1, other + 1
        elif best[one + 1][other] >= best[one][other + 1]:
            one += 1
        else:
            other += 1
    return found
