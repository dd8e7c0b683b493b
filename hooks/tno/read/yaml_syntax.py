"""Why libyaml could not go on, in terms of what an editor wrote.

libyaml names the rule that broke and where it noticed, which is often a line below the mistake. Here its English
texts, the last value it read and the characters around are turned into a problem code at the place to mend. The
texts are those of libyaml 0.2.5 (scanner.c, parser.c); an unknown one becomes `yaml-syntax`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tno.read.characters import FORBIDDEN, code_of, name_of
from tno.read.lines import Lines
from tno.read.yaml_events import CURLY, Event, Finding
from tno.read.yaml_failure import Failure, failure_in

_KEY_WITHOUT_SPACE = re.compile(r"[^\s:#\"'\[{]+:(?!//)(?=\S)")
_KEY = re.compile(r"[a-z][a-z0-9_-]*")
_TABS = re.compile(r"\t*")
_LONG_DASH = re.compile(r"^ *([–—−•‣·]) ?(?=\S)", re.MULTILINE)
_LINES_BACK = 3
FENCE = "```"
"""Where guides and conversations begin and end an example; people copy it along."""
_CLOSING = {"[": "]", "{": "}"}
_HARD_SPACES = "\u00a0\u2007\u202f\u3000"


def explained(error: Exception, lines: Lines) -> Finding:
    """The one problem for which libyaml stopped reading the text of `lines`."""
    if (match := FORBIDDEN.search(lines.text)) and not hasattr(error, "problem_mark"):
        data = {"character": name_of(match[0]), "count": "1"}
        return Finding(code_of(match[0]), match.start(), match.end(), data)
    failure = failure_in(lines)
    for explain in _EXPLANATIONS:
        if finding := explain(failure):
            return finding
    return failure.finding("yaml-syntax", failure.at)


def quoted(text: str) -> str:
    """`text` as a quoted YAML value, with the marks that need no escapes if possible."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _tab(failure: Failure) -> Finding | None:
    if failure.text[failure.at : failure.at + 1] == "\t" or "tab character" in failure.problem:
        tabs = _TABS.match(failure.text, failure.at)
        return Finding("yaml-tab", failure.at, max(tabs.end() if tabs else 0, failure.at + 1), {})
    return None


def _escape(failure: Failure) -> Finding | None:
    if failure.context != "while parsing a quoted scalar":
        return None
    start = max(failure.text.rfind("\\", failure.context_at, failure.at + 1), failure.context_at)
    return failure.finding("yaml-escape", start, min(start + 2, len(failure.text)))


def _long_dash(failure: Failure) -> Finding | None:
    """A dash of prose or a dot where the dash of a list is meant, on the line of the failure or the two before it."""
    end = failure.lines.end_of_line(failure.at)
    near = failure.text[:end].rsplit("\n", _LINES_BACK)
    begin = end - sum(map(len, near[1:])) - len(near) + 1 if len(near) > _LINES_BACK else 0
    found = list(_LONG_DASH.finditer(failure.text, begin, end))
    return failure.finding("yaml-dash-long", found[-1].start(1), character=found[-1][1]) if found else None


def _open_quote(failure: Failure) -> Finding | None:
    """A quotation mark without its pair: the file ends, or the next value's mark was taken for the pair."""
    if failure.context == "while scanning a quoted scalar":
        start = failure.context_at
    elif _is_quoted(failure.last) and _ends_at(failure) and not _one_line(failure):
        start = failure.last.start_mark.index
    else:
        return None
    return failure.finding("yaml-quote-open", start, character=failure.text[start])


def _text_after_quote(failure: Failure) -> Finding | None:
    if not (_is_quoted(failure.last) and _ends_at(failure)) or failure.in_brackets:
        return None
    start, rest = failure.last.start_mark.index, failure.rest(failure.at)
    whole = failure.rest(start)
    inner = whole[1:-1] if whole[-1] == whole[0] and whole.count(whole[0]) == 3 else whole
    return failure.finding("yaml-quote-rest", failure.at, fixed=quoted(inner)) if rest else None


def _is_quoted(event: Event) -> bool:
    return event is not None and event.style in ("'", '"')


def _ends_at(failure: Failure) -> bool:
    return failure.on_one_line(failure.last.end_mark.index, failure.at)


def _one_line(failure: Failure) -> bool:
    return failure.on_one_line(failure.last.start_mark.index, failure.last.end_mark.index)


def _colon(failure: Failure) -> Finding | None:
    """A key where no key can be: `name: Ohjaamo: Oulu`, or a line that the line before has swallowed."""
    if failure.problem == "found unexpected ':'":
        return failure.finding("yaml-colon-space", failure.context_at)
    if "mapping values are not allowed" not in failure.problem or failure.last is None:
        return None
    if failure.text[: failure.at].endswith(("]", "}")):
        return failure.finding("yaml-bracket-rest", failure.at)
    start = failure.last.start_mark.index
    if failure.on_one_line(start, failure.at):
        return _colon_in_text(failure, start)
    if found := _no_space(failure, start):
        return found
    if start == failure.lines.start_of_line(start) or _stands_above(failure, start):
        return failure.finding("yaml-colon-missing", start)
    return _swallowed(failure)


