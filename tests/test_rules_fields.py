"""What the rules look at is found from the models themselves."""

from __future__ import annotations

from collections.abc import Callable

from tno.load import Loaded
from tno.records import KINDS, Event, Service
from tno.records.scalars import Refers
from tno.rules.dates import PERIODS
from tno.rules.fields import fields_of, metadata_of
from tno.rules.municipalities import AREAS, MUNICIPALITIES
from tno.rules.persons import CONTACTS, EMAILS
from tno.rules.references import REFERENCES, SUB_AREA


def keys_found(network: Loaded, kind: type) -> set[str]:
    return {
        field.key
        for record in network.network.all_of(kind).values()
        for _, _, _, fields in REFERENCES.over([record])
        for field in fields
    }


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
    (service,) = region("minimal").network.all_of(Service).values()
    paths = [path for _, path, _, _ in REFERENCES.over([service])]
    assert paths == [(), ("channels", 0), ("channels", 1)]


def test_every_finder_looks_at_something(region: Callable[[str], Loaded]) -> None:
    network = region("minimal").network
    records = [region.profile for region in network.regions.values()]
    records += [each for region in network.regions.values() for kind in region.records.values() for each in kind.values()]
    for finder in (REFERENCES, MUNICIPALITIES, AREAS, CONTACTS, EMAILS, PERIODS):
        assert list(finder.over(records))
