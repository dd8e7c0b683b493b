"""Words of texts → search terms: the key of each word, and of the words it is put together of.

"oppisopimuskoulutus" is found with *koulutus* and with *oppisopimus*. A word is taken apart where both parts are words
that the texts use by themselves, so that no dictionary is needed and new words join with the text that brings them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    if "://" in text or "](" in text or "@" in text:
        text = _LINK.sub(" ", text)
    return _WORD.findall(without_dots(text))


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
        self.used_parts: set[str] = set()
        """Keys of words that were found inside others."""

    def terms_of(self, word: str) -> Terms | None:
        """What a folded word is found by; None for words that say nothing."""
        try:
            return self._known[word]
        except KeyError:
            terms = self._known[word] = self._look_at(word)
            return terms

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
            rest = word[cut:]
            if word[:cut] in self._beginnings and (head := key(rest)) in self._heads and len(head) >= SHORTEST_HEAD - 1:
                heads, beginnings = self._apart(rest) if len(rest) >= SHORTEST_COMPOUND else ((), ())
                return (head, *heads), (key(word[:cut]), *beginnings)
        return (), ()
