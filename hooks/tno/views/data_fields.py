"""The fields of open data and what they mean: the files' documentation, told in `data_fields.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from tno.read.yaml_file import parse_yaml

LICENCE, LICENCE_ADDRESS = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fi"
PAGE = "data/"
"""Address of the page that documents the files."""
SEPARATOR = " | "
"""Between the values of one cell of the table."""


class DataField(NamedTuple):
    """A field of a file."""

    name: str
    """Way to it: `channels[].phone`; a map of languages is one field."""
    meaning: str
    """In Finnish, for whoever uses the file."""


Fields = tuple[DataField, ...]


def fields_of(part: str) -> Fields:
    """The fields of a part of a file: `service`, `place`, `node`, `edge`."""
    told = _told()[part]
    return tuple([DataField(name, meaning.replace("{licence}", LICENCE)) for name, meaning in told.items()])


def services_head() -> Fields:
    """What `services.json` begins with, and its list."""
    return (*fields_of("head"), *fields_of("services_head"))


def places_head() -> Fields:
    """What `places.geojson` begins with, and its list."""
    kind, features = fields_of("places_head")
    return (kind, *fields_of("head"), features)


def network_head() -> Fields:
    """What `network.json` begins with, and its lists."""
    return (*fields_of("head"), *fields_of("network_head"))


@cache
def _told() -> Mapping[str, Mapping[str, str]]:
    file = Path(__file__).with_suffix(".yml")
    return cast(Mapping[str, Mapping[str, str]], parse_yaml(file.read_text(encoding="utf-8"), file.name).data)
