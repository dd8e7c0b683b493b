"""How each language writes days, times and lists. Nothing here asks the machine's locale.

Sources: the guides of the Institute for the Languages of Finland for Finnish and Swedish (24.12.2026; without a year
24.12. and 24.12). The 24-hour clock is used in all three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

from tno import finnish

DAY_MIN = 24 * 60


class DayOfYear(Protocol):
    """A date, or a day of every year."""

    @property
    def day(self) -> int: ...

    @property
    def month(self) -> int: ...


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """The ways of one language. Patterns hold `{day}`, `{month}` (its number), `{name}` (its name), `{year}`."""

    language: str
    weekdays: Sequence[str]
    """Monday first, as `date.weekday()` counts."""
    weekdays_short: Sequence[str]
    months: Sequence[str]
    """January first: `months[day.month - 1]`."""
    months_after_day: Sequence[str]
    """As they are said after the number of a day: 24. joulukuuta."""
    number_pattern: str
    """The number of a day with `months_after_day`."""
    day_pattern: str
    short_day_pattern: str
    """A day whose year goes without saying."""
    dash: str
    """Between the first and the last day."""
    shares_month: bool
    """Whether the name of the month of two days is said once."""
    at_pattern: str
    """`{day}` and the time `{clock}` when something begins."""
    within_pattern: str
    """`{day}` and the times `{clock}` between which something is."""
    minutes: str
    """Between hours and minutes."""
    always_minutes: bool
    """Whether a whole hour is written 9:00 when it stands alone or beside a time with minutes."""
    last: str
    """The word between the last two of a list."""
    decimal: str
    capital_days: bool
    """Whether names of days are written with a capital in the middle of a sentence too."""

    # --- days -------------------------------------------------------------------------------------------------------

    def day(self, value: date) -> str:
        """24.12.2026, 24 December 2026"""
        return _day(self, value)

    def short_day(self, value: DayOfYear) -> str:
        """24.12., 24.12, 24 December"""
        return self.short_day_pattern.format(day=value.day, month=value.month, name=self.months[value.month - 1])

    def days(self, first: date, last: date) -> str:
        """1.1.2025–31.12.2027, 1 January 2025 – 31 December 2027. One day is said once."""
        if first == last:
            return self.day(first)
        return f"{self.day(first)}{self.dash}{self.day(last)}"

    def short_days(self, first: DayOfYear, last: DayOfYear) -> str:
        """1.6.–31.8., 1.6–31.8, 1 June – 31 August, 1–8 June"""
        if self.shares_month and first.month == last.month:
            return f"{first.day}–{self.short_day(last)}"
        return f"{self.short_day(first)}{self.dash}{self.short_day(last)}"

    def day_with_weekday(self, value: date) -> str:
        """to 24.12.2026, tors 24.12.2026, Thu 24 December 2026"""
        return _day_with_weekday(self, value)

    def days_with_weekdays(self, first: date, last: date) -> str:
        """to 24.12.–la 26.12.2026: a year that both share is said once. One day is said once, too."""
        end = self.day_with_weekday(last)
        if first == last:
            return end
        shared = first.year == last.year
        start = f"{self.weekdays_short[first.weekday()]} {self.short_day(first)}"
        return f"{start if shared else self.day_with_weekday(first)}{self.dash}{end}"

    def day_number(self, value: date) -> str:
        """The number of a day that stands before its month: 24., 24"""
        return self.number_pattern.format(day=value.day)

    def month_after_day(self, value: date) -> str:
        """joulukuuta, december, December"""
        return self.months_after_day[value.month - 1]

    def month(self, value: date) -> str:
        """joulukuu 2026"""
        return f"{self.months[value.month - 1]} {value.year}"

    # --- times ------------------------------------------------------------------------------------------------------

    def clock(self, value: time) -> str:
        """A time of day: 9, 9.30, 12.05; in English 9:00, 9:30."""
        return self._clock(value.hour * 60 + value.minute, self.always_minutes)

    def clock_range(self, start: time, end: time) -> str:
        """9–16, 12.15–16, 12:15–16:00; midnight as the end is 24."""
        return self.minutes_range(start.hour * 60 + start.minute, end.hour * 60 + end.minute or DAY_MIN)

    @lru_cache(maxsize=4096)  # noqa: B019 – a handful of instances that live as long as the program
    def minutes_range(self, start_min: int, end_min: int) -> str:
        """As `clock_range`, of minutes from midnight."""
        full = self.always_minutes and bool(start_min % 60 or end_min % 60)
        return f"{self._clock(start_min, full)}–{self._clock(end_min, full)}"

    def _clock(self, minutes: int, full: bool) -> str:
        hour, minute = divmod(minutes, 60)
        return f"{hour}{self.minutes}{minute:02}" if minute or full else str(hour)

    def at(self, day: str, clock: str) -> str:
        """ke 3.2.2027 klo 9, Wed 3 February 2027 at 9:00"""
        return self.at_pattern.format(day=day, clock=clock)

    def within(self, day: str, clocks: str) -> str:
        """ke 3.2.2027 klo 9–16, Wed 3 February 2027, 9–16"""
        return self.within_pattern.format(day=day, clock=clocks)

    def day_within(self, day: date, start: time, end: time) -> str:
        """`within` of a day with its weekday: ke 3.2.2027 klo 9–16."""
        return self.day_between(day, start.hour * 60 + start.minute, end.hour * 60 + end.minute or DAY_MIN)

    def day_between(self, day: date, start_min: int, end_min: int) -> str:
        """As `day_within`, of minutes from midnight."""
        before, after = _around_day(self, start_min, end_min)
        return f"{before}{_day_with_weekday(self, day)}{after}"

    # --- lists, numbers, words --------------------------------------------------------------------------------------

    def listing(self, words: Sequence[str]) -> str:
        """a, b ja c; a, b och c; a, b and c"""
        return finnish.listing(words, self.last)

    def in_a_sentence(self, labels: Sequence[str]) -> str:
        """Labels as one list: a capital only at the beginning, abbreviations as they are."""
        first, *rest = labels
        return self.listing([first, *map(inside, rest)])

    def number(self, value: float) -> str:
        """2,5 or 2.5; a whole number without decimals."""
        return f"{value:g}".replace(".", self.decimal)

    def name_of_day(self, label: str) -> str:
        """A holiday's name in the middle of a sentence: jouluaatto, julafton, Christmas Eve."""
        return label if self.capital_days or label.startswith(_NAMES_OF_PERSONS) else inside(label)


