"""What somebody who does not know what to ask for chooses from: who one is, what one needs, in everyday words.

`regions/finland/first_steps.yml` holds the choices; each stands for words of the vocabularies that services have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from tno.country.source import Entry, entries_of, read_entries
from tno.country.vocabulary import Vocabularies
from tno.frozen import frozen

FILE = "first_steps.yml"
LANGUAGES = ("fi", "sv", "en")
MOST_YEARS = 99
_ID = re.compile(r"[a-z]+(-[a-z]+)*")


@frozen
class Need:
    """Something one may need."""

    id: str
    labels: Mapping[str, str] = field(hash=False)
    """Language → what one would say of it."""
    situations: tuple[str, ...]
    """Life situations, the one to show first first."""
    topics: tuple[str, ...]
    """Topics of services, likewise."""
    groups: tuple[str, ...] = ()
    """Target groups that everybody with this need is in: whoever wants to study is an applicant."""
    aside: tuple[str, ...] = ()
    """Life situations that are another matter: what is first for one of these comes last, though it names the topic."""
    tonight: bool = False
    """Some cannot wait for the morning: who answers the telephone day and night is among the first."""
    danger: bool = False
    """Some are in danger now: the emergency number comes before the answers."""


@frozen
class Who:
    """Somebody one may be."""

    id: str
    labels: Mapping[str, str] = field(hash=False)
    notes: Mapping[str, str] = field(hash=False)
    """Language → whom the choice is for, more closely."""
    groups: tuple[str, ...]
    """Target groups of services."""
    needs: tuple[Need, ...]
    """What one is likely to need, the likeliest first, in one's own words."""
    hints: Mapping[str, str] = field(hash=False, default_factory=dict)
    """Language → what is good to know of the answers; empty: nothing."""
    also: tuple[str, ...] = ()
    """Target groups that many of them are in besides."""
    others: tuple[str, ...] = ()
    """Target groups that they are not in: what is for one of these and none of theirs is not first for them."""
    situations: tuple[str, ...] = ()
    """Life situations they are in, whatever they need."""
    ages: tuple[int, int] = (0, MOST_YEARS)
    """The youngest and the oldest of them."""
    for_another: bool = False
    """They ask for somebody else, who has the need."""


@dataclass(frozen=True, eq=False)
class FirstSteps:
    """Every choice, in the order of the file."""

    whos: tuple[Who, ...] = ()
    narrow_groups: frozenset[str] = frozenset()
    """Target groups that whoever is in one says so: what is first for one of them is not for the others."""
    narrow_situations: frozenset[str] = frozenset()
    """Life situations, likewise."""

    def __iter__(self) -> Iterator[tuple[int, Who, Need]]:
        """Each pair with its number."""
        return iter(self.pairs)

    @cached_property
    def pairs(self) -> tuple[tuple[int, Who, Need], ...]:
        """Every who with each of their needs, numbered from 0."""
        every = [(who, need) for who in self.whos for need in who.needs]
        return tuple((number, who, need) for number, (who, need) in enumerate(every))

    @cached_property
    def aside(self) -> Mapping[str, frozenset[str]]:
        """Topic or life situation of a need → the life situations that are another matter there."""
        found: dict[str, frozenset[str]] = {}
        for _, _, need in self.pairs:
            for term in (*need.situations, *need.topics) if need.aside else ():
                found[term] = found.get(term, frozenset()).union(need.aside)
        return found


def load_first_steps(file: Path, vocabularies: Vocabularies | None = None) -> FirstSteps:
    """The choices; none when there is no file. Raises `TableError` at the first wrong one.

    Args:
        vocabularies: where the words must be; None: they are not looked up.
    """
    if not file.is_file():
        return FirstSteps()
    tree = read_entries(file)
    needs = {key: _need(key, entry, vocabularies) for key, entry in entries_of(tree.entry("need"))}
    whos = tuple(_who(key, entry, needs, vocabularies) for key, entry in entries_of(tree.entry("who")))
    used = {need.id for who in whos for need in who.needs}
    for key, entry in entries_of(tree.entry("need")):
        if key not in used:
            raise entry.error(f"Tarvetta ”{key}” ei ole kenelläkään. Lisää se jonkun kohtaan needs tai poista.")
    return FirstSteps(whos, *_narrow(tree, vocabularies))


def _narrow(tree: Entry, vocabularies: Vocabularies | None) -> tuple[frozenset[str], frozenset[str]]:
    if "narrow" not in tree:
        return frozenset(), frozenset()
    entry = tree.entry("narrow")
    _only(entry, ("groups", "situations"))
    groups = _terms(entry, "groups", "target_group", vocabularies)
    return frozenset(groups), frozenset(_terms(entry, "situations", "life_situation", vocabularies))


