from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tno.read import Source, SourceReader, read_source
from tno.read.characters import FORBIDDEN
from tno.read.source import LARGEST, decoded
from tno.report import hint_of, message_of

FILE = "regions/lappi/services/ohjaamo.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / FILE).parent.mkdir(parents=True)
    return tmp_path


def written(root: Path, data: bytes) -> tuple[Source | None, list[str]]:
    """The source, and the problems as `code line:column`."""
    (root / FILE).write_bytes(data)
    return shown(root)


def shown(root: Path, file: str = FILE) -> tuple[Source | None, list[str]]:
    source, problems = read_source(root, file)
    for problem in problems:
        assert problem.position.file == file
        assert problem.code not in message_of(problem) + hint_of(problem), "the message gets its values"
    return source, [f"{p.code} {p.position.line}:{p.position.column}" for p in problems]


def test_a_source_knows_its_file_text_and_digest(root: Path) -> None:
    data = "name: Työ\n".encode()
    source, problems = written(root, data)
    assert source == Source(FILE, "name: Työ\n", hashlib.blake2b(data, digest_size=16).hexdigest())
    assert problems == []


def test_a_missing_file_is_a_problem(root: Path) -> None:
    assert shown(root) == (None, ["file-missing 1:1"])
    assert shown(root, "regions/kainuu/region.yml") == (None, ["file-missing 1:1"])
    assert shown(root, "regions/a\0b.yml") == (None, ["file-missing 1:1"])


def test_a_folder_in_the_place_of_a_file_is_a_problem(root: Path) -> None:
    (root / FILE).mkdir()
    assert shown(root) == (None, ["file-is-folder 1:1"])


def test_a_link_to_nothing_and_a_link_to_itself_are_problems(root: Path) -> None:
    (root / FILE).symlink_to("puuttuu.md")
    assert shown(root) == (None, ["file-link-broken 1:1"])
    (root / FILE).unlink()
    (root / FILE).symlink_to(root / FILE)
    assert shown(root) == (None, ["file-link-broken 1:1"])


def test_a_pipe_is_refused_without_waiting_for_a_writer(root: Path) -> None:
    os.mkfifo(root / FILE)
    assert shown(root) == (None, ["file-special 1:1"])


def test_a_link_to_a_pipe_is_refused_without_waiting_for_a_writer(root: Path) -> None:
    os.mkfifo(root / "regions/putki")
    (root / FILE).symlink_to(root / "regions/putki")
    assert shown(root) == (None, ["file-special 1:1"])


def test_a_link_out_of_the_regions_is_refused(root: Path) -> None:
    (root / "salaisuus.md").write_text("salaisuus", encoding="utf-8")
    (root / FILE).symlink_to(root / "salaisuus.md")
    assert shown(root) == (None, ["file-outside 1:1"])


def test_a_link_to_a_device_is_refused(root: Path) -> None:
    (root / FILE).symlink_to("/dev/zero")
    assert shown(root) == (None, ["file-outside 1:1"])


def test_a_folder_that_links_out_of_the_regions_is_refused(root: Path) -> None:
    (root / "muualla").mkdir()
    (root / "muualla/a.md").write_text("salaisuus", encoding="utf-8")
    (root / "regions/kainuu").symlink_to(root / "muualla")
    assert shown(root, "regions/kainuu/a.md") == (None, ["file-outside 1:1"])


@pytest.mark.parametrize("file", ["../a.md", "regions/../a.md", "regionsX/a.md", "/etc/passwd", "a.md"])
def test_a_path_out_of_the_regions_is_refused(root: Path, file: str) -> None:
    (root / "a.md").write_text("salaisuus", encoding="utf-8")
    assert shown(root, file) == (None, ["file-outside 1:1"])


def test_a_link_inside_the_regions_is_followed(root: Path) -> None:
    (root / "regions/toinen.md").write_text("sama", encoding="utf-8")
    (root / FILE).symlink_to("../../toinen.md")
    source, problems = shown(root)
    assert source is not None and source.text == "sama" and problems == []


