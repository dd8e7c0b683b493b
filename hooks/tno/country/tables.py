"""From the tables of `regions/finland/` to a `Country`, with every cross-reference between them checked.

The tables and their sources: each begins with where it is from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from tno.country.area import Area
from tno.country.country import Country
from tno.country.everyday import FILE as EVERYDAY
from tno.country.everyday import load_everyday
from tno.country.first_steps import FILE as FIRST_STEPS
from tno.country.first_steps import load_first_steps
from tno.country.municipality import Municipality
from tno.country.outlines import load_outlines
from tno.country.place_names import POSTAL_CODES, VILLAGES, load_postal_codes, load_villages
from tno.country.source import Entry, entries_of, read_entries, read_rows
from tno.country.vocabulary import Vocabularies
from tno.finnish import slug, sort_key

MUNICIPALITY_COLUMNS = (
    *("code", "name", "name_sv", "name_sv_alt", "name_se", "maakunta_code", "sub_region", "ely_area"),
    *("successor_area", "employment_area", "wellbeing_county", "language", "sami_home_area"),
    *("latitude_deg", "longitude_deg"),
)
MAAKUNTA_COLUMNS = ("code", "name", "name_sv", "name_en", "nuts3")
LANGUAGES_OF_MUNICIPALITIES = ("fi", "sv", "fi-sv", "sv-fi")
SAMI_HOME_AREA = ("koko", "osa")
LATITUDES_DEG, LONGITUDES_DEG = (59.5, 70.2), (19.0, 31.7)
"""Where Finland's municipal centres lie; also catches the two swapped."""

Members = Mapping[str, tuple[Municipality, ...]]


def load_country(folder: Path, vocabularies: Vocabularies | None = None) -> Country:
    """The country from `folder`, normally `regions/finland`. Raises `TableError` at the first wrong row.

    Args:
        vocabularies: where the words of `first_steps.yml` must be; None: they are not looked up.
    """
    rows = read_rows(folder / "municipalities.csv", MUNICIPALITY_COLUMNS)
    pairs = sorted(((_municipality(row), row) for row in rows), key=lambda pair: sort_key(pair[0].name))
    municipalities = [municipality for municipality, _ in pairs]
    tree = read_entries(folder / "areas.yml")
    country = Country(
        municipalities={municipality.code: municipality for municipality in municipalities},
        maakunnat=_maakunnat(folder / "maakunnat.csv", municipalities),
        ely_areas=_ely_areas(tree.entry("ely_areas"), municipalities),
        successor_areas=_successor_areas(tree.entry("successor_areas"), municipalities),
        employment_areas=_employment_areas(tree.entry("employment_areas"), municipalities),
        health_arrangers=_health_arrangers(tree.entry("health_arrangers"), municipalities),
    )
    _check_rows(country, pairs)
    _check_areas(country, tree)
    return replace(
        country,
        villages=load_villages(folder / VILLAGES, country.find_municipality),
        postal_codes=load_postal_codes(folder / POSTAL_CODES, country.find_municipality),
        first_steps=load_first_steps(folder / FIRST_STEPS, vocabularies),
        everyday=load_everyday(folder / EVERYDAY, vocabularies),
        outlines=load_outlines(folder, country.municipalities),
    )


# --- municipalities ---------------------------------------------------------------------------------------------------


def _municipality(row: Entry) -> Municipality:
    names = {"fi": row.text("name"), "sv": row.text("name_sv"), "se": row["name_se"]}
    return Municipality(
        code=row.text("code"),
        name=row["name"],
        slug=slug(row["name"]),
        names={language: name for language, name in names.items() if name},
        other_names=tuple(name for name in (row["name_sv_alt"],) if name),
        maakunta_code=row.text("maakunta_code"),
        sub_region=row.text("sub_region"),
        region_id=row["ely_area"] or None,
        successor_area=row["successor_area"] or None,
        employment_area=row["employment_area"] or None,
        wellbeing_county=row["wellbeing_county"] or None,
        language=row.parsed("language", _one_of(LANGUAGES_OF_MUNICIPALITIES), "fi-sv"),
        sami_home_area=row.parsed("sami_home_area", _one_of(SAMI_HOME_AREA), "osa") if row["sami_home_area"] else None,
        latitude_deg=row.parsed("latitude_deg", _between(LATITUDES_DEG), "66.4962"),
        longitude_deg=row.parsed("longitude_deg", _between(LONGITUDES_DEG), "25.7249"),
    )


def _one_of(values: tuple[str, ...]) -> Callable[[str], str]:
    return lambda text: values[values.index(text)]


def _between(bounds: tuple[float, float]) -> Callable[[str], float]:
    def parse(text: str) -> float:
        if not bounds[0] <= (degrees := float(text)) <= bounds[1]:
            raise ValueError(text)
        return degrees

    return parse


def _grouped(municipalities: Iterable[Municipality], key: Callable[[Municipality], str | None]) -> Members:
    groups: dict[str, list[Municipality]] = {}
    for municipality in municipalities:
        if name := key(municipality):
            groups.setdefault(name, []).append(municipality)
    return {name: tuple(members) for name, members in groups.items()}


def _codes(members: Members, key: str) -> tuple[str, ...]:
    return tuple(municipality.code for municipality in members.get(key, ()))


# --- areas ------------------------------------------------------------------------------------------------------------


