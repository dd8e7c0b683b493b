"""One occurrence that differs from the rest of its series: another time, another place, cancelled."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from tno.problem import Fault
from tno.records.base import Part
from tno.records.contacts import Url
from tno.records.event_times import (
    Known,
    Written,
    clock_on_all_day,
    completed_end,
    faults_of_date,
    faults_of_repeated,
    rule_in,
    unless,
)
from tno.records.moment import HELSINKI, MomentOrClock, day_of, missing_hour
from tno.records.scalars import Day, PlaceRef, TermOf, Text

MOVED_ONLINE = "siirretty-verkkoon"
"""The term of `event_status` that needs an address online."""


class Override(Part):
    """What is different on one date; what is not told stays as it is. Cancelled ones are still shown, as cancelled."""

    date: Day = Field(description="Päivä, jona kerta alun perin olisi.")
    start: MomentOrClock | None = Field(default=None, description="Uusi alku: kellonaika, tai päivä ja kellonaika.")
    end: MomentOrClock | None = Field(default=None, description="Uusi loppu: kellonaika, tai päivä ja kellonaika.")
    place: PlaceRef | None = Field(default=None, description="Paikka tällä kerralla.")
    online_url: Url | None = Field(default=None, description="Verkko-osoite tällä kerralla.")
    status: Annotated[str, TermOf("event_status")] | None = Field(
        default=None, description="peruttu, siirretty, lykatty, siirretty-verkkoon …"
    )
    note: Text | None = Field(default=None, description="Mitä tästä kerrasta pitää tietää.")


def checked_overrides(overrides: tuple[Override, ...], known: Known) -> tuple[Override, ...]:
    """Overrides whose start and end are moments; raises the faults of all of them.

    Args:
        known: the fields of the event already known to be right, by name.
    """
    if not overrides or not {"start", "end", "duration", "repeat", "extra"} <= known.keys():
        return overrides
    first, rule = day_of(known["start"]), rule_in(known)
    extra = {day_of(moment) for moment in known["extra"]}
    found = faults_of_repeated([override.date for override in overrides], "date")
    completed = []
    for index, override in enumerate(overrides):
        if override.date in known.get("except_", ()):
            found.append(Fault("event-override-left-out", (index, "date"), {"value": str(override.date)}))
        else:
            found += faults_of_date(override.date, (index, "date"), first, rule, extra)
        if override.status == MOVED_ONLINE and not (override.online_url or known.get("online_url")):
            found.append(Fault("event-online-missing", (index, "status"), {"value": MOVED_ONLINE}))
        changed, wrong = _completed(override, index, known)
        found += wrong
        completed.append(changed)
    return unless(found, tuple(completed))


def _completed(override: Override, index: int, known: Known) -> tuple[Override, list[Fault]]:
    """The override with moments for clock times, and the faults of its times; paths begin with `index`."""
    if override.start is None and override.end is None:
        return override, []
    if not isinstance(known["start"], datetime.datetime) and (wrong := _clocks(override, index)):
        return override, wrong
    zone = known.get("zone", HELSINKI)
    start = _start(override, known)
    changed = override.model_copy(update={"start": start, "end": None})
    if wrong := missing_hour(start, zone, index, "start"):
        return changed, wrong
    if override.end is None:
        return changed, []
    end, wrong = completed_end(start, override.end, zone)
    return changed.model_copy(update={"end": end}), [Fault(one.code, (index, "end"), one.data) for one in wrong]


def _clocks(override: Override, index: int) -> list[Fault]:
    return [
        clock_on_all_day(value, (index, key))
        for key, value in (("start", override.start), ("end", override.end))
        if isinstance(value, datetime.time | datetime.datetime)
    ]


def _start(override: Override, known: Known) -> datetime.date:
    """The new start: a clock time is on the same date, a date keeps the clock time the occurrence has anyway."""
    own = next((extra for extra in known["extra"] if day_of(extra) == override.date), None)
    if own is None:
        own = _on(override.date, known["start"])
    new: Written | None = override.start
    if new is None:
        return own
    if isinstance(new, datetime.time):
        return datetime.datetime.combine(override.date, new)
    return new if isinstance(new, datetime.datetime) else _on(new, own)


def _on(day: datetime.date, moment: datetime.date) -> datetime.date:
    """`day` at the clock time of `moment`, if it has one."""
    return datetime.datetime.combine(day, moment.time()) if isinstance(moment, datetime.datetime) else day
