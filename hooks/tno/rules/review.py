"""What a rule is given and what it answers: every rule is a function from a `Review` to `Finding`s."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from tno.country import Municipality
from tno.frozen import frozen
from tno.model.left_out import LeftOut
from tno.model.network import Network
from tno.problem import Fault
from tno.records import Record
from tno.rules.fields import Parts, parts_of
from tno.settings import Settings


@frozen
class Review:
    """A network to be checked on a day."""

    network: Network
    day: date
    settings: Settings
    left_out: LeftOut = field(default_factory=dict)
    unsure: Collection[str] | None = None
    """Regions whose records and parts are gone through; None: all."""

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records, region by region: the region's own file first, then kind by kind in alphabetical order."""
        return tuple(
            record
            for region in self.network.regions.values()
            if self.unsure is None or region.id in self.unsure
            for record in (region.profile, *chain.from_iterable(kind.values() for kind in region.records.values()))
        )

    @cached_property
    def parts(self) -> Parts:
        """Every part of the records, by its model."""
        return parts_of(self.records)

    def municipality(self, text: str) -> Municipality | None:
        """The municipality that `text` names, each text looked up once."""
        if text not in self._municipalities:
            self._municipalities[text] = self.network.country.find_municipality(text)
        return self._municipalities[text]

    @cached_property
    def _municipalities(self) -> dict[str, Municipality | None]:
        return {}


class Finding(NamedTuple):
    """A fault of one record, found by looking at others."""

    record: Record
    fault: Fault


Findings = Iterator[Finding]


def finding(record: Record, code: str, *path: str | int, **data: str) -> Finding:
    """A finding at the value at `path` of `record`."""
    return Finding(record, Fault(code, path, data))


def finding_at_key(record: Record, code: str, *path: str | int, **data: str) -> Finding:
    """A finding at the key at `path`, for what is missing from a long value."""
    return Finding(record, Fault(code, path, data, at_key=True))
