"""How well a region's people find what they look for: the audit's figures, what was not found, the days before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tno.addresses import prefix_of
from tno.digest import digest
from tno.findability import Findability, figures
from tno.frozen import frozen
from tno.ledger import Figures
from tno.model.network import Region
from tno.rules.questions import Answers
from tno.views.link import Link
from tno.views.scene import Scene

if TYPE_CHECKING:
    from tno.search.audit import Answered

KINDS = (
    *("perusmuoto", "taivutus", "yhdyssana", "arkikieli", "kirjoitusvirhe", "paikka", "monta-tarvetta", "nimi"),
    *("ruotsi", "englanti", "saame", "hata", "ei-mitaan"),
)
"""Kinds of questions in the order of the page."""
MOST_WANTED = 3


@frozen
class Share:
    """A row of figures."""

    label: str
    """A kind of question, or a day."""
    asked: int
    first: str
    """Share that found it first: "85 %"."""
    three: str
    """Share that found it among the first three."""


@frozen
class Miss:
    """A question whose answer is not among the first three."""

    question: str
    language: str
    """Of the question."""
    kind: str
    wanted: tuple[Link, ...]
    """Right answers, a few of them; none when nothing should be found."""
    got: Link | None
    """What came first."""


@frozen
class FindabilityPage:
    """Context of `sections/findability.html`."""

    whole: Share | None
    """All questions together; None when the audit was not run."""
    kinds: tuple[Share, ...]
    """The same by kind of question."""
    misses: tuple[Miss, ...]
    """What was not found, those questions left out that only measure."""
    unseen_misses: str
    """How many of those that only measure were not found, as a sentence; "" when none."""
    trend: tuple[Share, ...]
    """Days on which the figures changed, the last first."""


def findability_page(findability: Findability, scene: Scene, region: Region) -> FindabilityPage:
    """`/lappi/loydettavyys/`."""
    w, answered = scene.w, findability.of(region.id)
    days = findability.history().get(region.id, {})
    trend = tuple(
        _share(scene.writing.day(date.fromisoformat(day)), row) for day, row in sorted(days.items(), reverse=True)
    )
    if answered is None:
        return FindabilityPage(None, (), (), "", trend)
    missed = [each for each in answered if not each.is_found(3)]
    unseen = sum(each.question.unseen for each in missed)
    return FindabilityPage(
        whole=_share(w.findability_whole, figures(answered)),
        kinds=tuple(_kinds(scene, answered)),
        misses=tuple(_misses(findability, scene, [each for each in missed if not each.question.unseen])),
        unseen_misses=w.counted("findability_unseen", unseen) if unseen else "",
        trend=trend,
    )


def findability_made_of(findability: Findability, scene: Scene, region: Region) -> list[str]:
    """Changes when what the page shows does. (What the search answers depends on more than records, and on more than
    anybody is told of: a page whose figures stay has not changed in the ledger.)"""
    return [scene.facts.profiles_fingerprint, digest(repr(findability_page(findability, scene, region)))]


def _kinds(scene: Scene, answered: list[Answered]) -> list[Share]:
    found = []
    for kind in KINDS:
        if own := [each for each in answered if each.question.kind == kind]:
            found.append(_share(_label(scene, kind), figures(own)))
    return found


def _misses(findability: Findability, scene: Scene, missed: list[Answered]) -> list[Miss]:
    answers, titles = Answers(scene.facts.network), findability.titles()
    return [
        Miss(
            question=each.question.question,
            language=each.question.language,
            kind=_label(scene, each.question.kind),
            wanted=tuple(_wanted(each, answers, titles)),
            got=Link(titles.get(each.results[0], each.results[0]), each.results[0]) if each.results else None,
        )
        for each in missed
    ]


def _wanted(missed: Answered, answers: Answers, titles: Mapping[str, str]) -> list[Link]:
    """Pages that answer, in the question's language where they are told in it."""
    prefix, found = prefix_of(missed.question.language), []
    for name in missed.question.finds[:MOST_WANTED]:
        for address in answers.addresses(missed.region, name)[:1]:
            own = prefix + address if prefix + address in titles else address
            found.append(Link(titles.get(own, f"/{own}"), own))
    return found


def _label(scene: Scene, kind: str) -> str:
    return scene.w[f"findability_kind_{kind.replace('-', '_')}"]


def _share(label: str, row: Figures) -> Share:
    return Share(label, row.asked, _percent(row.first, row.asked), _percent(row.three, row.asked))


def _percent(part: int, whole: int) -> str:
    return f"{100 * part // whole}\u00a0%" if whole else "–"
