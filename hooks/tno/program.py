"""What tells that the program itself has changed: then nothing that it has kept is believed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path

from tno.digest import digest_of


def program_fingerprint(package: Path = Path(__file__).parent) -> str:
    """Changes with this package, with what it makes records and pages with, and with the Python it runs on.

    A file is known by its signature, as Python knows its compiled modules: reading them all costs every build 20 ms.
    """
    parts = [*_files_in(str(package)), *sorted(_packages()), str(sys.version_info[:3])]
    return digest_of(parts)


def _files_in(folder: str) -> Iterator[str]:
    """Every file but those that Python has compiled: modules read tables, and may read more tomorrow."""
    for entry in sorted(os.scandir(folder), key=attrgetter("name")):
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _files_in(entry.path)
        else:
            status = entry.stat()
            yield f"{entry.path} {status.st_mtime_ns} {status.st_size} {status.st_ino}"


def _packages() -> Iterator[str]:
    """Name and version of everything that is installed."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (entry.name for entry in os.scandir(folder or ".") if entry.name.endswith(".dist-info"))
