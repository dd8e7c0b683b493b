"""The parts of a region: cooperation told by both, municipalities of the region and all of them."""

from __future__ import annotations

from difflib import get_close_matches

from tno.model.network import Region
from tno.records import RegionProfile
from tno.rules.review import Findings, Review, finding, finding_at_key


def sub_areas_twice(review: Review) -> Findings:
    """A sub-area whose id another one of the region has."""
    for region in review.network.regions.values():
        seen: set[str] = set()
        for index, sub_area in enumerate(region.profile.sub_areas):
            if sub_area.id in seen:
                yield finding(region.profile, "sub-area-twice", "sub_areas", index, "id", value=sub_area.id)
            seen.add(sub_area.id)


def cooperation(review: Review) -> Findings:
    """`works_with` that names no sub-area, the sub-area itself, or one that does not name this one."""
    for region in review.network.regions.values():
        by_id = {sub_area.id: sub_area for sub_area in region.profile.sub_areas}
        for index, sub_area in enumerate(region.profile.sub_areas):
            for number, other in enumerate(sub_area.works_with):
                path = "sub_areas", index, "works_with", number
                if other not in by_id:
                    yield finding(region.profile, "sub-area-unknown", *path, **_advice(other, list(by_id)))
                elif other == sub_area.id:
                    yield finding(region.profile, "sub-area-with-itself", *path, value=other)
                elif sub_area.id not in by_id[other].works_with and by_id.keys() >= set(by_id[other].works_with):
                    data = {"value": str(by_id[other].name), "other": str(sub_area.name), "id": sub_area.id}
                    yield finding(region.profile, "sub-area-one-sided", *path, **data)


def _advice(value: str, ids: list[str]) -> dict[str, str]:
    near = get_close_matches(value, ids, n=1, cutoff=0.5)
    return {"value": value, "expected": ", ".join(ids)} | ({"suggestion": near[0]} if near else {})


def municipalities_of_sub_areas(review: Review) -> Findings:
    """Municipalities of another region, and those of the region that no sub-area has."""
    for region in review.network.regions.values():
        if region.profile.sub_areas and not region.is_national:
            yield from _outside(review, region)
            yield from _left_over(review, region.profile)


def _outside(review: Review, region: Region) -> Findings:
    own = review.network.country.ely_areas[region.id].municipality_codes
    for index, sub_area in enumerate(region.profile.sub_areas):
        for number, text in enumerate(sub_area.municipalities):
            municipality = review.network.country.find_municipality(text)
            if municipality and municipality.code not in own:
                path = "sub_areas", index, "municipalities", number
                data = {"value": municipality.name, "region": region.name}
                yield finding(region.profile, "sub-area-municipality-outside", *path, **data)


def _left_over(review: Review, profile: RegionProfile) -> Findings:
    country = review.network.country
    found = (country.find_municipality(text) for sub_area in profile.sub_areas for text in sub_area.municipalities)
    covered = {municipality.code for municipality in found if municipality}
    area = country.ely_areas[profile.id]
    if missing := [each.name for each in country.municipalities_of(area) if each.code not in covered]:
        data = {"value": ", ".join(missing), "region": profile.name}
        yield finding_at_key(profile, "sub-area-municipality-missing", "sub_areas", **data)
