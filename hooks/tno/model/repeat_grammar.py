"""How three languages say a rule's repetition: "joka toinen tiistai", "varannan tisdag", "every other Tuesday"."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tno.writing import ENGLISH, FINNISH, SWEDISH, Writing


class Grammar(ABC):
    """What one language says of each part of a repetition."""

    writing: Writing
    every_day: str
    every_working_day: str
    last_day: str
    """The last day of a month, among `month_day` and `nth`."""
    neither: str
    """The word between the last two of the days on which it is not."""
    without: str
    besides: str
    """Before days that come on top of a rule."""
    on_these: str
    """Before further days of what has no rule."""

    @abstractmethod
    def days(self, step: int) -> str:
        """Every `step` days."""

    @abstractmethod
    def weekdays(self, step: int, weekdays: Sequence[int]) -> str:
        """Every `step` weeks on `weekdays` (0 = Monday)."""

    @abstractmethod
    def months(self, step: int, days: str) -> str:
        """Every `step` months on `days`, a list of `month_day` and `nth`."""

    @abstractmethod
    def years(self, step: int, month: int, days: str) -> str:
        """Every `step` years on `days` of a month."""

    @abstractmethod
    def date(self, step: int, month: int, day: int) -> str:
        """Every `step` years on a date."""

    @abstractmethod
    def nth(self, which: int, weekday: int) -> str:
        """The first to fifth or (-1) the last of a weekday in a month."""

    @abstractmethod
    def month_day(self, number: int) -> str:
        """A day of a month by its number."""

    @abstractmethod
    def until(self, day: str) -> str:
        """To a day, which is included."""

    @abstractmethod
    def times(self, count: int) -> str:
        """So many times."""

    def _names(self, weekdays: Sequence[int], ending: str = "") -> str:
        return self.writing.listing([self.writing.weekdays[day] + ending for day in weekdays])


class _Finnish(Grammar):
    writing = FINNISH
    every_day, every_working_day, last_day = "joka päivä", "joka arkipäivä", "viimeisenä päivänä"
    neither, without, besides, on_these = "ja", "ei", "lisäksi", "myös"
    _every: Mapping[int, str] = MappingProxyType(
        {1: "joka", 2: "joka toinen", 3: "joka kolmas", 4: "joka neljäs", 5: "joka viides", 6: "joka kuudes"}
    )
    _every_of: Mapping[int, str] = MappingProxyType(
        {1: "joka", 2: "joka toisen", 3: "joka kolmannen", 4: "joka neljännen", 5: "joka viidennen"}
        | {6: "joka kuudennen"}
    )
    _nth: Mapping[int, str] = MappingProxyType(
        {1: "ensimmäisenä", 2: "toisena", 3: "kolmantena", 4: "neljäntenä", 5: "viidentenä", -1: "viimeisenä"}
    )

    def days(self, step: int) -> str:
        return f"{self._step(step)} päivä"

    def weekdays(self, step: int, weekdays: Sequence[int]) -> str:
        if step == 1 or len(weekdays) == 1:
            return f"{self._step(step)} {self._names(weekdays)}"
        return f"{self._step(step)} viikko {self._names(weekdays, 'na')}"

    def months(self, step: int, days: str) -> str:
        return f"{self._every_of.get(step, f'joka {step}.')} kuukauden {days}"

    def years(self, step: int, month: int, days: str) -> str:
        return f"{self._step(step)} vuosi {FINNISH.months[month - 1]}n {days}"

    def date(self, step: int, month: int, day: int) -> str:
        return f"{self._step(step)} vuosi {day}.{month}."

    def nth(self, which: int, weekday: int) -> str:
        return f"{self._nth[which]} {FINNISH.weekdays[weekday]}na"

    def month_day(self, number: int) -> str:
        return f"{number}. päivänä"

    def until(self, day: str) -> str:
        return f"{day} asti"

    def times(self, count: int) -> str:
        return "kerran" if count == 1 else f"{count} kertaa"

    def _step(self, step: int) -> str:
        return self._every.get(step, f"joka {step}.")


class _Swedish(Grammar):
    writing = SWEDISH
    every_day, every_working_day, last_day = "varje dag", "varje vardag", "den sista dagen"
    neither, without, besides, on_these = "eller", "inte", "dessutom", "också"
    _ordinals: Mapping[int, str] = MappingProxyType(
        {1: "första", 2: "andra", 3: "tredje", 4: "fjärde", 5: "femte", 6: "sjätte", -1: "sista"}
    )

    def days(self, step: int) -> str:
        return f"{self._step(step)} dag"

    def weekdays(self, step: int, weekdays: Sequence[int]) -> str:
        if step == 1 or len(weekdays) == 1:
            return f"{self._step(step)} {self._names(weekdays)}"
        return f"{self._step(step)} vecka på {self._names(weekdays, 'ar')}"

    def months(self, step: int, days: str) -> str:
        return f"{days} {self._step(step)} månad"

    def years(self, step: int, month: int, days: str) -> str:
        return f"{days} i {SWEDISH.months[month - 1]} {self._step_of_years(step)} år"

    def date(self, step: int, month: int, day: int) -> str:
        return f"den {day} {SWEDISH.months[month - 1]} {self._step_of_years(step)} år"

    def nth(self, which: int, weekday: int) -> str:
        return f"den {self._ordinals[which]} {SWEDISH.weekdays[weekday]}en"

    def month_day(self, number: int) -> str:
        return f"den {number}"

    def until(self, day: str) -> str:
        return f"till och med {day}"

    def times(self, count: int) -> str:
        return "en gång" if count == 1 else f"{count} gånger"

    def _step(self, step: int) -> str:
        return {1: "varje", 2: "varannan"}.get(step, f"var {self._ordinal(step)}")

    def _step_of_years(self, step: int) -> str:
        return {1: "varje", 2: "vartannat"}.get(step, f"vart {self._ordinal(step)}")

    def _ordinal(self, number: int) -> str:
        ending = "a" if number % 10 in (1, 2) and number % 100 not in (11, 12) else "e"
        return self._ordinals.get(number, f"{number}:{ending}")


class _English(Grammar):
    writing = ENGLISH
    every_day, every_working_day, last_day = "every day", "every weekday", "the last day"
    neither, without, besides, on_these = "or", "not on", "also on", "also on"
    _ordinals: Mapping[int, str] = MappingProxyType(
        {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
    )

    def days(self, step: int) -> str:
        return self._step(step, "day")

    def weekdays(self, step: int, weekdays: Sequence[int]) -> str:
        if step == 1 or (step == 2 and len(weekdays) == 1):  # "every third Tuesday" would be heard as one of a month
            return self._step(step, self._names(weekdays))
        return f"{self._step(step, 'week')} on {self._names(weekdays)}"

    def months(self, step: int, days: str) -> str:
        return f"{self._step(step, 'month')} on {days}"

    def years(self, step: int, month: int, days: str) -> str:
        return f"{self._step(step, 'year')} on {days} in {ENGLISH.months[month - 1]}"

    def date(self, step: int, month: int, day: int) -> str:
        return f"{self._step(step, 'year')} on {day} {ENGLISH.months[month - 1]}"

    def nth(self, which: int, weekday: int) -> str:
        return f"the {self._ordinals[which]} {ENGLISH.weekdays[weekday]}"

    def month_day(self, number: int) -> str:
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
        return f"the {number}{ending}"

    def until(self, day: str) -> str:
        return f"until {day}"

    def times(self, count: int) -> str:
        return "once" if count == 1 else f"{count} times"

    def _step(self, step: int, unit: str) -> str:
        return {1: f"every {unit}", 2: f"every other {unit}"}.get(step, f"every {step} {unit}s")


GRAMMARS: Mapping[str, Grammar] = MappingProxyType({"fi": _Finnish(), "sv": _Swedish(), "en": _English()})


def grammar_of(language: str) -> Grammar:
    """The grammar of a language; the Finnish one for a language that has none here."""
    return GRAMMARS.get(language, GRAMMARS["fi"])