def _need(key: str, entry: Entry, vocabularies: Vocabularies | None) -> Need:
    _check_id(key, entry)
    _only(entry, ("label", "situations", "topics", "groups", "aside", "tonight", "danger"))
    situations = _terms(entry, "situations", "life_situation", vocabularies)
    topics = _terms(entry, "topics", "service_topic", vocabularies)
    if not (situations or topics):
        raise entry.error(f"Tarpeella ”{key}” pitää olla ainakin yksi elämäntilanne tai aihe.")
    groups = _terms(entry, "groups", "target_group", vocabularies)
    tonight = "tonight" in entry and entry.parsed("tonight", _yes, "kyllä")
    danger = "danger" in entry and entry.parsed("danger", _yes, "kyllä")
    aside = _terms(entry, "aside", "life_situation", vocabularies)
    return Need(key, _labels(entry.entry("label")), situations, topics, groups, aside, tonight, danger)


def _who(key: str, entry: Entry, needs: Mapping[str, Need], vocabularies: Vocabularies | None) -> Who:
    _check_id(key, entry)
    _only(
        entry,
        (
            *("label", "note", "groups", "needs", "says", "topics", "hint"),
            *("also", "others", "situations", "ages", "for_another"),
        ),
    )
    says = {need: _labels(labels) for need, labels in entries_of(entry.entry("says"))} if "says" in entry else {}
    matters = _topics_of_needs(entry.entry("topics"), vocabularies) if "topics" in entry else {}
    for need in (*entry.texts("needs"), *says, *matters):
        if need not in needs:
            raise entry.error(f"Tarvetta ”{need}” ei ole kohdassa need.")
    groups = _terms(entry, "groups", "target_group", vocabularies)
    chosen = (needs[need] for need in entry.texts("needs"))
    told = tuple(
        replace(need, labels=says.get(need.id, need.labels), topics=matters.get(need.id, need.topics))
        for need in chosen
    )
    hints = _labels(entry.entry("hint")) if "hint" in entry else {}
    return Who(
        id=key,
        labels=_labels(entry.entry("label")),
        notes=_labels(entry.entry("note")),
        groups=groups,
        needs=told,
        hints=hints,
        also=_terms(entry, "also", "target_group", vocabularies),
        others=_terms(entry, "others", "target_group", vocabularies),
        situations=_terms(entry, "situations", "life_situation", vocabularies),
        for_another="for_another" in entry and entry.parsed("for_another", _yes, "kyllä"),
        ages=_ages(entry) if "ages" in entry else (0, MOST_YEARS),
    )


def _topics_of_needs(entry: Entry, vocabularies: Vocabularies | None) -> dict[str, tuple[str, ...]]:
    return {need: _terms(entry, need, "service_topic", vocabularies) for need in entry}


def _yes(text: str) -> bool:
    if text != "kyllä":
        raise ValueError(text)
    return True


def _ages(entry: Entry) -> tuple[int, int]:
    told = entry.texts("ages")
    if len(told) != 2 or not all(age.isdigit() for age in told) or int(told[0]) > int(told[1]):
        raise entry.error("Kohdassa ”ages” pitää olla nuorin ja vanhin ikä, esim. [13, 29].")
    return int(told[0]), int(told[1])


def _only(entry: Entry, keys: Sequence[str]) -> None:
    if unknown := [key for key in entry if key not in keys]:
        raise entry.error(f"Kohtaa ”{unknown[0]}” ei tunneta. Jos tekstissä on pilkku, laita teksti lainausmerkkeihin.")


def _check_id(key: str, entry: Entry) -> None:
    if not _ID.fullmatch(key):
        raise entry.error(f"Tunnus ”{key}” ei kelpaa. Käytä pieniä kirjaimia a–z ja yhdysviivoja.")


def _labels(entry: Entry) -> dict[str, str]:
    _only(entry, LANGUAGES)
    return {language: entry.text(language) for language in LANGUAGES}


def _terms(entry: Entry, key: str, vocabulary: str, vocabularies: Vocabularies | None) -> tuple[str, ...]:
    terms = entry.texts(key)
    for term in terms if vocabularies else ():
        if vocabularies and term not in vocabularies[vocabulary]:
            raise entry.error(f"Kohdan ”{key}” sanaa ”{term}” ei ole sanastossa {vocabulary}.")
    return terms
