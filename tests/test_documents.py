"""README, CONTRIBUTING and ARCHITECTURE tell the truth: what they name is there, and every room is told of."""

from __future__ import annotations

import re

import pytest

from tno.commands import main
from trees import ROOT, TRACKED

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
MADE = {".cache/tno/", "assets/maps/", "kunnat.geojson"}
"""What no checkout has: made by a build, or brought by whoever publishes."""
PATHS = {file.relative_to(ROOT).as_posix() for file in TRACKED}
FOLDERS = {f"{folder.as_posix()}/" for file in TRACKED for folder in file.relative_to(ROOT).parents}
WRITTEN = "py|js|css|html|yml|toml|csv|md|in|txt|geojson"
"""Endings of files that people write; a build writes JSON."""
ROOMS = {
    path.split("/")[2].removesuffix(".py")
    for path in PATHS
    if re.fullmatch(r"hooks/tno/([a-z_]+\.py|[a-z_]+/.*\.py)", path)
} - {"__init__", "__main__"}


def text_of(document: str) -> str:
    """A document without its blocks of code."""
    return re.sub(r"```.*?```", "", (ROOT / document).read_text(encoding="utf-8"), flags=re.DOTALL)


def named_in(document: str) -> list[str]:
    """What stands between backticks, each once."""
    return [*dict.fromkeys(re.findall(r"`([^`\n]+)`", text_of(document)))]


def is_there(path: str, known: set[str]) -> bool:
    """Whether a file or folder ends so; a document may leave out the folder that it tells of."""
    return path in known or any(each.endswith(f"/{path}") for each in known)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_folder_that_is_named_is_there(document: str) -> None:
    named = [name for name in named_in(document) if name not in MADE]
    files = [name for name in named if re.fullmatch(rf"[\w./-]+\.({WRITTEN})", name)]
    folders = [name for name in named if re.fullmatch(r"[\w.-]+(/[\w.-]+)*/", name)]
    assert files and folders
    assert [name for name in files if not is_there(name, PATHS)] == []
    assert [name for name in folders if not is_there(name, FOLDERS)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_of_code_that_is_named_stands_in_the_code(document: str) -> None:
    code = (file for file in TRACKED if file.suffix in {".py", ".js", ".css", ".html", ".yml", ".toml"})
    known = {word for file in code for word in re.findall(r"\w+", file.read_text(encoding="utf-8"))}
    files = re.compile(r"\w+\.[a-z]+")
    names = [
        name for name in named_in(document) if re.fullmatch(r"[\w.]+\w(\(.*\))?", name) and not files.fullmatch(name)
    ]
    assert {word for name in names for word in re.findall(r"\w+", name)} - known == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_that_is_named_can_be_given(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = (ROOT / document).read_text(encoding="utf-8")
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)) <= targets
    assert set(re.findall(r"`tno ([a-z-]+)", text)) <= main.commands.keys()


def test_the_readme_names_the_commands_one_begins_with() -> None:
    assert {"make site", "make test", "make serve", "make check", "make test-fast", "make bench"} <= set(
        re.findall(r"make [a-z-]+", (ROOT / "README.md").read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_between_documents_leads_to_a_file_and_a_heading(document: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text_of(document)):
        file, _, fragment = target.partition("#")
        assert (ROOT / (file or document)).exists(), target
        headings = re.findall(r"^#+ (.+)$", text_of(file or document), re.MULTILINE)
        assert not fragment or fragment in {heading.lower().replace(" ", "-") for heading in headings}, target


def test_every_room_and_every_variable_is_told_of() -> None:
    told = {word for name in named_in("ARCHITECTURE.md") for word in re.findall(r"\w+", name)}
    assert ROOMS - told == set()
    code = "".join(
        file.read_text(encoding="utf-8") for file in TRACKED if "hooks" in file.parts and file.suffix == ".py"
    )
    assert set(re.findall(r"\bTNO_[A-Z_]+", code)) - told == set()
