"""What a build keeps for the next one: plain values by name, each believed only while it is made of the same."""

from __future__ import annotations

import marshal
import os
from pathlib import Path
from typing import Any


class Kept:
    """Values of the build before, in `folder`, a file for each name. (Marshal costs a third of pickle.)"""

    def __init__(self, folder: Path, guard: str) -> None:
        """
        Args:
            guard: whatever every value depends on: program, templates, words.
        """
        self._folder, self._guard = folder, guard

    def read(self, name: str, made_of: str) -> Any:
        """The value kept under `name`, or None when it was made of anything else."""
        try:
            with self._file(name).open("rb") as stream:
                if marshal.load(stream) != [self._guard, made_of]:
                    return None
                return marshal.load(stream)
        except (OSError, EOFError, TypeError, ValueError):
            return None  # none yet, an older program's or a torn file

    def write(self, name: str, made_of: str, value: Any) -> None:
        """Keep `value`, of Python's own plain types. (Both halves of a build may: they write the same.)"""
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._file(name).with_suffix(f".{os.getpid()}")
        with unfinished.open("wb") as stream:
            marshal.dump([self._guard, made_of], stream)
            marshal.dump(value, stream)
        unfinished.replace(self._file(name))

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.marshal"
