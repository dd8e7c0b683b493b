"""Files that records name, as pages lead to them: with kind and size in words, so that nobody is surprised."""

from __future__ import annotations

from tno.addresses import address_of
from tno.model.localised import filled
from tno.records import Record
from tno.records.attachment import Attachment
from tno.views.link import Link
from tno.views.scene import Scene

KILOBYTE, MEGABYTE = 1_000, 1_000_000
_TOLD = "{name} ({kind}, {size})"


def size_in_words(scene: Scene, size: int) -> str:
    """ "340 kt", "1,2 Mt"; never less than 1 kt."""
    if size < MEGABYTE:
        return scene.w.file_kilobytes.format(number=scene.writing.number(min(999, -(-size // KILOBYTE)) or 1))
    return scene.w.file_megabytes.format(number=scene.writing.number(round(size / MEGABYTE, 1)))


def link_to_file(scene: Scene, record: Record, name: str | None, label: str) -> Link | None:
    """A link to a file that `record` names: "Avaa tiedosto (PDF, 340 kt)"; None when there is no such file."""
    if (file := _file(scene, record, name)) is None:
        return None
    told = filled(_TOLD, name=label, kind=file.kind, size=size_in_words(scene, file.size))
    return Link(told, f"{address_of(record)}{name}")


def file_made_of(scene: Scene, record: Record, name: str | None) -> str:
    """What `link_to_file` reads besides the record."""
    file = _file(scene, record, name)
    return str(file.size) if file else ""


def _file(scene: Scene, record: Record, name: str | None) -> Attachment | None:
    return scene.network.attachments.get(f"{address_of(record)}{name}") if name else None
