"""The files of open data and their fields, said once: the files are made by these tables, `/data/` shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from tno.records.scalars import LANGUAGES
from tno.views.attachment import size_in_words
from tno.views.scene import Scene

LICENCE, LICENCE_ADDRESS = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fi"
PAGE = "data/"
"""Address of the page that documents the files."""
SEPARATOR = " | "
"""Between the values of one cell of the table."""


class DataField(NamedTuple):
    """A field of a file."""

    name: str
    """Way to it: `channels[].phone`; a map of languages is one field."""
    meaning: str
    """In Finnish, for whoever uses the file."""


class Column(NamedTuple):
    """A column of the table, made from what the JSON tells of the service."""

    name: str
    meaning: str
    value: Callable[[Mapping[str, Any]], str]


HEAD = (
    DataField("name", "Aineiston nimi."),
    DataField("licence", f"Lisenssi: {LICENCE}."),
    DataField("licence_address", "Lisenssin osoite."),
    DataField("day", "Päivä, jona tiedosto koottiin."),
    DataField("documentation", "Tämän sivun osoite."),
    DataField("edition", "public: kaikille. members: tiedostossa on tietoa vain verkoston jäsenille."),
)
"""What stands at the beginning of each JSON file."""
SERVICES_HEAD = (
    *HEAD,
    DataField(
        "municipality_sets", "Kuntajoukot: joukon nimi ja sen kuntakoodit. Palvelut viittaavat joukkoihin nimellä."
    ),
    DataField("services", "Palvelut, yksi rivillään."),
)
PLACES_HEAD = (
    DataField("type", "Aina FeatureCollection."),
    *HEAD,
    DataField("features", "Paikat, yksi rivillään."),
)
_WEEK = "Päivät ma, ti, ke, to, pe, la, su ja kellonajat, esim. 8.30-11.30, 12.15-16. Voi olla myös suljettu tai 00-24."
_WEEKS = "parilliset tai parittomat, jos palvellaan vain joka toinen viikko. Viikon numero ratkaisee."
SERVICE_FIELDS = (
    DataField("id", "Pysyvä tunnus: alue ja palvelun oma tunnus, esim. lappi/ohjaamo."),
    DataField("address", "Palvelun sivun osoite."),
    DataField("region", "Alue, jonka verkosto pitää tiedot, esim. lappi. kansallinen tarkoittaa koko maata."),
    DataField("example", "true: keksitty esimerkki. false: oikea palvelu."),
    DataField("name", "Nimi kielittäin."),
    DataField("summary", "Yksi lause palvelusta kielittäin."),
    DataField("organisation.id", "Palvelun antavan organisaation tunnus."),
    DataField("organisation.name", "Organisaation nimi kielittäin."),
    DataField("kind", "Palvelun lajit, esim. neuvonta. Sanasto service_kind."),
    DataField("target_groups", "Kenelle palvelu on. Sanasto target_group."),
    DataField("topics", "Aiheet. Sanasto service_topic."),
    DataField("life_situations", "Elämäntilanteet. Sanasto life_situation."),
    DataField("languages", "Kielet, joilla palvellaan. Sanasto service_language."),
    DataField(
        "areas",
        "Alueet, joita palvellaan, kuten muokkaaja ne kirjoitti: kunta, alueen osa, toinen alue, koko-alue, "
        "manner-suomi tai koko-maa.",
    ),
    DataField("municipalities", "Samat alueet kuntina: nimi, jolla kuntajoukko löytyy kohdasta municipality_sets."),
    DataField("channels", "Kanavat siinä järjestyksessä, jossa palvelu niitä suosittelee."),
    DataField("channels[].type", "Kanavan laji, esim. puhelin. Sanasto service_channel."),
    DataField("channels[].name", "Kanavan oma nimi kielittäin."),
    DataField("channels[].phone", "Puhelinnumero muodossa E.164, esim. +358161234567. Lyhyt numero on sellaisenaan."),
    DataField("channels[].call_charge", "Puhelun hinta. Sanasto call_charge."),
    DataField("channels[].email", "Sähköposti."),
    DataField("channels[].url", "Verkko-osoite."),
    DataField("channels[].place.id", "Paikan tunnus, sama kuin tiedostossa places.geojson."),
    DataField("channels[].place.name", "Paikan nimi kielittäin."),
    DataField("channels[].place.municipality", "Paikan kunta, kuntakoodi."),
    DataField("channels[].place.address_public", "false: osoite ei ole julkinen, ja paikasta kerrotaan vain kunta."),
    DataField("channels[].place.street", "Katuosoite kielittäin."),
    DataField("channels[].place.postal_code", "Postinumero, viisi numeroa tekstinä."),
    DataField("channels[].place.post_office", "Postitoimipaikka kielittäin."),
    DataField("channels[].hours.days", _WEEK),
    DataField("channels[].hours.weeks", _WEEKS),
    DataField("channels[].hours.note", "Huomautus ajoista kielittäin."),
    DataField("channels[].hours.season", "Kaudet, joina aika on toinen."),
    DataField("channels[].hours.season[].from", "Kauden ensimmäinen päivä: 2026-06-01, tai 1.6. joka vuosi."),
    DataField("channels[].hours.season[].until", "Kauden viimeinen päivä samalla tavalla."),
    DataField(
        "channels[].hours.season[].days", "Kauden viikko. Jos se puuttuu, tavallinen viikko on voimassa vain kaudella."
    ),
    DataField("channels[].hours.season[].weeks", _WEEKS),
    DataField("channels[].hours.season[].note", "Huomautus kaudesta kielittäin."),
    DataField("channels[].hours.exceptions", "Päivät, jolloin on toisin. Poikkeus voittaa kauden ja viikon."),
    DataField("channels[].hours.exceptions[].from", "Ensimmäinen päivä."),
    DataField("channels[].hours.exceptions[].until", "Viimeinen päivä, mukaan luettuna."),
    DataField("channels[].hours.exceptions[].named_day", "Nimetty päivä joka vuosi. Sanasto named_day."),
    DataField("channels[].hours.exceptions[].hours", "Kellonajat silloin, tai suljettu."),
    DataField("channels[].hours.exceptions[].note", "Syy kielittäin."),
    DataField("channels[].hours.unknown", "true: aikoja ei tiedetä. Se on eri asia kuin suljettu."),
    DataField("channels[].hours.text", "Viikko ja kaudet sanoina: fi, sv ja en."),
    DataField("channels[].languages", "Kanavan kielet, jos ne eroavat palvelun kielistä."),
    DataField("channels[].answer_time", "Miten nopeasti vastataan, kielittäin."),
    DataField("channels[].note", "Mitä muuta kanavasta pitää tietää, kielittäin."),
    DataField("channels[].areas", "Alueet, joita juuri tämä kanava palvelee, jos ne eroavat palvelun alueista."),
    DataField("channels[].municipalities", "Kanavan alueet kuntajoukkona."),
    DataField("appointment", "Ajanvaraus. Sanasto appointment."),
    DataField("status", "voimassa tai tauolla. Päättyneet palvelut eivät ole tiedostossa."),
    DataField("valid_from", "Ensimmäinen päivä, jona palvelu on voimassa."),
    DataField("valid_until", "Viimeinen päivä, jona palvelu on voimassa."),
    DataField("verified", "Päivä, jona tiedot on viimeksi tarkistettu."),
    DataField("maintainer", "Organisaatio, joka pitää tiedot ajan tasalla."),
    DataField("price.kind", "Hinta. Sanasto service_charge."),
    DataField("price.text", "Hinta sanoin kielittäin."),
    DataField("anonymous", "true: palvelua saa nimettömänä."),
    DataField("eligibility.age_min", "Alin ikä vuosina."),
    DataField("eligibility.age_max", "Ylin ikä vuosina."),
    DataField("eligibility.referral", "Tarvitaanko lähete. Sanasto referral."),
    DataField("eligibility.text", "Kenelle palvelu on, sanoin kielittäin."),
    DataField("eligibility.not_for", "Kenelle palvelu ei ole, sanoin kielittäin."),
    DataField("external_ids.ptv", "Tunniste Palvelutietovarannossa (PTV)."),
    DataField("external_ids.hsds", "Open Referral -tunniste."),
)
PLACE_FIELDS = (
    DataField("type", "Aina Feature."),
    DataField("id", "Pysyvä tunnus, esim. lappi/kirjasto. Puuttuu, jos paikka on kirjoitettu palvelun kanavaan."),
    DataField("geometry.type", "Aina Point."),
    DataField("geometry.coordinates", "Pituusaste ja leveysaste, WGS 84 (RFC 7946)."),
    DataField("properties.region", "Alue, jonka verkosto pitää tiedot."),
    DataField("properties.example", "true: keksitty esimerkki. false: oikea paikka."),
    DataField("properties.name", "Paikan nimi kielittäin."),
    DataField("properties.municipality", "Kuntakoodi."),
    DataField("properties.street", "Katuosoite kielittäin."),
    DataField("properties.postal_code", "Postinumero, viisi numeroa tekstinä."),
    DataField("properties.post_office", "Postitoimipaikka kielittäin."),
    DataField("properties.entrance", "Miten sisään pääsee, kielittäin."),
    DataField("properties.accessibility", "Esteettömyys. Sanasto place_accessibility."),
    DataField("properties.transit_note", "Miten perille pääsee julkisilla, kielittäin."),
    DataField("properties.services", "Paikassa annettavien palvelujen tunnukset."),
    DataField("properties.verified", "Päivä, jona tiedot on viimeksi tarkistettu."),
)


# --- the table --------------------------------------------------------------------------------------------------------

MUNICIPALITY_CODES = "municipality_codes"
"""What the table's maker adds to a service: the codes of its set, so that a row stands alone."""


