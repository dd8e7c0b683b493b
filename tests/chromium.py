"""Where Chromium and the scripts of browser tests are. Tests ask here; `tools/browser.py` brings what is missing."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
"""What the browser is called on the path, the likeliest first."""
ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
"""How it is started: without a screen, without asking anything of anyone."""
HOW_TO_GET = """\
Browser tests need Chromium, and none was found. Any one of these helps:
  - install it: `apt-get install chromium` on Debian, or Google Chrome
  - name the one you have: CHROMIUM=/path/to/chromium make test
  - leave browser tests out: make test-fast"""
HOW_TO_GET_SCRIPTS = "Browser tests need the packages of package-lock.json: run `.venv/bin/python tools/browser.py`"


class MissingError(RuntimeError):
    """What a browser test needs is not there; the message says what to do."""


def chromium(environment: Mapping[str, str] = os.environ) -> Path:
    """The browser's program: the one named by `CHROMIUM`, else the first of `NAMES` on the path.

    Raises:
        MissingError: there is none, or `CHROMIUM` names no program.
    """
    if named := environment.get("CHROMIUM"):
        if found := shutil.which(named, path=environment.get("PATH")):
            return Path(found)
        raise MissingError(f"CHROMIUM={named} is not a program.\n{HOW_TO_GET}")
    for name in NAMES:
        if found := shutil.which(name, path=environment.get("PATH", "")):
            return Path(found)
    raise MissingError(HOW_TO_GET)


def script(name: str) -> Path:
    """A file of `node_modules`: "axe-core/axe.min.js".

    Raises:
        MissingError: the packages of the lock file are not installed.
    """
    if not scripts_are_current():
        raise MissingError(HOW_TO_GET_SCRIPTS)
    return ROOT / "node_modules" / name


def scripts_are_current() -> bool:
    """Whether `node_modules` holds what the lock file says, no more and no less."""
    here = ROOT / "node_modules" / ".package-lock.json"
    return here.is_file() and _versions(here) == _versions(ROOT / "package-lock.json")


def _versions(lock: Path) -> dict[str, str]:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {name: package["version"] for name, package in packages.items() if name}
