"""Of what the national register says nothing is lost in silence, and nobody is named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import register_pages as pages
from register_imports import codes, imported, save
from register_pages import PLACE, SERVICE, TOWN, texts
from tno.from_register import notes as notes_module
from tno.from_register.labels import LABELS, labelled
from tno.from_register.notes import TEXTS, shown
from tno.from_register.people import is_personal_address, without_people
from tno.from_register.report import report_lines
from tno.from_register.saved_pages import CHANNELS
from tno.from_register.shapes import _WITHOUT_CONTENT, shapes
from trees import ROOT

pytestmark = pytest.mark.ptv
SOURCES = ROOT / "hooks" / "tno" / "from_register"


# --- nothing is lost in silence ---------------------------------------------------------------------------------------

_VALUES: dict[tuple[str, str], Any] = {
    ("", "language"): "fi",
    ("", "publishingStatus"): "Published",
    ("", "modified"): "2026-10-05T08:15:30Z",
    ("", "code"): "205",
    ("", "prefixNumber"): "+358",
    ("", "number"): "86123456",
    ("", "roleType"): "Responsible",
    ("", "serviceChargeType"): "Chargeable",
    ("", "areaType"): "LimitedType",
    ("", "coordinateState"): "Ok",
    ("", "latitude"): "7123456",
    ("", "longitude"): "534567",
    ("Area", "type"): "Municipality",
    ("PhoneNumberWithType", "type"): "Phone",
    ("ServiceHour", "serviceHourType"): "DaysOfTheWeek",
    ("ServiceHour", "validFrom"): "2026-12-01T00:00:00Z",
    ("ServiceHour", "validTo"): "2026-12-20T00:00:00Z",
    ("DailyOpeningTime", "dayFrom"): "Monday",
    ("DailyOpeningTime", "dayTo"): "",
    ("DailyOpeningTime", "from"): "09:00:00",
    ("DailyOpeningTime", "to"): "15:00:00",
    ("NameTypeByLanguage", "type"): "Name",
    ("Service", "type"): "Service",
}
_TYPES = (
    "Name",
    "AlternativeName",
    "Summary",
    "Description",
    "UserInstruction",
    "DeadLine",
    "ChargeTypeAdditionalInfo",
)
_LOOKED_AT = {"language", "modified", "municipalities", "code"}
"""Fields without content of their own by which others are found."""


class Whole:
    """Objects with every field of the table, each text with a mark of its own."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}

    def mark(self, where: str) -> str:
        text = f"Merkki{chr(97 + len(self.marks) // 676 % 26)}{chr(97 + len(self.marks) // 26 % 26)}"
        text += chr(97 + len(self.marks) % 26) + "x"
        self.marks[text] = where
        return text

    def object(self, kind: str, where: str, depth: int = 0) -> dict[str, Any]:
        return {name: self.value(kind, name, shape, f"{where}.{name}", depth) for name, shape in shapes()[kind].items()}

    def value(self, kind: str, name: str, shape: Any, where: str, depth: int) -> Any:
        if name in {"type", "subType", "country"}:
            return _VALUES.get((kind, name), "x")
        if name in _WITHOUT_CONTENT[""] | _WITHOUT_CONTENT.get(kind, frozenset()) and name not in _LOOKED_AT:
            return None
        if shape.many and shape.type == "LocalizedListItem":
            return [{"language": "fi", "type": each, "value": self.mark(f"{where}.{each}")} for each in _TYPES]
        one = self.one(kind, name, shape.type, where, depth)
        return [one] if shape.many else one

    def one(self, kind: str, name: str, of: str, where: str, depth: int) -> Any:
        told = _VALUES.get((kind, name), _VALUES.get(("", name)))
        if of == "bool":
            return kind != "ServiceHour"
        if of == "int":
            return 7
        if of in shapes():
            return self.object(of, where, depth + 1)
        if name == "url":
            return f"https://www.mallila.fi/{self.mark(where)}"
        return told if told is not None else self.mark(where)


def test_every_text_of_every_field_is_in_a_file_or_in_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes_module, "MOST_LETTERS", 100_000)
    whole = Whole()
    service = whole.object("Service", "Service") | {"id": SERVICE, "serviceClasses": [pages.finto("P6.4")]}
    service |= {"targetGroups": [pages.finto("KR1")], "lifeEvents": [pages.finto("KE8")], "languages": ["fi"]}
    service["organizations"][0]["organization"]["id"] = TOWN
    links, channels = [], []
    for told, kind in CHANNELS.items():
        own = f"id-{kind}"
        link = whole.object("ServiceServiceChannel", f"Service.serviceChannels[{kind}]")
        links.append(link | {"serviceChannel": {"id": own, "name": "x"}})
        channel = whole.object(kind, kind) | {"id": own, "serviceChannelType": told, "languages": ["fi"]}
        for each in channel.get("addresses", ()):
            each |= {"type": "Location", "subType": "Single", "postOfficeBoxAddress": None, "locationAbroad": []}
        channels.append(channel | {"services": []})
    service["serviceChannels"] = links
    organisation = whole.object("Organization", "Organization") | {"id": TOWN, "parentOrganizationId": None}
    files = save(tmp_path, [service], channels)
    files[2:] = pages.save(tmp_path / "x", organisations=pages.page(organisation))
    done = imported(tmp_path, *files)
    told = "\n".join([*report_lines(done.notes), *(text for new in done.new for text in new.files.values())])
    given_text = "".join(Path(file).read_text(encoding="utf-8") for file in files)
    marks = {mark: where for mark, where in whole.marks.items() if mark in given_text}
    assert len(marks) > 300
    silent = {where for mark, where in marks.items() if mark not in told}
    assert silent == set()
    assert codes(done.notes).isdisjoint({"unknown-field", "unknown-value"})


