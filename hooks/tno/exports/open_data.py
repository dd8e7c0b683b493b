"""Open data as files: services as JSON and as a table, places as GeoJSON.

What a region tells is made apart and kept between builds (`tno.kept`): a change in one region leaves the others' bytes
as they are, and files that nothing has changed are not even put together.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from tno.compact_json import compact
from tno.kept import Kept
from tno.model.network import Region
from tno.records import Place, Service
from tno.views.data_fields import COLUMNS, LICENCE, LICENCE_ADDRESS, MUNICIPALITY_CODES, PAGE
from tno.views.data_fields import TABLE as TABLE_COLUMNS
from tno.views.open_data import OpenData, services_by_place
from tno.views.scene import Scene

if TYPE_CHECKING:
    from tno.frames import Site

SERVICES, TABLE, PLACES = f"{PAGE}services.json", f"{PAGE}services.csv", f"{PAGE}places.geojson"
FILES = (SERVICES, TABLE, PLACES)
_MARKED = frozenset("=+-@'\t\r\n\uff0b\uff0d\uff1d\uff20")
"""What no cell of the table may begin with, so that it gets an apostrophe: a calculator would take it for a formula."""


class Part(NamedTuple):
    """What a region tells, as files hold it."""

    services: bytes
    """Lines of services.json, a comma between."""
    table: bytes
    """Rows of services.csv."""
    places: bytes
    """Lines of places.geojson, a comma between."""
    sets: dict[str, list[str]]
    """Sets of municipalities that the services name."""


class DataFiles:
    """The files of open data of one build."""

    def __init__(self, scene: Scene, site: Site, guard: str, kept: Kept | None = None) -> None:
        """
        Args:
            scene: the Finnish one.
            guard: what every file depends on besides content: program, vocabularies, tables.
        """
        self._scene, self._site, self._kept = scene, site, kept
        shared = (guard, scene.profiles_fingerprint, site.url, site.edition.value)
        self._shared = _hash(shared)

    @cached_property
    def made_of(self) -> str:
        """Changes when any of the files does."""
        return _hash([self._scene.day.isoformat(), self._site.name, *self._made_of.values()])

    @cached_property
    def _made_of(self) -> Mapping[str, str]:
        """Region → what its part is made of."""
        rows, places = self._scene.row_fingerprints, self._scene.fingerprints(Place)
        found = {}
        for region in self._regions:
            services = [f"{service.key} {rows[service.key]}" for service in self._shown[region.id]]
            rooms = [f"{place.key} {places[place.key]} {self._users.get(place.key)}" for place in region.all_of(Place)]
            found[region.id] = _hash([self._shared, *services, "", *rooms])
        return found

    @property
    def _regions(self) -> Iterable[Region]:
        return self._scene.network.regions.values()

    @cached_property
    def _shown(self) -> Mapping[str, list[Service]]:
        """Region → its services that people are shown."""
        shows = self._scene.network.shows
        return {region.id: list(filter(shows, region.all_of(Service))) for region in self._regions}

    @cached_property
    def _users(self) -> Mapping[str, list[str]]:
        return services_by_place(service for services in self._shown.values() for service in services)

    # --- the files --------------------------------------------------------------------------------------------------

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Each file's path with its bytes."""
        parts = [self._part(region) for region in self._regions]
        sets = dict(sorted({name: codes for part in parts for name, codes in part.sets.items()}.items()))
        head = {**self._head("palvelut"), "municipality_sets": sets}
        yield SERVICES, _listed(head, "services", [part.services for part in parts])
        headings = table([column.name for column in COLUMNS], ())
        yield TABLE, b"".join([codecs.BOM_UTF8, headings, *(part.table for part in parts)])
        head = {"type": "FeatureCollection", **self._head("paikat")}
        yield PLACES, _listed(head, "features", [part.places for part in parts])

    def _head(self, what: str) -> dict[str, Any]:
        return {
            "name": f"{self._site.name}: {what}",
            "licence": LICENCE,
            "licence_address": LICENCE_ADDRESS,
            "day": self._scene.day.isoformat(),
            "documentation": f"{self._site.url}{PAGE}",
            "edition": self._site.edition.value,
        }

    def _part(self, region: Region) -> Part:
        """What a region tells: kept from the build before, or told now."""
        name, made_of = f"data-{region.id}", self._made_of[region.id]
        if self._kept and (known := self._kept.read(name, made_of)):
            return Part(*known)
        part = self._told(region)
        if self._kept:
            self._kept.write(name, made_of, tuple(part))
        return part

    def _told(self, region: Region) -> Part:
        data, shown = OpenData(self._scene, self._site.url), self._shown[region.id]
        services = [data.service(service) for service in shown]
        features = data.features(region.all_of(Place), shown, self._users)
        return Part(
            ",\n".join(map(compact, services)).encode(),
            table(None, [_with_codes(service, data.municipality_sets) for service in services]),
            ",\n".join(map(compact, features)).encode(),
            data.municipality_sets,
        )


def _listed(head: Mapping[str, Any], name: str, parts: Iterable[bytes]) -> bytes:
    """A JSON object: its head, then one list with a line for each of its values."""
    lines = b",\n".join(filter(None, parts))
    return b"".join([compact(head)[:-1].encode(), f',"{name}":[\n'.encode(), lines, b"\n]}\n"])


def _with_codes(service: dict[str, Any], sets: Mapping[str, list[str]]) -> dict[str, Any]:
    service[MUNICIPALITY_CODES] = " ".join(sets[service["municipalities"]])
    return service


def table(headings: Sequence[str] | None, services: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows of the table as Excel opens them in Finland: semicolons, UTF-8, lines as in RFC 4180."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    if headings:
        writer.writerow(headings)
    told = [columns.values for columns in TABLE_COLUMNS]
    writer.writerows(
        [
            f"'{cell}" if cell and cell[0] in _MARKED else cell
            for cell in chain.from_iterable(each(row) for each in told)
        ]
        for row in services
    )
    return stream.getvalue().encode()


def _hash(parts: Iterable[str]) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
