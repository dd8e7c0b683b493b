"""`tno changes`: what a change of the content changes, record by record and fact by fact."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import click

from tno.changes.told import told
from tno.commands.options import today_option
from tno.content import Folders
from tno.country import TableError
from tno.edition import Edition
from tno.settings import read_settings
from tno.today import today as today_of

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("before", metavar="ENNEN", type=FOLDER)
@click.argument("after", metavar="JÄLKEEN", type=FOLDER)
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True,
              help="Kommentti ihmisille tai arvot ohjelmalle, joka kirjoittaa sen.")  # fmt: skip
@today_option
def changes(before: Path, after: Path, form: str, today: date | None) -> None:
    """Kerro, miten kahden työkansion sisältö eroaa ja mitä jälkimmäisessä on korjattava.

    Vertailu koskee tietoja, ei sivuja: mitä on lisätty, poistettu ja muutettu, jokainen tieto ennen ja jälkeen.
    """
    from tno.changes.compare import compare
    from tno.changes.described import described
    from tno.check import check

    old, new = (Folders(folder.resolve(), folder.resolve() / "regions") for folder in (before, after))
    try:
        day, settings = today or today_of(os.environ), read_settings(new.root)
        done = check(new, Edition.PUBLIC, settings, day)
        network = done.network
        compared = compare(old, new, network.country, network.vocabularies)
    except (TableError, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from None
    found = described(compared, done.problems)
    click.echo(json.dumps(found, ensure_ascii=True) if form == "json" else told(found), nl=form == "json")
