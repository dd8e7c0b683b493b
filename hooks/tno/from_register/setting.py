"""What every reader of the register needs to know of our side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from tno.country.country import Country
from tno.country.vocabulary import Vocabularies, VocabularyTerm
from tno.from_register.classes import Classes
from tno.from_register.notes import RecordNotes
from tno.from_register.shapes import Node, shown
from tno.frozen import frozen
from tno.position import Position
from tno.problem import Fault, Problem
from tno.records.base import Part
from tno.records.validate import Context, validate
from tno.report.words import message_of

AnyPart = TypeVar("AnyPart", bound=Part)


@frozen
class Setting:
    """Our tables, the region that records are read for, and the day."""

    country: Country
    vocabularies: Vocabularies
    classes: Classes
    region: str
    today: date

    def is_place(self, word: str) -> bool:
        """Whether a word is the name of a municipality."""
        return self.country.find_municipality(word) is not None

    def languages(self, node: Node, notes: RecordNotes) -> list[str]:
        """Languages that a record is served in, as our terms."""
        known, found = self.vocabularies["service_language"], []
        for code in node.texts("languages"):
            if (language := code.strip().lower()) in known:
                found.append(language)
            elif language:
                notes.add("not-ours", "languages", shown(code))
        return list(dict.fromkeys(found))

    def term_of(self, vocabulary: str, code: str, notes: RecordNotes, field: str) -> str:
        """Our term for a value that the register has a word for; empty when it is not told or not known."""
        word = _OLDER_WORDS.get(code.lower(), code.lower())
        for term in self.vocabularies[vocabulary]:
            if word and term.codes.get("ptv", "").lower() == word:
                return term.id
        if code:
            notes.add("unknown-code", field, shown(code))
        return ""

    def label(self, vocabulary: str, term: str) -> VocabularyTerm:
        """A term with its labels."""
        return self.vocabularies[vocabulary][term]

    def sound(self, model: type[AnyPart], values: dict[str, Any], notes: RecordNotes, field: str) -> AnyPart | None:
        """The values as our own model, after leaving out of `values` what the model does not take."""
        context = Context(self.vocabularies, self.region, example=False)
        for _ in range(len(values) + 1):
            part, faults = validate(model, values, context)
            if part is not None:
                return part
            wrong = [fault for fault in faults if fault.path and fault.path[0] in values and fault.path[0] != "type"]
            if not wrong:
                return None
            for fault in wrong:
                self._leave_out(values, fault, notes, field)
        return None

    def _leave_out(self, values: dict[str, Any], fault: Fault, notes: RecordNotes, field: str) -> None:
        key = str(fault.path[0])
        if key not in values:
            return
        why = message_of(Problem(fault.code, Position(""), fault.data)).split(". ")[0].rstrip(".")
        inner = str(fault.path[1]) if len(fault.path) > 1 else ""
        if isinstance(values[key], Mapping) and inner in values[key] and len(values[key]) > 1 and key != "hours":
            notes.add("value-wrong", f"{field}.{key}.{inner}", shown(values[key][inner]), why=why)
            values[key] = {name: each for name, each in values[key].items() if name != inner}
            return
        code = "hours-clash" if key == "hours" else "value-wrong"
        notes.add(code, f"{field}.{key}", shown(values[key]), why=why)
        del values[key]


_OLDER_WORDS = {"charged": "chargeable", "free": "freeofcharge"}
"""Words of the interface before its seventh version."""
