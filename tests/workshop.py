"""A project that is built by the package alone, without MkDocs. `python tests/workshop.py FOLDER` builds it once."""

from __future__ import annotations

import shutil
import sys
from dataclasses import fields
from pathlib import Path

from site_building import HAND_WRITTEN, URL, Site, make_project
from tno.build import Build
from tno.content import Folders
from tno.edition import Edition
from tno.frames import Site as SiteFacts
from tno.plan import Plan
from tno.settings import Settings
from tno.shell import Frame, Room, Shell, slot, with_slots
from trees import DAY, ROOT


class Workshop:
    """One project that is built again and again on top of itself, by the package alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.project = make_project(folder / "project", own_templates=True)
        self.day = DAY

    def build(self, out: str, cache: str) -> tuple[Site, Build]:
        """Build into a folder, with shells that hold everything a frame has."""
        folders = Folders(self.project.folder, self.project.regions)
        facts = SiteFacts("TNO", URL, "https://example.org/edit/", Edition.PUBLIC)
        templates, kept = self.project.folder / "overrides", self.folder / cache
        build = Build(Plan(folders, templates, kept, self.day, Edition.PUBLIC, Settings(), facts))
        build.look_at(self.folder / out)
        assert [str(problem) for problem in build.checked.errors] == []
        build.learn([f"{name.removesuffix('index')}/".replace("//", "/") for name in HAND_WRITTEN])
        for address in build.hand_written:
            (self.folder / "staged" / address).mkdir(parents=True, exist_ok=True)
            (self.folder / "staged" / address / "index.html").write_text("<h1>Teksti</h1>", encoding="utf-8")
        scripts = Path("assets", "javascripts")  # to which bodies lead
        shutil.copytree(ROOT / "docs" / scripts, self.folder / "staged" / scripts, dirs_exist_ok=True)
        shells = {
            key: Shell.cut(_plain(with_slots(frame))) for key, (frame, _) in build.page_files.shells_needed().items()
        }
        build.page_files.shells = shells
        assert build.publish(self.folder / "staged") == []
        return Site(self.folder / out, "", URL), build

    def on_top(self) -> tuple[Site, Build]:
        return self.build("site", "cache")

    def from_nothing(self) -> Site:
        """Only compiled templates stay, until a template changes: they are half of the time."""
        for name in ("clean", *map(str, (self.folder / "clean-cache").glob("*.*"))):
            target = self.folder / name
            shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        return self.build("clean", "clean-cache")[0]


def _plain(frame: Frame) -> str:
    """All of a frame as lines, and the body."""
    shown = [getattr(frame, field.name) for field in fields(frame) if field.name != "rooms"]
    rooms = [f"{room.label} {room.address}{room.current}" for room in frame.rooms if isinstance(room, Room)]
    return "\n".join([*map(str, shown), *rooms, slot("body")])


if __name__ == "__main__":
    Workshop(Path(sys.argv[1])).on_top()
