"""Issues that ask to check facts are opened, updated and closed; what is ticked is offered once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fake_forge import asked_of, cloned, gh_in, git
from trees import ROOT

TOOL = ROOT / "tools" / "freshness_issues.py"
FILE = "regions/lappi/services/ohjaamo.md"
CHANGE = {
    "number": 7,
    "organisation": "lappi/ohjaamo",
    "names": ["service:lappi/ohjaamo"],
    "files": {FILE: "verified: 2026-11-20\n"},
    "left": [],
    "sign": "0123456789ab",
}
BRANCH = "verified/lappi/ohjaamo/0123456789ab"
FORGE = """\
case "$1 $2" in
  "pr list") cat "$FORGE/open.json" ;;
  "api repos"*) if [ -f "$FORGE/offered" ]; then cat "$FORGE/offered"; fi ;;
  "issue list") cat "$FORGE/issues.json" ;;
  "issue view") cat "$FORGE/issue.json" ;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with one file of content; the forge's program only notes what it is asked."""
    clone = cloned(tmp_path, {FILE: "verified: 2025-01-07\n"})
    for name in ("open", "issues"):
        forge(clone, name, [])
    for name, value in gh_in(tmp_path, FORGE).items():
        monkeypatch.setenv(name, value)
    return clone


def forge(clone: Path, name: str, answer: object) -> None:
    """What the forge's program answers."""
    (clone.parent / f"{name}.json").write_text(json.dumps(answer), encoding="utf-8")


