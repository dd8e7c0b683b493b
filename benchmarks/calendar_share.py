"""The calendar's part of a national build: expanding rules, pages, feeds; prints stages of CPU seconds for `run.py`.

python benchmarks/calendar_share.py FOLDER
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from tno.build import Build, Plan
from tno.content import Folders
from tno.edition import Edition
from tno.frames import Site
from tno.kept import Kept
from tno.model.occurrence import occurrences_between
from tno.output import Output
from tno.records import Event
from tno.settings import Settings
from tno.site_files import SiteFiles
from tno.today import HELSINKI

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)
EXPANDED = timedelta(days=400)
ROOM = "tapahtumat"


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Tell how many CPU seconds the block took, garbage collection paused as in a build."""
    gc.collect()
    gc.disable()
    begun = time.process_time()
    yield
    print(f"tno-stage {name} {time.process_time() - begun:.4f}")
    gc.enable()


def write_calendars(build: Build, folder: Path) -> None:
    """The feeds, on top of what is in the folder."""
    output = Output.open(folder / "site", folder / "state")
    output.touched = output.look()
    output.begin()
    files = SiteFiles(output, build.scene_of, build.plan.site, "", ["fi"], frozenset(), Kept(folder / "state", ""))
    files.write_calendars({}, "")
    output.finish("{}")


def main() -> None:
    """The command: the load is read first and not measured."""
    regions = Path(sys.argv[1])
    site = Site("TNO", "https://portaali.example.org/", "", Edition.PUBLIC)
    folders = Folders(regions.parent, regions)
    build = Build(
        Plan(folders, ROOT / "overrides", None, TODAY, Edition.PUBLIC, Settings(), site, most_warnings=0, root=ROOT)
    )
    events = build.loaded.network.all_of(Event).values()
    begin = datetime.combine(TODAY, clock(), HELSINKI)
    with stage("calendar-expansion"):
        for event in events:
            occurrences_between(event, begin, begin + EXPANDED)
    pages = [page for page in (*build.section_pages, *build.record_pages) if page.room == ROOM]
    build.tongues.learn((*build.section_pages, *build.record_pages), ())
    build.body_of(pages[0])  # templates are compiled once, and not for the calendar
    with stage("calendar-pages"):
        for page in pages:
            build.body_of(page)
    with tempfile.TemporaryDirectory(dir=regions.parent) as folder:
        with stage("calendar-feeds"):
            write_calendars(build, Path(folder))
        with stage("calendar-feeds-again"):
            write_calendars(build, Path(folder))
    build.abandon()


if __name__ == "__main__":
    main()
