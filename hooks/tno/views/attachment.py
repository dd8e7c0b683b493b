"""Files that records name, as pages lead to them: with kind and size in words, so that nobody is surprised."""

from __future__ import annotations

from tno.views.scene import Scene

KILOBYTE, MEGABYTE = 1_000, 1_000_000


def size_in_words(scene: Scene, size: int) -> str:
    """ "340 kt", "1,2 Mt"; never less than 1 kt."""
    if size < MEGABYTE:
        return scene.w.file_kilobytes.format(number=scene.writing.number(min(999, -(-size // KILOBYTE)) or 1))
    return scene.w.file_megabytes.format(number=scene.writing.number(round(size / MEGABYTE, 1)))
