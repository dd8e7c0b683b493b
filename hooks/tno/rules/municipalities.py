"""Names of municipalities, areas and authorities that records hold are names there are."""

from __future__ import annotations

from difflib import get_close_matches

from tno.model.coverage import MAINLAND, WHOLE_AREA, WHOLE_COUNTRY
from tno.model.left_out import FAULTY
from tno.records import Record
from tno.records.base import Part
from tno.rules.fields import Finder, Named, fields_of, items_of
from tno.rules.review import Findings, Review, finding


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
                        advice = review.network.country.advice(text) or _near_area(review, record, text)
                        yield finding(record, "area-unknown", *path, *step, value=text, **advice)


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


def _near_area(review: Review, record: Record, text: str) -> dict[str, str]:
    own = {str(name).casefold(): sub_area.id for sub_area in review.network.regions[record.region].profile.sub_areas
           for name in (sub_area.id, sub_area.name)}  # fmt: skip
    words = own | {area: area for area in (*review.network.country.ely_areas, WHOLE_AREA, MAINLAND, WHOLE_COUNTRY)}
    near = get_close_matches(text.strip().casefold().replace(" ", "-"), words, n=1, cutoff=0.7)
    return {"suggestion": words[near[0]]} if near else {}
