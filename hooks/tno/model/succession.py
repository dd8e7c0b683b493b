"""What an organisation was before, and what came after it: TE-toimisto → työllisyysalueet."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from tno.model.network import Network
from tno.records import Organisation


class Stage(NamedTuple):
    """An organisation in a line of them."""

    organisation: Organisation
    since: date | None
    """Its first day: its own, else the day after the last one of those before it in the line."""
    until: date | None


def line_of(network: Network, organisation: Organisation) -> tuple[Stage, ...]:
    """All whose tasks came to an organisation, itself, and all who carry its tasks since: oldest first."""
    if not organisation.succeeded_by and organisation.key not in network.predecessors:
        return (Stage(organisation, organisation.valid_from, organisation.valid_until),)
    before = _closure(organisation, lambda each: network.predecessors.get(each.key, ()))
    after = _closure(organisation, lambda each: _successors(network, each))
    members = {**before, organisation.key: organisation, **after}
    stages = [_stage(network, each, members) for each in members.values()]
    return tuple(sorted(stages, key=lambda stage: (stage.until or date.max, stage.since or date.min, stage[0].order)))


def _closure(
    organisation: Organisation, next_of: Callable[[Organisation], Iterable[Organisation]]
) -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    waiting = list(next_of(organisation))
    while waiting:
        each = waiting.pop()
        if each.key not in found and each.key != organisation.key:
            found[each.key] = each
            waiting += next_of(each)
    return found


def _successors(network: Network, organisation: Organisation) -> list[Organisation]:
    found = (network.find(Organisation, key) for key in organisation.succeeded_by)
    return [each for each in found if each]


def _stage(network: Network, organisation: Organisation, members: Container[str]) -> Stage:
    former = [each for each in network.predecessors.get(organisation.key, ()) if each.key in members]
    ends = [each.valid_until for each in former if each.valid_until]
    since = organisation.valid_from or (max(ends) + timedelta(days=1) if ends else None)
    return Stage(organisation, since, organisation.valid_until)
