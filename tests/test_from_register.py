"""Saved pages of the national register become our records, and whatever is lost is named."""

from __future__ import annotations

import html
import json
import random
import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import register_pages as pages
from register_pages import COLLEGE, E_SERVICE, FORM, PAGE, PHONE, PLACE, SERVICE, TOWN, hours, texts
from tno.commands import main
from tno.content import Folders
from tno.country.vocabulary import load_vocabularies
from tno.edition import Edition
from tno.from_register import notes as notes_module
from tno.from_register.addresses import AddressReader
from tno.from_register.areas import AreaReader
from tno.from_register.classes import Classes
from tno.from_register.contacts import ContactReader
from tno.from_register.coordinates import to_wgs84
from tno.from_register.hours import HoursReader
from tno.from_register.importing import Import
from tno.from_register.labels import LABELS, labelled
from tno.from_register.notes import TEXTS, Notes, shown
from tno.from_register.ours import Ours
from tno.from_register.people import is_personal_address, without_people
from tno.from_register.report import report_lines
from tno.from_register.saved_pages import CHANNELS, Reader, kind_of
from tno.from_register.setting import Setting
from tno.from_register.shapes import _WITHOUT_CONTENT, Node, node_of, shapes
from tno.from_register.texts import markdown
from tno.load import load
from tno.prose import render_prose
from tno.read import parse_yaml
from tno.read.markdown_file import parse_markdown
from tno.records.hours import Hours
from tno.records.validate import Context, validate
from tno.settings import Settings
from trees import DAY, ROOT, TABLES, check_tree

pytestmark = pytest.mark.ptv
SOURCES = ROOT / "hooks" / "tno" / "from_register"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the country's tables and one region of real, empty content."""
    root = tmp_path / "project"
    (root / "regions" / "kainuu").mkdir(parents=True)
    for name in ("vocabularies.yml", "kainuu/region.yml"):
        shutil.copy(TABLES / name, root / "regions" / name)
    shutil.copytree(TABLES / "finland", root / "regions" / "finland")
    return root


@pytest.fixture
def saved(tmp_path: Path) -> list[str]:
    """One guidance service, its five channels and two organisations, in three files."""
    return save(tmp_path)


def save(folder: Path, services: list[Any] | None = None, channels: list[Any] | None = None) -> list[str]:
    return pages.save(
        folder / "saved",
        services=pages.page(*(services if services is not None else [pages.service()])),
        channels=pages.page(*(channels if channels is not None else pages.channels())),
        organisations=pages.page(*pages.organisations()),
    )


def run(project: Path, files: list[str], *more: str, region: str = "kainuu") -> Any:
    arguments = ["import-ptv", *files, "--region", region, "--root", str(project), *more]
    return CliRunner().invoke(main, arguments, env={"TNO_TODAY": DAY.isoformat()}, catch_exceptions=False)


def content(project: Path) -> dict[str, bytes]:
    """Every content file of the region."""
    folder = project / "regions" / "kainuu"
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def front_matter(project: Path, name: str = "services/mallilan-uraohjaus.md") -> Any:
    file = project / "regions" / "kainuu" / name
    text = file.read_text(encoding="utf-8")
    return parse_markdown(text, file.name).data if name.endswith(".md") else parse_yaml(text, file.name).data


@cache
def ours() -> Ours:
    network = load(Folders(ROOT, TABLES), Edition.PUBLIC, Settings()).network
    classes = Classes(TABLES / "finland")
    return Ours(network, "kainuu", Setting(network.country, network.vocabularies, classes, "kainuu", DAY))


def setting() -> Setting:
    return ours().setting


def imported(folder: Path, *files: str, everything: bool = False) -> Import:
    """What files give, nothing written."""
    notes = Notes()
    reader = Reader(notes)
    for file in files:
        list(reader.read(Path(file)))
    done = Import(ours(), reader.finish(), notes, folder / "regions" / "kainuu", everything)
    done.run()
    return done


