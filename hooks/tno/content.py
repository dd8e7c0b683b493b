"""Which files are content: the tree of `regions/`, walked once, nothing passed over in silence."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tno.finnish import slug
from tno.frozen import frozen
from tno.position import Position
from tno.problem import Problem
from tno.records import FOLDERS, KINDS, QUESTIONS, Kind
from tno.records.attachment import KINDS_OF_FILE, Attachment, ending
from tno.records.scalars import LANGUAGES, is_slug

COUNTRY_FOLDER, VOCABULARIES_FILE = "finland", "vocabularies.yml"
MEMBERS_FOLDER = "members"
REGION_FILE = "region.yml"
QUESTIONS_FILE = "questions.yml"
"""Real questions of the findability audit."""
WITH_FILES = frozenset({"document", "agreement"})
"""Kinds of record that name files; these lie beside the records."""


@frozen
class Folders:
    """Where content lies."""

    root: Path
    """Files are named from here in problems and edit links."""
    regions: Path
    members: Path | None = None
    """A separate checkout of members' content with the same tree, or None."""
    tables: Path | None = None
    """Where the country's tables and vocabularies are, when a tree has none of its own; None: in `regions`."""

    @property
    def country(self) -> Path:
        """Folder of the country's tables."""
        return (self.tables or self.regions) / COUNTRY_FOLDER

    @property
    def vocabularies(self) -> Path:
        """File of the vocabularies."""
        return (self.tables or self.regions) / VOCABULARIES_FILE

    @cached_property
    def within(self) -> str:
        """`regions` from `root`, with forward slashes; empty when they are the same."""
        name = self.regions.relative_to(self.root).as_posix()
        return "" if name == "." else name

    @classmethod
    def of(cls, root: Path, environment: Mapping[str, str]) -> Folders:
        """Folders of the project at `root`; TNO_CONTENT names another content folder, TNO_MEMBERS the members'."""
        content, members = environment.get("TNO_CONTENT"), environment.get("TNO_MEMBERS")
        regions = Path(content).resolve() if content else root / "regions"
        base = root if regions.is_relative_to(root) else regions.parent
        return cls(base, regions, Path(members).resolve() if members else None)


class ContentFile(NamedTuple):
    """One file of content, before it is read."""

    name: str
    """Path from the root of its folders, with forward slashes."""
    region: str
    kind: Kind
    stem: str
    """File name without suffix and language: the id of a one-record file."""
    language: str | None
    """Language of a translation file, or None for the base file."""
    for_members: bool
    signature: tuple[int, int, int] | None
    """Modification time in ns, size in bytes and inode: equal signatures mean an unchanged file. None: unknown."""


Found = ContentFile | Attachment | Problem


def content_files(base: Path, folder: Path, regions: list[str], for_members: bool) -> Iterator[Found]:
    """Every content file below `folder`, in order of path, files that records may name, and a problem for the rest.

    Args:
        base: names are relative to it.
        regions: ids that a folder may have.
    """
    if (entries := _entries(folder)) is None:
        yield _unreadable(base, folder)
    for entry in entries or ():
        if _is_noise(entry.name) or (entry.name in {COUNTRY_FOLDER, VOCABULARIES_FILE} and not for_members):
            continue
        if not entry.is_dir():
            yield _unexpected(base, entry, "file-unexpected", [*regions, VOCABULARIES_FILE])
        elif entry.name not in regions:
            yield _unexpected(base, entry, "region-folder-unknown", regions)
        else:
            yield from _region_files(base, entry, entry.name, for_members)


def _region_files(base: Path, folder: os.DirEntry[str], region: str, for_members: bool) -> Iterator[Found]:
    if (entries := _entries(Path(folder.path))) is None:
        yield _unreadable(base, Path(folder.path))
    for entry in entries or ():
        kind = FOLDERS.get(entry.name)
        if entry.name == MEMBERS_FOLDER and entry.is_dir() and not for_members:
            yield from _region_files(base, entry, region, True)
        elif kind and entry.is_dir():
            yield from _kind_files(base, entry, region, kind, for_members)
        elif entry.name == REGION_FILE or (entry.name.startswith("index.") and entry.name.endswith(".md")):
            yield from _one_file(base, entry, region, KINDS["region"], for_members)
        elif entry.name == QUESTIONS_FILE and not entry.is_dir():
            yield from _one_file(base, entry, region, QUESTIONS, for_members)
        elif not _is_noise(entry.name):
            known = [*FOLDERS, REGION_FILE, "index.md", QUESTIONS_FILE]
            yield _unexpected(base, entry, "file-unexpected", known)


