"""The network as one reads it in another language: each text in that language where it has been written, else in
Finnish and marked as such. Facts (hours, numbers, areas) are the same in every language and stay.

Views need not know: they show the texts they are given, and a text that is not in the page's language marks itself.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Self, TypeVar, get_args

from markupsafe import Markup, escape

from tno.model.network import Network, Region
from tno.records import Record
from tno.records.base import Part, Translation
from tno.records.scalars import TEXT, TranslatedText, in_language

AnyPart = TypeVar("AnyPart", bound=Part)


class Foreign(str):
    """A text in another language than the page's; in HTML it says which."""

    language: str

    def __new__(cls, text: str, language: str) -> Self:
        foreign = super().__new__(cls, text)
        foreign.language = language
        return foreign

    def __str__(self) -> str:
        return self

    def __html__(self) -> Markup:
        return Markup(f'<span lang="{self.language}">{escape(str.__str__(self))}</span>')


class Said(Foreign):
    """The same of what one must understand to act: in HTML the page's own words before it say which language it is."""

    words: str

    def __html__(self) -> Markup:
        return escape(self.words) + super().__html__()


def said_in(text: str, words: str) -> str:
    """`text`, which one must understand to act; one in another language than the page's says so in `words`."""
    if not isinstance(text, Foreign):
        return text
    said = Said(text, text.language)
    said.words = words
    return said


def told_in(text: str, language: str) -> str:
    """`text` in `language`, or the Finnish one marked as Finnish."""
    if not text:
        return text
    return in_language(text, language) or Foreign(text, "fi")


def told(record: Record, name: str, language: str) -> str:
    """One text of a record in `language`, or the Finnish one marked as Finnish: what `localised` would give."""
    if language == "fi":
        return str.__str__(getattr(record, name))
    translation = record.translations.get(language)
    return getattr(translation, name, None) or told_in(getattr(record, name), language)


_MARKED = Foreign, Markup
"""What says its language, and what was made of it."""


def joined(separator: str, parts: Iterable[str]) -> str:
    """`parts` with `separator` between; HTML when one of them is in another language, so that its mark is kept."""
    texts = list(parts)
    if any(isinstance(text, _MARKED) for text in texts):
        return Markup(escape(separator)).join(texts)
    return separator.join(texts)


def filled(sentence: str, **values: str) -> str:
    """`sentence` with its `{names}` filled; HTML when one of the values is in another language."""
    if any(isinstance(value, _MARKED) for value in values.values()):
        return Markup(escape(sentence)).format(**values)
    return sentence.format(**values)


def localised(part: AnyPart, language: str, with_parts: bool = True) -> AnyPart:
    """`part` with every text of it, and of the parts in it, in `language`; a part without texts is itself."""
    told = _retold(part, _telling(language), with_parts)
    if not told and not isinstance(part, Record):
        return part
    values = part.__dict__ | told
    if isinstance(part, Record):
        values.pop("order", None)  # by its Finnish name
        _take_translation(part, values, language)
    return _copy(part, values)


def translated_texts(record: Record, translation: Translation, language: str) -> tuple[dict[str, Any], set[str]]:
    """What `translation.texts` change in `record`: its fields whose texts know themselves in `language` as well, and
    the Finnish texts that stand nowhere in it."""
    known = {str.__str__(text): own for text in translation.texts if (own := in_language(text, language))}
    unknown = set(known)

    def tell(text: str) -> str:
        if (own := known.get(text)) is None:
            return text
        unknown.discard(text)
        return TranslatedText(str.__str__(text), {**getattr(text, "translations", {}), language: own})

    return (_retold(record, tell) if known else {}), unknown


Tell = Callable[[str], str]
"""A text → the text that stands in its place."""


@cache
def _telling(language: str) -> Tell:
    return lambda text: told_in(text, language)


def _retold(part: Part, tell: Tell, with_parts: bool = True) -> dict[str, Any]:
    """The fields of `part` that hold texts, or parts with texts, as `tell` tells them."""
    texts, parts = _plan_of(type(part))
    own, told = part.__dict__, dict[str, Any]()
    for name in texts:
        if value := own.get(name):
            told[name] = tuple(map(tell, value)) if type(value) is tuple else tell(value)
    for name in parts if with_parts else ():
        if (value := own.get(name)) and (changed := _retold_parts(value, tell)) is not value:
            told[name] = changed
    return told


def _retold_parts(value: Any, tell: Tell) -> Any:
    """A part or several as `tell` tells them; the same when none has texts. References stay."""
    if isinstance(value, Part):
        told = _retold(value, tell)
        return _copy(value, value.__dict__ | told) if told else value
    if type(value) is not tuple:
        return value
    several = tuple([_retold_parts(each, tell) if isinstance(each, Part) else each for each in value])
    return value if all(map(operator.is_, several, value)) else several


def _copy(part: AnyPart, values: dict[str, Any]) -> AnyPart:
    copy = type(part).__new__(type(part))
    copy.__setstate__(values)
    return copy


def _take_translation(record: Record, values: dict[str, Any], language: str) -> None:
    """Name, summary and body of the record's own file in the language."""
    translation = record.translations.get(language)
    for name in ("name", "summary"):
        if text := getattr(translation, name, None):
            values[name] = text
    values["body"] = translation.body if translation and translation.body.strip() else told_in(record.body, language)


def is_told_in(record: Record, language: str) -> bool:
    """Whether a record has been written in the language at all: its name or its summary."""
    if language == "fi":
        return True
    translation = record.translations.get(language)
    if translation and (translation.name or translation.summary):
        return True
    own = (getattr(record, name, None) or "" for name in ("name", "summary"))
    return any(in_language(text, language) for text in own)


def localised_network(network: Network, language: str) -> Network:
    """The whole network in `language`. A record is copied when somebody asks for it."""
    regions = {
        region.id: Region(region.id, localised(region.profile, language), _Localised(region, language))
        for region in network.regions.values()
    }
    return Network(
        network.country, network.vocabularies, regions, network.day, network.checked_after, network, network.attachments
    )


class _Localised(Mapping[str, Mapping[str, Record]]):
    """Kind → id → record in a language.

    Of a region without pages in the language only lists are seen: there the parts of records stay as they are.
    """

    def __init__(self, region: Region, language: str) -> None:
        with_parts = language in region.profile.languages
        self._kinds = {kind: _Records(own, language, with_parts) for kind, own in region.records.items()}

    def __getitem__(self, kind: str) -> Mapping[str, Record]:
        return self._kinds[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


class _Records(Mapping[str, Record]):
    """Id → record in a language."""

    def __init__(self, records: Mapping[str, Record], language: str, with_parts: bool) -> None:
        self._records, self._language, self._with_parts = records, language, with_parts
        self._known: dict[str, Record] = {}

    def __getitem__(self, key: str) -> Record:
        if (known := self._known.get(key)) is None:
            known = self._known[key] = localised(self._records[key], self._language, self._with_parts)
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


@cache
def _plan_of(part: type[Part]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(names of the fields that hold texts for people, names of those that hold parts with such texts)."""
    texts, parts = [], []
    for name, field in part.model_fields.items():
        inside = list(_types_in(field.annotation)) + list(field.metadata)
        if any(each is TEXT for each in inside):
            texts.append(name)
        elif any(isinstance(each, type) and issubclass(each, Part) and any(_plan_of(each)) for each in inside):
            parts.append(name)
    return tuple(texts), tuple(parts)


def _types_in(annotation: Any) -> Iterator[Any]:
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _types_in(inner)
