"""Values → the text of a content file, as an editor would write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_PLAIN = re.compile(r"[^\W_][\w .()/+–-]*")
"""Text that needs no quotation marks: every value is read as text, so only YAML's own marks matter."""

NOTHING = frozenset(("null", "Null", "NULL"))
"""Words that are no text in YAML unless they are quoted."""
_BREAKS = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF)}
"""What JSON writes as it is and YAML reads as a line's end or not at all."""


def yaml_text(values: Mapping[str, Any], comments: Sequence[str] = ()) -> str:
    """A record as YAML, `comments` above it."""
    return "\n".join([*(f"# {comment}" for comment in comments), *_lines(values, "")]) + "\n"


def _lines(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ")
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            yield f"{indent}{key}:"
            for item in value:
                first, *rest = _lines(item, f"{indent}    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, list):
            yield f"{indent}{key}: [{', '.join(scalar(str(each)) for each in value)}]"
        elif "\n" in value:
            yield f"{indent}{key}: |-"
            yield from (f"{indent}  {line}" if line else "" for line in value.split("\n"))
        else:
            yield f"{indent}{key}: {scalar(value)}"


def scalar(text: str) -> str:
    """One text, in quotation marks where YAML would read it otherwise."""
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and text not in NOTHING:
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """One text in quotation marks."""
    return json.dumps(text, ensure_ascii=False).translate(_BREAKS)


def flow(value: str | Sequence[Any] | Mapping[str, Any]) -> str:
    """A value on one line: a text, `[a, b]` or `{a: b}`."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(flow(each) for each in value) + "]"
