"""Text that anybody may have written, made safe to stand in Markdown on the forge.

Needs nothing that is installed: the workflow that holds the token uses it too. A value is shown as code, where the
forge looks for no mentions, links, issues or HTML; a sentence that has values in it is shown with its marks escaped.
Sources: CommonMark 0.31, 2.4 and 6.1; GitHub Flavored Markdown 6.9 (autolinks).
"""

from __future__ import annotations

import re

LONGEST = 240
"""Characters of a value that are shown; the middle of a longer one is left out."""
EMPTY = "(tyhjä)"
_UNSEEN = re.compile(
    "[\x00-\x20\x7f-\xa0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\uffff\ud800-\udfff]+"
)
"""Blanks of every sort and characters that turn, hide or break text."""
_MARK = re.compile(r"([\\`*_{}\[\]<>()#|~&@$!]|^[-+=]|(?<=^\d)\.)")
_APART = "\u200b"
_LINKING = re.compile(r"(?<=@)|(?<=#)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=gh-)(?=\d)", re.IGNORECASE)
"""Where a space without width keeps the forge from making a mention or a link."""


def one_line(text: str) -> str:
    """`text` on one line, with single spaces and without characters that nobody sees."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def code(text: str, longest: int = LONGEST) -> str:
    """`text` as a piece of code: whatever it holds, nothing in it is read as Markdown."""
    line = cut(one_line(text), longest)
    if not line:
        return EMPTY
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    blank = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{blank}{line}{blank}{fence}"


def words(text: str, longest: int = 1000) -> str:
    """A sentence as it reads, with no mark in it that Markdown or the forge would take for its own."""
    return _MARK.sub(r"\\\1", _LINKING.sub(_APART, cut(one_line(text), longest)))


def cut(text: str, longest: int) -> str:
    """`text`, without its middle when it is longer than `longest`."""
    if len(text) <= longest:
        return text
    tail = longest // 4
    return f"{text[: longest - tail - 3].rstrip()} … {text[-tail:].lstrip()}"
