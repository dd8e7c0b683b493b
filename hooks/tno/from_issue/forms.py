"""The five forms."""

from __future__ import annotations

from tno.from_issue.form import Form, Question, Widget, asked
from tno.records import Event, Organisation, Practice, Service
from tno.records.channel import Channel
from tno.records.event import Signup
from tno.records.place import PlaceFields
from tno.records.repeat import Repeat
from tno.records.service import Price

REGION = "region"
ON_THE_NET = ("verkkosivu", "verkkoasiointi", "lomake", "chat", "videovastaanotto")
"""Terms of `service_channel` for what has an address."""
BY_WEEKDAY = "Joka kuukausi samana viikonpäivänä"
EVERY = {
    "Ei toistu": "",
    "Joka viikko": "viikko",
    "Joka toinen viikko": "2 viikkoa",
    "Joka kuukausi samana päivänä": "kuukausi",
    BY_WEEKDAY: "kuukausi",
}
"""Choice → `every` of a repetition."""
HOURS_HELP = "Kirjoita jokainen aika omalle rivilleen, esim. ma-to 9-15. Jätä tyhjäksi, jos ajat eivät ole tiedossa."
PEOPLE_HELP = "Kirjoita nimi niin kuin se on sivustolla."

_WHERE = Question(REGION, "Alue", "Alue, jonka sivuille tieto tulee.", Widget.ONE, True)
_SOURCE = Question(
    "source", "Mistä tieto on", "Esim. oma organisaatio, verkkosivu tai asiakirja. Ei henkilön nimeä.", path=("source",)
)
_PROMISE = Question(
    "promise",
    "Vahvistus",
    "",
    Widget.PROMISE,
    True,
    options=("Tiedot on tarkistettu tänään, eikä niissä ole henkilöiden nimiä tai muita henkilötietoja.",),
)


def _organisation(field: str, model: type[Service | Event], label: str) -> Question:
    return asked(
        model, field, label, help=f"{PEOPLE_HELP} Jos se puuttuu, lisää se ensin lomakkeella Uusi organisaatio."
    )


SERVICE = Form(
    "uusi-palvelu",
    "Uusi palvelu",
    "Lisää sivustolle ohjauksen, neuvonnan tai tiedotuksen palvelu.",
    (
        asked(Service, "name", "Palvelun nimi"),
        _WHERE,
        asked(Service, "summary", "Palvelu yhdellä lauseella"),
        _organisation("organisation", Service, "Kuka palvelun antaa"),
        asked(Service, "kind", "Minkälainen palvelu on"),
        asked(Service, "target_groups"),
        asked(Service, "life_situations"),
        asked(Service, "topics", help="Valitse 1–4 aihetta."),
        asked(
            Service,
            "areas",
            help="Kuntien nimet pilkuilla erotettuina. Myös koko-alue, manner-suomi ja koko-maa käyvät.",
            example="Kemi, Tornio",
        ),
        asked(Channel, "phone", key="phone", help="Kirjoita yksi numero.", example="016 123 4567"),
        asked(
            Channel, "hours", "Milloin puhelimeen vastataan", key="phone_hours", widget=Widget.PROSE, help=HOURS_HELP
        ),
        asked(Channel, "email", key="email"),
        asked(Channel, "url", key="url", help="Alkaa https://"),
        asked(
            Channel,
            "type",
            "Mitä verkko-osoitteessa on",
            key="url_type",
            required=False,
            terms=ON_THE_NET,
            help="Jos et valitse mitään, osoite on verkkosivu.",
        ),
        asked(PlaceFields, "street", key="street", help="Jos palveluun voi tulla käymään."),
        asked(PlaceFields, "postal_code", key="postal_code", help="Esim. 96100."),
        asked(PlaceFields, "post_office", key="post_office"),
        asked(
            PlaceFields,
            "municipality",
            "Käyntiosoitteen kunta",
            key="municipality",
            required=False,
            help="Kunta, jossa käyntiosoite on.",
        ),
        asked(Channel, "hours", "Milloin paikka on auki", key="place_hours", widget=Widget.PROSE, help=HOURS_HELP),
        asked(Service, "languages"),
        asked(Price, "kind", "Hinta", key="price", within=("price",), required=False),
        asked(Price, "text", "Hinta sanoin", key="price_text", within=("price",)),
        asked(Service, "appointment"),
        asked(Service, "how_to_start", widget=Widget.PROSE),
        asked(Service, "synonyms", help="Sanoja, joilla ihmiset etsivät palvelua, pilkuilla erotettuina."),
        Question("body", "Kuvaus", "Mitä palvelussa tapahtuu ja mitä siitä saa.", Widget.PROSE),
        _SOURCE,
        _PROMISE,
    ),
    "lomake: palvelu",
    "service",
)

