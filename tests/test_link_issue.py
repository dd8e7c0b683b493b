"""One issue tells of links that lead nowhere: opened, updated, closed; closed, it still remembers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fake_forge import asked_of, gh_in
from tno.outward.ask import DEAD, Answer
from tno.outward.found import Outward, Standing
from tno.outward.report import link_report
from trees import DAY, ROOT

TOOL = ROOT / "tools" / "link_issue.py"
FORGE = """\
case "$1 $2" in
  "issue list") cat "$FORGE/issues.json" ;;
  "issue create") echo https://forge.example.org/o/r/issues/9 ;;
esac
"""
LINK = Outward("https://a.fi/x", (Standing("docs/a.md", 1, ""),))


def report(*, fails: bool, before: str = "") -> str:
    answer = Answer(DEAD, "sivua ei ole (404)") if fails else Answer("toimii")
    return link_report([LINK], {LINK.address: answer}, {LINK.address: before} if before else {}, DAY).body


CLEAN, FIRST_NIGHT, TOLD = report(fails=False), report(fails=True), report(fails=True, before="2026-11-20")


@pytest.fixture(autouse=True)
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The forge's program only notes what it is asked."""
    for name, value in gh_in(tmp_path, FORGE).items():
        monkeypatch.setenv(name, value)


def keep(where: Path, body: str, *issues: tuple[int, str, str]) -> list[str]:
    """What the forge was asked to do with a report, by its first words.

    Args:
        issues: (number, state, body).
    """
    there(where, *issues)
    (where / "report.md").write_text(body, encoding="utf-8")
    done = subprocess.run([sys.executable, str(TOOL), "keep", str(where / "report.md")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = asked_of(where).splitlines()
    return [" ".join(line.split()[1:3]) for line in lines if not line.startswith("issue list")]


def there(where: Path, *issues: tuple[int, str, str], bot: bool = True) -> None:
    found = [{"number": n, "state": state, "body": body, "author": {"is_bot": bot}} for n, state, body in issues]
    (where / "issues.json").write_text(json.dumps(found), encoding="utf-8")


def test_while_all_works_no_issue_is_made(tmp_path: Path) -> None:
    assert keep(tmp_path, CLEAN) == []


def test_what_fails_for_one_night_is_remembered_in_a_closed_issue(tmp_path: Path) -> None:
    assert keep(tmp_path, FIRST_NIGHT) == [
        "create linkit",
        "create --title",
        "close https://forge.example.org/o/r/issues/9",
    ]


def test_what_fails_for_two_nights_is_told(tmp_path: Path) -> None:
    assert keep(tmp_path, TOLD, (9, "CLOSED", FIRST_NIGHT)) == ["edit 9", "reopen 9"]


def test_the_same_report_changes_nothing(tmp_path: Path) -> None:
    assert keep(tmp_path, TOLD, (9, "OPEN", TOLD.replace("\n", "\r\n").rstrip())) == []


def test_when_all_works_again_the_issue_is_closed(tmp_path: Path) -> None:
    assert keep(tmp_path, CLEAN, (9, "OPEN", TOLD)) == ["edit 9", "close 9"]


def test_the_report_of_the_night_before_is_read_from_the_own_issue(tmp_path: Path) -> None:
    file = tmp_path / "former.md"
    for bot, text in ((True, TOLD), (False, "")):
        there(tmp_path, (9, "CLOSED", TOLD), bot=bot)
        subprocess.run([sys.executable, str(TOOL), "read", str(file)], check=True)
        assert file.read_text(encoding="utf-8") == text


def test_what_is_no_report_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("Traceback\n", encoding="utf-8")
    done = subprocess.run([sys.executable, str(TOOL), "keep", str(tmp_path / "report.md")], capture_output=True)
    assert done.returncode == 1
    assert not (tmp_path / "asked").exists()
