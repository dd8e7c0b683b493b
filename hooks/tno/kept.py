"""What a build keeps for the next one: plain values by name, each believed only while it is made of the same."""

from __future__ import annotations

import marshal
import os
from pathlib import Path
from typing import Any

from tno.digest import digest

_LETTERS = 32


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
        return read_value(self._file(name), f"{self._guard}\0{made_of}")

    def write(self, name: str, made_of: str, value: Any) -> None:
        """Keep `value`, of Python's own plain types. (Both halves of a build may: they write the same.)"""
        write_value(self._file(name), f"{self._guard}\0{made_of}", value)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.marshal"


def read_value(file: Path, made_of: str) -> Any:
    """The value in a file that `write_value` wrote with the same `made_of`, else None.

    (Read whole first: marshal asks a stream for a few bytes at a time, which takes eight times as long.)
    """
    try:
        data = file.read_bytes()
        return marshal.loads(memoryview(data)[_LETTERS:]) if data[:_LETTERS] == _head(made_of) else None
    except (OSError, EOFError, TypeError, ValueError):
        return None  # none yet, an older program's or a torn file


def write_value(file: Path, made_of: str, value: Any) -> None:
    """Write a value of Python's own plain types, all of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(_head(made_of) + marshal.dumps(value))
    unfinished.replace(file)


def _head(made_of: str) -> bytes:
    return digest(made_of, _LETTERS // 2).encode()
