"""Chains of agreements and what holds on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tno.load import Loaded
from tno.model import agreements
from tno.model.network import Network
from tno.records import Agreement
from trees import load_tree, write_region

WARNED_DAYS = 180


def network_of(folder: Path, **written: str) -> Network:
    """A region with these agreements: name in Python's form → front matter after the name."""
    files = {
        f"agreements/{name.replace('_', '-')}.md": f"---\nname: {name}\n{text}\n---\n" for name, text in written.items()
    }
    loaded = load_tree(write_region(folder, {"agreements/sopimus-2026.md": None, **files}))
    assert [problem.code for problem in loaded.problems] == []
    return loaded.network


def agreement(network: Network, name: str) -> Agreement:
    return network.all_of(Agreement)[f"lappi/{name}"]


def state(network: Network, name: str, day: date) -> str:
    return agreements.state_on(network, agreement(network, name), day, WARNED_DAYS)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 31), "tuleva"),
        (date(2026, 1, 1), "voimassa"),
        (date(2028, 7, 3), "voimassa"),  # 181 days before the last
        (date(2028, 7, 4), "paattymassa"),
        (date(2028, 12, 31), "paattymassa"),
        (date(2029, 1, 1), "paattynyt"),
    ],
)
def test_a_state_changes_on_the_day_it_should(region: Callable[[str], Loaded], day: date, expected: str) -> None:
    assert state(region("minimal").network, "sopimus-2026", day) == expected


def test_an_expired_agreement_leaves_the_network(region: Callable[[str], Loaded]) -> None:
    network = region("expired-agreement").network
    for day, expected in ((date(2026, 11, 21), []), (date(2026, 6, 30), ["sopimus-2024"])):
        every = network.regions["lappi"].all_of(Agreement)
        assert [each.id for each in every if agreements.is_in_force(network, each, day)] == expected


def test_a_renewed_agreement_is_replaced_and_a_draft_replaces_nothing(region: Callable[[str], Loaded]) -> None:
    network, day = region("expired-agreement").network, date(2027, 2, 1)
    assert state(network, "sopimus-2022", day) == "paivitetty"
    assert state(network, "sopimus-2024", day) == "paattynyt"
    assert state(network, "sopimus-2027", day) == "valmisteilla"


def test_a_chain_is_the_same_from_each_of_its_links_oldest_first(region: Callable[[str], Loaded]) -> None:
    network = region("expired-agreement").network
    for link in network.all_of(Agreement).values():
        chain = agreements.chain_of(network, link)
        assert [each.id for each in chain] == ["sopimus-2022", "sopimus-2024", "sopimus-2027"]


def test_chains_join_and_split(tmp_path: Path) -> None:
    network = network_of(
        tmp_path,
        lansi="valid_from: 2020-01-01\nvalid_until: 2021-12-31\nsub_areas: [lansi-lappi]",
        ita="valid_from: 2020-02-01\nvalid_until: 2021-12-31\nsub_areas: [ita-lappi]",
        koko="valid_from: 2022-01-01\nvalid_until: 2025-12-31\nrenews: [lansi, ita]",
        uusi_lansi="valid_from: 2026-01-01\nvalid_until: 2028-12-31\nsub_areas: [lansi-lappi]\nrenews: [koko]",
        muu="valid_from: 2019-01-01\nvalid_until: 2019-12-31",
    )
    chain = agreements.chain_of(network, agreement(network, "ita"))
    assert [each.id for each in chain] == ["lansi", "ita", "koko", "uusi-lansi"]
    assert sorted(len(each) for each in agreements.chains(network)) == [1, 4]


def test_an_agreement_renewed_in_one_sub_area_only_is_not_replaced(tmp_path: Path) -> None:
    network = network_of(
        tmp_path,
        koko="valid_from: 2022-01-01\nuntil_further_notice: kyllä",
        uusi_lansi="valid_from: 2026-01-01\nvalid_until: 2028-12-31\nsub_areas: [lansi-lappi]\nrenews: [koko]",
    )
    day, whole = date(2026, 6, 1), agreement(network, "koko")
    assert state(network, "koko", day) == "voimassa"
    assert agreements.is_in_force(network, whole, day)
    held, held_by_new = agreements.terms(network, whole), agreements.terms(network, agreement(network, "uusi-lansi"))
    assert held["lappi/lansi-lappi"][1] == date(2025, 12, 31) < held_by_new["lappi/lansi-lappi"][0]
    assert held["lappi/ita-lappi"][1] == date.max


def test_until_further_notice_ends_the_day_before_the_next_begins(tmp_path: Path) -> None:
    network = network_of(
        tmp_path,
        vanha="valid_from: 2022-01-01\nuntil_further_notice: kyllä",
        uusi="valid_from: 2026-01-01\nvalid_until: 2028-12-31\nrenews: [vanha]",
    )
    held = agreements.terms(network, agreement(network, "vanha"))
    assert held["lappi"] == (date(2022, 1, 1), date(2025, 12, 31))
    assert state(network, "vanha", date(2026, 1, 1)) == "paivitetty"


def test_a_draft_holds_nowhere(region: Callable[[str], Loaded]) -> None:
    network = region("expired-agreement").network
    assert agreements.terms(network, agreement(network, "sopimus-2027")) == {}
