"""One content file → its records, validated as this edition has them, or what is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from tno.content import ContentFile
from tno.country.vocabulary import Vocabularies
from tno.digest import digest
from tno.edition import Edition, for_edition, is_for_members, may_hold_members_content, members_paths
from tno.messages import MESSAGES
from tno.model.left_out import EVERY, FAULTY, MEMBERS_ONLY
from tno.places import Places
from tno.problem import Fault, Problem, Severity
from tno.read.markdown_file import parse_markdown
from tno.read.yaml_file import parse_yaml
from tno.records import Question, Record, Translation
from tno.records.base import HIDDEN, MEMBERS
from tno.records.details import DETAILS, without_details
from tno.records.validate import Context, validate
from tno.settings import Settings

Path = tuple[str | int, ...]

_IN_ONE_ORDER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, check_circular=False).encode


class Entry(NamedTuple):
    """A record and where in its file it stands."""

    path: Path
    """() for a file of one record, (index,) in a list."""
    record: Record | Translation | Question


class FileContent(NamedTuple):
    """What one file gave."""

    digest: str
    """Of the file's bytes."""
    entries: tuple[Entry, ...]
    faults: tuple[tuple[Path, Fault], ...] = ()
    """Faults with the path of their record, places not yet looked up."""
    problems: tuple[Problem, ...] = ()
    """Problems of reading, with places."""
    left_out: tuple[tuple[str, str], ...] = ()
    """(id, why) of records that did not become entries; why as in `tno.model.left_out`."""

    @property
    def is_clean(self) -> bool:
        """Whether it may be kept in the cache."""
        return not self.faults and not self.problems


class FileReader:
    """Reads content files for one edition."""

    def __init__(self, places: Places, vocabularies: Vocabularies, edition: Edition, settings: Settings) -> None:
        self._places, self._vocabularies, self._edition, self._settings = places, vocabularies, edition, settings
        self._contexts: dict[tuple[str, bool], Context] = {}

    def context(self, region: str, example: bool) -> Context:
        """What validation knows of a region's content."""
        if (known := self._contexts.get((region, example))) is None:
            known = self._contexts[region, example] = Context(self._vocabularies, region, example)
        return known

    def read(self, file: ContentFile, example: bool) -> FileContent:
        """What the file holds, each record validated.

        Args:
            example: whether the region's content is an invented example.
        """
        source, problems = self._places.read(file)
        if source is None:
            return FileContent("", (), (), tuple(problems), _unread(file))
        body = ""
        if file.name.endswith(".md"):
            markdown = parse_markdown(source.text, file.name)
            data, body, found = markdown.data, markdown.body, markdown.problems
        else:
            parsed = parse_yaml(source.text, file.name)
            data, found = parsed.data, parsed.problems
        problems = [*problems, *found]
        if any(MESSAGES[problem.code].severity is Severity.ERROR for problem in problems):
            return FileContent(source.digest, (), (), tuple(problems), _unread(file))
        content = self._records_in(file, source.text, source.digest, data, body, example)
        return content._replace(problems=tuple(problems)) if problems else content

    def _records_in(
        self, file: ContentFile, text: str, digest: str, data: Any, body: str, example: bool
    ) -> FileContent:
        entries: list[Entry] = []
        faults: list[tuple[Path, Fault]] = []
        left_out: list[tuple[str, str]] = []
        careful = file.for_members or may_hold_members_content(text)
        context = self.context(file.region, example)
        for path, values in _records_of(file, data):
            if not isinstance(values, dict):
                faults.append((path, Fault("record-expected", (), {"label": file.kind.label})))
                left_out += _unread(file) if path == () else ()
                continue
            faults += [(path, fault) for fault in _filled_in(file, path, values)]
            own = values.get("id") if path else _id_of(file)
            shown = for_edition(values, self._edition) if careful else values  # public hashes hide it
            known = fingerprint((file.region, own, shown), body)
            detailed = file.kind.name in DETAILS and file.language is None
            gist = fingerprint((file.region, own, without_details(file.kind.name, shown)), "") if detailed else known
            whole = values | {"region": file.region, "body": body, "fingerprint": known, "gist": gist}
            if file.language is None:
                whole["id"] = own
            entry, found = self._record(file, path, whole, context, careful)
            faults += [(path, fault) for fault in found]
            if entry:
                entries.append(entry)
            elif file.language is None:
                left_out.append((str(own), FAULTY if found else MEMBERS_ONLY))
        return FileContent(digest, tuple(entries), tuple(faults), (), tuple(left_out))

    def _record(
        self, file: ContentFile, path: Path, values: dict[str, Any], context: Context, careful: bool
    ) -> tuple[Entry | None, list[Fault]]:
        if file.language is not None:
            kept = {key: value for key, value in values.items() if key not in {"region", "fingerprint", "gist"}}
            translation, faults = validate(Translation, kept, context)
            faults += self.faults_of_text(file, kept)
            return (Entry(path, translation) if translation and self.shows_text(file, kept) else None), faults
        if careful:
            return self._record_with_members_content(file, path, values, context)
        record, faults = validate(file.kind.model, values, context)
        if isinstance(record, Record):
            record.order  # noqa: B018 - worked out here, where two processes share the work
        return (Entry(path, record) if record else None), faults

    def _record_with_members_content(
        self, file: ContentFile, path: Path, values: dict[str, Any], context: Context
    ) -> tuple[Entry | None, list[Fault]]:
        """The record as this edition has it; what the other edition shows is checked as well."""
        if file.for_members:
            values.setdefault("visibility", MEMBERS)
        found = members_paths(values)
        in_repository = not (file.for_members and self._places.is_members_checkout(file))
        faults: list[Fault] = []
        if found and in_repository and self._settings.repository == "public":
            faults += [Fault("members-content-public", member, at_key=bool(member)) for member in found]
        record, wrong = validate(file.kind.model, for_edition(values, Edition.MEMBERS), context)
        faults += wrong
        if self._edition is Edition.MEMBERS or record is None:
            return (Entry(path, record) if record else None), faults
        if is_for_members(values):
            return None, faults
        record, wrong = validate(file.kind.model, for_edition(values, Edition.PUBLIC), context)
        faults += wrong
        return (Entry(path, record) if record else None), faults

    def shows_text(self, file: ContentFile, values: Any) -> bool:
        """Whether this edition has a file of prose only: a translation, a region's introduction."""
        return self._edition is Edition.MEMBERS or not (file.for_members or is_for_members(values))

    def faults_of_text(self, file: ContentFile, values: Any) -> list[Fault]:
        """That such a file is for members and lies in a public repository."""
        hidden = file.for_members or is_for_members(values)
        if not hidden or self._settings.repository != "public" or self._places.is_members_checkout(file):
            return []
        return [Fault("members-content-public", ())]


