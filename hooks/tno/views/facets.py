"""What services are narrowed by: the names that stand in the finder's addresses."""

from __future__ import annotations

from collections.abc import Mapping

from tno.country.vocabulary import VocabularyTerm

FACETS: Mapping[str, str] = {
    "kohderyhma": "target_group",
    "tilanne": "life_situation",
    "aihe": "service_topic",
    "kanava": "service_channel",
    "kieli": "service_language",
    "hinta": "service_charge",
}
"""Name of a facet → the vocabulary of its values, in the order of the page."""
FACET_OF: Mapping[str, str] = {vocabulary: name for name, vocabulary in FACETS.items()}
"""The other way round."""
EVERYONE = "kaikki"
"""The target group of what is for everybody: it helps each group of citizens."""


def is_of_citizens(group: VocabularyTerm) -> bool:
    """Whether a target group is of citizens, and not of companies or professionals."""
    return group.codes.get("ptv", "").startswith("KR1")
