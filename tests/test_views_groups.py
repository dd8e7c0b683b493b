"""Groups: who sits in them beside who is expected, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tno.model.composition import EXPECTED
from tno.records import Group
from tno.settings import Settings
from tno.views.group import group_page
from tno.views.group_graph import group_graph, in_rows, ties
from tno.views.groups import groups_page
from tno.views.scene import Scene
from trees import DAY, check_tree, write_region

ORGANISATIONS = """
- {id: keskus, name: Keskus, sector: elinvoimakeskus}
- {id: alue, name: Alue, sector: tyollisyysalue}
- {id: kunta, name: Kunta, sector: kunta}
- {id: lukio, name: Lukio, sector: lukio}
- {id: yliopisto, name: Yliopisto, sector: yliopisto}
- {id: liitto, name: Liitto, sector: maakuntaliitto}
- {id: opisto, name: Opisto, sector: kansalaisopisto}
- {id: yhdistys, name: Yhdistys, sector: jarjesto}
- {id: hva, name: Hyvinvointialue, sector: hyvinvointialue}
- {id: kela, name: Kela, sector: kela}
"""
ELO = "name: ELO\ntype: elo-ryhma\nrelations: [{group: johto, kind: raportoi}]\n"


def scene_of(folder: Path, files: Mapping[str, str | None]) -> Scene:
    """The content may have warnings: that somebody is missing from a group is what is looked at here."""
    checked = check_tree(write_region(folder, files))
    assert checked.errors == []
    return Scene(checked.network.on(DAY), DAY, Settings())


def group(text: str) -> str:
    return f"---\n{text}\n---\n"


def scene(folder: Path, members: str = "") -> Scene:
    files = {
        "organisations/muut.yml": ORGANISATIONS,
        "groups/johto.md": group("name: Johto\ntype: elo-johto\nrelations: [{group: piiri, kind: seuraa}]"),
        "groups/piiri.md": group(ELO + members),
        "groups/lansi.md": group(
            "name: Länsi\ntype: alueryhma\nrelations:\n"
            "  - {group: piiri, kind: raportoi}\n  - {group: ita, kind: tekee-yhteistyota}"
        ),
        "groups/ita.md": group(
            "name: Itä\ntype: alueryhma\nrelations:\n"
            "  - {group: piiri, kind: raportoi}\n  - {group: lansi, kind: tekee-yhteistyota}"
        ),
        "groups/yksin.md": group("name: Yksin\ntype: tyoryhma"),
    }
    return scene_of(folder, files)


def test_groups_that_meet_no_more_stand_apart_at_the_end(tmp_path: Path) -> None:
    files = {
        "groups/entinen.md": group("name: Entinen\ntype: tyoryhma\nended: 2025-01-31"),
        "groups/nykyinen.md": group("name: Nykyinen\ntype: tyoryhma"),
    }
    seen = scene_of(tmp_path, files)
    last = groups_page(seen, seen.network.regions["lappi"]).groups[-1]
    assert last.heading == "Päättyneet ryhmät"
    assert [(link.label, link.note) for link in last.links] == [("Entinen", "31.1.2025 asti")]


def seats(*organisations: str) -> str:
    return "members:\n" + "".join(f"  - {{organisation: {each}}}\n" for each in organisations)


ALL = ("keskus", "alue", "lukio", "yliopisto", "liitto", "kunta", "opisto", "yhdistys", "hva", "tuulipolun-ohjaamo")


def test_an_elo_group_stands_beside_whom_one_expects(tmp_path: Path) -> None:
    found = scene(tmp_path, seats(*ALL, "kela"))
    page = group_page(found, found.network.all_of(Group)["lappi/piiri"])
    assert [len(sitting) for _, sitting in page.expected] == [1] * len(EXPECTED)
    assert [link.label for link in page.others] == ["Kela"]


def test_other_groups_are_measured_by_nothing(tmp_path: Path) -> None:
    found = scene(tmp_path, seats(*ALL))
    page = group_page(found, found.network.all_of(Group)["lappi/yksin"])
    assert page.expected == page.others == ()


def test_a_group_tells_what_others_tell_of_it_and_what_both_tell_once(tmp_path: Path) -> None:
    found = scene(tmp_path)
    groups = found.network.all_of(Group)
    told = {
        key: [(kind, link.label) for kind, link in group_page(found, each).relations] for key, each in groups.items()
    }
    assert told["lappi/piiri"] == [
        ("Raportoi", "Johto"),
        ("Sille raportoi", "Itä"),
        ("Sitä seuraa", "Johto"),
        ("Sille raportoi", "Länsi"),
    ]
    assert told["lappi/ita"] == [("Raportoi", "ELO"), ("Tekee yhteistyötä", "Länsi")]
    assert told["lappi/yksin"] == []


def test_in_the_graph_a_group_stands_below_the_one_it_reports_to(tmp_path: Path) -> None:
    found = scene(tmp_path)
    joined = ties(found.network, found.network.regions["lappi"])
    assert [each.id for each in in_rows(joined)] == ["johto", "piiri", "ita", "lansi"]
    assert len(joined) == 5, "working together is one tie, whoever tells it"


def test_groups_that_report_in_a_circle_are_drawn_all_the_same(tmp_path: Path) -> None:
    files = {
        f"groups/{one}.md": group(f"name: {one}\ntype: tyoryhma\nrelations: [{{group: {other}, kind: raportoi}}]")
        for one, other in (("yksi", "kaksi"), ("kaksi", "kolme"), ("kolme", "yksi"))
    }
    found = scene_of(tmp_path, files)
    graph = group_graph(found, found.network.regions["lappi"])
    assert graph is not None
    assert (len(graph.nodes), len(graph.arcs), len(graph.ties)) == (3, 3, 3)


def test_without_relations_there_is_no_graph(tmp_path: Path) -> None:
    found = scene_of(tmp_path, {})
    assert group_graph(found, found.network.regions["lappi"]) is None
