"""Pages written by hand, as the search reads them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Guide(NamedTuple):
    """A page written by hand."""

    address: str
    title: str
    description: str
    text: str


def guides_in(folder: Path, language: str) -> Iterator[Guide]:
    """The pages written by hand in a language, from the generator's own folder of Markdown."""
    base = folder if language == "fi" else folder / language
    for file in sorted(base.rglob("*.md")) if base.is_dir() else ():
        name = file.relative_to(folder).with_suffix("").as_posix()
        if language == "fi" and name.partition("/")[0] in {"sv", "en", "se"}:
            continue
        head, _, body = file.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        facts = dict(line.partition(": ")[::2] for line in head.splitlines())
        address = f"{name.removesuffix('index').rstrip('/')}/".lstrip("/")
        yield Guide(address, facts.get("title", name), facts.get("description", ""), body)
