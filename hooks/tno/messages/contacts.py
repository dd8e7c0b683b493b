"""Problem codes of how people reach somebody: numbers, addresses, channels."""

from __future__ import annotations

from tno.messages.message import Message

MESSAGES: dict[str, Message] = {
    "phone-invalid": Message(
        "”{value}” ei ole puhelinnumero. Odotettiin esim. {example}.",
        '"{value}" is not a telephone number. Expected e.g. {example}.',
        "Kirjoita kohtaan yksi numero ilman sanoja. Sähköpostille on oma kohta email. Jos numeroa ei ole, poista rivi.",
        "Write one number without words. E-mail has its own key, email. If there is no number, remove the line.",
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
        "Tarkista, että osoitteessa on yksi @-merkki eikä yhtään välilyöntiä. Kirjoita vain yksi osoite. "
        "Puhelinnumerolle on oma kohta phone.",
        "Check that there is one @ and no space. Write one address only. A telephone number has its own key, phone.",
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
        "Kopioi osoite selaimen osoiteriviltä. Siinä ei saa olla välilyöntejä. Sähköpostille on oma kohta email. Jos "
        "osoitetta ei ole, poista rivi.",
        "Copy the address from the browser. It may not have spaces. E-mail has its own key, email. If there is no "
        "address, remove the line.",
    ),
    "channel-incomplete": Message(
        "Kanavasta ”{value}” puuttuu tieto, jolla sitä voi käyttää. Odotettiin kohtaa {expected}.",
        'The channel "{value}" lacks what one needs to use it. Expected the key {expected}.',
        "Lisää kohta kanavan alle. Jos kanavaa ei ole käytössä, poista se.",
        "Add the key under the channel. If the channel is not in use, remove it.",
    ),
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
}
