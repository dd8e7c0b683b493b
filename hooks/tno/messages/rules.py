"""Problem codes of the room `rules`: what does not hold between records, and what time has overtaken."""

from __future__ import annotations

from tno.messages.message import Message, warning

_REFERENCES = {
    "reference-unknown": Message(
        "Tunnusta ”{value}” ei löydy: {label} puuttuu. Odotettiin tunnusta, joka on paikassa {place}, esim. {example}.",
        'The id "{value}" leads to nothing. Expected an id that is in {place}, e.g. {example}.',
        "Korjaa tunnus tai lisää puuttuva tieto ensin.",
        "Mend the id, or add what is missing first.",
    ),
    "reference-other-region": Message(
        "Tunnus ”{value}” on toisella alueella, joka on {region}. "
        "Odotettiin alueen nimeä tunnuksen eteen, esim. {example}.",
        'The id "{value}" is in another region, {region}. Expected the region in front of the id, e.g. {example}.',
        "Lisää alue ja vinoviiva tunnuksen eteen, tai valitse oman alueen tunnus.",
        "Put the region and a slash in front of the id, or choose an id of this region.",
    ),
    "reference-other-kind": Message(
        "Tunnus ”{value}” on paikassa {other}. Odotettiin tunnusta, joka on paikassa {place}, esim. {example}.",
        'The id "{value}" is in {other}. Expected an id that is in {place}, e.g. {example}.',
        "Vaihda tunnus sellaiseen, joka sopii tähän kohtaan.",
        "Change it to an id that fits here.",
    ),
    "reference-region-unknown": Message(
        "Viittauksessa ”{value}” ei ole oikeaa aluetta: aluetta {region} ei ole. "
        "Odotettiin esim. kainuu/kajaanin-ohjaamo.",
        'The reference "{value}" names no region: there is no {region}. Expected e.g. kainuu/kajaanin-ohjaamo.',
        "Alueet ovat kansiossa regions. Oman alueen tunnuksen eteen ei tarvita aluetta.",
        "The regions are in the folder regions. An id of the same region needs no region in front.",
    ),
    "reference-for-members": Message(
        "”{value}” näkyy vain jäsenille, mutta siihen viitataan tiedosta, joka näkyy kaikille. "
        "Odotettiin tunnusta, joka näkyy kaikille.",
        '"{value}" is for members only, but what refers to it is for everyone. Expected an id that is for everyone.',
        "Poista viittaus, tai siirrä se jäsenten tietoihin kohdan members alle.",
        "Remove the reference, or move it under the key members.",
    ),
    "reference-itself": Message(
        "Tunnus ”{value}” viittaa tietoon itseensä. Odotettiin jonkin muun tunnusta.",
        'The id "{value}" refers to the record itself. Expected the id of another.',
        "Vaihda tunnus tai poista rivi.",
        "Change the id or remove the line.",
    ),
}

_QUESTIONS = {
    "question-finds-unknown": Message(
        "Kysymykseen merkittyä vastausta ”{value}” ei ole. Odotettiin tietueen tunnusta tai sivun osoitetta, "
        "esim. ohjaamo-rovaniemi, kainuu/kajaanin-ohjaamo tai /kunnat/rovaniemi/.",
        'The answer "{value}" of the question leads to nothing. Expected the id of a record or the address of a page, '
        "e.g. ohjaamo-rovaniemi, kainuu/kajaanin-ohjaamo or /kunnat/rovaniemi/.",
        "Korjaa tunnus tai osoite, tai poista se luettelosta.",
        "Mend the id or the address, or take it off the list.",
    ),
    "question-twice": Message(
        "Kysymys ”{value}” on jo tiedoston {number}. kysymyksenä. Odotettiin, että sama kysymys on kerran, "
        "esim. vain ensimmäisessä kohdassa.",
        'The question "{value}" is already number {number} of the file. Expected each question once, '
        "e.g. only in the first place.",
        "Poista toinen, ja yhdistä vastaukset jäljelle jäävään.",
        "Remove one of them, and join the answers in the one that stays.",
    ),
    "question-finds-nothing": Message(
        "Kysymyksellä ”{value}” ei ole vastausta. Odotettiin ainakin yhtä tunnusta tai osoitetta, "
        "esim. finds: [ohjaamo-rovaniemi].",
        'The question "{value}" has no answer. Expected at least one id or address, e.g. finds: [ohjaamo-rovaniemi].',
        "Lisää vastaus. Jos mitään ei pidä löytyä, merkitse kind: ei-mitaan.",
        "Add an answer. If nothing should be found, write kind: ei-mitaan.",
    ),
    "question-finds-too-much": Message(
        "Kysymyksen ”{value}” laji on ei-mitaan, mutta sillä on vastauksia. Odotettiin tyhjää luetteloa, "
        "esim. finds: [].",
        'The question "{value}" is of the kind ei-mitaan but has answers. Expected an empty list, e.g. finds: [].',
        "Tyhjennä luettelo tai vaihda laji.",
        "Empty the list or change the kind.",
    ),
    "question-kind-unknown": Message(
        "Kysymyksen lajia ”{value}” ei ole. Odotettiin jotakin näistä: {expected}; esim. arkikieli.",
        'There is no kind of question "{value}". Expected one of these: {expected}; e.g. arkikieli.',
        "Vaihda laji yhdeksi luetelluista.",
        "Change the kind to one of those listed.",
    ),
}

