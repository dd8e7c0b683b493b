"""White spots: municipalities in which some key target group has nobody to turn to."""

from __future__ import annotations

from tno.model.network import SHOWN, Region
from tno.model.white_spots import EVERYONE, KEY_GROUPS
from tno.records import RegionProfile, Service
from tno.rules.review import Findings, Review, finding


def white_spots(review: Review) -> Findings:
    """Municipalities without a service for a key target group, in regions that have services of their own."""
    regions = [each for each in review.network.regions.values() if _is_ready(review, each)]
    if not regions:
        return
    groups = _groups_by_municipality(review)
    for region in regions:
        for municipality in review.network.country.municipalities_of(review.network.country.ely_areas[region.id]):
            served = groups.get(municipality.code, set())
            if EVERYONE in served:
                continue
            if missing := [group for group, terms in KEY_GROUPS.items() if served.isdisjoint(terms)]:
                labels = review.network.vocabularies["target_group"]
                data = {
                    "value": municipality.name,
                    "label": ", ".join(labels.label(group, "fi").lower() for group in missing),
                    "groups": ", ".join(missing),
                }
                path = _place(region, municipality.code, review)
                yield finding(region.profile, "white-spot", *path, **data)


def _is_ready(review: Review, region: Region) -> bool:
    """Whether a region has services of its own and all that is known of them could be read: else gaps mean nothing."""
    if region.is_national or not (services := region.all_of(Service)):
        return False
    if any(key.startswith(f"{region.id}/") for kind, key in review.left_out if kind in {"region", "service"}):
        return False
    words = {word for service in services for word in service.areas}
    return all(review.network.area_words.codes(region.id, word) is not None for word in words)


def _groups_by_municipality(review: Review) -> dict[str, set[str]]:
    """Municipality code → target groups that some shown service has there, regional or national."""
    by_cover: dict[frozenset[str], set[str]] = {}
    for service in review.network.all_of(Service).values():
        if service.status in SHOWN:
            by_cover.setdefault(review.network.covered_by(service), set()).update(service.target_groups)
    found: dict[str, set[str]] = {}
    for codes, groups in by_cover.items():
        for code in codes:
            found.setdefault(code, set()).update(groups)
    return found


def _place(region: Region, code: str, review: Review) -> tuple[str | int, ...]:
    """Where `region.yml` names the municipality, or its name."""
    profile: RegionProfile = region.profile
    for index, sub_area in enumerate(profile.sub_areas):
        for number, text in enumerate(sub_area.municipalities):
            municipality = review.network.country.find_municipality(text)
            if municipality and municipality.code == code:
                return "sub_areas", index, "municipalities", number
    return ("name",)
