"""Which municipality belongs to which ELY area and which elinvoimakeskus: for scripts that draw by area."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tno.compact_json import compact
from tno.country.area import Area
from tno.country.country import Country
from tno.views.area_switch import ELY, SUCCESSORS


def areas(country: Country) -> str:
    """JSON: `ely-alueet` and `elinvoimakeskukset`, each [id, Finnish name, Swedish name, English name] in the order of
    codes; `municipalities`: code → [slug, number of its ELY area, number of its elinvoimakeskus], numbers from 0. Åland
    has neither and is not there.
    """
    ely, successors = list(country.ely_areas), list(country.successor_areas)
    municipalities = {
        each.code: [each.slug, ely.index(each.region_id), successors.index(each.successor_area)]
        for each in country.municipalities.values()
        if each.region_id and each.successor_area
    }
    data = {ELY: _told(country.ely_areas.values()), SUCCESSORS: _told(country.successor_areas.values())}
    head = ",\n".join(f"{compact(key)}:{compact(value)}" for key, value in data.items())
    return f'{{{head},\n"municipalities":{compact(municipalities)}}}\n'


def _told(every: Iterable[Area]) -> list[list[Any]]:
    return [[area.id, *(area.name_in(language) for language in ("fi", "sv", "en"))] for area in every]
