"""What is kept between builds is believed only while it is made of the same."""

from __future__ import annotations

from pathlib import Path

from tno.kept import Kept


def test_a_value_is_read_back_while_it_is_made_of_the_same(tmp_path: Path) -> None:
    kept, value = Kept(tmp_path / "uusi", "guard"), (b"bytes", {"a": ["1"]})
    kept.write("lappi", "one", value)
    assert kept.read("lappi", "one") == value
    assert kept.read("lappi", "other") is None
    assert kept.read("kainuu", "one") is None
    assert Kept(tmp_path / "uusi", "another program").read("lappi", "one") is None


def test_a_torn_file_is_nothing(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "guard")
    kept.write("lappi", "one", "text" * 100)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:60])
    assert kept.read("lappi", "one") is None
