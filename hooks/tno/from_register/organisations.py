"""An organisation of the register → an organisation of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tno.from_register.addresses import AddressReader
from tno.from_register.channels import shown_type
from tno.from_register.contacts import ContactReader
from tno.from_register.notes import RecordNotes
from tno.from_register.services import SOURCE, day_of
from tno.from_register.setting import Setting
from tno.from_register.shapes import Node, shown
from tno.from_register.texts import one_line, said, value_of
from tno.records import Organisation

_SECTORS = {"municipality": "kunta", "region": "hyvinvointialue"}
"""Types that one sector surely corresponds to, of an organisation that is no part of another."""
REQUIRED = ("name", "sector", "verified")


def read_organisation(
    setting: Setting, node: Node, reference: Callable[[str], str], notes: RecordNotes
) -> dict[str, Any] | None:
    """Values of our organisation, or None without a Finnish name.

    Args:
        reference: the register's id → our reference, empty when there is none.
    """
    names, kind = node.nodes("organizationNames"), shown_type(node)
    name = said(names, notes, kind, "organizationNames")
    if "fi" not in name:
        notes.add("name-missing", "organizationNames", " / ".join(name.values()))
        return None
    other = said(names, notes, "AlternativeName" if kind == "Name" else "Name", "organizationNames")
    contacts, addresses = ContactReader(setting.is_place, notes), AddressReader(setting.country, notes)
    phones = [each for each in contacts.phones(node.nodes("phoneNumbers"), "phoneNumbers") if each["type"] == "puhelin"]
    for each in phones[1:]:
        notes.add("too-many", "phoneNumbers", str(each["phone"]), most=1)
    for key, text in ((key, each[key]) for each in phones for key in ("name", "note") if each.get(key)):
        notes.add("unread", f"phoneNumbers ({key})", shown(text))
    parent = node.text("parentOrganizationId")
    own_id = node.text("id")
    values = {
        "name": value_of(name, notes, "organizationNames"),
        "short_name": value_of(other, notes, "organizationNames (AlternativeName)"),
        "summary": value_of(said(node.nodes("organizationDescriptions"), notes, "Summary"), notes, "Summary"),
        "sector": _sector(node, notes),
        "municipality": _home(setting, node) or addresses.municipality(node.nodes("addresses")),
        "parent": reference(parent) if parent else "",
        "website": contacts.url(node.nodes("webPages"), "webPages"),
        "email": contacts.email(node.nodes("emails"), "emails"),
        "phone": phones[0]["phone"] if phones else "",
        "business_id": one_line(node.text("businessCode")),
        "external_ids": {"ptv": own_id},
        "source": SOURCE,
        "verified": day_of(node),
    }
    if parent and not values["parent"]:
        notes.add("organisation-missing", "parentOrganizationId", shown(parent))
    kept = {key: value for key, value in values.items() if value}
    setting.sound(Organisation, _with_stand_ins(kept), notes, "organisaatio")
    return kept


def _with_stand_ins(values: dict[str, Any]) -> dict[str, Any]:
    """The same values (not a copy), checked as if what editors still have to fill in were there."""
    return _Checked(values, {"id": "x", "sector": "jarjesto", "verified": "2026-01-01"})


class _Checked(dict[str, Any]):
    """Values with others in place of what is missing; leaving a value out leaves it out of the real ones."""

    def __init__(self, real: dict[str, Any], stand_ins: dict[str, Any]) -> None:
        super().__init__(stand_ins | real)
        self._real = real

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        self._real.pop(key, None)

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        if key in self._real:
            self._real[key] = value


def _sector(node: Node, notes: RecordNotes) -> str:
    kind = node.text("organizationType").strip()
    if not node.peek("parentOrganizationId") and kind.lower() in _SECTORS:
        return _SECTORS[kind.lower()]
    notes.add("sector", "organizationType", shown(kind) or "puuttuu")
    return ""


def _home(setting: Setting, node: Node) -> str:
    told = node.node("municipality")
    code = told.text("code").strip() if told else ""
    found = setting.country.municipalities.get(code.zfill(3) if code.isdecimal() else code)
    return found.name if found else ""
