"""A build from content folders to files, without any site generator: the whole order of it on one page.

`hooks/portal.py` gives it what only the generator has: rendered shells, and the pages written by hand.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from tno.addresses import address_at, file_at, prefix_of
from tno.cache import Cache, fingerprint, program_fingerprint
from tno.check import Checked, between, checked
from tno.content import Folders
from tno.coverage import Coverage
from tno.digest import digest, digest_of
from tno.edition import Edition
from tno.exports.for_robots import sitemap
from tno.findability import Findability
from tno.frames import Frames, ShellKey, Site
from tno.frozen import frozen
from tno.generated import Generated
from tno.kept import Kept
from tno.ledger import Line, Seen, ledger_text, next_ledger, read_coverage, read_findability, read_ledger, vanished
from tno.links import DeadLink, anchors_in, links_in
from tno.load import Loaded, load
from tno.model.freshness import limits_on
from tno.model.localised import localised_network
from tno.news import news_files
from tno.noticed import content_hash
from tno.output import Apart, New, Output
from tno.pages import Page, Sources, pages, translated_pages
from tno.parallel import Beside, shared
from tno.passing import passing_addresses
from tno.position import Position
from tno.problem import Problem
from tno.publisher import publisher_problems
from tno.reads import Fingerprints, Reads, Unconcerned, fingerprints_of
from tno.records import Organisation, Place, Service
from tno.redirects import former_addresses
from tno.render import Renderer
from tno.rules.sound import SoundRegions
from tno.settings import Settings
from tno.shell import Frame, Shell
from tno.site_links import SiteLinks
from tno.tongues import Tongues, language_of
from tno.views.briefs import told_in_brief
from tno.views.listing import NO_NOTES, Notes, Rows
from tno.views.network import network_made_of
from tno.views.room_lists import found_counts
from tno.views.scene import Scene
from tno.words import LANGUAGES

if TYPE_CHECKING:  # only the process beside imports these
    from tno.search.of_site import SiteSearch
    from tno.search.site_audit import Audit
    from tno.site_files import SiteFiles

WORTH_TWO_PROCESSES = 120
"""So many record pages to write make a second process worth its start."""
ROOM_WEIGHS = 6
"""A page that lists a region's or the country's records is as much work as so many pages of a record."""
FEW, HANDFUL = 200, 6
"""Fewer pages than `FEW` are shared a handful at a time."""


@frozen
class Plan:
    """What is to be built, where and for which day."""

    folders: Folders
    templates: Path
    """`overrides/`."""
    cache: Path | None
    """Folder kept between builds; None keeps nothing."""
    day: date
    edition: Edition
    settings: Settings
    site: Site
    regions: frozenset[str] = frozenset()
    """Sections to build; empty: all."""
    former_ledger: Path | None = None
    most_warnings: int | None = None
    """How many warnings of each rule are looked up, None for all."""
    root: Path = Path()
    """Where the configuration lies."""
    audited: bool = False
    """Ask the questions of the findability audit (half a second for a hundred)."""
    timed: bool = False
    """Tell on stderr how long each stage took."""


class Tongue(NamedTuple):
    """What makes the pages of one language."""

    scene: Scene
    renderer: Renderer
    frames: Frames


@dataclass
class Build:
    """One build. The order: `loaded`, pages and shells by the generator, `checked`, then `publish`."""

    plan: Plan
    stages: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage; shown when the plan asks for it."""
        begun = time.perf_counter()
        yield
        self.stages[name] = self.stages.get(name, 0.0) + time.perf_counter() - begun

    @cached_property
    def guard(self) -> str:
        """What every kept value depends on: the program, the country's tables, the vocabularies, the settings."""
        folders = self.plan.folders
        tables = [file for file in (*sorted(folders.country.glob("*")), folders.vocabularies) if file.is_file()]
        return f"{program_fingerprint()}-{fingerprint(tables)}-{asdict(self.plan.settings)}"

    @cached_property
    def program(self) -> str:
        """What every page depends on besides content: `guard` and the templates."""
        templates = self.plan.templates
        files = (file for kind in ("*.html", "*.svg") for file in sorted(templates.rglob(kind)))
        return f"{self.guard}-{fingerprint(files)}"

    def look_at(self, folder: Path) -> None:
        """Begin to look, beside what follows, which files of the site's folder are as the last build left them."""
        self.output = Output.open(folder, self.plan.cache or folder.parent / ".cache")
        self._looking = Beside(self.output.look)

    @cached_property
    def loaded(self) -> Loaded:
        """The content. The rules between records are begun beside what follows."""
        plan = self.plan
        with self.stage("load"):
            cache = Cache(plan.cache, self.guard) if plan.cache else None
            loaded = load(plan.folders, plan.edition, plan.settings, cache)
        sound = SoundRegions(loaded.network, plan.day, loaded.left_out, self._kept) if self._kept else None
        rules = partial(between, loaded, plan.day, plan.settings, plan.most_warnings, sound)
        self._between = Beside(rules, cache.save if cache else bool)
        return loaded

    @cached_property
    def checked(self) -> Checked:
        """The content with everything that is wrong with it."""
        loaded = self.loaded
        with self.stage("rules"):
            return checked(loaded, self._between.result(), self.plan.most_warnings)

    @cached_property
    def scene(self) -> Scene:
        """The network on the day."""
        plan = self.plan
        network = self.loaded.network.on(plan.day, limits_on(plan.day, plan.settings).hidden)
        return Scene(network, plan.day, plan.settings, edition=plan.edition)

    @cached_property
    def tongues(self) -> Tongues:
        """Which page is told in which languages."""
        return Tongues()

    @property
    def renderer(self) -> Renderer:
        """Bodies of Finnish pages."""
        return self._in("fi").renderer

    @property
    def frames(self) -> Frames:
        """Frames of Finnish pages."""
        return self._in("fi").frames

    def frame_of(self, page: Page) -> Frame:
        """The frame of a page, in its language."""
        return self._in(page.language).frames.of(page)

    def body_of(self, page: Page) -> str:
        """The body of a page, in its language."""
        return self._in(page.language).renderer.whole_body(page)

    def default_frame(self, language: str) -> Frame:
        """What pages written by hand in a language have around them."""
        return self._in(language).frames.default

    def frame_by_hand(self, address: str) -> Frame:
        """The frame of a page written by hand, in its language."""
        return self._in(language_of(address)).frames.by_hand(address)

    def _in(self, language: str) -> Tongue:
        if (tongue := self._by_language.get(language)) is None:
            tongue = self._by_language[language] = self._tongue(language)
        return tongue

    @cached_property
    def _by_language(self) -> dict[str, Tongue]:
        return {}

    def _tongue(self, language: str) -> Tongue:
        plan, tongues, scene = self.plan, self.tongues, self.scene
        localise = None
        if language != "fi":
            network = localised_network(scene.network, language)
            scene = Scene(network, plan.day, plan.settings, language, scene, plan.edition)
            localise = partial(tongues.localise, language=language)
        kept = Kept(plan.cache, self.program) if plan.cache else None
        renderer = Renderer(plan.templates, scene, plan.cache, localise, kept, plan.site.url)
        return Tongue(scene, renderer, Frames(scene, self.loaded.places, plan.site, tongues))

    @cached_property
    def _pages(self) -> tuple[list[Page], list[Page]]:
        with self.stage("pages"):
            regions = self.loaded.network.regions.values()
            sections, records = pages(self.scene, self._rows_in("fi"), self.sources)
            for language in LANGUAGES[1:]:
                if any(language in region.profile.languages for region in regions):
                    more = translated_pages(self._in(language).scene, self._rows_in(language), self.sources)
                    sections, records = [*sections, *more[0]], [*records, *more[1]]
            return sections, records

    @cached_property
    def sources(self) -> Sources:
        """What pages of every language ask besides their scene."""
        base = self.plan.site.edit_base
        return Sources.of(self.scene, self.loaded.places, self.findability, self.coverage, base)

    def _rows_in(self, language: str) -> Rows:
        def rows(services: Sequence[Service], notes: Notes = NO_NOTES, with_ways: bool = False) -> Markup:
            return self._in(language).renderer.book.rows(services, notes, with_ways)

        return rows

    @cached_property
    def section_pages(self) -> list[Page]:
        """Front pages, rooms of regions: known to the generator's navigation."""
        return self._built(self._pages[0])

    @cached_property
    def record_pages(self) -> list[Page]:
        """A page for each record, municipality, topic and life situation."""
        return self._built(self._pages[1])

    def _built(self, pages: list[Page]) -> list[Page]:
        """Those of `pages` that this build makes: of the chosen regions, and of no region's section."""
        chosen, regions = self.plan.regions, self.scene.network.regions
        if not chosen:
            return pages
        return [
            page for page in pages if page.region in chosen or page.finnish_address.partition("/")[0] not in regions
        ]

    @cached_property
    def vanished_addresses(self) -> list[Problem]:
        """Addresses of the former ledger that are neither pages nor redirects now, as problems."""
        if self.plan.regions or not self.former_ledger:
            return []
        lost = vanished(self.former_ledger, {*self._addresses, *self.hand_written}, self.redirects)
        return [Problem("address-vanished", Position("ledger.json"), {"value": f"/{address}"}) for address in lost]

    @cached_property
    def publishers_blanks(self) -> list[Problem]:
        """What the site's publisher has not told yet, as problems."""
        if self.plan.most_warnings == 0:
            return []
        return publisher_problems(self.plan.settings.publisher, self.loaded.network, self.plan.root)

    @cached_property
    def former_ledger(self) -> dict[str, Line]:
        """What the last published site held."""
        return read_ledger(self.plan.former_ledger)

    # --- the search and its audit -----------------------------------------------------------------------------------

    @cached_property
    def _kept(self) -> Kept | None:
        return Kept(self.plan.cache, self.guard) if self.plan.cache else None

    @cached_property
    def search(self) -> SiteSearch:
        """What can be found in each language."""
        from tno.search.of_site import SiteSearch

        plan = self.plan
        return SiteSearch(
            pages=lambda: self._all_pages,
            scene_of=self.scene_of,
            hand_written=lambda: self.hand_written,
            docs=plan.root / "docs",
            kept=self._kept,
            part="-".join(("", *sorted(plan.regions))),
            guard=f"{self.guard}{plan.day}{plan.edition}",
        )

    @cached_property
    def findability(self) -> Findability:
        """What pages may ask of the audit."""
        plan, loaded = self.plan, self.loaded
        regions = frozenset(each.file.region for each in loaded.questions)
        former = read_findability(plan.former_ledger)
        return Findability(
            regions, lambda: self._audit.made_of, lambda: self._audit.answered, former, self._titles, plan.day
        )

    @cached_property
    def _audit(self) -> Audit:
        from tno.search.site_audit import Audit

        return Audit(
            questions=self.loaded.questions if self.plan.audited else (),
            network=self.loaded.network,
            search=self.search,
            guard=self.guard,
            kept=self._kept,
        )

    @cached_property
    def coverage(self) -> Coverage:
        """What pages and the ledger may ask of white spots."""
        return Coverage(self.scene, partial(read_coverage, self.plan.former_ledger), self._kept)

    def _titles(self) -> dict[str, str]:
        return {page.address: page.title for page in self._all_pages}

    def scene_of(self, language: str) -> Scene:
        """What views of a language are made from."""
        return self._in(language).scene

    hand_written: tuple[str, ...] = ()
    """Addresses of pages written by hand."""
    static: Mapping[str, Path] = field(default_factory=dict)
    """Path in the site → file that is copied there as it is, told by the generator."""
    _shells: dict[tuple[ShellKey, int], Shell] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    """Addresses of pages that need not be made again."""
    _read_by: dict[str, str] = field(default_factory=dict)
    """Address of a page → what it is made of besides what every page is."""
    _of_gists: Sequence[str] = ()
    """Paths of files that tell no details."""
    content_hashes: dict[str, str] = field(default_factory=dict)
    """Address → hash of the content of a page, for the ledger."""

    def learn(self, hand_written: Sequence[str]) -> None:
        """Take the addresses of pages written by hand: from here on it is known what is told in which languages."""
        self.hand_written = tuple(hand_written)
        pages = [page for part in self._pages for page in part]
        self.tongues.learn(pages, self.hand_written, partial(told_in_brief, self.scene))

    @cached_property
    def generated(self) -> Generated:
        """What the generator makes itself."""
        return Generated(self.output, self._kept)

    def frames_made_of(self) -> str:
        """Changes when the frame of any page written by hand does, or that of the page for lost addresses."""
        languages = {language_of(address) for address in ("", *self.hand_written)}
        told = [self.tongues.of(address.removeprefix(prefix_of(language_of(address)))) for address in self.hand_written]
        return f"{[self.default_frame(each) for each in sorted(languages)]}{self.tongues.of('')}{told}"

    def shells_needed(self) -> dict[ShellKey, tuple[Frame, str]]:
        """Key → a frame and the address of one of its pages, for each shell that pages need."""
        first: dict[tuple[str, str, str, bool], Page] = {}
        for page in self._all_pages:
            first.setdefault((page.language, page.region, page.template, page.is_example), page)
        needed: dict[ShellKey, tuple[Frame, str]] = {}
        for page in first.values():
            key = self._in(page.language).frames.shell_key(page)
            if key not in needed:
                needed[key] = self.frame_of(page), page.address
        return needed

    def prepare(self, shells: Mapping[ShellKey, Shell]) -> None:
        """Take the shells of all pages."""
        self.shells = shells

    @cached_property
    def _unconcerned(self) -> Unconcerned:
        """What is as it was, whatever it is made of."""
        guard, network = self._reads_guard, self.scene.network
        return self._former_reads.unconcerned(guard, self._fingerprints, network, self.loaded.former)

    def _find_unchanged(self) -> None:
        """Find which pages of the site's folder are as they should be."""
        sure, former, output = self._unconcerned.pages, self._former_reads, self.output
        if not output.known or (not sure and self._some_pages_are_gone()):
            return
        for page in self._all_pages:
            address = page.address
            path = file_at(address)
            if address in sure and (written := output.as_left(path)):
                self._read_by[address], self.content_hashes[address] = former.read_by(address), former.hashes[address]
            elif not (written := output.current(path, self._made_of(page))):
                continue
            self.kept.add(address)
            output.keep(path, written)

    @cached_property
    def _fingerprints(self) -> Fingerprints:
        return fingerprints_of(self.scene.network)

    @cached_property
    def _former_reads(self) -> Reads:
        known = self.output.read_note("reads", Reads._fields)
        return Reads(*known) if known else Reads("", {}, {}, {}, {}, [])

    def _keep_reads(self) -> None:
        read, hashes = self._read_by, self.content_hashes
        pages = [page for page in self._all_pages if not page.reads_more]
        of_records = {page.address: read[page.address] for page in pages if page.record}
        others = {page.address: read[page.address] for page in pages if not page.record}
        known = {page.address: hashes[page.address] for page in pages}
        reads = Reads(self._reads_guard, self._fingerprints, of_records, others, known, list(self._of_gists))
        self.output.write_note("reads", Reads._fields, tuple(reads))

    @cached_property
    def _reads_guard(self) -> str:
        """What decides what pages read, besides the records."""
        every = digest_of([f"{page.address} {page.edit_file}" for page in self._all_pages])
        return f"{self._common}{every}{self.hand_written}{self.loaded.network.attachments}{self._former_ledger_hash}"

    @cached_property
    def _former_ledger_hash(self) -> str:
        return fingerprint([ledger]) if (ledger := self.plan.former_ledger) else ""

    @cached_property
    def _all_pages(self) -> list[Page]:
        return [*self.section_pages, *self.record_pages]

    @cached_property
    def _addresses(self) -> frozenset[str]:
        """Of all pages, also of those that this build leaves out."""
        return frozenset([page.address for part in self._pages for page in part])

    def _some_pages_are_gone(self) -> bool:
        """Whether the last build had a page that this one has not: then every link is looked at anew."""
        others = [path for path in self.output.known if address_at(path) not in self._addresses]
        gone = {address_at(path) for path in others if path.endswith("index.html")}
        gone -= {*self.hand_written, *self.redirects}
        return bool(gone) and not gone <= former_addresses(self._pages[1]).keys()

    @cached_property
    def _common(self) -> str:
        """What every page depends on besides its own records."""
        digest = blake2b(digest_size=16)
        for part in (self.program, str(self.plan.day), str(self.plan.site)):
            digest.update(part.encode())
        for shell in self.shells.values():
            digest.update(b"".join(shell.texts) + "".join(shell.slots).encode())
        return digest.hexdigest()

    def _made_of(self, page: Page) -> str:
        """Hash of everything a page is made of, templates and program too. Notes the hash of its content."""
        parts = self._read_by[page.address] = "".join(page.made_of())
        self.content_hashes[page.address] = content_hash(self.scene, page.record) if page.record else digest(parts)
        told = self.tongues.fingerprint(page.finnish_address, page.language)
        head = f"{self._common}{page.title}\0{page.description}\0{page.edit_file}\0{page.is_example}\0{told}"
        return digest(f"{head}{parts}")

    # --- writing ----------------------------------------------------------------------------------------------------

    def publish(self, staged: Path, *, said: bool = False) -> list[DeadLink]:
        """Write the site: the generator's files from `staged`, pages, exports. Returns links that lead nowhere.

        Args:
            said: the generator has found fault with a page written by hand.
        """
        self.output.touched = self._looking.result()
        self._looking.end()
        self._former_reads  # noqa: B018 - read while it is known which build it is of
        self.output.begin()
        with self.stage("hand-written pages and files"):
            self.generated.take(staged, again=said)
            self.content_hashes |= self.generated.content_hashes
        self.redirects  # noqa: B018 - both processes ask
        with self.stage("what has changed"):
            if len(self._all_pages) - len(self._unconcerned.pages) > FEW:
                self._work_out_for_both()
            exports = Beside(self._exports)
            self._find_unchanged()
        with self.stage("write pages"):
            self._write_all_pages()
        with self.stage("exports"):
            self._write_ledger()
            apart, self._of_gists = exports.result()
            self.output.take(apart)
            exports.end()
        with self.stage("links"):
            links = SiteLinks(self.output, self._addresses if self.plan.regions else ())
            dead = links.dead()
            for link in dead:
                self.output.distrust(file_at(link.page))
        with self.stage("finish"):
            self.sources.points.save()
            self.output.finish(self._stamp(), links.changed)
            self._keep_reads()
            self._between.end()
        self._tell()
        return dead

    def _work_out_for_both(self) -> None:
        """What pages and the site's other files both are made of, once before they are asked in two processes."""
        scene = self.scene
        assert scene.row_fingerprints is not None
        assert scene.coverage_fingerprints is not None
        found_counts(scene)
        for kind in (Organisation, Place):
            scene.kind_fingerprint(kind)
        for region in scene.network.regions.values():
            for tell in (Scene.region_fingerprint, network_made_of):
                scene.once(tell, region)

    def abandon(self) -> None:
        """End what was begun beside: for a build that is asked something and not published."""
        self._between.result()
        self._between.end()

    def _write_all_pages(self) -> None:
        todo = [page for page in self._all_pages if page.address not in self.kept]
        tasks = _tasks(todo) if _weight(todo) >= WORTH_TWO_PROCESSES else [todo]
        for new, content_hashes, read_by in shared(self._write_pages, tasks):
            self.output.remember(new)
            self.content_hashes |= content_hashes
            self._read_by |= read_by

    def _write_pages(self, todo: Sequence[Page]) -> tuple[list[New], dict[str, str], dict[str, str]]:
        """What is to be known of the files; address → hash of the page's content; address → what it is made of."""
        put, new = self.output.put, []
        for page in todo:
            tongue, address = self._in(page.language), page.address
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
        key = self._in(page.language).frames.shell_key(page), page.address.count("/")
        if (shell := self._shells.get(key)) is None:
            shell = self._shells[key] = self.shells[key[0]].at(page.address)
        return shell

    @cached_property
    def _site_files(self) -> SiteFiles:
        from tno.site_files import SiteFiles

        plan = self.plan
        return SiteFiles(
            output=self.output,
            scene_of=self.scene_of,
            site=plan.site,
            guard=self.guard,
            languages=sorted({page.language for page in self._all_pages}),
            regions=plan.regions,
            kept=self._kept,
        )

    def _exports(self) -> tuple[Apart, Sequence[str]]:
        """What is to be known of the site's other files; paths of those that tell no details."""
        return self.output.apart(self._write_exports), self._of_gists

    def _write_exports(self) -> None:
        """What follows from the network alone; with the pages, in a process beside them."""
        plan = self.plan
        files = self._site_files
        made_of = self._former_ledger_hash if self.former_ledger else ""
        self._of_gists = files.write_of_gists(self._unconcerned.files, self.former_ledger, made_of)
        files.write_search(self.search, self.tongues, frozenset(page.finnish_address for page in self._pages[0]))
        files.write_finder_data()
        files.write_first_steps()
        files.write_open_data()
        files.copy_attachments()
        files.copy_static(self.static)
        files.write_redirects(self.redirects)
        files.write_for_robots(plan.edition is Edition.MEMBERS)

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Former address → address, of the pages of this build."""
        former = former_addresses(self.record_pages)
        if not self.former_ledger:
            return former
        return passing_addresses(self.former_ledger, {page.address for page in self._all_pages}) | former

    def _write_ledger(self) -> None:
        """What follows from the content of the pages: the ledger, the sitemap with its dates, what is new."""
        site, write, every, hashes = self.plan.site, self.output.write, self._all_pages, self.content_hashes
        redirects = (Seen(former, to, None) for former, to in self.redirects.items())
        by_hand = (Seen(address, hashes.get(address, ""), None) for address in self.hand_written)
        pages = (
            Seen(page.address, hashes[page.address], page.record.verified if page.record else None) for page in every
        )
        seen = [*pages, *by_hand, *redirects]
        ledger = next_ledger(self.former_ledger, seen, self.plan.day)
        write("data/ledger.json", ledger_text(ledger, self.findability.history(), self.coverage.history()))
        days = {page.address: ledger[page.address].last_changed for page in every if not page.is_example}
        days |= {address: ledger[address].last_changed for address in self.hand_written}
        if site.url:
            write("sitemap.xml", sitemap(site.url, sorted(days.items())))
        for path, text in news_files(self.scene, site, self.plan.regions, ledger, self.record_pages):
            write(path, text)

    def _stamp(self) -> str:
        plan = self.plan
        counts = {
            "sections": len(self.scene.network.regions),
            "pages": len(self._all_pages),
        }
        data = {
            "day": plan.day.isoformat(),
            "edition": plan.edition.value,
            **counts,
            "content": self.scene.network_fingerprint,
        }
        return json.dumps(data, indent=1) + "\n"

    def _tell(self) -> None:
        if self.plan.timed:
            for name, seconds in self.stages.items():
                print(f"tno-stage {name.replace(' ', '-')} {seconds:.3f}", file=sys.stderr)
            print(f"tno-stage files-written {len(self.output.fresh)}", file=sys.stderr)


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
