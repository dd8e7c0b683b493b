"""From files to plain values: dictionaries, lists and text, with the place of each when asked.

Nothing here knows what the content means, and nothing is guessed: `no`, `12:30`, `00100` and dates stay text as
written. What cannot be read becomes a `Problem`, never an exception.
"""

from __future__ import annotations

from tno.read.markdown_file import (
    ParsedMarkdown,
    body_position,
    front_matter_span,
    parse_markdown,
    places_in_markdown,
)
from tno.read.source import Source, SourceReader, read_source
from tno.read.yaml_file import Parsed, PlaceMap, Value, parse_yaml, places_in

__all__ = [
    "Parsed",
    "ParsedMarkdown",
    "PlaceMap",
    "Source",
    "SourceReader",
    "Value",
    "body_position",
    "front_matter_span",
    "parse_markdown",
    "parse_yaml",
    "places_in",
    "places_in_markdown",
    "read_source",
]
