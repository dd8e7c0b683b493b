"""What scripts of the search need beside its index: words of a language, names of kinds, regions and whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from tno.compact_json import compact
from tno.model.network import NATIONAL
from tno.search.document import KINDS
from tno.search.places import municipalities_in_order, plain, ranges
from tno.search.reach import OTHER_WAYS
from tno.views.channel import title_of_kind
from tno.views.opening import first_of_days
from tno.views.scene import Scene
from tno.words import Words, words

PREFIX = "find_"
"""What the words that only scripts say begin with."""
_SHARED = "served", "fact_target_groups"
"""What they say as pages do."""
_PAST = "menneet"
ANSWERS, CONTACT = "kuka-vastaa-nyt/", "yhteys/"
"""Rooms where people are: the first that a region has is offered when nothing is found."""


def search_face(scene: Scene, addresses: Container[str], led: Callable[[str], str]) -> str:
    """The text of `data/search/<language>.json`.

    Args:
        addresses: of the pages in Finnish.
        led: Finnish address of a page → its address in the scene's language, if it is told in it.
    """
    return _encoded(
        {
            "words": {name: word for name, word in words(scene.language).items() if name.startswith(PREFIX)}
            | {name: scene.w[name] for name in _SHARED},
            "kinds": {kind: _names_of(kind, scene.w) for kind in shown_kinds()},
            "ways": {kind: title_of_kind(scene, kind) for kind in OTHER_WAYS},
            "regions": _regions(scene, addresses, led),
            "situations": led("elamantilanteet/"),
            "services": led("palvelut/"),
            "opens_from": first_of_days(scene),
            "municipalities": " ".join(_municipalities(scene)),
        }
    )


def shown_kinds() -> list[str]:
    """Kinds of results as people see them, in the order of the index."""
    return [kind for kind in dict.fromkeys(kind.partition(" ")[0] for kind in KINDS) if kind != _PAST]


def _names_of(kind: str, w: Words) -> list[str]:
    """What one of the kind is called, and a list of them."""
    return [w[f"find_kind_{kind}_one"], w[f"find_kind_{kind}_many"]]


def _regions(scene: Scene, addresses: Container[str], led: Callable[[str], str]) -> dict[str, dict[str, object]]:
    """Region → its name, where its municipalities are in the index, where its people are to be asked."""
    order = {code: number for number, code in enumerate(municipalities_in_order(scene.network.country))}
    found: dict[str, dict[str, object]] = {}
    for region in scene.network.regions.values():
        area = scene.network.country.ely_areas.get(region.id)
        name = scene.w.whole_country if region.id == NATIONAL else region.name
        answers = f"{region.id}/{ANSWERS}" in addresses
        ask = led(f"{region.id}/{ANSWERS if answers else CONTACT}")
        facts: dict[str, object] = {"name": name, "ask": ask, "answers": answers}
        found[region.id] = facts | (
            {"within": ranges([order[code] for code in area.municipality_codes])} if area else {}
        )
    return found


def _municipalities(scene: Scene) -> Iterator[str]:
    """What each municipality is called in addresses, in the order of the index; "" when it is its name there."""
    country = scene.network.country
    for code in municipalities_in_order(country):
        municipality = country.municipalities[code]
        own = plain(municipality.name_in(scene.language)).replace(" ", "-")
        yield "" if own == municipality.slug else municipality.slug


def _encoded(data: object) -> str:
    return compact(data) + "\n"
