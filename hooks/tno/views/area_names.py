"""What a set of municipalities is called in two words: by towns, maakunnat or parts of a region."""

from __future__ import annotations

from tno.views.reaches import NATIONWIDE
from tno.views.scene import Scene

MOST_NAMES = 3
"""So many municipalities or areas are named; of more the first, and how many there are besides."""


def area_name(scene: Scene, codes: frozenset[str], region: str) -> str:
    """Where `codes` are, for those who live there: "Kanta-Häme ja Päijät-Häme", "Uusimaa ja 4 muuta aluetta".

    Args:
        codes: of municipalities; none means everywhere.
        region: whose content it is of; its name is told of municipalities that are no whole areas.
    """
    country, w = scene.network.country, scene.w
    own = scene.network.regions[region]
    if not codes or len(codes) >= NATIONWIDE:
        return own.name
    if len(codes) <= MOST_NAMES:
        return ", ".join(country.municipalities[code].name_in(scene.language) for code in sorted(codes))
    names, others = _whole_areas(scene, codes, region)
    if not names:
        count = w.counted("coverage_municipalities", others)
        return count if own.is_national else f"{own.name}, {count}"
    if len(names) > MOST_NAMES:
        return w.area_and_others.format(first=names[0], count=len(names) - 1)
    return scene.writing.listing([*names, *([w.counted("coverage_municipalities", others)] if others else [])])


def _whole_areas(scene: Scene, codes: frozenset[str], region: str) -> tuple[list[str], int]:
    """Names of the maakunnat that are in `codes`, else of the region's parts that make them up; how many are left."""
    network, language = scene.network, scene.language
    whole = {each.name_in(language): {*each.municipality_codes} for each in network.country.maakunnat.values()}
    if found := {name: of for name, of in whole.items() if of <= codes}:
        return list(found), len(codes.difference(*found.values()))
    parts = network.regions[region].profile.sub_areas
    found = {str(each.name): {*(network.area_words.codes(region, each.id) or ())} for each in parts}
    found = {name: of for name, of in found.items() if of and of <= codes}
    return (list(found), 0) if not codes.difference(*found.values()) else ([], len(codes))
