"""The words content is written in: target groups, channels, kinds of events, each with an id and its labels.

An editor may write a term's id or its label in any language; records keep the id.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tno.country.source import Entry, entries_of, read_entries
from tno.country.spelling import folded, inflected, misspelt, nearest
from tno.finnish import slug
from tno.frozen import frozen

LANGUAGES = ("fi", "sv", "en", "se")
"""Languages of labels: Finnish, Swedish and English always, Northern Sámi where the word is attested."""
CODES = ("ptv", "hsds", "schema", "ical", "rule", "first_year", "last_year")
"""What else a term may say: its equivalent in a standard, when a named day falls, in which years a thing exists."""
SHOWN_IN_ADVICE = 6
"""How many terms a message lists before …"""


@frozen
class VocabularyTerm:
    """One word of a vocabulary."""

    id: str
    """ASCII, stable; what files hold."""
    labels: Mapping[str, str] = field(hash=False)
    """Language → label; `fi`, `sv` and `en` always."""
    codes: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Some of `CODES` → value as written, e.g. {"ptv": "KR1.3"}."""

    def label(self, language: str) -> str:
        """Its label in `language`, else in Finnish."""
        return self.labels.get(language, self.labels["fi"])


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The terms of one vocabulary, in the order of the file."""

    name: str
    """Its key in vocabularies.yml, e.g. "target_group"."""
    terms: Mapping[str, VocabularyTerm]
    """Id → term."""

    def __iter__(self) -> Iterator[VocabularyTerm]:
        return iter(self.terms.values())

    def __len__(self) -> int:
        return len(self.terms)

    def __contains__(self, term_id: object) -> bool:
        return term_id in self.terms

    def __getitem__(self, term_id: str) -> VocabularyTerm:
        return self.terms[term_id]

    def find(self, text: str) -> VocabularyTerm | None:
        """The term whose id or label in any language is `text`; capitals and blanks around do not matter."""
        return self.terms.get(text) or self._by_word.get(_word(text))

    def meant(self, text: str) -> VocabularyTerm | None:
        """As `find`, also an id written with its dots and capitals: "Järjestö" is jarjesto."""
        return self.find(text) or self.terms.get(slug(text))

    def label(self, term_id: str, language: str) -> str:
        """Label of the term in `language`, else in Finnish. Raises KeyError for an id that is no term."""
        return self.terms[term_id].label(language)

    def advice(self, text: str) -> dict[str, str]:
        """What a message can add when `find(text)` is None.

        `expected`: up to six ids, the likest first, then `…` when there are more; `suggestion`: an id, when one is
        close to what was written.
        """
        if text not in self._advice_given:
            self._advice_given[text] = self._advise(text)
        return dict(self._advice_given[text])

    def _advise(self, text: str) -> dict[str, str]:
        words = self._ids_by_plain_word
        meant = inflected(text, words) or misspelt(text, words)
        suggested = words[meant] if meant else self._said_in_a_label(text)
        found = {"suggestion": suggested} if suggested else {}
        near = nearest([folded(text)], words)
        likest = [words[word] for like, word in near if like >= _ALIKE]
        likest += [term for word, term in words.items() if _share_a_part(folded(text), word)]
        order = list(dict.fromkeys([*found.values(), *likest, *(words[word] for _, word in near), *self.terms]))
        shown = order[:SHOWN_IN_ADVICE] + ["…"] * (len(order) > SHOWN_IN_ADVICE)
        return {"expected": ", ".join(shown), **found}

    def _said_in_a_label(self, text: str) -> str:
        """The id of the only term in whose name `text` is a word: työnhaku is Työ ja työnhaku."""
        told = [term.id for term in self if _word(text) in _word(term.labels["fi"]).split()]
        return told[0] if len(told) == 1 else ""

    @cached_property
    def _advice_given(self) -> dict[str, dict[str, str]]:
        """The same wrong word may stand in thousands of files; comparing it costs milliseconds."""
        return {}

    def _words(self) -> Iterator[tuple[str, VocabularyTerm]]:
        """Every id and label with its term; ids first, so that a label never hides another term's id."""
        yield from self.terms.items()
        for language in LANGUAGES:
            yield from ((term.labels[language], term) for term in self if language in term.labels)

    @cached_property
    def _by_word(self) -> Mapping[str, VocabularyTerm]:
        found: dict[str, VocabularyTerm] = {}
        for word, term in self._words():
            found.setdefault(_word(word), term)
        return found

    @cached_property
    def _ids_by_plain_word(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for word, term in self._words():
            found.setdefault(folded(word), term.id)
        return found


_ALIKE = 0.65
"""Likeness from which a word is nearer than one that shares a part with what was written."""
_SHORTEST_PART = 4


def _share_a_part(one: str, other: str) -> bool:
    """Whether two words begin or end with a part of the other: infotilaisuus and ohjausinfo."""
    longest = min(len(one), len(other))
    return any(
        one.startswith(other[-length:]) or one.endswith(other[:length]) for length in range(_SHORTEST_PART, longest + 1)
    )


def _word(text: str) -> str:
    """`text` for comparing: small letters, single spaces, letters composed (a Mac may write ä as a and two dots)."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@dataclass(frozen=True, eq=False)
class Vocabularies(Mapping[str, Vocabulary]):
    """Vocabulary name → vocabulary, in the order of the file."""

    by_name: Mapping[str, Vocabulary]

    def __getitem__(self, name: str) -> Vocabulary:
        return self.by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_name)

    def __len__(self) -> int:
        return len(self.by_name)


def load_vocabularies(file: Path) -> Vocabularies:
    """The vocabularies of `file`, normally `regions/vocabularies.yml`. Raises `TableError` at the first wrong term."""
    return Vocabularies(
        {
            name: Vocabulary(name, {term_id: _term(term_id, entry) for term_id, entry in entries_of(terms)})
            for name, terms in entries_of(read_entries(file))
        }
    )


def _term(term_id: str, entry: Entry) -> VocabularyTerm:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", term_id):
        raise entry.error(f"Tunnus ”{term_id}” ei kelpaa. Käytä pieniä kirjaimia a–z, numeroita ja yhdysviivoja.")
    if unknown := [key for key in entry if key not in LANGUAGES and key not in CODES]:
        raise entry.error(f"Termin ”{term_id}” kohtaa ”{unknown[0]}” ei tunneta.")
    for language in ("fi", "sv", "en"):
        entry.text(language)
    return VocabularyTerm(
        term_id,
        {language: entry.text(language) for language in LANGUAGES if language in entry},
        {code: entry.text(code) for code in CODES if code in entry},
    )
