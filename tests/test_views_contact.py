"""The contact page: who answers, and a message on a mistake that is already begun."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from scenes import scene_of
from tno.settings import Publisher, Settings
from tno.views.contact import contact_page
from tno.views.scene import Scene
from trees import base_text

CONTACTS = """\
contacts:
  - {role: koordinaattori, email: ohjaus@example.org, phone: 016 00 1111}
  - {role: yllapitaja, email: tiedot@example.org}
"""


def with_contacts(folder: Path, contacts: str) -> Scene:
    before, _, rest = base_text("region.yml").partition("contacts:")
    after = rest.partition("sub_areas:")[2]
    return scene_of(folder, {"region.yml": f"{before}{contacts}sub_areas:{after}"})


def test_mistakes_go_to_the_one_who_keeps_the_facts(tmp_path: Path) -> None:
    scene = with_contacts(tmp_path, CONTACTS)
    page = contact_page(scene, scene.network.regions["lappi"])
    assert page.mistake_mail is not None and page.mistake_mail.label == "tiedot@example.org"
    assert page.mistake_role == scene.label("contact_role", "yllapitaja")
    assert page.mistake_phone is not None and page.mistake_phone.address == "tel:+35816001111"


def test_a_message_ends_where_the_address_of_the_page_goes(tmp_path: Path) -> None:
    scene = with_contacts(tmp_path, CONTACTS)
    page = contact_page(scene, scene.network.regions["lappi"])
    assert page.mistake_mail is not None and page.mistake_mail.address is not None
    message = parse_qs(urlsplit(page.mistake_mail.address).query)
    assert message["subject"] == [scene.w.mistake_subject]
    assert message["body"][0].endswith(f"{scene.w.mistake_page} ")
    assert page.mistake_mail.address.endswith("%20")


def test_without_contacts_the_publisher_reads_and_without_a_publisher_nobody(tmp_path: Path) -> None:
    scene = with_contacts(tmp_path, "")
    region = scene.network.regions["lappi"]
    assert contact_page(scene, region).mistake_mail is None
    told = replace(scene, settings=Settings(publisher=Publisher(name="Virasto", accessibility_email="x@example.org")))
    page = contact_page(told, region)
    assert page.mistake_mail is not None and (page.mistake_mail.label, page.mistake_role) == (
        "x@example.org",
        "Virasto",
    )
