"""One whole check: content is loaded, the rules between records are applied, all problems come out sorted."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from tno.cache import Cache
from tno.content import Folders
from tno.edition import Edition
from tno.frozen import frozen
from tno.load import Loaded, load
from tno.model.network import Network
from tno.places import Places
from tno.problem import Problem, Severity
from tno.report import severity_of, sorted_problems
from tno.rules.sound import SoundRegions
from tno.settings import Settings


@frozen
class Checked:
    """Content that has been checked."""

    network: Network
    places: Places
    problems: list[Problem]
    """Sorted by file, line, column and code; each once."""
    files: Mapping[str, str]
    """Content file → digest of its bytes."""

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop publishing."""
        return [problem for problem in self.problems if is_error(problem)]


def check(
    folders: Folders,
    edition: Edition,
    settings: Settings,
    day: date,
    cache: Cache | None = None,
    *,
    most_warnings: int | None = None,
) -> Checked:
    """Everything wrong with the content of `folders`, as `edition` has it on `day`.

    Args:
        most_warnings: how many warnings of each rule to look up, None for all, 0 for none.
    Raises:
        TableError: when the country's own tables or the vocabularies cannot be used.
    """
    with uncollected():
        loaded = load(folders, edition, settings, cache)
        return checked(loaded, between(loaded, day, settings, most_warnings), most_warnings)


def between(
    loaded: Loaded, day: date, settings: Settings, most_warnings: int | None = None, sound: SoundRegions | None = None
) -> list[Problem]:
    """Everything wrong between the records that were loaded."""
    from tno.rules.every import check_network
    from tno.rules.questions import question_problems
    from tno.rules.review import Review

    review = Review(loaded.network, day, settings, loaded.left_out)
    found = check_network(review, loaded.places, most_warnings, sound)
    return [*found, *question_problems(loaded)]


def checked(loaded: Loaded, found: Iterable[Problem], most_warnings: int | None = None) -> Checked:
    """What was loaded, with its problems and those `found` between its records."""
    of_files = loaded.problems
    if any(problem.code == "reference-invalid" for problem in of_files):
        from tno.rules.references import with_ids

        of_files = with_ids(of_files, loaded.network, loaded.left_out)
    problems = [problem for problem in [*of_files, *found] if most_warnings != 0 or is_error(problem)]
    return Checked(loaded.network, loaded.places, sorted_problems(problems), loaded.files)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without collecting cycles: looking through all the objects that stay costs more than making them."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def is_error(problem: Problem) -> bool:
    """Whether a problem stops publishing."""
    return severity_of(problem) is Severity.ERROR


def under(problems: Iterable[Problem], paths: Iterable[str]) -> list[Problem]:
    """Those of `problems` whose file is one of `paths` or lies under one; the path "" is the root itself."""
    wanted = [path.strip("/") for path in paths]
    return [problem for problem in problems if any(_lies_under(problem.position.file, path) for path in wanted)]


def _lies_under(file: str, path: str) -> bool:
    return path == "" or file == path or file.startswith(f"{path}/")
