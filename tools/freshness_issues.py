"""Keep the issues that ask organisations to check their facts.

`python tools/freshness_issues.py read FILE` writes down the issues there are. `… keep FILE` opens, updates and closes
issues and offers ticked facts as pull requests, as FILE says, which `tno ticks` wrote.

An organisation has one issue for ever. One that a person has closed stays closed until something else is stale, and one
that somebody has changed since it was read waits for the next night. Ticks are offered once, an organisation's one pull
request at a time. Needs git and gh, and nothing of the project; GH_TOKEN is asked of by gh alone.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import forge
from forge import run

LABEL = "ajantasaisuus"
CONTENT = re.compile(r"regions/[a-z0-9-]+/(?:[a-z0-9-]+/)?[a-z0-9-]+(?:\.[a-z]{2})?\.(?:md|ya?ml)")
ORGANISATION = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
SIGN = re.compile(r"[0-9a-f]{12}")
FIELDS = "number,title,body,state,updatedAt,author"
BODY = """\
Tehtävässä #{number} rastitut tiedot on tarkistettu. Tämä vaihtaa niiden tarkistuspäivän (`verified`).

{names}

1. Katso muutokset välilehdeltä *Files changed*.
2. Hyväksy pyyntö, kun tarkistukset ovat menneet läpi.
3. Jos jokin ei pidä paikkaansa, sulje pyyntö. Samoja rasteja ei tarjota uudelleen.
"""


def read(file: Path) -> None:
    """Write down the issues that this program has opened."""
    file.write_text(json.dumps(forge.own_issues(LABEL, FIELDS), ensure_ascii=False), encoding="utf-8")


def keep(file: Path) -> int:
    """0 when all is as it should be; 1 when something in the file is nothing that may be done."""
    told = json.loads(file.read_text(encoding="utf-8"))
    if strange := list(_strange(told["changes"])):
        print(f"::error title=No content::{' '.join(strange)}")
        return 1
    if any("body" in issue for issue in told["issues"]):
        colour = ("--color", "c5def5", "--description", "Tietoja, jotka pitää tarkistaa", "--force")
        run("gh", "label", "create", LABEL, *colour)
    if told["changes"]:
        run("gh", "auth", "setup-git")
    for change in told["changes"]:
        offer(change)
    for issue in told["issues"]:
        hold(issue)
    return 0


def _strange(changes: list[dict[str, Any]]) -> list[str]:
    """Whatever of the changes is no change of content."""
    found = [change["organisation"] for change in changes if not ORGANISATION.fullmatch(change["organisation"])]
    found += [change["sign"] for change in changes if not SIGN.fullmatch(change["sign"])]
    return found + [path for change in changes for path in change["files"] if not _is_content(path)]


def _is_content(path: str) -> bool:
    """Whether it is a file of the content that is there, and leads nowhere else."""
    file = Path(path)
    is_link = any(each.is_symlink() for each in (file, *file.parents))
    return bool(CONTENT.fullmatch(path)) and file.is_file() and not is_link


# --- issues -----------------------------------------------------------------------------------------------------------


def hold(issue: dict[str, Any]) -> None:
    """Open, update or close one issue."""
    if "number" not in issue:
        _open(issue)
        return
    number, is_open = str(issue["number"]), issue["state"] == "OPEN"
    if json.loads(run("gh", "issue", "view", number, "--json", "body"))["body"] != issue["was"]:
        print(f"#{number}: changed meanwhile, left for the next night")
    elif "body" not in issue:
        if is_open:
            run("gh", "issue", "close", number, "--comment", "Kaikki tiedot on tarkistettu. Kiitos.")
            print(f"#{number}: closed")
    elif is_open or has_news(issue):
        if not is_open:
            run("gh", "issue", "reopen", number)
        if issue["body"] != issue["was"].replace("\r\n", "\n"):
            run("gh", "issue", "edit", number, "--title", issue["title"], "--body-file", _file(issue["body"]))
            print(f"#{number}: updated")


def has_news(issue: dict[str, Any]) -> bool:
    """Whether something is stale that the issue did not name when it was closed."""
    return any(f" {name} -->" not in issue["was"] for name in issue["records"])


def _open(issue: dict[str, Any]) -> None:
    text = ("--title", issue["title"], "--body-file", _file(issue["body"]), "--label", LABEL)
    print(f"{issue['organisation']}: {run('gh', 'issue', 'create', *text)}")


def _file(text: str) -> str:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".md", delete=False) as stream:
        stream.write(text)
    return stream.name


# --- ticks ------------------------------------------------------------------------------------------------------------


def offer(change: dict[str, Any]) -> None:
    """A branch with the files of one organisation, and a pull request from it."""
    folder = f"verified/{change['organisation']}/"
    branch = f"{folder}{change['sign']}"
    if not change["files"]:
        print(f"#{change['number']}: nothing a program can change")
        return
    if is_waiting(folder) or forge.was_offered(branch):
        print(f"{branch}: offered before, or another waits")
        return
    base = run("git", "rev-parse", "HEAD")
    run("git", "switch", "--create", branch, base)
    for path, text in change["files"].items():
        Path(path).write_bytes(text.encode())
    run("git", "add", "--", *change["files"])
    title = f"Tiedot tarkistettu: {change['organisation']}"
    forge.commit(title)
    run("git", "push", "origin", f"{branch}:refs/heads/{branch}")
    run("git", "switch", "--detach", base)
    names = "\n".join(f"- `{each}`" for each in change["names"])
    body = BODY.format(number=change["number"], names=names)
    forge.open_pull(branch, title, body)
    print(f"{branch}: offered")


def is_waiting(folder: str) -> bool:
    """Whether a pull request from a branch of the folder is open; a fork's branch of such a name is none of ours."""
    asked = ("--state", "open", "--limit", "1000", "--json", "headRefName,isCrossRepository")
    found = json.loads(run("gh", "pr", "list", *asked))
    return any(each["headRefName"].startswith(folder) and not each["isCrossRepository"] for each in found)


if __name__ == "__main__":
    sys.exit(forge.main(read, keep, __doc__))
