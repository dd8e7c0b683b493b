"""Problem codes of a file that cannot be read as it is."""

from __future__ import annotations

from tno.messages.message import Message, warning

_FILES = {
    "file-missing": Message(
        "Tiedostoa ”{value}” ei löydy.",
        'The file "{value}" is not there.',
        "Tarkista tiedoston nimi ja kansio.",
        "Check the file's name and folder.",
    ),
    "file-is-folder": Message(
        "Tiedoston ”{value}” paikalla on kansio. Odotettiin tekstitiedostoa, esim. ohjaamo.md.",
        'There is a folder where the file "{value}" should be. Expected a text file, e.g. ohjaamo.md.',
        "Anna kansiolle toinen nimi tai siirrä se muualle.",
        "Rename the folder or move it elsewhere.",
    ),
    "file-link-broken": Message(
        "Linkki ”{value}” ei johda mihinkään tiedostoon.",
        'The link "{value}" does not lead to any file.',
        "Poista linkki ja pane tiedosto itse sen paikalle.",
        "Remove the link and put the file itself in its place.",
    ),
    "file-outside": Message(
        "Tiedosto ”{value}” on kansion ”{folder}” ulkopuolella. Sisältö luetaan vain tästä kansiosta.",
        'The file "{value}" is outside the folder "{folder}". Content is read from that folder only.',
        "Jos paikalla on linkki, poista se ja kopioi tiedosto kansioon.",
        "If there is a link, remove it and copy the file into the folder.",
    ),
    "file-special": Message(
        "”{value}” ei ole tavallinen tiedosto. Odotettiin tekstitiedostoa, esim. ohjaamo.md.",
        '"{value}" is not an ordinary file. Expected a text file, e.g. ohjaamo.md.',
        "Poista se ja pane tekstitiedosto sen paikalle.",
        "Remove it and put a text file in its place.",
    ),
    "file-no-permission": Message(
        "Tiedostoa ”{value}” ei saa lukea: lukuoikeus puuttuu.",
        'The file "{value}" may not be read: there is no permission.',
        "Anna tiedostolle ja sen kansiolle lukuoikeus.",
        "Give permission to read the file and its folder.",
    ),
    "file-unreadable": Message(
        "Tiedostoa ”{value}” ei voi lukea. Tietokone antoi virheen {reason}.",
        'The file "{value}" cannot be read. The computer gave the error {reason}.',
        "Tallenna tiedosto uudelleen ja yritä sitten uudestaan.",
        "Save the file again, then try once more.",
    ),
    "file-too-large": Message(
        "Tiedoston koko on {size} kt. Suurin sallittu koko on {limit} kt.",
        "The file takes {size} kB. The largest allowed size is {limit} kB.",
        "Jaa sisältö useaan tiedostoon. Tallenna kuvat ja liitteet omina tiedostoinaan.",
        "Divide the content into several files. Save pictures and annexes as files of their own.",
    ),
    "file-empty": Message(
        "Tiedosto on tyhjä.",
        "The file is empty.",
        "Kirjoita tiedostoon sisältö tai poista tiedosto.",
        "Write the content into the file or remove the file.",
    ),
    "file-not-text": Message(
        "Tiedosto ei ole tekstiä. Odotettiin tekstitiedostoa, jonka merkistö on UTF-8.",
        "The file is not text. Expected a text file encoded in UTF-8.",
        "Siirrä kuvat ja liitteet muualle. Tallenna teksti editorissa, esim. merkistöllä UTF-8.",
        "Move pictures and annexes elsewhere. Save text in an editor with the encoding UTF-8.",
    ),
}

