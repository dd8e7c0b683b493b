"""`tno schema`: what editors' programs need to complete and explain in Finnish while one writes."""

from __future__ import annotations

from pathlib import Path

import click

from tno.commands.options import project_option
from tno.content import ContentFile, Folders, content_files
from tno.country import TableError, Vocabularies, load_country, load_vocabularies
from tno.exports.schema import FOLDER, file_schemas, schema_line
from tno.formatting.keys import MODELINE
from tno.model.network import NATIONAL

OUTDATED = "Tiedosto {file} ei vastaa sanastoja ja kenttiä. Aja `tno schema`."
UP_TO_DATE = "Skeemat ovat ajan tasalla."


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Älä kirjoita mitään. Päätä koodiin 1, jos jokin muuttuisi.")
@click.option("--lines", is_flag=True, help="Lisää YAML-tiedostojen alkuun rivi, jolla ohjelma löytää skeeman.")
@project_option
def schema(only_check: bool, lines: bool, project: Path) -> None:
    """Kirjoita YAML-tiedostojen skeemat kansioon schemas/: ohjelma täydentää ja selittää kohdat suomeksi.

    Skeema luetaan, kun YAML-tiedosto alkaa rivillä # yaml-language-server: $schema=… `tno new` kirjoittaa rivin,
    `tno fmt` säilyttää sen ja valitsin --lines lisää sen tiedostoihin, joista se puuttuu.
    """
    folders = Folders(project, project / "regions")
    try:
        vocabularies = load_vocabularies(folders.vocabularies)
        wanted = _schemas(vocabularies) | (_with_lines(folders, vocabularies) if lines else {})
    except TableError as wrong:
        raise click.ClickException(str(wrong)) from None
    stale = {file: text for file, text in wanted.items() if _text_of(project / file) != text}
    for file, text in stale.items():
        click.echo(OUTDATED.format(file=file) if only_check else file)
        if not only_check:
            (project / file).parent.mkdir(exist_ok=True)
            (project / file).write_text(text, encoding="utf-8", newline="")
    if not stale:
        click.echo(UP_TO_DATE)
    elif only_check:
        raise click.exceptions.Exit(1)


def _schemas(vocabularies: Vocabularies) -> dict[str, str]:
    """File → text."""
    return {f"{FOLDER}/{kind}.json": text for kind, text in file_schemas(vocabularies).items()}


def _with_lines(folders: Folders, vocabularies: Vocabularies) -> dict[str, str]:
    """Each YAML file of content that has no such line, with it."""
    known = [*load_country(folders.country, vocabularies).ely_areas, NATIONAL]
    changed = {}
    for file in content_files(folders.root, folders.regions, known, False):
        if isinstance(file, ContentFile) and file.name.endswith((".yml", ".yaml")):
            text = _text_of(folders.root / file.name) or ""
            if not any(MODELINE.match(line) for line in text.split("\n")):
                newline, mark = "\r\n" if "\r\n" in text else "\n", "\ufeff" * text.startswith("\ufeff")
                line = schema_line(file.name, file.kind)
                changed[file.name] = f"{mark}{line}{newline}{text.removeprefix(mark)}"
    return changed


def _text_of(file: Path) -> str | None:
    try:
        with file.open(encoding="utf-8", newline="") as opened:
            return opened.read()
    except FileNotFoundError:
        return None
