"""What is wrong with the content, as data: a code, a place and the values a message needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from tno.frozen import frozen
from tno.position import Position


class Severity(Enum):
    """How much a problem matters. Which code has which severity stands in `tno.messages`."""

    ERROR = "virhe"
    """Stops publishing: a wrong or missing fact."""
    WARNING = "varoitus"
    """Is shown and never stops: something a person should look at."""


@frozen
class Fault:
    """A problem inside one record, before anybody has looked up where the record stands."""

    code: str
    """A key of `tno.messages.MESSAGES`."""
    path: tuple[str | int, ...] = ()
    """Keys and 0-based list indexes from the record's root to the value, e.g. `("channels", 0, "phone")`."""
    data: Mapping[str, str] = field(default_factory=dict)
    """Values for the message's placeholders. `value` is quoted; `suggestion` becomes "Tarkoititko …?"."""
    at_key: bool = False
    """Point at the key instead of its value (an unknown key, a key with nothing after it)."""


@frozen
class Problem:
    """A fault with its place: what the checks report."""

    code: str
    position: Position
    data: Mapping[str, str] = field(default_factory=dict)

    @property
    def order(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
        """Sort key: by file, line, column, then code, so that two runs report alike."""
        place = self.position
        return place.file, place.line, place.column, self.code, tuple(sorted(self.data.items()))
