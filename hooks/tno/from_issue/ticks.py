"""Ticks in an issue → which records somebody has checked, and the files with their new day.

The body may have been changed by anybody who can edit it, so nothing in it is believed but names of records that the
organisation itself answers for: a name is looked up among those, never made into a path.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tno.amend import CannotAmendError, amended
from tno.digest import digest
from tno.model.freshness import Duty
from tno.model.network import KIND_OF
from tno.places import Places
from tno.records import Record

SIGN = "tno:ajantasaisuus"
_MARKER = re.compile(rf"<!-- {SIGN} ((?:[a-z]+:)?[a-z0-9-]+/[a-z0-9-]+) -->")
_TICKED = re.compile(r"[-*+] \[[xX]\] ")
_LONGEST = 200_000
"""The forge's own limit is 65,536 characters."""


def marker(name: str) -> str:
    """What nobody sees, and what is read back."""
    return f"<!-- {SIGN} {name} -->"


def box(is_ticked: bool) -> str:
    """The beginning of a line with a box."""
    return "- [x]" if is_ticked else "- [ ]"


def record_name(record: Record) -> str:
    """A record's name in an issue: `service:lappi/ohjaamo`."""
    return f"{KIND_OF[type(record)]}:{record.key}"


def organisation_of(body: str) -> str | None:
    """The organisation that an issue is for: its first line names it; None when the issue is no such one."""
    found = _MARKER.fullmatch(body[:_LONGEST].partition("\n")[0].strip())
    return found[1] if found and ":" not in found[1] else None


def ticked(body: str, own: Collection[str]) -> list[str]:
    """Names of the records ticked in an issue, in its order, each once.

    Args:
        own: names of the records that the organisation answers for; any other name is passed over.
    """
    found: dict[str, None] = {}
    for line in body[:_LONGEST].split("\n"):
        marks = _MARKER.findall(line)
        if len(marks) == 1 and _TICKED.match(line) and marks[0] in own:
            found[marks[0]] = None
    return list(found)


class Checked(NamedTuple):
    """What the ticks of one issue change."""

    organisation: str
    names: tuple[str, ...]
    """Of the records."""
    files: Mapping[str, str]
    """Path from the project's root → the whole new text."""
    left: tuple[str, ...]
    """Files in which the day must be changed by hand, since a program cannot do it safely."""
    sign: str
    """The same for the same records as old, another for any other: the name of its branch."""


def checked_files(duty: Duty, names: Iterable[str], day: date, places: Places, texts: Mapping[str, str]) -> Checked:
    """Files of the records with `names`, checked on `day`.

    Args:
        texts: file → its text as it is, for every file of the organisation's records.
    """
    records = {record_name(each.record): each.record for each in duty.stale}
    files: dict[str, str] = {}
    left: dict[str, None] = {}
    done = []
    for name in names:
        file, path = places.file_and_path(records[name])
        if file is None:
            continue
        try:
            steps = (*path, "verified")
            files[file] = amended(files.get(file, texts[file]), file, steps, day.isoformat())
            done.append(name)
        except CannotAmendError:
            left[file] = None
    was = ((record_name(each.record), each.verified) for each in duty.stale)
    told = "\0".join(f"{name} {verified}" for name, verified in was if name in done)
    sign = digest(f"{duty.organisation}\0{told}", 6)
    return Checked(duty.organisation or "", tuple(done), files, tuple(left), sign)
