"""`tno check`: exit codes, forms of the report, and what the paths choose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tno.commands import main
from trees import ROOT, base_text, changed, write_project, write_region

TODAY = ("--today", "2026-11-21")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own with the minimal region, as the working directory."""
    write_project(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    for name in ("TNO_TODAY", "SOURCE_DATE_EPOCH", "TNO_CONTENT", "TNO_MEMBERS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def spoil(project: Path) -> None:
    """An error in a service and a warning in a place."""
    write_region(
        project,
        {
            **changed("services/ohjaamo.md", ("[koko-alue]", "[Oulun]")),
            **changed("places/paikat.yml", ("municipality: Rovaniemi", "municipality: Utsjoki")),
        },
        base=None,
    )


def test_right_content_exits_with_zero(project: Path) -> None:
    result = run(*TODAY)
    assert (result.exit_code, result.output) == (0, "ei virheitä, ei varoituksia\n")


def test_an_error_exits_with_one_and_is_shown_with_its_lines(project: Path) -> None:
    spoil(project)
    result = run(*TODAY)
    assert result.exit_code == 1
    assert "regions/lappi/services/ohjaamo.md:8:9: virhe area-unknown\n" in result.output
    assert "Tarkoititko ”Oulu”?" in result.output
    assert "    8 | areas: [Oulun]\n      |         ^^^^^\n" in result.output
    assert result.output.endswith("1 virhe, 1 varoitus\n")


def test_warnings_never_change_the_exit_code(project: Path) -> None:
    result = run("--today", "2028-11-21")
    assert result.exit_code == 0
    assert "verified-long-ago" in result.output


def test_warnings_can_be_left_out(project: Path) -> None:
    spoil(project)
    result = run(*TODAY, "--no-warnings")
    assert "place-far" not in result.output
    assert result.exit_code == 1


def test_paths_choose_what_is_shown_and_everything_is_still_read(project: Path) -> None:
    spoil(project)
    assert run(*TODAY, "regions/lappi/places").exit_code == 0
    assert "place-far" in run(*TODAY, "regions/lappi/places/paikat.yml").output
    assert run(*TODAY, "regions/lappi/services", "regions/lappi/places").output.count(": v") == 2
    assert run(*TODAY, "regions").exit_code == 1


def test_errors_elsewhere_are_told_when_the_chosen_files_have_none(project: Path) -> None:
    spoil(project)
    told = run(*TODAY, "regions/lappi/places").output
    assert told.endswith(
        "Valituissa tiedostoissa ei ole virheitä. Muissa tiedostoissa on 1 virhe. "
        "Aja tarkistus ilman polkua, niin näet ne.\n"
    )
    assert "Muissa tiedostoissa" not in run(*TODAY, "regions/lappi/services").output


def test_the_project_is_found_from_a_folder_within(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(project)
    monkeypatch.chdir(project / "regions" / "lappi")
    assert "regions/lappi/services/ohjaamo.md:8:9" in run(*TODAY, "services/ohjaamo.md").output


def test_a_path_that_does_not_exist_is_wrong_use(project: Path) -> None:
    result = run("regions/lapland")
    assert result.exit_code == 2
    assert "regions/lapland" in result.output


def test_a_path_that_is_nothing_to_check_is_wrong_use(project: Path) -> None:
    (project / "muistio.txt").write_text("x", encoding="utf-8")
    result = run("muistio.txt")
    assert result.exit_code == 2
    assert "muistio.txt ei ole sisältöä" in result.output


def test_outside_a_project_the_command_says_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 2
    assert "--root" in result.output


@pytest.mark.parametrize("wrong", ["21.11.2026", "2026-02-30", "tomorrow"])
def test_today_must_be_a_date(project: Path, wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("--today", wrong).exit_code == 2
    monkeypatch.setenv("TNO_TODAY", wrong)
    assert run().exit_code == 2


def test_today_comes_from_the_environment(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TNO_TODAY", "2028-11-21")
    assert "verified-long-ago" in run().output


def test_json_is_for_programs(project: Path) -> None:
    spoil(project)
    result = run(*TODAY, "--format", "json")
    found = json.loads(result.stdout)
    assert [(each["code"], each["severity"]) for each in found] == [("place-far", "warning"), ("area-unknown", "error")]


def test_github_gets_a_command_for_each_problem(project: Path) -> None:
    spoil(project)
    lines = run(*TODAY, "--format", "github", "--language", "both").stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::error"]
    assert "file=regions/lappi/services/ohjaamo.md,line=8,col=9" in lines[1]
    assert "Did you mean" in lines[1] and "Tarkoititko" in lines[1]


@pytest.mark.parametrize(("language", "word"), [("fi", "virhe"), ("en", "error")])
def test_messages_are_in_the_language_asked_for(project: Path, language: str, word: str) -> None:
    spoil(project)
    output = run(*TODAY, "--language", language).output
    assert f": {word} area-unknown" in output
    assert ("Did you mean" in output) == (language == "en")


def test_each_edition_is_checked_as_it_is(project: Path) -> None:
    hidden = base_text("groups/ohjausryhma.md").replace("tuulipolun-ohjaamo", "kadonnut-x").replace("Lapin", "Sisäinen")
    write_region(project, {"regions/lappi/members/groups/sisainen.md": hidden}, base=None)
    assert run(*TODAY).exit_code == 0
    result = run(*TODAY, "--edition", "members")
    assert result.exit_code == 1
    assert "regions/lappi/members/groups/sisainen.md:5:19: virhe reference-unknown" in result.output


def test_the_members_own_checkout_is_shown_with_its_lines(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = base_text("groups/ohjausryhma.md").replace("type: tyoryhma", "type: työrymä")
    write_region(project, {"members/lappi/groups/sisainen.md": hidden}, base=None)
    monkeypatch.setenv("TNO_MEMBERS", str(project / "members"))
    output = run(*TODAY).output
    assert "lappi/groups/sisainen.md:3:7: virhe term-unknown" in output
    assert "    3 | type: työrymä\n" in output


def test_a_wrong_table_is_told_without_a_traceback(project: Path) -> None:
    (project / "regions/finland/municipalities.csv").write_text("code\n", encoding="utf-8")
    result = run(*TODAY)
    assert result.exit_code == 1
    assert "municipalities.csv" in result.output
    assert isinstance(result.exception, SystemExit)


def test_a_wrong_setting_is_wrong_use(project: Path) -> None:
    (project / "mkdocs.yml").write_text("extra:\n  tno:\n    marked_month: 3\n", encoding="utf-8")
    result = run(*TODAY)
    assert result.exit_code == 2
    assert "marked_month" in result.output


def test_settings_of_the_project_are_used(project: Path) -> None:
    (project / "mkdocs.yml").write_text("extra:\n  tno:\n    marked_months: 1\n", encoding="utf-8")
    assert "verified-long-ago" in run(*TODAY).output


def test_another_tree_of_regions_is_checked_with_the_projects_tables() -> None:
    result = run("--root", str(ROOT), *TODAY, str(ROOT / "tests/regions/minimal"))
    assert (result.exit_code, result.output) == (0, "ei virheitä, ei varoituksia\n")
    assert run("--root", str(ROOT), *TODAY, str(ROOT / "tests/regions")).exit_code == 0


def test_cases_are_shown_where_they_stand() -> None:
    result = run("--root", str(ROOT), *TODAY, str(ROOT / "tests/problems/kunta-taivutettu.yml"))
    assert result.exit_code == 1
    assert "tests/problems/kunta-taivutettu.yml:12:24: virhe area-unknown" in result.output
    assert "   12 |     areas: [koko-alue, Rovaniemen]\n" in result.output


def test_a_folder_of_cases_is_checked_whole() -> None:
    result = run("--root", str(ROOT), *TODAY, "--format", "json", str(ROOT / "tests/problems"))
    assert len({each["code"] for each in json.loads(result.stdout)}) >= 60
