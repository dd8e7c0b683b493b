"""Text that a `#` has cut off: a note on the line of a value cannot be told from a value that goes on."""

from __future__ import annotations

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import ScalarEvent

from tno.read.yaml_events import Event, Finding

_AFTER_SPACE = (" #", "\t#")


def cut_off(text: str) -> list[Finding]:
    """Each place where text follows a plain value on its line after ` #`; none for notes on lines of their own.

    Quoted and indented texts hold a `#` as it is, and a note after a closing quotation mark cuts off nothing. The text
    is read once more, but only where it has a `#` after a space at all.
    """
    if not any(mark in text for mark in _AFTER_SPACE):
        return []
    found: list[Finding] = []
    try:
        parser = CParser(text)
        while (event := parser.get_event()) is not None:
            found += _after_value(text, event)
    except (YAMLError, UnicodeError):  # told by the one who reads the values
        pass
    return found


def _after_value(text: str, event: Event) -> list[Finding]:
    """The finding for a `#` that follows a plain value on its line."""
    if type(event) is not ScalarEvent or event.style or not event.value:
        return []
    end: int = event.end_mark.index  # type: ignore[union-attr]
    newline = text.find("\n", end)
    rest = text[end : newline if newline >= 0 else len(text)]
    left = rest.strip()
    if not rest[:1].isspace() or not left.startswith("#") or not left.strip("# "):
        return []
    start = end + rest.index("#")
    return [Finding("yaml-text-cut", start, start + len(left), {"value": left})]
