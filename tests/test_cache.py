"""What a run keeps for the next: given back only when the file is surely the same, and only to the same program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tno.cache import Cache, Signature

OLD: Signature = (1_000_000_000, 10, 7)
"""A file long unchanged: modification time in ns, size, inode."""


def kept(folder: Path, signature: Signature | None = OLD, guard: str = "a") -> None:
    cache = Cache(folder, guard)
    cache.keep_file("lappi", "x.md", signature, ("arvo",))
    cache.save()


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    kept(tmp_path)
    assert Cache(tmp_path, "a").file("lappi", "x.md", OLD) == ("arvo",)


@pytest.mark.parametrize("signature", [(2_000_000_000, 10, 7), (1_000_000_000, 11, 7), (1_000_000_000, 10, 8), None])
def test_a_file_that_may_have_changed_is_read_again(tmp_path: Path, signature: Signature | None) -> None:
    kept(tmp_path)
    assert Cache(tmp_path, "a").file("lappi", "x.md", signature) is None


def test_another_file_has_nothing_kept(tmp_path: Path) -> None:
    kept(tmp_path)
    assert Cache(tmp_path, "a").file("lappi", "y.md", OLD) is None


def test_another_program_gets_nothing(tmp_path: Path) -> None:
    kept(tmp_path)
    assert Cache(tmp_path, "b").file("lappi", "x.md", OLD) is None


def test_a_file_younger_than_the_cache_proves_nothing(tmp_path: Path) -> None:
    """Two edits within the clock's grain look alike: what was written at about the same time is read again."""
    kept(tmp_path)
    file = tmp_path / "records-lappi.pickle"
    os.utime(file, ns=(10_000_000_000, 10_000_000_000))
    young: Signature = (8_500_000_000, 10, 7)
    cache = Cache(tmp_path, "a")
    cache.keep_file("lappi", "x.md", young, ("arvo",))
    cache.save()
    os.utime(file, ns=(10_000_000_000, 10_000_000_000))
    assert Cache(tmp_path, "a").file("lappi", "x.md", young) is None
    os.utime(file, ns=(20_000_000_000, 20_000_000_000))
    assert Cache(tmp_path, "a").file("lappi", "x.md", young) == ("arvo",)


MANY = [f"{number}.md" for number in range(40)]


def kept_many(folder: Path, read_again: int = 40, seen: int = 40, guard: str = "a") -> None:
    """A run in which some of the files are read and the rest is as it was."""
    cache = Cache(folder, guard)
    for number, name in enumerate(MANY[:seen]):
        if number < read_again or cache.file("lappi", name, OLD) is None:
            cache.keep_file("lappi", name, OLD, ("arvo", read_again))
    cache.save()


def values_of(folder: Path, guard: str = "a") -> list[int | None]:
    cache = Cache(folder, guard)
    return [kept[1] if (kept := cache.file("lappi", name, OLD)) else None for name in MANY]


def test_a_few_files_are_written_behind_the_rest(tmp_path: Path) -> None:
    kept_many(tmp_path)
    before = (tmp_path / "records-lappi.pickle").read_bytes()
    kept_many(tmp_path, read_again=2)
    after = (tmp_path / "records-lappi.pickle").read_bytes()
    assert after.startswith(before)
    assert len(after) < len(before) * 1.5
    assert values_of(tmp_path) == [2, 2, *[40] * 38]


def test_what_is_written_behind_does_not_grow_for_ever(tmp_path: Path) -> None:
    kept_many(tmp_path)
    whole = (tmp_path / "records-lappi.pickle").stat().st_size
    for _ in range(30):
        kept_many(tmp_path, read_again=1)
        assert (tmp_path / "records-lappi.pickle").stat().st_size < 2 * whole
    assert values_of(tmp_path) == [1, *[40] * 39]


def test_a_file_that_has_gone_is_forgotten_also_when_another_is_new(tmp_path: Path) -> None:
    kept_many(tmp_path)
    kept_many(tmp_path, read_again=1, seen=39)
    assert values_of(tmp_path) == [1, *[40] * 38, None]


def test_what_another_program_has_written_behind_is_not_believed(tmp_path: Path) -> None:
    kept_many(tmp_path)
    file = tmp_path / "records-lappi.pickle"
    ours = file.read_bytes()
    kept_many(tmp_path, guard="b")
    file.write_bytes(ours + file.read_bytes())
    assert values_of(tmp_path) == [None] * 40


def test_what_was_written_behind_and_torn_is_an_empty_cache(tmp_path: Path) -> None:
    kept_many(tmp_path)
    kept_many(tmp_path, read_again=2)
    file = tmp_path / "records-lappi.pickle"
    file.write_bytes(file.read_bytes()[:-3])
    assert values_of(tmp_path) == [None] * 40


def test_what_a_run_has_not_seen_is_forgotten(tmp_path: Path) -> None:
    kept(tmp_path)
    Cache(tmp_path, "a").save()
    assert Cache(tmp_path, "a").file("lappi", "x.md", OLD) is None


def test_nothing_is_written_when_nothing_is_new(tmp_path: Path) -> None:
    kept(tmp_path)
    file = tmp_path / "records-lappi.pickle"
    os.utime(file, ns=(10_000_000_000, 10_000_000_000))
    cache = Cache(tmp_path, "a")
    assert cache.file("lappi", "x.md", OLD) == ("arvo",)
    cache.save()
    assert file.stat().st_mtime_ns == 10_000_000_000


@pytest.mark.parametrize("data", [b"", b"\x80\x05", b"ei mitaan", b"\x80\x05X\x01\x00\x00\x00a."])
def test_a_torn_cache_is_an_empty_one(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "records-lappi.pickle").write_bytes(data)
    assert Cache(tmp_path, "a").file("lappi", "x.md", OLD) is None


def test_a_save_leaves_no_half_written_file(tmp_path: Path) -> None:
    kept(tmp_path / "new" / "folder")
    assert [file.name for file in (tmp_path / "new" / "folder").iterdir()] == ["records-lappi.pickle"]
