"""The command `tno`: one module a command. Only here are click and rich known."""

from __future__ import annotations

import click

from tno.commands.changes import changes
from tno.commands.check import check
from tno.commands.codeowners import codeowners
from tno.commands.fmt import fmt
from tno.commands.forms import forms
from tno.commands.freshness import freshness
from tno.commands.from_issue import from_issue
from tno.commands.import_ics import import_ics
from tno.commands.import_ptv import import_ptv
from tno.commands.links import links
from tno.commands.new import new
from tno.commands.questions import questions
from tno.commands.renew import renew
from tno.commands.schema import schema
from tno.commands.ticks import ticks

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
def main() -> None:
    """Työkalut TNO-portaalin sisällölle: tarkista, lisää, muotoile, tuo muualta.

    Yhden komennon ohje: tno KOMENTO --help
    """


main.add_command(changes)
main.add_command(check)
main.add_command(codeowners)
main.add_command(forms)
main.add_command(from_issue)
main.add_command(fmt)
main.add_command(freshness)
main.add_command(import_ics)
main.add_command(new)
main.add_command(import_ptv)
main.add_command(links)
main.add_command(questions)
main.add_command(renew)
main.add_command(schema)
main.add_command(ticks)

__all__ = ["main"]
