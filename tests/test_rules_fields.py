"""What the rules look at is found from the models themselves."""

from __future__ import annotations

from collections.abc import Callable

from tno.load import Loaded
from tno.records import KINDS, Event, Record, Service
from tno.records.scalars import Refers
from tno.rules.dates import PERIODS
from tno.rules.fields import fields_of, metadata_of, parts_of
from tno.rules.municipalities import AREAS, MUNICIPALITIES
from tno.rules.persons import CONTACTS, EMAILS
from tno.rules.references import REFERENCES, SUB_AREA
from tno.rules.review import Review
from tno.settings import Settings
from trees import DAY


def keys_found(loaded: Loaded, kind: type[Record]) -> set[str]:
    parts = parts_of(loaded.network.all_of(kind).values())
    return {field.key for fields, _ in REFERENCES.among(parts) for field in fields}


def test_references_are_found_at_every_depth(region: Callable[[str], Loaded]) -> None:
    assert {"organisation", "place", "partners", "agreements", "maintainer"} <= keys_found(region("minimal"), Service)
    assert {"organiser", "place", "group", "service"} <= keys_found(region("minimal"), Event)


def test_every_reference_names_a_kind_there_is() -> None:
    marks = {
        name
        for kind in KINDS.values()
        for field in fields_of(kind.model)
        for mark in metadata_of(field.info, Refers)
        for name in mark.kind.split("|")
    }
    assert marks
    assert marks <= KINDS.keys() | {SUB_AREA}


def test_paths_are_the_keys_of_the_file(region: Callable[[str], Loaded]) -> None:
    parts = parts_of(region("minimal").network.all_of(Service).values())
    paths = [path for _, placed in REFERENCES.among(parts) for _, path, _ in placed]
    assert paths == [(), ("channels", 0), ("channels", 1)]


def test_every_finder_looks_at_something(region: Callable[[str], Loaded]) -> None:
    parts = Review(region("minimal").network, DAY, Settings()).parts
    for finder in (REFERENCES, MUNICIPALITIES, AREAS, CONTACTS, EMAILS, PERIODS):
        assert list(finder.among(parts))
