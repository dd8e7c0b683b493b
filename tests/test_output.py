"""The site's folder: written in place, only what has changed, and only what the last build wanted there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tno.output import STAMP, Output

OLD_NS = 1_000_000_000_000_000_000


def build(folder: Path, files: Mapping[str, tuple[str, str]], stamp: str = "{}", state: Path | None = None) -> Output:
    """A build that wants `files`: path → (text, what it is made of); kept where it may be."""
    output = Output.open(folder, state or folder.parent / "state")
    kept = {path: known for path, (_, of) in files.items() if of and (known := output.current(path, of))}
    for path, known in kept.items():
        output.keep(path, known)
    output.begin()
    for path, (text, made_of) in files.items():
        if path not in kept:
            output.write(path, text, made_of)
    output.finish(stamp)
    return output


def written(output: Output) -> int:
    """How many files a build wrote besides its stamp, which it always writes."""
    return len(output.fresh) - 1


def there(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def aged(folder: Path, *names: str) -> None:
    """Make files old, so that a write shows."""
    for name in names:
        os.utime(folder / name, ns=(OLD_NS, OLD_NS))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


PAGES = {"index.html": ("etusivu", "1"), "lappi/palvelut/a/index.html": ("a", "2"), "data/a.json": ("[]", "")}


def test_a_first_build_writes_everything(site: Path) -> None:
    output = build(site, PAGES)
    assert there(site) == {path: text for path, (text, _) in PAGES.items()} | {STAMP: "{}"}
    assert written(output) == len(PAGES)


def test_a_second_build_of_the_same_writes_nothing_but_its_stamp(site: Path) -> None:
    build(site, PAGES)
    before = {path: (site / path).stat().st_mtime_ns for path in PAGES}
    assert written(build(site, PAGES)) == 0
    assert {path: (site / path).stat().st_mtime_ns for path in PAGES} == before


def test_what_is_made_of_something_else_is_written(site: Path) -> None:
    build(site, PAGES)
    assert written(build(site, PAGES | {"index.html": ("uusi", "9")})) == 1
    assert there(site)["index.html"] == "uusi"


def test_files_without_a_history_are_compared_by_their_bytes(site: Path) -> None:
    build(site, PAGES)
    assert written(build(site, PAGES | {"data/a.json": ("{}", "")})) == 1
    assert there(site)["data/a.json"] == "{}"


def test_what_is_not_wanted_any_more_goes_and_takes_empty_folders_along(site: Path) -> None:
    build(site, PAGES)
    build(site, {"index.html": PAGES["index.html"]})
    assert there(site).keys() == {"index.html", STAMP}
    assert not (site / "lappi").exists() and site.is_dir()


def test_a_folder_that_still_has_pages_stays(site: Path) -> None:
    build(site, PAGES | {"lappi/palvelut/b/index.html": ("b", "3")})
    build(site, PAGES)
    assert there(site).keys() == {*PAGES, STAMP}


@pytest.mark.parametrize("path", ["index.html", "data/a.json"])
def test_a_file_that_somebody_changed_is_written_again(site: Path, path: str) -> None:
    build(site, PAGES)
    (site / path).write_text("muu", encoding="utf-8")
    build(site, PAGES)
    assert there(site)[path] == PAGES[path][0]


def test_a_file_changed_to_the_same_length_is_seen_by_its_time(site: Path) -> None:
    build(site, PAGES)
    (site / "index.html").write_text("ETUSIVU", encoding="utf-8")
    aged(site, "index.html")
    build(site, PAGES)
    assert there(site)["index.html"] == "etusivu"


@pytest.mark.parametrize("path", ["index.html", "data/a.json"])
def test_a_file_that_somebody_removed_is_written_again(site: Path, path: str) -> None:
    build(site, PAGES)
    (site / path).unlink()
    build(site, PAGES)
    assert there(site)[path] == PAGES[path][0]


def test_a_folder_of_another_making_is_emptied_first(site: Path) -> None:
    (site / "vanha").mkdir(parents=True)
    (site / "vanha" / "index.html").write_text("vanha", encoding="utf-8")
    (site / "robots.txt").write_text("vanha", encoding="utf-8")
    build(site, PAGES)
    assert there(site).keys() == {*PAGES, STAMP}


def test_hidden_files_of_the_folder_itself_are_left_alone(site: Path) -> None:
    site.mkdir()
    (site / ".git").write_text("gitdir: x", encoding="utf-8")
    build(site, PAGES)
    assert (site / ".git").is_file()


def test_two_states_do_not_believe_each_other(site: Path, tmp_path: Path) -> None:
    """What the one wrote, the other does not know; each build gives the folder its own pages only."""
    one, other = tmp_path / "one", tmp_path / "other"
    build(site, PAGES, "1", one)
    build(site, {"index.html": ("toinen", "1")}, "2", other)
    assert there(site) == {"index.html": "toinen", STAMP: "2"}
    build(site, PAGES, "1", one)
    assert there(site).keys() == {*PAGES, STAMP} and there(site)["index.html"] == "etusivu"


def test_the_same_stamp_of_another_build_is_told_apart(site: Path, tmp_path: Path) -> None:
    build(site, PAGES, "{}", tmp_path / "one")
    build(site, {"index.html": ("toinen", "1")}, "{}", tmp_path / "other")
    build(site, PAGES, "{}", tmp_path / "one")
    assert there(site)["index.html"] == "etusivu"


def test_a_state_that_cannot_be_read_is_forgotten(site: Path, tmp_path: Path) -> None:
    output = build(site, PAGES)
    output.manifest_file.write_bytes(b"\x80\x05rikki")
    assert build(site, PAGES).known == {}
    assert there(site).keys() == {*PAGES, STAMP}


def test_without_what_is_known_of_links_all_is_forgotten(site: Path) -> None:
    build(site, PAGES)
    (links,) = (site.parent / "state").glob("*.links.marshal")
    links.unlink()
    assert build(site, PAGES).known == {}


def test_a_build_that_never_finished_is_not_believed(site: Path) -> None:
    build(site, PAGES)
    half = Output.open(site, site.parent / "state")
    half.begin()
    half.write("index.html", "kesken", "5")
    build(site, PAGES)
    assert there(site) == {path: text for path, (text, _) in PAGES.items()} | {STAMP: "{}"}


def test_each_folder_has_a_state_of_its_own(tmp_path: Path) -> None:
    build(tmp_path / "a", PAGES, state=tmp_path / "state")
    build(tmp_path / "b", PAGES, state=tmp_path / "state")
    assert len(list((tmp_path / "state").iterdir())) == 2 * 2
    assert written(build(tmp_path / "a", PAGES, state=tmp_path / "state")) == 0


def test_links_and_places_of_new_pages_are_told_and_those_of_the_site_remembered(site: Path) -> None:
    output = Output.open(site, site.parent / "state")
    assert output.former_links() == ({}, {})
    output.begin()
    output.remember([output.put("index.html", b"x", "1", ["a/", "b/#on"], ["alku"])])
    assert output.fresh_links == {"index.html": ("a/", "b/#on")} and output.fresh_anchors == {"index.html": ("alku",)}
    output.finish("{}", ({"": "alku"}, {"": "b/#on"}))
    again = Output.open(site, site.parent / "state")
    assert again.current("index.html", "1") == output.written["index.html"]
    assert again.former_links() == ({"": "alku"}, {"": "b/#on"})
    again.begin()
    again.keep("index.html", again.known["index.html"])
    again.finish("{}", None)
    assert Output.open(site, site.parent / "state").former_links() == ({"": "alku"}, {"": "b/#on"})


def test_what_was_written_apart_is_known_as_if_it_were_written_here(site: Path) -> None:
    build(site, PAGES)
    output = Output.open(site, site.parent / "state")
    output.begin()

    def write() -> None:
        output.keep("index.html", output.known["index.html"])
        output.write("data/a.json", "[]")
        output.write("data/b.json", "uusi")

    apart, whole = output.apart(write), dict(output.written)
    assert apart[0] == ["index.html", "data/a.json"] and apart[1].keys() == {"data/b.json"} == apart[2]
    output.written.clear()
    output.fresh.clear()
    output.take(apart)
    assert output.written == whole and output.fresh == {"data/b.json"}


def test_text_is_written_as_utf_8_without_other_line_ends(site: Path) -> None:
    build(site, {"index.html": ("ä\r\nö\n", "1")})
    assert (site / "index.html").read_bytes() == "ä\r\nö\n".encode()
