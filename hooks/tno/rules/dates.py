"""Dates that do not go together: an end before its beginning, a check in the future."""

from __future__ import annotations

from datetime import date, datetime

from tno.finnish import day as written_day
from tno.records import Assessment, Plan, Record, Report
from tno.records.agreement import Party
from tno.records.base import Part
from tno.records.contacts import Consent
from tno.records.hours import Season
from tno.records.hours_exception import HoursException
from tno.rules.fields import Finder, Named, fields_of
from tno.rules.review import Finding, Findings, Review, finding

PAIRS = (("valid_from", "valid_until"), ("since", "until"), ("from_", "until"), ("founded", "ended"))
"""Attributes of which the second may not be before the first, wherever a model has both."""

Pair = tuple[Named, Named]


def _pairs(model: type[Part]) -> tuple[Pair, ...] | None:
    if issubclass(model, Season | HoursException):  # a season may go over the new year; both check their own order
        return None
    fields = {field.attribute: field for field in fields_of(model)}
    return tuple((fields[a], fields[b]) for a, b in PAIRS if a in fields and b in fields) or None


PERIODS = Finder(_pairs)
DONE = Finder(lambda model: {Consent: "date", Party: "signed"}.get(model))
"""Parts that tell on which day something was done: a consent given, an agreement signed."""


def ends_before_beginning(review: Review) -> Findings:
    """Every period of every record whose last day or year is before its first."""
    for pairs, parts in PERIODS.among(review.parts):
        for record, path, values in parts:
            for begins, ends in pairs:
                first, last = values[begins.attribute], values[ends.attribute]
                if first is not None and last is not None and last < first:
                    data = {"value": _shown(last), "other": _shown(first), "key": begins.key}
                    yield finding(record, "period-backwards", *path, ends.key, **data)


def checked_in_future(review: Review) -> Findings:
    """`verified`, dates of consent and of signing after today: nobody has checked, agreed or signed yet."""
    for record in review.records:
        if record.verified is not None and record.verified > review.day:
            yield _in_future(review, record, record.verified, "verified")
    for key, parts in DONE.among(review.parts):
        for record, path, values in parts:
            if (told := values[key]) and told > review.day:
                yield _in_future(review, record, told, *path, key)


def years_of_files(review: Review) -> Findings:
    """Plans and reports whose file is named for another year, assessments for another day: the address would lie."""
    for kind, field in ((Plan, "year"), (Report, "year"), (Assessment, "date")):
        for record in review.network.all_of(kind).values():
            told = str(getattr(record, field))
            if not record.id.startswith(told):
                yield finding(record, "year-not-file-name", field, value=told, expected=record.id)


def _in_future(review: Review, record: Record, told: date, *path: str | int) -> Finding:
    return finding(record, "date-in-future", *path, value=_shown(told), today=_shown(review.day))


def _shown(value: date | int) -> str:
    return written_day(value) if isinstance(value, date | datetime) else str(value)
