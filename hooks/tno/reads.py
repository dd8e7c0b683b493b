"""What pages read in the build that left the site as it is, so that few of them need be asked again.

A page is made of the fingerprints of the records it reads. When of some records only *details* have changed
(`records/details.py`), every page still reads the same records, and only those that have read a whole fingerprint of
the changed can be other than they were. A page names whole fingerprints one by one; gists it may sum up. Pages that
tell no details but numbers (`details.mark_of_ways`) name a shorter mark of these instead: where nothing else has
changed, the new number is put in the written page.

When that has changed as well which is *told* of records (a name, hours), but nothing by which they are found (whose
they are, what they mention, whom they serve), the same holds of pages of records; pages that list, count and order are
asked. After any other change, or when the last run's records are not known, every page is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tno.model.network import KIND_OF, Network
from tno.records import Event, Organisation, Record, RegionProfile, Service
from tno.records.details import mark_of_ways

Named = tuple[str, str]
"""Kind and key of a record."""
Fingerprints = dict[str, dict[str, dict[str, str]]]
"""Region → kind → id → fingerprint, of every record."""

DETAILS, TOLD_TOO, MORE = range(3)
"""How far a record is from what it was: details alone differ, what is told, or that by which pages choose records."""
MOST = 100
"""When more records have changed, every page is asked: looking for so many costs as much."""

_TEXTS = frozenset({"name", "summary", "body", "source", "verified", "fingerprint", "gist", "translations"})
TOLD: Mapping[type[Record], frozenset[str]] = {
    Service: _TEXTS
    | {"kind", "target_groups", "channels", "eligibility", "how_to_start", "bring", "price", "anonymous"}
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
    of_records: dict[str, str]
    """Address of a record's page → the fingerprints it was made of."""
    others: dict[str, str]
    """The same of other pages, but for those that read more than records."""
    hashes: dict[str, str]
    """Address of each of these pages → hash of its content, for the ledger."""
    files: list[str]
    """Paths of the site's other files that tell no details of any record."""

    def read_by(self, address: str) -> str:
        """The fingerprints that one of these pages was made of."""
        return self.of_records.get(address) or self.others[address]

    def unconcerned(
        self, guard: str, now: Fingerprints, network: Network, former: Mapping[Named, Record]
    ) -> Unconcerned:
        """Those of these pages and files that must be as they were; none, when any of them may have changed.

        Args:
            former: changed records as they were in the last run.
        """
        if guard != self.guard or (changed := self._changed(now)) is None:
            return NOTHING
        known = [former.get((each.kind, each.key)) for each in changed]
        differences = [_difference(network, *pair) for pair in zip(changed, known, strict=True)]
        if MORE in differences:
            return NOTHING
        pages, files = self.of_records | self.others, self.files
        before = {each.fingerprint for each in changed}
        if TOLD_TOO in differences:
            pages, files, before = self.of_records, [], before | {record.gist for record in known if record}
        concerned = {address for text in before for address, read in pages.items() if text in read}
        renumbered: dict[str, list[Renumbered]] = {}
        for service in [] if TOLD_TOO in differences else [*_renumbered(network, known)]:
            for address, read in pages.items():
                if service.before in read and address not in concerned:
                    renumbered.setdefault(address, []).append(service)
        return Unconcerned(frozenset(pages.keys() - concerned - renumbered.keys()), files, renumbered)

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


class Renumbered(NamedTuple):
    """A service of which lists tell another number or address."""

    key: str
    before: str
    """The mark of its numbers as pages have read it (`details.mark_of_ways`)."""
    now: str


class Unconcerned(NamedTuple):
    """What must be as it was."""

    pages: frozenset[str]
    """Addresses."""
    files: Sequence[str]
    """Paths."""
    renumbered: Mapping[str, Sequence[Renumbered]]
    """Address → services of which it tells another number or address now; otherwise the page is as it was."""


NOTHING = Unconcerned(frozenset(), (), {})


class Changed(NamedTuple):
    """A record that is not as it was."""

    kind: str
    key: str
    fingerprint: str
    """As it was."""


def _renumbered(network: Network, known: Sequence[Record | None]) -> Iterator[Renumbered]:
    for former in known:
        if isinstance(former, Service) and (service := network.find(Service, former.key)):
            before, now = (mark_of_ways(each.key, each.channels) for each in (former, service))
            if before != now:
                yield Renumbered(service.key, before, now)


def _difference(network: Network, changed: Changed, former: Record | None) -> int:
    """In what a changed record differs from the one that pages have read."""
    if former is None or former.fingerprint != changed.fingerprint:
        return MORE  # the last run was not the one that made these pages
    if (told := TOLD.get(type(former))) is None:
        return MORE
    record = network.regions[former.region].records[changed.kind][former.id]
    if record.gist == former.gist:
        return DETAILS
    if _is_offered(network, former) != _is_offered(network, record):
        return MORE
    rest = type(former).model_fields.keys() - told
    return TOLD_TOO if all(getattr(record, name) == getattr(former, name) for name in rest) else MORE


def fingerprints_of(network: Network) -> Fingerprints:
    """Fingerprint of every record there is."""
    found = {}
    for region in network.regions.values():
        own = {kind: dict(known) for kind, known in region.fingerprints.items()}
        found[region.id] = {KIND_OF[RegionProfile]: {region.id: region.profile.fingerprint}, **own}
    return found


def _is_offered(network: Network, record: Record) -> bool:
    return isinstance(record, Service) and network.offers(record)
