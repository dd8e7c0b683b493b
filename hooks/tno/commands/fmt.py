"""`tno fmt`: files in their usual form, so that a change shows nothing but what was changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from tno.commands.options import project_option
from tno.content import ContentFile, Folders, content_files
from tno.country import TableError, load_country, load_vocabularies
from tno.formatting import Formatter
from tno.formatting.spelling import Spellings
from tno.model.network import NATIONAL
from tno.problem import Problem
from tno.report import SourceLines, plain, report_rows, sorted_problems

NOT_CONTENT = "{path} ei ole sisältötiedosto. Se jätettiin ennalleen."
UNREADABLE = "Tiedostoa {file} ei voi avata."
WOULD_CHANGE = "{file}: aja `tno fmt {file}`"
SUMMARY = "Muotoiltiin {changed}, ennallaan {same}, lukematta jäi {unread}."
CHECKED = "Muotoiltavia {changed}, valmiita {same}, lukematta jäi {unread}."


@click.command()
@click.argument("paths", nargs=-1, metavar="[POLKU...]", type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Älä kirjoita mitään. Päätä koodiin 1, jos jokin muuttuisi.")
@project_option
def fmt(paths: tuple[Path, ...], only_check: bool, project: Path) -> None:
    """Muotoile tiedostot: avaimet vakiojärjestykseen, sanat ja luvut tavalliseen muotoon.

    Ilman polkuja muotoillaan koko sisältö. ”Nuoret” muuttuu tunnukseksi nuoret, 24.12.2026 muotoon 2026-12-24 ja klo
    9–16 muotoon 9-16. Kommentit, tekstit, lainausmerkit ja tyhjät rivit säilyvät. Tiedosto, jota ei voi lukea,
    jää ennalleen, ja syy kerrotaan.

    Paluukoodi: 0 valmis, 1 jotakin muuttuisi (--check) tai jäi lukematta.
    """
    folders = Folders.of(project, os.environ)
    try:
        vocabularies = load_vocabularies(folders.vocabularies)
        formatter = Formatter(Spellings(vocabularies, load_country(folders.country, vocabularies)))
    except TableError as wrong:
        raise click.ClickException(str(wrong)) from None
    problems: list[Problem] = []
    changed, same, unread = 0, 0, 0
    for base, file in _wanted(folders, formatter, [path.resolve() for path in paths]):
        try:
            before = (base / file.name).read_bytes()
        except OSError:
            click.echo(UNREADABLE.format(file=file.name), err=True)
            unread += 1
            continue
        result = formatter.formatted(before, file)
        problems += result.problems
        unread += bool(result.problems)
        if result.data == before:
            same += not result.problems
            continue
        changed += 1
        click.echo(WOULD_CHANGE.format(file=file.name) if only_check else file.name)
        if not only_check:
            (base / file.name).write_bytes(result.data)
    if problems:
        rows = report_rows(sorted_problems(problems), SourceLines(folders.root, ""), "fi")
        click.echo(plain(rows), err=True, nl=False)
    click.echo((CHECKED if only_check else SUMMARY).format(changed=changed, same=same, unread=unread), err=True)
    if unread or (only_check and changed):
        raise click.exceptions.Exit(1)


def _wanted(folders: Folders, formatter: Formatter, paths: Sequence[Path]) -> Iterator[tuple[Path, ContentFile]]:
    """The content files at `paths`, or all; of a path without any it is said."""
    used: set[Path] = set()
    for base, file in _all(folders, formatter):
        path = (base / file.name).absolute()
        at = [wanted for wanted in paths if path.is_relative_to(wanted)]
        used.update(at)
        if (at or not paths) and path.is_file():
            yield base, file
    for path in paths:
        if path not in used:
            click.echo(NOT_CONTENT.format(path=path), err=True)


def _all(folders: Folders, formatter: Formatter) -> Iterator[tuple[Path, ContentFile]]:
    known = [*formatter.spellings.country.ely_areas, NATIONAL]
    trees = [(folders.root, folders.regions, False)]
    if folders.members:
        trees.append((folders.members, folders.members, True))
    for base, folder, for_members in trees:
        for found in content_files(base, folder, known, for_members):
            if isinstance(found, ContentFile):
                yield base, found
