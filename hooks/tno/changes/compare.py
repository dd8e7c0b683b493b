"""Two trees of content → what differs between their records. Files that are alike are not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from tno.addresses import ROOMS
from tno.changes.facts import Fact, Values
from tno.content import ContentFile, Folders, content_files
from tno.country.country import Country
from tno.country.vocabulary import Vocabularies
from tno.frozen import frozen
from tno.model.network import NATIONAL
from tno.read import parse_markdown, parse_yaml
from tno.records import KINDS

ADDED, REMOVED, CHANGED = "uusi", "poistuu", "muuttuu"
Key = tuple[str, str, str]
"""(region, kind, id)."""
BODY = "body"


class Version(NamedTuple):
    """A record as one tree has it."""

    values: Mapping[str, Any]
    """Everything an editor wrote; prose as `body`, a translation under its language."""
    for_members: bool


@frozen
class Change:
    """What happens to one record."""

    what: str
    """ADDED, REMOVED or CHANGED."""
    kind: str
    """As a Finn calls it: palvelu."""
    name: str
    region: str
    address: str
    """Of its page; empty when it has none."""
    facts: tuple[Fact, ...] = ()
    for_members: bool = False


@frozen
class Compared:
    """What differs between two trees."""

    changes: list[Change] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    """Files of the new tree that are new or differ, by name."""
    other_files: int = 0
    """Files that differ and hold no records: tables of the country, vocabularies, pictures, questions."""


def compare(before: Folders, after: Folders, country: Country, vocabularies: Vocabularies) -> Compared:
    """What differs, in the order of regions, kinds and names."""
    old, new = _Tree(before, country), _Tree(after, country)
    differing = sorted(name for name in old.files.keys() | new.files.keys() if old.bytes_of(name) != new.bytes_of(name))
    records = [name for name in differing if old.holds_records(name) or new.holds_records(name)]
    was, now = old.versions(old.with_siblings(records)), new.versions(new.with_siblings(records))
    renamed = dict(_renamed(was, now))
    names = _Names(old, new)
    changes = []
    for key in sorted(was.keys() | now.keys(), key=_order(country)):
        if key in renamed.values():
            continue
        here = now.get(key)
        there = was.get(renamed.get(key, key)) if here else was.get(key)
        if change := _change(key, there, here, country, Values(key[1], vocabularies, names.of(key[0]))):
            changes.append(change)
    return Compared(changes, [name for name in differing if name in new.files], len(differing) - len(records))


def _change(key: Key, old: Version | None, new: Version | None, country: Country, values: Values) -> Change | None:
    region, kind, record_id = key
    shown = new or old
    if shown is None or (old and new and old.values == new.values):
        return None
    what = CHANGED if old and new else ADDED if new else REMOVED
    facts = tuple(values.differing(dict(old.values), dict(new.values))) if old and new else ()
    if what == ADDED and new:
        facts = tuple(values.differing({}, {k: v for k, v in new.values.items() if k not in ("id", "name", BODY)}))
    room = ROOMS.get(kind)
    address = f"{region}/{room}/{record_id}/" if room else f"{region}/" if kind == "region" else ""
    area = country.ely_areas.get(region)
    where = area.name if area else "Koko Suomi" if region == NATIONAL else region
    name = values.text(shown.values.get("name"), ("name",)) or record_id
    return Change(what, KINDS[kind].label, name, where, address, facts, shown.for_members)


def _renamed(was: Mapping[Key, Version], now: Mapping[Key, Version]) -> Iterator[tuple[Key, Key]]:
    """New key → old one, of records whose former id is told."""
    for key in now.keys() - was.keys():
        former = now[key].values.get("former_ids") or []
        for each in [former] if isinstance(former, str) else former:
            old = (key[0], key[1], str(each))
            if old in was and old not in now:
                yield key, old


def _order(country: Country) -> Any:
    regions, kinds = [NATIONAL, *country.ely_areas], list(KINDS)
    return lambda key: (regions.index(key[0]), kinds.index(key[1]), key[2])


class _Tree:
    """The files of one tree and what they hold."""

    def __init__(self, folders: Folders, country: Country) -> None:
        self._folders = folders
        regions = [*country.ely_areas, NATIONAL]
        found = content_files(folders.root, folders.regions, regions, False)
        self._content = {file.name: file for file in found if isinstance(file, ContentFile)}
        self.files = {path.relative_to(folders.root).as_posix(): path for path in _files(folders.regions)}

    def holds_records(self, name: str) -> bool:
        """Whether the file holds records or their prose."""
        return name in self._content and self._content[name].kind.name in KINDS

    def bytes_of(self, name: str) -> bytes | None:
        return self.files[name].read_bytes() if name in self.files else None

    def with_siblings(self, names: Iterable[str]) -> list[str]:
        """Files that tell of the same records as `names` do in either tree: the base file, its translations."""
        parts = {self._part(name) for name in names}
        return [name for name in self._content if self._part(name) in parts]

    def _part(self, name: str) -> str:
        """What names of a record's files have in common."""
        folder, _, file = name.rpartition("/")
        return folder if file.startswith(("index.", "region.")) else f"{folder}/{file.partition('.')[0]}"

    def versions(self, names: Iterable[str]) -> dict[Key, Version]:
        """The records of some files; what cannot be read is left out, for the check tells of it."""
        found: dict[Key, Version] = {}
        translations: list[tuple[Key, str, dict[str, Any]]] = []
        for name in names:
            file = self._content.get(name)
            if file is None:
                continue
            for record_id, values in self.records_in(file):
                key = (file.region, file.kind.name, record_id)
                if file.language:
                    translations.append((key, file.language, values))
                elif key in found:
                    found[key] = Version({**found[key].values, **values}, found[key].for_members)
                else:
                    found[key] = Version(values, file.for_members)
        for key, language, values in translations:
            known = found.get(key) or Version({}, False)
            found[key] = Version({**known.values, language: values}, known.for_members)
        return found

    def records_in(self, file: ContentFile) -> Iterator[tuple[str, dict[str, Any]]]:
        """Id and values of each record of a file."""
        text = self.files[file.name].read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        single = file.region if file.kind.name == "region" else file.stem
        data, body = _read(text, file.name)
        for values in data if isinstance(data, list) else [data]:
            if isinstance(values, dict):
                own = {key: value for key, value in values.items() if isinstance(key, str)}
                prose = {BODY: body.strip()} if body.strip() else {}
                yield str(own.get("id") or single), own | prose


