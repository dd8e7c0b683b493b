"""What the part that may write does with an answer: checks it again, offers it once, keeps one comment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fake_forge import asked_of, cloned, commit, gh_in, git
from tno.from_issue.trial import ALLOWED
from tno.records import FOLDERS
from trees import ROOT

pytestmark = pytest.mark.forms

TOOL = ROOT / "tools" / "offer_answer.py"
FILE = "regions/lappi/organisations/hillapolku.yml"
BRANCH = "issue/7"
FORGE = """\
case "$*" in
  *"pulls?state=all"*) cat "$FORGE/pulls" ;;
  "pr create"*) echo https://forge.example/tno/portaali/pull/12; echo "12 open" > "$FORGE/pulls" ;;
  *--paginate*) cat "$FORGE/comments" ;;
  *--input*) cat > "$FORGE/said"; echo 1234 > "$FORGE/comments" ;;
esac
"""


class Forge:
    """A clone with an origin, and a forge that notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clone = folder, cloned(folder, {"README.md": "TNO"})
        self.environment = {**os.environ, **gh_in(folder, FORGE)}
        for name in ("pulls", "comments"):
            (folder / name).write_text("", encoding="utf-8")

    def answer(self, number: str = "7", **changes: Any) -> subprocess.CompletedProcess[str]:
        plain = {"issue": 7, "outcome": "muutos", "comment": "Kiitos.", "title": "Uusi organisaatio: lappi/hillapolku"}
        folder = self.folder / "answer"
        folder.mkdir(exist_ok=True)
        if not (folder / "answer.json").is_symlink():
            told = json.dumps({**plain, "closes": True, "files": {FILE: "name: Hillapolku\n"}, **changes})
            (folder / "answer.json").write_text(told, encoding="utf-8")
        command = [sys.executable, "-S", str(TOOL), str(folder), number]
        return subprocess.run(command, cwd=self.clone, env=self.environment, capture_output=True, text=True)

    @property
    def asked(self) -> str:
        return asked_of(self.folder)

    @property
    def said(self) -> str:
        return str(json.loads((self.folder / "said").read_text(encoding="utf-8"))["body"])


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path)


def test_a_change_becomes_a_branch_with_its_file_alone_and_a_pull_request(forge: Forge) -> None:
    done = forge.answer()
    assert done.returncode == 0, done.stderr
    assert git(forge.clone, "diff", "--name-only", "origin/main", f"origin/{BRANCH}") == FILE
    assert git(forge.clone, "show", f"origin/{BRANCH}:{FILE}") == "name: Hillapolku"
    assert f"pr create --base main --head {BRANCH} --title Uusi organisaatio: lappi/hillapolku" in forge.asked
    assert "Closes #7" in forge.asked and "*Approve workflows to run*" in forge.asked
    assert forge.said == "<!-- tno from-issue -->\nKiitos.\nMuutosehdotus: #12\n"
    assert "issue edit 7 --add-label lomake: muutosehdotus" in forge.asked


def test_an_issue_that_is_changed_changes_its_pull_request(forge: Forge) -> None:
    forge.answer()
    assert forge.answer(files={FILE: "name: Hilla\n"}).returncode == 0
    assert git(forge.clone, "show", f"origin/{BRANCH}:{FILE}") == "name: Hilla"
    assert forge.asked.count("pr create") == 1
    assert "issues/comments/1234" in forge.asked


def test_what_people_have_worked_on_is_left_to_them(forge: Forge) -> None:
    forge.answer()
    git(forge.clone, "switch", "--quiet", BRANCH)
    (forge.clone / FILE).write_text("name: Tarkastettu\n", encoding="utf-8")
    commit(forge.clone, "tarkastettu")
    git(forge.clone, "push", "--quiet", "origin", BRANCH)
    git(forge.clone, "switch", "--quiet", "main")
    assert forge.answer(files={FILE: "name: Hilla\n"}).returncode == 0
    assert git(forge.clone, "show", f"origin/{BRANCH}:{FILE}") == "name: Tarkastettu"
    assert "Ylläpitäjä on jo muokannut ehdotusta #12" in forge.said


