"""The files of open data and their fields, said once: the files are made by these tables, `/data/` shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from tno.frozen import frozen
from tno.records import Place
from tno.records.scalars import LANGUAGES
from tno.views.attachment import size_in_words
from tno.views.open_data import is_on_map
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


class Columns(NamedTuple):
    """Columns of the table that are told together, made from what the JSON tells of the service."""

    fields: tuple[DataField, ...]
    values: Callable[[Mapping[str, Any]], Iterable[str | None]]
    """A cell for each of the columns; None is an empty one."""


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
NETWORK_HEAD = (
    *HEAD,
    DataField("nodes", "Solmut, yksi rivillään: organisaatiot, sopimukset, ryhmät ja palvelut."),
    DataField("edges", "Yhteydet, yksi rivillään: organisaatio on mukana sopimuksessa, ryhmässä tai palvelussa."),
)
NODE_FIELDS = (
    DataField("id", "Pysyvä tunnus: solmun laji, alue ja oma tunnus, esim. group/lappi/elo."),
    DataField("kind", "organisation, agreement, group tai service."),
    DataField("name", "Nimi kielittäin."),
    DataField("address", "Sivun osoite."),
    DataField("region", "Alue, jonka verkosto pitää tiedot."),
    DataField("example", "true: keksitty esimerkki."),
    DataField(
        "type",
        "Tarkempi laji. Organisaatiolla sanasto organisation_type, sopimuksella agreement_kind, "
        "ryhmällä network_group. Palvelulla kenttää ei ole.",
    ),
)
EDGE_FIELDS = (
    DataField("from", "Organisaation tunnus."),
    DataField("to", "Sopimuksen, ryhmän tai palvelun tunnus."),
    DataField(
        "roles",
        "Roolit. Sopimuksessa sanasto agreement_party_role, ryhmässä group_member_role. Palvelussa antaa tai kumppani.",
    ),
    DataField("leads", "true: organisaatio vastaa sopimuksesta, johtaa ryhmää tai antaa palvelun."),
    DataField(
        "network",
        "Alue, jonka verkoston sivulla yhteys on. Usean alueen yhteinen ryhmä on jokaisen alueen verkostossa.",
    ),
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
    DataField(
        "verified",
        "Päivä, jona tiedot on viimeksi tarkistettu. Jos siitä on liian kauan, portaali ei tarjoa palvelua.",
    ),
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


def _as_it_is(**meanings: str) -> Columns:
    """Columns called as the fields of a service are."""
    names = tuple(meanings)
    return Columns(_fields(meanings), lambda told: map(told.get, names))


def _written(name: str, meaning: str) -> Columns:
    """A column of a value that is no text."""
    return Columns((DataField(name, meaning),), lambda told: (_plain(told.get(name)),))


def _plain(value: bool | int | None) -> str | None:
    return None if value is None else str(value).lower()


def _joined(**meanings: str) -> Columns:
    """The same of fields with several values."""
    names = tuple(meanings)
    return Columns(_fields(meanings), lambda told: [SEPARATOR.join(told.get(name, ())) for name in names])


def _inside(name: str, **meanings: tuple[str, str]) -> Columns:
    """Columns of the values inside a field: column → (name of the value, meaning)."""
    inner = tuple(name for name, _ in meanings.values())
    fields = _fields({column: meaning for column, (_, meaning) in meanings.items()})
    return Columns(fields, lambda told: map(told.get(name, _NOTHING).get, inner))


def _in_languages(name: str, meaning: str) -> Columns:
    fields = tuple(DataField(f"{name}_{language}", f"{meaning}, kieli {language}.") for language in LANGUAGES)
    return Columns(fields, lambda told: map(told.get(name, _NOTHING).get, LANGUAGES))


def _fields(meanings: Mapping[str, str]) -> tuple[DataField, ...]:
    return tuple(DataField(name, meaning) for name, meaning in meanings.items())


_NOTHING: Mapping[str, Any] = {}


def _channels(told: Mapping[str, Any]) -> Iterable[str]:
    """Each value of the channels once, kind by kind; hours with the channel that has them."""
    found: tuple[dict[str, None], ...] = ({}, {}, {}, {}, {}, {})
    kinds, phones, emails, urls, places, hours = found
    for channel in told["channels"]:
        kinds[channel["type"]] = None
        for name, values in (("phone", phones), ("email", emails), ("url", urls)):
            if name in channel:
                values[channel[name]] = None
        if place := channel.get("place", _NOTHING).get("id"):
            places[place] = None
        if week := channel.get("hours", _NOTHING).get("text"):
            hours[f"{channel['type']}: {week['fi']}"] = None
    return map(SEPARATOR.join, found)


def _in_finnish(name: str, inner: str, told: Mapping[str, Any]) -> Any:
    return told.get(name, _NOTHING).get(inner, _NOTHING).get("fi")


TABLE = (
    _as_it_is(id="Pysyvä tunnus."),
    _in_languages("name", "Nimi"),
    _in_languages("summary", "Yksi lause palvelusta"),
    _as_it_is(region="Alue, jonka verkosto pitää tiedot."),
    _written("example", "true: keksitty esimerkki."),
    _inside("organisation", organisation_id=("id", "Organisaation tunnus.")),
    Columns(
        (DataField("organisation_name", "Organisaation nimi suomeksi."),),
        lambda told: (_in_finnish("organisation", "name", told),),
    ),
    _joined(
        kind="Palvelun lajit.",
        target_groups="Kenelle palvelu on.",
        topics="Aiheet.",
        life_situations="Elämäntilanteet.",
        languages="Kielet, joilla palvellaan.",
        areas="Alueet sanoina.",
    ),
    _as_it_is(**{MUNICIPALITY_CODES: "Samat alueet kuntina: kuntakoodit, välissä välilyönti."}),
    Columns(
        (
            DataField("channels", "Kanavien lajit."),
            DataField("phones", "Puhelinnumerot muodossa E.164."),
            DataField("emails", "Sähköpostit."),
            DataField("urls", "Verkko-osoitteet."),
            DataField("places", "Paikkojen tunnukset."),
            DataField("hours", "Kanava ja sen viikko suomeksi."),
        ),
        _channels,
    ),
    _inside("price", price=("kind", "Hinta.")),
    Columns(
        (DataField("price_text", "Hinta sanoin suomeksi."),),
        lambda told: (_in_finnish("price", "text", told),),
    ),
    _as_it_is(appointment="Ajanvaraus."),
    _written("anonymous", "true: palvelua saa nimettömänä."),
    Columns(
        (DataField("age_min", "Alin ikä."), DataField("age_max", "Ylin ikä.")),
        lambda told: map(_plain, map(told.get("eligibility", _NOTHING).get, ("age_min", "age_max"))),
    ),
    _as_it_is(
        status="voimassa tai tauolla.",
        valid_from="Ensimmäinen päivä.",
        valid_until="Viimeinen päivä.",
        verified="Tarkistettu.",
        maintainer="Kuka pitää tiedot ajan tasalla.",
        address="Palvelun sivun osoite.",
    ),
    Columns((DataField("licence", "Lisenssi, sama joka rivillä."),), lambda _: (LICENCE,)),
)
"""The columns of services.csv in their order."""
COLUMNS = tuple(field for columns in TABLE for field in columns.fields)


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
    service, place = _table("Palvelun kentät", SERVICE_FIELDS), _table("Paikan kentät", PLACE_FIELDS)
    told = (
        (
            "services.json",
            "Kaikki palvelut kanavineen, JSON.",
            (_table("Tiedoston services.json alku", SERVICES_HEAD), service),
        ),
        (
            "services.csv",
            f"Samat palvelut taulukkona, yksi rivi palvelua kohti. {CSV_RULES}",
            (_table("Taulukon sarakkeet", COLUMNS, "Sarake"),),
        ),
        (
            "places.geojson",
            "Paikat kartalle, GeoJSON. Mukana ovat paikat, joiden osoite on julkinen ja koordinaatit tiedossa.",
            (_table("Tiedoston places.geojson alku", PLACES_HEAD), place),
        ),
        (
            "network.json",
            "Verkosto: ketkä ovat mukana missäkin sopimuksessa, ryhmässä ja palvelussa. Mukana on vain se, mikä on nyt "
            "voimassa. Päättyneen organisaation tilalla ovat ne, joille sen tehtävät siirtyivät.",
            (
                _table("Tiedoston network.json alku", NETWORK_HEAD),
                _table("Solmun kentät", NODE_FIELDS),
                _table("Yhteyden kentät", EDGE_FIELDS),
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


def _table(caption: str, fields: tuple[DataField, ...], first: str = "Kenttä") -> DataTable:
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
