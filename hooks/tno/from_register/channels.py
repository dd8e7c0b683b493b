"""A channel of the register, as one service uses it → channels of ours.

The register's place may hold telephones, addresses and pages of its own; each becomes a channel, since each is a way
to the service. All keep the id of the channel they came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tno.from_register.addresses import AddressReader
from tno.from_register.areas import LIMITED, AreaReader
from tno.from_register.contacts import ContactReader
from tno.from_register.hours import HoursReader
from tno.from_register.notes import RecordNotes
from tno.from_register.setting import Setting
from tno.from_register.shapes import Node, shown
from tno.from_register.texts import Texts, joined, said, value_of
from tno.records.channel import NEEDS, Channel

LONGEST_NOTE = 300
"""Letters of a description that can still stand in a channel's note."""
_SIGN_IN: Texts = {
    "fi": "Vaatii vahvan tunnistautumisen.",
    "sv": "Kräver stark autentisering.",
    "en": "Requires strong identification.",
}
_SUPPORT: Texts = {"fi": "Asioinnin tuki", "sv": "Stöd för e-tjänsten", "en": "Support for the e-service"}


class ChannelReader:
    """Reads one channel of the register for one service."""

    def __init__(self, setting: Setting, node: Node, own_id: str, notes: RecordNotes) -> None:
        self._setting, self._node, self._id, self._notes = setting, node, own_id, notes
        self._contacts = ContactReader(setting.is_place, notes)
        self._addresses = AddressReader(setting.country, notes)

    def read(
        self, connections: Sequence[Node], languages: list[str], areas: list[str], name: str
    ) -> list[dict[str, Any]]:
        """Channels of ours.

        Args:
            connections: what the service and the channel say of each other.
            languages, areas, name: those of the service; a channel tells only what differs.
        """
        common = self._common(languages, areas, name)
        note = joined(self._note(), *(self._connection_note(each) for each in connections))
        found = list(self._ways(connections, note))
        for connection in connections:
            if details := connection.node("contactDetails"):
                found += self._details(details)
        return [whole for each in found if (whole := self._usable(common | each))]

    def _usable(self, values: dict[str, Any]) -> dict[str, Any] | None:
        kind = values["type"]
        ordered = {key: values[key] for key in Channel.model_fields if values.get(key)}
        needed = NEEDS.get(kind, ())
        if self._setting.sound(Channel, ordered, self._notes, kind) is None or not any(map(ordered.get, needed)):
            self._notes.add("channel-unusable", kind, shown({key: ordered[key] for key in ordered if key != "type"}))
            return None
        return ordered

    def _common(self, languages: list[str], areas: list[str], name: str) -> dict[str, Any]:
        node, notes = self._node, self._notes
        texts = said(node.nodes("serviceChannelNames"), notes, shown_type(node), "serviceChannelNames")
        own_name = value_of(texts, notes, "serviceChannelNames") if texts.get("fi") != name else ""
        own_languages = self._setting.languages(node, notes)
        own_areas: list[str] = []
        if node.peek("areaType").lower() in LIMITED:
            own_areas = AreaReader(self._setting.country, self._setting.region).words(node, notes)
        else:
            node.put_away("areaType", "areas")
        return {
            "name": own_name,
            "languages": own_languages if own_languages != languages else [],
            "areas": own_areas if own_areas != areas else [],
            "external_ids": {"ptv": self._id},
        }

    def _note(self) -> Texts:
        nodes = self._node.nodes("serviceChannelDescriptions")
        summary = said(nodes, self._notes, "Summary", "serviceChannelDescriptions")
        told = set(summary.values())
        for node in nodes:
            if node.peek("type") == "Description":
                text = " ".join(node.peek("value").split())
                if text in told:
                    node.put_away("value")
        if summary:
            return summary
        short = [node for node in nodes if len(node.peek("value")) <= LONGEST_NOTE]
        return said(short, self._notes, "Description", "serviceChannelDescriptions")

    def _connection_note(self, connection: Node) -> Texts:
        nodes = connection.nodes("description")
        description = said(nodes, self._notes, "Description", "description")
        return joined(description, said(nodes, self._notes, "ChargeTypeAdditionalInfo", "description"))

    def _hours(self, connections: Sequence[Node]) -> dict[str, Any]:
        """The service's own hours in the channel, else the channel's."""
        label = self._setting.label("appointment", "pakollinen").labels
        reader = HoursReader(self._setting.today, dict(label), self._notes)
        for node in (*connections, self._node):
            if hours := node.nodes("serviceHours"):
                found = reader.read(hours)
                return {"hours": found} if found else {}
        return {}

    # --- kinds --------------------------------------------------------------------------------------------------------

    def _ways(self, connections: Sequence[Node], note: Texts) -> Iterator[dict[str, Any]]:
        ways = {
            "ServiceLocation": self._location,
            "EChannel": self._e_channel,
            "PhoneChannel": self._phone,
            "WebPageChannel": self._web_page,
            "PrintableForm": self._form,
        }
        yield from ways[self._node.kind](connections, note)

    def _location(self, connections: Sequence[Node], note: Texts) -> Iterator[dict[str, Any]]:
        node, text = self._node, self._text(note)
        places = self._addresses.places(node.nodes("addresses"), "addresses")
        hours = self._hours(connections) if places else {}
        for place in places:
            yield {"type": "palvelupaikka", "place": place, "note": text, **hours}
        yield from self._contacts.phones(node.nodes("phoneNumbers"), "phoneNumbers")
        yield from self._contacts.emails(node.nodes("emails"), "emails")
        yield from self._pages(node)

    def _e_channel(self, connections: Sequence[Node], note: Texts) -> Iterator[dict[str, Any]]:
        node = self._node
        if node.flag("requiresAuthentication"):
            note = joined(note, _SIGN_IN)
        url = self._contacts.url(node.nodes("webPages"), "webPages")
        names = " ".join(each.peek("value") for each in node.nodes("serviceChannelNames"))
        kind = "chat" if re.search(r"\bchat|chatti|chatt\b", names, re.I) else "verkkoasiointi"
        yield {"type": kind, "url": url, "note": self._text(note), **self._hours(connections)}
        yield from self._support()

    def _phone(self, connections: Sequence[Node], note: Texts) -> Iterator[dict[str, Any]]:
        hours = self._hours(connections)
        for channel in self._contacts.phones(self._node.nodes("phoneNumbers"), "phoneNumbers"):
            own = channel.get("note")
            texts = {"fi": own} if isinstance(own, str) else own or {}
            yield channel | hours | {"note": self._text(joined(note, texts))}
        yield from self._contacts.emails(self._node.nodes("supportEmails"), "supportEmails")
        yield from self._pages(self._node)

    def _web_page(self, connections: Sequence[Node], note: Texts) -> Iterator[dict[str, Any]]:
        url = self._contacts.url(self._node.nodes("webPages"), "webPages")
        yield {"type": "verkkosivu", "url": url, "note": self._text(note)}
        yield from self._support()

    def _form(self, connections: Sequence[Node], note: Texts) -> Iterator[dict[str, Any]]:
        url = self._contacts.url(self._node.nodes("channelUrls"), "channelUrls")
        yield {"type": "lomake", "url": url, "note": self._text(note)}
        yield from self._support()

    def _support(self) -> Iterator[dict[str, Any]]:
        for channel in self._contacts.phones(self._node.nodes("supportPhones"), "supportPhones"):
            yield {"name": dict(_SUPPORT)} | channel
        for channel in self._contacts.emails(self._node.nodes("supportEmails"), "supportEmails"):
            yield {"name": dict(_SUPPORT)} | channel

    def _pages(self, node: Node) -> Iterator[dict[str, Any]]:
        if url := self._contacts.url(node.nodes("webPages"), "webPages"):
            yield {"type": "verkkosivu", "url": url}

    def _details(self, details: Node) -> list[dict[str, Any]]:
        """What the service alone says of reaching it through this channel."""
        places = self._addresses.places(details.nodes("addresses"), "contactDetails.addresses")
        return [
            *({"type": "palvelupaikka", "place": place} for place in places),
            *self._contacts.phones(details.nodes("phoneNumbers"), "contactDetails.phoneNumbers"),
            *self._contacts.emails(details.nodes("emails"), "contactDetails.emails"),
            *self._pages(details),
        ]

    def _text(self, texts: Texts) -> Any:
        return value_of(texts, self._notes, "serviceChannelDescriptions")


def shown_type(node: Node) -> str:
    """Which of its names a record goes by in Finnish: `Name` unless it says otherwise."""
    for each in node.nodes("displayNameType"):
        if each.peek("language").lower() == "fi" and each.peek("type") == "AlternativeName":
            return "AlternativeName"
    return "Name"
