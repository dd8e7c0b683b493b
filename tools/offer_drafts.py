"""Offer drafts of agreements as pull requests: `python tools/offer_drafts.py LIST`, where LIST has a file on each line.

A draft gets a branch and a pull request of its own, once: when its branch is there, or a pull request from it has ever
been opened, it is left alone, so that what people have changed or turned down stays as they left it. Needs git and gh,
and nothing of the project; GH_TOKEN is asked of by gh alone.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import forge
from forge import run

DRAFT = re.compile(r"regions/([a-z0-9-]+)/agreements/([a-z0-9-]+)\.md")
BODY = """\
Sopimus päättyy pian, eikä seuraavaa ole vielä. Tässä on luonnos: `{file}`.

1. Avaa välilehti *Files changed* ja muokkaa tiedostoa.
2. Kirjoita päivät kohtiin, joissa lukee TÄYTÄ. Ilman niitä tarkistus ei mene läpi.
3. Tarkista osapuolet, tehtävät ja lupaukset. Rivit, joiden alussa on #, ovat huomautuksia sinulle.

Jos luonnosta ei tarvita, sulje pyyntö: uutta ei tehdä.
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
        if forge.was_offered(branch):
            print(f"{file}: offered before")
            continue
        offer(file, branch, base)
        print(f"{file}: offered")
    return 0


def offer(file: str, branch: str, base: str) -> None:
    """A branch with the one file, and a pull request from it."""
    title = DRAFT.sub(r"Sopimuksen luonnos: \1/\2", file)
    run("git", "switch", "--create", branch, base)
    run("git", "add", "--", file)
    forge.commit(title)
    run("git", "push", "origin", f"{branch}:refs/heads/{branch}")
    run("git", "switch", "--detach", base)
    forge.open_pull(branch, title, BODY.format(file=file))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
