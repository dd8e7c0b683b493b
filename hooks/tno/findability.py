"""The findability audit of a build: asked anew only when what it depends on has changed; its days are in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tno.frozen import frozen
from tno.kept import Kept
from tno.ledger import Figures, History
from tno.load import Asked

if TYPE_CHECKING:
    from tno.search.audit import Answered

NAME = "findability"
"""Under which answers are kept."""
MOST_DAYS = 52
"""The ledger remembers so many days of a region, the last ones."""


@frozen
class Findability:
    """What pages may ask of the audit. Nothing is asked of the search before `answered` is called."""

    regions: frozenset[str]
    """Those that have questions."""
    answered: Callable[[], Sequence[Answered] | None]
    """Every question with its answer; None when this build does not ask."""
    former: History
    titles: Callable[[], Mapping[str, str]]
    """Address of a page → its title."""
    day: date

    def of(self, region: str) -> list[Answered] | None:
        """The answers of one region."""
        every = self.answered()
        return None if every is None else [each for each in every if each.region == region]

    def history(self) -> dict[str, dict[str, Figures]]:
        """The ledger's lines with today's."""
        found = {region: dict(days) for region, days in self.former.items()}
        for region in sorted(self.regions) if self.regions and self.answered() is not None else ():
            days, now = found.setdefault(region, {}), figures(self.of(region) or ())
            days.pop(self.day.isoformat(), None)
            if not days or days[max(days)] != now:
                days[self.day.isoformat()] = now
            found[region] = dict(sorted(days.items())[-MOST_DAYS:])
        return dict(sorted(found.items()))


def figures(answered: Iterable[Answered]) -> Figures:
    """The sum of some answers."""
    every = list(answered)
    return Figures(len(every), sum(each.is_found(1) for each in every), sum(each.is_found(3) for each in every))


def kept_or_asked(
    kept: Kept | None, made_of: str, questions: Sequence[Asked], ask: Callable[[], Iterable[Answered]]
) -> list[Answered]:
    """The answers of the build before when they were made of the same, else those of `ask`."""
    from tno.search.audit import Answered

    rows = kept.read(NAME, made_of) if kept else None
    if rows is not None:
        return [
            Answered(each.question, each.file.region, place, results)
            for each, (place, results) in zip(questions, rows, strict=True)
        ]
    answered = list(ask())
    if kept:
        kept.write(NAME, made_of, [(each.place, each.results) for each in answered])
    return answered