def codes(notes: Notes) -> set[str]:
    return {note.code for note in notes.found}


def nodes(kind: str, values: list[Any], notes: Notes | None = None) -> list[Node]:
    return [node_of(kind, each, "$", (notes or Notes()).of()) for each in values]


# --- a whole import ---------------------------------------------------------------------------------------------------


def test_channels_of_all_five_kinds_become_channels_of_one_service(project: Path, saved: list[str]) -> None:
    assert run(project, saved).exit_code == 0
    found = [(each["type"], each["external_ids"]["ptv"]) for each in front_matter(project)["channels"]]
    assert found == [
        ("palvelupaikka", PLACE),
        ("puhelin", PLACE),
        ("sahkoposti", PLACE),
        ("verkkoasiointi", E_SERVICE),
        ("puhelin", E_SERVICE),
        ("puhelin", PHONE),
        ("tekstiviesti", PHONE),
        ("verkkosivu", PAGE),
        ("lomake", FORM),
    ]


def test_facts_of_the_service_are_in_our_words(project: Path, saved: list[str]) -> None:
    run(project, saved)
    values = front_matter(project)
    assert (values["name"], values["organisation"]) == ("Mallilan uraohjaus", "mallilan-kaupunki")
    assert (values["kind"], values["topics"]) == (["ohjaus"], ["opinto-ohjaus", "ura"])
    assert (values["target_groups"], values["life_situations"]) == (["nuoret"], ["tyottomaksi-jaaminen"])
    assert (values["areas"], values["languages"]) == (["Kajaani", "Sotkamo"], ["fi", "sv", "en"])
    assert values["price"] == {"kind": "maksuton"} and values["how_to_start"] == "Varaa aika verkossa."
    assert values["external_ids"] == {"ptv": SERVICE} and "CC BY 4.0" in values["source"]
    place = values["channels"][0]["place"]
    assert (place["municipality"], place["street"], place["postal_code"]) == ("Kajaani", "Mallikatu 4 B", "87100")
    assert (float(place["lat"]), float(place["lon"])) == pytest.approx((64.23555, 27.71273), abs=1e-5)


def test_the_day_of_checking_is_the_finnish_day_of_the_registers_last_change(project: Path, saved: list[str]) -> None:
    run(project, saved)
    assert front_matter(project)["verified"] == "2026-10-07"  # 22.30 in UTC is the next day in Finland


def test_two_organisations_keep_their_roles_and_one_in_two_roles_counts_once(project: Path, saved: list[str]) -> None:
    run(project, saved)
    values = front_matter(project)
    assert values["organisation"] == "mallilan-kaupunki" and values["partners"] == ["esimerkkiopisto"]
    town = front_matter(project, "organisations/mallilan-kaupunki.yml")
    assert (town["sector"], town["municipality"], town["business_id"]) == ("kunta", "Kajaani", "0201256-6")
    assert town["external_ids"] == {"ptv": TOWN} and town["name"] == {"fi": "Mallilan kaupunki", "sv": "Mallby stad"}
    college = front_matter(project, "organisations/esimerkkiopisto.yml")
    assert college["parent"] == "mallilan-kaupunki" and "sector" not in college


def test_texts_in_four_languages_stand_where_our_files_have_them(project: Path, saved: list[str]) -> None:
    run(project, saved)
    names = {
        language: front_matter(project, f"services/mallilan-uraohjaus.{language}.md").get("name")
        for language in ("sv", "en", "se")
    }
    assert names == {"sv": "Karriärvägledning", "en": "Career guidance", "se": "Karrieara"}
    text = (project / "regions/kainuu/services/mallilan-uraohjaus.sv.md").read_text(encoding="utf-8")
    assert text.endswith("---\n\nKom på besök.\n")


