"""Services as rows of lists: rendered once, put into their places, kept between builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scenes import scene_of
from tno.kept import Kept
from tno.model.localised import localised_network
from tno.rows import RowBook
from tno.views.scene import Scene
from tno.views.service_row import ServiceRow, service_row
from tno.views.ways import Way
from trees import DAY, base_text

SERVICE = base_text("services/ohjaamo.md")


def book_of(scene: Scene, kept: Kept | None = None) -> tuple[RowBook, list[str]]:
    """A book of rows, and the names of the services it has rendered."""
    rendered: list[str] = []

    def render(rows: list[ServiceRow], root: str) -> str:
        rendered.extend(row.name for row in rows)
        return "".join(f'<li><a href="{root}{row.address}">{row.name}</a></li>' for row in rows)

    return RowBook(scene, render, None, kept), rendered


def filled(book: RowBook, html: str, root: str = "../") -> str:
    return b"".join(book.put_in([html.encode()], root)).decode()


def shown(book: RowBook, scene: Scene, root: str = "../") -> str:
    mark = book.rows(scene.facts.network.services_in_order)
    return filled(book, f"<ul>{mark}</ul>", root)


def two(folder: Path, **names: str) -> Scene:
    """A scene with two more services called so."""

    def named(name: str) -> str:
        return SERVICE.replace(SERVICE.partition("name: ")[2].partition("\n")[0], name, 1)

    return scene_of(folder, {f"services/{key}.md": named(name) for key, name in names.items()})


def test_rows_stand_in_their_places_with_addresses_of_the_page(tmp_path: Path) -> None:
    scene = two(tmp_path, toinen="Toinen palvelu")
    html = shown(book_of(scene)[0], scene, "../../")
    assert html.startswith("<ul><li>") and html.endswith("</li></ul>")
    assert '<a href="../../lappi/palvelut/toinen/">Toinen palvelu</a>' in html


def test_every_row_is_rendered_once_for_many_pages(tmp_path: Path) -> None:
    scene = two(tmp_path, toinen="Toinen palvelu")
    book, rendered = book_of(scene)
    assert shown(book, scene, "../") != shown(book, scene, "../../")
    assert len(rendered) == len(set(rendered)) == len(scene.network.services_in_order)


def test_what_a_page_says_of_a_service_stands_at_the_end_of_its_row_on_that_page_alone(tmp_path: Path) -> None:
    scene = two(tmp_path, toinen="Toinen palvelu")
    book, _ = book_of(scene)
    services = scene.network.services_in_order
    plain, noted = book.rows(services), book.rows(services, {"lappi/toinen": "43 km"})
    assert "43 km" not in filled(book, plain)
    told = filled(book, noted)
    assert 'Toinen palvelu</a> <span class="t-n">· 43 km</span></li>' in told and told.count("43 km") == 1


def test_a_page_with_words_of_its_own_keeps_its_own_order(tmp_path: Path) -> None:
    scene = two(tmp_path, toinen="Toinen palvelu")
    english = Scene(localised_network(scene.network, "en"), DAY, scene.settings, language="en", finnish=scene)
    book, _ = book_of(english)
    backwards = scene.network.services_in_order[::-1]
    noted = filled(book, book.rows(backwards, {each.key: "" for each in backwards}))
    places = [noted.index(f"/{each.id}/") for each in backwards]
    assert places == sorted(places)


def test_a_way_to_reach_a_service_is_told_where_it_is_asked_for_and_only_a_changed_one_made_again(
    tmp_path: Path,
) -> None:
    kept, made = Kept(tmp_path, "guard"), list[str]()

    def render_ways(ways: list[Way], end: str) -> str:
        made.extend(str(way.address) for way in ways)
        return "".join(f"<p>{way.text}</p>{end}" for way in ways)

    def told(number: str) -> str:
        text = SERVICE.replace("016 00 1234", number).replace("name: Ohjaamo", "name: Linja")
        scene = scene_of(tmp_path / number, {"services/linja.md": text})
        book = RowBook(scene, lambda rows, root: "<li>Linja</li>" * len(rows), None, kept, render_ways)
        services = [each for each in scene.network.services_in_order if each.id == "linja"]
        assert "<p>" not in filled(book, book.rows(services))
        return filled(book, book.rows(services, with_ways=True))

    first, many = told("016 00 1234"), len(made)
    assert first.replace("\u00a0", " ").endswith("<p>016 001 234</p></li>") and many > 1
    assert "016 005 678" in told("016 00 5678").replace("\u00a0", " ") and len(made) == many + 1


def test_a_new_number_is_put_in_a_page_of_the_build_before_at_its_own_service_alone(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "guard")

    def book_with(number: str) -> tuple[RowBook, Scene]:
        numbers = {"eka": "016 00 1111", "toka": number}
        both = {
            f"services/{key}.md": SERVICE.replace("016 00 1234", each).replace("name: Ohjaamo", f"name: {key}")
            for key, each in numbers.items()
        }
        scene = scene_of(tmp_path / number, both)

        def render(rows: list[ServiceRow], root: str) -> str:
            return "".join(f'<li><a href="{root}{row.address}">{row.name}</a></li>' for row in rows)

        def render_ways(ways: list[Way], end: str) -> str:
            return "".join(f"<p>{way.text}</p>{end}" for way in ways)

        return RowBook(scene, render, None, kept, render_ways), scene

    def page(book: RowBook, scene: Scene) -> str:
        services = [each for each in scene.network.services_in_order if each.id in ("eka", "toka")]
        return filled(book, f"<ul>{book.rows(services, {'lappi/toka': '43 km'}, with_ways=True)}</ul>")

    before = page(*book_with("016 00 1111"))
    book, scene = book_with("016 00 2222")
    book.know_ways(["lappi/toka"])
    put_in = book.renumbered(before.encode(), "lappi/toka", "../")
    assert put_in is not None and put_in.decode() == page(book, scene) != before
    assert book.renumbered(b"<ul></ul>", "lappi/toka", "../") is None, "it does not stand there"
    assert book.renumbered(put_in, "lappi/toka", "../") is None, "another number stands there"
    assert book.renumbered(before.encode(), "lappi/eka", "../") is None, "its number has not changed"


def test_only_a_changed_service_is_rendered_by_the_next_build(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "guard")
    before = two(tmp_path / "a", toinen="Toinen palvelu", kolmas="Kolmas palvelu")
    shown(book_of(before, kept)[0], before)
    after = two(tmp_path / "b", toinen="Toinen palvelu", kolmas="Aivan kolmas palvelu")
    book, rendered = book_of(after, kept)
    assert "Aivan kolmas palvelu" in shown(book, after)
    assert rendered == ["Aivan kolmas palvelu"]


def test_rows_of_a_service_that_is_gone_are_not_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "guard")
    before = two(tmp_path / "a", toinen="Toinen palvelu")
    shown(book_of(before, kept)[0], before)
    after = two(tmp_path / "b")
    book, rendered = book_of(after, kept)
    assert "Toinen" not in shown(book, after)
    assert rendered == []


@pytest.mark.parametrize("tear", [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: b"\x00" + data])
def test_a_torn_file_of_kept_rows_is_rendered_again(tmp_path: Path, tear: Callable[[bytes], bytes]) -> None:
    scene, kept = two(tmp_path / "a", toinen="Toinen palvelu"), Kept(tmp_path, "guard")
    whole = shown(book_of(scene, kept)[0], scene)
    for file in tmp_path.glob("rows-*"):
        file.write_bytes(tear(file.read_bytes()))
    assert shown(book_of(scene, kept)[0], scene) == whole


def test_another_program_renders_all_rows_again(tmp_path: Path) -> None:
    scene = two(tmp_path / "a", toinen="Toinen palvelu")
    shown(book_of(scene, Kept(tmp_path, "guard"))[0], scene)
    book, rendered = book_of(scene, Kept(tmp_path, "another"))
    shown(book, scene)
    assert len(rendered) == len(scene.network.services_in_order)


def test_rows_are_in_the_alphabetical_order_of_the_pages_language(tmp_path: Path) -> None:
    names = {
        "yksi": "{fi: Aamupiste, sv: Öppen morgon}",
        "kaksi": "{fi: Yöpiste, sv: Adress på natten}",
    }
    finnish = two(tmp_path, **names)
    swedish = Scene(localised_network(finnish.network, "sv"), DAY, finnish.settings, "sv", finnish)
    html = shown(book_of(swedish)[0], swedish)
    assert html.index("Adress på natten") < html.index("Öppen morgon")


def test_links_of_new_rows_are_told_once(tmp_path: Path) -> None:
    scene = two(tmp_path, toinen="Toinen palvelu")
    book, _ = book_of(scene)
    shown(book, scene)
    assert "lappi/palvelut/toinen/" in book.new_links()
    assert book.new_links() == []


def test_what_pauses_comes_last_and_says_so(tmp_path: Path) -> None:
    paused = SERVICE.replace("name: Ohjaamo", "name: Aamupaja").replace("\n---\n", "\nstatus: tauolla\n---\n", 1)
    scene = scene_of(tmp_path, {"services/aamupaja.md": paused})
    html = shown(book_of(scene)[0], scene)
    assert html.count("<li>") > 1 and html.endswith("Aamupaja</a></li></ul>")
    rows = [service_row(scene, service) for service in scene.facts.network.services_in_order]
    assert {row.name: row.paused for row in rows} == {"Aamupaja": "Tauolla", "Ohjaamo": ""}
