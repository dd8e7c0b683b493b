"""Text from content made safe to print: nothing in it moves the cursor, breaks a line or turns the direction."""

from __future__ import annotations

import re
import unicodedata

from tno.read.characters import FORBIDDEN

_UNPRINTABLE = re.compile(f"[\t\n]|{FORBIDDEN.pattern}")
_SHOWN_AS = {"\t": "→", "\n": "↵", "\x7f": "␡"}


def visible(text: str) -> str:
    """`text` with each character that cannot be printed replaced by one that can; the length stays."""
    return _UNPRINTABLE.sub(_picture, text)


def width_of(text: str) -> int:
    """Columns a terminal gives to `text`: wide characters take two, combining ones none (UAX 11)."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    return _SHOWN_AS.get(character) or (chr(0x2400 + ord(character)) if character < " " else "\ufffd")


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
