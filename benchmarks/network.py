"""Who works with whom: groups, and agreements in chains where each version changes a little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from country import NATIONAL
from frame import TODAY, Frame, OrganisationHead
from language import AUDIENCES, THEMES, paragraph, slots
from offer import Facts

GROUP_NAMES = {
    "elo-ryhma": "Alueellinen ELO-ryhmä",
    "koordinaatioryhma": "Koordinaatioryhmä",
    "alueryhma": "Alueryhmä",
    "tyoryhma": "Työryhmä",
    "viestintaryhma": "Viestintäryhmä",
    "kehittamisryhma": "Kehittämisryhmä",
    "vertaisverkosto": "Vertaisverkosto",
    "valtakunnallinen": "Valtakunnallinen ryhmä",
}
_TASKS = (
    "sovittaa yhteen neuvonnan aukioloajat", "kerätä palautteen kerran vuodessa", "pitää palvelukuvaukset ajan tasalla",
    "valmistella yhteiset koulutuspäivät", "seurata lupausten toteutumista", "tiedottaa muutoksista verkostolle",
    "järjestää perehdytyksen uusille ohjaajille", "koota tiedot vuosiraporttiin", "arvioida yhteistyön toimivuutta",
    "sopia etäpalvelun vuorot", "kutsua verkoston koolle kahdesti vuodessa", "huolehtia alueen katvepaikoista",
)  # fmt: skip
_PROMISES = (
    "Jokaiseen yhteydenottoon vastataan kolmessa arkipäivässä", "Neuvontaa saa myös iltaisin kerran viikossa",
    "Asiakasta ei siirretä ilman saattamista", "Etäyhteys toimii jokaisessa kunnassa",
    "Ohjauksen tiedot tarkistetaan kahdesti vuodessa", "Uusi ohjaaja perehdytetään yhdessä",
)  # fmt: skip


def prose(rng: Random, sentences: int) -> str:
    """A paragraph about nothing in particular."""
    return paragraph(rng, slots(rng, rng.choice(THEMES), rng.choice(AUDIENCES)), sentences)


def group(frame: Frame, regions: list[str], number: int) -> tuple[str, Facts, str]:
    """A group as (id, front matter, prose); `regions` are those a national development group may join."""
    rng, (group_id, kind) = frame.rng("group", number), frame.groups[number]
    national = frame.section.id == NATIONAL
    first = frame.groups[0][0]
    facts: Facts = {
        "name": f"{GROUP_NAMES[kind]} {number + 1}, {frame.section.name}",
        "type": kind,
        "summary": "Keksitty ryhmä, joka sovittaa yhteen ohjauksen palveluja.",
        "sub_areas": [rng.choice(frame.section.sub_areas)] if kind == "alueryhma" and frame.section.sub_areas else None,
        "regions": sorted(rng.sample(regions, min(rng.randint(2, 4), len(regions)))) if national else None,
        "theme": rng.choice(("saatavuus", "ohjausosaaminen", "laatu", "verkostojohtaminen")) if national else None,
        "members": _members(frame, rng),
        "tasks": [task.capitalize() for task in rng.sample(_TASKS, rng.randint(2, 5))],
        "relations": None if group_id == first or national else [{"group": first, "kind": "raportoi"}],
        "founded": date(rng.randint(2011, 2024), rng.randint(1, 12), 1).isoformat(),
        "verified": (TODAY - timedelta(days=rng.randint(5, 300))).isoformat(),
        "example": True,
    }
    return group_id, facts, f"{prose(rng, 4)}\n\n{prose(rng, 3)}"


def _members(frame: Frame, rng: Random) -> list[Facts]:
    chosen = rng.sample(frame.active, min(len(frame.active), rng.randint(4, 14)))
    roles = ["puheenjohtaja", "sihteeri"] + ["jasen"] * len(chosen)
    return [
        {"organisation": each.id, "role": role, "since": f"{rng.randint(2018, 2026)}-01-15"}
        for each, role in zip(chosen, roles, strict=False)
    ]


@dataclass(slots=True)
class _Version:
    """The state of a chain that the next agreement is made from."""

    parties: list[OrganisationHead]
    tasks: list[str]
    starts: date
    sub_area: str | None
    """The part of the region that the chain is about; None is the whole."""
    previous: str | None = None
    left: int = 0
    """Versions still to come."""


def agreements(frame: Frame) -> Iterator[tuple[str, Facts, str]]:
    """The section's agreements as (id, front matter, prose), chain after chain, oldest first.

    In a chain the next version begins the day after the one before has ended, so one is in force at most.
    """
    state: _Version | None = None
    for number, agreement_id in enumerate(frame.agreements):
        rng = frame.rng("agreement", number)
        state = _begin(frame, rng) if state is None else _renew(frame, rng, state)
        ends = state.starts.replace(year=state.starts.year + rng.choice((1, 2, 2, 3))) - timedelta(days=1)
        last = state.left == 0
        facts = _agreement(frame, rng, state, agreement_id, None if last and rng.random() < 0.2 else ends)
        yield agreement_id, facts, prose(rng, 3)
        state.previous, state.starts, state.left = agreement_id, ends + timedelta(days=1), state.left - 1
        state = None if last else state


def _begin(frame: Frame, rng: Random) -> _Version:
    left = rng.randint(1, 4)
    parties = rng.sample(frame.active, min(len(frame.active), rng.randint(3, 12)))
    year = 2026 - 2 * left - rng.randint(0, 1)
    sub_area = rng.choice((*frame.section.sub_areas, None))
    return _Version(parties, rng.sample(_TASKS, 4), date(year, rng.choice((1, 3, 8)), 1), sub_area, left=left)


def _renew(frame: Frame, rng: Random, state: _Version) -> _Version:
    """The next version: somebody joins, somebody leaves, a task is dropped and another added."""
    newcomers = [each for each in frame.active if each not in state.parties]
    joined = rng.sample(newcomers, min(len(newcomers), rng.randint(0, 2)))
    kept = state.parties[: -1 if len(state.parties) > 3 and rng.random() < 0.5 else None]
    fresh = [task for task in _TASKS if task not in state.tasks]
    tasks = [*state.tasks[1:], rng.choice(fresh)]
    return _Version([*kept, *joined], tasks, state.starts, state.sub_area, state.previous, state.left)


def _agreement(frame: Frame, rng: Random, state: _Version, agreement_id: str, ends: date | None) -> Facts:
    groups = [group_id for group_id, _ in frame.groups]
    return {
        "name": f"Kumppanuussopimus {state.starts.year}, {agreement_id.split('-')[1]}, {frame.section.name}",
        "summary": "Keksitty sopimus ohjauksen yhteistyöstä.",
        "purpose": prose(rng, 2),
        "parties": [
            {"organisation": each.id, "role": "sopijaosapuoli" if n else "vastuuorganisaatio",
             "signed": min(state.starts - timedelta(days=rng.randint(5, 40)), TODAY).isoformat()}
            for n, each in enumerate(state.parties)
        ],
        "sub_areas": [state.sub_area] if state.sub_area else None,
        "valid_from": state.starts.isoformat(),
        "valid_until": ends.isoformat() if ends else None,
        "until_further_notice": None if ends else True,
        "renews": [state.previous] if state.previous else None,
        "group_tasks": [{"group": rng.choice(groups), "tasks": [task.capitalize() for task in state.tasks]}],
        "commitments": _commitments(frame, rng, state),
        "annexes": [{"name": "Tehtävänjako", "url": f"https://example.org/liitteet/{agreement_id}"}],
        "review_months": rng.choice((6, 12)),
        "verified": (TODAY - timedelta(days=rng.randint(5, 300))).isoformat(),
        "example": True,
    }  # fmt: skip


def _commitments(frame: Frame, rng: Random, state: _Version) -> list[Facts]:
    return [
        {
            "text": text,
            "responsible": rng.choice(state.parties).id,
            "service": rng.choice(frame.services).id if frame.services and rng.random() < 0.6 else None,
            "event": rng.choice(frame.events)[0] if frame.events and rng.random() < 0.2 else None,
            "due": (state.starts + timedelta(days=rng.randint(60, 360))).isoformat(),
            "state": rng.choice(("lupaus", "toteutuu", "toteutunut", "ei-toteutunut")),
        }
        for text in rng.sample(_PROMISES, rng.randint(2, 5))
    ]
