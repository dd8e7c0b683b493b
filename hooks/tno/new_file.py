"""The file of a new record: the id that its name makes, its text, and that nothing is ever written over."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from tno.addresses import RESERVED
from tno.country import Country
from tno.digest import digest_of_bytes
from tno.finnish import slug
from tno.rules.identifiers import looks_like_date

MOST_LETTERS = 60
"""Longest id made of a name."""


def id_from(name: str) -> str:
    """The id that a name makes, cut between words; empty when no letter or digit of it is left."""
    whole = slug(name)
    if len(whole) <= MOST_LETTERS:
        return whole
    return whole[: MOST_LETTERS + 1].rpartition("-")[0] or whole[:MOST_LETTERS]


def has_letters(own_id: str) -> bool:
    """Whether an id says anything to people."""
    return any("a" <= letter <= "z" for letter in own_id)


def is_taken_by_site(own_id: str, country: Country) -> bool:
    """Whether an address has another meaning for the id: a room of the site, an area, a day."""
    return own_id in RESERVED or own_id in country.ely_areas or looks_like_date(own_id)


class NewIds:
    """Ids of new records in one folder of a region; each is given once."""

    def __init__(self, folder: Path, taken: Collection[str], country: Country, stand_in: str) -> None:
        """
        Args:
            folder: where the files are written.
            taken: ids that records of the region and kind have.
            stand_in: what an id begins with that a name cannot make alone.
        """
        self.folder, self._taken, self._country, self._stand_in = folder, set(taken), country, stand_in

    def new_id(self, name: str, own_key: str, *more: str) -> str:
        """An id made of a name; with more words, then a number, where it is taken.

        Args:
            own_key: the record's key where it comes from: makes the id of a name that has no letters.
        """
        stem = id_from(name)
        if not has_letters(stem) or is_taken_by_site(stem, self._country):
            stem = f"{self._stand_in}-{stem or digest_of_bytes(own_key.encode('utf-8', 'replace'), 4)}"
        longer = (id_from(f"{stem}-{word}") for word in more if slug(word))
        names = (stem, *longer, *(f"{stem}-{number}" for number in range(2, 10_000)))
        found = next(each for each in names if each not in self._taken and not any(self.folder.glob(f"{each}.*")))
        self._taken.add(found)
        return found


def markdown_text(facts: str, body: str) -> str:
    """A Markdown file of facts (YAML) and prose."""
    return f"---\n{facts}---\n" + (f"\n{body}\n" if body else "")


def write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet.

    Raises:
        FileExistsError: it has come there meanwhile, and stays as it is.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
