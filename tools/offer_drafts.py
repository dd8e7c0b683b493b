"""Offer drafts of agreements as pull requests: `python tools/offer_drafts.py LIST`, where LIST has a file on each line.

A draft gets a branch and a pull request of its own, once: when its branch is there, or a pull request from it has ever
been opened, it is left alone, so that what people have changed or turned down stays as they left it. Needs git and gh,
and nothing of the project; GH_TOKEN is asked of by gh alone.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

DRAFT = re.compile(r"regions/([a-z0-9-]+)/agreements/([a-z0-9-]+)\.md")
AUTHOR = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")
BODY = """\
Sopimus päättyy pian, eikä seuraavaa ole vielä. Tässä on luonnos: `{file}`.

1. Avaa välilehti *Files changed* ja muokkaa tiedostoa.
2. Kirjoita päivät kohtiin, joissa lukee TÄYTÄ. Ilman niitä tarkistus ei mene läpi.
3. Tarkista osapuolet, tehtävät ja lupaukset. Rivit, joiden alussa on #, ovat huomautuksia sinulle.

Tarkistus käynnistyy, kun tallennat ensimmäisen muutoksen. Jos luonnosta ei tarvita, sulje pyyntö: uutta ei tehdä.
"""


def main(listed: str) -> int:
    """0 when every draft has been offered, now or before; 1 when a line is no draft."""
    files = Path(listed).read_text(encoding="utf-8").split()
    if strange := [file for file in files if not DRAFT.fullmatch(file)]:
        print(f"::error title=No drafts of agreements::{' '.join(strange)}")
        return 1
    if files:
        run("gh", "auth", "setup-git")
    base = run("git", "rev-parse", "HEAD")
    for file in files:
        branch = DRAFT.sub(r"renewal/\1/\2", file)
        if is_offered(branch):
            print(f"{file}: offered before")
            continue
        offer(file, branch, base)
        print(f"{file}: offered")
    return 0


def is_offered(branch: str) -> bool:
    """Whether the branch is there, or a pull request from it has ever been."""
    if run("git", "ls-remote", "--heads", "origin", f"refs/heads/{branch}"):
        return True
    return run("gh", "pr", "list", "--state", "all", "--head", branch, "--json", "number") != "[]"


def offer(file: str, branch: str, base: str) -> None:
    """A branch with the one file, and a pull request from it."""
    name, email = AUTHOR
    title = DRAFT.sub(r"Sopimuksen luonnos: \1/\2", file)
    run("git", "switch", "--create", branch, base)
    run("git", "add", "--", file)
    run("git", "-c", f"user.name={name}", "-c", f"user.email={email}", "commit", "--message", title)
    run("git", "push", "origin", f"{branch}:refs/heads/{branch}")
    run("git", "switch", "--detach", base)
    run("gh", "pr", "create", "--base", "main", "--head", branch, "--title", title, "--body", BODY.format(file=file))


def run(*command: str) -> str:
    """What a command printed; one that fails stops everything."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
