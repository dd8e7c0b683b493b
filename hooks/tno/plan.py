"""What is to be built, where and for which day; and what everything that a build keeps depends on."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import cached_property
from pathlib import Path

from tno.content import Folders
from tno.digest import digest_of_files
from tno.edition import Edition
from tno.frames import Site
from tno.frozen import frozen
from tno.kept import Kept
from tno.program import program_fingerprint
from tno.settings import Settings


@frozen
class Plan:
    """What somebody asks of a build."""

    folders: Folders
    templates: Path
    """`overrides/`."""
    cache: Path | None
    """Folder kept between builds; None keeps nothing."""
    day: date
    edition: Edition
    settings: Settings
    site: Site
    regions: frozenset[str] = frozenset()
    """Sections to build; empty: all."""
    former_ledger: Path | None = None
    most_warnings: int | None = None
    """How many warnings of each rule are looked up, None for all."""
    root: Path = Path()
    """Where the configuration lies."""
    audited: bool = False
    """Ask the questions of the findability audit (half a second for a hundred)."""
    timed: bool = False
    """Tell on stderr how long each stage took."""

    @cached_property
    def guard(self) -> str:
        """What every kept value depends on: the program, the country's tables, the vocabularies, the settings."""
        folders = self.folders
        tables = [file for file in (*sorted(folders.country.glob("*")), folders.vocabularies) if file.is_file()]
        return f"{program_fingerprint()}-{digest_of_files(tables)}-{asdict(self.settings)}"

    @cached_property
    def program(self) -> str:
        """What every page depends on besides content: `guard` and the templates."""
        files = (file for kind in ("*.html", "*.svg") for file in sorted(self.templates.rglob(kind)))
        return f"{self.guard}-{digest_of_files(files)}"

    def kept_by(self, guard: str) -> Kept | None:
        """Values that a build keeps for the next one, as long as the guard is the same."""
        return Kept(self.cache, guard) if self.cache else None
