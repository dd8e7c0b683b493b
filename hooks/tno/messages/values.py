"""Problem codes of one value of a record, or some that belong together."""

from __future__ import annotations

from tno.messages.message import Message

_WRITTEN = {
    "term-unknown": Message(
        "Sanaa ”{value}” ei ole portaalin sanastossa. Odotettiin jotakin näistä: {expected}.",
        'The word "{value}" is not in the portal\'s vocabulary. Expected one of these: {expected}.',
        "Kaikki sanat luetellaan tiedostossa regions/vocabularies.yml kohdassa {vocabulary}.",
        "All the words are listed in regions/vocabularies.yml under {vocabulary}.",
    ),
    "value-curly-quotes": Message(
        "Arvon ”{value}” lainausmerkit ovat kaarevat, joten arvoa ei voi lukea. Odotettiin arvoa ilman niitä, esim. "
        "{example}",
        'The quotation marks of the value "{value}" are curly, so it cannot be read. Expected it without them, e.g. '
        "{example}",
        'Poista lainausmerkit, tai kirjoita niiden tilalle näppäimistön suora lainausmerkki ".',
        "Remove the quotation marks, or type the straight ones of the keyboard in their place.",
    ),
    "language-unknown": Message(
        "Kieltä ”{value}” ei tunneta. Odotettiin kielen lyhennettä: {expected}.",
        'The language "{value}" is not known. Expected the code of a language: {expected}.',
        "Kirjoita suomi näin: fi. Ruotsi on sv, englanti en ja pohjoissaame se.",
        "Finnish is fi, Swedish sv, English en and Northern Sámi se.",
    ),
    "finnish-missing": Message(
        "Tekstistä puuttuu suomenkielinen muoto. Odotettiin esim. {{fi: Neuvontapiste, sv: Rådgivningspunkt}}.",
        "The text has no Finnish form. Expected e.g. {{fi: Neuvontapiste, sv: Rådgivningspunkt}}.",
        "Lisää suomenkielinen teksti: kirjoita fi, kaksoispiste ja teksti.",
        "Add the Finnish text: write fi, a colon and the text.",
    ),
    "flag-invalid": Message(
        "Arvosta ”{value}” ei selviä, onko vastaus kyllä vai ei. Odotettiin kyllä tai ei.",
        'The value "{value}" does not say yes or no. Expected kyllä (yes) or ei (no).',
        "Kirjoita kyllä tai ei. Lisätiedot voi kirjoittaa tekstin joukkoon.",
        "Write kyllä or ei. Anything more can go into the text.",
    ),
    "number-invalid": Message(
        "”{value}” ei ole kokonaisluku. Odotettiin numeroita ilman muita merkkejä, esim. 29.",
        '"{value}" is not a whole number. Expected digits and nothing else, e.g. 29.',
        "Poista sanat ja yksiköt, esim. ”vuotta”.",
        "Remove words and units, e.g. years.",
    ),
    "decimal-invalid": Message(
        "”{value}” ei ole luku. Odotettiin esim. 66.5039.",
        '"{value}" is not a number. Expected e.g. 66.5039.',
        "Kirjoita pelkkä luku ilman astemerkkejä ja ilmansuuntia.",
        "Write the number alone, without degree signs or compass points.",
    ),
    "date-invalid": Message(
        "”{value}” ei ole päivä. Odotettiin vuotta, kuukautta ja päivää, esim. 2026-12-24 tai 24.12.2026.",
        '"{value}" is not a day. Expected a year, a month and a day, e.g. 2026-12-24 or 24.12.2026.',
        "Kirjoita vuosi neljällä numerolla äläkä kirjoita viikonpäivää.",
        "Write the year with four digits and leave out the weekday.",
    ),
    "date-gap": Message(
        "Tästä puuttuu vielä päivä: ”{value}”. Odotettiin vuotta, kuukautta ja päivää, esim. 2026-12-24.",
        'A day is still to be filled in here: "{value}". Expected a year, a month and a day, e.g. 2026-12-24.',
        "Kirjoita päivä, kun siitä on sovittu. Sitä ennen luonnosta ei voi julkaista.",
        "Write the day when it has been agreed. Until then the draft cannot be published.",
    ),
    "date-impossible": Message(
        "Päivää ”{value}” ei ole kalenterissa. Odotettiin oikeaa päivää, esim. 2026-02-28.",
        'The day "{value}" is not in the calendar. Expected a real day, e.g. 2026-02-28.',
        "Tarkista kuukauden pituus ja se, etteivät päivä ja kuukausi ole vaihtaneet paikkaa.",
        "Check how long the month is, and that day and month have not changed places.",
    ),
    "time-invalid": Message(
        "”{value}” ei ole kellonaika. Odotettiin tunteja ja minuutteja, esim. 9.30 tai 16.",
        '"{value}" is not a time of day. Expected hours and minutes, e.g. 9.30 or 16.',
        "Kirjoita aika 24 tunnin kellona ilman muita sanoja. Keskiyö on seuraavan päivän 0.00.",
        "Write the time on the 24-hour clock, without other words. Midnight is 0.00 of the next day.",
    ),
    "attachment-name": Message(
        "Tiedoston nimi ”{value}” ei kelpaa. Odotettiin tiedostoa samasta kansiosta, esim. strategia-2027.pdf.",
        'The name of the file "{value}" will not do. Expected a file of the same folder, e.g. strategia-2027.pdf.',
        "Vaihda nimi myös tiedostolle. Siinä saa olla kirjaimia a–z, numeroita, pisteitä ja viivoja, ei välejä eikä "
        "kansioita. Loppu: {expected}.",
        "Rename the file, too. The name may have the letters a–z, digits, dots and hyphens, no spaces or folders. Its "
        "end: {expected}.",
    ),
    "attachment-missing": Message(
        "Tiedostoa ”{value}” ei ole kansiossa {folder}. Odotettiin tiedostoa, joka on samassa kansiossa.",
        'There is no file "{value}" in the folder {folder}. Expected a file that is in the same folder.',
        "Lisää tiedosto kansioon tai korjaa nimi. Isot ja pienet kirjaimet ovat eri asia.",
        "Add the file to the folder, or mend the name. Upper and lower case are different.",
    ),
    "year-invalid": Message(
        "”{value}” ei ole vuosi. Odotettiin neljää numeroa, esim. 2026.",
        '"{value}" is not a year. Expected four digits, e.g. 2026.',
        "Kirjoita vain yksi vuosi, ilman kuukautta ja ilman sanoja.",
        "Write one year only, without a month and without words.",
    ),
    "stage-invalid": Message(
        "”{value}” ei ole vaihe. Odotettiin lukua 1, 1.5, 2, 2.5 tai 3.",
        '"{value}" is not a stage. Expected 1, 1.5, 2, 2.5 or 3.',
        "1: voimavarat ovat hajallaan. 2: yhteistyö on alkanut. 3: ohjaus on alueen yhteinen voimavara.",
        "1: resources are scattered. 2: cooperation has begun. 3: guidance is the region's joint resource.",
    ),
}

