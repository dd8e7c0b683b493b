"""An agreement's page and the board of promises: the chain on its years, what is to be done, in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tno.model.localised import localised_network
from tno.records import Agreement
from tno.settings import Settings
from tno.views.agreement import agreement_page
from tno.views.promises import promises_page
from tno.views.room_lists import agreements_page
from tno.views.scene import Scene
from trees import changed, check_tree, write_region

OLD = "valid_from: 2020-01-01\nvalid_until: 2021-12-31"


def agreements(folder: Path, day: date = date(2026, 11, 21), **written: str) -> Scene:
    files: dict[str, str | None] = {
        f"agreements/{name.replace('_', '-')}.md": f"---\nname: {name}\n{text}\n---\n" for name, text in written.items()
    }
    spoken = changed("region.yml", ("languages: [fi]", "languages: [fi, sv, en]"))
    checked = check_tree(write_region(folder, {"agreements/sopimus-2026.md": None, **spoken, **files}), day)
    assert checked.errors == []
    return Scene(checked.network.on(day), day, Settings())


def bars(scene: Scene, name: str) -> dict[str, tuple[int, int]]:
    chain = agreement_page(scene, scene.network.all_of(Agreement)[f"lappi/{name}"]).chain
    assert chain is not None
    return {str(span.link.label): (span.start, span.start + span.length) for span in chain.spans}


def test_bars_that_follow_touch_and_those_that_overlap_overlap(tmp_path: Path) -> None:
    scene = agreements(
        tmp_path,
        lansi=f"{OLD}\nsub_areas: [lansi-lappi]",
        ita="valid_from: 2020-07-01\nvalid_until: 2022-06-30\nsub_areas: [ita-lappi]",
        koko="valid_from: 2022-01-01\nvalid_until: 2023-12-31\nsub_areas: [lansi-lappi]\nrenews: [lansi, ita]",
    )
    found = bars(scene, "koko")
    assert found["lansi"] == (0, 500)
    assert found["koko"] == (500, 1000)
    assert found["ita"][1] > found["koko"][0]


def test_a_merger_is_joined_to_both_and_a_gap_is_seen(tmp_path: Path) -> None:
    scene = agreements(
        tmp_path,
        lansi=f"{OLD}\nsub_areas: [lansi-lappi]",
        ita=f"{OLD}\nsub_areas: [ita-lappi]",
        koko="valid_from: 2023-01-01\nvalid_until: 2023-12-31\nrenews: [lansi, ita]",
    )
    chain = agreement_page(scene, scene.network.all_of(Agreement)["lappi/ita"]).chain
    assert chain is not None
    first, second, last = chain.spans
    x = last.start
    assert (x, 50, 100) in first.strokes
    assert {(x, 0, 100), (x, 50, 100)} == set(second.strokes)
    assert (x, 0, 50) in last.strokes
    assert last.gap == (500, x) and first.gap is None
    assert [link.label for link in last.replaces] == ["ita", "lansi"]
    assert chain.today is None


def test_until_further_notice_lasts_to_the_edge_or_to_what_follows(tmp_path: Path) -> None:
    endless = "valid_from: 2025-01-01\nuntil_further_notice: kyllä\nrenews: [vanha]"
    scene = agreements(tmp_path, vanha="valid_from: 2024-01-01\nuntil_further_notice: kyllä", uusi=endless)
    found = bars(scene, "uusi")
    assert found["vanha"][1] == found["uusi"][0]
    assert found["uusi"][1] == 1000


def test_one_that_stands_alone_has_no_chain_and_changed_nothing(tmp_path: Path) -> None:
    page = agreement_page((scene := agreements(tmp_path, yksin=OLD)), scene.network.all_of(Agreement)["lappi/yksin"])
    assert page.chain is None and page.changes is None and page.board is None


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_page_is_told_in_every_language(tmp_path: Path, language: str) -> None:
    tasks = "group_tasks: [{group: ohjausryhma, tasks: [Kokoaa %s palautteen]}]\ncommitments: [{text: Lupaus}]"
    finnish = agreements(
        tmp_path,
        vanha=f"{OLD}\nparties: [{{organisation: tuulipolun-ohjaamo}}]\n{tasks % 'vuoden'}",
        uusi=f"valid_from: 2022-01-01\nvalid_until: 2027-12-31\nrenews: [vanha]\n{tasks % 'kuukauden'}",
    )
    scene = finnish
    if language != "fi":
        network = localised_network(finnish.network, language)
        scene = Scene(network, finnish.day, Settings(), language, finnish)
    page = agreement_page(scene, scene.network.all_of(Agreement)["lappi/uusi"])
    assert page.changes is not None
    (line,) = page.changes.tasks
    assert "<del>" in line.before and "<ins>" in line.text
    assert ('lang="fi"' in line.text) is (language != "fi")
    assert promises_page(scene, scene.network.regions["lappi"]).summary


def test_what_is_to_be_done_is_told_with_its_day(tmp_path: Path) -> None:
    scene = agreements(
        tmp_path,
        loppuu="valid_from: 2024-01-01\nvalid_until: 2027-01-31\nreview_months: 12\nverified: 2026-06-01",
        seuraava="valid_from: 2027-02-01\nvalid_until: 2029-12-31\nrenews: [loppuu]\ndraft: kyllä",
        tarkistetaan="valid_from: 2025-01-31\nvalid_until: 2029-12-31\nreview_months: 12\nverified: 2026-01-01",
    )
    page = promises_page(scene, scene.network.regions["lappi"])
    assert [(link.label, link.note) for link in page.expiring] == [("loppuu", "päättyy 31.1.2027, seuraava: seuraava")]
    assert [(link.label, link.note) for link in page.reviews] == [
        ("tarkistetaan", "tarkistus oli 31.1.2026"),
        ("loppuu", "tarkistus 1.1.2027"),
    ]
    groups = agreements_page(scene, scene.network.regions["lappi"]).groups
    assert groups[0].anchor == "tarkistettavat"


def test_the_board_counts_what_nothing_keeps_in_agreements_in_force_alone(tmp_path: Path) -> None:
    term = "valid_from: 2026-01-01\nvalid_until: 2028-12-31"
    kept = "{text: Kyllä., service: ohjaamo}, {text: Ei., due: 2026-10-01}, {text: Oli., state: toteutunut}"
    scene = agreements(
        tmp_path,
        nyt=f"{term}\ncommitments: [{kept}]",
        luonnos=f"{term}\ndraft: kyllä\ncommitments: [{{text: Ehkä.}}]",
        vanha=f"{OLD}\ncommitments: [{{text: Joskus.}}]",
    )
    page = promises_page(scene, scene.network.regions["lappi"])
    assert [str(link.label) for link, _ in page.unkept] == ["Ei."]
    assert [link.address for link, _ in page.late] == ["#nyt-2"]
    assert page.summary.startswith("Voimassa olevissa sopimuksissa on 3 lupausta. Yhdellä niistä ei ole toteuttajaa.")
    assert page.running[0].kept == "2 avoimesta lupauksesta 1 on saanut toteuttajan."
    shown = [[group.anchor for group in groups] for groups in (page.running, page.coming, page.over)]
    assert shown == [["nyt"], ["luonnos"], ["vanha"]]


def test_promises_of_an_agreement_that_has_ended_are_told_in_the_past(tmp_path: Path) -> None:
    promised = "{text: Piti., service: ohjaamo, state: toteutuu}, {text: Unohtui., due: 2019-01-01}"
    scene = agreements(tmp_path, vanha=f"{OLD}\ncommitments: [{promised}]")
    kept, left = promises_page(scene, scene.network.regions["lappi"]).over[0].rows
    assert [(row.state_label, row.shown) for row in (kept, left)] == [("Toteutui", ""), ("Jäi avoimeksi", "")]
    assert not any(row.is_open or row.is_unkept or row.is_late for row in (kept, left))


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (["toteutunut"], "Lupaus toteutui."),
        (["ei-toteutunut"], "Lupaus ei toteutunut."),
        (["toteutunut", "ei-toteutunut"], "2 lupauksesta 1 toteutui."),
        (["toteutunut", "toteutunut"], "Kaikki 2 lupausta toteutuivat."),
        (["ei-toteutunut", "ei-toteutunut"], "Yksikään 2 lupauksesta ei toteutunut."),
    ],
)
def test_how_many_promises_were_kept_is_a_sentence_for_any_numbers(
    tmp_path: Path, states: list[str], said: str
) -> None:
    promised = ", ".join(f"{{text: Lupaus., state: {state}}}" for state in states)
    scene = agreements(tmp_path, vanha=f"{OLD}\ncommitments: [{promised}]")
    assert promises_page(scene, scene.network.regions["lappi"]).over[0].kept == said


def test_when_nothing_but_numbers_is_known_the_page_says_the_numbers(tmp_path: Path) -> None:
    scene = agreements(
        tmp_path,
        vanha=f"{OLD}\nparty_count: 34",
        uusi="valid_from: 2022-01-01\nvalid_until: 2027-12-31\nrenews: [vanha]\nparty_count: 13",
    )
    page = agreement_page(scene, scene.network.all_of(Agreement)["lappi/uusi"])
    assert page.changes is not None
    assert page.changes.notes[0] == "Osapuolia oli ennen 34, nyt 13." and len(page.changes.notes) == 2


def test_a_party_that_left_its_place_stands_before_the_one_that_took_it(tmp_path: Path) -> None:
    ended = "{id: toimisto, name: Toimisto, sector: te-toimisto, valid_until: 2025-12-31"
    party, now = "parties: [{organisation: %s}]", "valid_from: 2026-01-01\nvalid_until: 2027-12-31\nrenews: [vanha]"
    files = {
        "organisations/entiset.yml": f"- {ended}, succeeded_by: tuulipolun-ohjaamo}}\n",
        "agreements/vanha.md": f"---\nname: vanha\n{OLD}\n{party % 'toimisto'}\n---\n",
        "agreements/uusi.md": f"---\nname: uusi\n{now}\n{party % 'tuulipolun-ohjaamo'}\n---\n",
    }
    day = date(2026, 11, 21)
    checked = check_tree(write_region(tmp_path, files), day)
    assert checked.errors == []
    scene = Scene(checked.network.on(day), day, Settings())
    page = agreement_page(scene, scene.network.all_of(Agreement)["lappi/uusi"])
    assert page.changes is not None
    (line,) = page.changes.parties
    assert (line.word, line.before_word, line.others_word) == ("Tehtävät siirtyivät", "Ennen", "Nyt")
