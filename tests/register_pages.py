"""Pages in the shapes that the register's interface gives, for tests. Everything in them is invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SERVICE, OTHER = "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002"
PLACE, E_SERVICE, PHONE, PAGE, FORM = (f"22222222-0000-4000-8000-00000000000{number}" for number in range(1, 6))
TOWN, COLLEGE = "33333333-0000-4000-8000-000000000001", "33333333-0000-4000-8000-000000000002"


def texts(kind: str | None = None, **languages: str | None) -> list[dict[str, Any]]:
    """A list of texts by language; `kind` is their type."""
    return [{"language": key, "value": text} | ({"type": kind} if kind else {}) for key, text in languages.items()]


def hours(kind: str = "DaysOfTheWeek", *rows: tuple[str, str, str], **more: Any) -> dict[str, Any]:
    """One row of opening hours; a day `Friday-Saturday` has both ends."""
    opening = [
        {"dayFrom": day.partition("-")[0], "dayTo": day.partition("-")[2], "from": f"{start}:00", "to": f"{end}:00"}
        for day, start, end in rows
    ]
    basis = {"isClosed": False, "validForNow": True, "isAlwaysOpen": False, "isReservation": False}
    dates = {"validFrom": None, "validTo": None, "additionalInformation": []}
    return {"serviceHourType": kind, **dates, **basis, "openingHour": opening, **more}


def street(**more: Any) -> dict[str, Any]:
    """A street address in Kajaani with coordinates."""
    return {
        "street": texts(fi="Mallikatu", sv="Mallikatu"),
        "streetNumber": "4 B",
        "postalCode": "87100",
        "postOffice": texts(fi="KAJAANI", sv="KAJANA"),
        "municipality": {"code": "205", "name": texts(fi="Kajaani", sv="Kajana")},
        "additionalInformation": texts(fi="Ovi on pihan puolella."),
        "latitude": "7123456.000",
        "longitude": "534567.000",
        "coordinateState": "Ok",
    } | more


def address(kind: str = "Location", sub: str = "Single", **more: Any) -> dict[str, Any]:
    """An address to visit; nullable siblings are null."""
    basis = {"postOfficeBoxAddress": None, "streetAddress": street(), "otherAddress": None, "locationAbroad": None}
    return {"type": kind, "subType": sub, **basis, "entrances": [], "country": "FI"} | more


def phone(number: str = "86123456", language: str = "fi", **more: Any) -> dict[str, Any]:
    """A telephone number as the register has it."""
    return {
        "type": "Phone",
        "additionalInformation": None,
        "serviceChargeType": "Chargeable",
        "chargeDescription": None,
        "prefixNumber": "+358",
        "isFinnishServiceNumber": False,
        "number": number,
        "language": language,
    } | more


def support_phone(number: str, **more: Any) -> dict[str, Any]:
    """The same where the register tells no type."""
    return {key: value for key, value in phone(number, **more).items() if key != "type"}


def channel(kind: str, own: str, name: str, **more: Any) -> dict[str, Any]:
    """A channel of one of the five kinds, its lists null or empty as they are in the interface."""
    return {
        "id": own,
        "sourceId": None,
        "serviceChannelType": kind,
        "organizationId": TOWN,
        "serviceChannelNames": texts("Name", fi=name),
        "serviceChannelDescriptions": [
            *texts("Summary", fi=f"{name} lyhyesti."),
            *texts("Description", fi=f"{name} lyhyesti."),
        ],
        "areaType": "Nationwide",
        "areas": None,
        "languages": ["fi", "sv"],
        "webPages": [],
        "serviceHours": [],
        "services": [],
        "serviceCollections": [],
        "publishingStatus": "Published",
        "modified": "2026-10-05T08:15:30.123Z",
        "ontologyTerms": None,
    } | more


def connection(own: str, name: str = "kanava", **more: Any) -> dict[str, Any]:
    """What a service says of one of its channels."""
    return {
        "serviceChannel": {"id": own, "name": name},
        "serviceChargeType": None,
        "description": [],
        "extraTypes": [],
        "serviceHours": [],
        "contactDetails": None,
        "digitalAuthorizations": [],
        "modified": "2026-10-05T08:15:30",
    } | more


def finto(code: str, name: str = "luokka", **more: Any) -> dict[str, Any]:
    """A class, a target group or a life event."""
    return {"name": texts(fi=name), "code": code, "ontologyType": "x", "uri": None, "parentUri": None} | more


def service(**more: Any) -> dict[str, Any]:
    """A guidance service of Kajaani in four languages, with channels of all five kinds and two organisations."""
    return {
        "id": SERVICE,
        "sourceId": None,
        "generalDescriptionId": None,
        "type": "Service",
        "fundingType": "PubliclyFunded",
        "serviceNames": [
            *texts("Name", sv="Karriärvägledning", fi="Mallilan uraohjaus", en="Career guidance", se="Karrieara"),
            *texts("AlternativeName", fi="Uraohjaus"),
        ],
        "serviceChargeType": "FreeOfCharge",
        "areaType": "LimitedType",
        "areas": [
            {
                "type": "Municipality",
                "code": None,
                "name": None,
                "municipalities": [
                    {"code": "205", "name": texts(fi="Kajaani")},
                    {"code": "765", "name": texts(fi="Sotkamo")},
                ],
            }
        ],
        "serviceDescriptions": [
            *texts(
                "Summary", fi="Apua, kun mietit alaa.", sv="Hjälp när du funderar på bransch.", en=None, se="Veahkki"
            ),
            *texts("Description", fi="Tule käymään.\n- Tuo todistus\n- Kysy *mitä* vain\n\n# ei otsikko"),
            *texts("Description", sv="Kom på besök.", en="Come and see us.", se="Boađe"),
            *texts("UserInstruction", fi="Varaa aika verkossa."),
            *texts("DeadLine", fi="Hakuaika päättyy toukokuussa."),
        ],
        "languages": ["fi", "sv", "en", "zh"],
        "serviceClasses": [finto("P6.4"), finto("P10.2")],
        "ontologyTerms": [finto("p1", "uraohjaus")],
        "targetGroups": [finto("KR1"), finto("KR1.3")],
        "lifeEvents": [finto("KE8"), finto("KE7")],
        "industrialClasses": [],
        "legislation": [{"names": texts(fi="Laki ohjauksesta"), "webPages": []}],
        "keywords": texts(fi="ammatinvalinta") + texts(sv="yrkesval"),
        "requirements": texts(fi="Sopii yli 16-vuotiaille."),
        "serviceChannels": [connection(own) for own in (PLACE, E_SERVICE, PHONE, PAGE, FORM)],
        "organizations": [
            {
                "organization": {"id": TOWN, "name": "Mallilan kaupunki"},
                "roleType": "Responsible",
                "provisionType": None,
            },
            {
                "organization": {"id": TOWN, "name": "Mallilan kaupunki"},
                "roleType": "Producer",
                "provisionType": "SelfProducedServices",
                "additionalInformation": [],
            },
            {"organization": {"id": COLLEGE, "name": "Esimerkkiopisto"}, "roleType": "OtherResponsible"},
        ],
        "serviceVouchersInUse": False,
        "serviceVouchers": [],
        "serviceCollections": None,
        "publishingStatus": "Published",
        "modified": "2026-10-06T22:30:00Z",
        "responsibleSoteOrganization": None,
    } | more


def channels() -> list[dict[str, Any]]:
    """One channel of each kind."""
    return [
        channel(
            "ServiceLocation",
            PLACE,
            "Mallilan ohjauspiste",
            oid=None,
            displayNameType=[{"type": "Name", "language": "fi"}],
            addresses=[address(), address("Postal", "PostOfficeBox", streetAddress=None, postOfficeBoxAddress=box())],
            phoneNumbers=[phone("86123456"), phone("86123456", "sv"), phone("86123457", type="Fax")],
            emails=[
                {"language": "fi", "value": "ohjaus@mallila.fi"},
                {"language": "fi", "value": "maija.mallinen@mallila.fi"},
            ],
            serviceHours=[
                hours(
                    "DaysOfTheWeek",
                    *((day, "09:00", "11:30") for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
                    *((day, "12:15", "16:00") for day in ("Monday", "Tuesday")),
                ),
                hours("Exceptional", validForNow=False, validFrom="2026-12-23T22:00:00Z", isClosed=True),
                hours(
                    "Exceptional",
                    ("", "09:00", "12:00"),
                    validForNow=False,
                    validFrom="2026-12-22T22:00:00Z",
                    validTo="2026-12-23T21:59:59Z",
                ),
                hours("Exceptional", validForNow=False, validFrom="2026-01-05T22:00:00", isClosed=True),
            ],
        ),
        channel(
            "EChannel",
            E_SERVICE,
            "Ajanvaraus verkossa",
            requiresAuthentication=True,
            requiresSignature=False,
            signatureQuantity=0,
            webPages=[
                {"url": "https://www.mallila.fi/sv", "value": None, "language": "sv"},
                {"url": "https://www.mallila.fi/varaa", "value": None, "language": "fi"},
            ],
            supportPhones=[support_phone("0295123456", prefixNumber=None, isFinnishServiceNumber=True)],
            supportEmails=[],
            accessibilityClassification=[{"accessibilityClassificationLevel": "Unknown", "language": "fi"}],
            attachments=None,
        ),
        channel(
            "Phone",
            PHONE,
            "Ohjauspuhelin",
            phoneNumbers=[phone("86111222", serviceChargeType="FreeOfCharge"), phone("401234567", type="Sms")],
            supportEmails=None,
            serviceHours=[hours("OverMidnight", ("Friday-Saturday", "22:00", "02:00")), hours(isReservation=True)],
        ),
        channel(
            "WebPage",
            PAGE,
            "Uraohjauksen sivu",
            webPages=[{"url": "www.mallila.fi/ura", "value": "www.mallila.fi/ura", "language": "fi"}],
            supportPhones=[],
            supportEmails=[],
        ),
        channel(
            "PrintableForm",
            FORM,
            "Hakulomake",
            formIdentifier=texts(fi="UO-1"),
            channelUrls=texts("PDF", fi="https://www.mallila.fi/lomake.pdf"),
            deliveryAddresses=[],
            attachments=[],
            supportPhones=None,
            supportEmails=None,
        ),
    ]


def box() -> dict[str, Any]:
    """A post office box."""
    return {
        "postOfficeBox": texts(fi="PL 1"),
        "postalCode": "87101",
        "postOffice": texts(fi="KAJAANI"),
        "municipality": None,
    }


def organisations() -> list[dict[str, Any]]:
    """A town, and a college that is a part of it."""
    basis: dict[str, Any] = {
        "oid": None,
        "sourceId": None,
        "businessName": None,
        "displayNameType": [{"type": "Name", "language": "fi"}],
        "areaType": None,
        "emails": [],
        "phoneNumbers": [],
        "webPages": [],
        "electronicInvoicings": None,
        "addresses": [],
        "services": [],
        "subOrganizations": None,
        "publishingStatus": "Published",
        "modified": "2026-09-01T05:00:00",
    }
    town = {
        "id": TOWN,
        "organizationType": "Municipality",
        "businessCode": "0201256-6",
        "organizationNames": texts("Name", fi="Mallilan kaupunki", sv="Mallby stad"),
        "organizationDescriptions": texts("Summary", fi="Kaupunki, joka on vain tässä."),
        "parentOrganizationId": None,
        "municipality": {"code": "205", "name": []},
        "webPages": [{"url": "https://www.mallila.fi", "value": None, "language": "fi"}],
        "emails": [{"language": "fi", "id": None, "description": None, "value": "kirjaamo@mallila.fi"}],
    }
    college = {
        "id": COLLEGE,
        "organizationType": "RegionalOrganization",
        "businessCode": None,
        "organizationNames": texts("Name", fi="Esimerkkiopisto"),
        "organizationDescriptions": None,
        "parentOrganizationId": TOWN,
        "municipality": None,
    }
    return [basis | town, basis | college]


def page(*items: Any, number: int = 1, count: int = 1) -> dict[str, Any]:
    """One page of a list."""
    return {"pageNumber": number, "pageSize": 100, "pageCount": count, "itemList": list(items)}


def save(folder: Path, **pages: Any) -> list[str]:
    """Files of the pages, `name.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for name, value in pages.items():
        file = folder / f"{name}.json"
        file.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding="utf-8")
        found.append(str(file))
    return found
