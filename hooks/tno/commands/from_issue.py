"""`tno from-issue`: a form that was sent in as an issue, as checked files and an answer."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import click

from tno.commands.options import project_option, today_option
from tno.content import Folders
from tno.country import TableError
from tno.from_issue.issue import Answer, Issue, Tree
from tno.settings import read_settings
from tno.today import today as today_of

NOT_AN_EVENT = "Tiedosto {file} ei kerro ilmoituksesta."
NONE_OF_OURS = """\
Ilmoitus ei ole lomake. Sitä ei lueta.
The issue was not made with a form. It is left to people."""


@click.command("from-issue")
@click.argument("file", metavar="TIEDOSTO", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path),
              help="Kansio, johon answer.json kirjoitetaan. Ilman sitä vastaus näytetään.")  # fmt: skip
@today_option
@project_option
def from_issue(file: Path, into: Path | None, today: date | None, project: Path) -> None:
    """Lue lomakkeella tehty ilmoitus: GitHubin tapahtuma (.json) tai pelkkä teksti.

    Sisältö ei muutu: tiedostoja, jotka ilmoituksesta syntyvät, kokeillaan kopiossa.

    Paluuarvo: 0 ilmoitus luettiin, 1 sitä ei voinut lukea, 2 komento annettiin väärin.
    """
    from tno.from_issue import answer_to

    issue = _issue(file)
    try:
        day, settings = today or today_of(os.environ), read_settings(project)
        answer = answer_to(issue, Tree(Folders.of(project, os.environ), settings, day))
    except (TableError, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from None
    if answer is None:
        click.echo(NONE_OF_OURS)
    elif into is None:
        click.echo(answer.comment)
        for name, text in answer.files.items():
            click.echo(f"--- {name}\n{text}")
    else:
        into.mkdir(parents=True, exist_ok=True)
        (into / "answer.json").write_text(json.dumps(_described(answer, issue), ensure_ascii=True), encoding="utf-8")
        click.echo(answer.outcome.value)


def _issue(file: Path) -> Issue:
    text = file.read_text(encoding="utf-8", errors="replace")
    if file.suffix != ".json":
        return Issue(text)
    try:
        return Issue.from_event(json.loads(text))
    except (ValueError, LookupError, TypeError):
        raise click.ClickException(NOT_AN_EVENT.format(file=file.name)) from None


def _described(answer: Answer, issue: Issue) -> dict[str, object]:
    return {
        "issue": issue.number,
        "outcome": answer.outcome.value,
        "comment": answer.comment,
        "title": answer.title,
        "closes": answer.closes,
        "files": dict(answer.files),
    }
