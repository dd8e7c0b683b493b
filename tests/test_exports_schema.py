"""JSON Schema of the records: what the checks accept, an editor's program accepts while one writes, and the reverse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from finland import vocabularies
from tno.exports.schema import file_schemas, record_schemas, schema_line
from tno.field_names import NAMES
from tno.records import FOLDERS, KINDS
from tno.records.base import HIDDEN
from trees import REGIONS, ROOT

CONTENT = [ROOT / "regions", *(REGIONS / name for name in ("minimal", "aakkoset", "kaikki"))]


class CoreLoader(yaml.BaseLoader):
    """YAML 1.2 core schema, as editors' programs read it: `no`, dates and times stay text, 2027 and 66.5 do not."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null||Null|NULL", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
CoreLoader.add_constructor("tag:yaml.org,2002:null", lambda loader, node: None)
CoreLoader.add_constructor("tag:yaml.org,2002:bool", lambda loader, node: node.value.lower() == "true")
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


@cache
def schemas() -> dict[str, Any]:
    return {kind: json.loads(text) for kind, text in record_schemas(vocabularies()).items()}


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schemas()[kind])


def faults(kind: str, value: Any) -> list[str]:
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in validator(kind).iter_errors(value)
    ]


def read(text: str) -> Any:
    return yaml.load(text, Loader=CoreLoader)


def records_of(folder: Path) -> Iterator[tuple[str, str, Any]]:
    """(file, kind, values) of every base record below a folder of content; a file of one record gives it its id."""
    for file in sorted(folder.glob("*/*/*")):
        if file.parent.name in FOLDERS and file.suffix in {".md", ".yml"} and "." not in file.stem:
            text = file.read_text(encoding="utf-8")
            data = read(text.split("---\n")[1] if file.suffix == ".md" else text)
            for values in data if isinstance(data, list) else [{"id": file.stem, **data}]:
                yield file.relative_to(folder).as_posix(), FOLDERS[file.parent.name].name, values
    for file in sorted(folder.glob("*/region.yml")):
        yield file.relative_to(folder).as_posix(), "region", read(file.read_text(encoding="utf-8"))


SERVICE = """\
name: Ohjaamo
summary: Apua.
organisation: x
kind: neuvonta
target_groups: [kaikki]
topics: tyo
areas: koko-alue
languages: fi
channels:
  - {type: puhelin, phone: 016 00 1234}
verified: 2026-10-01
"""


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas()[kind])
    assert schemas()[kind]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("folder", CONTENT, ids=lambda folder: folder.name)
def test_content_that_passes_the_checks_fits_the_schemas(folder: Path) -> None:
    found = {f"{file} {kind}": wrong for file, kind, values in records_of(folder) if (wrong := faults(kind, values))}
    assert found == {}


def test_every_kind_of_record_is_tried() -> None:
    assert {kind for folder in CONTENT for _, kind, _ in records_of(folder)} == set(KINDS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Ohjaamo\n", ""),
        ("summary: Apua.", "summary: [Apua]"),
        ("kind: neuvonta", "kind: neuvnta"),
        ("topics: tyo", "topics: []"),
        ("topics: tyo", "topics: [tyo, koulutus, ura, talous, asuminen]"),
        ("languages: fi", "language: fi"),
        ("type: puhelin", "type: puhelinasiointia"),
        ("phone: 016 00 1234", "phone: soita meille"),
        ("channels:\n  - {type: puhelin, phone: 016 00 1234}", "channels: []"),
        ("verified: 2026-10-01", "verified: eilen"),
        ("verified: 2026-10-01", "verified: 2026-10-01\nregion: lappi"),
    ],
)
def test_what_the_checks_refuse_does_not_fit(old: str, new: str) -> None:
    assert SERVICE.count(old) == 1
    assert faults("service", read(SERVICE)) == []
    assert faults("service", read(SERVICE.replace(old, new))) != []


@pytest.mark.parametrize("written", ["nuoret", "Nuoret", "Unga", "Young people", "[nuoret, Aikuiset]"])
def test_terms_may_be_written_as_their_labels(written: str) -> None:
    assert faults("service", read(SERVICE.replace("[kaikki]", written))) == []


@pytest.mark.parametrize("flag", ["kyllä", "ei", "true", "false", "yes", "no"])
def test_yes_and_no_may_be_written_as_people_say_them(flag: str) -> None:
    assert faults("service", read(f"{SERVICE}anonymous: {flag}\n")) == []


def test_what_loading_fills_in_is_not_in_the_schemas() -> None:
    for kind, schema in schemas().items():
        assert HIDDEN & schema["properties"].keys() == set(), kind


def fields_in(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every field of a schema and of its parts."""
    for model in [schema, *schema.get("$defs", {}).values()]:
        yield from model.get("properties", {}).items()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name_and_a_help_text_in_finnish(kind: str) -> None:
    """The texts an editor's program shows beside the key."""
    fields = list(fields_in(schemas()[kind]))
    assert [name for name, field in fields if not field.get("description")] == []
    assert [name for name, field in fields if field.get("title") != NAMES.get(name)] == []


def test_words_for_programmers_are_not_shown_to_editors() -> None:
    parts = [part for schema in schemas().values() for part in schema["$defs"].values()]
    assert [part for part in parts if "description" in part or "title" in part] == []
    assert schemas()["service"]["title"] == "Palvelu"


def test_terms_are_offered_with_their_meaning() -> None:
    kind = schemas()["service"]["properties"]["kind"]
    offered = next(each for each in kind["anyOf"][0]["anyOf"] if "enum" in each)
    assert dict(zip(offered["enum"], offered["enumDescriptions"], strict=True))["neuvonta"] == "Neuvonta"


@cache
def files() -> dict[str, jsonschema.Draft202012Validator]:
    return {
        kind: jsonschema.Draft202012Validator(json.loads(text)) for kind, text in file_schemas(vocabularies()).items()
    }


def test_every_yaml_file_of_the_content_fits_the_schema_that_its_first_line_names() -> None:
    unfit = {}
    for file in [*ROOT.glob("regions/*/*/*.yml"), *ROOT.glob("regions/*/*.yml")]:
        text = file.read_text(encoding="utf-8")
        if "finland" in file.parts or not (line := re.search(r"\A# yaml-language-server: \$schema=(\S+)\n", text)):
            continue
        schema = (file.parent / line[1]).resolve()
        assert schema.parent == ROOT / "schemas"
        if errors := [error.message[:200] for error in files()[schema.stem].iter_errors(read(text))]:
            unfit[file.name] = errors
    assert unfit == {}


def test_in_a_list_each_record_has_its_id_and_alone_its_file_names_it() -> None:
    record = {"name": "Talo", "municipality": "Kemi"}
    assert files()["place"].is_valid(record) and files()["place"].is_valid([{"id": "talo", **record}])
    assert not files()["place"].is_valid([record])


def test_a_schema_is_found_from_the_folder_of_the_file() -> None:
    line = schema_line("regions/lappi/events/x.yml", KINDS["event"])
    assert line == "# yaml-language-server: $schema=../../../schemas/event.json"


def test_a_file_of_one_record_needs_no_id_and_a_list_does() -> None:
    assert "id" not in schemas()["service"]["required"] and "id" not in schemas()["region"]["required"]
    assert "id" in schemas()["organisation"]["required"]


def test_the_schemas_are_the_same_bytes_each_time() -> None:
    assert record_schemas(vocabularies()) == record_schemas(vocabularies())
