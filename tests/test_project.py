"""The project's own files: nothing of one machine in them, and documents that tell the truth."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from trees import ROOT, TRACKED

TEXTS = [file for file in TRACKED if file.suffix not in {".woff2", ".png", ".svg", ".pdf"}]
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("file", REQUIREMENTS, ids=lambda file: file.name)
def test_requirements_are_pinned_with_hashes_and_without_addresses(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-zA-Z0-9._-]+(?:\[[a-z,]+\])?==\S+", text, re.MULTILINE)
    assert pinned
    assert all(line.startswith((" ", "#")) or "==" in line for line in text.splitlines() if line)
    assert text.count("--hash=sha256:") >= len(pinned)
    assert not re.search(r"file:|https?:|index-url|find-links", text)


def test_each_level_of_requirements_holds_the_one_before_it() -> None:
    levels = [set(re.findall(r"^([\w.-]+==\S+)", file_text(name), re.MULTILINE)) for name in ("site", "test", "bench")]
    assert levels[0] < levels[1] < levels[2]


def file_text(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", ["/work/", "/root/", "/home/", "file:///", "index-url", 'resolved": "http'])
def test_no_file_names_a_place_of_one_machine(word: str) -> None:
    holding = [file.name for file in TEXTS if word in file.read_text(encoding="utf-8", errors="replace")]
    allowed = {"test_project.py", "CONTRIBUTING.md" if word == "index-url" else "test_prose.py"}
    assert set(holding) <= allowed


def test_what_the_package_asks_for_is_what_is_pinned() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    pinned = {name.lower() for name in re.findall(r"^([\w.-]+)==", file_text("site"), re.MULTILINE)}
    assert {re.split(r"[<>=\[]", name)[0].lower() for name in asked} <= pinned


def test_what_an_extra_asks_for_is_pinned_too() -> None:
    """The nightly check of links installs what the site needs, and nothing besides."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    pinned = set(re.findall(r"^([\w.-]+)==", file_text("site"), re.MULTILINE))
    assert {re.split(r"[<>=\[]", name)[0] for name in extras["links"]} <= pinned


def test_the_contributors_guide_fits_one_page() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split()) <= 1050


def test_the_contributors_guide_names_every_workflow() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    workflows = [file.name for file in (ROOT / ".github" / "workflows").iterdir()]
    assert workflows and [name for name in workflows if f"`{name}`" not in guide] == []


@pytest.mark.parametrize(
    ("file", "beginning"),
    [
        ("LICENSE", "MIT License"),
        ("LICENSES/CC-BY-4.0.txt", "Creative Commons Attribution 4.0 International"),
        ("docs/assets/fonts/OFL.txt", "Copyright 2023 The Schibsted-Grotesk Project Authors"),
    ],
)
def test_every_licence_is_there_and_named(file: str, beginning: str) -> None:
    assert (ROOT / file).read_text(encoding="utf-8").startswith(beginning)
    assert f"`{file}`" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("source", ["Tilastokeskus", "Maanmittauslaitos", "GeoNames"])
def test_whose_data_is_used_is_told_to_readers_and_to_those_who_copy(source: str) -> None:
    tables = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "regions" / "finland").iterdir())
    assert source in tables
    for document in ("README.md", "docs/tietoa.md"):
        assert source in (ROOT / document).read_text(encoding="utf-8"), document


def test_every_font_lies_beside_its_licence() -> None:
    fonts = [file for file in TRACKED if file.suffix == ".woff2"]
    assert fonts and {file.parent for file in fonts} == {ROOT / "docs" / "assets" / "fonts"}
