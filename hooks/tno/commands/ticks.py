"""`tno ticks`: what people have ticked in the issues that ask them to check their facts, as changed files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from tno.commands.freshness import desk_of, read
from tno.commands.options import project_option, today_option
from tno.exports.freshness_issue import freshness_issue
from tno.from_issue.ticks import checked_files, organisation_of, record_name, ticked
from tno.load import Loaded
from tno.model.freshness import Duty, duties
from tno.settings import Settings
from tno.today import HELSINKI


@click.command()
@click.argument("issues", metavar="TIEDOSTO", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@today_option
@project_option
def ticks(issues: Path, today: date | None, project: Path) -> None:
    """Kerro JSON-muodossa, mitkä ilmoitukset pitää olla auki ja mitä niiden rastit muuttavat. Mitään ei kirjoiteta.

    TIEDOSTO on se, mitä `gh issue list --json number,title,body,state,updatedAt` kertoo ilmoituksista, joissa
    pyydetään tarkistamaan tietoja.
    """
    day, settings, loaded = read(project, today)
    every = {duty.organisation: duty for duty in duties(loaded.network, loaded.network.regions.values(), day, settings)}
    found = json.loads(issues.read_text(encoding="utf-8"))
    asked = {organisation: issue for issue in found if (organisation := organisation_of(issue["body"]))}
    click.echo(
        json.dumps(
            {
                "issues": list(_issues(loaded, settings, every, asked)),
                "changes": [
                    change
                    for organisation, issue in asked.items()
                    if issue["state"] == "OPEN"
                    and (change := _change(loaded, project, every.get(organisation), issue, day))
                ],
            },
            ensure_ascii=False,
            indent=1,
        )
    )


def _issues(
    loaded: Loaded, settings: Settings, every: Mapping[str | None, Duty], asked: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    """Each issue that should be, with its records; those with none that are stale, to be closed."""
    desk = desk_of(loaded, settings)
    for organisation in dict.fromkeys((*filter(None, every), *asked)):
        duty, issue = every.get(organisation), asked.get(organisation)
        names = [record_name(each.record) for each in duty.stale] if duty else []
        done = ticked(issue["body"], names) if issue else ()
        text = freshness_issue(desk, duty, done) if duty else None
        if text or issue:
            known = {"number": issue["number"], "state": issue["state"], "was": issue["body"]} if issue else {}
            told = {"title": text.title, "body": text.body} if text else {}
            yield {"organisation": organisation, "records": names, **known, **told}


def _change(
    loaded: Loaded, project: Path, duty: Duty | None, issue: Mapping[str, Any], today: date
) -> dict[str, Any] | None:
    """What an issue's ticks change: the day is that of its last change, never later than today."""
    if duty is None:
        return None
    names = ticked(issue["body"], [record_name(each.record) for each in duty.stale])
    changed = datetime.fromisoformat(issue["updatedAt"].replace("Z", "+00:00")).astimezone(HELSINKI).date()
    files = filter(None, (loaded.places.file_of(each.record) for each in duty.stale))
    texts = {file: (project / file).read_bytes().decode() for file in files}
    done = checked_files(duty, names, min(today, changed), loaded.places, texts)
    if not done.names and not done.left:
        return None
    return {"number": issue["number"], **done._asdict()}
