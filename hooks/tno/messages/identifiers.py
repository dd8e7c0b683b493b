"""Problem codes of what a record is called, and who calls it so."""

from __future__ import annotations

from tno.messages.message import Message

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
}

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

MESSAGES: dict[str, Message] = {**_IDS, **_REFERENCES}
