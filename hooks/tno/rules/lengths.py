"""Texts that are longer than people read."""

from __future__ import annotations

from tno.records import Service
from tno.rules.review import Findings, Review, finding


def long_texts(review: Review) -> Findings:
    """Summaries and descriptions of services over the advised number of characters."""
    summary, body = review.settings.summary_length, review.settings.body_length
    for service in review.network.all_of(Service).values():
        if (length := len(service.summary)) > summary:
            yield finding(service, "summary-long", "summary", value=str(length), expected=str(summary))
        if len(service.body) > body and (length := len(service.body.strip())) > body:
            yield finding(service, "body-long", value=str(length), expected=str(body))
