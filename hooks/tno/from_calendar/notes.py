"""What an import could not keep, or guessed: a line each, in Finnish and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Note(NamedTuple):
    """Something the editor should know."""

    code: str
    event: str
    """Name of the event, or empty when it is of the whole file."""
    data: Mapping[str, str]


@dataclass
class Notes:
    """Notes of one import; `of` gives those of one event the same list."""

    found: list[Note] = field(default_factory=list)
    event: str = ""

    def of(self, event: str) -> Notes:
        """The same, for notes of an event."""
        return Notes(self.found, event)

    def add(self, code: str, **data: object) -> None:
        """Note something; the same is noted once."""
        note = Note(code, self.event, {name: str(value) for name, value in data.items()})
        if note not in self.found:
            self.found.append(note)


def shown(note: Note, language: str) -> str:
    """A note as people read it (`fi` or `en`)."""
    text = TEXTS[note.code][0 if language == "fi" else 1].format(**note.data)
    return f"{note.event}: {text}" if note.event else text


TEXTS: Mapping[str, tuple[str, str]] = {
    # --- the file
    "encoding": (
        "Tiedosto ei ole UTF-8-muotoa. Luettiin Windowsin merkistönä: tarkista ääkköset.",
        "The file is not UTF-8. It was read as Windows-1252: check letters such as ä.",
    ),
    "line-dropped": (
        "Riviä {line} ei ymmärretty, ja se jäi pois: ”{value}”.",
        'Line {line} was not understood and is left out: "{value}".',
    ),
    "doubled": (
        "Kohta {value} on tapahtumassa {count} kertaa, vaikka se kuuluu siihen kerran. Ensimmäinen otettiin.",
        "An event has {value} {count} times, where it belongs there once. The first was taken.",
    ),
    "file-cut": (
        "Tiedosto loppuu kesken. Viimeisestä tapahtumasta voi puuttua tietoja.",
        "The file is cut short. The last event may lack something.",
    ),
    "not-events": (
        "Tiedostossa on myös muuta kuin tapahtumia, eikä sitä tuotu: {value}.",
        "There is more than events in the file, and it is not imported: {value}.",
    ),
    "floating": (
        "Kellonaikoja ilman aikavyöhykettä luettiin vyöhykkeen {zone} aikoina.",
        "Times without a zone were read as times of {zone}.",
    ),
    "zone-guessed": (
        "Aikavyöhyke ”{value}” luettiin vyöhykkeenä {zone}.",
        'The time zone "{value}" was read as {zone}.',
    ),
    "zone-unknown": (
        "Aikavyöhykettä ”{value}” ei tunneta. Ajat luettiin Suomen aikoina: tarkista ne.",
        'The time zone "{value}" is not known. Times were read as Finnish times: check them.',
    ),
    "people": (
        "Järjestäjien ja osallistujien nimiä ja osoitteita ei tuotu ({count}).",
        "Names and addresses of organisers and attendees are not imported ({count}).",
    ),
    "private": (
        "Yksityisiksi merkittyjä tapahtumia ei tuotu: {count}.",
        "Events marked as private are not imported: {count}.",
    ),
    "past": (
        "Ennen päivää {day} päättyneitä tapahtumia ei tuotu: {count}.",
        "Events that were over before {day} are not imported: {count}.",
    ),
    "read-texts": (
        "Lue kuvaukset ennen julkaisua: niissä voi olla nimiä, puhelinnumeroita tai kokousten salasanoja.",
        "Read the descriptions before publishing: there may be names, telephone numbers or passcodes in them.",
    ),
    # --- an event
    "property-broken": (
        "Kentän {name} arvoa ei ymmärretty, ja se jäi pois.",
        "The value of {name} was not understood and is left out.",
    ),
    "uid-missing": (
        "Tapahtumalla ei ole tunnistetta (UID). Sitä ei tunneta, jos tuot kalenterin uudelleen.",
        "The event has no UID. It is not known again when the calendar is imported anew.",
    ),
    "start-missing": ("Alkua ei ole, joten tapahtumaa ei tuotu.", "There is no start, so the event is not imported."),
    "name-missing": ("Nimi puuttuu. Kirjoita se kohtaan name.", "The name is missing. Write it into name."),
    "end-dropped": (
        "Loppu {value} ei ole alun jälkeen, ja se jäi pois.",
        "The end {value} is not after the start and is left out.",
    ),
    "start-moved": (
        "Alku {value} on tunnissa, jonka kesäaika ohittaa. Alku on nyt {other}.",
        "The start {value} is in the hour that summer time skips. The start is now {other}.",
    ),
    "series-in-utc": (
        "Sarjan ajat on annettu UTC-aikana, joten Suomen kellossa ne siirtyvät tunnin kesä- ja talviajan vaihtuessa.",
        "The series is told in UTC, so its times move by an hour on Finnish clocks when summer time begins or ends.",
    ),
    "rule-listed": (
        "Toistumista ei voi kirjoittaa säännöksi. Kerrat lueteltiin päivään {day} asti: {value}.",
        "The repetition cannot be written as a rule. Its dates are listed until {day}: {value}.",
    ),
    "rule-dropped": (
        "Toistumista ei voi kirjoittaa, ja vain ensimmäinen kerta tuotiin: {value}.",
        "The repetition cannot be written, and only the first time is imported: {value}.",
    ),
    "rule-cut": (
        "Toistoja on yli {most}. Sarja loppuu päivään {day}.",
        "There are more than {most} repetitions. The series ends on {day}.",
    ),
    "start-off-rule": (
        "Ensimmäinen kerta {value} ei osu toistumiseen. Se on nyt kohdassa extra.",
        "The first time {value} is not one that the repetition gives. It is in extra now.",
    ),
    "date-unused": (
        "Kohdan {name} päivä {value} ei osu mihinkään kertaan, ja se jäi pois.",
        "The date {value} of {name} is not one of the event's and is left out.",
    ),
    "date-twice": (
        "Päivänä {value} olisi kaksi kertaa. Niistä tuotiin ensimmäinen.",
        "There would be two occurrences on {value}. The first is imported.",
    ),
    "change-from-then-on": (
        "Päivästä {value} alkaen sarja muuttuu. Muutos tuotiin vain tälle kerralle: tee lopusta oma tapahtuma.",
        "The series changes from {value} on. Only that occurrence is changed: make an event of the rest.",
    ),
    "change-text": (
        "Kerralla {value} on oma teksti, joka tuotiin kohtaan note.",
        "The occurrence of {value} has a text of its own, which is now in note.",
    ),
    "all-cancelled": (
        "Jokainen kerta on poistettu, joten tapahtuma merkittiin perutuksi.",
        "Every occurrence is left out, so the event is marked as cancelled.",
    ),
    "place-unknown": (
        "Paikkaa ”{value}” ei tunneta. Lisää se paikkoihin ja kirjoita sen tunnus kohtaan place.",
        'The place "{value}" is not known. Add it to the places and write its id into place.',
    ),
    "place-missing": (
        "Paikka puuttuu. Kirjoita paikan tunnus kohtaan place tai verkko-osoite kohtaan online_url.",
        "The place is missing. Write its id into place, or an address into online_url.",
    ),
    "category-unknown": (
        "Luokkaa ”{value}” ei ole tapahtuman lajeissa eikä kohdeyleisöissä.",
        'The category "{value}" is neither a kind of event nor an audience.',
    ),
    "fill-in": ("Täydennä tiedostoon: {value}.", "Fill in: {value}."),
    "attachment": ("Liitteitä ei tuotu: {count}.", "Attachments are not imported: {count}."),
    "html": ("Kuvauksen muotoilu poistettiin, linkit jäivät.", "The description's formatting is gone; links stay."),
    "boilerplate": (
        "Kokousohjelman ohjeteksti jäi pois kuvauksesta.",
        "The meeting program's own text is left out of the description.",
    ),
    # --- what became of it
    "new": ("Uusi tiedosto {file}.", "New file {file}."),
    "same": ("Tiedosto {file} on ennallaan.", "The file {file} is as it was."),
    "differs": (
        "Tiedostossa {file} on toisin: {key} on ”{value}”, kalenterissa ”{other}”.",
        'The file {file} differs: {key} is "{value}", in the calendar "{other}".',
    ),
    "kept": (
        "Tiedostoa {file} ei muutettu. Ota kalenterin tiedot käyttöön valitsimella --update.",
        "The file {file} was not changed. Take what the calendar says with --update.",
    ),
    "updated": ("Tiedosto {file} päivitettiin.", "The file {file} is updated."),
    "in-a-list": (
        "Tapahtuma on luettelossa {file}. Muuta se siellä käsin.",
        "The event is in the list {file}. Change it there by hand.",
    ),
}
"""Code → text in Finnish and in English."""
