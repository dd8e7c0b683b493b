"""A question as people type it into the search, and the pages that answer it: what the findability audit asks."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from tno.problem import Fault
from tno.records.base import AsList, Part
from tno.records.fault import fault, faults
from tno.records.scalars import Flag, Line, text_of

NOTHING = "ei-mitaan"
LANGUAGE_OF_KIND = {"ruotsi": "sv", "englanti": "en"}
"""Kind of question → language of the index it is asked in; the others in Finnish."""
QUESTION_KINDS = (
    *("perusmuoto", "taivutus", "yhdyssana", "arkikieli", "kirjoitusvirhe", "paikka", "ruotsi", "englanti", "saame"),
    *("monta-tarvetta", "hata", "nimi", NOTHING),
)


def _kind(value: Any) -> str:
    text = text_of(value).strip()
    if text not in QUESTION_KINDS:
        near = get_close_matches(text, QUESTION_KINDS, n=1, cutoff=0.6)
        data = {"value": text, "expected": ", ".join(QUESTION_KINDS)} | ({"suggestion": near[0]} if near else {})
        raise fault("question-kind-unknown", **data)
    return text


class Question(Part):
    """One question of the audit."""

    question: Line = Field(description="Kysymys sellaisena kuin ihminen sen kirjoittaa.")
    kind: Annotated[str, PlainValidator(_kind), WithJsonSchema({"enum": list(QUESTION_KINDS)})] = Field(
        description="Millainen kysymys on: arkikieli, paikka, kirjoitusvirhe …"
    )
    unseen: Flag = Field(
        default=False, description="kyllä, jos hakua ei viritetä tämän mukaan, vaan kysymys vain mittaa."
    )
    finds: Annotated[tuple[Line, ...], AsList] = Field(
        description="Tunnukset tai sivujen osoitteet, joista jonkin pitää löytyä. Tyhjä vain lajissa ei-mitaan."
    )
    id: Line | None = Field(default=None, exclude=True, json_schema_extra={"x-hidden": True})
    region: Line = Field(default="", exclude=True, json_schema_extra={"x-hidden": True})
    fingerprint: Line = Field(default="", exclude=True, json_schema_extra={"x-hidden": True})
    gist: Line = Field(default="", exclude=True, json_schema_extra={"x-hidden": True})
    body: Line = Field(default="", exclude=True, json_schema_extra={"x-hidden": True})

    @property
    def language(self) -> str:
        """Language of the index it is asked in."""
        return LANGUAGE_OF_KIND.get(self.kind, "fi")

    @model_validator(mode="after")
    def _finds_what_its_kind_says(self) -> Question:
        if bool(self.finds) == (self.kind == NOTHING):
            code = "question-finds-too-much" if self.finds else "question-finds-nothing"
            raise faults([Fault(code, ("finds",), {"value": self.question}, at_key=True)])
        return self
