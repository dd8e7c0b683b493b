"""Every question of every region, by the page's own ranking. A question that stops working fails by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from searching import answers
from tno.search.audit import Answered, rates

GOLDEN = Path(__file__).parent / "golden"
MISSED = {False: GOLDEN / "missed_questions.txt", True: GOLDEN / "missed_unseen_questions.txt"}
"""Unseen or not → what is not found among the first three yet. `pytest --update-golden` writes both, review reads the
difference of the first; who tunes the search does not open the second."""
LEAST_OF_TUNED = (0.84, 0.91)
"""@1 and @3 of the questions the search is tuned with."""


def name_of(answered: Answered) -> str:
    return f"{answered.region}: {answered.question.question}"


def missed() -> set[str]:
    files = (file for file in MISSED.values() if file.is_file())
    return {line for file in files for line in file.read_text(encoding="utf-8").splitlines()}


@pytest.mark.parametrize("answered", answers(), ids=name_of)
def test_a_question_finds_a_right_answer_among_the_first_three(answered: Answered) -> None:
    assert answered.is_found(3) or name_of(answered) in missed(), answered.results[:3]


def test_the_list_of_missed_questions_is_true(update_golden: bool) -> None:
    now = [each for each in answers() if not each.is_found(3)]
    for unseen, file in MISSED.items() if update_golden else ():
        names = sorted(name_of(each) for each in now if each.question.unseen is unseen)
        file.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    assert missed() == {name_of(each) for each in now}


def test_what_the_search_is_tuned_with_stays_found() -> None:
    rate = rates(each for each in answers() if not each.question.unseen)[""]
    assert (rate.first / rate.asked, rate.three / rate.asked) >= LEAST_OF_TUNED
