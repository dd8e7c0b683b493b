"""Services and events to search engines: every property stands where schema.org's own domains and ranges let it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calendar_records import hours
from scenes import scene_of
from tno.addresses import address_of
from tno.exports.event_data import EventData
from tno.exports.json_ld import ServiceData, hours_data
from tno.records import Event, Service
from tno.settings import Settings
from tno.views.scene import Scene
from trees import base_text, changed, folders_of, load_tree

SITE = "https://portaali.example.org/"
KINDS: Mapping[str, tuple[str, ...]] = {
    "GovernmentService": ("Service", "Thing"),
    "Service": ("Thing",),
    "GovernmentOrganization": ("Organization", "Thing"),
    "Organization": ("Thing",),
    "AdministrativeArea": ("Place", "Thing"),
    "Place": ("Thing",),
    "PeopleAudience": ("Audience", "Thing"),
    "Offer": ("Thing",),
    "ServiceChannel": ("Thing",),
    "ContactPoint": ("Thing",),
    "PostalAddress": ("ContactPoint", "Thing"),
    "GeoCoordinates": ("Thing",),
    "LocationFeatureSpecification": ("PropertyValue", "Thing"),
    "OpeningHoursSpecification": ("Thing",),
    "Event": ("Thing",),
    "EventSeries": ("Event", "Thing"),
    "Audience": ("Thing",),
    "VirtualLocation": ("Thing",),
}
"""Type → the types above it that matter here."""
DOMAINS: Mapping[str, tuple[set[str], set[type] | set[str]]] = {
    "name": ({"Thing"}, {str}),
    "description": ({"Thing"}, {str}),
    "url": ({"Thing"}, {str}),
    "serviceType": ({"Service"}, {str}),
    "provider": ({"Service"}, {"Organization"}),
    "areaServed": ({"Service", "ContactPoint", "Organization"}, {"AdministrativeArea"}),
    "audience": ({"Service", "Event"}, {"Audience"}),
    "audienceType": ({"Audience"}, {str}),
    "suggestedMinAge": ({"PeopleAudience"}, {int}),
    "suggestedMaxAge": ({"PeopleAudience"}, {int}),
    "offers": ({"Service", "Event"}, {"Offer"}),
    "availabilityStarts": ({"Offer"}, {str}),
    "availabilityEnds": ({"Offer"}, {str}),
    "price": ({"Offer"}, {int}),
    "priceCurrency": ({"Offer"}, {str}),
    "availableChannel": ({"Service"}, {"ServiceChannel"}),
    "availableLanguage": ({"ServiceChannel", "ContactPoint"}, {str}),
    "servicePhone": ({"ServiceChannel"}, {"ContactPoint"}),
    "serviceSmsNumber": ({"ServiceChannel"}, {"ContactPoint"}),
    "serviceUrl": ({"ServiceChannel"}, {str}),
    "serviceLocation": ({"ServiceChannel"}, {"Place"}),
    "telephone": ({"ContactPoint", "Organization", "Place"}, {str}),
    "hoursAvailable": ({"ContactPoint", "LocationFeatureSpecification", "Service"}, {"OpeningHoursSpecification"}),
    "openingHoursSpecification": ({"Place"}, {"OpeningHoursSpecification"}),
    "address": ({"Place", "Organization"}, {"PostalAddress"}),
    "addressLocality": ({"PostalAddress"}, {str}),
    "addressCountry": ({"PostalAddress"}, {str}),
    "streetAddress": ({"PostalAddress"}, {str}),
    "postalCode": ({"PostalAddress"}, {str}),
    "geo": ({"Place"}, {"GeoCoordinates"}),
    "latitude": ({"GeoCoordinates", "Place"}, {float}),
    "longitude": ({"GeoCoordinates", "Place"}, {float}),
    "amenityFeature": ({"Place"}, {"LocationFeatureSpecification"}),
    "value": ({"PropertyValue"}, {bool}),
    "dayOfWeek": ({"OpeningHoursSpecification"}, {str}),
    "opens": ({"OpeningHoursSpecification"}, {str}),
    "closes": ({"OpeningHoursSpecification"}, {str}),
    "validFrom": ({"OpeningHoursSpecification"}, {str}),
    "validThrough": ({"OpeningHoursSpecification"}, {str}),
    "startDate": ({"Event"}, {str}),
    "endDate": ({"Event"}, {str}),
    "previousStartDate": ({"Event"}, {str}),
    "eventStatus": ({"Event"}, {str}),
    "eventAttendanceMode": ({"Event"}, {str}),
    "location": ({"Event", "Organization"}, {"Place", "VirtualLocation"}),
    "organizer": ({"Event"}, {"Organization"}),
    "inLanguage": ({"Event"}, {str}),
    "isAccessibleForFree": ({"Event", "Place"}, {bool}),
    "maximumAttendeeCapacity": ({"Event", "Place"}, {int}),
    "superEvent": ({"Event"}, {"Event"}),
    "subEvent": ({"Event"}, {"Event"}),
}
"""Property → (types it may be told of, types its value may have), as the page schema.org/<property> says."""
EVERYTHING = """\
  - {type: puhelin, phone: 016 00 1234, call_charge: maksuton, hours: {ma-pe: "9-16"}, languages: [fi, selkosuomi]}
  - {type: tekstiviesti, phone: 016 00 1234}
  - {type: takaisinsoitto, phone: 016 00 1235}
  - {type: sahkoposti, email: neuvo@example.org}
  - {type: chat, url: "https://example.org/chat", hours: {ma: "9-16"}}
  - {type: verkkosivu, url: "https://example.org/?a=<b>"}
  - {type: liikkuva-palvelu, note: Auto kiertää kylissä.}
  - type: palvelupaikka
    place: {municipality: Rovaniemi, street: Tuulipolku 9, address_public: ei, lat: 66.5, lon: 25.7}
