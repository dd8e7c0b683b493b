"""What the country's tables say, and that a slip in them is found on its line."""

from __future__ import annotations

import pickle
import shutil
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from finland import REGIONS, country, km_between
from tno.country import TableError, load_country
from tno.country.area import Area
from tno.finnish import slug, sort_key

MAAKUNNAT = {
    **{"Uusimaa": 26, "Varsinais-Suomi": 27, "Satakunta": 16, "Kanta-Häme": 11, "Pirkanmaa": 23, "Päijät-Häme": 10},
    **{"Kymenlaakso": 6, "Etelä-Karjala": 9, "Etelä-Savo": 11, "Pohjois-Savo": 19, "Pohjois-Karjala": 13},
    **{"Keski-Suomi": 22, "Etelä-Pohjanmaa": 18, "Pohjanmaa": 14, "Keski-Pohjanmaa": 8, "Pohjois-Pohjanmaa": 30},
    **{"Kainuu": 8, "Lappi": 21, "Ahvenanmaa": 16},
}
ALAND = "21"


def mainland() -> set[str]:
    return {m.code for m in country().municipalities.values() if m.maakunta_code != ALAND}


# --- counts -----------------------------------------------------------------------------------------------------------


def test_finland_has_308_municipalities_with_codes_of_three_digits() -> None:
    assert len(country().municipalities) == 308
    assert all(len(code) == 3 and code.isdecimal() for code in country().municipalities)


def test_each_maakunta_has_as_many_municipalities_as_statistics_finland_counts() -> None:
    assert {area.name: len(area.municipality_codes) for area in country().maakunnat.values()} == MAAKUNNAT


def test_each_mainland_municipality_is_in_exactly_one_of_15_ely_areas_and_aland_in_none() -> None:
    counted = Counter(code for area in country().ely_areas.values() for code in area.municipality_codes)
    assert len(country().ely_areas) == 15
    assert set(counted) == mainland() and set(counted.values()) == {1} and len(counted) == 292
    assert len(country().maakunnat[ALAND].municipality_codes) == 16


def test_each_mainland_municipality_is_in_exactly_one_of_10_successor_areas() -> None:
    counted = Counter(code for area in country().successor_areas.values() for code in area.municipality_codes)
    assert len(country().successor_areas) == 10
    assert set(counted) == mainland() and set(counted.values()) == {1}


def test_each_mainland_municipality_is_in_exactly_one_of_45_employment_areas() -> None:
    counted = Counter(code for area in country().employment_areas.values() for code in area.municipality_codes)
    assert len(country().employment_areas) == 45
    assert set(counted) == mainland() and set(counted.values()) == {1}


def wellbeing_counties() -> dict[str, Area]:
    return {key: area for key, area in country().health_arrangers.items() if area.kind == "hyvinvointialue"}


def test_there_are_21_wellbeing_counties_and_helsinki_is_in_none_of_them() -> None:
    covered = {code for area in wellbeing_counties().values() for code in area.municipality_codes}
    assert len(wellbeing_counties()) == 21
    assert mainland() - covered == {"091"}
    helsinki = country().health_arranger_of(country().municipalities["091"])
    assert helsinki is not None and helsinki.name_in("sv") == "Helsingfors stad"


def test_wellbeing_counties_stand_in_finnish_alphabetical_order_by_ids_made_of_their_names() -> None:
    counties = wellbeing_counties()
    assert [area.name for area in counties.values()] == sorted((a.name for a in counties.values()), key=sort_key)
    assert all(area.id == slug(area.name) for area in counties.values())


def test_languages_of_municipalities_are_counted_as_statistics_finland_does() -> None:
    languages = Counter(m.language for m in country().municipalities.values())
    assert languages == {"fi": 259, "fi-sv": 18, "sv-fi": 15, "sv": 16}
    assert {m.maakunta_code for m in country().municipalities.values() if m.language == "sv"} == {ALAND}


# --- what belongs together --------------------------------------------------------------------------------------------


def test_hame_splits_between_two_successors() -> None:
    hame = country().ely_areas["hame"]
    by_successor: dict[str | None, set[str]] = {}
    for municipality in country().municipalities_of(hame):
        by_successor.setdefault(municipality.successor_area, set()).add(municipality.maakunta_code)
    assert by_successor == {"sisa-suomen-elinvoimakeskus": {"05"}, "kaakkois-suomen-elinvoimakeskus": {"07"}}
    assert set(hame.succeeded_by) == set(by_successor)


