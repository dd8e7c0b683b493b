"""`tno links`: whether links to other sites still lead anywhere."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from tno.commands.freshness import read
from tno.commands.options import project_option, today_option

NEEDS = """\
Linkkien tarkistus tarvitsee kirjaston requests. Asenna se: pip install "tno-portal[links]"
Checking links needs the library requests. Install it: pip install "tno-portal[links]\""""

NOBODY = """\
Mikään sivusto ei vastannut, joten vika lienee omassa verkossa. Raporttia ei tehty.
No site answered, so the fault is probably in the own network. There is no report."""


@click.command()
@click.option(
    "--list", "only_list", is_flag=True, help="Älä kysy keneltäkään. Näytä osoitteet ja paikat, joissa ne ovat."
)
@click.option("--former", type=click.Path(dir_okay=False, path_type=Path),
              help="Edellisen yön raportti: linkistä kerrotaan, kun se ei toimi kahtena yönä peräkkäin.")  # fmt: skip
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tiedosto, johon raportti kirjoitetaan. Ilman sitä raportti näytetään.",
)
@today_option
@project_option
def links(only_list: bool, former: Path | None, report: Path | None, today: date | None, project: Path) -> None:
    """Kokeile maltillisesti linkit muille sivustoille ja kerro, mikä ei vastaa.

    Sivuston omat linkit tarkistetaan aina, kun sivusto kootaan. Keksittyjä osoitteita (example.org) ei kokeilla.
    """
    try:
        from tno.outward.ask import DEAD, MOVED, Asker
    except ImportError:
        raise click.ClickException(NEEDS) from None
    from tno.outward.found import outward_links
    from tno.outward.report import former_failures, link_report, nobody_answered

    day, settings, loaded = read(project, today)
    found = outward_links(project, loaded, day)
    if only_list:
        for link in found:
            click.echo(f"{link.address}  {', '.join(f'{place.file}:{place.line}' for place in link.places)}")
        return
    site, repository = (os.environ.get(name, "").rstrip("/") for name in ("TNO_SITE_URL", "TNO_REPO_URL"))
    asker = Asker(f"{settings.links_agent} (+{site}/)" if site else settings.links_agent)
    answers = asker.ask_all([link.address for link in found])
    if nobody_answered(answers):
        raise click.ClickException(NOBODY)
    before = former_failures(former.read_text(encoding="utf-8")) if former and former.is_file() else {}
    told = link_report(found, answers, before, day, f"{repository}/blob/main/" if repository else "")
    if report:
        report.write_text(told.body, encoding="utf-8", newline="\n")
    else:
        click.echo(told.body, nl=False)
    states = [answer.state for answer in answers.values()]
    click.echo(f"Osoitteita {len(states)}, rikki {states.count(DEAD)}, muuttaneita {states.count(MOVED)}.", err=True)