_AREAS = {
    "municipality-unknown": Message(
        'Kuntaa ”{value}” ei ole Suomen kunnissa. Odotettiin kunnan nimeä tai kuntakoodia, esim. Oulu tai "564".',
        'Municipality "{value}" is not among Finland\'s municipalities. '
        'Expected a municipality name or code, e.g. Oulu or "564".',
        "Kunnat luetellaan tiedostossa regions/finland/municipalities.csv.",
        "Municipalities are listed in regions/finland/municipalities.csv.",
    ),
    "area-unknown": Message(
        "Aluetta ”{value}” ei tunneta. Odotettiin kuntaa, alueen osaa tai sanaa koko-alue, manner-suomi tai koko-maa, "
        "esim. Oulu.",
        'The area "{value}" is not known. Expected a municipality, a sub-area, or one of the words koko-alue, '
        "manner-suomi and koko-maa, e.g. Oulu.",
        "Kirjoita kunnan nimi perusmuodossa ja jokainen alue omaksi arvokseen, esim. [Kemi, Tornio].",
        "Write the municipality's name as it is listed, and each area as a value of its own, e.g. [Kemi, Tornio].",
    ),
    "maakunta-unknown": Message(
        "Maakunta ”{value}” ei kuulu tähän alueeseen. Odotettiin maakunnan koodia: {expected}.",
        'The maakunta "{value}" is not of this region. Expected the code of a maakunta: {expected}.',
        "Kirjoita kaksinumeroinen koodi lainausmerkkeihin. Koodit ovat tiedostossa regions/finland/maakunnat.csv.",
        "Write the code of two digits in quotation marks. The codes are in regions/finland/maakunnat.csv.",
    ),
    "authority-unknown": Message(
        "Seuraajaa ”{value}” ei tunneta. Odotettiin elinvoimakeskuksen tunnusta, esim. lapin-elinvoimakeskus.",
        'The successor "{value}" is not known. Expected the id of an elinvoimakeskus, e.g. lapin-elinvoimakeskus.',
        "Tunnukset ovat tiedostossa regions/finland/areas.yml kohdassa successor_areas.",
        "The ids are in regions/finland/areas.yml under successor_areas.",
    ),
    "sub-area-twice": Message(
        "Tunnus ”{value}” on jo toisella alueen osalla. Odotettiin jokaiselle omaa tunnusta, esim. pohjoinen.",
        'Another sub-area has the id "{value}" already. Expected an id of its own for each, e.g. pohjoinen.',
        "Vaihda toinen tunnus tai yhdistä alueen osat.",
        "Change one of the ids or join the sub-areas.",
    ),
    "sub-area-unknown": Message(
        "Alueen osaa ”{value}” ei ole tässä tiedostossa. Odotettiin jotakin näistä: {expected}.",
        'There is no sub-area "{value}" in this file. Expected one of these: {expected}.',
        "Korjaa tunnus tai lisää alueen osa kohtaan sub_areas.",
        "Mend the id, or add the sub-area under sub_areas.",
    ),
    "sub-area-with-itself": Message(
        "Alueen osa ”{value}” tekee tässä yhteistyötä itsensä kanssa. Odotettiin jonkin muun tunnusta.",
        'The sub-area "{value}" is said to work with itself. Expected the id of another.',
        "Poista tunnus tai vaihda se.",
        "Remove the id or change it.",
    ),
    "sub-area-one-sided": Message(
        "Yhteistyö on merkitty vain toiseen: ”{value}” ei mainitse, että sen kumppani on {other}. "
        "Odotettiin merkintää molempiin.",
        'The cooperation is told by one side only: "{value}" does not mention {other}. Expected both to tell it.',
        "Lisää toisen alueen osan kohtaan works_with tunnus {id}, tai poista tämä.",
        "Add the id {id} to works_with of the other sub-area, or remove this one.",
    ),
    "sub-area-municipality-outside": Message(
        "Kunta ”{value}” ei kuulu tähän alueeseen, joka on {region}. Odotettiin alueen omaa kuntaa.",
        'The municipality "{value}" is not in this region, {region}. Expected a municipality of the region.',
        "Poista kunta. Naapurialueen kunta voi olla palvelun kohdassa areas.",
        "Remove it. A service may still name a neighbour's municipality in its areas.",
    ),
    "sub-area-municipality-missing": Message(
        "Nämä kunnat eivät ole missään alueen osassa: ”{value}”. "
        "Odotettiin, että jokainen alueen {region} kunta on ainakin yhdessä.",
        'These municipalities are in no sub-area: "{value}". '
        "Expected every municipality of the region {region} to be in at least one.",
        "Lisää kunnat alueen osiin. Jos jako ei ole varma, lisää rivi certainty: alustava.",
        "Add them to sub-areas. If the division is not certain, add the line certainty: alustava.",
    ),
}

