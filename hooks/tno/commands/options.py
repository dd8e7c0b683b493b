"""Options that several commands have, each with one meaning and one help."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tno.content import VOCABULARIES_FILE
from tno.today import today as today_of

if TYPE_CHECKING:
    from tno.model.network import Network

NO_PROJECT = (
    "Kansiossa {start} tai sen yläpuolella ei ole tiedostoa regions/{file}. "
    "Aja komento projektin kansiossa tai anna kansio: --root."
)
NO_REGION = "Aluetta ”{region}” ei ole. Alueet: {known}."
NO_DAY = "”{value}” ei ole päivä. Kirjoita päivä näin: 2026-11-21."


def region_named(text: str, network: Network) -> str | None:
    """Id of the region that `text` means, by its id or its name: `lappi`, `Lappi`, `Lapland`."""
    areas = network.country.ely_areas.values()
    names = {name.casefold(): area.id for area in areas for name in area.names.values()}
    word = text.strip().casefold()
    found = names.get(word, word)
    return found if found in network.regions else None


class _Day(click.ParamType[date]):
    name = "VVVV-KK-PP"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return today_of({}, str(value))
        except ValueError:
            self.fail(NO_DAY.format(value=value), param, ctx)


def find_project(start: Path) -> Path:
    """The nearest of `start` and the folders above it that holds the portal's content."""
    for folder in (start, *start.parents):
        if (folder / "regions" / VOCABULARIES_FILE).is_file():
            return folder
    raise click.UsageError(NO_PROJECT.format(start=start, file=VOCABULARIES_FILE))


def _project(ctx: click.Context, param: click.Parameter, given: Path | None) -> Path:
    return given.resolve() if given else find_project(Path.cwd())


project_option = click.option(
    "--root",
    "project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=_project,
    metavar="KANSIO",
    help="Projektin kansio. Oletus: lähin, jossa on regions/.",
)
"""`project`: the folder of the project, whole."""

today_option = click.option(
    "--today",
    type=_Day(),
    help="Päivä, jona ollaan, esim. 2026-11-21. Oletus: TNO_TODAY, SOURCE_DATE_EPOCH tai tämä päivä.",
)
"""`today`: a day, None when the environment or the clock tells it."""

LANGUAGES = ("fi", "en", "both")
language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="fi",
    show_default=True,
    help="Viestien kieli: suomi, englanti tai molemmat.",
)
"""`language`: in which language messages are told."""
