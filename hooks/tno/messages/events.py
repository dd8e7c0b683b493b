"""Problem codes of an event: when and where it is, how it repeats."""

from __future__ import annotations

from tno.messages.message import Message

_TIMES = {
    "moment-invalid": Message(
        "”{value}” ei ole päivä eikä päivä ja kellonaika. Odotettiin esim. 2026-12-24 17:00 tai 24.12.2026 klo 17.",
        '"{value}" is neither a day nor a day and a time. Expected e.g. 2026-12-24 17:00 or 24.12.2026 klo 17.',
        "Kirjoita myös vuosi. Jätä viikonpäivä ja aikavyöhyke pois. Päättymisaika kuuluu kohtaan end ja muun maan aika "
        "kohtaan zone.",
        "Write the year too. Leave out the weekday and the time zone. When it ends belongs to end, the time of another "
        "country to zone.",
    ),
    "event-time-missing": Message(
        "Kellonaikaa ”{value}” ei ole: kello siirtyy silloin kesäaikaan ajasta {from} aikaan {to} ({zone}).",
        'The time "{value}" does not exist: the clock goes to summer time then, from {from} to {to} ({zone}).',
        "Valitse aika, jonka kello näyttää.",
        "Choose a time that the clock shows.",
    ),
    "zone-unknown": Message(
        "Aikavyöhykettä ”{value}” ei tunneta. Odotettiin esim. Europe/Helsinki tai Europe/Stockholm.",
        'The time zone "{value}" is not known. Expected e.g. Europe/Helsinki or Europe/Stockholm.',
        "Jos tapahtuma on Suomen ajassa, poista rivi.",
        "If the event is in Finnish time, remove the line.",
    ),
    "event-end-before-start": Message(
        "Loppu ”{value}” ei ole alun {other} jälkeen. Odotettiin myöhempää aikaa, esim. alku 17:00 ja loppu 19:00.",
        'The end "{value}" is not after the start {other}. Expected a later time, e.g. from 17:00 to 19:00.',
        "Tarkista päivä, vuosi ja kellonaika. Jos tapahtuma päättyy toisena päivänä, kirjoita loppuun myös päivä.",
        "Check the day, the year and the time. If the event ends on another day, write the day in the end too.",
    ),
    "event-end-needs-clock": Message(
        "Alussa {other} on kellonaika, mutta lopussa ”{value}” ei ole. Odotettiin esim. 19:00 tai 2026-12-24 19:00.",
        'The start {other} has a time of day but the end "{value}" has not. Expected e.g. 19:00 or 2026-12-24 19:00.',
        "Lisää kellonaika loppuun. Jos tapahtuma kestää koko päivän, poista kellonaika alusta.",
        "Add a time to the end. If whole days are meant, remove the time from the start.",
    ),
    "event-end-needs-day": Message(
        "Alku {other} on koko päivä, mutta lopussa ”{value}” on kellonaika. Odotettiin päivää, esim. 2026-12-26.",
        'The start {other} is a whole day but the end "{value}" has a time. Expected a day, e.g. 2026-12-26.',
        "Lisää kellonaika alkuun tai poista se lopusta. Viimeinen päivä on mukana.",
        "Add a time to the start or remove it from the end. The last day is included.",
    ),
    "event-end-twice": Message(
        "Tapahtumalla on kesto ”{value}” ja loppu {other}. Odotettiin vain toista.",
        'The event has both the duration "{value}" and the end {other}. Expected only one of the two.',
        "Poista end tai duration.",
        "Remove end or duration.",
    ),
    "event-duration-invalid": Message(
        "”{value}” ei ole kesto. Odotettiin esim. 2 h, 90 min, 1 h 30 min tai 3 päivää.",
        '"{value}" is not a duration. Expected e.g. 2 h, 90 min, 1 h 30 min or 3 päivää (days).',
        "Kirjoita luku ja sen perään yksikkö.",
        "Write a number and then its unit.",
    ),
    "event-duration-days": Message(
        "Koko päivän tapahtuman kesto on ”{value}”. Odotettiin kokonaisia päiviä, esim. 2 päivää.",
        'The all-day event lasts "{value}". Expected whole days, e.g. 2 päivää.',
        "Lisää alkuun kellonaika, jos tapahtuma ei kestä koko päivää.",
        "Add a time to the start if the event does not last the whole day.",
    ),
    "event-clock-on-all-day": Message(
        "Kohdassa on kellonaika ”{value}”, mutta tapahtuma kestää koko päivän. Odotettiin päivää, esim. 2026-12-24.",
        'There is a time, "{value}", but the event lasts the whole day. Expected a day, e.g. 2026-12-24.',
        "Lisää kellonaika tapahtuman alkuun tai poista se tästä.",
        "Add a time to the start of the event or remove it here.",
    ),
}

