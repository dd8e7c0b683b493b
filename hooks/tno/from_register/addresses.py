"""Addresses of the register → places written in a channel; coordinates in metres → degrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tno.country.country import Country
from tno.from_register.coordinates import is_in_finland, to_wgs84
from tno.from_register.notes import RecordNotes
from tno.from_register.shapes import Node, shown
from tno.from_register.texts import joined, one_line, said, value_of

_SURE = frozenset({"ok", "enteredbyuser"})
_VISITED = frozenset({"location", "visiting", ""})
DECIMALS = 5
"""Of degrees: a metre."""

Place = dict[str, Any]


class AddressReader:
    """Reads the addresses of one record."""

    def __init__(self, country: Country, notes: RecordNotes) -> None:
        self._country, self._notes = country, notes

    def places(self, nodes: Iterable[Node], field: str) -> list[Place]:
        """Places to visit, as a channel holds them."""
        return [place for index, node in enumerate(nodes) for place in self._place(node, f"{field}[{index}]")]

    def municipality(self, nodes: Iterable[Node]) -> str:
        """The municipality of the first place to visit, by name."""
        return next((str(place["municipality"]) for place in self.places(nodes, "addresses")), "")

    def _place(self, node: Node, field: str) -> Iterator[Place]:
        kind, sub = node.text("type").lower(), node.text("subType").lower()
        street, other, box = node.node("streetAddress"), node.node("otherAddress"), node.node("postOfficeBoxAddress")
        abroad = node.nodes("locationAbroad") if node.kind != "Address" else node.nodes("foreignAddress")
        if kind not in _VISITED or sub == "postofficebox" or (box and not street):
            self._away(node, "address-postal", field, street, other, box)
        elif sub == "abroad" or abroad:
            self._away(node, "address-abroad", field, street, other, box, *abroad)
        elif street:
            place = self._street(street, f"{field}.streetAddress")
            if place:
                yield place | self._entrance(node, field)
        elif other:
            self._away(node, "address-unclear", field, other)

    def _away(self, node: Node, code: str, field: str, *parts: Node | None) -> None:
        self._notes.add(code, field, shown(node))
        for part in parts:
            if part:
                part.put_away_whole()

    def _street(self, street: Node, field: str) -> Place | None:
        municipality, postal_code = self._municipality(street), one_line(street.text("postalCode"))
        if municipality is None:
            self._notes.add("address-unclear", field, shown(street))
            street.put_away_whole()
            return None
        name = said(street.nodes("street"), self._notes, field=f"{field}.street")
        number = one_line(street.text("streetNumber"))
        texts = {language: f"{text} {number}".strip() for language, text in name.items()}
        office = {
            language: text.title() if text.isupper() else text
            for language, text in said(street.nodes("postOffice"), self._notes, field=f"{field}.postOffice").items()
        }
        place = {
            "municipality": municipality,
            "street": value_of(_as_one(texts), self._notes, f"{field}.street"),
            "postal_code": postal_code,
            "post_office": value_of(_as_one(office), self._notes, f"{field}.postOffice"),
            **self._degrees(street, field),
        }
        note = said(street.nodes("additionalInformation"), self._notes, field=f"{field}.additionalInformation")
        place["entrance"] = value_of(note, self._notes, f"{field}.additionalInformation")
        return {key: value for key, value in place.items() if value}

    def _entrance(self, node: Node, field: str) -> Place:
        """The main entrance's name, where the address itself says nothing of the way in."""
        told = [each for each in node.nodes("entrances") if each.flag("isMainEntrance")]
        street = node.node("streetAddress")
        if street and any(each.peek("value") for each in street.nodes("additionalInformation")):
            return {}
        texts = joined(*(said(each.nodes("name"), self._notes, field=f"{field}.entrances.name") for each in told[:1]))
        value = value_of(texts, self._notes, f"{field}.entrances.name")
        return {"entrance": value} if value else {}

    def _municipality(self, street: Node) -> str | None:
        told = street.node("municipality")
        if told is None:
            return None
        code = told.text("code").strip()
        found = self._country.municipalities.get(code.zfill(3) if code.isdecimal() else code)
        return found.name if found else None

    def _degrees(self, street: Node, field: str) -> Place:
        northing, easting = street.number("latitude"), street.number("longitude")
        state = street.text("coordinateState").replace(" ", "").lower()
        if northing is None and easting is None:
            street.put_away("latitude", "longitude")
            return {}
        value = f"{street.text('latitude')}, {street.text('longitude')}"
        if state not in _SURE:
            self._notes.add("coordinates", field, value, why=f"tila {street.text('coordinateState') or 'puuttuu'}")
        elif northing is None or easting is None or not is_in_finland(northing, easting):
            self._notes.add("coordinates", field, value, why="luvut eivät ole ETRS-TM35FIN-metrejä Suomessa")
        else:
            lat, lon = to_wgs84(northing, easting)
            return {"lat": f"{lat:.{DECIMALS}f}", "lon": f"{lon:.{DECIMALS}f}"}
        return {}


def _as_one(texts: dict[str, str]) -> dict[str, str]:
    """One text where all languages say the same; a street that has no Finnish name keeps the one it has."""
    values = set(texts.values())
    if len(values) == 1 or (texts and "fi" not in texts):
        return {"fi": next(iter(texts.values()))}
    return texts
