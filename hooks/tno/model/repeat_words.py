"""A series read out: "joka toinen tiistai klo 12–14, ei 24.12."."""

from __future__ import annotations

from datetime import date, datetime

from tno.finnish import MONTHS, WEEKDAYS, WEEKDAYS_ON, clock, clock_range, listing
from tno.records.event import Event
from tno.records.moment import day_of
from tno.records.repeat import DAILY, LAST_DAY, MONTHLY, WEEKLY
from tno.records.rule import Rule

_EVERY = {1: "joka", 2: "joka toinen", 3: "joka kolmas", 4: "joka neljäs", 5: "joka viides", 6: "joka kuudes"}
_EVERY_OF = {1: "joka", 2: "joka toisen", 3: "joka kolmannen", 4: "joka neljännen", 5: "joka viidennen"}
_EVERY_OF |= {6: "joka kuudennen"}
_NTH = {1: "ensimmäisenä", 2: "toisena", 3: "kolmantena", 4: "neljäntenä", 5: "viidentenä", -1: "viimeisenä"}


def repeat_in_words(event: Event) -> str:
    """How `event` repeats, in Finnish; an empty text for what happens once.

    A year is said only when it is not the year of the start. Changed occurrences are not read out: each is shown at
    its date.
    """
    rule = event.rule
    parts = [f"{_pattern(rule)}{_clocks(event)}", *_end(rule)] if rule else []
    if event.except_:
        parts.append(f"ei {_dates(event.except_, event)}")
    if event.extra:
        parts.append(f"{'lisäksi' if rule else 'myös'} {_dates(event.extra, event)}")
    return ", ".join(parts)


def _pattern(rule: Rule) -> str:
    every = _EVERY.get(rule.step, f"joka {rule.step}.")
    every_of = _EVERY_OF.get(rule.step, f"joka {rule.step}.")
    if rule.unit == DAILY:
        return f"{every} päivä"
    if rule.unit == WEEKLY:
        return _weekly(rule, every)
    if rule.unit == MONTHLY:
        return f"{every_of} kuukauden {_days_of_month(rule)}"
    if rule.nth:
        return f"{every} vuosi {MONTHS[rule.first.month - 1]}n {_days_of_month(rule)}"
    return f"{every} vuosi {rule.first.day}.{rule.first.month}."


def _weekly(rule: Rule, every: str) -> str:
    if len(rule.weekdays) == 7 and rule.step == 1:
        return "joka päivä"
    if rule.weekdays == (0, 1, 2, 3, 4) and rule.step == 1:
        return "joka arkipäivä"
    if rule.step == 1 or len(rule.weekdays) == 1:
        return f"{every} {listing([WEEKDAYS[day] for day in rule.weekdays])}"
    return f"{every} viikko {listing([WEEKDAYS_ON[day] for day in rule.weekdays])}"


def _days_of_month(rule: Rule) -> str:
    days = [f"{_NTH[which]} {WEEKDAYS_ON[weekday]}" for which, weekday in rule.nth]
    days += ["viimeisenä päivänä" if day == LAST_DAY else f"{day}. päivänä" for day in rule.month_days]
    return listing(days)


def _clocks(event: Event) -> str:
    if not isinstance(event.start, datetime):
        return ""
    end = event.start + event.length
    if end == event.start:
        return f" klo {clock(event.start.time())}"
    return f" klo {clock_range(event.start.time(), end.time())}"


def _end(rule: Rule) -> list[str]:
    if rule.until:
        return [f"{rule.until.day}.{rule.until.month}.{rule.until.year} asti"]
    return [f"{rule.times} kertaa"] if rule.times else []


def _dates(moments: tuple[date, ...], event: Event) -> str:
    return listing([_date(moment, event) for moment in sorted(moments)])


def _date(moment: date, event: Event) -> str:
    day = day_of(moment)
    text = f"{day.day}.{day.month}." + (str(day.year) if day.year != event.first_day.year else "")
    if not isinstance(moment, datetime) or moment.time() == _clock_of(event):
        return text
    return f"{text} klo {clock(moment.time())}"


def _clock_of(event: Event) -> object:
    return event.start.time() if isinstance(event.start, datetime) else None
