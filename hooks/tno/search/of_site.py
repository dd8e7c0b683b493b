"""The search of a whole site: what can be found in each language, and whether that is what it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from tno.kept import Kept
from tno.page import Page
from tno.record_pages import RECORD_TEMPLATES
from tno.records import Service
from tno.search.document import SearchDocument
from tno.search.documents import documents
from tno.search.guides import Guide, guides_in
from tno.search.index import BLOCK, told_anew
from tno.search.known import KnownDocuments, MadeOf
from tno.search.of_pages import FOLDER, search_files_of
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
    _made_of: dict[str, MadeOf] = field(default_factory=dict)
    _known: dict[str, KnownDocuments] = field(default_factory=dict)

    def made_of(self, language: str) -> MadeOf:
        """What all that can be found in a language is made of."""
        if (known := self._made_of.get(language)) is None:
            before = KnownDocuments(self.kept, self._name(language), self.guard)
            of_records = {region: partial(self._of_records, language, region) for region in self._regions(language)}
            guides = list(self._guides(language))
            known = before.made_of(self._pages[language, ""], of_records, guides, self.scene_of(language))
            self._made_of[language], self._known[language] = known, before
        return known

    def _name(self, language: str) -> str:
        return f"search-{language}{self.part}"

    def documents(self, language: str) -> list[SearchDocument]:
        """What can be found in a language, in the order of the index."""
        made = self._known[language].made if language in self._known else {}
        return documents(self._pages_in(language), self.scene_of(language), self._guides(language), made)

    def files(self, language: str) -> Iterator[tuple[str, str]]:
        """(path, text) of each file of a language's index."""
        found = self.documents(language)
        if self.kept and language in self._made_of:
            order = [document.address for document in found]
            self.kept.write(f"{self._name(language)}-order", self._made_of[language].found_by, order)
        return search_files_of(found, self.scene_of(language))

    def former_shown(self, language: str) -> str:
        """`made_of(language).shown` of the build before."""
        self.made_of(language)
        return self._known[language].former

    def shown_anew(self, language: str) -> Mapping[str, Callable[[str], str]] | None:
        """Path of each file in which results show something else than in the build before → its new text from its old.

        None: nobody knows. Asked when documents are found by the same words in the same order.
        """
        found_by, known = self.made_of(language).found_by, self._known[language]
        order = self.kept.read(f"{self._name(language)}-order", found_by) if self.kept else None
        if order is None:
            return None
        numbers = {address: number for number, address in enumerate(order)}
        blocks: dict[str, dict[int, SearchDocument]] = defaultdict(dict)
        for address in known.shown_anew:
            if document := known.made[address]:
                block, place = divmod(numbers[document.address], BLOCK)
                blocks[f"{FOLDER}/{language}/d{block}.json"][place] = document
        return {path: partial(told_anew, documents=documents) for path, documents in blocks.items()}

    @cached_property
    def _pages(self) -> Mapping[tuple[str, str], list[Page]]:
        """Language and region → pages of its records; language and "" → the other pages."""
        found: dict[tuple[str, str], list[Page]] = defaultdict(list)
        for page in self.pages():
            found[page.language, page.region if page.template in RECORD_TEMPLATES else ""].append(page)
        return found

    def _regions(self, language: str) -> list[str]:
        """Regions of whose records some may be found."""
        has_pages = any(each == language for each, _ in self._pages)
        return [region for each, region in self._pages if region and each == "fi"] if has_pages else []

    def _of_records(self, language: str, region: str) -> list[Page]:
        own = self._pages.get((language, region), [])
        return own if language == "fi" else own + served_in(language, self._pages["fi", region], own)

    def _pages_in(self, language: str) -> list[Page]:
        each = (self._of_records(language, region) for region in self._regions(language))
        return [*self._pages[language, ""], *chain.from_iterable(each)]

    def _guides(self, language: str) -> Iterator[Guide]:
        told = self.hand_written()
        for guide in guides_in(self.docs, language):
            if not told or guide.address in told:
                yield guide


def served_in(language: str, pages: Iterable[Page], own: Iterable[Page]) -> list[Page]:
    """Those of a region's Finnish `pages` whose services serve in a language but have not been told in it.

    Args:
        own: the region's pages in the language.
    """
    told = {page.finnish_address for page in own if type(page.record) is Service}
    return [
        page
        for page in pages
        if type(page.record) is Service and language in page.record.languages and page.address not in told
    ]