def test_successors_of_an_ely_area_are_those_its_municipalities_belong_to() -> None:
    for area in country().ely_areas.values():
        assert set(area.succeeded_by) == {m.successor_area for m in country().municipalities_of(area)}, area.id


def test_every_maakunta_but_aland_lies_in_one_ely_area_and_one_successor_area() -> None:
    for areas in (country().ely_areas, country().successor_areas):
        counted = Counter(code for area in areas.values() for code in area.maakunta_codes)
        assert counted == {code: 1 for code in country().maakunnat if code != ALAND}


def test_some_employment_areas_cross_the_border_of_an_ely_area() -> None:
    def regions(code: str) -> set[str | None]:
        return {m.region_id for m in country().municipalities_of(country().employment_areas[code])}

    assert regions("10") == {"kainuu", "pohjois-pohjanmaa"}
    assert regions("33") == {"lappi"}


def test_seats_are_municipalities_of_their_area() -> None:
    for area in (*country().ely_areas.values(), *country().successor_areas.values()):
        seat = country().find_municipality(area.seat)
        assert seat is not None and seat.code in area.municipality_codes, area.id


def test_slugs_are_unique_and_ascii() -> None:
    assert len(country().by_slug) == 308
    assert all(slug.isascii() and slug == slug.lower() for slug in country().by_slug)
    assert country().by_slug["mantta-vilppula"].name == "Mänttä-Vilppula"


def test_municipalities_stand_in_finnish_alphabetical_order() -> None:
    names = [municipality.name for municipality in country().municipalities.values()]
    assert names == sorted(names, key=sort_key)
    assert names[0] == "Akaa" and names[-1] == "Äänekoski"
    assert names.index("Vöyri") > names.index("Vårdö") > names.index("Virrat")


def test_every_municipal_centre_lies_in_finland() -> None:
    for municipality in country().municipalities.values():
        assert 59.5 < municipality.latitude_deg < 70.2 and 19.0 < municipality.longitude_deg < 31.7, municipality.name


def test_all_but_three_municipalities_have_one_of_their_own_maakunta_among_the_four_nearest() -> None:
    alone = set()
    for municipality in country().municipalities.values():
        by_distance = partial(km_between, municipality)
        near = sorted(country().municipalities.values(), key=by_distance)[1:5]
        if municipality.maakunta_code not in {m.maakunta_code for m in near}:
            alone.add(municipality.name)
    assert alone == {"Kokkola", "Kuhmoinen", "Pieksämäki"}


def test_four_municipalities_of_the_sami_home_area_have_northern_sami_names() -> None:
    home = {m.name: (m.names["se"], m.sami_home_area) for m in country().municipalities.values() if "se" in m.names}
    assert home == {
        "Enontekiö": ("Eanodat", "koko"),
        "Inari": ("Anár", "koko"),
        "Sodankylä": ("Soađegilli", "osa"),
        "Utsjoki": ("Ohcejohka", "koko"),
    }
    assert sum(m.sami_home_area is not None for m in country().municipalities.values()) == 4


def test_areas_have_names_in_finnish_swedish_and_english() -> None:
    areas = [*country().maakunnat.values(), *country().ely_areas.values(), *country().successor_areas.values()]
    for area in [*areas, *country().employment_areas.values(), *country().health_arrangers.values()]:
        assert {"fi", "sv", "en"} <= set(area.names) and all(area.names.values()), area.id
    assert country().ely_areas["lappi"].names["se"] == "Lappi"


def test_the_country_survives_pickling() -> None:
    copy = pickle.loads(pickle.dumps(country()))
    assert copy.municipalities == country().municipalities and copy.ely_areas == country().ely_areas
    assert copy.find_municipality("Uleåborg").name == "Oulu"


# --- slips ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REGIONS / "finland", tmp_path / "finland"))


