"""Who works with whom today: organisations tied to agreements, groups and services.

One set of ties is what the table, the matrix, the picture and `network.json` show, so that their counts agree. What
has ended is left out: agreements that do not hold, groups that do not meet, seats that are over. An organisation that
has ended is there by those who carry its tasks now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from tno import finnish
from tno.model.agreements import is_in_force
from tno.model.network import Network, Region
from tno.records import Agreement, Group, Organisation, Record, Service

Kind = Literal["agreement", "group", "service"]
LEADS = frozenset({"vastuuorganisaatio", "koordinoija", "puheenjohtaja"})
"""Roles of an agreement's party and of a group's member that carry the responsibility."""
GIVES, PARTNER = "antaa", "kumppani"
"""Roles of an organisation in a service."""
_GIVING = frozenset({GIVES})


class Tie(NamedTuple):
    """An organisation in an agreement, a group or a service."""

    organisation: str
    """Key."""
    kind: Kind
    """What it is tied to."""
    key: str
    roles: tuple[str, ...]
    """Ids of `agreement_party_role` or `group_member_role`; of a service `GIVES` or `PARTNER`."""
    leads: bool
    """Whether it carries the responsibility."""


class RegionTies:
    """The ties of a region's agreements, groups and services, and its own organisations without any."""

    def __init__(self, network: Network, region: Region, day: date) -> None:
        """
        Args:
            network, region: the Finnish ones.
        """
        self._network, self._region, self._day = network, region, day
        self._carriers: dict[str, tuple[str, ...]] = {}

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """Those that hold, in alphabetical order."""
        own = self._region.all_of(Agreement)
        return tuple(each for each in own if is_in_force(self._network, each, self._day))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Those that meet, in alphabetical order; the region's own, and those of several regions it is one of."""
        region = self._region.id
        every = self._network.all_of(Group).values()
        found = [each for each in every if each.region == region or region in each.regions]
        found.sort(key=lambda each: each.order)
        return tuple(each for each in found if not (each.ended and each.ended < self._day))

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """Those that people are shown, in alphabetical order."""
        return tuple(filter(self._network.shows, self._region.all_of(Service)))

    @cached_property
    def all(self) -> tuple[Tie, ...]:
        """Every tie: of agreements, of groups, of services, each once."""
        return tuple(self._found())

    @cached_property
    def by_organisation(self) -> Mapping[str, tuple[Tie, ...]]:
        """Key → ties of an organisation; the region's own organisations and all that are tied to it, by name."""
        found: dict[str, list[Tie]] = {
            each.key: [] for each in self._region.all_of(Organisation) if not self._has_ended(each)
        }
        for tie in self.all:
            found.setdefault(tie.organisation, []).append(tie)
        order = self._network.all_of(Organisation)
        return {key: tuple(found[key]) for key in sorted(found, key=lambda key: order[key].order)}

    @cached_property
    def organisations(self) -> frozenset[str]:
        """Keys of `by_organisation`, without working out who is tied to what."""
        own = {each.key for each in self._region.all_of(Organisation) if not self._has_ended(each)}
        named = {party.organisation for agreement in self.agreements for party in agreement.parties}
        for group in self.groups:
            named.update(seat.organisation for seat in group.members if self._is_now(seat.since, seat.until))
        named.update(service.organisation for service in self.services)
        named.update(*(service.partners for service in self.services))
        return frozenset(own.union(*(self._today(name) for name in named)))

    def _found(self) -> Iterator[Tie]:
        for agreement in self.agreements:
            yield from self._of("agreement", agreement, [(each.organisation, each.role) for each in agreement.parties])
        for group in self.groups:
            seats = (each for each in group.members if self._is_now(each.since, each.until))
            yield from self._of("group", group, [(each.organisation, each.role) for each in seats])
        for service in self.services:
            partners = [(key, PARTNER) for key in service.partners if key != service.organisation]
            yield from self._of("service", service, [(service.organisation, GIVES), *partners])

    def _of(self, kind: Kind, record: Record, roles: Iterable[tuple[str, str]]) -> list[Tie]:
        found: dict[str, dict[str, None]] = {}
        for named, role in roles:
            for key in self._today(named):
                found.setdefault(key, {})[role] = None
        leading, own = _GIVING if kind == "service" else LEADS, record.key
        return [Tie(key, kind, own, tuple(its), not leading.isdisjoint(its)) for key, its in found.items()]

    def _today(self, key: str) -> tuple[str, ...]:
        """Keys of those who do today what an organisation did: itself, or its successors."""
        if (known := self._carriers.get(key)) is None:
            known = self._carriers[key] = tuple(self._carrying(key, frozenset()))
        return known

    def _carrying(self, key: str, seen: frozenset[str]) -> Iterator[str]:
        organisation = self._network.find(Organisation, key)
        if organisation is None or key in seen:
            return
        if not self._has_ended(organisation):
            yield key
            return
        for successor in organisation.succeeded_by:
            yield from self._carrying(successor, seen | {key})

    def _has_ended(self, organisation: Organisation) -> bool:
        return bool(organisation.valid_until and organisation.valid_until < self._day)

    def _is_now(self, since: date | None, until: date | None) -> bool:
        return not (since and since > self._day) and not (until and until < self._day)

    @cached_property
    def _ranked(self) -> list[str]:
        order = self._network.all_of(Organisation)
        tied = {key: count for key, ties in self.by_organisation.items() if (count := len(joined(ties)))}
        return sorted(tied, key=lambda key: (-tied[key], finnish.sort_key(str(order[key].name)), key))

    def most_tied(self, count: int) -> tuple[str, ...]:
        """Keys of the organisations in the most agreements and groups, those of equal many by name."""
        return tuple(self._ranked[:count])


def joined(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Ties of cooperation: agreements and groups, services left out."""
    return tuple([tie for tie in ties if tie.kind != "service"])
