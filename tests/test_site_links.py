"""No link of the site leads nowhere, however few of its pages a build looks at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from tno.links import DeadLink
from tno.output import Output
from tno.site_links import SiteLinks

Pages = Mapping[str, tuple[Collection[str], Collection[str]]]
"""Path → links, fragments."""


class Folder:
    """A site built again and again; pages that a build does not name are kept or go."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def build(self, fresh: Pages, gone: Collection[str] = (), elsewhere: Collection[str] = ()) -> list[DeadLink]:
        output = Output.open(self.folder / "site", self.folder / "cache")
        output.begin()
        for path, known in output.known.items():
            if path not in gone and path != "build.json":
                output.keep(path, known)
        output.remember([output.put(path, path.encode(), "1", *known) for path, known in fresh.items()])
        links = SiteLinks(output, elsewhere)
        dead = links.dead()
        output.finish("{}", links.changed)
        return dead


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


SITE: Pages = {
    "index.html": (["a/", "b/#alku", "kuva.svg"], ["sisalto"]),
    "a/index.html": (["", "b/#loppu", "#sisalto"], []),
    "b/index.html": (["a/"], ["alku", "loppu"]),
    "kuva.svg": ([], []),
}


def test_a_first_build_looks_at_all_links(folder: Folder) -> None:
    assert folder.build(SITE) == []
    wrong = {"c/index.html": (["b/#keski", "b/", "d/", "kuva.svg#a", "kuva.png"], [])}
    assert folder.build(wrong) == [DeadLink("c/", each) for each in ("b/#keski", "d/", "kuva.svg#a", "kuva.png")]


def test_a_new_page_may_lead_to_places_of_pages_that_were_kept(folder: Folder) -> None:
    folder.build(SITE)
    assert folder.build({"c/index.html": (["b/#alku", "a/#sisalto"], [])}) == [DeadLink("c/", "a/#sisalto")]


def test_a_place_that_goes_leaves_no_link_of_kept_pages_unnoticed(folder: Folder) -> None:
    folder.build(SITE)
    assert folder.build({"b/index.html": (["a/"], ["loppu", "alku", "uusi"])}) == []
    assert folder.build({"b/index.html": (["a/"], ["alku"])}) == [DeadLink("a/", "b/#loppu")]
    assert folder.build({"a/index.html": ([""], [])}) == []
    assert folder.build({"b/index.html": (["a/"], [])}) == [DeadLink("", "b/#alku")]


def test_a_page_that_goes_leaves_no_link_into_it_unnoticed(folder: Folder) -> None:
    folder.build(SITE)
    assert folder.build({}, gone=["b/index.html"]) == [DeadLink("", "b/#alku"), DeadLink("a/", "b/#loppu")]


def test_links_to_pages_that_a_part_of_the_site_did_not_have_are_looked_at_when_they_come(folder: Folder) -> None:
    assert folder.build({"index.html": (["b/#alku", "c/#x"], [])}, elsewhere=["b/", "c/"]) == []
    assert folder.build({"b/index.html": ([], ["muu"])}, elsewhere=["c/"]) == [DeadLink("", "b/#alku")]


def test_what_is_known_lasts_from_build_to_build(folder: Folder) -> None:
    folder.build(SITE)
    for _ in range(2):
        assert folder.build({"kuva.svg": ([], [])}) == []
    assert folder.build({"c/index.html": (["b/#loppu"], [])}) == []
    assert folder.build({"b/index.html": (["a/"], ["alku"])})[0] == DeadLink("a/", "b/#loppu")
