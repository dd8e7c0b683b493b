"""What scripts of the search get beside the index: words, kinds, regions and whom to ask."""

from __future__ import annotations

import json

import pytest

from tno.search.document import KINDS
from tno.search.face import search_face, shown_kinds
from tno.settings import Settings
from tno.views.scene import Scene
from tno.words import words
from trees import DAY, folders_of, load_tree


@pytest.fixture(scope="module")
def scene() -> Scene:
    return Scene(load_tree(folders_of("kaikki")).network, DAY, Settings())


def test_every_kind_of_result_has_a_name_in_every_language() -> None:
    assert {kind.partition(" ")[0] for kind in KINDS} - {*shown_kinds()} == {"menneet"}
    for language in ("fi", "sv", "en"):
        assert all(words(language)[f"find_kind_{kind}_{form}"] for kind in shown_kinds() for form in ("one", "many"))


def test_a_region_tells_where_its_municipalities_are_and_whom_to_ask(scene: Scene) -> None:
    regions = json.loads(search_face(scene, {"lappi/"}, lambda address: f"sv/{address}"))["regions"]
    assert regions["lappi"]["ask"] == "sv/lappi/yhteys/" and not regions["lappi"]["answers"]
    first, last = regions["lappi"]["within"]
    assert last - first + 1 == len(scene.network.country.ely_areas["lappi"].municipality_codes)
    assert "within" not in regions.get("kansallinen", {})


def test_who_answers_now_is_offered_where_there_is_such_a_page(scene: Scene) -> None:
    face = json.loads(search_face(scene, {"lappi/kuka-vastaa-nyt/"}, str))
    assert face["regions"]["lappi"]["ask"] == "lappi/kuka-vastaa-nyt/" and face["regions"]["lappi"]["answers"]
