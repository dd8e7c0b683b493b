"""Every rule there is, and all that they find. (Imported where rules are applied: in a process beside, in a build.)"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from tno.places import Places
from tno.problem import Problem
from tno.rules import (
    agreements,
    clashes,
    coverage,
    dates,
    duplicates,
    events,
    freshness,
    groups,
    identifiers,
    languages,
    lengths,
    municipalities,
    organisations,
    persons,
    places,
    prose,
    references,
    services,
    sub_areas,
    wording,
)
from tno.rules.review import Findings, Review
from tno.rules.sound import SoundRegions

Rule = Callable[[Review], Findings]

ERRORS: tuple[Rule, ...] = (
    references.dead_references,
    municipalities.unknown_municipalities,
    municipalities.unknown_areas,
    municipalities.unknown_divisions,
    dates.ends_before_beginning,
    dates.checked_in_future,
    dates.years_of_files,
    agreements.renewal_circles,
    agreements.two_in_force,
    organisations.organisation_circles,
    sub_areas.sub_areas_twice,
    sub_areas.cooperation,
    sub_areas.municipalities_of_sub_areas,
    groups.regions_of_groups,
    identifiers.ids,
    identifiers.former_ids,
    persons.persons_without_consent,
    languages.page_languages,
    prose.prose,
)
"""Rules that find wrong or missing facts. What each may ask is told in `tno.rules.sound`."""

WARNINGS: tuple[Rule, ...] = (
    freshness.checked_long_ago,
    freshness.agreements_expiring,
    freshness.services_overtaken,
    events.without_outcome,
    clashes.overlapping_events,
    organisations.ended_but_responsible,
    services.ended_services,
    services.channels_alike,
    duplicates.near_duplicates,
    coverage.white_spots,
    languages.missing_translations,
    lengths.long_texts,
    groups.elo_sectors,
    places.far_places,
    persons.personal_emails,
    persons.persons_in_texts,
    wording.untidy_names,
)
"""Rules that find what a person should look at; leaving them out changes nothing that is published."""


def check_network(
    review: Review, places: Places, most_warnings: int | None = None, sound: SoundRegions | None = None
) -> list[Problem]:
    """Everything wrong between the records under `review`, in the order of the rules.

    Args:
        most_warnings: how many warnings of each rule to look up, None for all: each costs a look at its file, for
            its line. 0 leaves them out.
        sound: the regions of which the check before tells that nothing is wrong in them; it learns of this check.
    """
    in_part = replace(review, unsure=sound.unsure) if sound else review
    found = [finding for rule in ERRORS for finding in rule(in_part)]
    if sound:
        sound.learn({record.region for record, _ in found})
    if most_warnings != 0:
        found += [finding for rule in WARNINGS for finding in islice(rule(review), most_warnings)]
    return [places.problem(record, fault) for record, fault in found]