def test_what_is_written_passes_the_check_but_for_what_the_report_asks_to_fill_in(
    project: Path, saved: list[str]
) -> None:
    done = run(project, saved)
    checked = check_tree(Folders(project, project / "regions"))
    wrong = {(problem.code, problem.position.file.rpartition("/")[2]) for problem in checked.errors}
    assert wrong == {("key-missing", "esimerkkiopisto.yml")}
    assert "Täydennä tiedostoon organisations/esimerkkiopisto.yml: sector." in done.output


def test_a_second_import_changes_no_byte(project: Path, saved: list[str]) -> None:
    run(project, saved)
    before = content(project)
    again = run(project, saved, "--write")
    assert content(project) == before
    assert "Ennallaan: kainuu/mallilan-uraohjaus." in again.output and "Uusia palveluja 0" in again.output


def test_a_dry_run_writes_nothing(project: Path, saved: list[str]) -> None:
    before = content(project)
    done = run(project, saved, "--dry-run")
    assert "Uusi tiedosto regions/kainuu/services/mallilan-uraohjaus.md." in done.output
    assert content(project) == before


def test_the_report_can_be_kept(project: Path, saved: list[str], tmp_path: Path) -> None:
    done = run(project, saved, "--dry-run", "--report", str(tmp_path / "raportti.txt"))
    assert (tmp_path / "raportti.txt").read_text(encoding="utf-8") == done.output


def test_a_file_that_is_there_is_never_written_over(project: Path, saved: list[str]) -> None:
    own = project / "regions/kainuu/services/mallilan-uraohjaus.md"
    own.parent.mkdir()
    own.write_text("oma", encoding="utf-8")
    run(project, saved)
    assert own.read_text(encoding="utf-8") == "oma"
    assert front_matter(project, "services/mallilan-uraohjaus-mallilan-kaupunki.md")["external_ids"] == {"ptv": SERVICE}


def test_a_file_with_faults_is_known_by_its_id_and_not_imported_twice(project: Path, saved: list[str]) -> None:
    run(project, saved)
    file = project / "regions/kainuu/services/mallilan-uraohjaus.md"
    file.write_text(file.read_text(encoding="utf-8").replace("kind: [ohjaus]\n", ""), encoding="utf-8")
    before = content(project)
    again = run(project, saved)
    assert content(project) == before and "mallilan-uraohjaus.md on virheitä" in again.output


def test_a_region_of_invented_content_takes_no_real_services(project: Path, saved: list[str]) -> None:
    profile = project / "regions/kainuu/region.yml"
    profile.write_text(profile.read_text(encoding="utf-8") + "example: true\n", encoding="utf-8")
    before = content(project)
    done = run(project, saved)
    assert done.exit_code == 1 and "keksittyä esimerkkiä" in done.output and content(project) == before
    assert run(project, saved, "--dry-run").exit_code == 0


def test_a_wrong_region_and_a_wrong_file_are_told_in_finnish(project: Path, saved: list[str], tmp_path: Path) -> None:
    assert "Aluetta ”kuu” ei ole." in run(project, saved, region="kuu").output
    (file,) = pages.save(tmp_path / "x", tyhja="ei tämä ole JSONia")
    done = run(project, [file])
    assert done.exit_code == 1 and "tyhja.json katkeaa riville 1" in done.output


def test_the_help_is_finnish() -> None:
    done = CliRunner().invoke(main, ["import-ptv", "--help"])
    assert "Tuo palvelut Palvelutietovarannosta" in done.output and "Kirjoita raportti" in done.output
    assert not re.search(r"\b(the|of|folder|default)\b", done.output)


def test_the_guide_names_every_option_of_the_command() -> None:
    guide = (ROOT / "docs/ohjeet/kansallinen-palvelutietovaranto.md").read_text(encoding="utf-8")
    options = {name for each in main.commands["import-ptv"].params for name in each.opts if name.startswith("--")}  # type: ignore[attr-defined]
    assert {name for name in options if name not in guide} == {"--root"}


# --- what changes, what vanishes --------------------------------------------------------------------------------------

LATER = "2026-11-10T08:00:00Z"