_FACTS = {
    "business-id-invalid": Message(
        "”{value}” ei ole Y-tunnus: numeroita on väärä määrä tai viimeinen numero ei täsmää. "
        "Odotettiin esim. 1234567-1.",
        '"{value}" is not a business id: the number of digits or the check digit is wrong. Expected e.g. 1234567-1.',
        "Tarkista Y-tunnus yritys- ja yhteisötietojärjestelmästä osoitteessa ytj.fi.",
        "Check the business id in the register at ytj.fi.",
    ),
    "postal-code-invalid": Message(
        "”{value}” ei ole postinumero. Odotettiin viittä numeroa, esim. 96100.",
        '"{value}" is not a postal code. Expected five digits, e.g. 96100.',
        "Kirjoita postinumeron alun nollat mukaan. Postitoimipaikalle on oma kohta post_office.",
        "Keep the zeros at the beginning. The post office has its own key, post_office.",
    ),
    "coordinates-half": Message(
        "Koordinaateista on vain toinen. Odotettiin molempia, esim. lat: 66.5039 ja lon: 25.7294.",
        "Only one of the coordinates is given. Expected both, e.g. lat: 66.5039 and lon: 25.7294.",
        "Lisää puuttuva koordinaatti tai poista molemmat. Ilman niitä paikka näytetään kuntansa kohdalla.",
        "Add the missing one or remove both. Without them the place is shown in its municipality.",
    ),
    "coordinates-swapped": Message(
        "Koordinaatit ”{value}” ovat vaihtaneet paikkaa. Odotettiin, että lat on noin 60–70 ja lon noin 20–31.",
        'The coordinates "{value}" have changed places. Expected lat to be about 60–70 and lon about 20–31.',
        "Vaihda kohtien lat ja lon arvot keskenään.",
        "Swap the values of lat and lon.",
    ),
    "coordinates-outside": Message(
        "Koordinaatit ”{value}” eivät ole Suomessa. Odotettiin asteita, esim. lat: 66.5039 ja lon: 25.7294.",
        'The coordinates "{value}" are not in Finland. Expected degrees, e.g. lat: 66.5039 and lon: 25.7294.',
        "Käytä WGS 84 -koordinaatteja asteina. Karttasovellus antaa ne, kun painat paikkaa pitkään.",
        "Use WGS 84 degrees. A map application gives them when you press a place for long.",
    ),
    "age-range": Message(
        "Yläikäraja ”{value}” on pienempi kuin alaikäraja {other}. Odotettiin esim. age_min: 16 ja age_max: 29.",
        'The upper age "{value}" is less than the lower age {other}. Expected e.g. age_min: 16 and age_max: 29.',
        "Tarkista kumpikin ikä.",
        "Check both ages.",
    ),
    "agreement-term-missing": Message(
        "Sopimuksesta puuttuu tieto siitä, milloin se päättyy. "
        "Odotettiin riviä valid_until: 2028-12-31 tai riviä until_further_notice: kyllä.",
        "The agreement does not say when it ends. "
        "Expected the line valid_until: 2028-12-31 or the line until_further_notice: kyllä.",
        "Lisää toinen näistä riveistä.",
        "Add one of these lines.",
    ),
    "agreement-term-twice": Message(
        "Sopimuksella on viimeinen päivä ”{value}”, ja se on silti voimassa toistaiseksi. Odotettiin vain toista.",
        'The agreement has a last day "{value}" and is yet in force until further notice. Expected one of the two.',
        "Poista rivi valid_until tai rivi until_further_notice.",
        "Remove the line valid_until or the line until_further_notice.",
    ),
    "plan-theme-missing": Message(
        "Suunnitelmasta puuttuu kannanotto näihin teemoihin: {expected}. Odotettiin jokaista neljästä teemasta.",
        "The plan takes no stand on these themes: {expected}. Expected each of the four themes.",
        "Lisää luetteloon teema ja kannanotto. Jos asiaa ei ole käsitelty, kirjoita niin.",
        "Add the theme and a stand to the list. If it has not been discussed, write that.",
    ),
    "assessment-dimensions": Message(
        "Arvioinnissa on nyt ”{value}”. Odotettiin jokaista viidestä ulottuvuudesta kerran: {expected}.",
        'The assessment now has "{value}". Expected each of the five dimensions once: {expected}.',
        "Lisää puuttuvat ulottuvuudet ja poista toistuvat.",
        "Add the missing dimensions and remove those that repeat.",
    ),
    "body-missing": Message(
        "Sivulla ei ole tekstiä. Odotettiin tekstiä alemman rivin --- jälkeen, "
        "esim. Tervetuloa Lapin ohjausverkostoon.",
        "The page has no text. Expected text after the lower line ---, e.g. Tervetuloa Lapin ohjausverkostoon.",
        "Kirjoita sivun teksti tai poista tiedosto.",
        "Write the page's text or remove the file.",
    ),
}

MESSAGES: dict[str, Message] = {**_WRITTEN, **_FACTS}
