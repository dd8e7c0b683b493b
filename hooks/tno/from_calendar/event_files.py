"""Imported events beside those there are: a file each, never over what somebody else wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tno.country import Country
from tno.from_calendar.event_values import Imported
from tno.from_calendar.notes import Notes
from tno.frozen import frozen
from tno.new_file import NewIds
from tno.read import parse_yaml
from tno.yaml_text import yaml_text

_UID = re.compile(r"^\s*# UID: (.+?)\s*$", re.MULTILINE)
_ID = re.compile(r"^[\s-]*id: *[\"']?([a-z0-9-]+)", re.MULTILINE)
_TOLD = (
    "name",
    "zone",
    "start",
    "end",
    "status",
    "repeat",
    "except",
    "extra",
    "overrides",
    "online_url",
    "description",
)
"""What a calendar tells of an event; the rest is the editors' own."""


@frozen
class Known:
    """An event that was imported before."""

    file: Path
    values: Mapping[str, Any]
    in_list: bool


class EventFiles:
    """The events folder of one region."""

    def __init__(self, folder: Path, root: Path, taken: set[str], country: Country) -> None:
        """
        Args:
            folder: `regions/<region>/events`.
            root: files are named from here.
            taken: ids that events of the region have.
        """
        self._folder, self._root = folder, root
        self._new = NewIds(folder, taken, country, "tuotu")
        self._known = {uid: known for file in sorted(folder.glob("*.yml")) for uid, known in _imported(file)}

    def plan(self, event: Imported, update: bool, notes: Notes) -> tuple[Path, str] | None:
        """The file to write with its text, or None when nothing is to be written."""
        if known := self._known.get(event.uid):
            return self._again(event, known, update, notes)
        name = self._new.new_id(event.name, event.uid)
        file = self._folder / f"{name}.yml"
        notes.add("new", file=self._name(file))
        return file, _text(event.uid, event.values)

    def _again(self, event: Imported, known: Known, update: bool, notes: Notes) -> tuple[Path, str] | None:
        file, differing = self._name(known.file), list(_differences(known.values, event.values))
        for key, old, new in differing:
            notes.add("differs", file=file, key=key, value=old, other=new)
        if not differing:
            notes.add("same", file=file)
        elif known.in_list:
            notes.add("in-a-list", file=file)
        elif not update:
            notes.add("kept", file=file)
        else:
            notes.add("updated", file=file)
            return known.file, _text(event.uid, _merged(known.values, event.values))
        return None

    def _name(self, file: Path) -> str:
        return file.relative_to(self._root).as_posix() if file.is_relative_to(self._root) else file.name


def _text(uid: str, values: Mapping[str, Any]) -> str:
    """A new file; its UID tells the event when the calendar is imported again."""
    return yaml_text(values, ["Tuotu kalenterista. Säilytä seuraava rivi.", f"UID: {uid}"] if uid else [])


def _imported(file: Path) -> Iterator[tuple[str, Known]]:
    """UID → event, of each event in a file that has one."""
    text = file.read_text(encoding="utf-8", errors="replace")
    marks = list(_UID.finditer(text))
    if not marks:
        return
    data = parse_yaml(text, file.name).data
    if isinstance(data, dict):
        yield marks[0][1], Known(file, data, False)
    items = [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []
    for mark in marks if items else ():
        found = _ID.search(text, mark.end())
        same = [item for item in items if found and item.get("id") == found[1]]
        if same:
            yield mark[1], Known(file, same[0], True)


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for key in _TOLD:
        before, after = _plain(old.get(key)), _plain(new.get(key))
        if before != after:
            yield key, _shown(before), _shown(after)


def _plain(value: Any) -> Any:
    """A value as the file's reader gives it: one of a list may stand alone, numbers are text."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return _plain(value[0]) if len(value) == 1 and not isinstance(value[0], Mapping) else [*map(_plain, value)]
    return "" if value is None or value == [] else str(value).strip()


def _shown(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else f"{text[:80]}…"


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """What the calendar tells, and what only the file has, in the order of a new file."""
    own = {key: value for key, value in old.items() if key not in _TOLD}
    order = [*new, *own]
    return {key: own[key] if key in own else new[key] for key in dict.fromkeys(order)}
