"""Everything wrong with a mapping at once: faults found by hand together with those pydantic finds in the fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from tno.problem import Fault
from tno.records.fault import CARRIER, faults

Value = TypeVar("Value")


def gathered(found: Sequence[Fault], validate: Callable[[], Value]) -> Value:
    """The value of `validate()`, or one error with `found` (paths from the value being validated) and its own.

    For `model_validator(mode="wrap")`: a "before" validator that raised would hide the faults of the fields, an
    "after" validator would wait until the fields are mended.
    """
    try:
        value = validate()
    except ValidationError as error:
        raise ValidationError.from_exception_data(error.title, [*_carried(found), *_lines(error)]) from None
    if found:
        raise faults(found)
    return value


def _carried(found: Sequence[Fault]) -> Iterator[InitErrorDetails]:
    if found:
        yield InitErrorDetails(type=faults(found), input=None)


def _lines(error: ValidationError) -> Iterator[InitErrorDetails]:
    for line in error.errors(include_url=False):
        context = line.get("ctx", {})
        kind = PydanticCustomError(CARRIER, "{count}", context) if line["type"] == CARRIER else line["type"]
        yield InitErrorDetails(type=kind, loc=line["loc"], input=line["input"], ctx=context)