_DATES = {
    "period-backwards": Message(
        "Viimeinen päivä ”{value}” on ennen ensimmäistä päivää {other} (kohta {key}). Odotettiin myöhempää päivää.",
        'The last day "{value}" is before the first day {other} (the key {key}). Expected a later day.',
        "Tarkista kumpikin päivä, varsinkin vuosi.",
        "Check both days, above all the year.",
    ),
    "date-in-future": Message(
        "Päivä ”{value}” on vasta tulossa. Odotettiin päivää, joka on jo ollut, esim. {today}.",
        'The day "{value}" is still to come. Expected a day that has been, e.g. {today}.',
        "Kirjoita päivä, jona tieto todella tarkistettiin tai sovittiin.",
        "Write the day on which it was really checked or agreed.",
    ),
    "year-not-file-name": Message(
        "Tässä on ”{value}”, mutta tiedoston nimi on {expected}. Odotettiin samaa molempiin.",
        'Here is "{value}", but the name of the file is {expected}. Expected the same in both.',
        "Korjaa arvo, tai anna tiedostolle uusi nimi.",
        "Mend the value or rename the file.",
    ),
}

_AGREEMENTS = {
    "renews-circle": Message(
        "Sopimukset korvaavat toisensa kehässä: ”{value}”. Odotettiin, että uudempi korvaa vanhemman.",
        'The agreements replace one another in a circle: "{value}". Expected the newer one to replace the older.',
        "Poista kohta renews vanhimmasta sopimuksesta.",
        "Remove renews from the oldest agreement.",
    ),
    "agreement-overlap": Message(
        "Sopimus ”{value}” on voimassa yhtä aikaa toisen kanssa: {other}. Päällekkäin ovat päivät {day}–{until}, "
        "alue {area}. Odotettiin, että voimassa on vain yksi.",
        'The agreement "{value}" is in force together with another: {other}. The days {day}–{until} overlap '
        "in the area {area}. Expected only one to be in force.",
        "Merkitse vanhemman sopimuksen viimeiseksi päiväksi (valid_until) päivä ennen uuden alkua.",
        "Let the older one's last day (valid_until) be the day before the new one begins.",
    ),
}

