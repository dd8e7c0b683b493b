"""The calendar's part of a national build: expanding rules, pages, feeds; prints stages of CPU seconds for `run.py`.

python benchmarks/calendar_share.py FOLDER
"""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime, timedelta
from datetime import time as clock
from pathlib import Path

from share import TODAY, Build, build_of, files_of, pages_of, stage

from tno.model.occurrence import occurrences_between
from tno.records import Event
from tno.today import HELSINKI

EXPANDED = timedelta(days=400)
ROOM = "tapahtumat"


def write_calendars(build: Build, folder: Path) -> None:
    """The feeds, on top of what is in the folder."""
    with files_of(build, folder) as files:
        files.write_calendars({}, "")


def main() -> None:
    """The command: the load is read first and not measured."""
    regions = Path(sys.argv[1])
    build = build_of(regions)
    events = build.loaded.network.all_of(Event).values()
    begin = datetime.combine(TODAY, clock(), HELSINKI)
    with stage("calendar-expansion"):
        for event in events:
            occurrences_between(event, begin, begin + EXPANDED)
    pages = [page for page in pages_of(build) if page.room == ROOM]
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
