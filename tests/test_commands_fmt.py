"""`tno fmt` and `tno schema` in a project: what they write, what they leave, what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tno.commands import main
from trees import ROOT, base_text, write_project, write_region

UNTIDY = "- name: Talo\n  municipality: kemi  # kunta\n  id: talo\n"
TIDY = "- id: talo\n  name: Talo\n  municipality: Kemi  # kunta\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A tidy project but for one file."""
    write_project(tmp_path, {})
    assert run(tmp_path, "fmt").exit_code == 0
    write_region(tmp_path, {"places/talot.yml": UNTIDY}, base=None)
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(project)])


def test_what_is_not_in_its_usual_form_is_written_and_named(project: Path) -> None:
    result = run(project, "fmt")
    assert (result.exit_code, result.stdout) == (0, "regions/lappi/places/talot.yml\n")
    assert (project / "regions/lappi/places/talot.yml").read_text(encoding="utf-8") == TIDY
    assert run(project, "fmt").stdout == ""


def test_checking_writes_nothing(project: Path) -> None:
    result = run(project, "fmt", "--check")
    assert result.exit_code == 1
    assert "tno fmt regions/lappi/places/talot.yml" in result.stdout
    assert (project / "regions/lappi/places/talot.yml").read_text(encoding="utf-8") == UNTIDY


def test_only_what_is_named_is_looked_at(project: Path) -> None:
    regions = project / "regions"
    assert run(project, "fmt", "--check", str(regions / "lappi" / "services")).exit_code == 0
    assert run(project, "fmt", "--check", str(regions / "lappi" / "places")).exit_code == 1


def test_a_file_that_is_no_content_is_left_and_said(project: Path) -> None:
    result = run(project, "fmt", str(project / "regions" / "finland" / "areas.yml"))
    assert result.exit_code == 0 and "ei ole sisältötiedosto" in result.stderr


def test_a_file_with_an_error_of_reading_is_left_and_the_line_is_shown(project: Path) -> None:
    file = project / "regions/lappi/places/talot.yml"
    file.write_text(f"{UNTIDY}  id: toinen\n", encoding="utf-8")
    result = run(project, "fmt")
    assert result.exit_code == 1
    assert "regions/lappi/places/talot.yml:4:3: virhe yaml-duplicate-key" in result.stderr
    assert file.read_text(encoding="utf-8") == f"{UNTIDY}  id: toinen\n"


def test_a_translation_and_an_introduction_without_facts_are_left_alone(project: Path) -> None:
    texts = {"index.md": "Hei vaan.\n", "services/ohjaamo.sv.md": "---\nsummary: B\nname: A\n---\n\nText.\n"}
    write_region(project, texts, base=None)
    run(project, "fmt")
    assert (project / "regions/lappi/index.md").read_text(encoding="utf-8") == "Hei vaan.\n"
    translation = (project / "regions/lappi/services/ohjaamo.sv.md").read_text(encoding="utf-8")
    assert translation == "---\nname: A\nsummary: B\n---\n\nText.\n"


def test_the_projects_own_schemas_are_what_models_and_vocabularies_make_them() -> None:
    """Run `tno schema` when this fails. (Nobody's proposal fails for the form of its content: `tno fmt` mends that.)"""
    result = run(ROOT, "schema", "--check")
    assert (result.stdout, result.exit_code) == ("Skeemat ovat ajan tasalla.\n", 0)


def test_schemas_are_written_and_then_up_to_date(project: Path) -> None:
    assert run(project, "schema", "--check").exit_code == 1
    assert not (project / "schemas").exists()
    assert "schemas/event.json\n" in run(project, "schema").output
    assert run(project, "schema", "--check").exit_code == 0


def test_files_get_the_line_that_leads_to_their_schema_once(project: Path) -> None:
    line = "# yaml-language-server: $schema=../../schemas/region.json\n"
    before = (project / "regions/lappi/region.yml").read_text(encoding="utf-8")
    run(project, "schema", "--lines")
    assert (project / "regions/lappi/region.yml").read_text(encoding="utf-8") == line + before
    assert run(project, "schema", "--lines").output == "Skeemat ovat ajan tasalla.\n"
    assert run(project, "fmt").exit_code == 0
    assert (project / "regions/lappi/places/talot.yml").read_text(encoding="utf-8") == (
        f"# yaml-language-server: $schema=../../../schemas/place.json\n{TIDY}"
    )


def test_windows_line_ends_are_kept_by_the_line_too(project: Path) -> None:
    file = project / "regions/lappi/region.yml"
    file.write_bytes(base_text("region.yml").replace("\n", "\r\n").encode())
    run(project, "schema", "--lines")
    assert file.read_bytes().startswith(b"# yaml-language-server: $schema=../../schemas/region.json\r\nname: ")


def test_pre_commit_runs_commands_there_are_and_fetches_nothing() -> None:
    configuration = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in configuration["repos"]] == ["local"]
    hooks = {hook["id"]: hook for hook in configuration["repos"][0]["hooks"]}
    assert {hook["language"] for hook in hooks.values()} == {"system"}
    for hook in hooks.values():
        program, *arguments = hook["entry"].split()
        assert program in ("tno", "ruff", "mypy")
        if program == "tno":
            assert arguments[0] in main.commands
            assert CliRunner().invoke(main, [*arguments, "--help"]).exit_code == 0
    assert {"tno-fmt", "tno-check", "tno-schema"} <= hooks.keys()
