"""Shells: what fills them is the very page that the theme's own template makes."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from site_building import Project, build_site, make_project
from tno.shell import CLOSE, OPEN, SLOTS, Frame, KeptShells, Room, Shell, attribute, slot, slot_of, with_slots
from trees import ROOT

OF_EACH_TEMPLATE = 4
FRAME = Frame(
    title="Otsikko",
    description="Kuvaus",
    canonical="https://portaali.example.org/",
    alternates="",
    robots="",
    json_ld="",
    edit_url="",
    language="fi",
    region="lappi",
    region_name="Lappi",
    region_home="lappi/",
    rooms=[Room("Palvelut", "lappi/palvelut/", ""), Room("Kunnat", "kunnat/", ' aria-current="page"')],
    colleagues=[],
    areas=(),
    footer=(),
    answering="lappi/kuka-vastaa-nyt/",
    crisis="hata/",
    search="haku/",
    mistakes="lappi/yhteys/#virhe",
    example=False,
    edition_note=Markup(""),
    hero=False,
    built="",
)


def with_second_hook(project: Project) -> Project:
    text = project.config.read_text(encoding="utf-8")
    hooks = text.replace('hooks/portal.py"]', f'hooks/portal.py", "{ROOT}/tests/hook_stock_pages.py"]')
    project.config.write_text(hooks, encoding="utf-8")
    return project


@pytest.mark.site
@pytest.mark.parametrize("edition", ["public", "members"])
def test_random_pages_are_the_same_bytes_without_shells(tmp_path: Path, edition: str) -> None:
    project = with_second_hook(make_project(tmp_path / "project", ROOT / "regions"))
    stock, seed = tmp_path / "stock", random.Random(edition).randrange(1_000_000)
    settings = {"STOCK_PAGES": str(stock), "STOCK_SEED": str(seed), "STOCK_COUNT": str(OF_EACH_TEMPLATE)}
    site = build_site(project, tmp_path / "site", settings=settings | {"TNO_EDITION": edition})
    found = sorted(stock.rglob("index.html"))
    assert len(found) > 40
    for file in found:
        path = file.relative_to(stock).as_posix()
        assert file.read_bytes() == site.files[path], f"{path} with seed {seed}"


def test_a_frame_gives_each_of_its_changing_parts_as_a_slot() -> None:
    marked = with_slots(FRAME)
    assert [getattr(marked, name) for name in SLOTS] == [slot(name.replace("_", "-")) for name in SLOTS]
    assert [room.current for room in marked.rooms] == [slot("room-palvelut"), slot("room-kunnat")]
    assert [room.label for room in marked.rooms] == ["Palvelut", "Kunnat"]


def test_rooms_of_a_region_have_slots_of_their_own() -> None:
    assert [slot_of(Room("", address, "")) for address in ("lappi/palvelut/", "kunnat/")] == [
        "room-palvelut",
        "room-kunnat",
    ]


def filled(shell: Shell, **values: str) -> str:
    return b"".join(shell.fill(values)).decode()


def test_a_shell_is_filled_in_every_place() -> None:
    shell = Shell.cut(f"<title>{slot('title')}</title><h1>{slot('title')}</h1>{slot('body')}")
    assert filled(shell, title="Ä", body="<p>") == "<title>Ä</title><h1>Ä</h1><p>"


@pytest.mark.parametrize(("address", "root"), [("", "."), ("haku/", ".."), ("lappi/palvelut/ohjaamo/", "../../..")])
def test_a_shell_knows_the_way_to_the_root_from_every_depth(address: str, root: str) -> None:
    shell = Shell.cut(f'<a href="{slot("root")}/haku/">{slot("title")}</a><a href="{slot("root")}/">').at(address)
    assert filled(shell, title="Ä") == f'<a href="{root}/haku/">Ä</a><a href="{root}/">'


def test_one_shell_makes_many_pages() -> None:
    shell = Shell.cut(f"({slot('body')})")
    assert [filled(shell, body=text) for text in ("1", "2", "1")] == ["(1)", "(2)", "(1)"]


def test_a_slot_nobody_fills_is_an_error() -> None:
    with pytest.raises(KeyError):
        Shell.cut(f"{slot('robots')}").fill({"body": ""})


@given(st.text(st.characters(exclude_characters=OPEN + CLOSE, exclude_categories=["Cs"])))
def test_what_fills_a_slot_is_left_as_it_is(text: str) -> None:
    assert filled(Shell.cut(f"a{slot('body')}b"), body=text) == f"a{text}b"


@given(st.text())
def test_text_in_an_attribute_ends_neither_it_nor_its_line(text: str) -> None:
    safe = str(attribute(text))
    assert not set('"<>\n\t') & set(safe)
    assert Markup(safe).unescape().split() == text.split()


def test_a_kept_shell_is_not_rendered_again(tmp_path: Path) -> None:
    page = f"<title>{slot('title')}</title>{slot('body')}"
    before = KeptShells(tmp_path / "not yet there" / "shells", "guard")
    first = before.of(FRAME, lambda: page)
    before.save()
    after = KeptShells(tmp_path / "not yet there" / "shells", "guard")
    assert after.of(FRAME, lambda: pytest.fail("rendered again")) == first


@pytest.mark.parametrize("guard", ["guard", "another program"])
def test_a_shell_of_another_frame_or_program_is_rendered(tmp_path: Path, guard: str) -> None:
    before = KeptShells(tmp_path / "shells", "guard")
    before.of(FRAME, lambda: "old")
    before.save()
    frame = replace(FRAME, region_name="Kainuu") if guard == "guard" else FRAME
    assert KeptShells(tmp_path / "shells", guard).of(frame, lambda: "new") == Shell.cut("new")


@pytest.mark.parametrize("data", [b"", b"torn", b"\x00"])
def test_a_torn_file_of_shells_is_no_fault(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "shells").write_bytes(data)
    assert KeptShells(tmp_path / "shells", "guard").of(FRAME, lambda: "new") == Shell.cut("new")
