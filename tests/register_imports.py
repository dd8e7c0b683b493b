"""What tests of the national register begin with: a project, saved pages, an import."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner

import register_pages as pages
from tno.commands import main
from tno.content import Folders
from tno.edition import Edition
from tno.from_register.classes import Classes
from tno.from_register.importing import Import
from tno.from_register.notes import Notes
from tno.from_register.ours import Ours
from tno.from_register.saved_pages import Reader
from tno.from_register.setting import Setting
from tno.from_register.shapes import Node, node_of
from tno.load import load
from tno.read import parse_yaml
from tno.read.markdown_file import parse_markdown
from tno.settings import Settings
from trees import DAY, ROOT, TABLES

LATER = "2026-11-10T08:00:00Z"


def new_project(folder: Path) -> Path:
    """A project with the country's tables and one region of real, empty content."""
    root = folder / "project"
    (root / "regions" / "kainuu").mkdir(parents=True)
    for name in ("vocabularies.yml", "kainuu/region.yml"):
        shutil.copy(TABLES / name, root / "regions" / name)
    shutil.copytree(TABLES / "finland", root / "regions" / "finland")
    return root


def save(folder: Path, services: list[Any] | None = None, channels: list[Any] | None = None) -> list[str]:
    """One guidance service, its five channels and two organisations, in three files; or what is given."""
    return pages.save(
        folder / "saved",
        services=pages.page(*(services if services is not None else [pages.service()])),
        channels=pages.page(*(channels if channels is not None else pages.channels())),
        organisations=pages.page(*pages.organisations()),
    )


def run(project: Path, files: list[str], *more: str, region: str = "kainuu") -> Any:
    arguments = ["import-ptv", *files, "--region", region, "--root", str(project), *more]
    return CliRunner().invoke(main, arguments, env={"TNO_TODAY": DAY.isoformat()}, catch_exceptions=False)


def content(project: Path) -> dict[str, bytes]:
    """Every content file of the region."""
    folder = project / "regions" / "kainuu"
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def front_matter(project: Path, name: str = "services/mallilan-uraohjaus.md") -> Any:
    file = project / "regions" / "kainuu" / name
    text = file.read_text(encoding="utf-8")
    return parse_markdown(text, file.name).data if name.endswith(".md") else parse_yaml(text, file.name).data


@cache
def ours() -> Ours:
    network = load(Folders(ROOT, TABLES), Edition.PUBLIC, Settings()).network
    classes = Classes(TABLES / "finland")
    return Ours(network, "kainuu", Setting(network.country, network.vocabularies, classes, "kainuu", DAY))


def setting() -> Setting:
    return ours().setting


def imported(folder: Path, *files: str, everything: bool = False) -> Import:
    """What files give, nothing written."""
    notes = Notes()
    reader = Reader(notes)
    for file in files:
        list(reader.read(Path(file)))
    done = Import(ours(), reader.finish(), notes, folder / "regions" / "kainuu", everything)
    done.run()
    return done


def codes(notes: Notes) -> set[str]:
    return {note.code for note in notes.found}


def nodes(kind: str, values: list[Any], notes: Notes | None = None) -> list[Node]:
    return [node_of(kind, each, "$", (notes or Notes()).of()) for each in values]
