"""References: which are dead, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tno.edition import Edition
from tno.problem import Problem
from trees import base_text, changed, check_tree, codes, told, write_region


def problem_of(folder: Path, files: dict[str, str | None]) -> Problem:
    (problem,) = check_tree(write_region(folder, files)).problems
    return problem


def service(*pairs: tuple[str, str]) -> dict[str, str]:
    return changed("services/ohjaamo.md", *pairs)


def test_a_reference_in_its_own_region_may_name_the_region_too(tmp_path: Path) -> None:
    files = service(("organisation: tuulipolun", "organisation: lappi/tuulipolun"))
    assert told(check_tree(write_region(tmp_path, files))) == []


def test_the_likest_id_is_suggested_as_the_editor_would_write_it(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, service(("place: tuulipolun-talo", "place: tuulipolun-tallo")))
    assert (problem.code, problem.data["suggestion"]) == ("reference-unknown", "tuulipolun-talo")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Tuulipolun Ohjaamo", "tuulipolun-ohjaamo"),
        ("Tuulipolun ohjaamo, Rovaniemi", "tuulipolun-ohjaamo"),
        ("tuulipolun-ohjaamo, kela", "tuulipolun-ohjaamo"),
        ("Tuulipolun Ojaamo", "tuulipolun-ohjaamo"),
        ("Kainuun virasto", "kainuu/virasto"),
        ("Tuulipolun Ohjaamo 2", None),
        ("Kemin kaupunki", None),
    ],
)
def test_the_id_of_what_is_called_so_is_suggested_and_no_other(tmp_path: Path, written: str, meant: str | None) -> None:
    other = "- {id: virasto, name: Kainuun virasto, sector: kunta}\n"
    kainuu = {"regions/kainuu/region.yml": "name: Kainuu\n", "regions/kainuu/organisations/p.yml": other}
    files = service(("organisation: tuulipolun-ohjaamo", f"organisation: {written}"))
    problem = problem_of(tmp_path, {**files, **kainuu})
    assert (problem.code, problem.data.get("suggestion")) == ("reference-invalid", meant)


def test_an_id_of_another_region_is_suggested_with_its_region(tmp_path: Path) -> None:
    other = "- {id: kajaanin-talo, name: Kajaanin talo, municipality: Kajaani}\n"
    files = service(("place: tuulipolun-talo", "place: kajaanin-talo"))
    kainuu = {"regions/kainuu/region.yml": "name: Kainuu\n", "regions/kainuu/places/p.yml": other}
    problem = problem_of(tmp_path, {**files, **kainuu})
    assert (problem.code, problem.data["suggestion"]) == ("reference-other-region", "kainuu/kajaanin-talo")


def test_a_reference_to_the_national_section_is_alive(tmp_path: Path) -> None:
    files: dict[str, str | None] = {
        "regions/kansallinen/region.yml": "name: Valtakunnallinen\nexample: true\n",
        "regions/kansallinen/organisations/o.yml": "- {id: virasto, name: Virasto, sector: ministerio}\n",
        **service(("organisation: tuulipolun-ohjaamo", "organisation: kansallinen/virasto")),
    }
    assert told(check_tree(write_region(tmp_path, files))) == []


@pytest.mark.parametrize("broken", ["- id: tuulipolun-ohjaamo\n  name: X\n", "- id: [", "\ufffd\x00", ""])
def test_nobody_is_told_of_references_to_a_record_that_has_faults_of_its_own(tmp_path: Path, broken: str) -> None:
    """One slip would otherwise be told in every file that refers to the record."""
    found = codes(check_tree(write_region(tmp_path, {"organisations/toimijat.yml": broken})))
    assert found
    assert not any(code.startswith("reference") for code in found)


def test_a_faulty_region_file_does_not_make_its_sub_areas_unknown(tmp_path: Path) -> None:
    files = changed("region.yml", ("languages: [fi]", "languages: [suomea]"))
    group = changed("groups/ohjausryhma.md", ("type: tyoryhma", "type: tyoryhma\nsub_areas: [lansi-lappi]"))
    area = service(("[koko-alue]", "[lansi-lappi]"))
    assert codes(check_tree(write_region(tmp_path, {**files, **group, **area}))) == ["term-unknown"]


def test_members_content_is_told_apart_from_nothing(tmp_path: Path) -> None:
    hidden = changed("agreements/sopimus-2026.md", ("valid_from:", "visibility: jasenet\nvalid_from:"))
    files = {**hidden, **service(("verified:", "agreements: [sopimus-2026]\nverified:"))}
    assert codes(check_tree(write_region(tmp_path, files))) == ["reference-for-members"]
    assert codes(check_tree(write_region(tmp_path, files), edition=Edition.MEMBERS)) == []


def test_a_reference_within_members_content_may_lead_to_members_content(tmp_path: Path) -> None:
    hidden = changed("agreements/sopimus-2026.md", ("valid_from:", "visibility: jasenet\nvalid_from:"))
    files = {**hidden, **service(("verified:", "members:\n  agreements: [sopimus-2026]\nverified:"))}
    assert codes(check_tree(write_region(tmp_path, files))) == []


def test_every_place_of_a_reference_is_pointed_at(tmp_path: Path) -> None:
    text = base_text("groups/ohjausryhma.md").replace("organisation: tuulipolun-ohjaamo", "organisation: kadonnut-x")
    assert told(check_tree(write_region(tmp_path, {"groups/ohjausryhma.md": text}))) == [
        "reference-unknown groups/ohjausryhma.md:5:19"
    ]


def test_one_field_may_take_two_kinds(tmp_path: Path) -> None:
    files = changed("agreements/sopimus-2026.md", ("responsible: tuulipolun-ohjaamo", "responsible: ohjausryhma"))
    assert codes(check_tree(write_region(tmp_path, files))) == []