def _maakunnat(file: Path, municipalities: list[Municipality]) -> dict[str, Area]:
    members = _grouped(municipalities, lambda m: m.maakunta_code)
    return {row["code"]: _maakunta(row, members) for row in read_rows(file, MAAKUNTA_COLUMNS)}


def _maakunta(row: Entry, members: Members) -> Area:
    code = row["code"]
    return Area(
        kind="maakunta",
        id=slug(row.text("name")),
        code=code,
        names={"fi": row["name"], "sv": row.text("name_sv"), "en": row.text("name_en")},
        municipality_codes=_codes(members, code),
        maakunta_codes=(code,),
        nuts3=row.text("nuts3"),
    )


def _ely_areas(tree: Entry, municipalities: list[Municipality]) -> dict[str, Area]:
    members = _grouped(municipalities, lambda m: m.region_id)
    return {key: _area("ely-alue", key, entry, members, entry.entry("authority")) for key, entry in entries_of(tree)}


def _successor_areas(tree: Entry, municipalities: list[Municipality]) -> dict[str, Area]:
    members = _grouped(municipalities, lambda m: m.successor_area)
    return {key: _area("elinvoimakeskus", key, entry, members, entry.entry("name")) for key, entry in entries_of(tree)}


def _area(kind: str, key: str, entry: Entry, members: Members, authority: Entry) -> Area:
    return Area(
        kind=kind,
        id=key,
        code=entry.text("code"),
        names=_names(entry.entry("name")),
        municipality_codes=_codes(members, key),
        maakunta_codes=entry.texts("maakunnat"),
        authority=_names(authority),
        seat=entry.text("seat"),
        seat_is_certain="seat_certainty" not in entry,
        valid_from=entry.day("valid_from"),
        valid_until=entry.day("valid_until"),
        succeeded_by=entry.texts("succeeded_by"),
        neighbours=entry.texts("neighbours"),
    )


def _employment_areas(tree: Entry, municipalities: list[Municipality]) -> dict[str, Area]:
    members = _grouped(municipalities, lambda m: m.employment_area)
    valid_from = tree.day("valid_from")
    return {
        code: Area(
            kind="tyollisyysalue",
            id=slug(entry.text("fi")),
            code=code,
            names=_names(entry),
            municipality_codes=_codes(members, code),
            valid_from=valid_from,
        )
        for code, entry in entries_of(tree.entry("areas"))
    }


def _health_arrangers(tree: Entry, municipalities: list[Municipality]) -> dict[str, Area]:
    members = _grouped(municipalities, lambda m: m.wellbeing_county)
    return {
        key: Area(key.rpartition("-")[2], key, "", _names(entry), _codes(members, entry.text("fi")))
        for key, entry in entries_of(tree)
    }


def _names(entry: Entry) -> dict[str, str]:
    entry.text("fi")
    return {language: entry.text(language) for language in entry}


# --- checks between the tables ----------------------------------------------------------------------------------------


def _check_rows(country: Country, pairs: Iterable[tuple[Municipality, Entry]]) -> None:
    slugs: set[str] = set()
    for municipality, row in pairs:
        if municipality.slug in slugs:
            raise row.error(f"Kunnan nimestä ”{municipality.name}” tulee sama osoite kuin toisesta kunnasta.")
        slugs.add(municipality.slug)
        for name in (*municipality.names.values(), *municipality.other_names):
            if (found := country.find_municipality(name)) is not municipality:
                raise row.error(f"Nimi ”{name}” on myös kunnalla {found.name if found else ''}.")
        _check_row(country, municipality, row)


def _check_row(country: Country, municipality: Municipality, row: Entry) -> None:
    if municipality.maakunta_code not in country.maakunnat:
        raise row.error(f"Maakuntaa ”{municipality.maakunta_code}” ei ole tiedostossa maakunnat.csv.")
    if municipality.employment_area and municipality.employment_area not in country.employment_areas:
        raise row.error(f"Työllisyysaluetta ”{municipality.employment_area}” ei ole tiedostossa areas.yml.")
    if municipality.wellbeing_county and country.health_arranger_of(municipality) is None:
        raise row.error(f"Hyvinvointialuetta ”{municipality.wellbeing_county}” ei ole tiedostossa areas.yml.")
    for area_id, areas in (
        (municipality.region_id, country.ely_areas),
        (municipality.successor_area, country.successor_areas),
    ):
        right = [area.id for area in areas.values() if municipality.maakunta_code in area.maakunta_codes]
        if right != [area_id] and (right or area_id):
            expected = ", ".join(right) or "tyhjä"
            raise row.error(f"Alue ”{area_id or ''}” ei sovi kunnan maakuntaan. Maakunnan mukaan alue on {expected}.")


def _check_areas(country: Country, tree: Entry) -> None:
    for area_id, entry in entries_of(tree.entry("ely_areas")):
        area = country.ely_areas[area_id]
        for successor in area.succeeded_by:
            if successor not in country.successor_areas:
                raise entry.error(f"Seuraajaa ”{successor}” ei ole kohdassa successor_areas.")
        for neighbour in area.neighbours:
            if neighbour not in country.ely_areas or area_id not in country.ely_areas[neighbour].neighbours:
                raise entry.error(f"Naapuruus ”{neighbour}” pitää merkitä molempiin alueisiin.")
