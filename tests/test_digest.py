"""What tells that something has changed: texts, files, the program."""

from __future__ import annotations

from pathlib import Path

from tno.digest import digest_of, digest_of_files
from tno.program import program_fingerprint


def test_where_one_text_ends_and_the_next_begins_counts() -> None:
    assert digest_of(("ab", "c")) != digest_of(("a", "bc"))


def test_a_digest_of_files_depends_on_names_bytes_and_order(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    one.write_text("1")
    other.write_text("2")
    marks = {digest_of_files([one, other]), digest_of_files([other, one]), digest_of_files([one])}
    other.write_text("3")
    assert len(marks | {digest_of_files([one, other])}) == 4


def test_the_program_changes_with_any_file_of_it_and_not_with_what_python_compiles(tmp_path: Path) -> None:
    package, compiled = tmp_path / "tno", tmp_path / "tno" / "views" / "__pycache__"
    compiled.mkdir(parents=True)
    known = program_fingerprint(package)
    (compiled / "home.cpython-311.pyc").write_bytes(b"compiled")
    assert program_fingerprint(package) == known
    for name in ("views/home.py", "views/fields.yml", "views/names.csv", "shape.json"):
        before = program_fingerprint(package)
        (package / name).write_text("a", encoding="utf-8")
        assert program_fingerprint(package) != before
