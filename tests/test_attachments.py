"""Files that records name: found beside them, led to with kind and size, published below their pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scenes import scene_of
from tno.content import Folders
from tno.records import Agreement, Document
from tno.records.attachment import KINDS_OF_FILE
from tno.views.agreement import agreement_page
from tno.views.attachment import size_in_words
from tno.views.sheet import sheet_made_of, sheet_page
from trees import check_tree, codes, load_tree, told

DOCUMENT = """\
---
name: {{fi: Esite, sv: Broschyr}}
kind: esite
summary: Yhteystiedot yhdellä sivulla.
file: {file}
verified: 2026-10-01
---
"""
ANNEX = """\
---
name: Lapin kumppanuussopimus 2026
parties:
  - {organisation: tuulipolun-ohjaamo, role: vastuuorganisaatio, signed: 2025-12-15}
valid_from: 2026-01-01
valid_until: 2028-12-31
annexes:
  - {name: Työnjako, file: tyonjako.docx}
  - {name: Kartta, file: kartta.pdf, url: "https://example.org/kartta"}
  - {name: Muistio}
verified: 2026-10-01
---
"""
Write = Callable[..., Folders]


def document(file: str, data: str = "%PDF") -> dict[str, str | None]:
    return {"documents/esite.md": DOCUMENT.format(file=file), f"documents/{file}": data}


def test_a_document_leads_to_its_file_with_kind_and_size(tmp_path: Path) -> None:
    scene = scene_of(tmp_path, document("esite.pdf", "x" * 340_001))
    record = scene.network.find(Document, "lappi/esite")
    assert record is not None
    facts = dict(sheet_page(scene, record).facts)
    assert facts["Tiedosto"] == (("Avaa tiedosto (PDF, 341 kt)", "lappi/asiakirjat/esite/esite.pdf", "", ""),)


def test_annexes_lead_to_their_files_and_addresses(tmp_path: Path) -> None:
    files = {
        "agreements/sopimus-2026.md": ANNEX,
        "agreements/tyonjako.docx": "x",
        "agreements/kartta.pdf": "x" * 2_345_678,
    }
    scene = scene_of(tmp_path, files)
    agreement = scene.network.find(Agreement, "lappi/sopimus-2026")
    assert agreement is not None
    links = dict(agreement_page(scene, agreement).facts)["Liitteet"]
    assert [(link.label, link.address) for link in links] == [
        ("Työnjako (Word, 1 kt)", "lappi/sopimukset/sopimus-2026/tyonjako.docx"),
        ("Kartta (PDF, 2,3 Mt)", "lappi/sopimukset/sopimus-2026/kartta.pdf"),
        ("Kartta", "https://example.org/kartta"),
        ("Muistio", None),
    ]


def test_only_files_that_a_record_names_are_published(write_region: Write) -> None:
    folders = write_region(document("esite.pdf") | {"documents/luonnos.pdf": "x"})
    assert list(load_tree(folders).network.attachments) == ["lappi/asiakirjat/esite/esite.pdf"]


def test_a_page_knows_when_its_file_has_another_size(tmp_path: Path) -> None:
    one, other = (scene_of(tmp_path / data, document("esite.pdf", data)) for data in ("x", "yyy"))
    made_of = [sheet_made_of(scene, scene.network.all_of(Document)["lappi/esite"]) for scene in (one, other)]
    assert made_of[0] != made_of[1]


@pytest.mark.parametrize(
    "file", ["../region.yml", "sub/esite.pdf", ".esite.pdf", "esite.exe", "esite", "oma esite.pdf"]
)
def test_a_record_names_only_a_file_of_its_own_folder(file: str, write_region: Write) -> None:
    assert codes(check_tree(write_region({"documents/esite.md": DOCUMENT.format(file=file)}))) == ["attachment-name"]


def test_a_file_that_is_missing_is_told_at_its_line(write_region: Write) -> None:
    found = told(check_tree(write_region({"documents/esite.md": DOCUMENT.format(file="esite.pdf")})))
    assert found == ["attachment-missing documents/esite.md:5:7"]


@pytest.mark.parametrize(
    "target", ["outside.pdf", "regions/lappi/members/documents/salainen.pdf", "regions/kainuu/k.pdf"]
)
def test_a_link_out_of_the_region_or_to_members_is_no_file(target: str, tmp_path: Path, write_region: Write) -> None:
    folders = write_region(document("esite.pdf"))
    file, away = tmp_path / "regions/lappi/documents/esite.pdf", tmp_path / target
    away.parent.mkdir(parents=True, exist_ok=True)
    away.write_text("Salaista.", encoding="utf-8")
    file.unlink()
    file.symlink_to(away)
    loaded = load_tree(folders)
    assert loaded.network.attachments == {}
    assert "file-outside" in [problem.code for problem in loaded.problems]


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 kt"), (1, "1 kt"), (1_001, "2 kt"), (999_999, "999 kt"), (1_000_000, "1 Mt"), (8_260_000, "8,3 Mt")],
)
def test_a_size_is_told_in_round_words(size: int, words: str, tmp_path: Path) -> None:
    assert size_in_words(scene_of(tmp_path, {}), size) == words


def test_every_kind_of_file_has_a_word() -> None:
    assert all(kind and ending == ending.lower() for ending, kind in KINDS_OF_FILE.items())
