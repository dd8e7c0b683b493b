"""Finland as the portal knows it: municipalities, official areas, authorities, and the words content is written in.

The facts stand in `regions/finland/` and `regions/vocabularies.yml`, each with its source; this room reads them and
answers questions about them. It knows nothing of records or pages.
"""

from __future__ import annotations

from tno.country.area import Area, Authority
from tno.country.country import Country, great_circle_km
from tno.country.municipality import Municipality
from tno.country.source import TableError
from tno.country.tables import load_country
from tno.country.vocabulary import Vocabularies, Vocabulary, VocabularyTerm, load_vocabularies

__all__ = [
    "Area",
    "Authority",
    "Country",
    "Municipality",
    "TableError",
    "Vocabularies",
    "Vocabulary",
    "VocabularyTerm",
    "great_circle_km",
    "load_country",
    "load_vocabularies",
]
