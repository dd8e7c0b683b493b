"""Groups: the regions of a development group, and who sits in the region's ELO group."""

from __future__ import annotations

from difflib import get_close_matches

from tno.model.network import NATIONAL
from tno.records import Group, Organisation
from tno.rules.review import Findings, Review, finding, finding_at_key

DEVELOPMENT, ELO = "kehittamisryhma", "elo-ryhma"
"""Terms of `network_group`."""
FEWEST_REGIONS, MOST_REGIONS = 2, 4

ELO_SECTORS: tuple[tuple[str, frozenset[str]], ...] = (
    ("elinvoimakeskus", frozenset({"elinvoimakeskus", "ely-keskus"})),
    ("työllisyysalue", frozenset({"tyollisyysalue"})),
    (
        "lukio tai ammatillinen oppilaitos",
        frozenset({"lukio", "ammatillinen-oppilaitos", "koulutuskuntayhtyma", "erityisoppilaitos"}),
    ),
    ("ammattikorkeakoulu tai yliopisto", frozenset({"ammattikorkeakoulu", "yliopisto"})),
    ("maakunnan liitto", frozenset({"maakuntaliitto"})),
    ("kunta", frozenset({"kunta", "kuntayhtyma"})),
    ("kansalaisopisto tai kansanopisto", frozenset({"kansalaisopisto", "kansanopisto", "kesayliopisto"})),
    ("järjestö", frozenset({"jarjesto", "saatio"})),
    ("hyvinvointialue", frozenset({"hyvinvointialue"})),
    ("Ohjaamo tai nuorisotyö", frozenset({"ohjaamo", "etsiva-nuorisotyo", "tyopaja"})),
)
"""Who is expected in an ELO group: (in Finnish, terms of `organisation_type`). Source: the composition asked
for in the ministries' letters of 2012 and 2014, in the organisations of 2026."""


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
        sectors = {organisations[each.organisation].sector for each in today if each.organisation in organisations}
        if missing := [name for name, terms in ELO_SECTORS if sectors.isdisjoint(terms)]:
            yield finding_at_key(group, "elo-sector-missing", "members", value=", ".join(missing))
