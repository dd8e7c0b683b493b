"""Days of the week as editors write them: `ma`, `ti-pe`, `ma, ke`, `arkisin`. Used by hours and by repetition."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from tno.finnish import WEEKDAYS, WEEKDAYS_SHORT

DAYS, DAY_NAMES = WEEKDAYS_SHORT, WEEKDAYS
"""Weekdays as keys and in full, Monday first: the place in the list is the weekday's number everywhere."""

_REGULARLY = tuple(f"{name}{'i' if name.endswith('o') else ''}sin" for name in DAY_NAMES)
_SINGLE = {word: number for words in (DAYS, DAY_NAMES, _REGULARLY) for number, word in enumerate(words)}
_GROUPS = {
    "arkisin": tuple(range(5)),
    "arkipäivisin": tuple(range(5)),
    "viikonloppuisin": (5, 6),
    "joka päivä": tuple(range(7)),
    "päivittäin": tuple(range(7)),
}
WORDS = (*_SINGLE, *_GROUPS)
LIKE_ENOUGH = 0.7
"""Least likeness, 0–1, of a word that was probably meant: "arki" is arkisin, "kausi" is no lauantaisin."""

_DAY = rf"({'|'.join(DAYS)}|({'|'.join(DAY_NAMES)})(i?sin)?)"
_DAY_OR_RANGE = rf"{_DAY}( ?[-–] ?{_DAY})?"
WEEKDAYS_PATTERN = rf"^({_DAY_OR_RANGE}((, ?| ja ){_DAY_OR_RANGE})*|{'|'.join(_GROUPS)})$"
"""Regular expression (JSON Schema dialect) of what `parse_weekdays` takes, in lower case."""


class WeekdayUnknownError(ValueError):
    """A word that is no weekday; `suggestion` is the nearest that is, or an empty text."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word
        self.suggestion = next(iter(get_close_matches(word, WORDS, n=1, cutoff=LIKE_ENOUGH)), "")


@lru_cache(maxsize=1 << 14)
def tidy(text: str) -> str:
    """Lower case, one kind of dash, single spaces: what people mean the same is written the same."""
    return re.sub(r"\s+", " ", re.sub("[‐‑‒–—−]", "-", text.strip().lower()))


def parse_weekdays(text: str) -> tuple[int, ...]:
    """Weekday numbers (0 = Monday) in the order written, none twice; a range may pass the week's end (`pe-ma`).

    Raises:
        WeekdayUnknownError: with the first word that is no weekday.
    """
    if (group := _GROUPS.get(tidy(text))) is not None:
        return group
    found = [day for part in re.split(r",| ja ", tidy(text)) for day in _range(part.strip())]
    return tuple(dict.fromkeys(found))


def _range(text: str) -> list[int]:
    first, dash, last = (part.strip() for part in text.partition("-"))
    start = _number(first)
    length = (_number(last) - start) % 7 if dash else 0
    return [(start + step) % 7 for step in range(length + 1)]


def _number(word: str) -> int:
    if (number := _SINGLE.get(word.removesuffix("."))) is None:
        raise WeekdayUnknownError(word)
    return number