def later(folder: Path, **phone: Any) -> list[str]:
    """The same pages a month later: the service has changed, its telephone has a new number."""
    channels = pages.channels()
    channels[2]["phoneNumbers"][0] |= phone or {"number": "86333444"}
    return save(folder, [pages.service(modified=LATER)], channels)


def test_a_new_number_is_told_and_only_told(project: Path, saved: list[str], tmp_path: Path) -> None:
    run(project, saved)
    before = content(project)
    done = run(project, later(tmp_path))
    assert content(project) == before
    assert re.search(r"Muuttunut: kanava 6 \(puhelin\)\.phone on meillä 08 611 1222, PTV:ssä 08 633 3444", done.output)


def test_with_write_the_number_is_the_only_line_that_changes(project: Path, saved: list[str], tmp_path: Path) -> None:
    run(project, saved)
    before = content(project)
    done = run(project, later(tmp_path), "--write")
    after = content(project)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["services/mallilan-uraohjaus.md"]
    old, new = (each[changed[0]].decode().split("\n") for each in (before, after))
    assert [(was, now) for was, now in zip(old, new, strict=True) if was != now] == [
        ("    phone: 08 611 1222", "    phone: 08 633 3444"),
        ("verified: 2026-10-07", "verified: 2026-11-10"),
    ]
    assert "Korjattu tiedostoon regions/kainuu/services/mallilan-uraohjaus.md" in done.output
    run(project, later(tmp_path), "--write")
    assert content(project) == after


def test_hours_are_mended_where_that_is_safe_and_told_where_not(
    project: Path, saved: list[str], tmp_path: Path
) -> None:
    run(project, saved)
    channels = pages.channels()
    by_appointment = hours(isReservation=True)
    channels[2]["serviceHours"] = [hours("DaysOfTheWeek", ("Friday", "10:00", "14:00")), by_appointment]
    run(project, save(tmp_path, [pages.service(modified=LATER)], channels), "--write")
    assert front_matter(project)["channels"][5]["hours"]["pe"] == "10-14"
    channels[2]["serviceHours"] = [hours("DaysOfTheWeek", ("Monday", "10:00", "14:00"))]
    files = save(tmp_path, [pages.service(modified="2026-11-12T08:00:00Z")], channels)
    done = run(project, files, "--write")
    assert front_matter(project)["channels"][5]["hours"]["pe"] == "10-14"
    assert "ei voitu muuttaa tältä kohdalta" in done.output


def test_prose_that_an_editor_wrote_is_never_changed(project: Path, saved: list[str], tmp_path: Path) -> None:
    run(project, saved)
    file = project / "regions/kainuu/services/mallilan-uraohjaus.md"
    own = file.read_text(encoding="utf-8").replace("Tule käymään.", "Tervetuloa meille.")
    file.write_text(own.replace('summary: "Apua, kun mietit alaa."', "summary: Oma lause."), encoding="utf-8")
    done = run(project, later(tmp_path), "--write")
    text = file.read_text(encoding="utf-8")
    assert "Tervetuloa meille." in text and "summary: Oma lause." in text and "08 633 3444" in text
    assert "Teksti on toisin, eikä sitä muuteta: summary on meillä Oma lause." in done.output
    assert "verified: 2026-10-07" in text  # something is left for a person to look at


def test_what_we_have_checked_since_is_not_taken_from_the_register(
    project: Path, saved: list[str], tmp_path: Path
) -> None:
    run(project, saved)
    file = project / "regions/kainuu/services/mallilan-uraohjaus.md"
    text = file.read_text(encoding="utf-8").replace("verified: 2026-10-07", "verified: 2026-11-20")
    file.write_text(text, encoding="utf-8")
    done = run(project, later(tmp_path), "--write")
    assert file.read_text(encoding="utf-8") == text
    assert "tarkistettu PTV:n muutoksen (2026-11-10) jälkeen" in done.output


