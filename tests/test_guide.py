"""The editors' guide: every page is found, every picture is there and small, what it names is what there is."""

from __future__ import annotations

import re
import sys

import pytest
import yaml

from tno.commands import main
from tno.from_issue.forms import FORMS
from trees import ROOT

GUIDE = ROOT / "docs" / "ohjeet"
PICTURES = ROOT / "docs" / "assets" / "guide"
PAGES = {file.stem: file.read_text(encoding="utf-8") for file in sorted(GUIDE.glob("*.md"))}
MOST_BYTES, WIDTH = 40_000, 720
SHOWN = re.compile(r"!\[(?P<alt>[^\]]*)\]\(\.\./assets/guide/(?P<name>[\w-]+)\.webp\)\{ (?P<size>[^}]+) \}")


def head(name: str) -> dict[str, object]:
    """What a page says of itself."""
    told = yaml.safe_load(PAGES[name].split("---", 2)[1])
    assert isinstance(told, dict)
    return told


def size_of(picture: bytes) -> tuple[int, int]:
    """Width and height of a lossy WebP. Source: RFC 9649, RFC 6386 9.1."""
    assert picture[:4] == b"RIFF"
    assert picture[8:12] == b"WEBP"
    if picture[12:16] == b"VP8X":
        return 1 + int.from_bytes(picture[24:27], "little"), 1 + int.from_bytes(picture[27:30], "little")
    assert picture[12:16] == b"VP8 "
    return int.from_bytes(picture[26:28], "little") & 0x3FFF, int.from_bytes(picture[28:30], "little") & 0x3FFF


def test_each_page_stands_in_a_chapter_and_three_doors_lead_to_errands() -> None:
    front = head("index")
    listed = [address for chapter in front["chapters"] for address in chapter["pages"]]  # type: ignore[attr-defined]
    assert len(listed) == len(set(listed))
    assert {address.rstrip("/") for address in listed} >= PAGES.keys() - {"index"}
    doors = [door["page"] for door in front["doors"]]  # type: ignore[attr-defined]
    assert len(doors) == 3
    assert doors == listed[:3]


def test_pictures_are_used_small_and_told_in_words() -> None:
    used: set[str] = set()
    for name, text in PAGES.items():
        assert len(SHOWN.findall(text)) == text.count("!["), name
        for shown in SHOWN.finditer(text):
            used.add(shown["name"])
            picture = (PICTURES / f"{shown['name']}.webp").read_bytes()
            width, height = size_of(picture)
            assert shown["size"] == f"width={width} height={height}", (name, shown["name"])
            assert width == WIDTH
            assert len(picture) <= MOST_BYTES
            assert shown["alt"].endswith((".", "?"))
    assert used == {file.stem for file in PICTURES.iterdir()}


def test_the_script_that_draws_knows_each_picture() -> None:
    pytest.importorskip("playwright", reason="only browser tests bring it")
    sys.path.insert(0, str(ROOT / "tools"))
    from guide_pictures import ANSWERS, SHOTS

    assert SHOTS.keys() | ANSWERS.keys() == {file.stem for file in PICTURES.iterdir()}


def test_forms_that_pages_lead_to_are_there() -> None:
    known = {f"{number}-{form.name}.yml": form.title for number, form in enumerate(FORMS, 1)}
    assert {"korjaa-tieto": head("korjaa-tieto")["form"]} == {"korjaa-tieto": "1-muutos-tai-virhe.yml"}
    assert "1-muutos-tai-virhe.yml" in known
    forms = head("lisaa")["forms"]
    assert isinstance(forms, dict)
    assert forms.items() <= known.items()
    for name in known:
        assert (ROOT / ".github" / "ISSUE_TEMPLATE" / name).is_file()


def test_every_command_that_is_named_exists_and_every_one_for_editors_is_named() -> None:
    named = {name for text in PAGES.values() for name in re.findall(r"tno ([a-z]+(?:-[a-z]+)*)", text)}
    assert named <= main.commands.keys()
    assert main.commands.keys() - named <= {"forms", "ticks"}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_a_title_and_a_description_and_speaks_plainly(name: str) -> None:
    told, text = head(name), PAGES[name]
    assert f"# {told['title']}\n" in text
    assert str(told["description"]).endswith(".")
    assert "!" not in re.sub(r"!\[|`[^`]*`", "", text)
    assert not re.search(r"klikkaa|klikka", text, re.IGNORECASE)