def _kind_files(base: Path, folder: os.DirEntry[str], region: str, kind: Kind, for_members: bool) -> Iterator[Found]:
    if (entries := _entries(Path(folder.path))) is None:
        yield _unreadable(base, Path(folder.path))
    for entry in entries or ():
        if _is_noise(entry.name):
            continue
        suffixes = (".yml", ".yaml") if kind.suffix == ".yml" else (".md",)
        if entry.name.endswith(suffixes):
            yield from _one_file(base, entry, region, kind, for_members)
        elif entry.is_dir():
            data = {"value": entry.name, "folder": kind.folder}
            yield Problem("folder-unexpected", Position(_name(base, entry)), data)
        elif kind.name in WITH_FILES and ending(entry.name) in KINDS_OF_FILE:
            yield _attachment(base, entry, region, for_members)
        else:
            data = {"value": entry.name, "expected": kind.suffix}
            if kind.suffix in entry.name.lower():  # ohjaamo.md.txt, ohjaamo.MD
                data["suggestion"] = _good_name(entry.name, kind)
            code = "file-leftover" if _LEFT_BEHIND.fullmatch(entry.name) else "file-suffix"
            yield Problem(code, Position(_name(base, entry)), data)


def _attachment(base: Path, entry: os.DirEntry[str], region: str, for_members: bool) -> Attachment | Problem:
    """A file that a record may name. (A dangling link is no file.)"""
    if _leads_out(entry, region, for_members):
        return Problem("file-outside", Position(_name(base, entry)), {"value": entry.name, "folder": region})
    if not entry.is_file():
        return Problem("file-special", Position(_name(base, entry)), {"value": entry.name})
    status = entry.stat()
    return Attachment(entry.path, status.st_size, f"{status.st_mtime_ns} {status.st_size} {status.st_ino}")


def _one_file(
    base: Path, entry: os.DirEntry[str], region: str, kind: Kind, for_members: bool
) -> Iterator[ContentFile | Problem]:
    name = _name(base, entry)
    stem = entry.name.rpartition(".")[0]
    language: str | None = None
    if "." in stem and entry.name.endswith(".md"):
        stem, _, language = stem.partition(".")
        if language not in LANGUAGES or language == "fi":
            expected = ", ".join(code for code in LANGUAGES if code != "fi")
            yield Problem("file-language-unknown", Position(name), {"value": language, "expected": expected})
            return
    if not is_slug(stem):
        meant = {"suggestion": _good_name(entry.name, kind)} if slug(stem) else {}
        yield Problem("file-name-invalid", Position(name), {"value": entry.name, **meant})
        return
    if _leads_out(entry, region, for_members):
        yield Problem("file-outside", Position(name), {"value": entry.name, "folder": region})
        return
    yield ContentFile(name, region, kind, stem, language, for_members, _signature(entry))


def _good_name(name: str, kind: Kind) -> str:
    return f"{slug(name.partition('.')[0])}{kind.suffix}"


def _leads_out(entry: os.DirEntry[str], region: str, for_members: bool) -> bool:
    """Whether a link leads out of its region's folder, or from public content into what is for members."""
    if not entry.is_symlink() or not (link := Path(entry.path)).exists():
        return False  # a broken link is told of when the file is read
    folder, target = link.parent.resolve(), link.resolve()
    home = next((parent for parent in (folder, *folder.parents) if parent.name == region), folder)
    if not target.is_relative_to(home):
        return True
    return MEMBERS_FOLDER in target.relative_to(home).parts and not for_members


def _unexpected(base: Path, entry: os.DirEntry[str], code: str, known: Sequence[str]) -> Problem:
    """Something in a folder where nobody reads it, with the name that was probably meant."""
    near = get_close_matches(entry.name.lower(), known, n=1, cutoff=0.7)
    if not near and entry.is_dir():
        near = [_SAID[word] for word in get_close_matches(slug(entry.name), _SAID, n=1, cutoff=0.75)]
    code = "file-leftover" if _LEFT_BEHIND.fullmatch(entry.name) else code
    return Problem(
        code, Position(_name(base, entry)), {"value": entry.name} | ({"suggestion": near[0]} if near else {})
    )


def _unreadable(base: Path, folder: Path) -> Problem:
    name = folder.relative_to(base).as_posix() if folder.is_relative_to(base) and folder != base else folder.name
    return Problem("folder-unreadable", Position(name), {"value": name})


def _entries(folder: Path) -> list[os.DirEntry[str]] | None:
    """What the folder holds, by name; None when it is not there or may not be read."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return None


def _name(base: Path, entry: os.DirEntry[str]) -> str:
    path = entry.path
    prefix = f"{base}{os.sep}"
    return (path[len(prefix) :] if path.startswith(prefix) else path).replace(os.sep, "/")


_SAID = {slug(kind.label): kind.folder for kind in KINDS.values() if kind.folder}
"""What one thing in a folder is called in Finnish → the folder's name."""
_LEFT_BEHIND = re.compile(r"~\$.*|Thumbs\.db|desktop\.ini|.*\.(?:bak|orig|rej|tmp|old)")
"""Names that only programs give, which people do not see on their own machine and send with the rest."""


def _is_noise(name: str) -> bool:
    """Files that programs leave behind, not people: hidden ones, back-ups, a folder's README."""
    return name.startswith(".") or name.endswith("~") or name == "README.md"


def _signature(entry: os.DirEntry[str]) -> tuple[int, int, int] | None:
    try:
        if entry.is_symlink():
            return None
        status = entry.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
