"""Everyday words: read as they are written, every slip told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from finland import vocabularies
from tno.country import TableError
from tno.country.everyday import FILE, load_everyday
from trees import TABLES

RIGHT = "- leads: [hata, aiheet/tyo]\n  fi: [hätä, sain potkut]\n  words: {fi: [kriisi]}\n"


def written(folder: Path, text: str) -> Path:
    file = folder / "everyday.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_countrys_own_words_are_right() -> None:
    assert len(load_everyday(TABLES / "finland" / FILE, vocabularies())) > 50


def test_words_stay_as_they_are_written(tmp_path: Path) -> None:
    (found,) = load_everyday(written(tmp_path, '- leads: [hata]\n  en: [no, 0123, "112", on]\n'), vocabularies())
    assert found.said == {"en": ("no", "0123", "112", "on")}


def test_a_matter_has_its_leads_its_words_and_those_of_services(tmp_path: Path) -> None:
    (found,) = load_everyday(written(tmp_path, RIGHT), vocabularies())
    assert (found.leads, found.said["fi"], found.words) == (
        ("hata", "aiheet/tyo"),
        ("hätä", "sain potkut"),
        {"fi": ("kriisi",)},
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[hätä, sain potkut]", "hätä, apua", 1),
        ("{fi: [kriisi]}", "[kriisi]", 1),
        ("aiheet/tyo]", "aiheet/tyyo]", 1),
        ("aiheet/tyo]", "aihe/tyo]", 1),
        ("  fi: [hätä, sain potkut]\n", "", 1),
        ("  words:", "  sanat:", 1),
        ("[hätä,", "[[hätä,", 3),
    ],
)
def test_a_slip_is_told_with_its_file_and_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    with pytest.raises(TableError) as told:
        load_everyday(written(tmp_path, RIGHT.replace(old, new, 1)), vocabularies())
    assert str(told.value).startswith(f"{tmp_path / 'everyday.yml'}:{line}:") or told.value.line >= line


def test_a_file_that_is_no_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(TableError):
        load_everyday(written(tmp_path, "fi: [hätä]\n"), vocabularies())


def test_without_a_file_there_are_no_sayings(tmp_path: Path) -> None:
    assert load_everyday(tmp_path / "everyday.yml", vocabularies()) == ()
