"""What time has overtaken, or soon will: checks long ago, agreements and funding that end, notices that are over."""

from __future__ import annotations

from datetime import timedelta

from tno.finnish import day as written_day
from tno.model.agreement_dates import is_followed
from tno.model.agreements import EXPIRING, state_on
from tno.model.freshness import is_kept_true, limits_on
from tno.model.network import SHOWN
from tno.records import Agreement, Service
from tno.rules.review import Findings, Review, finding

FUNDING_WARNED = timedelta(days=365)


def checked_long_ago(review: Review) -> Findings:
    """Records checked longer ago than content may be; what is history needs no check."""
    limits = limits_on(review.day, review.settings)
    for record in review.records:
        if record.verified is None or record.verified > limits.marked or not is_kept_true(record, review.day):
            continue
        data = {"value": written_day(record.verified), "months": str(review.settings.marked_months)}
        yield finding(record, "verified-long-ago", "verified", **data)


def agreements_expiring(review: Review) -> Findings:
    """Agreements that end soon and that nothing is known to follow."""
    warned = review.settings.agreement_warned_days
    for agreement in review.network.all_of(Agreement).values():
        if state_on(review.network, agreement, review.day, warned) != EXPIRING:
            continue
        if not is_followed(review.network, agreement):
            assert agreement.valid_until is not None
            data = {"value": written_day(agreement.valid_until), "days": str((agreement.valid_until - review.day).days)}
            yield finding(agreement, "agreement-expiring", "valid_until", **data)


def services_overtaken(review: Review) -> Findings:
    """Services whose funding ends within a year or has ended, and notices whose last day has passed."""
    for service in review.network.all_of(Service).values():
        if service.status not in SHOWN:
            continue
        ends = service.funding.ends if service.funding else None
        if ends is not None and ends <= review.day + FUNDING_WARNED:
            code = "funding-ended" if ends < review.day else "funding-ending"
            yield finding(service, code, "funding", "ends", value=written_day(ends))
        until = service.alert.until if service.alert else None
        if until is not None and until < review.day:
            yield finding(service, "alert-over", "alert", "until", value=written_day(until))
