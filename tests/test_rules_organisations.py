"""Organisations that have ended and are still named."""

from __future__ import annotations

from pathlib import Path

import pytest

from trees import base_text, changed, check_tree, codes, told, write_region

ENDED = """- id: entinen
  name: Entinen neuvonta
  sector: jarjesto
  municipality: Kemi
  valid_until: 2026-06-30
  succeeded_by: [tuulipolun-ohjaamo]
"""
PARTY = "organisation: tuulipolun-ohjaamo"


def region_with(folder: Path, *pairs: tuple[str, str], file: str = "services/ohjaamo.md", ended: str = ENDED) -> object:
    organisations = base_text("organisations/toimijat.yml") + ended
    return write_region(folder, {"organisations/toimijat.yml": organisations, **changed(file, *pairs)})


def test_the_successor_is_named(tmp_path: Path) -> None:
    folders = region_with(tmp_path, ("organisation: tuulipolun-ohjaamo", "organisation: entinen"))
    (problem,) = check_tree(folders).problems  # type: ignore[arg-type]
    assert problem.code == "organisation-ended"
    assert problem.data["successor"] == "Tuulipolun Ohjaamo"
    assert problem.data["successor_id"] == "tuulipolun-ohjaamo"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("services/ohjaamo.md", "verified:", "maintainer: entinen\nverified:"),
        ("events/tapahtumat.yml", "organiser: tuulipolun-ohjaamo", "organiser: entinen"),
        ("groups/ohjausryhma.md", "organisation: tuulipolun-ohjaamo", "organisation: entinen"),
        ("agreements/sopimus-2026.md", "organisation: tuulipolun-ohjaamo", "organisation: entinen"),
    ],
)
def test_wherever_it_should_do_something(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert codes(check_tree(region_with(tmp_path, (old, new), file=file))) == ["organisation-ended"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("file", "pairs"),
    [
        ("services/ohjaamo.md", [("organisation: tuulipolun-ohjaamo", "organisation: entinen\nstatus: paattynyt")]),
        ("groups/ohjausryhma.md", [(PARTY, "organisation: entinen\n    until: 2026-06-30")]),
        ("events/tapahtumat.yml", [("organiser: tuulipolun-ohjaamo", "organiser: entinen"), ("2026-12", "2026-05")]),
        ("agreements/sopimus-2026.md", [(PARTY, "organisation: entinen"), ("2028-12-31", "2026-06-30")]),
    ],
)
def test_what_is_over_may_name_it(tmp_path: Path, file: str, pairs: list[tuple[str, str]]) -> None:
    found = codes(check_tree(region_with(tmp_path, *pairs, file=file)))  # type: ignore[arg-type]
    assert "organisation-ended" not in found


def test_a_successor_that_is_not_there_is_no_successor(tmp_path: Path) -> None:
    ended = ENDED.replace("[tuulipolun-ohjaamo]", "[kadonnut-organisaatio]")
    folders = region_with(tmp_path, ("organisation: tuulipolun-ohjaamo", "organisation: entinen"), ended=ended)
    assert codes(check_tree(folders)) == ["reference-unknown", "organisation-ended-alone"]  # type: ignore[arg-type]


def test_an_organisation_cannot_be_part_of_its_own_part(tmp_path: Path) -> None:
    text = """- {id: a, name: A, sector: yritys, parent: b}
- {id: b, name: B, sector: yritys, parent: a}
"""
    assert told(check_tree(write_region(tmp_path, {"organisations/x.yml": text}))) == [
        "organisations-circle organisations/x.yml:1:44"
    ]
