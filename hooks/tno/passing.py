"""Addresses of the calendar that pass by themselves: months, years and series. Each leads on to what took its place.

A month has a table until it is over; a series lives as long as some event names it. Nobody could keep their addresses
in `former_ids`, so the ledger of the last published site tells which there were.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_PASSING = re.compile(
    r"(?P<room>(?:[a-z]{2}/)?[a-z0-9-]+/tapahtumat/)"
    r"(?:kuukausi/(?P<year>\d{4})-\d{2}|arkisto/\d{4}|sarjat/[a-z0-9-]+)/"
)


def passing_addresses(former: Iterable[str], addresses: Collection[str]) -> dict[str, str]:
    """Former address of the calendar → where it leads now: the year's archive, else the list of events.

    Args:
        former: addresses of the last published site.
        addresses: all pages of this one.
    """
    found = {}
    for address in former:
        if address in addresses or not (match := _PASSING.fullmatch(address)):
            continue
        archive = f"{match['room']}arkisto/{match['year']}/"
        target = archive if archive in addresses else match["room"]
        if target in addresses:
            found[address] = target
    return found
