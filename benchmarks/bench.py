"""The contestants: prepares the load and each project, and builds them, clean or warm, in one work folder."""

from __future__ import annotations

import os
import re
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from measure import Run, run
from stock_pages import write_empty

TODAY = "2026-11-21"
HERE = Path(__file__).resolve().parent
MEMORY = Path("/dev/shm")
"""The usual place of a tmpfs on Linux."""
_PHONE = re.compile(r'phone: "(0\d\d) 00\d \d{4}"')


def new_work_folder(wanted: Path | None) -> Path:
    """A new empty folder below `wanted`, else in memory, else among temporary files."""
    base = wanted or (MEMORY if os.access(MEMORY, os.W_OK) else Path(tempfile.gettempdir()))
    base.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix="tno-benchmarks-", dir=base))


@dataclass(frozen=True, slots=True)
class Work:
    """Where things lie."""

    folder: Path
    root: Path
    """The project."""
    source: Path
    """Its regions/, whose country and region files the load takes."""

    def __truediv__(self, name: str) -> Path:
        return self.folder / name

    def regions(self, load: str) -> Path:
        """The content folder of a load; it has the name the project's own has."""
        return self.folder / load / "regions"


@dataclass(frozen=True, slots=True)
class Size:
    """How much a site holds."""

    pages: int
    size: int
    """Bytes of HTML."""


def size_of(site: Path) -> Size:
    """Pages of a built site; redirects and 404.html are none."""
    sizes = [file.stat().st_size for file in site.rglob("index.html") if not _is_redirect(file)]
    return Size(len(sizes), sum(sizes))


def _is_redirect(file: Path) -> bool:
    with file.open("rb") as text:
        return b'http-equiv="refresh"' in text.read(1000)


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