def keep(clone: Path, *, issues: tuple[dict[str, Any], ...] = (), changes: tuple[dict[str, Any], ...] = ()) -> str:
    """What the forge was asked to do."""
    told = clone.parent / "told.json"
    told.write_text(json.dumps({"issues": issues, "changes": changes}), encoding="utf-8")
    done = subprocess.run([sys.executable, str(TOOL), "keep", str(told)], cwd=clone, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return asked(clone)


def asked(clone: Path) -> str:
    return asked_of(clone.parent)


def issue(**more: object) -> dict[str, Any]:
    names = ["service:lappi/ohjaamo"]
    return {"organisation": "lappi/ohjaamo", "records": names, "title": "Tarkista", "body": "uusi\n", **more}


def test_issues_that_somebody_else_opened_are_not_read(checkout: Path, tmp_path: Path) -> None:
    forge(checkout, "issues", [{"number": n, "body": "", "author": {"is_bot": n == 1}} for n in (1, 2)])
    file = tmp_path / "read.json"
    subprocess.run([sys.executable, str(TOOL), "read", str(file)], cwd=checkout, check=True)
    assert [each["number"] for each in json.loads(file.read_text(encoding="utf-8"))] == [1]


def test_a_new_issue_is_opened_with_its_label(checkout: Path) -> None:
    told = keep(checkout, issues=(issue(),))
    assert "label create ajantasaisuus" in told
    assert "issue create --title Tarkista" in told and "--label ajantasaisuus" in told


@pytest.mark.parametrize(("was", "edits"), [("vanha\n", 1), ("uusi\n", 0), ("uusi\r\n", 0)])
def test_an_open_issue_is_changed_only_when_its_text_is_another(checkout: Path, was: str, edits: int) -> None:
    forge(checkout, "issue", {"body": was})
    told = keep(checkout, issues=(issue(number=7, state="OPEN", was=was),))
    assert told.count("issue edit 7") == edits
    assert "issue create" not in told


def test_an_issue_that_changed_meanwhile_waits_for_the_next_night(checkout: Path) -> None:
    forge(checkout, "issue", {"body": "joku rastitti"})
    told = keep(checkout, issues=(issue(number=7, state="OPEN", was="vanha"),))
    assert "issue edit" not in told


def test_an_issue_with_nothing_stale_is_closed(checkout: Path) -> None:
    forge(checkout, "issue", {"body": "vanha"})
    done = {"organisation": "lappi/ohjaamo", "records": [], "number": 7, "state": "OPEN", "was": "vanha"}
    assert "issue close 7" in keep(checkout, issues=(done,))
    assert "label create" not in asked(checkout)


def test_a_closed_issue_is_opened_again_only_for_something_new(checkout: Path) -> None:
    named = "<!-- tno:ajantasaisuus service:lappi/ohjaamo -->"
    forge(checkout, "issue", {"body": named})
    known = issue(number=7, state="CLOSED", was=named)
    assert "issue reopen" not in keep(checkout, issues=(known,))
    assert "issue reopen 7" in keep(checkout, issues=(known | {"records": [*known["records"], "service:lappi/b"]},))


def test_what_is_ticked_gets_a_branch_with_its_files_alone_and_a_pull_request(checkout: Path) -> None:
    (checkout / "muuta.txt").write_text("ei tätä", encoding="utf-8")
    told = keep(checkout, changes=(CHANGE,))
    assert git(checkout, "diff", "--name-only", "origin/main", f"origin/{BRANCH}") == FILE
    assert git(checkout, "show", f"origin/{BRANCH}:{FILE}") == "verified: 2026-11-20"
    assert f"pr create --base main --head {BRANCH}" in told


def test_the_same_ticks_are_offered_once(checkout: Path) -> None:
    keep(checkout, changes=(CHANGE,))
    assert keep(checkout, changes=(CHANGE,)).count("pr create") == 1


def test_ticks_that_were_turned_down_are_not_offered_again(checkout: Path) -> None:
    (checkout.parent / "offered").write_text("3 closed\n", encoding="utf-8")
    assert "pr create" not in keep(checkout, changes=(CHANGE,))


def test_an_organisation_has_one_pull_request_at_a_time(checkout: Path) -> None:
    waiting = {"headRefName": "verified/lappi/ohjaamo/aaaaaaaaaaaa", "isCrossRepository": False}
    forge(checkout, "open", [waiting])
    assert "pr create" not in keep(checkout, changes=(CHANGE,))
    another = waiting | {"headRefName": "verified/lappi/ohjaamo-toinen/aaaaaaaaaaaa"}
    of_a_fork = waiting | {"isCrossRepository": True}
    forge(checkout, "open", [another, of_a_fork])
    assert "pr create" in keep(checkout, changes=(CHANGE,))


@pytest.mark.parametrize(
    "strange",
    [
        {"files": {"../etc/passwd": "x"}},
        {"files": {".github/workflows/main.yml": "x"}},
        {"files": {"regions/lappi/../../tools/x.md": "x"}},
        {"files": {"regions/lappi/services/x.py": "x"}},
        {"organisation": "--force/x y"},
        {"sign": "$(id)"},
    ],
)
def test_anything_but_content_stops_everything(checkout: Path, strange: dict[str, Any]) -> None:
    told = checkout.parent / "told.json"
    told.write_text(json.dumps({"issues": [issue()], "changes": [CHANGE | strange]}), encoding="utf-8")
    done = subprocess.run([sys.executable, str(TOOL), "keep", str(told)], cwd=checkout, capture_output=True)
    assert done.returncode == 1
    assert asked(checkout) == ""


def test_a_link_is_not_followed_to_what_is_no_content(checkout: Path) -> None:
    secret = checkout / "muuta.md"
    secret.write_text("ei tätä", encoding="utf-8")
    (checkout / FILE).unlink()
    (checkout / FILE).symlink_to(secret)
    told = checkout.parent / "told.json"
    told.write_text(json.dumps({"issues": [], "changes": [CHANGE]}), encoding="utf-8")
    done = subprocess.run([sys.executable, str(TOOL), "keep", str(told)], cwd=checkout, capture_output=True)
    assert (done.returncode, secret.read_text(encoding="utf-8")) == (1, "ei tätä")
