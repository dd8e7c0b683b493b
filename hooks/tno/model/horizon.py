"""A stretch of days as opening hours see it: weekdays, the zone's offsets, named days; worked out once for all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from tno.model.named_day import named_days

HELSINKI = "Europe/Helsinki"
DAY_MIN = 24 * 60
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Horizon:
    """Some days in a row of one zone, with all that does not depend on the hours."""

    def __init__(self, start: date, days: int, zone: str = HELSINKI) -> None:
        self.start, self.days = start, days
        self._zone = ZoneInfo(zone)
        self.dates = tuple(start + timedelta(days=number - 1) for number in range(days + 1))
        """The day before `start` too: its night may last into the horizon."""
        self.weekdays = tuple(day.weekday() for day in self.dates)
        self.is_even_week = tuple(day.isocalendar().week % 2 == 0 for day in self.dates)
        self.midnights = tuple(self._minute_of(day) for day in self.dates)
        self.first_min = self._minute_of(start)
        self.end_min = self._minute_of(start + timedelta(days=days))
        self._instants: dict[int, datetime] = {}

    @cached_property
    def named(self) -> Mapping[str, tuple[int, ...]]:
        """Named day → its places in `dates`."""
        places: dict[str, list[int]] = {}
        for year in range(self.dates[0].year, self.dates[-1].year + 1):
            for name, day in named_days(year).items():
                if self.dates[0] <= day <= self.dates[-1]:
                    places.setdefault(name, []).append((day - self.dates[0]).days)
        return {name: tuple(found) for name, found in places.items()}

    @cached_property
    def shifts(self) -> Mapping[int, tuple[int, int]]:
        """Place in `dates` → (minute in UTC when the clock is moved, minutes it is moved forward)."""
        found = {}
        for place, day in enumerate(self.dates):
            length = self._minute_of(day + timedelta(days=2)) - self.midnights[place]
            if length != 2 * DAY_MIN:  # of this day or of the next, where a night ends
                found[place] = (self._moment_of_shift(self.midnights[place], length), 2 * DAY_MIN - length)
        return found

    def minute(self, place: int, wall_min: int) -> int:
        """UTC minute of `wall_min` minutes past midnight of `dates[place]`, as the clock on the wall shows it.

        A time the clock skips is the moment it skips it; a time it shows twice is the first one.
        """
        straight = self.midnights[place] + wall_min
        if (shift := self.shifts.get(place)) is None or straight < shift[0]:
            return straight
        return max(shift[0], straight - shift[1])

    def instant(self, minute: int) -> datetime:
        """The aware UTC instant of a UTC minute; made once, since channels share their hours."""
        if (known := self._instants.get(minute)) is None:
            known = self._instants[minute] = _EPOCH + timedelta(minutes=minute)
        return known

    def places(self, first: date, last: date) -> range:
        """Places in `dates` from `first` to `last`, both included."""
        before = self.dates[0]
        return range(max(0, (first - before).days), min(len(self.dates), (last - before).days + 1))

    def _minute_of(self, day: date) -> int:
        midnight = datetime.combine(day, time(), self._zone)
        return int((midnight - _EPOCH).total_seconds()) // 60

    def _moment_of_shift(self, low: int, length: int) -> int:
        """The UTC minute in [low, low + length] from which the zone's offset is another; found by halving."""
        high, offset = low + length, self._offset(low)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._offset(middle) == offset else (low, middle)
        return high

    def _offset(self, minute: int) -> timedelta | None:
        return (_EPOCH + timedelta(minutes=minute)).astimezone(self._zone).utcoffset()


@lru_cache(maxsize=16)
def horizon(start: date, days: int, zone: str = HELSINKI) -> Horizon:
    """The horizon of `days` days from `start`, made once."""
    return Horizon(start, days, zone)
