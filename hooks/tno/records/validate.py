"""Plain values → a record, or everything that is wrong with them.

pydantic tells what failed by error type and `loc`; editors need our codes and the path they wrote. The
translation between the two stands here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tno.country.vocabulary import Vocabularies, Vocabulary
from tno.finnish import slug
from tno.frozen import frozen
from tno.problem import Fault
from tno.read.yaml_events import CURLY
from tno.records.advice import description, example, keys, list_example, unknown_key, whole_example
from tno.records.base import HIDDEN, Part, Translation
from tno.records.fault import CARRIER
from tno.records.spans import CLOSED_WORDS

Model = TypeVar("Model", bound=Part)
Path = tuple[str | int, ...]


@frozen
class Context:
    """What validators need to know besides the values."""

    vocabularies: Vocabularies
    region: str
    """Id of the region whose folder the record lies in; completes references."""
    example: bool
    """Whether the record is invented content: nothing dialable, no host but example.org."""
    shared: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """Parts that were written alike before (`tno.records.base.Shared`)."""

    def __getitem__(self, vocabulary: str) -> Vocabulary:
        return self.vocabularies[vocabulary]


def validate(model: type[Model], data: Mapping[str, Any], context: Context) -> tuple[Model | None, list[Fault]]:
    """The record in `data`, or None and every fault found in it, in the order of the fields.

    Args:
        data: as `tno.read` gives it, with the fields of `HIDDEN` and `id` filled in by loading.
        context: `example` is overridden by the record's own `example`.
    """
    if wrapped := _wrapped(model, data):
        return None, [wrapped]
    own = data.get("example")
    if isinstance(own, str) and own.lower() in {"true", "kyllä", "yes"} and not context.example:
        context = Context(context.vocabularies, context.region, True)
    try:
        return model.model_validate(data, context=context), []
    except ValidationError as error:  # perhaps only for keys with nothing after them: they are looked for now
        found = [each for each in _faults_in(error, model, data, context) if _is_of_blank(each, data)]
    try:
        record = model.model_validate(without_blanks(data), context=context)
        return (None, found) if found else (record, [])
    except ValidationError as error:
        return None, _without_echoes([*found, *_faults_in(error, model, data, context)])


def _wrapped(model: type[Part], data: Mapping[str, Any]) -> Fault | None:
    """The fault of a key that is only a name for what is under it, and that the file should hold itself."""
    if len(data) > len(HIDDEN) + 2:  # with `id`: more than one key was written
        return None
    written = [key for key in data if key not in HIDDEN and key != "id"]
    if len(written) != 1 or written[0] in keys(model, ()):
        return None
    name, inner = written[0], data[written[0]]
    several = isinstance(inner, list)
    first = next(iter(inner), None) if several else inner
    if not isinstance(first, dict) or not first.keys() & set(keys(model, ())):
        return None
    key = next(iter(first))
    example = f"{key}: {first[key]}" if isinstance(first[key], str) else f"{key}: …"
    told = {"value": name, "example": f"- {example}" if several else example}
    return Fault("list-wrapped" if several else "record-wrapped", (name,), told, at_key=True)


EMPTY_DAY = "hours-day-empty"
"""Nothing after a day is not the same as a day that is not mentioned: somebody meant to say when it is open."""
_KEYS_NOT_KNOWN = frozenset({"key-unknown", "key-too-high", "key-too-deep", "yaml-colon-missing", "yaml-colon-space"})


def _is_of_blank(fault: Fault, data: Mapping[str, Any]) -> bool:
    """Whether a key with nothing after it is told of all the same: there may be a fact in a key nobody knows."""
    return fault.code == EMPTY_DAY or (fault.code in _KEYS_NOT_KNOWN and _value_at(data, fault.path) is None)


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def without_blanks(value: Any) -> Any:
    """`value` without the keys that have nothing after them: a form field left empty is a field not given."""
    if isinstance(value, dict):
        return {key: without_blanks(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_blanks(item) for item in value]
    return value


def _faults_in(error: ValidationError, model: type[Part], data: Mapping[str, Any], context: Context) -> list[Fault]:
    details = error.errors(include_url=False)
    return [fault for detail in details for fault in _faults_of(model, data, detail, context)]


def _faults_of(
    model: type[Part], data: Mapping[str, Any], detail: ErrorDetails, validation: Context
) -> Iterator[Fault]:
    kind, path = detail["type"], _path_in(data, detail["loc"])
    context = detail.get("ctx", {})
    if kind == CARRIER:
        for fault in context["faults"]:
            likelier = _in_curly_quotes(fault, path) or _in_brackets(fault, path, detail)
            likelier = likelier or _joined(fault, path, detail, validation) or _exception(fault, path, data, validation)
            yield likelier or Fault(fault.code, path + fault.path, fault.data, fault.at_key)
    elif kind == "missing" and path == ("id",):
        likely = slug(name) if isinstance(name := data.get("name"), str) else ""
        yield Fault("id-missing", path, {"example": likely or "uusi-tunnus"}, at_key=True)
    elif kind == "missing":
        code = "key-empty" if _is_written(data, path) else "key-missing"
        told = {"value": str(path[-1]), "label": description(model, path), "example": example(model, path)}
        yield Fault(code, path, told, at_key=True)
    elif kind == "extra_forbidden" and model is Translation:
        yield Fault("key-in-translation", path, {"value": str(path[-1])}, at_key=True)
    elif kind == "extra_forbidden":
        yield Fault(unknown_key(model, path)[0], path, unknown_key(model, path)[1], at_key=True)
    elif kind == "too_short":
        yield Fault("list-empty", path, {"value": _last_key(path), "example": example(model, path)})
    elif kind == "too_long":
        numbers = {"number": str(context["actual_length"]), "expected": str(context["max_length"])}
        yield Fault("list-too-long", path, {"value": _last_key(path), **numbers})
    elif kind == "tuple_type":
        yield Fault("list-expected", path, {"value": _last_key(path), "example": list_example(model, path)})
    elif kind in {"model_type", "dict_type", "model_attributes_type"}:
        shown = whole_example(model, path, detail.get("input"), validation.vocabularies)
        yield Fault("mapping-expected", path, {"value": _last_key(path), "example": shown})
    else:
        yield Fault("value-invalid", path, {"value": str(detail.get("input")), "label": description(model, path)})


def _in_curly_quotes(fault: Fault, path: Path) -> Fault | None:
    """The fault of marks that a word processor has put round a value, whatever is else said of it."""
    value = fault.data.get("value", "")
    if fault.at_key or len(value) < 2 or value[0] not in CURLY or value[-1] not in CURLY:
        return None
    return Fault("value-curly-quotes", path + fault.path, {"value": value, "example": value[1:-1].strip()})


def _exception(fault: Fault, path: Path, data: Mapping[str, Any], context: Context) -> Fault | None:
    """The fault of a holiday or a date where a day of the week is meant."""
    if fault.code != "hours-day-unknown":
        return None
    written, whole = fault.data["value"], path + fault.path
    term = context["named_day"].find(written)
    if term is None and not re.fullmatch(r"[\d./ –-]*\d[\d./ –-]*", written):
        return None
    from tno.records.likely_day import likely_day  # only where a day cannot be read

    meant = likely_day(written)
    when = f"named_day: {term.id}" if term else f"date: {meant or '2026-12-23'}"
    times = str(_value_at(data, whole) or "")
    closed, several = times in ("", *CLOSED_WORDS), "," in times
    what = "closed: kyllä" if closed else f'hours: "{times}"' if several else f"hours: {times}"
    example = f"- {{{when}, {what}}}"
    return Fault("hours-day-exception", whole, {"value": written, "example": example}, at_key=True)


_OF_ONE_ITEM = frozenset({"term-unknown", "reference-invalid", "date-invalid", "moment-invalid"})
"""What is said of an item of a list that is several items."""


def _in_brackets(fault: Fault, path: Path, detail: ErrorDetails) -> Fault | None:
    """The fault for `a, b` where a list is meant; one text is taken for a list of it (`tno.records.base.AsList`)."""
    value = fault.data.get("value", "")
    alone = isinstance(next(reversed(detail["loc"]), None), int) and not (path and isinstance(path[-1], int))
    if not alone or fault.code not in _OF_ONE_ITEM or not re.search("[,;]", value):
        return None
    items = ", ".join(filter(None, (part.strip() for part in re.split(r"[,;]|\bja\b", value))))
    return Fault("list-brackets", path, {"value": value, "key": _last_key(path), "example": f"[{items}]"})


def _joined(fault: Fault, path: Path, detail: ErrorDetails, context: Context) -> Fault | None:
    """The fault for items of a list that YAML has read as one: a line that goes on, or a dash too deep."""
    if fault.code != "term-unknown" or not isinstance(detail["loc"][-1], int):
        return None
    vocabulary = context[fault.data["vocabulary"]]
    items = joined_items(fault.data["value"], lambda text: vocabulary.find(text) is not None)
    return (
        Fault("list-joined", path, {"value": fault.data["value"], "example": f"[{', '.join(items)}]"})
        if items
        else None
    )


def joined_items(text: str, is_known: Callable[[str], bool]) -> list[str]:
    """The items that `text` is made of, when it is some that are known one after another; else nothing."""
    for between in (r"\s*[;,/&]\s*", r"\s+[-–—•]\s+", r"\s+ja\s+", r"\s+"):
        items = re.split(between, text.strip().lstrip("–—• "))
        if len(items) > 1 and all(map(is_known, items)):
            return items
    return []


def _without_echoes(found: list[Fault]) -> list[Fault]:
    """`found` without faults that only follow from another: one slip should be told once.

    A misspelt or indented key makes the right one missing; a list whose every value is wrong counts as empty.
    """
    unread = (each for each in found if each.code in _KEYS_NOT_KNOWN)
    meant = {(*each.path[:-1], each.data.get("suggestion", "").partition(":")[0]) for each in unread}
    meant |= {each.path[-1:] for each in found if each.code == "key-too-deep"}
    inner = {each.path[:length] for each in found for length in range(len(each.path))}
    inner |= {each.path for each in found if each.code != "list-empty"}
    return [
        each
        for each in found
        if not (each.code == "key-missing" and each.path in meant)
        and not (each.code == "list-empty" and each.path in inner)
    ]


def _is_written(data: Any, path: Path) -> bool:
    """Whether the key at `path` is there, with nothing after it."""
    parent: Any = data
    for step in path[:-1]:
        parent = parent[step] if isinstance(parent, dict | list) else None  # type: ignore[index]
    return isinstance(parent, dict) and path[-1] in parent


def _path_in(data: Any, location: tuple[str | int, ...]) -> Path:
    """`location` without pydantic's own steps (tags of unions), which are no keys of `data`."""
    path: list[str | int] = []
    for index, step in enumerate(location):
        if isinstance(data, Mapping) and isinstance(step, str):
            if step not in data and (step.startswith("@") or index + 1 < len(location)):
                continue
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        elif (isinstance(step, str) and (step.startswith("@") or index + 1 < len(location))) or isinstance(step, int):
            continue
        path.append(step)
    return tuple(path)


def _last_key(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")
