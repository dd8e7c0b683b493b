"""How one room's part of a build is measured by itself: a build without a generator, stages of CPU seconds."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from tno.build import Build
from tno.content import Folders
from tno.edition import Edition
from tno.frames import Site
from tno.kept import Kept
from tno.output import Output
from tno.page import Page
from tno.plan import Plan
from tno.settings import Settings
from tno.site_files import SiteFiles

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Tell how many CPU seconds the block took, garbage collection paused as in a build."""
    gc.collect()
    gc.disable()
    begun = time.process_time()
    yield
    print(f"tno-stage {name} {time.process_time() - begun:.4f}")
    gc.enable()


def build_of(regions: Path, cache: Path | None = None) -> Build:
    """A build of a load, read and with all its pages known; nothing is written yet.

    Args:
        cache: what a build keeps for the next one; None keeps nothing.
    """
    site = Site("TNO", "https://portaali.example.org/", "", Edition.PUBLIC)
    folders = Folders(regions.parent, regions)
    plan = Plan(folders, ROOT / "overrides", cache, TODAY, Edition.PUBLIC, Settings(), site, most_warnings=0, root=ROOT)
    build = Build(plan)
    build.tongues.learn(pages_of(build), ())
    return build


def pages_of(build: Build) -> list[Page]:
    """Every page of a build."""
    return [*build.section_pages, *build.record_pages]


@contextmanager
def files_of(build: Build, folder: Path) -> Iterator[SiteFiles]:
    """What writes the files beside the pages, on top of what is in the folder."""
    output = Output.open(folder / "site", folder / "state")
    output.touched = output.look()
    output.begin()
    kept = Kept(build.plan.cache or folder / "state", build.plan.guard)
    yield SiteFiles(output, build.scene_of, build.plan.site, build.plan.guard, ["fi"], frozenset(), kept)
    output.finish("{}")
