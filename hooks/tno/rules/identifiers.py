"""Ids make addresses that last: none may hide a room of the site, look like a date, or be promised twice."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tno.addresses import RESERVED
from tno.model.network import KIND_OF
from tno.records import Record, RegionProfile
from tno.rules.review import Findings, Review, finding

NAMED_BY_TIME = frozenset({"region", "plan", "report", "assessment"})
"""Kinds whose ids are years, dates or the region's own."""
_DATE_LIKE = re.compile(r"(19|20)\d\d(-?\d\d(-?\d\d)?)?|\d{1,2}-\d{1,2}(-\d{2,4})?")


def looks_like_date(text: str) -> bool:
    """Whether an id could be taken for a year, a month or a day."""
    return _DATE_LIKE.fullmatch(text) is not None


def ids(review: Review) -> Findings:
    """Ids that an address of the site already has, or that look like a date or a month."""
    rooms = RESERVED | review.network.country.ely_areas.keys()
    for record in review.records:
        own = record.id
        if (own not in rooms and own[0] not in "0123456789") or KIND_OF[type(record)] in NAMED_BY_TIME:
            continue
        if own in rooms:
            yield finding(record, "id-reserved", "id", value=own)
        elif looks_like_date(own):
            yield finding(record, "id-like-date", "id", value=own)
    for region in review.network.regions.values():
        for index, sub_area in enumerate(region.profile.sub_areas):
            if sub_area.id in rooms:
                yield finding(region.profile, "id-reserved", "sub_areas", index, "id", value=sub_area.id)


def former_ids(review: Review) -> Findings:
    """Old ids that a living record has, or that two records say were theirs: an address cannot lead to both."""
    claimed: dict[tuple[str, str], Record] = {}
    for record in review.records:
        for index, former in enumerate(record.former_ids) if record.former_ids else ():
            kind, path = KIND_OF[type(record)], ("former_ids", index)
            living = _living(review, record, former)
            if living is record:
                yield finding(record, "former-id-own", *path, value=former)
            elif living is not None:
                yield finding(record, "former-id-living", *path, value=former, other=_name(living))
            elif (other := claimed.setdefault((kind, f"{record.region}/{former}"), record)) is not record:
                yield finding(record, "former-id-twice", *path, value=former, other=_name(other))


def _living(review: Review, record: Record, own_id: str) -> Record | None:
    if isinstance(record, RegionProfile):
        return record if own_id == record.id else None
    kinds: Mapping[str, Record] = review.network.regions[record.region].records.get(KIND_OF[type(record)], {})
    return kinds.get(own_id)


def _name(record: Record) -> str:
    return str(getattr(record, "name", None) or record.id)