def change(file: Path, old: str, new: str) -> int:
    """Replaces the first `old` by `new`; returns the 1-based line it stands on."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("municipalities.csv", "049,Espoo,", "049,Espoo", "kenttää"),
        ("municipalities.csv", "049,Espoo,", "020,Espoo,", "kahdesti"),
        ("municipalities.csv", "049,Espoo,", "049,,", "name"),
        ("municipalities.csv", "049,Espoo,Esbo", "049,Espoo,Helsingfors", "Helsingfors"),
        ("municipalities.csv", "049,Espoo,Esbo", "049,Helsinki,Esbo", "Helsinki"),
        ("municipalities.csv", "66.4962,25.7249", "25.7249,66.4962", "latitude_deg"),
        ("municipalities.csv", "66.4962,25.7249", "66.4962,itä", "longitude_deg"),
        ("municipalities.csv", ",fi,,66.4962", ",suomi,,66.4962", "language"),
        ("municipalities.csv", ",fi,,66.4962", ",fi,melkein,66.4962", "sami_home_area"),
        ("municipalities.csv", ",19,Rovaniemi,lappi,", ",20,Rovaniemi,lappi,", "maakunnat.csv"),
        ("municipalities.csv", ",19,Rovaniemi,lappi,", ",19,Rovaniemi,kainuu,", "lappi"),
        ("municipalities.csv", ",19,Rovaniemi,lappi,", ",19,Rovaniemi,,", "lappi"),
        ("municipalities.csv", "lapin-elinvoimakeskus,33,", "lapin-elinvoimakeskus,99,", "areas.yml"),
        ("municipalities.csv", ",33,Lapin hyvinvointialue", ",33,Lapin sairaala", "areas.yml"),
        ("municipalities.csv", "code,name,name_sv", "code,nimi,name_sv", "name"),
        ("maakunnat.csv", "19,Lappi,", "18,Lappi,", "kahdesti"),
        ("areas.yml", "  hame:", "  uusimaa:", "Avain toistuu"),
        ("areas.yml", "en: Uusimaa}", "en: Uusimaa", "YAML"),
    ],
)
def test_a_slip_in_a_table_is_named_with_its_file_and_line(
    folder: Path, file: str, old: str, new: str, what: str
) -> None:
    line = change(folder / file, old, new)
    with pytest.raises(TableError, match=what) as raised:
        load_country(folder)
    assert raised.value.file == str(folder / file)
    assert abs(raised.value.line - line) <= 1


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("neighbours: [pohjois-pohjanmaa]", "neighbours: [pohjois-pohjanmaa, ruotsi]", "molempiin"),
        ("neighbours: [pohjois-pohjanmaa]", "neighbours: pohjois-pohjanmaa", "luettelo"),
        ("succeeded_by: [lapin-elinvoimakeskus]", "succeeded_by: [lappi]", "lappi"),
        ("seat: Kajaani", "seat:", "seat"),
        ("authority: {fi: Kainuun ELY-keskus", "authority: {suomi: Kainuun ELY-keskus", "fi"),
        ("valid_from: 2010-01-01", "valid_from: 1.1.2010", "valid_from"),
        ("name: {fi: Kainuu, sv: Kajanaland, en: Kainuu}", "name: Kainuu", "name"),
    ],
)
def test_a_slip_inside_an_area_is_named_on_a_line_of_that_area(folder: Path, old: str, new: str, what: str) -> None:
    line = change(folder / "areas.yml", old, new)
    with pytest.raises(TableError, match=what) as raised:
        load_country(folder)
    assert 0 <= line - raised.value.line <= 10


def test_neighbours_must_name_each_other(folder: Path) -> None:
    change(folder / "areas.yml", "neighbours: [pohjois-pohjanmaa]", "neighbours: []")
    with pytest.raises(TableError, match="lappi"):
        load_country(folder)


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "maakunnat.csv").unlink()
    with pytest.raises(TableError, match=r"maakunnat\.csv:1: Tiedostoa ei voi lukea"):
        load_country(folder)


def test_a_table_in_another_encoding_is_named_on_the_line_where_it_shows(folder: Path) -> None:
    (folder / "maakunnat.csv").write_bytes("# ok\ncode,name,name_sv,name_en,nuts3\n07,Päijät-Häme\n".encode("latin-1"))
    with pytest.raises(TableError, match=r"maakunnat\.csv:3: Tiedosto ei ole UTF-8"):
        load_country(folder)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(folder: Path) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_country(folder).municipalities == country().municipalities
