"""Other words by which people look for their municipality: former municipalities, villages, postal codes.

The tables are short of the whole country and say so; whoever asks for what they do not hold is told that, too.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tno.country.municipality import Municipality
from tno.country.source import Entry, read_rows
from tno.frozen import frozen

VILLAGES, POSTAL_CODES = "villages.csv", "postal_codes.csv"
FORMER = "entinen kunta"
KINDS = (FORMER, "kuntakeskus", "kylä tai kaupunginosa")
Find = Callable[[str], Municipality | None]


@frozen
class Village:
    """A place in a municipality that is none itself."""

    name: str
    municipality_code: str
    is_former_municipality: bool


@frozen
class PostalCodes:
    """Postal codes that lie in one municipality, both ends included."""

    first: str
    last: str
    municipality_code: str


def load_villages(file: Path, find: Find) -> tuple[Village, ...]:
    """Villages in the order of the file; none when there is no file. Raises `TableError` at the first wrong row."""
    if not file.is_file():
        return ()
    rows = read_rows(file, ("name", "municipality", "kind"), key="name")
    return tuple(_village(row, find) for row in rows)


def _village(row: Entry, find: Find) -> Village:
    if find(row["name"]):
        raise row.error(f"”{row['name']}” on nykyinen kunta. Poista rivi.")
    if row["kind"] not in KINDS:
        raise row.error(f"Laji ”{row['kind']}” ei kelpaa. Odotettiin: {', '.join(KINDS)}.")
    return Village(row["name"], _municipality(row, find).code, row["kind"] == FORMER)


def load_postal_codes(file: Path, find: Find) -> tuple[PostalCodes, ...]:
    """Ranges of postal codes in their order; none when there is no file. Raises `TableError` at the first wrong row."""
    if not file.is_file():
        return ()
    found: list[PostalCodes] = []
    for row in read_rows(file, ("first", "last", "municipality"), key="first"):
        first, last = (row.parsed(name, _five_digits, "96100") for name in ("first", "last"))
        if first > last or (found and first <= found[-1].last):
            raise row.error("Postinumeroiden pitää olla järjestyksessä ja vain kerran.")
        found.append(PostalCodes(first, last, _municipality(row, find).code))
    return tuple(found)


def _five_digits(text: str) -> str:
    if not (len(text) == 5 and text.isdecimal() and text.isascii()):
        raise ValueError(text)
    return text


def _municipality(row: Entry, find: Find) -> Municipality:
    if municipality := find(row.text("municipality")):
        return municipality
    raise row.error(f"Kuntaa ”{row['municipality']}” ei ole tiedostossa municipalities.csv.")


def by_postal_code(codes: tuple[PostalCodes, ...], code: str) -> str | None:
    """Code of the municipality a postal code lies in, when it is known."""
    return next((each.municipality_code for each in codes if each.first <= code <= each.last), None)
