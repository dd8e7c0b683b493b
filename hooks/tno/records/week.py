"""The days of a week beside named fields: what hours and seasons have in common.

The keys of days are data (`ma`, `ti-pe`, `arkisin`), so they are read here by hand and the fields by pydantic; the
faults of both come out together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import (
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema

from tno.problem import Fault
from tno.records.base import Part
from tno.records.fault import fault
from tno.records.gather import gathered
from tno.records.scalars import kind_of, text_of
from tno.records.spans import DAY_MIN, SPANS_PATTERN, Spans, read_spans
from tno.records.weekdays import (
    DAY_NAMES,
    LIKE_ENOUGH,
    WEEKDAYS_PATTERN,
    WORDS,
    WeekdayUnknownError,
    parse_weekdays,
    tidy,
)

EVEN, ODD = "parilliset", "parittomat"
"""Weeks by their ISO number: the two values of `weeks`."""

Week = tuple[Spans | None, ...]
"""Seven days, Monday first: None is not mentioned, empty is said to be closed; neither is open."""
NO_DAYS: Week = (None,) * 7
_SAID = {
    "kausi": "season", "kesä": "season", "viikot": "weeks", "viikko": "weeks", "poikkeus": "exceptions",
    "poikkeukset": "exceptions", "huom": "note", "huomautus": "note", "lisätieto": "note", "ei tiedossa": "unknown",
    "weekdays": "arkisin", "weekend": "viikonloppuisin", "daily": "joka päivä",
}  # fmt: skip
"""Words that editors try as keys of hours → the key."""


def _weeks(value: Any) -> str:
    text = text_of(value).strip().lower()
    if text in (EVEN, ODD):
        return text
    near = get_close_matches(text, (EVEN, ODD), n=1, cutoff=0.5)
    raise fault("hours-weeks-unknown", value=text, **({"suggestion": near[0]} if near else {}))


Weeks = Annotated[str, PlainValidator(_weeks), WithJsonSchema({"enum": [EVEN, ODD]})]


class DayFields(Part):
    """A mapping whose keys are days of the week beside named fields."""

    days: Annotated[Week, PlainValidator(lambda week: week)] = Field(
        default=NO_DAYS, json_schema_extra={"x-hidden": True}
    )
    weeks: Weeks | None = Field(
        default=None, description="parilliset tai parittomat, jos palvellaan vain joka toinen viikko (viikon numero)."
    )

    @model_validator(mode="wrap")
    @classmethod
    def _days_and_fields(cls, value: Any, handler: ModelWrapValidatorHandler[DayFields]) -> DayFields:
        if not isinstance(value, Mapping):
            return handler(value)
        fields = {field.alias or name for name, field in cls.model_fields.items()} - {"days"}
        written = {key: item for key, item in value.items() if key not in fields}
        days, found = _read_days(written, fields, wraps=value.get("weeks") is None)
        found += cls._faults_between(value, written)
        rest = {key: item for key, item in value.items() if key in fields}
        return gathered(found, lambda: handler({**rest, "days": days}))

    @classmethod
    def _faults_between(cls, value: Mapping[str, Any], days: Mapping[str, Any]) -> list[Fault]:
        """Faults of keys that do not go together; `days` are those of `value` that are no fields."""
        return []

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        described = handler(schema)
        resolved = handler.resolve_ref_schema(described)
        resolved.get("properties", {}).pop("days", None)
        resolved["patternProperties"] = {
            WEEKDAYS_PATTERN: {
                "type": "string",
                "pattern": SPANS_PATTERN,
                "description": 'Päivä tai päiviä, esim. ma tai ti-pe: "8.30-11.30, 12.15-16", "00-24" tai "suljettu".',
            }
        }
        return described

    @property
    def has_days(self) -> bool:
        """Whether any day of the week is mentioned, closed ones too."""
        return any(spans is not None for spans in self.days)


def _read_days(written: Mapping[str, Any], fields: set[str], wraps: bool) -> tuple[Week, list[Fault]]:
    """The week in the keys of `written`, and every fault; `wraps`: Sunday is followed by an open Monday."""
    days: list[Spans | None] = [None] * 7
    key_of: dict[int, str] = {}
    found: list[Fault] = []
    for key, text in written.items():
        numbers, wrong_key = _read_key(key, fields)
        spans, wrong_value = ((), []) if wrong_key and not numbers and not _says_times(text) else _read_value(text, key)
        found += wrong_key + wrong_value
        if twice := [number for number in numbers if number in key_of]:
            data = {"value": key, "other": key_of[twice[0]], "day": DAY_NAMES[twice[0]]}
            found.append(Fault("hours-day-twice", (key,), data, at_key=True))
        for number in numbers:
            if number not in key_of:
                key_of[number], days[number] = key, spans
    return tuple(days), [*found, *_nights_into_mornings(days, key_of, wraps)]


def _says_times(text: Any) -> bool:
    """Whether a value is meant as opening times, although nobody knows on which day."""
    return isinstance(text, str) and any(letter.isdecimal() for letter in text)


def _read_key(key: str, fields: set[str]) -> tuple[tuple[int, ...], list[Fault]]:
    try:
        return parse_weekdays(key), []
    except WeekdayUnknownError as unknown:
        near = get_close_matches(key.lower(), [*sorted(fields), *WORDS], n=1, cutoff=LIKE_ENOUGH)
        suggestion = _SAID.get(tidy(key)) or (near[0] if near else _mended(key, unknown))
        data = {"value": key, "word": unknown.word} | ({"suggestion": suggestion} if suggestion else {})
        return (), [Fault("hours-day-unknown", (key,), data, at_key=True)]


def _mended(key: str, unknown: WeekdayUnknownError) -> str:
    """The whole key with the nearest day in place of the word that is none: "ma-pee" → "ma-pe"."""
    words = unknown.word.split() or [""]
    mended = tidy(key).replace(unknown.word, words[0] if len(words) > 1 else unknown.suggestion, 1)
    try:
        return mended if parse_weekdays(mended) else ""
    except WeekdayUnknownError:
        return unknown.suggestion


def _read_value(text: Any, key: str) -> tuple[Spans, list[Fault]]:
    if text is None or text == "":
        return (), [Fault("hours-day-empty", (key,), {"value": key}, at_key=True)]
    if not isinstance(text, str):
        return (), [Fault("text-expected", (key,), {"label": kind_of(text)})]
    return read_spans(text, (key,))


def _nights_into_mornings(days: list[Spans | None], key_of: Mapping[int, str], wraps: bool) -> Iterator[Fault]:
    """Nights that last until the next day has already opened."""
    for number in range(7 if wraps else 6):
        following = (number + 1) % 7
        evening, morning = days[number] or (), days[following] or ()
        if evening and morning and evening[-1].end_min - DAY_MIN > morning[0].start_min:
            data = {
                "value": str(morning[0]),
                "other": str(evening[-1]),
                "day": DAY_NAMES[following],
                "eve": DAY_NAMES[number],
            }
            yield Fault("hours-night-overlap", (key_of[following],), data)
