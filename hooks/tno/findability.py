"""The findability audit of a build: asked anew only when what it depends on has changed; its days are in the ledger."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tno.ledger import Figures, History
from tno.load import Asked

if TYPE_CHECKING:
    from tno.search.audit import Answered

MOST_DAYS = 52
"""The ledger remembers so many days of a region, the last ones."""


@dataclass(frozen=True)
class Findability:
    """What pages may ask of the audit. Nothing is asked of the search before `answered` is called."""

    regions: frozenset[str]
    """Those that have questions."""
    made_of: Callable[[], str]
    """Fingerprint of all that the audit depends on."""
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
        for region in sorted(self.regions) if self.answered() is not None else ():
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
    file: Path | None, made_of: str, questions: Sequence[Asked], ask: Callable[[], Iterable[Answered]]
) -> list[Answered]:
    """The answers of the build before when they were made of the same, else those of `ask`, kept in `file`."""
    from tno.search.audit import Answered

    rows = _kept(file, made_of)
    if rows is not None and len(rows) == len(questions):
        return [
            Answered(each.question, each.file.region, place, tuple(results))
            for each, (place, results) in zip(questions, rows, strict=True)
        ]
    answered = list(ask())
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        data = {"made_of": made_of, "rows": [[each.place, each.results] for each in answered]}
        unfinished = file.with_suffix(f".{os.getpid()}")
        unfinished.write_text(json.dumps(data), encoding="utf-8")
        unfinished.replace(file)
    return answered


def _kept(file: Path | None, made_of: str) -> list[tuple[int | None, list[str]]] | None:
    try:
        data = json.loads(file.read_text(encoding="utf-8")) if file else {}
        return [(place, results) for place, results in data["rows"]] if data["made_of"] == made_of else None
    except (OSError, ValueError, KeyError, TypeError):
        return None  # none yet, or a torn file: all is asked
