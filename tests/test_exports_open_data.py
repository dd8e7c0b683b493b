"""Open data: what the files tell, that the documentation tells the same, and that nothing hidden is in them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scenes import scene_of
from site_building import Site
from tno.edition import Edition
from tno.exports.network_data import NETWORK
from tno.exports.open_data import FILES, DataFiles
from tno.frames import Site as SiteFacts
from tno.kept import Kept
from tno.views.data_fields import fields_of, network_head, places_head, services_head
from tno.views.data_page import BYTES_OF
from tno.views.data_table import COLUMNS
from tno.views.scene import Scene
from trees import DAY

FACTS = SiteFacts("TNO", "https://portaali.example.org/", "", Edition.PUBLIC)
GOLDEN = Path(__file__).parent / "golden" / "open-data"
TEXTS = {"fi", "sv", "en", "se", "smn", "sms"}
"""Keys of a map of languages: one field, whatever is in it."""
WEEK = {"ma", "ti", "ke", "to", "pe", "la", "su"}
FULL = """\
---
name: {fi: Ääni ja apu, sv: Röst och hjälp}
summary: "=Apua; ja \\"neuvoja\\""
organisation: tuulipolun-ohjaamo
kind: [neuvonta, ohjaus]
target_groups: [nuoret]
topics: [tyo, koulutus]
life_situations: [alan-vaihto]
areas: [Kemi, Tornio]
languages: [fi, sv]
channels:
  - type: palvelupaikka
    place: kirjasto
    hours:
      ma-to: "9-16"
      pe: "8.30-11.30, 12.15-16"
      la: suljettu
      weeks: parilliset
      note: Lounastauko vaihtelee.
      season:
        - {from: 1.6., until: 31.8., ma-ke: "00-24", weeks: parittomat, note: Kesä.}
      exceptions:
        - {date: 2026-12-23, hours: "9-12", note: Kokous.}
        - {named_day: [jouluaatto], closed: kyllä}
        - {from: 2026-12-27, until: 2026-12-29, hours: "9-10", holidays: kyllä}
  - type: puhelin
    name: Neuvontanumero
    phone: 016 00 1234
    call_charge: maksuton
    hours: {unknown: kyllä}
    languages: fi
    answer_time: Heti.
    note: Voit jättää viestin.
    areas: Kemi
  - {type: sahkoposti, email: aani@example.org}
  - {type: verkkosivu, url: "https://example.org/aani"}
  - type: ryhma
    place: {municipality: Tornio, street: Rantatie 1, lat: 65.8481, lon: 24.1466}
  - type: liikkuva-palvelu
    place: turvatalo
eligibility: {age_min: 16, age_max: 29, text: Nuorille., referral: ei-tarvita, not_for: Ei yrityksille.}
price: {kind: maksullinen, text: 5 euroa}
anonymous: ei
appointment: mahdollinen
valid_from: 2026-01-01
valid_until: 2027-12-31
maintainer: tuulipolun-ohjaamo
external_ids: {ptv: abc, hsds: def}
verified: 2026-10-01
---
"""
PLACES = """\
- id: kirjasto
  name: {fi: Kirjasto, sv: Biblioteket}
  municipality: Kemi
  street: Kirjatie 2
  postal_code: "94100"
  post_office: Kemi
  lat: 65.7362
  lon: 24.5637
  entrance: Ovi pihalta.
  accessibility: [hissi]
  transit_note: Bussi 1.
  verified: 2026-10-01
- id: turvatalo
  name: Lumikellon talo
  municipality: Kemi
  street: Salattukuja 7
  postal_code: "94700"
  lat: 65.7555
  lon: 24.5444
  address_public: ei
