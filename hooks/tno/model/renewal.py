"""The next agreement, as far as the one before tells: who would sign it, whose tasks, what is still to be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tno.frozen import frozen
from tno.model.agreement_changes import successors_of
from tno.model.network import Network
from tno.model.promises import Promise, promises_of
from tno.records import Agreement, Group, Organisation
from tno.records.agreement import GroupTasks

_LAST_YEAR = re.compile(r"-\d{4}$")


class Signer(NamedTuple):
    """Who would sign."""

    organisation: str
    role: str
    heir_of: tuple[str, ...]
    """Parties that have ended and whose place it takes."""


class Carried(NamedTuple):
    """A commitment that is still to be kept, or was not."""

    promise: Promise
    responsible: str | None
    """Who would promise it now."""


@frozen
class Renewal:
    """What the draft of the next agreement holds."""

    before: Agreement
    id: str
    year: int
    """In which it would begin."""
    signers: tuple[Signer, ...]
    gone: tuple[str, ...]
    """Parties that have ended and that nobody is known to follow."""
    tasks: tuple[tuple[GroupTasks, bool], ...]
    """Tasks of each group, and whether the group has ended."""
    open: tuple[Carried, ...]
    """Commitments still to be kept."""
    broken: tuple[Carried, ...]
    """Those that were not."""
    maintainer: str | None


def renewal(network: Network, agreement: Agreement, day: date) -> Renewal:
    """What would follow `agreement`, prepared on `day`; only who exists when it would begin takes part."""
    begins = max(agreement.valid_until + timedelta(days=1), day) if agreement.valid_until else day
    signers, gone = _signers(network, agreement, begins)
    promises = promises_of(network, agreement, day)
    carried = [Carried(each, _today(network, each.commitment.responsible, begins)) for each in promises]
    return Renewal(
        before=agreement,
        id=f"{_LAST_YEAR.sub('', str(agreement.id))}-{begins.year}",
        year=begins.year,
        signers=signers,
        gone=gone,
        tasks=tuple((item, _has_ended(network.find(Group, item.group), begins)) for item in agreement.group_tasks),
        open=tuple(each for each in carried if each.promise.is_open),
        broken=tuple(each for each in carried if each.promise.commitment.state == "ei-toteutunut"),
        maintainer=_today(network, agreement.maintainer, begins),
    )


def _signers(network: Network, agreement: Agreement, begins: date) -> tuple[tuple[Signer, ...], tuple[str, ...]]:
    found: dict[str, Signer] = {}
    gone = []
    for party in agreement.parties:
        heirs = list(_living(network, party.organisation, begins))
        if not heirs:
            gone.append(party.organisation)
        for key in heirs:
            former = (party.organisation,) if key != party.organisation else ()
            if known := found.get(key):
                role = known.role if former else party.role
                found[key] = Signer(key, role, (*known.heir_of, *former))
            else:
                found[key] = Signer(key, party.role, former)
    return tuple(found.values()), tuple(gone)


def _living(network: Network, key: str, day: date) -> Iterator[str]:
    """An organisation itself, or the nearest of those after it that exist on `day`."""
    organisation = network.find(Organisation, key)
    if organisation is None or not organisation.valid_until or organisation.valid_until >= day:
        yield key
        return
    for heir in organisation.succeeded_by:
        if heir != key and key not in successors_of(network, heir):
            yield from _living(network, heir, day)


def _today(network: Network, key: str | None, day: date) -> str | None:
    """Who does now what `key` did; the same when nobody is known."""
    return next(_living(network, key, day), key) if key else None


def _has_ended(group: Group | None, day: date) -> bool:
    return bool(group and group.ended and group.ended < day)