def test_the_boundary_may_be_the_root_itself(root: Path) -> None:
    (root / "region.yml").write_text("id: lappi", encoding="utf-8")
    source, problems = SourceReader(root, within="").read("region.yml")
    assert source is not None and problems == []


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EACCES, "file-no-permission"), (errno.EPERM, "file-no-permission"), (errno.EIO, "file-unreadable")],
)
def test_what_the_system_refuses_is_a_problem(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("tno.read.source.os.open", refuse)
    assert written(root, b"name: x") == (None, [f"{code} 1:1"])
    assert read_source(root, FILE)[1][0].data.get("reason") == errno.errorcode[number]


def test_a_file_over_the_limit_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (root / FILE).open("wb") as file:
        file.truncate(LARGEST + 1)

    def read(*args: object, **kwargs: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr("tno.read.source.os.open", read)
    assert shown(root) == (None, ["file-too-large 1:1"])
    assert dict(read_source(root, FILE)[1][0].data) == {"value": FILE, "size": "2049", "limit": "2048"}


def test_a_file_at_the_limit_is_read(root: Path) -> None:
    source, problems = written(root, b"a" * LARGEST)
    assert source is not None and len(source.text) == LARGEST and problems == []


@pytest.mark.parametrize("data", [b"", b"\n\n  \n", b"\xef\xbb\xbf", b"\r\n"])
def test_a_file_with_nothing_to_read_is_a_problem(root: Path, data: bytes) -> None:
    assert written(root, data) == (None, ["file-empty 1:1"])


def test_a_byte_order_mark_is_accepted_and_left_out(root: Path) -> None:
    source, problems = written(root, b"\xef\xbb\xbf---\nname: x\n")
    assert source is not None and source.text == "---\nname: x\n" and problems == []


def test_windows_line_ends_are_accepted_and_become_line_feeds(root: Path) -> None:
    source, problems = written(root, b"a: b\r\nc: d\r\n")
    assert source is not None and source.text == "a: b\nc: d\n" and problems == []


def test_a_file_with_old_macintosh_line_ends_is_refused_once(root: Path) -> None:
    assert written(root, b"a: b\rc: d\re: f\r") == (None, ["text-line-ends 1:1"])


def test_utf_16_is_named_and_read_on(root: Path) -> None:
    source, problems = written(root, "name: Työ\r\n".encode("utf-16"))
    assert source is not None and source.text == "name: Työ\n" and problems == ["text-utf16 1:1"]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", "name: x\n".encode("utf-16-le")])
def test_what_is_not_text_is_refused(root: Path, data: bytes) -> None:
    assert written(root, data) == (None, ["file-not-text 1:1"])


@pytest.mark.parametrize(
    ("encoding", "shown_as"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "CP850")]
)
def test_another_encoding_is_named_at_its_first_letter(root: Path, encoding: str, shown_as: str) -> None:
    text = "name: 😀 x\nsummary: Työtä tässä\n"
    data = "name: 😀 x\nsummary: ".encode() + "Työtä tässä\n".encode(encoding)
    source, problems = written(root, data)
    assert source is not None and source.text == text
    assert problems == ["text-not-utf8 2:12"]
    assert dict(read_source(root, FILE)[1][0].data) == {"value": "ö", "encoding": shown_as, "count": "4"}


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\0", "text-control"),
        ("\x0b", "text-control"),
        ("\x1b", "text-control"),
        ("\x7f", "text-control"),
        ("\r", "text-control"),
        ("\x85", "text-line-separator"),
        ("\u2028", "text-line-separator"),
        ("\u2029", "text-line-separator"),
        ("\u202e", "text-hidden"),
        ("\u2066", "text-hidden"),
        ("\ufeff", "text-hidden"),
        ("\uffff", "text-hidden"),
        ("\uf0b7", "text-own-font"),
        ("\U000f0000", "text-own-font"),
    ],
)
def test_a_character_that_hides_is_found_and_made_a_space(root: Path, character: str, code: str) -> None:
    source, problems = written(root, f"a: 1\n😀: x{character}y\nb{character}: 2\n".encode())
    assert source is not None and source.text == "a: 1\n😀: x y\nb : 2\n"
    assert problems == [f"{code} 2:5"]
    assert read_source(root, FILE)[1][0].data["count"] == "2"


def test_each_kind_of_hidden_character_is_told_once(root: Path) -> None:
    assert written(root, "a\x01\x01\nb\u2028\nc\x02\n".encode())[1] == [
        "text-control 1:2",
        "text-line-separator 2:2",
        "text-control 3:2",
    ]


@pytest.mark.parametrize("text", ["tab\there", "no-break\u00a0space", "soft\u00adhyphen", "👩‍👧", "áčđŋšŧž", "漢字"])
def test_ordinary_characters_of_other_languages_are_left_alone(root: Path, text: str) -> None:
    source, problems = written(root, text.encode())
    assert source is not None and source.text == text and problems == []


@pytest.mark.parametrize(("broken", "letter"), [("Ã¤", "ä"), ("Ã–", "Ö"), ("â€™", "’"), ("Ã¥", "å")])
def test_a_letter_broken_by_two_encodings_is_shown_with_what_it_was(root: Path, broken: str, letter: str) -> None:
    source, problems = written(root, f"a: b\nc: ty{broken}ss{broken}\n".encode())
    assert source is not None and problems == ["text-garbled 2:6"]
    data = read_source(root, FILE)[1][0].data
    assert (data["value"], data["suggestion"], data["count"]) == (broken, letter, "2")


def test_reading_many_files_looks_at_a_folder_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = SourceReader(root)
    asked: list[str] = []
    real: Callable[[str], str] = os.path.realpath
    monkeypatch.setattr("os.path.realpath", lambda path: asked.append(path) or real(path))
    for name in ("a.md", "b.md", "c.md"):
        (root / FILE).with_name(name).write_bytes(b"x")
        assert reader.read(f"regions/lappi/services/{name}")[1] == []
    assert len(asked) == 1


def test_the_digest_is_of_the_bytes_and_not_of_the_mended_text() -> None:
    one, _ = decoded(b"a: b\r\n", FILE)
    other, _ = decoded(b"a: b\n", FILE)
    assert one is not None and other is not None
    assert one.text == other.text and one.digest != other.digest


def test_a_forbidden_character_is_never_printable() -> None:
    """So that text in which all is printable need not be searched."""
    assert [code for code in range(0x110000) if FORBIDDEN.match(chr(code)) and chr(code).isprintable()] == []
