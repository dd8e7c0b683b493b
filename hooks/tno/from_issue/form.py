"""What a form asks: questions whose words, terms and musts come from the schema of the record it makes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any

from tno.field_names import name_of
from tno.frozen import frozen
from tno.records import Record
from tno.records.base import Part


class Widget(Enum):
    """How one answers."""

    LINE = "input"
    PROSE = "textarea"
    ONE = "dropdown"
    MANY = "dropdown, many"
    PROMISE = "checkboxes"


@frozen
class Question:
    """One question of a form."""

    key: str
    """Its id in the form."""
    label: str
    help: str = ""
    widget: Widget = Widget.LINE
    required: bool = False
    vocabulary: str = ""
    """Whose terms the choices are."""
    terms: tuple[str, ...] = ()
    """The terms that can be chosen, when not all of them can."""
    options: tuple[str, ...] = ()
    """Choices of no vocabulary."""
    example: str = ""
    path: tuple[str, ...] = ()
    """Where the answer stands in the record; empty when it is made into something else."""


@frozen
class Form:
    """One form."""

    name: str
    """File of the form, and what it is called elsewhere."""
    title: str
    about: str
    questions: tuple[Question, ...]
    label: str
    """The label that the forge gives the issue, for people."""
    kind: str = ""
    """Kind of the record it makes; empty when it makes none."""

    @property
    def first(self) -> str:
        """The label of the first question, by which the form is known again."""
        return self.questions[0].label

    @property
    def labels(self) -> list[str]:
        """Its questions in their order."""
        return [question.label for question in self.questions]

    def question(self, key: str) -> Question:
        """The question with this key."""
        return next(question for question in self.questions if question.key == key)


def asked(
    model: type[Part],
    field: str,
    label: str = "",
    *,
    key: str = "",
    within: tuple[str, ...] = (),
    widget: Widget | None = None,
    required: bool | None = None,
    help: str = "",
    example: str = "",
    terms: tuple[str, ...] = (),
) -> Question:
    """The question for a field of a model: what it means, whether it must be there and what can be chosen.

    Args:
        within: path of the part in the record.
    """
    schema = _schema(model)
    described = schema["properties"][field]
    vocabulary, many = _vocabulary(described), _is_list(described)
    return Question(
        key=key or field,
        label=label or name_of(field),
        help=help or described.get("description", ""),
        widget=widget or ((Widget.MANY if many else Widget.ONE) if vocabulary else Widget.LINE),
        required=field in schema.get("required", ()) if required is None else required,
        vocabulary=vocabulary,
        terms=terms,
        example=example,
        path=(*within, field) if within or issubclass(model, Record) else (),
    )


@cache
def _schema(model: type[Part]) -> Mapping[str, Any]:
    return model.model_json_schema(mode="validation")


def _vocabulary(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("x-vocabulary") or next(filter(None, map(_vocabulary, value.values())), ""))
    if isinstance(value, list):
        return next(filter(None, map(_vocabulary, value)), "")
    return ""


def _is_list(value: Any) -> bool:
    if isinstance(value, dict):
        return value.get("type") == "array" or any(map(_is_list, value.values()))
    return isinstance(value, list) and any(map(_is_list, value))