def _records_of(file: ContentFile, data: Any) -> Iterator[tuple[Path, Any]]:
    """Each record's plain values with its path: a Markdown file and `region.yml` hold one, a list several."""
    if isinstance(data, list) and file.kind.suffix == ".yml" and file.kind.name != "region":
        yield from (((index,), values) for index, values in enumerate(data))
    elif data is not None:
        yield (), data


def fingerprint(values: Any, body: str) -> str:
    """Changes when anything an editor wrote in the record does, but not with the order of its keys."""
    return digest(_IN_ONE_ORDER((values, body)))


def _id_of(file: ContentFile) -> str:
    """Id of the only record of a file."""
    return file.region if file.kind.name == "region" else file.stem


def _unread(file: ContentFile) -> tuple[tuple[str, str], ...]:
    """Ids that a file without usable values would have had; in a list they may be any."""
    if file.language is not None:
        return ()
    own = (_id_of(file), FAULTY)
    return (own, (EVERY, FAULTY)) if file.kind.suffix == ".yml" and file.kind.name != "region" else (own,)


def _filled_in(file: ContentFile, path: Path, values: Mapping[str, Any]) -> Iterator[Fault]:
    """Keys that loading fills in and an editor should not write, or not write differently."""
    for key in sorted(HIDDEN.intersection(values)):
        yield Fault("key-filled-in", (key,), {"value": key}, at_key=True)
    written, own = values.get("id"), _id_of(file)
    if path == () and written not in (None, own):
        code = "id-not-folder" if file.kind.name == "region" else "id-not-file-name"
        yield Fault(code, ("id",), {"value": str(written), "expected": own})
