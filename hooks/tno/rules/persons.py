"""People are named only when they have agreed to it; roles need no consent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tno.finnish import without_dots
from tno.records import Record
from tno.records.base import Part
from tno.records.contacts import Contact
from tno.rules.fields import Finder, fields_of
from tno.rules.review import Findings, Review, finding

CONTACTS = Finder(lambda model: True if issubclass(model, Contact) else None)


def _has_email(model: type[Part]) -> bool | None:
    return True if any(field.attribute == "email" for field in fields_of(model)) else None


EMAILS = Finder(_has_email)

BODY = "body"
_WORD = r"[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?"
_NO_NAMES = "Soita|Kysy|Ota|Varaa|Kirjoita|Lähetä|Tule|Ilmoittaudu|Katso|Saat|Voit|Pyydä|Tekstaa|Puh|Lisätietoja"
_EMAIL = re.compile(r"[A-Za-z0-9.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NAME_WITH_CONTACT = re.compile(
    rf"(?P<name>(?!(?:{_NO_NAMES})\b)\b{_WORD} {_WORD})\b[^.!?\n]{{0,40}}?"
    r"(?:(?:\+358 ?|\b0)[45]\d[\d ]{5,}|[\w.+-]+@\w)"
)
"""Two words with capitals and, in the same sentence, a mobile number or an e-mail address."""
_TWO_WORDS = re.compile(r"([a-z]+(?:-[a-z]+)?)\.([a-z]+(?:-[a-z]+)?)@", re.IGNORECASE)
ROLE_WORDS = (
    "aikuis", "alku", "amis", "asiakas", "ely", "etsiva", "haku", "hallinto", "hanke", "hyvinvointi",
    "info", "johto", "kampus", "kansalais", "kansli", "kaupunki", "kehit", "kela", "kieli", "kirjaamo",
    "kirjasto", "koordin", "koti", "koulu", "kunta", "kunnan", "kurssi", "kysy", "lukio", "maahan",
    "maakunta", "markkin", "matka", "neuvonta", "nuoret", "nuoriso", "ohjaa", "ohjau", "opinto",
    "opiskel", "opisto", "oppi", "osaam", "palaut", "palkka", "palvel", "posti", "puhelin", "rekry",
    "rehtori", "seutu", "sihteer", "sosiaali", "talous", "tiedot", "tieto", "tilau", "toimist", "tukea",
    "tyoll", "tyoel", "tyopa", "ura", "valmen", "verkosto", "viesti", "vapaaehtois", "yhteis", "yhtey",
    "yhdist", "yritt", "yritys", "career", "contact", "guid", "stud", "support", "work",
)  # fmt: skip
"""Beginnings of words that name a task or a place of work, not a person."""


def persons_without_consent(review: Review) -> Findings:
    """Contacts with a person's name and nothing about the person's consent."""
    for _, parts in CONTACTS.among(review.parts):
        for record, path, contact in parts:
            if contact["person"] and contact["consent"] is None:
                yield finding(record, "person-without-consent", *path, "person", value=contact["person"])


def personal_emails(review: Review) -> Findings:
    """Addresses that look like a first and a last name, where nobody has noted a consent."""
    known = _names_of_things(review)
    for _, parts in EMAILS.among(review.parts):
        for record, path, values in parts:
            address = values["email"]
            if address and values.get("consent") is None and _looks_personal(address, known, record):
                code = "email-personal" if "consent" in values else "email-personal-shared"
                yield finding(record, code, *path, "email", value=address)


def persons_in_texts(review: Review) -> Findings:
    """Addresses and names of persons in prose, where a role and a shared number or address would do."""
    known = _names_of_things(review)
    for record in review.records:
        for field, text in _texts(record):
            if "@" in text:
                for match in _EMAIL.finditer(text):
                    if _looks_personal(match[0], known, record):
                        place = (field, match.start()) if field == BODY else (field,)
                        yield finding(record, "text-email-personal", *place, value=match[0])
            if "@" in text or " 04" in text or " 05" in text or "+358" in text:
                for match in _NAME_WITH_CONTACT.finditer(text):
                    if not _is_of_a_thing(match["name"], known, record):
                        place = (field, match.start()) if field == BODY else (field,)
                        yield finding(record, "text-person", *place, value=match["name"])


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """Prose of a record that people read as running text."""
    values = record.__dict__
    for field in (BODY, "summary", "description"):
        if text := values.get(field):
            yield field, text


def _is_of_a_thing(name: str, known: frozenset[str], record: Record) -> bool:
    """Whether two words with capitals are the name of a place or of an organisation."""
    words = without_dots(name).split()
    if any(word.startswith(ROLE_WORDS) or word in known or word[:-1] in known for word in words):
        return True
    own = without_dots(f"{record.id} {getattr(record, 'name', '')}")
    return any(word[:5] in own for word in words)


def _looks_personal(address: str, known: frozenset[str], record: Record) -> bool:
    if not (match := _TWO_WORDS.match(address.lower())):
        return False
    words = match.groups()
    if any(word.startswith(ROLE_WORDS) or word in known for word in words):
        return False
    own = without_dots(f"{record.id} {getattr(record, 'name', '')}")
    return not any(word in own for word in words)


def _names_of_things(review: Review) -> frozenset[str]:
    """Words of regions, municipalities and vocabularies. Municipalities that are surnames too are taken for names."""
    country = review.network.country
    terms = (word for each in review.network.vocabularies.values() for term in each.terms for word in term.split("-"))
    regions = (region.split("-")[-1] for region in country.ely_areas)
    towns = (municipality.slug for municipality in country.municipalities.values())
    return frozenset([*regions, *country.ely_areas, *terms, *towns]) - _SURNAMES


_SURNAMES = frozenset(("aura", "lahti", "salo"))
