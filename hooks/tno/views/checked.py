"""When the facts of a page were checked, at its foot; services tell it themselves, with who keeps them true."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from tno.model.freshness import is_kept_true
from tno.records import Record
from tno.views.scene import Scene


class CheckedOn:
    """Tells of a record when it was checked, and when that is too long ago. (Few days, many pages: each told once.)"""

    def __init__(self, scene: Scene, parts: object) -> None:
        """
        Args:
            parts: the macros of `partials/parts.html`.
        """
        self._scene, self._parts = scene, parts
        self._known: dict[date, Markup] = {}

    def __call__(self, record: Record | None) -> Markup:
        """HTML; empty for what is history, of its own time, or has no day."""
        day = record.verified if record else None
        if record is None or day is None or not is_kept_true(record, self._scene.day):
            return Markup("")
        if (known := self._known.get(day)) is None:
            known = self._known[day] = self._told(day)
        return known

    def _told(self, day: date) -> Markup:
        w, parts = self._scene.w, self._parts
        told = w.checked.format(day=self._scene.writing.day(day)) + "."
        is_stale = day <= self._scene.limits.marked
        html = parts.notice("warn", w.stale, told) if is_stale else parts.checked(told)  # type: ignore[attr-defined]
        return Markup(html)
