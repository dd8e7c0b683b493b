"""Problem codes of a file or a folder that is in a wrong place, or called wrongly."""

from __future__ import annotations

from tno.messages.message import Message

MESSAGES: dict[str, Message] = {
    "file-unexpected": Message(
        "Tiedosto tai kansio ”{value}” on paikassa, josta sitä ei lueta. "
        "Odotettiin kansioita, esim. services, organisations tai events.",
        'The file or folder "{value}" is where nobody reads it. '
        "Expected folders such as services, organisations or events.",
        "Siirrä se oikeaan kansioon tai poista se. Esim. Lapin palvelut ovat kansiossa regions/lappi/services.",
        "Move it to the right folder or remove it. E.g. the services of Lapland are in regions/lappi/services.",
    ),
    "file-leftover": Message(
        "Tiedoston ”{value}” on jokin ohjelma tehnyt itselleen. Se ei kuulu sisältöön.",
        'A program has made the file "{value}" for itself. It is no content.',
        "Poista tiedosto. Jos se on vanha kopio, jota vielä tarvitset, siirrä se omalle koneellesi.",
        "Remove the file. If it is an old copy that you still need, move it to your own machine.",
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
