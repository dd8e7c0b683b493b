"""A forge for tests of tools that hold a token: a clone with an origin, and a `gh` that notes what it is asked."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

_NOTES = '#!/bin/sh\necho "$@" >> "$FORGE/asked"\n'


def git(where: Path, *command: str) -> str:
    """What git says in the folder `where`."""
    return subprocess.run(["git", *command], cwd=where, check=True, capture_output=True, text=True).stdout.strip()


def commit(clone: Path, message: str) -> None:
    """Everything in the clone, as a commit."""
    git(clone, "add", ".")
    git(clone, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message", message)


def cloned(folder: Path, files: Mapping[str, str]) -> Path:
    """A clone in `folder` whose main holds `files` (path → text); its origin lies beside it."""
    clone = folder / "clone"
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(folder / "origin.git"))
    git(folder, "clone", "--quiet", str(folder / "origin.git"), str(clone))
    git(clone, "switch", "--quiet", "--create", "main")
    for name, text in files.items():
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        (clone / name).write_text(text, encoding="utf-8")
    commit(clone, "base")
    git(clone, "push", "--quiet", "origin", "main")
    return clone


def gh_in(folder: Path, answers: str) -> dict[str, str]:
    """Put a `gh` into `folder`/bin that notes what it is asked, then answers as the shell's lines `answers` say.

    Returns:
        Variables under which programs find it; `$FORGE` is `folder`.
    """
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin" / "gh"
    program.write_text(_NOTES + answers, encoding="utf-8")
    program.chmod(0o755)
    return {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "FORGE": str(folder)}


def asked_of(folder: Path) -> str:
    """All that the `gh` of `folder` has been asked, a line each."""
    log = folder / "asked"
    return log.read_text(encoding="utf-8") if log.exists() else ""
