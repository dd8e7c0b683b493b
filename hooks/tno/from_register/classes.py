"""Codes of the register's classifications → terms of our vocabularies, by the project's own table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from tno.country.source import read_rows
from tno.country.vocabulary import Vocabulary
from tno.from_register.notes import RecordNotes
from tno.from_register.shapes import Node, shown
from tno.frozen import frozen

TABLE = "ptv_classes.csv"
"""In the folder of the country's tables."""
_COLUMNS = ("kind", "code", "name", "old", "terms", "service_kind", "guidance")
_CODE = re.compile(r"(?:KR|KE|P)\d+(?:\.\d+)?")


@frozen
class RegisterClass:
    """One class of the register."""

    code: str
    name: str
    terms: tuple[str, ...]
    """Ours that surely mean the same; empty: none does."""
    service_kind: str
    is_guidance: bool


class Classes:
    """The table by code and by old number."""

    def __init__(self, folder: Path) -> None:
        self._by_code = _read(folder / TABLE)

    def of(self, node: Node) -> RegisterClass | None:
        """The class that an object names by its code or by either form of its address."""
        code, uri = node.text("code").strip(), node.text("uri").strip()
        tail = re.split(r"[/:]", uri)[-1]
        found = (self._by_code.get(each) for each in (code, tail))
        return next((each for each in found if each), None)

    def terms(
        self, nodes: Iterable[Node], vocabulary: Vocabulary, notes: RecordNotes, field: str, most: int = 99
    ) -> list[str]:
        """Our terms for `nodes`, each once; a class that one of its own parts makes more exact is left to the part."""
        found: dict[str, None] = {}
        told = [(node, self.of(node)) for node in nodes]
        exact = {known.code.partition(".")[0] for _, known in told if known and "." in known.code}
        for node, known in told:
            if known is None:
                if value := node.text("code") or node.text("uri"):
                    notes.add("unknown-code", field, shown(value))
            elif known.code not in exact:
                terms = [term for term in known.terms if term in vocabulary]
                found |= dict.fromkeys(terms)
                if not terms:
                    notes.add("not-ours", field, f"{known.code} {known.name}")
        terms = list(found)
        if len(terms) > most:
            notes.add("too-many", field, ", ".join(terms[most:]), most=most)
        return terms[:most]

    def kinds(self, nodes: Iterable[Node]) -> list[str]:
        """Kinds of service that the classes say."""
        return list(
            dict.fromkeys(known.service_kind for node in nodes if (known := self.of(node)) and known.service_kind)
        )

    def is_guidance(self, nodes: Iterable[Node]) -> bool:
        """Whether a class of a service is one of guidance; a service without classes cannot be told and is taken."""
        told = [self.of(node) for node in nodes]
        return not told or any(known is None or known.is_guidance for known in told)


@lru_cache(maxsize=2)
def _read(file: Path) -> Mapping[str, RegisterClass]:
    found: dict[str, RegisterClass] = {}
    for row in read_rows(file, _COLUMNS):
        if not _CODE.fullmatch(row["code"]):
            raise row.error(f"Koodi ”{row['code']}” ei ole PTV:n luokan koodi, esim. P6.4.")
        known = RegisterClass(
            row["code"], row["name"], tuple(row["terms"].split()), row["service_kind"], row["guidance"] == "kyllä"
        )
        found[known.code] = known
        if row["old"]:
            found[row["old"]] = known
    return found
