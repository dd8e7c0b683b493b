"""The network of today: one set of ties, the same in the table, the matrix, the picture and the open data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tno.content import Folders
from tno.edition import Edition
from tno.exports.network_data import NetworkData
from tno.frames import Site as SiteFacts
from tno.model.network import Region
from tno.model.sectors import SECTORS
from tno.model.ties import RegionTies, joined
from tno.settings import Settings
from tno.views.network import network_page
from tno.views.network_country import Networks, country_networks
from tno.views.network_picture import LETTER, Hub, Party, drawn
from tno.views.scene import Scene
from trees import DAY, ROOT, load_tree, write_region

FACTS = SiteFacts("TNO", "https://portaali.example.org/", "", Edition.PUBLIC)
ORGANISATIONS = """\
- {id: vanha, name: Vanha toimisto, sector: te-toimisto, valid_until: 2024-12-31, succeeded_by: [uusi, toinen]}
- {id: uusi, name: Uusi alue, sector: tyollisyysalue}
- {id: toinen, name: Toinen alue, sector: tyollisyysalue}
- {id: lakkasi, name: Lakannut, sector: jarjesto, valid_until: 2024-12-31}
"""
AGREEMENT = """\
---
name: Sopimus {id}
valid_from: {first}
valid_until: {last}
parties:
  - {{organisation: vanha, role: koordinoija}}
  - {{organisation: uusi}}
  - {{organisation: lakkasi}}
---
"""
GROUP = """\
---
name: Ryhmä
type: tyoryhma
members:
  - {organisation: uusi, role: puheenjohtaja}
  - {organisation: toinen, until: 2026-01-31}
---
"""


def scene_with(folder: Path) -> Scene:
    files = {
        "organisations/muut.yml": ORGANISATIONS,
        "agreements/nyt.md": AGREEMENT.format(id="nyt", first="2026-01-01", last="2028-12-31"),
        "groups/ryhma.md": GROUP,
    }
    return Scene(load_tree(write_region(folder, files)).network.on(DAY), DAY, Settings())


def lappi(scene: Scene) -> Region:
    return scene.network.regions["lappi"]


def test_a_party_that_has_ended_is_there_by_its_successors_with_its_role(tmp_path: Path) -> None:
    scene = scene_with(tmp_path)
    ties = RegionTies(scene.network, lappi(scene), DAY)
    found = {(tie.organisation, tie.roles, tie.leads) for tie in ties.all if tie.key == "lappi/nyt"}
    assert found == {
        ("lappi/uusi", ("koordinoija", "sopijaosapuoli"), True),
        ("lappi/toinen", ("koordinoija",), True),
    }
    assert not {"lappi/vanha", "lappi/lakkasi"} & ties.by_organisation.keys()


def test_a_seat_that_is_over_and_an_agreement_that_does_not_hold_are_no_ties(tmp_path: Path) -> None:
    scene = scene_with(tmp_path)
    now = RegionTies(scene.network, lappi(scene), DAY)
    assert [tie.organisation for tie in now.all if tie.key == "lappi/ryhma"] == ["lappi/uusi"]
    before = RegionTies(scene.network, lappi(scene), date(2025, 12, 31))
    assert "lappi/nyt" not in {tie.key for tie in before.all}
    assert [tie.organisation for tie in before.all if tie.key == "lappi/ryhma"] == ["lappi/uusi", "lappi/toinen"]


# --- everything tells the same ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def content() -> Scene:
    """The portal's own content."""
    return Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())


def test_table_matrix_picture_and_data_count_the_same_ties(content: Scene) -> None:
    data = json.loads(NetworkData(content, FACTS, "guard").text())
    for region in content.network.regions.values():
        page, ties = network_page(content, region), RegionTies(content.network, region, DAY)
        edges = [edge for edge in data["edges"] if edge["network"] == region.id]
        cooperation = [edge for edge in edges if not edge["to"].startswith("service/")]
        in_table = sum(len(row.agreements) + len(row.groups) for group in page.groups for row in group.rows)
        assert len(cooperation) == in_table == len(joined(ties.all))
        assert len(edges) == len(ties.all)
        if page.matrix and page.picture:
            dots = sum(bool(role) for *_, cells in page.matrix.rows for role, _ in cells)
            rings = sum(leads for *_, cells in page.matrix.rows for _, leads in cells)
            lines = [line for party in page.picture.parties for line in party.lines]
            assert dots == len(lines) == in_table
            assert rings == sum(line.leads for line in lines) == sum(edge["leads"] for edge in cooperation)
        else:
            assert in_table == 0


def test_the_country_and_each_region_tell_the_same_numbers(content: Scene) -> None:
    told = {each.region: each for each in country_networks(Networks(content), content).regions}
    for region in content.network.regions.values():
        ties = RegionTies(content.network, region, DAY)
        assert ties.organisations == ties.by_organisation.keys()
        page = network_page(content, region)
        assert sum(len(group.rows) for group in page.groups) == len(ties.organisations)
        if region.id in told:
            assert told[region.id].link.note == page.summary


def test_the_country_counts_nobody_twice(content: Scene) -> None:
    edges = json.loads(NetworkData(content, FACTS, "guard").text())["nodes"]
    organisations = sum(node["kind"] == "organisation" for node in edges)
    assert f"{organisations} toimijaa" in country_networks(Networks(content), content).summary


def test_every_edge_leads_from_and_to_a_node_that_is_there_once(content: Scene) -> None:
    data = json.loads(NetworkData(content, FACTS, "guard").text())
    ids = [node["id"] for node in data["nodes"]]
    assert len(ids) == len(set(ids))
    assert {edge[end] for edge in data["edges"] for end in ("from", "to")} <= set(ids)


def test_every_kind_of_organisation_has_a_sector(content: Scene) -> None:
    terms = [term.id for term in content.network.vocabularies["organisation_type"]]
    assert sorted(terms) == sorted(term for own in SECTORS.values() for term in own)


# --- the picture ------------------------------------------------------------------------------------------------------


def big(count: int) -> tuple[list[Party], list[Hub]]:
    sectors = list(SECTORS)
    parties = [Party(f"{n}", f"Toimija numero {n}", f"t/{n}/", sectors[n % 5]) for n in range(count)]
    hubs = [
        Hub(f"h{n}", f"Ryhmä {n}", f"r/{n}/", "group", {f"{m}": False for m in range(n, count, 7)}) for n in range(9)
    ]
    return parties, hubs


@pytest.mark.parametrize("count", [1, 2, 5, 30, 90])
def test_names_of_the_picture_are_in_its_box_and_apart(count: int) -> None:
    parties, hubs = big(count)
    hubs = [hub for hub in hubs if hub.parties]
    picture = drawn(parties, hubs)
    left, top, width, height = map(int, picture.box.split())
    for party in picture.parties:
        assert left <= party.x <= left + width and top <= party.y <= top + height
    places = [(party.x, party.y) for party in picture.parties]
    apart = [
        ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5
        for (x, y), (other_x, other_y) in zip(places, [*places[1:], places[0]], strict=True)
    ]
    assert count == 1 or min(apart) > 2 * LETTER
    assert picture == drawn(parties, hubs)


def test_two_hubs_are_never_at_the_same_place() -> None:
    picture = drawn(*big(40))
    assert len({(hub.x, hub.y) for hub in picture.hubs}) == len(picture.hubs)
