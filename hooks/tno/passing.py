"""Addresses that pass by themselves: months, years, series, lists of services. Each leads on to what took its place.

A month has a table until it is over; a series lives as long as some event names it; a topic has a page while some
service of it is offered. Nobody could keep their addresses in `former_ids`, so the ledger of the last published site
tells which there were.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_PASSING = re.compile(
    r"(?P<room>(?:[a-z]{2}/)?[a-z0-9-]+/tapahtumat/)"
    r"(?:kuukausi/(?P<year>\d{4})-\d{2}|arkisto/\d{4}|sarjat/[a-z0-9-]+)/"
)
_LIST = re.compile(
    r"(?P<room>(?:[a-z]{2}/)?(?:aiheet|elamantilanteet|mista-aloitan)/)(?P<first>[a-z0-9-]+/)(?:[a-z0-9-]+/)?"
)


def passing_addresses(former: Iterable[str], addresses: Collection[str]) -> dict[str, str]:
    """Former address → where it leads now: the year's archive, the list of events, the choice of topics.

    Args:
        former: addresses of the last published site.
        addresses: all pages of this one.
    """
    found = {}
    for address in former:
        if address not in addresses and (target := _next(address, addresses)) is not None:
            found[address] = target
    return found


def _next(address: str, addresses: Collection[str]) -> str | None:
    """The first page of this site that takes the place of a former one that passes by itself."""
    if match := _PASSING.fullmatch(address):
        ways = (f"{match['room']}arkisto/{match['year']}/", match["room"])
    elif match := _LIST.fullmatch(address):
        ways = (f"{match['room']}{match['first']}", match["room"])
    else:
        return None
    return next((way for way in ways if way in addresses), None)
