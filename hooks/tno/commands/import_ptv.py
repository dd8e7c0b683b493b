"""`tno import-ptv`: services of the national register, from saved pages, beside our own."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tno.amend import CannotAmendError
from tno.commands.options import NO_REGION, project_option, region_named
from tno.content import Folders
from tno.country import TableError
from tno.edition import Edition
from tno.load import Loaded, load
from tno.new_file import write_new
from tno.settings import Settings
from tno.today import today as today_of

if TYPE_CHECKING:
    from tno.from_register.importing import Changed, Import
    from tno.from_register.notes import Notes
    from tno.from_register.ours import Ours
    from tno.from_register.saved_pages import Register

T = TypeVar("T")
PATIENCE_S = 2.0
"""After so many seconds the command shows how far it is."""
WRITE_HELP = (
    "Korjaa myös omiin tiedostoihin ne numerot, osoitteet ja ajat, jotka ovat peräisin PTV:stä ja muuttuneet siellä "
    "sen jälkeen, kun tarkistit tiedot."
)
INVENTED = (
    "Alueen {region} sisältö on keksittyä esimerkkiä (region.yml: example), eikä siihen voi tuoda oikeita palveluja. "
    "Kokeile valitsimella --dry-run, tai poista rivi ensin."
)
NOTHING = "Mitään ei kirjoitettu: tämä oli kokeilu."
AFTER = "Lue uudet tiedostot, täydennä puuttuvat kohdat ja aja: tno check regions/{region}"


@click.command("import-ptv")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="TIEDOSTO...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--region", required=True, metavar="ALUE", help="Alue, johon uudet tiedostot kirjoitetaan, esim. kainuu.")
@click.option("--dry-run", is_flag=True, help="Älä kirjoita mitään. Kerro vain, mitä tapahtuisi.")
@click.option("--write", is_flag=True, help=WRITE_HELP)
@click.option(
    "--all", "everything", is_flag=True, help="Tuo myös palvelut, jotka eivät ole ohjausta luokkiensa mukaan."
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="TIEDOSTO",
    help="Kirjoita raportti myös tähän tiedostoon.",
)
@project_option
def import_ptv(
    files: tuple[Path, ...],
    region: str,
    dry_run: bool,
    write: bool,
    everything: bool,
    report: Path | None,
    project: Path,
) -> None:
    """Tuo palvelut Palvelutietovarannosta (PTV) tallennetuista sivuista.

    TIEDOSTO on PTV:n avoimen rajapinnan (versio 11) sivu JSON-muodossa: palveluja, kanavia tai organisaatioita. Anna
    kaikki samalla kertaa, sillä palvelu ja sen kanavat ovat eri sivuilla.

    Uusi palvelu tai organisaatio saa oman tiedoston. Tiedostoja, jotka ovat jo olemassa, ei korvata. Muuttuneet ja
    poistuneet kerrotaan raportissa. Sinun kirjoittamiasi tekstejä ei muuteta koskaan.

    Raportti luettelee myös kaiken, mikä ei siirtynyt, ja kertoo syyn. Henkilöiden nimiä ja omia osoitteita ei tuoda.

    Paluuarvo: 0 valmis, 1 mitään ei voinut lukea, 2 komento annettiin väärin.
    """
    from tno.from_register.importing import Import
    from tno.from_register.notes import Notes

    notes = Notes()
    folders = Folders.of(project, os.environ)
    try:
        loaded = load(folders, Edition.PUBLIC, Settings())
        region = region_named(region, loaded.network) or region
        ours = _setting(loaded, folders, region)
    except TableError as wrong:
        raise click.ClickException(str(wrong)) from None
    if loaded.network.regions[region].profile.example and not dry_run:
        raise click.ClickException(INVENTED.format(region=region))
    bar = _Bar()
    try:
        register = _read(files, notes, bar)
        done = Import(ours, register, notes, folders.regions / region, everything)
        done.run(lambda services: bar.passing(services, "Verrataan palveluja", len(services), lambda _: 1))
    finally:
        bar.stop()
    if not dry_run:
        for new in done.new:
            for name, text in new.files.items():
                write_new(new.folder / name, text)
        if write:
            for changed in done.changed:
                _mend(changed, loaded, folders, notes)
    _tell(done, register, dry_run, region, report)
    if not register.read:
        raise SystemExit(1)


def _setting(loaded: Loaded, folders: Folders, region: str) -> Ours:
    from tno.from_register.classes import Classes
    from tno.from_register.ours import Ours
    from tno.from_register.setting import Setting

    network = loaded.network
    if region not in network.regions:
        raise click.UsageError(NO_REGION.format(region=region, known=", ".join(network.regions)))
    classes, day = Classes(folders.country), today_of(os.environ)
    return Ours(network, region, Setting(network.country, network.vocabularies, classes, region, day))


class _Bar:
    """A bar of progress that appears when something takes long, and leaves nothing behind."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

        columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._begun = time.monotonic()

    def passing(self, items: Iterable[T], what: str, total: int, size: Callable[[T], int]) -> Iterator[T]:
        """The items, one by one; `size` of each adds to the way to `total`."""
        task = self._bar.add_task(what, total=total)
        for item in items:
            yield item
            self._bar.advance(task, size(item))
            if not self._bar.live.is_started and time.monotonic() - self._begun > PATIENCE_S:
                self._bar.start()

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar.live.is_started:
            self._bar.stop()


def _read(files: Sequence[Path], notes: Notes, bar: _Bar) -> Register:
    from tno.from_register.saved_pages import Reader

    reader = Reader(notes)
    sizes = (size for file in files for size in reader.read(file))
    for _ in bar.passing(sizes, "Luetaan sivuja", sum(file.stat().st_size for file in files), int):
        pass
    return reader.finish()


def _mend(changed: Changed, loaded: Loaded, folders: Folders, notes: Notes) -> None:
    """Set the certain facts of one record in its file; the day of checking only when nothing is left to look at."""
    from tno.from_register.record_files import RecordText

    name, said = loaded.places.file_of(changed.record), notes.of(changed.title)
    if name is None:
        return
    text, left = RecordText(folders.root / name, changed.record.id), False
    for each in changed.differences:
        if not each.path:
            left = True
            continue
        try:
            if each.path[0] == "channels" and not text.at((*each.path[:2], "external_ids", "ptv")):
                raise CannotAmendError("the channel stands elsewhere")
            text.set(each.path, each.value)
        except CannotAmendError:
            left = True
            said.add("not-written", each.field, each.theirs, file=name)
        else:
            said.add("written", each.field, each.theirs, file=name, ours=each.ours)
    if not left:
        with suppress(CannotAmendError):
            text.set(("verified",), changed.day)
            said.add("verified", "verified", changed.day, file=name)
    text.save()


def _tell(done: Import, register: Register, dry_run: bool, region: str, report: Path | None) -> None:
    from tno.from_register.report import report_lines, summary

    lines = [*report_lines(done.notes), summary(done.notes, done.counts, register.read)]
    lines.append(NOTHING if dry_run else AFTER.format(region=region))
    text = "\n".join(lines)
    click.echo(text)
    if report:
        report.write_text(f"{text}\n", encoding="utf-8", errors="replace", newline="\n")
