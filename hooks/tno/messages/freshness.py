"""Problem codes of facts that were right and have grown old."""

from __future__ import annotations

from tno.messages.message import Message, warning

MESSAGES: dict[str, Message] = {
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
