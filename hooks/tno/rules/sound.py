"""Regions in which nothing was wrong last time, and where nothing has changed that could be: not looked through again.

A rule for errors that goes through `Review.records` or `Review.parts` asks of each record nothing but the record, of
others only those of its region, which records there are elsewhere and which were left out, the regions' own files, the
country's tables, the settings and the day. `tests/test_rules_sound.py` tries that with every mistake there is an
example of. A region with anything wrong in it is looked through each time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property

from tno.digest import digest_of
from tno.kept import Kept
from tno.model.left_out import LeftOut
from tno.model.network import Network

NAME = "sound-regions"
"""Under which is kept what each sound region was made of."""


class SoundRegions:
    """The regions of one check beside those of the check before."""

    def __init__(self, network: Network, day: date, left_out: LeftOut, kept: Kept) -> None:
        """
        Args:
            kept: guarded by program, country's tables, vocabularies and settings.
        """
        self._kept = kept
        self._own = {region.id: region.fingerprint for region in network.regions.values()}
        self._around = digest_of([str(day), str(sorted(left_out.items())), *_beside(network)])

    @cached_property
    def _known(self) -> Mapping[str, str]:
        return self._kept.read(NAME, self._around) or {}

    @property
    def unsure(self) -> frozenset[str]:
        """Ids of the regions that must be looked through."""
        return frozenset(region for region, own in self._own.items() if self._known.get(region) != own)

    def learn(self, faulty: Collection[str]) -> None:
        """Keep for the next check that all regions but the `faulty` are sound."""
        sound = {region: own for region, own in self._own.items() if region not in faulty}
        if sound != self._known:
            self._kept.write(NAME, self._around, sound)


def _beside(network: Network) -> Iterator[str]:
    """What records of any region may be wrong by: the regions' own files, which records there are."""
    for region in network.regions.values():
        yield f"{region.id} {region.profile.fingerprint}"
        for kind, known in region.records.items():
            yield kind
            yield " ".join(known)
