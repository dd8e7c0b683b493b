"""A series read out: "joka toinen tiistai klo 12–14, ei 24.12."."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from tno.finnish import listing
from tno.model.repeat_grammar import Grammar, grammar_of
from tno.records.event import Event
from tno.records.moment import day_of
from tno.records.repeat import DAILY, LAST_DAY, MONTHLY, WEEKLY
from tno.records.rule import Rule


def repeat_in_words(event: Event, language: str = "fi") -> str:
    """How `event` repeats; an empty text for what happens once.

    A year is said only when it is not the year of the start. Changed occurrences are not read out: each is shown at
    its date.
    """
    grammar, rule = grammar_of(language), event.rule
    parts = [_with_clocks(_pattern(rule, grammar), event, grammar), *_end(rule, grammar)] if rule else []
    if event.except_:
        days = listing(_dates(event.except_, event, grammar), grammar.neither)
        parts.append(f"{grammar.without} {days}")
    if event.extra:
        days = grammar.writing.listing(_dates(event.extra, event, grammar))
        parts.append(f"{grammar.besides if rule else grammar.on_these} {days}")
    return ", ".join(parts)


def _pattern(rule: Rule, grammar: Grammar) -> str:
    if rule.unit == DAILY:
        return grammar.days(rule.step)
    if rule.unit == WEEKLY:
        return _weekly(rule, grammar)
    if rule.unit == MONTHLY:
        return grammar.months(rule.step, _days_of_month(rule, grammar))
    if rule.nth:
        return grammar.years(rule.step, rule.first.month, _days_of_month(rule, grammar))
    return grammar.date(rule.step, rule.first.month, rule.first.day)


def _weekly(rule: Rule, grammar: Grammar) -> str:
    if len(rule.weekdays) == 7 and rule.step == 1:
        return grammar.every_day
    if rule.weekdays == (0, 1, 2, 3, 4) and rule.step == 1:
        return grammar.every_working_day
    return grammar.weekdays(rule.step, rule.weekdays)


def _days_of_month(rule: Rule, grammar: Grammar) -> str:
    days = [grammar.nth(which, weekday) for which, weekday in rule.nth]
    days += [grammar.last_day if day == LAST_DAY else grammar.month_day(day) for day in rule.month_days]
    return grammar.writing.listing(days)


def _with_clocks(pattern: str, event: Event, grammar: Grammar) -> str:
    if not isinstance(event.start, datetime):
        return pattern
    writing, start, end = grammar.writing, event.start, event.start + event.length
    if end == start:
        return writing.at(pattern, writing.clock(start.time()))
    return writing.within(pattern, writing.clock_range(start.time(), end.time()))


def _end(rule: Rule, grammar: Grammar) -> list[str]:
    if rule.until:
        return [grammar.until(grammar.writing.day(rule.until))]
    return [grammar.times(rule.times)] if rule.times else []


def _dates(moments: Sequence[date], event: Event, grammar: Grammar) -> list[str]:
    return [_date(moment, event, grammar) for moment in sorted(moments)]


def _date(moment: date, event: Event, grammar: Grammar) -> str:
    day, writing = day_of(moment), grammar.writing
    text = writing.short_day(day) if day.year == event.first_day.year else writing.day(day)
    if not isinstance(moment, datetime) or moment.time() == _clock_of(event):
        return text
    return writing.at(text, writing.clock(moment.time()))


def _clock_of(event: Event) -> object:
    return event.start.time() if isinstance(event.start, datetime) else None