"""


def data_of(scene: Scene) -> list[dict[str, Any]]:
    data = ServiceData(scene, SITE)
    found = (data.of(service, address_of(service)) for service in scene.network.all_of(Service).values())
    return [json.loads(text) for text in found if text]


def everything(folder: Path) -> dict[str, Any]:
    """A service with a channel of every kind beside its place, for people of 15–29."""
    before, rest = base_text("services/ohjaamo.md").split("  - type: puhelin")
    facts = "eligibility: {age_min: 15, age_max: 29}\nprice: {kind: maksuton}\n"
    text = f"{before}{EVERYTHING}{facts}verified:{rest.split('verified:')[1]}"
    (found,) = data_of(scene_of(folder, {"services/ohjaamo.md": text}))
    return found


def faults(node: Any, kind: str = "", place: str = "") -> Iterator[str]:
    """What of a tree schema.org does not know, with its place."""
    own = {node["@type"], *KINDS[node["@type"]]}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        domain, target = DOMAINS[name]
        if not own & domain:
            yield f"{place}: {node['@type']} has no {name}"
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                if not {each["@type"], *KINDS[each["@type"]]} & target:
                    yield f"{place}.{name}: {each['@type']}"
                yield from faults(each, name, f"{place}.{name}")
            elif type(each) not in target:
                yield f"{place}.{name}: {each!r}"


def test_every_property_stands_where_schema_org_lets_it(tmp_path: Path) -> None:
    network = load_tree(folders_of("kaikki")).network
    every = [everything(tmp_path), *data_of(Scene(network.on(date(2026, 11, 21)), date(2026, 11, 21), Settings()))]
    assert len(every) > 3
    assert [fault for each in every for fault in faults(each)] == []


def test_the_table_of_domains_would_find_hours_of_a_channel() -> None:
    channel = {"@type": "ServiceChannel", "hoursAvailable": [{"@type": "OpeningHoursSpecification", "opens": "09:00"}]}
    assert list(faults(channel)) == [": ServiceChannel has no hoursAvailable"]


def test_each_channel_is_told_in_its_own_way(tmp_path: Path) -> None:
    found = everything(tmp_path)
    ways = [next((name for name in channel if name.startswith("service")), "") for channel in found["availableChannel"]]
    assert ways == [
        *("serviceLocation", "servicePhone", "serviceSmsNumber", "servicePhone", "serviceUrl", "serviceUrl"),
        *("serviceUrl", "", "serviceLocation"),
    ]
    telephone = found["availableChannel"][1]
    assert telephone["servicePhone"]["telephone"] == "+35816001234"
    assert telephone["availableLanguage"] == ["fi"]
    assert found["availableChannel"][4]["serviceUrl"] == "mailto:neuvo@example.org"


def test_a_hidden_address_is_told_by_its_municipality_alone(tmp_path: Path) -> None:
    place = everything(tmp_path)["availableChannel"][-1]["serviceLocation"]
    assert place == {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressLocality": "Rovaniemi", "addressCountry": "FI"},
    }


def test_nothing_in_the_data_can_end_its_script(tmp_path: Path) -> None:
    files = changed("services/ohjaamo.md", ("name: Ohjaamo", "name: Ohjaamo </script> & \"'"))
    scene = scene_of(tmp_path, files)
    (service,) = scene.network.all_of(Service).values()
    text = ServiceData(scene, SITE).of(service, address_of(service))
    assert "<" not in text and json.loads(text)["name"] == "Ohjaamo </script> & \"'"


def test_a_service_that_is_not_given_now_is_not_told(tmp_path: Path) -> None:
    files = changed("services/ohjaamo.md", ("verified:", "status: tauolla\nverified:"))
    assert data_of(scene_of(tmp_path, files)) == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"ma-ti": "9-16"}, ["Monday Tuesday 09:00-16:00"]),
        ({"ma": "8.30-11.30, 12-16"}, ["Monday 08:30-11:30", "Monday 12:00-16:00"]),
        ({"pe": "22-02"}, ["Friday 22:00-02:00"]),
        ({"pe": "18-24"}, ["Friday 18:00-00:00"]),
        ({"su": "00-24"}, ["Sunday 00:00-23:59"]),
        (
            {"ma-to": "9-16", "exceptions": [{"from": "2026-11-25", "until": "2026-11-29", "closed": "kyllä"}]},
            ["Monday Tuesday Wednesday Thursday 09:00-16:00", "00:00-00:00 2026-11-25–2026-11-26"],
        ),
        (
            {"ma-su": "9-16", "exceptions": [{"date": "2026-12-01", "hours": "12-14"}]},
            [
                "Monday Tuesday Wednesday Thursday Friday Saturday Sunday 09:00-16:00",
                "12:00-14:00 2026-12-01–2026-12-01",
            ],
        ),
        ({"unknown": "kyllä"}, []),
    ],
    ids=str,
)
def test_hours_are_a_week_and_coming_days_that_differ(values: dict[str, Any], told: list[str]) -> None:
    network = load_tree(folders_of("minimal")).network
    scene = Scene(network, date(2026, 11, 21), Settings())
    found = json.loads(f"[{hours_data(scene, hours(values))}]")
    assert [_shown(each) for each in found] == told


def _shown(each: dict[str, Any]) -> str:
    days = [day.removeprefix("https://schema.org/") for day in each.get("dayOfWeek", ())]
    limits = [f"{each['validFrom']}–{each['validThrough']}"] if "validFrom" in each else []
    return " ".join([*days, f"{each['opens']}-{each['closes']}", *limits])


def test_a_week_that_does_not_always_hold_is_told_for_the_days_ahead() -> None:
    scene = Scene(load_tree(folders_of("minimal")).network, date(2026, 11, 21), Settings())
    found = json.loads(f"[{hours_data(scene, hours({'ma': '9-10', 'weeks': 'parilliset'}))}]")
    assert (found[0]["validFrom"], found[0]["validThrough"]) == ("2026-11-21", "2026-12-25")
    assert [each["validFrom"] for each in found[1:]] == ["2026-11-30", "2026-12-14"]


# --- events -----------------------------------------------------------------------------------------------------------

PLAIN_EVENT = """\
- id: ilta
  name: Avoin ilta
  summary: Tule juttelemaan.
  kind: neuvontapiste
  organiser: tuulipolun-ohjaamo
  audience: kansalaiset
  languages: [fi, selkosuomi]
