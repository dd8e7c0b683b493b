"""Pages as files of the site: which are as they should be, and the writing of the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tno.addresses import file_at, up
from tno.by_language import ByLanguage
from tno.digest import digest, digest_of, digest_of_bytes
from tno.frames import ShellKey
from tno.links import anchors_in, links_in
from tno.noticed import content_hash
from tno.output import New, Output
from tno.page import Page
from tno.parallel import shared
from tno.plan import Plan
from tno.reads import Fingerprints, Named, Reads, Unconcerned, fingerprints_of
from tno.records import Record
from tno.shell import Frame, Shell
from tno.tongues import Tongues, language_of

WORTH_TWO_PROCESSES = 120
"""So many record pages to write make a second process worth its start."""
ROOM_WEIGHS = 6
"""A page that lists a region's or the country's records is as much work as so many pages of a record."""
FEW, HANDFUL = 200, 6
"""Fewer pages than `FEW` are shared a handful at a time."""


@dataclass
class PageFiles:
    """The pages of one build."""

    plan: Plan
    output: Output
    tongues: Tongues
    languages: ByLanguage
    pages: Sequence[Page]
    """Those that this build makes."""
    former_records: Mapping[Named, Record]
    """Changed records as they were in the last run."""
    read_besides: str
    """What decides what pages read, besides the records, and besides what every page is made of."""
    shells: Mapping[ShellKey, Shell] = field(default_factory=dict)
    """The shells of all pages, told by the generator."""
    kept: set[str] = field(default_factory=set)
    """Addresses of pages that need not be made again."""
    content_hashes: dict[str, str] = field(default_factory=dict)
    """Address → hash of the content of a page, for the ledger."""
    _read_by: dict[str, str] = field(default_factory=dict)
    """Address of a page → what it is made of besides what every page is."""
    _shells: dict[tuple[ShellKey, int], Shell] = field(default_factory=dict)

    def shells_needed(self) -> dict[ShellKey, tuple[Frame, str]]:
        """Key → a frame and the address of one of its pages, for each shell that pages need."""
        first: dict[tuple[str, str, str, bool], Page] = {}
        for page in self.pages:
            first.setdefault((page.language, page.region, page.template, page.is_example), page)
        needed: dict[ShellKey, tuple[Frame, str]] = {}
        for page in first.values():
            frames = self.languages[page.language].frames
            if (key := frames.shell_key(page)) not in needed:
                needed[key] = frames.of(page), page.address
        return needed

    # --- what is as it was ------------------------------------------------------------------------------------------

    @cached_property
    def unconcerned(self) -> Unconcerned:
        """What is as it was, whatever it is made of."""
        network = self.languages["fi"].scene.network
        return self.former_reads.unconcerned(self._reads_guard, self._fingerprints, network, self.former_records)

    @property
    def many_are_asked(self) -> bool:
        """Whether many pages will be asked what they are made of."""
        return len(self.pages) - len(self.unconcerned.pages) - len(self.unconcerned.renumbered) > FEW

    @cached_property
    def former_reads(self) -> Reads:
        """What pages read in the build that left the site as it is: known until writing has begun."""
        known = self.output.read_note("reads", Reads._fields)
        return Reads(*known) if known else Reads("", {}, {}, {}, {}, [])

    def find_unchanged(self, some_are_gone: Callable[[], bool]) -> None:
        """Find which pages of the site's folder are as they should be.

        Args:
            some_are_gone: whether the last build had a page that this one has not: then every link is looked at anew.
        """
        (sure, _, renumbered), former, output = self.unconcerned, self.former_reads, self.output
        if not output.known or (not sure and some_are_gone()):
            return
        for page in self.pages:
            address = page.address
            path = file_at(address)
            if address in sure and (written := output.as_left(path)):
                self._read_by[address], self.content_hashes[address] = former.read_by(address), former.hashes[address]
            elif address in renumbered or not (written := output.current(path, self._made_of(page))):
                continue
            self.kept.add(address)
            output.keep(path, written)

    def keep_reads(self, of_gists: Sequence[str]) -> None:
        """Note what pages have read, after the output is finished.

        Args:
            of_gists: paths of the site's other files that tell no details.
        """
        read, hashes = self._read_by, self.content_hashes
        pages = [page for page in self.pages if not page.reads_more]
        of_records = {page.address: read[page.address] for page in pages if page.record}
        others = {page.address: read[page.address] for page in pages if not page.record}
        known = {page.address: hashes[page.address] for page in pages}
        reads = Reads(self._reads_guard, self._fingerprints, of_records, others, known, list(of_gists))
        self.output.write_note("reads", Reads._fields, tuple(reads))

    @cached_property
    def _fingerprints(self) -> Fingerprints:
        return fingerprints_of(self.languages["fi"].scene.network)

    @cached_property
    def _reads_guard(self) -> str:
        every = digest_of([f"{page.address} {page.edit_file}" for page in self.pages])
        return f"{self._common}{every}{self.read_besides}"

    @cached_property
    def _common(self) -> str:
        """What every page depends on besides its own records."""
        plan = self.plan
        shells = (b"".join(shell.texts) + "".join(shell.slots).encode() for shell in self.shells.values())
        return digest_of_bytes(b"\0".join([f"{plan.program}{plan.day}{plan.site}".encode(), *shells]))

    def _made_of(self, page: Page) -> str:
        """Hash of everything a page is made of, templates and program too. Notes the hash of its content."""
        return self._made_of_parts(page, "".join(page.made_of()))

    def _made_of_parts(self, page: Page, parts: str) -> str:
        """The same of a page that has read `parts`."""
        facts = self.languages["fi"].scene
        self._read_by[page.address] = parts
        self.content_hashes[page.address] = content_hash(facts, page.record) if page.record else digest(parts)
        told = self.tongues.fingerprint(page.finnish_address, page.language)
        head = f"{self._common}{page.title}\0{page.description}\0{page.edit_file}\0{page.is_example}\0{told}"
        return digest(f"{head}{parts}")

    # --- writing ----------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the pages that are not as they should be."""
        todo = [page for page in self.pages if page.address not in self.kept]
        self._know_new_numbers()
        tasks = _tasks(todo) if _weight(todo) >= WORTH_TWO_PROCESSES else [todo]
        for new, content_hashes, read_by in shared(self._written, tasks):
            self.output.remember(new)
            self.content_hashes |= content_hashes
            self._read_by |= read_by

    def _know_new_numbers(self) -> None:
        """Work out what is told of numbers that have changed, before two processes ask."""
        keys = {each.key for services in self.unconcerned.renumbered.values() for each in services}
        for language in {language_of(address) for address in self.unconcerned.renumbered}:
            self.languages[language].renderer.book.know_ways(keys)

    def _renumbered(self, page: Page) -> New | None:
        """A page of which nothing but numbers has changed, with the new ones put in; None where that cannot be."""
        path, services = file_at(page.address), self.unconcerned.renumbered.get(page.address)
        if not services or not self.output.as_left(path):
            return None
        book, read = self.languages[page.language].renderer.book, self.former_reads.read_by(page.address)
        html = (self.output.folder / path).read_bytes()
        for key, before, now in services:
            if (renumbered := book.renumbered(html, key, up(page.address) or "./")) is None:
                return None
            html, read = renumbered, read.replace(before, now)
        return self.output.put(path, html, self._made_of_parts(page, read))._replace(links=None)

    def _written(self, todo: Sequence[Page]) -> tuple[list[New], dict[str, str], dict[str, str]]:
        """What is to be known of the files; address → hash of the page's content; address → what it is made of."""
        put, new = self.output.put, []
        for page in todo:
            if same_but_numbers := self._renumbered(page):
                new.append(same_but_numbers)
                continue
            tongue, address = self.languages[page.language], page.address
            body = tongue.renderer.body(page)
            framed = self._shell_of(page).fill({**tongue.frames.slots(page), "body": body.html})
            html = tongue.renderer.filled(framed, body)
            made_of = self._made_of(page)
            links = (*links_in(body.html, address), *tongue.renderer.book.new_links())
            new.append(put(file_at(address), html, made_of, links, anchors_in(body.html)))
        addresses = [page.address for page in todo]
        hashes = {address: self.content_hashes[address] for address in addresses}
        return new, hashes, {address: self._read_by[address] for address in addresses}

    def _shell_of(self, page: Page) -> Shell:
        key = self.languages[page.language].frames.shell_key(page), page.address.count("/")
        if (shell := self._shells.get(key)) is None:
            shell = self._shells[key] = self.shells[key[0]].at(page.address)
        return shell


def _tasks(pages: Sequence[Page]) -> Sequence[Sequence[Page]]:
    """Pages that have most in common (a region's, in all languages) together, the most work first.

    Of a few changed pages most are of one region: these are shared too, a handful at a time.
    """
    if len(pages) < FEW:
        return [pages[first : first + HANDFUL] for first in range(0, len(pages), HANDFUL)]
    tasks: dict[str, list[Page]] = {}
    for page in pages:
        tasks.setdefault(page.region, []).append(page)
    return sorted(tasks.values(), key=_weight, reverse=True)


def _weight(pages: Sequence[Page]) -> int:
    return sum(1 if page.record else ROOM_WEIGHS for page in pages)
