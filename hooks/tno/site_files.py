"""What a site holds beside its pages: search, data for its scripts, open data, files of records, what robots read.

All of it follows from the content alone, so it is written in a process beside the pages; a file made of the same as
last time is left where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from tno.addresses import prefix_of
from tno.digest import digest, digest_of
from tno.exports.areas import areas
from tno.exports.feeds import Feeds
from tno.exports.finder_data import FinderData
from tno.exports.first_steps import first_step_files, first_steps, first_steps_made_of
from tno.exports.for_robots import robots
from tno.exports.maps import LEAFLET, MapFiles, leaflet
from tno.exports.municipalities import centres, municipalities, municipalities_made_of
from tno.exports.network_data import NETWORK, NetworkData
from tno.exports.open_data import FILES, DataFiles
from tno.exports.schema import record_schemas
from tno.frames import Site
from tno.frozen import frozen
from tno.kept import Kept
from tno.ledger import Ledger
from tno.minified import minified
from tno.output import Output
from tno.records import KINDS, Event, Group, Place
from tno.redirects import redirect_page
from tno.search.face import search_face
from tno.search.of_pages import FOLDER as SEARCH
from tno.search.of_site import SiteSearch
from tno.tongues import Tongues
from tno.views.scene import Scene
from tno.words import LANGUAGES

CALENDARS = "calendars"
"""Name under which is kept which calendars there are and what each is made of."""


@frozen
class SiteFiles:
    """The files of one build."""

    output: Output
    scene_of: Callable[[str], Scene]
    site: Site
    guard: str
    """What every file depends on: program, country's tables, vocabularies, settings."""
    languages: Sequence[str]
    """In which there are pages, Finnish among them."""
    regions: frozenset[str]
    """Sections of this build; empty: all."""
    kept: Kept | None
    """Parts of the build before."""

    @property
    def scene(self) -> Scene:
        """The Finnish scene."""
        return self.scene_of("fi")

    def write_for_robots(self, everything_hidden: bool) -> None:
        """robots.txt; a file that tells the forge to publish all as it is."""
        examples = [
            f"{prefix_of(language)}{region.id}"
            for region in self.scene.network.regions.values()
            if region.profile.example
            for language in LANGUAGES
            if language == "fi" or language in region.profile.languages
        ]
        self.output.write("robots.txt", robots(self.site.url, examples, everything_hidden))
        self.output.write(".nojekyll", "")

    def write_redirects(self, redirects: Mapping[str, str]) -> None:
        """A page at each former address that leads to the present one."""
        w = self.scene.w
        for former, address in redirects.items():
            target = f"{'../' * former.count('/')}{address}"
            page = redirect_page(target, f"{self.site.url}{address}", w.moved_title, w.moved_text)
            self.output.write(f"{former}index.html", page)

    def write_of_gists(self, former: Sequence[str], ledger: Ledger, ledger_made_of: str) -> Sequence[str]:
        """Files that tell no details of records; their paths.

        Args:
            former: these files in the build before, when they must be as they were.
            ledger: as for `write_calendars`.
        """
        if former and all(self.output.as_left(path) for path in former):
            for path in former:
                self.output.keep(path, self.output.known[path])
            return former
        before = set(self.output.written)
        self.write_schemas()
        self.write_choices()
        self.write_calendars(ledger, ledger_made_of)
        self.write_network()
        self.write_maps()
        return [path for path in self.output.written if path not in before]

    def write_search(self, search: SiteSearch, tongues: Tongues, rooms: frozenset[str]) -> None:
        """The search index of each language, and what its scripts need beside it.

        Args:
            rooms: Finnish addresses of the pages of regions' rooms and of the whole country.
        """
        there = [path for path in self.output.known if path.startswith(f"{SEARCH}/")]
        for language in self.languages:
            known = [path for path in there if path.startswith(f"{SEARCH}/{language}/")]
            if not (self._keep_all(known, search.made_of(language).shown) or self._show_anew(search, language, known)):
                for path, text in search.files(language):
                    self.output.refresh(path, text, search.made_of(language).shown)
            led = partial(tongues.address, language=language)
            self.output.write(f"{SEARCH}/{language}.json", search_face(self.scene_of(language), rooms, led))

    def _show_anew(self, search: SiteSearch, language: str, paths: Sequence[str]) -> bool:
        """Where documents are found as before and their results show something else, write these alone; whether so."""
        made_of = search.made_of(language)
        anew = search.shown_anew(language)
        if anew is None or not self._keep_all(paths, search.former_shown(language)):
            return False
        for path in paths:
            self.output.keep(path, (made_of.shown, *self.output.written[path][1:]))
        for path, text in anew.items():
            former = (self.output.folder / path).read_text(encoding="utf-8")
            self.output.refresh(path, text(former), made_of.shown)
        return True

    def write_schemas(self) -> None:
        """JSON Schema of each kind of record."""
        if not self._keep_all([f"data/schema/{kind}.json" for kind in KINDS], self.guard):
            for kind, text in record_schemas(self.scene.network.vocabularies).items():
                self.output.write(f"data/schema/{kind}.json", text, self.guard)

    def write_finder_data(self) -> None:
        """What the finder narrows, in each language."""
        data = FinderData(self.scene)
        for language in self.languages:
            for path, parts, text in data.files(self.scene_of(language)):
                self._write_kept(path, f"{self.scene.day}{parts}", text)

    def write_choices(self) -> None:
        """Names of municipalities, and the areas they belong to."""
        scene = self.scene
        self._write_kept("data/areas.json", "", partial(areas, scene.network.country))
        self._write_kept("data/centres.json", "", partial(centres, scene.network.country))
        self._write_kept("data/municipalities.json", municipalities_made_of(scene), partial(municipalities, scene))

    def write_first_steps(self) -> None:
        """What answers a first step in an area."""
        scene = self.scene
        if scene.network.country.first_steps.pairs:
            scenes = [self.scene_of(language) for language in self.languages]
            for region, services in first_step_files(scene).items():
                made_of = f"{scene.day}{first_steps_made_of(scene, services)}"
                text = partial(first_steps, scene, region, services, scenes)
                self._write_kept(f"data/mista-aloitan/{region}.json", made_of, text)

    def write_open_data(self) -> None:
        """Services and places for anybody."""
        files = DataFiles(self.scene, self.site, self.guard, self.kept)
        if not self._keep_all(FILES, files.made_of):
            for path, text in files.texts():
                self.output.write(path, text, files.made_of)

    def write_calendars(self, former: Ledger, former_made_of: str) -> None:
        """Calendars to subscribe to. (Looking at three thousand events costs 50 ms: only when any could be different.)

        Args:
            former: the ledger of the site published last: it tells since when events are as they are.
            former_made_of: changes when `former` does.
        """
        scene, guard = self.scene, f"{self.guard}{self.site.edition.value}"
        facts = [guard, self.site.url, str(scene.day), scene.profiles_fingerprint, former_made_of]
        facts += [*sorted(self.regions), *(scene.kind_fingerprint(kind) for kind in (Event, Place, Group))]
        made_of = digest_of(facts)
        known = self.kept.read(CALENDARS, made_of) if self.kept else None
        if known and all(self._keep_all(paths, each) for paths, each in known):
            return
        parts = list(Feeds(self.scene_of, self.site.url, guard, former, self.kept, self.regions).parts())
        for part in parts:
            if not self._keep_all(part.paths, part.made_of):
                for path, data in part.files():
                    self.output.refresh(path, data, part.made_of)
        if self.kept:
            self.kept.write(CALENDARS, made_of, [(part.paths, part.made_of) for part in parts])

    def write_network(self) -> None:
        """The network for anybody."""
        data = NetworkData(self.scene, self.site, self.guard, self.kept)
        if not self._keep_all([NETWORK], data.made_of):
            self.output.write(NETWORK, data.text(), data.made_of)

    def write_maps(self) -> None:
        """Maps: their scripts, boundaries, points of the country; Leaflet."""
        for path, made_of, text in MapFiles(self.scene, self.guard, self.kept).files():
            self._write_kept(path, made_of, text)
        if not self._keep_all([f"assets/leaflet/{name}" for name in LEAFLET], "".join(LEAFLET.values())):
            for path, data in leaflet():
                self.output.write(path, data, "".join(LEAFLET.values()))

    def copy_attachments(self) -> None:
        """Files that records name, each below the page of its record."""
        for address, file in self.scene.network.attachments.items():
            if self.regions and address.partition("/")[0] not in self.regions:
                continue
            if not self._keep_all([address], file.signature):
                self.output.write(address, Path(file.path).read_bytes(), file.signature)

    def copy_static(self, files: Mapping[str, Path]) -> None:
        """Styles, scripts, pictures and whatever else lies beside pages written by hand."""
        for path, file in files.items():
            status = file.stat()
            signature = digest(f"{self.guard}{status.st_mtime_ns} {status.st_size} {status.st_ino}")
            if not self._keep_all([path], signature):
                self.output.refresh(path, minified(path, file.read_bytes()), signature)

    def _write_kept(self, path: str, made_of: str, text: Callable[[], str]) -> None:
        """A file that is made again only when something it is made of has changed."""
        made_of = digest(f"{self.guard}{made_of}")
        if not self._keep_all([path], made_of):
            self.output.write(path, text(), made_of)

    def _keep_all(self, paths: Sequence[str], made_of: str) -> bool:
        """Leave files where they are; whether all of them (and any) are there, made of the same."""
        current = {path: known for path in paths if (known := self.output.current(path, made_of))}
        if not paths or len(current) < len(paths):
            return False
        for path, known in current.items():
            self.output.keep(path, known)
        return True
