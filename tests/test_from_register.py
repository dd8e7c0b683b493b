"""Saved pages of the national register become our records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import register_pages as pages
from register_imports import content, front_matter, new_project, run, save
from register_pages import E_SERVICE, FORM, PAGE, PHONE, PLACE, SERVICE, TOWN
from tno.commands import main
from tno.content import Folders
from trees import ROOT, check_tree

pytestmark = pytest.mark.ptv


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_project(tmp_path)


@pytest.fixture
def saved(tmp_path: Path) -> list[str]:
    return save(tmp_path)


def test_channels_of_all_five_kinds_become_channels_of_one_service(project: Path, saved: list[str]) -> None:
    assert run(project, saved).exit_code == 0
    found = [(each["type"], each["external_ids"]["ptv"]) for each in front_matter(project)["channels"]]
    assert found == [
        ("palvelupaikka", PLACE),
        ("puhelin", PLACE),
        ("sahkoposti", PLACE),
        ("verkkoasiointi", E_SERVICE),
        ("puhelin", E_SERVICE),
        ("puhelin", PHONE),
        ("tekstiviesti", PHONE),
        ("verkkosivu", PAGE),
        ("lomake", FORM),
    ]


def test_facts_of_the_service_are_in_our_words(project: Path, saved: list[str]) -> None:
    run(project, saved)
    values = front_matter(project)
    assert (values["name"], values["organisation"]) == ("Mallilan uraohjaus", "mallilan-kaupunki")
    assert (values["kind"], values["topics"]) == (["ohjaus"], ["opinto-ohjaus", "ura"])
    assert (values["target_groups"], values["life_situations"]) == (["nuoret"], ["tyottomaksi-jaaminen"])
    assert (values["areas"], values["languages"]) == (["Kajaani", "Sotkamo"], ["fi", "sv", "en"])
    assert values["price"] == {"kind": "maksuton"} and values["how_to_start"] == "Varaa aika verkossa."
    assert values["external_ids"] == {"ptv": SERVICE} and "CC BY 4.0" in values["source"]
    place = values["channels"][0]["place"]
    assert (place["municipality"], place["street"], place["postal_code"]) == ("Kajaani", "Mallikatu 4 B", "87100")
    assert (float(place["lat"]), float(place["lon"])) == pytest.approx((64.23555, 27.71273), abs=1e-5)


def test_the_day_of_checking_is_the_finnish_day_of_the_registers_last_change(project: Path, saved: list[str]) -> None:
    run(project, saved)
    assert front_matter(project)["verified"] == "2026-10-07"  # 22.30 in UTC is the next day in Finland


def test_two_organisations_keep_their_roles_and_one_in_two_roles_counts_once(project: Path, saved: list[str]) -> None:
    run(project, saved)
    values = front_matter(project)
    assert values["organisation"] == "mallilan-kaupunki" and values["partners"] == ["esimerkkiopisto"]
    town = front_matter(project, "organisations/mallilan-kaupunki.yml")
    assert (town["sector"], town["municipality"], town["business_id"]) == ("kunta", "Kajaani", "0201256-6")
    assert town["external_ids"] == {"ptv": TOWN} and town["name"] == {"fi": "Mallilan kaupunki", "sv": "Mallby stad"}
    college = front_matter(project, "organisations/esimerkkiopisto.yml")
    assert college["parent"] == "mallilan-kaupunki" and "sector" not in college


def test_texts_in_four_languages_stand_where_our_files_have_them(project: Path, saved: list[str]) -> None:
    run(project, saved)
    names = {
        language: front_matter(project, f"services/mallilan-uraohjaus.{language}.md").get("name")
        for language in ("sv", "en", "se")
    }
    assert names == {"sv": "Karriärvägledning", "en": "Career guidance", "se": "Karrieara"}
    text = (project / "regions/kainuu/services/mallilan-uraohjaus.sv.md").read_text(encoding="utf-8")
    assert text.endswith("---\n\nKom på besök.\n")


def test_what_is_written_passes_the_check_but_for_what_the_report_asks_to_fill_in(
    project: Path, saved: list[str]
) -> None:
    done = run(project, saved)
    checked = check_tree(Folders(project, project / "regions"))
    wrong = {(problem.code, problem.position.file.rpartition("/")[2]) for problem in checked.errors}
    assert wrong == {("key-missing", "esimerkkiopisto.yml")}
    assert "Täydennä tiedostoon organisations/esimerkkiopisto.yml: sector." in done.output


def test_a_second_import_changes_no_byte(project: Path, saved: list[str]) -> None:
    run(project, saved)
    before = content(project)
    again = run(project, saved, "--write")
    assert content(project) == before
    assert "Ennallaan: kainuu/mallilan-uraohjaus." in again.output and "Uusia palveluja 0" in again.output


def test_a_dry_run_writes_nothing(project: Path, saved: list[str]) -> None:
    before = content(project)
    done = run(project, saved, "--dry-run")
    assert "Uusi tiedosto regions/kainuu/services/mallilan-uraohjaus.md." in done.output
    assert content(project) == before


def test_the_report_can_be_kept(project: Path, saved: list[str], tmp_path: Path) -> None:
    done = run(project, saved, "--dry-run", "--report", str(tmp_path / "raportti.txt"))
    assert (tmp_path / "raportti.txt").read_text(encoding="utf-8") == done.output


def test_a_file_that_is_there_is_never_written_over(project: Path, saved: list[str]) -> None:
    own = project / "regions/kainuu/services/mallilan-uraohjaus.md"
    own.parent.mkdir()
    own.write_text("oma", encoding="utf-8")
    run(project, saved)
    assert own.read_text(encoding="utf-8") == "oma"
    assert front_matter(project, "services/mallilan-uraohjaus-mallilan-kaupunki.md")["external_ids"] == {"ptv": SERVICE}


def test_a_file_with_faults_is_known_by_its_id_and_not_imported_twice(project: Path, saved: list[str]) -> None:
    run(project, saved)
    file = project / "regions/kainuu/services/mallilan-uraohjaus.md"
    file.write_text(file.read_text(encoding="utf-8").replace("kind: [ohjaus]\n", ""), encoding="utf-8")
    before = content(project)
    again = run(project, saved)
    assert content(project) == before and "mallilan-uraohjaus.md on virheitä" in again.output


def test_a_region_of_invented_content_takes_no_real_services(project: Path, saved: list[str]) -> None:
    profile = project / "regions/kainuu/region.yml"
    profile.write_text(profile.read_text(encoding="utf-8") + "example: true\n", encoding="utf-8")
    before = content(project)
    done = run(project, saved)
    assert done.exit_code == 1 and "keksittyä esimerkkiä" in done.output and content(project) == before
    assert run(project, saved, "--dry-run").exit_code == 0


def test_a_wrong_region_and_a_wrong_file_are_told_in_finnish(project: Path, saved: list[str], tmp_path: Path) -> None:
    assert "Aluetta ”kuu” ei ole." in run(project, saved, region="kuu").output
    (file,) = pages.save(tmp_path / "x", tyhja="ei tämä ole JSONia")
    done = run(project, [file])
    assert done.exit_code == 1 and "tyhja.json katkeaa riville 1" in done.output


def test_the_help_is_finnish() -> None:
    done = CliRunner().invoke(main, ["import-ptv", "--help"])
    assert "Tuo palvelut Palvelutietovarannosta" in done.output and "Kirjoita raportti" in done.output
    assert not re.search(r"\b(the|of|folder|default)\b", done.output)


def test_the_guide_names_every_option_of_the_command() -> None:
    guide = (ROOT / "docs/ohjeet/kansallinen-palvelutietovaranto.md").read_text(encoding="utf-8")
    options = {name for each in main.commands["import-ptv"].params for name in each.opts if name.startswith("--")}  # type: ignore[attr-defined]
    assert {name for name in options if name not in guide} == {"--root"}
