"""Problem codes of what may be right, and a person should look at."""

from __future__ import annotations

from tno.messages.message import Message, warning

MESSAGES: dict[str, Message] = {
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
    "translation-text-unknown": warning(
        "Suomenkielisessä tiedostossa ei ole enää tekstiä ”{value}”, joten sen käännös ei näy.",
        'The Finnish file no longer has the text "{value}", so its translation is not shown.',
        "Kirjoita kohtaan fi teksti täsmälleen niin kuin se on tiedostossa {file}, ja tarkista käännös.",
        "Write fi exactly as it stands in the file {file}, and check the translation.",
    ),
    "translation-text-language": warning(
        "Tekstiltä ”{value}” puuttuu käännös. Odotettiin kohtaa {expected}.",
        'The text "{value}" has no translation. Expected the key {expected}.',
        "Kirjoita rinnakkain kohdat fi ja {expected}.",
        "Write fi and {expected} side by side.",
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
    "channels-alike": warning(
        "Palvelulla on monta kanavaa ”{value}”, eikä mikään kerro, kumpaan ottaa yhteyttä.",
        'The service has several channels "{value}", and nothing says which one to use.',
        "Anna kanaville nimet, esim. name: Lieksan työpari.",
        "Give the channels names, e.g. name: Lieksan työpari.",
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
