"""Addresses of feeds, from the site's root: stable for ever, as those of pages."""

from __future__ import annotations

from collections.abc import Collection

from tno.addresses import prefix_of

CALENDARS = "data/kalenterit/"


def of_country() -> str:
    """Everything in the country."""
    return f"{CALENDARS}suomi.ics"


def of_region(region: str) -> str:
    """Every event of a region, or of the national section."""
    return f"{CALENDARS}{region}.ics"


def of_kind(region: str, kind: str) -> str:
    """A region's events of one kind."""
    return f"{CALENDARS}{region}-laji-{kind}.ics"


def of_audience(region: str, audience: str) -> str:
    """A region's events for one audience."""
    return f"{CALENDARS}{region}-kenelle-{audience}.ics"


def of_group(key: str) -> str:
    """The events of a group, by its key."""
    region, _, group = key.partition("/")
    return f"{CALENDARS}{region}-ryhma-{group}.ics"


def of_sub_area(region: str, sub_area: str) -> str:
    """What one can come to in a part of a region."""
    return f"{CALENDARS}{region}-alue-{sub_area}.ics"


def of_municipality(slug: str) -> str:
    """What one can come to in a municipality."""
    return f"{CALENDARS}kunta-{slug}.ics"


def of_event(address: str) -> str:
    """One event alone, beside its page at `address`."""
    return f"{address}{address.rstrip('/').rpartition('/')[2]}.ics"


def in_language(path: str, language: str, languages: Collection[str]) -> str:
    """Where a feed of a region, its municipality or its event is in a language; the Finnish one when it has no other.

    Args:
        languages: those of the region's pages.
    """
    return f"{prefix_of(language)}{path}" if language in languages else path


def atom_address(region: str | None) -> str:
    """What is new in a region, or in the whole country."""
    return f"{region}/syote.xml" if region else "syote.xml"
