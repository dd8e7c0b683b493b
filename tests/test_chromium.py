"""The browser is looked for where it may be; without it one is told what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chromium import HOW_TO_GET, NAMES, ROOT, MissingError, chromium


def program(folder: Path, name: str) -> Path:
    """A file that can be run."""
    file = folder / name
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_the_browser_that_is_named_wins(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    mine = program(tmp_path, "mine")
    assert chromium({"CHROMIUM": str(mine), "PATH": str(tmp_path)}) == mine


def test_browsers_on_the_path_are_found_the_likeliest_first(tmp_path: Path) -> None:
    for name in reversed(NAMES):
        program(tmp_path, name)
        assert chromium({"PATH": str(tmp_path)}) == tmp_path / name


def test_without_a_browser_one_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as raised:
        chromium({"PATH": str(tmp_path)})
    assert str(raised.value) == HOW_TO_GET
    assert all(way in HOW_TO_GET for way in ("apt-get install chromium", "CHROMIUM=", "make test-fast"))


def test_a_name_that_is_no_program_is_said_and_nothing_else_is_taken(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    with pytest.raises(MissingError, match="CHROMIUM=puuttuu is not a program"):
        chromium({"CHROMIUM": "puuttuu", "PATH": str(tmp_path)})


def test_scripts_of_tests_are_pinned_and_no_registry_is_named() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(version[0].isdigit() for version in wanted.values())
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all("integrity" in package and "resolved" not in package for name, package in locked.items() if name)
