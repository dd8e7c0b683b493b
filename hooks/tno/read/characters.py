"""Characters that cannot stand in content: they hide, break lines or crash programs that read us."""

from __future__ import annotations

import re
import unicodedata

from tno.problem import Problem
from tno.read.lines import Lines

FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed; a CR of CRLF is gone by now
    "\u2028\u2029"  # line breaks for libyaml and JavaScript, not for editors
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of the text around
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: Word's bullets and icons; `tno.shell` marks its slots with them
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"  # halves of characters, and what is none
    "]"
)
"""Any one character that text may not have. Without CRLF, which `tno.read.source` has made LF."""

GARBLED = re.compile("Ã[¤¶¥„–…©¼]|â€[œ™“”]?")
"""UTF-8 once read as Windows-1252 and saved again: `Ã¤` for `ä`."""

BROKEN = "\ufffd"
"""What programs write for a letter they could not read; shown as a black diamond."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_CONFLICT_MIDDLE = re.compile(r"^={7}$", re.MULTILINE)
"""In prose such a line is a heading's underline; in a list of facts it is what is left of a conflict."""

_CODES = {"Cc": "text-control", "Co": "text-own-font"}
_LINE_SEPARATORS = "\x85\u2028\u2029"


def code_of(character: str) -> str:
    """The problem code of one forbidden character."""
    if character in _LINE_SEPARATORS:
        return "text-line-separator"
    return _CODES.get(unicodedata.category(character), "text-hidden")


def name_of(character: str) -> str:
    """The character as people look it up, e.g. `U+2028`; it cannot be shown itself."""
    return f"U+{ord(character):04X}"


def without_forbidden(text: str, file: str) -> tuple[str, list[Problem]]:
    """`text` with each forbidden character made a space, and one problem for each kind, at its first place.

    Every index stays as it was, so that the rest of the file can be checked and pointed at.
    """
    if text.replace("\n", "").isprintable() or FORBIDDEN.search(text) is None:  # the first is quicker, and stricter
        return text, []
    counts: dict[str, int] = {}
    first: dict[str, int] = {}
    for match in FORBIDDEN.finditer(text):
        counts[match[0]] = counts.get(match[0], 0) + 1
        first.setdefault(match[0], match.start())
    lines = Lines(text, file)
    return FORBIDDEN.sub(" ", text), [
        Problem(code_of(c), lines.position(at, at + 1), {"character": name_of(c), "count": str(counts[c])})
        for c, at in first.items()
    ]


def garbled(text: str, file: str) -> list[Problem]:
    """A warning at the first letter that was broken by a wrong encoding, with the letter it probably was."""
    if ("Ã" not in text and "â€" not in text) or (match := GARBLED.search(text)) is None:
        return []
    data = {"value": match[0], "count": str(len(GARBLED.findall(text)))}
    if letter := _unbroken(match[0]):
        data["suggestion"] = letter
    return [Problem("text-garbled", Lines(text, file).position(match.start(), match.end()), data)]


def broken(text: str, file: str) -> list[Problem]:
    """A warning at the first letter that a program has replaced because it could not read it."""
    if BROKEN not in text:
        return []
    at = text.index(BROKEN)
    word = re.search(rf"\S*{BROKEN}\S*", text)
    data = {"value": word[0] if word else BROKEN, "count": str(text.count(BROKEN))}
    return [Problem("text-broken", Lines(text, file).position(at, at + 1), data)]


def conflict(text: str, file: str) -> list[Problem]:
    """An error at the first line that git has left where two people changed the same passage."""
    match = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if match is None and file.endswith(".yml") and "=======" in text:
        match = _CONFLICT_MIDDLE.search(text)
    if match is None:
        return []
    return [Problem("text-conflict", Lines(text, file).position(*match.span()), {"value": match[0]})]


def _unbroken(characters: str) -> str:
    try:
        return characters.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
