"""What one run keeps for the next: parsed and validated files.

The cache is a file of pickles for each region, thrown away when the program, the vocabularies or the country's tables
change; an edit in one region leaves the others' as they are, and what a few files give is written behind what is
there, until it is so much that all is written anew. A file is known unchanged by its signature (modification time,
size, inode), as Git does it: a signature younger than the cache itself proves nothing and the file is read again.
"""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

Signature = tuple[int, int, int]
_MARGIN_NS = 2_000_000_000
_A_FEW = 8
"""While at most one in so many files has been read again, what they give is written behind the rest."""
Made = TypeVar("Made")


class Cache:
    """Kept between runs in `folder`, a section (a region) a file; `save` writes them, nothing else does."""

    def __init__(self, folder: Path, guard: str) -> None:
        """
        Args:
            guard: whatever else the kept values depend on; another guard means an empty cache.
        """
        self._folder, self._guard = folder, guard
        self._sections: dict[str, _Section] = {}
        self._made: dict[Path, Any] = {}

    def file(self, section: str, key: str, signature: Signature | None) -> Any | None:
        """What was kept under `key`, if the file's signature says it is unchanged."""
        return self._section(section).file(key, signature)

    def former(self, section: str, key: str) -> Any | None:
        """What the last run kept under `key`, whatever has become of the file since."""
        return self._section(section).former(key)

    def keep_file(self, section: str, key: str, signature: Signature | None, value: Any) -> None:
        """Keep `value` for the next run."""
        self._section(section).keep_file(key, signature, value)

    def made(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` gives, kept under `name`; for what depends on nothing but the guard."""
        file = self._folder / f"made-{name}.pickle"
        if not (kept := _read(file, self._guard)[0]):
            kept = [make()]
            self._made[file] = kept[0]
        return cast(Made, kept[0])

    def save(self) -> None:
        """Write what this run has seen, where anything is new or gone."""
        for file, value in self._made.items():
            _write(file, self._guard, value)
        wanted = {section.path for section in self._sections.values() if section.save()}
        for path in set(self._folder.glob("records-*.pickle")) - wanted:
            path.unlink()

    def _section(self, name: str) -> _Section:
        if (section := self._sections.get(name)) is None:
            section = self._sections[name] = _Section(self._folder / f"records-{name}.pickle", self._guard)
        return section


class _Section:
    """What is kept of one region."""

    def __init__(self, path: Path, guard: str) -> None:
        self.path, self._guard = path, guard
        values, written = _read(path, guard)
        self._known: dict[str, tuple[Signature | None, Any]] = values[0] if values else {}
        for later in values[1:]:
            self._known |= later
        self._written_behind = sum(map(len, values[1:]))
        self._trusted_before_ns = written - _MARGIN_NS
        self._seen: dict[str, tuple[Signature | None, Any]] = {}
        self._fresh: dict[str, tuple[Signature | None, Any]] = {}

    def file(self, key: str, signature: Signature | None) -> Any | None:
        kept = self._known.get(key)
        if kept is None or signature is None or kept[0] != signature or signature[0] >= self._trusted_before_ns:
            return None
        self._seen[key] = kept
        return kept[1]

    def former(self, key: str) -> Any | None:
        kept = self._known.get(key)
        return kept[1] if kept else None

    def keep_file(self, key: str, signature: Signature | None, value: Any) -> None:
        self._seen[key] = self._fresh[key] = signature, value

    def save(self) -> bool:
        """Write what is new; whether there is anything to keep."""
        many = (len(self._fresh) + self._written_behind) * _A_FEW > len(self._seen)
        if self._seen and ((many and self._fresh) or not self._known.keys() <= self._seen.keys()):
            _write(self.path, self._guard, self._seen)
        elif self._fresh:
            _write_behind(self.path, self._guard, self._fresh)
        return bool(self._seen)


def _read(file: Path, guard: str) -> tuple[list[Any], int]:
    """What a file keeps under the guard, in the order it was written; and when it was written last.

    (A file that proved nothing when it was kept has been read again before anything is written behind it: so the time
    of the last writing holds for all.)
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        with file.open("rb") as stream:
            status, values = os.fstat(stream.fileno()), []
            while stream.tell() < status.st_size:
                if pickle.load(stream) != guard:
                    return [], 0
                values.append(pickle.load(stream))
            return values, status.st_mtime_ns
    except (OSError, EOFError, pickle.PickleError, AttributeError, ImportError, IndexError, ValueError):
        return [], 0  # no cache, an older program's or a torn one: read everything
    finally:
        if collecting:
            gc.enable()


def _write(file: Path, guard: str, value: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(_pickled(guard, value))
    unfinished.replace(file)


def _write_behind(file: Path, guard: str, value: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab", buffering=0) as stream:  # in one piece
        stream.write(_pickled(guard, value))


def _pickled(guard: str, value: Any) -> bytes:
    return pickle.dumps(guard, pickle.HIGHEST_PROTOCOL) + pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
