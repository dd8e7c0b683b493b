"""Files of maps: folium's scripts without anybody's servers, and counts that agree wherever they are told."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from finland import country
from site_building import Site
from tno.exports import maps
from tno.exports.maps import BOUNDARIES, LEAFLET, lands_of, leaflet, map_script
from tno.settings import Settings, Tiles

TILES = {
    "url": "https://kartta.example.org/{z}/{x}/{y}.png",
    "attribution": "© Esimerkki",
    "service_name": "Esimerkkikartta",
    "privacy_url": "https://kartta.example.org/tietosuoja",
}
ALAND = "21"
REGIONS = ("lappi", "pohjanmaa", "pohjois-karjala")


def script(name: str = "etela-savo") -> str:
    streets = {"url": TILES["url"], "attribution": TILES["attribution"], "attributionUrl": "", "maxNativeZoom": 19}
    return map_script(name, [[61, 26], [63, 30]], {"file": "kartta/rajat"}, {"491": [61.7, 27.3]}, streets)


def test_a_script_of_folium_is_the_same_every_time_and_its_ids_are_names() -> None:
    assert script() == script()
    assert 'L.map(\n                "map_etela_savo"' in script() and 'id=\\"map_etela_savo\\"' in script()


def test_a_script_names_no_host_but_that_of_configured_tiles() -> None:
    assert set(re.findall(r"https?://([\w.]+)", script())) == {"kartta.example.org"}
    assert "jquery" not in script().lower() and "$(" not in script() and "bootstrap" not in script().lower()


def test_a_map_stops_where_there_is_nothing_more_to_see_and_the_wheel_scrolls_the_page() -> None:
    assert '"maxZoom": 10' in script() and '"scrollWheelZoom": false' in script()


def test_leaflet_is_the_very_leaflet_of_npm(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {path.removeprefix("assets/leaflet/") for path, _ in leaflet()} == LEAFLET.keys()
    monkeypatch.setattr(maps, "LEAFLET", {"leaflet.js": "0" * 64})
    with pytest.raises(RuntimeError, match=r"leaflet\.js"):
        list(leaflet())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"url": "http://kartta.example.org/{z}/{x}/{y}.png"}, "url"),
        ({"url": "https://kartta.example.org/"}, r"\{z\}"),
        ({"attribution": ""}, "attribution"),
        ({"service_name": " "}, "service_name"),
        ({"privacy_url": ""}, "privacy_url"),
        ({"max_native_zoom": "19"}, "max_native_zoom"),
        ({"zoom": 3}, "zoom"),
    ],
)
def test_a_street_map_half_told_is_an_error_that_names_what_is_wrong(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=rf"extra\.tno\.tiles.*{told}"):
        Settings.from_extra({"tno": {"tiles": TILES | change}})


def test_there_is_no_street_map_unless_it_is_told() -> None:
    assert Settings.from_extra({}).tiles == Tiles() and not Tiles().url
    assert Settings.from_extra({"tno": {"tiles": TILES}}).tiles.service_name == "Esimerkkikartta"


# --- the example content ----------------------------------------------------------------------------------------------


def test_without_a_street_map_no_script_of_a_map_names_any_host(whole_site: Site) -> None:
    scripts = {path: data for path, data in whole_site.files.items() if path.startswith("assets/maps/")}
    assert len(scripts) == 16
    assert [path for path, data in scripts.items() if b"http" in data] == []


def test_there_is_one_file_of_boundaries_for_all_maps(whole_site: Site) -> None:
    assert all(b'"kartta/rajat"' in data for path, data in whole_site.files.items() if path.startswith("assets/maps/"))
    boundaries = json.loads(whole_site.files[BOUNDARIES])
    assert len(boundaries["features"]) == 19


def points_in_list(page: HTMLParser) -> list[Any]:
    return page.css("[data-town]:not([data-town='']) .t-points > li")


@pytest.mark.parametrize("region", REGIONS)
def test_list_and_json_tell_of_the_same_points(whole_site: Site, region: str) -> None:
    page, data = whole_site.trees[f"{region}/kartta/"], json.loads(whole_site.files[f"data/kartta/{region}.json"])
    listed = points_in_list(page)
    assert len(listed) == len(data["points"]["at"]) > 0
    towns = [
        section.attributes["data-town"] for section in page.css("[data-town]") for _ in section.css(".t-points > li")
    ]
    assert [town for town in towns if town] == data["points"]["in"]
    assert sum("data-at" in point.attributes for point in listed) == sum(map(bool, data["points"]["at"]))
    assert len(page.css("[data-town=''] [data-service]")) == len(data["without"])


@pytest.mark.parametrize("region", REGIONS)
def test_points_with_coordinates_are_those_of_the_geojson_that_have_services(whole_site: Site, region: str) -> None:
    features = json.loads(whole_site.files["data/places.geojson"])["features"]
    told = {
        tuple(f"{each:.5f}" for each in feature["geometry"]["coordinates"][::-1])
        for feature in features
        if any(service.startswith(f"{region}/") for service in feature["properties"].get("services", ()))
    }
    listed = [point.attributes.get("data-at") for point in points_in_list(whole_site.trees[f"{region}/kartta/"])]
    assert {tuple(str(at).split(",")) for at in listed if at} == told


@pytest.mark.parametrize("region", REGIONS)
def test_every_service_of_a_region_stands_in_the_list_of_its_map(whole_site: Site, region: str) -> None:
    links = whole_site.trees[f"{region}/kartta/"].css("[data-service] a")
    listed = {"/".join((link.attributes["href"] or "").strip("./").split("/")) for link in links}
    data = json.loads(whole_site.files["data/services.json"])["services"]
    own = {each["id"].replace("/", "/palvelut/") for each in data if each["region"] == region}
    assert listed == own


def test_the_national_table_counts_what_the_regions_tell(whole_site: Site) -> None:
    rows = {
        row.attributes["data-region-row"]: [cell.text() for cell in row.css("td")]
        for row in whole_site.trees["kartta/"].css("tr[data-region-row]")
    }
    for region in REGIONS:
        page = whole_site.trees[f"{region}/kartta/"]
        counts = len(points_in_list(page)), len(page.css("[data-town=''] [data-service]"))
        assert rows[region][:2] == [str(count) for count in counts]


def centre_rows(site: Site) -> dict[str | None, HTMLParser]:
    return {row.attributes["data-centre-row"]: row for row in site.trees["kartta/"].css("tr[data-centre-row]")}


def test_every_centre_counts_the_points_of_its_municipalities_whoever_tells_of_them(whole_site: Site) -> None:
    areas = json.loads(whole_site.files["data/areas.json"])
    centres, towns = [centre[0] for centre in areas["elinvoimakeskukset"]], areas["municipalities"]
    told = [
        code
        for region in REGIONS
        for code in json.loads(whole_site.files[f"data/kartta/{region}.json"])["points"]["in"]
    ]
    rows = centre_rows(whole_site)
    counts = {key: [int(cell.text()) for cell in row.css("td")] for key, row in rows.items() if key in centres}
    assert list(counts) == centres and sum(points for points, _ in counts.values()) == len(told) > 0
    for number, centre in enumerate(centres):
        own = [code for code in told if towns[code][2] == number]
        assert counts[centre] == [len(own), len(set(own))]


def test_a_centre_names_its_sections_and_those_that_are_its_own_in_part(whole_site: Site) -> None:
    links = {
        key: [(link.text(), link.attributes["href"]) for link in row.css(".t-sub a")]
        for key, row in centre_rows(whole_site).items()
    }
    assert links["sisa-suomen-elinvoimakeskus"] == [
        ("Häme (Kanta-Häme)", "../hame/kartta/"),
        ("Pirkanmaa", "../pirkanmaa/kartta/"),
    ]
    assert ("Häme (Päijät-Häme)", "../hame/kartta/") in links["kaakkois-suomen-elinvoimakeskus"]


def test_on_the_map_every_maakunta_belongs_to_one_centre_and_its_municipalities_decide() -> None:
    known = country()
    lands = lands_of(known)
    drawn = [code for codes in lands.values() for code in codes]
    assert sorted(drawn) == sorted(known.maakunnat.keys() - {ALAND})
    assert lands["sisa-suomen-elinvoimakeskus"] == ["05", "06"]
    for centre, codes in lands.items():
        towns = [code for maakunta in codes for code in known.maakunnat[maakunta].municipality_codes]
        assert sorted(towns) == sorted(known.successor_areas[centre].municipality_codes)


def test_the_script_of_the_country_places_a_bubble_for_every_area_of_both_ways(whole_site: Site) -> None:
    script = whole_site.files["assets/maps/suomi.js"].decode()
    found = re.search(r"networkMap\.bubbles\(map_suomi, (.*)\);", script)
    assert found
    options, known = json.loads(found[1]), country()
    assert options["at"].keys() == known.ely_areas.keys()
    assert options["ways"]["elinvoimakeskukset"].keys() == known.successor_areas.keys()


def test_an_address_that_is_not_public_is_on_no_map(whole_site: Site) -> None:
    page = whole_site.trees["lappi/kartta/"]
    hidden = [point for point in points_in_list(page) if "Osoite ei ole julkinen" in point.text()]
    assert hidden and all("data-at" not in point.attributes and not point.css("p") for point in hidden)
