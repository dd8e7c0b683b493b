"""Which day somebody meant who wrote it as in a letter: `1. lokakuuta 2026`, `to 1.10.26`, `2026-10-1`.

Only for advice: nothing is taken that a file could not hold.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

_MONTHS = {
    "tammi": 1, "helmi": 2, "maalis": 3, "huhti": 4, "touko": 5, "kesä": 6, "heinä": 7, "elo": 8, "syys": 9,
    "loka": 10, "marras": 11, "joulu": 12,
    "jan": 1, "feb": 2, "mars": 3, "march": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""How names of months begin, in Finnish, Swedish and English."""
_WEEKDAY = re.compile(
    r"^(?:(?:maanan|tiis|tors|perjan|lauan|sunnun)tai|keskiviikko|ma|ti|ke|to|pe|la|su)(?:na|sin|isin)?\.?,? +"
)
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-zäö]*\.?"
_DAYS = [
    re.compile(pattern)
    for pattern in (
        r"(?P<y>\d{4})(?P<between>[-/.])(?P<m>\d{1,2})(?P=between)(?P<d>\d{1,2})\.?",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<d>\d{1,2})(?P<between>\. ?|-)(?P<m>\d{1,2})(?P=between)(?P<y>\d{4}|\d{2})\.?",
        rf"(?P<d>\d{{1,2}})\.? ?{_MONTH} (?P<y>\d{{4}})\.?",
        rf"{_MONTH} (?P<d>\d{{1,2}})\.?,? (?P<y>\d{{4}})",
    )
]
"""Not `10/01/2026`: in some countries that is October."""
_CLOCK = r"(?P<hour>\d{1,2})(?:[.:,](?P<minute>\d{2}))?"
_UNTIL = r"(?: ?- ?(?:klo )?\d{1,2}(?:[.:,]\d{2})?)?"
_SECONDS = r":00(?:\.0+)?(?:\+0[23]:?00)?"
_MOMENTS = [
    re.compile(rf"(?P<day>.+?)(?:t|,? +)(?:klo\.?|kello|kl\.?)? ?{_CLOCK}(?:{_SECONDS}|{_UNTIL})"),
    re.compile(rf"(?:klo\.?|kello|kl\.?)? ?{_CLOCK}{_UNTIL},? +(?P<day>.+)"),
]


def likely_day(text: str) -> date | None:
    """The only day that `text` can mean, with its year; None when it may mean several or says no year."""
    said = _WEEKDAY.sub("", " ".join(text.lower().split()))
    for pattern in _DAYS:
        if match := pattern.fullmatch(said):
            return _day(**match.groupdict())
    moment = _split(said)
    return likely_day(moment[0]) if moment else None


def likely_moment(text: str) -> date | datetime | None:
    """As `likely_day`, with the time at which it begins when that is said too."""
    said = _WEEKDAY.sub("", " ".join(text.lower().split()))
    if moment := _split(said):
        day, clock = likely_day(moment[0]), moment[1]
        return datetime.combine(day, clock) if day else None
    return likely_day(said)


def _day(y: str, d: str, m: str = "", month: str = "", between: str = "") -> date | None:
    try:
        return date(int(y) + (2000 if len(y) == 2 else 0), int(m) if m else _MONTHS[month], int(d))
    except ValueError:
        return None


def _split(said: str) -> tuple[str, time] | None:
    """A day and the clock time beside it, when `said` has both."""
    for pattern in _MOMENTS:
        if (match := pattern.fullmatch(said)) and int(match["hour"]) < 24 and int(match["minute"] or 0) < 60:
            day = match["day"]
            if any(known.fullmatch(_WEEKDAY.sub("", day)) for known in _DAYS):
                return day, time(int(match["hour"]), int(match["minute"] or 0))
    return None
