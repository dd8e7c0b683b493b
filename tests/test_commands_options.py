"""The command `tno` as an editor meets it: every word of it in Finnish, the same option the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tno.commands import main

ENGLISH = {"the", "of", "a", "is", "this", "and", "default", "write", "show"}


def commands(group: click.Group, name: str = "tno") -> Iterator[tuple[str, click.Command]]:
    """Every command with its name, those of groups too."""
    yield name, group
    for own, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {own}")
        else:
            yield f"{name} {own}", command


EVERY = dict(commands(main))


@pytest.mark.parametrize("name", EVERY)
def test_every_command_and_option_says_in_finnish_what_it_does(name: str) -> None:
    helps = [EVERY[name].help, *(each.help for each in EVERY[name].params if isinstance(each, click.Option))]
    assert all(helps)
    assert [text for text in helps if text and ENGLISH & set(text.casefold().replace(",", " ").split())] == []


@pytest.mark.parametrize("option", ["--root", "--today", "--language"])
def test_an_option_of_several_commands_means_the_same_in_each(option: str) -> None:
    found = [each for command in EVERY.values() for each in command.params if option in each.opts]
    assert len(found) > 1
    assert len({(each.name, str(each.type), getattr(each, "help", "")) for each in found}) == 1


def test_outside_a_project_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, "anna kansio: --root" in done.output) == (2, True)
    assert CliRunner().invoke(main, ["check", "--help"]).exit_code == 0
