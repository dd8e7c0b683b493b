"""What is told of links that lead nowhere: one report, and in it what must be known the next night.

A link is told when it has failed on two nights running: servers are down for a night and come back. What has failed is
kept in the report itself, where nobody sees it, so that nothing else need be kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tno.finnish import day as written_day
from tno.finnish import sort_key
from tno.outward.ask import DEAD, MOVED, UNSURE, Answer
from tno.outward.found import Outward
from tno.safe_markdown import code, words

SIGN = "<!-- tno:linkit "
_END = " -->"
_IN_COMMENT = (("<", r"\u003c"), (">", r"\u003e"), ("--", r"-\u002d"))
"""What would end a comment, and how JSON says it otherwise."""
MOST = 200
"""A report tells so many links; the forge's own limit is 65,536 characters."""
FEWEST = 5
"""Fewer sites than this may all be down."""
SITE = "Sivuston ylläpitäjä"


class Report(NamedTuple):
    """The report of a night."""

    body: str
    """Markdown; its first line is what the next night reads."""
    told: int
    """How many links there are to mend; 0: the issue is closed."""


def former_failures(body: str) -> dict[str, str]:
    """Address → the first of the nights running on which it failed (ISO date), from the report of the night before."""
    line = body.partition("\n")[0].strip()
    if not (line.startswith(SIGN) and line.endswith(_END)):
        return {}
    try:
        found = json.loads(line.removeprefix(SIGN).removesuffix(_END))["failing"]
        return {str(address): date.fromisoformat(str(day)).isoformat() for address, day in found.items()}
    except (AttributeError, KeyError, TypeError, ValueError):
        return {}


def failures_now(answers: Mapping[str, Answer], former: Mapping[str, str], day: date) -> dict[str, str]:
    """The same of this night. Of an address that could not be asked nothing new is known."""
    found = {}
    for address, answer in answers.items():
        if answer.state in (DEAD, MOVED):
            found[address] = former.get(address, day.isoformat())
        elif answer.state == UNSURE and address in former:
            found[address] = former[address]
    return found


def nobody_answered(answers: Mapping[str, Answer]) -> bool:
    """Whether so many sites cannot be down at once: the fault is in the own network, and nothing is known."""
    return len(answers) >= FEWEST and all(answer.state == DEAD for answer in answers.values())


def link_report(
    links: Sequence[Outward], answers: Mapping[str, Answer], former: Mapping[str, str], day: date, source: str = ""
) -> Report:
    """The report of a night.

    Args:
        former: as `former_failures` gave it.
        source: what links to files begin with; empty: files are only named.
    """
    failing = failures_now(answers, former, day)
    today = day.isoformat()
    told = [link for link in links if failing.get(link.address, today) < today]
    broken = [link for link in told if answers[link.address].state == DEAD]
    moved = [link for link in told if answers[link.address].state == MOVED]
    unsure = [link for link in links if answers[link.address].state == UNSURE]
    kept = dict(sorted(failing.items(), key=lambda item: (item[1], item[0]))[: 2 * MOST])
    lines = [_memory(kept, len(broken) + len(moved)), *_opening(len(links), broken, moved, day)]
    if broken:
        lines += ["", f"## Eivät toimi ({len(broken)})", *_by_keeper(broken[:MOST], answers, failing, source)]
    if moved:
        lines += ["", f"## Muuttaneet pysyvästi ({len(moved)})", ""]
        lines += ["Vanha osoite toimii vielä. Vaihda tilalle uusi, kun muokkaat tietoa muutenkin."]
        lines += _by_keeper(moved[:MOST], answers, failing, source)
    if unsure and (broken or moved):
        lines += [
            "",
            f"## Ei voitu tarkistaa ({len(unsure)})",
            "",
            "Nämä palvelimet eivät vastaa ohjelmille. Kokeile itse.",
            "",
        ]
        lines += [f"- {code(link.address)}" for link in unsure[:MOST]]
    return Report("\n".join(lines) + "\n", len(broken) + len(moved))


def _memory(failing: Mapping[str, str], told: int) -> str:
    text = json.dumps({"told": told, "failing": failing}, separators=(",", ":"))
    for mark, written in _IN_COMMENT:
        text = text.replace(mark, written)
    return f"{SIGN}{text}{_END}"


def _opening(count: int, broken: Sequence[Outward], moved: Sequence[Outward], day: date) -> list[str]:
    checked = f"Tarkistettu {written_day(day)}: {count} osoitetta muille sivustoille."
    if not (broken or moved):
        return [f"{checked} Mikään ei ole ollut rikki kahtena yönä peräkkäin."]
    how = "Linkki kerrotaan, kun se ei ole toiminut kahtena yönä peräkkäin."
    return [
        checked,
        how,
        "Korjaa osoite tai poista linkki. Tämä lista päivittyy joka yö ja sulkeutuu, kun kaikki toimii.",
    ]


def _by_keeper(
    links: Sequence[Outward], answers: Mapping[str, Answer], failing: Mapping[str, str], source: str
) -> list[str]:
    """Links under the organisations that keep them; one that several keep stands under each."""
    keepers = sorted(
        {place.keeper for link in links for place in link.places}, key=lambda name: (not name, sort_key(name))
    )
    lines = []
    for keeper in keepers:
        lines += ["", f"### {words(keeper) or SITE}", ""]
        for link in links:
            if own := [place for place in link.places if place.keeper == keeper]:
                answer = answers[link.address]
                since = written_day(date.fromisoformat(failing[link.address]))
                new = f". Uusi osoite: {code(answer.target, 2000)}" if answer.target else ""
                lines.append(f"- {code(link.address, 2000)}: {answer.why}, {since} alkaen{new}")
                lines += [f"  - {_place(place.file, place.line, source)}" for place in own]
    return lines


def _place(file: str, line: int, source: str) -> str:
    shown = code(f"{file}:{line}")
    return f"[{shown}]({source}{file}?plain=1#L{line})" if source else shown
