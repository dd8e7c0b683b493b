"""Every reference leads to a record that is there, and to another than its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

from tno.model.left_out import EVERY, FAULTY, MEMBERS_ONLY, LeftOut
from tno.model.network import KIND_OF, NATIONAL, Network
from tno.problem import Problem
from tno.records import KINDS, Record
from tno.records.base import Part
from tno.records.scalars import Refers
from tno.rules.fields import Finder, Path, Placed, fields_of, items_of, metadata_of
from tno.rules.review import Findings, Review, finding

SUB_AREA = "sub_area"
LABELS = {name: kind.label for name, kind in KINDS.items()} | {SUB_AREA: "alueen osa"}
"""Kind → what a Finn calls one, in messages."""


class _Field(NamedTuple):
    attribute: str
    key: str
    kinds: tuple[str, ...]


def _reference_fields(model: type[Part]) -> tuple[_Field, ...] | None:
    found = []
    for field in fields_of(model):
        for mark in metadata_of(field.info, Refers):
            found.append(_Field(field.attribute, field.key, tuple(mark.kind.split("|"))))
    return tuple(found) or None


REFERENCES = Finder(_reference_fields)


def dead_references(review: Review) -> Findings:
    """References to nothing, to the wrong kind or region, to members' content from public content, to oneself."""
    targets = Targets(review.network, review.left_out)
    for fields, parts in REFERENCES.among(review.parts):
        for field in fields:
            yield from _dead(targets, field, parts)


def _dead(targets: Targets, field: _Field, parts: Sequence[Placed]) -> Findings:
    attribute, key, kinds = field
    known, own_models = targets.of(kinds), {KINDS[kind].model for kind in kinds if kind in KINDS}
    for record, path, values in parts:
        value = values[attribute]
        if not value:
            continue
        references = (value,) if type(value) is str else value if type(value) is tuple else ()
        if all(map(known.__contains__, references)) and (
            type(record) not in own_models or record.key not in references
        ):
            continue
        for step, reference in items_of(key, value):
            yield from _wrong(targets, record, (*path, *step), reference, kinds)


def _wrong(targets: Targets, record: Record, path: Path, reference: str, kinds: tuple[str, ...]) -> Findings:
    if reference == record.key and KIND_OF[type(record)] in kinds:
        yield finding(record, "reference-itself", *path, value=_written(record, reference))
    elif reference not in targets.of(kinds) and (wrong := targets.explained(record, reference, kinds)):
        yield finding(record, wrong[0], *path, **wrong[1])


def with_ids(problems: Sequence[Problem], network: Network, left_out: LeftOut) -> list[Problem]:
    """`problems` with the right id for each name that stands in place of one, and with none where there is none."""
    return [_with_id(each, network, left_out) if each.code == "reference-invalid" else each for each in problems]


def _with_id(problem: Problem, network: Network, left_out: LeftOut) -> Problem:
    data, guess = dict(problem.data), problem.data.get("suggestion", "")
    region, kinds = data["region"], data["kinds"].split("|")
    if any((kind, f"{region}/{guess}") in left_out for kind in kinds):
        return problem
    own = dict(_names(network, kinds, [region]))
    all_names = dict(_names(network, kinds, network.regions)) | own
    said = [each.strip().casefold() for each in (data["value"], guess, *_SEVERAL.split(data["value"]))]
    meant = [all_names[word] for word in said if word in all_names]
    near = ((each, word) for each in said for word in get_close_matches(each, own, n=1, cutoff=0.85))
    meant += [own[word] for each, word in near if _NUMBERS.findall(each) == _NUMBERS.findall(word)]
    data.pop("suggestion", None)
    return replace(problem, data=data | ({"suggestion": meant[0].removeprefix(f"{region}/")} if meant else {}))


_SEVERAL, _NUMBERS = re.compile(r"[,;(]| ja "), re.compile(r"\d+")


