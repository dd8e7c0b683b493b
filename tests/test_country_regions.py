"""The regions' own files say the same as the country's tables."""

from __future__ import annotations

import re

import pytest

from finland import REGIONS, country
from tno.country.source import Entry, read_entries

IDS = sorted(country().ely_areas)


def profile(region: str) -> Entry:
    return read_entries(REGIONS / region / "region.yml")


def test_each_ely_area_and_the_national_section_has_a_folder() -> None:
    folders = {file.parent.name for file in REGIONS.glob("*/region.yml")}
    assert folders == {*IDS, "kansallinen"}


@pytest.mark.parametrize("region", IDS)
def test_a_region_tells_its_names_maakunnat_and_authority_as_the_tables_do(region: str) -> None:
    area, written = country().ely_areas[region], profile(region)
    assert written["id"] == region
    assert written["name"] == area.names
    assert written.texts("maakunnat") == area.maakunta_codes
    authority = written.entry("authority")
    assert authority["name"] == area.authority
    assert authority.day("valid_until") == area.valid_until
    assert authority.texts("succeeded_by") == area.succeeded_by


@pytest.mark.parametrize("region", IDS)
def test_a_region_makes_swedish_pages_only_where_it_has_bilingual_municipalities(region: str) -> None:
    bilingual = any("sv" in m.languages for m in country().municipalities_of(country().ely_areas[region]))
    assert profile(region).texts("languages")[0] == "fi"
    assert ("sv" in profile(region).texts("languages")) == bilingual


def test_the_national_section_has_no_area_of_its_own() -> None:
    assert not {"maakunnat", "authority", "sub_areas"} & set(profile("kansallinen"))


def sub_areas() -> dict[str, Entry]:
    return {area["id"]: area for area in profile("lappi")["sub_areas"]}


def test_every_municipality_of_lapland_is_in_a_sub_area_and_only_enontekio_in_two() -> None:
    named = [name for area in sub_areas().values() for name in area.texts("municipalities")]
    found = [country().find_municipality(name) for name in named]
    assert {m.code for m in found if m} == set(country().ely_areas["lappi"].municipality_codes)
    assert None not in found
    assert {name for name in named if named.count(name) > 1} == {"Enontekiö"}


def test_lapland_has_its_five_sub_areas_all_marked_as_uncertain() -> None:
    assert set(sub_areas()) == {"lansi-lappi", "ita-lappi", "keski-lappi", "tunturi-lappi", "saamelaisalue"}
    assert {area["certainty"] for area in sub_areas().values()} == {"alustava"}


def test_cooperation_of_sub_areas_is_mutual() -> None:
    pairs = {(one, other) for one, area in sub_areas().items() for other in area.texts("works_with")}
    assert pairs == {("keski-lappi", "tunturi-lappi"), ("tunturi-lappi", "keski-lappi")}


def test_no_region_file_holds_an_address_that_could_reach_anybody() -> None:
    for file in REGIONS.glob("*/region.yml"):
        text = file.read_text(encoding="utf-8")
        assert all(host.endswith("example.org") for host in re.findall(r"@([\w.-]+)", text)), file
        numbers = re.findall(r"phone: *(.+)", text)
        assert all(re.match(r"\"?01[3-9] 00 ", number) for number in numbers), file
        assert "http" not in text
