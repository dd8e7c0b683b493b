"""Coming days on which a channel's ordinary week does not hold, to be told beside the week."""

from __future__ import annotations

from datetime import date, timedelta

from tno.frozen import frozen
from tno.model.named_day import named_days
from tno.model.opening_words import spans_in_words
from tno.records.hours import Hours
from tno.records.hours_exception import HoursException
from tno.records.spans import Spans
from tno.writing import writing_of


@frozen
class ExceptionalDays:
    """Coming days on which a channel's week does not hold."""

    first: date
    last: date
    """Last day included."""
    spans: Spans
    """Empty is closed."""
    note: str | None
    named_day: str | None
    """Id of the named day, when the exception is known by it."""

    def in_words(self, language: str = "fi") -> str:
        """ "24.12.2026 suljettu", with the note, as the editor wrote it, in brackets."""
        writing = writing_of(language)
        days = writing.day(self.first) if self.first == self.last else writing.days(self.first, self.last)
        text = f"{days} {spans_in_words(self.spans, language)}"
        return f"{text} ({self.note})" if self.note else text

    def __str__(self) -> str:
        return self.in_words()


def exceptions_ahead(hours: Hours | None, day: date, days: int = 60) -> tuple[ExceptionalDays, ...]:
    """Exceptions that touch the `days` days from `day`, earliest first."""
    if hours is None:
        return ()
    last = day + timedelta(days=days - 1)
    found = [apart for exception in hours.exceptions for apart in _coming_days(exception, day, last)]
    return tuple(sorted(found, key=lambda apart: (apart.first, apart.last, apart.named_day or "")))


def _coming_days(exception: HoursException, first: date, last: date) -> list[ExceptionalDays]:
    if dates := exception.dates:
        meets = dates[0] <= last and first <= dates[1]
        return [ExceptionalDays(*dates, exception.spans, exception.note, None)] if meets else []
    return [
        ExceptionalDays(day, day, exception.spans, exception.note, name)
        for name in exception.named_day
        for day in (named_days(year)[name] for year in range(first.year, last.year + 1))
        if first <= day <= last
    ]
