"""From a file to text: everything that can be wrong with a file before anybody looks at what it says."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from tno.digest import digest_of_bytes
from tno.frozen import frozen
from tno.position import Position
from tno.problem import Problem
from tno.read.characters import broken, conflict, garbled, without_forbidden
from tno.read.lines import Lines

LARGEST = 2 * 1024 * 1024
"""Bytes. A record is 1–10 kB; more than this is a picture or an accident, and is not read."""

_FINNISH_LETTERS = frozenset("åäöÅÄÖéüšžđŋčáâõ–”’€")
_OLD_ENCODINGS = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "CP850"}

_REASONS = {
    errno.ENOENT: "file-missing",
    errno.ENOTDIR: "file-missing",
    errno.ENAMETOOLONG: "file-missing",
    errno.EACCES: "file-no-permission",
    errno.EPERM: "file-no-permission",
    errno.ELOOP: "file-link-broken",
}


@frozen
class Source:
    """The text of one file, its lines ending in LF, without a byte order mark."""

    file: str
    """Path from the root, with forward slashes."""
    text: str
    """Where a character could not be used, it is mended so that the rest can be checked; the problem says so."""
    digest: str
    """Of the file's bytes, 32 letters."""


class SourceReader:
    """Reads files of one folder tree and nothing outside it.

    Remembers which folders lie inside the tree, so make a new one for each load: links may change between them.
    """

    def __init__(self, root: Path, within: str = "regions") -> None:
        self._root = str(root)
        self._within = within
        self._boundary = os.path.realpath(root / within)
        self._inside: dict[str, bool] = {}

    def read(self, file: str) -> tuple[Source | None, list[Problem]]:
        """The text of `file` (a path from the root), or None when there is no text to go on with.

        Never blocks and never raises for what is on the disk. Problems may come with a source: then its text is
        mended, and the record must not be published but can be checked further.
        """
        try:
            data, problem = self._bytes(file)
        except OSError as error:
            data, problem = None, _problem(_REASONS.get(error.errno or 0, "file-unreadable"), file, _reason(error))
        except ValueError:  # a NUL in the name
            data, problem = None, _problem("file-missing", file)
        return (None, [problem]) if problem else decoded(data or b"", file)

    def _bytes(self, file: str) -> tuple[bytes | None, Problem | None]:
        path = os.path.join(self._root, file)  # noqa: PTH118 - ten thousand files a load, and Path is slow
        if not self._is_inside(os.path.dirname(path)):  # noqa: PTH120
            return None, _problem("file-outside", file, folder=self._within or ".")
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            status, problem = self._followed(path, file)
            if problem:
                return None, problem
        if code := _unfit(status.st_mode):
            return None, _problem(code, file)
        return _limited(path, file, status.st_size)

    def _followed(self, path: str, file: str) -> tuple[os.stat_result, Problem | None]:
        """The status of what a link leads to; a link may lead to another file of the same tree."""
        inside = _lies_in(os.path.realpath(path), self._boundary)
        try:
            status = os.stat(path)  # noqa: PTH116
        except FileNotFoundError:
            return os.lstat(path), _problem("file-link-broken", file)
        return status, None if inside else _problem("file-outside", file, folder=self._within or ".")

    def _is_inside(self, folder: str) -> bool:
        if (known := self._inside.get(folder)) is None:
            known = self._inside[folder] = _lies_in(os.path.realpath(folder), self._boundary)
        return known


def read_source(root: Path, file: str) -> tuple[Source | None, list[Problem]]:
    """One file's text and its problems, as `SourceReader.read` gives them."""
    return SourceReader(root).read(file)


def decoded(data: bytes, file: str) -> tuple[Source | None, list[Problem]]:
    """The text of a file's bytes, mended where it must be, and what was wrong with it."""
    text, problems = _text(data, file)
    if text is None:
        return None, problems
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.strip():
        return None, [*problems, _problem("file-empty", file)]
    if "\r" in text and "\n" not in text:  # the whole file would be one line; no editor agrees on its numbers
        return None, [*problems, _problem("text-line-ends", file)]
    if left := conflict(text, file):
        return None, [*problems, *left]
    text, forbidden = without_forbidden(text, file)
    lost = [] if problems else broken(text, file)  # of another encoding: already told
    return Source(file, text, digest_of_bytes(data, 16)), [*problems, *forbidden, *garbled(text, file), *lost]


def _text(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _text_of_another_encoding(data, file)
    return (None, [_problem("file-not-text", file)]) if text.count("\0") * 4 > len(text) else (text, [])


def _text_of_another_encoding(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), [_problem("text-utf16", file)]
    if b"\0" in data:
        return None, [_problem("file-not-text", file)]
    text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    bad = [byte for character in text if 0xDC80 <= (byte := ord(character)) <= 0xDCFF]
    encoding, letters = _likely_letters({code - 0xDC00 for code in bad})
    at = text.index(chr(bad[0]))
    facts = {"value": letters[bad[0]], "encoding": encoding, "count": str(len(bad))}
    return text.translate(letters), [Problem("text-not-utf8", Lines(text, file).position(at, at + 1), facts)]


def _likely_letters(values: set[int]) -> tuple[str, dict[int, str]]:
    """The old encoding in which the stray bytes make the most Finnish letters, and what each byte is in it."""
    best = max(_OLD_ENCODINGS, key=lambda name: sum(_letter(value, name) in _FINNISH_LETTERS for value in values))
    return _OLD_ENCODINGS[best], {0xDC00 + value: _letter(value, best) for value in range(0x80, 0x100)}


def _letter(value: int, encoding: str) -> str:
    return bytes([value]).decode(encoding, "replace")


def _unfit(mode: int) -> str:
    """The problem code of a path that is not an ordinary file; a pipe or a device is never opened."""
    if stat.S_ISREG(mode):
        return ""
    return "file-is-folder" if stat.S_ISDIR(mode) else "file-special"


def _limited(path: str, file: str, size: int) -> tuple[bytes | None, Problem | None]:
    data = b""
    if size <= LARGEST:
        opened = os.open(path, os.O_RDONLY)  # a quarter of what `open` costs
        try:
            data = os.read(opened, size + 1)
            if len(data) > size:  # it has grown meanwhile
                data += os.read(opened, LARGEST)
        finally:
            os.close(opened)
    if (size := max(size, len(data))) > LARGEST:
        return None, _problem("file-too-large", file, size=str(size // 1024 + 1), limit=str(LARGEST // 1024))
    return data, None


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _reason(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, "OSError")


def _problem(code: str, file: str, reason: str = "", **data: str) -> Problem:
    return Problem(code, Position(file), {"value": file, **({"reason": reason} if reason else {}), **data})