_ORGANISATIONS = {
    "organisations-circle": Message(
        "Organisaatiot viittaavat toisiinsa kehässä: ”{value}”. Odotettiin, että ketju päättyy johonkin.",
        'The organisations name one another in a circle: "{value}". Expected the chain to end somewhere.',
        "Poista kohta siitä organisaatiosta, joka toimii nyt tai johon muut kuuluvat.",
        "Remove the key from the organisation that works now, or that the others belong to.",
    ),
    "group-region-unknown": Message(
        "Aluetta ”{value}” ei ole. Odotettiin ELY-alueen tunnusta, esim. lappi tai pohjois-savo.",
        'There is no region "{value}". Expected the id of an ELY area, e.g. lappi or pohjois-savo.',
        "Alueiden tunnukset ovat tiedostossa regions/finland/areas.yml.",
        "The ids of the areas are in regions/finland/areas.yml.",
    ),
    "group-regions-number": Message(
        "Kehittämisryhmän alueiden määrä on ”{value}”. Odotettiin 2–4 aluetta, esim. regions: [lappi, kainuu].",
        'The development group has "{value}" regions. Expected 2–4 of them, e.g. regions: [lappi, kainuu].',
        "Lisää alueet tai vaihda ryhmän laji.",
        "Add the regions, or change the kind of the group.",
    ),
    "person-without-consent": Message(
        "Tässä on henkilön nimi ”{value}”, mutta ei hänen suostumustaan. Odotettiin roolia ilman nimeä.",
        "Here is a person's name \"{value}\" without the person's consent. Expected a role without a name.",
        "Poista nimi: rooli riittää. Jos hän on antanut luvan, kirjoita person: Etunimi Sukunimi ja "
        "consent: {{date: 2026-11-21, scope: nimi verkkosivulla}}.",
        "Remove the name: the role is enough. If the person has agreed, write person: Etunimi Sukunimi and "
        "consent: {{date: 2026-11-21, scope: nimi verkkosivulla}}.",
    ),
}

_IDENTIFIERS = {
    "id-reserved": Message(
        "Tunnus ”{value}” on varattu: portaalissa on jo sen niminen sivu. "
        "Odotettiin muuta tunnusta, esim. lapin-{value}.",
        'The id "{value}" is reserved: the portal has a page of that name. Expected another id, e.g. lapin-{value}.',
        "Lisää tunnukseen sana, esim. kunnan nimi.",
        "Add a word to the id, e.g. the municipality's name.",
    ),
    "id-like-date": Message(
        "Tunnus ”{value}” näyttää päivältä tai kuukaudelta. Odotettiin sanoja, esim. verkostopaiva-{value}.",
        'The id "{value}" looks like a day or a month. Expected words, e.g. verkostopaiva-{value}.',
        "Lisää tunnukseen sana, joka kertoo mistä on kyse.",
        "Add a word that tells what it is.",
    ),
    "former-id-own": Message(
        "Entinen tunnus ”{value}” on sama kuin nykyinen. Odotettiin tunnusta, jota ei enää käytetä.",
        'The former id "{value}" is the present one. Expected an id that is no longer used.',
        "Poista se kohdasta former_ids.",
        "Remove it from former_ids.",
    ),
    "former-id-living": Message(
        "Entinen tunnus ”{value}” on nyt käytössä: se on {other}. Odotettiin tunnusta, jota ei enää käytetä.",
        'The former id "{value}" is in use now: it is {other}. Expected an id that is no longer used.',
        "Poista se kohdasta former_ids, tai anna toiselle uusi tunnus.",
        "Remove it from former_ids, or give the other a new id.",
    ),
    "former-id-twice": Message(
        "Entinen tunnus ”{value}” on merkitty myös toiseen: {other}. "
        "Odotettiin, että vanha osoite johtaa yhteen paikkaan.",
        'The former id "{value}" is claimed by another too: {other}. Expected an old address to lead to one place.',
        "Poista se toisesta.",
        "Remove it from one of them.",
    ),
    "page-language-unknown": Message(
        "Sivuja ei voi tehdä kielellä ”{value}”. Odotettiin jotakin näistä: {expected}.",
        'Pages cannot be made in the language "{value}". Expected one of these: {expected}.',
        "Poista kieli. Palvelu voi silti olla tällä kielellä: merkitse se palvelun kohtaan languages.",
        "Remove it. A service may still be given in the language: write it in the service's languages.",
    ),
}

