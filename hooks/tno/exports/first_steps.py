"""Answers of the guided start: which services of an area answer which first step, for `first-steps.js`.

A file for each region (services for a part of the country) and one for those of the whole country, so that a phone
fetches two small files whatever the question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import asin, atan2, degrees
from operator import attrgetter
from typing import Any

from tno import finnish
from tno.addresses import address_of
from tno.compact_json import compact
from tno.country.country import Country
from tno.digest import digest
from tno.model.first_steps import NEAR, told_languages
from tno.model.network import NATIONAL, Network
from tno.records import Organisation, Record, Service
from tno.records.channel import Channel
from tno.records.scalars import TranslatedText
from tno.views.around import around
from tno.views.first_steps import fitness_of
from tno.views.opening import opening_of
from tno.views.reaches import NATIONWIDE
from tno.views.scene import Scene
from tno.views.ways import way_without_talk

PHONE, CHAT, TEXT = "puhelin", "chat", "tekstiviesti"
LINES = (PHONE, CHAT, TEXT)
"""Channels by which somebody is reached without going anywhere, the one to offer first first."""
DECIMALS = 2
"""Of degrees: a kilometre."""
UNKNOWN, NEVER = -1, -2
"""Instead of hours: nobody knows them; nothing is said of them."""


def first_step_files(scene: Scene) -> Mapping[str, list[Service]]:
    """Region, or the national section → services of its file."""
    network = scene.network
    found: dict[str, list[Service]] = {region: [] for region in network.regions}
    for codes, services in network.services_by_coverage.items():
        for region in _homes(network.country, codes, found):
            found[region] += services
    return found


def _homes(country: Country, codes: frozenset[str], known: Iterable[str]) -> list[str]:
    if len(codes) >= NATIONWIDE:
        return [NATIONAL]
    regions = {country.municipalities[code].region_id or NATIONAL for code in codes}
    return [region for region in known if region in regions]


def first_steps_made_of(scene: Scene, services: Iterable[Service]) -> str:
    """Changes when any of the services, or what their areas mean, does."""
    told = "".join([service.fingerprint + scene.row_fingerprints[service.key] for service in services])
    return digest(f"{scene.profiles_fingerprint}{told}")


def first_steps(scene: Scene, region: str, services: Iterable[Service], scenes: Sequence[Scene]) -> str:
    """JSON: `sets` of municipalities by number (as in municipalities.json), `centres` of the region's municipalities
    {number: [latitude, longitude]}, `spots` [latitude, longitude, number of the municipality] where services are given,
    and `services`, each

    [address, name, organisation, lines, what happens first, number of its set or -1 for all,
    [pair of who and need, worth, …], its languages, numbers of its spots, summary]. A line is how somebody is reached:
    [channel, number to read, number to dial or address of the chat, number of its hours in `codes` or `UNKNOWN` or
    `NEVER`, its own languages or ""]. A text told in several languages is {language: text}. Where there are no lines,
    the last is {language: [channel, text, address or null]}, without languages in which nothing can be told.

    Args:
        scenes: of each language of the site.
    """
    network = scene.network
    numbers = {code: number for number, code in enumerate(network.country.municipalities)}
    fitness, near = fitness_of(scene), 0 if region == NATIONAL else NEAR
    sets: dict[frozenset[str], int] = {}
    codes_of: dict[str, int] = {}
    spots: dict[tuple[float, float, int], int] = {}
    rows = []
    for service in sorted(services, key=attrgetter("order")):
        worths = [value for number, worth in fitness.of(service) for value in (number, worth + near)]
        if worths:
            codes = network.covered_by(service)
            everybody = len(codes) == len(numbers)
            number = -1 if everybody else sets.setdefault(codes, len(sets))
            lines = _lines_of(scene, service, codes_of)
            places = [spots.setdefault(spot, len(spots)) for spot in _spots_of(scene, service, numbers)]
            told = _told(network, service, lines)
            given = list(dict.fromkeys(places))
            summary = _in_languages(service, "summary")
            row = [*told, number, worths, " ".join(told_languages(service)), given, summary]
            rows.append(row if lines else [*row, _ways_of(scenes, service)])
    areas = [sorted(numbers[code] for code in codes) for codes in sets]
    head = {"sets": areas, "codes": list(codes_of), "spots": list(spots), "centres": _centres(network, region, numbers)}
    words = ",".join(f'"{name}":{compact(value)}' for name, value in head.items())
    return f'{{{words},"services":[\n{_lines(rows)}\n]}}\n'


def _centres(network: Network, region: str, numbers: Mapping[str, int]) -> dict[int, list[float]]:
    return {
        numbers[code]: [round(each.latitude_deg, DECIMALS), round(each.longitude_deg, DECIMALS)]
        for code, each in network.country.municipalities.items()
        if each.region_id == region
    }


def _spots_of(scene: Scene, service: Service, numbers: Mapping[str, int]) -> Iterator[tuple[float, float, int]]:
    """Where a service is given; a place whose address is hidden is nowhere."""
    network, near = scene.network, around(scene).near
    for place in network.places_of(service):
        municipality, point = network.municipality_of(place.municipality), near.point_of(place)
        if municipality and point:
            latitude, longitude = degrees(asin(point.z)), degrees(atan2(point.y, point.x))
            yield round(latitude, DECIMALS), round(longitude, DECIMALS), numbers[municipality.code]


def _lines_of(scene: Scene, service: Service, codes: dict[str, int]) -> list[list[Any]]:
    """How somebody of a service is reached: its telephones, then its chats, then its numbers for messages."""
    return [
        [
            kind,
            finnish.phone(channel.phone) if kind != CHAT and channel.phone else "",
            channel.url if kind == CHAT else channel.phone,
            _answers(scene, service, channel, codes),
            " ".join(channel.languages),
        ]
        for kind in LINES
        for channel in service.channels
        if channel.type == kind and (channel.url if kind == CHAT else channel.phone)
    ]


def _ways_of(scenes: Sequence[Scene], service: Service) -> dict[str, tuple[str, str, str | None]]:
    ways = {scene.language: way_without_talk(scene, service) for scene in scenes}
    return {language: (way.note, str(way.label), way.address) for language, way in ways.items() if way}


def _answers(scene: Scene, service: Service, channel: Channel, codes: dict[str, int]) -> int:
    """Number of the hours in which a channel answers."""
    opening = opening_of(scene, service, channel)
    if opening.code:
        return codes.setdefault(opening.code, len(codes))
    return UNKNOWN if opening.unknown else NEVER


def _lines(rows: Iterable[Any]) -> str:
    return ",\n".join(map(compact, rows))


def _told(network: Network, service: Service, lines: list[list[Any]]) -> list[Any]:
    organisation = network.find(Organisation, service.organisation)
    return [
        address_of(service),
        _in_languages(service, "name"),
        _in_languages(organisation, "name") if organisation else "",
        lines,
        _in_languages(service, "how_to_start"),
    ]


def _in_languages(record: Record, name: str) -> str | dict[str, str]:
    text = getattr(record, name)
    if text is None:
        return ""
    found = {"fi": str.__str__(text)}
    if isinstance(text, TranslatedText):
        found |= text.translations
    for language, translation in record.translations.items():
        if own := getattr(translation, name, None):
            found[language] = own
    return found if len(found) > 1 else found["fi"]
