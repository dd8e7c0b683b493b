"""Numbers as letters, for the parts of the index: a small one is one letter, so long lists compress well.

The last digit of a number is one of 57 letters from "#", those before it are of the 34 from "]": nothing that JSON
would escape. A list of numbers is told by steps from one to the next round a ring, so that a step back is a number too.
`numbersIn` and `stepsIn` of `ranking.js` read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

_LAST, _MORE = 57, 34
_FIRST_LAST, _FIRST_MORE = ord("#"), ord("]")


class _Letters(dict[int, str]):
    """Number, 0 or more → its letters; filled by asking."""

    def __missing__(self, number: int) -> str:
        high, last = divmod(number, _LAST)
        text = chr(_FIRST_LAST + last)
        while high:
            high, digit = divmod(high, _MORE)
            text = chr(_FIRST_MORE + digit) + text
        self[number] = text
        return text


_LETTERS = _Letters()


def in_letters(numbers: Iterable[int]) -> str:
    """Each number, 0 or more."""
    return "".join(map(_LETTERS.__getitem__, numbers))


def steps(numbers: Sequence[int]) -> str:
    """Growing numbers, each as the step from the one before it."""
    return in_letters(map(sub, numbers, (0, *numbers)))


def ring_steps(numbers: Sequence[int], size: int) -> str:
    """The same of numbers in any order, all less than `size`: a step back goes round."""
    return in_letters([(number - before) % size for number, before in zip(numbers, (0, *numbers), strict=False)])
