"""Folder → network + places + problems: the only way content enters the program.

One bad record is reported and left out; all others are still checked. Files that have not changed since the last run
come from the cache.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache, partial
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from tno.addresses import address_of
from tno.cache import Cache
from tno.content import REGION_FILE, ContentFile, Folders, content_files
from tno.country.country import Country
from tno.country.tables import load_country
from tno.country.vocabulary import Vocabularies, load_vocabularies
from tno.edition import Edition
from tno.file_content import FileContent, FileReader, fingerprint
from tno.frozen import frozen
from tno.model.left_out import FAULTY, LeftOut
from tno.model.localised import translated_texts
from tno.model.network import KIND_OF, NATIONAL, Network, Region, by_name
from tno.parallel import in_two
from tno.places import Places
from tno.position import Position
from tno.problem import Fault, Problem
from tno.read.markdown_file import parse_markdown
from tno.records import KINDS, Agreement, Document, Question, Record, RegionProfile, Translation
from tno.records.attachment import Attachment
from tno.records.scalars import in_language
from tno.records.validate import validate
from tno.settings import Settings

Path = tuple[str | int, ...]

WORTH_TWO_PROCESSES = 1500
"""So many files to read make a second process worth its start."""


class Asked(NamedTuple):
    """A question of the findability audit and where it stands."""

    question: Question
    file: ContentFile
    path: Path


@frozen
class Loaded:
    """The answer of `load`."""

    network: Network
    places: Places
    problems: list[Problem]
    files: Mapping[str, str] = field(default_factory=dict)
    """Content file → digest of its bytes."""
    left_out: LeftOut = field(default_factory=dict)
    """Records that the files have and the network has not."""
    questions: tuple[Asked, ...] = ()
    """Questions of the findability audit, in the order of files."""
    former: Mapping[tuple[str, str], Record] = field(default_factory=dict)
    """Kind and key → the record as it was in the last run, of files that have changed since. (Without translations.)"""


def load(folders: Folders, edition: Edition, settings: Settings, cache: Cache | None = None) -> Loaded:
    """Everything in the content folders as one network.

    Args:
        edition: PUBLIC leaves out whatever is for members; it is checked all the same.
        cache: keeps records of unchanged files between runs; None reads everything.
    """
    collecting = gc.isenabled()
    gc.disable()  # thousands of objects that all stay: collecting while loading costs half the time
    try:
        return _Loading(folders, edition, settings, cache).run()
    finally:
        if collecting:
            gc.enable()


def _tables(folders: Folders, cache: Cache | None) -> tuple[Country, Vocabularies]:
    """The country and the vocabularies, read again only when one of their files has changed."""
    files = [*sorted(folders.country.glob("*")), folders.vocabularies]
    states = [file.stat() if file.is_file() else None for file in files]
    signature = tuple((state.st_mtime_ns, state.st_size, state.st_ino) if state else None for state in states)
    read = partial(_read_tables, folders.country, folders.vocabularies, signature)
    return cache.made("tables", read) if cache else read()


@lru_cache(maxsize=2)
def _read_tables(country: FilePath, vocabularies: FilePath, signature: object) -> tuple[Country, Vocabularies]:
    words = load_vocabularies(vocabularies)
    return load_country(country, words), words


class _Loading:
    """One run of `load`: what is known so far."""

    def __init__(self, folders: Folders, edition: Edition, settings: Settings, cache: Cache | None) -> None:
        self.folders, self.edition, self.settings, self.cache = folders, edition, settings, cache
        self.country, self.vocabularies = _tables(folders, cache)
        self.places = Places(folders)
        self.problems: list[Problem] = []
        self.files: dict[str, str] = {}
        self.records: dict[str, dict[str, dict[str, Record]]] = {}
        self.translations: list[tuple[ContentFile, Translation]] = []
        self.left_out: dict[tuple[str, str], str] = {}
        self.questions: list[Asked] = []
        self.found_attachments: dict[str, Attachment] = {}
        self.former: dict[tuple[str, str], Record] = {}
        self.reader = FileReader(self.places, self.vocabularies, edition, settings)

    def run(self) -> Loaded:
        files = list(self._files())
        examples = self._read_profiles(file for file in files if file.kind.name == "region")
        rest = [file for file in files if file.kind.name != "region"]
        for file, content in zip(rest, self._contents(rest, examples), strict=True):
            self._take(file, content)
        self._attach_translations()
        regions, attachments = self._regions({file.region for file in files}), self._named_attachments()
        network = Network(self.country, self.vocabularies, regions, attachments=attachments)
        questions = tuple(self.questions)
        return Loaded(network, self.places, self.problems, self.files, self.left_out, questions, self.former)

    def _files(self) -> Iterator[ContentFile]:
        known = [*self.country.ely_areas, NATIONAL]
        folders = [(self.folders.root, self.folders.regions, False)]
        if self.folders.members:
            folders.append((self.folders.members, self.folders.members, True))
        for base, folder, for_members in folders:
            for item in content_files(base, folder, known, for_members):
                if isinstance(item, Problem):
                    self.problems.append(item)
                    self._leave_out(item, base, known)
                elif isinstance(item, Attachment):
                    self.found_attachments[item.path] = item
                else:
                    yield item

    def _leave_out(self, problem: Problem, base: FilePath, regions: Sequence[str]) -> None:
        """Remembers what a file that is passed over may hold, of whichever kind."""
        from tno import misplaced  # only where a file is passed over

        if problem.code not in misplaced.CODES:
            return
        at_home = [part for part in problem.position.file.split("/") if part in regions]
        for own_id in misplaced.ids_in(base / problem.position.file):
            for region in at_home or regions:
                for kind in KINDS.keys() - {"region"}:
                    self.left_out[kind, f"{region}/{own_id}"] = FAULTY

    def _read_profiles(self, files: Iterable[ContentFile]) -> dict[str, bool]:
        """Region id → whether all its content is invented; region files are taken on the way."""
        examples: dict[str, bool] = {}
        for file in sorted(files, key=lambda file: file.name.endswith(".md")):
            if file.name.endswith(".md"):
                self._take_introduction(file)
                continue
            self._take(file, self._content(file, False))
            profile = self.records.get(file.region, {}).get("region", {}).get(file.region)
            examples[file.region] = bool(profile.example) if profile else self._says_example(file)
        return examples

    def _says_example(self, file: ContentFile) -> bool:
        """Whether a region file that has faults says that its content is invented: the rest is checked as that."""
        source, _ = self.places.read(file)
        return source is not None and re.search(r"^example: *(true|kyllä|yes)\b", source.text, re.MULTILINE) is not None

    # --- one file ---------------------------------------------------------------------------------------------------

    def _content(self, file: ContentFile, example: bool) -> FileContent:
        return self._contents([file], {file.region: example})[0]

    def _contents(self, files: Sequence[ContentFile], examples: Mapping[str, bool]) -> list[FileContent]:
        """What each file holds: kept from the last run, or read now, by two processes where there is much to read."""
        keys = [f"{file.name}|{examples.get(file.region, False)}|{self.edition.value}" for file in files]
        found: dict[int, FileContent] = {}
        for index, file in enumerate(files):
            if self.cache and (kept := self.cache.file(file.region, keys[index], file.signature)) is not None:
                found[index] = kept

        def read(indexes: Sequence[int]) -> list[tuple[int, FileContent]]:
            return [(i, self.reader.read(files[i], examples.get(files[i].region, False))) for i in indexes]

        missing = [index for index in range(len(files)) if index not in found]
        for index in missing:
            self._remember_former(files[index], keys[index])
        for part in in_two(read, missing, WORTH_TWO_PROCESSES, theirs=0.46):
            for index, content in part:
                found[index] = content
                if self.cache and content.is_clean:
                    self.cache.keep_file(files[index].region, keys[index], files[index].signature, content)
        return [found[index] for index in range(len(files))]

    def _remember_former(self, file: ContentFile, key: str) -> None:
        content = self.cache.former(file.region, key) if self.cache else None
        for entry in content.entries if content else ():
            if isinstance(entry.record, Record):
                self.former[file.kind.name, entry.record.key] = entry.record

    # --- into the network -------------------------------------------------------------------------------------------

    def _take(self, file: ContentFile, content: FileContent) -> None:
        self.files[file.name] = content.digest
        faulty = [self.places.problem_in(file, path, fault) for path, fault in content.faults]
        quotes = {problem.position for problem in faulty if problem.code == "value-curly-quotes"}
        self.problems += [each for each in content.problems if each.position not in quotes]
        self.problems += faulty
        for own_id, why in content.left_out:
            self.left_out[file.kind.name, f"{file.region}/{own_id}"] = why
        for entry in content.entries:
            if isinstance(entry.record, Question):
                self.questions.append(Asked(entry.record, file, entry.path))
            elif isinstance(entry.record, Translation):
                self.translations.append((file, entry.record))
            else:
                self._take_record(file, entry.path, entry.record)

    def _take_record(self, file: ContentFile, path: Path, record: Record) -> None:
        kind = file.kind.name
        known = self.records.setdefault(file.region, {}).setdefault(kind, {})
        if record.id in known:
            first = self.places.of(known[record.id], "id")
            data = {"value": record.id, "other": f"{first.file}:{first.line}", "label": file.kind.label}
            second = self.places.problem_in(file, path, Fault("id-duplicate", ("id",), data))
            self.problems.append(second)
            if first.file != second.position.file:  # whoever copied may have written the file that is read first
                there = f"{second.position.file}:{second.position.line}"
                self.problems.append(Problem("id-duplicate", first, data | {"other": there}))
            return
        known[record.id] = record
        self.places.remember(kind, record.key, file, path)

    def _take_introduction(self, file: ContentFile) -> None:
        """`index.md`: the prose of the region's own record."""
        source, problems = self.places.read(file)
        self.problems += problems
        profile = self.records.get(file.region, {}).get("region", {}).get(file.region)
        if source is None or profile is None:
            return
        self.files[file.name] = source.digest
        data: Any = {}
        body = source.text
        if source.text.startswith("---"):
            markdown = parse_markdown(source.text, file.name)
            self.problems += markdown.problems
            data, body = markdown.data or {}, markdown.body
        self.problems += [self.places.problem_in(file, (), fault) for fault in self.reader.faults_of_text(file, data)]
        if not self.reader.shows_text(file, data):
            return
        if file.language is None:
            if file.for_members and profile.body:
                body = f"{profile.body.rstrip()}\n\n{body}"
            self.places.remember_prose(profile, file)
            changed = fingerprint(profile.fingerprint, body)
            self._replace(profile, {"body": body, "fingerprint": changed, "gist": changed})
            return
        translation, faults = validate(
            Translation, {**data, "body": body}, self.reader.context(file.region, bool(profile.example))
        )
        self.problems += [self.places.problem_in(file, (), fault) for fault in faults]
        if translation:
            self._add_translation(profile, file, translation)

    def _attach_translations(self) -> None:
        for file, translation in self.translations:
            record = self.records.get(file.region, {}).get(file.kind.name, {}).get(file.stem)
            if record is None and (file.kind.name, f"{file.region}/{file.stem}") in self.left_out:
                continue  # the record has faults of its own, or is not of this edition
            if record is None:
                data = {"value": file.name.rpartition("/")[2], "expected": f"{file.stem}{file.kind.suffix}"}
                self.problems.append(Problem("translation-without-base", Position(file.name), data))
            else:
                self._add_translation(record, file, translation)

    def _add_translation(self, record: Record, file: ContentFile, translation: Translation) -> None:
        assert file.language is not None
        of_all, of_gist = (fingerprint(each, self.files[file.name]) for each in (record.fingerprint, record.gist))
        translations = {**record.translations, file.language: translation}
        texts, unknown = translated_texts(record, translation, file.language)
        self._replace(record, texts | {"translations": translations, "fingerprint": of_all, "gist": of_gist})
        for index, text in enumerate(translation.texts):
            path, value = ("texts", index), str.__str__(text)
            if in_language(text, file.language) is None:
                fault = Fault("translation-text-language", path, {"value": value, "expected": file.language})
            elif text in unknown:
                base = f"{file.stem}{file.kind.suffix}"
                fault = Fault("translation-text-unknown", path, {"value": value, "file": base})
            else:
                continue
            self.problems.append(self.places.problem_in(file, (), fault))

    def _replace(self, record: Record, changes: dict[str, Any]) -> None:
        self.records[record.region][KIND_OF[type(record)]][record.id] = record.model_copy(update=changes)

    def _named_attachments(self) -> dict[str, Attachment]:
        """Address → each file that a record of this edition names; a problem for a file that is not there."""
        named: dict[str, Attachment] = {}
        for record, path, name in self._names_of_files():
            file = self.places.folder_of(record) / name
            if found := self.found_attachments.get(str(file)):
                named[f"{address_of(record)}{name}"] = found
            elif not file.exists():  # else it has a problem of its own
                data = {"value": name, "folder": self.places.of(record).file.rpartition("/")[0]}
                self.problems.append(self.places.problem(record, Fault("attachment-missing", path, data)))
        return named

    def _names_of_files(self) -> Iterator[tuple[Record, Path, str]]:
        for kinds in self.records.values():
            for record in kinds.get("document", {}).values():
                if isinstance(record, Document) and record.file:
                    yield record, ("file",), record.file
            for record in kinds.get("agreement", {}).values():
                for index, annex in enumerate(record.annexes if isinstance(record, Agreement) else ()):
                    if annex.file:
                        yield record, ("annexes", index, "file"), annex.file

    def _regions(self, started: Collection[str]) -> dict[str, Region]:
        """Regions that have any file of their own, by id; the national section always, for pages need it."""
        regions: dict[str, Region] = {}
        for region in [*self.country.ely_areas, NATIONAL]:
            kinds = self.records.get(region, {})
            profile = kinds.get("region", {}).get(region)
            if not isinstance(profile, RegionProfile):
                if region not in started and region != NATIONAL:
                    continue
                profile = self._stand_in(region, region in started)
            ordered = {
                kind: {record.id: record for record in by_name(kinds.get(kind, {}).values())}
                for kind in KINDS
                if kind != "region"
            }
            regions[region] = Region(region, profile, ordered)
        return regions

    def _stand_in(self, region: str, is_missed: bool) -> RegionProfile:
        """What is known of a region whose own file is missing or faulty: enough to check the rest of its content."""
        name = f"{self.folders.within}/{region}/{REGION_FILE}".removeprefix("/")
        if is_missed:
            self.left_out.setdefault(("region", f"{region}/{region}"), FAULTY)
        if is_missed and name not in self.files:
            self.problems.append(Problem("region-file-missing", Position(name), {"value": region}))
        file = ContentFile(name, region, KINDS["region"], "region", None, False, None)
        self.places.remember("region", f"{region}/{region}", file, ())
        area = self.country.ely_areas.get(region)
        name = area.name if area else "Koko Suomi" if region == NATIONAL else region
        return RegionProfile.model_construct(id=region, region=region, name=name)
