"""What the index was made of last time: so that after a change only the changed pages are looked at again.

A page is known by the fingerprints of the records its document reads. Where they have changed, its document is made and
compared; when no document is another than before, the index stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

from tno.kept import Kept
from tno.pages import Page
from tno.records import Event, Organisation, Place, Service
from tno.search.documents import Guide, SearchDocument, document_maker
from tno.views.scene import Scene

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
        self._state: State = (kept.read(name, guard) if kept else None) or {}
        self.made: dict[str, SearchDocument | None] = {}
        """Address → document of the pages that were looked at again."""

    def made_of(self, pages: Iterable[Page], guides: Sequence[Guide], scene: Scene) -> str:
        """Hash of every document."""
        maker, state, digest = document_maker(scene), State(), blake2b(self._guard.encode(), digest_size=12)
        for page in pages:
            reads, known = _reads(page, scene), self._state.get(page.address)
            if known is None or known[0] != reads:
                document = self.made[page.address] = maker.document_of(page)
                known = reads, _hash(document) if document else ""
            state[page.address] = known
            digest.update(f"{page.address}{known[1]}".encode())
        digest.update(
            scene.facts.profiles_fingerprint.encode()
        )  # names of parts of regions are places that are searched
        for guide in guides:
            digest.update(repr(guide).encode())
        if state != self._state:
            self._state = state
            if self._kept:
                self._kept.write(self._name, self._guard, state)
        return digest.hexdigest()


def _reads(page: Page, scene: Scene) -> str:
    """Fingerprints of all that the page's document reads besides the country's tables and the vocabularies."""
    network, record = scene.network, page.record
    region = network.regions.get(page.region)
    parts = [page.title, region.profile.fingerprint if region else ""]
    if record is None:
        return "\0".join((*parts, page.description))
    others: list[Organisation | None] = []
    if isinstance(record, Service):
        parts.append(scene.facts.row_fingerprints[record.key])
        return "\0".join(parts)
    parts.append(record.fingerprint)
    if isinstance(record, Event):
        others = [network.find(Organisation, record.organiser)]
        if place := network.find(Place, record.place):
            parts.append(place.fingerprint)
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
