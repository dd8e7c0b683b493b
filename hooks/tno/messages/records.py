"""Problem codes of the rooms `records` and `load`: what is wrong inside one record, and files in wrong places."""

from __future__ import annotations

from tno.messages.message import Message

_SHAPE = {
    "key-missing": Message(
        "Kohta ”{value}” puuttuu. Siinä kerrotaan: {label}. Odotettiin riviä, esim. {value}: {example}",
        'The line "{value}" is missing. Expected it here, e.g. {value}: {example}',
        "Lisää rivi tähän kohtaan muiden tietojen joukkoon.",
        "Add the line here among the other facts.",
    ),
    "key-empty": Message(
        "Kohta ”{value}” on tyhjä. Siinä kerrotaan: {label}. Odotettiin esim. {value}: {example}",
        '"{value}" has nothing after it. Expected e.g. {value}: {example}',
        "Kirjoita arvo kaksoispisteen jälkeen.",
        "Write the value after the colon.",
    ),
    "key-too-high": Message(
        "Kohta ”{value}” ei kuulu tähän. Odotettiin, että se on kohdan {place} alla sisennettynä.",
        'The key "{value}" does not belong here. Expected it under {place}, indented.',
        "Siirrä rivi kohdan {place} alle ja sisennä se samaan tapaan kuin muut rivit siellä.",
        "Move the line under {place} and indent it like the other lines there.",
    ),
    "key-too-deep": Message(
        "Kohta ”{value}” on kohdan {place} alla, mutta se ei kuulu sinne. Odotettiin, että se on ilman sisennystä.",
        'The key "{value}" is under {place}, but does not belong there. Expected it without indentation.',
        "Siirrä rivi omaksi kohdakseen, esim. tiedoston loppuun, ja poista välit rivin alusta.",
        "Move the line out, e.g. to the end, and remove the spaces before it.",
    ),
    "key-in-translation": Message(
        "Käännöksessä ei voi olla kohtaa ”{value}”. Odotettiin vain kohtia name, summary ja translation.",
        'A translation cannot have the key "{value}". Expected name, summary and translation only.',
        "Poista rivi. Numerot, ajat ja muut tiedot tulevat suomenkielisestä tiedostosta.",
        "Remove the line. Numbers, hours and other facts come from the Finnish file.",
    ),
    "key-unknown": Message(
        "Kohtaa ”{value}” ei tunneta tässä. Odotettiin esim. jotakin näistä: {expected}.",
        'The key "{value}" is not known here. Expected e.g. one of these: {expected}.',
        "Korjaa kirjoitusasu. Jos tieto ei sovi mihinkään kohtaan, kirjoita se tekstin joukkoon.",
        "Mend the spelling. If the fact fits no key, write it in the text.",
    ),
    "key-filled-in": Message(
        "Kohtaa ”{value}” ei kirjoiteta tiedostoon. Portaali tietää sen kansiosta, tiedoston nimestä tai tekstistä.",
        'The key "{value}" is not written in the file. The portal knows it from the folder, the file name or the text.',
        "Poista rivi.",
        "Remove the line.",
    ),
    "list-empty": Message(
        "Kohta ”{value}” on tyhjä. Odotettiin vähintään yhtä arvoa, esim. {value}: {example}",
        '"{value}" is empty. Expected at least one value, e.g. {value}: {example}',
        "Kirjoita arvot hakasulkeisiin ja pane pilkku niiden väliin.",
        "Write the values in square brackets with commas between.",
    ),
    "list-too-long": Message(
        "Kohdassa ”{value}” on {number} arvoa. Odotettiin enintään näin monta: {expected}.",
        '"{value}" has {number} values. Expected at most {expected}.',
        "Jätä ne, jotka kuvaavat asiaa parhaiten, ja poista muut.",
        "Keep those that describe it best and remove the others.",
    ),
    "list-brackets": Message(
        "Kohdassa ”{key}” on monta arvoa ilman hakasulkeita: ”{value}”. Odotettiin esim. {key}: {example}",
        '"{key}" has several values without brackets: "{value}". Expected e.g. {key}: {example}',
        "Kirjoita arvot hakasulkeisiin.",
        "Write the values in square brackets.",
    ),
    "list-wrapped": Message(
        "Luettelon edessä on rivi ”{value}”. Odotettiin, että tiedosto alkaa luettelosta, esim. {example}",
        'Before the list stands the line "{value}". Expected the file to begin with the list, e.g. {example}',
        "Poista tämä rivi ja siirrä muita rivejä vasemmalle niin, että viivat ovat rivin alussa.",
        "Remove the line and move the others to the left, so that the dashes begin their lines.",
    ),
    "record-wrapped": Message(
        "Tietojen edessä on rivi ”{value}”. Odotettiin, että tiedot alkavat rivin alusta, esim. {example}",
        'Before the facts stands the line "{value}". Expected the facts to begin their lines, e.g. {example}',
        "Poista tämä rivi ja siirrä muut rivit alkamaan rivin alusta.",
        "Remove the line and move the others to the beginning of their lines.",
    ),
    "list-joined": Message(
        "Luettelon kohdat ”{value}” ovat menneet yhteen. Odotettiin jokainen erikseen, esim. {example}",
        'The items "{value}" of a list have become one. Expected each by itself, e.g. {example}',
        "Kirjoita jokainen kohta omalle rivilleen samalle tasolle, alkuun viiva ja väli. Tai käytä hakasulkeita.",
        "Write each item on a line of its own, all at one level, with a dash and a space before it. Or use brackets.",
    ),
    "list-expected": Message(
        "Kohtaan ”{value}” tulee luettelo. Odotettiin esim. {value}: {example}",
        '"{value}" takes a list. Expected e.g. {value}: {example}',
        "Kirjoita jokainen luettelon osa omalle rivilleen. Rivi alkaa viivalla ja välilyönnillä.",
        "Write each item on its own line. The line begins with a dash and a space.",
    ),
    "mapping-expected": Message(
        "Kohtaan ”{value}” tulee useita tietoja, joilla on omat avaimet. Odotettiin esim. {example}",
        '"{value}" takes several facts, each with its own key. Expected e.g. {example}',
        "Kirjoita tiedot aaltosulkeisiin kuten esimerkissä, tai jokainen omalle rivilleen sisennettynä. Jos esimerkin "
        "alussa ei ole viivaa, jätä viivat pois.",
        "Write the facts in braces as in the example, or each on its own indented line. If the example does not begin "
        "with a dash, leave the dashes out.",
    ),
    "record-expected": Message(
        "Tästä puuttuvat avaimet ja arvot, joista syntyy {label}. Odotettiin esim. riviä name: Rovaniemen Ohjaamo.",
        "Keys and values are missing here. Expected e.g. the line name: Rovaniemen Ohjaamo.",
        "Kirjoita jokainen tieto omalle rivilleen: ensin avain, sitten kaksoispiste, välilyönti ja arvo.",
        "Write each fact on its own line: the key, a colon, a space and the value.",
    ),
    "value-invalid": Message(
        "Arvo ”{value}” ei kelpaa tähän. Tässä kerrotaan: {label}.",
        'The value "{value}" cannot be used here.',
        "Katso mallia toisesta tiedostosta, jossa sama kohta on kunnossa.",
        "Look at another file in which the same key is right.",
    ),
    "text-expected": Message(
        "Tässä on {label}. Odotettiin yhtä tekstiä, esim. Neuvontaa nuorille.",
        "This is not one text. Expected one text, e.g. Neuvontaa nuorille.",
        "Kirjoita avaimen jälkeen yksi arvo ilman sulkeita ja viivoja. Jos arvo itse alkaa merkillä [ tai {{, pane se "
        "lainausmerkkeihin.",
        "Write one value after the key, without brackets and dashes. If the value itself begins with [ or {{, put it "
        "in quotation marks.",
    ),
}