def _stands_above(failure: Failure, start: int) -> bool:
    """Whether the value at `start` is the line above, begun at the same column: a key without a colon."""
    lines = failure.lines
    before, here = lines.start_of_line(start), lines.start_of_line(failure.at)
    indent = failure.text[before:start]
    return (
        lines.end_of_line(start) + 1 == here
        and not indent.strip()
        and failure.text[here:].startswith(indent)
        and (not failure.text[here + len(indent) : here + len(indent) + 1].isspace())
    )


def _swallowed(failure: Failure) -> Finding:
    line = failure.lines.start_of_line(failure.at)
    start = line + len(failure.text[line:]) - len(failure.text[line:].lstrip())
    if _KEY.fullmatch(failure.text[start : failure.at]):
        return failure.finding("yaml-indent", start)
    return _colon_in_text(failure, start)


def _colon_in_text(failure: Failure, start: int) -> Finding:
    text = failure.rest(start)
    meant = text[1:-1].strip() if text[0] in CURLY and text[-1] in CURLY else text
    return failure.finding("yaml-colon-in-text", start, fixed=quoted(meant))


def _simple_key(failure: Failure) -> Finding | None:
    """A line that should have been `key: value`."""
    if failure.problem != "could not find expected ':'":
        return None
    start, rest = failure.context_at, failure.rest(failure.context_at)
    if re.match(r"-[^\s-]", rest):
        return failure.finding("yaml-dash-space", start)
    return _no_space(failure, start) or failure.finding("yaml-colon-missing", start)


def _no_space(failure: Failure, start: int) -> Finding | None:
    """`name:Ohjaamo`, or a no-break space after the colon, which looks right."""
    end = failure.lines.end_of_line(start)
    colon = failure.text.find(":", start, end)
    if 0 <= colon < end - 1 and failure.text[colon + 1] in _HARD_SPACES:
        return failure.finding("yaml-hard-space", start)
    return failure.finding("yaml-colon-space", start) if _KEY_WITHOUT_SPACE.match(failure.text, start, end) else None


def _dash(failure: Failure) -> Finding | None:
    if "block sequence entries are not allowed" not in failure.problem:
        return None
    if failure.rest(failure.at) == "-":
        return failure.finding("yaml-dash-alone", failure.at)
    return failure.finding("yaml-dash-inline", failure.at, fixed=quoted(failure.rest(failure.at)))


_MARKS = re.compile(
    "cannot start any token|mapping keys are not allowed|scanning (an alias|an anchor|a tag|a block scalar|a directive)"
    "|parsing a tag|incompatible YAML|parsing a block node.*node content"
)


def _first_mark(failure: Failure) -> Finding | None:
    """A value that begins with a mark of YAML's own: `@`, `%`, `*`, `]` …"""
    if not _MARKS.search(f"{failure.context} {failure.problem}"):
        return None
    start = failure.context_at if failure.context.startswith("while scanning a") else failure.at
    if not (raw := failure.rest(start)):
        return None
    if raw.startswith(FENCE):
        return failure.finding("yaml-fence", start)
    if raw.startswith("* ") and not failure.text[failure.lines.start_of_line(start) : start].strip():
        return failure.finding("yaml-dash-long", start, character="*")
    return failure.finding("yaml-first-mark", start, character=raw[0], fixed=quoted(raw))


def _brackets(failure: Failure) -> Finding | None:
    if "while parsing a flow" not in failure.context:
        return None
    start = failure.context_at
    bracket = failure.text[start : start + 1]
    if bracket not in _CLOSING or (failure.on_one_line(start, failure.at) and failure.lines.rest(failure.at)):
        return failure.finding("yaml-comma", failure.at)
    value = failure.lines.rest(start)
    data = {"value": value, "character": bracket, "closing": _CLOSING[bracket]}
    return Finding("yaml-bracket-open", start, start + len(value), data)


def _block(failure: Failure) -> Finding | None:
    """A line that fits none of the levels above it."""
    rest = failure.lines.rest(failure.at)
    if not rest:
        return None
    before = failure.text[failure.lines.start_of_line(failure.at) : failure.at].strip(" -")
    if rest[0] == ":" and not before:
        return Finding("yaml-key-empty", failure.at, failure.at + 1, {})
    if before:
        return failure.finding("yaml-bracket-rest" if before[-1] in "]}" else "yaml-syntax", failure.at)
    return failure.finding("yaml-list-indent" if re.match(r"-(\s|$)", rest) else "yaml-indent", failure.at)


_EXPLANATIONS: tuple[Callable[[Failure], Finding | None], ...] = (
    _tab,
    _long_dash,
    _escape,
    _open_quote,
    _text_after_quote,
    _colon,
    _simple_key,
    _dash,
    _first_mark,
    _brackets,
    _block,
)
"""The first that answers explains; earlier ones are surer."""