_CHARACTERS = {
    "text-utf16": Message(
        "Tiedoston merkistö on UTF-16. Odotettiin merkistöä UTF-8.",
        "The file is encoded in UTF-16. Expected UTF-8.",
        "Avaa tiedosto tekstieditorissa ja tallenna se uudelleen: valitse merkistöksi UTF-8.",
        "Open the file in a text editor and save it again: choose the encoding UTF-8.",
    ),
    "text-not-utf8": Message(
        "Tässä on luultavasti ”{value}”, mutta sen merkistö on {encoding}. Odotettiin merkistöä UTF-8.",
        'Here is probably "{value}", but its encoding is {encoding}. Expected UTF-8.',
        "Tallenna tiedosto uudelleen merkistöllä UTF-8. Tällaisia merkkejä tiedostossa: {count}.",
        "Save the file again with the encoding UTF-8. Such characters in the file: {count}.",
    ),
    "text-line-ends": Message(
        "Tiedoston rivit päättyvät vanhaan rivinvaihtoon CR. Odotettiin rivinvaihtoa LF tai CRLF.",
        "The file's lines end with the old line break CR. Expected LF or CRLF.",
        "Tallenna tiedosto editorissa uudelleen: valitse rivinvaihdoksi LF.",
        "Save the file again in an editor: choose LF as the line break.",
    ),
    "text-control": Message(
        "Tekstissä on ohjausmerkki {character}, joka ei näy näytöllä.",
        "The text has a control character {character}, which does not show on the screen.",
        "Poista merkki: kirjoita kohta uudelleen käsin. Näitä merkkejä tiedostossa: {count}.",
        "Remove the character: type the passage again by hand. Such characters in the file: {count}.",
    ),
    "text-line-separator": Message(
        "Tekstissä on erikoinen rivinvaihto {character}. Odotettiin tavallista rivinvaihtoa tai välilyöntiä.",
        "The text has an unusual line break {character}. Expected an ordinary line break or a space.",
        "Poista merkki: kirjoita kohta uudelleen käsin. Näitä merkkejä tiedostossa: {count}.",
        "Remove the character: type the passage again by hand. Such characters in the file: {count}.",
    ),
    "text-hidden": Message(
        "Tekstissä on näkymätön merkki {character}, joka voi muuttaa sen, miten teksti näkyy.",
        "The text has an invisible character {character}, which can change how the text shows.",
        "Poista merkki: kirjoita kohta uudelleen käsin. Näitä merkkejä tiedostossa: {count}.",
        "Remove the character: type the passage again by hand. Such characters in the file: {count}.",
    ),
    "text-own-font": Message(
        "Tekstissä on merkki {character}, joka kuuluu vain yhteen fonttiin eikä näy oikein muilla.",
        "The text has a character {character}, which belongs to one font only and does not show for others.",
        "Korvaa se tavallisella merkillä, esim. luettelon viivalla -. Näitä merkkejä tiedostossa: {count}.",
        "Replace it with an ordinary character, e.g. the hyphen of a list. Such characters in the file: {count}.",
    ),
    "text-conflict": Message(
        "Tiedostossa on kaksi versiota samasta kohdasta. Rivi ”{value}” on niiden rajalla.",
        'The file has two versions of the same passage. The line "{value}" is at their border.',
        "Valitse toinen versio ja poista merkkirivit, eli rivit, jotka alkavat <<<<<<<, ======= ja >>>>>>>.",
        "Choose one version and remove the marking lines: those that begin with <<<<<<<, ======= and >>>>>>>.",
    ),
    "text-broken": warning(
        "Tekstissä on rikkoutunut merkki: ”{value}”.",
        'The text has a broken letter: "{value}".',
        "Kirjoita sana uudelleen. Tällaisia merkkejä tiedostossa: {count}.",
        "Type the word again. Such characters in the file: {count}.",
    ),
    "yaml-curly-quotes": warning(
        "Arvon ”{value}” lainausmerkit ovat kaarevat, joten ne jäävät mukaan tekstiin.",
        'The quotation marks of the value "{value}" are curly, so they stay in the text.',
        'Käytä suoria lainausmerkkejä, esim. "{fixed}", tai poista ne.',
        'Use straight quotation marks, e.g. "{fixed}", or remove them.',
    ),
    "text-garbled": warning(
        "Merkit ”{value}” näyttävät rikkoutuneelta kirjaimelta.",
        'The characters "{value}" look like a broken letter.',
        "Korjaa kirjain, tai kopioi teksti uudelleen alkuperäisestä. Tällaisia kohtia tiedostossa: {count}.",
        "Mend the letter, or copy the text again from the original. Such places in the file: {count}.",
    ),
}

MESSAGES: dict[str, Message] = {**_FILES, **_CHARACTERS}
