"""Fixtures that every test can ask for, and the flag that rewrites golden files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

import browsing
import chromium
import site_building
import trees
from tno.content import Folders
from tno.load import Loaded

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")  # `pytest --hypothesis-profile=default` looks further, at other examples each time


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Rewrite golden files with what the tests get; review the diff."
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def region() -> Callable[[str], Loaded]:
    """`region("minimal")`: a tiny region of `tests/regions/`, loaded."""
    return lambda name: trees.load_tree(trees.folders_of(name))


@pytest.fixture
def write_region(tmp_path: Path) -> Callable[..., Folders]:
    """`write_region({"services/a.md": "…"})`: the region `minimal` with these files over it (`trees.write_region`)."""

    def write(files: Mapping[str, str | None], base: str | None = "minimal") -> Folders:
        return trees.write_region(tmp_path, files, base)

    return write


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> site_building.Site:
    """The example content, built once as `make site` builds it, for a host that no content names."""
    settings = {"TNO_SITE_URL": site_building.URL}
    return site_building.build_site(
        site_building.whole_project(), tmp_path_factory.mktemp("whole") / "site", settings=settings
    )


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> site_building.Site:
    """The tree `kaikki` of `tests/regions/`, built once, under a sub-path."""
    folder, url = tmp_path_factory.mktemp("small"), f"{site_building.URL}osa/"
    project = site_building.make_project(folder / "project", site_url=url)
    return site_building.build_site(project, folder / "site", url=url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests: Playwright starts once in a process."""
    try:
        program = chromium.chromium()
    except chromium.MissingError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=list(chromium.ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> site_building.Site:
    """The example content, built for a sub-path."""
    url = f"https://portaali.example.org{browsing.SUB_PATH}"
    out = tmp_path_factory.mktemp("browser") / "site"
    project, told = site_building.whole_project(), {"TNO_SITE_URL": url, "TNO_AUDIT": "1"}
    return site_building.build_site(project, out, url=url, settings=told)


@pytest.fixture(scope="session")
def home(site: site_building.Site) -> Iterator[str]:
    """Where it is served; a module with another site has a fixture of its own."""
    with browsing.served(site.folder) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[browsing.Visit]:
    """Visitors of the site at `home`, which the module that asks says."""
    with browsing.visits(browser, home) as visit:
        yield visit