def _read(text: str, name: str) -> tuple[Any, str]:
    if not name.endswith(".md"):
        return parse_yaml(text, name).data, ""
    if not text.startswith("---"):
        return {}, text
    markdown = parse_markdown(text, name)
    return markdown.data, markdown.body


def _files(folder: Path) -> Iterator[Path]:
    """Every plain file below a folder; links are not followed."""
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


class _Names:
    """Names of records by their ids, from the new tree, else from the old."""

    def __init__(self, old: _Tree, new: _Tree) -> None:
        self._trees = (new, old)

    def of(self, region: str) -> Any:
        """Looks names up as a record of `region` writes them."""
        return lambda kinds, text: self._name(kinds.split("|"), text if "/" in text else f"{region}/{text}") or text

    def _name(self, kinds: Sequence[str], reference: str) -> str:
        region, _, record_id = reference.partition("/")
        found = (self._known.get((region, kind, record_id)) for kind in kinds)
        return next(filter(None, found), "")

    @cached_property
    def _known(self) -> dict[Key, str]:
        known: dict[Key, str] = {}
        for tree in self._trees:
            for file in tree._content.values():
                if file.kind.name in ("organisation", "place", "group", "service") and not file.language:
                    for record_id, values in tree.records_in(file):
                        name = values.get("name")
                        name = name.get("fi") if isinstance(name, dict) else name
                        if isinstance(name, str):
                            known.setdefault((file.region, file.kind.name, record_id), name)
        return known
