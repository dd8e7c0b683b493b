"""One value of an editor's file set anew, every other byte left as the editor wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tno.read import front_matter_span, parse_yaml
from tno.read.document import Document
from tno.read.yaml_events import Event, Member, Step, Value
from tno.yaml_text import flow, quoted

New = str | Sequence[str] | Mapping[str, "New"]
"""A text, a list or a map; lists and maps are written on one line."""


class CannotAmendError(ValueError):
    """The file cannot be changed safely by a program; its text says why, in English, for the caller's own message."""


def amended(text: str, file: str, path: Sequence[Step], value: New, after: Sequence[str] = ()) -> str:
    """`text` with `value` at `path`.

    Args:
        text: the whole file, Markdown with front matter or YAML, line breaks and byte order mark as they are.
        file: its name; `.md` is Markdown.
        path: keys and 0-based indexes, e.g. `("channels", 0, "phone")`; its parent must be there.
        value: what stands there afterwards.
        after: when the last key of `path` is new: keys it is written after, the last one that is there counts;
            none of them there: at the end of the map.

    Raises:
        CannotAmendError: the file has problems of its own, the parent is missing or not a map, or a map or list
            written over several lines stands where the value should.
    """
    start, end = front_matter_span(text) if file.endswith(".md") else (_bom(text), len(text))
    if file.endswith(".md") and not start:
        raise CannotAmendError("there is no front matter")
    part = text[start:end]
    parsed = parse_yaml(part, file)
    if parsed.problems:
        raise CannotAmendError(f"the file has a problem: {parsed.problems[0].code}")
    wanted = _with(parsed.data, path, value)
    new = _Text(part).set(path, value, after)
    again = parse_yaml(new, file)
    if again.problems or again.data != wanted:
        raise CannotAmendError("the file would say something else")
    return text[:start] + new + text[end:]


class _Text:
    """One YAML text and where its values stand."""

    def __init__(self, text: str) -> None:
        self._text: str = text
        self._document = Document(text)

    def set(self, path: Sequence[Step], value: New, after: Sequence[str]) -> str:
        data: Any = self._document.data
        member = self._document.root
        for step in path[:-1]:
            member, data = self._document.members(data)[step], data[step]
        members = self._document.members(data)
        if (found := members.get(path[-1])) is not None:
            return self._replaced(found, value)
        line = f"{path[-1]}: {flow(value)}"
        if getattr(member.value, "flow_style", False):
            return self._into_flow(member.value, line, after, members)
        return self._on_a_line(line, after, data, members)

    def _replaced(self, member: Member, value: New) -> str:
        start, end = self._span(member.value)
        if start == end and member.key is not None:  # nothing after the colon, or after spaces
            start = end = self._text.index(":", member.key.end_mark.index) + 1
        elif start == end:
            start = end = self._text.rindex("-", 0, start + 1) + 1
        space = " " if self._text[start - 1] in ":-" else ""
        has_comment = "#" in self._text[end : self._end_of_line(end)]
        written = quoted(value) if has_comment and isinstance(value, str) else flow(value)
        return self._text[:start] + space + written + self._text[end:]

    def _span(self, event: Event) -> tuple[int, int]:
        start, end = event.start_mark.index, event.end_mark.index
        if hasattr(event, "flow_style"):
            if not event.flow_style:
                raise CannotAmendError("a map or list over several lines stands here")
            end = self._document.end_of_brackets(event)
        elif event.style in ("|", ">"):
            end = start + len(self._text[start:end].rstrip())
        return start, end

    def _into_flow(self, event: Event, line: str, after: Sequence[str], members: Mapping[Step, Member]) -> str:
        if not members:
            place = event.start_mark.index + 1
            return self._text[:place] + line + self._text[place:]
        end = self._span(members[self._last(after, members)].value)[1]
        return self._text[:end] + ", " + line + self._text[end:]

    def _on_a_line(self, line: str, after: Sequence[str], data: Any, members: Mapping[Step, Member]) -> str:
        line_break = "\r\n" if "\r\n" in self._text else "\n"
        if not members:
            start = self._text
            return start + ("" if not start or start.endswith("\n") else line_break) + line + line_break
        first: int = next(iter(members.values())).key.start_mark.index
        indent = " " * (first - (self._text.rfind("\n", 0, first) + 1))
        step = self._last(after, members)
        end = self._end_of_line(self._deepest_end(members[step], data[step]))
        before: str = self._text[:end]
        return before + ("" if before.endswith("\n") else line_break) + indent + line + line_break + self._text[end:]

    def _last(self, after: Sequence[str], members: Mapping[Step, Member]) -> Step:
        """The key that the new one is written after."""
        there: list[Step] = [key for key in after if key in members]
        return (there or list(members))[-1]

    def _end_of_line(self, index: int) -> int:
        found: int = self._text.find("\n", index)
        return len(self._text) if found < 0 else found + 1

    def _deepest_end(self, member: Member, data: Any) -> int:
        if getattr(member.value, "flow_style", None) is False:
            parts = self._document.members(data).items()
            return max(self._deepest_end(part, data[step]) for step, part in parts)
        start, end = self._span(member.value)
        return end if start != end or member.key is None else int(member.key.end_mark.index)


def _with(data: Value, path: Sequence[Step], value: New) -> Value:
    """What the file should say afterwards."""
    step, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return [*data[:step], _with(data[step], rest, value) if rest else _plain(value), *data[step + 1 :]]
    if not isinstance(step, str) or not (isinstance(data, dict) or (data is None and not rest)):
        raise CannotAmendError(f"there is no place for {step}")
    there = data or {}
    if rest and step not in there:
        raise CannotAmendError(f"there is no {step}")
    return {**there, step: _with(there[step], rest, value) if rest else _plain(value)}


def _plain(value: New) -> Value:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value]


def _bom(text: str) -> int:
    return 1 if text.startswith("\ufeff") else 0
