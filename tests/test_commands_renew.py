"""`tno renew`: the next agreement as a file with clear gaps, never over anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tno.commands import main
from tno.settings import Settings
from trees import check_tree, codes, told, write_project, write_region

ORGANISATIONS = """
- {id: te-toimisto, name: TE-toimisto, sector: te-toimisto, valid_until: 2024-12-31, succeeded_by: [etela, pohjoinen]}
- {id: etela, name: Etelän työllisyysalue, sector: tyollisyysalue}
- {id: pohjoinen, name: Pohjoisen työllisyysalue, sector: tyollisyysalue}
- {id: hanke, name: Hanke, sector: jarjesto, valid_until: 2025-12-31}
"""
AGREEMENT = """\
---
name: Lapin sopimus 2024–2026
purpose: {fi: "Neuvoa saa: aina.", sv: Råd ges alltid.}
parties:
  - {organisation: te-toimisto, role: koordinoija, signed: 2023-12-01}
  - {organisation: pohjoinen, role: rahoittaja}
  - {organisation: hanke}
  - {organisation: tuulipolun-ohjaamo, role: vastuuorganisaatio}
valid_from: 2024-01-01
valid_until: 2026-12-31
sub_areas: [lansi-lappi]
review_months: 12
group_tasks:
  - group: ohjausryhma
    tasks: ["Seuraa: toteutuuko sopimus.", "Kokoontuu #1"]
commitments:
  - {text: Ohjaamo palvelee koko Lappia., responsible: te-toimisto, service: ohjaamo, due: 2025-06-30}
  - {text: Tämä on pidetty., state: toteutunut}
  - {text: Tätä ei pidetty., state: ei-toteutunut}
  - {text: Tätä ei pidä mikään.}
maintainer: te-toimisto
---

Sopimus kertoo, kuka vastaa mistäkin.
"""
DRAFT = "regions/lappi/agreements/sopimus-2027.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an agreement that ends in six weeks."""
    monkeypatch.setenv("TNO_TODAY", "2026-11-21")
    files = {"agreements/sopimus-2026.md": None, "agreements/sopimus-2024.md": AGREEMENT}
    write_project(tmp_path, {**files, "organisations/muut.yml": ORGANISATIONS})
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["renew", "--root", str(project), *arguments])


def draft(project: Path) -> str:
    assert run(project, "lappi/sopimus-2024").output == f"{DRAFT}\n"
    return (project / DRAFT).read_text(encoding="utf-8")


def test_parties_that_have_ended_give_way_to_their_successors(project: Path) -> None:
    lines = draft(project).splitlines()
    assert "  - {organisation: etela, role: koordinoija}  # ennen: TE-toimisto, lopetti 31.12.2024" in lines
    assert "  - {organisation: pohjoinen, role: rahoittaja}  # ennen: TE-toimisto, lopetti 31.12.2024" in lines
    assert "  - {organisation: tuulipolun-ohjaamo, role: vastuuorganisaatio}" in lines
    assert "# Osapuoli Hanke, lopetti 31.12.2025. Seuraajaa ei tiedetä." in lines
    assert "maintainer: etela" in lines


def test_open_commitments_are_carried_over_and_broken_ones_asked_about(project: Path) -> None:
    text = draft(project)
    assert '  - text: "Ohjaamo palvelee koko Lappia."\n    responsible: etela\n    service: ohjaamo\n' in text
    assert "    # Määräpäivä oli 30.6.2025.\n    state: lupaus\n" in text
    assert '"Tätä ei pidä mikään."\n    # Lupauksella ei ole toteuttajaa' in text
    assert "Tämä on pidetty" not in text
    assert "# Näitä ei pidetty. Luvataanko ne uudelleen?\n#   Tätä ei pidetty.\n" in text


def test_the_only_errors_of_a_draft_are_its_gaps(project: Path) -> None:
    draft(project)
    found = check_tree(write_region(project, {}, base=None))
    assert [each for each in told(found) if "2027" in each] == [
        "date-gap agreements/sopimus-2027.md:8:13",
        "date-gap agreements/sopimus-2027.md:9:14",
    ]


def test_with_its_gaps_filled_a_draft_is_right_and_holds_what_the_one_before_held(project: Path) -> None:
    text = draft(project).replace("TÄYTÄ", "2027-01-01", 1).replace("TÄYTÄ", "2029-12-31", 1)
    found = check_tree(write_region(project, {"agreements/sopimus-2027.md": text}, base=None))
    assert not {"date-gap", "agreement-overlap", "reference-unknown"} & set(codes(found))
    agreement = found.network.regions["lappi"].records["agreement"]["sopimus-2027"]
    assert agreement.draft and agreement.renews == ("lappi/sopimus-2024",)
    assert [str(task) for task in agreement.group_tasks[0].tasks] == ["Seuraa: toteutuuko sopimus.", "Kokoontuu #1"]
    assert agreement.purpose.translations == {"sv": "Råd ges alltid."}


def test_nothing_is_ever_written_over(project: Path) -> None:
    (project / DRAFT).write_text("minun", encoding="utf-8")
    result = run(project, "lappi/sopimus-2024")
    assert result.exit_code == 1 and "päälle kirjoiteta" in result.output
    assert (project / DRAFT).read_text(encoding="utf-8") == "minun"
    assert run(project, "lappi/sopimus-2024", "--id", "toinen").output == "regions/lappi/agreements/toinen.md\n"


def test_a_dry_run_shows_the_file_and_writes_nothing(project: Path) -> None:
    shown = run(project, "lappi/sopimus-2024", "--dry-run").output
    assert not (project / DRAFT).exists()
    assert shown == f"# {DRAFT}\n{draft(project)}\n"


def test_a_draft_is_the_same_on_any_day(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = run(project, "lappi/sopimus-2024", "--dry-run").output
    monkeypatch.setenv("TNO_TODAY", "2026-12-24")
    assert run(project, "lappi/sopimus-2024", "--dry-run").output == one


def test_what_is_due_is_written_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TNO_TODAY", "2026-10-01")
    assert run(project, "--due").output == "", f"ninety-one days before: {Settings().agreement_draft_days}"
    monkeypatch.setenv("TNO_TODAY", "2026-10-02")
    assert run(project, "--due").output == f"{DRAFT}\n"
    again = run(project, "--due")
    assert again.exit_code == 0 and again.stdout == ""


def test_an_unknown_agreement_is_answered_with_the_nearest(project: Path) -> None:
    result = run(project, "lappi/sopimus-2025")
    assert result.exit_code == 1 and "(lappi/sopimus-2024?)" in result.output


@pytest.mark.parametrize("asked", [[], ["lappi/sopimus-2024", "--due"]])
def test_one_or_all_must_be_asked_for(project: Path, asked: list[str]) -> None:
    assert run(project, *asked).exit_code == 2
