"""The package is plain: it knows no site generator."""

from __future__ import annotations

import subprocess
import sys

from trees import ROOT

SCRIPT = """
import importlib, pkgutil, sys
import tno
names = [module.name for module in pkgutil.walk_packages(tno.__path__, "tno.") if not module.name.endswith("__main__")]
for name in names:
    importlib.import_module(name)
print(len(names))
print(*sorted(name for name in sys.modules if name.partition(".")[0] in {"mkdocs", "material", "properdocs"}))
"""


HEAVY = """
import sys
import tno.commands
print(*(name for name in ("folium", "icalendar", "phonenumbers", "jinja2") if name in sys.modules))
"""


def printed(script: str) -> list[str]:
    """The lines that `script` prints in an interpreter of its own."""
    environment = {"PYTHONPATH": str(ROOT / "hooks")}
    return subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    ).stdout.split("\n")


def test_every_module_of_the_package_is_imported_without_mkdocs() -> None:
    number, generators, *_ = printed(SCRIPT)
    assert int(number) > 50
    assert generators == ""


def test_the_command_starts_without_what_only_a_build_needs() -> None:
    """Each of these takes a good part of a second to import."""
    assert printed(HEAVY)[0] == ""
