"""The part of maps and graphs in a national build; prints stages of CPU seconds for `run.py`.

python benchmarks/network_share.py FOLDER

Clean: map files and pages, networks with their matrices and pictures, network.json. Then the same asked of a second
build of the same content, which finds nothing to make: only whether anything has changed is worked out.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from share import Build, build_of, files_of, pages_of, stage

from tno.page import Page

MAPS, NETWORKS = "kartta", "verkosto"


def rooms_of(build: Build) -> dict[str, list[Page]]:
    """Pages of maps and of networks, in every language."""
    pages = pages_of(build)
    return {room: [page for page in pages if page.finnish_address.endswith(f"{room}/")] for room in (MAPS, NETWORKS)}


def made(build: Build, folder: Path) -> None:
    """All of it, where nothing has been made before. (Counts of points are kept as the end of a build does.)"""
    rooms = rooms_of(build)
    for pages in rooms.values():
        build.body_of(pages[0])  # templates are compiled once, as those of any page
    with files_of(build, folder) as files:
        with stage("network-map-files"):
            files.write_maps()
        with stage("network-data"):
            files.write_network()
    with stage("network-map-pages"):
        for page in rooms[MAPS]:
            build.body_of(page)
    with stage("network-pages"):
        for page in rooms[NETWORKS]:
            build.body_of(page)
    build.sources.points.save()


def found_unchanged(build: Build, folder: Path) -> None:
    """The same in a build in which nothing has changed."""
    for page in build.section_pages:
        if page.room == "toimijat":
            page.made_of()  # fingerprints of regions, for which every room asks
    with files_of(build, folder) as files, stage("network-files-again"):
        files.write_maps()
        files.write_network()
    with stage("network-pages-again"):
        for pages in rooms_of(build).values():
            for page in pages:
                page.made_of()


def main() -> None:
    """The command: the load is read first and not measured."""
    regions = Path(sys.argv[1])
    with tempfile.TemporaryDirectory(dir=regions.parent) as name:
        folder = Path(name)
        for ask in (made, found_unchanged):
            build = build_of(regions, folder / "cache")
            ask(build, folder)
            build.abandon()


if __name__ == "__main__":
    main()
