"""Keep the one issue that tells which links to other sites lead nowhere.

`python tools/link_issue.py read FILE` writes down the report of the night before, nothing when there is none.
`… keep FILE` puts the report of this night, which `tno links` wrote, in its place. The issue is open while there is
something to mend; closed, it still holds what has failed for one night. Needs git and gh, and nothing of the project;
GH_TOKEN is asked of by gh alone.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import forge
from forge import run

LABEL, TITLE = "linkit", "Linkkejä, jotka eivät toimi"
MEMORY = re.compile(r'<!-- tno:linkit \{"told":(\d+),"failing":(\{.*\})\} -->')


def read(file: Path) -> None:
    """Write down the report there is."""
    issue = present()
    file.write_text(issue["body"] if issue else "", encoding="utf-8")


def keep(file: Path) -> int:
    """0 when the issue is as the report says; 1 when the file is no report."""
    body = file.read_text(encoding="utf-8")
    if not (memory := MEMORY.fullmatch(body.partition("\n")[0])):
        print("::error title=No report::The first line is not what `tno links` writes.")
        return 1
    told, fails, issue = int(memory[1]), memory[2] != "{}", present()
    if issue is None:
        if told or fails:
            colour = ("--color", "c5def5", "--description", "Linkit muille sivustoille", "--force")
            run("gh", "label", "create", LABEL, *colour)
            address = run("gh", "issue", "create", "--title", TITLE, "--body-file", str(file), "--label", LABEL)
            if not told:
                run("gh", "issue", "close", address)
        return 0
    number, is_open = str(issue["number"]), issue["state"] == "OPEN"
    if issue["body"].replace("\r\n", "\n").strip() != body.strip():
        run("gh", "issue", "edit", number, "--body-file", str(file))
    if told and not is_open:
        run("gh", "issue", "reopen", number)
    elif is_open and not told:
        run("gh", "issue", "close", number, "--comment", "Kaikki linkit toimivat taas. Kiitos.")
    return 0


def present() -> dict[str, Any] | None:
    """The issue, if it has ever been: the first that this program opened."""
    return min(forge.own_issues(LABEL, "number,body,state,author"), key=lambda issue: issue["number"], default=None)


if __name__ == "__main__":
    sys.exit(forge.main(read, keep, __doc__))