_WORDS = {
    "term-unknown": Message(
        "Sanaa ”{value}” ei ole portaalin sanastossa. Odotettiin jotakin näistä: {expected}.",
        'The word "{value}" is not in the portal\'s vocabulary. Expected one of these: {expected}.',
        "Kaikki sanat luetellaan tiedostossa regions/vocabularies.yml kohdassa {vocabulary}.",
        "All the words are listed in regions/vocabularies.yml under {vocabulary}.",
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
        "Nimessä saa olla kirjaimia a–z, numeroita, pisteitä ja viivoja, ei kansioita eikä välejä. Loppu: {expected}.",
        "The name may have the letters a–z, digits, dots and hyphens, no folders or spaces. Its end: {expected}.",
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

_IDS = {
    "id-invalid": Message(
        "”{value}” ei kelpaa tunnukseksi. "
        "Odotettiin pieniä kirjaimia a–z, numeroita ja yhdysviivoja, esim. lansi-lappi.",
        '"{value}" cannot be an id. Expected small letters a–z, digits and hyphens, e.g. lansi-lappi.',
        "Kirjoita ä ja å kirjaimella a, ö kirjaimella o ja väli yhdysviivalla.",
        "Write ä and å as a, ö as o, and a space as a hyphen.",
    ),
    "id-missing": Message(
        "Kohta id puuttuu. Odotettiin tunnusta, jota muilla ei ole, esim. - id: {example}",
        "The key id is missing. Expected an id that no other has, e.g. - id: {example}",
        "Lisää rivi id luettelon kohdan alkuun.",
        "Add the line id at the beginning of the item.",
    ),
    "id-not-file-name": Message(
        "Tunnus on ”{value}”, mutta tiedoston nimestä tunnukseksi tulee {expected}.",
        'The id is "{value}", but the name of the file makes it {expected}.',
        "Poista rivi id. Tiedoston nimi riittää tunnukseksi.",
        "Remove the line id. The name of the file is enough.",
    ),
    "id-not-folder": Message(
        "Alueen tunnus on ”{value}”, mutta kansion mukaan se on {expected}.",
        'The region\'s id is "{value}", but its folder makes it {expected}.',
        "Poista rivi id. Kansion nimi riittää tunnukseksi.",
        "Remove the line id. The name of the folder is enough.",
    ),
    "id-duplicate": Message(
        "Tunnus ”{value}” on jo käytössä: sama tunnus on kohdassa {other}. Odotettiin tunnusta, jota muilla ei ole.",
        'The id "{value}" is already in use at {other}. Expected an id that no other has.',
        "Jos kyse on samasta asiasta, poista toinen. Muuten lisää tunnukseen esim. kunnan nimi.",
        "If both are the same thing, remove one. Otherwise add e.g. the municipality's name to the id.",
    ),
    "reference-invalid": Message(
        "”{value}” ei kelpaa viittaukseksi. Kirjoita tähän tunnus, ei nimeä. "
        "Odotettiin tunnusta, esim. rovaniemen-ohjaamo, tai aluetta ja tunnusta, esim. kainuu/kajaanin-ohjaamo.",
        '"{value}" cannot be a reference. Write the id here, not the name. Expected an id, e.g. rovaniemen-ohjaamo, '
        "or a region and an id, e.g. kainuu/kajaanin-ohjaamo.",
        "Tunnus on tiedoston nimi ilman loppua .md, tai luettelossa kohta id. Jos kohdetta ei vielä ole, "
        "lisää se ensin.",
        "The id is the file's name without .md, or in a list the key id. If there is no such record yet, add it first.",
    ),
}

_REACHING = {
    "phone-invalid": Message(
        "”{value}” ei ole puhelinnumero. Odotettiin esim. {example}.",
        '"{value}" is not a telephone number. Expected e.g. {example}.',
        "Kirjoita kohtaan yksi numero ilman sanoja. Hinnan ja ajat voit kirjoittaa muihin kohtiin.",
        "Write one number without words. The charge and the hours have keys of their own.",
    ),
    "phone-many": Message(
        "Tässä on kaksi numeroa: ”{value}”. Odotettiin yhtä, esim. {example}.",
        'There are two numbers here: "{value}". Expected one, e.g. {example}.',
        "Kirjoita tähän yksi numero. Palvelussa tee toiselle oma kanava: kopioi puhelinkanavan rivit alle ja vaihda "
        "numero.",
        "Write one number here. In a service, make a channel of its own for the other: copy the lines of the telephone "
        "channel below and change the number.",
    ),
    "phone-zero": Message(
        "Numerossa ”{value}” on maan numeron jälkeen (0), jota ei näppäillä. Odotettiin esim. +358 16 123 4567.",
        'The number "{value}" has (0) after the code of the country, which is not dialled. '
        "Expected e.g. +358 16 123 4567.",
        "Poista (0).",
        "Remove (0).",
    ),
    "phone-not-dialable": Message(
        "Numeroon ”{value}” ei voi soittaa: siinä on liikaa tai liian vähän numeroita, tai alku on väärä. "
        "Odotettiin esim. {example}.",
        'The number "{value}" cannot be dialled: it has too many or too few digits, or a wrong beginning. '
        "Expected e.g. {example}.",
        "Tarkista numero alkuperäisestä lähteestä.",
        "Check the number at its source.",
    ),
    "phone-dialable-example": Message(
        "Esimerkissä on numero ”{value}”, johon joku voisi vastata. "
        "Odotettiin numeroa, jossa suuntanumeron 013–019 jälkeen on 00, esim. 016 00 1234.",
        'The example has the number "{value}", which somebody could answer. '
        "Expected a number with 00 after an area code 013–019, e.g. 016 00 1234.",
        "Vaihda numero keksittyyn. Jos sisältö on oikeaa, kysy ylläpidolta: koko alue on merkitty esimerkiksi.",
        "Change the number to an invented one. If the content is real, ask the maintainers: the whole region may be "
        "marked as an example.",
    ),
    "email-invalid": Message(
        "”{value}” ei ole sähköpostiosoite. Odotettiin esim. ohjaamo@kunta.fi.",
        '"{value}" is not an e-mail address. Expected e.g. ohjaamo@kunta.fi.',
        "Tarkista, että osoitteessa on yksi @-merkki eikä yhtään välilyöntiä. Kirjoita vain yksi osoite.",
        "Check that there is one @ and no space. Write one address only.",
    ),
    "team-invalid": Message(
        "”{value}” ei ole tarkastajien ryhmä. Odotettiin organisaatiota ja ryhmää, esim. @organisaatio/ryhma.",
        '"{value}" is not a team of reviewers. Expected an organisation and a team, e.g. @organisaatio/ryhma.',
        "Tarkastajat ovat ryhmä, eivät henkilö. Ylläpito tekee ryhmän GitHubissa ja antaa siihen kirjoitusoikeuden.",
        "Reviewers are a team, not a person. The maintainers make the team on GitHub and let it write.",
    ),
    "host-real-in-example": Message(
        "Esimerkissä on osoite ”{value}”, joka voi olla oikea. Odotettiin osoitetta, jossa on example.org, "
        "esim. https://example.org/ohjaamo tai ohjaamo@example.org.",
        'The example has the address "{value}", which may be real. Expected an address at example.org, '
        "e.g. https://example.org/ohjaamo or ohjaamo@example.org.",
        "Vaihda osoite keksittyyn. Jos sisältö on oikeaa, kysy ylläpidolta: koko alue on merkitty esimerkiksi.",
        "Change the address to an invented one. If the content is real, ask the maintainers: the whole region may be "
        "marked as an example.",
    ),
    "url-scheme": Message(
        "Verkko-osoitteen ”{value}” alusta puuttuu https://. Odotettiin esim. https://www.kunta.fi/ohjaamo.",
        'The web address "{value}" does not begin with https://. Expected e.g. https://www.kunta.fi/ohjaamo.',
        "Kopioi osoite selaimen osoiteriviltä kokonaan. Sähköpostiosoitteelle on oma kohta email.",
        "Copy the whole address from the browser. An e-mail address has its own key, email.",
    ),
    "url-invalid": Message(
        "”{value}” ei ole verkko-osoite. Odotettiin esim. https://www.kunta.fi/ohjaamo.",
        '"{value}" is not a web address. Expected e.g. https://www.kunta.fi/ohjaamo.',
        "Kopioi osoite selaimen osoiteriviltä. Siinä ei saa olla välilyöntejä.",
        "Copy the address from the browser. It may not have spaces.",
    ),
    "channel-incomplete": Message(
        "Kanavasta ”{value}” puuttuu tieto, jolla sitä voi käyttää. Odotettiin kohtaa {expected}.",
        'The channel "{value}" lacks what one needs to use it. Expected the key {expected}.',
        "Lisää kohta kanavan alle. Jos kanavaa ei ole käytössä, poista se.",
        "Add the key under the channel. If the channel is not in use, remove it.",
    ),
}

_FACTS = {
    "contact-is-channel": Message(
        "Palvelulla ei ole kohtaa ”{value}”. Odotettiin palvelun yhteistä numeroa tai osoitetta kohdassa channels, "
        "esim. {example}",
        'A service has no key "{value}". Expected the shared number or address of the service under channels, '
        "e.g. {example}",
        "Poista kohta ja kirjoita numero tai sähköposti kanavaksi. Jätä henkilön nimi pois.",
        "Remove the key and write the number or the e-mail as a channel. Leave the person's name out.",
    ),
    "contact-name": Message(
        "Kohtaa ”{value}” ei ole yhteystiedossa. Odotettiin roolia, esim. role: yhteyshenkilo.",
        'A contact has no key "{value}". Expected a role, e.g. role: yhteyshenkilo.',
        "Poista nimi: rooli riittää. Jos hän on antanut luvan, kirjoita person: Etunimi Sukunimi ja "
        "consent: {{date: 2026-11-21, scope: nimi verkkosivulla}}.",
        "Remove the name: the role is enough. If the person has agreed, write person: Etunimi Sukunimi and "
        "consent: {{date: 2026-11-21, scope: nimi verkkosivulla}}.",
    ),
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

_FILES = {
    "file-unexpected": Message(
        "Tiedosto tai kansio ”{value}” on paikassa, josta sitä ei lueta. "
        "Odotettiin kansioita, esim. services, organisations tai events.",
        'The file or folder "{value}" is where nobody reads it. '
        "Expected folders such as services, organisations or events.",
        "Siirrä se oikeaan kansioon tai poista se. Esim. Lapin palvelut ovat kansiossa regions/lappi/services.",
        "Move it to the right folder or remove it. E.g. the services of Lapland are in regions/lappi/services.",
    ),
    "folder-unreadable": Message(
        "Kansiota ”{value}” ei ole tai sitä ei saa lukea. "
        "Odotettiin kansiota, jossa alueiden sisältö on, esim. regions.",
        'The folder "{value}" is not there or may not be read. Expected the folder with the regions, e.g. regions.',
        "Tarkista kansion nimi ja lukuoikeus. Jäsenten kansion paikka annetaan asetuksella TNO_MEMBERS.",
        "Check its name and the permission to read it. TNO_MEMBERS tells where the members' folder is.",
    ),
    "folder-unexpected": Message(
        "Kansiossa {folder} on kansio ”{value}”. "
        "Odotettiin vain tiedostoja, sillä kansion sisällä olevia kansioita ei lueta.",
        'The folder {folder} has a folder "{value}". Expected files only, since folders within it are not read.',
        "Siirrä tiedostot suoraan kansioon {folder} ja poista tyhjä kansio.",
        "Move the files to the folder {folder} itself and remove the empty one.",
    ),
    "file-suffix": Message(
        "Tiedoston ”{value}” nimen loppu on väärä. "
        "Odotettiin tässä kansiossa loppua {expected}, esim. ohjaamo{expected}.",
        'The name of the file "{value}" has a wrong ending. '
        "Expected {expected} in this folder, e.g. ohjaamo{expected}.",
        "Tarkista ensin kansio: palvelu kuuluu kansioon services ja tapahtuma kansioon events. Jos kansio on oikea, "
        "vaihda nimen loppu. Word-tiedoston teksti pitää kopioida uuteen tiedostoon.",
        "Check the folder first: a service belongs to services and an event to events. If the folder is right, change "
        "the end of the name. The text of a Word file must be copied into a new file.",
    ),
    "file-name-invalid": Message(
        "Tiedoston nimi ”{value}” ei kelpaa. "
        "Odotettiin pieniä kirjaimia a–z, numeroita ja yhdysviivoja, esim. rovaniemen-ohjaamo.md.",
        'The file name "{value}" cannot be used. '
        "Expected small letters a–z, digits and hyphens, e.g. rovaniemen-ohjaamo.md.",
        "Anna tiedostolle uusi nimi: kirjoita ä kirjaimella a, ö kirjaimella o ja väli yhdysviivalla.",
        "Rename the file: write ä as a, ö as o, and a space as a hyphen.",
    ),
    "file-language-unknown": Message(
        "Tiedoston nimessä on kieli ”{value}”, jota ei tunneta. Odotettiin kieltä {expected}, esim. ohjaamo.sv.md.",
        'The file name has the language "{value}", which is not known. Expected {expected}, e.g. ohjaamo.sv.md.',
        "Korjaa kieli. Suomenkielisen tiedoston nimessä ei ole kieltä, ja tunnuksessa ei ole pistettä.",
        "Mend the language. A Finnish file has no language in its name, and an id has no dot.",
    ),
    "region-folder-unknown": Message(
        "Kansiota ”{value}” vastaavaa aluetta ei ole. Odotettiin ELY-alueen tunnusta, esim. lappi tai pohjois-savo.",
        'There is no region for the folder "{value}". Expected the id of an ELY area, e.g. lappi or pohjois-savo.',
        "Alueiden tunnukset ovat tiedostossa regions/finland/areas.yml.",
        "The ids of the areas are in regions/finland/areas.yml.",
    ),
    "region-file-missing": Message(
        "Alueelta ”{value}” puuttuu tiedosto region.yml, tai siinä on virhe. Ilman sitä alueen sivuja ei tehdä.",
        'The region "{value}" has no file region.yml, or the file has an error. Without it the region gets no pages.',
        "Lisää tiedosto. Alkuun riittävät rivit name ja languages, esim. name: Lappi ja languages: [fi].",
        "Add the file. The lines name and languages are enough to begin, e.g. name: Lappi and languages: [fi].",
    ),
    "translation-without-base": Message(
        "Käännökseltä ”{value}” puuttuu suomenkielinen tiedosto. Odotettiin tiedostoa {expected} samassa kansiossa.",
        'The translation "{value}" has no Finnish file. Expected the file {expected} in the same folder.',
        "Lisää suomenkielinen tiedosto tai korjaa käännöksen nimi samaksi. Jos siinä on virhe, korjaa se ensin.",
        "Add the Finnish file or give the translation the same name. If that file has an error, mend it first.",
    ),
    "members-content-public": Message(
        "Tämä on merkitty vain jäsenille, mutta tiedosto näkyy kaikille, koska kansio on julkinen.",
        "This is marked for members only, but everybody can see the file, because the repository is public.",
        "Siirrä tieto jäsenten omaan kansioon. Se ei ole tässä julkisessa kansiossa.",
        "Move it to the members' own folder, which is not in this public repository.",
    ),
}

MESSAGES: dict[str, Message] = {**_SHAPE, **_WORDS, **_IDS, **_REACHING, **_FACTS, **_FILES}
