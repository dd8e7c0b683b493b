"""What is told of a record on few pages: its details. The rest is its gist.

Four hundred pages list a service, count it or lead to it; those that tell its telephone number or its text are a
handful. So a record has two fingerprints: one of all that it is, and one of its gist (`Record.gist`), of which
everything is made that tells no details of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tno.digest import digest

DETAILS: Mapping[str, frozenset[str]] = {
    "service": frozenset({"body", "source", "how_to_start", "bring"}),
}
"""Kind → fields that are details, for kinds that have any. Nothing is found, counted, chosen or ordered by them."""
_CHANNELS = "channels"
OF_CHANNEL = frozenset({"phone", "email", "url", "call_charge", "answer_time", "note"})
"""The same of a channel: that it has a number is no detail, which number it is is one."""


def without_details(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The plain values of a record, but for its details."""
    details = DETAILS[kind]
    gist = {name: value for name, value in values.items() if name not in details}
    if isinstance(channels := gist.get(_CHANNELS), list):
        gist[_CHANNELS] = [_channel(each) if isinstance(each, dict) else each for each in channels]
    return gist


def mark_of_ways(key: str, channels: Iterable[Any]) -> str:
    """A few letters that change with the numbers and addresses of a record's channels."""
    return digest(key + "".join([f"\0{each.phone}\0{each.email}\0{each.url}" for each in channels]), size=4)


def _channel(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: bool(value) if name in OF_CHANNEL else value for name, value in values.items()}
