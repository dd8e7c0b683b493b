"""What each problem code says, in Finnish and English.

A code is written once, in the module of what it is about. `tests/test_messages.py` holds every code to the same form:
the value quoted, what was expected, an example, what to do; no Python words, no blame.
"""

from __future__ import annotations

from tno.messages import (
    contacts,
    events,
    files,
    folders,
    freshness,
    hours,
    identifiers,
    keys,
    network,
    quality,
    site,
    syntax,
    values,
)
from tno.messages.message import Message

_ROOMS = (files, syntax, folders, keys, values, contacts, identifiers, hours, events, network, freshness, quality, site)

MESSAGES: dict[str, Message] = {code: message for room in _ROOMS for code, message in room.MESSAGES.items()}

__all__ = ["MESSAGES", "Message"]
