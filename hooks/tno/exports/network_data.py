"""The network as open data: organisations, agreements, groups and services, and who is tied to what.

What a region tells is kept between builds (`tno.kept`); its ties are those of its page `/lappi/verkosto/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from tno.addresses import address_of
from tno.compact_json import compact
from tno.kept import Kept
from tno.model.network import Region
from tno.model.ties import RegionTies, Tie
from tno.records import Agreement, Group, Organisation, Record, Service
from tno.views.data_fields import LICENCE, LICENCE_ADDRESS, PAGE
from tno.views.network import network_made_of
from tno.views.open_data import texts_of
from tno.views.scene import Scene

if TYPE_CHECKING:
    from tno.frames import Site

NETWORK = f"{PAGE}network.json"
KINDS: Mapping[type[Record], str] = {
    Organisation: "organisation",
    Agreement: "agreement",
    Group: "group",
    Service: "service",
}
_TOLD: tuple[Callable[[Scene, Region], str], ...] = (Scene.region_fingerprint, network_made_of)
"""What a region's part is made of; its page is too, so that it is known already."""


class NetworkData:
    """`network.json` of one build."""

    def __init__(self, scene: Scene, site: Site, guard: str, kept: Kept | None = None) -> None:
        """
        Args:
            scene: the Finnish one.
            guard: what the file depends on besides content: program, vocabularies, tables.
        """
        self._scene, self._site, self._kept = scene, site, kept
        self._shared = "\0".join((guard, scene.profiles_fingerprint, site.url, site.edition.value))

    @property
    def _regions(self) -> Iterable[Region]:
        return self._scene.network.regions.values()

    @cached_property
    def made_of(self) -> str:
        """Changes when the file does."""
        return _hash([self._scene.day.isoformat(), self._site.name, *self._made_of.values()])

    @cached_property
    def _made_of(self) -> Mapping[str, str]:
        """Region → what its part is made of."""
        scene, day = self._scene, self._scene.day.isoformat()
        return {
            region.id: _hash([self._shared, day, *(scene.once(told, region) for told in _TOLD)])
            for region in self._regions
        }

    def text(self) -> bytes:
        """The file: its head, then a line for each node and each edge."""
        parts = [self._part(region) for region in self._regions]
        nodes = list(dict.fromkeys(line for nodes, _ in parts for line in nodes))
        edges = [line for _, edges in parts for line in edges]
        head = compact(
            {
                "name": f"{self._site.name}: verkosto",
                "licence": LICENCE,
                "licence_address": LICENCE_ADDRESS,
                "day": self._scene.day.isoformat(),
                "documentation": f"{self._site.url}{PAGE}",
                "edition": self._site.edition.value,
            }
        )
        listed = ",\n".join(nodes), ",\n".join(edges)
        return f'{head[:-1]},"nodes":[\n{listed[0]}\n],"edges":[\n{listed[1]}\n]}}\n'.encode()

    def _part(self, region: Region) -> tuple[list[str], list[str]]:
        """Lines of a region's nodes and edges: kept from the build before, or told now."""
        name, made_of = f"network-{region.id}", self._made_of[region.id]
        if self._kept and (known := self._kept.read(name, made_of)):
            nodes, edges = known
            return nodes, edges
        told = self._told(region)
        if self._kept:
            self._kept.write(name, made_of, told)
        return told

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


def _hash(parts: Iterable[str]) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
