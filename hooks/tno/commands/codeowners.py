"""`tno codeowners`: whom to ask to review a change, written for the forge."""

from __future__ import annotations

from pathlib import Path

import click

from tno.commands.options import project_option
from tno.content import REGION_FILE, Folders
from tno.country import TableError
from tno.edition import Edition
from tno.exports.codeowners import FILE
from tno.exports.codeowners import codeowners as codeowners_text
from tno.load import load
from tno.problem import Severity
from tno.report import severity_of
from tno.settings import Settings

FAULTY = """\
Tiedostossa {file} on virhe, joten tarkastajia ei tiedetä. Aja `tno check` ja korjaa virhe ensin.
There is an error in {file}, so the reviewers are not known. Run `tno check` and mend it first."""
OUTDATED = """\
Tiedosto {file} ei vastaa alueiden tarkastajia (reviewers). Aja `tno codeowners`, tai kirjoita tiedostoon tämä:
{file} is not what the regions' reviewers make it. Run `tno codeowners`, or write this into the file:
"""


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Älä kirjoita mitään. Päätä koodiin 1, jos tiedosto muuttuisi."
)
@project_option
def codeowners(only_check: bool, project: Path) -> None:
    """Kirjoita .github/CODEOWNERS: keitä pyydetään tarkastamaan kunkin alueen muutokset (region.yml: reviewers)."""
    text, file = codeowners_text(_reviewers(project)), project / FILE
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return
    if only_check:
        click.echo(OUTDATED.format(file=FILE), err=True)
        click.echo(text, nl=False)
        raise click.exceptions.Exit(1)
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    click.echo(FILE)


def _reviewers(project: Path) -> dict[str, tuple[str, ...]]:
    """Region → teams; stops when a region's file is faulty, since its reviewers would be lost without a word."""
    folders = Folders(project, project / "regions", None)
    try:
        loaded = load(folders, Edition.PUBLIC, Settings())
    except TableError as wrong:
        raise click.ClickException(str(wrong)) from None
    for problem in loaded.problems:
        if problem.position.file.endswith(f"/{REGION_FILE}") and severity_of(problem) is Severity.ERROR:
            raise click.ClickException(FAULTY.format(file=problem.position.file))
    return {region.id: region.profile.reviewers for region in loaded.network.regions.values()}
