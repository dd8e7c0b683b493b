"""Hours and events made from values as files hold them, for the tests of the calendar's rooms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from finland import vocabularies
from tno.messages import MESSAGES
from tno.problem import Fault
from tno.records import Event
from tno.records.base import Part
from tno.records.hours import Hours
from tno.records.validate import Context, validate

HELSINKI = ZoneInfo("Europe/Helsinki")
MEETING = {
    "id": "kokous",
    "name": "Kokous",
    "kind": "kokous",
    "organiser": "jarjesto",
    "audience": "verkosto",
    "place": "talo",
    "start": "2026-10-13 12:00",
    "end": "14:00",
}
Model = TypeVar("Model", bound=Part)


def hours(values: Mapping[str, Any]) -> Hours:
    return _made(Hours, values)


def event(**values: Any) -> Event:
    """A meeting on Tuesday 13 October 2026 from 12 to 14, with `values` instead of or beside that; None removes."""
    return _made(Event, {**MEETING, **values})


def faults_of_hours(values: Mapping[str, Any]) -> list[Fault]:
    return _faults(Hours, values)


def faults_of_event(**values: Any) -> list[Fault]:
    return _faults(Event, {**MEETING, **values})


def codes(faults: list[Fault]) -> list[tuple[str, tuple[str | int, ...]]]:
    """Code and path of each fault."""
    return [(fault.code, fault.path) for fault in faults]


def helsinki(*parts: int) -> datetime:
    """An aware time of Finland: helsinki(2026, 10, 25, 12)."""
    return datetime(*parts, tzinfo=HELSINKI)  # type: ignore[arg-type, misc]


def _context() -> Context:
    return Context(vocabularies(), "lappi", False)


def _made(model: type[Model], values: Mapping[str, Any]) -> Model:
    made, found = validate(model, values, _context())
    assert made is not None, found
    return made


def _faults(model: type[Part], values: Mapping[str, Any]) -> list[Fault]:
    """The faults of `values`, each of which its message must be able to show in both languages."""
    made, found = validate(model, values, _context())
    assert (made is None) == bool(found)
    for fault in found:
        message = MESSAGES[fault.code]
        for text in (message.fi, message.en, message.hint_fi, message.hint_en):
            text.format(**{"label": "", **fault.data})
    return found
