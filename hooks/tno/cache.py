"""What one run keeps for the next: parsed and validated files.

The cache is a pickle for each region, thrown away when the program, the vocabularies or the country's tables
change; an edit in one region leaves the others' as they are. A file is known unchanged by its signature
(modification time, size, inode), as Git does it: a signature younger than the cache itself proves nothing and the
file is read again.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar, cast

Signature = tuple[int, int, int]
_MARGIN_NS = 2_000_000_000
Made = TypeVar("Made")


def fingerprint(files: Iterable[Path]) -> str:
    """One hash of several files' names and bytes, in the order given."""
    digest = hashlib.blake2b(digest_size=16)
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def program_fingerprint() -> str:
    """Changes with this package, with what it makes records and pages with, and with the Python it runs on.

    A file is known by its signature, as Python knows its compiled modules: reading them all costs every build 20 ms.
    """
    parts = [*_own_files(), *sorted(_packages()), str(sys.version_info[:3])]
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _own_files(folder: str = str(Path(__file__).parent)) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=attrgetter("name")):
        if entry.name.endswith((".py", ".yml")):
            status = entry.stat()
            yield f"{entry.path} {status.st_mtime_ns} {status.st_size} {status.st_ino}"
        elif entry.name != "__pycache__" and entry.is_dir():
            yield from _own_files(entry.path)


def _packages() -> Iterator[str]:
    """Name and version of everything that is installed."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (entry.name for entry in os.scandir(folder or ".") if entry.name.endswith(".dist-info"))


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

    def keep_file(self, section: str, key: str, signature: Signature | None, value: Any) -> None:
        """Keep `value` for the next run."""
        self._section(section).keep_file(key, signature, value)

    def made(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` gives, kept under `name`; for what depends on nothing but the guard."""
        file = self._folder / f"made-{name}.pickle"
        if (kept := _read(file, self._guard)[0]) is None:
            kept = self._made[file] = make()
        return cast(Made, kept)

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
        known, written = _read(path, guard)
        self._known: dict[str, tuple[Signature | None, Any]] = known or {}
        self._trusted_before_ns = written - _MARGIN_NS
        self._seen: dict[str, tuple[Signature | None, Any]] = {}
        self._changed = False

    def file(self, key: str, signature: Signature | None) -> Any | None:
        kept = self._known.get(key)
        if kept is None or signature is None or kept[0] != signature or signature[0] >= self._trusted_before_ns:
            return None
        self._seen[key] = kept
        return kept[1]

    def keep_file(self, key: str, signature: Signature | None, value: Any) -> None:
        self._seen[key] = signature, value
        self._changed = True

    def save(self) -> bool:
        """Write what is new; whether there is anything to keep."""
        if self._seen and (self._changed or self._seen.keys() != self._known.keys()):
            _write(self.path, self._guard, self._seen)
        return bool(self._seen)


def _read(file: Path, guard: str) -> tuple[Any, int]:
    """What a file keeps under the guard, else None; and when it was written."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        with file.open("rb") as stream:
            if pickle.load(stream) != guard:
                return None, 0
            return pickle.load(stream), os.fstat(stream.fileno()).st_mtime_ns
    except (OSError, EOFError, pickle.PickleError, AttributeError, ImportError, IndexError, ValueError):
        return None, 0  # no cache, an older program's or a torn one: read everything
    finally:
        if collecting:
            gc.enable()


def _write(file: Path, guard: str, value: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as stream:
        pickle.dump(guard, stream, pickle.HIGHEST_PROTOCOL)
        pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
    unfinished.replace(file)
