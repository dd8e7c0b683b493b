"""Every name by which people look for their municipality, with how its case forms are undone: for `municipality.js`."""

from __future__ import annotations

from typing import Any

from tno.compact_json import compact
from tno.country.country import Country
from tno.country.place_names import by_postal_code
from tno.country.spelling import case_endings
from tno.model.network import NATIONAL
from tno.records import Place
from tno.views.scene import Scene


def municipalities(scene: Scene) -> str:
    """JSON: `municipalities` [slug, region, Finnish name, Swedish name, other names …] in Finnish alphabetical order;
    `villages` [name, number of its municipality, 1 for a former municipality]; `codes` [first, last, number] of postal
    codes; `centres` [latitude, longitude] in hundredths of a degree; `regions` {region: languages of its pages};
    `forms`: how case endings are undone (`tno.country.spelling`).
    """
    country, numbers = scene.network.country, numbers_of_towns(scene.network.country)
    regions, towns = scene.network.regions, country.municipalities.values()
    rows = [
        [each.slug, each.region_id if each.region_id in regions else NATIONAL, each.name, each.names["sv"],
         *dict.fromkeys(name for name in (each.names.get("se"), *each.other_names) if name)]
        for each in towns
    ]  # fmt: skip
    villages = [
        [each.name, numbers[each.municipality_code], *([1] if each.is_former_municipality else [])]
        for each in country.villages
    ]
    codes = [[each.first, each.last, numbers[each.municipality_code]] for each in country.postal_codes]
    data: dict[str, Any] = {
        "regions": {region.id: " ".join(region.profile.languages) for region in scene.network.regions.values()},
        "forms": case_endings(),
        "codes": [*codes, *_codes_of_places(scene)],
        "centres": _centres(country),
        "villages": villages,
    }
    head = ",\n".join(f"{compact(key)}:{compact(value)}" for key, value in data.items())
    return f'{{{head},\n"municipalities":[\n' + ",\n".join(map(compact, rows)) + "\n]}\n"


def centres(country: Country) -> str:
    """JSON: `slugs` of municipalities in one string, and their `centres`, both as in the data: for kilometres alone."""
    slugs = " ".join(each.slug for each in country.municipalities.values())
    return compact({"slugs": slugs, "centres": _centres(country)}) + "\n"


def _centres(country: Country) -> list[list[int]]:
    towns = country.municipalities.values()
    return [[round(each.latitude_deg * 100), round(each.longitude_deg * 100)] for each in towns]


def numbers_of_towns(country: Country) -> dict[str, int]:
    """Code of a municipality → its number in the data."""
    return {code: number for number, code in enumerate(country.municipalities)}


def _codes_of_places(scene: Scene) -> list[list[Any]]:
    """Postal codes that places tell and the table does not; a code of two municipalities is told of both."""
    network, numbers = scene.network, numbers_of_towns(scene.network.country)
    found = set()
    for place in network.all_of(Place).values():
        code, municipality = place.postal_code, network.municipality_of(place.municipality)
        if not (code and municipality and place.address_public):
            continue
        if by_postal_code(network.country.postal_codes, code) is None:
            found.add((code, numbers[municipality.code]))
    return [[code, code, number] for code, number in sorted(found)]


def municipalities_made_of(scene: Scene) -> str:
    """Changes when a place or a region's languages do; the country's tables are part of the program."""
    return f"{scene.kind_fingerprint(Place)}{scene.profiles_fingerprint}"
