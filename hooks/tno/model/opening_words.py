"""Opening hours read out: "ma–pe 9–16, la suljettu". Days with equal hours are said together."""

from __future__ import annotations

from datetime import date

from tno.frozen import frozen
from tno.records.hours import Hours, Season
from tno.records.spans import DAY_MIN, Span, Spans
from tno.records.week import EVEN, Week
from tno.writing import ENGLISH, FINNISH, SWEDISH, Writing


@frozen
class Words:
    """What is said in one language."""

    writing: Writing
    every_day: str
    all_day: str
    closed: str
    even_weeks: str
    odd_weeks: str
    unknown: str
    after_season: str
    """Between the days of a season and its hours."""


WORDS = {
    "fi": Words(
        writing=FINNISH,
        every_day="joka päivä",
        all_day="ympäri vuorokauden",
        closed="suljettu",
        even_weeks="parillisilla viikoilla",
        odd_weeks="parittomilla viikoilla",
        unknown="ajat eivät ole tiedossa",
        after_season=" ",
    ),
    "sv": Words(
        writing=SWEDISH,
        every_day="alla dagar",
        all_day="dygnet runt",
        closed="stängt",
        even_weeks="jämna veckor",
        odd_weeks="udda veckor",
        unknown="tiderna är inte kända",
        after_season=" ",
    ),
    "en": Words(
        writing=ENGLISH,
        every_day="every day",
        all_day="around the clock",
        closed="closed",
        even_weeks="even weeks",
        odd_weeks="odd weeks",
        unknown="the hours are not known",
        after_season=": ",
    ),
}
"""Language → its words. A language that is not here is answered in Finnish."""


def week_in_words(hours: Hours | None, language: str = "fi") -> str:
    """The week and its seasons: "parillisilla viikoilla ma–pe 9–16, la suljettu; 1.6.–31.8. ma–to 9–15".

    Exceptions are listed apart (`tno.model.opening.exceptions_ahead`); hours of nothing but exceptions give "".
    """
    words = WORDS.get(language, WORDS["fi"])
    if hours is None or hours.unknown:
        return words.unknown
    limits = ", ".join(_bounds_in_words(season, words) for season in hours.season if not season.has_days)
    week = _days_in_words(hours.days, hours.weeks, words)
    parts = [f"{week} ({limits})" if week and limits else week]
    parts += [
        _bounds_in_words(season, words) + words.after_season + _days_in_words(season.days, season.weeks, words)
        for season in hours.season
        if season.has_days
    ]
    return "; ".join(part for part in parts if part)


def spans_in_words(spans: Spans, language: str = "fi") -> str:
    """The opening times of one day: "8.30–11.30 ja 12.15–16", "suljettu", "ympäri vuorokauden"."""
    return _spans(spans, WORDS.get(language, WORDS["fi"]))


def _bounds_in_words(season: Season, words: Words) -> str:
    first, last = season.bounds
    if isinstance(first, date) and isinstance(last, date):
        return words.writing.days(first, last)
    return words.writing.short_days(first, last)


def _days_in_words(week: Week, weeks: str | None, words: Words) -> str:
    groups: dict[Spans, list[int]] = {}
    for weekday, spans in enumerate(week):
        if spans is not None:
            groups.setdefault(spans, []).append(weekday)
    text = ", ".join(f"{_weekdays(days, words)} {_spans(spans, words)}" for spans, days in groups.items())
    if not text or weeks is None:
        return text
    return f"{words.even_weeks if weeks == EVEN else words.odd_weeks} {text}"


def _weekdays(days: list[int], words: Words) -> str:
    if len(days) == 7:
        return words.every_day
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = words.writing.weekdays_short
    return words.writing.listing([names[run[0]] + (f"–{names[run[-1]]}" if len(run) > 1 else "") for run in runs])


def _spans(spans: Spans, words: Words) -> str:
    if not spans:
        return words.closed
    if spans == ((0, DAY_MIN),):
        return words.all_day
    return words.writing.listing([_span(span, words.writing) for span in spans])


def _span(span: Span, writing: Writing) -> str:
    end = span.end_min if span.end_min <= DAY_MIN else span.end_min - DAY_MIN
    return writing.minutes_range(span.start_min, end)
