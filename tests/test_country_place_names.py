"""Villages, former municipalities, postal codes and first steps: what the tables hold, and how their slips are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from finland import REGIONS, country, vocabularies
from tno.country.first_steps import load_first_steps
from tno.country.place_names import by_postal_code, load_postal_codes, load_villages
from tno.country.source import TableError


def test_the_tables_say_where_they_are_from() -> None:
    for name in ("villages.csv", "postal_codes.csv", "first_steps.yml"):
        head = (REGIONS / "finland" / name).read_text(encoding="utf-8").partition("\n\n")[0]
        assert "Läh" in head and "Varmuus" in head, name


def test_no_village_is_a_municipality_and_each_lies_in_one() -> None:
    assert len(country().villages) > 200
    assert all(village.municipality_code in country().municipalities for village in country().villages)
    assert any(village.is_former_municipality for village in country().villages)


@pytest.mark.parametrize(("code", "name"), [("00100", "Helsinki"), ("96300", "Rovaniemi"), ("99999", None)])
def test_a_postal_code_lies_in_one_municipality_or_is_not_known(code: str, name: str | None) -> None:
    found = by_postal_code(country().postal_codes, code)
    assert (country().municipalities[found].name if found else None) == name


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("Kemi,Tornio,entinen kunta", "nykyinen kunta"),
        ("Ivalo,Enare,kuntakeskus", None),
        ("Ivalo,Inarinjärvi,kuntakeskus", "ei ole tiedostossa"),
        ("Ivalo,Inari,kaupunki", "Laji"),
        ("Ivalo,Inari,kuntakeskus\nIvalo,Inari,kuntakeskus", "kahdesti"),
    ],
)
def test_a_slip_in_the_villages_is_told(tmp_path: Path, rows: str, what: str | None) -> None:
    file = tmp_path / "villages.csv"
    file.write_text(f"name,municipality,kind\n{rows}\n", encoding="utf-8")
    if what is None:
        assert load_villages(file, country().find_municipality)[0].municipality_code == "148"
    else:
        with pytest.raises(TableError, match=what):
            load_villages(file, country().find_municipality)


@pytest.mark.parametrize(
    "rows", ["96300,96100,Rovaniemi", "9630,96300,Rovaniemi", "96100,96300,Rovaniemi\n96200,96400,Kemi"]
)
def test_a_slip_in_the_postal_codes_is_told(tmp_path: Path, rows: str) -> None:
    file = tmp_path / "postal_codes.csv"
    file.write_text(f"first,last,municipality\n{rows}\n", encoding="utf-8")
    with pytest.raises(TableError):
        load_postal_codes(file, country().find_municipality)


STEPS = (REGIONS / "finland" / "first_steps.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("topics: [tyokyky]", "topics: [tyokykyy]", "ei ole sanastossa"),
        ("groups: [ikaantyneet]", "groups: [vanhukset]", "ei ole sanastossa"),
        ("needs: [yritys, raha,", "needs: [yritys, rahaa,", "ei ole kohdassa need"),
        (", en: I am young}", "}", "puuttuu"),
        ("{fi: Olen nuori,", "{fi: Olen nuori, mietin,", "pilkku"),
        ("  elakkeella:", "  Eläkkeellä:", "Tunnus"),
        ("    situations: [elakkeelle]\n", "    situations: []\n", "ainakin yksi"),
    ],
)
def test_a_slip_in_the_first_steps_is_told(tmp_path: Path, old: str, new: str, what: str) -> None:
    assert old in STEPS
    file = tmp_path / "first_steps.yml"
    file.write_text(STEPS.replace(old, new), encoding="utf-8")
    with pytest.raises(TableError, match=what):
        load_first_steps(file, vocabularies())


def test_without_a_file_there_are_no_first_steps_and_no_villages(tmp_path: Path) -> None:
    assert load_first_steps(tmp_path / "first_steps.yml").pairs == ()
    assert load_villages(tmp_path / "villages.csv", country().find_municipality) == ()
