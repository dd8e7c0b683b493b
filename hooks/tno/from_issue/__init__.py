"""An issue of the forge → files that passed the check, and an answer in plain Finnish.

A pure function of the issue and the content: nothing is asked of the forge, nothing is written. Whoever wrote the issue
may be anybody. What they wrote becomes quoted values in a file whose path we make, and comes back to them as code.
"""

from __future__ import annotations

from collections.abc import Callable

from tno.from_issue.change import change
from tno.from_issue.forms import BY_FIRST_QUESTION
from tno.from_issue.issue import Answer, Issue, Outcome, Tree, Trouble
from tno.from_issue.new_record import new_record
from tno.from_issue.sections import first_heading
from tno.from_issue.values import Answers


def is_form(issue: Issue) -> bool:
    """Whether one of our forms made the issue's body."""
    return first_heading(issue.body) in BY_FIRST_QUESTION


def answer_to_form(issue: Issue, tree: Tree) -> Answer:
    """What becomes of a form that was sent in."""
    answers = Answers(BY_FIRST_QUESTION[first_heading(issue.body)], issue.body, tree)
    return new_record(answers, tree) if answers.form.kind else change(answers, tree)


READERS: tuple[tuple[Callable[[Issue], bool], Callable[[Issue, Tree], Answer]], ...] = ((is_form, answer_to_form),)
"""Which issues are understood, by what their body begins with, and what answers each; the first that fits."""


def answer_to(issue: Issue, tree: Tree) -> Answer | None:
    """What to do with an issue; None when it is none of ours: people talk there."""
    return next((answer(issue, tree) for is_ours, answer in READERS if is_ours(issue)), None)


__all__ = ["READERS", "Answer", "Issue", "Outcome", "Tree", "Trouble", "answer_to"]
