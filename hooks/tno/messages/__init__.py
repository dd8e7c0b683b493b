"""What each problem code says, in Finnish and English.

A code is written once, in the module of the room that finds the problem. `tests/test_messages.py` holds every
code to the same form: the value quoted, what was expected, an example, what to do; no Python words, no blame.
"""

from __future__ import annotations

from tno.messages import calendar, reading, records, rules
from tno.messages.message import Message

MESSAGES: dict[str, Message] = {**reading.MESSAGES, **records.MESSAGES, **calendar.MESSAGES, **rules.MESSAGES}

__all__ = ["MESSAGES", "Message"]