class Bench:
    """Builds by name; each returns what it took. Removing old output is never part of the time."""

    def __init__(self, work: Work, limit_s: float, say: Callable[[str], None]) -> None:
        self.work, self.limit_s, self.say = work, limit_s, say
        self.ours = self.hugo = Size(0, 0)
        self.stock_pages = self.region_pages = 0
        self._binaries = Path(sys.executable).parent

    # --- preparing --------------------------------------------------------------------------------------------------

    def prepare(self, scale: float, stock_share: float, large: bool) -> None:
        """Write the loads, build ours once, and hand its pages to the other generators."""
        work = self.work
        self._script("writing the load", "generate.py", work.regions("load"), "--scale", scale, "--source", work.source)
        self._script("writing one region", "generate.py", work.regions("region"), "--only", "lappi",
                     "--services", max(round(150 * min(scale, 1)), 5), "--source", work.source)  # fmt: skip
        self._script("writing the load without events", "generate.py", work.regions("quiet"), "--scale", scale,
                     "--source", work.source, "--without-events")  # fmt: skip
        if large:
            self._script("writing four times the load", "generate.py", work.regions("large"), "--scale", scale * 4,
                         "--source", work.source)  # fmt: skip
        self.say("building ours once, for its pages")
        self.ours_clean()
        self.ours = size_of(work / "site")
        self._script("writing the pages for Hugo", "hugo_pages.py", work / "site", work / "hugo")
        self._script("writing the pages for stock MkDocs", "stock_pages.py", work / "site", work / "stock",
                     "--share", stock_share)  # fmt: skip
        write_empty(work / "empty")
        self.hugo_clean()
        self.hugo = size_of(work / "hugo-site")
        self.stock_pages = sum(1 for _ in (work / "stock" / "docs").rglob("*.md"))

    def _script(self, label: str, name: str, *arguments: object) -> None:
        """Run one of our scripts apart, so that this program stays small (its size is the least peak it can see)."""
        self.say(label)
        run(label, [sys.executable, str(HERE / name), *map(str, arguments)], self._environment(), self.limit_s)

    # --- ours -------------------------------------------------------------------------------------------------------

    def _environment(self, **more: str) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("TNO_", "PYTHON"))}
        return kept | {"NO_MKDOCS_2_WARNING": "1"} | more

    def _build_ours(self, label: str, load: str, site: str, cache: str, **more: str) -> Run:
        work = self.work
        environment = self._environment(
            TNO_CONTENT=str(work.regions(load)), TNO_CACHE=str(work / cache), TNO_TODAY=TODAY, TNO_TIMINGS="1", **more
        )
        return run(label, self._mkdocs(self.work.root / "mkdocs.yml", work / site), environment, self.limit_s)

    def _mkdocs(self, configuration: Path, site: Path) -> list[str]:
        return [str(self._binaries / "mkdocs"), "build", "-q", "-f", str(configuration), "-d", str(site)]

    def ours_clean(self) -> Run:
        """The national load with no cache and no site."""
        _remove(self.work / "site", self.work / "cache")
        return self._build_ours("ours, clean", "load", "site", "cache")

    def ours_one_file_changed(self, number: int) -> Run:
        """The same again after one service's telephone number has changed; needs a build before it."""
        service, digits = self._change_phone(number)
        took = self._build_ours("ours, one file changed", "load", "site", "cache")
        page = self.work / "site" / service.parent.parent.name / "palvelut" / service.stem / "index.html"
        if digits not in re.sub(r"[\s\u00a0-]", "", page.read_text(encoding="utf-8")):
            raise RuntimeError("the changed number is not on its page: the build was not a build")
        return took

    def _change_phone(self, number: int) -> tuple[Path, str]:
        """Give the first service with a telephone a new number; returns the file and the new digits."""
        for service in sorted(self.work.regions("load").glob("*/services/*.md")):
            text = service.read_text(encoding="utf-8")
            if found := _PHONE.search(text):
                subscriber = f"{number % 10} {4000 + number:04d}"
                service.write_text(text.replace(found[0], f'phone: "{found[1]} 00{subscriber}"', 1), encoding="utf-8")
                return service, f"00{subscriber}".replace(" ", "")
        raise RuntimeError("no service with a telephone number in the load")

    def one_region(self) -> Run:
        """One region with 150 services from cold."""
        _remove(self.work / "region-site", self.work / "region-cache")
        took = self._build_ours("one region", "region", "region-site", "region-cache", TNO_REGIONS="lappi")
        self.region_pages = size_of(self.work / "region-site").pages
        return took

    def ours_large(self) -> Run:
        """Four times the national load, clean."""
        _remove(self.work / "large-site", self.work / "large-cache", self.work / "site")
        took = self._build_ours("ours, four times", "large", "large-site", "large-cache")
        _remove(self.work / "large-site", self.work / "large-cache")
        return took

    def reading(self) -> Run:
        """Reading the load's texts; the figures are in the stages."""
        command = [sys.executable, str(HERE / "reading.py"), str(self.work.regions("load"))]
        return run("reading", command, self._environment(), self.limit_s)

    def ours_without_events(self) -> Run:
        """The national load without its events: what is missing from its time is what the calendar costs."""
        _remove(self.work / "quiet-site", self.work / "quiet-cache")
        took = self._build_ours("ours, without events", "quiet", "quiet-site", "quiet-cache")
        _remove(self.work / "quiet-site", self.work / "quiet-cache")
        return took

    def calendar(self) -> Run:
        """What the calendar does in the national build, by itself; the figures are in the stages."""
        return self._share("calendar")

    def network(self) -> Run:
        """What maps and graphs do in it, by themselves; the figures are in the stages."""
        return self._share("network")

    def _share(self, room: str) -> Run:
        command = [sys.executable, str(HERE / f"{room}_share.py"), str(self.work.regions("load"))]
        return run(room, command, self._environment(), self.limit_s)

    # --- the others -------------------------------------------------------------------------------------------------

    def hugo_clean(self) -> Run:
        """The same pages by Hugo: its own program, without the Python launcher in front of it."""
        _remove(self.work / "hugo-site", self.work / "hugo" / "resources")
        source, site = str(self.work / "hugo"), str(self.work / "hugo-site")
        command = [_hugo_program(self._binaries), "--quiet", "--noBuildLock", "-s", source, "-d", site]
        return run("Hugo, clean", command, self._environment(), self.limit_s)

    def empty_mkdocs(self) -> Run:
        """One empty page: what MkDocs and Material cost before anything is there."""
        _remove(self.work / "empty-site")
        return self._stock("empty")

    def stock_clean(self) -> Run:
        """A share of the same pages by stock MkDocs with Material."""
        _remove(self.work / "stock-site")
        return self._stock("stock")

    def _stock(self, name: str) -> Run:
        command = self._mkdocs(self.work / name / "mkdocs.yml", self.work / f"{name}-site")
        environment: Mapping[str, str] = self._environment()
        return run(f"mkdocs, {name}", command, environment, self.limit_s)


def _hugo_program(binaries: Path) -> str:
    """Hugo itself inside its Python package, or whatever `hugo` there is."""
    packed = Path(sysconfig.get_paths()["platlib"]) / "hugo" / "binaries" / "hugo"
    return str(packed) if packed.is_file() else shutil.which("hugo") or str(binaries / "hugo")
