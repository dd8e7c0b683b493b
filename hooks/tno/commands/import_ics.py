"""`tno import-ics`: events of a calendar that somebody keeps elsewhere, as files of ours."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tno.commands.options import NO_REGION, language_option, project_option, region_named
from tno.content import Folders
from tno.country import TableError
from tno.drafting import ASKED, Desk
from tno.edition import Edition
from tno.load import load
from tno.records import Event
from tno.settings import Settings

if TYPE_CHECKING:  # icalendar takes a good part of a second to import
    from tno.from_calendar.calendar_file import Found
    from tno.from_calendar.event_values import Imported
    from tno.from_calendar.notes import Notes

NO_CALENDAR = """\
Tiedosto {file} ei ole kalenteri (iCalendar, .ics).
The file {file} is not a calendar (iCalendar, .ics)."""
SUMMARY = {
    "fi": "Tapahtumia luettiin {read}, tiedostoja kirjoitettiin {written}. {next}",
    "en": "Events read: {read}, files written: {written}. {next}",
}
NEXT = {
    "fi": ("Mitään ei kirjoitettu: tämä oli kokeilu.", "Tarkista ne: tno check {folder}"),
    "en": ("Nothing was written: this was a dry run.", "Check them: tno check {folder}"),
}


@click.command("import-ics")
@click.argument("file", metavar="TIEDOSTO", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--region", required=True, metavar="ALUE", help="Alue, jonka tapahtumia niistä tulee, esim. lappi.")
@click.option("--dry-run", is_flag=True, help="Älä kirjoita mitään. Kerro vain, mitä tapahtuisi.")
@click.option(
    "--update", is_flag=True, help="Muuta aiemmin tuodut tapahtumat sellaisiksi kuin ne ovat nyt kalenterissa."
)
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="VVVV-KK-PP",
    help="Jätä pois tapahtumat, jotka päättyivät ennen tätä päivää.",
)
@click.option("--kind", help="Kaikkien tapahtumien laji, esim. koulutus.")
@click.option("--organiser", help="Kaikkien tapahtumien järjestäjä: tunnus tai nimi.")
@click.option("--audience", help="Kenelle tapahtumat ovat: kansalaiset, ammattilaiset tai verkosto.")
@click.option("--place", help="Paikan tunnus tai nimi niille tapahtumille, joiden omaa paikkaa ei tunneta.")
@language_option
@project_option
def import_ics(
    file: Path,
    region: str,
    dry_run: bool,
    update: bool,
    since: datetime | None,
    kind: str | None,
    organiser: str | None,
    audience: str | None,
    place: str | None,
    language: str,
    project: Path,
) -> None:
    """Tuo tapahtumat kalenterista (.ics: Outlook, Google, Moodle …) kansioon regions/ALUE/events/.

    Jokainen tapahtuma saa oman tiedoston. Kaikesta, mikä ei siirry, kerrotaan omalla rivillään. Henkilöiden nimiä ei
    tuoda koskaan. Tiedosto, joka on jo olemassa, jää ennalleen. Aiemmin tuotu tapahtuma tunnistetaan sen UID-rivistä,
    ja erot kerrotaan.

    Paluuarvo: 0 valmis, 1 tiedosto ei ole kalenteri, 2 komento annettiin väärin.
    """
    from tno.from_calendar.event_files import EventFiles
    from tno.from_calendar.event_values import EventReader, Told
    from tno.from_calendar.notes import Notes

    notes = Notes()
    folders = Folders.of(project, os.environ)
    try:
        network = load(folders, Edition.PUBLIC, Settings()).network
    except TableError as wrong:
        raise click.ClickException(str(wrong)) from None
    if (home := region_named(region, network)) is None:
        raise click.UsageError(NO_REGION.format(region=region, known=", ".join(network.regions)))
    region = home
    answers = {"kind": kind, "organiser": organiser, "audience": audience, "place": place}
    told = Told(**_understood(Desk(network, region, "event"), answers))
    found = _read(file, notes)
    reader = EventReader(network, region, found.zones, told)
    read = [event for each in found.series if (event := reader.read(each, notes))]
    events = _coming(read, since, notes)
    taken = {event.id for event in network.regions[region].all_of(Event)}
    folder = folders.regions / region / "events"
    files, written = EventFiles(folder, folders.root, taken, network.country), 0
    for event in events:
        if planned := files.plan(event, update, notes.of(event.name or event.uid)):
            written += 1
            if not dry_run:
                _write(*planned)
    if any("description" in event.values for event in events):
        notes.add("read-texts")
    _tell(notes, language, len(events), 0 if dry_run else written, dry_run, f"regions/{region}/events")


def _understood(desk: Desk, answers: Mapping[str, str | None]) -> dict[str, str]:
    """What was told of all events as a file has it: names of organisations and places become their ids."""
    read: dict[str, str] = {}
    for asked in ASKED["event"]:
        if text := answers.get(asked.option):
            value = desk.read(asked, text)
            if wrong := next(desk.faults(asked, value, {}), ""):
                raise click.UsageError(f"--{asked.option}: {wrong}")
            read[asked.option] = value if isinstance(value, str) else ", ".join(value)
    return read


def _read(file: Path, notes: Notes) -> Found:
    from tno.from_calendar.calendar_file import NotACalendarError, read_calendar

    try:
        return read_calendar(file.read_bytes(), notes)
    except NotACalendarError:
        raise click.ClickException(NO_CALENDAR.format(file=file.name)) from None


def _coming(events: list[Imported], since: datetime | None, notes: Notes) -> list[Imported]:
    if since is None:
        return events
    day = since.date()
    kept = [event for event in events if event.last_day is None or event.last_day >= day]
    if len(kept) < len(events):
        notes.add("past", day=day, count=len(events) - len(kept))
    return kept


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _tell(notes: Notes, language: str, read: int, written: int, dry_run: bool, folder: str) -> None:
    from tno.from_calendar.notes import shown

    for each in ("fi", "en") if language == "both" else (language,):
        for note in notes.found:
            click.echo(shown(note, each))
        dry, after = NEXT[each]
        click.echo(
            SUMMARY[each].format(read=read, written=written, next=dry if dry_run else after.format(folder=folder))
        )
