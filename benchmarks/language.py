"""A small grammar of invented Finnish: names, summaries and prose for the load of the benchmarks.

Sentences are put together from phrases that are already in the right case, so nothing is inflected here. Names are
made of stems that say they are invented (Malli-, Sepite-, Kuvitelma-); no name is that of a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

SUMMARY_LENGTH = 150
"""Longest summary the content model accepts, in characters."""
BODY_LENGTH = (500, 1800)
"""Shortest and longest prose of a service, in characters."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a service is about, with the words of the vocabularies and the phrases of the grammar."""

    name: str
    kinds: tuple[str, ...]
    topics: tuple[str, ...]
    situations: tuple[str, ...]
    about: str
    """In the elative: "uran suunnittelusta"."""
    within: str
    """In the inessive: "uran suunnittelussa"."""
    synonyms: tuple[str, ...]


THEMES = (
    Theme("Uraohjaus", ("ohjaus",), ("ura", "koulutus"), ("alan-vaihto", "osaamisen-paivittaminen"),
          "uran suunnittelusta", "uran suunnittelussa", ("mikä minusta tulee isona", "urasuunnittelu")),
    Theme("Työnhakuneuvonta", ("neuvonta", "valmennus"), ("tyo",), ("tyottomaksi-jaaminen", "lomautus"),
          "työn hakemisesta", "työn hakemisessa", ("miten haen töitä", "työkkäri", "cv-apu")),
    Theme("Opintoneuvonta", ("tieto", "neuvonta"), ("koulutus", "hakeutuminen"), ("opiskelun-aloittaminen",),
          "opiskelun vaihtoehdoista", "opiskelupaikan valinnassa", ("mihin kouluun", "opinto-opas")),
    Theme("Hakuneuvonta", ("neuvonta",), ("hakeutuminen", "opinto-ohjaus"),
          ("peruskoulun-jalkeen", "opiskelun-aloittaminen"),
          "yhteishausta ja jatkuvasta hausta", "hakemuksen tekemisessä", ("yhteishaku", "hakuapu", "hakutoiveet")),
    Theme("Oppisopimusneuvonta", ("tieto", "neuvonta"), ("oppisopimus", "koulutus"), ("osaamisen-paivittaminen",),
          "oppisopimuksesta", "oppisopimuksen suunnittelussa", ("oppisopimuspaikka", "työssä oppiminen")),
    Theme("Osaamiskartoitus", ("ohjaus", "palveluohjaus"), ("osaaminen", "ura"),
          ("alan-vaihto", "osaamisen-paivittaminen"),
          "aiemmin hankitusta osaamisesta", "osaamisen tunnistamisessa", ("mitä osaan", "opintojen hyväksiluku")),
    Theme("Kotoutumisneuvonta", ("tieto", "neuvonta"), ("kotoutuminen",), ("maahanmuutto", "paluumuutto"),
          "kielikursseista ja asettumisesta", "ensimmäisissä askelissa uudella paikkakunnalla",
          ("kielikurssi", "suomen kurssi")),
    Theme("Yritysneuvonta", ("neuvonta",), ("yrittajyys",), ("yrityksen-perustaminen",),
          "yrityksen perustamisesta", "liikeidean arvioinnissa", ("oma firma", "toiminimi", "kevytyrittäjä")),
    Theme("Työkykyohjaus", ("palveluohjaus", "ohjaus"), ("tyokyky", "palkkatuki"),
          ("tyokyvyn-muutos", "kuntoutuksesta-tyohon"),
          "työkyvyn tuesta", "työhön palaamisessa", ("jaksaminen", "kuntoutus")),
    Theme("Talousneuvonta", ("neuvonta",), ("talous", "toimeentulo"), ("talousvaikeudet",),
          "arjen rahasta ja veloista", "oman talouden suunnittelussa", ("velat", "rahat loppu", "maksuhäiriö")),
    Theme("Etuusneuvonta", ("tieto", "neuvonta"), ("toimeentulo", "opintotuki"), ("lomautus", "perhevapaa"),
          "etuuksista ja opintotuesta", "etuuksien hakemisessa", ("tuet", "opintotuki", "mitä rahaa saan")),
    Theme("Nuorten tukihenkilötoiminta", ("ohjaus", "valmennus"), ("nuorisotyo", "hyvinvointi"),
          ("opintojen-keskeytyminen", "kotoa-muutto"),
          "arjen rytmistä ja haaveista", "seuraavan askeleen ottamisessa", ("tukihenkilö", "kaveri aikuinen")),
    Theme("Digiopastus", ("neuvonta", "koulutus"), ("digitaidot",), ("muutto-paikkakunnalle", "elakkeelle"),
          "sähköisestä asioinnista", "verkkoasioinnissa", ("tietokoneapu", "kännykkä", "pankkitunnukset")),
    Theme("Ryhmävalmennus", ("valmennus",), ("ura", "tyo"), ("tyottomaksi-jaaminen", "alan-vaihto"),
          "omista vahvuuksista", "suunnan etsimisessä yhdessä muiden kanssa", ("kurssi", "ryhmä", "työpaja")),
    Theme("Asumisneuvonta", ("neuvonta",), ("asuminen",), ("kotoa-muutto", "muutto-paikkakunnalle"),
          "asumisen vaihtoehdoista", "ensimmäisen asunnon etsimisessä", ("asunto", "vuokra-asunto")),
    Theme("Opinto-ohjaus", ("ohjaus",), ("opinto-ohjaus", "koulutus"),
          ("opintojen-keskeytyminen", "opinnoista-tyohon"),
          "opintojen etenemisestä", "opintojen suunnittelussa", ("opo", "opot", "opintojen vaihto")),
    Theme("Mielen tuki", ("neuvonta", "palveluohjaus"), ("mielenterveys", "hyvinvointi"),
          ("tyokyvyn-muutos", "opintojen-keskeytyminen"),
          "jaksamisesta ja palautumisesta", "avun piiriin pääsemisessä", ("ahdistaa", "uupumus", "juttuapu")),
    Theme("Harrasteopinnot", ("koulutus", "tieto"), ("harrastukset", "osaaminen"), ("elakkeelle", "perhevapaa"),
          "vapaan sivistystyön kursseista", "sopivan kurssin löytämisessä", ("kansalaisopisto", "iltakurssit")),
    Theme("Työnantajaneuvonta", ("neuvonta",), ("tyonantajapalvelut", "palkkatuki"), ("osaamisen-paivittaminen",),
          "rekrytoinnista ja palkkatuesta", "uuden työntekijän palkkaamisessa", ("rekry", "palkkatuki")),
    Theme("Muutosturva", ("palveluohjaus", "tieto"), ("tyo", "osaaminen"), ("lomautus", "tyottomaksi-jaaminen"),
          "irtisanomisen jälkeisistä vaihtoehdoista", "uuden alun suunnittelussa", ("irtisanottu", "potkut")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a service is for: the term of the vocabulary and the word in three cases."""

    term: str
    who: str
    """Nominative plural: "nuoret"."""
    to_whom: str
    """Allative: "nuorille"."""
    whom: str
    """Partitive: "nuoria"."""
    ages: tuple[int, int] | None = None


AUDIENCES = (
    Audience("kaikki", "kaikki asukkaat", "kaikille", "kaikkia asukkaita"),
    Audience("nuoret", "nuoret", "nuorille", "nuoria", (15, 29)),
    Audience("alle-30", "alle 30-vuotiaat", "alle 30-vuotiaille", "alle 30-vuotiaita", (16, 29)),
    Audience("perusopetuksen-paattavat", "peruskoulun päättävät", "peruskoulun päättäville",
             "peruskoulun päättäviä", (14, 17)),
    Audience("aikuiset", "aikuiset", "aikuisille", "aikuisia", (18, 68)),
    Audience("ikaantyneet", "ikääntyneet", "ikääntyneille", "ikääntyneitä"),
    Audience("tyottomat", "työttömät", "työttömille", "työttömiä"),
    Audience("pitkaaikaistyottomat", "pitkään työttöminä olleet", "pitkään työttöminä olleille",
             "pitkään työttöminä olleita"),
    Audience("tyossa-olevat", "työssä olevat", "työssä oleville", "työssä olevia"),
    Audience("alanvaihtajat", "alanvaihtajat", "alanvaihtajille", "alanvaihtajia"),
    Audience("opiskelijat", "opiskelijat", "opiskelijoille", "opiskelijoita"),
    Audience("opiskelijaksi-hakevat", "hakijat", "hakijoille", "hakijoita"),
    Audience("maahan-muuttaneet", "maahan muuttaneet", "maahan muuttaneille", "maahan muuttaneita"),
    Audience("osatyokykyiset", "osatyökykyiset", "osatyökykyisille", "osatyökykyisiä"),
    Audience("lapsiperheet", "perheet", "perheille", "perheitä"),
    Audience("huoltajat", "nuorten huoltajat", "nuorten huoltajille", "nuorten huoltajia"),
    Audience("yritysta-perustavat", "yritystä perustavat", "yritystä perustaville", "yritystä perustavia"),
    Audience("ohjausalan-ammattilaiset", "ohjauksen ammattilaiset", "ohjauksen ammattilaisille",
             "ohjauksen ammattilaisia"),
)  # fmt: skip

_STEMS = ("Malli", "Esimerkki", "Kuvitelma", "Keksintö", "Harjoitus", "Näyte", "Sepite", "Luonnos", "Kokeilu",
          "Oletus", "Satu", "Taru", "Leikki", "Hahmotelma", "Tekais", "Väritys", "Arvoitus", "Koelma")  # fmt: skip
_LANDS = ("niemen", "lahden", "harjun", "lammen", "kosken", "saaren", "mäen", "rannan", "pellon", "salon", "vaaran",
          "puron", "sillan", "pihan", "polun", "portin", "korven", "kallion")  # fmt: skip
_BRANDS = ("Suunta", "Kipinä", "Tuuma", "Askel", "Kompassi", "Silta", "Polku", "Avain", "Kaista", "Majakka",
           "Luotsi", "Tuulahdus", "Nuppi", "Kartta", "Alku", "Reppu", "Köysi", "Lyhty")  # fmt: skip
_FORMS = ("piste", "tupa", "linja", "paja", "klinikka", "vartti", "rinki", "apu", "portti", "asema")

ORGANISATION_FORMS = (
    ("ammattiopisto", "ammatillinen-oppilaitos", "alueellinen"),
    ("lukio", "lukio", "paikallinen"),
    ("kansanopisto", "kansanopisto", "alueellinen"),
    ("kansalaisopisto", "kansalaisopisto", "paikallinen"),
    ("ohjaamo", "ohjaamo", "paikallinen"),
    ("nuorten työpaja", "tyopaja", "paikallinen"),
    ("etsivä nuorisotyö", "etsiva-nuorisotyo", "paikallinen"),
    ("tukiyhdistys", "jarjesto", "paikallinen"),
    ("nuorisoyhdistys", "jarjesto", "paikallinen"),
    ("oppimissäätiö", "saatio", "alueellinen"),
    ("työllisyyspalvelut", "tyollisyysalue", "alueellinen"),
    ("yrityspalvelut", "kehittamisyhtio", "paikallinen"),
    ("hyvinvointipalvelut", "hyvinvointialue", "alueellinen"),
    ("kesäyliopisto", "kesayliopisto", "alueellinen"),
    ("ammattikorkeakoulu", "ammattikorkeakoulu", "alueellinen"),
    ("koulutuskuntayhtymä", "koulutuskuntayhtyma", "alueellinen"),
    ("yhteiskoulu", "perusaste", "paikallinen"),
    ("seurakunta", "seurakunta", "paikallinen"),
    ("uusyrityskeskus", "uusyrityskeskus", "alueellinen"),
    ("palvelukeskus", "kunta", "paikallinen"),
)
"""Last word of an organisation's name, its sector and its level."""

_SENTENCES = (
    "Saat meiltä tietoa {about} ja voit kysyä mitä vain, mikä sinua askarruttaa.",
    "Palvelu on tarkoitettu ensisijaisesti {to_whom}, mutta kukaan ei jää ilman vastausta.",
    "Autamme {within} ja etsimme kanssasi vaihtoehdon, joka sopii omaan tilanteeseesi.",
    "Keskustelu on luottamuksellinen, eikä mitään kirjata ilman lupaasi.",
    "Voit tulla yksin tai ottaa mukaan läheisen, tulkin tai tutun työntekijän.",
    "Ensimmäinen tapaaminen kestää noin {minutes} minuuttia.",
    "Tapaamisia on yleensä {meetings}, ja niistä sovitaan aina etukäteen.",
    "Jos asia kuuluu toiselle toimijalle, soitamme sinne yhdessä emmekä siirrä sinua jonosta toiseen.",
    "Meillä kohtaa {whom} eri puolilta aluetta, ja juuri siksi kokemukset auttavat muitakin.",
    "Sinun ei tarvitse tietää valmiiksi, mitä haluat.",
    "Suunnitelma tehdään kirjallisena, ja saat siitä oman kappaleen.",
    "Verkossa asioidessa tarvitset sähköpostiosoitteen, muuta ei vaadita.",
    "Vastaamme viesteihin viimeistään {days} arkipäivän kuluessa.",
    "Ruuhka-aikoina vastaus voi viipyä pari päivää tavallista pidempään.",
    "Toimimme kunnan, oppilaitosten ja järjestöjen yhteisissä tiloissa.",
    "Palvelussa käy vuosittain noin {visitors} asiakasta.",
    "Moni tulee kysymään {about} ja lähtee kotiin mukanaan kaksi tai kolme selvää seuraavaa askelta.",
    "Työskentelemme pareittain, jolloin yksi kuuntelee ja toinen etsii tietoa saman tien.",
    "Sovitut asiat käydään läpi uudelleen muutaman viikon kuluttua.",
    "Tarvittaessa järjestämme tulkin, kunhan kerrot siitä aikaa varatessasi.",
    "Tilassa on leikkinurkka, joten lapset voivat tulla mukaan.",
    "Kesällä ja vuodenvaihteessa palvelemme lyhennetyin ajoin.",
    "Palaute otetaan vastaan jokaisen käynnin jälkeen, ja siitä kootaan yhteenveto verkostolle.",
    "Ryhmässä on enintään {seats} paikkaa, ja ne täytetään ilmoittautumisjärjestyksessä.",
    "Käymme sopimuksen mukaan myös kouluilla ja työpaikoilla.",
    "Etäyhteydellä saat saman palvelun kuin paikan päällä.",
    "Jos olet epävarma siitä, kuuluuko asiasi meille, kysy silti.",
    "Olemme mukana alueen kumppanuussopimuksessa ja jaamme tiedon avoinna olevista vaihtoehdoista.",
    "Ohjaus perustuu siihen, mitä itse pidät tärkeänä, eikä valmiiseen kaavaan.",
    "Tarjolla on myös selkokielistä aineistoa {about}.",
)
_POINTS = (
    "tietoa {about}", "apua {within}", "keskustelua rauhassa, ilman kiirettä", "yhteinen suunnitelma paperilla",
    "neuvoja lomakkeiden täyttämiseen", "yhteys oikeaan työntekijään", "mahdollisuus tutustumiskäyntiin",
    "pienryhmä, jossa on {seats} osallistujaa", "tukea puhelimitse käyntien välillä", "ohjeet kirjallisina mukaan",
    "tulkki tarvittaessa", "harjoitus haastattelua varten", "lista alueen vaihtoehdoista",
)  # fmt: skip
_HEADINGS = ("Näin pääset alkuun", "Mitä käynnillä tapahtuu", "Kenelle palvelu sopii", "Jos asiasi on kiireellinen",
             "Yhteistyö alueella", "Hyvä tietää ennen käyntiä")  # fmt: skip
_LINKS = ("Lue lisää [sivuiltamme](https://example.org/{slug}).",
          "Tutustu [esitteeseen](https://example.org/esitteet/{slug}) ennen käyntiä.",
          "Ajan voi varata [verkossa](https://example.org/ajanvaraus/{slug}).")  # fmt: skip
_SUMMARIES = (
    "{name}: apua {within}. Palvelemme {whom} maksutta.",
    "Tietoa {about} ja apua {within}.",
    "Kysy {about}. Vastaamme {to_whom} arkisin.",
    "Henkilökohtaista apua {within} {to_whom}.",
    "Autamme {within}, kun et tiedä mistä aloittaa.",
    "Maksutonta neuvontaa {about}. Tule käymään tai soita.",
)
_ASCII = str.maketrans("åäöüéšž", "aaouesz")


def slug_of(text: str) -> str:
    """An address-safe id: "Sepiteharjun lukio" → "sepiteharjun-lukio"."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_ASCII)).strip("-")


def place_stem(rng: Random) -> str:
    """An invented place in the genitive: "Sepiteharjun"."""
    return rng.choice(_STEMS) + rng.choice(_LANDS)


def brand(rng: Random) -> str:
    """An invented name of a service: "Luotsitupa"."""
    return rng.choice(_BRANDS) + rng.choice(_FORMS)


def slots(rng: Random, theme: Theme, audience: Audience) -> dict[str, str]:
    """What the sentences of one text are filled with."""
    return {
        "name": theme.name, "about": theme.about, "within": theme.within,
        "to_whom": audience.to_whom, "whom": audience.whom,
        "minutes": str(rng.choice((30, 40, 45, 60, 75, 90))),
        "meetings": rng.choice(("kahdesta neljään", "kolme", "yksi tai kaksi", "viidestä kymmeneen")),
        "days": str(rng.randint(1, 5)), "visitors": str(rng.randint(4, 90) * 10), "seats": str(rng.randint(6, 24)),
        "slug": slug_of(theme.name),
    }  # fmt: skip


def summary(rng: Random, theme: Theme, audience: Audience) -> str:
    """One or two sentences, at most `SUMMARY_LENGTH` characters."""
    filled = [text.format(**slots(rng, theme, audience)) for text in rng.sample(_SUMMARIES, len(_SUMMARIES))]
    return next(text for text in filled if len(text) <= SUMMARY_LENGTH)


def paragraph(rng: Random, values: dict[str, str], sentences: int) -> str:
    """Sentences that follow one another on one line."""
    return " ".join(text.format(**values) for text in rng.sample(_SENTENCES, sentences))


def bullets(rng: Random, values: dict[str, str], count: int) -> str:
    """A Markdown list of short points."""
    return "\n".join(f"- {text.format(**values)}" for text in rng.sample(_POINTS, count))


def body(rng: Random, theme: Theme, audience: Audience) -> str:
    """Markdown of a service: paragraphs, a list, sometimes a heading and a link; `BODY_LENGTH` characters."""
    values = slots(rng, theme, audience)
    blocks = [paragraph(rng, values, rng.randint(2, 4)), bullets(rng, values, rng.randint(3, 5))]
    wanted = rng.randint(BODY_LENGTH[0] + 50, BODY_LENGTH[1] - 450)
    headings = rng.sample(_HEADINGS, 2)
    while sum(map(len, blocks)) + 2 * len(blocks) < wanted:
        if headings and rng.random() < 0.3:
            blocks.append(f"## {headings.pop()}")
        blocks.append(paragraph(rng, values, rng.randint(2, 4)))
    if rng.random() < 0.4:
        blocks.append(rng.choice(_LINKS).format(**values))
    return "\n\n".join(blocks)
