"""JSON Schema of every record type, for editors' programs and forms. Made from the models; nothing is written twice."""

from __future__ import annotations

import json
import re
from typing import Any

from tno.country.vocabulary import Vocabularies
from tno.field_names import NAMES
from tno.records import KINDS, QUESTIONS, Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas"
"""Folder of the project that has the schemas of files; comments in YAML files lead there."""
_SPECIAL = re.compile(r"[\\.^$*+?{}\[\]|()/]")


def record_schemas(vocabularies: Vocabularies) -> dict[str, str]:
    """Kind → JSON Schema (draft 2020-12) of one record as text; terms of vocabularies are listed."""
    return {kind.name: _text(_schema_of(kind, vocabularies)) for kind in KINDS.values()}


def file_schemas(vocabularies: Vocabularies) -> dict[str, str]:
    """Kind → JSON Schema of a YAML file, which holds one record or a list of them."""
    kinds = [kind for kind in (*KINDS.values(), QUESTIONS) if kind.suffix == ".yml"]
    return {kind.name: _text(_schema_of_file(kind, vocabularies)) for kind in kinds}


def schema_line(file: str, kind: Kind) -> str:
    """The comment by which an editor's program finds the schema of `file`, a path from the project's folder."""
    return f"# yaml-language-server: $schema={'../' * file.count('/')}{FOLDER}/{kind.name}.json"


def _schema_of(kind: Kind, vocabularies: Vocabularies) -> dict[str, Any]:
    schema: dict[str, Any] = _finished(kind.model.model_json_schema(mode="validation"), vocabularies)
    schema["$schema"] = DIALECT
    schema["title"] = kind.label.capitalize()
    schema["description"] = f"Kohdat, joita tietueessa ”{kind.label}” voi olla."
    if kind.suffix == ".md" or kind.name in {"region", "assessment"}:
        schema["required"] = [key for key in schema.get("required", []) if key != "id"]
    return schema


def _schema_of_file(kind: Kind, vocabularies: Vocabularies) -> dict[str, Any]:
    """In a list each record has its id; alone in a file its name is the id."""
    record = _schema_of(kind, vocabularies)
    parts, title = record.pop("$defs", {}), record["title"]
    del record["$schema"]
    one = {"$ref": "#/$defs/record"}
    if kind.name == "region":
        whole: dict[str, Any] = one
    else:
        needed = list(record.get("required", []))
        record["required"] = [key for key in needed if key != "id"]
        items = {**one, "required": needed}
        whole = {
            "anyOf": [{"type": "array", "items": items, "description": f"{title}: monta samassa tiedostossa."}, one]
        }
    return {"$schema": DIALECT, "title": title, "$defs": {**parts, "record": record}, **whole}


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
    if isinstance(kept.get("properties"), dict):  # a model: its own words are for programmers
        kept = {key: item for key, item in kept.items() if key not in {"title", "description"}}
        for key, field in kept["properties"].items():
            field["title"] = NAMES.get(key, key)
    if vocabulary := kept.get("x-vocabulary"):
        kept["anyOf"] = _terms(vocabularies, vocabulary)
    return kept


def _terms(vocabularies: Vocabularies, name: str) -> list[dict[str, Any]]:
    """Ids, which a program offers with their meanings; labels in any language, which it accepts."""
    terms = vocabularies[name]
    labels = sorted({label for term in terms for label in term.labels.values()})
    return [
        {"enum": [term.id for term in terms], "enumDescriptions": [term.label("fi") for term in terms]},
        {"pattern": f"^({'|'.join(_SPECIAL.sub(_escaped, label) for label in labels)})$"},
    ]


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
