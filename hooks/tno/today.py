"""The only place that reads a clock: which day it is for the build."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")


def today(environment: Mapping[str, str], given: str | None = None) -> date:
    """The day in Helsinki: `given` (`--today`), else TNO_TODAY, else SOURCE_DATE_EPOCH, else the clock's.

    Raises:
        ValueError: when what is given is not `YYYY-MM-DD`, or the epoch is no number.
    """
    if text := given or environment.get("TNO_TODAY"):
        return date.fromisoformat(text)
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(HELSINKI).date()
    return datetime.now(HELSINKI).date()
