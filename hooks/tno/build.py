"""A build from content folders to files, without any site generator: the whole order of it on one page.

`hooks/portal.py` gives it what only the generator has: rendered shells, and the pages written by hand.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from tno.addresses import address_at, file_at, prefix_of
from tno.by_language import ByLanguage
from tno.cache import Cache
from tno.check import Checked, between, checked
from tno.coverage import Coverage
from tno.edition import Edition
from tno.findability import Findability
from tno.generated import Generated
from tno.kept import Kept
from tno.ledger import read_coverage, read_findability
from tno.links import DeadLink
from tno.load import Loaded, load
from tno.model.freshness import limits_on
from tno.output import Apart, Output
from tno.page import Page
from tno.page_files import PageFiles
from tno.pages import pages, translated_pages
from tno.parallel import Beside
from tno.plan import Plan
from tno.problem import Problem
from tno.published import Published
from tno.publisher import publisher_problems
from tno.records import Organisation, Place
from tno.redirects import former_addresses
from tno.rules.sound import SoundRegions
from tno.shell import Frame
from tno.site_links import SiteLinks
from tno.sources import Sources
from tno.tongues import Tongues, language_of
from tno.views.briefs import told_in_brief
from tno.views.network import network_made_of
from tno.views.room_lists import found_counts
from tno.views.scene import Scene
from tno.words import LANGUAGES

if TYPE_CHECKING:  # only the process beside imports these
    from tno.search.of_site import SiteSearch
    from tno.search.site_audit import Audit
    from tno.site_files import SiteFiles


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

    def look_at(self, folder: Path) -> None:
        """Begin to look, beside what follows, which files of the site's folder are as the last build left them."""
        self.output = Output.open(folder, self.plan.cache or folder.parent / ".cache")
        self._looking = Beside(self.output.look)

    @cached_property
    def loaded(self) -> Loaded:
        """The content. The rules between records are begun beside what follows."""
        plan = self.plan
        with self.stage("load"):
            cache = Cache(plan.cache, plan.guard) if plan.cache else None
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

    def frame_of(self, page: Page) -> Frame:
        """The frame of a page, in its language."""
        return self._languages[page.language].frames.of(page)

    def body_of(self, page: Page) -> str:
        """The body of a page, in its language."""
        return self._languages[page.language].renderer.whole_body(page)

    def default_frame(self, language: str) -> Frame:
        """What pages written by hand in a language have around them."""
        return self._languages[language].frames.default

    def frame_by_hand(self, address: str) -> Frame:
        """The frame of a page written by hand, in its language."""
        return self._languages[language_of(address)].frames.by_hand(address)

    def scene_of(self, language: str) -> Scene:
        """What views of a language are made from."""
        return self._languages[language].scene

    @cached_property
    def _languages(self) -> ByLanguage:
        return ByLanguage(self.plan, self.scene, self.loaded.places, self.tongues)

    # --- pages ------------------------------------------------------------------------------------------------------

    @cached_property
    def _pages(self) -> tuple[list[Page], list[Page]]:
        with self.stage("pages"):
            regions = self.loaded.network.regions.values()
            sections, records = pages(self.scene, self._languages["fi"].renderer.book.rows, self.sources)
            for language in LANGUAGES[1:]:
                if any(language in region.profile.languages for region in regions):
                    tongue = self._languages[language]
                    more = translated_pages(tongue.scene, tongue.renderer.book.rows, self.sources)
                    sections, records = [*sections, *more[0]], [*records, *more[1]]
            return sections, records

    @cached_property
    def sources(self) -> Sources:
        """What pages of every language ask besides their scene."""
        base = self.plan.site.edit_base
        return Sources.of(self.scene, self.loaded.places, self.findability, self.coverage, base)

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
    def published(self) -> Published:
        """What was published before, beside what is published now."""
        return Published(self.plan, lambda: (self.section_pages, self.record_pages))

    @cached_property
    def vanished_addresses(self) -> list[Problem]:
        """Addresses of the former ledger that are neither pages nor redirects now, as problems."""
        return self.published.vanished({*self._addresses, *self.hand_written})

    @cached_property
    def publishers_blanks(self) -> list[Problem]:
        """What the site's publisher has not told yet, as problems."""
        if self.plan.most_warnings == 0:
            return []
        return publisher_problems(self.plan.settings.publisher, self.loaded.network, self.plan.root)

    # --- the search and its audit -----------------------------------------------------------------------------------

    @cached_property
    def _kept(self) -> Kept | None:
        return self.plan.kept_by(self.plan.guard)

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
            guard=f"{plan.guard}{plan.day}{plan.edition}",
        )

    @cached_property
    def findability(self) -> Findability:
        """What pages may ask of the audit."""
        plan, loaded = self.plan, self.loaded
        regions = frozenset(each.file.region for each in loaded.questions)
        former = read_findability(plan.former_ledger)
        answered = (lambda: self._audit.answered) if plan.audited else (lambda: None)
        return Findability(regions, answered, former, self._titles, plan.day)

    @cached_property
    def _audit(self) -> Audit:
        from tno.search.site_audit import Audit

        return Audit(
            questions=self.loaded.questions,
            network=self.loaded.network,
            search=self.search,
            guard=self.plan.guard,
            kept=self._kept,
        )

    @cached_property
    def coverage(self) -> Coverage:
        """What pages and the ledger may ask of white spots."""
        return Coverage(self.scene, partial(read_coverage, self.plan.former_ledger), self._kept)

    def _titles(self) -> dict[str, str]:
        return {page.address: page.title for page in self._all_pages}

    hand_written: tuple[str, ...] = ()
    """Addresses of pages written by hand."""
    static: Mapping[str, Path] = field(default_factory=dict)
    """Path in the site → file that is copied there as it is, told by the generator."""
    _of_gists: Sequence[str] = ()
    """Paths of files that tell no details."""

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

    @cached_property
    def page_files(self) -> PageFiles:
        """All pages as files; the generator tells their shells."""
        attachments, ledger = self.loaded.network.attachments, self.published.former_hash
        return PageFiles(
            plan=self.plan,
            output=self.output,
            tongues=self.tongues,
            languages=self._languages,
            pages=self._all_pages,
            former_records=self.loaded.former,
            read_besides=f"{self.hand_written}{attachments}{ledger}",
        )

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
        gone -= {*self.hand_written, *self.published.redirects}
        return bool(gone) and not gone <= former_addresses(self._pages[1]).keys()

    # --- writing ----------------------------------------------------------------------------------------------------

    def publish(self, staged: Path, *, said: bool = False) -> list[DeadLink]:
        """Write the site: the generator's files from `staged`, pages, exports. Returns links that lead nowhere.

        Args:
            said: the generator has found fault with a page written by hand.
        """
        self.output.touched = self._looking.result()
        self._looking.end()
        pages, output = self.page_files, self.output
        pages.former_reads  # noqa: B018 - read while it is known which build it is of
        output.begin()
        with self.stage("hand-written pages and files"):
            self.generated.take(staged, again=said)
        self.published.redirects  # noqa: B018 - both processes ask
        with self.stage("what has changed"):
            if pages.many_are_asked:
                self._work_out_for_both()
            exports = Beside(self._exports)
            pages.find_unchanged(self._some_pages_are_gone)
        with self.stage("audit"):
            self.findability.answered()  # once, before two processes ask
        with self.stage("write pages"):
            pages.write()
        with self.stage("exports"):
            hashes = pages.content_hashes | self.generated.content_hashes
            told = self.published.files(self.scene, self.hand_written, hashes, self.findability, self.coverage)
            for path, text in told:
                output.write(path, text)
            apart, self._of_gists = exports.result()
            output.take(apart)
            exports.end()
        with self.stage("links"):
            links = SiteLinks(output, self._addresses if self.plan.regions else ())
            dead = links.dead()
            for link in dead:
                output.distrust(file_at(link.page))
        with self.stage("finish"):
            self.sources.points.save()
            output.finish(self._stamp(), links.changed)
            pages.keep_reads(self._of_gists)
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

    @cached_property
    def _site_files(self) -> SiteFiles:
        from tno.site_files import SiteFiles

        plan = self.plan
        return SiteFiles(
            output=self.output,
            scene_of=self.scene_of,
            site=plan.site,
            guard=plan.guard,
            languages=sorted({page.language for page in self._all_pages}),
            regions=plan.regions,
            kept=self._kept,
        )

    def _exports(self) -> tuple[Apart, Sequence[str]]:
        """What is to be known of the site's other files; paths of those that tell no details."""
        return self.output.apart(self._write_exports), self._of_gists

    def _write_exports(self) -> None:
        """What follows from the network alone; with the pages, in a process beside them."""
        files, former = self._site_files, self.published.former
        made_of = self.published.former_hash if former else ""
        self._of_gists = files.write_of_gists(self.page_files.unconcerned.files, former, made_of)
        files.write_search(self.search, self.tongues, frozenset(page.finnish_address for page in self._pages[0]))
        files.write_finder_data()
        files.write_first_steps()
        files.write_open_data()
        files.copy_attachments()
        files.copy_static(self.static)
        files.write_redirects(self.published.redirects)
        files.write_for_robots(self.plan.edition is Edition.MEMBERS)

    def _stamp(self) -> str:
        plan = self.plan
        data = {
            "day": plan.day.isoformat(),
            "edition": plan.edition.value,
            "sections": len(self.scene.network.regions),
            "pages": len(self._all_pages),
            "content": self.scene.network_fingerprint,
        }
        return json.dumps(data, indent=1) + "\n"

    def _tell(self) -> None:
        if self.plan.timed:
            for name, seconds in self.stages.items():
                print(f"tno-stage {name.replace(' ', '-')} {seconds:.3f}", file=sys.stderr)
            print(f"tno-stage files-written {len(self.output.fresh)}", file=sys.stderr)
