"""Problem codes of opening hours: weeks, seasons, exceptions."""

from __future__ import annotations

from tno.messages.message import Message

_DAYS = {
    "hours-empty": Message(
        "Ajoissa ei ole yhtään päivää. Odotettiin päiviä ja kellonaikoja, esim. ma-pe: 9-16.",
        "The hours name no day. Expected days and times, e.g. ma-pe: 9-16.",
        "Jos aikoja ei tiedetä, kirjoita unknown: kyllä. Silloin sivu ei väitä, että paikka on suljettu.",
        "If the hours are not known, write unknown: kyllä. The page will then not claim that the place is closed.",
    ),
    "hours-day-unknown": Message(
        "”{value}” ei ole viikonpäivä eikä muu aikojen kohta. Odotettiin esim. ma, ti-pe tai arkisin.",
        '"{value}" is neither a weekday nor another key of hours. Expected e.g. ma, ti-pe or arkisin.',
        "Päivät ovat ma, ti, ke, to, pe, la ja su. Muut kohdat ovat weeks, season, exceptions, note ja unknown.",
        "The days are ma, ti, ke, to, pe, la and su. The other keys are weeks, season, exceptions, note and unknown.",
    ),
    "hours-day-exception": Message(
        "”{value}” ei ole viikonpäivä. Odotettiin, että juhlapyhät ja yksittäiset päivät ovat kohdassa exceptions, "
        "esim. {example}",
        '"{value}" is no weekday. Expected holidays and single days to be under exceptions, e.g. {example}',
        "Siirrä rivi kohdan exceptions alle ja kirjoita se kuten esimerkissä. Monta päivää kirjoitetaan kohtiin from "
        "ja until.",
        "Move the line under exceptions and write it as in the example. Several days go into from and until.",
    ),
    "hours-day-twice": Message(
        "Sama päivä ({day}) on kahdessa kohdassa: ”{value}” ja ”{other}”. Odotettiin jokaista päivää kerran.",
        'The same day ({day}) is in two keys: "{value}" and "{other}". Expected each day once.',
        "Rajaa toinen kohta niin, ettei päivä ole siinä. Esim. ma-ti: 9-16, ke: 9-12 ja to-pe: 9-16.",
        "Narrow one of them so that the day is left out. E.g. ma-ti: 9-16, ke: 9-12 and to-pe: 9-16.",
    ),
    "hours-day-empty": Message(
        "Kohdassa ”{value}” ei ole kellonaikoja. Odotettiin esim. {value}: 9-16 tai {value}: suljettu.",
        'There are no times after "{value}". Expected e.g. {value}: 9-16 or {value}: suljettu.',
        "Poista rivi, jos päivää ei tarvitse mainita.",
        "Remove the line if the day need not be mentioned.",
    ),
    "hours-end-missing": Message(
        "Ajasta ”{range}” puuttuu alku tai loppu. Odotettiin molempia, esim. 9-16.",
        'The time "{range}" lacks its beginning or end. Expected both, e.g. 9-16.',
        "Kirjoita milloin palvelu alkaa ja milloin se päättyy, ja yhdysmerkki niiden väliin.",
        "Write when the service begins and when it ends, with a hyphen between.",
    ),
    "hours-range-invalid": Message(
        "”{range}” ei ole kellonaikojen väli. Odotettiin esim. 9-16, 8.30-11.30 tai suljettu.",
        '"{range}" is not a range of times. Expected e.g. 9-16, 8.30-11.30 or suljettu (closed).',
        "Jos välejä on monta, pane pilkku niiden väliin: 8.30-11.30, 12.15-16. Sanat kuuluvat kohtaan note, esim. "
        "note: Muulloin sopimuksen mukaan.",
        "If there are several ranges, put commas between them: 8.30-11.30, 12.15-16. Words belong to note, e.g. "
        "note: Muulloin sopimuksen mukaan.",
    ),
    "hours-clock-invalid": Message(
        "Kellonaikaa ”{clock}” ei ole kellossa. Odotettiin aikaa 0.00–23.59; päivän loppu on 24.",
        'The time "{clock}" is not on the clock. Expected 0.00 to 23.59; the end of the day is 24.',
        "Keskiyön yli jatkuva aika kirjoitetaan alkupäivälle, esim. pe: 22-02.",
        "A time that goes on past midnight is written on the day it begins, e.g. pe: 22-02.",
    ),
    "hours-range-empty": Message(
        "Aika ”{range}” päättyy silloin kuin alkaa. Odotettiin eri kellonaikoja, esim. 9-16.",
        'The time "{range}" ends when it begins. Expected two different times, e.g. 9-16.',
        "Ympäri vuorokauden on 00-24. Suljettu päivä on suljettu.",
        "Around the clock is 00-24. A closed day is suljettu.",
    ),
    "hours-range-backwards": Message(
        "Aika ”{range}” päättyy ennen kuin alkaa. Odotettiin ensin alkua, esim. 9-16.",
        'The time "{range}" ends before it begins. Expected the beginning first, e.g. 9-16.',
        "Keskiyön yli saa mennä enintään 14 tuntia, esim. 22-02. Pidempi aika kirjoitetaan kahdelle päivälle.",
        "A time may go past midnight if it lasts at most 14 hours, e.g. 22-02. Write a longer one on two days.",
    ),
    "hours-overlap": Message(
        "Ajat {first} ja {second} menevät päällekkäin kohdassa ”{value}”. Odotettiin esim. 8-11, 12-16.",
        'The times {first} and {second} overlap in "{value}". Expected e.g. 8-11, 12-16.',
        "Korjaa toinen aika tai yhdistä ne yhdeksi.",
        "Mend one of them or join them into one.",
    ),
    "hours-night-overlap": Message(
        "Edellisen päivän ({eve}) aika {other} jatkuu vielä, kun {day} alkaa ajalla ”{value}”.",
        'The time {other} of the day before ({eve}) still goes on when {day} begins with "{value}".',
        "Lopeta edellinen aika ennen seuraavaa. Esim. pe: 22-24 ja la: 00-05.",
        "End the first time before the next. E.g. pe: 22-24 and la: 00-05.",
    ),
    "hours-weeks-unknown": Message(
        "”{value}” ei kerro, millä viikoilla palvellaan. Odotettiin parilliset tai parittomat.",
        '"{value}" does not say in which weeks. Expected parilliset (even) or parittomat (odd).',
        "Viikkoja luetaan kalenterin viikkonumeron mukaan. Jos palvelu on joka viikko, poista rivi.",
        "Weeks go by the number of the week in the calendar. If every week is meant, remove the line.",
    ),
    "hours-unknown-with-days": Message(
        "Ajat on merkitty tuntemattomiksi, mutta kohdassa ”{value}” on ajat. Odotettiin vain toista.",
        'The hours are said to be unknown, yet "{value}" has times. Expected only one of the two.',
        "Poista rivi unknown, jos ajat pitävät paikkansa. Muuten poista päivät.",
        "Remove the line unknown if the times are true. Otherwise remove the days.",
    ),
}

