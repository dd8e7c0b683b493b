"""The point where libyaml gave up: what it said, and what it had read before."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError, YAMLError
from yaml._yaml import CParser
from yaml.events import ScalarEvent

from tno.frozen import frozen
from tno.read.lines import Lines
from tno.read.yaml_events import Event, Finding


@frozen
class Failure:
    """What libyaml said, and what it had read before."""

    lines: Lines
    context: str
    """What it was doing, e.g. "while scanning a quoted scalar"."""
    context_at: int
    problem: str
    at: int
    last: Event
    """The last scalar event before the error, or None."""
    in_brackets: bool
    """Whether the error is inside `[…]` or `{…}`."""

    @property
    def text(self) -> str:
        return self.lines.text

    def on_one_line(self, one: int, other: int) -> bool:
        return self.lines.line_of(one) == self.lines.line_of(other)

    def rest(self, index: int) -> str:
        """The line from `index` on; inside brackets only up to the next comma or bracket."""
        rest = self.lines.rest(index)
        return re.split(r"[],}]", rest, maxsplit=1)[0].strip() or rest if self.in_brackets else rest

    def finding(self, code: str, start: int, end: int | None = None, **data: str) -> Finding:
        value = self.rest(start) if end is None else self.text[start:end]
        return Finding(code, start, start + len(value) if value else None, {"value": value, **data})


def failure_in(lines: Lines) -> Failure:
    """Reads the text once more, to know what came before the error; without one, nothing failed at the start."""
    last, brackets = None, 0
    try:
        parser = CParser(lines.text)
        while (event := parser.get_event()) is not None:
            kind = type(event).__name__
            if type(event) is ScalarEvent:
                last = event
            elif brackets or getattr(event, "flow_style", False):
                brackets += kind.endswith("StartEvent") - kind.endswith("EndEvent")
    except MarkedYAMLError as error:
        at = error.problem_mark.index if error.problem_mark else 0
        context_at = error.context_mark.index if error.context_mark else at
        return Failure(lines, error.context or "", context_at, error.problem or "", at, last, brackets > 0)
    except (YAMLError, UnicodeError):  # a character libyaml refuses; it has no mark
        pass
    return Failure(lines, "", 0, "", 0, last, False)
