"""`tno questions`: do the questions of people find their answers, asked with the page's own ranking."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tno.commands.options import project_option
from tno.country import TableError
from tno.today import today as today_of

if TYPE_CHECKING:  # a build and QuickJS take a good part of a second to import
    from tno.build import Build
    from tno.search.audit import Answered

PARTS = ((False, "tuned"), (True, "unseen"))


@click.command()
@click.option("--misses", type=click.Choice(["tuned", "all", "none"]), default="tuned", show_default=True,
              help="Mitkä ohi menneet luetellaan. Hakua ei säädetä näkemättömien (unseen) mukaan.")  # fmt: skip
@click.option("--from-front", is_flag=True, help="Kysy kuten etusivulla, ei kuten alueiden sivuilla.")
@click.option("--json", "as_json", is_flag=True, help="Jokainen kysymys, sen sijoitus ja tulokset ohjelmille.")
@project_option
def questions(misses: str, from_front: bool, as_json: bool, project: Path) -> None:
    """Kysy haulta jokainen kysymys (regions/ALUE/questions.yml) ja kerro, moniko löytää oikean vastauksen.

    @1: ensimmäinen tulos on oikea. @3: jokin kolmesta ensimmäisestä on oikea.
    """
    try:
        answered = ask(project, today_of(os.environ), not from_front)
    except (TableError, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from None
    if as_json:
        click.echo(json.dumps([_row(each) for each in answered], ensure_ascii=False, indent=1))
        return
    for line in report(answered):
        click.echo(line)
    for each in answered:
        if not each.is_found(3) and (misses == "all" or (misses == "tuned" and not each.question.unseen)):
            click.echo(f"  miss: {each.region} · {each.question.kind} · {each.question.question}")


def ask(root: Path, day: date, with_region: bool = True) -> list[Answered]:
    """Every question of the project at `root`, answered."""
    from tno.search.audit import audit
    from tno.search.engine import Engine

    build = searchable(root, day)
    engines = {language: Engine(dict(files)) for language, files in indexes(build)}
    try:
        return list(audit(build.loaded.questions, build.loaded.network, engines, with_region))
    finally:
        build.abandon()


def searchable(root: Path, day: date) -> Build:
    """A build that is asked, not published."""
    from tno.build import Build
    from tno.content import Folders
    from tno.edition import Edition
    from tno.frames import Site
    from tno.plan import Plan
    from tno.settings import read_settings

    site = Site("", "", "", Edition.PUBLIC)
    folders, settings = Folders.of(root, os.environ), read_settings(root)
    return Build(Plan(folders, root / "overrides", None, day, Edition.PUBLIC, settings, site, root=root))


def indexes(build: Build) -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """(language, files) of each search index of a build."""
    from tno.words import LANGUAGES

    for language in LANGUAGES:
        if build.search.documents(language):
            yield language, list(build.search.files(language))


def report(answered: Sequence[Answered]) -> list[str]:
    """A table: kinds of questions, @1 and @3 of those the search was tuned with and of those it has not seen."""
    from tno.ledger import Figures
    from tno.search.audit import rates

    tables = [rates(each for each in answered if each.question.unseen is unseen) for unseen, _ in PARTS]
    kinds = sorted({kind for table in tables for kind in table})
    none = Figures(0, 0, 0)
    lines = [f"{'':18}" + "".join(f"{name:>9}{'@1':>8}{'@3':>8}" for _, name in PARTS)]
    for kind in (*kinds[1:], ""):
        lines.append(f"{kind or 'all':18}" + "".join(_cells(table.get(kind, none)) for table in tables))
    return lines


def _cells(rate: tuple[int, int, int]) -> str:
    asked, *found = rate
    shares = "".join(f"{100 * number / asked:7.1f}%" if asked else f"{'–':>8}" for number in found)
    return f"{asked:9}{shares}"


def _row(each: Answered) -> dict[str, object]:
    question = each.question
    return {
        "region": each.region,
        "question": question.question,
        "kind": question.kind,
        "unseen": question.unseen,
        "place": each.place,
        "results": each.results[:3],
    }
