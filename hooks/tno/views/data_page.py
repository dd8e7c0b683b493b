"""`/data/`: the files of open data, what holds in all of them, and each with its fields."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup, escape

from tno.frozen import frozen
from tno.records import Place
from tno.views.attachment import size_in_words
from tno.views.data_fields import (
    LICENCE,
    LICENCE_ADDRESS,
    PAGE,
    SEPARATOR,
    Fields,
    fields_of,
    network_head,
    places_head,
    services_head,
)
from tno.views.open_data import is_on_map
from tno.views.scene import Scene


class DataTable(NamedTuple):
    """Some fields of a file."""

    caption: str
    columns: tuple[str, str]
    rows: tuple[tuple[str, str], ...]


class DataFile(NamedTuple):
    """A file of open data."""

    address: str
    anchor: str
    what: str
    """What it holds, one or two sentences."""
    size: str
    """ "noin 9 Mt, 5000 palvelua"."""
    tables: tuple[DataTable, ...]


@frozen
class DataPage:
    """Context of `sections/data.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    licence: str
    """Name of the licence."""
    licence_address: str
    """Where the licence is."""
    rules: tuple[str, ...]
    """What holds in every file, a sentence or two each."""
    files: tuple[DataFile, ...]
    """The files with their fields."""


RULES = (
    f"Kerro lähde näin: TNO-palvelut, {LICENCE}. Kerro myös, jos olet muuttanut tietoja.",
    "Tiedostot kootaan joka kerta, kun sivusto kootaan. Niissä ovat palvelut, jotka ovat nyt voimassa tai tauolla.",
    "Tunnus on pysyvä. Jos palvelu saa uuden tunnuksen, sen vanha sivu ohjaa uudelle sivulle.",
    "Kenttä puuttuu, kun siihen ei ole kirjoitettu mitään. Päivät ovat muodossa 2026-12-24.",
    "Kielittäin tarkoittaa, että kentässä on teksti kielikoodin alla: fi, sv, en, se, smn tai sms. "
    "Suomenkielinen teksti on aina.",
    "Sanastojen sanat ovat tiedostoissa data/schema/service.json ja data/schema/place.json.",
    "Keksityt esimerkit on merkitty kentällä example. Jätä ne pois, kun käytät tietoja.",
    "Jos paikan osoite ei ole julkinen, katua, postinumeroa ja koordinaatteja ei ole missään tiedostossa.",
)
CSV_RULES = (
    "Taulukko aukeaa Excelissä: erotin on puolipiste ja merkistö UTF-8, jonka tiedoston alku kertoo (BOM). "
    "Ensimmäinen rivi on otsikot. "
    f"Kun solussa on monta arvoa, niiden välissä on ”{SEPARATOR.strip()}” ja välilyönnit. "
    "Jos arvo alkaa merkillä =, +, -, @ tai ', sen eteen lisätään ', jotta Excel ei tee siitä kaavaa. "
    "Poista se, kun luet tiedostoa ohjelmalla."
)


BYTES_OF = {"services.json": 2_000, "services.csv": 900, "places.geojson": 680, "network.json": 1_050}
"""File → about how much a record takes in it. (The page is made beside the files; a test holds that it is near.)"""


def data_page(scene: Scene) -> DataPage:
    """`/data/`: the files of open data, field by field."""
    from tno.views.data_table import COLUMNS

    service, place = _table("Palvelun kentät", fields_of("service")), _table("Paikan kentät", fields_of("place"))
    told = (
        (
            "services.json",
            "Kaikki palvelut kanavineen, JSON.",
            (_table("Tiedoston services.json alku", services_head()), service),
        ),
        (
            "services.csv",
            f"Samat palvelut taulukkona, yksi rivi palvelua kohti. {CSV_RULES}",
            (_table("Taulukon sarakkeet", COLUMNS, "Sarake"),),
        ),
        (
            "places.geojson",
            "Paikat kartalle, GeoJSON. Mukana ovat paikat, joiden osoite on julkinen ja koordinaatit tiedossa.",
            (_table("Tiedoston places.geojson alku", places_head()), place),
        ),
        (
            "network.json",
            "Verkosto: ketkä ovat mukana missäkin sopimuksessa, ryhmässä ja palvelussa. Mukana on vain se, mikä on nyt "
            "voimassa. Päättyneen organisaation tilalla ovat ne, joille sen tehtävät siirtyivät.",
            (
                _table("Tiedoston network.json alku", network_head()),
                _table("Solmun kentät", fields_of("node")),
                _table("Yhteyden kentät", fields_of("edge")),
            ),
        ),
    )
    return DataPage(
        title=scene.w.data_title,
        lead=scene.w.data_lead,
        licence=LICENCE,
        licence_address=LICENCE_ADDRESS,
        rules=RULES,
        files=tuple(
            DataFile(f"{PAGE}{name}", name.replace(".", "-"), what, _size(scene, name), tables)
            for name, what, tables in told
        ),
    )


def _broken(name: str) -> Markup:
    """A long name that a narrow screen may break at its steps."""
    return Markup(escape(name).replace(".", Markup(".<wbr>")).replace("_", Markup("_<wbr>")))


def data_page_made_of(scene: Scene) -> list[str]:
    """What `data_page` reads: how many services and places there are."""
    return [str(_counts(scene))]


def _table(caption: str, fields: Fields, first: str = "Kenttä") -> DataTable:
    return DataTable(
        caption, (first, "Mitä se kertoo"), tuple((_broken(field.name), field.meaning) for field in fields)
    )


def _size(scene: Scene, name: str) -> str:
    """ "noin 8,3 Mt, 4905 palvelua"."""
    services, places = _counts(scene)
    is_of_places = name.endswith(".geojson")
    count = places if is_of_places else services
    size = scene.w.data_about.format(size=size_in_words(scene, count * BYTES_OF[name]))
    return size if is_of_places else f"{size}, {scene.w.data_services.format(count=count)}"


def _counts(scene: Scene) -> tuple[int, int]:
    """How many services and places the files tell of. (Places written in services come besides: they are few.)"""
    return len(scene.network.services_in_order), sum(map(is_on_map, scene.network.all_of(Place).values()))
