"""A municipality as people type it: the page's own script, in QuickJS, on the project's own tables."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import quickjs

from scenes import scene_of
from tno.country.spelling import folded, nominatives
from tno.exports.municipalities import centres, municipalities
from trees import ROOT

SCRIPT = ROOT / "docs" / "assets" / "javascripts" / "municipality.js"
PLACES = """\
- {id: talo, name: Talo, municipality: Inari, street: Polku 1, postal_code: "99999", lat: 68.6, lon: 27.5}
- {id: salattu, name: Salattu, municipality: Inari, street: Polku 2, postal_code: "99998", address_public: ei}
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> quickjs.Context:
    scene = scene_of(tmp_path_factory.mktemp("tree"), {"places/muut.yml": PLACES})
    context = quickjs.Context()
    context.eval(SCRIPT.read_text(encoding="utf-8"))
    context.eval(f"var known = Municipalities.open({municipalities(scene)})")
    context.eval(
        "var named = found => found.map(({number, name}) => [known.nameOf(number, 'fi'), name]);"
        "var ask = text => { const {exact, near, slip} = known.find(text);"
        " return JSON.stringify([named(exact), named(near), slip]); }"
    )
    return context


def asked(known: quickjs.Context, text: str) -> tuple[list[list[str]], list[list[str]], bool]:
    exact, near, slip = json.loads(known.get("ask")(text))
    return exact, near, slip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rovaniemi", "Rovaniemi"),
        ("rovaniemellä", "Rovaniemi"),
        ("ROVANIEMELLA", "Rovaniemi"),
        ("Oulussa", "Oulu"),
        ("helsingistä", "Helsinki"),
        ("Lappeenrannassa", "Lappeenranta"),
        ("jyvaskylassa", "Jyväskylä"),
        ("Kauniaisissa", "Kauniainen"),
        ("Turusta", "Turku"),
        ("Tornion kaupunki", "Tornio"),
        ("Sallan kunta", "Salla"),
        ("Uleåborg", "Oulu"),
        ("Torneå stad", "Tornio"),
        ("Ohcejohka", "Utsjoki"),
        ("Anár", "Inari"),
        ("Sallassa asun", "Salla"),
        ("uudessakaupungissa", "Uusikaupunki"),
        ("Ii", "Ii"),
        ("iihin", "Ii"),
    ],
)
def test_any_case_form_and_any_language_names_the_municipality(known: quickjs.Context, text: str, name: str) -> None:
    exact, _, _ = asked(known, text)
    assert exact == [[name, ""]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ivalo", ["Inari", "Ivalo"]),
        ("ivalossa", ["Inari", "Ivalo"]),
        ("Levillä", ["Kittilä", "Levi"]),
        ("Pertunmaa", ["Mäntyharju", "Pertunmaa"]),
        ("Haukipudas", ["Oulu", "Haukipudas"]),
        ("Ekenäs", ["Raasepori", "Ekenäs"]),
        ("Jyväskylän maalaiskunta", ["Jyväskylä", "Jyväskylän maalaiskunta"]),
    ],
)
def test_a_village_and_a_former_municipality_lead_to_todays(
    known: quickjs.Context, text: str, found: list[str]
) -> None:
    exact, _, _ = asked(known, text)
    assert exact == [found]


@pytest.mark.parametrize("text", ["96300", "96300 Rovaniemi", "asun 96300"])
def test_a_postal_code_is_found_alone_and_among_words(known: quickjs.Context, text: str) -> None:
    assert asked(known, text)[0] == [["Rovaniemi", "96300"]]


def test_a_place_tells_the_postal_code_that_the_table_lacks_but_never_a_hidden_one(known: quickjs.Context) -> None:
    assert asked(known, "99999")[0] == [["Inari", "99999"]]
    assert asked(known, "99998") == ([], [], True)


def test_what_is_not_known_is_not_guessed(known: quickjs.Context) -> None:
    for text in ("", "   ", "00001", "xyz", "Tukholma", "123"):
        exact, near, _ = asked(known, text)
        assert (exact, near) == ([], []), text


def test_a_beginning_offers_all_that_go_on_from_it_municipalities_first(known: quickjs.Context) -> None:
    exact, near, slip = asked(known, "kemi")
    assert exact == [["Kemi", ""]] and not slip
    assert [name for name, _ in near][:3] == ["Kemijärvi", "Keminmaa", "Kemiönsaari"]


@pytest.mark.parametrize(("text", "name"), [("Rovaneimi", "Rovaniemi"), ("Sodankyla", ""), ("Kuusanmo", "Kuusamo")])
def test_a_slip_is_offered_and_not_taken(known: quickjs.Context, text: str, name: str) -> None:
    exact, near, slip = asked(known, text)
    if name:
        assert exact == [] and slip and near[0][0] == name
    else:
        assert exact == [["Sodankylä", ""]]


@cache
def _forms() -> list[str]:
    return ["oulun", "rovaniemella", "sallan kunta", "lahdessa", "kauhajoella", "pieksamaella", "uudessakaupungissa",
            "kauniaisten", "vasas", "mantassa", "helsinki", "espooseen", "ruovedella", "alavudella"]  # fmt: skip


def test_the_browser_undoes_case_endings_as_the_checks_of_content_do(known: quickjs.Context) -> None:
    known.eval("var guesses = text => JSON.stringify(known.nominatives(Municipalities.folded(text)))")
    for form in _forms():
        assert json.loads(known.get("guesses")(form)) == list(nominatives(folded(form))), form


def test_every_name_in_the_tables_is_found_by_itself(known: quickjs.Context) -> None:
    from finland import country

    for each in country().municipalities.values():
        for name in (*each.names.values(), *each.other_names):
            assert asked(known, name)[0][0] == [each.name, ""], name
    for village in country().villages:
        home = country().municipalities[village.municipality_code].name
        assert [home, village.name] in asked(known, village.name)[0], village.name


def test_the_script_needs_no_page() -> None:
    assert Path(SCRIPT).read_text(encoding="utf-8").count('typeof document !== "undefined"') == 1


def test_kilometres_alone_are_those_of_the_whole_data(known: quickjs.Context, tmp_path: Path) -> None:
    small = centres(scene_of(tmp_path, {}).network.country)
    slugs = json.loads(small)["slugs"].split(" ")
    one, other = slugs.index("rovaniemi"), slugs.index("kemi")
    alone = known.eval(f"Municipalities.kilometres({small}.centres, {one}, {other})")
    whole = known.eval("known.kilometres(known.numberOf('rovaniemi'), known.numberOf('kemi'))")
    assert alone == whole and 90 < alone < 110
