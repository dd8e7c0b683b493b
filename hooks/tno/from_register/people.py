"""Persons in texts of the register: their names and own addresses are never carried over.

What looks like a person is left out rather than kept: an editor can write a role's address in its place. Nothing here
knows names; an address is taken for a role's when one of its words is a word of offices.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tno.finnish import without_dots
from tno.rules.persons import ROLE_WORDS

HIDDEN = "(henkilötieto)"
"""What stands in the report in place of a person."""

_OFFICES = (
    *ROLE_WORDS,
    *(
        "admission",
        "ajanvaraus",
        "ammatti",
        "apu",
        "asioi",
        "asumi",
        "bildning",
        "chat",
        "digi",
        "elin",
        "email",
        "ensi",
    ),
    *(
        "hakija",
        "henkilosto",
        "ilmoittau",
        "integra",
        "international",
        "jarjesto",
        "keskus",
        "kriisi",
        "kuntou",
        "kuraat",
    ),
    *("linja", "linjen", "mielen", "navigator", "office", "opo", "paihde", "paivys", "perhe", "radgiv", "registra"),
    *("rektor", "sahkoposti", "seurakunta", "service", "suomi", "sysselsatt", "tuki", "tulk", "ungdom", "vaihde"),
    *("varau", "velka", "verkko", "virasto", "vuxen", "yliopisto"),
)
"""Beginnings of words that name a task or a place of work."""
_FREE_MAIL = ("gmail.", "hotmail.", "outlook.", "live.", "luukku.", "icloud.", "yahoo.", "suomi24.", "kolumbus.")
_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_WORDS = re.compile(r"[a-z]+")
_CAPITAL = r"[A-ZÅÄÖŠŽ][a-zåäöšžéáü]+(?:-[A-ZÅÄÖŠŽ][a-zåäöšžéáü]+)?"
_TITLE = re.compile(
    r"\b(?:\w*ohjaaja|\w*koordinaattori|rehtori|\w*johtaja|\w*päällikkö|\w*sihteeri|\w*neuvoja|\w*asiantuntija"
    r"|\w*työntekijä|yhteyshenkilö\w*|vastuuhenkilö\w*|\w*handledare|\w*koordinator|rektor|kontaktperson|\w*sekreterare"
    rf"|coordinator|contact person|opo|kuraattori|lisätietoja(?: antaa)?)\b[:,]?\s+(?-i:{_CAPITAL}\s+{_CAPITAL})",
    re.I,
)
_SURNAME = re.compile(rf"\b{_CAPITAL}\s+(?=[A-ZÅÄÖ])\w+(?:nen|sson|ström|[qk]vist|blom|berg|lund|gren|roth)\b")
_ONLY_A_NAME = re.compile(rf"{_CAPITAL}(?:\s+{_CAPITAL}){{1,2}}")


def is_personal_address(email: str) -> bool:
    """Whether an e-mail address looks like a person's own: first name and surname, or a private one at a free host."""
    local, _, host = without_dots(email.strip()).partition("@")
    words = _WORDS.findall(local)
    if any(word.startswith(_OFFICES) for word in words):
        return False
    return len(words) > 1 or host.startswith(_FREE_MAIL)


def names_a_person(text: str) -> bool:
    """Whether a text seems to say who somebody is: a title with a name, a surname, a person's address."""
    if any(is_personal_address(address) for address in _EMAIL.findall(text)):
        return True
    return bool(_TITLE.search(text) or _SURNAME.search(text))


def is_only_a_name(text: str, is_known: Callable[[str], bool]) -> bool:
    """Whether a short text is nothing but a name; `is_known` tells words that are places."""
    if not _ONLY_A_NAME.fullmatch(text.strip()):
        return False
    return not any(without_dots(word).startswith(_OFFICES) or is_known(word) for word in text.split())


def without_people(text: str) -> tuple[str, int]:
    """The text without the sentences that name a person, and how many they were."""
    if not names_a_person(text):
        return text, 0
    lines, gone = [], 0
    for line in text.split("\n"):
        sentences = re.split(r"(?<=[.!?])(?=\s)", line)
        kept = [sentence for sentence in sentences if not names_a_person(sentence)]
        gone += len(sentences) - len(kept)
        lines.append("".join(kept).strip() if len(kept) < len(sentences) else line)
    kept_text = "\n".join(lines).strip()
    return (kept_text, gone) if not names_a_person(kept_text) else ("", gone + 1)


def masked(text: str) -> str:
    """A text for the report: without addresses and names of persons."""
    text = _EMAIL.sub(lambda found: HIDDEN if is_personal_address(found[0]) else found[0], text)
    return _SURNAME.sub(HIDDEN, _TITLE.sub(HIDDEN, text))
