"""`tno codeowners`: writes the file, tells when it is out of date, and loses nobody without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tno.commands import main
from tno.exports.codeowners import FILE
from trees import base_text, write_project, write_region


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose only region has reviewers."""
    write_project(tmp_path, {"region.yml": f'{base_text("region.yml")}reviewers: ["@lapin-tno/tarkastajat"]\n'})
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["codeowners", "--root", str(project), *arguments])


def test_the_file_is_written_and_then_up_to_date(project: Path) -> None:
    assert (run(project).output, run(project).output) == (f"{FILE}\n", "")
    assert (project / FILE).read_text(encoding="utf-8").endswith("/regions/lappi/ @lapin-tno/tarkastajat\n")
    assert run(project, "--check").exit_code == 0


@pytest.mark.parametrize("before", [None, "# vanha\n"])
def test_checking_writes_nothing_and_shows_what_should_stand_there(project: Path, before: str | None) -> None:
    file = project / FILE
    if before:
        file.parent.mkdir()
        file.write_text(before, encoding="utf-8")
    result = run(project, "--check")
    assert result.exit_code == 1
    assert "Aja `tno codeowners`" in result.stderr
    assert "/regions/lappi/ @lapin-tno/tarkastajat\n" in result.stdout
    assert (file.read_text(encoding="utf-8") if file.exists() else None) == before


def test_a_faulty_region_stops_the_command_and_leaves_the_file(project: Path) -> None:
    run(project)
    before = (project / FILE).read_text(encoding="utf-8")
    write_region(project, {"region.yml": f"{base_text('region.yml')}reviewers: [lapin-ohjaaja]\n"}, base=None)
    result = run(project)
    assert result.exit_code == 1
    assert "regions/lappi/region.yml" in result.output and "tno check" in result.output
    assert (project / FILE).read_text(encoding="utf-8") == before
