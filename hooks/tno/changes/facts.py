"""Two versions of a record's plain values → the facts that differ, with names a Finn knows and values as they read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from tno import finnish
from tno.changes.schema import Keys, references_of, vocabularies_of
from tno.country.vocabulary import Vocabularies
from tno.field_names import name_of

IDENTITY = (
    "id",
    "type",
    "date",
    "organisation",
    "group",
    "service",
    "dimension",
    "theme",
    "role",
    "name",
    "text",
    "from",
)
"""By the first of these keys that an item of a list has it is known again in the other version."""
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})( .*)?")

NameOf = Callable[[str, str], str]
"""Kinds (`|` between) and id as written → the record's name, or the id when nobody knows it."""


class Fact(NamedTuple):
    """One fact that differs; an empty text where there is none."""

    field: str
    before: str
    after: str


class Values:
    """How the values of one kind of record read."""

    def __init__(self, kind: str, vocabularies: Vocabularies, name_of_record: NameOf) -> None:
        self._vocabularies, self._name_of = vocabularies, name_of_record
        self._terms, self._refers = vocabularies_of(kind), references_of(kind)

    def differing(self, before: Any, after: Any, keys: Keys = (), names: tuple[str, ...] = ()) -> Iterator[Fact]:
        """Facts that differ, in the order of the file."""
        if before == after:
            return
        if isinstance(before, dict) and isinstance(after, dict):
            for key in dict.fromkeys([*after, *before]):
                yield from self.differing(
                    before.get(key), after.get(key), (*keys, str(key)), (*names, name_of(str(key)))
                )
        elif _is_list_of_maps(before, after):
            yield from self._lists(_listed(before), _listed(after), keys, names)
        elif (old := self.text(before, keys)) != (new := self.text(after, keys)):
            yield Fact(" › ".join(names), old, new)

    def _lists(self, before: list[Any], after: list[Any], keys: Keys, names: tuple[str, ...]) -> Iterator[Fact]:
        gone, new = [i for i in before if i not in after], [i for i in after if i not in before]
        for item in new:
            same = next((old for old in gone if _identity(old) == _identity(item)), None)
            if same is not None:
                gone.remove(same)
            yield from self._item(same, item, keys, names)
        for item in gone:
            yield from self._item(item, None, keys, names)

    def _item(self, before: Any, after: Any, keys: Keys, names: tuple[str, ...]) -> Iterator[Fact]:
        """An item of a list of maps: its facts apart when it was there before, else as one."""
        shown = after if after is not None else before
        which = self._which(shown, keys)
        named = (*names[:-1], f"{names[-1] if names else ''}: {which}".strip(": ")) if which else names
        if before is not None and after is not None:
            yield from self.differing(before, after, keys, named)
        else:
            yield Fact(" › ".join(named), self.text(before, keys), self.text(after, keys))

    def _which(self, item: Any, keys: Keys) -> str:
        key = next((key for key in IDENTITY if isinstance(item, dict) and isinstance(item.get(key), str)), None)
        return self.text(item[key], (*keys, key)) if key else ""

    # --- as it reads --------------------------------------------------------------------------------------------------

    def text(self, value: Any, keys: Keys) -> str:
        """A value on one line."""
        if value is None:
            return ""
        if isinstance(value, dict):
            parts = ((name_of(str(key)), self.text(each, (*keys, str(key)))) for key, each in value.items())
            return "; ".join(f"{name}: {text}" for name, text in parts if text)
        if isinstance(value, list):
            return ", ".join(self.text(each, keys) for each in value)
        return self._scalar(str(value).strip(), keys)

    def _scalar(self, text: str, keys: Keys) -> str:
        if vocabulary := self._terms.get(keys):
            term = self._vocabularies[vocabulary].find(text)
            return term.label("fi") if term else text
        if kinds := self._refers.get(keys):
            return self._name_of(kinds, text)
        return _day(text)


def _day(text: str) -> str:
    """A day as Finns write it; other text as it is."""
    if not (match := _ISO_DAY.fullmatch(text)):
        return text
    try:
        return f"{finnish.day(date(int(match[1]), int(match[2]), int(match[3])))}{match[4] or ''}"
    except ValueError:
        return text


def _is_list_of_maps(before: Any, after: Any) -> bool:
    """Whether either is a list with maps in it, and neither is anything else than a list, a map or nothing."""
    lists = [value for value in (before, after) if isinstance(value, list)]
    return all(value is None or isinstance(value, list | dict) for value in (before, after)) and any(
        isinstance(item, dict) for value in lists for item in value
    )


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _identity(item: Any) -> tuple[str, str]:
    if isinstance(item, Mapping):
        for key in IDENTITY:
            if isinstance(item.get(key), str):
                return key, item[key]
    return "", "" if isinstance(item, Mapping) else str(item)