"""
ENDED = FULL.replace("valid_until: 2027-12-31", "valid_until: 2026-10-31").replace("Ääni ja apu", "Mennyt")


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """The region `minimal` with a service that has everything a service can have."""
    files = {"services/aani.md": FULL, "services/mennyt.md": ENDED, "places/muut.yml": PLACES}
    return scene_of(tmp_path, files)


def texts_of(scene: Scene, kept: Kept | None = None) -> dict[str, str]:
    return {path: data.decode() for path, data in DataFiles(scene, FACTS, "guard", kept).texts()}


def services_of(scene: Scene) -> list[dict[str, Any]]:
    return json.loads(texts_of(scene)["data/services.json"])["services"]  # type: ignore[no-any-return]


def rows_of(text: str) -> list[dict[str, str]]:
    """The table as a program reads it that was told of its rules."""
    assert text.startswith("\ufeff") and "\r\n" in text
    rows = csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";")
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows]


# --- what the files tell ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES)
def test_a_file_of_a_tiny_region_is_what_it_was(path: str, scene: Scene, update_golden: bool) -> None:
    text, golden = texts_of(scene)[path], GOLDEN / path.removeprefix("data/")
    if update_golden:
        golden.write_bytes(text.encode())
    assert text == golden.read_bytes().decode()


def test_the_table_tells_what_the_json_tells(scene: Scene) -> None:
    told = json.loads(texts_of(scene)["data/services.json"])
    rows = rows_of(texts_of(scene)["data/services.csv"])
    assert len(rows) == len(told["services"]) == 2
    for row, service in zip(rows, told["services"], strict=True):
        for field in ("id", "address", "region", "verified", "maintainer", "status"):
            assert row[field] == service[field]
        for field in ("kind", "target_groups", "topics", "languages", "areas"):
            assert row[field].split(" | ") == service[field]
        for field in ("name", "summary"):
            cells = {language: row[f"{field}_{language}"] for language in TEXTS}
            assert {language: cell for language, cell in cells.items() if cell} == service[field]
        assert row["municipality_codes"].split() == told["municipality_sets"][service["municipalities"]]
        for column, field in (("channels", "type"), ("phones", "phone"), ("emails", "email"), ("urls", "url")):
            values = dict.fromkeys(channel[field] for channel in service["channels"] if field in channel)
            assert row[column] == " | ".join(values)
        assert row["example"] == str(service["example"]).lower()


def test_a_service_that_is_over_is_in_no_file(scene: Scene) -> None:
    assert not any("Mennyt" in text or "mennyt" in text for text in texts_of(scene).values())


def test_no_cell_of_the_table_is_a_formula(scene: Scene) -> None:
    text = texts_of(scene)["data/services.csv"]
    rows = csv.reader(io.StringIO(text[1:], newline=""), delimiter=";")
    assert [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r\n") - {""}] == []
    assert "\"'=Apua; ja" in text and "'+358160012" in text


def test_numbers_are_e164_and_codes_keep_their_zeros(scene: Scene) -> None:
    service = next(each for each in services_of(scene) if each["id"] == "lappi/aani")
    assert service["channels"][1]["phone"] == "+35816001234"
    assert service["channels"][0]["place"]["postal_code"] == "94100"


def test_hours_are_told_as_written_and_in_words(scene: Scene) -> None:
    hours = next(each for each in services_of(scene) if each["id"] == "lappi/aani")["channels"][0]["hours"]
    assert hours["days"] == {**dict.fromkeys(["ma", "ti", "ke", "to"], "9-16"), "pe": "8.30-11.30, 12.15-16", "la": "suljettu"}  # fmt: skip  # noqa: E501
    assert hours["text"]["fi"].startswith("parillisilla viikoilla ma–to 9–16")
    assert hours["season"][0]["days"] == dict.fromkeys(["ma", "ti", "ke"], "00-24")
    assert hours["exceptions"][1] == {"named_day": ["jouluaatto"], "hours": "suljettu"}


def test_places_are_points_of_geojson(scene: Scene) -> None:
    told = json.loads(texts_of(scene)["data/places.geojson"])
    assert told["type"] == "FeatureCollection"
    for feature in told["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert feature["type"] == "Feature" and feature["geometry"]["type"] == "Point"
        assert 19 < longitude < 32 and 59 < latitude < 71
    by_id = {feature.get("id"): feature["properties"] for feature in told["features"]}
    assert by_id["lappi/kirjasto"]["services"] == ["lappi/aani"]
    assert by_id[None]["street"] == {"fi": "Rantatie 1"}
    assert "lappi/turvatalo" not in by_id


def test_a_hidden_address_leaves_the_municipality_alone(scene: Scene) -> None:
    service = next(each for each in services_of(scene) if each["id"] == "lappi/aani")
    assert service["channels"][5]["place"] == {"municipality": "240", "address_public": False}
    for text in texts_of(scene).values():
        assert not any(told in text for told in ("Salattu", "94700", "65.75", "24.54", "Lumikell", "turvatalo"))


def test_files_say_licence_day_and_where_the_fields_are_told(scene: Scene) -> None:
    for path in ("data/services.json", "data/places.geojson"):
        head = json.loads(texts_of(scene)[path])
        assert head["licence"] == "CC BY 4.0" and head["day"] == str(DAY)
        assert head["documentation"] == "https://portaali.example.org/data/"


# --- the documentation ------------------------------------------------------------------------------------------------


def paths_in(value: Any, path: str = "") -> Iterator[str]:
    """Ways to the leaves of a value, as the documentation names them."""
    if isinstance(value, dict) and not (value.keys() <= TEXTS or value.keys() <= WEEK):
        for name, inner in value.items():
            yield from paths_in(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield path
        for inner in value:
            yield from paths_in(inner, f"{path}[]")
    else:
        yield path


def test_every_field_is_documented_and_every_documented_field_is_there(scene: Scene) -> None:
    told = json.loads(texts_of(scene)["data/services.json"])
    found = {path for service in told["services"] for path in paths_in(service)}
    assert found == {field.name for field in fields_of("service")}
    assert list(told) == [field.name for field in services_head()]
    places = json.loads(texts_of(scene)["data/places.geojson"])
    assert {path for feature in places["features"] for path in paths_in(feature)} == {
        f.name for f in fields_of("place")
    }
    assert list(places) == [field.name for field in places_head()]
    assert set(fields_of("head")) <= set(services_head())
    assert list(rows_of(texts_of(scene)["data/services.csv"])[0]) == [column.name for column in COLUMNS]


def test_the_page_shows_every_field_and_leads_to_the_files(small_site: Site) -> None:
    tree = HTMLParser(small_site.pages["data/"])
    shown = [cell.text() for cell in tree.css("tbody th")]
    fields = [*services_head(), *fields_of("service"), *COLUMNS, *places_head(), *fields_of("place")]
    fields += [*network_head(), *fields_of("node"), *fields_of("edge")]
    assert shown == [field.name for field in fields]
    links = {link.attributes["href"] for link in tree.css("h2 a")}
    assert links == {f"../{path}" for path in (*FILES, NETWORK)}


def test_the_sizes_on_the_page_are_near(whole_site: Site) -> None:
    told = json.loads(whole_site.text("data/services.json"))["services"]
    places = json.loads(whole_site.text("data/places.geojson"))["features"]
    of_services = [(name, len(told)) for name in ("services.json", "services.csv", "network.json")]
    for name, count in (*of_services, ("places.geojson", len(places))):
        real = len(whole_site.files[f"data/{name}"])
        assert 0.7 < BYTES_OF[name] * count / real < 1.4, (name, real / count)


# --- kept between builds ----------------------------------------------------------------------------------------------


def test_a_part_that_is_kept_is_the_part_that_would_be_told(tmp_path: Path) -> None:
    files = {"services/aani.md": FULL, "places/muut.yml": PLACES}
    kept = Kept(tmp_path / "kept", "guard")
    first = scene_of(tmp_path / "one", files)
    assert texts_of(first, kept) == texts_of(first, kept) == texts_of(first)
    changed = scene_of(tmp_path / "other", files | {"places/muut.yml": PLACES.replace("Kirjatie 2", "Kirjatie 3")})
    assert texts_of(changed, kept) == texts_of(changed) != texts_of(first)


def test_what_is_made_of_the_same_says_so(tmp_path: Path, scene: Scene) -> None:
    assert DataFiles(scene, FACTS, "guard").made_of == DataFiles(scene, FACTS, "guard").made_of
    assert DataFiles(scene, FACTS, "guard").made_of != DataFiles(scene, FACTS, "other").made_of
