"""`tno renew`: the draft of the agreement that follows one that ends."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path

import click

from tno.commands.options import project_option
from tno.content import Folders
from tno.country import TableError
from tno.edition import Edition
from tno.exports.agreement_draft import agreement_draft
from tno.load import Loaded, load
from tno.model.agreement_dates import to_renew
from tno.model.renewal import renewal
from tno.new_file import write_new
from tno.records import Agreement
from tno.settings import read_settings
from tno.today import today as today_of

UNKNOWN = """\
Sopimusta ”{asked}” ei löydy{near}. Jos sen tiedostossa on virhe, aja ensin `tno check`.
There is no agreement "{asked}"{near}. If there is an error in its file, run `tno check` first."""
EXISTS = """\
Tiedosto {file} on jo, eikä sen päälle kirjoiteta. Anna luonnokselle toinen tunnus: --id.
{file} is there already and is never written over. Give the draft another id: --id."""


@click.command()
@click.argument("agreement", metavar="[SOPIMUS]", required=False)
@click.option(
    "--due", is_flag=True, help="Kaikista sopimuksista, jotka päättyvät pian ja joille ei vielä ole seuraavaa."
)
@click.option("--id", "new_id", help="Luonnoksen tunnus. Oletus: vanha tunnus ja seuraava vuosi.")
@click.option("--dry-run", is_flag=True, help="Älä kirjoita mitään. Näytä luonnokset.")
@project_option
def renew(agreement: str | None, due: bool, new_id: str | None, dry_run: bool, project: Path) -> None:
    """Kirjoita luonnos seuraavasta sopimuksesta ja kerro sen tiedosto. SOPIMUS on alue/tunnus.

    Lopettaneen osapuolen tilalle tulee sen seuraaja. Tehtävät ja avoimet lupaukset siirtyvät luonnokseen. Päivien
    kohdalla lukee TÄYTÄ, ja `tno check` muistuttaa niistä, kunnes ne on täytetty.
    """
    if bool(agreement) == due:
        raise click.UsageError("Anna yksi sopimus (alue/tunnus) tai pyydä kaikki: --due.")
    day, settings = today_of(os.environ), read_settings(project)
    try:
        folders = Folders.of(project, os.environ)
        loaded = load(folders, Edition.PUBLIC, settings)
    except (TableError, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from None
    network = loaded.network
    found = to_renew(network, day, settings.agreement_draft_days) if due else (_named(loaded, str(agreement)),)
    for each in found:
        draft = renewal(network, each, day)
        folder = Path(str(loaded.places.file_of(each))).parent
        file = (folder / f"{new_id or draft.id}.md").as_posix()
        if (folders.root / file).exists():
            if not due:
                raise click.ClickException(EXISTS.format(file=file))
            click.echo(EXISTS.format(file=file), err=True)
            continue
        text = agreement_draft(network, draft)
        click.echo(f"# {file}\n{text}" if dry_run else file)
        if not dry_run:
            write_new(folders.root / file, text)


def _named(loaded: Loaded, asked: str) -> Agreement:
    agreements = loaded.network.all_of(Agreement)
    if asked in agreements:
        return agreements[asked]
    near = get_close_matches(asked, agreements, n=1, cutoff=0.6)
    raise click.ClickException(UNKNOWN.format(asked=asked, near=f" ({near[0]}?)" if near else ""))
