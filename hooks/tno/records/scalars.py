"""The small values of records: dates, times, numbers, addresses, terms of a vocabulary.

Everything arrives as text (`tno.read` never guesses types), so each type here says how text becomes a value, what
is wrong when it does not, and what JSON Schema tells an editor's program about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from functools import lru_cache
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from tno.finnish import slug
from tno.frozen import frozen
from tno.records.fault import fault


def text_of(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise fault("text-expected", label=kind_of(value))


def kind_of(value: Any) -> str:
    """What a Finn calls a value that is no text."""
    return {dict: "avaimia ja arvoja", list: "luettelo", type(None): "tyhjä kohta"}.get(type(value), str(value))


def from_text(check: Callable[[str], Any], python_type: type) -> PlainValidator:
    """Sends a value's text through `check`; a value that already has `python_type` is kept (not for text itself)."""

    def validate(value: Any) -> Any:
        return check(value) if type(value) is str else value if type(value) is python_type else check(text_of(value))

    return PlainValidator(validate)


_LOOK_ALIKES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " ") | dict.fromkeys("‐‑‒–—−", "-"))


def with_plain_marks(text: str) -> str:
    """`text` with one kind of space and one kind of dash: programs put in others that look the same."""
    return text if text.isascii() else text.translate(_LOOK_ALIKES)


# --- text -----------------------------------------------------------------------------------------------------------

LANGUAGES = ("fi", "sv", "en", "se", "smn", "sms")
"""Languages a text may be written in (BCP 47)."""


class TranslatedText(str):
    """Finnish text that also knows itself in other languages: `text.translations["sv"]`."""

    translations: dict[str, str]

    def __new__(cls, finnish: str, translations: dict[str, str]) -> TranslatedText:
        text = super().__new__(cls, finnish)
        text.translations = translations
        return text

    def __getnewargs__(self) -> tuple[str, dict[str, str]]:  # type: ignore[override]
        return str(self), self.translations


def in_language(text: str, language: str) -> str | None:
    """`text` in `language`, or None when nobody has written it. Plain text is Finnish."""
    if language == "fi":
        return str(text)
    return text.translations.get(language) if isinstance(text, TranslatedText) else None


def _translated(value: Any) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        raise fault("text-expected", label=kind_of(value))
    for language, text in value.items():
        if language not in LANGUAGES:
            raise fault("language-unknown", language, value=str(language), expected=", ".join(LANGUAGES))
        if not isinstance(text, str):
            raise fault("text-expected", language, label=kind_of(text))
    if "fi" not in value:
        raise fault("finnish-missing")
    return TranslatedText(value["fi"], {k: v for k, v in value.items() if k != "fi"})


TEXT = PlainValidator(_translated)
"""What a field of type `Text` is known by among its metadata."""

Text = Annotated[
    str,
    TEXT,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "required": ["fi"],
                    "properties": {code: {"type": "string"} for code in LANGUAGES},
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
"""A text for people: Finnish, or a map of languages that has at least Finnish."""

Line = Annotated[str, PlainValidator(text_of), WithJsonSchema({"type": "string"})]
"""A text that is the same in every language (a street, a name of a file)."""


# --- yes and no, numbers --------------------------------------------------------------------------------------------

_FLAGS = {"true": True, "kyllä": True, "kylla": True, "yes": True, "false": False, "ei": False, "no": False}


def _flag(text: str) -> bool:
    if (value := _FLAGS.get(text.strip().lower())) is None:
        raise fault("flag-invalid", value=text)
    return value


Flag = Annotated[bool, from_text(_flag, bool), WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": [*_FLAGS]}]})]
"""`true` or `false`, also `kyllä` or `ei`."""


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text.strip()):
        raise fault("number-invalid", value=text)
    return int(text)


WholeNumber = Annotated[int, from_text(_whole, int), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A count or an age: 0 or more, no sign, no decimals."""


def _decimal(text: str) -> float:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        raise fault("decimal-invalid", value=text) from None


Decimal = Annotated[float, from_text(_decimal, float), WithJsonSchema({"type": "number"})]
"""A number with decimals; a decimal comma is accepted."""


# --- dates and times ------------------------------------------------------------------------------------------------

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FINNISH_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


GAP = "TÄYTÄ"
"""Stands in a draft where somebody has still to write a day."""


@lru_cache(maxsize=1 << 12)
def parse_day(text: str) -> date:
    """A calendar date from `2026-12-24` or `24.12.2026`; raises the fault otherwise."""
    text = with_plain_marks(text).strip()
    if text == GAP:
        raise fault("date-gap", value=text)
    if match := _ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _FINNISH_DAY.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        from tno.records.likely_day import likely_day  # 4 ms: only where a day cannot be read

        meant = likely_day(text)
        raise fault("date-invalid", value=text, **({"suggestion": str(meant)} if meant else {}))
    try:
        return date(year, month, day)
    except ValueError:
        raise fault("date-impossible", value=text) from None


Day = Annotated[
    date,
    from_text(parse_day, date),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})$"}),
]
"""A day of the calendar; in ranges the last day is included."""


def parse_clock(text: str) -> time:
    """A time of day from `9.30`, `09:30` or `9`; 24.00 is not a time of day here."""
    if not (match := re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?", text.strip())):
        raise fault("time-invalid", value=text)
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 23 or minute > 59:
        raise fault("time-invalid", value=text)
    return time(hour, minute)


Clock = Annotated[
    time, from_text(parse_clock, time), WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}([.:]\d{2})?$"})
]
"""A time of day on the wall clock."""


# --- names of things ------------------------------------------------------------------------------------------------

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Whether `text` can be an id: lower-case a–z, digits, single hyphens between."""
    return bool(_SLUG.fullmatch(text))


def _slug(text: str) -> str:
    text = with_plain_marks(text)
    if not is_slug(text):
        raise fault("id-invalid", value=text)
    return text


Slug = Annotated[str, from_text(_slug, str), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})]
"""An id of our own: part of an address, never changed lightly."""


