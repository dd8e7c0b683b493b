"""Questions asked of the country: names, authorities on a day, neighbours, distances."""

from __future__ import annotations

from datetime import date

import pytest

from finland import country, km_between
from tno.country import great_circle_km

LAST_DAY_OF_ELY = date(2025, 12, 31)
FIRST_DAY_OF_SUCCESSORS = date(2026, 1, 1)

# --- ELY areas and their successors ----------------------------------------------------------------------------------


def test_every_municipality_of_an_ely_area_belongs_to_one_elinvoimakeskus() -> None:
    found = [
        code
        for successor in country().successor_areas.values()
        for part in country().parts_of(successor)
        for code in part.municipality_codes
    ]
    assert sorted(found) == sorted(code for area in country().ely_areas.values() for code in area.municipality_codes)


def test_the_municipalities_of_hame_go_to_two_and_every_other_area_stays_whole() -> None:
    shared = [
        (successor.id, part.area.id, len(part.municipality_codes))
        for successor in country().successor_areas.values()
        for part in country().parts_of(successor)
        if not part.is_whole
    ]
    assert shared == [("kaakkois-suomen-elinvoimakeskus", "hame", 10), ("sisa-suomen-elinvoimakeskus", "hame", 11)]


# --- names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oulu", "Oulu"),
        ("564", "Oulu"),
        ("049", "Espoo"),
        (" rovaniemi ", "Rovaniemi"),
        ("ÄÄNEKOSKI", "Äänekoski"),
        ("Aanekoski", "Äänekoski"),
        ("jyvaskyla", "Jyväskylä"),
        ("Jyva\u0308skyla\u0308", "Jyväskylä"),
        ("Uleåborg", "Oulu"),
        ("uleaborg", "Oulu"),
        ("Nystad", "Uusikaupunki"),
        ("Pedersöre", "Pedersören kunta"),
        ("Ijo", "Ii"),
        ("Alavo", "Alavus"),
        ("Koski  Tl", "Koski Tl"),
        ("Anár", "Inari"),
        ("anar", "Inari"),
        ("SOAĐEGILLI", "Sodankylä"),
        ("Soadegilli", "Sodankylä"),
        ("Ohcejohka", "Utsjoki"),
        ("Eanodat", "Enontekiö"),
        ("Maarianhamina", "Maarianhamina"),
        ("Mariehamn", "Maarianhamina"),
    ],
)
def test_a_municipality_is_found_by_code_and_by_name_in_three_languages(text: str, name: str) -> None:
    found = country().find_municipality(text)
    assert found is not None and found.name == name


@pytest.mark.parametrize("text", ["", " ", "49", "Oulun", "Lappi", "Tukholma", "999", "koko-maa"])
def test_what_is_no_name_of_a_municipality_is_not_found(text: str) -> None:
    assert country().find_municipality(text) is None


def test_every_name_finds_its_own_municipality() -> None:
    for municipality in country().municipalities.values():
        for name in (*municipality.names.values(), *municipality.other_names, municipality.code):
            assert country().find_municipality(name.upper()) is municipality


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Oulun", "Oulu"),
        ("Ouluun", "Oulu"),
        ("Rovaniemellä", "Rovaniemi"),
        ("Sallassa", "Salla"),
        ("Utsjoella", "Utsjoki"),
        ("Pieksämäellä", "Pieksämäki"),
        ("Lahdessa", "Lahti"),
        ("Ruovedellä", "Ruovesi"),
        ("Alavudella", "Alavus"),
        ("Kannuksessa", "Kannus"),
        ("Kauniaisissa", "Kauniainen"),
        ("Huittisten", "Huittinen"),
        ("Helsingissä", "Helsinki"),
        ("Hangossa", "Hanko"),
        ("Turun", "Turku"),
        ("Vihdissä", "Vihti"),
        ("Kurikassa", "Kurikka"),
        ("Lappeenrannassa", "Lappeenranta"),
        ("Uudessakaupungissa", "Uusikaupunki"),
        ("Iin", "Ii"),
        ("Iihin", "Ii"),
        ("Rovaneimi", "Rovaniemi"),
        ("Jyväksylä", "Jyväskylä"),
        ("Sallo", "Salo"),
        ("Helsingfros", "Helsingfors"),
        ("Mänttä", "Mänttä-Vilppula"),
        ("Rovaniemen kaupunki", "Rovaniemi"),
        ("Sallan kunta", "Salla"),
        ("Vasa stad", "Vasa"),
        ("49", "049"),
    ],
)
def test_a_case_form_or_a_slip_gets_the_name_that_was_meant(text: str, suggestion: str) -> None:
    assert country().advice(text) == {"suggestion": suggestion}
    assert country().find_municipality(suggestion) is not None


