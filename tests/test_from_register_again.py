"""A second import of the national register tells what has changed, and changes what it may."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import register_pages as pages
from register_imports import LATER, content, front_matter, new_project, run, save
from register_pages import E_SERVICE, FORM, PAGE, PHONE, PLACE, SERVICE, TOWN, hours, texts

pytestmark = pytest.mark.ptv


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_project(tmp_path)


@pytest.fixture
def saved(tmp_path: Path) -> list[str]:
    return save(tmp_path)


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
