"""What each edition has of plain values."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tno.edition import Edition, for_edition, is_for_members, may_hold_members_content, members_paths

MARKED = {"visibility": "jasenet", "name": "salainen"}


@pytest.mark.parametrize("word", ["jasenet", "JASENET", " jasenet ", "Vain verkoston jäsenille", "Members only"])
def test_the_mark_may_be_a_label_of_the_vocabulary(word: str) -> None:
    assert is_for_members({"visibility": word})
    assert may_hold_members_content(f"visibility: {word.strip().replace('JASENET', 'jasenet')}")


@pytest.mark.parametrize("value", [{"visibility": "julkinen"}, {}, {"visibility": None}, ["jasenet"], "jasenet", None])
def test_everything_else_is_public(value: Any) -> None:
    assert not is_for_members(value)


def test_the_public_has_no_marked_mapping_at_any_depth() -> None:
    value = {"a": [1, MARKED, {"b": MARKED, "c": "x"}], "d": MARKED}
    assert for_edition(value, Edition.PUBLIC) == {"a": [1, {"c": "x"}]}


def test_members_have_everything() -> None:
    value = {"a": [MARKED], "members": {"phone": "1", "deep": {"x": "y"}}, "name": "n"}
    expected = {"a": [MARKED], "phone": "1", "deep": {"x": "y"}, "name": "n"}
    assert for_edition(value, Edition.MEMBERS) == expected
    assert for_edition(value, Edition.PUBLIC) == {"a": [], "name": "n"}


def test_members_of_a_group_are_a_list_and_no_mark() -> None:
    value = {"members": [{"organisation": "x"}]}
    assert for_edition(value, Edition.PUBLIC) == value
    assert members_paths(value) == []


def test_paths_lead_to_the_outermost_mark() -> None:
    value = {"a": [{"b": {"visibility": "jasenet", "c": MARKED}}], "members": {"d": "1"}}
    assert members_paths(value) == [("a", 0, "b"), ("members",)]
    assert members_paths(MARKED) == [()]


VALUES = st.recursive(
    st.sampled_from(["x", "jasenet", None]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "visibility", "members", "b"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_nothing_marked_is_left_for_the_public(value: Any) -> None:
    if not is_for_members(value):
        assert members_paths(for_edition(value, Edition.PUBLIC)) == []


@given(VALUES)
def test_what_is_not_marked_is_the_same_for_all(value: Any) -> None:
    if not members_paths(value):
        assert for_edition(value, Edition.PUBLIC) == value == for_edition(value, Edition.MEMBERS)
