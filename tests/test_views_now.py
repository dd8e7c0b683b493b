"""Who answers now: which channels stand on a region's page, in which order, and what the table of the week holds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from scenes import scene_of
from tno.addresses import address_of
from tno.content import Folders
from tno.model.first_steps import takes_any_matter
from tno.model.localised import localised_network
from tno.model.network import NATIONAL
from tno.records import Service
from tno.settings import Settings
from tno.views.now import NowPage, first_to_answer, now_page
from tno.views.reaches import is_nationwide
from tno.views.scene import Scene
from tno.views.terms import MOST_SITUATIONS
from trees import DAY, ROOT, base_text, changed, folders_of, load_tree

WEEKDAYS = '    hours: {ma-pe: "9-16"}\n'


def page_of(folder: Path, files: Mapping[str, str | None], language: str = "fi") -> NowPage:
    scene = scene_of(folder, files, language=language)
    return now_page(scene, scene.network.regions["lappi"])


def service(channels: str, more: str = "") -> dict[str, str | None]:
    """The service of the region with these channels."""
    before, rest = base_text("services/ohjaamo.md").split("channels:")
    return {"services/ohjaamo.md": f"{before}channels:\n{channels}{more}verified:{rest.split('verified:')[1]}"}


def test_a_telephone_is_listed_with_its_hours_its_language_and_its_price(tmp_path: Path) -> None:
    channel = "  - type: puhelin\n    phone: 016 00 1234\n    call_charge: maksuton\n" + WEEKDAYS
    (row,) = page_of(tmp_path, service(channel)).rows
    assert (row.reach.label, row.reach.address) == ("016 001 234", "tel:+35816001234")
    assert row.today == "la 21.11.: suljettu"
    assert row.facts == "suomi · Puhelu: maksuton"
    assert row.opening.code


def test_a_chat_without_a_name_is_called_what_one_does_there(tmp_path: Path) -> None:
    (row,) = page_of(tmp_path, service('  - {type: chat, url: "https://example.org/chat"}\n')).rows
    assert (row.reach.label, row.today) == ("Juttele chatissa", "")
    assert row.opening.unknown


def test_mail_places_and_meetings_without_hours_answer_nobody_this_minute(tmp_path: Path) -> None:
    written = """\
  - {type: palvelupaikka, place: tuulipolun-talo, hours: {ma-pe: "9-16"}}
  - {type: sahkoposti, email: neuvo@example.org}
  - {type: videovastaanotto, url: "https://example.org/video"}
"""
    page = page_of(tmp_path, service(written))
    assert page.rows == ()
    assert [row.link.note for row in page.week] == ["palvelupaikka, Rovaniemi"]


@pytest.mark.parametrize(("language", "first"), [("fi", "016 001 234"), ("sv", "016 005 678"), ("en", "016 009 123")])
def test_the_line_of_the_pages_language_stands_first(tmp_path: Path, language: str, first: str) -> None:
    numbers = {"fi": "016 00 1234", "sv": "016 00 5678", "en": "016 00 9123"}
    lines = [f"  - {{type: puhelin, phone: {phone}, languages: [{each}]}}\n" for each, phone in numbers.items()]
    rows = page_of(tmp_path, service("".join(lines)), language).rows
    assert len(rows) == len(numbers) and rows[0].reach.label == first


def test_names_of_languages_keep_their_capitals_where_they_are_chosen(tmp_path: Path) -> None:
    channel = "  - {type: puhelin, phone: 016 00 1234, languages: [fi, selkosuomi]}\n"
    options = page_of(tmp_path, service(channel), "en").sifts[0].options
    assert [word for _, word in options] == ["Finnish", "Easy Finnish"]


def test_a_service_for_colleagues_and_one_that_rests_are_not_listed(tmp_path: Path) -> None:
    channel = "  - type: puhelin\n    phone: 016 00 1234\n" + WEEKDAYS
    assert page_of(tmp_path / "rests", service(channel, "status: tauolla\n")).rows == ()
    colleagues = {
        name: str(text).replace("target_groups: [kaikki]", "target_groups: [ohjausalan-ammattilaiset]")
        for name, text in service(channel).items()
    }
    page = page_of(tmp_path / "colleagues", colleagues)
    assert page.rows == page.week == ()


def test_the_table_tells_seven_days_from_today_and_leaves_out_what_is_closed_in_all(tmp_path: Path) -> None:
    files = changed(
        "services/ohjaamo.md",
        ('      pe: "9-14"\n', "      exceptions: [{date: 2026-11-24, closed: kyllä}]\n"),
        (
            "    phone: 016 00 1234\n",
            '    phone: 016 00 1234\n    hours: {season: {from: "1.6.", until: "31.8.", ma: "9-10"}}\n',
        ),
    )
    page = page_of(tmp_path, files)
    assert page.columns[1:4] == ("la 21.11.", "su 22.11.", "ma 23.11.")
    assert [row.hours for row in page.week] == [("–", "–", "9–16", "–", "9–16", "9–16", "–")]
    assert page.caption == "Verkoston ajat 21.11.2026–27.11.2026"


def test_the_regions_own_come_first_and_national_ones_that_serve_it_after_them() -> None:
    network = load_tree(folders_of("kaikki")).network.on(DAY)
    scene = Scene(network, DAY, Settings())
    regions = {
        region: [row.link.address or "" for row in now_page(scene, network.regions[region]).rows]
        for region in ("lappi", "kainuu", NATIONAL)
    }
    assert regions["lappi"][0].startswith("lappi/")
    for addresses in regions.values():
        assert "kansallinen/palvelut/linja/" in addresses
    assert not any(address.startswith("lappi/") for address in regions["kainuu"] + regions[NATIONAL])


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_whom_to_call_begins_with_who_takes_any_matter_in_every_language(language: str) -> None:
    finnish = Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())
    network = finnish.network if language == "fi" else localised_network(finnish.network, language)
    scene = Scene(network, DAY, Settings(), language, finnish if language != "fi" else None)
    services = {address_of(each): each for each in finnish.network.all_of(Service).values()}
    for municipality in finnish.network.country.municipalities.values():
        rows = first_to_answer(scene, municipality.region_id or NATIONAL, municipality.code)
        assert takes_any_matter(services[rows[0].link.address or ""]), municipality.slug
    for row in first_to_answer(scene, NATIONAL):
        assert is_nationwide(finnish.network, services[row.link.address or ""])


def test_of_lines_for_all_those_in_what_people_ask_most_come_first() -> None:
    scene = Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())
    asked_most = [*scene.network.vocabularies["life_situation"].terms][:MOST_SITUATIONS]
    services = {address_of(each): each for each in scene.network.all_of(Service).values()}
    _, *others = [services[row.link.address or ""] for row in first_to_answer(scene, NATIONAL)[:3]]
    assert [each.id for each in others if not {*asked_most} & {*each.life_situations}] == []
