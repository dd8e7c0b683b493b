"""What an import did and what it could not carry over: a line each, in plain Finnish, under the record it is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tno.from_register.labels import labelled

MOST_LETTERS = 80
"""Of a value that is shown in the report."""


class Note(NamedTuple):
    """Something the editor should know."""

    record: str
    """Which record, as people call it; empty: of the whole import."""
    code: str
    field: str
    """Where in the register's record; empty: of all of it."""
    value: str
    """What is there, shortened."""
    data: Mapping[str, str]

    @property
    def is_loss(self) -> bool:
        """Whether something is not carried over."""
        return self.code not in DONE


@dataclass
class Notes:
    """Notes of one import."""

    found: list[Note] = field(default_factory=list)
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def of(self, record: str = "") -> RecordNotes:
        """The same, for one record."""
        return RecordNotes(self, record)

    def add(self, note: Note) -> None:
        """Note something; the same is noted once."""
        key = (*note[:4], *sorted(note.data.items()))
        if key not in self._seen:
            self._seen.add(key)
            self.found.append(note)


@dataclass
class RecordNotes:
    """Notes of one record."""

    every: Notes
    record: str

    def add(self, code: str, field: str = "", value: str = "", **data: object) -> None:
        """Note something about a field of the record, or about all of it."""
        short = value if len(value) <= MOST_LETTERS else f"{value[:MOST_LETTERS]}…"
        self.every.add(
            Note(self.record, code, field, " ".join(short.split()), {name: str(each) for name, each in data.items()})
        )


def shown(note: Note) -> str:
    """A note as people read it."""
    return TEXTS[note.code].format(field=labelled(note.field), value=note.value, **note.data)


DONE = frozenset(
    {
        "new",
        "same",
        "changed",
        "changed-text",
        "older",
        "written",
        "verified",
        "fill-in",
        "matched-by-name",
        "channel-added",
    }
)
"""Codes that tell what was done, not what was lost."""

