"""Words of texts → search terms: the key of each word, and of the words it is put together of.

"oppisopimuskoulutus" is found with *koulutus* and with *oppisopimus*. A word is taken apart where both parts are words
that the texts use by themselves, so that no dictionary is needed and new words join with the text that brings them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tno.finnish import without_dots
from tno.search.forms import Forms

_WORD = re.compile(r"[^\W_]+")
_LINK = re.compile(r"\]\([^)]*\)|https?://\S+|\S+@\S+")
SHORTEST_HEAD, SHORTEST_BEGINNING, SHORTEST_COMPOUND = 4, 3, 8


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
    if "](" in text or "@" in text or "://" in text:
        text = _LINK.sub(" ", text)
    found: list[str] = _WORD.findall(text)
    return found


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
        self._keys = _KeysOf(self)
        self.used_parts: set[str] = set()
        """Keys of words that were found inside others."""

    def terms_of(self, word: str) -> Terms | None:
        """What a folded word is found by; None for words that say nothing."""
        try:
            return self._known[word]
        except KeyError:
            terms = self._known[word] = self._look_at(word)
            return terms

    def keys_in(self, text: str) -> set[str]:
        """Keys of the words of a long text; what words are put together of is left out."""
        found = set(map(self._keys.__getitem__, set(written_in(text))))
        found.discard("")
        return found

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
            head = key(rest)
            heads, beginnings = self._apart(rest) if len(rest) >= SHORTEST_COMPOUND else ((), ())
            if head in self._heads and len(head) >= SHORTEST_HEAD - 1:
                heads = (head, *heads)
            if heads:
                return heads, (key(word[:cut]), *beginnings)
        return (), ()


class _KeysOf(dict[str, str]):
    """Word as written → key, "" for words that say nothing; filled by asking."""

    def __init__(self, words: SearchWords) -> None:
        self._words = words

    def __missing__(self, word: str) -> str:
        terms = self._words.terms_of(folded(word))
        key = self[word] = terms.key if terms else ""
        return key
