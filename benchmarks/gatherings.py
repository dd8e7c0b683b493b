"""The calendar of the load: single events, weekly and monthly series, days and periods."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from frame import EVENT_KINDS, TODAY, Frame, event_kind
from language import AUDIENCES, THEMES
from network import prose
from offer import Facts

SHAPES = (("single", 50), ("weekly", 30), ("monthly", 15), ("days", 5))
"""How an event recurs, and of a hundred how many do so."""
_DAYS = ("ma", "ti", "ke", "to", "pe")
_NAMES = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai")
_ORDER = ("ensimmäinen", "toinen", "kolmas", "neljäs", "viimeinen")


def shape(frame: Frame, number: int) -> str:
    """Which of `SHAPES` the event with this number has."""
    return frame.rng("event-shape", number).choices([name for name, _ in SHAPES], [part for _, part in SHAPES])[0]


def event(frame: Frame, number: int) -> Facts:
    """An event or a series of events."""
    rng, (event_id, name) = frame.rng("event", number), frame.events[number]
    theme, audience = rng.choice(THEMES), rng.choice(AUDIENCES)
    organiser = rng.choice(frame.active)
    return {
        "id": event_id,
        "name": name,
        **_when(rng, shape(frame, number)),
        "kind": EVENT_KINDS[event_kind(frame, number)][0],
        "organiser": organiser.id,
        "summary": f"Keksitty tapahtuma: {theme.about} {audience.to_whom}.",
        "description": prose(rng, 3),
        "audience": [rng.choice(("kansalaiset", "kansalaiset", "ammattilaiset", "verkosto"))],
        **_where(frame, rng, event_id),
        "languages": rng.choice((["fi"], ["fi"], ["fi", "sv"])),
        "target_groups": [audience.term],
        "topics": list(theme.topics),
        "price": {"kind": "maksuton"},
        "signup": _signup(rng, event_id),
        "status": rng.choices(("vahvistettu", "alustava", "peruttu"), (94, 4, 2))[0],
        "service": rng.choice(frame.services).id if frame.services and rng.random() < 0.3 else None,
        "verified": (TODAY - timedelta(days=rng.randint(1, 200))).isoformat(),
        "example": True,
    }


def _when(rng: Random, form: str) -> Facts:
    day = TODAY + timedelta(days=rng.randint(-300, 260))
    if form == "days":
        return {"start": day.isoformat(), "end": (day + timedelta(days=rng.randint(0, 4))).isoformat()}
    day = _weekday(day if form == "single" else TODAY - timedelta(days=rng.randint(0, 80)))
    hour, length = rng.randint(8, 17), rng.randint(1, 3)
    times = {"start": f"{day} {hour:02d}:00", "end": f"{day} {hour + length:02d}:{rng.choice(('00', '30'))}"}
    if form == "single":
        return times
    skipped = [str(day + timedelta(weeks=n)) for n in (3, 7)] if form == "weekly" and rng.random() < 0.3 else None
    return times | {"repeat": _repeat(rng, form, day), "except": skipped}


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _repeat(rng: Random, form: str, day: date) -> Facts:
    until = (TODAY + timedelta(days=rng.randint(60, 400))).isoformat()
    if form == "weekly":
        return {"every": "viikko", "on": [_DAYS[day.weekday()]], "until": until}
    return {"every": "kuukausi", "on": f"{_ORDER[(day.day - 1) // 7]} {_NAMES[day.weekday()]}", "until": until}


def _where(frame: Frame, rng: Random, event_id: str) -> Facts:
    link = f"https://example.org/etana/{event_id}"
    mode = rng.choices(("paikan-paalla", "verkossa", "hybridi"), (65, 25, 10))[0]
    return {
        "attendance": mode,
        "place": None if mode == "verkossa" else rng.choice(frame.places)[0],
        "online_url": None if mode == "paikan-paalla" else link,
    }


def _signup(rng: Random, event_id: str) -> Facts | None:
    if rng.random() < 0.6:
        return None
    return {"url": f"https://example.org/ilmoittautuminen/{event_id}", "capacity": rng.randint(8, 120)}
