"""`tno changes`: what a change of the content changes, record by record and fact by fact."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import click

from tno.changes.told import told
from tno.commands.check import DAY
from tno.content import Folders
from tno.country import TableError
from tno.edition import Edition
from tno.settings import read_settings
from tno.today import today as today_of

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("before", type=FOLDER)
@click.argument("after", type=FOLDER)
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True,
              help="A comment for people, or values for the part that writes it.")  # fmt: skip
@click.option("--today", type=DAY, help="As on this day. Default: TNO_TODAY, SOURCE_DATE_EPOCH, or today.")
def changes(before: Path, after: Path, form: str, today: date | None) -> None:
    """Tell what differs between the content of two checkouts, BEFORE and AFTER, and what is wrong in AFTER.

    Records are compared, not pages: what is added, removed and changed, each fact before and after.
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
