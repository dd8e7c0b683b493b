"""Answers of the guided start: which services of an area answer which first step, for `first-steps.js`.

A file for each region (services for a part of the country) and one for those of the whole country, so that a phone
fetches two small files whatever the question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from tno import finnish
from tno.addresses import address_of
from tno.compact_json import compact
from tno.country.country import Country
from tno.digest import digest
from tno.model.first_steps import NEAR, Fitness
from tno.model.network import NATIONAL, Network
from tno.records import Organisation, Record, Service
from tno.records.scalars import TranslatedText
from tno.views.opening import NEVER_SAID, first_live, opening_of
from tno.views.reaches import NATIONWIDE
from tno.views.scene import Scene

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


def first_steps(scene: Scene, region: str, services: Iterable[Service]) -> str:
    """JSON: `sets` of municipalities by number (as in municipalities.json), and `services`, each

    [address, name, organisation, [number to read, tel: number] or 0, what happens first, number of its set or -1 for
    all, [pair of who and need, worth, …], number of its hours in `codes` or `UNKNOWN` or `NEVER`]. A text told in
    several languages is {language: text}.
    """
    network = scene.network
    numbers = {code: number for number, code in enumerate(network.country.municipalities)}
    fitness, near = Fitness(network.country.first_steps), 0 if region == NATIONAL else NEAR
    sets: dict[frozenset[str], int] = {}
    codes_of: dict[str, int] = {}
    rows = []
    for service in sorted(services, key=attrgetter("order")):
        worths = [value for number, worth in fitness.of(service) for value in (number, worth + near)]
        if worths:
            codes = network.covered_by(service)
            everybody = len(codes) == len(numbers)
            number = -1 if everybody else sets.setdefault(codes, len(sets))
            rows.append([*_told(network, service), number, worths, _answers(scene, service, codes_of)])
    areas = [sorted(numbers[code] for code in codes) for codes in sets]
    head = f'"sets":{compact(areas)},"codes":{compact(list(codes_of))}'
    return f'{{{head},"services":[\n{_lines(rows)}\n]}}\n'


def _answers(scene: Scene, service: Service, codes: dict[str, int]) -> int:
    """Number of the hours in which somebody answers."""
    channel = first_live(service)
    opening = opening_of(scene, service, channel) if channel else NEVER_SAID
    if opening.code:
        return codes.setdefault(opening.code, len(codes))
    return UNKNOWN if opening.unknown else NEVER


def _lines(rows: Iterable[Any]) -> str:
    return ",\n".join(map(compact, rows))


def _told(network: Network, service: Service) -> list[Any]:
    organisation = network.find(Organisation, service.organisation)
    numbers = (channel.phone for channel in service.channels if channel.type == "puhelin" and channel.phone)
    phone = next(numbers, None)
    return [
        address_of(service),
        _in_languages(service, "name"),
        _in_languages(organisation, "name") if organisation else "",
        [finnish.phone(phone), phone] if phone else 0,
        _in_languages(service, "how_to_start") or _in_languages(service, "summary"),
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
