"""From an index in a text to the line and column an editor shows."""

from __future__ import annotations

import re
from bisect import bisect_right

from tno.position import Position

_NEWLINE = re.compile("\n")


class Lines:
    """The lines of one text, which may start further down its file (front matter does).

    Lines end at LF or CRLF only, as editors count them. libyaml's own line numbers are not used, since it also
    ends a line at a lone CR, U+0085, U+2028 and U+2029; its indexes count characters and hold.
    """

    def __init__(self, text: str, file: str, first_line: int = 1) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]

    def line_of(self, index: int) -> int:
        """The 1-based number, in the file, of the line `index` is on."""
        return bisect_right(self._starts, index) - 1 + self.first_line

    def start_of_line(self, index: int) -> int:
        """The index of the first character of the line `index` is on."""
        return self._starts[bisect_right(self._starts, index) - 1]

    def end_of_line(self, index: int) -> int:
        """The index after the last character of the line `index` is on, its line break left out."""
        row = bisect_right(self._starts, index)
        end = self._starts[row] - 1 if row < len(self._starts) else len(self.text)
        return end - 1 if self.text[end - 1 : end] == "\r" and end - 1 >= index else end

    def rest(self, index: int) -> str:
        """What is left of the line from `index` on, without white space around it."""
        return self.text[index : self.end_of_line(index)].strip()

    def position(self, start: int, end: int | None = None) -> Position:
        """The place of `text[start:end]`; its length is cut at the end of the first line, and is at least 1.

        An index after the text (libyaml reports a missing end there) is moved back to the last visible character.
        """
        if start >= len(self.text):
            start = max(len(self.text.rstrip()) - 1, 0)
        last = self.end_of_line(start)
        length = max(min(last if end is None else end, last) - start, 1)
        return Position(self.file, self.line_of(start), start - self.start_of_line(start) + 1, length)
