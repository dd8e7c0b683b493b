"""The search of the project's own content, for tests: documents, files and the page's ranking in QuickJS."""

from __future__ import annotations

from functools import cache

from tno.build import Build
from tno.commands.questions import searchable
from tno.search.audit import Answered, audit
from tno.search.engine import Engine
from trees import DAY, ROOT


@cache
def build() -> Build:
    """A build that is asked; nothing of it is written."""
    made = searchable(ROOT, DAY)
    assert made.loaded.questions
    made.abandon()
    return made


@cache
def files(language: str) -> dict[str, str]:
    """Name of a part → its text."""
    made = build()
    found = made.search.files(language)
    return {path.rpartition("/")[2].removesuffix(".json"): text for path, text in found}


@cache
def engine(language: str = "fi") -> Engine:
    """The search of a language."""
    return Engine(files(language))


@cache
def answers() -> tuple[Answered, ...]:
    """Every question of every region, answered as on the pages of its region."""
    engines = {language: engine(language) for language in ("fi", "sv", "en")}
    return tuple(audit(build().loaded.questions, build().loaded.network, engines))


def first(question: str, count: int = 3, language: str = "fi", **options: object) -> list[str]:
    """Addresses of the first results."""
    return [result["address"] for result in engine(language).search(question, **options)["results"][:count]]
