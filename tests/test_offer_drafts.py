"""Drafts of agreements become pull requests, each once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fake_forge import asked_of, cloned, gh_in, git
from trees import ROOT

TOOL = ROOT / "tools" / "offer_drafts.py"
DRAFT = "regions/lappi/agreements/sopimus-2029.md"
FORGE = 'if [ "$1" = "api" ]; then cat "$FORGE/pulls"; fi\n'


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with one draft written into it; the forge's program only notes what it is asked."""
    clone = cloned(tmp_path, {"README.md": "TNO"})
    (clone / DRAFT).parent.mkdir(parents=True)
    (clone / DRAFT).write_text("luonnos", encoding="utf-8")
    (tmp_path / "pulls").write_text("", encoding="utf-8")
    for name, value in gh_in(tmp_path, FORGE).items():
        monkeypatch.setenv(name, value)
    return clone


def offer(clone: Path, *files: str) -> subprocess.CompletedProcess[str]:
    listed = clone.parent / "drafts"
    listed.write_text("".join(f"{file}\n" for file in files), encoding="utf-8")
    return subprocess.run([sys.executable, str(TOOL), str(listed)], cwd=clone, capture_output=True, text=True)


def asked(clone: Path) -> str:
    return asked_of(clone.parent)


def test_a_draft_gets_a_branch_with_its_file_alone_and_a_pull_request(checkout: Path) -> None:
    (checkout / "muuta.txt").write_text("ei tätä", encoding="utf-8")
    done = offer(checkout, DRAFT)
    assert done.returncode == 0, done.stderr
    changed = git(checkout, "diff", "--name-only", "origin/main", "origin/renewal/lappi/sopimus-2029")
    assert changed == DRAFT
    assert "pr create --base main --head renewal/lappi/sopimus-2029" in asked(checkout)


def test_a_draft_is_offered_once(checkout: Path) -> None:
    offer(checkout, DRAFT)
    before = git(checkout, "rev-parse", "origin/renewal/lappi/sopimus-2029")
    (checkout / DRAFT).parent.mkdir(parents=True, exist_ok=True)
    (checkout / DRAFT).write_text("toinen luonnos", encoding="utf-8")
    assert "offered before" in offer(checkout, DRAFT).stdout
    assert git(checkout, "rev-parse", "origin/renewal/lappi/sopimus-2029") == before
    assert asked(checkout).count("pr create") == 1


def test_one_that_was_turned_down_is_not_offered_again(checkout: Path) -> None:
    (checkout.parent / "pulls").write_text("7 closed\n", encoding="utf-8")
    assert "offered before" in offer(checkout, DRAFT).stdout
    assert "pr create" not in asked(checkout)
    assert "head={owner}:renewal/lappi/sopimus-2029" in asked(checkout)  # a fork's branch of that name is none of ours


@pytest.mark.parametrize("strange", ["../etc/passwd", "regions/lappi/services/ohjaamo.md", "--help"])
def test_anything_but_a_draft_stops_everything(checkout: Path, strange: str) -> None:
    assert offer(checkout, DRAFT, strange).returncode == 1
    assert asked(checkout) == ""


def test_without_drafts_the_forge_is_asked_nothing(checkout: Path) -> None:
    assert offer(checkout).returncode == 0
    assert asked(checkout) == ""
