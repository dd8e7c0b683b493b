"""What people say instead of the network's own words: `regions/finland/everyday.yml`.

An entry says in which words a matter is told of ("sain kenkää"), where it leads (a life situation, a topic, a group,
a language, the page for emergencies, elsewhere) and with which words services tell of it ("irtisanominen"). It never
names a service.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from tno.country.source import Entry, read_list
from tno.country.vocabulary import Vocabularies
from tno.frozen import frozen

FILE = "everyday.yml"
LANGUAGES = ("fi", "sv", "en")
EMERGENCY = "hata"
EVENTS = "tapahtumat"
ANSWERS = "kuka-vastaa-nyt"
AGE = "ika"
"""What a lead begins with that tells how old somebody is: `ika/63-99`."""
OCCUPATION = "ammatti"
"""Somebody who says the name of an occupation and nothing else wants to learn it or to work in it."""
EXCEPT = "paitsi"
"""Before a lead: what is told first of that is not meant, though the words are alike ("toiminimi meni nurin")."""
FIELD = "ala"
"""What a lead begins with that names a narrow line of business: services that name it are for those who say it."""
ELSEWHERE = "muualla"
"""What the portal does not tell of: the search says so, unless a service names it."""
LEADS = {
    "elamantilanteet": "life_situation",
    "aiheet": "service_topic",
    "kohderyhma": "target_group",
    "kieli": "service_language",
}
"""What a lead begins with → vocabulary of what follows."""


_AGES = re.compile(r"\d\d?-\d\d")


@frozen
class Everyday:
    """One matter in everyday words."""

    leads: tuple[str, ...]
    """`hata`, `tapahtumat`, `kuka-vastaa-nyt`, `muualla`, `ammatti`, `elamantilanteet/lomautus`, `aiheet/tyo`,
    `ika/60-99`, `ala/maatila`, `paitsi/aiheet/tyo` …"""
    said: Mapping[str, tuple[str, ...]] = field(hash=False)
    """Language → words and phrases."""
    words: Mapping[str, tuple[str, ...]] = field(hash=False)
    """Language → what services say of the same."""


def load_everyday(file: Path, vocabularies: Vocabularies | None) -> tuple[Everyday, ...]:
    """Entries in the order of the file; none when there is no file. Raises `TableError` at the first wrong one.

    Args:
        vocabularies: where leads must be; None: they are not looked up.
    """
    if not file.is_file():
        return ()
    return tuple(_everyday(entry, vocabularies) for entry in read_list(file))


def _everyday(entry: Entry, vocabularies: Vocabularies | None) -> Everyday:
    if unknown := [key for key in entry if key not in ("leads", "words", *LANGUAGES)]:
        raise entry.error(f"Kohtaa ”{unknown[0]}” ei tunneta. Odotettiin leads, words, fi, sv tai en.")
    for lead in (leads := entry.texts("leads")):
        _check_lead(lead, entry, vocabularies)
    said = {language: entry.texts(language) for language in LANGUAGES if language in entry}
    if not any(said.values()):
        raise entry.error("Sanonnat puuttuvat. Lisää kohta fi, esim. fi: [sain potkut].")
    words = entry.entry("words") if "words" in entry else Entry(entry.file, entry.line)
    if unknown := [key for key in words if key not in LANGUAGES]:
        raise words.error(f"Kieltä ”{unknown[0]}” ei tunneta. Odotettiin fi, sv tai en.")
    return Everyday(leads, said, {language: words.texts(language) for language in words})


def _check_lead(lead: str, entry: Entry, vocabularies: Vocabularies | None) -> None:
    room, _, term = lead.removeprefix(f"{EXCEPT}/").partition("/")
    if lead in {EMERGENCY, EVENTS, ANSWERS, ELSEWHERE, OCCUPATION}:
        return
    if room == FIELD and term:
        return
    if room == AGE:
        if not _AGES.fullmatch(term):
            raise entry.error(f"”{lead}” ei kerro ikää. Odotettiin nuorin ja vanhin, esim. ika/63-99.")
        return
    if room not in LEADS or not term:
        raise entry.error(
            f"”{lead}” ei ole sivu. Odotettiin esim. hata, tapahtumat, aiheet/tyo tai elamantilanteet/lomautus."
        )
    if vocabularies and term not in vocabularies[LEADS[room]]:
        raise entry.error(f"Sanaa ”{term}” ei ole sanastossa {LEADS[room]}.")
