"""The project's own tables, read once for all the tests that ask about the real country."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tno.country import Country, Vocabularies, great_circle_km, load_country, load_vocabularies
from tno.country.municipality import Municipality

REGIONS = Path(__file__).parents[1] / "regions"


@cache
def country() -> Country:
    return load_country(REGIONS / "finland")


def km_between(one: Municipality, two: Municipality) -> float:
    """Distance as the crow flies between the centres of two municipalities."""
    return great_circle_km(one.latitude_deg, one.longitude_deg, two.latitude_deg, two.longitude_deg)


@cache
def vocabularies() -> Vocabularies:
    return load_vocabularies(REGIONS / "vocabularies.yml")