_SEASONS = {
    "hours-season-mixed": Message(
        "Kauden loppu on ”{value}”, mutta alku on {other}. Odotettiin molempia samalla tavalla, esim. 1.6. ja 31.8.",
        'The season ends on "{value}" but begins on {other}. Expected both in one form, e.g. 1.6. and 31.8.',
        "Kirjoita vuosi molempiin tai jätä se molemmista pois. Ilman vuotta kausi tulee joka vuosi.",
        "Write the year in both or in neither. Without a year the season comes every year.",
    ),
    "hours-season-backwards": Message(
        "Kauden viimeinen päivä ”{value}” on ennen ensimmäistä päivää {other}. Odotettiin alkua ensin.",
        'The last day of the season, "{value}", is before its first day {other}. Expected the beginning first.',
        "Korjaa vuosi tai vaihda päivät keskenään.",
        "Mend the year or swap the days.",
    ),
    "hours-season-overlap": Message(
        "Kausi ”{value}” menee päällekkäin kauden {other} kanssa. Odotettiin kausia, joilla ei ole yhteisiä päiviä.",
        'The season "{value}" overlaps the season {other}. Expected seasons that share no day.',
        "Lopeta toinen kausi ennen kuin toinen alkaa, esim. 31.5. ja 1.6.",
        "End one season before the other begins, e.g. 31.5. and 1.6.",
    ),
}