"""


def event_data(folder: Path, facts: str) -> dict[str, Any]:
    """What is told of one event with these lines added to it."""
    lines = "".join(f"  {line}\n" for line in facts.strip().splitlines())
    scene = scene_of(folder, {"events/uudet.yml": PLAIN_EVENT + lines})
    event = next(event for event in scene.network.all_of(Event).values() if event.id == "ilta")
    told: dict[str, Any] = json.loads(EventData(scene, SITE, ServiceData(scene, SITE)).of(event, address_of(event)))
    assert list(faults(told)) == []
    return told


def test_every_property_of_every_example_event_stands_where_schema_org_lets_it() -> None:
    scene = Scene(load_tree(folders_of("kaikki")).network.on(date(2026, 11, 21)), date(2026, 11, 21), Settings())
    data = EventData(scene, SITE, ServiceData(scene, SITE))
    every = [json.loads(data.of(event, address_of(event))) for event in scene.network.all_of(Event).values()]
    assert {each["@type"] for each in every} == {"Event", "EventSeries"}
    assert [fault for each in every for fault in faults(each)] == []


def test_an_event_at_a_place_and_online_is_told_with_its_offset(tmp_path: Path) -> None:
    told = event_data(
        tmp_path,
        "start: 2027-02-03 09:00\nend: 16:00\nplace: tuulipolun-talo\nonline_url: https://example.org/ilta\n"
        "price: {kind: maksuton}\nsignup: {url: https://example.org/tule, closes: 2027-01-31, capacity: 20}",
    )
    assert (told["startDate"], told["endDate"]) == ("2027-02-03T09:00+02:00", "2027-02-03T16:00+02:00")
    assert [each["@type"] for each in told["location"]] == ["Place", "VirtualLocation"]
    assert told["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")
    assert told["eventStatus"] == "https://schema.org/EventScheduled"
    assert told["offers"] == {
        "@type": "Offer",
        "url": "https://example.org/tule",
        "price": 0,
        "priceCurrency": "EUR",
        "availabilityEnds": "2027-01-31",
    }
    assert told["isAccessibleForFree"] is True and told["maximumAttendeeCapacity"] == 20
    assert told["inLanguage"] == ["fi"]


def test_a_series_is_told_with_its_dates_and_what_is_off(tmp_path: Path) -> None:
    told = event_data(
        tmp_path,
        "start: 2026-12-01 12:00\nend: 13:00\nplace: tuulipolun-talo\nseries: Avoimet illat\n"
        "repeat: {every: viikko, times: 4}\noverrides:\n- {date: 2026-12-08, status: peruttu}\n"
        "- {date: 2026-12-15, start: 2026-12-16 14:00, status: siirretty}",
    )
    assert told["@type"] == "EventSeries" and told["superEvent"]["name"] == "Avoimet illat"
    statuses = [each["eventStatus"].rpartition("/")[2] for each in told["subEvent"]]
    assert statuses == ["EventScheduled", "EventCancelled", "EventRescheduled", "EventScheduled"]
    moved = told["subEvent"][2]
    assert (moved["previousStartDate"], moved["startDate"]) == ("2026-12-15T12:00+02:00", "2026-12-16T14:00+02:00")
    assert moved["url"].endswith("#2026-12-15")


def test_whole_days_are_dates_with_the_last_one(tmp_path: Path) -> None:
    told = event_data(tmp_path, "start: 2027-03-01\nend: 2027-03-28\nplace: tuulipolun-talo")
    assert (told["startDate"], told["endDate"]) == ("2027-03-01", "2027-03-28")
