"""How agreements follow one another and what holds on a day. Nothing of this is ever written in a file.

A chain is all agreements joined by `renews`, directly or through others: several may become one, one may become
several. Where an agreement holds is a set of sub-areas; without any it holds in the whole region.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from tno.model.network import Network
from tno.records import Agreement

DRAFT, UPCOMING, IN_FORCE = "valmisteilla", "tuleva", "voimassa"
EXPIRING, EXPIRED, REPLACED = "paattymassa", "paattynyt", "paivitetty"
"""States: ids of the vocabulary `agreement_status`."""

Terms = Mapping[str, tuple[date, date]]
"""Where an agreement holds (key of a sub-area, or id of the region) → first and last day."""


def state_on(network: Network, agreement: Agreement, day: date, warned_days: int) -> str:
    """The state of `agreement` on `day`.

    Args:
        warned_days: so many days before its last one an agreement is expiring (`Settings.agreement_warned_days`).
    Returns:
        A draft stays a draft whatever its dates. Replaced means that agreements which have begun hold in every
        part of its area; expired, that its last day has passed and that is not so.
    """
    if agreement.draft:
        return DRAFT
    if day < agreement.valid_from:
        return UPCOMING
    if _is_replaced(network, agreement, day):
        return REPLACED
    if agreement.valid_until is None:
        return IN_FORCE
    left = (agreement.valid_until - day).days
    return EXPIRED if left < 0 else EXPIRING if left <= warned_days else IN_FORCE


def is_in_force(network: Network, agreement: Agreement, day: date) -> bool:
    """Whether `agreement` holds somewhere on `day`."""
    return any(first <= day <= last for first, last in terms(network, agreement).values())


def chain_of(network: Network, agreement: Agreement) -> tuple[Agreement, ...]:
    """Every agreement that comes before or after `agreement`, itself included, oldest first. (Made once a chain.)"""
    if (chain := network.chains.get(agreement.key)) is None:
        chain = _ordered(_joined(network, agreement).values())
        network.chains.update(dict.fromkeys([each.key for each in chain], chain))
    return chain


def chains(network: Network) -> tuple[tuple[Agreement, ...], ...]:
    """Every chain once, each oldest first; an agreement that nothing joins is a chain of its own."""
    seen: set[str] = set()
    found = []
    for key, agreement in network.all_of(Agreement).items():
        if key not in seen:
            members = _joined(network, agreement)
            seen |= members.keys()
            found.append(_ordered(members.values()))
    return tuple(found)


def terms(network: Network, agreement: Agreement) -> Terms:
    """Where and when `agreement` holds, as far as dates tell; empty for a draft.

    One in force until further notice ends in a sub-area the day before an agreement that renews it begins there;
    one with a last day of its own keeps it.
    """
    if agreement.draft:
        return {}
    where = areas_of(network, agreement)
    if agreement.valid_until is not None:
        return dict.fromkeys(where, (agreement.valid_from, agreement.valid_until))
    ends = dict.fromkeys(where, agreement.valid_from.max)
    for renewal in _renewals(network, agreement):
        for place in areas_of(network, renewal) & ends.keys():
            ends[place] = min(ends[place], renewal.valid_from - timedelta(days=1))
    return {place: (agreement.valid_from, last) for place, last in ends.items()}


def areas_of(network: Network, agreement: Agreement) -> frozenset[str]:
    """Keys of the sub-areas an agreement holds in; for a whole region all of them and the region's own id."""
    if agreement.sub_areas:
        return frozenset(agreement.sub_areas)
    profile = network.regions[agreement.region].profile
    return frozenset((agreement.region, *(f"{agreement.region}/{sub_area.id}" for sub_area in profile.sub_areas)))


def _is_replaced(network: Network, agreement: Agreement, day: date) -> bool:
    begun = [areas_of(network, each) for each in _renewals(network, agreement) if each.valid_from <= day]
    return bool(begun) and areas_of(network, agreement) - {agreement.region} <= frozenset[str]().union(*begun)


def _renewals(network: Network, agreement: Agreement) -> Iterator[Agreement]:
    """Agreements that renew `agreement` and are more than drafts; one that renews itself does not count."""
    for renewal in network.renewed_by.get(agreement.key, ()):
        if not renewal.draft and renewal.key != agreement.key and renewal.valid_from > agreement.valid_from:
            yield renewal


def _joined(network: Network, agreement: Agreement) -> dict[str, Agreement]:
    found: dict[str, Agreement] = {}
    waiting = [agreement]
    while waiting:
        each = waiting.pop()
        if each.key in found:
            continue
        found[each.key] = each
        before = (network.find(Agreement, key) for key in each.renews)
        waiting += [*(known for known in before if known), *network.renewed_by.get(each.key, ())]
    return found


def _ordered(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    return tuple(sorted(agreements, key=lambda each: (each.valid_from, each.key)))