_TIME = {
    "verified-long-ago": warning(
        "Tiedot on tarkistettu viimeksi ”{value}”. Odotettiin tarkistusta ainakin {months} kuukauden välein.",
        'The facts were last checked "{value}". Expected a check at least every {months} months.',
        "Käy tiedot läpi ja kirjoita kohtaan verified tämä päivä, esim. 2026-11-21.",
        "Go through the facts and write today in verified, e.g. 2026-11-21.",
    ),
    "agreement-expiring": warning(
        "Sopimus päättyy ”{value}”, {days} päivän kuluttua, eikä jatkosta ole tietoa.",
        'The agreement ends "{value}", in {days} days, and nothing is known to follow it.',
        "Tee uusi sopimus. Merkitse sen kohtaan renews tämän sopimuksen tunnus.",
        "Make a new agreement and write this one's id in its renews.",
    ),
    "funding-ending": warning(
        "Palvelun rahoitus päättyy ”{value}”, eli alle vuoden kuluttua.",
        'The funding of the service ends "{value}", in less than a year.',
        "Sovi jatkosta. Jos palvelu loppuu, merkitse sen viimeinen päivä kohtaan valid_until.",
        "Agree on what follows. If the service ends, write its last day in valid_until.",
    ),
    "funding-ended": warning(
        "Palvelun rahoitus päättyi ”{value}”, mutta palvelu näkyy yhä.",
        'The funding of the service ended "{value}", but the service is still shown.',
        "Korjaa kohta funding. Jos palvelu on loppunut, kirjoita status: paattynyt.",
        "Mend funding. If the service has ended, write status: paattynyt.",
    ),
    "alert-over": warning(
        "Tiedotteen viimeinen päivä oli ”{value}”.",
        'The last day of the notice was "{value}".',
        "Poista tiedote (alert) tai muuta sen viimeistä päivää.",
        "Remove the notice (alert) or change its last day.",
    ),
    "event-outcome-missing": warning(
        "Tapahtuma ”{value}” oli {day}, mutta siitä ei ole kerrottu, mitä se sai aikaan.",
        'The event "{value}" was on {day}, but nothing is told of what came of it.',
        "Lisää kohta outcome: pari lausetta siitä, mitä sovittiin ja mitä seuraavaksi tehdään.",
        "Add the key outcome: a sentence or two on what was agreed and what comes next.",
    ),
    "event-clash": warning(
        "Tapahtuma ”{value}” on {day} samaan aikaan kuin ”{other}”. Molemmat ovat samoille ihmisille.",
        'The event "{value}" is on {day} at the same time as "{other}". Both are for the same people.',
        "Siirrä toista, jos samat ihmiset tulisivat molempiin. Muuten näin voi olla.",
        "Move one of them if the same people would come to both. Otherwise this may stay as it is.",
    ),
    "organisation-ended": warning(
        "Organisaatio ”{value}” lopetti {day}. Sen tehtävistä vastaa nyt {successor}.",
        'The organisation "{value}" ended on {day}. Its tasks are now carried by {successor}.',
        "Vaihda tilalle tunnus {successor_id}, jos tehtävä siirtyi.",
        "Put {successor_id} in its place, if the task moved there.",
    ),
    "organisation-ended-alone": warning(
        "Organisaatio ”{value}” lopetti {day}, mutta sillä on tässä yhä tehtävä.",
        'The organisation "{value}" ended on {day}, but still has a task here.',
        "Vaihda tilalle organisaatio, joka vastaa nyt. Kerro seuraaja myös kohdassa succeeded_by.",
        "Put the organisation that is responsible now in its place, and name the successor in succeeded_by.",
    ),
    "service-ended": warning(
        "Tässä ohjataan palveluun ”{value}”, joka on päättynyt.",
        'People are sent to the service "{value}", which has ended.',
        "Vaihda tilalle toinen palvelu tai poista viittaus.",
        "Put another service in its place or remove the reference.",
    ),
}