def test_a_channel_without_the_registers_id_is_compared_but_not_changed(
    project: Path, saved: list[str], tmp_path: Path
) -> None:
    run(project, saved)
    file = project / "regions/kainuu/services/mallilan-uraohjaus.md"
    text = file.read_text(encoding="utf-8").replace(f"    external_ids:\n      ptv: {PHONE}\n", "")
    file.write_text(text, encoding="utf-8")
    done = run(project, later(tmp_path, number="86111222", serviceChargeType="Chargeable"), "--write")
    assert "call_charge on meillä maksuton, PTV:ssä pvm-mpm" in done.output
    assert file.read_text(encoding="utf-8") == text


def test_an_organisation_in_a_list_is_mended_in_its_list(project: Path, saved: list[str]) -> None:
    file = project / "regions/kainuu/organisations/toimijat.yml"
    file.parent.mkdir()
    before = (
        f"# Oma luettelo.\n- id: toinen\n  name: Toinen\n  sector: jarjesto\n\n# Tämä on PTV:ssä.\n- id: kaupunki\n"
        f"  name: Mallilan kaupunki\n  sector: kunta\n  external_ids: {{ptv: {TOWN}}}\n  verified: 2026-01-01\n"
        "  website: https://vanha.fi\n  email: kirjaamo@mallila.fi\n  business_id: 0201256-6\n"
    )
    file.write_text(before, encoding="utf-8")
    run(project, saved, "--write")
    after = before.replace("https://vanha.fi", '"https://www.mallila.fi"').replace("2026-01-01", "2026-09-01")
    assert file.read_text(encoding="utf-8") == after
    assert front_matter(project)["organisation"] == "kaupunki"


def test_a_place_at_the_same_address_is_referred_to(project: Path, saved: list[str]) -> None:
    file = project / "regions/kainuu/places/paikat.yml"
    file.parent.mkdir()
    place = "- id: mallitalo\n  name: Mallitalo\n  municipality: Kajaani\n  street: Mallikatu 4 B\n"
    file.write_text(place, encoding="utf-8")
    run(project, saved)
    assert front_matter(project)["channels"][0]["place"] == "mallitalo"
    before = content(project)
    assert "Ennallaan: kainuu/mallilan-uraohjaus." in run(project, saved, "--write").output
    assert content(project) == before


def test_what_has_gone_is_told_and_stays(project: Path, saved: list[str], tmp_path: Path) -> None:
    run(project, saved)
    before = content(project)
    other = pages.service(id=pages.OTHER, serviceNames=texts("Name", fi="Toinen palvelu"), serviceChannels=None)
    gone = run(project, save(tmp_path, [other]), "--dry-run")
    assert "Ei ole luetuilla sivuilla: kainuu/mallilan-uraohjaus." in gone.output
    archived = run(project, save(tmp_path, [pages.service(publishingStatus="Deleted")]))
    assert "Arkistoitu PTV:ssä: kainuu/mallilan-uraohjaus." in archived.output
    assert content(project) == before


def test_a_channel_that_has_gone_or_come_is_told(project: Path, saved: list[str], tmp_path: Path) -> None:
    run(project, saved)
    left = [pages.connection(own) for own in (PLACE, E_SERVICE, PHONE, PAGE)]
    done = run(project, save(tmp_path, [pages.service(serviceChannels=left)], pages.channels()[:4]))
    assert "Kanavaa lomake ei ole enää PTV:ssä palvelun kanavissa: https://www.mallila.fi/lomake.pdf" in done.output
    more = pages.channel("WebPage", pages.OTHER, "Uusi", webPages=[{"url": "https://uusi.fi", "language": "fi"}])
    told = [pages.connection(own) for own in (PLACE, E_SERVICE, PHONE, PAGE, FORM, pages.OTHER)]
    service = pages.service(serviceChannels=told, modified=LATER)
    done = run(project, save(tmp_path, [service], [*pages.channels(), more]))
    assert "PTV:ssä on kanava, jota meillä ei ole: verkkosivu https://uusi.fi" in done.output


