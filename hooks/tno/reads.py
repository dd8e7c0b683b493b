"""What record pages read in the build that left the site as it is, so that few of them need be asked again.

A record's page is made of the fingerprints of the records it reads. When of some records only that has changed which is
*told* of them (a phone number, a text, hours) and nothing by which pages find them (whose they are, what they mention,
whom they serve), every page still reads the same records: only those that have read one of the changed can be other
than they were. After any other change, or when the last run's records are not known, every page is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tno.model.network import KIND_OF, Network
from tno.records import Event, Organisation, Record, RegionProfile, Service

Named = tuple[str, str]
"""Kind and key of a record."""
Fingerprints = dict[str, dict[str, dict[str, str]]]
"""Region → kind → id → fingerprint, of every record."""

MOST = 100
"""When more records have changed, every page is asked: looking for so many costs as much."""

_TEXTS = frozenset({"name", "summary", "body", "source", "verified", "fingerprint", "translations"})
TOLD: Mapping[type[Record], frozenset[str]] = {
    Service: _TEXTS
    | {"kind", "target_groups", "languages", "channels", "eligibility", "how_to_start", "bring", "price", "anonymous"}
    | {"appointment", "alert", "synonyms"},
    Event: _TEXTS
    | {"description", "outcome", "price", "signup", "start", "end", "duration", "repeat", "extra", "except_"},
    Organisation: _TEXTS | {"short_name", "website", "email", "phone", "contacts"},
}
"""Kind of record → fields that are told on pages, and by which no page of a record chooses what it reads."""


class Reads(NamedTuple):
    """What the pages of one build have read."""

    guard: str
    """Whatever else decides what pages read: program, day, which pages there are and from which files."""
    fingerprints: Fingerprints
    pages: dict[str, str]
    """Address of a record's page → the fingerprints it was made of."""
    hashes: dict[str, str]
    """Address of a record's page → hash of its content, for the ledger."""

    def unconcerned(
        self, guard: str, now: Fingerprints, network: Network, former: Mapping[Named, Record]
    ) -> frozenset[str]:
        """Addresses of those of these pages that must be as they were; none, when any of them may have changed.

        Args:
            former: changed records as they were in the last run.
        """
        if guard != self.guard or (changed := self._changed(now)) is None:
            return frozenset()
        if not all(_only_told(network, each, former.get((each.kind, each.key))) for each in changed):
            return frozenset()
        concerned = {address for each in changed for address, read in self.pages.items() if each.fingerprint in read}
        return frozenset(self.pages.keys() - concerned)

    def _changed(self, now: Fingerprints) -> list[Changed] | None:
        """Records that are not as they were; None when there are too many, or one is new or gone."""
        before, found = self.fingerprints, list[Changed]()
        if before.keys() != now.keys():
            return None
        for region, kinds in now.items():
            if before[region] == kinds:
                continue
            if before[region].keys() != kinds.keys():
                return None
            for kind, known in kinds.items():
                former = before[region][kind]
                if former.keys() != known.keys():
                    return None
                found += [Changed(kind, f"{region}/{own}", former[own]) for own in known if known[own] != former[own]]
        return found if len(found) <= MOST else None


class Changed(NamedTuple):
    """A record that is not as it was."""

    kind: str
    key: str
    fingerprint: str
    """As it was."""


def _only_told(network: Network, changed: Changed, former: Record | None) -> bool:
    """Whether a changed record differs from the one that pages have read in nothing but what is told."""
    if former is None or former.fingerprint != changed.fingerprint:
        return False  # the last run was not the one that made these pages
    if (told := TOLD.get(type(former))) is None:
        return False
    record = network.all_of(type(former))[changed.key]
    if _is_offered(network, former) != _is_offered(network, record):
        return False
    rest = type(former).model_fields.keys() - told
    return all(getattr(record, name) == getattr(former, name) for name in rest)


def fingerprints_of(network: Network) -> Fingerprints:
    """Fingerprint of every record there is."""
    found = {}
    for region in network.regions.values():
        own = {kind: dict(known) for kind, known in region.fingerprints.items()}
        found[region.id] = {KIND_OF[RegionProfile]: {region.id: region.profile.fingerprint}, **own}
    return found


def _is_offered(network: Network, record: Record) -> bool:
    return isinstance(record, Service) and network.offers(record)
