"""Answer an issue: `python tools/offer_answer.py FOLDER NUMBER`, where `tno from-issue --into FOLDER` wrote the answer.

What was made from an issue comes from a part that holds no token and read what anybody may have written; here all of
it is checked again before it is used: the issue's number, every path, every length. A change becomes a branch with the
files and a pull request from it; what the issue's writer changes later is offered anew until people have worked on
the branch or closed the request. One comment on the issue tells how it went, and is kept up to date. Needs git and gh,
and nothing of the project; GH_TOKEN is asked of by gh alone.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import forge
from forge import run

KINDS = (
    *("agreements", "assessments", "documents", "events", "groups", "organisations", "pages", "places", "plans"),
    *("practices", "reports", "services"),
)
ALLOWED = re.compile(rf"regions/[a-z0-9-]+/(?:{'|'.join(KINDS)})/[a-z0-9-]+(?:\.(?:sv|en|se))?\.(?:md|yml)")
TITLE = re.compile(r"[A-Za-zÄÖÅäöå ]{1,60}(?:: [a-z0-9-]{1,80}/[a-z0-9-]{1,80})?")
MOST_BYTES = 2_000_000
MOST_FILES = 200
MOST_COMMENT = 60_000
"""The forge takes 65,536 letters."""
CHANGE, MEND, PEOPLE = "muutos", "korjattava", "käsiteltävä"
MARK = "<!-- tno from-issue -->"
"""Begins our comment, by which it is found again."""
BODY = """\
Tehty ilmoituksesta #{number}. Tiedostot läpäisivät tarkistuksen `tno check`.

1. Lue ilmoitus ja välilehti *Files changed*. Varmista tieto siltä, jota se koskee.
2. Korjaa tarvittaessa suoraan tässä pyynnössä. Kun sinä olet muokannut, ilmoituksen muutokset eivät enää tule tähän.
3. Hyväksy ja yhdistä, kun tarkistukset ovat menneet läpi.
"""
LABELS = {CHANGE: "lomake: muutosehdotus", MEND: "lomake: korjattava", PEOPLE: "lomake: ylläpitäjälle"}
"""What the issue is marked with, so that people find those that wait for them."""
FORM_LABELS = tuple(f"lomake: {name}" for name in ("muutos", "palvelu", "tapahtuma", "organisaatio", "käytäntö"))
"""The forge gives them when a form is sent in, if the repository has them."""
OFFERED = "Muutosehdotus: #{pull}"
DONE_WITH = "Ehdotus #{pull} on jo käsitelty. Jos tieto on yhä väärin, lähetä uusi lomake."
WORKED_ON = "Ylläpitäjä on jo muokannut ehdotusta #{pull}, joten tätä muutosta ei viety siihen. Hän näkee sen tästä."


class RefusedError(ValueError):
    """An answer that `tno from-issue` would not have written."""


def read_answer(folder: Path, number: int) -> dict[str, Any]:
    """The answer in `folder`, when it is one and is for this issue.

    Raises:
        RefusedError: something in it is not as it should be.
    """
    file = folder / "answer.json"
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MOST_BYTES:
        raise RefusedError("there is no answer, or it is too large")
    try:
        answer = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        raise RefusedError("the answer is no JSON") from None
    if not isinstance(answer, dict) or set(answer) != {"issue", "outcome", "comment", "title", "closes", "files"}:
        raise RefusedError("the answer has other parts")
    files = answer["files"]
    told = answer["comment"]
    for is_right, what in (
        (type(answer["issue"]) is int and answer["issue"] == number, "the issue"),
        (answer["outcome"] in (CHANGE, MEND, PEOPLE), "the outcome"),
        (isinstance(told, str) and 0 < len(told) <= MOST_COMMENT, "the comment"),
        (isinstance(files, dict) and len(files) <= MOST_FILES, "the number of files"),
        (isinstance(files, dict) and all(map(ALLOWED.fullmatch, files)), "a path"),
        (isinstance(files, dict) and all(isinstance(text, str) for text in files.values()), "a text"),
        (isinstance(answer["closes"], bool), "whether it closes"),
        (bool(files) is (answer["outcome"] == CHANGE), "files without a change"),
        (not files or (isinstance(answer["title"], str) and bool(TITLE.fullmatch(answer["title"]))), "the title"),
    ):
        if not is_right:
            raise RefusedError(f"{what} is not as it should be")
    return answer


def main(folder: str, number: str) -> int:
    """0 when the issue has its answer; 1 when the answer is refused."""
    try:
        answer = read_answer(Path(folder), _number(number))
        issue, told = answer["issue"], answer["comment"]
        if answer["outcome"] == CHANGE:
            told = f"{told}\n{offer(issue, answer['title'], answer['files'], answer['closes'])}\n"
    except RefusedError as refused:
        print(f"::error title=No answer::{refused}")
        return 1
    forge.comment(issue, MARK, told)
    label(issue, answer["outcome"])
    return 0


def _number(text: str) -> int:
    if not re.fullmatch("[1-9][0-9]{0,9}", text):
        raise RefusedError("the number is none")
    return int(text)


def offer(issue: int, title: str, files: dict[str, str], closes: bool) -> str:
    """The files on a branch of the issue's own with a pull request from it; gives what to say of it."""
    run("gh", "auth", "setup-git")
    branch = f"issue/{issue}"
    base = run("git", "rev-parse", "HEAD")
    pull = forge.newest_pull(branch)
    if closes and pull and not pull.is_open:
        return DONE_WITH.format(pull=pull.number)
    is_open = bool(pull and pull.is_open)
    if (closes or is_open) and forge.has_branch(branch):
        run("git", "fetch", "origin", f"refs/heads/{branch}")
        if run("git", "log", "-1", "--format=%ae", "FETCH_HEAD") != forge.AUTHOR[1]:
            return WORKED_ON.format(pull=pull.number if pull else "?")
    commit(branch, base, title, files)
    if pull and is_open:
        return OFFERED.format(pull=pull.number)
    told = BODY.format(number=issue) + (f"\nCloses #{issue}\n" if closes else "")
    return OFFERED.format(pull=forge.open_pull(branch, title, told))


def commit(branch: str, base: str, title: str, files: dict[str, str]) -> None:
    """One commit over `base` with the files, in place of what the branch had."""
    run("git", "switch", "--force-create", branch, base)
    for path, text in files.items():
        file = Path(path)
        if any(each.is_symlink() for each in (file, *file.parents)):
            raise RefusedError(f"{path} is a link")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
        run("git", "add", "--", path)
    forge.commit(title)
    run("git", "push", "--force", "origin", f"{branch}:refs/heads/{branch}")
    run("git", "switch", "--detach", base)


def label(issue: int, outcome: str) -> None:
    """Mark the issue with what has become of it; labels that the repository lacks are made."""
    there = set(run("gh", "label", "list", "--limit", "500", "--json", "name", "--jq", ".[].name").split("\n"))
    for name in (*LABELS.values(), *FORM_LABELS):
        if name not in there:
            run("gh", "label", "create", name)
    others = [name for name in LABELS.values() if name != LABELS[outcome]]
    run("gh", "issue", "edit", str(issue), "--add-label", LABELS[outcome], "--remove-label", ",".join(others))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
