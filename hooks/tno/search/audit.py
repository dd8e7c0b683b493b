"""The findability audit: every question of every region asked as a page asks it, and how many find what they should."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tno.addresses import ROOMS, brief_address, prefix_of
from tno.findability import figures
from tno.frozen import frozen
from tno.ledger import Figures
from tno.load import Asked
from tno.model.network import NATIONAL, Network
from tno.records.question import NOTHING, Question
from tno.rules.questions import Answers
from tno.search.engine import Engine
from tno.search.places import municipalities_in_order

SHOWN = 10
SERVICE = re.compile(f"[^/]+/{ROOMS['service']}/[^/]+/")


@frozen
class Answered:
    """A question with what the search gave."""

    question: Question
    region: str
    place: int | None
    """Which result, from 1, is the first right one; None: none of them. When nothing should be found: 1 or None."""
    results: tuple[str, ...]
    """Addresses of the results."""

    def is_found(self, among: int) -> bool:
        """Whether a right answer is among the first results."""
        return self.place is not None and self.place <= among


def audit(
    asked: Iterable[Asked], network: Network, engines: Mapping[str, Engine], with_region: bool = True
) -> Iterator[Answered]:
    """Each question with its answer.

    Args:
        engines: language → search.
        with_region: ask as on the pages of the question's own region, where what serves the region comes first; False
            as on the front page. Questions of the national section are always asked as on the front page.
    """
    answers, areas = Answers(network), _areas(network)
    for each in asked:
        if each.question.language not in engines:
            continue
        question, region = each.question, each.file.region
        options = {"within": areas[region]} if with_region and region in areas else {}
        found = engines[question.language].search(question.question, limit=SHOWN, **options)
        yield answered(each, answers, [str(result["address"]) for result in found["results"]])


def answered(asked: Asked, answers: Answers, results: Sequence[str]) -> Answered:
    """A question with some search's results, judged."""
    question, region = asked.question, asked.file.region
    right = {address for name in question.finds for address in answers.addresses(region, name)}
    if question.language != "fi":
        in_brief = (brief_address(address) for address in right if SERVICE.fullmatch(address))
        right |= {f"{prefix_of(question.language)}{address}" for address in (*right, *in_brief)}
    return Answered(question, region, _place(question, right, results), tuple(results))


def rates(answered: Iterable[Answered]) -> dict[str, Figures]:
    """Kind of question → how many were found; "" is all of them."""
    found: dict[str, list[Answered]] = {"": []}
    for each in answered:
        found[""].append(each)
        found.setdefault(each.question.kind, []).append(each)
    return {kind: figures(every) for kind, every in found.items()}


def _place(question: Question, right: set[str], results: Sequence[str]) -> int | None:
    if question.kind == NOTHING:
        return None if results else 1
    return next((number for number, address in enumerate(results, start=1) if address in right), None)


def _areas(network: Network) -> dict[str, list[int]]:
    """Region → [first, last] of its municipalities in the order of the index, where they stand beside each other."""
    order = municipalities_in_order(network.country)
    found: dict[str, list[int]] = {}
    for number, code in enumerate(order):
        region = network.country.municipalities[code].region_id or ""
        found.setdefault(region, [number, number])[1] = number
    return {region: ends for region, ends in found.items() if region not in {"", NATIONAL}}
