"""What is told of keys: examples that are right, keys that were meant, places where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from finland import vocabularies
from tno.read import parse_yaml
from tno.records import KINDS, QUESTIONS, Agreement, Event, Service, Translation
from tno.records.advice import FINNISH_KEYS, SWEDISH_KEYS, WHOLE, fields, unknown_key, whole_example
from tno.records.examples import EXAMPLES, example_of
from tno.records.validate import Context, validate


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in fields(model).values():
        yield from (found for part in _parts(field.annotation) for found in models_in(part))


def _parts(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


MODELS: dict[str, type[BaseModel]] = {
    model.__name__: model for kind in (*KINDS.values(), QUESTIONS) for model in models_in(kind.model)
} | {Translation.__name__: Translation}
KEYS = {key for model in MODELS.values() for key in fields(model)}


@pytest.mark.parametrize("name", MODELS)
def test_every_required_field_has_an_example(name: str) -> None:
    missing = [
        key for key, field in fields(MODELS[name]).items() if field.is_required() and example_of(name, key) == "…"
    ]
    assert missing == []


def test_examples_are_of_keys_there_are() -> None:
    for name in EXAMPLES:
        model, _, key = name.rpartition(".")
        assert key in (fields(MODELS[model]) if model else KEYS), name


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_taken_as_it_stands(name: str) -> None:
    """Written after its key it is YAML, and its own field finds nothing wrong in it but what it leaves out."""
    key = name.rpartition(".")[2]
    parsed = parse_yaml(f"{key}: {EXAMPLES[name]}\n", "x.yml")
    assert parsed.problems == []
    model = name.partition(".")[0] if "." in name else next(n for n, each in MODELS.items() if key in fields(each))
    _, faults = validate(MODELS[model], parsed.data, Context(vocabularies(), "lappi", False))  # type: ignore[arg-type]
    ours = [
        fault
        for fault in faults
        if fault.path[:1] == (key,) and fault.code not in {"key-missing", "channel-incomplete"}
    ]
    assert ours == [], name


def test_words_of_other_languages_lead_to_keys_there_are() -> None:
    for words in (FINNISH_KEYS, SWEDISH_KEYS):
        assert set(words.values()) <= KEYS
        assert not set(words) & KEYS


@pytest.mark.parametrize(
    ("path", "code", "answer"),
    [
        (("nimi",), "key-unknown", {"suggestion": "name"}),
        (("Summary",), "key-unknown", {"suggestion": "summary"}),
        (("phone",), "key-too-high", {"place": "channels"}),
        (("channels", 0, "verified"), "key-too-deep", {"place": "channels"}),
        (("channels", 0, "hours", "phone"), "key-unknown", {}),
        (("sammanfattning",), "key-unknown", {"suggestion": "summary"}),
        (("summary Apua",), "yaml-colon-missing", {"suggestion": "summary: Apua"}),
        (("channels", 0, "phone:016"), "yaml-colon-space", {"suggestion": "phone: 016"}),
        (("summa Apua",), "key-unknown", {}),
        (("xyzzy",), "key-unknown", {"expected": "name, summary, organisation, kind"}),
    ],
)
def test_the_key_that_was_meant_is_found(path: tuple[str | int, ...], code: str, answer: dict[str, str]) -> None:
    found, data = unknown_key(Service, path)
    assert found == code
    assert answer.items() <= data.items()


@pytest.mark.parametrize("key", WHOLE)
def test_a_whole_part_shown_as_an_example_can_be_written_so(key: str) -> None:
    parts = {
        part for model in MODELS.values() if key in fields(model) for part in _parts(fields(model)[key].annotation)
    }
    data = parse_yaml(WHOLE[key], "x.yml").data
    context = Context(vocabularies(), "lappi", True)
    assert parts
    assert all(validate(part, data, context)[1] == [] for part in parts)


def test_what_was_written_for_facts_with_keys_is_shown_under_its_key() -> None:
    assert whole_example(Service, ("price",), "Maksuton", vocabularies()) == "price: {kind: maksuton}"
    assert whole_example(Agreement, ("parties", 0), "kela", vocabularies()) == "- {organisation: kela}"
    assert whole_example(Service, ("price",), "10 €", vocabularies()) == f"price: {WHOLE['price']}"


@pytest.mark.parametrize(("written", "key"), [("date", "start"), ("päivä", "start"), ("nmae", "name")])
def test_the_key_that_was_meant_is_told(written: str, key: str) -> None:
    assert unknown_key(Event, (written,))[1]["suggestion"] == key


@pytest.mark.parametrize("written", ["address", "osoite", "huomio"])
def test_no_key_is_guessed_where_none_is_near(written: str) -> None:
    assert "suggestion" not in unknown_key(Service, (written,))[1]