def test_a_service_of_the_same_name_by_the_same_organisation_is_not_imported_beside_it(
    project: Path, saved: list[str]
) -> None:
    run(project, saved)
    file = project / "regions/kainuu/services/mallilan-uraohjaus.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"external_ids:\n  ptv: {SERVICE}\n", ""), encoding="utf-8")
    before = content(project)
    done = run(project, saved)
    assert content(project) == before and f"kirjoita siihen external_ids: {{ptv: {SERVICE}}}" in done.output


def test_services_that_are_no_guidance_are_left_out_by_name(project: Path, tmp_path: Path) -> None:
    dentist = pages.service(serviceNames=texts("Name", fi="Hammashoito"), serviceClasses=[pages.finto("P5.3")])
    done = run(project, save(tmp_path, [dentist]))
    assert "Hammashoito" in done.output and "luokat eivät ole ohjausta" in done.output
    assert "Kanavia, joiden palveluja ei tuotu" in done.output
    assert "services/hammashoito.md" in run(project, save(tmp_path, [dentist]), "--all", "--dry-run").output


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


# --- hours ------------------------------------------------------------------------------------------------------------

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
ALL_WEEK = [(day, "09:00", "16:00") for day in WEEKDAYS]
FOR_A_TIME = {"validForNow": False}


def hours_of(*rows: dict[str, Any]) -> tuple[Any, Notes]:
    notes = Notes()
    reader = HoursReader(DAY, {"fi": "Vain ajanvarauksella"}, notes.of())
    return reader.read(nodes("ServiceHour", list(rows), notes)), notes


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([hours("DaysOfTheWeek", *ALL_WEEK)], {"ma-pe": "9-16"}),
        ([hours("Standard", *ALL_WEEK)], {"ma-pe": "9-16"}),
        (
            [hours("DaysOfTheWeek", ("Monday", "08:30", "11:30"), ("Monday", "12:15", "16:00"))],
            {"ma": "8.30-11.30, 12.15-16"},
        ),
        ([hours("DaysOfTheWeek", ("Saturday", "10:00", "00:00"))], {"la": "10-24"}),
        ([hours("DaysOfTheWeek", ("Saturday", "10:00", "23:59"))], {"la": "10-24"}),
        ([hours(isAlwaysOpen=True)], {"ma-su": "00-24"}),
        ([hours(isClosed=True)], {"ma-su": "suljettu"}),
        ([hours("OverMidnight", ("Friday-Saturday", "22:00", "02:00"))], {"pe": "22-2"}),
        ([hours("OverMidnight", ("Friday-Monday", "18:00", "08:00"))], {"pe": "18-24", "la-su": "00-24", "ma": "0-8"}),
        (
            [hours("OverMidnight", ("Friday-Saturday", "22:00", "02:00")), hours("DaysOfTheWeek", *ALL_WEEK)],
            {"ma-to": "9-16", "pe": "9-16, 22-2"},
        ),
        ([hours(isReservation=True)], {"unknown": "kyllä", "note": "Vain ajanvarauksella."}),
        (
            [hours("DaysOfTheWeek", *ALL_WEEK, isReservation=True, additionalInformation=texts(fi="Soita ensin"))],
            {"ma-pe": "9-16", "note": "Vain ajanvarauksella. Soita ensin."},
        ),
        (
            [hours("DaysOfTheWeek", *ALL_WEEK, **FOR_A_TIME,
                   validFrom="2027-05-31T21:00:00Z", validTo="2027-08-31T20:59:59Z")],
            {"season": [{"from": "2027-06-01", "until": "2027-08-31", "ma-pe": "9-16"}]},
        ),
        (
            [hours("Exceptional", validFrom="2026-12-23T22:00:00Z", isClosed=True, **FOR_A_TIME)],
            {"unknown": "kyllä", "exceptions": [{"date": "2026-12-24", "closed": "kyllä"}]},
        ),
        (
            [
                hours("DaysOfTheWeek", *ALL_WEEK),
                hours("Exceptional", validFrom="2026-12-27T22:00:00", validTo="2027-01-05T21:59:59.999", isClosed=True,
                      additionalInformation=texts(fi="Loma", sv="Semester"), **FOR_A_TIME),
                hours("Exceptional", ("", "09:00", "12:00"), validFrom="2026-12-22T22:00:00Z", **FOR_A_TIME),
            ],
            {
                "ma-pe": "9-16",
                "exceptions": [
                    {"date": "2026-12-23", "hours": "9-12"},
                    {"from": "2026-12-28", "until": "2027-01-05", "closed": "kyllä",
                     "note": {"fi": "Loma", "sv": "Semester"}},
                ],
            },
        ),
        ([], None),
    ],
)  # fmt: skip
def test_hours_are_written_as_our_editors_write_them(rows: list[Any], expected: Any) -> None:
    found, notes = hours_of(*rows)
    assert found == expected and notes.found == []
    if found:
        _, faults = validate(Hours, found, Context(load_vocabularies(TABLES / "vocabularies.yml"), "kainuu", False))
        assert faults == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (hours("DaysOfTheWeek", ("Funday", "09:00", "16:00")), "hours-row"),
        (hours("DaysOfTheWeek", ("Monday", "9x", "16")), "hours-row"),
        (hours("DaysOfTheWeek", ("Monday", "09:00", "09:00")), "hours-row"),
        (hours("Kummallinen", *ALL_WEEK), "unknown-code"),
        (hours("Exceptional", isClosed=True), "hours-row"),
        (hours("Exceptional", validFrom="2025-12-24T00:00:00Z", isClosed=True), "hours-past"),
        (hours("DaysOfTheWeek", *ALL_WEEK, **FOR_A_TIME, validTo="2026-01-31T00:00:00Z"), "hours-past"),
        (hours("DaysOfTheWeek", *ALL_WEEK, **FOR_A_TIME, validFrom="2027-01-31T00:00:00Z"), "hours-future"),
    ],
)
def test_hours_that_cannot_be_kept_are_named(row: Any, code: str) -> None:
    found, notes = hours_of(row)
    assert found is None and codes(notes) == {code}


