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
from itertools import chain, islice
from typing import Any, NamedTuple

from tno.compact_json import compact, lines_of
from tno.exports.by_region import RegionParts
from tno.model.network import Region
from tno.records import Place, Service
from tno.views.data_fields import PAGE
from tno.views.data_table import COLUMNS, MUNICIPALITY_CODES
from tno.views.data_table import TABLE as TABLE_COLUMNS
from tno.views.open_data import OpenData, services_by_place

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


class DataFiles(RegionParts):
    """The files of open data of one build."""

    name = "data"

    def _facts(self, region: Region) -> Iterable[str]:
        rows, places = self._scene.row_fingerprints, self._scene.fingerprints(Place)
        services = [f"{service.key} {service.fingerprint} {rows[service.key]}" for service in self._shown[region.id]]
        rooms = [f"{place.key} {places[place.key]} {self._users.get(place.key)}" for place in region.all_of(Place)]
        return [*services, "", *rooms]

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
        parts = [Part(*part) for part in self._parts()]
        sets = dict(sorted({name: codes for part in parts for name, codes in part.sets.items()}.items()))
        head = {**self._head("palvelut"), "municipality_sets": sets}
        yield SERVICES, _listed(head, "services", [part.services for part in parts])
        headings = table([column.name for column in COLUMNS], ())
        yield TABLE, b"".join([codecs.BOM_UTF8, headings, *(part.table for part in parts)])
        head = {"type": "FeatureCollection", **self._head("paikat")}
        yield PLACES, _listed(head, "features", [part.places for part in parts])

    def _told(self, region: Region) -> Part:
        data, shown = OpenData(self._scene, self._site.url), self._shown[region.id]
        services = [data.service(service) for service in shown]
        features = data.features(region.all_of(Place), shown, self._users)
        return Part(
            lines_of(services),
            table(None, [_with_codes(service, data.municipality_sets) for service in services]),
            lines_of(features),
            data.municipality_sets,
        )


def _listed(head: Mapping[str, Any], name: str, parts: Iterable[bytes]) -> bytes:
    """A JSON object: its head, then one list with a line for each of its values."""
    lines = chain.from_iterable((b",\n", part) for part in parts if part)
    return b"".join([compact(head)[:-1].encode(), f',"{name}":[\n'.encode(), *islice(lines, 1, None), b"\n]}\n"])


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