_NAMES_OF_PERSONS = ("Kristi ",)


def capital(label: str) -> str:
    """A label that stands alone: a big letter first, names after it as they are ("Easy Finnish")."""
    return label[:1].upper() + label[1:]


def inside(label: str) -> str:
    """A label in the middle of a sentence: a small letter first, abbreviations after it as they are."""
    return label[:1].lower() + label[1:]


@lru_cache(maxsize=4096)
def _day(writing: Writing, value: date) -> str:
    name = writing.months[value.month - 1]
    return writing.day_pattern.format(day=value.day, month=value.month, name=name, year=value.year)


@lru_cache(maxsize=4096)
def _day_with_weekday(writing: Writing, value: date) -> str:
    return f"{writing.weekdays_short[value.weekday()]} {_day(writing, value)}"


@lru_cache(maxsize=4096)
def _around_day(writing: Writing, start_min: int, end_min: int) -> tuple[str, str]:
    """What stands before and after the day when something is between two times of it."""
    before, _, after = writing.within("\0", writing.minutes_range(start_min, end_min)).partition("\0")
    return before, after


FINNISH = Writing(
    language="fi",
    weekdays=finnish.WEEKDAYS,
    weekdays_short=finnish.WEEKDAYS_SHORT,
    months=finnish.MONTHS,
    months_after_day=tuple(f"{name}ta" for name in finnish.MONTHS),
    number_pattern="{day}.",
    day_pattern="{day}.{month}.{year}",
    short_day_pattern="{day}.{month}.",
    dash="–",
    shares_month=False,
    at_pattern="{day} klo {clock}",
    within_pattern="{day} klo {clock}",
    minutes=".",
    always_minutes=False,
    last="ja",
    decimal=",",
    capital_days=False,
)
_SWEDISH_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
SWEDISH = Writing(
    language="sv",
    weekdays=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    weekdays_short=("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
    months=_SWEDISH_MONTHS,
    months_after_day=_SWEDISH_MONTHS,
    number_pattern="{day}",
    day_pattern="{day}.{month}.{year}",
    short_day_pattern="{day}.{month}",
    dash="–",
    shares_month=False,
    at_pattern="{day} kl. {clock}",
    within_pattern="{day} kl. {clock}",
    minutes=".",
    always_minutes=False,
    last="och",
    decimal=",",
    capital_days=False,
)
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ENGLISH = Writing(
    language="en",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    weekdays_short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=_ENGLISH_MONTHS,
    months_after_day=_ENGLISH_MONTHS,
    number_pattern="{day}",
    day_pattern="{day} {name} {year}",
    short_day_pattern="{day} {name}",
    dash=" – ",
    shares_month=True,
    at_pattern="{day} at {clock}",
    within_pattern="{day}, {clock}",
    minutes=":",
    always_minutes=True,
    last="and",
    decimal=".",
    capital_days=True,
)

WRITINGS: Mapping[str, Writing] = MappingProxyType({each.language: each for each in (FINNISH, SWEDISH, ENGLISH)})


def writing_of(language: str) -> Writing:
    """The ways of a language; Finnish ones for a language that has none here."""
    return WRITINGS.get(language, FINNISH)
