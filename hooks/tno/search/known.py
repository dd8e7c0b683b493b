"""What the index was made of last time: so that after a change only the changed pages are looked at again.

A region whose records are as they were, and with them all organisations and places, has the same documents. Else each
of its pages is known by the fingerprints of the records its document reads. Where they have changed, its document is
made and compared; when no document is another than before, the index stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

from tno.digest import digest_of
from tno.kept import Kept
from tno.pages import Page
from tno.records import Event, Organisation, Place, Record, Service
from tno.search.documents import DocumentMaker, Guide, SearchDocument, document_maker
from tno.views.scene import Scene

Regions = dict[str, tuple[str, str]]
"""Region → what the documents of its records are made of, hash of all these documents."""
State = dict[str, tuple[str, str]]
"""Address → what the page's document reads, hash of the document."""


class KnownDocuments:
    """The state of one language's index, kept between builds."""

    def __init__(self, kept: Kept | None, name: str, guard: str) -> None:
        """
        Args:
            name: under which the state is kept.
            guard: whatever else documents depend on.
        """
        self._kept, self._name, self._guard = kept, name, guard
        self._regions: Regions = (kept.read(name, guard) if kept else None) or {}
        self.made: dict[str, SearchDocument | None] = {}
        """Address → document of the pages that were looked at again."""

    def made_of(
        self,
        others: Iterable[Page],
        of_records: Mapping[str, Callable[[], Iterable[Page]]],
        guides: Sequence[Guide],
        scene: Scene,
    ) -> str:
        """Hash of every document.

        Args:
            others: pages of no record. What is told of them is in title, description and the regions' own files.
            of_records: region → pages of its records, asked for only where something has changed.
        """
        maker, facts, regions = document_maker(scene), scene.facts, Regions()
        for region, pages in of_records.items():
            made_of = _made_of(facts, region)
            known = self._regions.get(region)
            if known is None or known[0] != made_of:
                known = made_of, self._looked_through(region, pages(), maker)
            regions[region] = known
        if regions != self._regions and self._kept:
            self._kept.write(self._name, self._guard, regions)
        own = (f"{page.address}\0{page.title}\0{page.description}" for page in others)
        documents = (known for _, known in regions.values())
        return digest_of((self._guard, facts.profiles_fingerprint, *documents, *own, *map(repr, guides)))

    def _looked_through(self, region: str, pages: Iterable[Page], maker: DocumentMaker) -> str:
        """Hash of the documents of a region's records; only those that may have changed are made."""
        name, state, facts = f"{self._name}-{region}", State(), maker.scene.facts
        before: State = (self._kept.read(name, self._guard) if self._kept else None) or {}
        for page in pages:
            reads, known = _reads(page, facts), before.get(page.address)
            if known is None or known[0] != reads:
                document = self.made[page.address] = maker.document_of(page)
                known = reads, _hash(document) if document else ""
            state[page.address] = known
        if state != before and self._kept:
            self._kept.write(name, self._guard, state)
        return digest_of(f"{address} {known}" for address, (_, known) in state.items())


def _made_of(facts: Scene, region: str) -> str:
    """All that documents of a region's records read besides the country's tables and the vocabularies, and more."""
    named = facts.kind_fingerprint(Organisation), facts.kind_fingerprint(Place)
    return digest_of((facts.network.regions[region].fingerprint, facts.profiles_fingerprint, *named))


def _reads(page: Page, facts: Scene) -> str:
    """Fingerprints of all that the page's document reads besides the country's tables and the vocabularies."""
    network, record = facts.network, page.record
    assert record is not None
    parts, others = [page.title, facts.profiles_fingerprint], list[Record | None]()
    if isinstance(record, Service):
        parts.append(facts.row_fingerprints[record.key])
    else:
        parts.append(record.fingerprint)
    if isinstance(record, Event):
        others = [network.find(Organisation, record.organiser), network.find(Place, record.place)]
    return "\0".join((*parts, *(other.fingerprint for other in others if other)))


def _hash(document: SearchDocument) -> str:
    """Sets have no order, so areas are told by their sorted codes."""
    texts = (*document.keywords, "", *document.brief, "", *document.leads)
    shown = (document.kind, document.address, document.title, document.summary, document.where, document.whose)
    own = (*shown, document.phone, document.rest, *texts)
    return blake2b("\0".join((_told(document.areas), *own)).encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=1 << 12)
def _told(areas: frozenset[str]) -> str:
    return " ".join(sorted(areas))
