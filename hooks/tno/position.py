"""Where something stands in a file: the place every problem points at."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file, as an editor shows it."""

    file: str
    """Path from the project's root, with forward slashes."""
    line: int = 1
    """1-based; lines end at LF or CRLF only, as editors count them."""
    column: int = 1
    """1-based, in characters (not bytes)."""
    length: int = field(default=1, compare=False)
    """How many characters the value takes on its first line, for the marks under it; at least 1."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
