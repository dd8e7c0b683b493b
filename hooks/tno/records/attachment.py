"""Files beside records: which kinds are published, what they may be called, what is known of one."""

from __future__ import annotations

import re
from typing import Annotated, NamedTuple

from pydantic import WithJsonSchema

from tno.finnish import slug
from tno.records.fault import fault
from tno.records.scalars import from_text, with_plain_marks

KINDS_OF_FILE = {
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "pptx": "PowerPoint",
    "odt": "OpenDocument",
    "ods": "OpenDocument",
    "odp": "OpenDocument",
    "txt": "TXT",
}
"""Ending of a file's name → what people call such a file, the same in every language."""
_PATTERN = rf"[A-Za-z0-9][A-Za-z0-9._-]*\.({'|'.join(KINDS_OF_FILE)})"


class Attachment(NamedTuple):
    """A file that a record may name."""

    path: str
    """Where it is on this machine."""
    size: int
    """Bytes."""
    signature: str
    """Changes when the file does: modification time, size, inode."""

    @property
    def kind(self) -> str:
        """What people call such a file: PDF, Word."""
        return KINDS_OF_FILE[ending(self.path)]


def ending(name: str) -> str:
    """What follows the last dot of a file's name, in lower case."""
    return name.rpartition(".")[2].lower()


def _file_name(text: str) -> str:
    text = with_plain_marks(text).strip()
    if not re.fullmatch(_PATTERN, text, re.IGNORECASE):
        stem, last = slug(text.rpartition(".")[0]), ending(text)
        meant = {"suggestion": f"{stem}.{last}"} if stem and last in KINDS_OF_FILE else {}
        raise fault("attachment-name", value=text, expected=", ".join(KINDS_OF_FILE), **meant)
    return text


FileName = Annotated[str, from_text(_file_name, str), WithJsonSchema({"type": "string", "pattern": f"^{_PATTERN}$"})]
"""The name of a file in the folder of the record's own; it becomes the end of an address."""
