"""Addresses of feeds, from the site's root: stable for ever, as those of pages."""

from __future__ import annotations

CALENDARS = "data/kalenterit/"


def national_feed() -> str:
    """Everything in the country."""
    return f"{CALENDARS}suomi.ics"


def region_feed(region: str) -> str:
    """Every event of a region, or of the national section."""
    return f"{CALENDARS}{region}.ics"


def kind_feed(region: str, kind: str) -> str:
    """A region's events of one kind."""
    return f"{CALENDARS}{region}-laji-{kind}.ics"


def audience_feed(region: str, audience: str) -> str:
    """A region's events for one audience."""
    return f"{CALENDARS}{region}-kenelle-{audience}.ics"


def group_feed(key: str) -> str:
    """The events of a group, by its key."""
    region, _, group = key.partition("/")
    return f"{CALENDARS}{region}-ryhma-{group}.ics"


def sub_area_feed(region: str, sub_area: str) -> str:
    """What one can come to in a part of a region."""
    return f"{CALENDARS}{region}-alue-{sub_area}.ics"


def municipality_feed(slug: str) -> str:
    """What one can come to in a municipality."""
    return f"{CALENDARS}kunta-{slug}.ics"


def event_feed(address: str) -> str:
    """One event alone, beside its page at `address`."""
    return f"{address}{address.rstrip('/').rpartition('/')[2]}.ics"


def atom_address(region: str | None) -> str:
    """What is new in a region, or in the whole country."""
    return f"{region}/syote.xml" if region else "syote.xml"
