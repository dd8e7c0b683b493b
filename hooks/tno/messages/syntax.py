"""Problem codes of YAML and the facts at the head of a Markdown file, as they are written."""

from __future__ import annotations

from tno.messages.message import Message, warning

_YAML = {
    "yaml-tab": Message(
        "Rivillä on sarkain (tab) paikassa, jossa pitää olla välilyöntejä. Sisennä välilyönneillä, esim. kahdella.",
        "There is a tab where spaces should be. Indent with spaces, e.g. two.",
        "Korvaa sarkaimet välilyönneillä koko tiedostossa.",
        "Replace tabs with spaces in the whole file.",
    ),
    "yaml-indent": Message(
        "Rivin ”{value}” sisennys ei sovi sitä edeltäviin riveihin. "
        "Odotettiin, että saman tason avaimet alkavat samasta kohdasta.",
        'The indentation of "{value}" does not fit the lines before it. '
        "Expected keys of one level to start at the same column.",
        "Siirrä rivi alkamaan samasta kohdasta kuin muut saman tason rivit. Jos tästä alkaa luettelon uusi kohta, "
        "kirjoita rivin eteen viiva ja väli.",
        "Move the line to start where the other lines of its level start. If a new item of a list begins here, put a "
        "dash and a space before the line.",
    ),
    "yaml-list-indent": Message(
        "Luettelon rivi ”{value}” ei sovi tähän kohtaan. "
        "Odotettiin, että luettelon viivat ovat allekkain avaimen alla, esim. rivin topics: alla rivi - tyo.",
        'The list line "{value}" does not fit here. '
        "Expected dashes under each other below their key, e.g. the line - tyo below the line topics:.",
        "Tarkista, että avaimen rivi päättyy kaksoispisteeseen ja viivat alkavat samasta kohdasta.",
        "Check that the key's line ends in a colon and the dashes start at the same column.",
    ),
    "yaml-dash-inline": Message(
        "Luettelo ”{value}” alkaa avaimen kanssa samalla rivillä. Odotettiin, että se alkaa seuraavalta riviltä.",
        'The list "{value}" starts on the line of its key. Expected it to start on the next line.',
        "Siirrä viiva uudelle riville, tai kirjoita luettelo hakasulkeisiin, esim. [nuoret, aikuiset]. "
        "Jos arvo alkaa viivalla, pane se lainausmerkkeihin: {fixed}.",
        "Move the dash to a new line, or write the list in brackets, e.g. [nuoret, aikuiset]. "
        "If the value begins with a dash, put it in quotation marks: {fixed}.",
    ),
    "yaml-dash-alone": Message(
        "Arvona on pelkkä viiva: ”{value}”. Odotettiin arvoa tai luetteloa, esim. [nuoret, aikuiset].",
        'The value is a mere dash: "{value}". Expected a value or a list, e.g. [nuoret, aikuiset].',
        "Jos tietoa ei ole, poista rivi.",
        "If there is nothing to tell, remove the line.",
    ),
    "yaml-fence": Message(
        "Rivi ”{value}” on kopioitu mallin mukana. Odotettiin vain mallin sisältöä, esim. name: Ohjaamo.",
        'The line "{value}" was copied along with an example. Expected only what is in it, e.g. name: Ohjaamo.',
        "Poista rivit, jotka alkavat merkeillä ```. Sellainen on usein myös lopussa.",
        "Remove the lines that begin with ```. There is often one at the end, too.",
    ),
    "yaml-dash-long": Message(
        "Rivi alkaa merkillä {character}, joka näyttää luettelon viivalta mutta on eri merkki: ”{value}”. "
        "Odotettiin tavallista yhdysviivaa ja väliä, esim. - nuoret.",
        'The line begins with {character}, which looks like the dash of a list but is another character: "{value}". '
        "Expected an ordinary hyphen and a space, e.g. - nuoret.",
        "Poista merkki ja kirjoita tilalle näppäimistön yhdysviiva -. Tee sama muille samanlaisille riveille.",
        "Remove the character and type the hyphen - of the keyboard. Do the same on other such lines.",
    ),
    "yaml-dash-space": Message(
        "Viivan jäljestä puuttuu välilyönti: ”{value}”. Odotettiin esim. - nuoret.",
        'A space is missing after the dash: "{value}". Expected e.g. - nuoret.',
        "Lisää välilyönti viivan jälkeen.",
        "Add a space after the dash.",
    ),
    "yaml-colon-space": Message(
        "Kaksoispisteen jäljestä puuttuu välilyönti: ”{value}”. Odotettiin esim. name: Ohjaamo.",
        'A space is missing after the colon: "{value}". Expected e.g. name: Ohjaamo.',
        "Lisää välilyönti kaksoispisteen jälkeen.",
        "Add a space after the colon.",
    ),
    "yaml-hard-space": Message(
        "Kohdassa ”{value}” on sitova välilyönti, joka näyttää välilyönniltä mutta on eri merkki.",
        'In "{value}" there is a no-break space, which looks like a space but is another character.',
        "Poista se ja kirjoita tavallinen välilyönti.",
        "Remove it and type an ordinary space.",
    ),
    "yaml-colon-missing": Message(
        "Rivillä ”{value}” ei ole kaksoispistettä. Odotettiin avainta ja arvoa, esim. name: Ohjaamo.",
        'The line "{value}" has no colon. Expected a key and a value, e.g. name: Ohjaamo.',
        "Lisää avain ja kaksoispiste. Jos rivi jatkaa edellistä tekstiä, sisennä se kahdella välilyönnillä. Jos se on "
        "luettelon kohta, lisää sen eteen viiva ja väli.",
        "Add a key and a colon. If the line goes on with the text before it, indent it by two spaces. If it is an item "
        "of a list, put a dash and a space before it.",
    ),
    "yaml-colon-in-text": Message(
        "Arvossa ”{value}” on kaksoispiste ja väli, joten se näyttää uudelta avaimelta. Odotettiin yhtä arvoa.",
        'The value "{value}" has a colon and a space, so it looks like a new key. Expected one value.',
        "Pane koko arvo suoriin lainausmerkkeihin, esim. {fixed}.",
        "Put the whole value in straight quotation marks, e.g. {fixed}.",
    ),
    "yaml-text-cut": warning(
        "Rivin loppu merkistä # eteenpäin jää pois: ”{value}”.",
        'The line is cut off at the mark #: "{value}" is left out.',
        'Jos se kuuluu tekstiin, pane koko teksti lainausmerkkeihin "…". Jos se on muistiinpano, siirrä se omalle '
        "rivilleen.",
        'If it belongs to the text, put the whole text in quotation marks "…". If it is a note, move it to a line of '
        "its own.",
    ),
    "yaml-first-mark": Message(
        "Arvo ”{value}” alkaa merkillä {character}, jolla on tässä erityinen merkitys. Odotettiin tekstiä.",
        'The value "{value}" begins with {character}, which has a special meaning here. Expected text.',
        "Pane koko arvo suoriin lainausmerkkeihin, esim. {fixed}.",
        "Put the whole value in straight quotation marks, e.g. {fixed}.",
    ),
    "yaml-quote-open": Message(
        "Lainausmerkki {character} alkaa tästä, mutta sen pari puuttuu: ”{value}”.",
        'The quotation mark {character} starts here, but its pair is missing: "{value}".',
        "Lisää arvon loppuun sama merkki {character}. Jos lainausmerkkejä ei tarvita, poista tämä.",
        "Add the same mark {character} at the end of the value. If no quotation marks are needed, remove this one.",
    ),
    "yaml-quote-rest": Message(
        "Lainausmerkin jälkeen on vielä tekstiä: ”{value}”. Odotettiin, että arvo loppuu lainausmerkkiin.",
        'There is text after the closing quotation mark: "{value}". Expected the value to end at the mark.',
        "Jos lainausmerkit kuuluvat tekstiin, kirjoita koko arvo näin: {fixed}.",
        "If the quotation marks belong to the text, write the whole value like this: {fixed}.",
    ),
    "yaml-escape": Message(
        'Merkkejä ”{value}” ei voi käyttää lainausmerkkien " sisällä, koska \\ aloittaa siellä erikoismerkin.',
        'The characters "{value}" cannot be used inside the quotation marks ", because \\ starts a special character.',
        "Vaihda lainausmerkkien tilalle heittomerkit ', tai kirjoita kenoviiva kahdesti: \\\\.",
        "Use single quotation marks ' instead, or write the backslash twice: \\\\.",
    ),
    "yaml-bracket-open": Message(
        "Sulku {character} alkaa tästä, mutta sen pari {closing} puuttuu: ”{value}”.",
        'The bracket {character} starts here, but its pair {closing} is missing: "{value}".',
        "Lisää loppuun {closing}. Jos sulku kuuluu tekstiin, pane koko arvo lainausmerkkeihin.",
        "Add {closing} at the end. If the bracket belongs to the text, put the whole value in quotation marks.",
    ),
    "yaml-bracket-rest": Message(
        "Sulun jälkeen on vielä tekstiä: ”{value}”. Odotettiin, että arvo loppuu sulkuun.",
        'There is text after the closing bracket: "{value}". Expected the value to end at the bracket.',
        "Poista ylimääräinen teksti. Jos sulut kuuluvat tekstiin, pane koko arvo lainausmerkkeihin.",
        "Remove the extra text. If the brackets belong to the text, put the whole value in quotation marks.",
    ),
    "yaml-comma": Message(
        "Suluissa olevan luettelon osat eivät erotu toisistaan kohdassa ”{value}”. "
        "Odotettiin yhtä pilkkua osien välissä, esim. [nuoret, aikuiset].",
        'The parts of the list in brackets are not separate at "{value}". '
        "Expected one comma between them, e.g. [nuoret, aikuiset].",
        "Lisää puuttuva pilkku tai poista ylimääräinen. Jos osassa on kaksoispiste, pane osa lainausmerkkeihin.",
        "Add the missing comma or remove the extra one. If a part has a colon, put the part in quotation marks.",
    ),
    "yaml-syntax": Message(
        "Kohtaa ”{value}” ei voi lukea. Odotettiin avainta ja arvoa, esim. name: Ohjaamo.",
        'The passage "{value}" cannot be read. Expected a key and a value, e.g. name: Ohjaamo.',
        "Vertaa riviä ja sitä edeltävää riviä toiseen tiedostoon, joka toimii.",
        "Compare the line and the one before it with another file that works.",
    ),
    "yaml-nesting": Message(
        "Tieto on yli {limit} tasoa syvällä. Näin syvää rakennetta ei tarvita missään.",
        "The value is more than {limit} levels deep. No content needs that.",
        "Tarkista rivien sisennys ja sulkujen parit.",
        "Check the indentation and the pairs of brackets.",
    ),
    "yaml-anchor": Message(
        "Arvo ”{value}” alkaa merkillä &, joka antaa kohdalle nimen. Nimettyjä kohtia ei käytetä täällä.",
        'The value "{value}" begins with &, which names the place. Named places are not used here.',
        "Jos merkki kuuluu tekstiin, pane koko arvo lainausmerkkeihin: {fixed}. Muuten poista merkki ja nimi.",
        "If the mark belongs to the text, put the value in quotation marks: {fixed}. Else remove mark and name.",
    ),
    "yaml-alias": Message(
        "Arvo ”{value}” alkaa merkillä *, joka viittaa toiseen kohtaan. Viittauksia ei käytetä täällä.",
        'The value "{value}" begins with *, which refers to another place. Such references are not used here.',
        "Jos merkki kuuluu tekstiin, pane koko arvo lainausmerkkeihin: {fixed}. Muuten kirjoita arvo tähän uudelleen.",
        "If the mark belongs to the text, put the value in quotation marks: {fixed}. Else write the value here again.",
    ),
    "yaml-merge": Message(
        "Avainta ”{value}” ei käytetä täällä: tietoja ei voi yhdistää toisesta kohdasta.",
        'The key "{value}" is not used here: values cannot be merged from another place.',
        "Kirjoita tiedot tähän kohtaan kokonaan.",
        "Write the values here in full.",
    ),
    "yaml-tag": Message(
        "Arvo ”{value}” alkaa merkillä !, joka kertoo tyypin. Tyyppejä ei merkitä täällä.",
        'The value "{value}" begins with !, which marks a type. Types are not marked here.',
        "Jos merkki kuuluu tekstiin, pane koko arvo lainausmerkkeihin: {fixed}. Muuten poista merkintä.",
        "If the mark belongs to the text, put the value in quotation marks: {fixed}. Else remove the marking.",
    ),
    "yaml-documents": Message(
        "Rivi ”{value}” aloittaa tiedostossa toisen osan. Odotettiin yhtä osaa tiedostoa kohti.",
        'The line "{value}" starts a second part in the file. Expected one part a file.',
        "Poista rivi, tai tee loppuosasta oma tiedosto.",
        "Remove the line, or make the rest a file of its own.",
    ),
    "yaml-duplicate-key": Message(
        "Avain ”{value}” on tässä toisen kerran. Se on jo rivillä {line}.",
        'The key "{value}" is here a second time. It is already on line {line}.',
        "Poista toinen riveistä tai yhdistä niiden tiedot. Jos tästä alkaa luettelon uusi kohta, kirjoita rivin eteen "
        "viiva ja väli.",
        "Remove one of the lines or join what they say. If a new item of a list begins here, put a dash and a space "
        "before the line.",
    ),
    "yaml-key-not-text": Message(
        "Avaimen paikalla on ”{value}”. Odotettiin avaimeksi sanaa, esim. name.",
        'In the place of a key there is "{value}". Expected a word as the key, e.g. name.',
        "Kirjoita avaimeksi yksi sana ja luettelo sen arvoksi, esim. topics: [tyo].",
        "Write one word as the key and the list as its value, e.g. topics: [tyo].",
    ),
    "yaml-key-empty": Message(
        "Kaksoispisteen edestä puuttuu avain. Odotettiin esim. name: Ohjaamo.",
        "The key before the colon is missing. Expected e.g. name: Ohjaamo.",
        "Kirjoita avain kaksoispisteen eteen tai poista rivi.",
        "Write the key before the colon or remove the line.",
    ),
}

