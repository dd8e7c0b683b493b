"""Services that have ended and to which people are still sent; numbers that one cannot tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from tno.model.agreements import is_in_force
from tno.records import Agreement, Event, Record, Service
from tno.rules.events import is_over
from tno.rules.fields import Path
from tno.rules.review import Findings, Review, finding

ENDED = "paattynyt"
"""The term of `service_status` for a service that is no longer given."""


def ended_services(review: Review) -> Findings:
    """Services that refer to one that has ended; events and promises that rest on one."""
    ended = {key: each for key, each in review.network.all_of(Service).items() if each.status == ENDED}
    if not ended:
        return
    for record in review.records:
        for path, key in _sent_to(review, record):
            if key in ended:
                yield finding(record, "service-ended", *path, value=str(ended[key].name))


def channels_alike(review: Review) -> Findings:
    """Numbers and addresses of a service that are of one type, and nothing says whose or what for each is."""
    for service in review.network.all_of(Service).values():
        met: set[str] = set()
        for n, channel in enumerate(service.channels):
            if channel.place or channel.name or channel.note or channel.languages:
                continue
            if channel.type in met:
                yield finding(service, "channels-alike", "channels", n, "type", value=channel.type)
            met.add(channel.type)


def _sent_to(review: Review, record: Record) -> Iterator[tuple[Path, str]]:
    if isinstance(record, Service):
        if record.status != ENDED:
            yield from ((("refers_to", n, "service"), each.service) for n, each in enumerate(record.refers_to))
    elif isinstance(record, Event):
        if record.service and not is_over(record, review.day):
            yield ("service",), record.service
    elif isinstance(record, Agreement) and is_in_force(review.network, record, review.day):
        for n, commitment in enumerate(record.commitments):
            if commitment.service:
                yield ("commitments", n, "service"), commitment.service