def _names(network: Network, kinds: Sequence[str], regions: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(name or id in small letters, key) of records of these kinds."""
    for region in regions:
        for kind in kinds:
            for key, names in _named(network, kind, region):
                yield key.partition("/")[2], key
                yield from ((str(name).casefold(), key) for name in names if name)


def _named(network: Network, kind: str, region: str) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    if kind == SUB_AREA:
        yield from ((key, (each.name,)) for key, each in network.sub_areas.items() if key.startswith(f"{region}/"))
    elif home := network.regions.get(region):
        for each in home.records.get(kind, {}).values():
            yield each.key, (getattr(each, "name", None), getattr(each, "short_name", None))


class Targets:
    """What references may lead to, and what to say of one that leads to nothing."""

    def __init__(self, network: Network, left_out: LeftOut) -> None:
        self._network = network
        self._left_out = left_out
        self._known: dict[tuple[str, ...], Collection[str]] = {}
        self._near: dict[tuple[str, str, str], str | None] = {}

    def of(self, kinds: tuple[str, ...]) -> Collection[str]:
        """Keys of all records of these kinds."""
        if kinds not in self._known:
            each = [self._keys[kind] for kind in kinds]
            self._known[kinds] = each[0] if len(each) == 1 else frozenset().union(*each)
        return self._known[kinds]

    @cached_property
    def _keys(self) -> Mapping[str, Collection[str]]:
        regions = self._network.regions.values()
        records = {
            name: {f"{region.id}/{own}" for region in regions for own in region.records.get(name, ())} for name in KINDS
        }
        return {**records, SUB_AREA: self._network.sub_areas.keys()}

    def explained(self, record: Record, reference: str, kinds: tuple[str, ...]) -> tuple[str, dict[str, str]] | None:
        """Code and data of a reference to nothing; None when what it means is only kept out by its own faults."""
        region, _, own_id = reference.partition("/")
        reasons = {self._reason(kind, region, own_id) for kind in kinds}
        if FAULTY in reasons:
            return None
        data = {"value": _written(record, reference), "label": " tai ".join(LABELS[kind] for kind in kinds)}
        if MEMBERS_ONLY in reasons:
            return "reference-for-members", data
        if region not in self._network.country.ely_areas and region != NATIONAL:
            return "reference-region-unknown", data | {"region": region} | self._near_region(region)
        return self._elsewhere(record, reference, kinds, data | self._where(record, region, kinds))

    def _reason(self, kind: str, region: str, own_id: str) -> str | None:
        if kind == SUB_AREA:
            return self._left_out.get(("region", f"{region}/{region}"))
        return self._left_out.get((kind, f"{region}/{own_id}")) or self._left_out.get((kind, f"{region}/{EVERY}"))

    def _elsewhere(
        self, record: Record, reference: str, kinds: tuple[str, ...], data: dict[str, str]
    ) -> tuple[str, dict[str, str]]:
        region, _, own_id = reference.partition("/")
        for other in self._network.regions:
            if any(f"{other}/{own_id}" in self._keys[kind] for kind in kinds):
                right = _written(record, f"{other}/{own_id}")
                return "reference-other-region", data | {"region": other, "example": right, "suggestion": right}
        for kind, keys in self._keys.items():
            if kind not in kinds and reference in keys:
                return "reference-other-kind", data | {"other": _place(kind, region)}
        near = self._nearest(record, region, own_id, kinds)
        return "reference-unknown", data | ({"suggestion": near} if near else {})

    def _nearest(self, record: Record, region: str, own_id: str, kinds: tuple[str, ...]) -> str | None:
        """The likest id of these kinds in the region, as an editor of `record` would write it."""
        question = region, own_id, kinds[0]
        if question not in self._near:
            ids = sorted(key.partition("/")[2] for key in self.of(kinds) if key.startswith(f"{region}/"))
            near = get_close_matches(own_id, ids, n=1, cutoff=0.7) or _same_words(own_id, ids)
            self._near[question] = f"{region}/{near[0]}" if near else None
        found = self._near[question]
        return _written(record, found) if found else None

    def _near_region(self, region: str) -> dict[str, str]:
        near = get_close_matches(region, sorted([*self._network.country.ely_areas, NATIONAL]), n=1, cutoff=0.6)
        return {"suggestion": near[0]} if near else {}

    def _where(self, record: Record, region: str, kinds: tuple[str, ...]) -> dict[str, str]:
        """Where ids of these kinds are found, and one of them as an example."""
        first = min((key for key in self.of(kinds[:1]) if key.startswith(f"{region}/")), default=None)
        example = _written(record, first) if first else "rovaniemen-ohjaamo"
        return {"place": _place(kinds[0], region), "example": example}


def _place(kind: str, region: str) -> str:
    """Where an editor finds records of a kind."""
    folder = KINDS[kind].folder if kind in KINDS else ""
    return f"regions/{region}/{folder or 'region.yml'}"


def _same_words(own_id: str, ids: list[str]) -> list[str]:
    """Ids made of the same words in another order, or with all of these words: `kemi-ohjaamo` → `ohjaamo-kemi`."""
    words = set(own_id.split("-"))
    return [each for each in ids if words <= set(each.split("-"))][:1] if words else []


def _written(record: Record, reference: str) -> str:
    """A reference as an editor of `record` writes it: without the record's own region."""
    return reference.removeprefix(f"{record.region}/")
