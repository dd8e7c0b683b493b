"""The project's own tables, read once for all the tests that ask about the real country."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tno.country import Country, Vocabularies, load_country, load_vocabularies

REGIONS = Path(__file__).parents[1] / "regions"


@cache
def country() -> Country:
    return load_country(REGIONS / "finland")


@cache
def vocabularies() -> Vocabularies:
    return load_vocabularies(REGIONS / "vocabularies.yml")