def test_a_second_week_for_the_same_time_is_told_not_mixed_in() -> None:
    phone = hours("DaysOfTheWeek", ("Monday", "12:00", "20:00"), additionalInformation=texts(fi="Puhelinaika"))
    found, notes = hours_of(hours("DaysOfTheWeek", *ALL_WEEK), phone)
    assert found == {"ma-pe": "9-16"}
    assert [note.value for note in notes.found if note.code == "hours-more"] == ["ma 12-20 Puhelinaika"]


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


# --- files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(pages.page(pages.service(), *pages.channels())),
        json.dumps([pages.page(pages.service()), pages.page(*pages.channels())], indent=1),
        json.dumps([pages.service(), *pages.channels()]),
        "\n".join(json.dumps(each) for each in (pages.service(), *pages.channels())),
        "\ufeff" + json.dumps(pages.page(pages.service())) + "\r\n" + json.dumps(pages.page(*pages.channels())),
    ],
)
def test_pages_lists_and_records_are_read_however_they_were_saved(tmp_path: Path, text: str) -> None:
    (file,) = pages.save(tmp_path, kaikki=text)
    reader = Reader(Notes())
    assert sum(reader.read(Path(file))) == Path(file).stat().st_size
    assert (len(reader.register.services), len(reader.register.channels)) == (1, 5)


def test_a_file_cut_short_gives_what_comes_before_the_cut(tmp_path: Path) -> None:
    text = json.dumps(pages.page(pages.service(), *pages.channels()), indent=1)
    (file,) = pages.save(tmp_path, kesken=text[: text.rindex("PrintableForm")])
    notes = Notes()
    reader = Reader(notes)
    list(reader.read(Path(file)))
    assert len(reader.register.channels) == 4 and codes(notes) == {"file-broken"}


