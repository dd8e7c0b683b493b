"""What the generator has made is left where it is while it is made of the same, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tno.generated import Generated
from tno.kept import Kept
from tno.output import Output

PAGE = '<p>Ylhäällä</p><div id="sisalto"><h1 id="alku">Hätä</h1><a href="../tietoa/">x</a></main><p>1.1.2026</p>'
FILES = {"hata/index.html": PAGE, "404.html": "poissa", "assets/kuva.svg": "<svg>"}


class Folder:
    """A site's folder, built again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.kept = folder, Kept(folder / "cache", "")

    def build(self, made_of: str, again: bool = False) -> tuple[bool, Generated]:
        """Whether the files of the build before were kept; else they are made."""
        output = Output.open(self.folder / "site", self.folder / "cache")
        generated = Generated(output, self.kept)
        staged = self.folder / "staged"
        if not (was_kept := generated.keep(made_of)):
            for name, text in FILES.items():
                (staged / name).parent.mkdir(parents=True, exist_ok=True)
                (staged / name).write_text(text, encoding="utf-8")
        else:
            staged = self.folder / "nothing"
        output.begin()
        generated.take(staged, again=again)
        output.finish("{}")
        return was_kept, generated

    def text(self, name: str) -> str:
        return (self.folder / "site" / name).read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_files_made_of_the_same_are_kept_with_all_that_is_known_of_them(folder: Folder) -> None:
    was_kept, made = folder.build("1")
    assert not was_kept and made.output.fresh >= FILES.keys()
    was_kept, kept = folder.build("1")
    assert was_kept and not kept.output.fresh & FILES.keys()
    assert kept.content_hashes == made.content_hashes and kept.content_hashes.keys() == {"hata/"}
    assert kept.output.fresh_links == made.output.fresh_links == {"hata/index.html": ("tietoa/",)}
    assert folder.build("1")[0], "as often as one likes"
    assert {name: folder.text(name) for name in FILES} == FILES


def test_files_made_of_anything_else_are_asked_for(folder: Folder) -> None:
    folder.build("1")
    assert not folder.build("2")[0]
    assert not folder.build("1")[0]


def test_a_file_that_is_not_there_any_more_is_asked_for(folder: Folder) -> None:
    folder.build("1")
    (folder.folder / "site" / "404.html").unlink()
    assert not folder.build("1")[0]
    assert folder.text("404.html") == "poissa"


def test_where_the_generator_found_fault_it_is_asked_again(folder: Folder) -> None:
    folder.build("1", again=True)
    assert not folder.build("1")[0]
    assert folder.build("1")[0]


def test_what_nobody_knows_the_parts_of_is_never_kept(folder: Folder) -> None:
    folder.build("")
    assert not folder.build("")[0]


def test_the_day_at_the_foot_is_no_content(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    one = folder.build("1")[1].content_hashes
    monkeypatch.setitem(FILES, "hata/index.html", PAGE.replace("1.1.2026", "2.1.2026"))
    assert folder.build("2")[1].content_hashes == one
    monkeypatch.setitem(FILES, "hata/index.html", PAGE.replace("Hätä", "Apua"))
    assert folder.build("3")[1].content_hashes != one