_REPEAT = {
    "repeat-every-unknown": Message(
        "”{value}” ei kerro, miten usein tapahtuma on. Odotettiin päivä, viikko, kuukausi tai vuosi.",
        '"{value}" does not say how often the event is. Expected päivä (day), viikko (week), kuukausi or vuosi.',
        "Joka toinen viikko on every: viikko ja interval: 2. Viikonpäivä kirjoitetaan kohtaan on.",
        "Every second week is every: viikko and interval: 2. The weekday goes into on.",
    ),
    "repeat-interval-zero": Message(
        "Toistoväli ei voi olla ”{value}”. Odotettiin lukua 1 tai suurempaa, esim. 2 eli joka toinen.",
        'The interval cannot be "{value}". Expected 1 or more, e.g. 2 for every second.',
        "Jos tapahtuma on joka viikko, jätä interval pois.",
        "If the event is every week, leave interval out.",
    ),
    "repeat-interval-twice": Message(
        "Toistoväli ”{value}” on eri kuin kohdassa every, jossa se on {other}. Odotettiin samaa vain kerran.",
        'The interval "{value}" differs from the one in every, {other}. Expected it once.',
        "Poista interval tai kirjoita kohtaan every vain yksikkö, esim. viikko.",
        "Remove interval, or write only the unit in every, e.g. viikko.",
    ),
    "repeat-on-unknown": Message(
        "”{value}” ei kerro, minä päivänä tapahtuma on. Odotettiin esim. ti, toinen tiistai tai 15.",
        '"{value}" does not say on which day. Expected e.g. ti, toinen tiistai (second Tuesday) or 15.',
        "Monta viikonpäivää kirjoitetaan hakasulkeisiin: [ti, to].",
        "Several weekdays go in square brackets: [ti, to].",
    ),
    "repeat-on-mixed": Message(
        "Kohdassa ”{value}” on erilaisia päiviä sekaisin. Odotettiin yhtä tapaa, esim. [ti, to] tai toinen tiistai.",
        'The days in "{value}" are of different sorts. Expected one sort, e.g. [ti, to] or toinen tiistai.',
        "Tee kaksi tapahtumaa, jos molemmat tarvitaan.",
        "Make two events if both are needed.",
    ),
    "repeat-on-unfit-day": Message(
        "Kun toistoväli on ”{value}”, kohtaa on ei tarvita. Odotettiin viikonpäivien kanssa every: viikko.",
        'With "{value}" the key on is not needed. Expected every: viikko together with weekdays.',
        "Kirjoita every: viikko ja on: [ma, ti, ke, to, pe], jos tapahtuma on arkisin.",
        "Write every: viikko and on: [ma, ti, ke, to, pe] if the event is on working days.",
    ),
    "repeat-on-unfit-week": Message(
        "Kun toistoväli on ”{value}”, kohtaan on tulee viikonpäivä. Odotettiin esim. ti tai [ti, to].",
        'With "{value}" the key on takes weekdays. Expected e.g. ti or [ti, to].',
        "Kuukauden toinen tiistai tai 15. päivä on every: kuukausi.",
        "The second Tuesday or the 15th of a month is every: kuukausi.",
    ),
    "repeat-on-unfit-month": Message(
        "Kun toistoväli on ”{value}”, kohtaan on tulee kuukauden päivä. Odotettiin esim. toinen tiistai tai 15.",
        'With "{value}" the key on takes a day of the month. Expected e.g. toinen tiistai (second Tuesday) or 15.',
        "Jos tapahtuma on joka viikko, kirjoita every: viikko.",
        "If the event is every week, write every: viikko.",
    ),
    "repeat-on-unfit-year": Message(
        "Kun toistoväli on ”{value}”, päivä otetaan tapahtuman alusta. Odotettiin esim. toinen tiistai, tai ei mitään.",
        'With "{value}" the day comes from the start. Expected e.g. toinen tiistai (second Tuesday), or nothing.',
        "Poista rivi on, jos tapahtuma on joka vuosi samana päivänä.",
        "Remove the line on if the event is on the same date every year.",
    ),
    "repeat-two-ends": Message(
        "Toistumisella on kaksi loppua: ”{value}” kertaa ja {other} asti. Odotettiin vain toista.",
        'The repetition ends twice: after "{value}" times and on {other}. Expected only one of the two.',
        "Poista until tai times.",
        "Remove until or times.",
    ),
    "repeat-until-before-start": Message(
        "Toistuminen päättyy ”{value}”, ennen kuin tapahtuma alkaa {other}. Odotettiin myöhempää päivää.",
        'The repetition ends on "{value}", before the event starts on {other}. Expected a later day.',
        "Tarkista vuosi.",
        "Check the year.",
    ),
    "repeat-no-occurrence": Message(
        "Toistumisesta ei tule yhtään kertaa (”{value}”). Odotettiin sääntöä, josta tulee vähintään yksi päivä.",
        'The repetition gives no occurrence ("{value}"). Expected a rule that gives at least one day.',
        "Tarkista kohdat on, until, times ja except.",
        "Check on, until, times and except.",
    ),
    "repeat-too-many": Message(
        "Toistumisesta (”{value}”) tulee yli {expected} kertaa. Odotettiin enintään {expected}.",
        'The repetition ("{value}") gives over {expected} occurrences. Expected at most {expected}.',
        "Tarkista vuosi. Jos tapahtuma jatkuu toistaiseksi, poista until ja times.",
        "Check the year. If the event goes on until further notice, remove until and times.",
    ),
    "repeat-start-off-rule": Message(
        "Alku ”{value}” ei osu toistumisen päiviin. Odotettiin esim. tiistaita, jos tapahtuma on tiistaisin.",
        'The start "{value}" is not one of the days of the repetition. Expected e.g. a Tuesday when it says ti.',
        "Korjaa tapahtuman start tai toistumisen on.",
        "Mend the start of the event or the key on of the repetition.",
    ),
}