def test_pages_that_are_missing_are_told(tmp_path: Path) -> None:
    files = pages.save(tmp_path, a=pages.page(pages.service(), number=1, count=3))
    assert [note.value for note in imported(tmp_path, *files).notes.found if note.code == "pages-missing"] == [
        "Service 2, 3 / 3"
    ]


def test_of_a_record_saved_twice_the_newer_is_read(tmp_path: Path) -> None:
    old, new = pages.service(), pages.service(modified=LATER, serviceNames=texts("Name", fi="Uudempi nimi"))
    for order in ([old, new], [new, old]):
        done = imported(tmp_path, *save(tmp_path, order))
        assert "uudempi-nimi.md" in done.new[0].files and "read-twice" in codes(done.notes)


def test_kinds_are_known_by_what_records_hold() -> None:
    assert kind_of(pages.service()) == "Service" and kind_of(pages.organisations()[0]) == "Organization"
    assert [kind_of(each) for each in pages.channels()] == [
        "ServiceLocation", "EChannel", "PhoneChannel", "WebPageChannel", "PrintableForm",
    ]  # fmt: skip


# --- anything at all --------------------------------------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["fi", "Name", "Monday", "25:99:99", "2026-13-45T99:00:00Z", "-1", "1e400", "\ud800", "---"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "id", "name", "x"]), inner),
    max_leaves=6,
)  # fmt: skip


def _places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield from _places(each, (*at, key))


def _with(value: Any, at: tuple[Any, ...], new: Any) -> Any:
    if not at:
        return new
    if isinstance(value, dict):
        return {key: _with(each, at[1:], new) if key == at[0] else each for key, each in value.items()}
    if isinstance(value, list):
        return [_with(each, at[1:], new) if index == at[0] else each for index, each in enumerate(value)]
    return value


RECORDS = [pages.service(), *pages.channels(), *pages.organisations()]
PLACES = sorted(set(_places(RECORDS)), key=str)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(PLACES), JSON), min_size=1, max_size=6))
def test_no_page_is_too_much(tmp_path: Path, changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    records: Any = RECORDS
    for at, new in changes:
        records = _with(records, at, new)
    (file,) = pages.save(tmp_path, kaikki=json.dumps(records))
    done = imported(tmp_path, file, everything=True)
    "\n".join(report_lines(done.notes)).encode("utf-8")
    for new in done.new:
        for name, text in new.files.items():
            assert re.fullmatch(r"[a-z0-9-]+(\.(sv|en|se|smn|sms))?\.(md|yml)", name)
            found = parse_markdown(text, name) if name.endswith(".md") else parse_yaml(text, name)
            assert found.problems == [] and text.encode("utf-8")


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32), st.binary(max_size=40))
def test_no_bytes_are_too_much(tmp_path: Path, seed: int, more: bytes) -> None:
    dice = random.Random(seed)
    data = bytearray(json.dumps(pages.page(*RECORDS[:3])).encode())
    for _ in range(dice.randrange(4)):
        at = dice.randrange(len(data))
        data[at : at + dice.randrange(30)] = more
    file = tmp_path / "rikki.json"
    file.write_bytes(bytes(data))
    done = imported(tmp_path, str(file))
    assert all(isinstance(line, str) for line in report_lines(done.notes))


def test_very_deep_json_is_no_crash(tmp_path: Path) -> None:
    (file,) = pages.save(tmp_path, syva="[" * 100_000)
    assert "file-broken" in codes(imported(tmp_path, file).notes)


def test_time_stamps_come_in_every_form() -> None:
    from tno.from_register.hours import finnish_day

    for text in (
        "2026-12-31T22:30:00Z",
        "2026-12-31T22:30:00",
        "2026-12-31T22:30:00.1234567Z",
        "2027-01-01T00:30:00+02:00",
    ):
        assert finnish_day(text) == date(2027, 1, 1), text
    assert finnish_day("") is None and finnish_day("eilen") is None


def test_the_colleges_id_is_used_only_where_it_is_needed() -> None:
    assert COLLEGE not in json.dumps(pages.channels())
