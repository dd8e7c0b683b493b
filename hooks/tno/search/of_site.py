"""The search of a whole site: what can be found in each language, and whether that is what it was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tno.kept import Kept
from tno.pages import Page
from tno.records import Service
from tno.search.documents import Guide, SearchDocument, documents, guides_in
from tno.search.known import KnownDocuments
from tno.search.of_pages import search_files_of
from tno.views.scene import Scene


@dataclass
class SiteSearch:
    """The indexes of a site, a language each. Nothing is looked at before somebody asks."""

    pages: Callable[[], Sequence[Page]]
    """Every page of the build, in every language."""
    scene_of: Callable[[str], Scene]
    hand_written: Callable[[], Collection[str]]
    """Addresses of pages written by hand; empty: nobody has told them, all of `docs` count."""
    docs: Path
    """Pages written by hand."""
    kept: Kept | None
    """What indexes were made of in the build before."""
    part: str
    """Names the sections of this build, "" when it is of all: a part of a site has an index of its own."""
    guard: str
    """Whatever documents depend on besides pages."""
    _made_of: dict[str, str] = field(default_factory=dict)
    _made: dict[str, dict[str, SearchDocument | None]] = field(default_factory=dict)
    """Language → documents made while the hash was."""

    def made_of(self, language: str) -> str:
        """Hash of all that can be found in a language."""
        if (known := self._made_of.get(language)) is None:
            before = KnownDocuments(self.kept, f"search-{language}{self.part}", self.guard)
            known = before.made_of(self._pages_in(language), list(self._guides(language)), self.scene_of(language))
            self._made_of[language], self._made[language] = known, before.made
        return known

    def documents(self, language: str) -> list[SearchDocument]:
        """What can be found in a language, in the order of the index."""
        made = self._made.get(language, {})
        return documents(self._pages_in(language), self.scene_of(language), self._guides(language), made)

    def files(self, language: str) -> Iterator[tuple[str, str]]:
        """(path, text) of each file of a language's index."""
        return search_files_of(self.documents(language), self.scene_of(language))

    def _pages_in(self, language: str) -> list[Page]:
        pages = self.pages()
        own = [page for page in pages if page.language == language]
        return own if language == "fi" or not own else own + served_in(language, pages, own)

    def _guides(self, language: str) -> Iterator[Guide]:
        told = self.hand_written()
        for guide in guides_in(self.docs, language):
            if not told or guide.address in told:
                yield guide


def served_in(language: str, pages: Iterable[Page], own: Iterable[Page]) -> list[Page]:
    """Finnish pages of the services that serve in a language but have not been told in it.

    Args:
        own: the pages that are in the language.
    """
    told = {page.finnish_address for page in own if type(page.record) is Service}
    return [
        page
        for page in pages
        if type(page.record) is Service
        and page.language == "fi"
        and language in page.record.languages
        and page.address not in told
    ]
