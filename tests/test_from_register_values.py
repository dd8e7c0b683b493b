"""Numbers, places, areas, classes and texts of the national register become ours."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import register_pages as pages
from register_imports import codes, imported, nodes, save, setting
from register_pages import texts
from tno.country.vocabulary import load_vocabularies
from tno.from_register.addresses import AddressReader
from tno.from_register.areas import AreaReader
from tno.from_register.contacts import ContactReader
from tno.from_register.coordinates import to_wgs84
from tno.from_register.notes import Notes, shown
from tno.from_register.texts import markdown
from tno.prose import render_prose
from trees import TABLES

pytestmark = pytest.mark.ptv


# --- ways to reach, places, areas, classes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"number": "161234567"}, {"type": "puhelin", "phone": "016 123 4567", "call_charge": "pvm-mpm"}),
        ({"number": "0161234567"}, {"type": "puhelin", "phone": "016 123 4567", "call_charge": "pvm-mpm"}),
        (
            {"number": "0295020713", "prefixNumber": None, "isFinnishServiceNumber": True, "serviceChargeType": None},
            {"type": "puhelin", "phone": "0295 020 713"},
        ),
        (
            {"number": "116111", "prefixNumber": None, "isFinnishServiceNumber": True,
             "serviceChargeType": "FreeOfCharge"},
            {"type": "puhelin", "phone": "116 111", "call_charge": "maksuton"},
        ),
        (
            {"number": "401234567", "type": "Sms", "serviceChargeType": "Other", "chargeDescription": "2 euroa viesti"},
            {"type": "tekstiviesti", "phone": "040 123 4567", "call_charge": "maksullinen", "note": "2 euroa viesti"},
        ),
        (
            {"number": "84650000", "prefixNumber": "+46"},
            {"type": "puhelin", "phone": "+4684650000", "call_charge": "pvm-mpm"},
        ),
    ],
)  # fmt: skip
def test_numbers_are_written_as_finns_write_them(told: dict[str, Any], expected: dict[str, str]) -> None:
    reader = ContactReader(setting().is_place, Notes().of())
    assert reader.phones(nodes("PhoneNumberWithType", [pages.phone() | told]), "phoneNumbers") == [expected]


def test_one_number_in_three_languages_is_one_channel_with_its_name_in_each() -> None:
    told = [pages.phone("161234567", each, additionalInformation=name)
            for each, name in (("sv", "Växel"), ("fi", "Vaihde"), ("en", None))]  # fmt: skip
    (found,) = ContactReader(setting().is_place, Notes().of()).phones(nodes("PhoneNumberWithType", told), "x")
    assert found["name"] == {"fi": "Vaihde", "sv": "Växel"}


def test_a_number_nobody_can_dial_is_named() -> None:
    notes = Notes()
    told = nodes("PhoneNumberWithType", [pages.phone("123"), pages.phone("", additionalInformation=None)])
    assert ContactReader(setting().is_place, notes.of()).phones(told, "phoneNumbers") == []
    assert (notes.found[0].field, notes.found[0].value) == ("phoneNumbers[0]", "+358 123")


@pytest.mark.parametrize(
    ("easting_m", "northing_m", "lat", "lon"),
    [
        (385595.0, 6671988.0, 60.168725498, 24.938179482),
        (443912.5, 7376021.25, 66.498314950, 25.739515529),
        (328000.0, 6823000.0, 61.502271173, 23.767789516),
        (534000.0, 7199000.0, 64.913432596, 27.718688121),
        (60000.0, 6700000.0, 60.197901888, 19.051142822),
        (732000.0, 7000000.0, 63.054904827, 31.591742104),
        (500000.0, 7776450.0, 70.094844462, 27.0),
        (500000.0, 6600000.0, 59.538349130, 27.0),
    ],
)
def test_metres_become_degrees_as_proj_makes_them(easting_m: float, northing_m: float, lat: float, lon: float) -> None:
    """Figures of PROJ 9 (EPSG:3067 to EPSG:4326), all corners of the country."""
    assert to_wgs84(northing_m, easting_m) == pytest.approx((lat, lon), abs=2e-9)


@pytest.mark.parametrize(
    "told",
    [
        {"coordinateState": "NotOk"},
        {"coordinateState": None},
        {"latitude": "534567", "longitude": "7123456"},
        {"latitude": "64.2", "longitude": "27.7"},
        {"latitude": "moi"},
        {"longitude": None},
    ],
)
def test_coordinates_that_are_not_sure_are_left_out_and_named(told: dict[str, Any]) -> None:
    notes = Notes()
    address = pages.address(streetAddress=pages.street(**told))
    (place,) = AddressReader(setting().country, notes.of()).places(nodes("AddressLocation", [address]), "addresses")
    assert "lat" not in place and codes(notes) == {"coordinates"}


@pytest.mark.parametrize("state", ["Ok", "ok", "EnteredByUser", "enteredByUser"])
def test_the_state_of_coordinates_is_understood_in_any_case(state: str) -> None:
    address = pages.address(streetAddress=pages.street(coordinateState=state))
    (place,) = AddressReader(setting().country, Notes().of()).places(nodes("AddressLocation", [address]), "addresses")
    assert (place["lat"], place["post_office"]) == ("64.23555", {"fi": "Kajaani", "sv": "Kajana"})


@pytest.mark.parametrize(
    ("told", "words", "code"),
    [
        ({"areaType": "Nationwide"}, ["koko-maa"], None),
        ({"areaType": "NationwideExceptAlandIslands"}, ["manner-suomi"], None),
        ({"areaType": "LimitedType", "areas": [{"type": "Region", "code": "18"}]}, ["koko-alue"], None),
        ({"areaType": "LimitedType", "areas": [{"type": "Region", "code": "19"}]}, ["lappi"], None),
        (
            {"areaType": "LimitedType", "areas": [{"type": "Municipality", "code": None,
             "municipalities": [{"code": "765"}, {"code": "49"}, {"code": "205"}]}]},
            ["Espoo", "Kajaani", "Sotkamo"], None,
        ),
        (
            {"areaType": "LimitedType", "areas": [{"type": "Municipality", "municipalities": [{"code": "588"}]}]},
            [], "area",
        ),
        ({"areaType": "LimitedType", "areas": [{"type": "HospitalDistrict", "code": "9"}]}, [], "area"),
        ({"areaType": None, "areas": None}, [], None),
    ],
)  # fmt: skip
def test_areas_become_words_of_ours(told: dict[str, Any], words: list[str], code: str | None) -> None:
    notes = Notes()
    (node,) = nodes("Service", [told])
    assert AreaReader(setting().country, "kainuu").words(node, notes.of()) == words
    assert codes(notes) == ({code} if code else set())


@pytest.mark.parametrize(
    "node",
    [
        {"code": "P6.4"},
        {"code": None, "uri": "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P6.4"},
        {"uri": "http://urn.fi/URN:NBN:fi:au:ptvl:OLD"},
    ],
)
def test_a_class_is_known_by_its_code_and_by_both_forms_of_its_address(node: dict[str, Any]) -> None:
    rows = (TABLES / "finland" / "ptv_classes.csv").read_text(encoding="utf-8")
    old = re.search(r"^service_class,P6\.4,.*?,(v\d+),", rows, re.M)
    assert old
    told = {key: each and each.replace("OLD", old[1]) for key, each in node.items()}
    found = setting().classes.of(nodes("FintoItem", [told])[0])
    assert found and found.code == "P6.4"


def test_the_table_of_classes_holds_only_terms_of_the_vocabularies() -> None:
    vocabularies = load_vocabularies(TABLES / "vocabularies.yml")
    names = {"P": "service_topic", "KR": "target_group", "KE": "life_situation"}
    classes = setting().classes._by_code.values()
    assert len({each.code for each in classes}) == 265
    for each in classes:
        vocabulary = vocabularies[names[re.match(r"[A-Z]+", each.code)[0]]]  # type: ignore[index]
        assert set(each.terms) <= set(vocabulary.terms), each.code
        assert not each.service_kind or each.service_kind in vocabularies["service_kind"]


def test_a_group_without_a_sure_equivalent_is_left_to_the_editor(tmp_path: Path) -> None:
    service = pages.service(targetGroups=[pages.finto("KR1"), pages.finto("KR1.4"), pages.finto("KR9", uri="x:KR9")])
    done = imported(tmp_path, *save(tmp_path, [service]))
    assert "target_groups" not in done.new[0].files["mallilan-uraohjaus.md"]
    told = [shown(note) for note in done.notes.found if note.field == "targetGroups"]
    assert any("KR1.4 Pitkäaikaissairaat" in each for each in told) and any("KR9" in each for each in told)


def test_a_service_without_a_finnish_name_is_told_and_not_written(tmp_path: Path) -> None:
    done = imported(
        tmp_path, *save(tmp_path, [pages.service(serviceNames=texts("Name", sv="Bara på svenska", fi=None))])
    )
    assert "name-missing" in codes(done.notes) and not any("bara" in name for new in done.new for name in new.files)


# --- texts ------------------------------------------------------------------------------------------------------------

LETTERS = st.text(st.sampled_from("abcäö AB.,:;!?()*_#<>[]`~|&\\-+=1234\n\"'"), max_size=60)


@settings(deadline=None, max_examples=150)
@given(LETTERS)
def test_plain_text_is_shown_as_it_was_written(text: str) -> None:
    shown_text = html.unescape(re.sub(r"<[^>]+>", " ", str(render_prose(markdown(text), lambda address: address))))
    without_bullets = re.sub(r"^ *[-–—*•] +(?=[^ \n])", "", text, flags=re.M)
    assert re.sub(r"\s+", "", shown_text) == re.sub(r"\s+", "", without_bullets)