_WHOLE = {
    "duplicate-likely": warning(
        "”{value}” näyttää olevan kahdesti. Lähes samanlainen on {other}, jonka tunnus on {other_id}.",
        '"{value}" seems to be here twice. Nearly the same is {other}, whose id is {other_id}.',
        "Jos kyse on samasta, poista toinen. Muuten muuta nimiä niin, että ne erottaa.",
        "If they are the same, remove one. Otherwise change the names so that one can tell them apart.",
    ),
    "white-spot": warning(
        "Kunnassa ”{value}” ei ole palvelua näille ryhmille: {label}.",
        'In the municipality "{value}" there is no service for every key target group.',
        "Lisää palvelu, tai lisää sen kunnan palveluun puuttuvat ryhmät: target_groups: [{groups}].",
        "Add a service, or add the missing groups to one that serves the municipality: target_groups: [{groups}].",
    ),
    "translation-missing": warning(
        "Palvelulta ”{value}” puuttuu käännös: {label}.",
        'The service "{value}" is not translated into every language of the region\'s pages.',
        "Lisää samaan kansioon tiedosto {file}. Siihen riittävät name, summary ja teksti.",
        "Add the file {file} to the same folder. It needs name, summary and text only.",
    ),
    "summary-long": warning(
        "Tiivistelmässä on merkkejä ”{value}”. Odotettiin enintään {expected}.",
        'The summary has "{value}" characters. Expected at most {expected}.',
        "Kerro yhdellä lauseella, mitä apua saa. Muun voi kirjoittaa kuvaukseen.",
        "Say in one sentence what help one gets. The rest can go into the description.",
    ),
    "body-long": warning(
        "Kuvauksessa on merkkejä ”{value}”. Odotettiin enintään {expected}.",
        'The description has "{value}" characters. Expected at most {expected}.',
        "Jätä tärkein. Pitkän ohjeen voi tehdä omaksi sivukseen kansioon pages.",
        "Keep what matters most. A long guide can be a page of its own in the folder pages.",
    ),
    "elo-sector-missing": warning(
        "ELO-ryhmästä puuttuu: ”{value}”. Odotettiin ainakin yhtä jäsentä jokaiselta alalta.",
        'The ELO group lacks: "{value}". Expected at least one member of each sector.',
        "Pyydä jäsen mukaan ja lisää organisaatio kohtaan members.",
        "Invite a member and add the organisation to members.",
    ),
    "place-far": warning(
        "Koordinaatit ”{value}” ovat {km} kilometrin päässä kunnan keskustasta. Kunta on {municipality}.",
        'The coordinates "{value}" are {km} kilometres from the centre of the municipality. It is {municipality}.',
        "Tarkista koordinaatit ja kunta.",
        "Check the coordinates and the municipality.",
    ),
    "email-personal": warning(
        "Osoite ”{value}” näyttää yhden henkilön osoitteelta. Odotettiin roolin osoitetta, esim. ohjaamo@kunta.fi.",
        'The address "{value}" looks like one person\'s. Expected the address of a role, e.g. ohjaamo@kunta.fi.',
        "Käytä yhteistä osoitetta. Jos henkilö on antanut luvan, lisää yhteystietoon kohta consent.",
        "Use a shared address. If the person has agreed, add the key consent to the contact.",
    ),
    "email-personal-shared": warning(
        "Osoite ”{value}” näyttää yhden henkilön osoitteelta. Odotettiin yhteistä osoitetta, esim. ohjaamo@kunta.fi.",
        'The address "{value}" looks like one person\'s. Expected a shared address, e.g. ohjaamo@kunta.fi.',
        "Käytä yhteistä osoitetta. Henkilön osoitetta ei voi antaa tässä kohdassa.",
        "Use a shared address. A person's address cannot be given here.",
    ),
    "text-email-personal": warning(
        "Tekstissä on osoite ”{value}”, joka näyttää yhden henkilön osoitteelta. Odotettiin yhteistä osoitetta.",
        'In the text is the address "{value}", which looks like one person\'s. Expected a shared address.',
        "Kirjoita tilalle yhteinen osoite, esim. ohjaamo@kunta.fi. Henkilön tiedot kuuluvat vain yhteystietoihin, ja "
        "niihin tarvitaan lupa (consent).",
        "Write a shared address, e.g. ohjaamo@kunta.fi. A person's details belong to contacts only, with consent.",
    ),
    "text-person": warning(
        "Tekstissä näyttää olevan henkilön nimi ja yhteystieto: ”{value}”. Odotettiin roolia ja yhteistä numeroa.",
        'In the text seem to be a person\'s name and number: "{value}". Expected a role and a shared number.',
        "Kirjoita nimen tilalle rooli, esim. ohjaaja. Henkilön tiedot kuuluvat vain yhteystietoihin, ja niihin "
        "tarvitaan lupa (consent).",
        "Write a role in place of the name, e.g. ohjaaja. A person's details belong to contacts only, with consent.",
    ),
    "name-spaces": warning(
        "Nimessä ”{value}” on ylimääräisiä välilyöntejä.",
        'The name "{value}" has spaces too many.',
        "Jätä sanojen väliin yksi välilyönti. Nimen alussa ja lopussa ei ole yhtään.",
        "Leave one space between words and none at either end.",
    ),
}

