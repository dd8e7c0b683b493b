"""What the index was made of last time: so that after a change only the changed pages are looked at again.

A region whose records are as they were, and with them all organisations and places, has the same documents. Else each
of its pages is known by the fingerprints of the records its document reads. Where they have changed, its document is
made and compared; when no document is another than before, the index stays as it is. When documents are found by the
same words and only what their results show has changed (a telephone number), these are known by their addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tno.digest import digest, digest_of
from tno.kept import Kept
from tno.page import Page
from tno.records import Agreement, Event, Organisation, Place, Record, Service
from tno.search.document import SearchDocument
from tno.search.documents import DocumentMaker, document_maker
from tno.search.guides import Guide
from tno.views.agreement_chain import state_of
from tno.views.scene import Scene

Hashes = tuple[str, str]
"""Of what a document is found by; of what only its result shows. Or of several documents."""
Regions = dict[str, tuple[str, Hashes]]
"""Region → what the documents of its records are made of, hashes of all these documents."""
State = dict[str, tuple[str, Hashes]]
"""Address → what the page's document reads, hashes of the document."""
_NONE = "", ""


class MadeOf(NamedTuple):
    """What an index is made of."""

    found_by: str
    """Hash of all that documents are found by, and of their order."""
    shown: str
    """The same, and of all that results show."""


class KnownDocuments:
    """The state of one language's index, kept between builds."""

    def __init__(self, kept: Kept | None, name: str, guard: str) -> None:
        """
        Args:
            name: under which the state is kept.
            guard: whatever else documents depend on.
        """
        self._kept, self._name, self._guard = kept, name, guard
        former, regions = (kept.read(name, guard) if kept else None) or ("", {})
        self.former: str = former
        """`MadeOf.shown` of the build before."""
        self._regions: Regions = regions
        self.made: dict[str, SearchDocument | None] = {}
        """Address → document of the pages that were looked at again."""
        self.shown_anew: set[str] = set()
        """Addresses of those of them whose results show something else."""

    def made_of(
        self,
        others: Iterable[Page],
        of_records: Mapping[str, Callable[[], Iterable[Page]]],
        guides: Sequence[Guide],
        scene: Scene,
    ) -> MadeOf:
        """What all documents are made of.

        Args:
            others: pages of no record. What is told of them is in title, description and the regions' own files.
            of_records: region → pages of its records, asked for only where something has changed.
        """
        maker, facts, regions = document_maker(scene), scene.facts, Regions()
        for region, pages in of_records.items():
            reads, known = _made_of(facts, region), self._regions.get(region)
            if known is None or known[0] != reads:
                known = reads, self._looked_through(region, pages(), maker)
            regions[region] = known
        own = (f"{page.address}\0{page.title}\0{page.description}" for page in others)
        words = (hashes[0] for _, hashes in regions.values())
        found_by = digest_of((self._guard, facts.profiles_fingerprint, *words, *own, *map(repr, guides)))
        made_of = MadeOf(found_by, digest_of((found_by, *(hashes[1] for _, hashes in regions.values()))))
        if self._kept and (made_of.shown, regions) != (self.former, self._regions):
            self._kept.write(self._name, self._guard, (made_of.shown, regions))
        return made_of

    def _looked_through(self, region: str, pages: Iterable[Page], maker: DocumentMaker) -> Hashes:
        """Hashes of the documents of a region's records; only those that may have changed are made."""
        name, state, facts = f"{self._name}+{region}", State(), maker.scene.facts
        before: State = (self._kept.read(name, self._guard) if self._kept else None) or {}
        for page in pages:
            reads, known = _reads(page, facts), before.get(page.address)
            if known is None or known[0] != reads:
                document = self.made[page.address] = maker.document_of(page)
                hashes = _hashes(document) if document else _NONE
                if known is None or known[1][1] != hashes[1]:
                    self.shown_anew.add(page.address)
                known = reads, hashes
            state[page.address] = known
        if state != before and self._kept:
            self._kept.write(name, self._guard, state)
        words = (f"{address} {hashes[0]}" for address, (_, hashes) in state.items())
        return digest_of(words), digest_of(hashes[1] for _, hashes in state.values())


def _made_of(facts: Scene, region: str) -> str:
    """All that documents of a region's records read besides the country's tables and the vocabularies, and more."""
    named = facts.kind_fingerprint(Organisation), facts.kind_fingerprint(Place)
    return digest_of((facts.network.regions[region].fingerprint, facts.profiles_fingerprint, *named))


def _reads(page: Page, facts: Scene) -> str:
    """Fingerprints of all that the page's document reads besides the country's tables and the vocabularies."""
    network, record = facts.network, page.record
    assert record is not None
    parts, others = [page.title, facts.profiles_fingerprint], list[Record | None]()
    parts.append(record.fingerprint)
    if isinstance(record, Service):
        parts.append(facts.row_fingerprints[record.key])
    if isinstance(record, Agreement):
        parts.append(state_of(facts, record))
    if isinstance(record, Event):
        others = [network.find(Organisation, record.organiser), network.find(Place, record.place)]
    return "\0".join((*parts, *(other.fingerprint for other in others if other)))


def _hashes(document: SearchDocument) -> Hashes:
    """Sets have no order, so areas are told by their sorted codes."""
    texts = (*document.keywords, "", *document.brief, "", *document.leads)
    named = document.kind, document.address, document.title, document.summary
    words = _told(document.areas), *named, str(document.ages), str(document.guides), document.rest, *texts
    facts = document.where, document.whose, document.reach, document.hours, document.spoken, document.towns
    return _hash(words), _hash((*facts, document.for_whom, document.finnish))


def _hash(texts: Sequence[str]) -> str:
    return digest("\0".join(texts), size=8)


@lru_cache(maxsize=1 << 12)
def _told(areas: frozenset[str]) -> str:
    return " ".join(sorted(areas))
