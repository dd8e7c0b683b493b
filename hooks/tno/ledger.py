"""The ledger: which addresses there are, what they held, since when. Each build reads the last one and writes anew.

It feeds lastmod, feeds, the page of the findability audit and the check that no published address vanishes. Without a
former ledger dates fall back to the day of checking (`verified`). Editors never touch it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from tno.model.coverage_figures import Figures as CoverageFigures


class Line(NamedTuple):
    """What the ledger knows of an address."""

    hash: str
    """Of the content the page is made of."""
    first_seen: str
    """ISO date."""
    last_changed: str
    """ISO date."""
    sequence: int
    """How many times the content has changed since it was first seen (RFC 5545, SEQUENCE)."""


class Seen(NamedTuple):
    """An address in this build."""

    address: str
    hash: str
    verified: date | None
    """When the content was last checked, for an address seen for the first time without a former ledger."""


class Figures(NamedTuple):
    """How many questions of a region's findability audit found what they should."""

    asked: int
    first: int
    """Right answer first."""
    three: int
    """Right answer among the first three."""


Ledger = Mapping[str, Line]
History = Mapping[str, Mapping[str, Figures]]
"""Region → ISO date → figures of that day; a day is there only when they had changed."""
CoverageHistory = Mapping[str, Mapping[str, CoverageFigures]]
"""The same of white spots."""
Row = TypeVar("Row", Figures, CoverageFigures)


def read_ledger(file: Path | None) -> dict[str, Line]:
    """The former ledger; empty when there is none or it is not readable as one."""
    if file is None or not file.is_file():
        return {}
    try:
        data = _data_of(file, file.stat().st_mtime_ns)
        return {address: Line(*line) for address, line in data["addresses"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def read_findability(file: Path | None) -> dict[str, dict[str, Figures]]:
    """What the former ledger tells of the findability audit: region → ISO date → figures."""
    return _read_history(file, "findability", lambda row: Figures(*row))


def read_coverage(file: Path | None) -> dict[str, dict[str, CoverageFigures]]:
    """What the former ledger tells of white spots: region → ISO date → figures."""
    return _read_history(file, "coverage", lambda row: CoverageFigures(*row))


def _read_history(file: Path | None, part: str, told: Callable[[Any], Row]) -> dict[str, dict[str, Row]]:
    try:
        data = _data_of(file, file.stat().st_mtime_ns).get(part, {}) if file else {}
        return {region: {day: told(row) for day, row in days.items()} for region, days in data.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


@lru_cache(maxsize=1)
def _data_of(file: Path, _written_ns: int) -> Any:
    """The ledger's file, read once for all that is asked of it."""
    return json.loads(file.read_text(encoding="utf-8"))


def next_ledger(former: Ledger, seen: Iterable[Seen], day: date) -> dict[str, Line]:
    """The ledger of this build, in the order of addresses."""
    first, today = not former, day.isoformat()
    return {item[0]: _next(former.get(item[0]), item, today, first) for item in sorted(seen, key=itemgetter(0))}


def next_line(former: Ledger, item: Seen, day: date) -> Line:
    """What the ledger of this build says of an address."""
    return _next(former.get(item.address), item, day.isoformat(), not former)


def _next(before: Line | None, item: Seen, today: str, is_first_ledger: bool) -> Line:
    _, content_hash, verified = item
    if before is None:
        first = _iso(verified) if is_first_ledger and verified else today
        return Line(content_hash, first, first, 0)
    if before[0] == content_hash:
        return before
    return Line(content_hash, before.first_seen, today, before.sequence + 1)


_iso = lru_cache(maxsize=None)(date.isoformat)


def vanished(former: Ledger, addresses: Iterable[str], redirects: Iterable[str]) -> list[str]:
    """Published addresses that this build has neither as pages nor as redirects, in order."""
    return sorted(former.keys() - set(addresses) - set(redirects))


def ledger_text(ledger: Ledger, findability: History | None = None, coverage: CoverageHistory | None = None) -> str:
    """The ledger as JSON: one address a line, so that differences read well. Nothing in it needs escaping."""
    rows = [
        f'"{address}": ["{content_hash}", "{first_seen}", "{last_changed}", {sequence}]'
        for address, (content_hash, first_seen, last_changed, sequence) in ledger.items()
    ]
    fields = json.dumps(list(Line._fields))
    text = '{"fields": ' + fields + ', "addresses": {\n' + ",\n".join(rows) + "\n}"
    return text + _history_text("findability", findability) + _history_text("coverage", coverage) + "}\n"


def _history_text(part: str, history: Mapping[str, object] | None) -> str:
    if not history:
        return ""
    lines = [f'"{region}": {json.dumps(days)}' for region, days in history.items()]
    return f', "{part}": {{\n' + ",\n".join(lines) + "\n}"