_FRONT_MATTER = {
    "front-matter-missing": Message(
        "Tiedoston ensimmäinen rivi on ”{value}”. Odotettiin riviä --- ja sen jälkeen tietoja, esim. name: Ohjaamo.",
        'The first line of the file is "{value}". Expected the line --- and then the facts, e.g. name: Ohjaamo.',
        "Lisää tiedoston alkuun rivi ---, sen alle tiedot ja niiden alle toinen rivi ---.",
        "Add the line --- at the top of the file, the facts below it, and another line --- below them.",
    ),
    "front-matter-mark": Message(
        "Tiedoston ensimmäinen rivi on ”{value}”. Odotettiin kolmea tavallista yhdysviivaa: ---.",
        'The first line of the file is "{value}". Expected three ordinary hyphens: ---.',
        "Kirjoita rivi uudelleen näppäimistön yhdysviivalla. Tarkista myös rivi, johon tiedot loppuvat.",
        "Type the line anew with the hyphen of the keyboard. Check the line at the end of the facts, too.",
    ),
    "front-matter-late": Message(
        "Ennen riviä --- on tyhjää. Odotettiin, että tiedoston ensimmäinen rivi on ---.",
        "There is blank space before the line ---. Expected the first line of the file to be ---.",
        "Poista tyhjät rivit ja välilyönnit tiedoston alusta.",
        "Remove blank lines and spaces from the top of the file.",
    ),
    "front-matter-open": Message(
        "Tietojen jäljestä puuttuu rivi ---. Odotettiin sitä ennen varsinaista tekstiä.",
        "The line --- after the facts is missing. Expected it before the text itself.",
        "Lisää tietojen jälkeen rivi, jolla on vain kolme viivaa alusta alkaen: ---.",
        "After the facts, add a line that has just three hyphens from its very start: ---.",
    ),
}

MESSAGES: dict[str, Message] = {**_YAML, **_FRONT_MATTER}
