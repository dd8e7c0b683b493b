"""The country's files as rows and entries that know their line, so that a slip in a table is found at once.

These are the project's own reference tables, not editors' content: the first fault stops reading with a `TableError`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

T = TypeVar("T")


class TableError(ValueError):
    """A reference table cannot be used. The message is Finnish, for the person who edited the table."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(file, line, what)
        self.file = file
        self.line = line
        """1-based; 1 when the file cannot be read at all."""
        self.what = what

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


def read_text(file: Path) -> str:
    """The file's text without a byte order mark. Raises `TableError` when it is missing or not UTF-8."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError:
        raise TableError(str(file), 1, "Tiedostoa ei voi lukea. Tarkista, että se on olemassa.") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TableError(str(file), line, "Tiedosto ei ole UTF-8-muodossa. Tallenna se uudelleen UTF-8:na.") from None


class Entry(dict[str, Any]):
    """A row of a table or a mapping of a YAML file: key → text, list of texts, or another entry."""

    __slots__ = ("file", "line")

    def __init__(self, file: str, line: int) -> None:
        super().__init__()
        self.file = file
        self.line = line

    def error(self, what: str) -> TableError:
        """An error to raise about this entry."""
        return TableError(self.file, self.line, what)

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.get(key)
        if not isinstance(value, str) or not value:
            raise self.error(f"Kohta ”{key}” puuttuu tai ei ole tekstiä.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when the key is missing."""
        value = self.get(key, [])
        if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
            raise self.error(f"Kohdassa ”{key}” pitää olla luettelo, esim. [a, b].")
        return tuple(value)

    def entry(self, key: str) -> Entry:
        """A mapping that must be there."""
        value = self.get(key)
        if not isinstance(value, Entry):
            raise self.error(f"Kohdassa ”{key}” pitää olla avaimia ja arvoja.")
        return value

    def parsed(self, key: str, parse: Callable[[str], T], example: str) -> T:
        """The text of `key` through `parse`, whose ValueError becomes a `TableError` with `example`."""
        text = self.text(key)
        try:
            return parse(text)
        except ValueError:
            raise self.error(f"Kohdan ”{key}” arvo ”{text}” ei kelpaa. Odotettiin esim. {example}.") from None

    def day(self, key: str) -> date | None:
        """A date such as 2025-12-31, None when the key is missing."""
        return self.parsed(key, date.fromisoformat, "2025-12-31") if key in self else None


# --- CSV --------------------------------------------------------------------------------------------------------------


def read_rows(file: Path, columns: Sequence[str], key: str = "code") -> list[Entry]:
    """Rows of a CSV file (comma, heading first, `#` lines are comments) that has at least `columns`.

    A cell stands on one line; each row must have as many cells as the heading and a `key` that no row had before.
    """
    name = str(file)
    written = read_text(file).replace("\r\n", "\n").split("\n")
    lines = [(n, text) for n, text in enumerate(written, 1) if text.strip() and text[0] != "#"]
    cells = csv.reader(text for _, text in lines)
    heading = next(cells, [])
    first = lines[0][0] if lines else 1
    if missing := [column for column in columns if column not in heading]:
        raise TableError(name, first, f"Taulukosta puuttuu sarake {', '.join(missing)}.")
    rows = [_row(name, line, heading, values) for (line, _), values in zip(lines[1:], cells, strict=False)]
    _refuse_repeated(rows, key)
    return rows


def _row(file: str, line: int, heading: list[str], values: list[str]) -> Entry:
    row = Entry(file, line)
    if len(values) != len(heading):
        raise row.error(f"Rivillä on {len(values)} kenttää, otsikossa {len(heading)}. Tarkista pilkut.")
    row.update(zip(heading, values, strict=True))
    return row


def _refuse_repeated(rows: list[Entry], key: str) -> None:
    seen: set[str] = set()
    for row in rows:
        if (code := row.text(key)) in seen:
            what = "Koodi" if key == "code" else "Arvo"
            raise row.error(f"{what} ”{code}” on taulukossa kahdesti.")
        seen.add(code)


# --- YAML -------------------------------------------------------------------------------------------------------------


def read_entries(file: Path) -> Entry:
    """The mapping a YAML file holds. Every scalar stays the text that was written; keys may not repeat."""
    node = _node_of(file)
    if not isinstance(node, yaml.MappingNode):
        raise TableError(str(file), 1, "Tiedostossa pitää olla avaimia ja arvoja.")
    return _entry(str(file), node)


def read_list(file: Path) -> list[Entry]:
    """The mappings of a YAML file that is a list of them, read in the same way."""
    name, node = str(file), _node_of(file)
    if not isinstance(node, yaml.SequenceNode):
        raise TableError(name, 1, "Tiedostossa pitää olla luettelo, jonka kohdat alkavat viivalla.")
    for item in node.value:
        if not isinstance(item, yaml.MappingNode):
            raise TableError(name, item.start_mark.line + 1, "Kohdassa pitää olla avaimia ja arvoja.")
    return [_entry(name, item) for item in node.value]


def _node_of(file: Path) -> yaml.Node | None:
    name = str(file)
    loader = yaml.CBaseLoader(read_text(file))
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise TableError(name, line, "Rivi ei ole YAML-muotoa. Tarkista sisennys, kaksoispisteet ja sulut.") from None
    except yaml.YAMLError:
        raise TableError(name, 1, "Tiedostossa on merkki, joka ei kuulu tekstiin.") from None
    finally:
        loader.dispose()
    return node


def _entry(file: str, node: yaml.MappingNode) -> Entry:
    entry = Entry(file, node.start_mark.line + 1)
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value in entry:
            raise TableError(file, key.start_mark.line + 1, "Avain toistuu tai ei ole tekstiä.")
        entry[key.value] = _value(file, value)
    return entry


def _value(file: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.MappingNode):
        return _entry(file, node)
    return [_value(file, item) for item in node.value]


def entries_of(parent: Entry) -> Iterator[tuple[str, Entry]]:
    """Key and entry of each mapping under `parent`, in the file's order."""
    return ((key, parent.entry(key)) for key in parent)
