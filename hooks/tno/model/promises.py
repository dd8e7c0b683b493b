"""Commitments of agreements: what keeps each, and when that was last seen.

A service is seen when its facts were checked, an event when it was last held. A promise without either, or whose
service is no longer given, is one that nothing keeps.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tno.model.agreements import terms
from tno.model.network import Network
from tno.model.occurrence import occurrences_between
from tno.records import Agreement, Event, Service
from tno.records.agreement import Commitment
from tno.records.event import OFF
from tno.records.moment import HELSINKI

KEPT, BROKEN = "toteutunut", "ei-toteutunut"
"""States of `commitment_status` in which a promise is over."""
KEEPING = "toteutuu"
"""The state of one that is being kept."""
_ZONE = ZoneInfo(HELSINKI)
_LOOK_BACK_DAYS = (62, 400)
"""A series is looked at so far back first; what was not held then is looked for from its beginning."""


class Promise(NamedTuple):
    """A commitment on a day."""

    agreement: Agreement
    number: int
    """1 for the first in the agreement."""
    commitment: Commitment
    keepers: tuple[Service | Event, ...]
    """The service and the event that the agreement names, as far as they are known."""
    shown: date | None
    """The last day on which a keeper was seen, of an agreement that has ended while it was in force; None: never."""
    shown_by: Service | Event | None
    """The keeper that was seen then."""
    is_open: bool
    """Whether it is still to be kept."""
    is_unkept: bool
    """Open, and nothing keeps it."""
    is_late: bool
    """Still only promised although its day has passed."""
    is_past: bool
    """Whether its agreement has ended."""


def promises_of(network: Network, agreement: Agreement, day: date) -> tuple[Promise, ...]:
    """Commitments of an agreement as they are on `day`, in the editor's order."""
    last = max(terms(network, agreement).values(), key=lambda term: term[1], default=(day, day))[1]
    numbers = range(1, len(agreement.commitments) + 1)
    return tuple(_promise(network, agreement, number, day, min(last, day)) for number in numbers)


def _promise(network: Network, agreement: Agreement, number: int, day: date, last: date) -> Promise:
    """
    Args:
        last: `day`, or the last day of an agreement that has ended.
    """
    item = agreement.commitments[number - 1]
    named = network.find(Service, item.service), network.find(Event, item.event)
    keepers = tuple(keeper for keeper in named if keeper)
    is_open = item.state not in (KEPT, BROKEN)
    is_past, before = last < day, min(last + timedelta(days=1), day)
    seen = [(when, keeper) for keeper in keepers if (when := _shown(keeper, before))]
    if is_past:
        seen = [(when, keeper) for when, keeper in seen if agreement.valid_from <= when <= last]
    shown, shown_by = max(seen, key=lambda each: each[0], default=(None, None))
    return Promise(
        agreement=agreement,
        number=number,
        commitment=item,
        keepers=keepers,
        shown=shown,
        shown_by=shown_by,
        is_open=is_open,
        is_unkept=is_open and not any(_goes_on(network, keeper) for keeper in keepers),
        is_late=item.state == "lupaus" and item.due is not None and item.due < day,
        is_past=is_past,
    )


def _goes_on(network: Network, keeper: Service | Event) -> bool:
    return network.shows(keeper) if isinstance(keeper, Service) else keeper.status not in OFF


def _shown(keeper: Service | Event, day: date) -> date | None:
    if isinstance(keeper, Event):
        return last_held(keeper, day)
    return keeper.verified if keeper.verified and keeper.verified <= day else None


def last_held(event: Event, day: date) -> date | None:
    """The last date before `day` on which an event was over and had not been called off."""
    end = datetime.combine(day, time(), _ZONE)
    starts: Iterable[date] = (day - timedelta(days=days) for days in _LOOK_BACK_DAYS)
    for start in (*starts, event.first_day):
        first = max(start, event.first_day - timedelta(days=1))
        found = occurrences_between(event, datetime.combine(first, time(), _ZONE), end) if first < day else []
        held = [one.last_day for one in found if one.last_day < day and one.status not in OFF]
        if held or first < event.first_day:
            return max(held, default=None)
    return None