@pytest.mark.parametrize("text", ["", "Tukholma", "Atlantis", "nuoret", "12345", "7", "koko-maa", "x"])
def test_nothing_is_suggested_when_nothing_is_close(text: str) -> None:
    assert country().advice(text) == {}


def test_the_same_question_gets_the_same_answer_again() -> None:
    assert country().advice("Oulun") == country().advice("Oulun") == {"suggestion": "Oulu"}


def test_a_municipality_is_called_by_its_name_in_a_language_or_else_in_finnish() -> None:
    inari = country().municipalities["148"]
    assert [inari.name_in(language) for language in ("fi", "sv", "se", "en")] == ["Inari", "Enare", "Anár", "Inari"]


def test_languages_begin_with_that_of_the_majority() -> None:
    vaasa, luoto = country().find_municipality("Vaasa"), country().find_municipality("Luoto")
    assert vaasa is not None and vaasa.languages == ("fi", "sv")
    assert luoto is not None and luoto.languages == ("sv", "fi")


# --- authorities ------------------------------------------------------------------------------------------------------


def names(area_id: str, day: date) -> list[str]:
    return [authority.name for authority in country().authority_today(area_id, day)]


def test_the_ely_centre_carries_the_tasks_to_the_end_of_2025() -> None:
    assert names("lappi", date(2010, 1, 1)) == names("lappi", LAST_DAY_OF_ELY) == ["Lapin ELY-keskus"]


def test_the_elinvoimakeskus_carries_them_from_the_first_day_of_2026() -> None:
    assert names("lappi", FIRST_DAY_OF_SUCCESSORS) == ["Lapin elinvoimakeskus"]
    assert names("satakunta", date(2026, 11, 21)) == ["Lounais-Suomen elinvoimakeskus"]


def test_hame_has_two_authorities_each_with_its_own_maakunta() -> None:
    before = country().authority_today("hame", LAST_DAY_OF_ELY)
    after = country().authority_today("hame", FIRST_DAY_OF_SUCCESSORS)
    assert [(authority.name, authority.maakunta_codes) for authority in before] == [("Hämeen ELY-keskus", ("05", "07"))]
    assert {authority.name: authority.maakunta_codes for authority in after} == {
        "Sisä-Suomen elinvoimakeskus": ("05",),
        "Kaakkois-Suomen elinvoimakeskus": ("07",),
    }


def test_somebody_carries_the_tasks_of_every_maakunta_on_every_day_since_2010() -> None:
    for area in country().ely_areas.values():
        for day in (date(2010, 1, 1), LAST_DAY_OF_ELY, FIRST_DAY_OF_SUCCESSORS, date(2040, 6, 1)):
            covered = [c for authority in country().authority_today(area.id, day) for c in authority.maakunta_codes]
            assert sorted(covered) == sorted(area.maakunta_codes), (area.id, day)


def test_nobody_is_named_for_a_day_before_the_ely_centres() -> None:
    assert country().authority_today("lappi", date(2009, 12, 31)) == ()


def test_an_authority_has_a_name_in_three_languages() -> None:
    (authority,) = country().authority_today("pohjanmaa", FIRST_DAY_OF_SUCCESSORS)
    assert dict(authority.names) == {
        "fi": "Pohjanmaan elinvoimakeskus",
        "sv": "Österbottens livskraftscentral",
        "en": "Ostrobothnia Economic Development Centre",
    }


# --- neighbours and distances -----------------------------------------------------------------------------------------


def test_lapland_has_one_neighbour_and_hame_six() -> None:
    assert [area.id for area in country().neighbours("lappi")] == ["pohjois-pohjanmaa"]
    assert len(country().neighbours("hame")) == 6


def test_neighbours_are_mutual_and_every_area_has_one() -> None:
    for area in country().ely_areas.values():
        near = country().neighbours(area.id)
        assert near and area not in near
        assert all(area in country().neighbours(other.id) for other in near)


def test_neighbours_have_municipal_centres_within_a_hundred_kilometres() -> None:
    for area in country().ely_areas.values():
        own = country().municipalities_of(area)
        for other in country().neighbours(area.id):
            theirs = country().municipalities_of(other)
            assert min(km_between(a, b) for a in own for b in theirs) < 100, (area.id, other.id)


def test_the_distance_from_helsinki_to_utsjoki_is_a_thousand_kilometres() -> None:
    helsinki, utsjoki = country().municipalities["091"], country().municipalities["890"]
    assert 1070 < km_between(helsinki, utsjoki) < 1100
    assert km_between(helsinki, utsjoki) == km_between(utsjoki, helsinki)
    assert km_between(helsinki, helsinki) == 0


def test_one_degree_of_latitude_is_about_111_kilometres() -> None:
    assert great_circle_km(60.0, 25.0, 61.0, 25.0) == pytest.approx(111.195, abs=0.01)
    assert great_circle_km(0.0, 0.0, 0.0, 180.0) == pytest.approx(20015.1, abs=0.1)
