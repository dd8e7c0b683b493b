"""Scenes for tests of views: a tiny region with some files over it, checked, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tno.model.freshness import limits_on
from tno.settings import Settings
from tno.views.scene import Scene
from trees import DAY, check_tree, write_region


def scene_of(folder: Path, files: Mapping[str, str | None], day: date = DAY, language: str = "fi") -> Scene:
    """The region `minimal` with `files` over it, as views see it on `day`; the content must be right.

    In another language only what the program says is in that language: the editors' texts stay as they are.
    """
    checked = check_tree(write_region(folder, files), day)
    errors = [problem.code for problem in checked.problems if problem.code not in WARNED]
    assert errors == []
    return Scene(checked.network.on(day, limits_on(day, Settings()).hidden), day, Settings(), language)


WARNED = frozenset({"event-clash", "event-no-outcome", "white-spot"})
"""Codes of warnings that a test's content may have."""