def _one(name: str, *way: str) -> Callable[[Mapping[str, Any]], str]:
    def value(told: Mapping[str, Any]) -> str:
        found: Any = told.get(name)
        for step in way:
            found = found.get(step) if found else None
        return found if type(found) is str else _plain(found)

    return value


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if type(value) is bool else str(value)


def _many(name: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda told: SEPARATOR.join(told.get(name, ()))


def _of_channels(name: str, step: str = "") -> Callable[[Mapping[str, Any]], str]:
    """Each value of the channels once."""

    def value(told: Mapping[str, Any]) -> str:
        found = (channel[name] for channel in told["channels"] if name in channel)
        values = (each.get(step) for each in found) if step else found
        return SEPARATOR.join(dict.fromkeys(filter(None, values)))

    return value


def _hours(told: Mapping[str, Any]) -> str:
    lines = ((channel["type"], channel["hours"].get("text")) for channel in told["channels"] if "hours" in channel)
    return SEPARATOR.join([f"{kind}: {text['fi']}" for kind, text in lines if text])


COLUMNS = (
    Column("id", "Pysyvä tunnus.", _one("id")),
    *(Column(f"name_{code}", f"Nimi, kieli {code}.", _one("name", code)) for code in LANGUAGES),
    *(Column(f"summary_{code}", f"Yksi lause palvelusta, kieli {code}.", _one("summary", code)) for code in LANGUAGES),
    Column("region", "Alue, jonka verkosto pitää tiedot.", _one("region")),
    Column("example", "true: keksitty esimerkki.", _one("example")),
    Column("organisation_id", "Organisaation tunnus.", _one("organisation", "id")),
    Column("organisation_name", "Organisaation nimi suomeksi.", _one("organisation", "name", "fi")),
    Column("kind", "Palvelun lajit.", _many("kind")),
    Column("target_groups", "Kenelle palvelu on.", _many("target_groups")),
    Column("topics", "Aiheet.", _many("topics")),
    Column("life_situations", "Elämäntilanteet.", _many("life_situations")),
    Column("languages", "Kielet, joilla palvellaan.", _many("languages")),
    Column("areas", "Alueet sanoina.", _many("areas")),
    Column(
        MUNICIPALITY_CODES,
        "Kaikki kunnat, joita palvellaan: kuntakoodit, välissä välilyönti.",
        _one(MUNICIPALITY_CODES),
    ),
    Column("channels", "Kanavien lajit.", _of_channels("type")),
    Column("phones", "Puhelinnumerot muodossa E.164.", _of_channels("phone")),
    Column("emails", "Sähköpostit.", _of_channels("email")),
    Column("urls", "Verkko-osoitteet.", _of_channels("url")),
    Column("places", "Paikkojen tunnukset.", _of_channels("place", "id")),
    Column("hours", "Kanava ja sen viikko suomeksi.", _hours),
    Column("price", "Hinta.", _one("price", "kind")),
    Column("price_text", "Hinta sanoin suomeksi.", _one("price", "text", "fi")),
    Column("appointment", "Ajanvaraus.", _one("appointment")),
    Column("anonymous", "true: palvelua saa nimettömänä.", _one("anonymous")),
    Column("age_min", "Alin ikä.", _one("eligibility", "age_min")),
    Column("age_max", "Ylin ikä.", _one("eligibility", "age_max")),
    Column("status", "voimassa tai tauolla.", _one("status")),
    Column("valid_from", "Ensimmäinen päivä.", _one("valid_from")),
    Column("valid_until", "Viimeinen päivä.", _one("valid_until")),
    Column("verified", "Tarkistettu.", _one("verified")),
    Column("maintainer", "Kuka pitää tiedot ajan tasalla.", _one("maintainer")),
    Column("address", "Palvelun sivun osoite.", _one("address")),
    Column("licence", "Lisenssi, sama joka rivillä.", lambda _: LICENCE),
)
"""Columns of services.csv in their order."""


# --- the page ---------------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
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


def data_page(scene: Scene, sizes: Callable[[Scene], Mapping[str, tuple[int, int]]]) -> DataPage:
    """`/data/`: the files of open data, field by field.

    Args:
        sizes: file → (about how many bytes, how many records).
    """
    about = sizes(scene)
    service, place = _table("Palvelun kentät", SERVICE_FIELDS), _table("Paikan kentät", PLACE_FIELDS)
    columns = _table("Sarakkeet", tuple(DataField(column.name, column.meaning) for column in COLUMNS), "Sarake")
    told = (
        (
            "services.json",
            "Kaikki palvelut kanavineen, JSON.",
            (_table("Tiedoston alku", SERVICES_HEAD), service),
        ),
        ("services.csv", f"Samat palvelut taulukkona, yksi rivi palvelua kohti. {CSV_RULES}", (columns,)),
        (
            "places.geojson",
            "Paikat kartalle, GeoJSON. Mukana ovat paikat, joiden osoite on julkinen ja koordinaatit tiedossa.",
            (_table("Tiedoston alku", PLACES_HEAD), place),
        ),
    )
    return DataPage(
        title=scene.w.data_title,
        lead=scene.w.data_lead,
        licence=LICENCE,
        licence_address=LICENCE_ADDRESS,
        rules=RULES,
        files=tuple(
            DataFile(f"{PAGE}{name}", name.replace(".", "-"), what, _size(scene, name, *about[f"{PAGE}{name}"]), tables)
            for name, what, tables in told
        ),
    )


def _table(caption: str, fields: tuple[DataField, ...], first: str = "Kenttä") -> DataTable:
    return DataTable(caption, (first, "Mitä se kertoo"), tuple((field.name, field.meaning) for field in fields))


def _size(scene: Scene, name: str, about_bytes: int, count: int) -> str:
    counted = scene.w.data_places if name.endswith(".geojson") else scene.w.data_services
    return f"{scene.w.data_about.format(size=size_in_words(scene, about_bytes))}, {counted.format(count=count)}"
