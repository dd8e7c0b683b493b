"""Opening times of one day as editors write them: `9-16`, `8.30-11.30, 12.15-16`, `22-02`, `suljettu`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tno.problem import Fault
from tno.records.weekdays import tidy

DAY_MIN = 24 * 60
LONGEST_NIGHT_MIN = 14 * 60
"""A range that ends earlier than it starts passes midnight, if it is no longer than this; otherwise it is a slip."""
CLOSED_WORDS = ("suljettu", "kiinni")
_ALWAYS = frozenset({"ympäri vuorokauden", "vuorokauden ympäri", "24/7", "24h", "24 h", "aina", "aina auki"})


class Span(NamedTuple):
    """A stretch of a day on the wall clock, the end left out."""

    start_min: int
    """Minutes from midnight, 0–1439."""
    end_min: int
    """Minutes from the same midnight; more than 1440 when the night goes on past it."""

    def __str__(self) -> str:
        return f"{_clock_text(self.start_min)}-{_clock_text(self.end_min, last=True)}"


Spans = tuple[Span, ...]
"""Sorted, none overlapping; empty is closed."""

_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?"
_RANGE = re.compile(rf"(?:klo )?{_CLOCK} ?- ?(?:klo )?{_CLOCK}")
_SINGLE = re.compile(rf"(?:klo )?{_CLOCK}(?: ?-)?")
_RANGE_PATTERN = r"(klo )?\d{1,2}([.:]\d{2})? ?[-–] ?\d{1,2}([.:]\d{2})?"
SPANS_PATTERN = rf"^({'|'.join(CLOSED_WORDS)}|{_RANGE_PATTERN}((, ?| ja ){_RANGE_PATTERN})*)$"
"""Regular expression (JSON Schema dialect) of what `read_spans` takes."""

Path = tuple[str | int, ...]


def read_spans(text: str, path: Path = ()) -> tuple[Spans, list[Fault]]:
    """Sorted spans of `text` and every fault in it, each pointing at `path`."""
    if tidy(text) in CLOSED_WORDS:
        return (), []
    spans, found = [], []
    for piece in re.split(r",|;| ja ", tidy(text)):
        span = _read_range(piece.strip())
        if isinstance(span, Span):
            spans.append(span)
        else:
            code, data = span
            found.append(Fault(code, path, {"value": text, **data}))
    if found and (meant := _meant(tidy(text))):
        return (), [Fault("hours-range-invalid", path, {"value": text, "range": text, "suggestion": meant})]
    spans.sort()
    found += [
        Fault("hours-overlap", path, {"value": text, "first": str(first), "second": str(second)})
        for first, second in overlaps(spans)
    ]
    return tuple(spans), found


def _meant(text: str) -> str:
    """Times that differ from `text` only in marks, or in words for all day and night; empty when none do."""
    if text.strip(" .!") in _ALWAYS:
        return "00-24"
    likely = re.sub(r"(\d),(\d\d)(?!\d)", r"\1.\2", text.replace("klo.", "klo")).rstrip(" .")
    return likely if likely != text and not read_spans(likely)[1] else ""


def overlaps(spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Neighbours of sorted `spans` that share minutes; touching ends do not."""
    for first, second in pairwise(spans):
        if second.start_min < first.end_min:
            yield first, second


def _read_range(text: str) -> Span | tuple[str, dict[str, str]]:
    if not (match := _RANGE.fullmatch(text)):
        lonely = _SINGLE.fullmatch(text)
        return ("hours-end-missing" if lonely else "hours-range-invalid"), {"range": text}
    start, end = _minutes(match[1], match[2]), _minutes(match[3], match[4])
    if start is None or start == DAY_MIN:
        return "hours-clock-invalid", {"range": text, "clock": _written(match[1], match[2])}
    if end is None:
        return "hours-clock-invalid", {"range": text, "clock": _written(match[3], match[4])}
    return _ordered(start, end, text)


def _ordered(start: int, end: int, text: str) -> Span | tuple[str, dict[str, str]]:
    if start == end:
        return "hours-range-empty", {"range": text}
    if end < start and end + DAY_MIN - start > LONGEST_NIGHT_MIN:
        return "hours-range-backwards", {"range": text, "suggestion": str(Span(end, start))}
    return Span(start, end if end > start else end + DAY_MIN)


def _minutes(hour: str, minute: str | None) -> int | None:
    total = int(hour) * 60 + int(minute or 0)
    return total if int(minute or 0) < 60 and total <= DAY_MIN else None


def _written(hour: str, minute: str | None) -> str:
    return f"{hour}.{minute}" if minute else hour


def _clock_text(minutes: int, last: bool = False) -> str:
    hour, minute = divmod(minutes if last and minutes == DAY_MIN else minutes % DAY_MIN, 60)
    return f"{hour}.{minute:02}" if minute else f"{hour}"