_DATES = {
    "event-date-off-rule": Message(
        "Tapahtumaa ei ole päivänä ”{value}”. Odotettiin päivää, jona tapahtuma muuten olisi, esim. {first}.",
        'The event is not on "{value}". Expected a day on which it would otherwise be, e.g. {first}.',
        "Tarkista päivä kalenterista.",
        "Check the day in a calendar.",
    ),
    "event-date-twice": Message(
        "Päivä ”{value}” on luettelossa kahdesti. Odotettiin jokaista päivää kerran.",
        'The day "{value}" is in the list twice. Expected each day once.',
        "Poista toinen.",
        "Remove one of them.",
    ),
    "event-extra-twice": Message(
        "Tapahtuma on päivänä ”{value}” muutenkin. Odotettiin päivää, jota toistuminen ei anna.",
        'The event is on "{value}" anyway. Expected a day that the repetition does not give.',
        "Poista päivä. Jos kellonaika on silloin eri, kirjoita se kohtaan overrides.",
        "Remove the day. If the time is different then, write it in overrides.",
    ),
    "event-except-without-repeat": Message(
        "Päivä ”{value}” on jätetty pois, mutta tapahtuma ei toistu. Odotettiin kohtaa repeat tai ei kohtaa except.",
        'The day "{value}" is left out, yet the event does not repeat. Expected repeat, or no except.',
        "Jos tapahtuma on peruttu, kirjoita status: peruttu.",
        "If the event is cancelled, write status: peruttu.",
    ),
    "event-override-left-out": Message(
        "Kertaa ”{value}” muutetaan, mutta se on myös jätetty pois kohdassa except. Odotettiin vain toista.",
        'The occurrence "{value}" is changed, yet except leaves it out. Expected only one of the two.',
        "Peruttu kerta, joka näytetään peruttuna, on vain kohdassa overrides: status: peruttu.",
        "A cancelled occurrence that is shown as cancelled is in overrides alone: status: peruttu.",
    ),
}

_JOINING = {
    "event-where-missing": Message(
        "Tapahtumasta puuttuu, missä se on. Odotettiin paikkaa tai verkko-osoitetta, esim. place: rovaniemen-kirjasto.",
        "The event does not say where it is. Expected a place or an address online, e.g. place: rovaniemen-kirjasto.",
        "Lisää place, online_url tai molemmat.",
        "Add place, online_url or both.",
    ),
    "event-place-missing": Message(
        "Tapahtumaan tullaan paikalle (”{value}”), mutta paikka puuttuu. Odotettiin esim. place: rovaniemen-kirjasto.",
        'People come on site ("{value}") but the place is missing. Expected e.g. place: rovaniemen-kirjasto.',
        "Lisää place, paikan tunnus kansiosta places. Jos tapahtuma on vain verkossa, kirjoita attendance: verkossa.",
        "Add place, the id of a place in the folder places. If the event is online only, write attendance: verkossa.",
    ),
    "event-online-missing": Message(
        "Tapahtuma on verkossa (”{value}”), mutta osoite puuttuu. Odotettiin esim. online_url: https://example.org/linja.",
        'The event is online ("{value}") but the address is missing. Expected e.g. online_url: https://example.org/linja.',
        "Lisää online_url. Jos osoite tulee ilmoittautuneille, anna ilmoittautumisen osoite.",
        "Add online_url. If the address is sent to those who sign up, give the address for signing up.",
    ),
    "event-series-unnamed": Message(
        "Sarjan nimestä ”{value}” ei synny osoitetta. Odotettiin kirjaimia tai numeroita, esim. Vertaisfoorumit.",
        'The name of the series, "{value}", makes no address. Expected letters or digits, e.g. Vertaisfoorumit.',
        "Anna sarjalle nimi.",
        "Give the series a name.",
    ),
    "event-signup-backwards": Message(
        "Ilmoittautuminen päättyy ”{value}”, ennen kuin se alkaa {other}. Odotettiin alkua ensin.",
        'Signing up closes on "{value}", before it opens on {other}. Expected the opening first.',
        "Korjaa vuosi tai vaihda päivät keskenään.",
        "Mend the year or swap the days.",
    ),
    "event-signup-late": Message(
        "Ilmoittautumisen aika ”{value}” on tapahtuman ({other}) jälkeen. Odotettiin aikaisempaa aikaa.",
        'The sign-up time "{value}" is after the event ({other}). Expected an earlier time.',
        "Tarkista vuosi.",
        "Check the year.",
    ),
}

MESSAGES: dict[str, Message] = {**_TIMES, **_REPEAT, **_DATES, **_JOINING}
