"""`tno check`: every problem of the content, at its line, with what to do about it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from tno.cases import CaseError, case_files, read_case, shown, workbench
from tno.check import check as check_content
from tno.check import is_error, under
from tno.commands.options import language_option, project_option, today_option
from tno.content import COUNTRY_FOLDER, REGION_FILE, Folders
from tno.country import TableError
from tno.edition import Edition
from tno.problem import Problem
from tno.publisher import publisher_problems
from tno.report import (
    Languages,
    Row,
    SourceLines,
    errors_elsewhere,
    github_report,
    json_report,
    plain,
    report_rows,
    sorted_problems,
)
from tno.settings import Settings, read_settings
from tno.today import today as today_of

PATIENCE_S = 2.0
"""After so many seconds the command tells that it is still at work."""
STYLES = {
    "place": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "code": "dim",
    "hint": "green",
    "gutter": "dim",
    "mark": "red",
    "summary": "bold",
}


@click.command()
@click.argument("paths", nargs=-1, metavar="[POLKU...]", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True,
              help="Teksti ihmisille, merkinnät GitHub Actionsille tai JSON ohjelmille.")  # fmt: skip
@language_option
@today_option
@click.option("--edition", type=click.Choice([edition.value for edition in Edition]), default="public",
              show_default=True, help="Tarkista julkinen sisältö tai myös se, jonka jäsenet näkevät.")  # fmt: skip
@click.option("--warnings/--no-warnings", default=True, show_default=True,
              help="Näytä myös varoitukset. Ne eivät muuta paluuarvoa.")  # fmt: skip
@project_option
def check(
    paths: tuple[Path, ...],
    form: str,
    language: Languages,
    today: date | None,
    edition: str,
    warnings: bool,
    project: Path,
) -> None:
    """Tarkista sisältö. Jokaisesta virheestä kerrotaan rivi ja se, miten sen voi korjata.

    Ilman polkuja tarkistetaan koko sisältö. Kun polku on kansiossa regions/, tarkistetaan silti kaikki, mutta
    näytetään vain sen tiedostojen huomiot. Muualla polku voi olla toinen alueiden kansio tai kansio tapauksia,
    kuten tests/problems.

    Paluuarvo: 0 ei virheitä, 1 virheitä, 2 komento annettiin väärin.
    """
    try:
        day, settings = today or today_of(os.environ), read_settings(project)
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None
    with _patience():
        try:
            problems, others = _problems(project, paths, Edition(edition), settings, day, warnings)
        except (TableError, CaseError) as wrong:
            raise click.ClickException(str(wrong)) from None
    _show(problems, form, language, project)
    is_wrong = any(is_error(problem) for problem in problems)
    if others and not is_wrong and form == "text":
        click.echo(errors_elsewhere(others, language))
    if is_wrong:
        raise click.exceptions.Exit(1)


# --- what to check ----------------------------------------------------------------------------------------------------


def _problems(
    root: Path, paths: Sequence[Path], edition: Edition, settings: Settings, day: date, warnings: bool
) -> tuple[list[Problem], int]:
    """Problems of the whole content, or of what `paths` name, sorted; how many errors other content files have."""
    folders = Folders.of(root, os.environ)
    inside = [path.resolve() for path in paths if _is_content(folders, path.resolve())]
    problems: list[Problem] = []
    others = 0
    if inside or not paths:
        done = check_content(folders, edition, settings, day, most_warnings=None if warnings else 0)
        found = [*done.problems, *publisher_problems(settings.publisher, done.network, root)]
        problems += under(found, [_name(folders, path) for path in inside]) if paths else found
        others = sum(map(is_error, found)) - sum(map(is_error, problems))
    for path in paths:
        if path.resolve() not in inside:
            problems += _elsewhere(root, path, edition, settings, day, warnings)
    return sorted_problems(problem for problem in problems if warnings or is_error(problem)), others


def _is_content(folders: Folders, path: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in (folders.regions, folders.members) if folder)


def _name(folders: Folders, path: Path) -> str:
    """`path` as problems name it; empty for the whole of a tree."""
    members = folders.members
    name = path.relative_to(members if members and path.is_relative_to(members) else folders.root).as_posix()
    return "" if name == "." else name


def _elsewhere(
    root: Path, given: Path, edition: Edition, settings: Settings, day: date, warnings: bool
) -> Iterator[Problem]:
    """Problems of cases or of other trees of regions at the path `given`."""
    tables, path = Folders.of(root, os.environ).regions, given.resolve()
    if cases := case_files(path):
        with workbench(tables, day) as bench:
            for case in (read_case(file, root) for file in cases):
                yield from shown(case, bench.problems_of(case), root)
    elif trees := [tree for tree in (path, *sorted(path.glob("*/"))) if _is_tree(tree)]:
        for tree in trees:
            own = None if (tree / COUNTRY_FOLDER).is_dir() else tables
            base = root if tree.is_relative_to(root) else tree
            folders, most = Folders(base, tree, None, own), None if warnings else 0
            yield from check_content(folders, edition, settings, day, most_warnings=most).problems
    else:
        raise click.UsageError(f"{given} ei ole sisältöä, alueiden kansio eikä tapausten kansio.")


def _is_tree(path: Path) -> bool:
    """Whether `path` has folders of regions."""
    return next(path.glob(f"*/{REGION_FILE}"), None) is not None


# --- what to show -----------------------------------------------------------------------------------------------------


def _show(problems: list[Problem], form: str, language: Languages, root: Path) -> None:
    if form == "json":
        click.echo(json_report(problems), nl=False)
    elif form == "github":
        click.echo(github_report(problems, language), nl=False)
    else:
        _print(report_rows(problems, _lines_of(root), language))


def _lines_of(root: Path) -> Any:
    """Lines of any file that problems name: of the project, or of the members' own checkout."""
    folders = Folders.of(root, os.environ)
    readers = [SourceLines(base, "") for base in (root, folders.root, folders.members) if base]
    return lambda file: next(filter(None, (reader(file) for reader in readers)), ())


def _print(rows: list[Row]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if not console.is_terminal:
        click.echo(plain(rows), nl=False)
        return
    for row in rows:
        console.print(Text.assemble(*((piece.text, STYLES.get(piece.style, "")) for piece in row)))


@contextmanager
def _patience() -> Iterator[None]:
    """Tells on the terminal that work goes on, once it has taken a while."""
    console = Console(stderr=True)
    status = console.status("Tarkistetaan sisältöä … / Checking content …")
    timer = threading.Timer(PATIENCE_S, status.start)
    if console.is_terminal:
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
        status.stop()
