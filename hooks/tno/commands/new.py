"""`tno new`: a new record by a few questions, written where it belongs and checked at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from tno.check import check, is_error, under
from tno.commands.options import NO_REGION, project_option, region_named, today_option
from tno.content import Folders
from tno.country import TableError
from tno.drafting import ASKED, Asked, Desk, Draft, IdError, file_of, text_of
from tno.drafting.answer import with_value
from tno.drafting.asked import BODY
from tno.drafting.draft import on_one_line
from tno.edition import Edition
from tno.formatting import Formatter
from tno.formatting.spelling import Spellings
from tno.load import load
from tno.model.network import NATIONAL, Network
from tno.new_file import id_from, write_new
from tno.records import KINDS
from tno.report import SourceLines, plain, report_rows
from tno.settings import Settings, read_settings
from tno.today import today as today_of

ALIASES = {
    "palvelu": "service", "tapahtuma": "event", "organisaatio": "organisation", "paikka": "place", "ryhma": "group",
    "sopimus": "agreement", "kaytanto": "practice", "asiakirja": "document", "news": "page", "uutinen": "page",
    "sivu": "page",
}  # fmt: skip
"""Other words for the kinds."""
NO_NAME = "Nimi puuttuu. Anna se: --name."
INTRODUCTION = "Vastaa kysymyksiin. Jos et tiedä jotakin, paina Enter: sen voi täydentää tiedostoon myöhemmin."
CHOICES = "  Vaihtoehdot: {choices}"
COMMAS = " (monta pilkulla erotettuna)"
STOPPED = "Keskeytettiin. Mitään ei kirjoitettu."
WRITTEN = "Kirjoitettiin {file}"
READY = "Tiedosto on valmis: tarkistus ei löytänyt virheitä."
MORE = {
    "service": "Voit vielä lisätä tiedostoon aukioloajat (hours), hinnan (price) ja kuvauksen. Ohje: /ohjeet/.",
    "event": "Jos tapahtuma toistuu, lisää tiedostoon repeat ja poikkeuksiin except. Ohje: /ohjeet/.",
}
"""What people often want to add to a new record."""
UNFINISHED = "Täydennä vielä nämä ja aja sitten `tno check {file}`:"


class _Kinds(click.Group):
    """Commands by the kinds of records, also by their Finnish names."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, ALIASES.get(cmd_name, cmd_name))


@click.group(cls=_Kinds)
def new() -> None:
    """Tee uusi tiedosto: palvelu, tapahtuma, organisaatio, sopimus …

    Komento kysyy tarvittavat tiedot, kirjoittaa tiedoston alueen kansioon ja tarkistaa sen. Tiedot voi antaa myös
    valitsimilla. Valmiin tiedoston päälle ei kirjoiteta koskaan.
    """


def _answer(asked: Asked) -> str:
    """Name of an option's value among the parameters, apart from those of the command itself."""
    return f"answer_{asked.option.replace('-', '_')}"


def _command(kind: str) -> click.Command:
    label = KINDS[kind].label
    options: list[click.Parameter] = [
        click.Option(["--region"], help="Alue, jonka tieto on, esim. lappi tai Lappi."),
        *(click.Option([f"--{each.option}", _answer(each)], help=each.help) for each in ASKED[kind]),
        click.Option(["--id", "own_id"], help="Tunnus, jos se ei tule nimestä."),
        click.Option(["--no-input"], is_flag=True, help="Älä kysy mitään: mitä ei anneta, jää pois."),
    ]  # fmt: skip

    def run(**given: Any) -> None:
        try:
            _new(kind, **given)
        except click.Abort:
            raise click.ClickException(STOPPED) from None

    return project_option(today_option(click.Command(kind, params=options, callback=run, help=f"Uusi {label}.")))


for _kind in ASKED:
    new.add_command(_command(_kind))


def _new(
    kind: str, region: str | None, own_id: str | None, no_input: bool, today: date | None, project: Path,
    **given: str | None,
) -> None:  # fmt: skip
    folders = Folders.of(project, os.environ)
    try:
        day, settings = today or today_of(os.environ), read_settings(project)
        network = load(folders, Edition.PUBLIC, settings).network
    except (TableError, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from None
    if not no_input:
        click.echo(INTRODUCTION)
    region = _region(network, region, no_input)
    draft = _answered(Desk(network, region, kind), given, own_id, no_input)
    try:
        file = file_of(folders, draft, network)
    except IdError as wrong:
        raise click.ClickException(str(wrong)) from None
    formatter = Formatter(Spellings(network.vocabularies, network.country))
    text = text_of(draft, file, formatter, day, with_schema=folders.root == project)
    write_new(folders.root / file, text)
    click.echo(WRITTEN.format(file=file))
    _tell(folders, file, settings, day)
    if kind in MORE:
        click.echo(MORE[kind])


def _region(network: Network, given: str | None, no_input: bool) -> str:
    while True:
        if not given and not no_input:
            given = click.prompt("Alue", default="", show_default=False)
        if found := region_named(given or "", network):
            return found
        message = NO_REGION.format(region=given or "", known=", ".join([*network.country.ely_areas, NATIONAL]))
        if no_input or not given:
            raise click.ClickException(message)
        click.echo(message, err=True)
        given = None


def _answered(desk: Desk, given: Mapping[str, str | None], own_id: str | None, no_input: bool) -> Draft:
    values: dict[str, Any] = {}
    body = ""
    for asked in ASKED[desk.kind]:
        text = given.get(_answer(asked))
        if text is None and not no_input and asked.is_needed(values):
            text = _ask(desk, asked, values)
        if not text or not text.strip():
            continue
        if asked.path == BODY:
            body = text.strip()
        else:
            values = with_value(values, asked.path, desk.read(asked, on_one_line(text)))
    if "name" not in values:
        raise click.ClickException(NO_NAME)
    return Draft(desk.kind, desk.region, own_id or id_from(values["name"]), values, body)


def _ask(desk: Desk, asked: Asked, values: dict[str, Any]) -> str:
    """The answer to one question, asked again while it is not understood; empty when it is left open."""
    click.echo()
    click.echo(f"{asked.help}{COMMAS if asked.is_list else ''}")
    if asked.vocabulary:
        terms = [term.label("fi") for term in desk.network.vocabularies[asked.vocabulary]]
        click.echo(CHOICES.format(choices=", ".join(terms)))
    while True:
        text: str = click.prompt(asked.label, default="", show_default=False)
        if not text.strip():
            return ""
        wrong = list(desk.faults(asked, desk.read(asked, on_one_line(text)), values))
        if not wrong:
            return text
        for message in wrong:
            click.echo(message, err=True)


def _tell(folders: Folders, file: str, settings: Settings, day: date) -> None:
    """Whether the new file is ready, or what it lacks."""
    problems = under(check(folders, Edition.PUBLIC, settings, day).problems, [file])
    is_wrong = any(map(is_error, problems))
    click.echo(UNFINISHED.format(file=file) if is_wrong else READY)
    if problems:
        click.echo(plain(report_rows(problems, SourceLines(folders.root, ""), "fi")), nl=False)
    if is_wrong:
        raise click.exceptions.Exit(1)
