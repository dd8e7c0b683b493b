"""Values → the text of a content file, as an editor would write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_PLAIN = re.compile(r"[^\W_][\w .()/+–-]*")
"""Text that needs no quotation marks: every value is read as text, so only YAML's own marks matter."""


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
    if _PLAIN.fullmatch(text) and not text.endswith(" "):
        return text
    return json.dumps(text, ensure_ascii=False)
