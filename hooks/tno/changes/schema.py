"""Which vocabulary a value of a record is written in, and which record it names, by its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tno.records import KINDS

Keys = tuple[str, ...]


@cache
def vocabularies_of(kind: str) -> Mapping[Keys, str]:
    """Keys from the record in → vocabulary."""
    return {keys: str(found) for keys, name, found in _marks(kind) if name == "x-vocabulary"}


@cache
def references_of(kind: str) -> Mapping[Keys, str]:
    """Keys from the record in → kinds of record it may name, `|` between."""
    return {keys: str(found) for keys, name, found in _marks(kind) if name == "x-refers-to"}


def _marks(kind: str) -> Iterator[tuple[Keys, str, object]]:
    schema = KINDS[kind].model.model_json_schema(mode="validation")
    yield from _walk(schema, schema.get("$defs", {}), (), ())


def _walk(value: Any, parts: Mapping[str, Any], keys: Keys, within: Keys) -> Iterator[tuple[Keys, str, object]]:
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, parts, keys, within)
    elif isinstance(value, dict):
        yield from ((keys, name, value[name]) for name in ("x-vocabulary", "x-refers-to") if name in value)
        name = str(value.get("$ref", "")).rpartition("/")[2]
        if name and name not in within:
            yield from _walk(parts[name], parts, keys, (*within, name))
        for key, field in value.get("properties", {}).items():
            yield from _walk(field, parts, (*keys, key), within)
        for inner in ("items", "anyOf", "oneOf", "allOf", "prefixItems"):
            yield from _walk(value.get(inner, ()), parts, keys, within)
