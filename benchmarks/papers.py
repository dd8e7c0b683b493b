"""What a network writes: documents, practices, free pages, and the ELO group's plan, report and assessment."""

from __future__ import annotations

from datetime import timedelta

from frame import TODAY, Frame
from language import AUDIENCES, THEMES, body, brand
from network import prose
from offer import Facts

_GOALS = ("saatavuus", "urasuunnittelutaidot", "ohjausosaaminen", "laatu", "kokonaisuus")
_PLAN_THEMES = ("roolit", "verkosto", "ohjausosaaminen", "monikanavaisuus")
_DIMENSIONS = ("yleistilanne", "konsepti", "toimintamallit", "foorumit", "vaikuttavuus")
_STATES = ("suunniteltu", "kaynnissa", "valmis", "viivastynyt", "keskeytetty")
LAST_YEAR = TODAY.year
"""Plans are written up to this year, reports up to the year before."""

Paper = tuple[str, Facts, str]
"""Id, front matter, prose."""


def document(frame: Frame, number: int) -> Paper:
    """A brochure, handbook, strategy or report, told as text."""
    rng = frame.rng("document", number)
    kind, word = rng.choice((("strategia", "Strategia"), ("esite", "Esite"), ("kasikirja", "Käsikirja"),
                             ("raportti", "Raportti"), ("opas", "Opas")))  # fmt: skip
    year = rng.randint(2020, 2026)
    facts: Facts = {
        "name": f"{word}: {rng.choice(THEMES).name}, {brand(rng)}",
        "kind": kind,
        "summary": prose(rng, 2),
        "languages": ["fi"],
        "years": {"from": year, "until": year + 3},
        "published": f"{year}-02-01",
        "url": f"https://example.org/asiakirjat/{kind}-{number + 1}",
        "publisher": rng.choice(frame.active).id,
        "verified": "2026-05-04",
        "example": True,
    }
    return f"{kind}-{number + 1}", facts, f"{prose(rng, 4)}\n\n{prose(rng, 4)}"


def practice(frame: Frame, number: int) -> Paper:
    """A good practice, told so that another region can do the same."""
    rng = frame.rng("practice", number)
    theme, audience = rng.choice(THEMES), rng.choice(AUDIENCES)
    facts: Facts = {
        "name": f"{brand(rng)}: {theme.name[0].lower()}{theme.name[1:]} {audience.to_whom}",
        "summary": f"Keksitty käytäntö: apua {theme.within}.",
        "problem": prose(rng, 2),
        "what": prose(rng, 3),
        "target_groups": [audience.term],
        "topics": list(theme.topics),
        "goals": rng.sample(_GOALS, 2),
        "evidence": prose(rng, 1),
        "transfer": prose(rng, 2),
        "status": rng.choice(_STATES),
        "organisations": [each.id for each in rng.sample(frame.active, min(2, len(frame.active)))],
        "since": rng.randint(2012, 2026),
        "verified": "2026-04-15",
        "example": True,
    }
    return f"kaytanto-{number + 1}", facts, prose(rng, 4)


def page(frame: Frame, number: int) -> Paper:
    """A free page: news or a guide."""
    rng = frame.rng("page", number)
    theme, audience = rng.choice(THEMES), rng.choice(AUDIENCES)
    facts: Facts = {
        "name": f"{brand(rng)}: ajankohtaista {theme.about}",
        "summary": f"Uutta tietoa {theme.about}.",
        "published": (TODAY - timedelta(days=rng.randint(1, 400))).isoformat(),
        "topics": list(theme.topics),
        "verified": "2026-10-01",
        "example": True,
    }
    return f"uutinen-{number + 1}", facts, body(rng, theme, audience)


def plan(frame: Frame, number: int) -> Paper:
    """The ELO group's plan of a year; takes a stand on all four themes."""
    rng, year = frame.rng("plan", number), LAST_YEAR - number
    group = frame.groups[0][0]
    facts: Facts = {
        "year": year,
        "group": group,
        "themes": [{"theme": theme, "text": prose(rng, 2)} for theme in _PLAN_THEMES],
        "actions": [
            {"text": prose(rng, 1), "goal": rng.choice(_GOALS), "theme": theme, "responsible": group,
             "due": f"{year}-12-15", "state": rng.choice(_STATES), "evidence": prose(rng, 1)}
            for theme in _PLAN_THEMES
        ],
        "verified": f"{year}-02-01",
        "example": True,
    }  # fmt: skip
    return str(year), facts, prose(rng, 4)


def report(frame: Frame, number: int) -> Paper:
    """The ELO group's report of a year: five answers."""
    rng, year = frame.rng("report", number), LAST_YEAR - 1 - number
    questions = ("definition", "actors", "group", "goals", "ohjaamo")
    facts: Facts = {
        "year": year,
        "group": frame.groups[0][0],
        "answers": {question: prose(rng, 5) for question in questions},
        "verified": f"{year + 1}-02-01",
        "example": True,
    }
    return str(year), facts, prose(rng, 3)


def assessment(frame: Frame, number: int) -> tuple[str, Facts]:
    """The group's judgement of itself on a day: every dimension once."""
    rng, day = frame.rng("assessment", number), f"{LAST_YEAR - number}-03-10"
    facts: Facts = {
        "date": day,
        "assessor": frame.groups[0][0],
        "dimensions": [
            {"dimension": name, "stage": rng.choice((1, 1.5, 2, 2.5, 3)), "evidence": prose(rng, 2)}
            for name in _DIMENSIONS
        ],
        "verified": day,
        "example": True,
    }
    return day, facts
