"""Agreements in force together, and in circles."""

from __future__ import annotations

from pathlib import Path

import pytest

from trees import check_tree, codes, write_region


def agreement(name: str, text: str) -> str:
    return f"---\nname: {name}\nparties: [{{organisation: tuulipolun-ohjaamo}}]\n{text}\n---\n"


def codes_of(folder: Path, **written: str) -> list[str]:
    files = {f"agreements/{name}.md": agreement(name, text) for name, text in written.items()}
    return codes(check_tree(write_region(folder, {"agreements/sopimus-2026.md": None, **files})))


OLD = "valid_from: 2024-01-01\nvalid_until: 2026-12-31"


def test_the_next_agreement_may_begin_the_day_after(tmp_path: Path) -> None:
    new = "valid_from: 2027-01-01\nvalid_until: 2029-12-31\nrenews: [vanha]"
    assert codes_of(tmp_path, vanha=OLD, uusi=new) == []


def test_one_day_in_common_is_too_much(tmp_path: Path) -> None:
    new = "valid_from: 2026-12-31\nvalid_until: 2029-12-31\nrenews: [vanha]"
    assert codes_of(tmp_path, vanha=OLD, uusi=new) == ["agreement-overlap"]


def test_agreements_of_different_chains_may_be_in_force_together(tmp_path: Path) -> None:
    other = "valid_from: 2025-01-01\nvalid_until: 2028-12-31"
    assert codes_of(tmp_path, yksi=OLD, toinen=other) == ["agreement-expiring"]


def test_a_draft_overlaps_with_nothing(tmp_path: Path) -> None:
    new = "valid_from: 2026-06-01\nvalid_until: 2029-12-31\nrenews: [vanha]\ndraft: kyllä"
    assert codes_of(tmp_path, vanha=OLD, uusi=new) == ["agreement-expiring"]


def test_two_parts_of_a_split_chain_do_not_overlap_in_different_sub_areas(tmp_path: Path) -> None:
    part = "valid_from: 2027-01-01\nvalid_until: 2029-12-31\nrenews: [vanha]\nsub_areas: [{}]"
    found = codes_of(tmp_path, vanha=OLD, lansi=part.format("lansi-lappi"), ita=part.format("ita-lappi"))
    assert found == []


def test_a_whole_region_overlaps_with_a_part_of_it(tmp_path: Path) -> None:
    part = "valid_from: 2026-06-01\nvalid_until: 2029-12-31\nrenews: [vanha]\nsub_areas: [lansi-lappi]"
    assert "agreement-overlap" in codes_of(tmp_path, vanha=OLD, lansi=part)


def test_overlap_through_a_link_between_is_found(tmp_path: Path) -> None:
    found = codes_of(
        tmp_path,
        a="valid_from: 2020-01-01\nvalid_until: 2030-12-31",
        b="valid_from: 2021-01-01\nvalid_until: 2021-12-31\nrenews: [a]",
        c="valid_from: 2022-01-01\nvalid_until: 2030-12-31\nrenews: [b]",
    )
    assert found == ["agreement-overlap", "agreement-overlap"]  # b with a, c with a


@pytest.mark.parametrize("number", [2, 3, 5])
def test_a_circle_is_told_once_however_long(tmp_path: Path, number: int) -> None:
    written = {
        f"s{n}": f"valid_from: {2020 + n}-01-01\nvalid_until: {2020 + n}-12-31\nrenews: [s{(n + 1) % number}]"
        for n in range(number)
    }
    assert codes_of(tmp_path, **written).count("renews-circle") == 1
