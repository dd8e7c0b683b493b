"""Organisations that follow one another, and those that have ended but are still named as responsible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tno.finnish import day as written_day
from tno.finnish import listing
from tno.model.agreements import is_in_force
from tno.model.network import SHOWN
from tno.records import Agreement, Event, Group, Organisation, Record, Service
from tno.rules.circles import circles
from tno.rules.events import is_over
from tno.rules.fields import Path
from tno.rules.review import Findings, Review, finding

ByKey = Mapping[str, Organisation]


def organisation_circles(review: Review) -> Findings:
    """Organisations that follow one another, or are part of one another, in a circle."""
    organisations = review.network.all_of(Organisation)
    for field in ("succeeded_by", "parent"):
        for circle in circles({key: _steps(each, field) for key, each in organisations.items()}):
            names = " → ".join(str(organisations[key].name) for key in (*circle, circle[0]))
            yield finding(organisations[circle[0]], "organisations-circle", field, value=names)


def _steps(organisation: Organisation, field: str) -> tuple[str, ...]:
    value = getattr(organisation, field)
    return value if isinstance(value, tuple) else (value,) if value else ()


def ended_but_responsible(review: Review) -> Findings:
    """Organisations whose last day has passed, wherever they should still do something."""
    organisations = review.network.all_of(Organisation)
    ended = {key: each for key, each in organisations.items() if each.valid_until and each.valid_until < review.day}
    if not ended:
        return
    for record in review.records:
        for path, key in _named(record):
            if key in ended and ended[key] is not record and _still_does(review, record, path):
                data = _data(record, ended[key], organisations)
                code = "organisation-ended" if "successor" in data else "organisation-ended-alone"
                yield finding(record, code, *path, **data)


def _named(record: Record) -> Iterator[tuple[Path, str]]:
    """Path and key of each organisation that `record` gives something to do."""
    if record.maintainer:
        yield ("maintainer",), record.maintainer
    if isinstance(record, Service):
        yield ("organisation",), record.organisation
    elif isinstance(record, Event):
        yield ("organiser",), record.organiser
    elif isinstance(record, Agreement):
        yield from ((("parties", n, "organisation"), each.organisation) for n, each in enumerate(record.parties))
    elif isinstance(record, Group):
        yield from ((("members", n, "organisation"), each.organisation) for n, each in enumerate(record.members))


def _still_does(review: Review, record: Record, path: Path) -> bool:
    """Whether what stands at `path` holds today."""
    if path == ("maintainer",):
        return True
    if isinstance(record, Service):
        return record.status in SHOWN
    if isinstance(record, Event):
        return not is_over(record, review.day)
    if isinstance(record, Agreement):
        return is_in_force(review.network, record, review.day)
    if isinstance(record, Group) and (record.ended is None or record.ended >= review.day):
        until = record.members[int(path[1])].until
        return until is None or until >= review.day
    return False


def _data(record: Record, organisation: Organisation, organisations: ByKey) -> dict[str, str]:
    assert organisation.valid_until is not None
    successors = [organisations[key] for key in organisation.succeeded_by if key in organisations]
    data = {"value": str(organisation.name), "day": written_day(organisation.valid_until)}
    if successors:
        data["successor"] = listing([str(each.name) for each in successors])
        data["successor_id"] = ", ".join(each.key.removeprefix(f"{record.region}/") for each in successors)
    return data
