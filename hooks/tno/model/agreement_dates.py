"""When something is to be done about an agreement: look at it again, prepare the next one."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from tno.model.agreements import areas_of, state_on
from tno.model.network import Network
from tno.records import Agreement

RUNNING = frozenset({"voimassa", "paattymassa"})
"""States in which an agreement binds its parties."""


def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day when it is shorter."""
    return day + relativedelta(months=months)


def review_due(agreement: Agreement, day: date, ahead_days: int) -> date | None:
    """The day on which the agreement is, or was, to be reviewed; None when it need not be thought of yet.

    Reviews come every `review_months` from the first day on. One that has passed is due until somebody has checked the
    agreement (`verified`) on that day or later; one to come is told `ahead_days` before.
    """
    months = agreement.review_months
    if not months or day < agreement.valid_from:
        return None
    number = ((day.year - agreement.valid_from.year) * 12 + day.month - agreement.valid_from.month) // months
    if months_after(agreement.valid_from, number * months) > day:
        number -= 1
    last, coming = (months_after(agreement.valid_from, each * months) for each in (number, number + 1))
    if number > 0 and (agreement.verified is None or agreement.verified < last):
        return last
    if agreement.valid_until is not None and coming > agreement.valid_until:
        return None
    return coming if coming <= day + timedelta(days=ahead_days) else None


def renewal_of(network: Network, agreement: Agreement) -> tuple[Agreement, ...]:
    """The agreements that will follow, drafts too."""
    return tuple(each for each in network.renewed_by.get(agreement.key, ()) if each.key != agreement.key)


def is_followed(network: Network, agreement: Agreement, with_drafts: bool = False) -> bool:
    """Whether agreements (more than drafts, or drafts too) renew this one in its whole area."""
    renewals = [each for each in renewal_of(network, agreement) if with_drafts or not each.draft]
    covered = frozenset[str]().union(*(areas_of(network, each) for each in renewals))
    return bool(renewals) and areas_of(network, agreement) - {agreement.region} <= covered


def to_renew(network: Network, day: date, draft_days: int) -> tuple[Agreement, ...]:
    """Agreements in force that end within `draft_days` and that nothing, not even a draft, follows; by key."""
    found = (
        agreement
        for agreement in network.all_of(Agreement).values()
        if agreement.valid_until is not None
        and 0 <= (agreement.valid_until - day).days <= draft_days
        and state_on(network, agreement, day, 0) in RUNNING
        and not is_followed(network, agreement, with_drafts=True)
    )
    return tuple(sorted(found, key=lambda agreement: agreement.key))
