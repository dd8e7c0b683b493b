"""The eighteen days Finns know by name, computed for any year: nothing to list anew each January.

Fixed dates, days counted from Easter, and weekdays inside a window of dates. The ids are those of the vocabulary
`named_day`; a test holds the two together. Sources: Act 1105/2021 and Evangelical Lutheran church order for the
holy days; the eves are custom.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from dateutil.easter import easter

FRIDAY, SATURDAY = 4, 5
Rule = Callable[[int], date]
"""Year → the day."""


def _on(month: int, day: int) -> Rule:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Rule:
    return lambda year: easter(year) + timedelta(days=days)


def _first(weekday: int, month: int, day: int) -> Rule:
    """The first `weekday` (0 = Monday) on or after the date."""

    def rule(year: int) -> date:
        opens = date(year, month, day)
        return opens + timedelta(days=(weekday - opens.weekday()) % 7)

    return rule


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "uudenvuodenpaiva": _on(1, 1),
        "loppiainen": _on(1, 6),
        "kiirastorstai": _from_easter(-3),
        "pitkaperjantai": _from_easter(-2),
        "paasiaispaiva": _from_easter(0),
        "toinen-paasiaispaiva": _from_easter(1),
        "vapunaatto": _on(4, 30),
        "vappu": _on(5, 1),
        "helatorstai": _from_easter(39),
        "helluntai": _from_easter(49),
        "juhannusaatto": _first(FRIDAY, 6, 19),
        "juhannuspaiva": _first(SATURDAY, 6, 20),
        "pyhainpaiva": _first(SATURDAY, 10, 31),
        "itsenaisyyspaiva": _on(12, 6),
        "jouluaatto": _on(12, 24),
        "joulupaiva": _on(12, 25),
        "tapaninpaiva": _on(12, 26),
        "uudenvuodenaatto": _on(12, 31),
    }
)
"""Id of the named day → its rule, in the order of an ordinary year."""


@lru_cache(maxsize=64)
def named_days(year: int) -> Mapping[str, date]:
    """Id → date of every named day of `year`."""
    return MappingProxyType({name: rule(year) for name, rule in RULES.items()})


def named_day(name: str, year: int) -> date:
    """The date of the named day `name` in `year`; KeyError for a name outside the vocabulary."""
    return named_days(year)[name]
