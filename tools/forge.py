"""The forge and git, as the tools that hold a token speak to them. Needs git and gh, and nothing of the project."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

AUTHOR = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")
"""Who commits and comments: the name and the address that go with the token of a workflow."""


CHECKS = (
    "Tarkistukset odottavat lupaa: paina *Approve workflows to run*."
    " Jos painiketta ei ole, sulje pyyntö ja avaa se heti uudelleen.\n"
)
"""What a person does who reads a pull request that a workflow has opened: its checks do not run by themselves."""


class Pull(NamedTuple):
    """A pull request."""

    number: str
    is_open: bool


def newest_pull(branch: str) -> Pull | None:
    """The newest pull request from a branch of this repository, whatever became of it.

    Anybody's fork may have a branch of the same name: the owner is asked for as well, which `gh pr list` cannot.
    """
    asked = f"repos/{{owner}}/{{repo}}/pulls?state=all&per_page=1&head={{owner}}:{branch}"
    number, _, state = run("gh", "api", asked, "--jq", '.[] | "\\(.number) \\(.state)"').partition(" ")
    return Pull(number, state == "open") if number else None


def has_branch(branch: str) -> bool:
    """Whether the repository has the branch."""
    return bool(run("git", "ls-remote", "--heads", "origin", f"refs/heads/{branch}"))


def was_offered(branch: str) -> bool:
    """Whether the branch is there, or a pull request from it has ever been."""
    return has_branch(branch) or newest_pull(branch) is not None


def open_pull(branch: str, title: str, body: str) -> str:
    """Open a pull request from a branch, and say in it how its checks begin; gives its number."""
    told = ("--title", title, "--body", f"{body.rstrip()}\n\n{CHECKS}")
    return run("gh", "pr", "create", "--base", "main", "--head", branch, *told).rpartition("/")[2]


def commit(title: str) -> None:
    """Commit what has been added, as the workflow."""
    name, email = AUTHOR
    run("git", "-c", f"user.name={name}", "-c", f"user.email={email}", "commit", "--message", title)


def comment(number: int, mark: str, text: str) -> None:
    """Our one comment on an issue or pull request, made or changed; `mark` begins it, by which it is found again."""
    found = run(
        *("gh", "api", "--paginate", f"repos/{{owner}}/{{repo}}/issues/{number}/comments"),
        *("--jq", f'.[] | select(.user.login == "{AUTHOR[0]}" and (.body | startswith("{mark}"))) | .id'),
    ).split()
    where = f"issues/comments/{found[0]}" if found else f"issues/{number}/comments"
    how = "PATCH" if found else "POST"
    request = json.dumps({"body": f"{mark}\n{text}"})
    run("gh", "api", "--method", how, f"repos/{{owner}}/{{repo}}/{where}", "--input", "-", given=request)


def main(read: Callable[[Path], None], keep: Callable[[Path], int], told: str | None) -> int:
    """What a tool that is called with `read FILE` or `keep FILE` ends with; `told` is said of any other call."""
    match sys.argv[1:]:
        case ["read", file]:
            read(Path(file))
            return 0
        case ["keep", file]:
            return keep(Path(file))
        case _:
            sys.exit(told)


def own_issues(label: str, fields: str) -> list[dict[str, Any]]:
    """All issues with a label that a workflow has opened, open and closed; `fields` are those of `gh issue list`."""
    asked = ("--label", label, "--state", "all", "--limit", "2000")
    found = json.loads(run("gh", "issue", "list", *asked, "--json", fields))
    return [issue for issue in found if issue["author"]["is_bot"]]


def run(*command: str, given: str | None = None) -> str:
    """What a command printed; one that fails stops everything."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, input=given, text=True).stdout.strip()
