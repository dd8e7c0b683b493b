"""Content for tests: the tiny regions of `tests/regions/`, and small trees written for one test."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tno.check import Checked, check
from tno.content import Folders
from tno.edition import Edition
from tno.load import Loaded, load
from tno.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "regions"
"""Where the country's tables and the vocabularies are."""
REGIONS = ROOT / "tests" / "regions"
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    if (ROOT / name).is_file()
]
"""Every file of the project, those not yet committed too."""
DAY = date(2026, 11, 21)
"""Today, for every test that does not say another day."""


def folders_of(name: str) -> Folders:
    """The tiny region tree called `name`."""
    return Folders(ROOT, REGIONS / name, None, TABLES)


def load_tree(folders: Folders, edition: Edition = Edition.PUBLIC, settings: Settings | None = None) -> Loaded:
    """Everything in `folders`, read afresh."""
    return load(folders, edition, settings or Settings())


def write_region(folder: Path, files: Mapping[str, str | None], base: str | None = "minimal") -> Folders:
    """A tree in `folder`: the region `base` with `files` over it.

    Args:
        files: path → text, or None to leave a file of the base out. A path is in regions/lappi/ unless it begins with
            `regions/`, or with `members/` for the members' own checkout.
    """
    if base:
        shutil.copytree(REGIONS / base, folder / "regions", dirs_exist_ok=True)
    for name, text in files.items():
        file = folder / (name if name.startswith(("regions/", "members/")) else f"regions/lappi/{name}")
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")
    members = folder / "members"
    return Folders(folder, folder / "regions", members if members.is_dir() else None, TABLES)


def write_project(folder: Path, files: Mapping[str, str | None]) -> None:
    """The same with the country's tables and the vocabularies: all that a command asks of a project."""
    write_region(folder, files)
    shutil.copytree(TABLES / "finland", folder / "regions" / "finland")
    shutil.copy(TABLES / "vocabularies.yml", folder / "regions")


def check_tree(
    folders: Folders, day: date = DAY, edition: Edition = Edition.PUBLIC, settings: Settings | None = None
) -> Checked:
    """`folders` checked on `day`."""
    return check(folders, edition, settings or Settings(), day)


def told(checked: Checked) -> list[str]:
    """Each problem as `code file:line:column`, files without `regions/lappi/`."""
    return [f"{problem.code} {problem.position}".replace("regions/lappi/", "") for problem in checked.problems]


def codes(checked: Checked) -> list[str]:
    """The codes of the problems, in the order of their places."""
    return [problem.code for problem in checked.problems]


def base_text(name: str) -> str:
    """The text of a file of the region `minimal`, e.g. "services/ohjaamo.md"."""
    return (REGIONS / "minimal" / "lappi" / name).read_text(encoding="utf-8")


def changed(name: str, *pairs: tuple[str, str]) -> dict[str, str]:
    """A file of `minimal` with each first text replaced by the second, as `write_region` takes it."""
    text = base_text(name)
    for old, new in pairs:
        assert text.count(old) == 1, f"{old!r} should be in {name} once"
        text = text.replace(old, new)
    return {name: text}
