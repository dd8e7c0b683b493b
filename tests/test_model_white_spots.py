"""White spots: who is served where, by whom, in which way; what has changed since an earlier ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from scenes import scene_of
from test_views_municipality import PLACES
from tno.coverage import Coverage
from tno.ledger import CoverageHistory, ledger_text, read_coverage
from tno.model.coverage_figures import Figures
from tno.model.white_spots import Spot, serves_in_evening
from tno.records.hours import Hours
from tno.views.scene import Scene
from tno.views.white_spots import WhiteSpotsPage, national_white_spots, white_spots_page
from trees import DAY

SERVICE = """\
---
name: {name}
summary: Neuvoja.
organisation: tuulipolun-ohjaamo
kind: ohjaus
target_groups: [{groups}]
topics: ura
areas: [{areas}]
languages: [{languages}]
channels:
{channels}
verified: 2026-11-01
status: {status}
---
"""
VISIT = "  - {{type: palvelupaikka, place: {place}{more}}}"
MAIL = "  - {{type: sahkoposti, email: neuvo@example.org{more}}}"


def service(
    name: str,
    channels: str,
    areas: str = "Rovaniemi, Utsjoki",
    groups: str = "nuoret",
    languages: str = "fi",
    status: str = "voimassa",
    more: str = "",
    place: str = "talo",
) -> str:
    told = channels.format(place=place, more=more)
    return SERVICE.format(name=name, channels=told, areas=areas, groups=groups, languages=languages, status=status)


def coverage_of(scene: Scene, former: CoverageHistory | None = None) -> Coverage:
    return Coverage(scene, lambda: former or {})


def spots(scene: Scene, town: str) -> Mapping[tuple[str, str], Spot]:
    municipality = scene.network.municipality_of(town)
    assert municipality is not None
    return coverage_of(scene).spots.of(municipality)


def only(folder: Path, **services: str) -> Scene:
    """The tiny region with these services; its own one rests."""
    resting = {"ohjaamo": service("Ohjaamo", MAIL, status="tauolla")}
    mine = {f"services/{name}.md": text for name, text in (resting | services).items()}
    return scene_of(folder, {**mine, "places/talot.yml": PLACES})


def test_a_place_in_the_town_serves_there_and_only_from_afar_elsewhere(tmp_path: Path) -> None:
    scene = only(tmp_path, talo=service("Talo", VISIT), posti=service("Posti", MAIL))
    assert spots(scene, "Rovaniemi")["", "any"].reach == "yes"
    there = spots(scene, "Utsjoki")["", "any"]
    assert (there.reach, there.nearest, there.serves, there.remote) == ("far", "lappi/talo", True, "lappi/posti")
    assert there.km is not None and 380 < there.km < 400


def test_a_service_that_does_not_serve_a_town_leaves_it_a_white_spot_that_names_the_nearest_point(
    tmp_path: Path,
) -> None:
    scene = only(tmp_path, talo=service("Talo", VISIT, areas="Rovaniemi"), posti=service("P", MAIL, areas="Rovaniemi"))
    there = spots(scene, "Utsjoki")["nuoret", "any"]
    assert (there.reach, there.nearest, there.serves, there.remote) == ("no", "lappi/talo", False, None)


def test_a_target_group_and_a_language_are_asked_of_the_same_service(tmp_path: Path) -> None:
    scene = only(
        tmp_path,
        nuorille=service("Nuorille", VISIT, groups="alle-30", languages="fi"),
        aikuisille=service("Aikuisille", VISIT, groups="aikuiset", languages="sv, se"),
    )
    here = {key: spot.reach for key, spot in spots(scene, "Rovaniemi").items()}
    assert here["nuoret", "any"] == here["aikuiset", "any"] == here["", "swedish"] == here["", "sami"] == "yes"
    assert here["aikuiset", "sami"] == here["aikuiset", "swedish"] == "yes"
    assert here["nuoret", "swedish"] == here["nuoret", "sami"] == here["tyottomat", "any"] == "no"


def test_what_is_for_everyone_is_for_each_group(tmp_path: Path) -> None:
    scene = only(tmp_path, talo=service("Talo", VISIT, groups="kaikki"))
    reaches = {spot.reach for (_, aspect), spot in spots(scene, "Rovaniemi").items() if aspect == "any"}
    assert reaches == {"yes"}


@pytest.mark.parametrize("changed", [{"status": "tauolla"}, {"groups": "ohjausalan-ammattilaiset"}])
def test_what_rests_or_is_for_professionals_serves_nobody(tmp_path: Path, changed: dict[str, str]) -> None:
    scene = only(tmp_path, talo=service("Talo", VISIT, **changed))  # type: ignore[arg-type]
    assert {spot.reach for spot in spots(scene, "Rovaniemi").values()} == {"no"}


def test_a_form_or_a_web_page_is_nobody_who_answers(tmp_path: Path) -> None:
    page = '  - {{type: verkkosivu, url: "https://example.org/"}}'
    scene = only(tmp_path, sivu=service("Sivu", page))
    assert spots(scene, "Utsjoki")["", "any"].reach == "no"


def test_a_channel_may_serve_fewer_towns_than_its_service(tmp_path: Path) -> None:
    scene = only(tmp_path, posti=service("Posti", MAIL, more=", areas: [Rovaniemi]"))
    assert [spots(scene, town)["", "any"].reach for town in ("Rovaniemi", "Utsjoki")] == ["far", "no"]


def test_a_hidden_address_serves_its_town_and_is_nowhere(tmp_path: Path) -> None:
    scene = only(tmp_path, salassa=service("Salassa", VISIT, place="salattu"))
    assert spots(scene, "Rovaniemi")["", "any"].reach == "yes"
    assert spots(scene, "Utsjoki")["", "any"].nearest is None


def test_the_nearest_remote_service_is_the_one_of_the_fewest_towns(tmp_path: Path) -> None:
    scene = only(
        tmp_path, a=service("A kaikille", MAIL, areas="koko-maa"), z=service("Z täällä", MAIL, areas="Utsjoki")
    )
    assert spots(scene, "Utsjoki")["", "any"].remote == "lappi/z"
    assert spots(scene, "Rovaniemi")["", "any"].remote == "lappi/a"


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ({"ma-pe": "9-16"}, False),
        ({"ma-pe": "9-17"}, False),
        ({"ti": "12-18"}, True),
        ({"la": "10-12"}, True),
        ({"unknown": "kyllä"}, False),
        ({"ma": "9-16", "season": {"from": "1.6.", "until": "31.8.", "ma": "9-20"}}, False),
        ({"ma": "9-20", "season": {"from": "1.11.", "until": "31.12.", "ma": "9-16"}}, False),
        ({"ma": "9-20", "season": {"from": "1.6.", "until": "31.8."}}, False),
        ({"ma": "9-16", "exceptions": [{"date": "2026-12-01", "hours": "9-20"}]}, False),
    ],
)
def test_evening_is_after_five_or_at_a_weekend_in_the_ordinary_week(hours: dict[str, object], expected: bool) -> None:
    assert serves_in_evening(Hours.model_validate(hours), date(2026, 11, 21)) is expected


# --- figures and their days -------------------------------------------------------------------------------------------


def page_of(scene: Scene, former: CoverageHistory | None = None) -> WhiteSpotsPage:
    return white_spots_page(coverage_of(scene, former), scene, scene.network.regions["lappi"])


def test_figures_are_those_of_the_table(tmp_path: Path) -> None:
    page = page_of(only(tmp_path, talo=service("Talo", VISIT), posti=service("Posti", MAIL)))
    anybody = page.groups[0]
    counted = [
        sum(cells[number].reach == "yes" for _, cells in anybody.rows) for number in range(len(page.columns) - 1)
    ]
    assert [figure.count for figure in page.figures] == [f"{count} kuntaa, kaikkiaan 21" for count in counted]
    assert counted[0] == 1
    spots = [sum(cell.reach == "no" for _, cells in group.rows for cell in cells) for group in page.groups]
    assert [group.count.split()[0] for group in page.groups] == [str(count) for count in spots]


def test_a_figure_tells_its_change_since_a_ledger_three_months_old(tmp_path: Path) -> None:
    scene = only(tmp_path, talo=service("Talo", VISIT))
    former = {
        "lappi": {
            "2025-01-01": Figures(21, 9, 0, 0, 0),
            "2026-06-01": Figures(21, 3, 0, 0, 0),
            "2026-11-01": Figures(21, 2, 0, 0, 0),
        }
    }
    page = page_of(scene, former)
    assert [figure.change for figure in page.figures[:2]] == ["2 kuntaa vähemmän kuin 1.6.2026", "Sama kuin 1.6.2026"]
    assert [row[0] for row in page.trend] == [scene.writing.day(DAY), "1.11.2026", "1.6.2026", "1.1.2025"]


def test_without_an_earlier_ledger_nothing_is_said_of_change(tmp_path: Path) -> None:
    page = page_of(only(tmp_path, talo=service("Talo", VISIT)))
    assert ({figure.change for figure in page.figures}, page.trend) == ({""}, ())


def test_the_ledger_remembers_a_day_only_when_a_figure_changes(tmp_path: Path) -> None:
    scene = only(tmp_path, talo=service("Talo", VISIT))
    now = coverage_of(scene).figures("lappi")
    same = {"lappi": {"2026-11-01": now}}
    assert coverage_of(scene, same).history_of("lappi") == same["lappi"]
    file = tmp_path / "ledger.json"
    file.write_text(ledger_text({}, None, coverage_of(scene).history()), encoding="utf-8")
    assert read_coverage(file)["lappi"] == {DAY.isoformat(): now}
    assert read_coverage(None) == read_coverage(tmp_path / "poissa.json") == {}


def test_the_whole_country_is_the_sum_of_its_regions(tmp_path: Path) -> None:
    scene = only(tmp_path, talo=service("Talo", VISIT))
    page = national_white_spots(coverage_of(scene), scene)
    assert [link.address for link, _ in page.rows] == ["lappi/katvealueet/"]
    assert page.total == page.rows[0][1]
