"""Names of municipalities, areas and authorities that records hold are names there are."""

from __future__ import annotations

from difflib import get_close_matches

from tno.finnish import slug
from tno.model.coverage import MAINLAND, WHOLE_AREA, WHOLE_COUNTRY
from tno.model.left_out import FAULTY
from tno.records import Record
from tno.records.base import Part
from tno.records.validate import joined_items
from tno.rules.fields import Finder, Named, Path, fields_of, items_of
from tno.rules.review import Finding, Findings, Review, finding


def _fields_named(*names: str) -> Finder[tuple[Named, ...]]:
    def wanted(model: type[Part]) -> tuple[Named, ...] | None:
        return tuple(field for field in fields_of(model) if field.attribute in names) or None

    return Finder(wanted)


MUNICIPALITIES = _fields_named("municipality", "municipalities")
AREAS = _fields_named("areas")


def unknown_municipalities(review: Review) -> Findings:
    """Fields that name a municipality by something that is none."""
    for fields, parts in MUNICIPALITIES.among(review.parts):
        for record, path, values in parts:
            for field in fields:
                for step, text in items_of(field.key, values[field.attribute]):
                    if review.municipality(text) is None:
                        advice = review.network.country.advice(text)
                        yield finding(record, "municipality-unknown", *path, *step, value=text, **advice)


def unknown_areas(review: Review) -> Findings:
    """Words of `areas` that mean no municipality at all."""
    words = review.network.area_words
    for fields, parts in AREAS.among(review.parts):
        for record, path, values in parts:
            for field in fields:
                for step, text in items_of(field.key, values[field.attribute]) if values[field.attribute] else ():
                    if words.codes(record.region, text) is None and not _in_faulty_region(review, record, text):
                        yield _unknown_area(review, record, (*path, *step), text)


def _unknown_area(review: Review, record: Record, path: Path, text: str) -> Finding:
    words = review.network.area_words
    if items := joined_items(text, lambda word: words.codes(record.region, word) is not None):
        return finding(record, "list-joined", *path, value=text, example=f"[{', '.join(items)}]")
    advice = review.network.country.advice(text) or _near_area(review, record, text)
    return finding(record, "area-unknown", *path, value=text, **advice)


def unknown_divisions(review: Review) -> Findings:
    """Codes of maakunnat and ids of successor areas in `region.yml`."""
    country = review.network.country
    for region in review.network.regions.values():
        profile, own = region.profile, country.ely_areas.get(region.id)
        for index, code in enumerate(profile.maakunnat):
            if code not in (own.maakunta_codes if own else country.maakunnat):
                expected = ", ".join(f'"{each}"' for each in (own.maakunta_codes if own else country.maakunnat))
                yield finding(profile, "maakunta-unknown", "maakunnat", index, value=code, expected=expected)
        for index, successor in enumerate(profile.authority.succeeded_by if profile.authority else ()):
            if successor not in country.successor_areas:
                near = get_close_matches(successor, country.successor_areas, n=1, cutoff=0.5)
                data = {"value": successor} | ({"suggestion": near[0]} if near else {})
                yield finding(profile, "authority-unknown", "authority", "succeeded_by", index, **data)


def _in_faulty_region(review: Review, record: Record, text: str) -> bool:
    """Whether sub-areas that `text` could mean are unknown, because their `region.yml` could not be used."""
    home = text.rpartition("/")[0] or record.region
    return review.left_out.get(("region", f"{home}/{home}")) == FAULTY


_THE_COUNTRY = frozenset(("suomi", "koko-suomi", "kokomaa", "valtakunnallinen"))
"""What people write for the whole country."""


def _near_area(review: Review, record: Record, text: str) -> dict[str, str]:
    own = {str(name).casefold(): sub_area.id for sub_area in review.network.regions[record.region].profile.sub_areas
           for name in (sub_area.id, sub_area.name)}  # fmt: skip
    words = own | {area: area for area in (*review.network.country.ely_areas, WHOLE_AREA, MAINLAND, WHOLE_COUNTRY)}
    said = text.strip().casefold().replace(" ", "-")
    first, _, name = said.partition("-")
    if said in _THE_COUNTRY or (first == "koko" and slug(name) == record.region):
        return {"suggestion": WHOLE_COUNTRY if said in _THE_COUNTRY else WHOLE_AREA}
    near = get_close_matches(said, words, n=1, cutoff=0.7)
    return {"suggestion": words[near[0]]} if near else {}
