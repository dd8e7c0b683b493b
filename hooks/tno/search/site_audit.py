"""The findability audit of a site: the regions' questions, asked with the ranking that its pages ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tno.digest import digest_of
from tno.findability import kept_or_asked
from tno.frozen import frozen
from tno.kept import Kept
from tno.load import Asked
from tno.model.network import Network
from tno.search import RANKING
from tno.search.of_site import SiteSearch

if TYPE_CHECKING:
    from tno.search.audit import Answered


@frozen
class Audit:
    """The questions of all regions and their answers; asked anew only when what they depend on has changed."""

    questions: Sequence[Asked]
    network: Network
    search: SiteSearch
    guard: str
    kept: Kept | None
    """The answers of the build before."""

    @cached_property
    def made_of(self) -> str:
        """What the answers depend on: the questions, the index they are asked in, the ranking."""
        found = [self.search.made_of(language).found_by for language in self._languages]
        questions = map(_told, self.questions)
        return digest_of([self.guard, *found, *questions, RANKING.read_text(encoding="utf-8")])

    @cached_property
    def answered(self) -> list[Answered] | None:
        """Every question with its answer; None when there is nothing to ask with."""
        try:
            return kept_or_asked(self.kept, self.made_of, self._asked, self._ask)
        except ImportError:  # no quickjs
            return None

    def _ask(self) -> Iterator[Answered]:
        from tno.search.audit import audit
        from tno.search.engine import Engine

        engines = {language: Engine(dict(self.search.files(language))) for language in self._languages}
        return audit(self._asked, self.network, engines)

    @cached_property
    def _asked(self) -> list[Asked]:
        """Questions in a language that the site has."""
        return [each for each in self.questions if each.question.language in self._languages]

    @cached_property
    def _languages(self) -> list[str]:
        told = {page.language for page in self.search.pages()}
        return sorted({each.question.language for each in self.questions} & told)


def _told(asked: Asked) -> str:
    """All of a question, in one order: that of its own fields is another when it was kept between runs."""
    return f"{asked.file.region} {sorted(asked.question.model_dump().items())}"
