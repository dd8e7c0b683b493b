"""Markdown files with facts at the top: front matter to plain values, the prose as it is."""

from __future__ import annotations

import re

from tno.frozen import frozen
from tno.position import Position
from tno.problem import Problem
from tno.read.lines import Lines
from tno.read.yaml_file import PlaceMap, Value, parse_yaml, places_in
from tno.read.yaml_syntax import FENCE

_FIRST = re.compile(r"---[ \t]*\r?(?:\n|\Z)")
_END = re.compile(r"\n---[ \t]*\r?(?:\n|\Z)")
_MEANT_AS_END = re.compile(r"\n([ \t]*-(?:[ \t]?-)+|[-–—]{1,3})[ \t]*\r?(?=\n|\Z)")

_LIKE_A_MARK = re.compile(r"[-–—−*_=+]+(?: ?[-–—−*_=+]+)*")

_FRONT_LINE = 2
"""The line of the file on which the front matter starts: the first is `---`."""


@frozen
class ParsedMarkdown:
    """What a Markdown file says."""

    file: str
    data: Value
    """The front matter's value, `{}` when there is nothing between its lines; None when it could not be read."""
    body: str
    """The prose after the closing `---`, exactly as written; empty when the front matter has no end."""
    body_line: int
    """The line of the file on which the body starts."""
    problems: list[Problem]


def parse_markdown(text: str, file: str) -> ParsedMarkdown:
    """The front matter and the body of `text`. A `---` further down in the body is a rule, not an end."""
    text = text.removeprefix("\ufeff")
    if not _FIRST.match(text):
        return ParsedMarkdown(file, None, "", 1, [_no_start(text, file)])
    front, body = _parts(text)
    if front is None:
        return ParsedMarkdown(file, None, "", 1, [_no_end(text, file)])
    parsed = parse_yaml(front, file, _FRONT_LINE)
    data: Value = {} if parsed.data is None and not parsed.problems else parsed.data
    return ParsedMarkdown(file, data, body, _FRONT_LINE + front.count("\n") + 1, parsed.problems)


def places_in_markdown(text: str, file: str) -> PlaceMap:
    """The places of the front matter's values; every place is the file's start where there is no front matter."""
    text = text.removeprefix("\ufeff")
    front = _parts(text)[0] if _FIRST.match(text) else None
    return places_in("", file) if front is None else places_in(front, file, _FRONT_LINE)


def body_position(parsed: ParsedMarkdown, offset: int, length: int = 1) -> Position:
    """The place of `parsed.body[offset:offset + length]` in the file."""
    return Lines(parsed.body, parsed.file, parsed.body_line).position(offset, offset + length)


def front_matter_span(text: str) -> tuple[int, int]:
    """Where the front matter stands in `text`, as indexes; (0, 0) when there is none or it has no end."""
    start = text.removeprefix("\ufeff")
    front = _parts(start)[0] if _FIRST.match(start) else None
    if front is None:
        return 0, 0
    first = text.index("\n") + 1
    return first, first + len(front)


def _parts(text: str) -> tuple[str | None, str]:
    """The text between the two `---` lines, its last line break included, and the text after; None without an end."""
    start = text.find("\n")
    if start < 0 or (end := _END.search(text, start)) is None:
        return None, ""
    return text[start + 1 : end.start() + 1], text[end.end() :]


def _no_start(text: str, file: str) -> Problem:
    lines = Lines(text, file)
    first = lines.rest(0)
    if (start := _FIRST.match(text.lstrip())) and (place := text.index(start[0].rstrip())):
        return Problem("front-matter-late", lines.position(place, place + 3))
    if first.startswith(FENCE):
        return Problem("yaml-fence", lines.position(0), {"value": first})
    code = "front-matter-mark" if _LIKE_A_MARK.fullmatch(first) else "front-matter-missing"
    return Problem(code, lines.position(0, len(first) or None), {"value": first})


def _no_end(text: str, file: str) -> Problem:
    """At the line that was probably meant as the end (`--`, ` ---`, `—`), else at the opening line."""
    lines = Lines(text, file)
    meant = _MEANT_AS_END.search(text, 3)
    return Problem("front-matter-open", lines.position(*(meant.span(1) if meant else (0, 3))))