TEXTS: Mapping[str, str] = {
    # --- files and pages
    "file-broken": "Tiedosto {field} katkeaa riville {line}. Siihen asti kaikki luettiin. Tallenna sivu uudelleen.",
    "file-unread": "Tiedostoa {field} ei voi lukea: {why}.",
    "file-encoding": "Tiedosto {field} ei ole UTF-8-muotoa. Tarkista ääkköset.",
    "file-empty": "Tiedostossa {field} ei ole yhtään tietuetta.",
    "unknown-item": "Kohtaa {field} ei tunneta palveluksi, kanavaksi eikä organisaatioksi: {value}",
    "only-names": "Kohdassa {field} on vain tunniste ja nimi ({value}). Tallenna sivu osoitteesta, jossa on list.",
    "pages-missing": "Sivuja puuttuu: {value}. Puuttuvien sivujen tietoja ei verrattu.",
    "read-twice": "Tietue on tiedostoissa kahdesti ({field}). Uudempi luettiin.",
    "not-published": "Tietueen tila on {value}, joten sitä ei tuotu.",
    # --- shapes
    "unknown-field": "Kenttää {field} ei tunneta, ja se jäi pois: {value}",
    "unknown-value": "Kentän {field} arvo on outoa muotoa, ja se jäi pois: {value}",
    "unread": "{field}: portaalissa ei ole tälle kohtaa, joten se jäi pois: {value}",
    "not-ours": "{field}: arvolle {value} ei ole varmaa vastinetta sanastossa, joten se jäi pois.",
    "unknown-code": "{field}: arvoa {value} ei tunneta, joten se jäi pois.",
    "too-many": "{field}: enintään {most} mahtuu. Valitse tärkeimmät. Pois jäi: {value}",
    # --- texts
    "not-in-finnish": "{field}: tekstiä ei ole suomeksi, joten se jäi pois: {value}",
    "name-missing": "Suomenkielinen nimi puuttuu, joten tiedostoa ei tehty. Nimi muulla kielellä: {value}",
    "too-long": "{field} on {count} merkkiä. Portaalissa enintään {most}: lyhennä se.",
    "general-description": "Palvelulla on valtakunnallinen pohjakuvaus ({value}), jota sivulla ei ole: täydennä.",
    "person": "{field}: henkilön nimi tai osoite ei siirry portaaliin. Pois jäi virkkeitä: {count}.",
    "person-address": "{field}: osoite näyttää henkilön omalta, eikä sitä tuotu. Kirjoita tilalle yhteinen osoite.",
    # --- hours
    "hours-row": "{field}: aukioloa ei voi lukea, ja se jäi pois: {value}",
    "hours-more": "{field}: toinen viikko-ohjelma samalle ajalle jäi pois. Kirjoita se itse: {value}",
    "hours-past": "{field}: aika on jo mennyt, joten sitä ei tuotu: {value}",
    "hours-future": "{field}: aukiolo alkaa vasta myöhemmin eikä pääty, joten se jäi pois: {value}",
    "hours-clash": "{field}: aukioloajat menevät päällekkäin ({why}). Ajat jäivät pois.",
    # --- ways to reach
    "phone": "{field}: numeroon ei voi soittaa, ja se jäi pois: {value}",
    "same-way": "{field}: sama numero tai osoite on jo tämän palvelun toisessa kanavassa. Pois jäi: {value}",
    "fax": "{field}: faksinumeroita ei tuoda: {value}",
    "value-wrong": "{field}: arvo ei kelpaa, joten se jäi pois ({why}): {value}",
    "other-language": "{field}: kanavalla on yksi osoite kaikille kielille. Pois jäi: {value}",
    "channel-unusable": "Kanava {field} jäi pois: siinä ei ole numeroa, osoitetta eikä paikkaa, joita portaali voi "
    "näyttää: {value}",
    "channel-missing": "Kanavaa {value} ei ole tiedostoissa. Tallenna myös kanavien sivut.",
    "channel-alone": "Kanavaa ei tuotu: mikään tiedostojen palvelu ei käytä sitä.",
    "channels-left": "Kanavia, joiden palveluja ei tuotu: {count}.",
    "organisations-left": "Organisaatioita, joiden palveluja ei tuotu: {count}. Valitsin --all tuo nekin.",
    "address-postal": "{field}: postiosoitetta ei tuoda: {value}",
    "address-abroad": "{field}: ulkomaan osoitetta ei tuoda: {value}",
    "address-unclear": "{field}: osoitteesta puuttuu kunta tai se on tuntematon. Osoite jäi pois: {value}",
    "coordinates": "{field}: sijaintia ei tuotu ({why}): {value}",
    # --- areas, organisations
    "area": "{field}: aluetta ei tunneta, ja se jäi pois: {value}",
    "organisation-missing": "{field}: organisaatiota {value} ei ole tiedostoissa eikä portaalissa. Lisää se.",
    "sector": "Organisaation tyyppiä {value} vastaa moni laji. Kirjoita sektori itse.",
    # --- what became of it
    "not-guidance": "Palvelua ei tuotu: luokat eivät ole ohjausta ({value}). Valitsin --all tuo sen.",
    "new": "Uusi tiedosto {field}.",
    "fill-in": "Täydennä tiedostoon {field}: {value}.",
    "same": "Ennallaan: {field}.",
    "changed": "Muuttunut: {field} on meillä {ours}, PTV:ssä {value}.",
    "changed-text": "Teksti on toisin, eikä sitä muuteta: {field} on meillä {ours}, PTV:ssä {value}.",
    "older": "Toisin, mutta meidän tietomme on tarkistettu PTV:n muutoksen ({day}) jälkeen: {field} on meillä {ours}, "
    "PTV:ssä {value}.",
    "written": "Korjattu tiedostoon {file}: {field} on nyt {value}, ennen {ours}.",
    "verified": "Tarkistettu-päivä tiedostossa {file} on nyt {value}.",
    "not-written": "Tiedostoa {file} ei voitu muuttaa tältä kohdalta. Korjaa {field} käsin: {value}",
    "matched-by-name": "Sama nimi on jo meillä: {field}. Jos se on sama, kirjoita siihen "
    "external_ids: {{ptv: {value}}}.",
    "known-elsewhere": "Tietue on jo alueella {value}: {field}. Vertaa se sieltä.",
    "has-faults": "Tiedostossa {field} on virheitä, joten sitä ei verrattu. Korjaa ne ensin: tno check.",
    "channel-added": "PTV:ssä on kanava, jota meillä ei ole: {value}",
    "channel-gone": "Kanavaa {field} ei ole enää PTV:ssä palvelun kanavissa: {value}",
    "archived": "Arkistoitu PTV:ssä: {field}. Jos palvelu on loppunut, kirjoita siihen status: paattynyt.",
    "vanished": "Ei ole luetuilla sivuilla: {field}. Se on poistunut PTV:stä, tai sivut eivät kata sitä.",
}
"""Code → text in Finnish."""
