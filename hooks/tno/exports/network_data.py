"""The network as open data: organisations, agreements, groups and services, and who is tied to what.

What a region tells is kept between builds (`tno.kept`); its ties are those of its page `/lappi/verkosto/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tno.addresses import address_of
from tno.compact_json import compact
from tno.exports.by_region import RegionParts
from tno.model.network import Region
from tno.model.ties import RegionTies, Tie
from tno.records import Agreement, Group, Organisation, Record, Service
from tno.views.data_fields import PAGE
from tno.views.network import network_made_of
from tno.views.open_data import texts_of
from tno.views.scene import Scene

NETWORK = f"{PAGE}network.json"
KINDS: Mapping[type[Record], str] = {
    Organisation: "organisation",
    Agreement: "agreement",
    Group: "group",
    Service: "service",
}
_TOLD: tuple[Callable[[Scene, Region], str], ...] = (Scene.region_fingerprint, network_made_of)
"""What a region's part is made of; its page is too, so that it is known already."""


class NetworkData(RegionParts):
    """`network.json` of one build."""

    name = "network"

    def _facts(self, region: Region) -> Iterable[str]:
        return [self._scene.day.isoformat(), *(self._scene.once(told, region) for told in _TOLD)]

    def text(self) -> bytes:
        """The file: its head, then a line for each node and each edge."""
        parts = list(self._parts())
        nodes = list(dict.fromkeys(line for nodes, _ in parts for line in nodes))
        edges = [line for _, edges in parts for line in edges]
        head = compact(self._head("verkosto"))
        listed = ",\n".join(nodes), ",\n".join(edges)
        return f'{head[:-1]},"nodes":[\n{listed[0]}\n],"edges":[\n{listed[1]}\n]}}\n'.encode()

    def _told(self, region: Region) -> tuple[list[str], list[str]]:
        ties, network = RegionTies(self._scene.network, region, self._scene.day), self._scene.network
        organisations = (network.all_of(Organisation)[key] for key in ties.by_organisation)
        own: Iterable[Record] = (*organisations, *ties.agreements, *ties.groups, *ties.services)
        return [compact(self._node(record)) for record in own], [compact(_edge(region.id, tie)) for tie in ties.all]

    def _node(self, record: Record) -> dict[str, Any]:
        node = {
            "id": _id(KINDS[type(record)], record.key),
            "kind": KINDS[type(record)],
            "name": texts_of(record, "name"),
            "address": f"{self._site.url}{address_of(record)}",
            "region": record.region,
            "example": self._scene.is_example(record),
        }
        if kind := _type(record):
            node["type"] = kind
        return node


def _type(record: Record) -> str:
    """What a record is, by its vocabulary; services have several kinds and tell them in services.json."""
    if isinstance(record, Organisation):
        return record.sector
    if isinstance(record, Agreement):
        return record.kind
    return record.type if isinstance(record, Group) else ""


def _edge(region: str, tie: Tie) -> dict[str, Any]:
    return {
        "from": _id("organisation", tie.organisation),
        "to": _id(tie.kind, tie.key),
        "roles": tie.roles,
        "leads": tie.leads,
        "network": region,
    }


def _id(kind: str, key: str) -> str:
    return f"{kind}/{key}"
