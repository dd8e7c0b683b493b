"""Whole sites for tests: a project folder of its own, a build in a process of its own, the result read as files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from trees import DAY, REGIONS, ROOT

URL = "https://portaali.example.org/"
"""Where the sites of tests stand: a host that no content names."""
TIMEOUT_S = 120
CONFIG = """\
INHERIT: {root}/mkdocs.yml
site_url: {site_url}
repo_url: https://example.org/tno-palvelut
docs_dir: {docs}
theme: {{custom_dir: {overrides}}}
hooks: ["{root}/hooks/portal.py"]
extra: {{tno: {{repository: {repository}}}}}
"""
HAND_WRITTEN = ("hata", "saavutettavuus", "tietoa", "tietosuoja", "ohjeet/index")
"""Pages that the frame leads to and that no record makes."""

LEADS = {
    "ohjeet/index": "[Ulkoasu](ulkoasu/index.md) [Tietueet](tietueet/index.md)",
    "tietoa": "[Avoin data](data/index.md)",
}
"""What some of them say: the way to pages that nothing else leads to."""


@dataclass(frozen=True)
class Project:
    """A project folder with content, a configuration and the portal's own program and templates."""

    folder: Path

    @property
    def config(self) -> Path:
        """Its mkdocs.yml."""
        return self.folder / "mkdocs.yml"

    @property
    def regions(self) -> Path:
        """Its content."""
        return self.folder / "regions"

    def write(self, name: str, text: str) -> Path:
        """A file of its content, e.g. `lappi/services/uusi.md`."""
        file = self.regions / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands once in a file of its content."""
        file = self.regions / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} should be in {name} once"
        file.write_text(text.replace(old, new), encoding="utf-8")


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path
    log: str
    """What the build said."""
    url: str

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Path → bytes of every file."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    @cached_property
    def pages(self) -> dict[str, str]:
        """Address → HTML of every page; 404.html is none."""
        return {
            path.removesuffix("index.html"): data.decode()
            for path, data in self.files.items()
            if path.endswith("index.html")
        }

    @cached_property
    def redirects(self) -> dict[str, str]:
        """The pages that only lead to another address."""
        return {address: html for address, html in self.pages.items() if 'http-equiv="refresh"' in html}

    @cached_property
    def trees(self) -> Mapping[str, HTMLParser]:
        """Address → parsed page, redirects left out; parsed when asked for: all of them are over a gigabyte."""
        return Trees(self)

    def text(self, path: str) -> str:
        """A file as text."""
        return self.files[path].decode()

    def where(self, marker: str) -> list[str]:
        """Files that have `marker` anywhere, also in their names."""
        wanted = marker.encode()
        return [path for path, data in self.files.items() if wanted in data or marker in path]


class Trees(Mapping[str, HTMLParser]):
    """The parsed pages of a site: each parsed once, when first asked for."""

    def __init__(self, site: Site) -> None:
        self._addresses = [address for address in site.pages if address not in site.redirects]
        self._known, self._site = set(self._addresses), site
        self._parsed = dict[str, HTMLParser]()

    def __getitem__(self, address: str) -> HTMLParser:
        if address not in self._known:
            raise KeyError(address)
        if address not in self._parsed:
            self._parsed[address] = HTMLParser(self._site.pages[address])
        return self._parsed[address]

    def __contains__(self, address: object) -> bool:
        return address in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._addresses)

    def __len__(self) -> int:
        return len(self._addresses)


def whole_project() -> Project:
    """The project itself, with the example content."""
    return Project(ROOT)


def make_project(
    folder: Path,
    base: str | Path = "kaikki",
    *,
    repository: str = "private",
    site_url: str = URL,
    own_templates: bool = False,
) -> Project:
    """A project in `folder` with a copy of a tree of `tests/regions/` (or of another folder) as its content."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(REGIONS / base, folder / "regions", dirs_exist_ok=True)
    for name in ("finland", "vocabularies.yml"):
        source, target = ROOT / "regions" / name, folder / "regions" / name
        if not target.exists():
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    for name in HAND_WRITTEN:
        page = folder / "docs" / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# {name.partition('/')[0].title()}\n\n{LEADS.get(name, 'Teksti.')}\n", encoding="utf-8")
    overrides = ROOT / "overrides"
    if own_templates:
        overrides = folder / "overrides"
        shutil.copytree(ROOT / "overrides", overrides)
    config = CONFIG.format(
        root=ROOT, docs=folder / "docs", overrides=overrides, repository=repository, site_url=site_url
    )
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return Project(folder)


def environment(cache: Path, settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a build: the machine's own, without anything that changes what is built."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TNO_", "MKDOCS"))}
    kept.pop("SOURCE_DATE_EPOCH", None)
    silent = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return kept | silent | {"TNO_TODAY": DAY.isoformat(), "TNO_CACHE": str(cache)} | dict(settings or {})


def run_build(
    project: Project,
    out: Path,
    *,
    tool: str = "mkdocs",
    strict: bool = True,
    cache: Path | None = None,
    settings: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` (or another tool's) on `project`; stdout and stderr come together.

    Args:
        cache: kept between builds; None: a new one beside `out`.
        settings: environment variables, e.g. TNO_EDITION.
    """
    command = [sys.executable, "-m", tool, "build", "-f", str(project.config), "-d", str(out)]
    return subprocess.run(
        [*command, "--strict"] if strict else command,
        env=environment(cache or out.parent / f"{out.name}-cache", settings),
        cwd=project.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=TIMEOUT_S,
        check=False,
    )


def build_site(project: Project, out: Path, *, url: str = URL, **how: object) -> Site:
    """A site that must come out well; arguments as of `run_build`."""
    done = run_build(project, out, **how)  # type: ignore[arg-type]
    assert done.returncode == 0, done.stdout
    return Site(out, done.stdout, url)


def differing(one: Site, other: Site) -> list[str]:
    """Files that are not the same in both sites."""
    names = one.files.keys() | other.files.keys()
    return sorted(name for name in names if one.files.get(name) != other.files.get(name))
