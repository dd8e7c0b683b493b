"""Forms of a word → its key: "neuvonta", "neuvonnan" and "neuvontaan" are one word to whoever searches.

A key is found by rules, without a dictionary: endings are cut in stages, what is left of the stem is written as the
other forms of the word have it, and consonant gradation is levelled. The rules are data (`forms.yml`): the browser gets
them with the index and runs them as this module does (`docs/assets/javascripts/ranking.js`; a test holds the two to the
same answers). Keys are not words: nobody sees them, and two words may share one. How well this does, and what was tried
beside it, stands in ARCHITECTURE.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from tno.frozen import frozen

LEAST_LEFT = 3


class Stage(dict[str, tuple[str, int]]):
    """Ending → what stands in its place, and how many letters must be left before it."""

    @cached_property
    def lengths(self) -> Sequence[int]:
        """How many letters endings have, the longest first."""
        return sorted(set(map(len, self)), reverse=True)


@frozen
class Forms:
    """How words of a language become keys. All letters are small and without dots."""

    known: Mapping[str, str]
    """Form → key, of words that no rule explains: toita → tyo."""
    stages: Sequence[Stage]
    """In each the longest ending that fits is changed, then the next stage follows."""
    vowels: str
    """Letters cut from the end of what is left."""
    shortest: int
    """A key keeps so many letters."""
    gradation: Stage
    """How the end of a key is levelled."""
    clitics: Sequence[str]
    """What may hang on a word: "ni" of "työni"."""
    same: Mapping[str, str]
    """Key → key that stands for it in sayings of several words."""
    after: Mapping[str, str]
    """Pronoun that is also a noun → the words after which it is one: "min man"."""
    trades: Mapping[str, str]
    """How the form of words tells occupations: patterns, and the words that are meant (`ranking.js`, tradesIn)."""
    negations: frozenset[str]
    """Words that turn a saying round: en jaksa."""
    weak: frozenset[str]
    """Words that go with many matters: they count for less beside others."""
    filler: frozenset[str]
    """Weak words that are never told as the reason why something was found."""
    network: frozenset[str]
    """Words by which the network's own papers and groups are asked for."""
    stop: frozenset[str]
    """Words that say nothing of what is looked for."""
    _keys: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def key(self, word: str) -> str:
        """The key of a folded word."""
        if (key := self._keys.get(word)) is None:
            key = self._keys[word] = self._made(word)
        return key

    def _made(self, word: str) -> str:
        known = self.known
        if word in known:
            return known[word]
        for stage in self.stages:
            word = changed(word, stage)
        end = len(word)
        if word not in known:
            while end > self.shortest and word[end - 1] in self.vowels:
                end -= 1
        word = changed(word[:end], self.gradation)
        return known.get(word, word)

    def _keys_of(self, words: Iterable[str]) -> str:
        return " ".join(sorted({self.key(word) for word in words}))

    def as_data(self) -> dict[str, Any]:
        """The same for the browser."""
        return {
            "known": self.known,
            "stages": [{ending: [*rule] for ending, rule in stage.items()} for stage in (*self.stages, self.gradation)],
            "vowels": self.vowels,
            "shortest": self.shortest,
            "clitics": " ".join(self.clitics),
            "same": self.same,
            "after": self.after,
            "trades": {**self.trades, **{each: self.key(self.trades[each]) for each in ("changing", "becoming")}},
            "negations": " ".join(sorted(self.negations)),
            "weak": self._keys_of(self.weak),
            "filler": self._keys_of(self.filler),
            "network": self._keys_of(self.network),
            "stop": " ".join(sorted(self.stop)),
        }


def changed(word: str, stage: Stage) -> str:
    """`word` with the longest ending that fits changed."""
    for length in stage.lengths:
        rule = stage.get(word[-length:])
        if rule and len(word) - length >= rule[1]:
            return word[:-length] + rule[0]
    return word


@cache
def forms_of(language: str) -> Forms:
    """The rules of a language; those of Finnish where it has none."""
    data = _tables()
    own = data.get(language) or data["fi"]
    forms = Forms(
        known=dict(pair.split("=") for pair in own["known"].split()),
        stages=tuple(map(_stage, own["stages"])),
        vowels=own["vowels"],
        shortest=own["shortest"],
        gradation=_stage(own["gradation"]),
        clitics=tuple(own["clitics"].split()),
        same={},
        after=own.get("after", {}),
        trades=own["trades"],
        negations=frozenset(own["negations"].split()),
        weak=frozenset(own["weak"].split()),
        filler=frozenset(own["filler"].split()),
        network=frozenset(own["network"].split()),
        stop=frozenset(own["stop"].split()),
    )
    groups = ([forms.key(word) for word in group.split()] for group in own["same"])
    return replace(forms, same={key: first for first, *others in groups for key in others if key != first})


@cache
def _tables() -> dict[str, Any]:
    text = Path(__file__).with_name("forms.yml").read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return tables


def _stage(text: str) -> Stage:
    stage = Stage()
    for rule in text.split():
        change, _, left = rule.partition(":")
        ending, _, instead = change.partition(">")
        stage[ending] = instead, int(left or LEAST_LEFT)
    return stage
