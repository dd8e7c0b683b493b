"""JSON Schema of every record type, for editors' programs and forms. Made from the models; nothing is written twice."""

from __future__ import annotations

import json
from typing import Any

from tno.country.vocabulary import Vocabularies
from tno.records import KINDS


def record_schemas(vocabularies: Vocabularies) -> dict[str, str]:
    """Kind → JSON Schema (draft 2020-12) as text; terms of vocabularies are listed."""
    return {kind.name: _text(_schema_of(kind.name, vocabularies)) for kind in KINDS.values()}


def _schema_of(name: str, vocabularies: Vocabularies) -> dict[str, Any]:
    schema: dict[str, Any] = _finished(KINDS[name].model.model_json_schema(mode="validation"), vocabularies)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    if KINDS[name].suffix == ".md" or name in {"region", "assessment"}:
        schema["required"] = [key for key in schema.get("required", []) if key != "id"]
    return schema


def _finished(value: Any, vocabularies: Vocabularies) -> Any:
    if isinstance(value, list):
        return [_finished(item, vocabularies) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {
        key: _finished(item, vocabularies)
        for key, item in value.items()
        if not (isinstance(item, dict) and item.get("x-hidden"))
    }
    if vocabulary := kept.get("x-vocabulary"):
        terms = vocabularies[vocabulary]
        kept["anyOf"] = [
            {"enum": [term.id for term in terms]},
            {"enum": sorted({label for term in terms for label in term.labels.values()})},
        ]
    return kept


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
