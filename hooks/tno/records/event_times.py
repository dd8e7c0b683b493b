"""What the times of an event must be to each other: start and end, repetition, exceptions, sign-up.

Each check takes the fields already known to be right (`known`, by name) and says nothing when one it needs is not
among them: the fault of that one is told already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from tno.problem import Fault
from tno.records.fault import fault, faults
from tno.records.moment import HELSINKI, day_of, ends_at, missing_hour
from tno.records.repeat import MOST_OCCURRENCES
from tno.records.rule import Rule, all_dates, count_dates, dates_between, last_date, nearest_date, rule_of

Written = date | datetime | time
"""A moment, or a clock time alone."""
Known = Mapping[str, Any]
Path = tuple[str | int, ...]
Value = TypeVar("Value")


def shown(value: Written) -> str:
    """A moment as an editor writes it: 2026-12-24, 2026-12-24 17:00, 17:00."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%H:%M}" if isinstance(value, time) else value.isoformat()


def shown_length(length: timedelta) -> str:
    """A duration as an editor writes it: 2 h 30 min, 3 päivää."""
    hours, minutes = divmod(length.seconds // 60, 60)
    parts = [(length.days, "päivää"), (hours, "h"), (minutes, "min")]
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def unless(found: Sequence[Fault], value: Value) -> Value:
    """`value`, or the error that carries `found`."""
    if found:
        raise faults(found)
    return value


# --- start and end --------------------------------------------------------------------------------------------------


def completed_end(start: date, end: Written, zone: str) -> tuple[Written, list[Fault]]:
    """The end as a moment of the same sort as the start, and what is wrong with it.

    A clock time alone is completed. Wrong are an end of another sort than the start, one not after it, and one in
    the hour the clock skips.
    """
    written = end
    if isinstance(start, datetime) and isinstance(end, time):
        end = ends_at(start, end)
    if isinstance(start, datetime):
        if isinstance(end, datetime) and end > start:
            return end, missing_hour(end, zone)
        code = "event-end-before-start" if isinstance(end, datetime) else "event-end-needs-clock"
    elif isinstance(end, datetime | time):
        code = "event-end-needs-day"
    elif end < start:
        code = "event-end-before-start"
    else:
        return end, []
    return end, [Fault(code, (), {"value": shown(written), "other": shown(start)})]


def length_of(start: date, end: Written | None, duration: timedelta | None) -> timedelta:
    """From start to end on the wall clock; whole days, the last one included, for all-day events."""
    if isinstance(start, datetime):
        return end - start if isinstance(end, datetime) else duration or timedelta(0)
    return end - start + timedelta(days=1) if isinstance(end, date) else duration or timedelta(days=1)


# --- repetition -----------------------------------------------------------------------------------------------------


def faults_of_rule(rule: Rule, start: date) -> Iterator[Fault]:
    """Faults of a repetition beginning at `start`; paths from the repetition."""
    begins = next(all_dates(rule), None)
    if rule.until and rule.until < rule.first:
        yield Fault("repeat-until-before-start", ("until",), {"value": str(rule.until), "other": shown(start)})
    elif begins is None:
        yield Fault("repeat-no-occurrence", ("until",) if rule.until else (), {"value": shown(start)})
    elif begins != rule.first:
        first = datetime.combine(begins, start.time()) if isinstance(start, datetime) else begins
        yield Fault("repeat-start-off-rule", ("on",), {"value": shown(start), "suggestion": shown(first)})
    elif rule.until and (rule.until - rule.first).days >= MOST_OCCURRENCES and _are_too_many(rule):
        yield Fault("repeat-too-many", ("until",), {"value": str(rule.until), "expected": str(MOST_OCCURRENCES)})


def _are_too_many(rule: Rule) -> bool:
    return count_dates(rule, MOST_OCCURRENCES + 1) > MOST_OCCURRENCES


def rule_in(known: Known) -> Rule | None:
    """The rule of the fields known so far."""
    return rule_of(known["repeat"], day_of(known["start"])) if known["repeat"] else None


def faults_of_date(day: date, path: Path, first: date, rule: Rule | None, extra: Set[date]) -> Iterator[Fault]:
    """A fault if nothing begins on `day`: neither by the rule (without one: on `first`) nor as one of `extra`."""
    if day in extra or (dates_between(rule, day, day) if rule else day == first):
        return
    near = [nearest_date(rule, day) if rule else first, *extra]
    closest = min(filter(None, near), key=lambda one: (abs(one - day), one), default=None)
    data = {"value": str(day), "first": str(first)} | ({"suggestion": str(closest)} if closest else {})
    yield Fault("event-date-off-rule", path, data)


def faults_of_repeated(days: Sequence[date], *key: str) -> list[Fault]:
    """A fault for each of `days` that stands in the list a second time."""
    return [
        Fault("event-date-twice", (index, *key), {"value": str(day)})
        for index, day in enumerate(days)
        if day in days[:index]
    ]


def checked_extra(extra: tuple[date, ...], known: Known) -> tuple[date, ...]:
    """Extra occurrences as moments of the same sort as the start; raises the faults of all of them."""
    if not extra or not {"start", "repeat"} <= known.keys():
        return extra
    start, rule = known["start"], rule_in(known)
    found = faults_of_repeated([day_of(moment) for moment in extra])
    completed = []
    for index, moment in enumerate(extra):
        day = day_of(moment)
        if day == day_of(start) or (rule and dates_between(rule, day, day)):
            found.append(Fault("event-extra-twice", (index,), {"value": shown(moment)}))
        if isinstance(moment, datetime) and not isinstance(start, datetime):
            found.append(clock_on_all_day(moment, (index,)))
        if isinstance(start, datetime) and not isinstance(moment, datetime):
            moment = datetime.combine(day, start.time())
        found += missing_hour(moment, known.get("zone", HELSINKI), index)
        completed.append(moment)
    return unless(found, tuple(completed))


def clock_on_all_day(value: Written, path: Path) -> Fault:
    """A clock time where the event takes whole days."""
    day = {"suggestion": str(value.date())} if isinstance(value, datetime) else {}
    return Fault("event-clock-on-all-day", path, {"value": shown(value), **day})


def checked_except(left_out: tuple[date, ...], known: Known) -> tuple[date, ...]:
    """Dates on which there is no occurrence after all; raises the faults of all of them."""
    if not left_out or not {"start", "repeat", "extra"} <= known.keys():
        return left_out
    if (rule := rule_in(known)) is None:
        raise fault("event-except-without-repeat", value=shown(left_out[0]))
    days = tuple(day_of(moment) for moment in left_out)
    found = faults_of_repeated(days)
    for index, day in enumerate(days):
        found += faults_of_date(day, (index,), rule.first, rule, frozenset())
    if not found and not known["extra"] and rule.ends and count_dates(rule, len(days) + 1) <= len(days):
        found.append(Fault("repeat-no-occurrence", (), {"value": shown(known["start"])}))
    return unless(found, days)


# --- sign-up --------------------------------------------------------------------------------------------------------


def first_moment(moment: date) -> datetime:
    """When a moment begins: a day at midnight."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def last_moment(moment: date) -> datetime:
    """When a moment is over: a day at the next midnight."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time()) + timedelta(days=1)


def faults_of_signup(opens: date | None, closes: date | None, known: Known) -> Iterator[Fault]:
    """Faults of signing up for something that is over; paths from the sign-up. Endless series are never over."""
    if not {"start", "end", "duration", "repeat", "extra"} <= known.keys():
        return
    if (over := _over(known)) is None:
        return
    for key, moment in (("opens", opens), ("closes", closes)):
        if moment and first_moment(moment) > over:
            yield Fault("event-signup-late", (key,), {"value": shown(moment), "other": shown(over)})


def _over(known: Known) -> datetime | None:
    """When the last occurrence ends, on the wall clock."""
    start, rule = known["start"], rule_in(known)
    if rule and not rule.ends:
        return None
    last_day = (last_date(rule) or rule.first) if rule else day_of(start)
    starts = [datetime.combine(last_day, first_moment(start).time()), *map(first_moment, known["extra"])]
    return max(starts) + length_of(start, known["end"], known["duration"])