_TEAM = re.compile(r"@[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*")


def _team(text: str) -> str:
    text = with_plain_marks(text).strip()
    if not _TEAM.fullmatch(text):
        raise fault("team-invalid", value=text)
    return text


Team = Annotated[str, from_text(_team, str), WithJsonSchema({"type": "string", "pattern": "^@[^/]+/[^/]+$"})]
"""A team of the forge, never a person: `@organisation/team`."""


_REFERENCE = re.compile(rf"{_SLUG.pattern}(?:/{_SLUG.pattern})?")


def _reference(text: str, kinds: str, region: str) -> str:
    if _REFERENCE.fullmatch(text):
        return text
    text = with_plain_marks(text)
    parts = text.split("/")
    if len(parts) > 2 or not all(is_slug(part) for part in parts):
        likely = "/".join(slug(part) for part in parts) if len(parts) < 3 else ""
        meant = {"suggestion": likely} if likely.strip("/") else {}
        raise fault("reference-invalid", value=text, kinds=kinds, region=region, **meant)
    return text


@frozen
class Refers:
    """A field type: the id of another record, `id` in the same region or `region/id`. The record holds `region/id`.

    Needs the region's id as `region` of the validation's context (`tno.records.validate`).
    """

    kind: str
    """Which kind of record; several with `|` between."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        kinds = self.kind

        def validate(value: Any, info: core_schema.ValidationInfo) -> str:
            region: str = info.context.region  # type: ignore[union-attr]
            text = _reference(text_of(value).strip(), kinds, region)
            return text if "/" in text else f"{region}/{text}"

        return core_schema.with_info_plain_validator_function(validate)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": "^([a-z0-9-]+/)?[a-z0-9-]+$", "x-refers-to": self.kind}


OrganisationRef = Annotated[str, Refers("organisation")]
PlaceRef = Annotated[str, Refers("place")]
ServiceRef = Annotated[str, Refers("service")]
GroupRef = Annotated[str, Refers("group")]
AgreementRef = Annotated[str, Refers("agreement")]
EventRef = Annotated[str, Refers("event")]
SubAreaRef = Annotated[str, Refers("sub_area")]
ResponsibleRef = Annotated[str, Refers("organisation|group")]


def _advice(vocabulary: Any, written: str) -> dict[str, str]:
    """What the vocabulary advises, and how many terms it has, since a message lists only some."""
    return {**vocabulary.advice(written), "total": str(len(vocabulary.terms))}


@frozen
class TermOf:
    """A field type of a vocabulary's terms: `Annotated[str, TermOf("target_group")]`.

    The value is the term's id or its label in any language; the record keeps the id. Needs the vocabularies as
    the validation's context (`tno.records.validate`).
    """

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        name = self.vocabulary

        def validate(value: Any, info: core_schema.ValidationInfo) -> str:
            vocabulary = info.context.vocabularies.by_name[name]  # type: ignore[union-attr]
            term = (vocabulary.terms.get(value) or vocabulary.find(value)) if isinstance(value, str) else None
            if term is None:
                found = text_of(value)
                raise fault("term-unknown", value=found, vocabulary=name, **_advice(vocabulary, found))
            return term.id  # type: ignore[no-any-return]

        return core_schema.with_info_plain_validator_function(validate)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "x-vocabulary": self.vocabulary}
