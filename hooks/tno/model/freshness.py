"""How long ago facts were checked, and who answers for them.

What follows is told by the thresholds of the settings: the maintainer is reminded, the page says so, the service is no
longer among those from which people choose. Its page stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from tno.model.network import SHOWN, Network, Region
from tno.model.occurrence import is_over
from tno.records import Assessment, Event, Group, Organisation, Page, Plan, Record, Report, Service
from tno.settings import Settings

FRESH, REMINDED, MARKED, HIDDEN = "ajantasalla", "muistutettava", "merkitty", "pois-hausta"
STATES = (FRESH, REMINDED, MARKED, HIDDEN)
"""From the newest to the oldest."""
DATED = (Plan, Report, Assessment, Page)
"""Kinds that tell of their own time: they need not be kept true."""
MAINTAINER = "yllapitaja"
"""The role of a region's contact that mends facts."""


def months_before(day: date, months: int) -> date:
    """The same day of the month `months` earlier, or that month's last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


class Limits(NamedTuple):
    """The last days of checking that are too long ago, by what follows; each later than the next."""

    reminded: date
    marked: date
    hidden: date

    def state_of(self, verified: date) -> str:
        """One of `STATES`."""
        if verified > self.reminded:
            return FRESH
        return REMINDED if verified > self.marked else MARKED if verified > self.hidden else HIDDEN


def limits_on(day: date, settings: Settings) -> Limits:
    """The limits that hold on a day."""
    months = settings.reminded_months, settings.marked_months, settings.hidden_months
    return Limits(*(months_before(day, each) for each in months))


def is_kept_true(record: Record, day: date) -> bool:
    """Whether somebody should check a record now and then: it is neither history nor of its own time."""
    if isinstance(record, DATED) or (record.valid_until is not None and record.valid_until < day):
        return False
    if isinstance(record, Service):
        return record.status in SHOWN
    if isinstance(record, Event):
        return not is_over(record, day)
    return not (isinstance(record, Group) and record.ended is not None and record.ended < day)


def records_kept_true(region: Region, day: date) -> Iterator[Record]:
    """The region's own file and its records that should be checked now and then."""
    every = chain.from_iterable(kind.values() for kind in region.records.values())
    return (record for record in chain((region.profile,), every) if is_kept_true(record, day))


# --- who answers ------------------------------------------------------------------------------------------------------


def answering(network: Network, record: Record, day: date) -> str | None:
    """Key of the organisation that keeps a record true on a day; None when the content names nobody.

    The record's maintainer, else whose it is, else the maintainer of its region; of one that has ended, its successor.
    """
    own = record.maintainer or _whose(record)
    return (_today(network, own, day) if own else None) or _of_region(network, record.region, day)


def _whose(record: Record) -> str | None:
    if isinstance(record, Service):
        return record.organisation
    if isinstance(record, Event):
        return record.organiser
    return record.key if isinstance(record, Organisation) else None


def _of_region(network: Network, region: str, day: date) -> str | None:
    contacts = network.regions[region].profile.contacts
    for contact in sorted(contacts, key=lambda contact: contact.role != MAINTAINER):
        if contact.organisation and (found := _today(network, contact.organisation, day)):
            return found
    return None


def _today(network: Network, key: str, day: date) -> str | None:
    """The organisation, or the only one that carries its tasks since it ended."""
    passed: set[str] = set()
    while (found := network.find(Organisation, key)) and key not in passed:
        if found.valid_until is None or found.valid_until >= day:
            return key
        if len(found.succeeded_by) != 1:
            return None
        passed.add(key)
        key = found.succeeded_by[0]
    return None


# --- what is stale ----------------------------------------------------------------------------------------------------


class Stale(NamedTuple):
    """A record that was checked too long ago."""

    record: Record
    verified: date
    state: str
    """One of `STATES`, not the first."""


class Duty(NamedTuple):
    """What an organisation keeps true."""

    organisation: str | None
    """Its key; None of what nobody is named for."""
    kept: int
    """How many records."""
    undated: int
    """How many of them do not say when they were checked."""
    stale: tuple[Stale, ...]
    """Those checked too long ago, the oldest first."""


def duties(network: Network, regions: Iterable[Region], day: date, settings: Settings) -> tuple[Duty, ...]:
    """Who keeps what true in some regions: those with the oldest facts first, those with none that are stale last."""
    limits, by_key = limits_on(day, settings), dict[str | None, list[Record]]()
    for region in regions:
        for record in records_kept_true(region, day):
            by_key.setdefault(answering(network, record, day), []).append(record)
    found = [_duty(key, records, limits) for key, records in by_key.items()]
    return tuple(sorted(found, key=lambda each: (_oldest(each), each.organisation is None, each.organisation or "")))


def _duty(key: str | None, records: list[Record], limits: Limits) -> Duty:
    dated = [(record, record.verified) for record in records if record.verified]
    every = (Stale(record, verified, _state(record, verified, limits)) for record, verified in dated)
    stale = sorted((each for each in every if each.state != FRESH), key=lambda each: (each.verified, each.record.order))
    return Duty(key, len(records), len(records) - len(dated), tuple(stale))


def _state(record: Record, verified: date, limits: Limits) -> str:
    """The state of a record: only services are left out of lists."""
    state = limits.state_of(verified)
    return MARKED if state == HIDDEN and not isinstance(record, Service) else state


def _oldest(duty: Duty) -> date:
    return duty.stale[0].verified if duty.stale else date.max
