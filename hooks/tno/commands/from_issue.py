"""`tno from-issue`: a form that was sent in as an issue, as checked files and an answer."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import click

from tno.commands.check import DAY
from tno.commands.project import find_root
from tno.content import Folders
from tno.country import TableError
from tno.from_issue.issue import Answer, Issue, Tree
from tno.settings import read_settings
from tno.today import today as today_of

NOT_AN_EVENT = "{file} is no event of an issue."
NONE_OF_OURS = """\
Ilmoitus ei ole lomake. Sitä ei lueta.
The issue was not made with a form. It is left to people."""


@click.command("from-issue")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path),
              help="Folder for answer.json, for the part that may write. Without it the answer is shown.")  # fmt: skip
@click.option("--today", type=DAY, help="As on this day. Default: TNO_TODAY, SOURCE_DATE_EPOCH, or today.")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="Folder of the project. Default: the nearest one above that has regions/.")  # fmt: skip
def from_issue(file: Path, into: Path | None, today: date | None, root: Path | None) -> None:
    """Read the issue of FILE: the forge's event (.json), or the body alone as text.

    Nothing of the content is changed. The files that the issue makes are tried in a copy.

    Exit code: 0 the issue was read, whatever the answer; 1 it could not be; 2 the command was used wrongly.
    """
    from tno.from_issue import answer_to

    project = root.resolve() if root else find_root(Path.cwd())
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
