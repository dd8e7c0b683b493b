"""`tno freshness`: which facts were checked too long ago, and who should check them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from tno.addresses import CHANGE_FORM
from tno.commands.options import NO_REGION, project_option, region_named, today_option
from tno.content import Folders
from tno.country import TableError
from tno.edition import Edition
from tno.exports.freshness_issue import Desk, freshness_issue
from tno.finnish import day as written_day
from tno.from_issue.ticks import record_name
from tno.load import Loaded, load
from tno.model.freshness import Duty, duties
from tno.model.network import KIND_OF
from tno.records import KINDS, Organisation
from tno.settings import Settings, read_settings
from tno.today import today as today_of

NOBODY = "Vastuutaho puuttuu"


@click.command()
@click.option("--region", help="Vain tämän alueen tiedot, esim. lappi. Oletus: koko maa.")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True,
              help="Luettelo ihmisille, kaikki ohjelmille tai ilmoitusten tekstit.")  # fmt: skip
@today_option
@project_option
def freshness(region: str | None, form: str, today: date | None, project: Path) -> None:
    """Näytä tiedot, joiden tarkistamisesta on liian kauan, vastuuorganisaation mukaan ja vanhin ensin.

    Ilmoitusten linkit tarvitsevat sivuston ja tietovaraston osoitteet: TNO_SITE_URL ja TNO_REPO_URL.
    """
    day, settings, loaded = read(project, today)
    regions = loaded.network.regions
    home = region_named(region, loaded.network) if region else None
    if region and home is None:
        raise click.UsageError(NO_REGION.format(region=region, known=", ".join(regions)))
    chosen = [regions[home]] if home else list(regions.values())
    every = duties(loaded.network, chosen, day, settings)
    if form == "json":
        told = [_in_json(loaded, settings, duty) for duty in every]
        click.echo(json.dumps({"day": day.isoformat(), "organisations": told}, ensure_ascii=False, indent=1))
    elif form == "markdown":
        issues = filter(None, (freshness_issue(desk_of(loaded, settings), duty) for duty in every))
        click.echo("\n".join(f"# {issue.title}\n\n{issue.body}" for issue in issues), nl=False)
    else:
        for line in _in_words(loaded, every):
            click.echo(line)


def read(project: Path, today: date | None) -> tuple[date, Settings, Loaded]:
    """The day, the settings and the public content of a project."""
    try:
        day, settings = today or today_of(os.environ), read_settings(project)
        return day, settings, load(Folders.of(project, os.environ), Edition.PUBLIC, settings)
    except (TableError, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from None


def desk_of(loaded: Loaded, settings: Settings) -> Desk:
    """What texts of issues must know; where the site and the repository are is told by the environment."""
    site, repository = (os.environ.get(name, "").rstrip("/") for name in ("TNO_SITE_URL", "TNO_REPO_URL"))
    return Desk(
        network=loaded.network,
        settings=settings,
        file_of=loaded.places.file_of,
        site_url=f"{site}/" if site else "",
        edit_base=f"{repository}/edit/main/" if repository else "",
        forms=f"{repository}/{CHANGE_FORM}" if repository else "",
    )


def _name(loaded: Loaded, duty: Duty) -> str:
    found = loaded.network.find(Organisation, duty.organisation)
    return str(found.name) if found else NOBODY


def _in_json(loaded: Loaded, settings: Settings, duty: Duty) -> dict[str, Any]:
    issue = freshness_issue(desk_of(loaded, settings), duty)
    return {
        "organisation": duty.organisation,
        "name": _name(loaded, duty),
        "kept": duty.kept,
        "undated": duty.undated,
        "stale": [
            {
                "record": record_name(each.record),
                "name": str(getattr(each.record, "name", each.record.id)),
                "file": loaded.places.file_of(each.record),
                "verified": each.verified.isoformat(),
                "state": each.state,
            }
            for each in duty.stale
        ],
        "issue": {"title": issue.title, "body": issue.body} if issue else None,
    }


def _in_words(loaded: Loaded, every: Sequence[Duty]) -> Iterator[str]:
    stale = [duty for duty in every if duty.stale]
    for duty in stale:
        yield f"{_name(loaded, duty)} ({len(duty.stale)}/{duty.kept})"
        for each in duty.stale:
            kind, place = KINDS[KIND_OF[type(each.record)]].label, loaded.places.of(each.record, "verified")
            yield f"  {written_day(each.verified):>10}  {each.state:14} {kind} {each.record.id}  {place}"
    records, organisations = sum(len(duty.stale) for duty in stale), len(stale)
    kept, undated = sum(duty.kept for duty in every), sum(duty.undated for duty in every)
    yield f"Tarkistettavia tietoja {records}, organisaatioita {organisations}. Kaikkiaan tietoja on {kept}."
    if undated:
        yield f"Ilman tarkistuspäivää (verified) {undated}."
