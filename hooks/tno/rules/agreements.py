"""Agreements that follow one another: no circles, and at most one of a chain in force in a place on a day."""

from __future__ import annotations

from datetime import date

from tno.finnish import day as written_day
from tno.model.agreements import chains, terms
from tno.model.network import Network
from tno.records import Agreement
from tno.rules.circles import circles
from tno.rules.review import Finding, Findings, Review, finding


def renewal_circles(review: Review) -> Findings:
    """Agreements that renew one another in a circle, one problem a circle."""
    agreements = review.network.all_of(Agreement)
    for circle in circles({key: agreement.renews for key, agreement in agreements.items()}):
        first = agreements[circle[0]]
        names = " → ".join(str(agreements[key].name) for key in (*circle, circle[0]))
        yield finding(first, "renews-circle", "renews", value=names)


def two_in_force(review: Review) -> Findings:
    """Agreements of one chain whose terms overlap in some sub-area; once for each pair."""
    for chain in chains(review.network):
        if len(chain) > 1:
            yield from _overlaps(review.network, chain)


def _overlaps(network: Network, chain: tuple[Agreement, ...]) -> Findings:
    told: set[tuple[str, str]] = set()
    latest: dict[str, tuple[date, Agreement]] = {}
    for agreement in chain:
        for place, (first, last) in sorted(terms(network, agreement).items()):
            if last < first:
                continue
            if place in latest and first <= latest[place][0]:
                other = latest[place][1]
                if (agreement.key, other.key) not in told:
                    told.add((agreement.key, other.key))
                    yield _overlap(network, agreement, other, place, min(last, latest[place][0]))
            if place not in latest or last > latest[place][0]:
                latest[place] = last, agreement


def _overlap(network: Network, agreement: Agreement, other: Agreement, place: str, last: date) -> Finding:
    sub_area = network.sub_areas.get(place)
    return finding(
        agreement,
        "agreement-overlap",
        "valid_from",
        value=str(agreement.name),
        other=str(other.name),
        area=str(sub_area.name) if sub_area else network.regions[agreement.region].name,
        day=written_day(agreement.valid_from),
        until="toistaiseksi" if last == date.max else written_day(last),
    )
