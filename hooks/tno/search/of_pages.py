"""The search index of one language: what can be found, and what is known beside it of places and everyday words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tno.addresses import prefix_of
from tno.model.network import Network
from tno.search.ages import words_of_ages
from tno.search.document import SearchDocument
from tno.search.everyday import Saying, sayings
from tno.search.forms import forms_of
from tno.search.index import search_files
from tno.search.places import municipalities_in_order, place_names, plain
from tno.views.scene import TERM_ROOMS, Scene

FOLDER = "data/search"
LEADS = {**TERM_ROOMS, "target_group": "kohderyhma", "service_language": "kieli"}
"""Vocabulary → what leads to its terms begin with."""


def search_files_of(found: Sequence[SearchDocument], scene: Scene) -> Iterator[tuple[str, str]]:
    """(path below the site, text) of each file of the index of the scene's language.

    Args:
        found: documents in the order of the index.
    """
    language, network = scene.language, scene.network
    places = list(place_names(network, language, prefix_of(language)))
    order = municipalities_in_order(network.country)
    said = [*sayings(network.country.everyday, language), *_other_languages(network, language)]
    forms = forms_of(language)
    ages = words_of_ages(network.country.everyday, language, forms)
    for name, text in search_files(language, found, forms, places, order, said, ages):
        yield f"{FOLDER}/{language}/{name}", text


def _other_languages(network: Network, language: str) -> Iterator[Saying]:
    """What topics, life situations, groups and languages are called in the other languages: sámegiella, unga."""
    for vocabulary, room in LEADS.items():
        for term in network.vocabularies[vocabulary]:
            own = plain(term.label(language))
            said = [label for label in term.labels.values() if plain(label) != own]
            yield Saying((f"{room}/{term.id}",), (term.label(language), *said), ())
