"""Every question of every region, by the page's own ranking. A question that stops working fails by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from searching import answers
from tno.search.audit import Answered, rates

MISSED = Path(__file__).parent / "golden" / "missed_questions.txt"
"""What is not found among the first three yet: `pytest --update-golden` writes it, review reads the difference."""
LEAST_OF_TUNED = (0.85, 0.94)
"""@1 and @3 of the questions the search is tuned with."""


def name_of(answered: Answered) -> str:
    return f"{answered.region}: {answered.question.question}"


def missed() -> set[str]:
    return set(MISSED.read_text(encoding="utf-8").splitlines()) if MISSED.is_file() else set()


@pytest.mark.parametrize("answered", answers(), ids=name_of)
def test_a_question_finds_a_right_answer_among_the_first_three(answered: Answered) -> None:
    assert answered.is_found(3) or name_of(answered) in missed(), answered.results[:3]


def test_the_list_of_missed_questions_is_true(update_golden: bool) -> None:
    now = {name_of(each) for each in answers() if not each.is_found(3)}
    if update_golden:
        MISSED.write_text("".join(f"{name}\n" for name in sorted(now)), encoding="utf-8")
    assert missed() == now


def test_what_the_search_is_tuned_with_stays_found() -> None:
    rate = rates(each for each in answers() if not each.question.unseen)[""]
    assert (rate.first / rate.asked, rate.three / rate.asked) >= LEAST_OF_TUNED