_EXCEPTIONS = {
    "hours-exception-when-missing": Message(
        "Poikkeuksesta puuttuu, milloin se on. Odotettiin esim. date: 2026-12-23 tai named_day: jouluaatto.",
        "The exception does not say when. Expected e.g. date: 2026-12-23 or named_day: jouluaatto.",
        "Monta päivää peräkkäin kirjoitetaan kohtiin from ja until.",
        "Several days in a row go into from and until.",
    ),
    "hours-exception-when-many": Message(
        "Poikkeuksen aika on kerrottu kahdesti: ”{value}” ja ”{other}”. Odotettiin vain toista.",
        'The time of the exception is told twice: "{value}" and "{other}". Expected only one.',
        "Tee kaksi poikkeusta, jos molemmat tarvitaan.",
        "Make two exceptions if both are needed.",
    ),
    "hours-exception-half": Message(
        "Poikkeuksessa on ”{value}” mutta ei kohtaa {expected}. Odotettiin molempia, esim. from: 2026-12-23.",
        'The exception has "{value}" but not {expected}. Expected both, e.g. from: 2026-12-23.',
        "Jos päiviä on yksi, kirjoita vain date.",
        "For a single day write just date.",
    ),
    "hours-exception-backwards": Message(
        "Poikkeuksen viimeinen päivä ”{value}” on ennen ensimmäistä päivää {other}. Odotettiin alkua ensin.",
        'The last day of the exception, "{value}", is before its first day {other}. Expected the beginning first.',
        "Korjaa vuosi tai vaihda päivät keskenään.",
        "Mend the year or swap the days.",
    ),
    "hours-exception-what-missing": Message(
        "Poikkeuksesta puuttuu, mitä silloin tapahtuu. Odotettiin closed: kyllä tai kellonajat, esim. hours: 9-12.",
        "The exception does not say what happens then. Expected closed: kyllä or times, e.g. hours: 9-12.",
        "Lisää toinen näistä riveistä.",
        "Add one of these lines.",
    ),
    "hours-exception-both": Message(
        "Poikkeus on suljettu, mutta siinä on myös ajat ”{value}”. Odotettiin vain toista.",
        'The exception is closed, yet it also has the times "{value}". Expected only one of the two.',
        "Poista closed tai hours.",
        "Remove closed or hours.",
    ),
    "hours-exception-twice": Message(
        "Päivälle ”{value}” on kaksi poikkeusta. Odotettiin yhtä.",
        'There are two exceptions for "{value}". Expected one.',
        "Poista toinen tai yhdistä ajat, esim. hours: 9-11, 13-15.",
        "Remove one or join the times, e.g. hours: 9-11, 13-15.",
    ),
    "hours-exception-overlap": Message(
        "Poikkeus ”{value}” osuu samoihin päiviin kuin {other}. Odotettiin jaksoja ilman yhteisiä päiviä.",
        'The exception "{value}" overlaps the exception {other}. Expected periods that share no day.',
        "Yksittäinen päivä jakson sisällä kirjoitetaan kohtaan date: se menee jakson edelle.",
        "A single day inside a period goes into date: it comes before the period.",
    ),
}

MESSAGES: dict[str, Message] = {**_DAYS, **_SEASONS, **_EXCEPTIONS}
