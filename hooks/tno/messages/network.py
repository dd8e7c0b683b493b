"""Problem codes of records that do not fit together, or not the country."""

from __future__ import annotations

from tno.messages.message import Message

_AREAS = {
    "municipality-unknown": Message(
        'Kuntaa ”{value}” ei ole Suomen kunnissa. Odotettiin kunnan nimeä tai kuntakoodia, esim. Oulu tai "564".',
        'Municipality "{value}" is not among Finland\'s municipalities. '
        'Expected a municipality name or code, e.g. Oulu or "564".',
        "Kirjoita tähän yksi kunta perusmuodossa. Kunnat luetellaan tiedostossa regions/finland/municipalities.csv.",
        "Write one municipality here, by its plain name. They are listed in regions/finland/municipalities.csv.",
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

MESSAGES: dict[str, Message] = {**_AREAS, **_DATES, **_AGREEMENTS, **_ORGANISATIONS}
