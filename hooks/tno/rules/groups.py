"""Groups: the regions of a development group, and who sits in the region's ELO group."""

from __future__ import annotations

from difflib import get_close_matches

from tno.model.composition import DEVELOPMENT, ELO, beside_expected
from tno.model.network import NATIONAL
from tno.records import Group, Organisation
from tno.rules.review import Findings, Review, finding, finding_at_key

FEWEST_REGIONS, MOST_REGIONS = 2, 4


def regions_of_groups(review: Review) -> Findings:
    """Regions that are none, and development groups of too few or too many of them."""
    known = [*review.network.country.ely_areas, NATIONAL]
    for group in review.network.all_of(Group).values():
        for index, region in enumerate(group.regions):
            if region not in known:
                near = get_close_matches(region, known, n=1, cutoff=0.6)
                data = {"value": region} | ({"suggestion": near[0]} if near else {})
                yield finding(group, "group-region-unknown", "regions", index, **data)
        number = len(set(group.regions))
        if group.type == DEVELOPMENT and not FEWEST_REGIONS <= number <= MOST_REGIONS:
            yield finding(group, "group-regions-number", "regions" if group.regions else "type", value=str(number))


def elo_sectors(review: Review) -> Findings:
    """ELO groups that nobody sits in from some sector; groups without members are still being set up."""
    organisations = review.network.all_of(Organisation)
    for group in review.network.all_of(Group).values():
        if group.type != ELO or not group.members or group.ended:
            continue
        today = [each for each in group.members if each.until is None or each.until >= review.day]
        seated = [organisations[each.organisation] for each in today if each.organisation in organisations]
        if missing := [expected.name for expected, found in beside_expected(seated) if not found]:
            yield finding_at_key(group, "elo-sector-missing", "members", value=", ".join(missing))
