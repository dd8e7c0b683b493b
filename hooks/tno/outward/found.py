"""Every address of another site that content and pages written by hand hold, with where it stands and who keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from tno.load import Loaded
from tno.model.freshness import answering
from tno.records import Organisation, Record
from tno.records.contacts import is_example_host

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\[\]{}|\\^]+", re.IGNORECASE)
_AFTER = ".,;:!?*_"
"""Marks that end a sentence, not an address."""
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


class Standing(NamedTuple):
    """A place where an address stands."""

    file: str
    """From the project's root."""
    line: int
    keeper: str
    """Name of the organisation that keeps it; empty: the site's own maintainer."""


class Outward(NamedTuple):
    """An address of another site."""

    address: str
    """Without a fragment: it is asked once for all of them."""
    places: tuple[Standing, ...]


_FOLDERS = ("docs", "regions")
"""Where Markdown and YAML are looked for."""


def outward_links(root: Path, loaded: Loaded, day: date) -> list[Outward]:
    """Addresses in the content and in pages written by hand, by address; those of invented hosts are left out."""
    keepers = _Keepers(loaded, day)
    found: dict[str, list[Standing]] = {}
    for folder in _FOLDERS:
        for file in sorted(path for path in (root / folder).rglob("*") if path.suffix in {".md", ".yml"}):
            name = file.relative_to(root).as_posix()
            for line, address in addresses_in(file.read_text(encoding="utf-8", errors="replace"), name):
                found.setdefault(address, []).append(Standing(name, line, keepers.of(name, line)))
    return [Outward(address, tuple(found[address])) for address in sorted(found)]


def addresses_in(text: str, file: str) -> Iterator[tuple[int, str]]:
    """(line, address) of every address that is shown to people; what is only an example of code is passed over."""
    fenced = False
    for number, line in enumerate(text.split("\n"), start=1):
        if file.endswith(".md") and _FENCE.match(line):
            fenced = not fenced
        if fenced or (file.endswith(".yml") and line.lstrip().startswith("#")):
            continue
        for match in _ADDRESS.finditer(line):
            address = _trimmed(match[0]).partition("#")[0]
            if is_real(address):
                yield number, address


def _trimmed(text: str) -> str:
    """An address without the marks of the sentence or the bracket around it."""
    while text and (text[-1] in _AFTER or (text[-1] == ")" and text.count(")") > text.count("("))):
        text = text[:-1]
    return text


def is_real(address: str) -> bool:
    """Whether an address has a host that somebody may keep; invented hosts are nobody's."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return "." in host and not is_example_host(host)


class _Keepers:
    """Who keeps what stands in a line of a file."""

    def __init__(self, loaded: Loaded, day: date) -> None:
        self._loaded, self._day = loaded, day
        self._records: dict[str, list[Record]] = {}
        for region in loaded.network.regions.values():
            for record in (region.profile, *chain.from_iterable(kind.values() for kind in region.records.values())):
                if file := loaded.places.file_of(record):
                    self._records.setdefault(file, []).append(record)

    def of(self, file: str, line: int) -> str:
        stem = re.sub(r"\.[a-z]{2}\.md$", ".md", file)
        record = self._record(self._records.get(stem) or self._records.get(self._region_file(file)) or [], line)
        key = answering(self._loaded.network, record, self._day) if record else None
        found = self._loaded.network.find(Organisation, key)
        return str(found.name) if found else ""

    def _record(self, records: list[Record], line: int) -> Record | None:
        """The record that a line is in: of several in one file, the last that begins before it."""
        if len(records) < 2:
            return records[0] if records else None
        begun = [(self._loaded.places.of(record).line or 0, record.key, record) for record in records]
        before = [each for each in begun if each[0] <= line]
        return max(before, key=lambda each: each[:2])[2] if before else None

    def _region_file(self, file: str) -> str:
        """The region's own file: its introduction and its questions are kept by whoever keeps that."""
        parts = file.split("/")
        return "/".join([*parts[:2], "region.yml"]) if len(parts) == 3 and parts[0] == "regions" else ""
