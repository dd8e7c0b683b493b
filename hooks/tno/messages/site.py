"""Problem codes of what is seen when pages and the search are made."""

from __future__ import annotations

from tno.messages.message import Message, warning

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

_PROSE = {
    "prose-link-dead": Message(
        "Tekstin linkki ”{value}” ei johda mihinkään. Odotettiin toisen tietueen tiedostoa tästä tiedostosta katsoen, "
        "esim. ../services/ohjaamo.md, tai verkko-osoitetta, joka alkaa https://.",
        'The link "{value}" in the text leads nowhere. Expected another record\'s file seen from this one, '
        "e.g. ../services/ohjaamo.md, or an address that begins with https://.",
        "Korjaa tiedoston nimi tai poista linkki.",
        "Mend the file's name or remove the link.",
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

_PAGES = {
    "address-vanished": Message(
        "Osoite ”{value}” on julkaistu, mutta sivua ei enää ole. Odotettiin sivua tai ohjausta uuteen osoitteeseen.",
        'The address "{value}" has been published, but there is no page any more. Expected a page or a redirect.',
        "Jos tietue sai uuden tunnuksen, kirjoita vanha tunnus kohtaan former_ids. Jos palvelu loppui, jätä tiedosto "
        "ja merkitse sen tilaksi paattynyt.",
        "If the record has a new id, write the old one in former_ids. If the service has ended, keep the file and set "
        "its status to paattynyt.",
    ),
    "page-language-unknown": Message(
        "Sivuja ei voi tehdä kielellä ”{value}”. Odotettiin jotakin näistä: {expected}.",
        'Pages cannot be made in the language "{value}". Expected one of these: {expected}.',
        "Poista kieli. Palvelu voi silti olla tällä kielellä: merkitse se palvelun kohtaan languages.",
        "Remove it. A service may still be given in the language: write it in the service's languages.",
    ),
    "publisher-blank": warning(
        "Julkaisijan tieto ”{value}” on täyttämättä. Odotettiin tietoa, esim. {example}",
        'The publisher\'s fact "{value}" has not been filled in. Expected e.g. {example}',
        "Täytä tieto tiedoston mkdocs.yml kohtaan extra.tno.publisher. Laki vaatii sen selosteeseen, ja siihen asti "
        "sivulla lukee, että tieto puuttuu.",
        "Fill it in under extra.tno.publisher of mkdocs.yml. The law wants it in the statement, and until then the "
        "page says that it is missing.",
    ),
}

MESSAGES: dict[str, Message] = {**_QUESTIONS, **_PROSE, **_PAGES}
