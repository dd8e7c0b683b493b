"""The reference of what editors write: nothing that a file may hold is missing, and every example is right."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from finland import vocabularies
from scenes import scene_of
from tno.read import parse_yaml
from tno.records import KINDS, QUESTIONS, Kind, Translation
from tno.records.advice import fields
from tno.records.base import Part
from tno.records.validate import Context, validate
from tno.records.week import DayFields
from tno.views import field_guide
from tno.views.field_guide import DESCRIBED, WEEK, WordTable, fields_page, kind_page, parts_of, rows_of, words_page
from tno.views.scene import Scene

MODELS: dict[str, type[Part]] = {Translation.__name__: Translation}
for _kind in DESCRIBED:
    MODELS |= {model.__name__: model for model in (_kind.model, *(part for _, part in parts_of(_kind.model)))}

BESIDE = {"channel-incomplete"}
"""Faults of other keys, told at this one."""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return scene_of(tmp_path_factory.mktemp("fields"), {})


def test_every_kind_of_file_has_its_page(scene: Scene) -> None:
    assert set(DESCRIBED) == {*KINDS.values(), QUESTIONS}
    told = [link.address for link, _ in fields_page(scene).kinds]
    assert told == [field_guide.address_of_kind(kind) for kind in DESCRIBED]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("kind", DESCRIBED, ids=lambda kind: kind.name)
def test_a_page_has_each_key_of_the_record_and_of_all_its_parts(kind: Kind, scene: Scene) -> None:
    tables = kind_page(kind, scene).tables
    assert len(tables) == 1 + len(parts_of(kind.model))
    for table, model in zip(tables, (kind.model, *(part for _, part in parts_of(kind.model))), strict=True):
        expected = set(fields(model))
        if issubclass(model, DayFields):
            expected = expected - {"days"} | {WEEK}
        if model is kind.model and kind.suffix == ".md":
            expected -= {"id"}
        assert {row.key for row in table.rows} == expected  # type: ignore[union-attr]


@pytest.mark.parametrize("name", MODELS)
def test_each_key_has_a_finnish_name_a_meaning_and_what_must_be_there_is_told_first(name: str) -> None:
    rows = rows_of(MODELS[name], vocabularies())
    assert [row.key for row in rows if not row.name or row.name == row.key] == []
    assert [row.key for row in rows if not (row.meaning or row.name) or not row.form or row.example == "…"] == []
    assert [row.required for row in rows] == sorted((row.required for row in rows), reverse=True)
    needed = {key for key, info in fields(MODELS[name]).items() if info.is_required()}
    assert {row.key for row in rows if row.required} == needed


@pytest.mark.parametrize("name", MODELS)
def test_each_example_is_taken_as_it_stands(name: str) -> None:
    """Its own field finds nothing wrong in it but keys that must stand beside it."""
    for row in rows_of(MODELS[name], vocabularies()):
        line = row.example if row.key == WEEK else f"{row.key}: {row.example}"
        parsed = parse_yaml(f"{line}\n", "x.yml")
        assert parsed.problems == [], line
        _, faults = validate(MODELS[name], parsed.data, Context(vocabularies(), "lappi", False))  # type: ignore[arg-type]
        wrong = [
            fault for fault in faults if fault.path[:1] == (row.key,) and not (fault.at_key or fault.code in BESIDE)
        ]
        assert wrong == [], line


def test_every_term_of_every_vocabulary_is_told_with_its_names(scene: Scene) -> None:
    tables = words_page(scene).tables
    known = scene.network.vocabularies
    assert [table.anchor for table in tables] == [name.replace("_", "-") for name in known]
    for table, vocabulary in zip(tables, known.values(), strict=True):
        assert isinstance(table, WordTable)
        assert [row[0] for row in table.cells] == [Markup(f"<code>{term.id}</code>") for term in vocabulary]
        assert [row[1] for row in table.cells] == [term.label("fi") for term in vocabulary]


def test_headings_of_vocabularies_tell_them_apart(scene: Scene) -> None:
    headings = [table.heading for table in words_page(scene).tables]
    assert sorted({heading for heading in headings if headings.count(heading) > 1}) == []
