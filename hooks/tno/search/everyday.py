"""What people say instead of the network's own words: `everyday.yml` beside the country's tables.

An entry says in which words a matter is told of ("sain kenkää"), where it leads (a life situation, a topic, the page
for emergencies) and with which words services tell of it ("irtisanominen"). It never names a service.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

EVERYDAY = "everyday.yml"


@dataclass(frozen=True)
class Saying:
    """One matter in everyday words."""

    leads: tuple[str, ...]
    """Pages by their Finnish address without the last slash: elamantilanteet/lomautus, aiheet/tyo, hata."""
    said: tuple[str, ...]
    """Words and phrases in one language."""
    words: tuple[str, ...]
    """What services say of the same."""


def sayings(folder: Path, language: str) -> list[Saying]:
    """The entries of a language, in the order of the file; none where there is no file."""
    return _sayings(folder / EVERYDAY, language, _state(folder / EVERYDAY))


def _state(file: Path) -> object:
    return (file.stat().st_mtime_ns, file.stat().st_size) if file.is_file() else None


@lru_cache(maxsize=8)
def _sayings(file: Path, language: str, state: object) -> list[Saying]:
    if state is None:
        return []
    entries: list[dict[str, Any]] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    found = []
    for entry in entries:
        said = tuple(map(str, entry.get(language, ())))
        words = entry.get("words", {}).get(language, ())
        if said:
            found.append(Saying(tuple(entry.get("leads", ())), said, tuple(map(str, words))))
    return found