def test_what_has_been_decided_is_not_offered_again(forge: Forge) -> None:
    (forge.folder / "pulls").write_text("12 closed\n", encoding="utf-8")
    assert forge.answer().returncode == 0
    assert "pr create" not in forge.asked
    assert "Ehdotus #12 on jo käsitelty" in forge.said


def test_an_issue_that_lives_on_is_offered_again_when_its_last_change_has_been_accepted(forge: Forge) -> None:
    forge.answer(closes=False)
    (forge.folder / "pulls").write_text("12 closed\n", encoding="utf-8")
    assert forge.answer(closes=False, files={FILE: "name: Hilla\n"}).returncode == 0
    assert git(forge.clone, "show", f"origin/{BRANCH}:{FILE}") == "name: Hilla"
    assert forge.asked.count("pr create") == 2 and "Closes" not in forge.asked


def test_a_branch_of_the_same_name_in_a_fork_is_none_of_ours(forge: Forge) -> None:
    forge.answer()
    assert "pulls?state=all&per_page=1&head={owner}:issue/7" in forge.asked
    assert "pr list" not in forge.asked


def test_what_must_be_mended_is_told_and_nothing_else_is_done(forge: Forge) -> None:
    assert forge.answer(outcome="korjattava", files={}, title="").returncode == 0
    assert forge.said.startswith("<!-- tno from-issue -->\nKiitos.")
    assert "pr " not in forge.asked and "--add-label lomake: korjattava" in forge.asked


@pytest.mark.parametrize(
    "changes",
    [
        {"issue": 8},
        {"issue": "7"},
        {"issue": True},
        {"outcome": "räjähdys"},
        {"comment": ""},
        {"comment": "x" * 70_000},
        {"comment": 1},
        {"more": 1},
        {"closes": "no"},
        {"files": []},
        {"files": {}},
        {"files": {FILE: 1}},
        {"outcome": "korjattava"},
        {"title": "::error::x"},
        {"title": "x\n"},
        {"title": "@kaikki"},
        *({"files": {path: "x"}} for path in (
            ".github/workflows/x.yml", "regions/lappi/../../x.md", "/etc/passwd", "regions/lappi/services/x.md\n",
            "regions/lappi/services/.x.md", "regions/lappi/region.yml", "hooks/portal.py",
            "regions/lappi/services/x.py", "-x", "regions/lappi/members/services/x.md",
        )),
    ],
)  # fmt: skip
def test_what_would_not_have_been_written_is_refused(forge: Forge, changes: dict[str, Any]) -> None:
    done = forge.answer(**changes)
    assert (done.returncode, forge.asked) == (1, "")
    assert done.stdout.startswith("::error title=No answer::")


@pytest.mark.parametrize("number", ["8", "x", "7; id", ""])
def test_an_answer_to_another_issue_is_refused(forge: Forge, number: str) -> None:
    assert (forge.answer(number).returncode, forge.asked) == (1, "")


def test_a_link_in_place_of_the_answer_is_refused(forge: Forge) -> None:
    (forge.folder / "answer").mkdir()
    (forge.folder / "answer" / "answer.json").symlink_to("/etc/passwd")
    assert (forge.answer().returncode, forge.asked) == (1, "")


def test_nothing_is_written_through_a_link(forge: Forge) -> None:
    (forge.clone / "regions" / "lappi").mkdir(parents=True)
    (forge.folder / "elsewhere").mkdir()
    (forge.clone / "regions" / "lappi" / "organisations").symlink_to(forge.folder / "elsewhere")
    commit(forge.clone, "link")
    assert forge.answer().returncode != 0
    assert list((forge.folder / "elsewhere").iterdir()) == []


def test_both_parts_allow_the_same_paths() -> None:
    sys.path.insert(0, str(TOOL.parent))
    try:
        import offer_answer
    finally:
        sys.path.pop(0)
    assert sorted(offer_answer.KINDS) == sorted(FOLDERS)
    assert offer_answer.ALLOWED.pattern.replace("|".join(offer_answer.KINDS), "|".join(FOLDERS)) == ALLOWED.pattern
