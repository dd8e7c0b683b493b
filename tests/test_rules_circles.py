"""Circles are found once each, in time that grows with the number of steps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tno.rules.circles import circles

GRAPHS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefx"), max_size=4), max_size=6)


def test_a_circle_begins_with_its_first_key() -> None:
    assert list(circles({"c": ["b"], "b": ["a"], "a": ["c"]})) == [("c", "b", "a")]


def test_a_line_is_no_circle_and_a_key_that_follows_itself_is_passed_over() -> None:
    assert list(circles({"a": ["b", "a"], "b": ["c"], "c": []})) == []


def test_a_key_that_is_not_there_is_passed_over() -> None:
    assert list(circles({"a": ["x"]})) == []


def test_a_very_long_line_is_no_trouble() -> None:
    line = {str(n): [str(n + 1)] for n in range(50_000)}
    assert list(circles(line)) == []


@given(GRAPHS)
def test_circles_are_found_where_there_are_any_and_each_is_one(graph: dict[str, list[str]]) -> None:
    found = list(circles(graph))
    for circle in found:
        assert all(step in graph[key] for key, step in zip(circle, (*circle[1:], circle[0]), strict=True))
        assert len(set(circle)) == len(circle) >= 2
    assert bool(found) == bool(_left_when_ends_are_taken_away(graph))


def _left_when_ends_are_taken_away(graph: dict[str, list[str]]) -> set[str]:
    """Keys that lead to circles: what is left when keys with no step to another key left are removed one by one."""
    left = set(graph)
    while ends := {key for key in left if not left & set(graph[key]) - {key}}:
        left -= ends
    return left
