"""Records as the text files an editor would write: YAML in block style, Markdown with front matter.

An own emitter of forty lines, because the load has tens of thousands of records and PyYAML's takes a millisecond each;
what it writes is read back by the tests with PyYAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

FLOW_WIDTH = 100
"""Lists of plain words up to this many characters stand on one line."""

_PLAIN = re.compile(r"[A-Za-zÅÄÖåäö0-9][\w ÅÄÖåäö./?()–-]*", re.ASCII)
_NOT_TEXT = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n)|[\d. ]+(?:e\d+)?")


def scalar(value: Any) -> str:
    """One value on one line; text in double quotes unless it is plain without doubt."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and not _NOT_TEXT.fullmatch(value) and value == value.rstrip()
        return value if plain else json.dumps(value, ensure_ascii=False)
    return str(value)


def block(value: Any, indent: str = "") -> Iterator[str]:
    """The lines of a mapping or a list; keys that hold None are left out."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if inner is not None:
                yield from _entry(f"{indent}{scalar(key)}:", inner, indent)
    else:
        for inner in value:
            lines = list(block(inner, indent + "  ")) if _nested(inner) else [f"{indent}  {scalar(inner)}"]
            yield f"{indent}- {lines[0][len(indent) + 2 :]}"
            yield from lines[1:]


def _nested(value: Any) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str))


def _entry(head: str, value: Any, indent: str) -> Iterator[str]:
    if not _nested(value):
        yield f"{head} {scalar(value)}"
        return
    if isinstance(value, Sequence) and not any(map(_nested, value)):
        line = f"{head} [{', '.join(map(scalar, value))}]"
        if len(line) <= FLOW_WIDTH:
            yield line
            return
    yield head
    yield from block(value, indent + "  ")


def yaml_text(value: Any) -> str:
    """A YAML file."""
    return "\n".join(block(value)) + "\n"


def markdown_text(facts: Mapping[str, Any], body: str) -> str:
    """A Markdown file with `facts` in its front matter."""
    return f"---\n{yaml_text(facts)}---\n\n{body}\n"


def write(path: Path, text: str) -> None:
    """Write `text` as UTF-8, making the folders on the way."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
