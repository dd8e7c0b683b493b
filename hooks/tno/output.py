"""The site's folder: written in place, only what has changed, nothing left over from another build.

Deleting thousands of files and writing them again is what costs most on a disk (shared measurements: up to 1.7 ms a
file). So pages stay where they are: a manifest, kept beside the cache, says what each file was made of, how large it
is and when it was written; a file that is not exactly that any more is written again. The manifest is believed only
while `build.json` in the folder is the very file it was written with: after any other build the folder is emptied.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tno.digest import digest, digest_of_bytes
from tno.kept import read_value, write_value

STAMP = "build.json"
_DISTRUSTED = "?"
_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


Written = tuple[str, int, int]
"""What is known of a file of the site: hash of everything its content depends on (empty for files compared by their
bytes), size, modification time in ns. (Plain: there are seventeen thousand.)"""
Links = tuple[dict[str, str], dict[str, str]]
"""Address of a page → fragments there are on it; → places on pages that it leads to, as addresses with fragments. Each
on a line of its own."""


class New(NamedTuple):
    """A file just written."""

    path: str
    written: Written
    links: tuple[str, ...] | None
    """Every address it leads to; None: its links and fragments are those it had."""
    anchors: tuple[str, ...]
    """Fragments there are on it."""


Apart = tuple[list[str], dict[str, Written], set[str]]
"""Files that were written apart from the rest: which were kept as they were; of the others what is known of them; which
are new."""


@dataclass
class Output:
    """The site's folder during one build. Paths are relative to it, with forward slashes."""

    folder: Path
    manifest_file: Path
    known: dict[str, Written] = field(default_factory=dict)
    """What the last build left, if it is still there."""
    written: dict[str, Written] = field(default_factory=dict)
    """What this build wants there."""
    fresh: set[str] = field(default_factory=set)
    """Paths of the files this build has written, but for those that have the links they had."""
    fresh_links: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Path of a page written by this build → every address it leads to."""
    fresh_anchors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Path of a page written by this build → fragments there are on it."""
    touched: frozenset[str] | None = None
    """Paths that are no longer as the last build left them; None: each is looked at when asked about."""
    _links_of: str = ""
    """Of which build the links are that are kept."""
    _folders: set[str] = field(default_factory=set, repr=False)
    """Those that are there for certain."""

    @classmethod
    def open(cls, folder: Path, state: Path) -> Output:
        """The folder with what is known of it; nothing is touched yet.

        Args:
            state: where manifests are kept; one for each output folder.
        """
        name = digest(str(folder.resolve()), 8)
        output = cls(folder, state / f"pages-{name}.marshal")
        output._read_manifest()
        return output

    def former_links(self) -> Links:
        """Links of the last build's pages. (A file of its own: only the end of a build asks.)"""
        return read_value(self._links_file, self._links_of) or ({}, {})

    def begin(self) -> None:
        """Make the folder ready for writing: emptied, when another build has been there.

        Until `finish` it has no `build.json`, so that a build which stops half-way is known as such by the next.
        """
        if not self.known:
            _empty(self.folder)
        (self.folder / STAMP).unlink(missing_ok=True)
        self.folder.mkdir(parents=True, exist_ok=True)

    def _read_manifest(self) -> None:
        if (manifest := read_value(self.manifest_file, self._guard())) and self._links_file.exists():
            self.known, self._links_of = manifest

    @property
    def _links_file(self) -> Path:
        return self.manifest_file.with_suffix(".links.marshal")

    def _guard(self) -> str:
        return f"{Written}{Links}{_signature(self.folder / STAMP)}"

    def read_note(self, name: str, form: object) -> Any:
        """What the build that left the folder as it is has noted of it, in Python's own plain types; else None.

        Args:
            form: names of its parts; what was noted in another form is not read.
        """
        return read_value(self._note(name), f"{form}{self._guard()}")

    def write_note(self, name: str, form: object, value: object) -> None:
        """Note something for the next build, after `finish`."""
        write_value(self._note(name), f"{form}{self._guard()}", value)

    def _note(self, name: str) -> Path:
        return self.manifest_file.with_suffix(f".{name}.marshal")

    def as_left(self, path: str) -> Written | None:
        """What is known of the file, if it is as the last build left it, whatever it should be made of now."""
        known = self.known.get(path)
        if known is None or known[0] == _DISTRUSTED:
            return None
        unchanged = self._is_as_written(path, known) if self.touched is None else path not in self.touched
        return known if unchanged else None

    def current(self, path: str, made_of: str) -> Written | None:
        """What is known of the file, if it is there as the last build wrote it, made of the same."""
        known = self.known.get(path)
        return self.as_left(path) if known and known[0] == made_of else None

    def look(self) -> frozenset[str]:
        """Paths of the files that are no longer as the last build left them."""
        return frozenset(path for path, known in self.known.items() if not self._is_as_written(path, known))

    def _is_as_written(self, path: str, known: Written) -> bool:
        try:
            status = os.stat(f"{self.folder}/{path}")
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == known[1:]

    def keep(self, path: str, written: Written) -> None:
        """Leave a file as it is."""
        self.written[path] = written

    def write(self, path: str, text: str | bytes, made_of: str = "") -> None:
        """Write a file, unless it has these very bytes already and nothing says what it is made of."""
        data = text.encode() if isinstance(text, str) else text
        if made_of or not self._has_bytes(path, f"{self.folder}/{path}", data):
            self.remember([self.put(path, data, made_of)])
        else:
            self.written[path] = self.known[path]

    def refresh(self, path: str, text: str | bytes, made_of: str, anchors: Iterable[str] = ()) -> None:
        """Write a file unless it has these very bytes, and note what it is made of now."""
        data = text.encode() if isinstance(text, str) else text
        if self._has_bytes(path, f"{self.folder}/{path}", data):
            self.written[path] = made_of, *self.known[path][1:]
        else:
            self.remember([self.put(path, data, made_of, (), anchors)])

    def put(self, path: str, data: bytes, made_of: str, links: Iterable[str] = (), anchors: Iterable[str] = ()) -> New:
        """Write a file and nothing else: what is to be known of it is the answer (another process may do this)."""
        status = self._write(f"{self.folder}/{path}", data)
        return New(path, (made_of, status.st_size, status.st_mtime_ns), tuple(links), tuple(anchors))

    def remember(self, new: Iterable[New]) -> None:
        """Note files that `put` has written."""
        for path, written, links, anchors in new:
            self.written[path] = written
            if links is None:
                continue
            self.fresh.add(path)
            if links:
                self.fresh_links[path] = links
            if anchors:
                self.fresh_anchors[path] = anchors

    def apart(self, write: Callable[[], None]) -> Apart:
        """Let `write` write files; what is to be known of them is the answer (another process may do this)."""
        before = set(self.written)
        write()
        written = {path: each for path, each in self.written.items() if path not in before}
        kept = [path for path, each in written.items() if self.known.get(path) is each]
        for path in kept:
            del written[path]
        return kept, written, self.fresh & written.keys()

    def take(self, apart: Apart) -> None:
        """Note files that were written apart."""
        kept, written, fresh = apart
        self.written |= {path: self.known[path] for path in kept}
        self.written |= written
        self.fresh |= fresh

    def _has_bytes(self, path: str, target: str, data: bytes) -> bool:
        kept = self.known.get(path)
        if kept is None or kept[1] != len(data):
            return False
        try:
            with open(target, "rb") as stream:
                return stream.read() == data
        except OSError:
            return False

    def _write(self, target: str, data: bytes) -> os.stat_result:
        """(Without Python's buffers: ten thousand files have one piece each.)"""
        folder = target.rpartition("/")[0]
        if folder not in self._folders:
            self._folders.add(folder)
            try:
                os.mkdir(folder)
            except FileExistsError:
                pass
            except FileNotFoundError:
                os.makedirs(folder, exist_ok=True)
        file = os.open(target, _ANEW, 0o666)
        try:
            left = memoryview(data)
            while left := left[os.write(file, left) :]:
                pass
            return os.fstat(file)
        finally:
            os.close(file)

    def distrust(self, path: str) -> None:
        """Have a page made again by the next build, whatever it is made of."""
        self.written[path] = _DISTRUSTED, *self.written[path][1:]

    def gone(self) -> set[str]:
        """Paths of the files that the last build left and this one does not want."""
        return {path for path in self.known if path not in self.written}  # (a difference of sets copies them first)

    def finish(self, stamp: str, links: Links | None = ({}, {})) -> None:
        """Remove what this build does not want, write `build.json`, remember what is here.

        Args:
            links: of all pages; None when they are what they were.
        """
        for path in sorted(self.gone()):
            _remove(self.folder, path)
        self.write(STAMP, stamp)
        os.utime(self.folder / STAMP)
        guard = self._guard()
        if links is not None:
            self._links_of = guard
            write_value(self._links_file, guard, links)
        write_value(self.manifest_file, guard, (self.written, self._links_of))


def _signature(file: Path) -> tuple[int, int, str] | None:
    try:
        status = file.stat()
        return status.st_mtime_ns, status.st_ino, digest_of_bytes(file.read_bytes())
    except OSError:
        return None


def _remove(folder: Path, path: str) -> None:
    target = folder / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder:
            return
        try:
            parent.rmdir()
        except OSError:
            return


def _empty(folder: Path) -> None:
    """Remove what is in a folder, but never the folder itself: a server may be showing it."""
    if not folder.is_dir():
        return
    for entry in os.scandir(folder):
        if entry.name.startswith(".") and entry.name != ".nojekyll":
            continue  # not ours: a checkout's .git, a host's settings
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)
