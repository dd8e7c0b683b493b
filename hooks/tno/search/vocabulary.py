"""Words of texts → search terms: the key of each word, and of the words it is put together of.

"oppisopimuskoulutus" is found with *koulutus* and with *oppisopimus*. A word is taken apart where both parts are words
that the texts use by themselves, so that no dictionary is needed and new words join with the text that brings them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from tno.finnish import without_dots
from tno.search.forms import Forms

_WORD = re.compile(r"[^\W_]+")
_TARGET = re.compile(r"\]\([^)]*\)")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
SHORTEST_HEAD, SHORTEST_BEGINNING, SHORTEST_COMPOUND = 4, 3, 8
_ACTION = re.compile("in[tn][ai]")
"""What nouns of doing end with: "toiminta" is no army (intti)."""


class Terms(NamedTuple):
    """What a word is found by."""

    key: str
    heads: tuple[str, ...] = ()
    """Keys of what it ends with: koulutus."""
    beginnings: tuple[str, ...] = ()
    """Keys of what it begins with: oppisopimus."""


def words_in(text: str) -> list[str]:
    """The folded words of a text; addresses and links are no words."""
    return list(map(folded, written_in(text)))


def written_in(text: str) -> list[str]:
    """The words of a text as they are written."""
    return list(chain.from_iterable(map(written_at, pieces_in(text))))


def pieces_in(text: str) -> list[str]:
    """What stands between blanks: most pieces are a word, with a stop or a comma, and most have been seen before."""
    return (_TARGET.sub(" ", text) if "](" in text else text).split()


@lru_cache(maxsize=1 << 17)
def written_at(piece: str) -> tuple[str, ...]:
    """The words of a piece as they are written."""
    if "@" in piece or "://" in piece:
        piece = _ADDRESS.sub(" ", piece)
    return tuple(_WORD.findall(piece))


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """Small letters without dots. (Word by word, as each stands in many texts: a whole one costs ten times as much.)"""
    return without_dots(word)


class SearchWords:
    """The words of one index: each is looked at once."""

    def __init__(self, forms: Forms, parts: Iterable[str]) -> None:
        """
        Args:
            parts: folded words that others may be put together of.
        """
        self.forms = forms
        usable = {word for word in parts if len(word) >= SHORTEST_BEGINNING and word not in forms.stop}
        self._beginnings = usable
        self._heads = {forms.key(word) for word in usable if len(word) >= SHORTEST_HEAD}
        self._known: dict[str, Terms | None] = {}
        self._at = _TermsAt(self)
        self.used_parts: set[str] = set()
        """Keys of words that were found inside others."""

    def terms_of(self, word: str) -> Terms | None:
        """What a folded word is found by; None for words that say nothing."""
        try:
            return self._known[word]
        except KeyError:
            terms = self._known[word] = self._look_at(word)
            return terms

    def terms_in(self, text: str) -> list[Terms]:
        """What the words of a text are found by, those that say something."""
        return list(chain.from_iterable(map(self._at.__getitem__, pieces_in(text))))

    def _look_at(self, word: str) -> Terms | None:
        if word in self.forms.stop or (len(word) < 2 and not word.isdecimal()):
            return None
        key = self.forms.key(word)
        heads, beginnings = self._apart(word) if len(word) >= SHORTEST_COMPOUND else ((), ())
        self.used_parts.update(heads, beginnings)
        return Terms(key, heads, beginnings)

    def _apart(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Keys of the parts of a compound; nothing when it is none."""
        key = self.forms.key
        for cut in range(SHORTEST_BEGINNING, len(word) - SHORTEST_HEAD + 1):
            if word[:cut] not in self._beginnings:
                continue
            rest = word[cut:]
            if _ACTION.match(rest):
                continue
            head = key(rest)
            heads, beginnings = self._apart(rest) if len(rest) >= SHORTEST_COMPOUND else ((), ())
            if head in self._heads and len(head) >= SHORTEST_HEAD - 1:
                heads = (head, *heads)
            if heads:
                return heads, (key(word[:cut]), *beginnings)
        return (), ()


class _TermsAt(dict[str, list[Terms]]):
    """Piece of a text → what its words are found by, those that say something; filled by asking."""

    def __init__(self, words: SearchWords) -> None:
        self._words = words

    def __missing__(self, piece: str) -> list[Terms]:
        terms = [self._words.terms_of(folded(word)) for word in written_at(piece)]
        known = self[piece] = [each for each in terms if each]
        return known