EVENT = Form(
    "uusi-tapahtuma",
    "Uusi tapahtuma",
    "Lisää kalenteriin tapahtuma, koulutus, hakuaika tai neuvontapiste.",
    (
        asked(Event, "name", "Tapahtuman nimi"),
        _WHERE,
        asked(Event, "summary", "Tapahtuma yhdellä lauseella"),
        asked(Event, "kind", "Minkälainen tapahtuma on"),
        _organisation("organiser", Event, "Kuka järjestää"),
        asked(Event, "audience"),
        asked(Event, "start", "Alkamispäivä", key="start_day", help="Esim. 24.12.2026.", example="24.12.2026"),
        Question("start_time", "Alkamisaika", "Esim. 17.00. Jätä tyhjäksi, jos tapahtuma kestää koko päivän."),
        Question("end_day", "Viimeinen päivä", "Jos tapahtuma kestää monta päivää."),
        Question("end_time", "Päättymisaika", "Esim. 19.00.", path=("end",)),
        Question(
            "every",
            "Toistuminen",
            "Sama päivä on esim. joka kuun 15. päivä, sama viikonpäivä esim. joka kuun toinen tiistai.",
            Widget.ONE,
            options=tuple(EVERY),
            path=("repeat",),
        ),
        asked(Repeat, "until", "Milloin viimeisen kerran", key="until"),
        asked(
            Event,
            "except",
            "Milloin tapahtumaa ei ole",
            help="Päivät, jotka jäävät väliin, pilkuilla erotettuina, esim. 23.2.2027, 6.4.2027.",
        ),
        asked(Event, "place", "Paikan nimi", help=PEOPLE_HELP),
        asked(
            PlaceFields,
            "municipality",
            "Paikan kunta",
            key="place_municipality",
            required=False,
            help="Jos paikka ei ole vielä sivustolla.",
        ),
        asked(
            PlaceFields,
            "street",
            "Paikan katuosoite",
            key="place_street",
            help="Jos paikka ei ole vielä sivustolla.",
        ),
        asked(Event, "online_url"),
        asked(Event, "languages"),
        asked(Event, "target_groups"),
        asked(Event, "topics"),
        asked(Price, "kind", "Hinta", key="price", within=("price",), required=False),
        asked(Signup, "url", "Ilmoittautumisen verkko-osoite", key="signup_url", within=("signup",)),
        asked(Signup, "email", "Ilmoittautumisen sähköposti", key="signup_email", within=("signup",)),
        asked(Signup, "closes", "Ilmoittautumisen viimeinen päivä", key="signup_closes", within=("signup",)),
        asked(Event, "description", widget=Widget.PROSE),
        _SOURCE,
        _PROMISE,
    ),
    "lomake: tapahtuma",
    "event",
)

ORGANISATION = Form(
    "uusi-organisaatio",
    "Uusi organisaatio",
    "Lisää organisaatio, joka antaa palveluja tai on mukana verkostossa.",
    (
        asked(Organisation, "name", "Organisaation nimi"),
        _WHERE,
        asked(Organisation, "short_name"),
        asked(Organisation, "summary", "Organisaatio yhdellä lauseella"),
        asked(Organisation, "sector"),
        asked(Organisation, "level"),
        asked(Organisation, "municipality", "Kotikunta"),
        asked(Organisation, "website"),
        asked(Organisation, "email"),
        asked(Organisation, "phone", example="016 123 4567"),
        asked(Organisation, "business_id", help="Esim. 1234567-1."),
        _SOURCE,
        _PROMISE,
    ),
    "lomake: organisaatio",
    "organisation",
)

PRACTICE = Form(
    "uusi-kaytanto",
    "Uusi käytäntö",
    "Kerro hyvästä käytännöstä niin, että toinen alue voi tehdä saman.",
    (
        asked(Practice, "name", "Käytännön nimi"),
        _WHERE,
        asked(Practice, "summary", "Käytäntö yhdellä lauseella"),
        asked(Practice, "problem", widget=Widget.PROSE),
        asked(Practice, "what", widget=Widget.PROSE),
        asked(Practice, "target_groups"),
        asked(Practice, "topics"),
        asked(Practice, "goals"),
        asked(Practice, "evidence", widget=Widget.PROSE),
        asked(Practice, "transfer", widget=Widget.PROSE),
        asked(Practice, "organisations", help=f"Organisaatiot pilkuilla erotettuina. {PEOPLE_HELP}"),
        asked(Practice, "since"),
        asked(Practice, "status", required=False),
        Question("body", "Kuvaus", "Mitä muuta käytännöstä kannattaa tietää.", Widget.PROSE),
        _SOURCE,
        _PROMISE,
    ),
    "lomake: käytäntö",
    "practice",
)

PHONE, EMAIL, ADDRESS, HOURS = "Puhelinnumero", "Sähköposti", "Verkko-osoite", "Aukioloaika"
NAME, SUMMARY, PRICE, STREET = "Nimi", "Tiivistelmä", "Hinta sanoin", "Käyntiosoite"
ENDS, OTHER = "Toiminta päättyy", "Jokin muu"
CHANGE = Form(
    "muutos-tai-virhe",
    "Muutos tai virhe",
    "Kerro, mikä tieto on väärin tai vanhentunut ja mitä siinä pitäisi lukea.",
    (
        Question(
            "record",
            "Sivu, jolla tieto on",
            "Kopioi sivun osoite selaimesta. Myös tunnus käy, esim. lappi/ohjaamo-kemi.",
            required=True,
        ),
        Question(
            "field",
            "Mikä tieto muuttuu",
            "",
            Widget.ONE,
            True,
            options=(PHONE, EMAIL, ADDRESS, HOURS, STREET, NAME, SUMMARY, PRICE, ENDS, OTHER),
        ),
        Question("old", "Mitä siinä lukee nyt", "Auttaa, kun sivulla on monta numeroa tai osoitetta."),
        Question(
            "new",
            "Mitä siinä pitäisi lukea",
            "Kirjoita vain uusi tieto, esim. 016 123 4567. Aukioloaika esim. ma-to 9-15. "
            "Jos toiminta päättyy, kirjoita viimeinen päivä, esim. 31.12.2026.",
            Widget.PROSE,
            True,
        ),
        _SOURCE,
        Question(
            "promise",
            "Vahvistus",
            "",
            Widget.PROMISE,
            True,
            options=("Tässä ilmoituksessa ei ole henkilöiden nimiä tai muita henkilötietoja.",),
        ),
    ),
    "lomake: muutos",
)

FORMS = (CHANGE, SERVICE, EVENT, ORGANISATION, PRACTICE)
"""In the order in which they are offered."""
BY_FIRST_QUESTION = {form.first: form for form in FORMS}
