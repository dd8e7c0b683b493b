"""`tno forms`: the forge's issue forms, made from the schema of the records."""

from __future__ import annotations

import os
from pathlib import Path

import click

from tno.commands.options import project_option
from tno.content import Folders
from tno.country import TableError
from tno.country.tables import load_country
from tno.country.vocabulary import load_vocabularies

OUT_OF_DATE = """\
Lomakkeet eivät vastaa tietomallia: {files}. Aja `tno forms`.
The forms do not match the schema: {files}. Run `tno forms`."""


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Älä kirjoita mitään. Päätä koodiin 1, jos jokin lomake muuttuisi."
)
@project_option
def forms(only_check: bool, project: Path) -> None:
    """Kirjoita ilmoitusten lomakkeet kansioon .github/ISSUE_TEMPLATE/ tietomallista ja sanastoista."""
    from tno.from_issue.templates import FOLDER, issue_templates

    folders = Folders.of(project, os.environ)
    try:
        vocabularies = load_vocabularies(folders.vocabularies)
        made = issue_templates(load_country(folders.country, vocabularies), vocabularies)
    except TableError as wrong:
        raise click.ClickException(str(wrong)) from None
    folder = project / FOLDER
    there = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.yml"))}
    differing = sorted(name for name in made | there if made.get(name) != there.get(name))
    if only_check:
        if differing:
            raise click.ClickException(OUT_OF_DATE.format(files=", ".join(differing)))
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name in differing:
        if name in made:
            (folder / name).write_text(made[name], encoding="utf-8", newline="\n")
        else:
            (folder / name).unlink()
        click.echo(f"{FOLDER}/{name}")
