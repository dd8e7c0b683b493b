"""Problem codes of which keys a record has, and what shape stands after them."""

from __future__ import annotations

from tno.messages.message import Message

MESSAGES: dict[str, Message] = {
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
        "Käännöksessä ei voi olla kohtaa ”{value}”. Odotettiin vain kohtia name, summary, texts ja translation.",
        'A translation cannot have the key "{value}". Expected name, summary, texts and translation only.',
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
