"""Where the project is: the nearest folder above the working directory that has a `regions` folder."""

from __future__ import annotations

from pathlib import Path

import click

from tno.content import VOCABULARIES_FILE


def find_root(start: Path) -> Path:
    """The nearest of `start` and the folders above it that holds the portal's content."""
    for folder in (start, *start.parents):
        if (folder / "regions" / VOCABULARIES_FILE).is_file():
            return folder
    raise click.UsageError(
        f"No regions/{VOCABULARIES_FILE} in {start} or in any folder above it. "
        "Run the command in the project's folder, or name the folder with --root."
    )
