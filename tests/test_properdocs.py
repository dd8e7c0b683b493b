"""The portal does not hang on one generator: ProperDocs, the maintained fork of MkDocs, makes the same site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_building import build_site, differing, make_project, run_build
from trees import ROOT

pytestmark = pytest.mark.site

GENERATOR = re.compile(rb'<meta name="generator" content="([^"]*)">')


def test_the_pages_are_the_same_but_for_the_name_of_the_generator(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", ROOT / "regions")
    ours = build_site(project, tmp_path / "mkdocs")
    theirs = build_site(project, tmp_path / "properdocs", tool="properdocs")
    assert ours.files.keys() == theirs.files.keys()
    names: set[tuple[bytes, ...]] = set()
    for path in differing(ours, theirs):
        one, other = ours.files[path], theirs.files[path]
        assert GENERATOR.sub(b"", one) == GENERATOR.sub(b"", other), path
        names.add((*GENERATOR.findall(one), *GENERATOR.findall(other)))
    assert names == {(b"mkdocs-1.6.1, mkdocs-material", b"mkdocs-ProperDocs 1.6.7, mkdocs-material")}


def test_the_hook_stops_there_too_and_says_why(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    project.change("lappi/services/ohjaamo.md", "kind: [neuvonta, ohjaus]", "kind: [neuvonta, ohjuas]")
    done = run_build(project, tmp_path / "site", tool="properdocs")
    assert done.returncode == 1 and "Tarkoititko ”ohjaus”?" in done.stdout
    assert "Traceback" not in done.stdout and not (tmp_path / "site").exists()
