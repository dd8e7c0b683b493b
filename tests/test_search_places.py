"""Every municipality is understood in its case forms; words that only look like a place are not taken for one."""

from __future__ import annotations

import pytest

from searching import build, engine
from tno.country.spelling import folded
from tno.search.places import ranges, stems_of

CASES = [
    ("Rovaniemi", "rovaniemellä rovaniemen rovaniemelle rovaniemeen rovaniemeltä"),
    ("Helsinki", "helsingissä helsingin helsinkiin helsingistä"),
    ("Oulu", "oulussa oulun ouluun oulusta oululainen"),
    ("Kemi", "kemissä kemin kemiin kemistä"),
    ("Turku", "turussa turun turkuun"),
    ("Lahti", "lahdessa lahden lahteen"),
    ("Vaasa", "vaasassa vaasan vaasaan vaasalaiselle vasa"),
    ("Tampere", "tampereella tampereen tampereelta"),
    ("Kauhajoki", "kauhajoella kauhajoen"),
    ("Uusikaupunki", "uudessakaupungissa uudenkaupungin"),
    ("Kauniainen", "kauniaisissa kauniaisten"),
    ("Utsjoki", "utsjoella ohcejohka ohcejogas utsjoelle"),
    ("Inari", "inarissa anár anáris ivalossa ivaloon"),
    ("Pietarsaari", "pietarsaaressa jakobstad pietarsaarelle"),
]


def place_of(text: str) -> str | None:
    found = engine().search(text)["place"]
    return found["label"] if found else None


@pytest.mark.parametrize(("name", "form"), [(name, form) for name, forms in CASES for form in forms.split()])
def test_a_place_is_understood_in_any_case_form(name: str, form: str) -> None:
    assert place_of(form) == name


def test_every_municipality_is_understood_by_its_names() -> None:
    every = build().loaded.network.country.municipalities.values()
    assert [each.name for each in every if place_of(each.name) != each.name] == []
    assert [each.names["sv"] for each in every if place_of(each.names["sv"]) is None] == []


def test_genitives_and_inessives_of_every_municipality_are_understood() -> None:
    wrong = []
    for each in build().loaded.network.country.municipalities.values():
        if each.language == "sv" or " " in each.name:
            continue
        stems = stems_of(each.name)
        for ending in ("n", "ssa", "lla"):
            if not any(place_of(stem + ending) == each.name for stem in stems):
                wrong.append(f"{each.name} -{ending}")
    assert wrong == []


@pytest.mark.parametrize("word", ["hanke", "lähtö", "lähteä", "salainen", "oulipo"])
def test_a_word_that_looks_like_a_place_is_none(word: str) -> None:
    assert place_of(word) is None


def test_regions_and_their_parts_are_places_too() -> None:
    assert place_of("lapissa") == "Lappi"
    assert place_of("itä-lapissa") == "Itä-Lappi"
    assert place_of("pohjois-karjalassa") == "Pohjois-Karjala"


def test_an_area_is_told_as_short_ranges() -> None:
    assert ranges([3, 1, 2, 7]) == [1, 3, 7, 7] and ranges([]) == []


def test_stems_are_folded() -> None:
    assert all(folded(stem) == stem for stem in stems_of("Jyväskylä"))
