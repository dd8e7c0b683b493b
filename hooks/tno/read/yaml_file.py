"""YAML as editors write it: to plain values fast, and to the place of every value when a problem needs it."""

from __future__ import annotations

from collections.abc import Sequence

from yaml import YAMLError

from tno.frozen import frozen
from tno.position import Position
from tno.problem import Problem
from tno.read.comments import cut_off
from tno.read.lines import Lines
from tno.read.plain_yaml import plain_value
from tno.read.yaml_events import Builder, Finding, Member, Step, TooDeepError, Value
from tno.read.yaml_syntax import explained, quoted

__all__ = ["Parsed", "PlaceMap", "Step", "Value", "parse_yaml", "places_in"]


@frozen
class Parsed:
    """What a YAML text says."""

    data: Value
    """None when the text says nothing (only comments) or libyaml could not read it to the end."""
    problems: list[Problem]
    """In the order found. With data: what cannot be used was left out, the rest can be checked further."""


def parse_yaml(text: str, file: str, first_line: int = 1) -> Parsed:
    """The value of `text`, without storing places: about 40 µs for a record of 23 lines, 100 for unusual ones.

    Args:
        file: for the problems' places.
        first_line: the line of `file` on which `text` starts.
    """
    text = text.removeprefix("\ufeff")
    if (plain := plain_value(text)) is not None:
        return Parsed(plain, [])
    data, found, error, _ = _built(text)
    found += cut_off(text)
    if not found and error is None:
        return Parsed(data, [])
    lines = Lines(text, file, first_line)
    if any(finding.code == "yaml-duplicate-key" for finding in found):
        found = [*_built(text, places=True)[1], *cut_off(text)]
    if isinstance(error, (YAMLError, UnicodeError)):
        found = [*found, explained(error, lines)]
    return Parsed(data, [_problem(finding, lines) for finding in found])


def places_in(text: str, file: str, first_line: int = 1) -> PlaceMap:
    """The places of the values `parse_yaml` gives for the same text; without data every place is the text's start."""
    text = text.removeprefix("\ufeff")
    data, _, _, builder = _built(text, places=True)
    return PlaceMap(Lines(text, file, first_line), data, builder)


class PlaceMap:
    """Where the values of one text stand.

    A path is keys and 0-based list indexes from the text's root, e.g. `("channels", 0, "phone")`.
    """

    def __init__(self, lines: Lines, data: Value, builder: Builder | None) -> None:
        self._lines = lines
        self._data = data
        self._builder = builder

    def value(self, path: Sequence[Step]) -> Position:
        """The value's place, its length on its first line. An empty value is pointed at by its key or dash.

        Where the path does not exist, the nearest thing above that does: a map or a list written over several lines
        is pointed at by its key.
        """
        member, missing = self._member(path)
        if member is None:
            return self._lines.position(0)
        start, end = self._span(member)
        on_lines = getattr(member.value, "flow_style", None) is False
        if member.key is not None and (start == end or (missing and on_lines)):
            return self._key(member)
        if start == end and self._lines.text[start - 1 : start] == "-":
            start -= 1
        return self._lines.position(start, end)

    def key(self, path: Sequence[Step]) -> Position:
        """The key's place; of a list's item, and where the path does not exist, as `value` says."""
        member, missing = self._member(path)
        return self.value(path) if missing or member is None or member.key is None else self._key(member)

    def _key(self, member: Member) -> Position:
        return self._lines.position(member.key.start_mark.index, member.key.end_mark.index)

    def _member(self, path: Sequence[Step]) -> tuple[Member | None, bool]:
        """The events of the value at `path`, or of the nearest above it and True."""
        if self._builder is None or self._builder.members is None or self._builder.root is None:
            return None, True
        member, data = Member(None, self._builder.root), self._data
        for step in path:
            found = self._builder.members.get(id(data), {}).get(step)
            if found is None:
                return member, True
            member, data = found, _at(data, step)
        return member, False

    def _span(self, member: Member) -> tuple[int, int | None]:
        """Start and end as indexes; a map or list over several lines goes to the end of its first line."""
        event = member.value
        if not hasattr(event, "flow_style"):
            return event.start_mark.index, event.end_mark.index
        closing = self._builder.ends.get(event.start_mark.index) if self._builder and event.flow_style else None
        return event.start_mark.index, closing


def _at(data: Value, step: Step) -> Value:
    if isinstance(data, dict):
        return data[str(step)]
    return data[int(step)] if isinstance(data, list) else None


def _built(text: str, places: bool = False) -> tuple[Value, list[Finding], Exception | None, Builder | None]:
    """The value, what was refused, and why reading stopped, if it did."""
    try:
        builder = Builder(text, places)
    except (YAMLError, UnicodeError) as error:
        return None, [], error, None
    try:
        return builder.document(), builder.found, None, builder
    except (YAMLError, UnicodeError, TooDeepError) as error:
        return None, builder.found, error, builder


_QUOTED = frozenset(
    ("yaml-anchor", "yaml-alias", "yaml-tag", "yaml-merge", "yaml-documents", "yaml-key-not-text", "yaml-hard-space")
)
_MENDED_BY_QUOTING = frozenset(("yaml-anchor", "yaml-alias", "yaml-tag"))


def _problem(finding: Finding, lines: Lines) -> Problem:
    data = dict(finding.data)
    rest = lines.rest(finding.start)
    if finding.code in _QUOTED:
        data.setdefault("value", rest if finding.end is None else lines.text[finding.start : finding.end])
    if finding.code in _MENDED_BY_QUOTING:
        data["fixed"] = quoted(rest)
    if finding.earlier is not None:
        data["line"] = str(lines.line_of(finding.earlier))
    return Problem(finding.code, lines.position(finding.start, finding.end), data)
