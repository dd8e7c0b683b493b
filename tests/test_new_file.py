"""A new record's file: its id says what its name says, leads to no other page, and is nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tno.new_file import MOST_LETTERS, NewIds, id_from, is_taken_by_site, write_new
from trees import folders_of, load_tree

COUNTRY = load_tree(folders_of("minimal")).network.country


def ids(folder: Path, *taken: str) -> NewIds:
    return NewIds(folder, taken, COUNTRY, "tuotu")


@pytest.mark.parametrize("name", ["Lappi", "Palvelut", "2026", "2026-11", "24.12.2026"])
def test_a_name_that_an_address_means_otherwise_is_marked_as_brought_in(tmp_path: Path, name: str) -> None:
    found = ids(tmp_path).new_id(name, "uid-1")
    assert found == f"tuotu-{id_from(name)}"
    assert not is_taken_by_site(found, COUNTRY)


def test_a_name_without_letters_gets_an_id_that_is_the_same_each_time(tmp_path: Path) -> None:
    found = ids(tmp_path).new_id("…", "uid-1")
    assert found.startswith("tuotu-") and found == ids(tmp_path).new_id("!", "uid-1")


def test_an_id_is_given_once(tmp_path: Path) -> None:
    (tmp_path / "avoin-ilta.sv.md").write_text("", encoding="utf-8")
    given = ids(tmp_path, "avoin-ilta-kemi")
    found = [given.new_id("Avoin ilta", "x", *more) for more in ((), ("Kemi",), ("Tornio",))]
    assert found == ["avoin-ilta-2", "avoin-ilta-3", "avoin-ilta-tornio"]


def test_an_id_is_short_and_ends_with_a_whole_word(tmp_path: Path) -> None:
    found = ids(tmp_path).new_id("Tietoa ja neuvontaa " * 9, "x")
    assert len(found) <= MOST_LETTERS and found.rpartition("-")[2] in ("tietoa", "ja", "neuvontaa")


def test_a_file_that_has_come_there_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "uusi" / "a.md"
    write_new(file, "ensin\n")
    with pytest.raises(FileExistsError):
        write_new(file, "sitten\n")
    assert file.read_bytes() == b"ensin\n"
