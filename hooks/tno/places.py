"""Where each record and each of its fields stands, looked up only when somebody must point at it.

Keeping the places of every value would take 110 MiB nationally; reading one file again takes a millisecond.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tno.content import ContentFile, Folders
from tno.model.network import KIND_OF
from tno.position import Position
from tno.problem import Fault, Problem
from tno.read.lines import Lines
from tno.read.markdown_file import body_position, parse_markdown, places_in_markdown
from tno.read.source import Source, SourceReader
from tno.read.yaml_file import places_in

if TYPE_CHECKING:
    from tno.read.yaml_file import PlaceMap
    from tno.records import Record

Steps = tuple[str | int, ...]


class Places:
    """Record and field → position in a file."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._reader = SourceReader(folders.root, folders.within)
        self._members_reader = SourceReader(folders.members, "") if folders.members else None
        self._where: dict[tuple[str, str], tuple[ContentFile, Steps]] = {}
        self._prose: dict[tuple[str, str], ContentFile] = {}
        self._places_of = lru_cache(maxsize=64)(self._read_places)

    def remember(self, kind: str, key: str, file: ContentFile, path: Steps) -> None:
        """Note that a record stands in `file` at `path`."""
        self._where[kind, key] = file, path

    def remember_prose(self, record: Record, file: ContentFile) -> None:
        """Note that a record's prose stands in a file of its own: a region's introduction."""
        self._prose[KIND_OF[type(record)], record.key] = file

    def of(self, record: Record, *path: str | int, at_key: bool = False) -> Position:
        """Position of a field of `record`, or of its nearest part that the file has."""
        file, prefix = self._where[KIND_OF[type(record)], record.key]
        return self._position(file, (*prefix, *path), at_key)

    def file_of(self, record: Record) -> str | None:
        """The file an editor changes to change `record`; None when it lies apart, in the members' own checkout."""
        file = self._where[KIND_OF[type(record)], record.key][0]
        return None if self.is_members_checkout(file) else file.name

    def file_and_path(self, record: Record) -> tuple[str | None, Steps]:
        """The file as `file_of` gives it, and where in it the record stands: () when it is the only one."""
        return self.file_of(record), self._where[KIND_OF[type(record)], record.key][1]

    def problem(self, record: Record, fault: Fault) -> Problem:
        """`fault` of `record` as a problem with its place; a path `("body", offset)` points into its prose."""
        if fault.path[:1] == ("body",) and len(fault.path) == 2:
            return Problem(fault.code, self._in_body(record, int(fault.path[1]), len(fault.data["value"])), fault.data)
        return Problem(fault.code, self.of(record, *fault.path, at_key=fault.at_key), fault.data)

    def _in_body(self, record: Record, offset: int, length: int) -> Position:
        key = KIND_OF[type(record)], record.key
        source, _ = self.read(self._prose.get(key) or self._where[key][0])
        if source is None:
            return self.of(record)
        if key in self._prose and not source.text.startswith("---"):
            return Lines(source.text, source.file).position(offset, offset + length)
        return body_position(parse_markdown(source.text, source.file), offset, length)

    def problem_in(self, file: ContentFile, path: Steps, fault: Fault) -> Problem:
        """`fault` of the values at `path` of `file`, also when no record could be made of them."""
        return Problem(fault.code, self._position(file, (*path, *fault.path), fault.at_key), fault.data)

    def base_of(self, file: ContentFile) -> Path:
        """The folder that `file.name` is relative to."""
        members = self._folders.members
        return members if members and self.is_members_checkout(file) else self._folders.root

    def folder_of(self, record: Record) -> Path:
        """The folder that the record's file lies in."""
        file = self._where[KIND_OF[type(record)], record.key][0]
        return (self.base_of(file) / file.name).parent

    def is_members_checkout(self, file: ContentFile) -> bool:
        """Whether the file lies in the separate checkout of members' content."""
        within = self._folders.within
        return file.for_members and self._folders.members is not None and not file.name.startswith(f"{within}/")

    def read(self, file: ContentFile) -> tuple[Source | None, list[Problem]]:
        """The text of a content file, never from outside its own tree, and what is wrong with it."""
        reader = self._members_reader if self.is_members_checkout(file) else None
        return (reader or self._reader).read(file.name)

    def _position(self, file: ContentFile, path: Steps, at_key: bool) -> Position:
        places = self._places_of(file)
        if places is None:
            return Position(file.name)
        return places.key(path) if at_key else places.value(path)

    def _read_places(self, file: ContentFile) -> PlaceMap | None:
        source, _ = self.read(file)
        if source is None:
            return None
        if file.name.endswith(".md"):
            return places_in_markdown(source.text, file.name)
        return places_in(source.text, file.name)
