"""Files tried in a copy of the content: what the check says of them, before anybody else sees them."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tno.check import check, is_error
from tno.edition import Edition
from tno.from_issue.issue import Tree
from tno.problem import Problem
from tno.records import FOLDERS
from tno.report import sorted_problems

ALLOWED = re.compile(rf"regions/[a-z0-9-]+/(?:{'|'.join(FOLDERS)})/[a-z0-9-]+(?:\.(?:sv|en|se))?\.(?:md|yml)")
"""Where a file made from an issue may lie; `tools/offer_answer.py` holds the same."""


class PathRefusedError(ValueError):
    """A file that is no record's."""


def problems_with(tree: Tree, files: Mapping[str, str]) -> list[Problem]:
    """What `files` break or are warned of; empty when nothing. What was wrong before is not told.

    Raises:
        PathRefusedError: a path is not `regions/<region>/<kind>/<id>.md` or `.yml`.
    """
    if wrong := [name for name in files if not ALLOWED.fullmatch(name)]:
        raise PathRefusedError(wrong[0])
    with tempfile.TemporaryDirectory(prefix="tno-") as folder:
        root = Path(folder).resolve()
        shutil.copytree(tree.folders.regions, root / "regions", symlinks=True)
        copy = replace(tree.folders, root=root, regions=root / "regions")
        for name, text in files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if file.is_symlink():
                raise PathRefusedError(name)
            file.write_text(text, encoding="utf-8", newline="")
        found = check(copy, Edition.PUBLIC, tree.settings, tree.day).problems
    own = [problem for problem in found if problem.position.file in files]
    if broken := [problem for problem in found if is_error(problem) and problem.position.file not in files]:
        before = check(tree.folders, Edition.PUBLIC, tree.settings, tree.day, most_warnings=0).problems
        known = {problem.order for problem in before}
        broken = [problem for problem in broken if problem.order not in known]
    return sorted_problems([*own, *broken])
