"""How an answer is read: as people say things, checked at once, with the words the check itself would use."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from tno.drafting.asked import BODY, UNTIL_FURTHER_NOTICE, Asked
from tno.frozen import frozen
from tno.model.network import Network
from tno.position import Position
from tno.problem import Fault, Problem
from tno.records import KINDS
from tno.records.validate import Context, validate
from tno.report import hint_of, message_of

_NOT_FAULTS = frozenset({"key-missing", "channel-incomplete", "event-where-missing", "agreement-term-missing"})
"""Faults of what has not been asked yet."""
UNKNOWN = (
    "Kohdetta ”{value}” ei löydy{near}. Kirjoita tunnus tai nimi. Jos se puuttuu, lisää se ensin tai jätä tyhjäksi."
)


@frozen
class Desk:
    """Where answers are read: what the network has, and for which region the record is."""

    network: Network
    region: str
    kind: str

    def read(self, asked: Asked, text: str) -> Any:
        """The value that `text` means: a text, a list of texts, or a list of mappings."""
        if not asked.is_list:
            return self._read_one(asked, text.strip())
        items = list(dict.fromkeys(self._read_one(asked, each) for each in map(str.strip, text.split(",")) if each))
        return [{asked.item: each} for each in items] if asked.item else items

    def _read_one(self, asked: Asked, text: str) -> str:
        if asked.vocabulary and (term := self.network.vocabularies[asked.vocabulary].meant(text)):
            return term.id
        if asked.path == ("valid_until",) and text.casefold() == UNTIL_FURTHER_NOTICE:
            return UNTIL_FURTHER_NOTICE
        return self._named(asked.refers_to, text) if asked.refers_to else text

    def _named(self, kind: str, text: str) -> str:
        """The id of the record called `text`, as it is written in the region; what nobody is called stays as it is."""
        keys = self._keys_by_name(kind)
        key = keys.get(text.casefold(), text)
        return key.removeprefix(f"{self.region}/")

    def _keys_by_name(self, kind: str) -> dict[str, str]:
        """Id, key or name → key; the region's own records and names win."""
        found: dict[str, str] = {}
        records = self.network.all_of(KINDS[kind].model)
        for key, record in sorted(records.items(), key=lambda pair: pair[1].region == self.region):
            names = (getattr(record, "name", None), getattr(record, "short_name", None))
            found |= {str.__str__(name).casefold(): key for name in names if name}
            found |= {record.id: key} if record.region == self.region else {}
            found[key] = key
        return found

    def faults(self, asked: Asked, value: Any, values: dict[str, Any]) -> Iterator[str]:
        """What is wrong with an answer, in the words of the check; nothing of what is still to be asked."""
        if asked.refers_to and (unknown := list(self._unknown(asked, value))):
            yield from unknown
            return
        if asked.path in (("areas",), ("municipality",)):
            yield from self._unknown_areas(value if isinstance(value, list) else [value])
        if asked.path == BODY or value == UNTIL_FURTHER_NOTICE:
            return
        model, context = KINDS[self.kind].model, Context(self.network.vocabularies, self.region, self._is_example)
        _, found = validate(model, with_value(values, asked.path, value) | {"id": "x", "region": self.region}, context)
        for fault in found:
            if fault.code not in _NOT_FAULTS and fault.path[: len(asked.path)] == asked.path:
                yield _told(fault)

    @property
    def _is_example(self) -> bool:
        return bool(self.network.regions[self.region].profile.example)

    def _unknown(self, asked: Asked, value: Any) -> Iterator[str]:
        known = self._keys_by_name(asked.refers_to or "")
        for each in value if isinstance(value, list) else [value]:
            text = each[asked.item] if asked.item else each
            if text not in known and f"{self.region}/{text}" not in known.values():
                near = get_close_matches(text.casefold(), known, n=1, cutoff=0.6)
                tip = f" (tarkoititko: {known[near[0]].removeprefix(f'{self.region}/')})" if near else ""
                yield UNKNOWN.format(value=text, near=tip)

    def _unknown_areas(self, words: list[str]) -> Iterator[str]:
        for word in words:
            if self.network.area_words.codes(self.region, word) is None:
                advice = self.network.country.advice(word)
                yield _told(Fault("area-unknown", (), {"value": word, **advice}))


def _told(fault: Fault) -> str:
    problem = Problem(fault.code, Position(""), fault.data)
    return f"{message_of(problem, 'fi')}\n{hint_of(problem, 'fi')}".strip()


def with_value(values: dict[str, Any], path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """`values` with one more; a path goes through at most one list, to its first item."""
    if len(path) == 1:
        return {**values, str(path[0]): value}
    key, _, inner = path
    first = (values.get(str(key)) or [{}])[0]
    return {**values, str(key): [{**first, str(inner): value}]}
