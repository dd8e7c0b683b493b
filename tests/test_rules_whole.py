"""What is looked for over the whole network: duplicates, white spots, translations, groups, places, ids, persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from tno.records import KINDS
from tno.rules.duplicates import name_key
from tno.rules.identifiers import NAMED_BY_TIME
from trees import base_text, changed, check_tree, codes, told, write_region

ORGANISATIONS = "organisations/toimijat.yml"


def with_organisations(text: str) -> dict[str, str]:
    return {ORGANISATIONS: base_text(ORGANISATIONS) + text}


# --- duplicates -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rovaniemen Ohjaamo", "Ohjaamo Rovaniemi"),
        ("Työllisyysneuvonta", "TYOLLISYYSNEUVONTA"),
        ("Kemin kirjasto", "Kemi, kirjasto"),
        ("Neuvonta ja ohjaus ry", "Neuvonta, ohjaus"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Kemin Ohjaamo", "Tornion Ohjaamo"), ("Ohjaamo", "Ohjaamo nuorille"), ("Ryhmä 1", "Ryhmä 2")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_the_same_name_in_two_municipalities_is_no_duplicate(tmp_path: Path) -> None:
    text = "- {id: toinen, name: Tuulipolun Ohjaamo, sector: ohjaamo, municipality: Kemi}\n"
    assert codes(check_tree(write_region(tmp_path, with_organisations(text)))) == []


def test_a_part_may_have_the_name_of_its_whole(tmp_path: Path) -> None:
    text = "- {id: toinen, name: Tuulipolun Ohjaamo, sector: ohjaamo, municipality: Rovaniemi, "
    text += "parent: tuulipolun-ohjaamo}\n"
    assert codes(check_tree(write_region(tmp_path, with_organisations(text)))) == []


def test_a_code_and_a_name_of_one_municipality_are_the_same(tmp_path: Path) -> None:
    text = '- {id: toinen, name: "Ohjaamo, Tuulipolku", sector: ohjaamo, municipality: "698"}\n'
    text = text.replace("Tuulipolku", "Tuulipolu")
    assert codes(check_tree(write_region(tmp_path, with_organisations(text)))) == ["duplicate-likely"]


# --- white spots ------------------------------------------------------------------------------------------------------


def test_a_region_without_services_has_no_white_spots(tmp_path: Path) -> None:
    files: dict[str, str | None] = {"services/ohjaamo.md": None}
    files |= changed("agreements/sopimus-2026.md", ("\n    service: ohjaamo", ""))
    assert codes(check_tree(write_region(tmp_path, files))) == []


def test_a_national_service_covers_every_municipality(tmp_path: Path) -> None:
    (national,) = changed(
        "services/ohjaamo.md", ("[koko-alue]", "[koko-maa]"), ("name: Ohjaamo", "name: Linja")
    ).values()
    national = national.replace("organisation: ", "organisation: lappi/").replace("place: ", "place: lappi/")
    files = {
        **changed("services/ohjaamo.md", ("[koko-alue]", "[Kemi]")),
        "regions/kansallinen/region.yml": "name: Valtakunnallinen\nexample: true\n",
        "regions/kansallinen/services/linja.md": national,
    }
    assert codes(check_tree(write_region(tmp_path, files))) == []


def test_missing_groups_are_named_by_municipality(tmp_path: Path) -> None:
    files = changed("services/ohjaamo.md", ("[kaikki]", "[nuoret, aikuiset, tyottomat]"))
    found = check_tree(write_region(tmp_path, files)).problems
    assert len(found) == 21
    assert {problem.data["groups"] for problem in found} == {"maahan-muuttaneet, osatyokykyiset"}


def test_gaps_are_not_counted_while_a_service_has_faults(tmp_path: Path) -> None:
    files = {
        **changed("services/ohjaamo.md", ("[kaikki]", "[nuoret]")),
        "services/toinen.md": base_text("services/ohjaamo.md").replace("summary", "sumary"),
    }
    assert codes(check_tree(write_region(tmp_path, files))) == ["key-unknown"]


# --- translations -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "translation", "missing"),
    [
        ("Ohjaamo", None, True),
        ("Ohjaamo", "---\nname: Navigatorn\nsummary: Hjälp.\n---\n", False),
        ("{fi: Ohjaamo, sv: Navigatorn}", None, True),
        ("{fi: Ohjaamo, sv: Navigatorn}\nsummary: {fi: Apua., sv: Hjälp.}", None, False),
    ],
)
def test_a_translation_is_a_file_or_a_map(tmp_path: Path, name: str, translation: str | None, missing: bool) -> None:
    text = base_text("services/ohjaamo.md").replace("name: Ohjaamo", f"name: {name}")
    if "summary: {" in text:
        text = text.replace("summary: Apua koulutukseen, työhön ja arkeen. Tule käymään tai soita.\n", "")
    files: dict[str, str | None] = {"services/ohjaamo.md": text, **changed("region.yml", ("[fi]", "[fi, sv]"))}
    files |= {"services/ohjaamo.sv.md": translation} if translation else {}
    assert codes(check_tree(write_region(tmp_path, files))) == ["translation-missing"] * missing


# --- groups, places, ids, persons -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("regions", "fits"), [("[lappi]", 0), ("[lappi, kainuu]", 1), ("[lappi, lappi]", 0)])
def test_a_development_group_has_two_to_four_regions(tmp_path: Path, regions: str, fits: bool) -> None:
    files = changed("groups/ohjausryhma.md", ("type: tyoryhma", f"type: kehittamisryhma\nregions: {regions}"))
    assert codes(check_tree(write_region(tmp_path, files))) == ([] if fits else ["group-regions-number"])


def test_sixty_kilometres_from_the_centre_is_far(tmp_path: Path) -> None:
    near = changed("places/paikat.yml", ("lat: 66.5039", "lat: 67.0"))
    far = changed("places/paikat.yml", ("lat: 66.5039", "lat: 67.1"))
    assert codes(check_tree(write_region(tmp_path / "near", near))) == []
    assert codes(check_tree(write_region(tmp_path / "far", far))) == ["place-far"]


@pytest.mark.parametrize(
    ("own_id", "expected"),
    [
        ("2026-12", ["id-like-date"]),
        ("24-12-2026", ["id-like-date"]),
        ("2026", ["id-like-date"]),
        ("sopimus-2026", []),
        ("2026-sopimus", []),
        ("4h-yhdistys", []),
        ("haku", ["id-reserved"]),
        ("lappi", ["id-reserved"]),
        ("kansallinen", ["id-reserved"]),
        ("lapin-haku", []),
    ],
)
def test_ids_that_addresses_cannot_have(tmp_path: Path, own_id: str, expected: list[str]) -> None:
    text = f"- {{id: {own_id}, name: Keksitty toimija, sector: yritys}}\n"
    assert codes(check_tree(write_region(tmp_path, with_organisations(text)))) == expected


def test_only_kinds_that_are_named_by_time_may_have_years_as_ids() -> None:
    assert KINDS.keys() > NAMED_BY_TIME


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("etunimi.sukunimi@example.org", True),
        ("anna-etunimi.sukunimi@example.org", True),
        ("ohjaus.lappi@example.org", False),
        ("rovaniemi.kirjaamo@example.org", False),
        ("neuvonta@example.org", False),
        ("tuulipolun.ohjaamo@example.org", False),
        ("asiakas.palvelu@example.org", False),
        ("opinto-ohjaus.kemi@example.org", False),
    ],
)
def test_an_address_of_a_role_is_not_taken_for_a_person(tmp_path: Path, address: str, personal: bool) -> None:
    files = changed(ORGANISATIONS, ("ohjaamo@example.org", address))
    assert codes(check_tree(write_region(tmp_path, files))) == ["email-personal-shared"] * personal


def test_a_person_may_be_named_with_consent(tmp_path: Path) -> None:
    consent = "email: etunimi.sukunimi@example.org\n    person: Etunimi Sukunimi\n"
    consent += "    consent: {date: 2026-09-01, scope: Nimi alueen sivulla}"
    files = changed("region.yml", ("email: ohjaus@example.org", consent))
    assert codes(check_tree(write_region(tmp_path, files))) == []


def test_a_former_id_may_be_claimed_in_two_regions(tmp_path: Path) -> None:
    files: dict[str, str | None] = {
        **with_organisations("  former_ids: [vanha]\n"),
        "regions/kainuu/region.yml": "name: Kainuu\nexample: true\n",
        "regions/kainuu/organisations/o.yml": "- {id: uusi, name: Uusi, sector: yritys, former_ids: [vanha]}\n",
    }
    assert codes(check_tree(write_region(tmp_path, files))) == []


def test_a_service_that_has_ended_may_refer_to_another_that_has(tmp_path: Path) -> None:
    ended = base_text("services/ohjaamo.md").replace("verified:", "status: paattynyt\nverified:")
    referring = ended.replace("verified:", "refers_to: [{service: toinen}]\nverified:")
    files = {
        "services/eka.md": referring.replace("name: Ohjaamo", "name: A"),
        "services/toinen.md": ended.replace("name: Ohjaamo", "name: B"),
    }
    assert codes(check_tree(write_region(tmp_path, files))) == []


def test_problems_come_in_the_order_of_files_whatever_the_order_of_rules(tmp_path: Path) -> None:
    files = {
        **changed(
            "services/ohjaamo.md", ("verified: 2026-10-01", "verified: 2027-10-01"), ("[koko-alue]", "[Kemissä]")
        ),
        **changed(ORGANISATIONS, ("municipality: Rovaniemi", "municipality: Rovaniemellä")),
    }
    assert told(check_tree(write_region(tmp_path, files))) == [
        "municipality-unknown organisations/toimijat.yml:5:17",
        "area-unknown services/ohjaamo.md:8:9",
        "date-in-future services/ohjaamo.md:18:11",
    ]
