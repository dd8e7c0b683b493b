"""What a set of municipalities is called beside a service, and whose a service is that several give."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes import scene_of
from searching import build, engine
from tno.views.area_names import area_name


@pytest.mark.parametrize(
    ("language", "areas", "name"),
    [
        ("fi", ["lappi"], "Lappi"),
        ("fi", ["hame"], "Kanta-Häme ja Päijät-Häme"),
        ("sv", ["kaakkois-suomi"], "Kymmenedalen och Södra Karelen"),
        ("fi", ["uusimaa", "hame", "kaakkois-suomi"], "Uusimaa ja 4 muuta aluetta"),
        ("fi", ["lappi", "Kuusamo"], "Lappi ja 1 kunta"),
        ("fi", ["Kemi", "Tornio", "Simo", "Tervola"], "Lappi, 4 kuntaa"),
        ("en", ["Kemi", "Tornio"], "Kemi, Tornio"),
    ],
)
def test_municipalities_are_called_by_the_names_of_the_people_who_live_there(
    tmp_path: Path, language: str, areas: list[str], name: str
) -> None:
    scene = scene_of(tmp_path, {}, language=language)
    assert area_name(scene, scene.network.area_words.covered("lappi", areas), "lappi") == name


def test_what_serves_a_part_of_the_country_is_not_told_to_serve_all_of_it() -> None:
    country = {each.title for each in build().search.documents("fi") if each.where.endswith("Koko Suomi")}
    parts = {each.title for each in build().search.documents("fi") if " kunta" in each.kind or " alue" in each.kind}
    assert parts and not country & parts


def test_authorities_of_several_areas_that_give_a_service_together_are_all_told() -> None:
    [found] = engine().search("Hämeen asumisen ja arjen neuvonta", limit=1)["results"]
    assert found["whose"] == "Kanta-Hämeen hyvinvointialue ja Päijät-Hämeen hyvinvointialue"
