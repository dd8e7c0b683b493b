"""Regions that were sound are not looked through again, and nothing that is wrong is missed by that."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tno.cases import Case, case_files, read_case
from tno.check import between, check, checked, is_error
from tno.content import Folders
from tno.kept import Kept
from tno.load import load
from tno.messages import freshness, identifiers, network, quality, site
from tno.problem import Problem
from tno.rules.sound import SoundRegions
from tno.settings import Settings
from trees import DAY, REGIONS, ROOT, TABLES, changed, load_tree, write_region

CASES = {file.stem: read_case(file, ROOT) for file in case_files(ROOT / "tests" / "problems")}
CODES = {code for room in (network, identifiers, freshness, quality, site) for code in room.MESSAGES}
OF_RULES = [
    name
    for name, case in CASES.items()
    if any(line.split(" ")[0] in CODES for line in case.expected)
    and all(file.link is None for file in case.files.values())
]


def found_with(kept: Kept, folders: Folders, case: Case) -> list[Problem]:
    """What is wrong between the records, for a check that believes what the one before has kept."""
    loaded, day = load(folders, case.edition, case.settings), case.today or DAY
    sound = SoundRegions(loaded.network, day, loaded.left_out, kept)
    return checked(loaded, between(loaded, day, case.settings, None, sound)).problems


@pytest.mark.parametrize("name", OF_RULES)
def test_a_mistake_is_found_whichever_file_was_written_last(name: str, tmp_path: Path) -> None:
    case, root = CASES[name], tmp_path / "tree"
    for last in case.files:
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(case.base or REGIONS / "minimal", root / "regions")
        folders = Folders(root, root / "regions", root / case.members if case.members else None, TABLES)
        kept = Kept(tmp_path / "kept", name)
        for path in sorted(case.files, key=lambda path: path == last):
            if path == last:
                found_with(kept, folders, case)
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(case.files[path].text.encode(case.files[path].encoding))
        found = sorted(map(str, found_with(kept, folders, case)))
        assert sorted(set(found)) == sorted(map(str, _whole(folders, case)))
        assert sorted(map(str, found_with(kept, folders, case))) == found, "nor is it forgotten"


def _whole(folders: Folders, case: Case) -> list[Problem]:
    return check(folders, case.edition, case.settings, case.today or DAY).problems


def test_only_the_region_that_changed_is_looked_through(tmp_path: Path) -> None:
    national = {"regions/kansallinen/region.yml": "name: Valtakunnallinen\nexample: true\n"}
    folders, kept = write_region(tmp_path, national), Kept(tmp_path / "kept", "guard")
    assert _unsure(folders, kept) == {"lappi", "kansallinen"}
    assert _unsure(folders, kept) == set()
    write_region(tmp_path, changed("services/ohjaamo.md", ("name: Ohjaamo", "name: Ovi")), base=None)
    assert _unsure(folders, kept) == {"lappi"}
    assert _unsure(folders, kept, days=1) == {"lappi", "kansallinen"}, "on another day all are"


def _unsure(folders: Folders, kept: Kept, days: int = 0) -> frozenset[str]:
    loaded, day = load_tree(folders), DAY + timedelta(days)
    sound = SoundRegions(loaded.network, day, loaded.left_out, kept)
    unsure = sound.unsure
    assert between(loaded, day, Settings(), 0, sound) == []
    return unsure


# --- what a region may be wrong by that lies in another ---------------------------------------------------------------

SERVICE, TOWNS, NAMES = "services/ohjaamo.md", "region.yml", "organisations/toimijat.yml"


def in_kainuu() -> dict[str, str]:
    """A region whose service leads to Lappi in every way there is."""
    ((_, text),) = changed(
        SERVICE,
        ("organisation: ", "organisation: lappi/"),
        ("place: ", "place: lappi/"),
        ("[koko-alue]", "[lappi/lansi-lappi]"),
        ("Ohjaamossa saat", "[Ohjaamossa](../../lappi/services/ohjaamo.md) saat"),
        ("name: Ohjaamo", "name: Kajaanin ovi"),
    ).items()
    return {"regions/kainuu/region.yml": "name: Kainuu\nexample: true\n", f"regions/kainuu/{SERVICE}": text}


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([changed(NAMES, ("id: tuulipolun-ohjaamo", "id: toinen"))], "reference-unknown"),
        ([{NAMES: "- {id: "}, {NAMES: "[]\n"}], "reference-unknown"),
        ([changed(TOWNS, ("id: lansi-lappi", "id: lounas"), ("Länsi-Lappi", "Lounas"))], "area-unknown"),
        ([{SERVICE: None}], "prose-link-dead"),
    ],
)
def test_what_goes_in_one_region_is_missed_in_another(
    steps: list[dict[str, str | None]], code: str, tmp_path: Path
) -> None:
    root, case = tmp_path / "tree", Case("", None, {}, ())
    folders, kept = write_region(root, dict(in_kainuu())), Kept(tmp_path / "kept", "guard")
    assert list(filter(is_error, found_with(kept, folders, case))) == []
    for step in steps:
        write_region(root, step, base=None)
        found = list(filter(is_error, found_with(kept, folders, case)))
        assert set(map(str, found)) == set(map(str, filter(is_error, _whole(folders, case))))
    assert code in [problem.code for problem in found if problem.position.file.startswith("regions/kainuu/")]
