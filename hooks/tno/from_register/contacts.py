"""Telephone numbers, e-mail and web addresses of the register → channels of ours.

The register has one entry a language; the same number or address told in several languages is one channel here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tno.finnish import phone as written_phone
from tno.from_register.notes import RecordNotes
from tno.from_register.people import HIDDEN, is_only_a_name, is_personal_address, without_people
from tno.from_register.shapes import Node, shown
from tno.from_register.texts import Texts, one_line, value_of
from tno.records.contacts import check_phone
from tno.records.scalars import LANGUAGES

CALL_CHARGES = {
    "chargeable": "pvm-mpm",
    "charged": "pvm-mpm",
    "freeofcharge": "maksuton",
    "free": "maksuton",
    "other": "maksullinen",
}
"""`serviceChargeType` of a number → `call_charge`. Chargeable is the price of an ordinary call there."""
_TYPES = {"": "puhelin", "phone": "puhelin", "sms": "tekstiviesti"}

Channel = dict[str, Any]


class ContactReader:
    """Reads ways to reach somebody in one record."""

    def __init__(self, is_place: Callable[[str], bool], notes: RecordNotes) -> None:
        """
        Args:
            is_place: whether a word is the name of a municipality.
        """
        self._is_place, self._notes = is_place, notes

    def phones(self, nodes: Iterable[Node], field: str) -> list[Channel]:
        """A channel for each number, in the order of the register, Finnish entries first."""
        found: dict[tuple[str, str], Channel] = {}
        texts: dict[tuple[str, str], dict[str, Texts]] = {}
        for index, node in _finnish_first(nodes):
            name = f"{field}[{index}]"
            kind, number = _TYPES.get(node.text("type").lower()), self._number(node)
            if kind is None or not number:
                self._refuse(node, "fax" if node.peek("type").lower() == "fax" else "phone", name)
                continue
            channel = found.setdefault((kind, number), {"type": kind, "phone": number})
            charge = node.text("serviceChargeType").replace(" ", "").lower()
            if charge and charge not in CALL_CHARGES:
                self._notes.add("unknown-code", f"{name}.serviceChargeType", shown(node.text("serviceChargeType")))
            elif charge:
                channel.setdefault("call_charge", CALL_CHARGES[charge])
            own, language = texts.setdefault((kind, number), {"name": {}, "note": {}}), node.text("language").lower()
            if language in LANGUAGES:
                for key, source in (("name", "additionalInformation"), ("note", "chargeDescription")):
                    text = self._text(node.text(source), f"{name}.{source}")
                    if text and own[key].setdefault(language, text) != text:
                        self._notes.add("same-way", f"{name}.{source}", text)
        for which, channel in found.items():
            for part, told in texts[which].items():
                if value := value_of(told, self._notes, f"{field}.{part}"):
                    channel[part] = value
        return list(found.values())

    def _number(self, node: Node) -> str:
        """The number as Finns write it, empty when nobody can dial it."""
        number, prefix = one_line(node.text("number")), one_line(node.text("prefixNumber"))
        is_service_number = node.flag("isFinnishServiceNumber")
        if not number:
            return ""
        whole = number if is_service_number or not prefix or number.startswith("+") else f"{prefix} {number}"
        try:
            return written_phone(check_phone(whole, example=False))
        except ValueError:  # a fault of pydantic
            return ""

    def emails(self, nodes: Iterable[Node], field: str) -> list[Channel]:
        """A channel for each address that is a role's."""
        found = self._addresses(nodes, field, "value")
        return [{"type": "sahkoposti", "email": address} for address in found]

    def email(self, nodes: Iterable[Node], field: str) -> str:
        """The first such address; others are noted."""
        return self._first(self._addresses(nodes, field, "value"), field)

    def _addresses(self, nodes: Iterable[Node], field: str, key: str) -> list[str]:
        found: dict[str, None] = {}
        for index, node in _finnish_first(nodes):
            address = one_line(node.text(key))
            if address and is_personal_address(address):
                self._notes.add("person-address", f"{field}[{index}]", HIDDEN)
            elif address:
                found[address] = None
        return list(found)

    def _urls(self, nodes: Iterable[Node]) -> list[str]:
        """Addresses of pages, the Finnish one first, each once."""
        told = [one_line(node.text("url") or node.text("value")) for _, node in _finnish_first(nodes)]
        return list(dict.fromkeys(_with_scheme(url) for url in told if url))

    def url(self, nodes: Iterable[Node], field: str) -> str:
        """The Finnish address, or the first; those of other languages are noted."""
        return self._first(self._urls(nodes), field)

    def _first(self, values: list[str], field: str) -> str:
        if len(values) > 1:
            self._notes.add("other-language", field, ", ".join(values[1:]))
        return values[0] if values else ""

    def _text(self, text: str, field: str) -> str:
        kept, gone = without_people(one_line(text))
        if kept and is_only_a_name(kept, self._is_place):
            kept, gone = "", gone + 1
        if gone:
            self._notes.add("person", field, HIDDEN, count=gone)
        return kept

    def _refuse(self, node: Node, code: str, name: str) -> None:
        told = [node.text(key) for key in ("prefixNumber", "number", "additionalInformation", "chargeDescription")]
        if value := shown(" ".join(filter(None, told))):
            self._notes.add(code, name, value)
        node.put_away_whole()


def _finnish_first(nodes: Iterable[Node]) -> list[tuple[int, Node]]:
    told = list(enumerate(nodes))
    return sorted(told, key=lambda each: each[1].peek("language").lower() != "fi")


def _with_scheme(url: str) -> str:
    return f"https://{url}" if url.lower().startswith("www.") else url