_SITE: dict[str, Message] = {
    "publisher-blank": warning(
        "Julkaisijan tieto ”{value}” on täyttämättä. Odotettiin tietoa, esim. {example}",
        'The publisher\'s fact "{value}" has not been filled in. Expected e.g. {example}',
        "Täytä tieto tiedoston mkdocs.yml kohtaan extra.tno.publisher. Laki vaatii sen selosteeseen, ja siihen asti "
        "sivulla lukee, että tieto puuttuu.",
        "Fill it in under extra.tno.publisher of mkdocs.yml. The law wants it in the statement, and until then the "
        "page says that it is missing.",
    ),
}

MESSAGES: dict[str, Message] = {
    **_REFERENCES,
    **_QUESTIONS,
    **_AREAS,
    **_DATES,
    **_AGREEMENTS,
    **_ORGANISATIONS,
    **_IDENTIFIERS,
    **_TIME,
    **_WHOLE,
    **_SITE,
    "prose-link-dead": Message(
        "Tekstin linkki ”{value}” ei johda mihinkään. Odotettiin toisen tietueen tiedostoa tästä tiedostosta katsoen, "
        "esim. ../services/ohjaamo.md, tai verkko-osoitetta, joka alkaa https://.",
        'The link "{value}" in the text leads nowhere. Expected another record\'s file seen from this one, '
        "e.g. ../services/ohjaamo.md, or an address that begins with https://.",
        "Korjaa tiedoston nimi tai poista linkki.",
        "Mend the file's name or remove the link.",
    ),
    "address-vanished": Message(
        "Osoite ”{value}” on julkaistu, mutta sivua ei enää ole. Odotettiin sivua tai ohjausta uuteen osoitteeseen.",
        'The address "{value}" has been published, but there is no page any more. Expected a page or a redirect.',
        "Jos tietue sai uuden tunnuksen, kirjoita vanha tunnus kohtaan former_ids. Jos palvelu loppui, jätä tiedosto "
        "ja merkitse sen tilaksi paattynyt.",
        "If the record has a new id, write the old one in former_ids. If the service has ended, keep the file and set "
        "its status to paattynyt.",
    ),
    "prose-html": warning(
        "Tekstissä on HTML-merkintä ”{value}”, joka jää sivulta pois, ja joskus myös sen sisältö. "
        "Odotettiin tavallista tekstiä, esim. **lihavoitu** tai [linkin teksti](https://www.kunta.fi).",
        'The text has the HTML tag "{value}", which is left out of the page, sometimes with what is in it. '
        "Expected plain text, e.g. **bold** or [words of a link](https://www.kunta.fi).",
        "Poista merkinnät, jotka alkavat < ja päättyvät >. Jätä niiden välissä oleva teksti.",
        "Remove what begins with < and ends with >. Keep the text between.",
    ),
    "prose-second-record": Message(
        "Tekstin keskeltä alkaa toinen tietue: rivin --- jälkeen on ”{value}”. Odotettiin yhtä tietuetta tiedostossa.",
        'A second record begins in the text: after the line --- comes "{value}". Expected one record in a file.',
        "Siirrä rivistä --- alkava osa omaan tiedostoonsa samaan kansioon.",
        "Move the part that begins at the line --- to a file of its own in the same folder.",
    ),
    "prose-image": Message(
        "Tekstissä on kuva ”{value}”. Odotettiin pelkkää tekstiä ja linkkejä.",
        'The text has the image "{value}". Expected text and links only.',
        "Poista kuva. Kerro sanoin, mitä kuvasta pitäisi nähdä.",
        "Remove the image. Say in words what it should show.",
    ),
}
