"""From pydantic's errors to our faults: codes, paths as they are written, one slip told once."""

from __future__ import annotations

from typing import Any

import pytest

from finland import vocabularies
from tno.problem import Fault
from tno.records import Organisation, Service, Translation
from tno.records.validate import Context, validate

CONTEXT = Context(vocabularies(), "lappi", True)
SERVICE: dict[str, Any] = {
    "id": "ohjaamo",
    "name": "Ohjaamo",
    "summary": "Apua.",
    "organisation": "toimija",
    "kind": "neuvonta",
    "target_groups": ["nuoret"],
    "topics": ["tyo"],
    "areas": ["koko-alue"],
    "languages": ["fi"],
    "channels": [{"type": "puhelin", "phone": "016 00 1234"}],
    "verified": "2026-10-01",
}


def faults_of(**changes: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    record, faults = validate(Service, {**SERVICE, **changes}, CONTEXT)
    assert (record is None) == bool(faults)
    return [(fault.code, fault.path) for fault in faults]


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in SERVICE.items() if name != key}


def test_a_right_record_has_no_faults_and_full_references() -> None:
    record, faults = validate(Service, SERVICE, CONTEXT)
    assert faults == []
    assert record is not None
    assert (record.organisation, record.kind, record.channels[0].phone) == (
        "lappi/toimija",
        ("neuvonta",),
        "+35816001234",
    )


def test_the_path_of_a_fault_is_what_the_editor_wrote() -> None:
    channel = {"type": "palvelupaikka", "place": {"municipality": "Kemi", "postal_code": "1"}}
    assert faults_of(channels=[channel]) == [("postal-code-invalid", ("channels", 0, "place", "postal_code"))]
    channel = {"type": "palvelupaikka", "place": "Ei Tunnus"}
    assert faults_of(channels=[channel]) == [("reference-invalid", ("channels", 0, "place"))]


def test_a_key_with_nothing_after_it_is_empty_and_not_missing() -> None:
    _, faults = validate(Service, {**SERVICE, "summary": None}, CONTEXT)
    assert [(fault.code, fault.at_key) for fault in faults] == [("key-empty", True)]
    _, faults = validate(Service, without("summary"), CONTEXT)
    assert [fault.code for fault in faults] == ["key-missing"]


def test_an_optional_key_with_nothing_after_it_is_as_if_it_were_not_there() -> None:
    assert faults_of(price=None, alert=None) == []


def test_an_unknown_key_is_told_also_with_nothing_after_it() -> None:
    assert faults_of(puhelin=None) == [("key-unknown", ("puhelin",))]
    channel = {"type": "puhelin", "phone: 016 00 1234": None}
    assert ("key-unknown", ("channels", 0, "phone: 016 00 1234")) in faults_of(channels=[channel])


def test_a_key_joined_with_its_value_is_told_once() -> None:
    _, faults = validate(Service, {**without("summary"), "summary:Apua": None}, CONTEXT)
    assert [fault.code for fault in faults] == ["yaml-colon-space"]


@pytest.mark.parametrize(
    ("key", "wrong", "code"),
    [
        ("summary", "sumary", "key-unknown"),  # not also "summary" is missing
        ("topics", "aiheet", "key-unknown"),
    ],
)
def test_a_misspelt_key_is_told_once(key: str, wrong: str, code: str) -> None:
    _, faults = validate(Service, {**without(key), wrong: SERVICE[key]}, CONTEXT)
    assert [fault.code for fault in faults] == [code]


def test_a_key_indented_too_far_is_told_once() -> None:
    channel = {**SERVICE["channels"][0], "verified": "2026-10-01"}
    _, faults = validate(Service, {**without("verified"), "channels": [channel]}, CONTEXT)
    assert [(fault.code, fault.path) for fault in faults] == [("key-too-deep", ("channels", 0, "verified"))]


def test_a_list_of_wrong_values_is_not_told_to_be_empty() -> None:
    assert faults_of(topics=["a", "b"]) == [("term-unknown", ("topics", 0)), ("term-unknown", ("topics", 1))]
    assert faults_of(topics=[]) == [("list-empty", ("topics",))]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (["-tyo"], "term-unknown"),
        ("-tyo -koulutus", "yaml-dash-space"),
        ({"a": "b"}, "list-expected"),
        ([None], "text-expected"),
        ([["tyo"]], "text-expected"),
    ],
)
def test_what_stands_for_a_list_is_named(value: Any, code: str) -> None:
    assert [found for found, _ in faults_of(topics=value)] == [code]


def test_a_number_with_a_minus_is_no_dash_without_a_space() -> None:
    assert faults_of(synonyms="-18") == []


@pytest.mark.parametrize("value", ["text", ["a"]])
def test_what_stands_for_facts_with_keys_is_named(value: Any) -> None:
    assert faults_of(price=value) == [("mapping-expected", ("price",))]


def test_the_words_of_a_vocabulary_are_taken_in_any_language() -> None:
    record, _ = validate(Service, {**SERVICE, "target_groups": ["Unga", "Adults", "nuoret"]}, CONTEXT)
    assert record is not None
    assert record.target_groups == ("nuoret", "aikuiset", "nuoret")


def test_example_may_be_said_by_the_record_itself() -> None:
    real = Context(vocabularies(), "lappi", False)
    values = {"id": "a", "name": "A", "sector": "yritys", "phone": "016 00 1234"}
    assert [fault.code for fault in validate(Organisation, values, real)[1]] == ["phone-not-dialable"]
    assert validate(Organisation, {**values, "example": "kyllä"}, real)[1] == []


def test_a_translation_has_prose_only() -> None:
    _, faults = validate(Translation, {"name": "Navigatorn", "phone": "1"}, CONTEXT)
    assert faults == [Fault("key-in-translation", ("phone",), {"value": "phone"}, at_key=True)]
