"""Tell on a pull request what it changes: `python tools/comment_changes.py FOLDER RUN SHA`.

FOLDER holds what the run RUN of the pull request's own, untrusted code made: `changes.json` and `number`. Nothing of it
is believed. The number must be that of an open pull request whose newest commit is SHA, which the forge told us; the
values must have their form and size, and `tno.changes.told` writes the comment of them with every text as code or
escaped. The address of the preview is asked of the forge. The comment is made once and then changed. Needs gh and
nothing that is installed; GH_TOKEN is asked of by gh alone.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import forge

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from tno.changes.told import NotAChangeError, told  # noqa: E402  the package lies under hooks/

MOST_BYTES = 5_000_000
MOST_COMMENT = 65_000
MARK = "<!-- tno changes -->"
"""Begins our comment, by which it is found again."""
PREVIEW = "sivusto"
"""Name of the artifact that holds the site."""


class RefusedError(ValueError):
    """What the pull request's run made is not what it should be."""


def read_number(folder: Path) -> int:
    """The number that the run says it is for."""
    text = _text(folder / "number", 20).strip()
    if not re.fullmatch(r"[1-9][0-9]{0,9}", text):
        raise RefusedError("the number is none")
    return int(text)


def read_changes(folder: Path) -> Any:
    """The values that the comment is made of; their form is looked at when it is."""
    try:
        return json.loads(_text(folder / "changes.json", MOST_BYTES))
    except (ValueError, RecursionError):
        raise RefusedError("the changes are no JSON") from None


def _text(file: Path, most_bytes: int) -> str:
    if file.is_symlink() or not file.is_file() or file.stat().st_size > most_bytes:
        raise RefusedError(f"{file.name} is missing or too large")
    return file.read_bytes().decode("utf-8", "replace")


def main(folder: str, run_id: str, sha: str) -> int:
    """0 when the comment is up to date, or the pull request has moved on; 1 when what was made is refused."""
    try:
        if not run_id.isdecimal() or not re.fullmatch("[0-9a-f]{40,64}", sha):
            raise RefusedError("no run, no commit")
        number, changes = read_number(Path(folder)), read_changes(Path(folder))
        asked = (f"repos/{{owner}}/{{repo}}/pulls/{number}", "--jq", '"\\(.state) \\(.head.sha)"')
        newest = forge.run("gh", "api", *asked)
        if newest != f"open {sha}":
            print(f"#{number} is not open at {sha}: nothing to tell")
            return 0
        text = told(changes, preview(run_id))
        if len(text) > MOST_COMMENT:
            raise RefusedError("the comment is too long")
    except (RefusedError, NotAChangeError) as refused:
        print(f"::error title=No comment::{refused}")
        return 1
    forge.comment(number, MARK, text)
    return 0


def preview(run_id: str) -> str:
    """Address of the site as the run built it; empty when it did not."""
    asked = ("--jq", f'.artifacts[] | select(.name == "{PREVIEW}" and .expired == false) | .id')
    found = forge.run("gh", "api", f"repos/{{owner}}/{{repo}}/actions/runs/{run_id}/artifacts", *asked).split()
    if not found or not found[0].isdecimal():
        return ""
    server, repository = os.environ["GITHUB_SERVER_URL"], os.environ["GITHUB_REPOSITORY"]
    return f"{server}/{repository}/actions/runs/{run_id}/artifacts/{found[0]}"


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