def test_unknown_fields_and_values_are_named_with_their_json_path(tmp_path: Path) -> None:
    service = pages.service(
        uusiKentta="arvo", serviceChargeType={"a": 1}, keywords="ei lista", languages=["fi", 7, None]
    )
    done = imported(tmp_path, *save(tmp_path, [pages.service(id=pages.OTHER), service]))
    found = {(note.code, note.field): note.value for note in done.notes.found}
    assert found["unknown-field", "services.json: $.itemList[1].uusiKentta"] == "arvo"
    assert ("unknown-value", "services.json: $.itemList[1].serviceChargeType") in found
    assert found["unknown-value", "services.json: $.itemList[1].keywords"] == "ei lista"


def test_records_of_an_unknown_kind_are_named(tmp_path: Path) -> None:
    odd = {"id": "1", "serviceChannelType": "Robot", "nimi": "outo"}
    done = imported(tmp_path, *save(tmp_path, [odd, {"id": "2", "name": "vain nimi"}, 7, None]))
    told = [shown(note) for note in done.notes.found if note.code in {"unknown-item", "only-names"}]
    assert len(told) == 4 and "$.itemList[0]" in told[0] and "vain tunniste ja nimi" in told[1]


def test_channels_that_are_not_in_the_files_are_named(tmp_path: Path) -> None:
    done = imported(tmp_path, *save(tmp_path, channels=[]))
    missing = [note for note in done.notes.found if note.code == "channel-missing"]
    assert len(missing) == 5 and PLACE in missing[0].value
    assert any(note.code == "fill-in" and "channels" in note.value for note in done.notes.found)


def test_a_channel_that_only_the_channel_connects_is_found_too(tmp_path: Path) -> None:
    channels = pages.channels()[:1]
    link = pages.connection("x") | {"service": {"id": SERVICE, "name": "x"}}
    channels[0]["services"] = [{key: value for key, value in link.items() if key != "serviceChannel"}]
    done = imported(tmp_path, *save(tmp_path, [pages.service(serviceChannels=None)], channels))
    assert "palvelupaikka" in done.new[0].files["mallilan-uraohjaus.md"]


def test_every_note_has_its_words_and_every_word_its_note() -> None:
    sources = "\n".join(file.read_text(encoding="utf-8") for file in SOURCES.glob("*.py") if file.name != "notes.py")
    sources += (ROOT / "hooks/tno/commands/import_ptv.py").read_text(encoding="utf-8")
    assert {code for code in TEXTS if f'"{code}"' not in sources} == set()
    used = set(re.findall(r'(?:notes|_notes|_every|said|of\([^()]*\))\.add\(\s*"([a-z-]+)"', sources))
    assert used and used <= set(TEXTS)


def test_fields_are_called_by_their_finnish_names() -> None:
    assert labelled("legislation") == "Lainsäädäntö (legislation)"
    assert labelled("phoneNumbers[2].number") == "Puhelinnumerot (phoneNumbers[2].number)"
    assert labelled("languages.json: $.itemList[1].x") == "languages.json: $.itemList[1].x"
    assert set(LABELS) <= {name for fields in shapes().values() for name in fields}


# --- persons ----------------------------------------------------------------------------------------------------------

PERSONS = ("Keksitty Mallinen", "keksitty.mallinen@mallila.fi", "k.mallinen@mallila.fi")


def test_persons_are_in_no_file_and_not_in_the_report(tmp_path: Path) -> None:
    channels = pages.channels()
    channels[0]["emails"] = [{"language": "fi", "value": each} for each in PERSONS[1:]]
    channels[2]["phoneNumbers"][0]["additionalInformation"] = "Keksitty Esimerkki"
    channels[0]["entrances"] = None
    described = "Tule käymään. Ohjaaja Keksitty Esimerkki auttaa. Kysy: keksitty.mallinen@mallila.fi. Odota hetki."
    service = pages.service(serviceDescriptions=texts("Description", fi=described) + texts("Summary", fi="Apua."))
    service["legislation"] = [{"names": texts(fi="Kysy Keksitty Mallinen"), "webPages": []}]
    done = imported(tmp_path, *save(tmp_path, [service], channels))
    files = "\n".join(text for new in done.new for text in new.files.values())
    told = "\n".join(report_lines(done.notes))
    assert "Tule käymään." in files and "Odota hetki." in files
    for person in (*PERSONS, "Keksitty Esimerkki"):
        assert person.lower() not in files.lower() and person.lower() not in told.lower()
    assert {"person", "person-address"} <= codes(done.notes)


@pytest.mark.parametrize(
    ("address", "is_person"),
    [
        ("ohjaamo@kunta.fi", False),
        ("ohjaamo.rovaniemi@kunta.fi", False),
        ("tyollisyys-palvelut@kunta.fi", False),
        ("kirjaamo@kunta.fi", False),
        ("etunimi.sukunimi@kunta.fi", True),
        ("e.sukunimi@kunta.fi", True),
        ("etunimi_sukunimi2@kunta.fi", True),
        ("jokinnimi@gmail.com", True),
    ],
)
def test_a_persons_own_address_is_told_from_a_roles(address: str, is_person: bool) -> None:
    assert is_personal_address(address) is is_person


def test_ordinary_sentences_lose_nothing() -> None:
    for text in ("Lapin Ohjaamo auttaa.", "Kysy opinto-ohjaajalta Rovaniemen lukiosta.", "Työllisyysalue palvelee."):
        assert without_people(text) == (text, 0)
