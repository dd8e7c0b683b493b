"""What files that are not read, for their name or their folder, would have held.

Whoever saves a service as `ohjäämö.md` is told to rename the file, and not that nobody knows the service any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tno.finnish import slug

CODES = frozenset({"file-unexpected", "folder-unexpected", "file-suffix", "file-name-invalid", "file-language-unknown"})
"""Problems of files and folders that are passed over."""
_ID = re.compile(r"^(?:- |  )?id: *[\"']?([\w-]+)", re.MULTILINE)
_MOST_BYTES = 200_000
"""Of a file in which ids are looked for."""


def ids_in(path: Path) -> Iterator[str]:
    """Ids that records in the file or the folder at `path` would have: by names of files, and as they are written."""
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file():
                yield from _of_file(file)
    elif path.is_file():
        yield from _of_file(path)


def _of_file(file: Path) -> Iterator[str]:
    if name := slug(file.name.partition(".")[0]):
        yield name
    try:
        with file.open("rb") as opened:
            text = opened.read(_MOST_BYTES).decode("utf-8", errors="replace")
    except OSError:
        return
    yield from _ID.findall(text)
