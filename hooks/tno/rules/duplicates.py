"""The same thing written twice: two records with nearly the same name and the same place, number or time.

Each comparison is a look into a dictionary, so the time grows with the number of records and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache

from tno.finnish import without_dots
from tno.records import Event, Organisation, Service
from tno.rules.review import Findings, Review, finding

Named = Organisation | Service | Event
"""Kinds that are looked at."""
_WORD = re.compile(r"\w+")
_EMPTY_WORDS = frozenset({"oy", "ab", "ry", "rf", "ja", "och", "and", "the"})


def name_key(name: str) -> tuple[str, ...]:
    """What two spellings of a name have in common: its words without dots, endings and order.

    "Rovaniemen Ohjaamo" and "Ohjaamo, Rovaniemi" have the same key.
    """
    return tuple(sorted(filter(None, map(_stem, _WORD.findall(name)))))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """`word` without dots and the ending of the genitive; empty for a word that says nothing of whose name it is."""
    plain = without_dots(word)
    if plain in _EMPTY_WORDS:
        return ""
    stem = plain.removesuffix("n") if len(plain) > 4 else plain
    return stem.rstrip("aeiouy") or stem if len(stem) > 3 else stem


def near_duplicates(review: Review) -> Findings:
    """Services, organisations and events that look like one written before; told at the later one."""
    network = review.network
    yield from _alike(review, network.all_of(Organisation).values())
    yield from _alike(review, network.all_of(Service).values())
    yield from _alike(review, network.all_of(Event).values())


def _alike(review: Review, records: Iterable[Named]) -> Findings:
    named: dict[tuple[str, ...], list[Named]] = {}
    for record in records:
        named.setdefault(name_key(record.name), []).append(record)
    for group in named.values():
        if len(group) > 1:
            yield from _alike_in(review, group)


def _alike_in(review: Review, group: list[Named]) -> Findings:
    """Those of like names that have something else in common with one before them."""
    first: dict[Hashable, Named] = {}
    for record in group:
        known = [first.setdefault(mark, record) for mark in _marks(review, record)]
        other = next((each for each in known if each is not record), None)
        if other is not None and not _are_related(record, other):
            data = {"value": record.name, "other": str(other.name), "other_id": other.key}
            yield finding(record, "duplicate-likely", "name", **data)


def _marks(review: Review, record: Named) -> Iterator[Hashable]:
    """What else must be the same besides the name, any one of these."""
    if isinstance(record, Organisation):
        municipality = review.municipality(record.municipality) if record.municipality else None
        yield "municipality", municipality.code if municipality else record.region
        if record.phone:
            yield "phone", record.phone
    elif isinstance(record, Service):
        yield "area", review.network.covered_by(record)
        yield from (("phone", channel.phone) for channel in record.channels if channel.phone)
    elif isinstance(record, Event):
        yield "start", record.start


def _are_related(record: Named, other: Named) -> bool:
    """Whether one organisation is part of the other or follows it: then like names are right."""
    if not (isinstance(record, Organisation) and isinstance(other, Organisation)):
        return False
    return (
        record.parent == other.key
        or other.parent == record.key
        or other.key in record.succeeded_by
        or record.key in other.succeeded_by
    )
