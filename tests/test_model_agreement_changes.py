"""What changed when an agreement took the place of those before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tno.model.agreement_changes import Changes, changes, successors_of
from tno.model.network import Network
from tno.model.rewording import likeness, runs, stems
from tno.records import Agreement
from trees import load_tree, write_region

ORGANISATIONS = """
- {id: te-toimisto, name: TE-toimisto, sector: te-toimisto, valid_until: 2024-12-31, succeeded_by: [etela, pohjoinen]}
- {id: etela, name: Etelän työllisyysalue, sector: tyollisyysalue}
- {id: pohjoinen, name: Pohjoisen työllisyysalue, sector: tyollisyysalue}
- {id: ely, name: ELY-keskus, sector: ely-keskus, valid_until: 2025-12-31, succeeded_by: [valikeskus]}
- {id: valikeskus, name: Välikeskus, sector: elinvoimakeskus, valid_until: 2026-06-30, succeeded_by: [keskus]}
- {id: keskus, name: Elinvoimakeskus, sector: elinvoimakeskus}
- {id: opisto, name: Opisto, sector: ammatillinen-oppilaitos}
- {id: jarjesto, name: Järjestö, sector: jarjesto}
"""
GROUPS = {
    f"groups/{name}.md": f"---\nname: {name}\ntype: alueryhma\n---\n" for name in ("lansiryhma", "itaryhma", "ryhma")
}
OLD = "valid_from: 2022-01-01\nvalid_until: 2024-12-31"
NEW = "valid_from: 2025-01-01\nvalid_until: 2027-12-31"


def parties(*names: str) -> str:
    return "parties: [" + ", ".join(f"{{organisation: {name}}}" for name in names) + "]"


def tasks(**given: list[str]) -> str:
    return "group_tasks:\n" + "".join(
        f"  - group: {group}\n    tasks:\n" + "".join(f"      - {text}\n" for text in texts)
        for group, texts in given.items()
    )


def network_of(folder: Path, **written: str) -> Network:
    files = {f"agreements/{name}.md": f"---\nname: {name}\n{text}\n---\n" for name, text in written.items()}
    base = {"agreements/sopimus-2026.md": None, "organisations/muut.yml": ORGANISATIONS}
    loaded = load_tree(write_region(folder, {**base, **GROUPS, **files}))
    assert [problem.code for problem in loaded.problems] == []
    return loaded.network


def changes_of(folder: Path, name: str = "uusi", **written: str) -> Changes:
    network = network_of(folder, **written)
    found = changes(network, network.all_of(Agreement)[f"lappi/{name}"])
    assert found is not None
    return found


def shown_parties(found: Changes) -> list[tuple[str, ...]]:
    return [
        (each.kind, *(key.removeprefix("lappi/") for key in (each.organisation, *each.others)))
        for each in found.parties
    ]


def shown_tasks(found: Changes) -> list[tuple[str, str, str]]:
    return [
        (each.kind, each.before.text if each.before else "", each.after.text if each.after else "")
        for each in found.tasks
    ]


# --- parties ----------------------------------------------------------------------------------------------------------


def test_an_agreement_that_renews_none_changed_nothing(tmp_path: Path) -> None:
    network = network_of(tmp_path, uusi=f"{NEW}\n{parties('opisto')}")
    assert changes(network, network.all_of(Agreement)["lappi/uusi"]) is None


def test_who_came_and_who_went(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        vanha=f"{OLD}\n{parties('opisto', 'etela')}",
        uusi=f"{NEW}\nrenews: [vanha]\n{parties('etela', 'jarjesto')}",
    )
    assert shown_parties(found) == [("out", "opisto"), ("in", "jarjesto")]
    assert found.knows_parties


def test_successors_take_the_place_of_their_predecessor(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        vanha=f"{OLD}\n{parties('te-toimisto', 'opisto')}",
        uusi=f"{NEW}\nrenews: [vanha]\n{parties('etela', 'pohjoinen', 'opisto')}",
    )
    assert shown_parties(found) == [("succeeded", "te-toimisto", "etela", "pohjoinen")]


def test_the_successor_of_a_successor_takes_the_place_too(tmp_path: Path) -> None:
    found = changes_of(tmp_path, vanha=f"{OLD}\n{parties('ely')}", uusi=f"{NEW}\nrenews: [vanha]\n{parties('keskus')}")
    assert shown_parties(found) == [("succeeded", "ely", "keskus")]


def test_a_successor_that_was_there_already_is_not_new(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path, vanha=f"{OLD}\n{parties('ely', 'keskus')}", uusi=f"{NEW}\nrenews: [vanha]\n{parties('keskus')}"
    )
    assert shown_parties(found) == [("succeeded", "ely", "keskus")]


def test_one_whose_successor_did_not_sign_is_out(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        vanha=f"{OLD}\n{parties('te-toimisto', 'opisto')}",
        uusi=f"{NEW}\nrenews: [vanha]\n{parties('opisto')}",
    )
    assert shown_parties(found) == [("out", "te-toimisto")]


def test_a_merged_agreement_has_the_parties_of_both(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        lansi=f"{OLD}\nsub_areas: [lansi-lappi]\n{parties('opisto', 'te-toimisto')}",
        ita=f"{OLD}\nsub_areas: [ita-lappi]\n{parties('opisto', 'ely')}",
        uusi=f"{NEW}\nrenews: [lansi, ita]\n{parties('opisto', 'etela', 'keskus')}",
    )
    assert [each.id for each in found.before] == ["ita", "lansi"]
    assert shown_parties(found) == [("succeeded", "ely", "keskus"), ("succeeded", "te-toimisto", "etela")]


def test_a_party_that_signed_the_other_half_of_a_split_goes_on_there(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        name="lansi",
        koko=f"{OLD}\n{parties('opisto', 'jarjesto', 'keskus')}",
        lansi=f"{NEW}\nsub_areas: [lansi-lappi]\nrenews: [koko]\n{parties('opisto')}",
        ita=f"{NEW}\nsub_areas: [ita-lappi]\nrenews: [koko]\n{parties('jarjesto')}",
    )
    assert shown_parties(found) == [("elsewhere", "jarjesto", "ita"), ("out", "keskus")]


def test_a_draft_of_the_other_half_takes_nobody(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        name="lansi",
        koko=f"{OLD}\n{parties('opisto', 'jarjesto')}",
        lansi=f"{NEW}\nsub_areas: [lansi-lappi]\nrenews: [koko]\n{parties('opisto')}",
        ita=f"{NEW}\nsub_areas: [ita-lappi]\ndraft: kyllä\nrenews: [koko]\n{parties('jarjesto')}",
    )
    assert shown_parties(found) == [("out", "jarjesto")]


def test_overlapping_agreements_are_compared_like_any(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        vanha=f"valid_from: 2022-01-01\nuntil_further_notice: kyllä\n{parties('opisto')}",
        uusi=f"{NEW}\nsub_areas: [lansi-lappi]\nrenews: [vanha]\n{parties('opisto', 'jarjesto')}",
    )
    assert shown_parties(found) == [("in", "jarjesto")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (parties("opisto") + "\nparty_count: 34", parties("jarjesto"), [("out", "opisto")]),
        (parties("opisto"), parties("jarjesto") + "\nparty_count: 5", [("in", "jarjesto")]),
        ("party_count: 34", parties("jarjesto"), []),
        ("", parties("jarjesto"), []),
    ],
)
def test_of_a_list_that_is_not_whole_nothing_is_claimed(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, ...]]
) -> None:
    found = changes_of(tmp_path, vanha=f"{OLD}\n{old}", uusi=f"{NEW}\nrenews: [vanha]\n{new}")
    assert shown_parties(found) == expected
    assert not found.knows_parties


def test_successors_come_nearest_first(tmp_path: Path) -> None:
    network = network_of(tmp_path, uusi=NEW)
    assert successors_of(network, "lappi/ely") == ["lappi/valikeskus", "lappi/keskus"]
    assert successors_of(network, "lappi/opisto") == []


# --- tasks ------------------------------------------------------------------------------------------------------------

LIST = "Julkaisee vuosittain luettelon palveluista ja aukioloajoista."
LONGER = "Julkaisee vuosittain luettelon palveluista, aukioloajoista ja suorista numeroista."
EVENING = "Järjestää keväällä neuvontaillan kolmessa hiihtokeskuksessa."
MONEY = "Hakee rahaa etäyhteyksiin."


def test_tasks_are_added_dropped_and_reworded(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        vanha=f"{OLD}\n{tasks(ryhma=[LIST, MONEY])}",
        uusi=f"{NEW}\nrenews: [vanha]\n{tasks(ryhma=[LONGER, EVENING])}",
    )
    assert shown_tasks(found) == [("reworded", LIST, LONGER), ("dropped", MONEY, ""), ("added", "", EVENING)]


def test_capitals_and_marks_change_no_task(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        vanha=f"{OLD}\n{tasks(ryhma=[MONEY])}",
        uusi=f"{NEW}\nrenews: [vanha]\n{tasks(ryhma=['hakee  rahaa etäyhteyksiin'])}",
    )
    assert shown_tasks(found) == []


def test_a_task_given_to_another_group_has_moved(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        vanha=f"{OLD}\n{tasks(lansiryhma=[MONEY])}",
        uusi=f"{NEW}\nrenews: [vanha]\n{tasks(ryhma=[MONEY])}",
    )
    assert shown_tasks(found) == [("moved", MONEY, MONEY)]


def test_two_groups_with_one_task_become_one(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        lansi=f"{OLD}\nsub_areas: [lansi-lappi]\n{tasks(lansiryhma=[MONEY])}",
        ita=f"{OLD}\nsub_areas: [ita-lappi]\n{tasks(itaryhma=[MONEY, LIST])}",
        uusi=f"{NEW}\nrenews: [lansi, ita]\n{tasks(itaryhma=[MONEY, LONGER])}",
    )
    assert shown_tasks(found) == [("reworded", LIST, LONGER)]


def test_a_task_of_the_other_half_of_a_split_goes_on_there(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        name="lansi",
        koko=f"{OLD}\n{tasks(ryhma=[MONEY, EVENING])}",
        lansi=f"{NEW}\nsub_areas: [lansi-lappi]\nrenews: [koko]\n{tasks(ryhma=[EVENING])}",
        ita=f"{NEW}\nsub_areas: [ita-lappi]\nrenews: [koko]\n{tasks(ryhma=[MONEY])}",
    )
    assert [(each.kind, each.others) for each in found.tasks] == [("elsewhere", ("lappi/ita",))]


def test_without_tasks_on_both_sides_nothing_is_claimed(tmp_path: Path) -> None:
    found = changes_of(tmp_path, vanha=OLD, uusi=f"{NEW}\nrenews: [vanha]\n{tasks(ryhma=[MONEY])}")
    assert found.tasks == () and not found.knows_tasks


def test_each_task_has_one_pair_and_the_most_alike_wins(tmp_path: Path) -> None:
    found = changes_of(
        tmp_path,
        vanha=f"{OLD}\n{tasks(ryhma=['Kokoaa palvelut ja ajat listaan', 'Kokoaa palvelut listaan'])}",
        uusi=f"{NEW}\nrenews: [vanha]\n{tasks(ryhma=['Kokoaa kaikki palvelut listaan'])}",
    )
    assert shown_tasks(found) == [
        ("reworded", "Kokoaa palvelut listaan", "Kokoaa kaikki palvelut listaan"),
        ("dropped", "Kokoaa palvelut ja ajat listaan", ""),
    ]


# --- words ------------------------------------------------------------------------------------------------------------


def test_the_words_that_differ_are_told_apart() -> None:
    before, after = runs(LIST, LONGER)
    assert [run.text for run in before if run.is_changed] == ["ja "]
    assert [run.text for run in after if run.is_changed] == ["ja suorista numeroista."]
    assert ("".join(run.text for run in before), "".join(run.text for run in after)) == (LIST, LONGER)


def test_forms_of_a_word_are_alike() -> None:
    assert likeness(stems("palveluista"), stems("Palvelujen")) == 1
    assert likeness(stems("jono"), stems("rahaa")) == 0
